import { type Actor, magBijOrganisatie, magErgens, type Organisatierecht } from '../../toegang/index.ts'
import type { Portaalroute } from './route.ts'

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
export function rolwoord({ rollen, isBeheerder, duorollen }: Actor): string {
  const woorden = [
    ...(isBeheerder === true ? ['beheerder Mijn DUO'] : []),
    ...(duorollen ?? []).map((rol) => DUOWOORD[rol]),
    ...(rollen.some(({ rol }) => rol.startsWith('bron-')) ? ['administratie'] : []),
  ]
  if (woorden.length > 0) return woorden.join(', ')
  return rollen.length > 0 ? 'medewerker' : 'nog geen rol'
}

const DUOWOORD = { 'duo-behandelaar': 'behandelaar bij DUO', 'duo-securitydesk': 'securitydesk van DUO', auditor: 'auditor' } as const
