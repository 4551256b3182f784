/** De weg naar de makelaar: zijn gegevens ophalen en bewaren, met grenzen aan tijd en grootte. */
import { setTimeout as wacht } from 'node:timers/promises'
import { createLocalJWKSet, jwtVerify } from 'jose'
import * as oidc from 'openid-client'
import { type OidcInstelling, ONDERTEKENINGEN } from './instelling.ts'
import { KLOKVERSCHIL_S } from './tijden.ts'

export interface Verbinding {
  /** De gegevens van de makelaar; gooit als hij niet te bereiken is en er nog nooit was. */
  haal(): Promise<oidc.Configuration>
}

const TIJD_S = 8
/** Gegevens, sleutels en tokens van een makelaar zijn een paar kB. */
const MEESTE_BYTES = 256 * 1024
const VERS_MS = 60 * 60 * 1000
/** Na een mislukte verversing gaat het werk door met wat er was, en proberen wij het zo veel later weer. */
const OPNIEUW_MS = 60 * 1000
const POGINGEN = 3
const TUSSEN_POGINGEN_MS = 150

/** Haalt de gegevens bij de eerste inlog, een keer voor wie tegelijk komt, en ververst ze elk uur. Een makelaar die dan weg is, laat de oude staan. */
export function maakVerbinding(instelling: OidcInstelling, klok: () => number = () => performance.now()): Verbinding {
  let bewaard: { readonly configuratie: oidc.Configuration; readonly tot: number } | undefined
  let bezig: Promise<oidc.Configuration> | undefined
  const ververs = async (): Promise<oidc.Configuration> => {
    try {
      const configuratie = await ontdek(instelling, bewaard === undefined ? POGINGEN : 1)
      bewaard = { configuratie, tot: klok() + VERS_MS }
      return configuratie
    } catch (fout) {
      if (bewaard === undefined) throw fout
      bewaard = { ...bewaard, tot: klok() + OPNIEUW_MS }
      return bewaard.configuratie
    } finally {
      bezig = undefined
    }
  }
  return {
    haal: async () => (bewaard !== undefined && klok() < bewaard.tot ? bewaard.configuratie : (bezig ??= ververs())),
  }
}

async function ontdek(instelling: OidcInstelling, pogingen: number): Promise<oidc.Configuration> {
  for (let poging = 1; ; poging += 1) {
    try {
      return await ontdekEenKeer(instelling)
    } catch (fout) {
      if (poging >= pogingen || !(fout instanceof TypeError)) throw fout
      await wacht(TUSSEN_POGINGEN_MS * poging)
    }
  }
}

async function ontdekEenKeer(instelling: OidcInstelling): Promise<oidc.Configuration> {
  const { issuer, clientId, sleutel, sleutelId, ondertekening, opLoopback } = instelling
  const client: Partial<oidc.ClientMetadata> = {
    // precies een afgesproken algoritme; `none` en HMAC zijn er dus nooit bij.
    id_token_signed_response_alg: ondertekening,
    [oidc.clockTolerance]: KLOKVERSCHIL_S,
  }
  const wij = oidc.PrivateKeyJwt({ key: sleutel, kid: sleutelId })
  const gewoon = await oidc.discovery(new URL(issuer), clientId, client, wij, {
    timeout: TIJD_S, [oidc.customFetch]: begrensdeFetch, execute: opLoopback ? [oidc.allowInsecureRequests] : [],
  })
  const configuratie = instelling.metadataSleutels.length === 0 ? gewoon : new oidc.Configuration(await leesOndertekend(gewoon, instelling), clientId, client, wij)
  configuratie.timeout = TIJD_S
  configuratie[oidc.customFetch] = begrensdeFetch
  if (opLoopback) oidc.allowInsecureRequests(configuratie)
  // de handtekening telt, ook als het bewijs over een beveiligde verbinding kwam.
  oidc.enableNonRepudiationChecks(configuratie)
  return configuratie
}

/** Met een sleutel van de makelaar tellen alleen zijn ondertekende gegevens (OIDC NL GOV, RFC 8414 2.1): wie de verbinding heeft, heeft de adressen nog niet. */
async function leesOndertekend(gewoon: oidc.Configuration, { issuer, metadataSleutels }: OidcInstelling): Promise<oidc.ServerMetadata> {
  const ondertekend = gewoon.serverMetadata()['signed_metadata']
  if (typeof ondertekend !== 'string') throw new OngeldigeGegevens()
  try {
    const { payload } = await jwtVerify(ondertekend, createLocalJWKSet({ keys: [...metadataSleutels] }), { issuer, algorithms: [...ONDERTEKENINGEN], clockTolerance: KLOKVERSCHIL_S })
    return { ...payload, issuer } as oidc.ServerMetadata
  } catch (fout) {
    throw new OngeldigeGegevens({ cause: fout })
  }
}

/** De makelaar antwoordt, maar zijn ondertekende gegevens ontbreken of kloppen niet. */
export class OngeldigeGegevens extends Error {
  constructor(opties?: ErrorOptions) {
    super('de ondertekende gegevens van de makelaar ontbreken of kloppen niet', opties)
  }
}

/** Volgt geen omleiding en leest niet meer dan er in een antwoord van een makelaar kan staan. De tijdgrens van de aanroeper geldt ook voor de inhoud. */
async function begrensdeFetch(adres: string, { method, headers, body, signal }: oidc.CustomFetchOptions): Promise<Response> {
  const antwoord = await fetch(adres, { method, headers, redirect: 'manual', signal: signal ?? AbortSignal.timeout(TIJD_S * 1000), body: leesBody(body) })
  if (antwoord.body === null) return antwoord
  const stukken: Uint8Array[] = []
  let bytes = 0
  for await (const stuk of antwoord.body) {
    bytes += stuk.byteLength
    if (bytes > MEESTE_BYTES) throw new TypeError('het antwoord van de makelaar is te groot')
    stukken.push(stuk)
  }
  return new Response(Buffer.concat(stukken), { status: antwoord.status, headers: antwoord.headers })
}

/** De bibliotheek stuurt formulieren en niets anders. */
function leesBody(body: oidc.CustomFetchOptions['body']): URLSearchParams | null {
  if (body === undefined || body === null) return null
  if (body instanceof URLSearchParams) return body
  throw new RangeError('de bibliotheek stuurt iets anders dan een formulier')
}
