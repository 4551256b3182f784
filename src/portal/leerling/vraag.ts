import type { Datum } from '../../kern/datum.ts'
import { leesDatum, type Datumfout } from '../woorden/datuminvoer.ts'
import { cijfers, lang } from '../woorden/datumwoorden.ts'

/** De vraag van het datumformulier: wat er getypt is, en de datums waarmee wij rekenen. */
export interface Leerlingvraag {
  readonly peildatum: Datum
  /** null = alles wat nu bekend is. */
  readonly bekendOp: Datum | null
  readonly getypt: { readonly datum: string, readonly bekend: string }
  readonly fouten: readonly Veldfout[]
}

export interface Veldfout {
  readonly veld: 'datum' | 'bekend'
  readonly reden: Datumfout | 'toekomst'
}

/**
 * Leest `datum` en `bekend` uit het adres. Leeg = vandaag, en alles wat nu bekend is.
 * Bij een fout rekenen wij met vandaag en blijft staan wat er getypt is.
 */
export function leesVraag(query: unknown, vandaag: Datum): Leerlingvraag {
  const fouten: Veldfout[] = []
  const weiger = (fout: Veldfout) => {
    fouten.push(fout)
    return null
  }
  const lees = (veld: Veldfout['veld']): Datum | null => {
    const tekst = waarde(query, veld)
    if (tekst === '') return null
    const uitkomst = leesDatum(tekst)
    if (!uitkomst.ok) return weiger({ veld, reden: uitkomst.reden })
    if (veld === 'bekend' && uitkomst.waarde > vandaag) return weiger({ veld, reden: 'toekomst' })
    return uitkomst.waarde
  }
  const [datum, bekend] = [lees('datum'), lees('bekend')]
  const peildatum = datum ?? vandaag
  // De kennis van vandaag is alles wat nu bekend is.
  const bekendOp = bekend === vandaag ? null : bekend
  const getypt = (veld: Veldfout['veld'], gelezen: Datum) => fouten.some((fout) => fout.veld === veld) ? waarde(query, veld) : lang(gelezen)
  return { peildatum, bekendOp, getypt: { datum: getypt('datum', peildatum), bekend: getypt('bekend', bekendOp ?? vandaag) }, fouten }
}

/** Het adres van dezelfde bladzijde met een andere datum; de kennisdatum blijft staan. */
export function adresMet(deelnemerId: string, datum: Datum, bekendOp: Datum | null): string {
  return `/studenten/${deelnemerId}?datum=${cijfers(datum)}${bekendOp ? `&bekend=${cijfers(bekendOp)}` : ''}`
}

const LANGST = 40

function waarde(query: unknown, naam: string): string {
  const gevonden: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, naam) : undefined
  return typeof gevonden === 'string' ? gevonden.trim().slice(0, LANGST) : ''
}
