/** M-02, M-03, M-05: wie er belt met een token. De handtekening hier, de rechten bij elk verzoek uit de database. */
import type { Database } from '../../database/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import type { Actor } from '../actor.ts'
import { leesToegang } from './machine-store.ts'
import type { Certificaatfout, Clientcertificaat } from './pki/certificaat.ts'
import { rollenVan } from './rules/scopes.ts'
import { leesToken, type Tokenadressen } from './toegangstoken.ts'
import type { Tokensleutels } from './tokensleutels.ts'

export type Certificaat = Uitkomst<Clientcertificaat, Certificaatfout>

export type Tokenfout =
  /** De handtekening of een tijd klopt niet. */
  | 'token-ongeldig'
  /** Het token zit vast aan een ander certificaat dan dat van deze verbinding, of dat certificaat telt niet. */
  | 'ander-certificaat'
  /** De client, zijn certificaat of het mandaat geldt niet meer. */
  | 'mandaat-vervallen'

export type Machinezoeker = (token: string, certificaat: Certificaat | undefined) => Promise<Actor | Tokenfout>

export interface Machinebenodigdheden {
  readonly database: Database
  readonly sleutels: Tokensleutels
  readonly adressen: Tokenadressen
  readonly nu: () => Date
}

/** Van de rechten wordt niets onthouden: wie een mandaat, client of certificaat intrekt, heeft dat bij het volgende verzoek overal gedaan. */
export function maakMachinezoeker({ database, sleutels, adressen, nu }: Machinebenodigdheden): Machinezoeker {
  return async (token, certificaat) => {
    const moment = nu()
    const inhoud = await leesToken(sleutels, adressen, token, moment)
    if (inhoud === undefined) return 'token-ongeldig'
    const { clientId, organisatieId, mandaatId, vingerafdruk } = inhoud
    const gebonden = vingerafdruk === undefined ? null : Buffer.from(vingerafdruk, 'base64url')
    if (gebonden !== null && !(certificaat?.ok === true && certificaat.waarde.vingerafdruk.equals(gebonden))) return 'ander-certificaat'
    const vraag = { clientId, mandaatId, organisatieId, vingerafdruk: gebonden, vandaag: datumInNederland(moment) }
    const toegang = await leesToegang(database, vraag)
    if (toegang === undefined) return 'mandaat-vervallen'
    // Het mandaat kan smaller geworden zijn dan het token.
    const scopes = inhoud.scopes.filter((scope) => toegang.scopes.includes(scope))
    return { id: `machine:${clientId}:${organisatieId}`, soort: 'school', rollen: rollenVan(scopes, toegang.scholen), organisatieId }
  }
}
