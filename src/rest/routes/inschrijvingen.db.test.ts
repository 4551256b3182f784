import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakRestproef, mboInschrijving, persoon, type Restproef, voInschrijving } from '../../../test/rest-proef.ts'

let proef: Restproef
beforeAll(async () => { proef = await maakRestproef() })
afterAll(() => proef.weg())

const ONBEKEND = '01890000-0000-7000-8000-00000000dead'

async function lever(als: 'vo' | 'mbo', nummer: number, inschrijving: object) {
  return proef.bel({ als, methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(nummer), inschrijving } })
}

describe('POST /inschrijvingen', () => {
  test('nieuw 201 met Location, gelijk 200 ongewijzigd, anders 200 gewijzigd; de sleutel is van ons en er staat geen persoonsnummer in', async () => {
    const eerste = await lever('mbo', 1, mboInschrijving())
    expect([eerste.status, eerste.json['uitkomst'], eerste.json['inschrijvingId']]).toEqual([201, 'nieuw', '21MB-E1'])
    expect(eerste.koppen['location']).toBe(`https://leerroute.example/v1/deelnemers/${eerste.json['deelnemerId']}/inschrijvingen/21MB-E1`)
    const gelijk = await lever('mbo', 1, mboInschrijving())
    expect([gelijk.status, gelijk.json['uitkomst'], gelijk.json['deelnemerId']]).toEqual([200, 'ongewijzigd', eerste.json['deelnemerId']])
    const anders = await lever('mbo', 1, mboInschrijving('MBO', { datumUitschrijvingGepland: '2029-07-31' }))
    expect([anders.status, anders.json['uitkomst']]).toEqual([200, 'gewijzigd'])
    for (const { tekst } of [eerste, gelijk, anders]) expect(tekst).not.toContain(persoon(1).persoonsnummer)
  })

  test('S-17: dezelfde Idempotency-Key geeft het eerste antwoord, signalen erbij, en geen tweede gevolg', async () => {
    const verzoek = { methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(2), inschrijving: mboInschrijving() }, sleutel: randomUUID() } as const
    const eerste = await proef.bel(verzoek)
    const voor = await proef.tel('audit_regel')
    const weer = await proef.bel(verzoek)
    expect([eerste.status, weer.status, weer.tekst]).toEqual([201, 201, eerste.tekst])
    expect(await proef.tel('audit_regel')).toBe(voor)
  })

  test('K-FASE-05: het antwoord noemt de signalen die na deze levering voor de eigen school openstaan', async () => {
    await lever('vo', 3, voInschrijving('VO'))
    const mbo = await lever('mbo', 3, mboInschrijving('MBO'))
    expect(mbo.json['signalenBerekend']).toBe(true)
    const signalen = mbo.json['signalen'] as unknown as readonly { code: string; brin: string; uitleg: string }[]
    expect(signalen.map(({ code }) => code)).toContain('SIG-FASE-VERSCHIL')
    expect(new Set(signalen.map(({ brin }) => brin))).toEqual(new Set(['21MB']))
    expect(signalen.every(({ uitleg }) => uitleg.length > 20)).toBe(true)
  })

  test('Z-02: namens een andere school leveren geeft 404, en een fout bericht 400 met veld en wat te doen; niets is opgeslagen', async () => {
    const voor = await proef.tel('deelnemer')
    expect((await lever('mbo', 4, mboInschrijving('MBO', { brin: '22MC' }))).status).toBe(404)
    const fout = await lever('mbo', 4, mboInschrijving('MBO', { datumUitschrijving: '2020-01-01' }))
    expect(fout.status).toBe(400)
    expect(fout.koppen['content-type']).toContain('application/problem+json')
    expect(fout.tekst).toMatch(/datumUitschrijving/)
    const nummer = await proef.bel({ methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: { ...persoon(4), persoonsnummer: '123456789' }, inschrijving: mboInschrijving() } })
    expect([nummer.status, nummer.tekst.includes('123456789')]).toEqual([400, false])
    expect(await proef.tel('deelnemer')).toBe(voor)
  })

  test('Z-01: zonder sleutel 401, met alleen raadplegen 403', async () => {
    const lichaam = { persoon: persoon(4), inschrijving: mboInschrijving() }
    expect((await proef.bel({ als: 'niemand', methode: 'POST', url: '/inschrijvingen', lichaam })).status).toBe(401)
    expect((await proef.bel({ als: 'kijker', methode: 'POST', url: '/inschrijvingen', lichaam })).status).toBe(403)
  })
})

describe('een inschrijving lezen, wijzigen en verwijderen', () => {
  let adres = ''
  let deelnemerId = ''
  beforeAll(async () => {
    const inschrijving = mboInschrijving('MBO', { extraOndersteuning: [{ datumBegin: '2026-09-01', datumEind: null }], redenUitschrijving: null })
    deelnemerId = String((await lever('mbo', 10, inschrijving)).json['deelnemerId'])
    adres = `/deelnemers/${deelnemerId}/inschrijvingen/21MB-E1`
  })

  test('S-16: wat GET geeft kan zo terug met PUT en verandert dan niets; de ETag blijft', async () => {
    const gelezen = await proef.bel({ url: adres })
    expect([gelezen.status, gelezen.koppen['etag']]).toEqual([200, expect.stringMatching(/^"/)])
    expect(gelezen.json['inschrijving']).toMatchObject(mboInschrijving('MBO', { extraOndersteuning: [{ datumBegin: '2026-09-01', datumEind: null }] }))
    const voor = await proef.tel('inschrijving_stand')
    const terug = await proef.wijzig({ methode: 'PUT', url: adres, lichaam: gelezen.json['inschrijving'] })
    expect([terug.status, terug.koppen['etag'], await proef.tel('inschrijving_stand')]).toEqual([200, gelezen.koppen['etag'], voor])
    expect((await proef.bel({ url: adres, koppen: { 'if-none-match': gelezen.koppen['etag'] ?? '' } })).status).toBe(304)
  })

  test('S-16: zonder If-Match 428, met een oude ETag 412; van twee tegelijk wint er een; heen en terug is een nieuwe versie', async () => {
    const { koppen, json } = await proef.bel({ url: adres })
    const oud = { 'if-match': koppen['etag'] ?? '' }
    const inschrijving = json['inschrijving'] as unknown as object
    const naar = (datumUitschrijvingGepland: string | null) => ({ methode: 'PUT' as const, url: adres, lichaam: { ...inschrijving, datumUitschrijvingGepland } })
    expect((await proef.bel(naar('2029-07-31'))).status).toBe(428)
    const samen = await Promise.all(['2029-07-31', '2030-07-31', '2031-07-31'].map((dag) => proef.bel({ ...naar(dag), koppen: oud })))
    expect(samen.map(({ status }) => status).toSorted()).toEqual([200, 412, 412])
    expect((await proef.wijzig(naar(null))).status).toBe(200)
    expect((await proef.bel({ ...naar('2032-07-31'), koppen: oud })).status).toBe(412)
  })

  test('het adres en het bericht gaan over hetzelfde', async () => {
    const { json } = await proef.bel({ url: adres })
    const mis = await proef.wijzig({ methode: 'PUT', url: adres, lichaam: { ...(json['inschrijving'] as unknown as object), inschrijvingvolgnummer: 'E2' } })
    expect([mis.status, mis.tekst.includes('inschrijvingvolgnummer')]).toEqual([400, true])
  })

  test('K-CAS-01: de standen zeggen wat wanneer bekend was, de nieuwste eerst', async () => {
    const { json } = await proef.bel({ url: `${adres}/standen` })
    const standen = json['regels'] as unknown as readonly { vastgelegdTijdstip: string; vervallenTijdstip: string | null; inschrijving: { datumUitschrijvingGepland: string | null } }[]
    expect(standen.length).toBe(3)
    expect(standen[0]?.vervallenTijdstip).toBeNull()
    expect(standen.slice(1).map(({ vervallenTijdstip }, i) => vervallenTijdstip === standen[i]?.vastgelegdTijdstip)).toEqual([true, true])
  })

  test('uitschrijven: de laatste dag staat er, dezelfde dag opnieuw verandert niets, een dag voor de inschrijving kan niet', async () => {
    const schrijf = (lichaam: object) => proef.bel({ methode: 'POST', url: `${adres}/uitschrijvingen`, lichaam })
    const uit = await schrijf({ datum: '2026-11-20', reden: '01' })
    expect([uit.status, uit.json['uitkomst']]).toEqual([200, 'gewijzigd'])
    expect((await proef.bel({ url: adres })).json['inschrijving']).toMatchObject({ datumUitschrijving: '2026-11-20', redenUitschrijving: '01' })
    expect((await schrijf({ datum: '2026-11-20', reden: '01' })).json['uitkomst']).toBe('ongewijzigd')
    const fout = await schrijf({ datum: '2026-07-31' })
    expect([fout.status, fout.tekst.includes('datumUitschrijving')]).toEqual([400, true])
  })

  test('Z-02, P-05: van een andere school en onbekend zijn bij elke operatie hetzelfde', async () => {
    const { json } = await proef.bel({ url: adres })
    const lichaam = json['inschrijving']
    const operaties = [
      { url: '' }, { url: '/standen' }, { methode: 'PUT', url: '', lichaam, koppen: { 'if-match': '"x"' } }, { methode: 'DELETE', url: '', koppen: { 'if-match': '"x"' } },
      { methode: 'POST', url: '/uitschrijvingen', lichaam: { datum: '2026-11-20' } },
    ] as const
    for (const { url, ...rest } of operaties) {
      const vreemd = await proef.bel({ als: 'ander', url: adres + url, ...rest })
      const onbekend = await proef.bel({ als: 'ander', url: adres.replace(deelnemerId, ONBEKEND) + url, ...rest })
      const zonder = ({ tekst, status }: typeof vreemd, id: string) => [status, tekst.replaceAll(id, 'ID')]
      expect([url, zonder(vreemd, deelnemerId)]).toEqual([url, zonder(onbekend, ONBEKEND)])
      expect(vreemd.status).toBe(404)
    }
  })

  test('Z-02: zonder leerroute ziet een partner de inschrijving niet, ook niet als alleen zij een leerroute noemt; noemen beide haar, dan wel', async () => {
    const id = String((await lever('mbo', 11, mboInschrijving(null))).json['deelnemerId'])
    await lever('vo', 11, voInschrijving(null))
    const zietVo = async () => ((await proef.bel({ als: 'vo', url: `/deelnemers/${id}/inschrijvingen` })).json['regels'] as unknown as readonly { inschrijvingId: string }[]).map(({ inschrijvingId }) => inschrijvingId)
    expect(await zietVo()).toEqual(['11VA-1'])
    await lever('vo', 11, voInschrijving('VO'))
    expect(await zietVo()).toEqual(['11VA-1'])
    await lever('mbo', 11, mboInschrijving('VO'))
    expect(await zietVo()).toEqual(['11VA-1', '21MB-E1'])
    const vreemd = await proef.wijzig({ als: 'vo', methode: 'DELETE', url: `/deelnemers/${id}/inschrijvingen/21MB-E1` })
    expect(vreemd.status, 'zien is nog niet wijzigen').toBe(404)
  })

  test('S-07: verwijderen laat de geschiedenis staan, en opnieuw verwijderen verandert niets', async () => {
    expect((await proef.wijzig({ methode: 'DELETE', url: adres })).status).toBe(204)
    const voor = [await proef.tel('inschrijving_stand'), await proef.tel(`audit_regel where handeling = 'verwijderInschrijving'`)]
    expect((await proef.wijzig({ methode: 'DELETE', url: adres })).status).toBe(404)
    expect([await proef.tel('inschrijving_stand'), await proef.tel(`audit_regel where handeling = 'verwijderInschrijving'`)]).toEqual(voor)
    expect((await proef.bel({ url: adres })).status).toBe(404)
    expect(((await proef.bel({ als: 'duo', url: `${adres}/standen` })).json['regels'] as unknown as unknown[]).length).toBeGreaterThan(2)
    // Z-02: de school had geen andere grond, en ziet de deelnemer dus niet meer.
    expect((await proef.bel({ url: `${adres}/standen` })).status).toBe(404)
  })
})
