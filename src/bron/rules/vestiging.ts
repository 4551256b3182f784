import type { Veldfout } from '../../kern/weigering.ts'
import type { InschrijvingBericht } from '../bericht.ts'

/** De vestigingen die een inschrijving noemt, elk een keer. */
export function vestigingenVan({ perioden }: Pick<InschrijvingBericht, 'perioden'>): readonly string[] {
  return [...new Set(perioden.flatMap(({ vestiging }) => vestiging ?? []))].sort()
}

/**
 * T-27: een rol voor een vestiging reikt niet verder dan die vestiging. Null = mag; leeg = er is bij deze school geen enkele rol; anders
 * wat er mis is per periode. `magOp` zegt of de rollen van de actor op deze vestiging gelden; zonder vestiging: voor de hele school.
 */
export function buitenVestiging({ perioden }: Pick<InschrijvingBericht, 'perioden'>, magOp: (vestiging?: string) => boolean, heeftRol: boolean): readonly Veldfout[] | null {
  if (magOp()) return null
  if (!heeftRol) return []
  const fouten = perioden.flatMap(({ vestiging }, i) => (vestiging && magOp(vestiging) ? [] : [{
    veld: `perioden[${i}].vestiging`, regelId: 'T-27', regel: vestiging ? `Uw machtiging geldt niet voor vestiging ${vestiging}.` : 'Uw machtiging geldt voor een vestiging, en deze periode noemt er geen.',
    watTeDoen: 'Noem de vestiging waarvoor u werkt, of laat een collega met een rol voor de hele school leveren.',
  }]))
  return fouten.length === 0 ? null : fouten
}
