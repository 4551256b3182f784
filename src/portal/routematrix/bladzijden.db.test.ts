/** Routes en afspraken over HTTP: wie erbij mag, wat een dubbele klik doet, en in het Engels zonder Nederlands. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type HeleServer, startHeleServer } from '../../../test/hele-server.ts'
import { formulierbewijs, logIn } from '../../../test/inloggen.ts'
import { nederlandseWoorden } from '../../../test/taal.ts'
import { namenUitDeWereld } from '../../../test/bladzijden/portaalwereld.ts'

// Op een drukke machine duurt een server met zijn wereld langer dan de gewone grens.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

let server: HeleServer
beforeAll(async () => { server = await startHeleServer({ log: () => undefined }) })
afterAll(() => server.weg())

interface Bezoeker { readonly koekje: string; readonly bewijs: string }

async function bezoeker(wie: string): Promise<Bezoeker> {
  const koekje = await logIn(server.eigen.database, wie)
  return { koekje, bewijs: formulierbewijs((await vraag('/regels', koekje)).body) }
}

const vraag = (url: string, koekje: string, taal = 'nl') => server.app.inject({ url, headers: { host: '127.0.0.1', cookie: `${koekje}; taal=${taal}` } })
const stuur = ({ koekje, bewijs }: Bezoeker, url: string, velden: Record<string, string> = {}) => server.app.inject({
  method: 'POST', url, headers: { host: '127.0.0.1', cookie: koekje, origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf: bewijs, ...velden }).toString(),
})

describe('wie erbij mag', () => {
  test.each([['lindemeer-administratie', 200], ['duo-behandelaar', 404], ['lindemeer-verzuim', 404]])('Z-01: %s krijgt %i op de matrix en de afspraken', async (wie, status) => {
    const { koekje } = await bezoeker(wie)
    expect([(await vraag('/routematrix', koekje)).statusCode, (await vraag('/afspraken', koekje)).statusCode]).toEqual([status, status])
  })

  test('Z-02: het aanbod en de afspraak van een ander zijn er niet', async () => {
    const wie = await bezoeker('lindemeer-administratie')
    const vreemd = ['/routematrix/aanbod/school/11VA/Groen%20DLR%20101A001', '/routematrix/aanbod/school/11VA/Groen%20DLR%20101A001/einde', '/afspraken/einde?soort=regeling&afspraak=40002-2023-08-01', '/afspraken/bevestig?soort=overeenkomst&afspraak=Samenwerking+40004+en+40002+vanaf+2023-08-01']
    expect(await Promise.all(vreemd.map(async (url) => (await vraag(url, wie.koekje)).statusCode))).toEqual([404, 404, 404, 404])
    expect((await stuur(wie, '/routematrix/aanbod/school/11VA/Groen%20DLR%20101A001/einde', { wat: 'verval', versie: 'x' })).statusCode).toBe(404)
  })
})

describe('een route registreren', () => {
  test('S-17, S-75, K-RIO-01: twee keer versturen is een registratie, met hetzelfde bewijs', async () => {
    const wie = await bezoeker('lindemeer-administratie')
    const begonnen = await stuur(wie, '/routematrix/aanbod', { route: 'GLR', profiel: 'Horeca, bakkerij en recreatie', brin: '21MB', partner: '102A001' })
    const formulier = String(begonnen.headers.location)
    await stuur(wie, `${formulier}/opleiding`, { profiel: 'Horeca, bakkerij en recreatie', kwalificatie: 'domein', opleidingcode: '', niveau: 'MBO-2' })
    await stuur(wie, `${formulier}/periode`, { begindatum: '1-8-2026', einddatum: '' })
    const keren = await Promise.all([stuur(wie, `${formulier}/controle`), stuur(wie, `${formulier}/controle`)])
    expect(keren.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    const { rows } = await server.eigen.database.pool.query(`select niveau, opleidingcode from rio_aangeboden_opleiding where brin = '21MB' and leerroute_kenmerk = 'GLR_VMBO_MBO' and vastgelegd_tot is null`)
    expect(rows).toEqual([{ niveau: 'MBO-2', opleidingcode: null }])
    expect((await vraag(`${formulier}/controle`, wie.koekje)).body).toContain('De route staat in RIO')
  })

  test('K-DLR-05: een GLR naar niveau 3 blijft op de bladzijde staan, met wat er getypt was', async () => {
    const wie = await bezoeker('lindemeer-administratie')
    const formulier = String((await stuur(wie, '/routematrix/aanbod', { route: 'GLR', brin: '21MB' })).headers.location)
    const fout = await stuur(wie, `${formulier}/opleiding`, { profiel: 'Groen', kwalificatie: 'kwalificatie', opleidingcode: '123', niveau: 'MBO-3' })
    expect(fout.statusCode).toBe(422)
    expect(fout.body).toContain('<title>Fout: Stap 3 van 6')
    expect(fout.body).toContain('value="123"')
    expect(fout.body).toContain('Een geïntegreerde leerroute (GLR) gaat naar niveau 2.')
  })
})

test('S-76: in het Engels staat er geen Nederlands dat niet gemerkt is', async () => {
  const wie = await bezoeker('veldhoorn-administratie')
  const route = String((await stuur(wie, '/routematrix/aanbod', { route: 'DLR' })).headers.location)
  const afspraak = String((await stuur(wie, '/afspraken')).headers.location)
  const paden = [
    '/routematrix', '/routematrix?ook=ja&op=onzin', '/routematrix/aanbod/school/11VA/Groen%20DLR%20101A001', '/routematrix/aanbod/school/11VA/Groen%20DLR%20101A001/einde',
    ...['school', 'route', 'opleiding', 'partners', 'periode'].map((stap) => `${route}/${stap}`), '/afspraken', ...['partijen', 'looptijd', 'overstap', 'zorg'].map((stap) => `${afspraak}/${stap}`),
    '/afspraken/einde?soort=overeenkomst&afspraak=Samenwerking+40001+en+50001+vanaf+2020-08-01',
  ]
  const namen = namenUitDeWereld()
  const gevonden = await Promise.all(paden.map(async (pad) => {
    const { statusCode, body } = await vraag(pad, wie.koekje, 'en')
    return [pad, statusCode, nederlandseWoorden(body, namen)]
  }))
  expect(gevonden).toEqual(paden.map((pad) => [pad, 200, []]))
})
