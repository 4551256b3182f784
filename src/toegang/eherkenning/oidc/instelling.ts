/** De instelling van een OIDC-makelaar, zoals zij in het makelaarbestand staat (docs/beheer/eherkenning.md). Alle fouten tegelijk. */
import { type CryptoKey, importJWK, type JWK } from 'jose'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { isServiceUuid } from '../vorm.ts'
import { type BrokerProfiel, PROFIELEN } from './profiel.ts'

/** de algoritmen waarmee een makelaar mag ondertekenen. */
export const ONDERTEKENINGEN = ['PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'] as const
export type Ondertekening = (typeof ONDERTEKENINGEN)[number]

export interface OidcInstelling {
  readonly issuer: string
  readonly clientId: string
  /** Precies zo geregistreerd bij de makelaar. */
  readonly redirectAdres: string
  /** Onze eigen sleutel voor de client assertion; PS256. */
  readonly sleutel: CryptoKey
  readonly sleutelId: string
  readonly ondertekening: Ondertekening
  readonly profiel: BrokerProfiel
  /** Onze dienst in de dienstencatalogus. */
  readonly serviceUuid: string
  readonly acrWaarden: readonly string[]
  /** Openbare sleutels waarmee de makelaar zijn gegevens ondertekent, buiten het bericht om gekregen. Leeg: de beveiligde verbinding is het bewijs. */
  readonly metadataSleutels: readonly JWK[]
  /** Alleen voor de proefmakelaar op deze computer: http in plaats van https. */
  readonly opLoopback: boolean
}

export interface Instellingsfout {
  readonly veld: string
  readonly uitleg: string
}

/** Standaard gevraagd: substantieel of hoog. */
const ACR_WAARDEN = ['urn:etoegang:core:assurance-class:loa3', 'urn:etoegang:core:assurance-class:loa4']

const Niveau = Type.Union([Type.Literal('EH1'), Type.Literal('EH2'), Type.Literal('EH2+'), Type.Literal('EH3'), Type.Literal('EH4')])
const Soort = Type.Union([Type.Literal('KVK'), Type.Literal('RSIN')])
const Pad = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 8 })
const Soorten = Type.Record(Type.String({ minLength: 1 }), Soort, { minProperties: 1 })

/** Afwijkingen van een meegeleverd profiel. Wat er niet in staat, kan een beheerder niet anders zetten: controles zijn geen instelling. */
const Afwijking = Type.Object({
  basis: Type.Union(Object.keys(PROFIELEN).map((naam) => Type.Literal(naam))),
  scopes: Type.Optional(Type.Array(Type.String({ pattern: '^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$' }))),
  niveau: Type.Optional(Type.Object({ pad: Pad, tabel: Type.Record(Type.String({ minLength: 1 }), Niveau, { minProperties: 1 }) }, { additionalProperties: false })),
  persoon: Type.Optional(Type.Object({ pad: Pad, kwalificatie: Type.Union([Type.Null(), Type.Object({ pad: Pad, waarde: Type.String({ minLength: 1 }) }, { additionalProperties: false })]) }, { additionalProperties: false })),
  organisatie: Type.Optional(Type.Union([
    Type.Object({ wijze: Type.Literal('met-soort'), pad: Pad, soortPad: Pad, soorten: Soorten }, { additionalProperties: false }),
    Type.Object({ wijze: Type.Literal('claim-per-soort'), paden: Type.Array(Type.Object({ soort: Soort, pad: Pad }, { additionalProperties: false }), { minItems: 1 }) }, { additionalProperties: false }),
  ])),
  vestigingsnummer: Type.Optional(Pad),
  intermediair: Type.Optional(Pad),
  serviceUuid: Type.Optional(Pad),
  vertegenwoordiging: Type.Optional(Soorten),
  eistJti: Type.Optional(Type.Boolean()),
  eistIss: Type.Optional(Type.Boolean()),
}, { additionalProperties: false })

/** Leest en controleert het bestand. Geen van de uitleggen noemt een waarde: er staat een privésleutel in. */
export async function leesOidcInstelling(bestand: Readonly<Record<string, unknown>>, redirectAdres: string): Promise<Uitkomst<OidcInstelling, readonly Instellingsfout[]>> {
  const fouten: Instellingsfout[] = []
  const eis = (goed: boolean, veld: string, uitleg: string): void => { if (!goed) fouten.push({ veld, uitleg }) }
  const { issuer, clientId, serviceUuid, ondertekening = 'PS256', profiel = 'etoegang', acrWaarden = ACR_WAARDEN, sleutel, metadataSleutels = [] } = bestand
  eis(isHttpsIssuer(issuer), 'issuer', 'moet het https-adres van de makelaar zijn, precies zoals die het noemt, zonder vraagteken of hekje')
  eis(typeof clientId === 'string' && clientId !== '', 'clientId', 'moet de client-id zijn die de makelaar gaf')
  eis(isServiceUuid(serviceUuid), 'serviceUuid', 'moet de ServiceUUID uit de dienstencatalogus zijn, met kleine letters')
  eis(isOndertekening(ondertekening), 'ondertekening', `moet een van deze zijn: ${ONDERTEKENINGEN.join(', ')}`)
  eis(isTekstlijst(acrWaarden), 'acrWaarden', 'moet een lijst van acr-waarden zijn, bijvoorbeeld urn:etoegang:core:assurance-class:loa3')
  eis(isSleutellijst(metadataSleutels), 'metadataSleutels', 'moet een lijst van openbare sleutels als JWK zijn, van soort RSA of EC en met kid; laat weg als de makelaar zijn gegevens niet ondertekent')
  const gelezenProfiel = leesProfiel(profiel)
  eis(gelezenProfiel !== undefined, 'profiel', `moet de naam van een profiel zijn (${Object.keys(PROFIELEN).join(', ')}), of een object met basis en afwijkingen`)
  const gelezenSleutel = await leesSleutel(sleutel)
  eis(gelezenSleutel !== undefined, 'sleutel', 'moet een eigen RSA-sleutel als JWK zijn, met kid, van ten minste 2048 bits')
  const onbekend = Object.keys(bestand).filter((veld) => !VELDEN.has(veld))
  fouten.push(...onbekend.map((veld) => ({ veld, uitleg: 'is geen bekend veld; haal het weg of verbeter de naam' })))
  if (fouten.length > 0 || gelezenProfiel === undefined || gelezenSleutel === undefined || !isOndertekening(ondertekening)) return geweigerd(fouten)
  return gelukt({
    issuer: String(issuer), clientId: String(clientId), redirectAdres, ...gelezenSleutel, ondertekening, profiel: gelezenProfiel,
    serviceUuid: String(serviceUuid), acrWaarden: isTekstlijst(acrWaarden) ? acrWaarden : ACR_WAARDEN,
    metadataSleutels: isSleutellijst(metadataSleutels) ? metadataSleutels : [], opLoopback: false,
  })
}

const VELDEN: ReadonlySet<string> = new Set(['protocol', 'issuer', 'clientId', 'serviceUuid', 'ondertekening', 'profiel', 'acrWaarden', 'sleutel', 'metadataSleutels'])
const MINSTE_BITS = 2048

function isHttpsIssuer(waarde: unknown): boolean {
  if (typeof waarde !== 'string' || !URL.canParse(waarde)) return false
  const { protocol, search, hash, username, password } = new URL(waarde)
  return protocol === 'https:' && search === '' && hash === '' && username === '' && password === ''
}

function isOndertekening(waarde: unknown): waarde is Ondertekening {
  return (ONDERTEKENINGEN as readonly unknown[]).includes(waarde)
}

function isTekstlijst(waarde: unknown): waarde is readonly string[] {
  return Array.isArray(waarde) && waarde.length > 0 && waarde.every((tekst) => typeof tekst === 'string' && /^\S+$/.test(tekst))
}

/** Alleen openbare sleutels: een geheim (`oct`) of een privésleutel hoort hier niet. */
function isSleutellijst(waarde: unknown): waarde is readonly JWK[] {
  return Array.isArray(waarde) && waarde.every((een: unknown) => typeof een === 'object' && een !== null && 'kty' in een && (een.kty === 'RSA' || een.kty === 'EC') && 'kid' in een && typeof een.kid === 'string' && !('d' in een))
}

function leesProfiel(waarde: unknown): BrokerProfiel | undefined {
  if (typeof waarde === 'string') return Object.hasOwn(PROFIELEN, waarde) ? PROFIELEN[waarde] : undefined
  if (!Value.Check(Afwijking, waarde)) return undefined
  const { basis, ...afwijking } = waarde
  const profiel = PROFIELEN[basis]
  return profiel === undefined ? undefined : { ...profiel, ...afwijking, naam: `${basis}, aangepast` }
}

async function leesSleutel(waarde: unknown): Promise<{ readonly sleutel: CryptoKey; readonly sleutelId: string } | undefined> {
  if (typeof waarde !== 'object' || waarde === null) return undefined
  const jwk = waarde as JWK
  if (jwk.kty !== 'RSA' || typeof jwk.d !== 'string' || typeof jwk.kid !== 'string' || jwk.kid === '') return undefined
  try {
    const sleutel = await importJWK({ ...jwk, alg: 'PS256' }, 'PS256')
    if (sleutel instanceof Uint8Array) return undefined
    const { modulusLength } = sleutel.algorithm as { readonly modulusLength?: number }
    return (modulusLength ?? 0) >= MINSTE_BITS ? { sleutel, sleutelId: jwk.kid } : undefined
  } catch {
    return undefined
  }
}
