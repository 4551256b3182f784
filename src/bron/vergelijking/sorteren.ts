import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { vergelijkBeelden, type Studentbeeld } from './beeld.ts'

/** Zoveel rijen houden wij tegelijk in het geheugen. */
const RIJEN_IN_GEHEUGEN = 150_000

/**
 * Zet beelden op volgorde van student en voegt beelden van dezelfde student samen, met vast geheugen: volle stapels gaan gesorteerd
 * naar een tijdelijk bestand en worden daarna samengevoegd. Er staan persoonsnummers in; daarom verliest dat bestand meteen zijn naam.
 */
export async function* sorteerBeelden(beelden: AsyncIterable<readonly Studentbeeld[]>, rijenInGeheugen = RIJEN_IN_GEHEUGEN): AsyncGenerator<Studentbeeld> {
  const stapels: FileHandle[] = []
  try {
    let stapel: Studentbeeld[] = []
    let rijen = 0
    for await (const groep of beelden) {
      for (const beeld of groep) {
        stapel.push(beeld)
        rijen += beeld.rijen.length
      }
      if (rijen < rijenInGeheugen) continue
      stapels.push(await legWeg(stapel.sort(vergelijkBeelden)))
      stapel = []
      rijen = 0
    }
    const rest = stapel.sort(vergelijkBeelden)
    yield* voegGelijkeSamen(meng([...stapels.map(leesTerug), uitGeheugen(rest)]))
  } finally {
    await Promise.all(stapels.map((bestand) => bestand.close()))
  }
}

async function legWeg(stapel: readonly Studentbeeld[]): Promise<FileHandle> {
  const map = await mkdtemp(join(tmpdir(), 'leerroute-vergelijk-'))
  const bestand = await open(join(map, 'stapel'), 'wx+', 0o600).finally(() => rm(map, { recursive: true, force: true }))
  for (let van = 0; van < stapel.length; van += 1000) await bestand.appendFile(stapel.slice(van, van + 1000).map((beeld) => `${JSON.stringify(beeld)}\n`).join(''))
  return bestand
}

async function* leesTerug(bestand: FileHandle): AsyncGenerator<Studentbeeld> {
  const stroom = bestand.createReadStream({ start: 0, autoClose: false, encoding: 'utf8' })
  for await (const regel of createInterface({ input: stroom, crlfDelay: Infinity })) yield JSON.parse(regel) as Studentbeeld
}

async function* uitGeheugen(stapel: readonly Studentbeeld[]): AsyncGenerator<Studentbeeld> {
  yield* stapel
}

/** Een paar tientallen stapels hooguit, dus de laagste zoeken door ze langs te gaan is snel genoeg. */
async function* meng(bronnen: readonly AsyncGenerator<Studentbeeld>[]): AsyncGenerator<Studentbeeld> {
  const koppen = (await Promise.all(bronnen.map(async (bron) => ({ bron, kop: await volgende(bron) })))).filter((een) => een.kop !== undefined)
  while (koppen.length > 0) {
    let laagste = 0
    for (let i = 1; i < koppen.length; i++) {
      const [a, b] = [koppen[i]?.kop, koppen[laagste]?.kop]
      if (a !== undefined && b !== undefined && vergelijkBeelden(a, b) < 0) laagste = i
    }
    const gekozen = koppen[laagste]
    if (gekozen?.kop === undefined) return
    yield gekozen.kop
    gekozen.kop = await volgende(gekozen.bron)
    if (gekozen.kop === undefined) koppen.splice(laagste, 1)
  }
}

async function volgende(bron: AsyncGenerator<Studentbeeld>): Promise<Studentbeeld | undefined> {
  const { value, done } = await bron.next()
  return done ? undefined : value
}

/** Opeenvolgende beelden van dezelfde student worden er een. */
export async function* voegGelijkeSamen(beelden: AsyncIterable<Studentbeeld>): AsyncGenerator<Studentbeeld> {
  let vorige: Studentbeeld | undefined
  for await (const beeld of beelden) {
    if (vorige !== undefined && vergelijkBeelden(vorige, beeld) === 0) vorige = { klasse: vorige.klasse, nummer: vorige.nummer, rijen: [...vorige.rijen, ...beeld.rijen] }
    else {
      if (vorige !== undefined) yield vorige
      vorige = beeld
    }
  }
  if (vorige !== undefined) yield vorige
}
