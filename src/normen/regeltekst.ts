import type { Datum } from '../kern/datum.ts'
import type { RegelId, Zekerheid } from '../kern/reden.ts'
import { SIGNAALCODES } from '../kern/signaalcode.ts'
import type { Signaalcode } from '../kern/signaalcode.ts'
import { isVelden, tekstlijst, verplichteTekst, weigerOnbekendeVelden } from './bestand.ts'
import type { Meld, Velden } from './bestand.ts'
import { leesDag, leesZekerheid } from './parameter.ts'
import { leesEngels, type Vertaald } from './vertaling.ts'

export interface Bron {
  readonly id: string
  readonly titel: string
  /** null = niet openbaar; dan zegt de toelichting waarom. */
  readonly url: string | null
  readonly gelezenOp: Datum
  readonly toelichting: string | null
}

export interface Regelwoorden {
  readonly titel: string
  readonly uitleg: string
  /** Welk deel van een zekere regel toch onze lezing is. */
  readonly kanttekening: string | null
  /** Waarom het register deze regel niet zelf beslist; null = de regel staat in de code. */
  readonly nietInCode: string | null
}

/** De woorden bij één regel, zoals scherm, API en opdrachtregel ze tonen. In een andere taal: `inTaal`. */
export interface Regeltekst extends Regelwoorden, Vertaald<Regelwoorden> {
  readonly id: RegelId
  /** Map in regels/, bijvoorbeeld `verzuim`. */
  readonly domein: string
  readonly zekerheid: Zekerheid
  readonly bronnen: readonly string[]
}

/** `watTeDoen` noemt wie wat doet. */
export interface Signaalwoorden {
  readonly titel: string
  readonly uitleg: string
  readonly watTeDoen: string
}

/** De woorden bij één signaal. In een andere taal: `inTaal`. */
export interface Signaaltekst extends Signaalwoorden, Vertaald<Signaalwoorden> {
  readonly code: Signaalcode
  readonly regels: readonly RegelId[]
}

export function leesBronnen(velden: Velden, meld: Meld): ReadonlyMap<string, Bron> {
  const bronnen = new Map<string, Bron>()
  for (const [id, inhoud] of elkeIngang(velden, /^S\d+[a-z]?$/, 'S met een nummer', meld)) {
    weigerOnbekendeVelden(inhoud, ['titel', 'url', 'gelezen_op', 'toelichting'], `${id}.`, meld)
    const titel = verplichteTekst(inhoud, 'titel', `${id}.`, meld)
    const gelezenOp = leesDag(inhoud, 'gelezen_op', true, meld, `${id}.`)
    const url = optioneleTekst(inhoud, 'url')
    const toelichting = optioneleTekst(inhoud, 'toelichting')
    if (url === null && toelichting === null) meld(`${id}.url`, 'een bron heeft een adres, of een toelichting waarom niet', 'vul `url:` of `toelichting:` in')
    if (url !== null && !url.startsWith('https://')) meld(`${id}.url`, 'een adres begint met https://', 'schrijf het hele adres')
    if (titel && gelezenOp) bronnen.set(id, { id, titel, url, gelezenOp, toelichting })
  }
  return bronnen
}

const REGELVELDEN = ['titel', 'uitleg', 'zekerheid', 'kanttekening', 'bronnen', 'niet_in_code', 'en']
const REGELWOORDEN = ['titel', 'uitleg', 'kanttekening', 'niet_in_code']
const SIGNAALWOORDEN = ['titel', 'uitleg', 'wat_te_doen']

export function leesRegels(domein: string, velden: Velden, bronnen: ReadonlySet<string>, meld: Meld): readonly Regeltekst[] {
  const regels: Regeltekst[] = []
  for (const [id, inhoud] of elkeIngang(velden, /^K-[A-Z]+-\d{2}$/, 'K, een groep en een nummer', meld)) {
    weigerOnbekendeVelden(inhoud, REGELVELDEN, `${id}.`, meld)
    const titel = verplichteTekst(inhoud, 'titel', `${id}.`, meld)
    const uitleg = verplichteTekst(inhoud, 'uitleg', `${id}.`, meld)
    const zekerheid = leesZekerheid(inhoud, `${id}.`, meld)
    const uit = leesVerwijzingen(inhoud, 'bronnen', bronnen, 'bronnen.yaml', `${id}.`, meld)
    const en = leesEngels(inhoud, REGELWOORDEN, `${id}.`, meld)
    if (!titel || !uitleg || !zekerheid || !uit) continue
    const kanttekening = optioneleTekst(inhoud, 'kanttekening')
    const engels = { titel: en['titel'] ?? '', uitleg: en['uitleg'] ?? '', kanttekening: en['kanttekening'] ?? null, nietInCode: en['niet_in_code'] ?? null }
    regels.push({ id: id as RegelId, domein, titel, uitleg, zekerheid, kanttekening, bronnen: uit, nietInCode: optioneleTekst(inhoud, 'niet_in_code'), en: engels })
  }
  return regels
}

/** Alle signalen van src/kern/signaalcode.ts moeten er staan, en geen andere. */
export function leesSignalen(velden: Velden, regels: ReadonlySet<string>, meld: Meld): ReadonlyMap<Signaalcode, Signaaltekst> {
  const signalen = new Map<Signaalcode, Signaaltekst>()
  weigerOnbekendeVelden(velden, SIGNAALCODES, '', meld)
  for (const code of SIGNAALCODES) {
    const inhoud = velden[code]
    if (!isVelden(inhoud)) {
      meld(code, 'elk signaal heeft een tekst', 'voeg titel, uitleg, wat_te_doen en regels toe')
      continue
    }
    weigerOnbekendeVelden(inhoud, [...SIGNAALWOORDEN, 'regels', 'en'], `${code}.`, meld)
    const titel = verplichteTekst(inhoud, 'titel', `${code}.`, meld)
    const uitleg = verplichteTekst(inhoud, 'uitleg', `${code}.`, meld)
    const watTeDoen = verplichteTekst(inhoud, 'wat_te_doen', `${code}.`, meld)
    const bij = leesVerwijzingen(inhoud, 'regels', regels, 'een regels.yaml', `${code}.`, meld)
    const en = leesEngels(inhoud, SIGNAALWOORDEN, `${code}.`, meld)
    const engels = { titel: en['titel'] ?? '', uitleg: en['uitleg'] ?? '', watTeDoen: en['wat_te_doen'] ?? '' }
    if (titel && uitleg && watTeDoen && bij) signalen.set(code, { code, titel, uitleg, watTeDoen, regels: bij as readonly RegelId[], en: engels })
  }
  return signalen
}

function* elkeIngang(velden: Velden, vorm: RegExp, woorden: string, meld: Meld): Generator<readonly [string, Velden]> {
  for (const [id, inhoud] of Object.entries(velden)) {
    if (!vorm.test(id)) meld(id, `een nummer is ${woorden}`, 'verbeter het nummer')
    else if (isVelden(inhoud)) yield [id, inhoud]
    else meld(id, 'een ingang is een lijst van velden met een naam', 'schrijf `titel:` en de andere velden')
  }
}

function leesVerwijzingen(velden: Velden, naam: string, bekend: ReadonlySet<string>, waar: string, plek: string, meld: Meld): readonly string[] | undefined {
  const ids = tekstlijst(velden[naam])
  if (ids === undefined || ids.length === 0) {
    meld(plek + naam, 'hier staat ten minste één verwijzing', `schrijf \`${naam}: [...]\``)
    return undefined
  }
  for (const id of ids) if (!bekend.has(id)) meld(plek + naam, `${id} staat niet in ${waar}`, 'verbeter het nummer of voeg het toe')
  return ids
}

function optioneleTekst(velden: Velden, naam: string): string | null {
  const waarde = velden[naam]
  return typeof waarde === 'string' && waarde.trim() !== '' ? waarde.trim() : null
}
