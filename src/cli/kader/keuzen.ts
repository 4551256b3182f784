/** De uitleg van een optie of argument, met wat er te kiezen is en wat er zonder keuze geldt. */
export function metKeuzen(uitleg: string, keuzen: readonly string[], standaard: string | null): string {
  const extra = [...(keuzen.length === 0 ? [] : [`kies uit: ${keuzen.join(', ')}`]), ...(standaard === null ? [] : [`standaard: ${standaard}`])]
  return extra.length === 0 ? uitleg : `${uitleg} (${extra.join('; ')})`
}
