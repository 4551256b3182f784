import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { pakkettenVan, vindOvertredingen } from './grenzen.ts'

const controle = (bestanden: Record<string, string>) => vindOvertredingen(new Map(Object.entries(bestanden)))

describe('bouwgrenzen', () => {
  it('het project houdt zich aan zijn eigen grenzen', async () => {
    const bestanden = await leesBestanden()
    expect(bestanden.size).toBeGreaterThan(20)
    expect(vindOvertredingen(bestanden)).toEqual([])
  })
})

describe('de lichte voordeur', () => {
  const ZWAAR = ['pg', 'kysely', 'pg-copy-streams', 'fastify', 'typebox']
  it('neemt geen database, webserver of berichtvormen mee, ook niet langs een omweg', async () => {
    const bestanden = await leesBestanden()
    const licht = [...bestanden.keys()].filter((pad) => pad.endsWith('/zonder-register.ts'))
    expect(licht.length).toBeGreaterThan(3)
    for (const pad of [...licht, 'src/cli/index.ts', 'src/cli/casus.ts', 'src/cli/toets.ts', 'src/cli/toets-register.ts', 'src/cli/lever.ts', 'src/cli/signalen.ts']) {
      expect([pad, ...[...pakkettenVan(pad, bestanden)].filter((naam) => ZWAAR.includes(naam))]).toEqual([pad])
    }
    expect(pakkettenVan('src/bron/index.ts', bestanden)).toContain('kysely')
  })
})

async function leesBestanden(): Promise<Map<string, string>> {
  const bestanden = new Map<string, string>()
  for await (const pad of glob('src/**/*.{ts,tsx}')) bestanden.set(pad, readFileSync(pad, 'utf8'))
  return bestanden
}

/** Een controle die nooit klaagt bewijst niets: elke regel wordt hier een keer met opzet overtreden. */
describe('de grenscontrole ziet een geplante overtreding', () => {
  it.each([
    ['naar rechts', { 'src/bron/x.ts': `import { a } from '../beslissing/index.ts'` }, 'bron mag beslissing niet gebruiken'],
    ['naar een buur in dezelfde rij', { 'src/rio/x.ts': `import type { A } from '../bron/index.ts'` }, 'rio mag bron niet gebruiken'],
    ['kern gebruikt een domein', { 'src/kern/x.ts': `export { a } from '../normen/index.ts'` }, 'kern mag normen niet gebruiken'],
    ['een domein gebruikt de server', { 'src/cli/x.ts': `const a = await import('../server/config.ts')` }, 'cli mag server niet gebruiken'],
    ['langs de voordeur', { 'src/verzuim/x.ts': `import {\n  a,\n} from '../leerroute/rules/fase.ts'` }, 'gebruik src/leerroute/index.ts'],
    ['een onbekend domein', { 'src/nieuw/x.ts': '' }, 'heeft geen plaats in VOLGORDE'],
    ['buiten src', { 'src/bron/x.ts': `import '../../test/wereld.ts'` }, 'ligt buiten src/'],
    ['store kent action', { 'src/bron/store.ts': `import { a } from './actions/lever.ts'` }, 'een store kent geen actions'],
    ['regel kent store', { 'src/bron/rules/x.ts': `import { a } from '../store.ts'` }, 'een regel kent geen actions, store'],
    ['action kent rest', { 'src/bron/actions/x.ts': `import { a } from '../rest.ts'` }, 'een action kent geen rest'],
    ['SQL in een action', { 'src/bron/actions/x.ts': 'const q = `select a from b where c = ${d}`' }, 'SQL staat alleen in store.ts'],
    ['Kysely in een pagina', { 'src/portal/x.tsx': `db.selectFrom('a')` }, 'SQL staat alleen in store.ts'],
    ['pg in een domein', { 'src/bron/x.ts': `import pg from 'pg'` }, 'pg hoort in store.ts'],
    ['omgeving in een domein', { 'src/bron/x.ts': 'const a = process.env.PORT' }, 'alleen src/server leest process.env'],
  ])('%s', (_naam, bestanden, verwacht) => {
    expect(controle(bestanden)).toEqual(expect.arrayContaining([expect.stringContaining(verwacht)]))
  })

  it.each([
    ['await x', 'await'],
    ['Date.now()', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['Math.random()', 'Math.random'],
    ['process.env.X', 'process'],
    ['`${Date.now()}`', 'Date.now'],
    [`import 'node:fs'`, 'node:fs'],
    [`import { z } from 'fastify'`, 'fastify'],
  ])('onzuiver in rules/ en kern/: %s', (code, naam) => {
    for (const pad of ['src/kern/x.ts', 'src/bron/rules/x.ts']) {
      expect(controle({ [pad]: code })).toEqual(expect.arrayContaining([expect.stringContaining(naam)]))
    }
  })

  it('een kring van drie bestanden, precies een keer', () => {
    const meldingen = controle({
      'src/bron/a.ts': `import { b } from './b.ts'`,
      'src/bron/b.ts': `import { c } from './c.ts'`,
      'src/bron/c.ts': `import { a } from './a.ts'`,
    })
    expect(meldingen).toEqual(['kring: src/bron/a.ts -> src/bron/b.ts -> src/bron/c.ts -> src/bron/a.ts'])
  })

  it('noemt het bestand en de regel', () => {
    expect(controle({ 'src/kern/x.ts': '\n\nMath.random()' })[0]).toMatch(/^src\/kern\/x\.ts:3: /)
  })
})

describe('de grenscontrole klaagt niet over wat mag', () => {
  it.each([
    ['naar links door de voordeur', { 'src/leerroute/x.ts': `import { a } from '../bron/index.ts'` }],
    ['kern heeft geen voordeur', { 'src/bron/rules/x.ts': `import { datum } from '../../kern/datum.ts'` }],
    ['SQL in een store', { 'src/bron/store.ts': `import { sql } from 'kysely'\nconst q = sql\`select a from b\`` }],
    ['woorden in commentaar en teksten', { 'src/kern/x.ts': `// await Date.now() en "process.env"\nconst a = 'Math.random()'` }],
    ['een datum met argument', { 'src/kern/x.ts': 'const a = new Date(waarde)' }],
    ['een zin met selecteer', { 'src/portal/x.tsx': `const t = 'Update uw gegevens: selecteer een school from the list'` }],
    ['een apostrof in JSX', { 'src/portal/x.tsx': `<p>zo'n foto</p>\nconst a = 1` }],
    ['tests', { 'src/bron/x.test.ts': `import pg from 'pg'\nawait Date.now()` }],
    ['de server leest de omgeving', { 'src/server/config.ts': 'const a = process.env.PORT' }],
  ])('%s', (_naam, bestanden) => {
    expect(controle(bestanden)).toEqual([])
  })
})
