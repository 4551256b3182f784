/** S-15: bladeren met een cursor. De cursor is versleuteld en hoort bij een operatie: hij kan een naam bevatten en staat in een adres. */
import { Type, type TSchema } from 'typebox'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Kluis } from '../../toegang/index.ts'
import type { Gelukt } from './route.ts'

const MEESTE_PER_BLAD = 250
const PER_BLAD = 50

/** Zet deze velden in de query van elke lijst: `Type.Object({ ...bladvelden, ... })`. */
export const bladvelden = {
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 900, description: 'De waarde van `volgende` uit het vorige antwoord. Laat weg voor de eerste bladzijde.' })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: MEESTE_PER_BLAD, default: PER_BLAD, description: `Hoeveel regels op een bladzijde, hoogstens ${MEESTE_PER_BLAD}.`, examples: [PER_BLAD] })),
}

/** De vorm van een bladzijde: `regels` en de cursor van de volgende. */
export function bladvorm<T extends TSchema>(regel: T, anders: { readonly $id?: string } = {}) {
  return Type.Object({
    regels: Type.Array(regel),
    volgende: Type.Union([Type.String(), Type.Null()], { description: 'Cursor van de volgende bladzijde; `null` op de laatste.' }),
  }, { ...anders, additionalProperties: false })
}

export interface Bladvraag {
  readonly cursor?: string | undefined
  readonly pageSize?: number | undefined
}

/** `na`: wat de route bij het vorige blad aan `bladAntwoord` gaf; undefined op de eerste bladzijde. */
export interface Blad {
  readonly na: readonly string[] | undefined
  readonly aantal: number
}

/** Leest waar een lijst verder moet. Een cursor van een andere operatie, of een veranderde, is een fout in het veld `cursor`. */
export function leesBlad(kluis: Kluis, operationId: string, { cursor, pageSize = PER_BLAD }: Bladvraag): Uitkomst<Blad, Weigering> {
  if (cursor === undefined) return gelukt({ na: undefined, aantal: pageSize })
  const na = leesCursor(kluis, operationId, cursor)
  if (na !== undefined) return gelukt({ na, aantal: pageSize })
  return geweigerd({ soort: 'ongeldig', fouten: [{ veld: 'cursor', regel: 'Deze cursor hoort niet bij deze lijst.', watTeDoen: 'Gebruik `volgende` uit het vorige antwoord precies zoals hij is, of laat `cursor` weg om opnieuw te beginnen.' }] })
}

export interface Bladinhoud {
  readonly regels: readonly unknown[]
  /** De sleutel van de laatste regel, bijvoorbeeld tijdstip en id; null als er geen volgende bladzijde is. */
  readonly volgende: readonly string[] | null
}

/**
 * Het antwoord met een bladzijde, en `Link` naar de volgende.
 * @param adres heel adres van de lijst met `/v1`; de eigen vraag (zonder cursor) blijft in de verwijzing staan.
 */
export function bladAntwoord(kluis: Kluis, operationId: string, adres: string, vraag: Readonly<Record<string, unknown>>, { regels, volgende }: Bladinhoud): Gelukt {
  if (volgende === null) return { status: 200, inhoud: { regels, volgende: null } }
  const cursor = schrijfCursor(kluis, operationId, volgende)
  const delen = Object.entries({ ...vraag, cursor }).flatMap(([naam, waarde]) => (waarde === undefined ? [] : [waarde].flat().map((deel) => [naam, String(deel)])))
  return { status: 200, inhoud: { regels, volgende: cursor }, koppen: { link: `<${adres}?${new URLSearchParams(delen).toString()}>; rel="next"` } }
}

export function schrijfCursor(kluis: Kluis, operationId: string, delen: readonly string[]): string {
  const { versleuteld, sleutelId } = kluis.versleutel(JSON.stringify(delen), plaatsVan(operationId))
  return Buffer.from(JSON.stringify([sleutelId, versleuteld.toString('base64url')])).toString('base64url')
}

/** Undefined als de cursor niet van deze operatie is. */
export function leesCursor(kluis: Kluis, operationId: string, cursor: string): readonly string[] | undefined {
  try {
    const [sleutelId, inhoud] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown]
    const delen: unknown = JSON.parse(kluis.ontsleutel(Buffer.from(String(inhoud), 'base64url'), String(sleutelId), plaatsVan(operationId)))
    return Array.isArray(delen) && delen.every((deel) => typeof deel === 'string') ? delen : undefined
  } catch {
    // Onleesbaar, veranderd, van een andere lijst of met een oude sleutel: voor de aanroeper is dat hetzelfde.
    return undefined
  }
}

/** De plaats is gebonden aan de cijfertekst: een cursor van een andere lijst is niet te lezen. */
function plaatsVan(operationId: string): string {
  return `cursor ${operationId}`
}
