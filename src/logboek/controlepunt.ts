/** Een ondertekende momentopname van de koppen van de audit, bewaard buiten de database: daarmee is te zien dat de staart er nog is. */
import canonicalize from 'canonicalize'
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Moment } from '../kern/datum.ts'

/** Een stroom met haar laatste regel. */
export interface Kop {
  readonly stroom: number
  readonly volgnummer: number
  /** Hex. */
  readonly hash: string
}

export type Controlepuntreden = 'start' | 'tijd' | 'dageinde' | 'stop' | 'handmatig'

export interface Controlepunt {
  readonly op: Moment
  readonly reden: Controlepuntreden
  /** Bij `tijd` alleen de stromen die verder gingen sinds het vorige; anders alle die ooit een regel kregen. */
  readonly koppen: readonly Kop[]
  /** SHA-256 van de vorige regel in dit bestand; leeg bij de eerste. Zo valt een weggehaalde regel op. */
  readonly vorige: string
}

export interface Ondertekenaar {
  readonly sleutelId: string
  readonly sleutel: KeyObject
}

/** De publieke helften, op naam: genoeg om te controleren. */
export type Controlesleutels = ReadonlyMap<string, KeyObject>

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** De Ed25519-sleutel bij een zaad van 32 bytes. */
export function maakOndertekenaar(sleutelId: string, zaad: Uint8Array): Ondertekenaar {
  return { sleutelId, sleutel: createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, zaad]), format: 'der', type: 'pkcs8' }) }
}

export function controlesleutelsVan(sleutels: ReadonlyMap<string, Uint8Array>): Controlesleutels {
  return new Map([...sleutels].map(([id, zaad]) => [id, createPublicKey(maakOndertekenaar(id, zaad).sleutel)]))
}

/** Een regel van het bestand, zonder regeleinde. */
export function schrijfRegel({ op, reden, koppen, vorige }: Controlepunt, { sleutelId, sleutel }: Ondertekenaar): string {
  const inhoud = { koppen: koppen.map(({ stroom, volgnummer, hash }) => [stroom, volgnummer, hash]), op, reden, sleutel: sleutelId, vorige }
  const tekst = canoniek(inhoud)
  return canoniek({ ...inhoud, handtekening: sign(null, Buffer.from(tekst), sleutel).toString('base64') })
}

export function vingerafdruk(regel: string): string {
  return createHash('sha256').update(regel).digest('hex')
}

export type Gelezen = { readonly punt: Controlepunt } | { readonly fout: string }

/** Leest en controleert een regel. Wat niet precies klopt is een fout, met een zin die zegt wat. */
export function leesRegel(regel: string, sleutels: Controlesleutels): Gelezen {
  const gelezen = leesJson(regel)
  if (!isRegel(gelezen)) return { fout: 'de regel heeft niet de vorm van een controlepunt' }
  const { handtekening, ...inhoud } = gelezen
  const sleutel = sleutels.get(inhoud.sleutel)
  if (sleutel === undefined) return { fout: `de sleutel "${inhoud.sleutel}" staat niet in het sleutelbestand` }
  if (canoniek({ ...inhoud, handtekening }) !== regel || !verify(null, Buffer.from(canoniek(inhoud)), sleutel, Buffer.from(handtekening, 'base64'))) return { fout: 'de handtekening klopt niet: de regel is veranderd of verzonnen' }
  return { punt: { op: inhoud.op, reden: inhoud.reden, vorige: inhoud.vorige, koppen: inhoud.koppen.map(([stroom, volgnummer, hash]) => ({ stroom, volgnummer, hash })) } }
}

interface Regelvorm {
  readonly koppen: readonly (readonly [stroom: number, volgnummer: number, hash: string])[]
  readonly op: Moment
  readonly reden: Controlepuntreden
  readonly sleutel: string
  readonly vorige: string
  readonly handtekening: string
}

function isRegel(gelezen: unknown): gelezen is Regelvorm {
  if (typeof gelezen !== 'object' || gelezen === null || Object.keys(gelezen).sort().join() !== 'handtekening,koppen,op,reden,sleutel,vorige') return false
  const regel = gelezen as Record<keyof Regelvorm, unknown>
  const teksten = [regel.op, regel.reden, regel.sleutel, regel.vorige, regel.handtekening].every((deel) => typeof deel === 'string')
  return teksten && Array.isArray(regel.koppen) && regel.koppen.every((kop: unknown) =>
    Array.isArray(kop) && kop.length === 3 && Number.isSafeInteger(kop[0]) && Number.isSafeInteger(kop[1]) && typeof kop[2] === 'string' && /^[0-9a-f]{64}$/.test(kop[2]))
}

function canoniek(inhoud: object): string {
  const tekst = canonicalize(inhoud)
  if (tekst === undefined) throw new Error('een controlepunt is niet als JSON te schrijven')
  return tekst
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
