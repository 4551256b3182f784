import type { Registratiecode } from '../kern/leerroute.ts'

/** Wat er hoort te zijn in elk register, niet wat er is (K-CAS-05). */
export interface Registraties {
  readonly rioVo: Registratiecode
  readonly rioMbo: Registratiecode
  readonly rodVo: Registratiecode
  readonly rodMbo: Registratiecode
}
