/** De tekens waarmee een bestand velden kan scheiden; DUO schrijft `|` (RO, OBO) of `;` (GRONDSLAG). */
const KANDIDATEN = ['|', ';', '\t', ','] as const

/** Kiest het scheidingsteken: het teken dat na de meeste recordsoorten staat; bij gelijke stand het eerste. */
export function bepaalScheiding(regels: readonly string[]): string | undefined {
  let beste: string | undefined
  let meeste = 0
  for (const teken of KANDIDATEN) {
    const aantal = regels.filter((r) => r[3] === teken || (r.startsWith('"') && r[5] === teken)).length
    if (aantal > meeste) [beste, meeste] = [teken, aantal]
  }
  return beste
}

/** Knipt een regel in velden. Aanhalingstekens zijn geen vorm van DUO, maar een rekenblad zet ze er soms om. */
export function splitsVelden(regel: string, scheiding: string): string[] {
  return regel.includes('"') ? splitsMetAanhaling(regel, scheiding) : regel.split(scheiding)
}

function splitsMetAanhaling(regel: string, scheiding: string): string[] {
  const velden: string[] = []
  let veld = ''
  let binnen = false
  for (let i = 0; i < regel.length; i++) {
    const teken = regel[i] ?? ''
    if (teken === '"') {
      if (binnen && regel[i + 1] === '"') {
        veld += '"'
        i++
      } else binnen = !binnen
    } else if (teken === scheiding && !binnen) {
      velden.push(veld)
      veld = ''
    } else veld += teken
  }
  velden.push(veld)
  return velden
}

/** Een regel met alleen scheidingstekens en spaties telt als leeg. */
export function isLeeg(regel: string, scheiding: string): boolean {
  if (regel.length > 0 && regel.charCodeAt(0) >= 65 && regel.charCodeAt(0) <= 90) return false
  for (const teken of regel) if (teken !== scheiding && teken !== ' ' && teken !== '"') return false
  return true
}
