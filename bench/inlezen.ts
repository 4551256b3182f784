import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Inleesmeting } from './inlees-proces.ts'
import { duurMs, getal, type Benchkeuze, type Meting } from './meting.ts'
import { inEigenProces } from './processen.ts'
import { metProefregister, type Proefregister } from './proefregister.ts'
import { schrijfRoBestand } from './ro-bestand.ts'

const DOEL_VERHOUDING = 5
const DOEL_GEHEUGEN_MB = 512
/** In de volgorde waarin zij naar elkaar verwijzen. */
const TABELLEN = [
  'deelnemer', 'deelnemer_gegevens', 'deelnemer_school', 'inschrijving_stand', 'inschrijvingsperiode', 'extra_ondersteuning',
  'bpv_stand', 'diploma_stand', 'resultaat_stand', 'audit_regel', 'outbox',
] as const

/** Een RO van een miljoen regels door de echte import, en daarna precies dezelfde rijen met COPY in dezelfde lege tabellen. */
export function meetInlezen(keuze: Benchkeuze): Promise<Meting> {
  return metProefregister((register) => meet(keuze, register))
}

async function meet({ klein, meld }: Benchkeuze, register: Proefregister): Promise<Meting> {
  const pad = join(register.map, 'RO_21MB_20250801_20270731.CSV')
  const bestand = await schrijfRoBestand(pad, klein ? 50_000 : 1_000_000)
  await leegTabellen(register)
  meld(`inlezen: ${getal(bestand.regels)} regels, ${getal(bestand.personen)} studenten`)
  const eigen = await inEigenProces<Inleesmeting>('inlees-proces.ts', register, pad)
  meld(`inlezen: import ${getal(eigen.ms)} ms, ${getal(eigen.geheugenMb)} MB`)
  const rijen = await schrijfTabellenUit(register)
  await leegTabellen(register)
  const kaal = await duurMs(() => leesTabellenIn(register))
  meld(`inlezen: COPY ${getal(kaal)} ms voor ${getal(rijen)} rijen`)
  const verhouding = eigen.ms / kaal
  return {
    naam: 'RO-bestand inlezen',
    uitleg: `${getal(bestand.regels)} verzonnen regels (${getal(bestand.personen)} studenten, ${getal(bestand.bytes / 2 ** 20)} MB): gelezen, gecontroleerd, versleuteld en opgeslagen met audit en outbox. De vergelijking zet dezelfde ${getal(rijen)} rijen met een kale COPY in dezelfde tabellen, in één transactie. Import en COPY zijn elk één keer gemeten.`,
    uitkomsten: [
      { wat: 'import', waarde: `${getal(eigen.ms / 1000)} s` },
      { wat: 'regels per seconde', waarde: getal((bestand.regels * 1000) / eigen.ms) },
      { wat: 'kale COPY van dezelfde rijen', waarde: `${getal(kaal / 1000)} s` },
      { wat: 'verhouding import : COPY', waarde: getal(verhouding) },
      { wat: 'hoogste geheugen (RSS) van het proces', waarde: `${getal(eigen.geheugenMb)} MB` },
      { wat: 'geweigerde studenten', waarde: getal(eigen.geweigerdeStudenten) },
    ],
    doel: `hooguit ${DOEL_VERHOUDING} keer zo lang als COPY, onder ${DOEL_GEHEUGEN_MB} MB`,
    gehaald: verhouding <= DOEL_VERHOUDING && eigen.geheugenMb < DOEL_GEHEUGEN_MB && eigen.geweigerdeStudenten === 0,
  }
}

async function leegTabellen({ database }: Proefregister): Promise<void> {
  await database.pool.query(`truncate ${TABELLEN.join(', ')} cascade`)
  await database.pool.query('checkpoint')
}

async function schrijfTabellenUit({ database, map }: Proefregister): Promise<number> {
  const verbinding = await database.pool.connect()
  let rijen = 0
  for (const tabel of TABELLEN) {
    const stroom = verbinding.query(copyTo(`copy ${tabel} to stdout`))
    await pipeline(stroom, createWriteStream(join(map, `${tabel}.copy`)))
    rijen += stroom.rowCount
  }
  verbinding.release()
  return rijen
}

async function leesTabellenIn({ database, map }: Proefregister): Promise<void> {
  const verbinding = await database.pool.connect()
  await verbinding.query('begin')
  for (const tabel of TABELLEN) {
    await pipeline(createReadStream(join(map, `${tabel}.copy`), { highWaterMark: 1 << 20 }), verbinding.query(copyFrom(`copy ${tabel} from stdin`)))
  }
  await verbinding.query('commit')
  verbinding.release()
}
