import { alsSysteem, schrijfAudit } from '../../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { type Actiecontext, magBijOrganisatie } from '../../actor.ts'
import { metRechten, type Uitvoerder } from '../../uitvoeren.ts'
import { leesSchoolnaam } from '../../organisatie-store.ts'
import { leesOverzicht, type Overzichtrij, telPerSchool } from '../overzicht-store.ts'
import { overstapstand, overstapstanden } from '../overstapstand.ts'
import type { Schoolstand } from '../schoolstand.ts'

/** Wat er met een account gebeurt als niemand iets doet. */
export type Gevolg =
  /** Na de laatste dag van het token werkt dit account niet meer. */
  | { readonly soort: 'sluit-na'; readonly tokenTotEnMet: string }
  /** Afgesloten; tot en met deze dag nog te koppelen, of alleen nog opnieuw toe te kennen. */
  | { readonly soort: 'afgesloten'; readonly koppelenTotEnMet: string | null }
  | { readonly soort: 'nog-geen-datum' }
  | { readonly soort: 'geen' }

export interface Overzichtregel extends Overzichtrij {
  readonly gevolg: Gevolg
}

export interface Overstapoverzicht {
  readonly organisatieId: string
  readonly scholen: readonly (Schoolstand & { readonly naam: string })[]
  readonly regels: readonly Overzichtregel[]
}

/** T-30, K-EH-09: alle accounts van de eigen organisatie met rollen, middel, toestand en laatste inlog. */
export async function overzichtOverstap(uitvoerder: Uitvoerder, ctx: Actiecontext, organisatieId: string): Promise<Uitkomst<Overstapoverzicht, { readonly soort: 'niet-gevonden' }>> {
  if (!magBijOrganisatie(ctx.actor, 'overstap:volgen', organisatieId)) return geweigerd({ soort: 'niet-gevonden' })
  return metRechten(uitvoerder, ctx.actor, (trx) => alsSysteem(trx, async () => {
    const standen = await overstapstanden(trx, organisatieId, ctx.nu)
    const rijen = await leesOverzicht(trx, organisatieId, ctx.nu)
    const scholen = []
    for (const stand of standen) scholen.push({ ...stand, naam: await leesSchoolnaam(trx, stand.brin) })
    return gelukt({ organisatieId, scholen, regels: rijen.map((rij) => ({ ...rij, gevolg: gevolgVan(rij, standen) })) })
  }))
}

/** Als `overzichtOverstap`, voor een bestand: wie het ophaalt staat in de audit (T-30). */
export async function exporteerOverstap(uitvoerder: Uitvoerder, ctx: Actiecontext, organisatieId: string): Promise<Uitkomst<Overstapoverzicht, { readonly soort: 'niet-gevonden' }>> {
  const overzicht = await overzichtOverstap(uitvoerder, ctx, organisatieId)
  if (!overzicht.ok) return overzicht
  await metRechten(uitvoerder, ctx.actor, (trx) => schrijfAudit(trx, {
    op: ctx.nu, actor: ctx.actor.id, handeling: 'exporteerOverstap', brin: null, deelnemerId: null, object: ['organisatie', organisatieId], gegevens: { regels: overzicht.waarde.regels.length },
  }))
  return overzicht
}

/** Eén school in het overzicht van DUO. */
export interface Schooltelling extends Schoolstand {
  readonly naam: string
  /** Aantal oude accounts per toestand. */
  readonly aantallen: Readonly<Record<string, number>>
}

/** Voor DUO: alle scholen die overstappen met hun stand en hoeveel accounts nog moeten. Nooit met namen van medewerkers. */
export async function overzichtOverstapDuo(uitvoerder: Uitvoerder, ctx: Actiecontext): Promise<Uitkomst<readonly Schooltelling[], { readonly soort: 'niet-gevonden' }>> {
  if (ctx.actor.soort !== 'systeem' && ctx.actor.duorollen?.includes('duo-behandelaar') !== true) return geweigerd({ soort: 'niet-gevonden' })
  return metRechten(uitvoerder, ctx.actor, (trx) => alsSysteem(trx, async () => {
    const scholen: Schooltelling[] = []
    for (const [brin, rijen] of Map.groupBy(await telPerSchool(trx), (rij) => rij.brin)) {
      const stand = await overstapstand(trx, brin, ctx.nu)
      scholen.push({ ...stand, naam: rijen[0]?.naam ?? brin, aantallen: Object.fromEntries(rijen.map(({ toestand, aantal }) => [toestand, aantal])) })
    }
    return gelukt(scholen)
  }))
}

function gevolgVan(rij: Overzichtrij, standen: readonly Schoolstand[]): Gevolg {
  if (rij.middel !== 'DUO_TOKEN') return { soort: 'geen' }
  const stand = standen.find(({ brin }) => brin === rij.brin)
  if (rij.toestand === 'AFGESLOTEN') return { soort: 'afgesloten', koppelenTotEnMet: stand?.coulance === true ? stand.coulanceTotEnMet : null }
  if (rij.toestand !== 'ACTIEF_TOKEN' && rij.toestand !== 'GEBLOKKEERD') return { soort: 'geen' }
  const laatste = stand?.tokenTotEnMet ?? null
  return laatste === null ? { soort: 'nog-geen-datum' } : { soort: 'sluit-na', tokenTotEnMet: laatste }
}

