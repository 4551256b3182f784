/** De logboeken over de hele weg: bladzijden van het portaal, de trace van de aanroeper, en een logboek dat niet te schrijven is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { logIn } from '../inloggen.ts'

let server: HeleServer
const regels: string[] = []
beforeAll(async () => { server = await startHeleServer({ omgeving: { LEERROUTE_MODUS: 'ontwikkeling' }, niveau: 'info', log: (regel) => regels.push(regel) }) }, 60_000)
afterAll(() => server.weg())

interface Regel { naam: string; betrokkene: string | null; trace_id: string; ouder_id: string | null; status: string }
const TRACE = '0af7651916cd43dd8448eb211c80319c'
const OUDER = 'b7ad6b7169203331'

/** Haalt een bladzijde op als deel van een trace, en geeft wat er daardoor in het logboek kwam. */
async function haal(url: string, wie = 'lindemeer-administratie') {
  const cookie = await logIn(server.eigen.database, wie)
  const trace = (Math.random().toString(16).slice(2) + TRACE).slice(0, 32)
  const { statusCode, body } = await server.app.inject({ url, headers: { cookie, accept: 'text/html', traceparent: `00-${trace}-${OUDER}-01` } })
  const { rows } = await server.eigen.database.pool.query<Regel>(
    `select naam, encode(betrokkene, 'hex') as betrokkene, replace(trace_id::text, '-', '') as trace_id, encode(ouder_id, 'hex') as ouder_id, status from verwerking_regel where trace_id = $1 order by regel_id`, [trace])
  return { statusCode, body, trace, regels: rows }
}

const pseudoniem = (id: string): string => server.eigen.database.pseudoniemen.maak(id).waarde.toString('hex')
const studentenIn = (html: string): ReadonlySet<string> => new Set([...html.matchAll(/\/studenten\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? ''))

describe('bladzijden van het portaal', () => {
  it('S-30: de lijst geeft een regel per student op de bladzijde, met een auditregel over wie keek', async () => {
    const { statusCode, body, regels: ldv, trace } = await haal('/studenten')
    const wie = studentenIn(body)
    expect([statusCode, wie.size > 3]).toEqual([200, true])
    expect(ldv.map(({ betrokkene }) => betrokkene).sort()).toEqual([...wie].map(pseudoniem).sort())
    const { rows } = await server.eigen.database.pool.query('select handeling, gegevens from audit_regel where trace_id = $1', [trace])
    expect(rows).toEqual([{ handeling: 'toonLeerlingen', gegevens: { aantal: wie.size, gezocht: false } }])
  })

  it('S-30, P-05: de bladzijde van een student noemt alleen hem; een zoekvraag zonder uitkomst en een vreemde student noemen niemand', async () => {
    const [id = ''] = studentenIn((await haal('/studenten')).body)
    const eigen = await haal(`/studenten/${id}`)
    expect(eigen.statusCode).toBe(200)
    expect(eigen.regels.length).toBeGreaterThan(0)
    expect(new Set(eigen.regels.map(({ betrokkene }) => betrokkene))).toEqual(new Set([pseudoniem(id)]))
    for (const url of ['/studenten?zoek=Bestaatniet', '/studenten/01930000-0000-7000-8000-00000000dead']) {
      const { regels: ldv } = await haal(url)
      expect(ldv.length, url).toBeGreaterThan(0)
      expect(ldv.filter(({ betrokkene }) => betrokkene !== null), url).toEqual([])
    }
  })

  it('S-32: de traceparent van de aanroeper gaat door in het logboek van verwerkingen, de audit en het technische logboek', async () => {
    const { trace, regels: ldv } = await haal('/studenten')
    for (const regel of ldv) expect([regel.trace_id, regel.ouder_id]).toEqual([trace, OUDER])
    expect(regels.some((regel) => regel.includes(trace))).toBe(true)
  })

  it('P-06, S-33: kan het logboek niet geschreven worden, dan krijgt niemand een student te zien; daarna werkt alles weer', async () => {
    const [id = ''] = studentenIn((await haal('/studenten')).body)
    for (const [van, naar] of [['audit_kop', 'audit_kop_weg'], ['verwerking_regel', 'verwerking_weg']] as const) {
      const cookie = await logIn(server.eigen.database, 'lindemeer-administratie')
      await server.eigen.database.pool.query(`alter table ${van} rename to ${naar}`)
      const { statusCode, body } = await server.app.inject({ url: `/studenten/${id}`, headers: { cookie, accept: 'text/html' } })
      await server.eigen.database.pool.query(`alter table ${naar} rename to ${van}`)
      expect([van, statusCode]).toEqual([van, 500])
      expect(body).not.toContain(id)
    }
    expect((await haal(`/studenten/${id}`)).statusCode).toBe(200)
  })
})
