import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Bestandsindeling } from './indeling.ts'
import type { Onleesbaar } from './onleesbaar.ts'
import { MAX_REGEL, Regelsplitser } from './regelsplitser.ts'
import { isLeeg } from './scheiding.ts'
import { leesRegelblokken, type Bestandsbron } from './stroom.ts'
import { persoonsleutel, recordsoortVan, type Regel } from './verken.ts'

/** Alle regels van één student, nog niet gelezen. */
export interface Groep {
  readonly sleutel: string
  readonly regels: readonly Regel[]
  /** Waar als de student meer records heeft dan wij in het geheugen willen houden; dan is de groep afgekapt. */
  readonly teGroot: boolean
}

export interface Groepopties {
  readonly indeling: Bestandsindeling
  readonly scheiding: string
  readonly aaneengesloten: boolean
  readonly bytes: number
  readonly opBytes?: (bytes: number) => void
}

/** Meer records heeft geen student; de grens houdt het geheugen vast als alle regels hetzelfde nummer dragen. */
export const MAX_RECORDS = 5_000
const BAKJE_BYTES = 1024 * 1024
const GROEPEN_TEGELIJK = 200
const MAX_BAKJES = 512
const ZONDER_PERSOON = new Set(['VLP', 'SLR', 'CTR'])

/** Geeft studenten in de volgorde van het bestand. Staat een student verspreid, dan gaan de regels eerst langs tijdelijke bestanden. */
export async function* leesGroepen(pad: Bestandsbron, opties: Groepopties): AsyncGenerator<Uitkomst<readonly Groep[], Onleesbaar>> {
  if (opties.aaneengesloten) yield* leesAaneen(pad, opties)
  else if (typeof pad !== 'string') yield* leesVerspreidInGeheugen(pad, opties)
  else yield* leesVerspreid(pad, opties)
}

async function* leesAaneen(pad: Bestandsbron, opties: Groepopties): AsyncGenerator<Uitkomst<readonly Groep[], Onleesbaar>> {
  let huidige: Verzameling | undefined
  for await (const blok of leesRegelblokken(pad)) {
    if (!blok.ok) return yield geweigerd(blok.reden)
    const klaar: Groep[] = []
    for (let i = 0; i < blok.waarde.regels.length; i++) {
      const tekst = blok.waarde.regels[i] ?? ''
      const sleutel = sleutelVan(tekst, opties, huidige?.sleutel)
      if (sleutel === undefined) continue
      if (huidige === undefined || huidige.sleutel !== sleutel) {
        if (huidige !== undefined) klaar.push(huidige)
        huidige = new Verzameling(sleutel)
      }
      huidige.voegToe({ regelnummer: blok.waarde.eerste + i, tekst })
    }
    opties.opBytes?.(blok.waarde.gelezenBytes)
    if (klaar.length > 0) yield gelukt(klaar)
  }
  if (huidige !== undefined) yield gelukt([huidige])
}

/** Een onbekende recordsoort hoort bij de student waar hij tussen staat; lege en losse regels horen bij niemand. */
function sleutelVan(tekst: string, opties: Groepopties, vorige: string | undefined): string | undefined {
  if (isLeeg(tekst, opties.scheiding)) return undefined
  const soort = recordsoortVan(tekst)
  if (ZONDER_PERSOON.has(soort) && opties.indeling.records.has(soort)) return undefined
  return opties.indeling.records.has(soort) ? persoonsleutel(tekst, opties.indeling, opties.scheiding) : vorige ?? ''
}

class Verzameling implements Groep {
  readonly sleutel: string
  readonly regels: Regel[] = []
  teGroot = false

  constructor(sleutel: string) {
    this.sleutel = sleutel
  }

  voegToe(regel: Regel): void {
    if (this.regels.length < MAX_RECORDS) this.regels.push(regel)
    else this.teGroot = true
  }
}

/** Wat niet op schijf staat, komt daar ook niet om te sorteren. */
const MEESTE_IN_GEHEUGEN = 64 * 1024 * 1024

async function* leesVerspreidInGeheugen(bron: Bestandsbron, opties: Groepopties): AsyncGenerator<Uitkomst<readonly Groep[], Onleesbaar>> {
  if (opties.bytes > MEESTE_IN_GEHEUGEN) return yield geweigerd(TE_VERSPREID)
  const groepen = new Map<string, Verzameling>()
  let vorige: string | undefined
  for await (const blok of leesRegelblokken(bron)) {
    if (!blok.ok) return yield geweigerd(blok.reden)
    blok.waarde.regels.forEach((tekst, i) => {
      const sleutel = sleutelVan(tekst, opties, vorige)
      if (sleutel === undefined) return
      vorige = sleutel
      const groep = groepen.get(sleutel) ?? new Verzameling(sleutel)
      groep.voegToe({ regelnummer: blok.waarde.eerste + i, tekst })
      groepen.set(sleutel, groep)
    })
  }
  const alle = [...groepen.values()]
  for (let van = 0; van < alle.length; van += GROEPEN_TEGELIJK) yield gelukt(alle.slice(van, van + GROEPEN_TEGELIJK))
}

const TE_VERSPREID: Onleesbaar = {
  code: 'te-verspreid', uitleg: 'De records van een student staan in dit grote bestand niet bij elkaar.',
  remedie: 'Sorteer het bestand op persoonsnummer, of haal het opnieuw op bij DUO: daar staat het al op volgorde.',
}

async function* leesVerspreid(pad: Bestandsbron, opties: Groepopties): AsyncGenerator<Uitkomst<readonly Groep[], Onleesbaar>> {
  const bakjes = await maakBakjes(Math.min(MAX_BAKJES, Math.max(1, Math.ceil(opties.bytes / BAKJE_BYTES))))
  try {
    const fout = await verdeel(pad, opties, bakjes)
    if (fout !== undefined) return yield geweigerd(fout)
    for (const bakje of bakjes) {
      const groepen = await leesBakje(bakje)
      for (let van = 0; van < groepen.length; van += GROEPEN_TEGELIJK) yield gelukt(groepen.slice(van, van + GROEPEN_TEGELIJK))
    }
  } finally {
    await Promise.all(bakjes.map((bakje) => bakje.close()))
  }
}

/** Er staan persoonsnummers in. Daarom verliezen de bestanden hun naam zodra ze open zijn: ook na kill -9 blijft er niets staan. */
async function maakBakjes(aantal: number): Promise<readonly FileHandle[]> {
  const map = await mkdtemp(join(tmpdir(), 'leerroute-sorteer-'))
  try {
    return await Promise.all(Array.from({ length: aantal }, (_, i) => open(join(map, `${i}.txt`), 'wx+', 0o600)))
  } finally {
    await rm(map, { recursive: true, force: true })
  }
}

async function verdeel(pad: Bestandsbron, opties: Groepopties, bakjes: readonly FileHandle[]): Promise<Onleesbaar | undefined> {
  let vorige: string | undefined
  for await (const blok of leesRegelblokken(pad)) {
    if (!blok.ok) return blok.reden
    const delen = new Map<number, string[]>()
    blok.waarde.regels.forEach((tekst, i) => {
      const gelezen = sleutelVan(tekst, opties, vorige)
      if (gelezen === undefined) return
      vorige = gelezen
      const sleutel = gelezen.replaceAll('\t', ' ')
      const nummer = verdeelgetal(sleutel) % bakjes.length
      const deel = delen.get(nummer) ?? []
      deel.push(`${blok.waarde.eerste + i}\t${sleutel}\t${tekst}\n`)
      delen.set(nummer, deel)
    })
    for (const [nummer, deel] of delen) await bakjes[nummer]?.appendFile(deel.join(''))
    opties.opBytes?.(blok.waarde.gelezenBytes)
  }
  return undefined
}

/** Sluit het bakje. */
async function leesBakje(bakje: FileHandle): Promise<readonly Groep[]> {
  const groepen = new Map<string, Verzameling>()
  for await (const blok of leesRegelblokken(bakje, new Regelsplitser(2 * MAX_REGEL + 64))) {
    // Deze regels schreven wij zelf, dus een weigering kan niet.
    if (!blok.ok) throw new Error(`tijdelijk bestand onleesbaar: ${blok.reden.code}`)
    for (const regel of blok.waarde.regels) {
      const een = regel.indexOf('\t')
      const twee = regel.indexOf('\t', een + 1)
      const sleutel = regel.slice(een + 1, twee)
      const groep = groepen.get(sleutel) ?? new Verzameling(sleutel)
      groep.voegToe({ regelnummer: Number(regel.slice(0, een)), tekst: regel.slice(twee + 1) })
      groepen.set(sleutel, groep)
    }
  }
  return [...groepen.values()]
}

/** FNV-1a; alleen om te verdelen, niet om te verbergen. */
function verdeelgetal(tekst: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < tekst.length; i++) h = Math.imul(h ^ tekst.charCodeAt(i), 0x01000193)
  return h >>> 0
}
