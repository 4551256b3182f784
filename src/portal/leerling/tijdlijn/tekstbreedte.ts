/**
 * Breedte van tekst in Source Sans 3, in px. De server kent geen lettertype, dus staat de breedte per teken hier
 * in honderdsten van de lettergrootte (gemeten aan het lettertype zelf, tekens 32 tot en met 126).
 */
export function tekstbreedte(tekst: string, grootte: number, vet = false): number {
  const tabel = vet ? VET : GEWOON
  let honderdsten = 0
  for (const teken of tekst.normalize('NFD')) {
    const code = teken.codePointAt(0) ?? 0
    // Losse accenten (na NFD) schuiven niets op; onbekende tekens krijgen een ruime m.
    if (code >= 0x300 && code <= 0x36f) continue
    honderdsten += tabel[code - 32] ?? BIJZONDER[teken] ?? 84
  }
  return (honderdsten * grootte) / 100
}

/** Kort een tekst in tot hij past, met "…" aan het eind; past er bijna niets, dan leeg. */
export function pasIn(tekst: string, ruimte: number, grootte: number, vet = false): string {
  if (tekstbreedte(tekst, grootte, vet) <= ruimte) return tekst
  let korter = tekst
  while (korter.length > 1 && tekstbreedte(`${korter}…`, grootte, vet) > ruimte) korter = korter.slice(0, -1).trimEnd()
  return korter.length > 2 ? `${korter}…` : ''
}

/** Breekt een naam op spaties in ten hoogste `regels` regels; wat niet past, eindigt op "…". */
export function breekRegels(tekst: string, ruimte: number, grootte: number, regels: number): string[] {
  const woorden = tekst.split(/\s+/)
  const uit: string[] = []
  while (woorden.length > 0 && uit.length < regels) {
    let regel = woorden.shift() ?? ''
    while (woorden[0] !== undefined && tekstbreedte(`${regel} ${woorden[0]}`, grootte) <= ruimte) regel += ` ${woorden.shift()}`
    uit.push(regel)
  }
  const laatste = uit.length - 1
  const rest = woorden.length > 0 ? `${uit[laatste] ?? ''} ${woorden.join(' ')}` : (uit[laatste] ?? '')
  uit[laatste] = pasIn(rest, ruimte, grootte)
  return uit.map((regel) => pasIn(regel, ruimte, grootte))
}

const GEWOON = lees('20 29 43 50 50 82 61 25 30 30 42 50 25 31 25 35 50 50 50 50 50 50 50 50 50 50 25 25 50 50 50 42 85 54 59 57 61 53 49 62 65 26 48 58 49 73 65 66 57 66 57 53 54 64 51 79 51 48 54 30 35 30 50 50 54 50 55 46 55 50 29 50 54 25 25 49 25 83 55 54 55 55 35 42 34 54 47 72 45 47 42 30 24 30 50')
const VET = lees('20 31 48 51 51 84 64 27 32 32 44 51 27 32 27 34 51 51 51 51 51 51 51 51 51 51 27 27 51 51 51 44 87 56 60 58 62 54 51 63 66 28 49 60 50 74 66 67 58 67 59 54 55 65 54 80 54 50 54 32 34 32 51 50 55 52 56 46 56 51 32 52 56 26 26 52 27 84 56 55 56 56 37 43 36 56 49 75 48 49 44 32 25 32 51')
const BIJZONDER: Readonly<Record<string, number>> = { '·': 26, '…': 96, '’': 26, '‘': 26, '–': 48 }

function lees(reeks: string): readonly number[] {
  return reeks.split(' ').map(Number)
}
