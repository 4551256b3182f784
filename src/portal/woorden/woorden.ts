import type { Signaalniveau } from '../../kern/signaalcode.ts'

/** Van ergst naar lichtst; bepaalt volgorde en de vorm van een gebundelde speld. */
export const NIVEAU_VOLGORDE: readonly Signaalniveau[] = ['fout', 'waarschuwing', 'taak', 'info']

export function hoofdletter(zin: string): string {
  return zin.charAt(0).toUpperCase() + zin.slice(1)
}
