import type { Moment } from '../kern/datum.ts'
import type { Sector } from '../kern/leerroute.ts'
import type { Betrouwbaarheidsniveau } from './eherkenning/niveau.ts'
import type { Kluis } from './kluis.ts'

/** Rollen van toegang.md 4.2 bij een instelling; een rol geldt voor één BRIN, of voor één vestiging daarvan. */
export type Rol = 'rio-beheer' | 'bron-inschrijving-vo' | 'bron-inschrijving-mbo' | 'raadplegen' | 'bsn-inzien' | 'verzuim'

/** Rollen bij DUO: een eigen inlog, nooit samen met een rol van een school. */
export type Duorol = 'duo-behandelaar' | 'duo-securitydesk' | 'auditor'

export interface Roltoekenning {
  readonly rol: Rol
  readonly brin: string
  /** BRIN met twee cijfers; ontbreekt bij een rol voor de hele instelling. */
  readonly vestiging?: string
}

export interface Actor {
  /** Interne sleutel van het account of de koppeling; staat in de audit. */
  readonly id: string
  /** `toezicht`: securitydesk en auditor van DUO. Zij zien geen deelnemers. */
  readonly soort: 'school' | 'duo' | 'toezicht' | 'systeem'
  /** Leeg bij duo, toezicht en systeem. */
  readonly rollen: readonly Roltoekenning[]
  /** De organisatie van het account (S-07); ontbreekt bij een koppeling en het systeem. */
  readonly organisatieId?: string
  /** Beheerder Mijn DUO van de eigen organisatie: deelt rollen uit, ziet geen deelnemers (K-EH-02). */
  readonly isBeheerder?: boolean
  readonly duorollen?: readonly Duorol[]
}

/** Een recht op het record van een instelling; `mag` beslist. */
export type Recht =
  | 'deelnemer:lezen' | 'bestand:ophalen' | 'inschrijving:schrijven' | 'aanbod:schrijven' | 'afspraak:schrijven' | 'verzuim:schrijven' | 'organisatie:schrijven'
  | 'signaal:afhandelen' | 'abonnement:beheren' | 'koppeling:beheren'

/** Een recht over een organisatie als geheel; `magBijOrganisatie` beslist. */
export type Organisatierecht = 'eigen-organisatie:beheren' | 'account:beheren' | 'mandaat:beheren' | 'overstap:volgen' | 'overstap:leiden' | 'audit:lezen' | 'beveiliging:beheren' | 'inzage:maken'

/** Waarmee en wanneer iemand inlogde: voor de audit (T-29) en voor wat een verse inlog vraagt (S-03). */
export interface Aanmelding {
  readonly middel: 'EHERKENNING' | 'DUO_TOKEN'
  /** Null bij een DUO-token. */
  readonly niveau: Betrouwbaarheidsniveau | null
  readonly authnOp: Moment
}

/** Namens wie en wanneer een actie gebeurt. `nu` komt van buiten, zodat een levering zijn eigen moment houdt. */
export interface Actiecontext {
  readonly actor: Actor
  readonly nu: Moment
  readonly kluis: Kluis
  /** Ontbreekt bij een koppeling en het systeem. */
  readonly aanmelding?: Aanmelding
}

/** De actor van het systeem zelf: regels, import en beheer. */
export function systeemactor(id: string): Actor {
  return { id, soort: 'systeem', rollen: [] }
}

/** DUO en het systeem zien elke school; al het andere alleen wat een rol geeft. Row-level security kent dezelfde twee (migratie 0001). */
export function zietAlles({ soort }: Pick<Actor, 'soort'>): boolean {
  return soort === 'duo' || soort === 'systeem'
}

/** De scholen waarvoor een actor werkt. */
export function brinsVan(actor: Actor): readonly string[] {
  return [...new Set(actor.rollen.map((toekenning) => toekenning.brin))]
}

/**
 * Z-01, Z-02: niets mag, tenzij een rol op de BRIN van het record het geeft. Een rol voor een vestiging geldt alleen voor een record
 * van die vestiging (T-27). DUO leest alles en schrijft niets van een school.
 */
export function mag(actor: Actor, recht: Recht, object: { readonly brin: string; readonly sector?: Sector; readonly vestiging?: string }): boolean {
  if (actor.soort === 'systeem') return true
  if (actor.soort === 'duo') return recht === 'deelnemer:lezen'
  if (actor.soort === 'toezicht') return false
  const nodig = rollenVoor(recht, object.sector)
  return actor.rollen.some(({ rol, brin, vestiging }) => brin === object.brin && (vestiging === undefined || vestiging === object.vestiging) && nodig.includes(rol))
}

/** Z-01 voor wat over een organisatie gaat: de beheerder bij de eigen organisatie, DUO en toezicht elk hun eigen werk bij alle. */
export function magBijOrganisatie(actor: Actor, recht: Organisatierecht, organisatieId: string): boolean {
  if (actor.soort === 'systeem') return true
  if (actor.duorollen?.some((rol) => VAN_DUO[rol].includes(recht)) === true) return true
  return actor.isBeheerder === true && actor.organisatieId === organisatieId && VAN_BEHEERDER.includes(recht)
}

const VAN_BEHEERDER: readonly Organisatierecht[] = ['eigen-organisatie:beheren', 'account:beheren', 'mandaat:beheren', 'overstap:volgen']
const VAN_DUO: Readonly<Record<Duorol, readonly Organisatierecht[]>> = {
  'duo-behandelaar': ['account:beheren', 'overstap:volgen', 'overstap:leiden', 'inzage:maken'],
  'duo-securitydesk': ['beveiliging:beheren', 'audit:lezen'],
  auditor: ['audit:lezen'],
}

function rollenVoor(recht: Recht, sector: Sector | undefined): readonly Rol[] {
  switch (recht) {
    case 'deelnemer:lezen':
      return ['raadplegen', 'bron-inschrijving-vo', 'bron-inschrijving-mbo', 'verzuim']
    case 'inschrijving:schrijven':
      if (sector === undefined) return []
      return [sector === 'MBO' ? 'bron-inschrijving-mbo' : 'bron-inschrijving-vo']
    // In een bestand staan persoonsnummers: alleen wie ze levert of uitdrukkelijk mag inzien (toegang.md 4.2).
    case 'bestand:ophalen':
      return ['bsn-inzien', 'bron-inschrijving-mbo']
    case 'aanbod:schrijven':
      return ['rio-beheer']
    case 'afspraak:schrijven':
      return ['rio-beheer', 'bron-inschrijving-vo', 'bron-inschrijving-mbo']
    case 'verzuim:schrijven':
      return ['verzuim']
    case 'signaal:afhandelen':
    case 'abonnement:beheren':
      return ['rio-beheer', 'bron-inschrijving-vo', 'bron-inschrijving-mbo', 'verzuim']
    case 'organisatie:schrijven':
    case 'koppeling:beheren':
      return []
  }
}
