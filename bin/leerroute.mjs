#!/usr/bin/env node
// `npx leerroute OPDRACHT ...`: dezelfde weg als `npm start`, met de opdrachten van src/cli.
process.argv.splice(2, 0, 'leerroute')
import('../scripts/go.mjs')
