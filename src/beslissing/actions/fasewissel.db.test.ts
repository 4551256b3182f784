import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accountproef, maakAccountproef } from '../../../test/account-proef.ts'
import { leverInschrijving, registreerDiploma, type PeriodeBericht } from '../../bron/index.ts'
import { datum } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import type { Actiecontext } from '../../toegang/index.ts'
import type { Wisselbeeld } from '../fasewissel.ts'
import { bereidFasewisselVoor, toonWisselkandidaten, voerFasewisselUit } from './fasewissel.ts'

const normen = laadNormen()
/** De klok van de proef staat op 24 november 2026. */
const [KOMEND, VORIG] = [datum('2027-08-01'), datum('2026-08-01')]
const NUMMERS = Array.from({ length: 6_000 }, (_leeg, i) => String(999_900_000 + i)).filter((nummer) => [...nummer].reduce((som, cijfer, i) => som + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0) % 11 === 0)

let proef: Accountproef
let vo: Actiecontext
let mbo: Actiecontext
let vreemd: Actiecontext
const leerling: Record<string, string> = {}

beforeAll(async () => {
  proef = await maakAccountproef()
  vo = await proef.als(await proef.maakAccount({ naam: 'Vera', rollen: [{ rol: 'bron-inschrijving-vo', brin: '11VA' }] }))
  mbo = await proef.als(await proef.maakAccount({ naam: 'Fatima', rollen: [{ rol: 'bron-inschrijving-mbo', brin: '21MB' }] }))
  vreemd = await proef.als(await proef.maakAccount({ organisatieId: proef.ander, rollen: [{ rol: 'bron-inschrijving-vo', brin: '12VB' }] }))
  leerling['beide'] = await leverBeide(0, '2025-08-01')
  leerling['klaar'] = await leverBeide(1, '2025-08-01')
  leerling['alleenVo'] = await leverVo(2, '2025-08-01')
  leerling['jaarLater'] = await leverVo(3, '2026-08-01')
  leerling['teLaat'] = await leverVo(4, '2024-08-01')
  await registreerDiploma(proef.database, { ...vo, nu: proef.nu() }, { deelnemer: { deelnemerId: leerling['klaar'] }, brin: '11VA', resultaatvolgnummer: '1', soort: 'VMBO', datum: datum('2026-06-16') })
})
afterAll(() => proef.weg())

const persoon = (i: number) => ({ persoonsnummer: NUMMERS[i] ?? '', geboortedatum: '2010-04-12', naam: `Student ${String(i).padStart(3, '0')}` })

async function leverVo(i: number, van: string, periode: Partial<PeriodeBericht> = {}): Promise<string> {
  return eis(await leverInschrijving(proef.database, { ...vo, nu: proef.nu() }, {
    persoon: persoon(i),
    inschrijving: {
      sector: 'VO', brin: '11VA', inschrijvingvolgnummer: 'V1', datumInschrijving: datum(van),
      perioden: [{ datumBegin: datum(van), opleidingcode: '0310', leerjaar: 3, leerweg: 'KB', onderwijsaanbieder: '101A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: 'VO', ...periode }],
    },
  }))
}

async function leverBeide(i: number, van: string): Promise<string> {
  await leverVo(i, van)
  return eis(await leverInschrijving(proef.database, { ...mbo, nu: proef.nu() }, {
    persoon: persoon(i),
    inschrijving: {
      sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'M1', datumInschrijving: datum(van),
      perioden: [{ datumBegin: datum(van), opleidingcode: '25297', leertraject: 'BOL', niveau: 'MBO-3', onderwijsaanbieder: '201A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: 'VO' }],
    },
  }))
}

function eis(uitkomst: Awaited<ReturnType<typeof leverInschrijving>>): string {
  if (!uitkomst.ok) throw new Error(JSON.stringify(uitkomst.reden))
  return uitkomst.waarde.deelnemerId
}

async function lijst(ctx: Actiecontext, overgang = KOMEND, meer = {}) {
  const gevonden = await toonWisselkandidaten(proef.database, ctx, { overgang, ...meer }, null, normen)
  if (!gevonden.ok) throw new Error(JSON.stringify(gevonden.reden))
  return gevonden.waarde.kandidaten
}
const wie = async (ctx: Actiecontext, overgang = KOMEND, meer = {}): Promise<readonly (string | undefined)[]> => (await lijst(ctx, overgang, meer)).map(({ deelnemerId }) => Object.entries(leerling).find(([, id]) => id === deelnemerId)?.[0])

async function beeld(ctx: Actiecontext, naam: string, overgang = KOMEND): Promise<Wisselbeeld> {
  const gevonden = await bereidFasewisselVoor(proef.database, ctx, [leerling[naam] ?? ''], overgang, normen)
  const een = gevonden.ok ? gevonden.waarde[0] : undefined
  if (een === undefined) throw new Error(`geen beeld van ${naam}`)
  return een
}

async function doe(ctx: Actiecontext, naam: string, overgang = KOMEND) {
  const { deelnemerId, versie } = await beeld(ctx, naam, overgang)
  const uit = await voerFasewisselUit(proef.database, { ...ctx, nu: proef.nu() }, [{ deelnemerId, versie }], overgang, normen)
  if (!uit.ok) throw new Error('geweigerd')
  return uit.waarde[0]
}

test('K-FASE-01, K-FASE-02: wie op 1 augustus twee schooljaren route heeft staat in de lijst, met de dag die de kalender zegt', async () => {
  expect(await wie(vo)).toEqual(['beide', 'klaar', 'alleenVo', 'teLaat'])
  expect((await lijst(vo)).map(({ verwachtOp }) => verwachtOp)).toEqual(['2027-08-01', '2027-08-01', '2027-08-01', '2026-08-01'])
  expect(await wie(vo, VORIG)).toEqual(['teLaat'])
  expect((await lijst(vo))[0]).toMatchObject({ naam: 'Student 000', route: 'DLR', kanten: [{ brin: '11VA', eigen: true, fase: 'VO', leerjaar: 3 }, { brin: '21MB', eigen: false, fase: 'VO' }] })
  expect(await wie(vo, KOMEND, { partner: '21MB' })).toEqual(['beide', 'klaar'])
  expect(await wie(vo, KOMEND, { leerjaar: 4 })).toEqual([])
  expect(await wie(vo, KOMEND, { deelnemerId: leerling['alleenVo'] })).toEqual(['alleenVo'])
})

test('Z-02: een ander ziet niemand, en een andere dag dan een overgang bestaat niet', async () => {
  expect(await lijst(vreemd)).toEqual([])
  expect(await lijst(vo, KOMEND, { school: '12VB' })).toEqual([])
  expect(await toonWisselkandidaten(proef.database, vo, { overgang: datum('2027-09-01') }, null, normen)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  expect(await bereidFasewisselVoor(proef.database, vreemd, Object.values(leerling), KOMEND, normen)).toEqual({ ok: true, waarde: [] })
})

test('K-ROD-06, P5: zonder vmbo-diploma blijft de vo-inschrijving, in fase MBO; wat de partner nog moet staat erbij', async () => {
  const { stappen, punten, na, signalen, stand } = await beeld(vo, 'beide')
  expect(stand).toBe('kan')
  expect(stappen).toEqual([{ soort: 'wissel', brin: '11VA', inschrijvingvolgnummer: 'V1', sector: 'VO', dag: KOMEND }])
  expect(punten.map(({ wat, stand: hoe }) => `${wat}:${hoe}`)).toEqual(['mboInschrijving:klaar', 'mboFase:nodig', 'voFase:nodig', 'diploma:later', 'voUitschrijving:later'])
  expect([na.fase, signalen.some(({ code }) => code === 'SIG-FASE-VERSCHIL')]).toEqual(['onbepaald', true])
  expect(await doe(vo, 'beide')).toMatchObject({ uitslag: 'gedaan', partnerMoet: ['mboFase'] })
  expect((await beeld(vo, 'beide')).stand).toBe('klaar')
  expect(await doe(vo, 'beide')).toMatchObject({ uitslag: 'was-al-zo' })
  // De partner heeft de student nu in haar eigen lijst, en na haar stap is iedereen het eens.
  expect(await wie(mbo)).toContain('beide')
  expect(await beeld(mbo, 'beide')).toMatchObject({ na: { fase: 'MBO', verzuim: 'MBO', bekostiging: 'MBO' } })
  expect(await doe(mbo, 'beide')).toMatchObject({ uitslag: 'gedaan', partnerMoet: [] })
  expect(await wie(vo)).not.toContain('beide')
})

test('K-ROD-07: met een vmbo-diploma en een mbo-inschrijving eindigt de vo-inschrijving de dag voor de overgang', async () => {
  expect((await beeld(vo, 'klaar')).stappen).toEqual([{ soort: 'uitschrijven', brin: '11VA', inschrijvingvolgnummer: 'V1', sector: 'VO', dag: '2027-07-31' }])
  expect(await doe(vo, 'klaar')).toMatchObject({ uitslag: 'gedaan' })
  const { rows } = await proef.database.pool.query(`select datum_uitschrijving::text as uit from inschrijving_stand where deelnemer_id = $1 and brin = '11VA' and vastgelegd_tot is null`, [leerling['klaar']])
  expect(rows).toEqual([{ uit: '2027-07-31' }])
})

test('K-ROD-05: zonder mbo-inschrijving eindigt het vo nooit, en het signaal dat blijft staat er vooraf bij', async () => {
  await registreerDiploma(proef.database, { ...vo, nu: proef.nu() }, { deelnemer: { deelnemerId: leerling['alleenVo'] ?? '' }, brin: '11VA', resultaatvolgnummer: '1', soort: 'VMBO', datum: datum('2026-06-16') })
  const { stappen, signalen } = await beeld(vo, 'alleenVo')
  expect(stappen).toMatchObject([{ soort: 'wissel', sector: 'VO' }])
  expect(signalen.map(({ code }) => code)).toContain('SIG-MBO-INSCHRIJVING-ONTBREEKT')
  expect(await wie(mbo)).not.toContain('alleenVo')
})

test('K-FASE-07: de overgang is een nieuwe periode; de oude blijft', async () => {
  expect(await doe(vo, 'teLaat', VORIG)).toMatchObject({ uitslag: 'gedaan' })
  const { rows } = await proef.database.pool.query(`select p.datum_begin::text as begin, p.leerroutefase as fase, p.leerjaar from inschrijvingsperiode p join inschrijving_stand s using (deelnemer_id, stand_id)
    where p.deelnemer_id = $1 and s.vastgelegd_tot is null order by 1`, [leerling['teLaat']])
  expect(rows).toEqual([{ begin: '2024-08-01', fase: 'VO', leerjaar: 3 }, { begin: '2026-08-01', fase: 'MBO', leerjaar: 3 }])
})

test('S-17: tweehonderd studenten samen; een die veranderde of niet meer mag, houdt de anderen niet tegen, en opnieuw doen verandert niets', async () => {
  const ids: string[] = []
  for (let i = 10; i < 210; i += 1) ids.push(await leverVo(i, '2025-08-01'))
  const voorbereid = await bereidFasewisselVoor(proef.database, vo, ids, KOMEND, normen)
  const keuzes = (voorbereid.ok ? voorbereid.waarde : []).map(({ deelnemerId, versie }, i) => ({ deelnemerId, versie: i === 3 ? 'oud' : versie }))
  const begin = performance.now()
  const ctx = { ...vo, nu: proef.nu() }
  const uit = await voerFasewisselUit(proef.database, ctx, [...keuzes.slice(1), { deelnemerId: '00000000-0000-7000-8000-000000000000', versie: 'x' }], KOMEND, normen)
  process.stdout.write(`fasewissel: 199 studenten in ${Math.round(performance.now() - begin)} ms\n`)
  const tel = (waarde: readonly { readonly uitslag: string }[]) => Object.fromEntries([...Map.groupBy(waarde, ({ uitslag }) => uitslag)].map(([soort, groep]) => [soort, groep.length]))
  expect(uit.ok && tel(uit.waarde)).toEqual({ gedaan: 198, veranderd: 1, 'niet-gevonden': 1 })
  const opnieuw = await voerFasewisselUit(proef.database, { ...vo, nu: proef.nu() }, keuzes.slice(4), KOMEND, normen)
  expect(opnieuw.ok && tel(opnieuw.waarde)).toEqual({ 'was-al-zo': 196 })
  expect(await voerFasewisselUit(proef.database, ctx, [...keuzes, ...keuzes], KOMEND, normen)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
}, 60_000)
