import type { Moment } from '../../../kern/datum.ts'
import { type Accountbeeld, geldtNu, isBruikbaar, looptNog, type Organisatiebeeld, type Rolbeeld } from '../../account/account.ts'
import { isBronrol, isDuorol, isSchoolrol } from '../../account/rol.ts'
import { blijftErEenBeheerder } from '../../account/rules/laatste-beheerder.ts'
import type { Weggelaten } from '../../account/rules/overdracht.ts'

/** Waarom twee inlogs niet bij elkaar komen (T-23). Alles behalve de eerste twee blijkt pas als de oude inlog bewezen is (T-13). */
export type NietHerkoppelbaar =
  /** A-14, T-26. */
  | { readonly soort: 'ketenmachtiging' }
  /** De richting ligt vast: rollen gaan naar een inlog die er geen heeft. Ook als de twee verwisseld zijn. */
  | { readonly soort: 'nieuwe-inlog-heeft-rollen' }
  | { readonly soort: 'zelfde-inlog' }
  /** T-04, T-25. */
  | { readonly soort: 'organisatie-komt-niet-overeen' }
  /** Geblokkeerd, of van iemand die uit dienst is. */
  | { readonly soort: 'oude-inlog-dicht' }
  /** Ook als deze inlog hier nog nooit geweest is. */
  | { readonly soort: 'oude-inlog-zonder-rollen' }
  /** T-16: elk van de twee is al van iemand, en dat is niet dezelfde. */
  | { readonly soort: 'andere-medewerker' }
  /** T-10: een ander was eerder. */
  | { readonly soort: 'niet-meer-beschikbaar' }
  /** T-17, met A-13 en T-27: de machtiging van de nieuwe inlog geldt voor een vestiging, en dan werkt een beheerder niet. */
  | { readonly soort: 'beheerder-zonder-bereik' }

export interface Herkoppelfeiten {
  readonly nu: Moment
  readonly oud: Accountbeeld
  readonly nieuw: Accountbeeld
  /** Alle accounts van de organisatie, ook deze twee. */
  readonly accounts: readonly Accountbeeld[]
  readonly organisatie: Organisatiebeeld
  /** De nummers van beide inlogs wijzen vandaag deze organisatie aan. */
  readonly zelfdeOrganisatie: boolean
  /** De machtiging van de nieuwe inlog geldt maar voor een vestiging. */
  readonly nieuwBeperkt: boolean
}

export interface Herkoppelverdeling {
  readonly meegaand: readonly Rolbeeld[]
  readonly weggelaten: readonly Weggelaten[]
}

/** Of deze inlog rollen kan krijgen: hij heeft er nu geen, en er beginnen er ook geen later. */
export function isLeeg({ rollen }: Pick<Accountbeeld, 'rollen'>, nu: Moment): boolean {
  return !rollen.some((rol) => looptNog(rol, nu))
}

/** Undefined: het kan. */
export function waaromNietHerkoppelbaar(feiten: Herkoppelfeiten): NietHerkoppelbaar | undefined {
  const { oud, nieuw, nu, zelfdeOrganisatie } = feiten
  if (oud.intermediair !== null || nieuw.intermediair !== null) return { soort: 'ketenmachtiging' }
  if (oud.accountId === nieuw.accountId) return { soort: 'zelfde-inlog' }
  if (!zelfdeOrganisatie || oud.organisatieId !== nieuw.organisatieId) return { soort: 'organisatie-komt-niet-overeen' }
  if (!isLeeg(nieuw, nu)) return { soort: 'nieuwe-inlog-heeft-rollen' }
  if (oud.toestand === 'BEEINDIGD') return { soort: 'niet-meer-beschikbaar' }
  if (oud.middel !== 'EHERKENNING' || oud.toestand === 'GEBLOKKEERD' || isUitDienst(oud, nu) || isUitDienst(nieuw, nu)) return { soort: 'oude-inlog-dicht' }
  if (!isBruikbaar(oud) || verdeelHerkoppelrollen(feiten).meegaand.length === 0) return { soort: 'oude-inlog-zonder-rollen' }
  // Een rol hoort altijd bij iemand met een naam (P-04); zonder medewerker is later niet te zien dat dit dezelfde persoon is (Z-04).
  if (oud.medewerker === null || (nieuw.medewerker !== null && nieuw.medewerker.id !== oud.medewerker.id)) return { soort: 'andere-medewerker' }
  return houdtBeheerder(feiten) ? undefined : { soort: 'beheerder-zonder-bereik' }
}

/**
 * T-09: precies de rollen die nu gelden, met hun herkomst, einde en reden. Z-05: zonder vastgelegde reden gaan rollen die niet samen
 * met beheerder mogen niet mee.
 */
export function verdeelHerkoppelrollen({ oud, organisatie, nu }: Pick<Herkoppelfeiten, 'oud' | 'organisatie' | 'nu'>): Herkoppelverdeling {
  const geldig = oud.rollen.filter((rol) => geldtNu(rol, nu))
  const samen = geldig.filter(({ rol }) => rol === 'beheerder' || vraagtReden(rol))
  const zonderReden = samen.some(({ rol }) => rol === 'beheerder') && !samen.some(({ reden }) => reden !== '')
  const beoordeeld = geldig.map((rol) => ({ rol, waarom: waaromNiet(rol, organisatie, zonderReden) }))
  return {
    meegaand: beoordeeld.flatMap(({ rol, waarom }) => (waarom === undefined ? [rol] : [])),
    weggelaten: beoordeeld.flatMap(({ rol: { rol, brin, vestiging }, waarom }) => (waarom === undefined ? [] : [{ rol, brin, vestiging, waarom }])),
  }
}

function waaromNiet({ rol, brin }: Rolbeeld, { soort, scholen }: Organisatiebeeld, zonderReden: boolean): Weggelaten['waarom'] | undefined {
  if (rol !== 'beheerder' && !isSchoolrol(rol) && !(isDuorol(rol) && soort === 'DUO')) return 'ROL_MAG_NIET_OVER'
  if (isSchoolrol(rol) && !scholen.some((school) => school.brin === brin)) return 'NIET_VAN_DEZE_ORGANISATIE'
  return zonderReden && vraagtReden(rol) ? 'COMBINATIE_ZONDER_REDEN' : undefined
}

function vraagtReden(rol: string): boolean {
  return isBronrol(rol) || isDuorol(rol)
}

function isUitDienst({ medewerker }: Accountbeeld, nu: Moment): boolean {
  return medewerker !== null && medewerker.uitDienstOp !== null && medewerker.uitDienstOp <= nu
}

/** T-17: in een stap, zodat er geen moment zonder beheerder is. A-13: met een machtiging voor een vestiging werkt de rol beheerder niet. */
function houdtBeheerder(feiten: Herkoppelfeiten): boolean {
  const { oud, nieuw, accounts, nieuwBeperkt, nu } = feiten
  const rollen = verdeelHerkoppelrollen(feiten).meegaand.filter(({ rol }) => !nieuwBeperkt || rol !== 'beheerder')
  return blijftErEenBeheerder(accounts, [{ accountId: oud.accountId, toestand: 'BEEINDIGD', rollen: [] }, { accountId: nieuw.accountId, toestand: 'ACTIEF', rollen }], nu)
}
