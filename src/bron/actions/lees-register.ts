import { type Geregistreerd, laad } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Actiecontext, Uitvoerder } from '../../toegang/index.ts'
import type { BpvBericht, DiplomaBericht, InschrijvingBericht, OnderdeelBericht } from '../bericht.ts'
import { findVoAfgerond } from '../store/deelnemer.ts'
import { personen, type Persoonsgegevens } from '../store/laden.ts'
import {
  type Bpvsleutel, type Diplomasleutel, type Inschrijvingsleutel, leesBpvStanden, leesDiplomaStanden, leesInschrijvingStanden, leesOnderdeelStanden, type Onderdeelsleutel,
} from '../store/register.ts'
import { opZichtbareDeelnemer } from './op-zichtbare-deelnemer.ts'

type Ctx = Pick<Actiecontext, 'actor'>
type Gelezen<T> = Promise<Uitkomst<T, Weigering>>

/** Wie de deelnemer is, en bij welke scholen van de vrager. Nooit met een persoonsnummer: de sleutel van het register is genoeg. */
export interface Deelnemergegevens extends Persoonsgegevens {
  readonly deelnemerId: string
  readonly scholen: readonly string[]
}

export function leesDeelnemer(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string): Gelezen<Deelnemergegevens> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesDeelnemer', async (trx, { scholen }) => {
    const persoon = (await laad(trx, personen(trx, [deelnemerId], null))).get(deelnemerId)
    return persoon && { deelnemerId, ...persoon, scholen }
  })
}

/** Bij een leerroute ook die van de andere school. */
export function leesInschrijvingen(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string): Gelezen<readonly Geregistreerd<InschrijvingBericht>[]> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesInschrijvingen', async (trx, { ziet }) =>
    (await leesInschrijvingStanden(trx, deelnemerId)).filter(({ inhoud }) => ziet(inhoud.brin)))
}

export function leesInschrijving(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string, sleutel: Inschrijvingsleutel): Gelezen<Geregistreerd<InschrijvingBericht>> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesInschrijving', async (trx, { ziet }) =>
    ziet(sleutel.brin) ? (await leesInschrijvingStanden(trx, deelnemerId, sleutel))[0] : undefined)
}

/** Alle standen van een inschrijving, de nieuwste eerst; ook van een inschrijving die verwijderd is. */
export function leesInschrijvingGeschiedenis(
  uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string, sleutel: Inschrijvingsleutel,
): Gelezen<readonly Geregistreerd<InschrijvingBericht>[]> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesInschrijvingGeschiedenis', async (trx, { ziet }) => {
    const standen = ziet(sleutel.brin) ? await leesInschrijvingStanden(trx, deelnemerId, sleutel, true) : []
    return standen.length > 0 ? standen : undefined
  })
}

export function leesPraktijkovereenkomsten(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string, alleen?: Bpvsleutel): Gelezen<readonly Geregistreerd<BpvBericht>[]> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesPraktijkovereenkomsten', async (trx, { ziet }) =>
    allesOfEen((await leesBpvStanden(trx, deelnemerId, alleen)).filter(({ inhoud }) => ziet(inhoud.brin)), alleen))
}

export function leesDiplomas(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string, alleen?: Diplomasleutel): Gelezen<readonly Geregistreerd<DiplomaBericht>[]> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesDiplomas', async (trx, { ziet }) =>
    allesOfEen((await leesDiplomaStanden(trx, deelnemerId, alleen)).filter(({ inhoud }) => ziet(inhoud.brin)), alleen))
}

/** Cijfers en losse onderdelen blijven bij de school die ze gaf. */
export function leesOnderdelen(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string, alleen?: Onderdeelsleutel): Gelezen<readonly Geregistreerd<OnderdeelBericht>[]> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesOnderdelen', async (trx, { isEigen }) =>
    allesOfEen((await leesOnderdeelStanden(trx, deelnemerId, alleen)).filter(({ inhoud }) => isEigen(inhoud.brin)), alleen))
}

/** K-ROD-06: de laatste dag met vo-activiteiten; null = nog niet afgerond. Alleen bij een school met een relatie. */
export function leesVoAfgerond(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string, brin: string): Gelezen<{ readonly afgerondOp: Datum | null; readonly versie: string }> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesVoAfgerond', async (trx, { isEigen }) => (isEigen(brin) ? findVoAfgerond(trx, deelnemerId) : undefined))
}

function allesOfEen<T>(gevonden: readonly T[], alleen: unknown): readonly T[] | undefined {
  return alleen !== undefined && gevonden.length === 0 ? undefined : gevonden
}
