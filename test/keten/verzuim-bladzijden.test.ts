/** P11: van wie de melding is, met de uren erachter, en vastleggen dat zij gedaan is. Zonder JavaScript. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { formulierbewijs, logIn } from '../inloggen.ts'

let server: HeleServer
beforeAll(async () => { server = await startHeleServer({ log: () => undefined }) }, 90_000)
afterAll(() => server.weg())

const haal = async (cookie: string, url: string) => server.app.inject({ url, headers: { cookie } })
const stuur = async (cookie: string, url: string, velden: Readonly<Record<string, string>>) => server.app.inject({
  method: 'POST', url, headers: { cookie, host: '127.0.0.1', origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(velden).toString(),
})

async function eersteStudent(cookie: string, code: string): Promise<string> {
  const { body } = await haal(cookie, `/verzuim?code=${code}`)
  return /href="(\/verzuim\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
}

describe('P11: verzuim', () => {
  test('K-VZM-01, K-VZM-06: wie moet melden ziet hoeveel uur en waarom, legt de melding vast, en daarna is zij gedaan', async () => {
    const verzuim = await logIn(server.eigen.database, 'lindemeer-verzuim')
    const adres = await eersteStudent(verzuim, 'SIG-VERZUIM-16U')
    const { body } = await haal(verzuim, adres)
    for (const deel of ['De mbo-instelling meldt', 'K-VZM-01', 'Uren per week', '<svg class="weken"', 'Leg de melding vast']) expect(body).toContain(deel)
    expect(body).toMatch(/Meld het verzuim: (1[6-9]|[2-9][0-9])(,[0-9]+)? uur bereikt/)
    const velden = Object.fromEntries([...body.matchAll(/name="(partij|begin|eind|csrf)" value="([^"]*)"/g)].map(([, naam = '', waarde = '']) => [naam, waarde]))
    const anders = await stuur(verzuim, adres, { ...velden, csrf: formulierbewijs(body), eind: '2020-01-01' })
    expect([anders.statusCode, anders.body.includes('intussen anders')]).toEqual([409, true])
    const gedaan = await stuur(verzuim, adres, { ...velden, csrf: formulierbewijs(body) })
    expect([gedaan.statusCode, gedaan.headers.location]).toEqual([303, `${adres}?gemeld=ja`])
    const daarna = (await haal(verzuim, `${adres}?gemeld=ja`)).body
    for (const deel of ['De melding is vastgelegd.', 'De grens is niet bereikt, of de melding is gedaan.', 'niet ingetrokken']) expect(daarna).toContain(deel)
    expect((await stuur(verzuim, adres, { ...velden, csrf: formulierbewijs(daarna) })).statusCode, 'nog een keer drukken doet niets dubbel').toBe(409)
  })

  test('K-VZM-07, Z-02: de administratie zonder rol verzuim ziet het, een ander ziet niets', async () => {
    const kijker = await logIn(server.eigen.database, 'lindemeer-beheerder')
    const adres = await eersteStudent(kijker, 'SIG-VERZUIM-VERKEERDE-PARTIJ')
    expect((await haal(kijker, adres)).body).not.toContain('Leg de melding vast')
    expect((await haal(await logIn(server.eigen.database, 'wetering-administratie'), '/verzuim/01930000-0000-7000-8000-00000000dead')).statusCode).toBe(404)
    expect((await haal(kijker, '/verzuim/geen-sleutel')).statusCode).toBe(404)
  })

  test('een lijst zonder werk zegt dat het goed is, ook in het Engels', async () => {
    const vestiging = await logIn(server.eigen.database, 'wetering-administratie')
    const { body } = await haal(`${vestiging}; taal=en`, '/verzuim?code=SIG-ABSOLUUT-VERZUIM')
    expect(body).toContain('There is no absence to act on')
  })
})
