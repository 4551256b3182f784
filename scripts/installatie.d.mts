export function zorgVoorInstallatie(wortel: string, opties: { ontwikkeling: boolean }): Promise<void>
export function isBij(wortel: string, opties: { ontwikkeling: boolean }): boolean
