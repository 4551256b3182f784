import type { Fase, Partij, Sector } from '../../kern/leerroute.ts'
import type { Signaalniveau } from '../../kern/signaalcode.ts'

/** Eén woord per begrip, op elke bladzijde gelijk. */
export function faseWoord(fase: Fase): string {
  if (fase === null) return 'geen route'
  return fase === 'onbepaald' ? 'onbepaald' : `fase ${fase}`
}

export const PARTIJ_WOORD: Readonly<Record<Partij, string>> = { VO: 'vo', MBO: 'mbo', onbepaald: 'nog niet te bepalen', geen: 'geen' }
export const SECTOR_WOORD: Readonly<Record<Sector, string>> = { VO: 'vo', VSO: 'vso', MBO: 'mbo' }
export const NIVEAU_WOORD: Readonly<Record<Signaalniveau, string>> = { fout: 'fout', waarschuwing: 'waarschuwing', taak: 'taak', info: 'informatie' }
export const ROUTE_WOORD = { DLR: 'Doorlopende leerroute (DLR)', GLR: 'Geïntegreerde leerroute (GLR)' } as const

/** Van ergst naar lichtst; bepaalt volgorde en de vorm van een gebundelde speld. */
export const NIVEAU_VOLGORDE: readonly Signaalniveau[] = ['fout', 'waarschuwing', 'taak', 'info']

const MEERVOUD: Readonly<Record<Signaalniveau, string>> = { fout: 'fouten', waarschuwing: 'waarschuwingen', taak: 'taken', info: 'keer informatie' }

/** "6 fouten, 1 waarschuwing", ergste eerst. */
export function telWoorden(niveaus: readonly Signaalniveau[]): string {
  return NIVEAU_VOLGORDE.map((niveau) => ({ niveau, aantal: niveaus.filter((n) => n === niveau).length }))
    .filter(({ aantal }) => aantal > 0)
    .map(({ niveau, aantal }) => `${aantal} ${aantal === 1 ? NIVEAU_WOORD[niveau] : MEERVOUD[niveau]}`)
    .join(', ')
}

const TELWOORDEN = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf']

export function telwoord(aantal: number): string {
  return TELWOORDEN[aantal] ?? String(aantal)
}

export function hoofdletter(zin: string): string {
  return zin.charAt(0).toUpperCase() + zin.slice(1)
}
