/** De OIDC-kant van de proefmakelaar: strenger dan nodig, zodat een fout van de server hier al opvalt. */
import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import { type Configuration, type FindAccount, Provider } from 'oidc-provider'
import type { MakelaarStart } from './bericht.ts'
import { type Medewerker, type Medewerkerniveau, pseudoniemVan, rechtspersoonVan } from './medewerkers.ts'

export const ACR: Readonly<Record<Medewerkerniveau, string>> = {
  EH1: 'urn:etoegang:core:assurance-class:loa1',
  EH2: 'urn:etoegang:core:assurance-class:loa2',
  'EH2+': 'urn:etoegang:core:assurance-class:loa2plus',
  EH3: 'urn:etoegang:core:assurance-class:loa3',
  EH4: 'urn:etoegang:core:assurance-class:loa4',
}

export const KOEKJES = { interaction: 'proefmakelaar_keuze', resume: 'proefmakelaar_verder', session: 'proefmakelaar' }

const KWALIFICATIE = { KVK: 'urn:etoegang:1.9:EntityConcernedID:KvKnr', RSIN: 'urn:etoegang:1.9:EntityConcernedID:RSIN' } as const
/** Een bewijs geldt vijf minuten (OIDC NL GOV), een code een minuut, en wie kiest heeft een half uur. */
const BEWIJS_S = 300
const CODE_S = 60
const KEUZE_S = 1800

const CLAIMS = [
  'sub', 'jti', 'nbf', 'namequalifier', 'acting_namequalifier', 'represents', 'urn:etoegang:core:ActingSubjectID', 'urn:etoegang:core:LegalSubjectID',
  'urn:etoegang:core:ServiceUUID', 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr', 'urn:etoegang:1.9:IntermediateEntityID:KvKnr',
]

export async function maakAanbieder(issuer: string, start: MakelaarStart, medewerkers: readonly Medewerker[]): Promise<Provider> {
  const { privateKey } = await generateKeyPair('PS256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: randomUUID(), use: 'sig', alg: 'PS256' }
  const findAccount: FindAccount = (_ctx, id) => {
    const medewerker = medewerkers.find((een) => een.id === id)
    return medewerker && { accountId: id, claims: () => ({ sub: id, ...claimsVan(medewerker, start.serviceUuid, issuer) }) }
  }
  return new Provider(issuer, {
    ...instelling(start),
    jwks: { keys: [jwk] },
    findAccount,
    cookies: { keys: [randomUUID()], names: KOEKJES, short: { signed: true, sameSite: 'lax' }, long: { signed: true, sameSite: 'lax' } },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client?.clientId, accountId: ctx.oidc.session?.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
}

function instelling({ clientId, redirectAdres, clientSleutel }: MakelaarStart): Configuration {
  return {
    clients: [{
      client_id: clientId, redirect_uris: [redirectAdres], response_types: ['code'], grant_types: ['authorization_code'], application_type: 'web',
      token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'PS256', id_token_signed_response_alg: 'PS256',
      subject_type: 'pairwise', jwks: { keys: [clientSleutel] },
    }],
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, accountId) => `proef-${accountId}`,
    scopes: ['openid'],
    claims: { openid: CLAIMS },
    acrValues: Object.values(ACR),
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: ['PS256'], idTokenSigningAlgValues: ['PS256'] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false }, userinfo: { enabled: false }, rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
    },
    interactions: { url: (_ctx, { uid }) => `/keuze/${uid}` },
    ttl: { IdToken: BEWIJS_S, AuthorizationCode: CODE_S, AccessToken: CODE_S, Interaction: KEUZE_S, Session: KEUZE_S, Grant: KEUZE_S },
  }
}

/** De claims zoals een makelaar ze doorgeeft die de namen van het stelsel houdt. */
function claimsVan(medewerker: Medewerker, serviceUuid: string, issuer: string): Record<string, unknown> {
  const { soort, waarde } = rechtspersoonVan(medewerker)
  const { intermediair, vestigingsnummer } = medewerker
  return {
    jti: randomUUID(), nbf: Math.floor(Date.now() / 1000),
    'urn:etoegang:core:ActingSubjectID': pseudoniemVan(medewerker), acting_namequalifier: 'urn:etoegang:1.13:EntityConcernedID:Pseudo',
    'urn:etoegang:core:LegalSubjectID': waarde, namequalifier: KWALIFICATIE[soort],
    'urn:etoegang:core:ServiceUUID': serviceUuid,
    ...(vestigingsnummer === undefined ? {} : { 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr': vestigingsnummer }),
    ...(intermediair === undefined ? {} : {
      'urn:etoegang:1.9:IntermediateEntityID:KvKnr': intermediair.kvk,
      represents: { iss: issuer, sub: intermediair.kvk, sub_id_type: KWALIFICATIE.KVK, represents: { iss: issuer, sub: waarde, sub_id_type: KWALIFICATIE[soort] } },
    }),
  }
}
