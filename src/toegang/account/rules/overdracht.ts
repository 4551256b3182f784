import type { Moment } from '../../../kern/datum.ts'
import { type Accountbeeld, geldtNu, looptNog, type Organisatiebeeld, type Rolbeeld } from '../account.ts'
import { isBronrol, isSchoolrol, type Rolnaam } from '../rol.ts'

export type Overdraagbaar = Pick<Rolbeeld, 'brin' | 'vestiging' | 'voor' | 'reden'> & { readonly rol: Rolnaam }

export interface Weggelaten {
  readonly rol: string
  readonly brin: string | null
  readonly vestiging: string | null
  readonly waarom: 'NIET_VAN_DEZE_ORGANISATIE' | 'ROL_MAG_NIET_OVER' | 'COMBINATIE_ZONDER_REDEN'
}

interface Overdrachtvraag {
  readonly oud: Pick<Accountbeeld, 'rollen'>
  readonly nieuw: Pick<Accountbeeld, 'rollen'>
  readonly organisatie: Pick<Organisatiebeeld, 'scholen'>
  readonly nu: Moment
}

/**
 * T-06, T-09: precies de rollen die nu gelden gaan mee; niet wat verlopen of ingetrokken is, en niet wat het nieuwe account niet mag
 * hebben. Heeft het nieuwe account de rol al, dan komt hij er met zijn eigen herkomst naast. Z-05: levert de overdracht beheerder
 * en BRON samen op zonder vastgelegde reden, dan gaan de BRON-rollen niet mee; een andere beheerder kan ze met reden geven.
 */
export function verdeelRollen({ oud, nieuw, organisatie, nu }: Overdrachtvraag): { readonly overgedragen: readonly Overdraagbaar[]; readonly weggelaten: readonly Weggelaten[] } {
  const geldig = oud.rollen.filter((rol) => geldtNu(rol, nu))
  const bestaand = nieuw.rollen.filter((rol) => looptNog(rol, nu))
  const samen = [...geldig, ...bestaand].filter(({ rol }) => rol === 'beheerder' || isBronrol(rol))
  const zonderReden = samen.some(({ rol }) => rol === 'beheerder') && !samen.some(({ reden }) => reden !== '')
  const overgedragen: Overdraagbaar[] = []
  const weggelaten: Weggelaten[] = []
  for (const rol of geldig) {
    const waarom = waaromNiet(rol, organisatie, zonderReden)
    if (waarom !== undefined) weggelaten.push({ rol: rol.rol, brin: rol.brin, vestiging: rol.vestiging, waarom })
    else overgedragen.push({ rol: rol.rol as Rolnaam, brin: rol.brin, vestiging: rol.vestiging, voor: rol.voor, reden: rol.reden })
  }
  return { overgedragen, weggelaten }
}

function waaromNiet(rol: Rolbeeld, { scholen }: Pick<Organisatiebeeld, 'scholen'>, zonderReden: boolean): Weggelaten['waarom'] | undefined {
  if (rol.rol !== 'beheerder' && !isSchoolrol(rol.rol)) return 'ROL_MAG_NIET_OVER'
  if (rol.rol !== 'beheerder' && !scholen.some(({ brin }) => brin === rol.brin)) return 'NIET_VAN_DEZE_ORGANISATIE'
  return zonderReden && isBronrol(rol.rol) ? 'COMBINATIE_ZONDER_REDEN' : undefined
}
