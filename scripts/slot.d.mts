export interface Proces {
  readonly pid: number
  /** Starttijd in kloktikken; leeg als het besturingssysteem die niet laat zien. */
  readonly start?: string
}

export interface Houder extends Proces {
  readonly [gegeven: string]: unknown
}

export function startVanProces(pid: number): string | undefined
export function ouderVanProces(pid: number): number | undefined
export function leeft(houder: Proces): boolean
export function ditProces(): Required<Proces>
export function neemSlot(pad: string, gegevens?: Record<string, unknown>): { vrij(): void; houder?: undefined } | { vrij?: undefined; houder: Houder }
export function wachtOpSlot(
  pad: string,
  opties?: { gegevens?: Record<string, unknown>; wachtMs?: number; meld?: (houder: Houder) => void },
): Promise<() => void>
export function leesSlot(pad: string): Houder | undefined
