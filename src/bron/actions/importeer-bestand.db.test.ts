import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakEigenDatabase, type EigenDatabase } from '../../../test/eigen-database.ts'
import { standHash } from '../../database/index.ts'
import { datum, type Moment } from '../../kern/datum.ts'
import { maakKluis, systeemactor, type Actiecontext } from '../../toegang/index.ts'
import { BSNS, metBestand, ro, RO_NAAM, student } from '../bestanden/fixtures/proef.ts'
import type { InschrijvingBericht } from '../bericht.ts'
import { inschrijvingKinderen, inschrijvingRij } from '../rijen.ts'
import { importeerBestand, type Importopties, type Importverslag } from './importeer-bestand.ts'

const sleutel = new Uint8Array(32).fill(7)
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', sleutel]]), opzoeksleutel: sleutel })
const ctx = (nu = '2026-11-24T09:00:00.000Z'): Actiecontext => ({ actor: systeemactor('proef'), nu: nu as Moment, kluis })
const TABELLEN = ['deelnemer', 'deelnemer_gegevens', 'deelnemer_school', 'inschrijving_stand', 'inschrijvingsperiode', 'extra_ondersteuning', 'bpv_stand', 'diploma_stand', 'resultaat_stand', 'audit_regel', 'outbox']
const GRONDSLAG = ['VLP;99ZZ;2025;20251119;V', 'PER;100001;14;14;14;15;V;9900;;;;6030;6030;6030;;;0001;', 'ISG;100001;99ZZ;E9;20250801;20290731;;', 'ISP;100001;99ZZ;E9;20250801;;29998;MBO-2;BOL;;1;999A001;999X001;DLR;VO', 'SLR;1;1;1;0;0;0;0;0;0;0;0', ''].join('\r\n')

let db: EigenDatabase
beforeAll(async () => {
  db = await maakEigenDatabase()
})
afterAll(() => db.weg())

async function importeer(inhoud: string, naam = RO_NAAM, context = ctx(), opties: Importopties = {}): Promise<Importverslag> {
  const uit = await metBestand(naam, inhoud, (pad) => importeerBestand(db.database, context, pad, opties))
  if (!uit.ok) throw new Error(uit.reden.uitleg)
  return uit.waarde
}

/** De inhoud van het register zonder de sleutels en momenten die elke keer anders zijn. */
async function register(d = db): Promise<unknown> {
  const { rows } = await d.database.pool.query<{ r: unknown }>(`
    select jsonb_build_array(encode(d.persoonsnummer_sleutel, 'hex'), s.brin, s.inschrijvingvolgnummer, encode(s.inhoud_hash, 'hex'), s.vastgelegd_tot is null, g.geboortedatum_ruw,
      (select jsonb_agg(to_jsonb(p) - 'stand_id' - 'deelnemer_id' order by p.datum_begin) from inschrijvingsperiode p where p.deelnemer_id = s.deelnemer_id and p.stand_id = s.stand_id),
      (select jsonb_agg(encode(b.inhoud_hash, 'hex') order by b.bpv_volgnummer) from bpv_stand b where b.deelnemer_id = s.deelnemer_id),
      (select jsonb_agg(encode(x.inhoud_hash, 'hex') order by x.resultaatvolgnummer) from diploma_stand x where x.deelnemer_id = s.deelnemer_id),
      (select jsonb_agg(encode(x.inhoud_hash, 'hex') order by x.soort, x.resultaatvolgnummer) from resultaat_stand x where x.deelnemer_id = s.deelnemer_id)) as r
    from inschrijving_stand s join deelnemer d using (deelnemer_id) left join deelnemer_gegevens g on g.deelnemer_id = s.deelnemer_id and g.vastgelegd_tot is null order by 1`)
  return rows.map((x) => x.r)
}

async function aantallen(): Promise<Record<string, number>> {
  const paren = await Promise.all(TABELLEN.map(async (t) => [t, (await db.database.pool.query<{ n: number }>(`select count(*)::int as n from ${t}`)).rows[0]?.n ?? 0] as const))
  return Object.fromEntries(paren)
}

describe('K-BRN-01: een RO importeren', () => {
  it('bewaart alles van een student, en hetzelfde bestand nog eens verandert niets', async () => {
    const eerste = await importeer(ro(student()))
    expect(eerste).toMatchObject({ opgeslagen: { nieuw: 6, gewijzigd: 0 }, ongewijzigd: 0, geweigerdeStudenten: 0, gewijzigdeStudenten: 1 })
    const ervoor = await aantallen()
    expect(ervoor).toMatchObject({ deelnemer: 1, deelnemer_gegevens: 1, deelnemer_school: 1, inschrijving_stand: 1, inschrijvingsperiode: 2, extra_ondersteuning: 1, bpv_stand: 1, diploma_stand: 1, resultaat_stand: 3, audit_regel: 1, outbox: 1 })
    const tweede = await importeer(ro(student()), RO_NAAM, ctx('2026-11-25T09:00:00.000Z'))
    expect(tweede).toMatchObject({ opgeslagen: { nieuw: 0, gewijzigd: 0 }, ongewijzigd: 6, gewijzigdeStudenten: 0 })
    expect(await aantallen()).toEqual(ervoor)
  })

  it('geeft dezelfde hash als hetzelfde bericht van de school, dus dat zou niets veranderen', async () => {
    const bericht: InschrijvingBericht = {
      sector: 'MBO', brin: '99ZZ', inschrijvingvolgnummer: 'E1', datumInschrijving: datum('2023-08-01'), datumUitschrijvingGepland: datum('2027-07-31'),
      perioden: (['VO', 'MBO'] as const).map((fase) => ({ datumBegin: datum(fase === 'VO' ? '2023-08-01' : '2025-08-01'), opleidingcode: '29998', leertraject: 'BOL', niveau: 'MBO-2', indicatieBekostigbaar: 'J', onderwijsaanbieder: '999A001', onderwijslocatie: '999X001', leerroute: 'DLR', leerroutefase: fase })),
      extraOndersteuning: [{ datumBegin: datum('2025-09-01') }],
    }
    const { rows } = await db.database.pool.query<{ inhoud_hash: Buffer }>('select inhoud_hash from inschrijving_stand')
    expect(rows[0]?.inhoud_hash.equals(standHash(inschrijvingRij(bericht), inschrijvingKinderen(bericht)))).toBe(true)
  })

  it('sluit de oude stand op het moment van de nieuwe, en laat de rest met rust', async () => {
    const anders = student().map((r) => r.replace('2027-07-31||', '2027-07-31|2026-07-31|05'))
    expect(await importeer(ro(anders), RO_NAAM, ctx('2026-11-27T09:00:00.000Z'))).toMatchObject({ opgeslagen: { nieuw: 0, gewijzigd: 1 }, ongewijzigd: 5 })
    const { rows } = await db.database.pool.query<{ van: string; tot: string | null }>('select vastgelegd_van as van, vastgelegd_tot as tot from inschrijving_stand order by 1')
    expect(rows.map((r) => r.tot)).toEqual([rows[1]?.van, null])
    expect(await importeer(ro(student()), RO_NAAM, ctx('2026-11-20T09:00:00.000Z'))).toMatchObject({ ouder: 1, opgeslagen: { nieuw: 0, gewijzigd: 0 } })
  })

  it('weigert een student met een fout in zijn geheel en bewaart de anderen', async () => {
    const slecht = student(BSNS[1]).map((r) => (r.startsWith('KZD') ? r.replace('Behaald', 'Misschien') : r))
    const verslag = await importeer(ro([...slecht, ...student(BSNS[2])]))
    expect(verslag).toMatchObject({ geweigerdeStudenten: 1, opgeslagen: { nieuw: 6 } })
    const sleutels = await db.database.pool.query<{ s: Buffer }>('select persoonsnummer_sleutel as s from deelnemer')
    expect(sleutels.rows.some((r) => r.s.equals(kluis.zoeksleutel(BSNS[1] ?? '')))).toBe(false)
  })

  it('laat het register zoals het was bij een bestand dat niet compleet, niet leesbaar of van een andere soort is', async () => {
    const ervoor = await aantallen()
    const heel = ro(student(BSNS[3]))
    expect((await importeer(heel.slice(0, heel.indexOf('SLR')))).lees.bestandAfgekeurd).toBe(true)
    for (const inhoud of ['', 'PK\x03\x04', heel.replace('Behaald', '\0'), '<?xml version="1.0"?><Bekostigingsgrondslagen/>', `${heel}ISG|${'9'.repeat(200_000)}`]) {
      expect(await metBestand(RO_NAAM, inhoud, (pad) => importeerBestand(db.database, ctx(), pad))).toMatchObject({ ok: false })
    }
    expect(await aantallen()).toEqual(ervoor)
  })

  it('K-BRN-03: weigert een student met een fout persoonsnummer, en het register blijft zoals het was', async () => {
    const ervoor = await aantallen()
    expect(await importeer(ro(student('999000001')))).toMatchObject({ geweigerdeStudenten: 1, opgeslagen: { nieuw: 0, gewijzigd: 0 } })
    expect(await aantallen()).toEqual(ervoor)
  })

  it('houdt een schuilnummer en een PGN bij de eigen BRIN', async () => {
    const ervoor = (await aantallen())['deelnemer'] ?? 0
    const los = student('BSN1').slice(0, 3)
    await importeer(ro(los))
    await importeer(ro(los, { kop: 'VLP|88YY|2025-08-01|2026-07-31|2026-08-01' }), 'RO_88YY_20250801_20260731.CSV')
    await importeer(GRONDSLAG, 'GRONDSLAG_IP_MBO_99ZZ_20251119_2025.csv')
    const { rows } = await db.database.pool.query<{ soort: string; n: number }>('select persoonsnummer_soort as soort, count(*)::int as n from deelnemer group by 1 order by 1')
    expect(rows).toContainEqual({ soort: 'ONBEKEND', n: 3 })
    expect((await aantallen())['deelnemer']).toBe(ervoor + 3)
  })

  it('K-BRN-03: neemt zo\'n student met de keuze soepel wel mee', async () => {
    expect(await importeer(ro(student('999000001')), RO_NAAM, ctx(), { nummers: 'soepel' })).toMatchObject({ geweigerdeStudenten: 0 })
  })

  it('bewaart geen nummer in audit of outbox', async () => {
    const { rows } = await db.database.pool.query<{ t: string }>(`select a::text as t from audit_regel a union all select o::text from outbox o`)
    expect(rows.some((r) => BSNS.some((b) => r.t.includes(b)))).toBe(false)
  })
})

describe('een import die midden in het werk wordt gedood', () => {
  it('geeft na opnieuw beginnen hetzelfde register als een import zonder storing', async () => {
    const map = mkdtempSync(join(tmpdir(), 'leerroute-dood-'))
    const ongestoord = await maakEigenDatabase()
    const gestoord = await maakEigenDatabase()
    try {
      const pad = join(map, RO_NAAM)
      writeFileSync(pad, ro(BSNS.slice(0, 363).flatMap((b, i) => student(b).map((r) => r.replace('29998|BOL', `${29_000 + (i % 900)}|BOL`)))))
      await importeerBestand(ongestoord.database, ctx(), pad)
      expect(await doodNaEersteGroep(gestoord.url, pad)).toBe('SIGKILL')
      const half = ((await register(gestoord)) as unknown[]).length
      expect(half).toBeGreaterThan(0)
      expect(half).toBeLessThan(363)
      await importeerBestand(gestoord.database, ctx('2026-11-24T10:00:00.000Z'), pad)
      expect(await register(gestoord)).toEqual(await register(ongestoord))
    } finally {
      rmSync(map, { recursive: true, force: true })
      await ongestoord.weg()
      await gestoord.weg()
    }
  }, 120_000)
})

/** Een eigen proces dat in groepen van 50 studenten importeert en na de eerste groep hard gestopt wordt. */
function doodNaEersteGroep(url: string, pad: string): Promise<string | null> {
  const bron = (naam: string): string => JSON.stringify(fileURLToPath(new URL(naam, import.meta.url)))
  const script = `import { openDatabase } from ${bron('../../database/index.ts')}
    import { maakKluis, systeemactor } from ${bron('../../toegang/index.ts')}
    import { importeerBestand } from ${bron('./importeer-bestand.ts')}
    const s = new Uint8Array(32).fill(7)
    const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', s]]), opzoeksleutel: s })
    const database = await openDatabase({ url: process.argv[1] })
    await importeerBestand(database, { actor: systeemactor('proef'), nu: '2026-11-24T09:00:00.000Z', kluis }, process.argv[2], { regelsPerGroep: 500, naGroep: async () => { process.stdout.write('groep\\n'); await new Promise(() => setInterval(() => {}, 1000)) } })`
  return new Promise((klaar) => {
    const kind = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, url, pad], { stdio: ['ignore', 'pipe', 'inherit'] })
    kind.stdout.once('data', () => kind.kill('SIGKILL'))
    kind.once('exit', (_, signaal) => klaar(signaal))
  })
}
