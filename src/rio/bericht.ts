import type { Bekend } from '../kern/bekend.ts'
import type { RioAangebodenOpleiding } from './aangeboden-opleiding.ts'

/** De hele stand van een aangeboden opleiding met leerroutekenmerk (K-RIO-02, K-RIO-03); wanneer zij bekend werd, bepaalt het register. */
export interface AanbodBericht extends Omit<RioAangebodenOpleiding, keyof Bekend> {
  /** Sleutel van de school voor dit aanbod, bijvoorbeeld de aangeboden-opleidingcode in RIO. */
  readonly eigenSleutel: string
}
