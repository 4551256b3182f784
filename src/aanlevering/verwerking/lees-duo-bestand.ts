import type { Bevinding, Bytesbron, Onleesbaar } from '../../bron/index.ts'
import { leesBestand } from '../../bron/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Mislukking, Recordfout } from '../levering.ts'
import type { Gelezen, Studentendeel } from './verwerk-studenten.ts'

const REGELS_PER_DEEL = 2_000

export interface Gedeeld {
  readonly deel: Studentendeel
  readonly vanafRegel: number
  readonly totEnMetRegel: number
  /** Standen en afgekeurde studenten: het aantal antwoorden dat hierop komt. */
  readonly records: number
}

/**
 * Leest een RO of GRONDSLAG in zijn geheel en geeft de studenten in delen, pas als het hele bestand leesbaar bleek. Een bestand
 * dat als geheel is afgekeurd (kop, sluitregel, twee bestanden in een) of onleesbaar is, geeft alleen de uitleg.
 */
export async function deelDuoBestand(bron: Bytesbron, naam: string, bewaar: (gedeeld: Gedeeld) => Promise<void>): Promise<Uitkomst<{ readonly records: number }, Mislukking>> {
  const fouten = new Map<number, Recordfout[]>()
  const bestandsfouten: Bevinding[] = []
  const verzamelaar = new Verzamelaar(naam, fouten, bewaar)
  const gelezen = await leesBestand(bron, { naam, meld: (b) => sorteer(b, fouten, bestandsfouten) }, async (studenten, kop) => {
    for (const student of studenten) await verzamelaar.neem(student.persoon, student.regelnummer, student.regels, kop.brin)
  })
  if (!gelezen.ok) return geweigerd(naarMislukking(gelezen.reden))
  if (gelezen.waarde.bestandAfgekeurd) return geweigerd(naarBestandsfout(bestandsfouten))
  await verzamelaar.sluit()
  return gelukt({ records: verzamelaar.records })
}

function sorteer(b: Bevinding, fouten: Map<number, Recordfout[]>, bestandsfouten: Bevinding[]): void {
  if (b.ernst !== 'afgekeurd') return
  if (b.persoonRegel === null) {
    bestandsfouten.push(b)
    return
  }
  const fout = { veld: [b.recordsoort, b.veld].filter((deel) => deel !== null).join(' '), regel: b.uitleg, watTeDoen: b.remedie, regelId: b.regel, ...(b.regelnummer === null ? {} : { regelnummer: b.regelnummer }) }
  const bekend = fouten.get(b.persoonRegel)
  if (bekend === undefined) fouten.set(b.persoonRegel, [fout])
  else if (bekend.length < MEESTE_FOUTEN) bekend.push(fout)
}

const MEESTE_FOUTEN = 100

function naarMislukking({ uitleg, remedie }: Onleesbaar): Mislukking {
  return { uitleg, watTeDoen: remedie }
}

function naarBestandsfout(fouten: readonly Bevinding[]): Mislukking {
  const [eerste] = fouten
  return { uitleg: fouten.map(({ uitleg }) => uitleg).join(' ') || 'Het bestand is als geheel afgekeurd.', watTeDoen: eerste?.remedie ?? 'Haal het bestand opnieuw op bij DUO.' }
}

class Verzamelaar {
  readonly #naam: string
  readonly #fouten: Map<number, Recordfout[]>
  readonly #bewaar: (gedeeld: Gedeeld) => Promise<void>
  records = 0
  #studenten: Gelezen[] = []
  #regels = 0
  #brin = ''

  constructor(naam: string, fouten: Map<number, Recordfout[]>, bewaar: (gedeeld: Gedeeld) => Promise<void>) {
    this.#naam = naam
    this.#fouten = fouten
    this.#bewaar = bewaar
  }

  async neem(persoon: Gelezen['persoon'], regelnummer: number, regels: number, brin: string): Promise<void> {
    this.#brin = brin
    this.#studenten.push({ persoon, regelnummer, fouten: this.#fouten.get(regelnummer) ?? [] })
    this.#fouten.delete(regelnummer)
    this.#regels += regels
    if (this.#regels >= REGELS_PER_DEEL) await this.sluit()
  }

  async sluit(): Promise<void> {
    if (this.#studenten.length === 0) return
    const studenten = this.#studenten
    const records = studenten.reduce((som, { persoon }) => som + (persoon === null ? 1 : aantalStanden(persoon)), 0)
    const regels = studenten.flatMap(regelsVan)
    this.#studenten = []
    this.#regels = 0
    this.records += records
    await this.#bewaar({ deel: { brin: this.#brin, bestand: this.#naam, studenten }, vanafRegel: Math.min(...regels), totEnMetRegel: Math.max(...regels), records })
  }
}

function aantalStanden(persoon: NonNullable<Gelezen['persoon']>): number {
  return persoon.inschrijvingen.reduce((som, i) => som + 1 + i.bpv.length, 0) + persoon.diplomas.length + persoon.onderdelen.length
}

function regelsVan({ persoon, regelnummer }: Gelezen): number[] {
  if (persoon === null) return [regelnummer]
  return [regelnummer, ...persoon.inschrijvingen.flatMap((i) => [i.regelnummer, ...i.bpv.map((b) => b.regelnummer)]), ...persoon.diplomas.map((d) => d.regelnummer), ...persoon.onderdelen.map((o) => o.regelnummer)]
}
