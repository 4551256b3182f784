import type { Sector } from '../../kern/leerroute.ts'
import type { Veldfout, Weigering } from '../../kern/weigering.ts'
import { type Actor, mag } from '../../toegang/index.ts'
import type { BpvBericht, DiplomaBericht, InschrijvingBericht, OnderdeelBericht, PersoonBericht } from '../bericht.ts'
import { buitenVestiging } from '../rules/vestiging.ts'
import { controleerDatum, controleerInschrijving, controleerPersoon, controleerSleutel, patroon } from '../rules/controleer-inschrijving.ts'

/**
 * Of een bericht van deze actor mag worden vastgelegd, zonder het register te lezen; null = ja. Elke deur vraagt het hier:
 * een los bericht, een levering van honderdduizend records en het toetsen vooraf. Zo kan een regel niet per deur verschillen.
 */
export function toelaatInschrijving(actor: Actor, bericht: { readonly persoon: PersoonBericht; readonly inschrijving: InschrijvingBericht }): Weigering | null {
  const buiten = magInschrijving(actor, bericht.inschrijving)
  if (buiten !== null) return buiten
  return weigering([...controleerPersoon(bericht.persoon), ...controleerInschrijving(bericht.inschrijving), ...controleerSleutel(bericht.persoon, bericht.inschrijving)])
}

/** Null = de rollen van de actor reiken tot elke vestiging van deze inschrijving (T-27). */
export function magInschrijving(actor: Actor, inschrijving: InschrijvingBericht): Weigering | null {
  const fouten = buitenVestiging(inschrijving, (vestiging) => mag(actor, 'inschrijving:schrijven', { ...metSector(inschrijving), ...(vestiging === undefined ? {} : { vestiging }) }), heeftRolBij(actor, inschrijving))
  return fouten === null ? null : (weigering(fouten) ?? NIET_GEVONDEN)
}

/** Een rol bij deze school en sector, al is het maar voor een vestiging. */
export function heeftRolBij(actor: Actor, object: { readonly brin: string; readonly sector: Sector }): boolean {
  return mag(actor, 'inschrijving:schrijven', metSector(object)) || actor.rollen.some(({ vestiging }) => vestiging !== undefined && mag(actor, 'inschrijving:schrijven', { ...metSector(object), vestiging }))
}

/** Alle rollen gelden voor een vestiging: row-level security toont dan ook alleen die. */
export function isBeperktTotVestiging({ rollen }: Actor): boolean {
  return rollen.length > 0 && rollen.every(({ vestiging }) => vestiging !== undefined)
}

/** Of een deelnemer die de school al heeft, op een vestiging van de actor zit; een deelnemer die de school nog niet heeft, is van niemand anders. */
export function magBijVestigingen(actor: Actor, object: { readonly brin: string; readonly sector: Sector }, vestigingen: readonly string[] | undefined): boolean {
  return vestigingen === undefined || vestigingen.some((vestiging) => mag(actor, 'inschrijving:schrijven', { ...metSector(object), vestiging }))
}

function metSector({ brin, sector }: { readonly brin: string; readonly sector: Sector }): { readonly brin: string; readonly sector: Sector } {
  return { brin, sector }
}

export function toelaatBpv(actor: Actor, bericht: BpvBericht): Weigering | null {
  if (!mag(actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'MBO' })) return NIET_GEVONDEN
  return weigering(controleerBpv(bericht))
}

export function toelaatDiploma(actor: Actor, bericht: DiplomaBericht): Weigering | null {
  if (!mag(actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: sectorVan(bericht.soort) })) return NIET_GEVONDEN
  return weigering([
    ...patroon('resultaatvolgnummer', bericht.resultaatvolgnummer, VOLGNUMMER, '1 tot 20 letters of cijfers'),
    ...controleerDatum('datum', bericht.datum),
    ...patroon('niveau', bericht.niveau, /^MBO-[1-4]$/, 'MBO-1, MBO-2, MBO-3 of MBO-4'),
  ])
}

export function toelaatOnderdeel(actor: Actor, bericht: OnderdeelBericht): Weigering | null {
  if (!mag(actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'MBO' })) return NIET_GEVONDEN
  return weigering([
    ...patroon('resultaatvolgnummer', bericht.resultaatvolgnummer, VOLGNUMMER, '1 tot 20 letters of cijfers'),
    ...patroon('code', bericht.code, ...ONDERDEELCODE[bericht.soort]),
    ...controleerDatum('datum', bericht.datum),
  ])
}

/** De vormen van PvE 15.5.8 tot en met 15.5.10; een losse bpv heeft geen eigen code. */
const ONDERDEELCODE: Readonly<Record<OnderdeelBericht['soort'], readonly [RegExp, string]>> = {
  EXAMENONDERDEEL: [/^C\d{4}$/, 'C en 4 cijfers, zoals C9998'],
  GENERIEK: [/^\d{4}$/, '4 cijfers, zoals 3005'],
  KEUZEDEEL: [/^K\d{4}$/, 'K en 4 cijfers, zoals K9998'],
  BPV: [/^[0-9A-Za-z]{1,10}$/, '1 tot 10 letters of cijfers'],
}

/** De school moet in het register staan. */
export function onbekendeBrin(brin: string): Weigering {
  return { soort: 'ongeldig', fouten: [{ veld: 'brin', regel: `School ${brin} is hier niet bekend.`, watTeDoen: 'Controleer de code, of vraag de beheerder de school te registreren.' }] }
}

export function sectorVan(soort: DiplomaBericht['soort']): 'VO' | 'MBO' {
  return soort === 'MBO' || soort === 'MBO_CERTIFICAAT' ? 'MBO' : 'VO'
}

/** Naam van de handeling en leesbare sleutel, gelijk voor elke deur: zo staan zij in de audit. */
export const HANDELING = {
  inschrijving: (b: { readonly brin: string; readonly inschrijvingvolgnummer: string }) => ({ handeling: 'leverInschrijving', object: ['inschrijving', `${b.brin}-${b.inschrijvingvolgnummer}`] as const }),
  bpv: (b: Pick<BpvBericht, 'brin' | 'inschrijvingvolgnummer' | 'bpvVolgnummer'>) => ({ handeling: 'registreerBpv', object: ['bpv', `${b.brin}-${b.inschrijvingvolgnummer}, bpv ${b.bpvVolgnummer}`] as const }),
  diploma: (b: Pick<DiplomaBericht, 'brin' | 'resultaatvolgnummer'>) => ({ handeling: 'registreerDiploma', object: ['diploma', `${b.brin}-${b.resultaatvolgnummer}`] as const }),
  onderdeel: (b: Pick<OnderdeelBericht, 'brin' | 'resultaatvolgnummer'>) => ({ handeling: 'registreerOnderdeel', object: ['onderdeel', `${b.brin}-${b.resultaatvolgnummer}`] as const }),
}

const NIET_GEVONDEN: Weigering = { soort: 'niet-gevonden' }
const VOLGNUMMER = /^[0-9A-Za-z]{1,20}$/

function weigering(fouten: readonly Veldfout[]): Weigering | null {
  const [eerste, ...rest] = fouten
  return eerste === undefined ? null : { soort: 'ongeldig', fouten: [eerste, ...rest] }
}

function controleerBpv(bericht: BpvBericht): readonly Veldfout[] {
  const uren = bericht.omvangUren ?? 0
  const omvang: Veldfout = { veld: 'omvangUren', regel: 'De omvang is een heel aantal klokuren van 0 tot en met 9999.', watTeDoen: 'Rond af op hele uren.' }
  // Het werkelijke einde mag voor het begin liggen: zo staat een bpv die niet doorging in de bestanden van DUO.
  const eindeVoorBegin: Veldfout = { veld: 'datumEindeGepland', regel: `Het geplande einde (${bericht.datumEindeGepland}) ligt voor het begin (${bericht.datumBegin}).`, watTeDoen: 'Geef de laatste geplande dag van de bpv.' }
  return [
    ...patroon('bpvVolgnummer', bericht.bpvVolgnummer, VOLGNUMMER, '1 tot 20 letters of cijfers'),
    ...controleerDatum('afsluitdatum', bericht.afsluitdatum),
    ...controleerDatum('datumBegin', bericht.datumBegin),
    ...controleerDatum('datumEindeGepland', bericht.datumEindeGepland),
    ...controleerDatum('datumEindeWerkelijk', bericht.datumEindeWerkelijk),
    ...patroon('leerbedrijfId', bericht.leerbedrijfId, /^[1-9]\d{8}$/, 'een SBB-nummer van 9 cijfers'),
    ...(bericht.datumEindeGepland < bericht.datumBegin ? [eindeVoorBegin] : []),
    ...(Number.isInteger(uren) && uren >= 0 && uren <= 9999 ? [] : [omvang]),
  ]
}
