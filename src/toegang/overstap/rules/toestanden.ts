/**
 * De toestanden van een oud account en wat ze verandert (toegang.md 3.1), als een tabel. Wat hier niet staat, kan niet: elke deur
 * geeft dan de weigering `overgang-niet-toegestaan` (T-32). Het oude middel komt in geen enkele rij terug uit een eindtoestand (T-31).
 */
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'

/** `KOPPELING_GESTART` staat niet bij het account maar bij de koppelpoging van een sessie: wie begint, verandert het oude account nog niet. */
export type Tokentoestand =
  | 'ACTIEF_TOKEN' | 'KOPPELING_GESTART' | 'GEBLOKKEERD' | 'AFGESLOTEN'
  | 'GEKOPPELD' | 'GEKOPPELD_DOOR_BEHEERDER' | 'VERVALLEN_ONGEKOPPELD' | 'INGETROKKEN' | 'ONTKOPPELD'

/** Een toestand zoals de database hem bij het account bewaart. */
export type Bewaardetoestand = Exclude<Tokentoestand, 'KOPPELING_GESTART'>

export type Overstapgebeurtenis =
  | 'start-koppeling' | 'koppel' | 'breek-af' | 'blokkeer' | 'deblokkeer' | 'sluit-af' | 'hertoeken' | 'laat-vervallen' | 'trek-in' | 'ontkoppel'

export interface OvergangNietToegestaan {
  readonly soort: 'overgang-niet-toegestaan'
  readonly van: Tokentoestand
  readonly gebeurtenis: Overstapgebeurtenis
}

export const OVERGANGEN: Readonly<Record<Tokentoestand, Partial<Readonly<Record<Overstapgebeurtenis, Tokentoestand>>>>> = {
  ACTIEF_TOKEN: { 'start-koppeling': 'KOPPELING_GESTART', blokkeer: 'GEBLOKKEERD', 'sluit-af': 'AFGESLOTEN', 'trek-in': 'INGETROKKEN' },
  KOPPELING_GESTART: { koppel: 'GEKOPPELD', 'breek-af': 'ACTIEF_TOKEN', blokkeer: 'GEBLOKKEERD', 'trek-in': 'INGETROKKEN' },
  GEBLOKKEERD: { deblokkeer: 'ACTIEF_TOKEN', 'trek-in': 'INGETROKKEN' },
  // Koppelen na de sluitdatum kan alleen in de coulancetijd; of die loopt, staat bij de instelling.
  AFGESLOTEN: { 'start-koppeling': 'KOPPELING_GESTART', hertoeken: 'GEKOPPELD_DOOR_BEHEERDER', 'laat-vervallen': 'VERVALLEN_ONGEKOPPELD', 'trek-in': 'INGETROKKEN' },
  GEKOPPELD: { ontkoppel: 'ONTKOPPELD', 'trek-in': 'INGETROKKEN' },
  GEKOPPELD_DOOR_BEHEERDER: { 'trek-in': 'INGETROKKEN' },
  VERVALLEN_ONGEKOPPELD: { 'trek-in': 'INGETROKKEN' },
  INGETROKKEN: {},
  ONTKOPPELD: {},
}

/**
 * De toestand na een gebeurtenis. `begonnenVanuit` is de toestand van het account bij het begin van een koppeling: afbreken brengt
 * een afgesloten account niet terug naar een werkend token.
 */
export function volgendeToestand(
  van: Tokentoestand, gebeurtenis: Overstapgebeurtenis, begonnenVanuit: 'ACTIEF_TOKEN' | 'AFGESLOTEN' = 'ACTIEF_TOKEN',
): Uitkomst<Tokentoestand, OvergangNietToegestaan> {
  if (van === 'KOPPELING_GESTART' && gebeurtenis === 'breek-af') return gelukt(begonnenVanuit)
  const naar = OVERGANGEN[van][gebeurtenis]
  return naar === undefined ? geweigerd({ soort: 'overgang-niet-toegestaan', van, gebeurtenis }) : gelukt(naar)
}

/** Als `volgendeToestand`, voor wat bij het account zelf bewaard wordt. */
export function volgendeBewaardeToestand(
  van: Bewaardetoestand, gebeurtenis: Exclude<Overstapgebeurtenis, 'start-koppeling' | 'koppel' | 'breek-af'>,
): Uitkomst<Bewaardetoestand, OvergangNietToegestaan> {
  const naar = volgendeToestand(van, gebeurtenis)
  if (!naar.ok) return naar
  if (naar.waarde === 'KOPPELING_GESTART') throw new Error(`${gebeurtenis} begint een koppeling en hoort hier niet`)
  return gelukt(naar.waarde)
}

/** Koppelen in één stap: beginnen en bevestigen mogen allebei van hieruit. */
export function koppelVanuit(van: Bewaardetoestand): Uitkomst<Bewaardetoestand, OvergangNietToegestaan> {
  const begonnen = volgendeToestand(van, 'start-koppeling')
  const gekoppeld = begonnen.ok ? volgendeToestand(begonnen.waarde, 'koppel') : begonnen
  if (!gekoppeld.ok) return geweigerd({ soort: 'overgang-niet-toegestaan', van, gebeurtenis: 'koppel' })
  return gelukt('GEKOPPELD')
}

/** Het oude middel is weg en komt niet terug: wachtwoord en geheim worden in dezelfde transactie gewist. */
export function isMiddelVervallen(toestand: Tokentoestand): boolean {
  switch (toestand) {
    case 'ACTIEF_TOKEN':
    case 'KOPPELING_GESTART':
    case 'GEBLOKKEERD':
    case 'AFGESLOTEN':
      // In de coulancetijd bewijst een afgesloten middel nog wie iemand is; inloggen kan er niet meer mee.
      return false
    case 'GEKOPPELD':
    case 'GEKOPPELD_DOOR_BEHEERDER':
    case 'VERVALLEN_ONGEKOPPELD':
    case 'INGETROKKEN':
    case 'ONTKOPPELD':
      return true
  }
}
