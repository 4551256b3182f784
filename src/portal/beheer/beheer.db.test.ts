import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { maakAccount } from '../../../test/account-proef.ts'
import type { Moment } from '../../kern/datum.ts'
import { accountIdVan } from '../../server/wereld-medewerkers.ts'
import { type HeleServer, startHeleServer } from '../../../test/hele-server.ts'
import { namenUitDeWereld } from '../../../test/bladzijden/portaalwereld.ts'
import { formulierbewijs, logAccountIn } from '../../../test/inloggen.ts'
import { nederlandseWoorden } from '../../../test/taal.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let server: HeleServer
const regels: string[] = []
beforeAll(async () => { server = await startHeleServer({ log: (regel) => regels.push(regel) }) })
afterAll(() => server.weg())

interface Uit { readonly status: number; readonly html: string; readonly naar: string; readonly soort: string }

/** Iemand met een open sessie: haalt bladzijden op en verstuurt formulieren, zoals een browser zonder JavaScript. */
async function als(medewerker: string, taal: 'nl' | 'en' = 'nl') {
  const koekje = `${await logAccountIn(server.eigen.database, accountIdVan(medewerker))}; taal=${taal}`
  const vraag = async (methode: 'GET' | 'POST', pad: string, velden: Record<string, string> = {}): Promise<Uit> => {
    const post = methode === 'POST' ? { payload: new URLSearchParams(velden).toString() } : {}
    const uit = await server.app.inject({ method: methode, url: pad, headers: { host: '127.0.0.1', cookie: koekje, ...(methode === 'POST' ? { origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' } : {}) }, ...post })
    return { status: uit.statusCode, html: uit.body, naar: String(uit.headers.location ?? ''), soort: String(uit.headers['content-type']) }
  }
  const csrf = formulierbewijs((await vraag('GET', '/regels')).html)
  return { haal: (pad: string) => vraag('GET', pad), stuur: (pad: string, velden: Record<string, string>) => vraag('POST', pad, { csrf, ...velden }) }
}

const audit = async (handeling: string) => (await server.eigen.database.pool.query<{ actor: string; gegevens: Record<string, unknown> }>(`select actor, gegevens from audit_regel where handeling = $1 order by op desc limit 1`, [handeling])).rows[0]

describe('de beheerder', () => {
  test('K-EH-02, Z-03: geeft een rol tot en met een dag, ziet hem staan en trekt hem in', async () => {
    const beheerder = await als('lindemeer-beheerder')
    const wie = `/beheer/gebruikers/${accountIdVan('lindemeer-verzuim')}`
    const gegeven = await beheerder.stuur(`${wie}/rollen`, { rol: 'bsn-inzien', brin: '21MB', totEnMet: '31 jul 2050', reden: '' })
    expect([gegeven.status, gegeven.naar]).toEqual([303, `${wie}?gelukt=rol`])
    const { html } = await beheerder.haal(gegeven.naar)
    expect(html).toContain('De rol is gegeven')
    expect(html).toContain('tot en met 31 jul 2050')
    const rolId = (await server.eigen.database.pool.query<{ id: string; voor: string }>(`select account_rol_id as id, geldig_voor as voor from account_rol where account_id = $1 and rol = 'bsn-inzien'`, [accountIdVan('lindemeer-verzuim')])).rows[0]
    expect(rolId?.voor).toBe('2050-07-31T22:00:00.000Z')
    const zonder = await beheerder.stuur(`${wie}/rollen/${rolId?.id ?? ''}`, { doe: 'intrekken', reden: '' })
    expect([zonder.status, zonder.html.includes('Geef een reden')]).toEqual([400, true])
    expect((await beheerder.stuur(`${wie}/rollen/${rolId?.id ?? ''}`, { doe: 'intrekken', reden: 'Niet meer nodig.' })).naar).toBe(`${wie}?gelukt=intrekken`)
  })

  test('Z-04: kan zichzelf geen rol geven, ook niet als hij het formulier zelf namaakt', async () => {
    const beheerder = await als('lindemeer-beheerder')
    const ik = `/beheer/gebruikers/${accountIdVan('lindemeer-beheerder')}`
    expect((await beheerder.haal(ik)).html).toContain('Uzelf een rol geven kan niet')
    const uit = await beheerder.stuur(`${ik}/rollen`, { rol: 'verzuim', brin: '21MB', reden: 'Toch.' })
    expect([uit.status, uit.html.includes('U kunt uzelf geen rol geven')]).toEqual([400, true])
  })

  test('T-17, P-07: wie de laatste beheerder wil wegdoen wordt geweigerd, en beveiliging hoort het', async () => {
    const beheerder = await als('lindemeer-beheerder')
    const id = accountIdVan('lindemeer-beheerder')
    const rol = (await server.eigen.database.pool.query<{ id: string }>(`select account_rol_id as id from account_rol where account_id = $1 and rol = 'beheerder'`, [id])).rows[0]
    const uit = await beheerder.stuur(`/beheer/gebruikers/${id}/rollen/${rol?.id ?? ''}`, { doe: 'intrekken', reden: 'Ik stop.' })
    expect([uit.status, uit.html.includes('Uw organisatie houdt dan geen beheerder over')]).toEqual([400, true])
    const voorvallen = regels.filter((regel) => regel.includes('"voorval":"laatste-beheerder"'))
    expect(voorvallen).toHaveLength(1)
    expect(voorvallen[0]).not.toContain(id)
  })

  test('T-30, K-EH-09, S-85: haalt gebruikers en overstap op als bestand; dat staat in de audit', async () => {
    const beheerder = await als('lindemeer-beheerder')
    const [gebruikers, overstap] = [await beheerder.haal('/beheer/gebruikers.csv'), await beheerder.haal('/beheer/overstap.csv')]
    expect([gebruikers.status, gebruikers.soort, overstap.status]).toEqual([200, 'text/csv; charset=utf-8', 200])
    expect(gebruikers.html).toContain('naam;inlogmiddel;stand')
    expect(gebruikers.html).not.toContain('Veldhoorn')
    expect(overstap.html).toContain('DUO-token')
    // Dagen als jjjj-mm-dd: een ander programma leest ze zonder gissen.
    for (const { html } of [gebruikers, overstap]) expect([/;\d{4}-\d{2}-\d{2};/.test(html), /\d (?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec) \d{4}/.test(html)]).toEqual([true, false])
    expect([(await audit('exporteerGebruikers'))?.actor, (await audit('exporteerOverstap'))?.actor]).toEqual([accountIdVan('lindemeer-beheerder'), accountIdVan('lindemeer-beheerder')])
  })

  test('T-15: zet uitnodigen met een code aan bij de eigen school, geeft een code, en zet het weer uit', async () => {
    const beheerder = await als('lindemeer-beheerder')
    const bord = await beheerder.haal('/beheer/overstap')
    const oud = /\/beheer\/overstap\/([0-9a-f-]{36})/.exec(bord.html)?.[1] ?? ''
    expect([bord.html.includes('Uitnodigen met een code staat uit'), bord.html.includes('Nodig uit met een code')]).toEqual([true, false])
    expect((await beheerder.stuur('/beheer/overstap/school/11VA', { aan: 'ja' })).status).toBe(404)
    const aan = await beheerder.stuur('/beheer/overstap/school/21MB', { aan: 'ja' })
    expect(aan.naar).toBe('/beheer/overstap?gelukt=uitnodigen-aan')
    expect((await beheerder.haal(aan.naar)).html).toContain('Nodig uit met een code')
    expect((await beheerder.stuur(`/beheer/overstap/${oud}`, { doe: 'uitnodigen' })).html).toContain('Geef uw collega deze code')
    expect((await beheerder.stuur('/beheer/overstap/school/21MB', { aan: 'nee' })).naar).toBe('/beheer/overstap?gelukt=uitnodigen-uit')
    expect((await beheerder.stuur(`/beheer/overstap/${oud}`, { doe: 'uitnodigen' })).html).toContain('Uw school werkt niet met uitnodigingen')
  })

  test('een fout in een van de formulieren wijst naar het veld van dat formulier', async () => {
    const beheerder = await als('lindemeer-beheerder')
    const uit = await beheerder.stuur(`/beheer/gebruikers/${accountIdVan('lindemeer-verzuim')}/stand`, { doe: 'blokkeer', reden: '' })
    expect(uit.status).toBe(400)
    expect(uit.html).toContain('href="#reden-blokkeer"')
    expect(uit.html).toContain('id="reden-blokkeer"')
  })

  test('Z-03: bewaart het oordeel over rollen (BIO2), en zegt het als er niets gekozen is', async () => {
    const beheerder = await als('lindemeer-beheerder')
    const wie = `/beheer/gebruikers/${accountIdVan('lindemeer-administratie')}`
    expect((await beheerder.stuur(`${wie}/nakijken`, {})).status).toBe(400)
    const rolId = /name="(rol-[0-9a-f-]{36})" value="BLIJFT"/.exec((await beheerder.haal(wie)).html)?.[1] ?? ''
    expect((await beheerder.stuur(`${wie}/nakijken`, { [rolId]: 'BLIJFT' })).naar).toBe(`${wie}?gelukt=nakijken`)
    expect((await beheerder.haal(wie)).html).toContain('nagekeken op')
  })

  test('T-11: een melding staat op het begin tot de beheerder haar las', async () => {
    const beheerder = await als('lindemeer-beheerder')
    const { rows } = await server.eigen.database.pool.query<{ organisatie_id: string }>('select organisatie_id from account where account_id = $1', [accountIdVan('lindemeer-beheerder')])
    const melding = '00000000-0000-7000-8000-0000000000aa'
    await server.eigen.database.pool.query(`insert into beheerdermelding (melding_id, organisatie_id, soort, account_id, op) values ($1, $2, 'GEKOPPELD', $3, now())`, [melding, rows[0]?.organisatie_id, accountIdVan('lindemeer-verzuim')])
    expect((await beheerder.haal('/beheer')).html).toContain('stapte over naar eHerkenning')
    expect((await (await als('veldhoorn-beheerder')).stuur(`/beheer/meldingen/${melding}`, {})).status).toBe(404)
    expect((await beheerder.stuur(`/beheer/meldingen/${melding}`, {})).naar).toBe('/beheer?gelukt=gelezen')
    expect((await beheerder.haal('/beheer')).html).not.toContain('stapte over naar eHerkenning')
  })
})

describe('een naam geven', () => {
  test('T-11, Z-04, S-76: een beheerder stelt een naam voor, DUO bevestigt hem, en de medewerker ziet het in beide talen', async () => {
    const [beheerder, duo] = [await als('lindemeer-beheerder'), await als('duo-behandelaar')]
    const { database } = server.eigen
    const rij = (await database.pool.query<{ organisatie_id: string; medewerker_id: string }>('select organisatie_id, medewerker_id from account where account_id = $1', [accountIdVan('lindemeer-verzuim')])).rows[0]
    const organisatieId = rij?.organisatie_id ?? ''
    const accountId = await maakAccount(database, { organisatieId, naam: null, toestand: 'NIEUW' }, organisatieId, () => Promise.reject(new Error('geen naam')), '2026-11-24T09:00:00.000Z' as Moment)
    const wie = `/beheer/gebruikers/${accountId}`
    expect((await beheerder.haal(wie)).html).toContain('Stel deze naam voor')
    expect((await beheerder.stuur(`${wie}/naam`, { medewerker: rij?.medewerker_id ?? '', naam: '' })).naar).toBe(`${wie}?gelukt=naam-bij-duo`)
    const { html } = await beheerder.haal(wie)
    expect([html.includes('DUO bevestigt dit.'), html.includes('Trek het voorstel in'), html.includes('Bevestig de naam'), html.includes('Stel deze naam voor')]).toEqual([true, true, false, false])
    const voorstelId = /name="voorstelId" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
    expect((await beheerder.stuur(`${wie}/naamvoorstel`, { doe: 'bevestig', voorstelId })).status).toBe(404)
    expect((await beheerder.stuur(`${wie}/naamvoorstel`, { doe: 'iets', voorstelId })).status).toBe(400)
    expect((await duo.haal('/duo/overstap')).html).toContain('Een account op naam van een medewerker')
    expect((await duo.haal(wie)).html).toContain('Bevestig de naam')
    expect((await duo.stuur(`/duo/voorstellen/${voorstelId}`, { soort: 'naam-geven', doe: 'bevestig' })).naar).toBe('/duo/overstap?gelukt=bevestigd')
    expect((await beheerder.haal('/beheer')).html).toContain('kreeg een account op naam: klopt dat?')
    const medewerker = await als('lindemeer-verzuim')
    expect((await medewerker.haal('/sessies')).html).toContain('zette een beheerder een account op uw naam, met eHerkenning')
    expect((await beheerder.haal('/sessies')).html).not.toContain('Accounts op uw naam')
  })
})

describe('in het Engels', () => {
  test('S-76: wat na een formulier op de bladzijde staat is Engels; de zin van een weigering en een brief zijn als Nederlands gemerkt', async () => {
    const [beheerder, duo] = [await als('lindemeer-beheerder', 'en'), await als('duo-behandelaar', 'en')]
    const wie = `/beheer/gebruikers/${accountIdVan('lindemeer-verzuim')}`
    const oud = /\/beheer\/overstap\/([0-9a-f-]{36})/.exec((await beheerder.haal('/beheer/overstap')).html)?.[1] ?? ''
    await beheerder.stuur('/beheer/overstap/school/21MB', { aan: 'ja' })
    const standen: readonly (readonly [string, Uit, string])[] = [
      ['rol met fout', await beheerder.stuur(`${wie}/rollen`, { rol: 'raadplegen', brin: '21MB', totEnMet: 'ooit' }), 'De laatste dag konden wij niet lezen.'],
      ['oordeel met fout', await beheerder.stuur(`${wie}/nakijken`, {}), 'Nothing has changed'],
      ['rol gelukt', await beheerder.haal(`${wie}?gelukt=rol`), 'The role is granted.'],
      ['eigen account', await beheerder.haal(`/beheer/gebruikers/${accountIdVan('lindemeer-beheerder')}`), 'You cannot grant yourself a role.'],
      ['uitnodigen aan', await beheerder.haal('/beheer/overstap?gelukt=uitnodigen-aan'), 'Inviting is on.'],
      ['herinnering', await beheerder.stuur(`/beheer/overstap/${oud}`, { doe: 'herinner' }), '<span lang="nl">Beste '],
      ['code', await beheerder.stuur(`/beheer/overstap/${oud}`, { doe: 'uitnodigen' }), 'Valid until '],
      ['melding gelezen', await beheerder.haal('/beheer?gelukt=gelezen'), 'The message is read.'],
      ['niemand gevonden', await beheerder.haal('/beheer/gebruikers?zoek=bestaatniet'), 'No user matches this choice'],
      ['datums voorgesteld', await duo.haal('/duo/overstap/21MB?gelukt=voorgesteld'), 'A second case handler'],
      ['datums met fout', await duo.stuur('/duo/overstap/21MB', { openVan: 'ooit' }), 'De eerste dag konden wij niet lezen.'],
      ['voorstel gedaan', await duo.stuur('/duo/overstap/21MB', { openVan: '1-1-2020', tokenTotEnMet: '31-12-2099', reden: 'De school vraagt dit.' }), ''],
      ['voorstel wacht', await duo.haal('/duo/overstap'), 'Waits for a second case handler'],
    ]
    expect(standen.filter(([, { html }, zin]) => !html.includes(zin)).map(([naam, { status, html }]) => [naam, status, html.slice(0, 200)])).toEqual([])
    expect(standen.map(([naam, { html }]) => [naam, nederlandseWoorden(html, namenUitDeWereld())]).filter(([, woorden]) => woorden?.length !== 0)).toEqual([])
    const voorstel = /\/duo\/voorstellen\/([0-9a-f-]{36})/.exec(standen.at(-1)?.[1].html ?? '')?.[1] ?? ''
    expect((await duo.haal((await duo.stuur(`/duo/voorstellen/${voorstel}`, { soort: 'overstapdatums', doe: 'wijs-af' })).naar)).html).toContain('The proposal is rejected.')
    expect((await beheerder.haal('/beheer/gebruikers.csv')).html).toContain('naam;inlogmiddel;stand')
  })

  test('een woord dat geen code is toont geen zin, ook niet een eigenschap die elk object heeft', async () => {
    const { status, html } = await (await als('lindemeer-beheerder')).haal('/beheer/overstap?gelukt=constructor')
    expect([status, html.includes('class="gelukt"')]).toEqual([200, false])
  })
})

describe('DUO', () => {
  test('T-18: twee behandelaars stellen een eerste beheerder aan; de eerste kan zelf niet bevestigen', async () => {
    const [een, ander] = [await als('duo-behandelaar'), await als('duo-behandelaar-twee')]
    const account = accountIdVan('vlierpad-administratie')
    const organisatie = (await server.eigen.database.pool.query<{ id: string }>('select organisatie_id as id from account where account_id = $1', [account])).rows[0]?.id ?? ''
    const bladzijde = `/duo/organisaties/${organisatie}`
    expect((await een.haal(bladzijde)).html).toContain('geen beheerder die kan inloggen')
    const vandaag = new Date().toISOString().slice(0, 10)
    // Niemand staat vooraf gekozen: wie het veld overslaat stelt anders de eerste uit de lijst aan.
    expect((await een.haal(bladzijde)).html).toMatch(/<option value[^>]* selected[^>]*>Kies een account/)
    const niets = await een.stuur(`${bladzijde}/eerste-beheerder`, { account: '', naam: '', formulierKenmerk: '', ondertekendOp: '', ondertekendDoor: '' })
    for (const deel of ['5 fouten', 'U koos nog geen account.', 'De naam van de beheerder ontbreekt.', 'Het kenmerk van het formulier ontbreekt.', 'De datum van ondertekening ontbreekt.', 'Wie ondertekende, ontbreekt.']) expect(niets.html).toContain(deel)
    const leeg = await een.stuur(`${bladzijde}/eerste-beheerder`, { account, naam: '', formulierKenmerk: '', ondertekendOp: vandaag, ondertekendDoor: '' })
    expect([leeg.status, leeg.html.includes('Fout:')]).toEqual([400, true])
    expect((await een.stuur(`${bladzijde}/eerste-beheerder`, { account, naam: 'Delano Ferrier', formulierKenmerk: 'F-2026-1', ondertekendOp: vandaag, ondertekendDoor: 'M. Voorzitter' })).naar).toBe(`${bladzijde}?gelukt=aangeboden`)
    const voorstel = /\/duo\/voorstellen\/([0-9a-f-]{36})/.exec((await ander.haal('/duo/overstap')).html)?.[1] ?? ''
    expect((await ander.haal('/duo/overstap')).html).toContain('Delano Ferrier wordt beheerder; getekend door M. Voorzitter')
    const velden = { soort: 'eerste-beheerder', doe: 'bevestig' }
    expect((await een.stuur(`/duo/voorstellen/${voorstel}`, velden)).html).toContain('U deed dit voorstel zelf')
    expect((await ander.stuur(`/duo/voorstellen/${voorstel}`, velden)).naar).toBe('/duo/overstap?gelukt=bevestigd')
    expect((await een.haal(bladzijde)).html).not.toContain('geen beheerder die kan inloggen')
    expect((await (await als('vlierpad-administratie')).haal('/beheer')).status).toBe(200)
  })

  test('K-EH-06: een datum terugzetten wacht op een tweede behandelaar; de eerste kan zijn voorstel intrekken', async () => {
    const [een, ander] = [await als('duo-behandelaar'), await als('duo-behandelaar-twee')]
    const velden = { openVan: '1-1-2020', tokenTotEnMet: '31-12-2098', coulanceTotEnMet: '', reden: 'De school vraagt uitstel.' }
    expect((await een.stuur('/duo/overstap/21MB', velden)).naar).toBe('/duo/overstap/21MB?gelukt=voorgesteld')
    expect((await een.stuur('/duo/overstap/21MB', velden)).html).toContain('Er wacht al een voorstel hierover')
    const eerste = /\/duo\/voorstellen\/([0-9a-f-]{36})/.exec((await een.haal('/duo/overstap')).html)?.[1] ?? ''
    expect((await een.stuur(`/duo/voorstellen/${eerste}`, { soort: 'overstapdatums', doe: 'wijs-af' })).naar).toBe('/duo/overstap?gelukt=afgewezen')
    const terug = await een.stuur('/duo/overstap/21MB', { ...velden, openVan: '1-1-2090', reden: 'Te vroeg geopend.' })
    expect(terug.naar).toBe('/duo/overstap/21MB?gelukt=voorgesteld')
    const voorstel = /\/duo\/voorstellen\/([0-9a-f-]{36})/.exec((await ander.haal('/duo/overstap')).html)?.[1] ?? ''
    expect((await ander.stuur(`/duo/voorstellen/${voorstel}`, { soort: 'overstapdatums', doe: 'bevestig' })).naar).toBe('/duo/overstap?gelukt=bevestigd')
    expect((await een.haal('/duo/overstap/21MB')).html).toContain('1 jan 2090')
  })
})
