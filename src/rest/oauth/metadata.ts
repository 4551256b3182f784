/** Wat wij als autorisatieserver kunnen (RFC 8414, RFC 8705). */
import { ASSERTIEALGORITMEN, SCOPES } from '../../toegang/index.ts'
import { type Oauthinstelling, PADEN } from './instelling.ts'

export function maakMetadata({ adressen, machineadres }: Oauthinstelling): Readonly<Record<string, unknown>> {
  const token = `${adressen.uitgever}${PADEN.token}`
  return {
    issuer: adressen.uitgever,
    token_endpoint: token,
    jwks_uri: `${adressen.uitgever}${PADEN.jwks}`,
    scopes_supported: SCOPES,
    response_types_supported: [],
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['private_key_jwt', ...(machineadres === undefined ? [] : ['tls_client_auth'])],
    token_endpoint_auth_signing_alg_values_supported: ASSERTIEALGORITMEN,
    tls_client_certificate_bound_access_tokens: machineadres !== undefined,
    service_documentation: `${adressen.uitgever}/v1/docs`,
    ...(machineadres === undefined ? {} : { mtls_endpoint_aliases: { token_endpoint: `${machineadres}${PADEN.token}` } }),
  }
}
