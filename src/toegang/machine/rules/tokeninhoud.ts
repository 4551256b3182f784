/** De inhoud van een toegangstoken (RFC 9068): maken en weer lezen. */
import { isUuid } from '../../../kern/uuid.ts'
import { isScope, leesScopes, type Scope } from './scopes.ts'

export interface Tokeninhoud {
  readonly clientId: string
  readonly organisatieId: string
  readonly mandaatId: string
  readonly scopes: readonly Scope[]
  /** x5t#S256 van het certificaat waaraan het token vastzit (M-03); ontbreekt bij een los token. */
  readonly vingerafdruk?: string
}

/** M-01: een kwartier. */
export const TOKENLEVEN_S = 900

export function maakTokeninhoud({ clientId, organisatieId, mandaatId, scopes, vingerafdruk }: Tokeninhoud): Readonly<Record<string, unknown>> {
  return {
    client_id: clientId, scope: scopes.join(' '), organisatie: organisatieId, mandaat: mandaatId,
    ...(vingerafdruk === undefined ? {} : { cnf: { 'x5t#S256': vingerafdruk } }),
  }
}

/** Undefined als het geen token van ons kan zijn. Een `cnf` die wij niet kennen is geen los token: dan telt het token niet. */
export function leesTokeninhoud(inhoud: Readonly<Record<string, unknown>>): Tokeninhoud | undefined {
  const { client_id: clientId, sub, scope, organisatie: organisatieId, mandaat: mandaatId, cnf } = inhoud
  if (!isUuid(clientId) || sub !== clientId || !isUuid(organisatieId) || !isUuid(mandaatId) || typeof scope !== 'string') return undefined
  const scopes = leesScopes(scope)
  if (scopes === undefined || !scopes.every(isScope)) return undefined
  const basis = { clientId, organisatieId, mandaatId, scopes }
  if (cnf === undefined) return basis
  const vingerafdruk: unknown = typeof cnf === 'object' && cnf !== null ? Reflect.get(cnf, 'x5t#S256') : undefined
  return typeof vingerafdruk === 'string' && /^[\w-]{43}$/.test(vingerafdruk) ? { ...basis, vingerafdruk } : undefined
}
