/** Wat de routes delen: van een uitkomst een antwoord maken, verwijzen, en bladeren. Beslist niets. */
import { magDeelnemerZien } from '../../bron/index.ts'
import type { Bladwijzer, Bladzijde, Geregistreerd, Transactie } from '../../database/index.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actor, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { leesCursor, schrijfCursor } from '../kader/blad.ts'
import type { Antwoord, Antwoordvorm, Deur } from '../kader/route.ts'

export function antwoord<T>(uitkomst: Uitkomst<T, Weigering>, maak: (waarde: T) => Antwoord): Antwoord {
  return uitkomst.ok ? maak(uitkomst.waarde) : { weigering: uitkomst.reden }
}

/** 201 met een verwijzing als er iets nieuws is; 200 als er al iets was. */
export function geleverd(deur: Deur, uitkomst: 'nieuw' | 'gewijzigd' | 'ongewijzigd', delen: readonly string[], inhoud: object): Antwoord {
  return uitkomst === 'nieuw' ? { status: 201, koppen: { location: verwijzing(deur, ...delen) }, inhoud } : { status: 200, inhoud }
}

/** Een adres in een antwoord. */
export function verwijzing(deur: Deur, ...delen: readonly string[]): string {
  return `${deur.basisUrl}/v1/${delen.map(encodeURIComponent).join('/')}`
}

export const WEG: Antwoord = { status: 204 }
export const GEEN_INHOUD: Antwoordvorm = { omschrijving: 'Het is vervallen. De geschiedenis blijft.', schema: null }

/** Een ding met zijn sleutel en versie. */
export function toon<T>(ding: Geregistreerd<T>, sleutel: Readonly<Record<string, string>>, naam: string): Antwoord {
  return { status: 200, inhoud: naarJson(ding, sleutel, naam), versie: ding.versie }
}

export function naarJson<T>(ding: Geregistreerd<T>, sleutel: Readonly<Record<string, string>>, naam: string): object {
  return { ...sleutel, [naam]: ding.inhoud, vastgelegdTijdstip: ding.vastgelegdTijdstip, vervallenTijdstip: ding.vervallenTijdstip }
}

interface Versievraag {
  readonly uitvoerder: Uitvoerder
  readonly actor: Actor
  readonly params: { readonly [naam: string]: unknown; readonly deelnemerId?: string }
}

/**
 * De versie voor een voorwaardelijke operatie; het kader geeft de transactie waarin het daarna ook gebeurt. Van een deelnemer die de
 * aanroeper niet mag zien is er geen: anders zei het verschil tussen 404 en 412 dat hij er is (Z-02, T-27).
 */
export function versie({ uitvoerder, actor, params: { deelnemerId } }: Versievraag, lees: (trx: Transactie) => Promise<string | undefined>): Promise<string | undefined> {
  return metRechten(uitvoerder, actor, async (trx) => (deelnemerId === undefined || (await magDeelnemerZien(trx, actor, deelnemerId)) ? lees(trx) : undefined))
}

/** Wat in het adres staat en wat in het bericht staat gaan over hetzelfde ding. Leeg = goed. */
export function wijktAf(bericht: Readonly<Record<string, unknown>>, adres: Readonly<Record<string, string>>): Antwoord | undefined {
  const [eerste, ...rest] = Object.entries(adres).filter(([veld, waarde]) => bericht[veld] !== waarde).map(([veld, waarde]) => ({
    veld, regel: `In het adres staat ${waarde}, in het bericht iets anders.`, watTeDoen: 'Maak ze gelijk. Gaat het om iets anders? Lever het dan als nieuw, en verwijder dit.',
  }))
  return eerste && { weigering: { soort: 'ongeldig', fouten: [eerste, ...rest] } }
}

interface Bladervraag {
  readonly cursor?: string
  readonly pageSize?: number
}

const GEWOON_AANTAL = 50

/** Vooruit of terug, en waarvandaan. Undefined = deze cursor is niet van deze lijst. */
export function leesBladwijzer({ kluis }: Deur, operationId: string, { cursor, pageSize }: Bladervraag): Bladwijzer | undefined {
  const aantal = pageSize ?? GEWOON_AANTAL
  if (cursor === undefined) return { aantal }
  const [richting, sleutel] = leesCursor(kluis, operationId, cursor) ?? []
  if (sleutel === undefined) return undefined
  return richting === VOORUIT ? { na: sleutel, aantal } : { voor: sleutel, aantal }
}

const VOORUIT = 'na'
const TERUG = 'voor'

export const CURSOR_ONBEKEND: Antwoord = {
  weigering: { soort: 'ongeldig', fouten: [{ veld: 'cursor', regel: 'Deze cursor is niet van deze lijst.', watTeDoen: 'Begin zonder cursor, of neem de cursor over uit `volgende` of `vorige`.' }] },
}

/** Een bladzijde met de cursors in het antwoord; bij GET ook als `Link` (S-15). */
export function toonBladzijde<T>(deur: Deur, operationId: string, gelezen: Bladzijde<T>, maak: (regel: T) => unknown, waar?: Lijstadres): Antwoord {
  const volgende = gelezen.volgende === null ? null : schrijfCursor(deur.kluis, operationId, [VOORUIT, gelezen.volgende])
  const vorige = gelezen.vorige === null ? null : schrijfCursor(deur.kluis, operationId, [TERUG, gelezen.vorige])
  const links = waar === undefined ? [] : [['next', volgende], ['prev', vorige]].flatMap(([rel, cursor]) => (cursor === null || cursor === undefined ? [] : [`<${metVraag(deur, waar, cursor)}>; rel="${rel}"`]))
  return { status: 200, inhoud: { regels: gelezen.regels.map(maak), volgende, vorige }, ...(links.length > 0 ? { koppen: { link: links.join(', ') } } : {}) }
}

interface Lijstadres {
  readonly delen: readonly string[]
  readonly query: object
}

function metVraag(deur: Deur, { delen, query }: Lijstadres, cursor: string): string {
  const velden = Object.entries({ ...query, cursor }).flatMap(([naam, waarde]) => (waarde === undefined ? [] : [[naam, String(waarde)]]))
  return `${verwijzing(deur, ...delen)}?${new URLSearchParams(velden).toString()}`
}
