/** De uitleg van een optie of argument, met wat er te kiezen is en wat er zonder keuze geldt. */
export function metKeuzen(uitleg: string, keuzen: readonly string[], standaard: string | null): string {
  const extra = [...(keuzen.length === 0 ? [] : [`kies uit: ${keuzen.join(', ')}`]), ...(standaard === null ? [] : [`standaard: ${standaard}`])]
  return extra.length === 0 ? uitleg : `${uitleg} (${extra.join('; ')})`
}

/** Null als er niets te melden is: geen standaard, een vlag, of een lijst die nog leeg is. */
export function toonStandaard(waarde: unknown, omschrijving: string | undefined): string | null {
  if (waarde === undefined || typeof waarde === 'boolean' || (Array.isArray(waarde) && waarde.length === 0)) return null
  return omschrijving ?? String(waarde)
}
