import type { Datum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Transactie } from '../../database/index.ts'
import { leesKringcodes } from '../../rio/index.ts'
import { type Actiecontext, type Actor, brinsVan, mag, magErgens, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { type Afspraakregel, type Afspraaksleutel, gezagenVan, leesAfspraakregels, leesBestuursnamen, leesPartnerbesturen, telStudentenPerGezag, telZonderAfspraak } from '../afspraakbeheer-store.ts'
import { type Afspraakwaarschuwing, waarschuwVoor } from '../rules/afspraakwaarschuwing.ts'

export interface Bestuur {
  readonly nummer: string
  /** Zonder naam het bestuursnummer. */
  readonly naam: string
}

export interface Afspraakbeeld extends Omit<Afspraakregel, 'partijen' | 'bevestigd' | 'eigenaarOrganisatie'> {
  /** Een school van het eigen bestuur waarvoor de kijker afspraken vastlegt. */
  readonly brin: string
  readonly partijen: readonly (Bestuur & { readonly bevestigd: boolean; readonly eigen: boolean })[]
  /** Studenten met een route die op deze afspraak rust. */
  readonly studenten: number
  readonly waarschuwingen: readonly Afspraakwaarschuwing[]
}

export interface Afsprakenbeeld {
  readonly afspraken: readonly Afspraakbeeld[]
  /** Studenten met een signaal dat een afspraak ontbreekt. */
  readonly zonderAfspraak: number
  /** Eigen besturen, elk met een school waarvoor de kijker vastlegt. */
  readonly eigen: readonly (Bestuur & { readonly brin: string })[]
  /** Besturen van scholen waarmee een route in RIO staat. */
  readonly partners: readonly Bestuur[]
}

/**
 * P9: de afspraken van de eigen besturen, met wie erover gaat, wanneer er weer gekeken wordt en wat eraan te doen is. Alleen aantallen
 * studenten. De naam van een eigenaar komt alleen uit de eigen organisatie.
 */
export function toonAfspraken(uitvoerder: Uitvoerder, { actor }: Pick<Actiecontext, 'actor'>, vandaag: Datum, een?: Afspraaksleutel): Promise<Uitkomst<Afsprakenbeeld, Weigering>> {
  const brins = brinsVoorAfspraken(actor)
  // Wie het recht alleen bij een vestiging heeft, ziet een lege lijst: een afspraak is van het hele bestuur (T-27).
  if (!magErgens(actor, 'afspraak:schrijven')) return Promise.resolve(geweigerd({ soort: 'niet-gevonden' }))
  return metRechten<Uitkomst<Afsprakenbeeld, Weigering>>(uitvoerder, actor, async (trx) => gelukt(await leesBeeld(trx, actor, brins, vandaag, een)))
}

/** Een afspraak van een eigen bestuur; van een ander en onbekend zijn hetzelfde antwoord (Z-02). */
export async function toonAfspraak(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor'>, vandaag: Datum, sleutel: Afspraaksleutel): Promise<Uitkomst<Afspraakbeeld, Weigering>> {
  const beeld = await toonAfspraken(uitvoerder, ctx, vandaag, sleutel)
  const afspraak = beeld.ok ? beeld.waarde.afspraken[0] : undefined
  return afspraak === undefined ? geweigerd({ soort: 'niet-gevonden' }) : gelukt(afspraak)
}

/** Hoeveel afspraken van de eigen besturen aandacht vragen; voor het overzicht. Een afspraak kan om meer redenen tellen. */
export interface Afsprakentelling {
  readonly alle: number
  readonly kijkenVoorbij: number
  readonly kijkenNabij: number
  readonly looptAf: number
  readonly teBevestigen: number
  readonly zonderEigenaar: number
}

/** P9, voor de overzichtsbladzijde: nul overal voor wie geen afspraken vastlegt. */
export async function telAfspraken(uitvoerder: Uitvoerder, actor: Actor, vandaag: Datum): Promise<Afsprakentelling> {
  const beeld = await toonAfspraken(uitvoerder, { actor }, vandaag)
  const afspraken = beeld.ok ? beeld.waarde.afspraken : []
  const tel = (...welke: readonly Afspraakwaarschuwing[]): number => afspraken.filter(({ waarschuwingen }) => waarschuwingen.some((een) => welke.includes(een))).length
  return {
    alle: afspraken.length, kijkenVoorbij: tel('kijken-voorbij'), kijkenNabij: tel('kijken-nabij'), looptAf: tel('loopt-af', 'verlopen'), teBevestigen: tel('zelf-bevestigen'), zonderEigenaar: tel('zonder-eigenaar', 'eigenaar-weg'),
  }
}

function brinsVoorAfspraken(actor: Actor): readonly string[] {
  return brinsVan(actor).filter((brin) => mag(actor, 'afspraak:schrijven', { brin }))
}

async function leesBeeld(trx: Transactie, actor: Actor, brins: readonly string[], vandaag: Datum, een: Afspraaksleutel | undefined): Promise<Afsprakenbeeld> {
  const gezagVan = await gezagenVan(trx, brins)
  const brinVan = new Map([...gezagVan].map(([brin, gezag]) => [gezag, brin]))
  const regels = await leesAfspraakregels(trx, [...brinVan.keys()], een)
  const studenten = await telStudentenPerGezag(trx, brins)
  const kring = een === undefined ? await leesPartnerbesturen(trx, await leesKringcodes(trx, brins)) : []
  const namen = await leesBestuursnamen(trx, [...new Set([...regels.flatMap(({ partijen }) => partijen), ...brinVan.keys(), ...kring])])
  const bestuur = (nummer: string): Bestuur => ({ nummer, naam: namen.get(nummer) ?? nummer })
  return {
    afspraken: regels.map((regel) => maakBeeld(regel, { bestuur, studenten, vandaag, actor, brin: brinVan.get(regel.gezag) ?? '' })),
    zonderAfspraak: een === undefined ? await telZonderAfspraak(trx, brins) : 0,
    eigen: [...brinVan].map(([gezag, brin]) => ({ ...bestuur(gezag), brin })), partners: kring.filter((nummer) => !brinVan.has(nummer)).map(bestuur),
  }
}

interface Omgeving {
  readonly bestuur: (nummer: string) => Bestuur
  readonly studenten: ReadonlyMap<string, number>
  readonly vandaag: Datum
  readonly actor: Actor
  readonly brin: string
}

function maakBeeld({ partijen, bevestigd, eigenaarOrganisatie, ...regel }: Afspraakregel, { bestuur, studenten, vandaag, actor, brin }: Omgeving): Afspraakbeeld {
  const anderen = regel.soort === 'regeling' ? [regel.gezag] : partijen.filter((nummer) => nummer !== regel.gezag)
  const aantal = anderen.reduce((som, nummer) => som + (studenten.get(nummer) ?? 0), 0)
  const vanOns = eigenaarOrganisatie !== null && eigenaarOrganisatie === actor.organisatieId
  return {
    ...regel, brin, eigenaarNaam: vanOns ? regel.eigenaarNaam : null, studenten: aantal,
    partijen: partijen.map((nummer) => ({ ...bestuur(nummer), bevestigd: bevestigd.includes(nummer), eigen: nummer === regel.gezag })),
    waarschuwingen: waarschuwVoor({
      tot: regel.tot, kijkOpnieuwOp: regel.kijkOpnieuwOp, overstapoptie: regel.overstapoptie, studenten: aantal, eigenaar: regel.eigenaar === null ? null : { uitDienst: regel.eigenaarWegOp !== null },
      zelfBevestigd: bevestigd.includes(regel.gezag), bevestigd: partijen.every((nummer) => bevestigd.includes(nummer)),
    }, vandaag),
  }
}
