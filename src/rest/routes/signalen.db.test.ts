import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakRestproef, mboInschrijving, persoon, type Restproef, voInschrijving } from '../../../test/rest-proef.ts'
import { type Signaalbeeld, werkSignalenBijVoorVandaag } from '../../beslissing/index.ts'
import { werkSignalenBij } from '../../beslissing/store/signaal.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import { alsActor, systeemactor } from '../../toegang/index.ts'

let proef: Restproef
let deelnemerId = ''
beforeAll(async () => {
  proef = await maakRestproef()
  const geleverd = await proef.bel({ methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving: mboInschrijving() } })
  deelnemerId = String(geleverd.json['deelnemerId'])
  await proef.bel({ als: 'vo', methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving: voInschrijving() } })
  await werkSignalenBijVoorVandaag(proef.database, { nu: momentVan(proef.deur.nu()) }, proef.deur.normen)
})
afterAll(() => proef.weg())

type Json = Awaited<ReturnType<Restproef['bel']>>['json']
const lijst = async (als: 'vo' | 'mbo' | 'ander' | 'duo' | 'kijker', vraag = ''): Promise<Json[]> => [...((await proef.bel({ als, url: `/signalen${vraag}` })).json['regels'] ?? [])]

/** Een open signaal met een bekende stand, los van wat de regels vandaag vinden. */
async function maakSignaal(brin: string | null, code = 'SIG-SOK-ONTBREEKT', op = '2026-11-20T08:00:00.000Z'): Promise<string> {
  const { rows } = await proef.database.pool.query<{ signaal_id: string }>(
    `insert into signaal (deelnemer_id, signaal_id, code, niveau, brin, eerste_dag, regels, uitleg, feiten, normen, normen_versie, geopend_op)
     values ($1, gen_random_uuid(), $2, 'fout', $3, '2026-11-01', '{K-SOK-01}', 'Er is geen overeenkomst.', '[{"soort": "overeenkomst", "sleutel": "SOK"}]', '[]', 'x', $4) returning signaal_id`, [deelnemerId, code, brin, op])
  return rows[0]?.signaal_id ?? ''
}

const weg = (id: string): Promise<unknown> => proef.database.pool.query(`update signaal set gesloten_op = now() where signaal_id = $1`, [id])

async function zet(id: string, lichaam: object, als: 'mbo' | 'vo' = 'mbo') {
  return proef.wijzig({ als, methode: 'PATCH', url: `/signalen/${id}`, lichaam })
}

describe('de werklijst', () => {
  test('Z-02: elke school ziet haar eigen signalen, DUO alle, een ander geen', async () => {
    const [mijn, vo, duo] = [await lijst('mbo'), await lijst('vo'), await lijst('duo')]
    expect(mijn.length).toBeGreaterThan(0)
    expect(new Set(mijn.map((s) => s['school']))).toEqual(new Set(['21MB']))
    expect(new Set(vo.map((s) => s['school']))).toEqual(new Set(['11VA']))
    expect(duo.length).toBeGreaterThanOrEqual(mijn.length + vo.length)
    expect(await lijst('ander')).toEqual([])
    expect(await lijst('ander', '?school=21MB')).toEqual([])
    expect((await proef.bel({ als: 'ander', url: `/signalen/${String(mijn[0]?.['signaalId'])}` })).status).toBe(404)
    expect((await proef.bel({ als: 'niemand', url: '/signalen' })).status).toBe(401)
  })

  test('een signaal noemt titel, uitleg, wat te doen, regels met titel en bron, feiten en normen', async () => {
    const een = (await lijst('mbo'))[0]
    for (const veld of ['titel', 'uitleg', 'watTeDoen']) expect(String(een?.[veld]).length).toBeGreaterThan(5)
    expect([een?.['deelnemerId'], een?.['staat'], een?.['geslotenTijdstip']]).toEqual([deelnemerId, 'open', null])
    expect(een?.['regels']?.[0]?.['id']).toMatch(/^K-/)
    expect(een?.['regels']?.[0]?.['titel']).not.toBe('')
    expect(een?.['bronnen'] ?? []).not.toEqual([])
    const { status, koppen, json } = await proef.bel({ url: `/signalen/${String(een?.['signaalId'])}` })
    expect([status, json]).toEqual([200, een])
    expect(koppen['etag']).toMatch(/^"/)
  })

  test('zeven kenmerken om op te kiezen, en een verkeerde waarde is een fout', async () => {
    const taak = await maakSignaal('21MB', 'SIG-VSV')
    await proef.database.pool.query(`update signaal set niveau = 'taak' where signaal_id = $1`, [taak])
    expect((await lijst('mbo', '?niveau=taak')).map((s) => s['signaalId'])).toContain(taak)
    expect((await lijst('mbo', '?niveau=taak')).every((s) => s['niveau'] === 'taak')).toBe(true)
    expect((await lijst('mbo', '?code=SIG-VSV')).map((s) => s['signaalId'])).toEqual([taak])
    expect((await lijst('mbo', `?deelnemerId=${deelnemerId}&code=SIG-VSV&school=21MB&staat=open`)).length).toBe(1)
    expect(await lijst('mbo', '?deelnemerId=01930000-0000-7000-8000-00000000dead')).toEqual([])
    expect((await proef.bel({ url: '/signalen?staat=weg' })).status).toBe(400)
    await weg(taak)
    expect(await lijst('mbo', '?code=SIG-VSV')).toEqual([])
    expect((await lijst('mbo', '?code=SIG-VSV&staat=gesloten')).map((s) => s['staat'])).toEqual(['gesloten'])
  })

  test('S-15: bladeren met een regel per keer geeft elk signaal een keer, ook als er onderweg een bij komt', async () => {
    for (const code of ['SIG-ROUTE-ONTBREEKT', 'SIG-FASE-ONTBREEKT', 'SIG-NIVEAU-LEERWEG']) await maakSignaal('21MB', code)
    const eerst = await lijst('mbo')
    const gezien: unknown[] = []
    let cursor = ''
    for (let i = 0; i < 50; i += 1) {
      const { json } = await proef.bel({ url: `/signalen?pageSize=1${cursor === '' ? '' : `&cursor=${cursor}`}` })
      gezien.push(...(json['regels'] as unknown as Json[]).map((s) => s['signaalId']))
      if (i === 0) await maakSignaal('21MB', 'SIG-ENTREE', '2026-11-24T12:00:00.000Z')
      if (json['volgende'] === null) break
      cursor = String(json['volgende'])
    }
    expect(new Set(gezien).size).toBe(gezien.length)
    expect(gezien.length).toBe(eerst.length + 1)
    expect((await proef.bel({ url: '/signalen?cursor=onzin' })).status).toBe(400)
  })
})

describe('gezien en verklaard', () => {
  test('de hele weg: gezien, verklaard, andere tekst, ingetrokken; elke stap blijft staan en staat in de audit', async () => {
    const id = await maakSignaal('21MB', 'SIG-RIO-PARTNER')
    expect((await zet(id, { staat: 'gezien' })).json['staat']).toBe('gezien')
    const verklaard = await zet(id, { staat: 'verklaard', verklaring: '  Klopt zo: besproken.  ' })
    expect([verklaard.status, verklaard.json['staat'], verklaard.json['afhandeling']]).toMatchObject([200, 'verklaard', { verklaring: 'Klopt zo: besproken.', door: 'administratie-21MB', geldt: true }])
    await zet(id, { staat: 'verklaard', verklaring: 'Klopt zo: besproken.' })
    await zet(id, { staat: 'verklaard', verklaring: 'Toch anders.' })
    expect((await zet(id, { staat: 'gezien' })).json['staat']).toBe('gezien')
    const { rows } = await proef.database.pool.query<{ soort: string; verklaring: string | null }>('select soort, verklaring from signaalhandeling where signaal_id = $1 order by op', [id])
    expect(rows.map(({ soort, verklaring }) => verklaring ?? soort)).toEqual(['gezien', 'Klopt zo: besproken.', 'Toch anders.', 'gezien'])
    const audit = await proef.database.pool.query<{ t: string }>(`select a::text as t from audit_regel a where object_sleutel like '%' || $1`, [id])
    expect(audit.rows.length).toBe(4)
    expect(audit.rows.map(({ t }) => t).join()).not.toContain('besproken')
    expect((await lijst('mbo', '?staat=gezien')).map((s) => s['signaalId'])).toEqual([id])
    await weg(id)
  })

  test('Z-02: alleen de school van het signaal; niet de partner, niet wie alleen leest, niet DUO, en niemand bij een signaal zonder school', async () => {
    const id = await maakSignaal('21MB', 'SIG-GLR-NIVEAU')
    const zonder = await maakSignaal(null, 'SIG-ABSOLUUT-VERZUIM')
    const { koppen } = await proef.bel({ url: `/signalen/${id}` })
    for (const als of ['vo', 'ander', 'kijker', 'duo'] as const) {
      const antwoord = await proef.bel({ als, methode: 'PATCH', url: `/signalen/${id}`, lichaam: { staat: 'gezien' }, koppen: { 'if-match': String(koppen['etag']) } })
      expect([als, [403, 404].includes(antwoord.status)]).toEqual([als, true])
    }
    expect((await proef.bel({ als: 'beheer', methode: 'PATCH', url: `/signalen/${zonder}`, lichaam: { staat: 'gezien' }, koppen: { 'if-match': '"x"' } })).status).toBe(404)
    expect((await proef.bel({ url: `/signalen/${id}` })).json['staat']).toBe('open')
    await weg(id)
    await weg(zonder)
  })

  test('S-16: zonder If-Match 428, met een oude 412, en van tien tegelijk wint er een', async () => {
    const id = await maakSignaal('21MB', 'SIG-GLR-LEERWEG')
    expect((await proef.bel({ methode: 'PATCH', url: `/signalen/${id}`, lichaam: { staat: 'gezien' } })).status).toBe(428)
    const { koppen } = await proef.bel({ url: `/signalen/${id}` })
    const uitkomsten = await Promise.all(Array.from({ length: 10 }, (_, i) =>
      proef.bel({ methode: 'PATCH', url: `/signalen/${id}`, lichaam: { staat: 'verklaard', verklaring: `Nummer ${i}` }, koppen: { 'if-match': String(koppen['etag']) } })))
    expect(uitkomsten.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 412)])
    await weg(id)
  })

  test.each([
    [{ staat: 'gesloten' }, 'staat'], [{ staat: 'verklaard' }, 'verklaring'], [{ staat: 'verklaard', verklaring: '   ' }, 'verklaring'],
    [{ staat: 'verklaard', verklaring: 'x'.repeat(501) }, '500'], [{ staat: 'gezien', verklaring: 'tekst' }, 'verklaring'],
    [{ staat: 'verklaard', verklaring: 'Het gaat om 999900006.' }, 'persoonsnummer'], [{ staat: 'verklaard', verklaring: 'bsn 9999.00.006' }, 'persoonsnummer'],
    [{ staat: 'verklaard', verklaring: 'a\u0000b' }, 'verklaring'],
  ])('geweigerd met uitleg: %j', async (lichaam, noemt) => {
    const id = await maakSignaal('21MB', 'SIG-ROUTE-VERSCHIL')
    const antwoord = await zet(id, lichaam)
    expect([antwoord.status, antwoord.tekst.includes(noemt), antwoord.tekst.includes('999900006')]).toEqual([400, true, false])
    expect((await proef.bel({ url: `/signalen/${id}` })).json['afhandeling']).toBeNull()
    await weg(id)
  })

  test('een tekst van precies 500 tekens met accenten en regels mag; een gesloten signaal niet', async () => {
    const id = await maakSignaal('21MB', 'SIG-LEERJAAR')
    expect((await zet(id, { staat: 'verklaard', verklaring: `é\n${'ö'.repeat(498)}` })).status).toBe(200)
    await weg(id)
    const antwoord = await zet(id, { staat: 'gezien' })
    expect([antwoord.status, antwoord.tekst.includes('gesloten')]).toEqual([400, true])
  })

  test('tellingen per school en code volgen de staat', async () => {
    const ids = [await maakSignaal('21MB', 'SIG-BEKOSTIGBAAR')]
    await zet(ids[0] ?? '', { staat: 'gezien' })
    const tel = async () => [...(await proef.bel({ url: '/signaaltellingen' })).json['regels']].find((t: Json) => t['code'] === 'SIG-BEKOSTIGBAAR')
    expect(await tel()).toMatchObject({ school: '21MB', open: 0, gezien: 1, verklaard: 0 })
    await weg(ids[0] ?? '')
    expect(await tel()).toBeUndefined()
  })
})

describe('als de feiten veranderen', () => {
  const stempel = { nu: '2026-11-24T15:00:00.000Z' as Moment, normenVersie: 'y' }
  const wijzig = (id: string, signaal: object) => alsActor(proef.database, systeemactor('proef'), (trx) => werkSignalenBij(trx, [{ deelnemerId, signaalId: id, signaal: signaal as never }], stempel))
  const FEITEN = [{ soort: 'overeenkomst', sleutel: 'SOK' }]
  const gelijk = { code: 'SIG-SOK-ONTBREEKT', niveau: 'fout', regels: ['K-SOK-01'], voor: ['21MB'], feiten: FEITEN, normen: [] }
  const beeld = async (id: string) => (await proef.bel({ url: `/signalen/${id}` })).json as unknown as Pick<Signaalbeeld, 'staat' | 'afhandeling'>

  test('een andere zin bij dezelfde feiten laat de verklaring gelden; andere feiten zetten het signaal weer open', async () => {
    const id = await maakSignaal('21MB', 'SIG-SOK-ONTBREEKT')
    await zet(id, { staat: 'verklaard', verklaring: 'De overeenkomst wordt getekend.' })
    expect(await wijzig(id, { ...gelijk, uitleg: 'Andere woorden.' })).toEqual([])
    expect((await beeld(id)).staat).toBe('verklaard')
    expect((await wijzig(id, { ...gelijk, uitleg: 'Er is iets anders.', feiten: [...FEITEN, { soort: 'plan', sleutel: 'P' }] })).length).toBe(1)
    expect(await beeld(id)).toMatchObject({ staat: 'open', afhandeling: { verklaring: 'De overeenkomst wordt getekend.', geldt: false } })
    expect((await zet(id, { staat: 'gezien' })).json['staat']).toBe('gezien')
    expect((await wijzig(id, { ...gelijk, uitleg: 'Zonder feiten weten wij niet of het hetzelfde is.', feiten: [] })).length).toBe(1)
    expect((await beeld(id)).staat).toBe('open')
    await weg(id)
  })

  test('een oude ETag telt niet meer als de feiten intussen veranderden', async () => {
    const id = await maakSignaal('21MB', 'SIG-SOK-ONTBREEKT')
    const { koppen } = await proef.bel({ url: `/signalen/${id}` })
    await wijzig(id, { ...gelijk, uitleg: 'Er is iets anders.', feiten: [{ soort: 'plan', sleutel: 'P' }] })
    expect((await proef.bel({ methode: 'PATCH', url: `/signalen/${id}`, lichaam: { staat: 'gezien' }, koppen: { 'if-match': String(koppen['etag']) } })).status).toBe(412)
    await weg(id)
  })

  test('een signaal dat sluit en later weer opent begint opnieuw, met de oude verklaring alleen bij het oude', async () => {
    const oud = await maakSignaal('21MB', 'SIG-SOK-ONTBREEKT')
    await zet(oud, { staat: 'verklaard', verklaring: 'Van toen.' })
    await weg(oud)
    const nieuw = await maakSignaal('21MB', 'SIG-SOK-ONTBREEKT')
    expect(await beeld(nieuw)).toMatchObject({ staat: 'open', afhandeling: null })
    expect(await beeld(oud)).toMatchObject({ staat: 'gesloten', afhandeling: { verklaring: 'Van toen.', geldt: false } })
  })

  test('de tabel met handelingen kan alleen groeien, en een andere school ziet er niets van', async () => {
    const als = (actor: Parameters<typeof alsActor>[1], vraag: string) => alsActor(proef.database, actor, async (trx) => (await trx.executeQuery({ sql: vraag, parameters: [], query: {} as never, queryId: {} as never })).rows.length)
    await expect(als(systeemactor('x'), 'delete from signaalhandeling')).rejects.toThrow(/permission denied/)
    await expect(als(systeemactor('x'), `update signaalhandeling set verklaring = 'x'`)).rejects.toThrow(/permission denied/)
    expect(await als({ id: 'a', soort: 'school', rollen: [{ rol: 'bron-inschrijving-vo', brin: '12VB' }] }, 'select 1 from signaalhandeling')).toBe(0)
    expect(await als({ id: 'm', soort: 'school', rollen: [{ rol: 'bron-inschrijving-mbo', brin: '21MB' }] }, 'select 1 from signaalhandeling')).toBeGreaterThan(0)
  })

  test('de stand in de lijst is altijd die van de laatste handeling bij de inhoud van nu', async () => {
    const { rows } = await proef.database.pool.query(`select s.signaal_id from signaal s left join lateral (select soort from signaalhandeling h
      where h.signaal_id = s.signaal_id and h.inhoud_versie = s.inhoud_versie order by op desc, handeling_id desc limit 1) h on true where s.afhandeling <> coalesce(h.soort, 'open')`)
    expect(rows).toEqual([])
  })
})
