const KLEURCODE = /\u001B\[[0-9;]*m/g

/** Zoveel tekens blijven er ten minste over naast de inspringing; smaller wordt onleesbaar. */
const MINIMUM = 20

/**
 * Breekt tekst af op spaties. Een vervolgregel springt in zoals de regel zelf, plus `hang`. Zonder breedte blijft alles
 * zoals het is. Een woord dat niet past, zoals een bestandsnaam, wordt niet gebroken.
 */
export function vouw(tekst: string, breedte: number | undefined, hang = 0): string {
  if (breedte === undefined) return tekst
  return tekst.split('\n').map((regel) => vouwRegel(regel, breedte, hang)).join('\n')
}

function vouwRegel(regel: string, breedte: number, hang: number): string {
  if (zichtbaar(regel) <= breedte) return regel
  const inspringing = /^\s*/.exec(regel)?.[0].length ?? 0
  const vervolg = ' '.repeat(Math.min(inspringing + hang, Math.max(0, breedte - MINIMUM)))
  const regels: string[] = []
  let huidige = regel.slice(0, inspringing)
  let leeg = true
  for (const deel of regel.slice(inspringing).match(/\S+\s*/g) ?? []) {
    if (!leeg && zichtbaar(huidige) + zichtbaar(deel.trimEnd()) > breedte) {
      regels.push(huidige.trimEnd())
      huidige = vervolg
    }
    huidige += deel
    leeg = false
  }
  return [...regels, huidige.trimEnd()].join('\n')
}

/** Aantal tekens op het scherm: kleurcodes tellen niet. */
export function zichtbaar(tekst: string): number {
  return [...tekst.replace(KLEURCODE, '')].length
}
