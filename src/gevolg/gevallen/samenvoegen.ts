export type Velden = Readonly<Record<string, unknown>>

export function isVelden(waarde: unknown): waarde is Velden {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

/** Legt `over` over `basis`: velden gaan samen, al het andere (ook een lijst en null) vervangt. */
export function voegSamen(basis: Velden, over: Velden): Velden {
  const samen: Record<string, unknown> = { ...basis }
  for (const [naam, waarde] of Object.entries(over)) {
    const eerder = samen[naam]
    samen[naam] = isVelden(eerder) && isVelden(waarde) ? voegSamen(eerder, waarde) : waarde
  }
  return samen
}

/** Weigert een veld dat niet bestaat: een typefout zou anders een geval maken dat niets test. */
export function alleen(inhoud: Velden, bekend: readonly string[], plek: string): void {
  for (const naam of Object.keys(inhoud)) {
    if (!bekend.includes(naam)) throw new Error(`${plek}: het veld ‘${naam}’ bestaat niet; kies uit ${bekend.join(', ')}`)
  }
}

export function velden(inhoud: Velden, naam: string): Velden {
  const waarde = inhoud[naam]
  if (waarde === undefined || waarde === null) return {}
  if (!isVelden(waarde)) throw new Error(`${naam} is een lijst van velden met een naam`)
  return waarde
}

export function lijst(inhoud: Velden, naam: string): readonly Velden[] {
  const waarde = inhoud[naam]
  if (waarde === undefined) return []
  if (!Array.isArray(waarde) || !waarde.every(isVelden)) throw new Error(`${naam} is een lijst`)
  return waarde
}

export function tekst(inhoud: Velden, naam: string): string {
  const waarde = inhoud[naam]
  if (typeof waarde !== 'string') throw new Error(`${naam} is verplicht en tekst, niet ${JSON.stringify(waarde)}`)
  return waarde
}

export function getal(inhoud: Velden, naam: string): number | null {
  const waarde = inhoud[naam]
  if (waarde === undefined || waarde === null) return null
  if (typeof waarde !== 'number') throw new Error(`${naam} is een getal`)
  return waarde
}

/** Een van de toegestane woorden, of null als het veld leeg is. */
export function keuze<T extends string>(inhoud: Velden, naam: string, woorden: readonly T[]): T | null {
  const waarde = inhoud[naam]
  if (waarde === undefined || waarde === null) return null
  const woord = woorden.find((woord) => woord === waarde)
  if (woord === undefined) throw new Error(`${naam}: ${JSON.stringify(waarde)} is niet een van ${woorden.join(', ')}`)
  return woord
}
