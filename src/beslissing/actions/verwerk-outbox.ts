import { type Database, inSpoor, type Transactie } from '../../database/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actiecontext, alsActor, systeemactor } from '../../toegang/index.ts'
import { laadReferentie, type Referentie } from '../store/dossier.ts'
import { findGeraakt, findVerouderd, leesOutbox, leesOutboxVan, type Outboxwerk, rondOutboxAf, wachtOpLeerlingen } from '../store/signaal.ts'
import { type Herberekend, herberekenSignalenVan } from './herbereken-signalen.ts'

export interface Verwerkt extends Herberekend {
  readonly leerlingen: number
}

const REEKS = 500

/**
 * De luisteraar op de outbox: rekent voor elke leerling waarover iets veranderde de signalen opnieuw uit, tot het werk van nu af
 * is. Wat er ondertussen bij komt is voor de volgende keer: meestal rekent de levering het zelf al uit. Elke reeks leerlingen is een eigen transactie, en werk is pas af als alle reeksen af zijn: na een onderbreking
 * begint het werk opnieuw, en opnieuw rekenen verandert niets. Meer knooppunten mogen dit tegelijk doen.
 */
export async function verwerkOutbox(database: Database, ctx: Pick<Actiecontext, 'nu'>, normen: Normen, bijVoortgang?: (leerlingen: number) => void): Promise<Verwerkt> {
  const systeem = systeemactor('signalen')
  let totaal: Verwerkt = NIETS
  for (;;) {
    const werk = await alsActor(database, systeem, (trx) => leesOutbox(trx, REEKS))
    if (werk.regels.length === 0) return totaal
    totaal = telOp(totaal, await inSpoor('outbox-ronde', { regels: werk.regels.length, breed: werk.breed }, () => verwerkWerk(database, ctx, normen, werk)))
    bijVoortgang?.(totaal.leerlingen)
    if (werk.regels.length < REEKS) return totaal
  }
}

async function verwerkWerk(database: Database, ctx: Pick<Actiecontext, 'nu'>, normen: Normen, werk: Outboxwerk): Promise<Verwerkt> {
  const systeem = systeemactor('signalen')
  const geraakt = werk.breed ? await alsActor(database, systeem, findGeraakt) : []
  const gedaan = await rekenInReeksen(database, ctx, [...new Set([...werk.deelnemers, ...geraakt])], normen)
  await alsActor(database, systeem, (trx) => rondOutboxAf(trx, werk.staanBij, werk.regels, ctx.nu))
  return gedaan
}

/**
 * Rekent de signalen van deze leerlingen uit in de transactie van de aanroeper, en daarmee is hun werk in de outbox af. Hooguit
 * enkele honderden tegelijk: elke leerling houdt tot het einde een slot.
 */
export async function verwerkOutboxVan(trx: Transactie, ctx: Pick<Actiecontext, 'nu'>, deelnemers: readonly string[], normen: Normen): Promise<Herberekend> {
  await wachtOpLeerlingen(trx, deelnemers)
  const werk = await leesOutboxVan(trx, deelnemers)
  const gedaan = await herberekenSignalenVan(trx, ctx, deelnemers, normen)
  await rondOutboxAf(trx, deelnemers, werk, ctx.nu)
  return gedaan
}

/**
 * Signalen veranderen ook door de tijd alleen (een verjaardag, 1 augustus, een nieuwe norm). Dit rekent iedereen opnieuw uit
 * voor wie nog niet voor vandaag is gerekend; dagelijks en na een import te draaien, en te hervatten na een onderbreking.
 */
export async function werkSignalenBijVoorVandaag(
  database: Database, ctx: Pick<Actiecontext, 'nu'>, normen: Normen, bijVoortgang?: (leerlingen: number) => void,
): Promise<Verwerkt> {
  const vandaag = datumInNederland(new Date(ctx.nu))
  const systeem = systeemactor('signalen')
  const referentie = await alsActor(database, systeem, (trx) => laadReferentie(trx, { peildatum: vandaag, kennisdag: null }))
  let totaal: Verwerkt = NIETS
  let na: string | null = null
  for (;;) {
    const vanaf: string | null = na
    const reeks: { ids: readonly string[]; gedaan: Verwerkt } = await alsActor(database, systeem, async (trx) => {
      const ids = await findVerouderd(trx, vandaag, normen.versie, vanaf, REEKS)
      return { ids, gedaan: await rekenReeks(trx, ctx, ids, normen, referentie) }
    })
    totaal = telOp(totaal, reeks.gedaan)
    na = reeks.ids.at(-1) ?? null
    if (na === null) return totaal
    bijVoortgang?.(totaal.leerlingen)
  }
}

const NIETS: Verwerkt = { geopend: 0, gesloten: 0, openstaand: 0, leerlingen: 0 }

/** Nooit alles in een transactie: elke leerling houdt een slot, en het aantal sloten van een server is begrensd. */
async function rekenInReeksen(database: Database, ctx: Pick<Actiecontext, 'nu'>, deelnemers: readonly string[], normen: Normen): Promise<Verwerkt> {
  const systeem = systeemactor('signalen')
  const vraag = { peildatum: datumInNederland(new Date(ctx.nu)), kennisdag: null }
  const referentie = await alsActor(database, systeem, (trx) => laadReferentie(trx, vraag))
  let totaal: Verwerkt = NIETS
  for (let i = 0; i < deelnemers.length; i += REEKS) {
    const reeks = deelnemers.slice(i, i + REEKS)
    totaal = telOp(totaal, await alsActor(database, systeem, (trx) => rekenReeks(trx, ctx, reeks, normen, referentie)))
  }
  return totaal
}

async function rekenReeks(trx: Transactie, ctx: Pick<Actiecontext, 'nu'>, reeks: readonly string[], normen: Normen, referentie: Referentie): Promise<Verwerkt> {
  return { ...(await herberekenSignalenVan(trx, ctx, reeks, normen, referentie)), leerlingen: reeks.length }
}

function telOp(a: Verwerkt, b: Verwerkt): Verwerkt {
  return {
    geopend: a.geopend + b.geopend, gesloten: a.gesloten + b.gesloten, openstaand: a.openstaand + b.openstaand, leerlingen: a.leerlingen + b.leerlingen,
  }
}
