import type { Datum, Moment } from '../../kern/datum.ts'
import { leesGeboortedatum } from './geboortedatum.ts'
import { maakZoeknaam } from './zoeknaam.ts'

/** Wat over een persoon bekend is, als kolommen van zijn gegevens. */
export type Gegevens = {
  geboortedatum: Datum; geboortedatum_ruw: string; geslacht: 'M' | 'V' | 'O' | null; naam: string | null
  woont_in_nederland: boolean; vo_activiteiten_afgerond_op: Datum | null
}

/** De persoon zoals een bericht of bestand hem noemt; een GRONDSLAG kent geen geboortedatum. */
export interface GenoemdePersoon {
  readonly geboortedatum: string | null
  readonly geslacht?: 'M' | 'V' | 'O' | null
  readonly naam?: string | null
  readonly woontInNederland?: boolean
}

/** Wat een bericht over de persoon zegt; wat het niet noemt, blijft zoals het bekend is. Undefined als er geen bruikbare geboortedatum is. */
export function genoemdeGegevens(persoon: GenoemdePersoon): Partial<Gegevens> | undefined {
  const geboortedatum = persoon.geboortedatum === null ? undefined : leesGeboortedatum(persoon.geboortedatum)
  if (geboortedatum === undefined || persoon.geboortedatum === null) return undefined
  return {
    geboortedatum, geboortedatum_ruw: persoon.geboortedatum,
    ...(persoon.geslacht ? { geslacht: persoon.geslacht } : {}),
    ...(persoon.naam ? { naam: persoon.naam } : {}),
    ...(persoon.woontInNederland === undefined ? {} : { woont_in_nederland: persoon.woontInNederland }),
  }
}

/** De nieuwe stand van de gegevens, met de naam zoals wij die zoeken; undefined als er niets verandert of het register al iets nieuwers weet. */
export function nieuweGegevens(
  open: (Gegevens & { readonly vastgelegd_van: Moment }) | undefined, wijziging: Partial<Gegevens>, nu: Moment,
): (Gegevens & { zoeknaam: string }) | undefined {
  const gelijk = open !== undefined && (Object.keys(wijziging) as (keyof Gegevens)[]).every((veld) => open[veld] === wijziging[veld])
  // Een levering van een eerder moment verandert niet wat later over de persoon is vastgelegd.
  if (gelijk || (open !== undefined && open.vastgelegd_van > nu)) return undefined
  const nieuw = { ...LEEG, ...open, ...wijziging }
  if (nieuw.geboortedatum === '') throw new Error('deelnemer zonder gegevens')
  const { geboortedatum, geboortedatum_ruw, geslacht, naam, woont_in_nederland, vo_activiteiten_afgerond_op } = nieuw
  return { geboortedatum, geboortedatum_ruw, geslacht, naam, zoeknaam: maakZoeknaam(naam ?? ''), woont_in_nederland, vo_activiteiten_afgerond_op }
}

const LEEG: Gegevens = {
  geboortedatum: '' as Datum, geboortedatum_ruw: '', geslacht: null, naam: null, woont_in_nederland: true, vo_activiteiten_afgerond_op: null,
}
