import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accountproef, maakAccountproef } from '../../../test/account-proef.ts'
import { leverInschrijving } from '../../bron/index.ts'
import { datum, datumInNederland } from '../../kern/datum.ts'
import { SIGNAALCODES } from '../../kern/signaalcode.ts'
import { laadNormen } from '../../normen/index.ts'
import { type Actiecontext, alsActor, systeemactor } from '../../toegang/index.ts'
import type { Werkkeuze, Werksignaal } from '../werklijst.ts'
import { herberekenSignalenVan } from './herbereken-signalen.ts'
import { exporteerSignalen, toonWerklijst, toonWerkscholen, toonWerksignaal } from './toon-werklijst.ts'
import { werkSignalenAf, wijsSignaalToe } from './werk-signalen-af.ts'

const normen = laadNormen()
const ALLES: Werkkeuze = { codes: SIGNAALCODES, staten: [] }
const FASE: Werkkeuze = { codes: ['SIG-FASE-ONTBREEKT'], staten: [] }
/** Nummers uit de reeks die nooit wordt uitgegeven en de elfproef halen. */
const NUMMERS = Array.from({ length: 400 }, (_leeg, i) => String(999_900_000 + i)).filter((nummer) => [...nummer].reduce((som, cijfer, i) => som + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0) % 11 === 0)

let proef: Accountproef
let ik: Actiecontext
let collega: string
let vreemd: Actiecontext
let leerlingen: string[]

beforeAll(async () => {
  proef = await maakAccountproef()
  const rol = { rol: 'bron-inschrijving-mbo', brin: '21MB' }
  ik = await proef.als(await proef.maakAccount({ naam: 'Fatima', rollen: [rol] }))
  collega = await proef.maakAccount({ naam: 'Joris', rollen: [rol] })
  vreemd = await proef.als(await proef.maakAccount({ organisatieId: proef.ander, naam: 'Vera', rollen: [{ rol: 'bron-inschrijving-vo', brin: '12VB' }] }))
  leerlingen = []
  for (const [i, nummer] of NUMMERS.slice(0, 8).entries()) leerlingen.push(await lever(nummer, i % 4 === 3 ? 'MBO' : null))
  await reken()
})
afterAll(() => proef.weg())

/** Een mbo-student met een leerroute zonder fase: dat geeft altijd een signaal voor de school. */
async function lever(persoonsnummer: string, leerroutefase: 'MBO' | null): Promise<string> {
  const uitkomst = await leverInschrijving(proef.database, { ...ik, nu: proef.nu() }, {
    persoon: { persoonsnummer, geboortedatum: '2009-04-12', naam: `Student ${persoonsnummer.slice(-3)}` },
    inschrijving: {
      sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'E1', datumInschrijving: datum('2026-08-01'),
      perioden: [{ datumBegin: datum('2026-08-01'), opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', onderwijsaanbieder: '201A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase }],
    },
  })
  if (!uitkomst.ok) throw new Error(JSON.stringify(uitkomst.reden))
  return uitkomst.waarde.deelnemerId
}

const reken = () => alsActor(proef.database, systeemactor('signalen'), (trx) => herberekenSignalenVan(trx, { nu: proef.nu() }, leerlingen, normen))

async function lijst(keuze: Werkkeuze = ALLES, ctx = ik) {
  const gevonden = await toonWerklijst(proef.database, ctx, keuze, undefined, normen)
  if (!gevonden.ok) throw new Error(JSON.stringify(gevonden.reden))
  return gevonden.waarde
}
const signalenVan = async (keuze: Werkkeuze = FASE): Promise<readonly Werksignaal[]> => (await lijst(keuze)).groepen[0]?.signalen ?? []
const opScherm = (signalen: readonly Werksignaal[]) => signalen.map(({ signaalId, versie }) => ({ signaalId, versie }))

test('de werklijst staat per regel, wat eerst moet eerst, met de naam van de student en het aantal', async () => {
  const { groepen, alles } = await lijst()
  expect(groepen.find(({ code }) => code === 'SIG-FASE-ONTBREEKT')).toMatchObject({ aantal: 6, meer: false, niveau: 'fout', termijn: { soort: 'teldatum' } })
  expect(groepen.map(({ niveau }) => niveau)).toEqual(groepen.map(({ niveau }) => niveau).toSorted((a, b) => ['fout', 'taak', 'waarschuwing', 'info'].indexOf(a) - ['fout', 'taak', 'waarschuwing', 'info'].indexOf(b)))
  expect(groepen[0]?.signalen[0]).toMatchObject({ naam: expect.stringMatching(/^Student/), school: 'School 21MB', toegewezenAan: null, staat: 'open' })
  expect(alles.totaal.aantal).toBe(groepen.reduce((som, { aantal }) => som + aantal, 0))
  expect(groepen.find(({ code }) => code === 'SIG-FASE-ONTBREEKT')?.signalen).toHaveLength(5)
  expect(await signalenVan()).toHaveLength(6)
})

test('Z-02: een ander ziet de signalen niet, kan ze niet krijgen en verandert er niets aan', async () => {
  expect((await lijst(ALLES, vreemd)).groepen).toEqual([])
  const [signaal] = await signalenVan()
  const id = signaal?.signaalId ?? ''
  expect(await toonWerksignaal(proef.database, vreemd.actor, id)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  expect(await toonWerksignaal(proef.database, vreemd.actor, 'x')).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  expect(await wijsSignaalToe(proef.database, vreemd, id, vreemd.actor.id)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  expect(await werkSignalenAf(proef.database, vreemd, opScherm(await signalenVan()), { soort: 'gezien' })).toMatchObject({ gedaan: 0, nietGevonden: 6 })
  expect((await lijst({ ...ALLES, school: '12VB' })).groepen).toEqual([])
  expect(await toonWerkscholen(proef.database, vreemd.actor)).toEqual([{ brin: '12VB', naam: 'School 12VB', eigen: true }])
})

test('een signaal gaat naar een collega van dezelfde school, en dat staat in de audit en bij het signaal', async () => {
  const [signaal] = await signalenVan()
  const id = signaal?.signaalId ?? ''
  expect(await wijsSignaalToe(proef.database, ik, id, collega)).toEqual({ ok: true, waarde: { toegewezenAan: collega } })
  const voor = (await proef.audit()).length
  expect(await wijsSignaalToe(proef.database, ik, id, collega)).toMatchObject({ ok: true })
  expect((await proef.audit()).length).toBe(voor)
  expect((await proef.audit()).at(-1)).toMatchObject({ handeling: 'wijsSignaalToe', actor: ik.actor.id, gegevens: { aan: collega } })
  const gezien = await toonWerksignaal(proef.database, ik.actor, id)
  expect(gezien.ok && [gezien.waarde.signaal.toegewezenAan, gezien.waarde.handelingen]).toMatchObject([collega, [{ soort: 'toegewezen', aan: collega, door: ik.actor.id }]])
  expect((await lijst({ ...FASE, van: 'niemand' })).groepen[0]?.aantal).toBe(5)
  expect((await lijst({ ...FASE, van: collega })).groepen[0]?.aantal).toBe(1)
  expect((await lijst({ ...FASE, van: 'mij' })).groepen).toEqual([])
})

test('Z-02: iemand van een ander bestuur, zonder rol of met een onbekende sleutel kan een signaal niet krijgen', async () => {
  const [signaal] = await signalenVan()
  const zonderRol = await proef.maakAccount({ naam: 'Zonder rol' })
  for (const aan of [vreemd.actor.id, zonderRol, 'onzin']) {
    expect(await wijsSignaalToe(proef.database, ik, signaal?.signaalId ?? '', aan)).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'aan' }] } })
  }
  expect(await wijsSignaalToe(proef.database, ik, signaal?.signaalId ?? '', null)).toEqual({ ok: true, waarde: { toegewezenAan: null } })
})

test('S-17: meer signalen tegelijk op gezien, twee keer tegelijk verstuurd, is een keer gezien', async () => {
  const signalen = opScherm((await signalenVan()).slice(0, 3))
  const doe = () => werkSignalenAf(proef.database, ik, signalen, { soort: 'gezien' })
  expect(await Promise.all([doe(), doe()])).toEqual([{ gedaan: 3, veranderd: 0, nietGevonden: 0, fouten: [] }, { gedaan: 3, veranderd: 0, nietGevonden: 0, fouten: [] }])
  const { rows } = await proef.database.pool.query(`select count(*)::int as n from signaalhandeling where signaal_id = any($1)`, [signalen.map(({ signaalId }) => signaalId)])
  expect(rows).toEqual([{ n: 3 }])
  expect((await lijst({ ...FASE, staten: ['gezien'] })).groepen[0]?.aantal).toBe(3)
  expect((await lijst({ ...FASE, staten: ['open'] })).groepen[0]?.aantal).toBe(3)
})

test('een verklaring die niet kan verandert niets; een signaal dat veranderde wordt overgeslagen en de rest gaat door', async () => {
  const signalen = opScherm((await signalenVan()).slice(3, 5))
  expect(await werkSignalenAf(proef.database, ik, signalen, { soort: 'verklaren', verklaring: ' ' })).toMatchObject({ gedaan: 0, fouten: [{ veld: 'verklaring' }] })
  const [eerste, tweede] = signalen
  if (eerste === undefined || tweede === undefined) throw new Error('geen twee signalen')
  expect(await werkSignalenAf(proef.database, ik, [{ ...eerste, versie: 'oud' }, tweede], { soort: 'verklaren', verklaring: 'De fase volgt morgen.' })).toEqual({ gedaan: 1, veranderd: 1, nietGevonden: 0, fouten: [] })
  expect((await lijst({ ...FASE, staten: ['verklaard'] })).groepen[0]?.signalen[0]).toMatchObject({ signaalId: tweede.signaalId, afhandeling: { verklaring: 'De fase volgt morgen.', geldt: true } })
  // Wie daarna alles op gezien zet, trekt de verklaring niet in.
  await werkSignalenAf(proef.database, ik, opScherm(await signalenVan()), { soort: 'gezien' })
  expect((await lijst({ ...FASE, staten: ['verklaard'] })).groepen[0]?.aantal).toBe(1)
})

test('het bestand heeft dezelfde signalen als de werklijst, en het ophalen staat in de audit', async () => {
  const regels: Werksignaal[] = []
  for await (const stuk of exporteerSignalen(proef.database, ik, FASE)) regels.push(...stuk)
  expect(regels.map(({ signaalId }) => signaalId)).toEqual((await signalenVan()).map(({ signaalId }) => signaalId))
  expect((await proef.audit()).some(({ handeling }) => handeling === 'exporteerSignalen')).toBe(true)
})

test('ADR 0021: sluiten doen alleen de feiten; een gesloten signaal is een eigen keuze en is niet meer te geven', async () => {
  const [signaal] = (await signalenVan()).filter(({ deelnemerId }) => deelnemerId === leerlingen[0])
  await lever(NUMMERS[0] ?? '', 'MBO')
  await reken()
  expect((await signalenVan()).map(({ signaalId }) => signaalId)).not.toContain(signaal?.signaalId)
  const dicht = await lijst({ codes: ['SIG-FASE-ONTBREEKT'], staten: 'gesloten' })
  expect(dicht.groepen[0]?.signalen).toMatchObject([{ signaalId: signaal?.signaalId, staat: 'gesloten' }])
  expect(await wijsSignaalToe(proef.database, ik, signaal?.signaalId ?? '', collega)).toMatchObject({ ok: false, reden: { soort: 'ongeldig' } })
  expect(datumInNederland(new Date(dicht.groepen[0]?.signalen[0]?.geslotenOp ?? ''))).toBe('2026-11-24')
})
