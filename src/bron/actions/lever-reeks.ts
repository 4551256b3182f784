import { alsSysteem, type Kaleverbinding, type Standuitkomst, type Transactie } from '../../database/index.ts'
import { isOnderwijsnummer } from '../../kern/persoonsnummer.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { isBekendeBrin } from '../../organisatie/index.ts'
import { type Actiecontext, type Actor, zietAlles } from '../../toegang/index.ts'
import type { BpvBericht, DiplomaBericht, Geleverd, InschrijvingBericht, OnderdeelBericht, PersoonBericht } from '../bericht.ts'
import { Bulkreeks, gebeurtenissenBij, type Reekspersoon, type Standbericht } from '../store/bulk-reeks.ts'
import { Bulkstaat } from '../store/bulk-staat.ts'
import { soortNummer } from '../store/deelnemer.ts'
import { HANDELING, isBeperktTotVestiging, magBijVestigingen, onbekendeBrin, toelaatBpv, toelaatDiploma, toelaatInschrijving, toelaatOnderdeel } from './toelaten.ts'

/** Een bericht in een levering van veel records; hetzelfde als wat de losse actie krijgt. */
export type Reeksbericht =
  | { readonly soort: 'inschrijving'; readonly persoon: PersoonBericht; readonly inschrijving: InschrijvingBericht }
  | { readonly soort: 'bpv'; readonly persoonsnummer: string; readonly bpv: BpvBericht }
  | { readonly soort: 'diploma'; readonly persoonsnummer: string; readonly diploma: DiplomaBericht }
  | { readonly soort: 'onderdeel'; readonly persoonsnummer: string; readonly onderdeel: OnderdeelBericht }

export interface Reeksopties {
  readonly verbinding: Kaleverbinding
  /** Waar als de aanroeper zelf de signalen uitrekent van wie iets veranderde. */
  readonly signalenVolgen: boolean
  /** Komt bij elk record in de audit, bijvoorbeeld het nummer van de levering. */
  readonly herkomst: Readonly<Record<string, string>>
}

/**
 * Levert berichten in volgorde, in de transactie van de aanroeper: `leverInschrijving`, `registreerBpv`, `registreerDiploma` en
 * `registreerOnderdeel` voor een hele reeks, met dezelfde controles, hetzelfde antwoord per bericht en hetzelfde register.
 * Gooit `Botsing` (of een databasefout) als een ander tegelijk over dezelfde student schreef: dan moet de reeks opnieuw.
 */
export async function leverReeks(
  trx: Transactie, ctx: Actiecontext, berichten: readonly Reeksbericht[], opties: Reeksopties,
): Promise<readonly Uitkomst<Geleverd, Weigering>[]> {
  return alsSysteem(trx, async () => {
    const { verbinding, signalenVolgen } = opties
    const scholen = new Scholen(trx)
    const staat = await Bulkstaat.laad(verbinding, ctx.kluis, berichten.map(nummerVan), ctx.nu)
    const reeks = new Bulkreeks({ verbinding, kluis: ctx.kluis, nu: ctx.nu, actor: ctx.actor.id, isDuo: zietAlles(ctx.actor), signalenVolgen }, staat)
    const uit: Uitkomst<Geleverd, Weigering>[] = []
    for (const bericht of berichten) {
      const bezwaar = toelaat(ctx.actor, bericht) ?? (await registerbezwaar(ctx.actor, bericht, staat, scholen))
      uit.push(bezwaar === null ? await lever(reeks, staat, bericht, opties.herkomst) : geweigerd(bezwaar))
    }
    await reeks.schrijf()
    return uit
  })
}

function nummerVan(bericht: Reeksbericht): string {
  return bericht.soort === 'inschrijving' ? bericht.persoon.persoonsnummer : bericht.persoonsnummer
}

function toelaat(actor: Actor, bericht: Reeksbericht): Weigering | null {
  switch (bericht.soort) {
    case 'inschrijving': return toelaatInschrijving(actor, bericht)
    case 'bpv': return toelaatBpv(actor, bericht.bpv)
    case 'diploma': return toelaatDiploma(actor, bericht.diploma)
    case 'onderdeel': return toelaatOnderdeel(actor, bericht.onderdeel)
  }
}

/** Wat de losse acties aan het register vragen voordat zij opslaan. */
async function registerbezwaar(actor: Actor, bericht: Reeksbericht, staat: Bulkstaat, scholen: Scholen): Promise<Weigering | null> {
  if (bericht.soort === 'inschrijving') {
    const { inschrijving } = bericht
    if (!(await scholen.isBekend(inschrijving.brin))) return onbekendeBrin(inschrijving.brin)
    const bekend = isBeperktTotVestiging(actor) ? staat.vestigingenBij(staat.deelnemer(bericht.persoon.persoonsnummer).id, inschrijving.brin) : undefined
    return magBijVestigingen(actor, inschrijving, bekend) ? null : NIET_GEVONDEN
  }
  const { brin } = standVan(bericht).bericht
  const deelnemer = staat.deelnemer(bericht.persoonsnummer)
  if (!deelnemer.bekend || !staat.hoortBij(deelnemer.id, brin)) return NIET_GEVONDEN
  if (bericht.soort !== 'bpv') return null
  return staat.sectorVan(deelnemer.id, brin, bericht.bpv.inschrijvingvolgnummer) === 'MBO' ? null : NIET_GEVONDEN
}

async function lever(reeks: Bulkreeks, staat: Bulkstaat, bericht: Reeksbericht, herkomst: Readonly<Record<string, string>>): Promise<Uitkomst<Geleverd, Weigering>> {
  const stand = standVan(bericht)
  const uitkomst = await reeks.legVast(persoonVan(bericht), stand)
  const deelnemerId = staat.deelnemer(nummerVan(bericht)).id
  if (uitkomst.soort === 'ouder-dan-bekend' || uitkomst.soort === 'ongewijzigd') reeks.noteer(handelingVan(stand).handeling, deelnemerId)
  if (uitkomst.soort === 'ouder-dan-bekend') return geweigerd(uitkomst)
  if (uitkomst.soort !== 'ongewijzigd') legJournaalVast(reeks, stand, deelnemerId, uitkomst.soort, herkomst)
  return gelukt({ deelnemerId, uitkomst: uitkomst.soort })
}

function legJournaalVast(reeks: Bulkreeks, stand: Standbericht, deelnemerId: string, uitkomst: Standuitkomst['soort'], herkomst: Readonly<Record<string, string>>): void {
  const { handeling, object } = handelingVan(stand)
  const { brin } = stand.bericht
  reeks.voegJournaalToe({ handeling, object, brin, deelnemerId, gegevens: { uitkomst, ...herkomst } }, gebeurtenissenBij(handeling, uitkomst, brin, object[1]))
}

function handelingVan(stand: Standbericht) {
  switch (stand.soort) {
    case 'inschrijving': return HANDELING.inschrijving(stand.bericht)
    case 'bpv': return HANDELING.bpv(stand.bericht)
    case 'diploma': return HANDELING.diploma(stand.bericht)
    case 'onderdeel': return HANDELING.onderdeel(stand.bericht)
  }
}

function standVan(bericht: Reeksbericht): Standbericht {
  switch (bericht.soort) {
    case 'inschrijving': return { soort: 'inschrijving', bericht: bericht.inschrijving }
    case 'bpv': return { soort: 'bpv', bericht: bericht.bpv }
    case 'diploma': return { soort: 'diploma', bericht: bericht.diploma }
    case 'onderdeel': return { soort: 'onderdeel', bericht: bericht.onderdeel }
  }
}

/** Alleen een inschrijving zegt iets over de persoon zelf. */
function persoonVan(bericht: Reeksbericht): Reekspersoon {
  const persoonsnummer = nummerVan(bericht)
  const wie = { zoekwaarde: persoonsnummer, persoonsnummer, soort: soortNummer(persoonsnummer), stelsel: isOnderwijsnummer(persoonsnummer) ? 'ONR' : 'BSN' } as const
  return bericht.soort === 'inschrijving' ? { ...bericht.persoon, ...wie } : { geboortedatum: null, ...wie }
}

const NIET_GEVONDEN: Weigering = { soort: 'niet-gevonden' }

/** Elke school een keer opgezocht. */
class Scholen {
  readonly #trx: Transactie
  readonly #bekend = new Map<string, boolean>()

  constructor(trx: Transactie) {
    this.#trx = trx
  }

  async isBekend(brin: string): Promise<boolean> {
    const eerder = this.#bekend.get(brin)
    if (eerder !== undefined) return eerder
    const bekend = await isBekendeBrin(this.#trx, brin)
    this.#bekend.set(brin, bekend)
    return bekend
  }
}
