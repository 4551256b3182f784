import type { Bladwijzer, Bladzijde } from '../../database/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { findOrganisatie, leesSchoollijst, type OrganisatieBericht, type School } from '../../organisatie/index.ts'
import type { Actiecontext } from '../actor.ts'
import { metRechten, type Uitvoerder } from '../uitvoeren.ts'

/** De scholen van vandaag met hun onderwijsaanbieders. Openbaar: namen en codes van scholen zijn dat ook. */
export function leesOrganisaties(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor' | 'nu'>, bladwijzer: Bladwijzer): Promise<Uitkomst<Bladzijde<School>, Weigering>> {
  return metRechten(uitvoerder, ctx.actor, async (trx) => gelukt(await leesSchoollijst(trx, datumInNederland(new Date(ctx.nu)), bladwijzer)))
}

/** Een organisatie met al haar codes door de tijd; `code` is haar BRIN, bestuursnummer of OIN. */
export function leesOrganisatie(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor'>, code: string): Promise<Uitkomst<OrganisatieBericht, Weigering>> {
  return metRechten<Uitkomst<OrganisatieBericht, Weigering>>(uitvoerder, ctx.actor, async (trx) => {
    const organisatie = await findOrganisatie(trx, code)
    return organisatie ? gelukt(organisatie) : geweigerd({ soort: 'niet-gevonden' })
  })
}
