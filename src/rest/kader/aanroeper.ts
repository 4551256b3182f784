/** Wie er belt. De enige plaats die `Authorization` leest: een token (RFC 9068), een sleutel van een koppeling, of een proefsleutel. */
import type { IncomingMessage } from 'node:http'
import { type Actor, type Certificaat, isDezeComputer, type Koppelingzoeker, type Limiet, maakLimiet, type Machinezoeker, netwerkVan, geheimhash, systeemactor, type Tokenfout } from '../../toegang/index.ts'

export interface Sleutelgegevens {
  /** De kop `Authorization`, zoals hij binnenkwam. */
  readonly authorization: string | undefined
  /** Het adres van de beller. */
  readonly ip: string
  /** Voor het certificaat van de verbinding. */
  readonly verzoek?: IncomingMessage
}

/** Waarom iemand niet herkend is; alles wordt 401, alleen de zin verschilt. */
export type Onherkend = 'geen-sleutel' | 'andere-vorm' | 'onbekend' | Tokenfout

export type Herkenning = { readonly actor: Actor } | { readonly onherkend: Onherkend } | { readonly wachtSeconden: number }

export interface Sleutelbronnen {
  /** Mensen van de verzonnen regio; leeg buiten een proefomgeving (productie, openbaar adres). */
  readonly proefactoren: ReadonlyMap<string, Actor>
  /** De koppeling die bij deze sleutel hoort en vandaag geldt; ontbreekt als sleutels uit staan (productie, zie ADR 0032). */
  readonly koppelingVan?: Koppelingzoeker
  /** Tokens van systemen van leveranciers; ontbreekt als die er niet zijn. */
  readonly machineVan?: Machinezoeker
  /** M-06: het certificaat van de verbinding, of dat wat de eigen proxy doorgeeft. */
  readonly certificaatVan?: (verzoek: IncomingMessage) => Certificaat | undefined
  /** Mislukte aanmeldingen per adres; zie `maakPogingen`. */
  readonly pogingen: Pogingen
}

const PROEF = 'proef-'
const PROEFBEHEER = systeemactor('proef-beheer')
/** Drie delen in base64url, en een kop die met `{"` begint. */
const JWT = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/

/** Zoekt de actor bij `Authorization: Bearer`. Een proefsleutel telt alleen vanaf dezelfde computer. */
export async function herkenAanroeper(bronnen: Sleutelbronnen, { authorization, ip, verzoek }: Sleutelgegevens): Promise<Herkenning> {
  if (authorization === undefined || authorization.trim() === '') return { onherkend: 'geen-sleutel' }
  const sleutel = /^Bearer +([\x21-\x7e]{1,4096}) *$/i.exec(authorization)?.[1]
  if (sleutel === undefined) return { onherkend: 'andere-vorm' }
  if (sleutel.startsWith(PROEF)) {
    const actor = isDezeComputer(ip) && bronnen.proefactoren.size > 0 ? proefactor(bronnen, sleutel.slice(PROEF.length)) : undefined
    return actor === undefined ? { onherkend: 'onbekend' } : { actor }
  }
  if (JWT.test(sleutel)) return herkenMachine(bronnen, sleutel, verzoek)
  return herkenKoppeling(bronnen, sleutel, ip)
}

/** De handtekening valt vóór de vraag aan de database af: een verzonnen token kost de database niets. */
async function herkenMachine({ machineVan, certificaatVan }: Sleutelbronnen, token: string, verzoek: IncomingMessage | undefined): Promise<Herkenning> {
  if (machineVan === undefined) return { onherkend: 'onbekend' }
  const gevonden = await machineVan(token, verzoek === undefined ? undefined : certificaatVan?.(verzoek))
  return typeof gevonden === 'string' ? { onherkend: gevonden } : { actor: gevonden }
}

/** Raden kost eerst een poging en dan pas een vraag aan de database. Wie net nog klopte, wacht nooit op het raden van een ander. */
async function herkenKoppeling({ koppelingVan, pogingen }: Sleutelbronnen, sleutel: string, ip: string): Promise<Herkenning> {
  if (koppelingVan === undefined || sleutel.length > LANGSTE_SLEUTEL) return { onherkend: 'onbekend' }
  const hash = geheimhash(sleutel)
  const wachtSeconden = pogingen.neem(ip, hash)
  if (wachtSeconden > 0) return { wachtSeconden }
  const actor = await koppelingVan(hash)
  if (actor === undefined) {
    pogingen.vergeet(hash)
    return { onherkend: 'onbekend' }
  }
  pogingen.klopte(ip, hash)
  return { actor }
}

const LANGSTE_SLEUTEL = 200

export interface Pogingen {
  /** Neemt een poging van dit adres, of zegt hoeveel seconden het moet wachten. */
  neem(ip: string, sleutelHash: Buffer): number
  /** De sleutel klopte: de poging gaat terug, en hij hoeft voorlopig niet te wachten. */
  klopte(ip: string, sleutelHash: Buffer): void
  vergeet(sleutelHash: Buffer): void
}

const MISLUKT_PER_MINUUT = 30
const MEESTE_BEKEND = 10_000

/** @param perMinuut verzoeken per minuut per aanroeper (S-18); 0 is ook hier geen grens. */
export function maakPogingen(perMinuut: number, nu: () => Date): Pogingen {
  const limiet: Limiet = maakLimiet(Math.min(perMinuut, MISLUKT_PER_MINUUT))
  const bekend = new Set<string>()
  return {
    neem: (ip, hash) => (bekend.has(hash.toString('base64')) ? 0 : limiet.wachtSeconden(netwerkVan(ip), nu().getTime())),
    klopte: (ip, hash) => {
      const naam = hash.toString('base64')
      if (bekend.has(naam)) return
      limiet.geefTerug(netwerkVan(ip))
      if (bekend.size >= MEESTE_BEKEND) bekend.clear()
      bekend.add(naam)
    },
    vergeet: (hash) => { bekend.delete(hash.toString('base64')) },
  }
}

function proefactor({ proefactoren }: Sleutelbronnen, naam: string): Actor | undefined {
  return naam === 'beheer' ? PROEFBEHEER : proefactoren.get(naam)
}
