import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Genereermeting } from './genereer-proces.ts'
import { type Benchkeuze, duurMs, getal, type Meting } from './meting.ts'

/** Op twee kernen; per seconde rekentijd van een kern de helft. */
const DOEL_PER_SECONDE = 20_000
const DOEL_GROEI = 1.25
const DRADEN = 2

/** Een verzonnen regio als bestanden, naast het schrijven van precies dezelfde bytes; en of het geheugen gelijk blijft als de regio groeit. */
export async function meetGenereren({ klein, meld }: Benchkeuze): Promise<Meting> {
  const map = await mkdtemp(join(tmpdir(), 'genereren-'))
  try {
    const studenten = klein ? 40_000 : 100_000
    const een = await genereer(studenten, join(map, 'een'))
    meld(`genereren: ${getal(studenten)} studenten in ${getal(een.ms)} ms, ${getal(een.geheugenMb)} MB`)
    const bestanden = await leesAlles(join(map, 'een'))
    const bytes = [...bestanden.values()].reduce((som, inhoud) => som + inhoud.length, 0)
    const kaal = await duurMs(() => schrijfAlles(bestanden, join(map, 'kaal')))
    meld(`genereren: dezelfde ${getal(bytes / 2 ** 20)} MB schrijven ${getal(kaal)} ms`)
    await rm(join(map, 'een'), { recursive: true })
    const groot = await genereer(studenten * 5, join(map, 'groot'))
    meld(`genereren: ${getal(studenten * 5)} studenten in ${getal(groot.ms)} ms, ${getal(groot.geheugenMb)} MB`)
    return maakMeting({ studenten, een, groot, kaal, bytes })
  } finally {
    await rm(map, { recursive: true })
  }
}

function maakMeting({ studenten, een, groot, kaal, bytes }: { studenten: number; een: Genereermeting; groot: Genereermeting; kaal: number; bytes: number }): Meting {
  const perSeconde = (DRADEN * studenten * 1000) / een.rekenMs
  const groei = groot.geheugenMb / een.geheugenMb
  return {
    naam: 'Een verzonnen regio genereren',
    uitleg: `${getal(studenten)} studenten met ${getal(een.records)} records (${getal(bytes / 2 ** 20)} MB), met ${DRADEN} draden in een eigen proces. De vergelijking schrijft precies dezelfde bestanden uit het geheugen. Het geheugen is dat van het hele proces.`,
    uitkomsten: [
      { wat: 'studenten per seconde rekentijd van twee kernen', waarde: getal(perSeconde) },
      { wat: 'studenten per seconde op de klok, met wat er verder op de machine draait', waarde: getal((studenten * 1000) / een.ms) },
      { wat: 'records per seconde rekentijd van twee kernen', waarde: getal((DRADEN * een.records * 1000) / een.rekenMs) },
      { wat: 'dezelfde bytes alleen schrijven', waarde: `${getal(kaal)} ms` },
      { wat: 'verhouding genereren : schrijven', waarde: getal(een.ms / kaal) },
      { wat: 'hoogste geheugen (RSS)', waarde: `${getal(een.geheugenMb)} MB` },
      { wat: `hoogste geheugen bij ${getal(studenten * 5)} studenten`, waarde: `${getal(groot.geheugenMb)} MB` },
    ],
    doel: `ten minste ${getal(DOEL_PER_SECONDE)} studenten per seconde rekentijd van twee kernen, en hooguit ${getal(DOEL_GROEI)} keer zoveel geheugen bij vijf keer zoveel studenten`,
    gehaald: perSeconde >= DOEL_PER_SECONDE && groei <= DOEL_GROEI,
  }
}

async function genereer(studenten: number, map: string): Promise<Genereermeting> {
  const proces = join(import.meta.dirname, 'genereer-proces.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, proces, String(studenten), String(DRADEN), map])
  return JSON.parse(stdout) as Genereermeting
}

async function leesAlles(map: string): Promise<ReadonlyMap<string, Buffer>> {
  const bestanden = new Map<string, Buffer>()
  for (const pad of await readdir(map, { recursive: true })) {
    if ((await stat(join(map, pad))).isFile()) bestanden.set(pad, await readFile(join(map, pad)))
  }
  return bestanden
}

async function schrijfAlles(bestanden: ReadonlyMap<string, Buffer>, map: string): Promise<void> {
  for (const pad of new Set([...bestanden.keys()].map((bestand) => dirname(join(map, bestand))))) await mkdir(pad, { recursive: true })
  for (const [pad, inhoud] of bestanden) await writeFile(join(map, pad), inhoud)
}
