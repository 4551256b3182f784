/** Een verandering bij een student, zoals een browser zonder JavaScript haar doet, op de verzonnen regio. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type HeleServer, startHeleServer } from '../../../test/hele-server.ts'
import { formulierbewijs, logAccountIn } from '../../../test/inloggen.ts'
import { nederlandseWoorden } from '../../../test/taal.ts'
import { accountIdVan } from '../../server/wereld-medewerkers.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 })

const HOST = '127.0.0.1'

let server: HeleServer
let koekje = ''
let student = ''
beforeAll(async () => {
  server = await startHeleServer({ log: () => undefined })
  koekje = await logAccountIn(server.eigen.database, accountIdVan('veldhoorn-administratie'))
  const { rows } = await server.eigen.database.pool.query<{ id: string }>('select deelnemer_id as id from deelnemer_gegevens where naam = $1', ['Mees Postma'])
  student = `/studenten/${rows[0]?.id ?? ''}`
})
afterAll(() => server.weg())

interface Uit { readonly status: number; readonly html: string; readonly naar: string }

async function vraag(url: string, velden?: Readonly<Record<string, string>>, cookie = koekje): Promise<Uit> {
  const bewijs = velden === undefined ? '' : formulierbewijs((await server.app.inject({ url: student, headers: { cookie, host: HOST } })).body)
  const antwoord = await server.app.inject(velden === undefined ? { url, headers: { cookie, host: HOST } } : {
    method: 'POST', url, headers: { cookie, host: HOST, 'content-type': 'application/x-www-form-urlencoded', origin: `http://${HOST}` }, payload: new URLSearchParams({ csrf: bewijs, ...velden }).toString(),
  })
  return { status: antwoord.statusCode, html: antwoord.body, naar: String(antwoord.headers.location ?? '') }
}

async function begin(soort: string): Promise<string> {
  const keuze = await vraag(`${student}/wijzigen?soort=${soort}`)
  const volgnummer = /name="volgnummer" value="([^"]+)"/.exec(keuze.html)?.[1] ?? ''
  return (await vraag(`${student}/wijzigen`, { soort, brin: '11VA', volgnummer })).naar
}

async function stand(): Promise<{ readonly perioden: number; readonly uit: string | null }> {
  const { rows } = await server.eigen.database.pool.query<{ perioden: number; uit: string | null }>(`select (select count(*)::int from inschrijvingsperiode p where p.deelnemer_id = s.deelnemer_id and p.stand_id = s.stand_id) as perioden, s.datum_uitschrijving::text as uit
    from inschrijving_stand s where s.deelnemer_id = $1 and s.brin = '11VA' and s.vastgelegd_tot is null`, [student.slice('/studenten/'.length)])
  return { perioden: rows[0]?.perioden ?? 0, uit: rows[0]?.uit ?? null }
}

describe('veranderen bij een student', () => {
  it('K-FASE-05, S-74: een andere fase vanaf een dag; een fout blijft staan, vooraf is er niets veranderd, twee keer versturen is een keer', async () => {
    const adres = await begin('periode')
    const fout = await vraag(adres, { vanaf: '1 jan 2020', route: 'DLR', fase: 'MBO', leerjaar: '4' })
    expect([fout.status, fout.html.includes('<title>Fout: Stap 1 van 2'), fout.html.includes('Deze dag ligt voor het begin')]).toEqual([422, true, true])
    expect((await vraag(adres, { vanaf: '1 aug 2027', route: 'DLR', fase: 'MBO', leerjaar: '4' })).naar).toBe(`${adres}/nakijken`)
    const vooraf = await vraag(`${adres}/nakijken`)
    expect(vooraf.html).toContain('Wat daaruit volgt')
    expect(await stand()).toEqual({ perioden: 2, uit: null })
    await vraag(`${adres}/versturen`, {})
    const nogEens = await vraag(`${adres}/versturen`, {})
    expect(nogEens.html).toContain('De inschrijving is veranderd')
    expect(await stand()).toEqual({ perioden: 3, uit: null })
  })

  it('K-ROD-06: uitschrijven toont eerst wat nog niet klaar is, en legt dan de laatste dag vast', async () => {
    const adres = await begin('uitschrijven')
    expect((await vraag(adres)).html.replace(/<[^>]*>/g, '')).toContain('Nog niet: Het vmbo-diploma is geregistreerd')
    await vraag(adres, { laatsteDag: '30-9-2027' })
    await vraag(`${adres}/versturen`, {})
    expect((await stand()).uit).toBe('2027-09-30')
  })

  it('Z-02: een ander ziet het formulier niet, en een school zonder deze student ook niet', async () => {
    const adres = await begin('oordeel')
    const ander = await logAccountIn(server.eigen.database, accountIdVan('noorderveen-administratie'))
    expect((await vraag(adres, undefined, ander)).status).toBe(404)
    expect((await vraag(`${student}/wijzigen`, undefined, ander)).status).toBe(404)
  })

  it('S-76: de studentpagina en de formulieren zijn in het Engels zonder Nederlands', async () => {
    const engels = `${koekje}; taal=en`
    for (const pad of [student, `${student}/wijzigen`, await begin('uitschrijven'), await begin('periode')]) expect([pad, nederlandseWoorden((await vraag(pad, undefined, engels)).html)]).toEqual([pad, []])
  })
})
