import { createHash } from 'node:crypto'
import { isDeelnemerId, magRelatieZien, schrijfUit, wisselFase } from '../../bron/index.ts'
import { alsSysteem, type Database, noteerVerwerking, type Transactie } from '../../database/index.ts'
import { datumInNederland, type Datum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { isUuid } from '../../kern/uuid.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { eersteBegindatum } from '../../leerroute/zonder-register.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actiecontext, type Actor, brinsVan, mag, metRechten, type Uitvoerder, voerUit } from '../../toegang/index.ts'
import type { Wisselbeeld, Wisselkandidaat, Wisselstap, Wisseluitslag, Wisselvraag } from '../fasewissel.ts'
import { bepaalFasewissel, eersteDagFaseMbo, laatsteBegin, overgangen } from '../rules/fasewissel.ts'
import { type Kantrij, kiesKandidaten, leesKanten, leesNamenVan, leesZichtrijen } from '../store/fasewissel.ts'
import { laadReferentie, loadDossiers } from '../store/dossier.ts'

/** Zoveel studenten gaan hooguit samen. */
export const MEESTE_SAMEN = 200

export interface Kandidatenlijst {
  readonly kandidaten: readonly Wisselkandidaat[]
  /** Sleutel van de laatste; null = dit waren ze. */
  readonly volgende: string | null
}

/** Wie op de overgang van fase hoort te wisselen, volgens K-FASE-01 en K-FASE-02, bij de scholen waar de actor inschrijvingen schrijft. Wie geen hele school heeft, krijgt een lege lijst. */
export async function toonWisselkandidaten(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor' | 'nu'>, vraag: Wisselvraag, na: string | null, normen: Normen): Promise<Uitkomst<Kandidatenlijst, Weigering>> {
  const brins = schrijfscholen(ctx.actor)
  const laatste = laatsteBegin(vraag.overgang, normen)
  if (!isOvergang(vraag.overgang, ctx) || (na !== null && !isUuid(na))) return geweigerd({ soort: 'niet-gevonden' })
  if (brins.length === 0 || laatste === undefined) return gelukt({ kandidaten: [], volgende: null })
  return gelukt(await metRechten(uitvoerder, ctx.actor, async (trx) => {
    const gekozen = await kiesKandidaten(trx, brins, vraag, { eerste: eersteBegindatum(normen, vraag.overgang), laatste }, na, MEESTE_SAMEN + 1)
    const bladzijde = gekozen.slice(0, MEESTE_SAMEN)
    const ids = bladzijde.map((rij) => rij.deelnemer_id)
    const [namen, kanten] = [await leesNamenVan(trx, ids), Map.groupBy(await leesKanten(trx, brins, vraag, ids), (rij) => rij.deelnemer_id)]
    const zichtbaar = bladzijde.filter((rij) => namen.has(rij.deelnemer_id))
    if (zichtbaar.length > 0) noteerVerwerking(trx, { handeling: 'toonFasewissel', deelnemerIds: zichtbaar.map((rij) => rij.deelnemer_id) })
    return {
      kandidaten: zichtbaar.map((rij) => naarKandidaat(rij.deelnemer_id, namen.get(rij.deelnemer_id) ?? null, kanten.get(rij.deelnemer_id) ?? [], eersteDagFaseMbo(rij.begin, normen, vraag.overgang) ?? vraag.overgang)),
      volgende: gekozen.length > MEESTE_SAMEN ? ids.at(-1) ?? null : null,
    }
  }))
}

function naarKandidaat(deelnemerId: string, naam: string | null, rijen: readonly Kantrij[], verwachtOp: Datum): Wisselkandidaat {
  return {
    deelnemerId, naam, verwachtOp, route: rijen.find(({ leerroute }) => leerroute !== null)?.leerroute ?? null,
    kanten: rijen.map(({ brin, school, sector, eigen, leerroute, fase, leerjaar, opleiding }) => ({ brin, school, sector, eigen, route: leerroute, fase, leerjaar, opleiding })),
  }
}

/** Wat er per student verandert en wat beide scholen moeten nagaan, in de volgorde van de vraag. Wie de actor niet mag zien ontbreekt. */
export async function bereidFasewisselVoor(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor' | 'nu'>, deelnemers: readonly string[], overgang: Datum, normen: Normen): Promise<Uitkomst<readonly Wisselbeeld[], Weigering>> {
  const brins = schrijfscholen(ctx.actor)
  if (brins.length === 0 || !isOvergang(overgang, ctx) || deelnemers.length > MEESTE_SAMEN) return geweigerd({ soort: 'niet-gevonden' })
  return gelukt(await metRechten(uitvoerder, ctx.actor, (trx) => leesBeelden(trx, ctx.actor, brins, deelnemers, overgang, normen)))
}

/** Het besluit komt uit het hele dossier, behalve voor wie niet alle scholen mag zien (docs/adr/0028). */
async function leesBeelden(trx: Transactie, actor: Actor, brins: readonly string[], deelnemers: readonly string[], overgang: Datum, normen: Normen): Promise<readonly Wisselbeeld[]> {
  const zicht = await leesZicht(trx, actor, [...new Set(deelnemers)])
  noteerVerwerking(trx, { handeling: 'toonFasewissel', deelnemerIds: [...zicht.keys()] })
  const [heel, deel] = [[...zicht].filter(([, alles]) => alles).map(([id]) => id), [...zicht].filter(([, alles]) => !alles).map(([id]) => id)]
  const referentie = await alsSysteem(trx, () => laadReferentie(trx, { peildatum: overgang, kennisdag: null }))
  const dossiers = new Map([...(await alsSysteem(trx, () => loadDossiers(trx, heel, null, referentie))), ...(await loadDossiers(trx, deel, null, referentie))])
  const namen = await leesNamenVan(trx, [...zicht.keys()])
  return deelnemers.flatMap((deelnemerId): readonly Wisselbeeld[] => {
    const dossier = dossiers.get(deelnemerId)
    if (dossier === undefined || !namen.has(deelnemerId)) return []
    const wissel = bepaalFasewissel(dossier, overgang, brins, normen)
    const partners = dossier.organisaties.filter(({ brin }) => !brins.includes(brin)).map(({ naam, brin }) => naam ?? brin)
    return [{ ...wissel, deelnemerId, naam: namen.get(deelnemerId) ?? null, versie: versieVan(wissel.stappen), partners }]
  })
}

/** Per student of de actor alles mag zien; wie hij niet mag zien ontbreekt. */
async function leesZicht(trx: Transactie, actor: Actor, deelnemers: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const relaties = (await leesZichtrijen(trx, deelnemers.filter(isDeelnemerId))).filter((relatie) => magRelatieZien(actor, relatie))
  return new Map([...Map.groupBy(relaties, ({ deelnemerId }) => deelnemerId)].map(([deelnemerId, rijen]) => [deelnemerId, rijen.some(({ zietAlles }) => zietAlles)]))
}

/** Een student zoals hij op het scherm stond. */
export interface Wisselkeuze {
  readonly deelnemerId: string
  readonly versie: string
}

/**
 * Voert de overgang uit, elke student in een eigen transactie: lukt er een niet, dan gaan de anderen door. Alleen de stappen die op het scherm
 * stonden; wat al zo is verandert niet, dus opnieuw doen na een storing maakt het af.
 */
export async function voerFasewisselUit(database: Database, ctx: Actiecontext, keuzes: readonly Wisselkeuze[], overgang: Datum, normen: Normen): Promise<Uitkomst<readonly Wisseluitslag[], Weigering>> {
  const voorbereid = await bereidFasewisselVoor(database, ctx, keuzes.map(({ deelnemerId }) => deelnemerId), overgang, normen)
  if (!voorbereid.ok) return voorbereid
  const beelden = new Map(voorbereid.waarde.map((beeld) => [beeld.deelnemerId, beeld]))
  const uitslagen: Wisseluitslag[] = []
  for (let i = 0; i < keuzes.length; i += TEGELIJK) {
    uitslagen.push(...(await Promise.all(keuzes.slice(i, i + TEGELIJK).map((keuze) => wisselEen(database, ctx, keuze, beelden.get(keuze.deelnemerId))))))
  }
  return gelukt(uitslagen)
}

/** Transacties naast elkaar: dan wachten zij samen op de schijf. Weinig, want er zijn maar zoveel verbindingen. */
const TEGELIJK = 4

async function wisselEen(database: Database, ctx: Actiecontext, { deelnemerId, versie }: Wisselkeuze, beeld: Wisselbeeld | undefined): Promise<Wisseluitslag> {
  if (beeld === undefined) return { deelnemerId, naam: null, uitslag: 'niet-gevonden', reden: null, stappen: [], partnerMoet: [] }
  const basis = { deelnemerId, naam: beeld.naam, reden: null, stappen: beeld.stappen, partnerMoet: partnerMoet(ctx.actor, beeld) }
  if (beeld.stand !== 'kan') return { ...basis, uitslag: beeld.stand === 'inschrijven' || beeld.stand === 'route' ? beeld.stand : 'was-al-zo' }
  if (beeld.versie !== versie) return { ...basis, uitslag: 'veranderd' }
  const gedaan = await voerUit<null, Weigering>(database, ctx.actor, async (trx) => {
    for (const stap of beeld.stappen) {
      const uitkomst = await doeStap(trx, ctx, deelnemerId, stap)
      if (!uitkomst.ok) return uitkomst
    }
    return gelukt(null)
  })
  return gedaan.ok ? { ...basis, uitslag: 'gedaan' } : { ...basis, uitslag: 'geweigerd', reden: redenVan(gedaan.reden), stappen: [] }
}

function doeStap(trx: Transactie, ctx: Actiecontext, deelnemerId: string, { soort, brin, inschrijvingvolgnummer, dag }: Wisselstap): Promise<Uitkomst<unknown, Weigering>> {
  const over = { deelnemer: { deelnemerId }, brin, inschrijvingvolgnummer }
  return soort === 'wissel' ? wisselFase(trx, ctx, { ...over, vanaf: dag, fase: 'MBO' }) : schrijfUit(trx, ctx, { ...over, datum: dag })
}

/** Wat er na deze stappen bij de andere kant nog open staat. */
function partnerMoet(actor: Actor, { punten }: Wisselbeeld): Wisseluitslag['partnerMoet'] {
  const [vo, mbo] = [schrijftSector(actor, 'VO'), schrijftSector(actor, 'MBO')]
  return punten.filter(({ stand, wie }) => stand === 'nodig' && (wie === 'samen' || (wie === 'VO' ? !vo : !mbo))).map(({ wat }) => wat)
}

function redenVan(reden: Weigering): string {
  if (reden.soort !== 'ongeldig') return 'Deze inschrijving kunt u niet wijzigen. Vraag wie bij uw school inschrijvingen mag wijzigen.'
  return `${reden.fouten[0].regel} ${reden.fouten[0].watTeDoen}`
}

/** De scholen waar de actor inschrijvingen mag wijzigen. */
function schrijfscholen(actor: Actor): readonly string[] {
  return actor.soort === 'school' ? brinsVan(actor).filter((brin) => SECTOREN.some((sector) => mag(actor, 'inschrijving:schrijven', { brin, sector })) && mag(actor, 'deelnemer:lezen', { brin })) : []
}

const SECTOREN = ['VO', 'VSO', 'MBO'] as const

function schrijftSector(actor: Actor, sector: 'VO' | 'MBO'): boolean {
  return brinsVan(actor).some((brin) => mag(actor, 'inschrijving:schrijven', { brin, sector }))
}

/** Alleen de komende en de vorige 1 augustus: een andere dag is geen overgang. */
function isOvergang(overgang: Datum, { nu }: Pick<Actiecontext, 'nu'>): boolean {
  return overgangen(datumInNederland(new Date(nu))).includes(overgang)
}

function versieVan(stappen: readonly Wisselstap[]): string {
  return createHash('sha256').update(JSON.stringify(stappen)).digest('base64url').slice(0, 16)
}
