/** Wie er belt. De enige plaats die een sleutel leest: een OAuth-token (RFC 9068) komt later hier binnen. */
import { type Actor, type Koppelingzoeker, sleutelhash, systeemactor } from '../../toegang/index.ts'

export interface Sleutelgegevens {
  /** De kop `Authorization`, zoals hij binnenkwam. */
  readonly authorization: string | undefined
  /** Het adres van de beller. */
  readonly ip: string
}

/** Waarom iemand niet herkend is; alles wordt 401, alleen de zin verschilt. */
export type Onherkend = 'geen-sleutel' | 'andere-vorm' | 'onbekend'

export type Herkenning = { readonly actor: Actor } | { readonly onherkend: Onherkend }

export interface Sleutelbronnen {
  /** Identiteiten van de verzonnen regio; leeg als de keuze van een identiteit er niet is (productie, openbaar adres). */
  readonly proefactoren: ReadonlyMap<string, Actor>
  /** De koppeling die bij deze sleutel hoort en vandaag geldt. */
  readonly koppelingVan: Koppelingzoeker
}

const PROEF = 'proef-'
const PROEFBEHEER = systeemactor('proef-beheer')

/** Zoekt de actor bij `Authorization: Bearer`. Een proefsleutel telt alleen vanaf dezelfde computer. */
export async function herkenAanroeper(bronnen: Sleutelbronnen, { authorization, ip }: Sleutelgegevens): Promise<Herkenning> {
  if (authorization === undefined || authorization.trim() === '') return { onherkend: 'geen-sleutel' }
  const sleutel = /^Bearer +([\x21-\x7e]{1,200}) *$/i.exec(authorization)?.[1]
  if (sleutel === undefined) return { onherkend: 'andere-vorm' }
  if (sleutel.startsWith(PROEF)) {
    const actor = isLoopback(ip) && bronnen.proefactoren.size > 0 ? proefactor(bronnen, sleutel.slice(PROEF.length)) : undefined
    return actor === undefined ? { onherkend: 'onbekend' } : { actor }
  }
  const actor = await bronnen.koppelingVan(sleutelhash(sleutel))
  return actor === undefined ? { onherkend: 'onbekend' } : { actor }
}

function proefactor({ proefactoren }: Sleutelbronnen, naam: string): Actor | undefined {
  return naam === 'beheer' ? PROEFBEHEER : proefactoren.get(naam)
}

function isLoopback(ip: string): boolean {
  return ip === '::1' || /^(::ffff:)?127\./.test(ip)
}
