/** Hoe een rol op het scherm heet; overal hetzelfde. */
const ROL: Readonly<Record<string, string>> = {
  beheerder: 'Beheerder', 'rio-beheer': 'RIO-beheer', 'bron-inschrijving-vo': 'Inschrijving vo', 'bron-inschrijving-mbo': 'Inschrijving mbo', raadplegen: 'Raadplegen',
  'bsn-inzien': 'Persoonsnummers inzien', verzuim: 'Verzuim', 'duo-behandelaar': 'Behandelaar bij DUO', 'duo-securitydesk': 'Securitydesk van DUO', auditor: 'Auditor',
}

/** Een onbekende rol staat er zoals hij heet. */
export function rolWoord(rol: string): string {
  return Object.hasOwn(ROL, rol) ? ROL[rol] ?? rol : rol
}

/** "Verzuim bij 11VA", "Raadplegen bij 11VA01", "Beheerder". */
export function autorisatieWoord({ rol, brin, vestiging }: { readonly rol: string; readonly brin: string | null; readonly vestiging: string | null }): string {
  const plaats = vestiging ?? brin
  return plaats === null ? rolWoord(rol) : `${rolWoord(rol)} bij ${plaats}`
}
