/** RFC 9116: waar iemand een zwakke plek meldt (S-82). */
export const SECURITYPAD = '/.well-known/security.txt'

const GELDIG_DAGEN = 180

/** Elke dag opnieuw een half jaar geldig: het bestand verloopt alleen als niemand deze server meer draait. Regels eindigen met CRLF. */
export function schrijfSecurityTxt({ contact, basisUrl, nu }: { readonly contact: string; readonly basisUrl: string; readonly nu: Date }): string {
  const verloopt = new Date(nu.getTime() + GELDIG_DAGEN * 86_400_000)
  verloopt.setUTCHours(0, 0, 0, 0)
  return [`Contact: mailto:${contact}`, `Expires: ${verloopt.toISOString()}`, 'Preferred-Languages: nl, en', `Canonical: ${basisUrl}${SECURITYPAD}`, `Policy: ${basisUrl}/hulp`, ''].join('\r\n')
}
