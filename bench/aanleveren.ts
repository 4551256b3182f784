import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Aanlevermeting } from './aanlever-proces.ts'
import { duurMs, getal, type Benchkeuze, type Meting } from './meting.ts'
import { schrijfNdjsonBestand } from './ndjson-bestand.ts'
import { inEigenProces } from './processen.ts'
import { metProefregister, type Proefregister } from './proefregister.ts'

const DOEL_MS = 60_000

/** Inschrijvingen als een NDJSON-levering: ontvangen, versleuteld bewaard, verwerkt, signalen uitgerekend en elk record beantwoord. */
export function meetAanleveren(keuze: Benchkeuze): Promise<Meting> {
  return metProefregister((register) => meet(keuze, register))
}

async function meet({ klein, meld }: Benchkeuze, register: Proefregister): Promise<Meting> {
  const aantal = klein ? 10_000 : 100_000
  const pad = join(register.map, 'levering.ndjson')
  const bytes = await schrijfNdjsonBestand(pad, aantal)
  const kaal = await duurMs(() => kopieer(register, pad))
  await register.database.pool.query('checkpoint')
  const eigen = await inEigenProces<Aanlevermeting>('aanlever-proces.ts', register, pad)
  const totaal = eigen.ontvangstMs + eigen.verwerkMs
  meld(`aanleveren: ${getal(totaal)} ms (ontvangst ${getal(eigen.ontvangstMs)}), COPY ${getal(kaal)} ms, ${getal(eigen.geheugenMb)} MB`)
  const antwoorden = await register.database.pool.query<{ n: number; signalen: number }>('select (select count(*)::int from terugkoppeling) as n, (select count(*)::int from signaal where gesloten_op is null) as signalen')
  const beantwoord = antwoorden.rows[0]?.n ?? 0
  return {
    naam: 'Inschrijvingen aanleveren',
    uitleg: `${getal(aantal)} verzonnen inschrijvingen (${getal(bytes / 2 ** 20)} MB NDJSON) in één levering: ontvangen, versleuteld bewaard, gecontroleerd, vastgelegd met audit en outbox, signalen uitgerekend, elk record beantwoord. De vergelijking zet dezelfde bytes met een kale COPY als tekst in een tabel.`,
    uitkomsten: [
      { wat: 'van eerste byte tot alles beantwoord', waarde: `${getal(totaal / 1000)} s` },
      { wat: 'waarvan ontvangst (tot 202)', waarde: `${getal(eigen.ontvangstMs / 1000)} s` },
      { wat: 'records per seconde', waarde: getal((aantal * 1000) / totaal) },
      { wat: 'antwoorden', waarde: getal(beantwoord) },
      { wat: 'open signalen daarna', waarde: getal(antwoorden.rows[0]?.signalen ?? 0) },
      { wat: 'kale COPY van dezelfde bytes', waarde: `${getal(kaal / 1000)} s` },
      { wat: 'verhouding levering : COPY', waarde: getal(totaal / kaal) },
      { wat: 'rekentijd van het eigen proces', waarde: `${getal(eigen.rekenMs / 1000)} s` },
      { wat: 'hoogste geheugen (RSS) van het proces', waarde: `${getal(eigen.geheugenMb)} MB` },
    ],
    doel: `alles beantwoord binnen ${getal(DOEL_MS / 1000)} s`,
    gehaald: totaal <= DOEL_MS && beantwoord === aantal && eigen.tellingen['nieuw'] === aantal,
  }
}

async function kopieer({ database }: Proefregister, pad: string): Promise<void> {
  const verbinding = await database.pool.connect()
  try {
    await verbinding.query('create table bench_regels (regel text)')
    // Met een scheidingsteken dat niet voorkomt en zonder escapes blijft elke regel precies zoals hij is.
    await pipeline(createReadStream(pad, { highWaterMark: 1 << 20 }), verbinding.query(copyFrom(`copy bench_regels from stdin with (format csv, delimiter E'\\x01', quote E'\\x02')`)))
    await verbinding.query('drop table bench_regels')
  } finally {
    verbinding.release()
  }
}
