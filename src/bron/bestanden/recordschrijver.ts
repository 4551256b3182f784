import type { Bestandsindeling, Veld } from './indeling.ts'

/** Waarden per sleutel van de indeling; wat er niet in staat, wordt een leeg veld. */
export type Recordwaarden = object

/** Waarom een record niet te schrijven is: er staat een teken in dat het bestand zou breken. */
export interface Onschrijfbaar {
  readonly recordsoort: string
  readonly veld: string
}

/** De geschreven regel, met de verplichte velden die leeg bleven. */
export interface GeschrevenRecord {
  readonly regel: string
  readonly leeg: readonly string[]
}

export const REGELEINDE = '\r\n'
const BREEKT = /[\u0000-\u001f\u007f"]/
const NIETS: readonly string[] = []

/** Schrijft records met dezelfde indeling als waarmee ze gelezen worden; er is geen tweede lijst met velden. */
export class Recordschrijver {
  readonly #scheiding: string
  readonly #records: ReadonlyMap<string, readonly Veldschrijver[]>

  constructor(indeling: Bestandsindeling) {
    this.#scheiding = indeling.scheiding
    this.#records = new Map([...indeling.records].map(([soort, { velden }]) => [soort, velden.map((veld) => maakVeldschrijver(veld, indeling.datumvorm))]))
  }

  /** Zoekt elk veld in de bronnen, de eerste met een waarde telt. De regel is zonder regeleinde. */
  schrijf(recordsoort: string, ...bronnen: readonly Recordwaarden[]): GeschrevenRecord | Onschrijfbaar {
    const velden = this.#records.get(recordsoort)
    if (velden === undefined) throw new Error(`de indeling kent geen record ${recordsoort}`)
    let regel = recordsoort
    let leeg: string[] | undefined
    for (const veld of velden) {
      const tekst = veld.schrijf(bronnen)
      if (tekst === '' && veld.verplicht) (leeg ??= []).push(veld.naam)
      if (tekst !== '' && (tekst.includes(this.#scheiding) || BREEKT.test(tekst))) return { recordsoort, veld: veld.naam }
      regel += this.#scheiding + tekst
    }
    return { regel, leeg: leeg ?? NIETS }
  }
}

interface Veldschrijver {
  readonly naam: string
  readonly verplicht: boolean
  readonly schrijf: (bronnen: readonly Recordwaarden[]) => string
}

function maakVeldschrijver(veld: Veld, datumvorm: Bestandsindeling['datumvorm']): Veldschrijver {
  const { sleutel, naam, verplicht } = veld
  const vorm = schrijfwijze(veld, datumvorm)
  return {
    naam, verplicht,
    schrijf: (bronnen) => {
      for (const bron of bronnen) {
        const waarde = (bron as Readonly<Record<string, unknown>>)[sleutel]
        if (typeof waarde === 'string' && waarde !== '') return vorm(waarde)
        if (typeof waarde === 'number') return vorm(String(waarde))
      }
      return ''
    },
  }
}

function schrijfwijze({ soort }: Veld, datumvorm: Bestandsindeling['datumvorm']): (waarde: string) => string {
  switch (soort.soort) {
    case 'datum': case 'datum-deels': return datumvorm === 'ccyymmdd' ? (waarde) => waarde.replaceAll('-', '') : (waarde) => waarde
    case 'lijst': {
      const { schrijf } = soort
      return schrijf === undefined ? (waarde) => waarde : (waarde) => schrijf[waarde] ?? waarde
    }
    case 'leeg': return () => ''
    case 'nummer': case 'patroon': case 'codes': case 'getal': case 'vrij': return (waarde) => waarde
  }
}
