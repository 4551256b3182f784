/** Vindt Nederlands op een Engelse bladzijde: woorden die in het Engels niet bestaan, buiten wat met `lang="nl"` gemerkt is. */
const ALLEEN_NEDERLANDS = new Set(
  'aan als anders bij bent dan dat de deze dit door een eerst en er geen geeft gegevens haar heeft het hier hij hoe hoeft iemand ik je jij jouw kan kies klopt komt kunt laat leerling leerlingen mag meer moet naar nee niet nieuwe nog nu ook omdat onze ons onder op opnieuw staat staan te tot uit uw van vanaf veld voor vraag waar waarom wat weer welke wie wij wijzig wordt worden zijn zo zoek zoals zodra'.split(' '),
)

/** Nummers van regels en signalen (K-UIT-01) en sleutels (een uuid, een trace) zijn geen woorden. @param behalve namen van scholen, personen en bestanden: die vertalen wij niet. */
export function nederlandseWoorden(html: string, behalve: readonly string[] = []): readonly string[] {
  const zichtbaar = zonderGemerkt(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' '))
  const tekst = [...zichtbaar.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, waarde]) => waarde).join(' ') + ' ' + zichtbaar.replace(/<[^>]*>/g, ' ')
  const stukken = tekst.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replace(/\s+/g, ' ').split('…')
  const nietAfgekapt = stukken.map((stuk, i) => (i < stukken.length - 1 ? zonderNaambegin(stuk, behalve) : stuk)).join(' ')
  const kaal = behalve.reduce((rest, naam) => rest.replaceAll(naam, ' '), nietAfgekapt)
  const zonderCodes = kaal.replace(/\b(?:K|SIG)-[A-Z0-9-]+/g, ' ').replace(/\b[0-9a-f]{8}[0-9a-f-]{24,28}\b/g, ' ')
  return [...new Set(zonderCodes.toLowerCase().match(/[a-zà-ÿ]+/g) ?? [])].filter((woord) => ALLEEN_NEDERLANDS.has(woord))
}

/** Een tekening kapt een lange naam af: "Groene Delta mbo, voor groe…". */
function zonderNaambegin(stuk: string, namen: readonly string[]): string {
  const begin = namen.flatMap((naam) => Array.from({ length: Math.max(0, naam.length - 8) }, (_, i) => naam.slice(0, naam.length - i))).find((deel) => stuk.endsWith(deel))
  return begin === undefined ? stuk : stuk.slice(0, -begin.length)
}

/** Haalt elementen met `lang="nl"` weg, met alles erin. De eigen bladzijden sluiten elk element. */
function zonderGemerkt(html: string): string {
  const open = /<([a-z][a-z0-9-]*)\b[^>]*\slang="nl"[^>]*>/.exec(html)
  if (open === null || open[1] === 'html') return html
  const merk = new RegExp(`<(/?)${open[1]}\\b[^>]*?(/?)>`, 'g')
  merk.lastIndex = open.index
  let diepte = 0
  for (let gevonden = merk.exec(html); gevonden !== null; gevonden = merk.exec(html)) {
    if (gevonden[2] === '/') continue
    diepte += gevonden[1] === '/' ? -1 : 1
    if (diepte === 0) return html.slice(0, open.index) + zonderGemerkt(html.slice(merk.lastIndex))
  }
  return html.slice(0, open.index)
}
