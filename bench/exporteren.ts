import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { to as copyTo } from 'pg-copy-streams'
import type { Exportvraag } from '../src/beslissing/index.ts'
import { vergelijkBestanden } from '../src/bron/index.ts'
import { datum } from '../src/kern/datum.ts'
import type { Exportmeting } from './export-proces.ts'
import type { Inleesmeting } from './inlees-proces.ts'
import { duurMs, getal, mediaan, type Benchkeuze, type Meting } from './meting.ts'
import { inEigenProces } from './processen.ts'
import { metProefregister, type Proefregister } from './proefregister.ts'
import { schrijfRoBestand } from './ro-bestand.ts'

const DOEL_VERHOUDING = 8
const DOEL_GEHEUGEN_MB = 400
const BRIN = '21MB'
const RO: Exportvraag = { soort: 'RO', brin: BRIN, van: datum('2024-08-01'), totEnMet: datum('2027-07-31') }

/** Een RO van honderdduizend studenten uit het register, naast een kale COPY TO STDOUT van dezelfde rijen. */
export function meetExporteren(keuze: Benchkeuze): Promise<Meting> {
  return metProefregister((register) => meet(keuze, register))
}

async function meet({ klein, meld }: Benchkeuze, register: Proefregister): Promise<Meting> {
  const bron = join(register.map, 'RO_21MB_20240801_20270731.CSV')
  const bestand = await schrijfRoBestand(bron, klein ? 33_000 : 660_000)
  meld(`exporteren: ${getal(bestand.personen)} studenten inlezen`)
  await inEigenProces<Inleesmeting>('inlees-proces.ts', register, bron)
  await register.database.pool.query('analyze')
  const uit = join(register.map, 'uit.csv')
  const metingen: Exportmeting[] = []
  const kaal: number[] = []
  for (let i = 0; i < (klein ? 1 : 3); i += 1) {
    const meting = await inEigenProces<Exportmeting>('export-proces.ts', register, uit, JSON.stringify(RO))
    metingen.push(meting)
    kaal.push(await duurMs(() => kaleCopy(register)))
    meld(`exporteren: meting ${i + 1}: ${getal(meting.ms)} ms, COPY ${getal(kaal.at(-1) ?? 0)} ms`)
  }
  const [eigen, copy] = [mediaan(metingen.map(({ ms }) => ms)), mediaan(kaal)]
  const { bytes, regels, studenten } = metingen[0] ?? { bytes: 0, regels: 0, studenten: 0 }
  const geheugen = Math.max(...metingen.map(({ geheugenMb }) => geheugenMb))
  const vergelijken = await duurMs(() => vergelijkBestanden({ bron }, { bron: uit, naam: 'RO_21MB_20240801_20270731.CSV' }, { ontvang: () => undefined }))
  return {
    naam: 'RO uit het register schrijven',
    uitleg: `${getal(studenten)} verzonnen studenten (${getal(regels)} regels, ${getal(bytes / 2 ** 20)} MB): opgezocht, ontsleuteld, op volgorde gezet en geschreven. De vergelijking stuurt dezelfde rijen met een kale COPY TO STDOUT naar een proces dat ze weggooit.`,
    uitkomsten: [
      { wat: 'export (mediaan)', waarde: `${getal(eigen / 1000)} s` },
      { wat: 'MB per seconde', waarde: getal((bytes / 2 ** 20) / (eigen / 1000)) },
      { wat: 'regels per seconde', waarde: getal((regels * 1000) / eigen) },
      { wat: 'kale COPY van dezelfde rijen (mediaan)', waarde: `${getal(copy / 1000)} s` },
      { wat: 'verhouding export : COPY', waarde: getal(eigen / copy) },
      { wat: 'hoogste geheugen (RSS) van het proces', waarde: `${getal(geheugen)} MB` },
      { wat: 'twee van deze bestanden vergelijken', waarde: `${getal(vergelijken / 1000)} s` },
    ],
    doel: `hooguit ${DOEL_VERHOUDING} keer zo lang als COPY, onder ${DOEL_GEHEUGEN_MB} MB`,
    gehaald: eigen / copy <= DOEL_VERHOUDING && geheugen < DOEL_GEHEUGEN_MB,
  }
}

/** Dezelfde rijen en kolommen als de export leest, zonder volgorde, ontsleutelen of vorm. */
const RIJEN = [
  `select d.deelnemer_id, d.persoonsnummer_versleuteld, d.persoonsnummer_sleutel_id, d.persoonsnummer_soort from deelnemer_school r join deelnemer d using (deelnemer_id) where r.brin = '${BRIN}'`,
  `select g.deelnemer_id, geboortedatum_ruw, geslacht from deelnemer_gegevens g join deelnemer_school r using (deelnemer_id) where r.brin = '${BRIN}' and vastgelegd_tot is null`,
  `select deelnemer_id, stand_id, inschrijvingvolgnummer, datum_inschrijving, datum_uitschrijving_gepland, datum_uitschrijving, reden_uitschrijving from inschrijving_stand where brin = '${BRIN}' and vastgelegd_tot is null`,
  `select p.* from inschrijvingsperiode p join inschrijving_stand s using (deelnemer_id, stand_id) where s.brin = '${BRIN}' and s.vastgelegd_tot is null`,
  `select e.* from extra_ondersteuning e join inschrijving_stand s using (deelnemer_id, stand_id) where s.brin = '${BRIN}' and s.vastgelegd_tot is null`,
  ...['bpv_stand', 'diploma_stand', 'resultaat_stand'].map((tabel) => `select * from ${tabel} where brin = '${BRIN}' and vastgelegd_tot is null`),
]

async function kaleCopy({ database }: Proefregister): Promise<void> {
  const verbinding = await database.pool.connect()
  try {
    for (const vraag of RIJEN) await pipeline(verbinding.query(copyTo(`copy (${vraag}) to stdout`)), new Writable({ write: (_stuk, _codering, klaar) => klaar() }))
  } finally {
    verbinding.release()
  }
}
