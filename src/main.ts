/** De samenstelling van `npm start` en `npx leerroute`: leest de instellingen en start de server of een opdracht. */
import type { Afsluitcode, Register } from './cli/index.ts'
import type { Moment } from './kern/datum.ts'
import { type Config, leesConfig, toonConfigFout } from './server/config.ts'

// `leerroute ... | head` sluit onze uitvoer: dat is geen fout, er is alleen niemand meer die leest.
process.stdout.on('error', (fout: NodeJS.ErrnoException) => {
  if (fout.code !== 'EPIPE') throw fout
  process.exit(0)
})
process.exitCode = await main(process.argv.slice(2))

async function main(argumenten: readonly string[]): Promise<Afsluitcode> {
  const config = leesConfig()
  if (!config.ok) {
    meld(`Leerroute start niet: er klopt iets niet in de instellingen.\n${config.reden.map((fout) => `  ${toonConfigFout(fout)}\n`).join('')}`)
    return 2
  }
  for (const waarschuwing of config.waarde.waarschuwingen) meld(`Let op: ${waarschuwing}\n`)
  try {
    return await (argumenten[0] === 'start' ? startServer(config.waarde, argumenten.slice(1)) : voerUit(config.waarde, argumenten))
  } catch (fout) {
    meld(`${fout instanceof Error ? fout.message : String(fout)}\n`)
    return 3
  }
}

/** Pas hier geladen: een opdracht als `casus` heeft geen webserver nodig en start dan sneller. */
async function startServer(config: Config, rest: readonly string[]): Promise<Afsluitcode> {
  if (rest.length > 0) {
    meld(`"start" kent geen argumenten (${rest.join(' ')}). Instellen gaat met PORT, HOST, LEERROUTE_DATA en DATABASE_URL.\n`)
    return 2
  }
  const { start } = await import('./server/opstarten.ts')
  const laadOnderdelen = async () => (await import('./server/onderdelen.ts')).onderdelen
  return start(config, (regel) => process.stdout.write(`${regel}\n`), (regel) => meld(`${regel}\n`), laadOnderdelen)
}

async function voerUit(config: Config, argumenten: readonly string[]): Promise<Afsluitcode> {
  const { voerOpdrachtUit } = await import('./cli/index.ts')
  return voerOpdrachtUit(argumenten, {
    schrijf: (tekst) => process.stdout.write(tekst),
    meld,
    opTerminal: process.stderr.isTTY === true,
    metRegister: (werk) => metRegister(config, werk),
  })
}

/** De opdrachtregel gebruikt dezelfde sleutels als de server; zonder sleutels is er geen student te vinden. */
async function metRegister<T>(config: Config, werk: (register: Register) => Promise<T>): Promise<T> {
  const [{ verbind }, { laadSleutels, maakKluis }, { zorgVoorDataMap }] = await Promise.all([import('./server/verbinden.ts'), import('./toegang/index.ts'), import('./database/index.ts')])
  zorgVoorDataMap(config.dataMap)
  const sleutels = await laadSleutels(config)
  if (!sleutels.ok) throw new Error(`${sleutels.reden.uitleg} (${sleutels.reden.bestand})`)
  const verbinding = await verbind(config, (regel) => meld(`${regel}\n`))
  try {
    return await werk({ database: verbinding.database, kluis: maakKluis(sleutels.waarde.persoonsnummers), nu: () => new Date().toISOString() as Moment })
  } finally {
    await verbinding.sluit()
  }
}

function meld(tekst: string): void {
  process.stderr.write(tekst)
}
