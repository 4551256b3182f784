import type { Datum } from '../kern/datum.ts'
import type { Zekerheid } from '../kern/reden.ts'
import { isVelden, verplichteTekst, weigerOnbekendeVelden } from './bestand.ts'
import type { Meld, Velden } from './bestand.ts'
import { leesBron, leesDag, leesZekerheid } from './parameter.ts'

export interface Code {
  readonly code: string
  readonly label: string
  readonly geldigVan: Datum
  /** Laatste dag, inclusief; null = loopt door. */
  readonly geldigTotEnMet: Datum | null
  readonly bron: string
}

/** Het antwoord op de vraag of een code op een dag bestond. */
export type Codeantwoord =
  | { readonly soort: 'geldt'; readonly code: Code }
  | { readonly soort: 'nog-niet-van-kracht'; readonly vanaf: Datum }
  | { readonly soort: 'vervallen'; readonly geldigTotEnMet: Datum }
  /** De lijst kent de code niet; `onbekendeCode` zegt wat er dan met het bericht moet gebeuren. */
  | { readonly soort: 'onbekend'; readonly onbekendeCode: OnbekendeCode }

export type OnbekendeCode = 'weigeren' | 'bewaren_en_melden'

export interface Waardelijst {
  readonly naam: string
  readonly omschrijving: string
  readonly zekerheid: Zekerheid
  readonly toelichting: string | null
  readonly onbekendeCode: OnbekendeCode
  readonly codes: readonly Code[]
  code(code: string, op: Datum): Codeantwoord
}

const VELDEN = ['omschrijving', 'toelichting', 'zekerheid', 'onbekende_code', 'codes']
const CODEVELDEN = ['label', 'geldig_van', 'geldig_tot_en_met', 'bron']

/** Controleert één waardelijst en meldt elke fout. */
export function leesWaardelijst(naam: string, velden: Velden, bronnen: ReadonlySet<string>, meld: Meld): Waardelijst | undefined {
  weigerOnbekendeVelden(velden, VELDEN, '', meld)
  const omschrijving = verplichteTekst(velden, 'omschrijving', '', meld)
  const zekerheid = leesZekerheid(velden, '', meld)
  const onbekendeCode = velden['onbekende_code']
  if (onbekendeCode !== 'weigeren' && onbekendeCode !== 'bewaren_en_melden') {
    meld('onbekende_code', 'een lijst zegt wat er met een onbekende code gebeurt', 'kies weigeren of bewaren_en_melden')
    return undefined
  }
  const codes = leesCodes(velden, bronnen, meld)
  if (!omschrijving || !zekerheid || codes.length === 0) return undefined
  const toelichting = typeof velden['toelichting'] === 'string' ? velden['toelichting'] : null
  return { naam, omschrijving, zekerheid, toelichting, onbekendeCode, codes, code: maakZoeker(codes, onbekendeCode) }
}

function leesCodes(velden: Velden, bronnen: ReadonlySet<string>, meld: Meld): readonly Code[] {
  const inhoud = velden['codes']
  if (!isVelden(inhoud) || Object.keys(inhoud).length === 0) {
    meld('codes', 'een lijst heeft ten minste één code', 'voeg een code toe met label, geldig_van en bron')
    return []
  }
  const codes: Code[] = []
  for (const [code, velden] of Object.entries(inhoud)) {
    const gelezen = leesCode(code, velden, bronnen, meld)
    if (gelezen !== undefined) codes.push(gelezen)
  }
  return codes
}

function leesCode(code: string, inhoud: unknown, bronnen: ReadonlySet<string>, meld: Meld): Code | undefined {
  const plek = `codes.${code}.`
  if (!isVelden(inhoud)) {
    meld(`codes.${code}`, 'een code heeft de velden label, geldig_van en bron', 'schrijf `{ label: ..., geldig_van: ..., bron: S.. }`')
    return undefined
  }
  weigerOnbekendeVelden(inhoud, CODEVELDEN, plek, meld)
  const label = verplichteTekst(inhoud, 'label', plek, meld)
  const geldigVan = leesDag(inhoud, 'geldig_van', true, meld, plek)
  const geldigTotEnMet = leesDag(inhoud, 'geldig_tot_en_met', false, meld, plek)
  const bron = leesBron(inhoud, bronnen, plek, meld)
  if (geldigVan !== undefined && geldigTotEnMet !== undefined && geldigTotEnMet < geldigVan) {
    meld(plek + 'geldig_tot_en_met', 'de laatste dag ligt voor de eerste dag', 'verbeter een van de twee dagen')
  }
  if (!label || !geldigVan || !bron) return undefined
  return { code, label, geldigVan, geldigTotEnMet: geldigTotEnMet ?? null, bron }
}

function maakZoeker(codes: readonly Code[], onbekendeCode: OnbekendeCode): (code: string, op: Datum) => Codeantwoord {
  const opCode = new Map(codes.map((code) => [code.code, { code, geldt: { soort: 'geldt', code } as const }]))
  const onbekend: Codeantwoord = { soort: 'onbekend', onbekendeCode }
  return (code, op) => {
    const gevonden = opCode.get(code)
    if (gevonden === undefined) return onbekend
    const { geldigVan, geldigTotEnMet } = gevonden.code
    if (op < geldigVan) return { soort: 'nog-niet-van-kracht', vanaf: geldigVan }
    if (geldigTotEnMet !== null && op > geldigTotEnMet) return { soort: 'vervallen', geldigTotEnMet }
    return gevonden.geldt
  }
}
