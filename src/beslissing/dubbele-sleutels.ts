/** Eén open object of lijst tijdens het lezen; `sleutels` is null in een lijst. */
interface Laag {
  readonly sleutels: Set<string> | null
  readonly pad: string
  nummer: number
  sleutel: string
}

/**
 * De paden van sleutels die twee keer in één object staan. JSON houdt dan stil de laatste; zo zou een feit ongemerkt verdwijnen.
 * @param tekst geldige JSON.
 */
export function vindDubbeleSleutels(tekst: string): readonly string[] {
  const lagen: Laag[] = []
  const dubbel: string[] = []
  let laatste = ''
  for (const [teken] of tekst.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g)) {
    const laag = lagen.at(-1)
    if (teken === '{' || teken === '[') lagen.push({ sleutels: teken === '{' ? new Set() : null, pad: laag === undefined ? '' : plek(laag), nummer: 0, sleutel: '' })
    else if (teken === '}' || teken === ']') lagen.pop()
    else if (teken === ',' && laag !== undefined) laag.nummer += 1
    else if (teken === ':' && laag?.sleutels) {
      laag.sleutel = String(JSON.parse(laatste))
      if (laag.sleutels.has(laag.sleutel)) dubbel.push(plek(laag))
      laag.sleutels.add(laag.sleutel)
    } else laatste = teken
  }
  return dubbel
}

function plek({ sleutels, pad, nummer, sleutel }: Laag): string {
  if (sleutels === null) return `${pad}[${nummer}]`
  return pad === '' ? sleutel : `${pad}.${sleutel}`
}
