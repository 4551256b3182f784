import type { Bekend } from '../kern/bekend.ts'
import type { Niveau } from '../kern/leerroute.ts'
import type { RioAangebodenOpleiding } from './aangeboden-opleiding.ts'

/** De hele stand van een aangeboden opleiding met leerroutekenmerk (K-RIO-02, K-RIO-03); wanneer zij bekend werd, bepaalt het register. */
export interface AanbodBericht extends Omit<RioAangebodenOpleiding, keyof Bekend> {
  /** Sleutel van de school voor dit aanbod, bijvoorbeeld de aangeboden-opleidingcode in RIO. */
  readonly eigenSleutel: string
  /** Profiel van het vmbo of domein van het mbo, zoals de school het noemt: waaraan scholen dezelfde route herkennen. RIO zelf vraagt dit niet. */
  readonly profiel?: string | null
  /** Crebo van vijf cijfers; leeg = op domein, nog geen kwalificatie (K-DLR-07). */
  readonly opleidingcode?: string | null
  readonly niveau?: Niveau | null
}
