import { type Actor, magBijOrganisatie, magErgens, type Organisatierecht } from '../../toegang/index.ts'
import type { Portaalroute } from './route.ts'
import { maakTeksten, type Taal } from './taal.ts'

const ORGANISATIERECHTEN: Readonly<Record<Organisatierecht, true>> = {
  'eigen-organisatie:beheren': true, 'account:beheren': true, 'mandaat:beheren': true, 'overstap:volgen': true, 'overstap:leiden': true, 'audit:lezen': true, 'beveiliging:beheren': true, 'inzage:maken': true,
}

/** Z-01: of iemand deze route mag openen. De actie vraagt het daarna nog eens, op het record zelf. */
export function heeftToegang(actor: Actor | null, toegang: Portaalroute['toegang']): boolean {
  if (toegang === 'openbaar') return true
  if (actor === null) return false
  if (toegang === 'aangemeld') return true
  if (isOrganisatierecht(toegang)) return magBijOrganisatie(actor, toegang, actor.organisatieId ?? '')
  return magErgens(actor, toegang)
}

function isOrganisatierecht(recht: string): recht is Organisatierecht {
  return Object.hasOwn(ORGANISATIERECHTEN, recht)
}

/** In een paar woorden wat iemand hier doet, voor naast de naam. */
export function rolwoord({ rollen, isBeheerder, duorollen }: Actor, taal: Taal): string {
  const woord = ROLWOORDEN[taal]
  const woorden = [
    ...(isBeheerder === true ? [woord.beheerder] : []),
    ...(duorollen ?? []).map((rol) => woord[rol]),
    ...(rollen.some(({ rol }) => rol.startsWith('bron-')) ? [woord.administratie] : []),
  ]
  if (woorden.length > 0) return woorden.join(', ')
  return rollen.length > 0 ? woord.medewerker : woord.geen
}

const ROLWOORDEN = maakTeksten(
  { beheerder: 'beheerder Mijn DUO', 'duo-behandelaar': 'behandelaar bij DUO', 'duo-securitydesk': 'securitydesk van DUO', auditor: 'auditor', administratie: 'administratie', medewerker: 'medewerker', geen: 'nog geen rol' },
  { beheerder: 'administrator Mijn DUO', 'duo-behandelaar': 'case handler at DUO', 'duo-securitydesk': 'security desk of DUO', auditor: 'auditor', administratie: 'administration', medewerker: 'staff member', geen: 'no role yet' },
)
