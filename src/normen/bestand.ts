import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'

/** Een fout in regels/: welk bestand, welk veld, welke regel is geschonden en wat te doen. */
export interface Normfout {
  readonly bestand: string
  readonly veld: string
  readonly regel: string
  readonly herstel: string
}

/** regels/ is niet bruikbaar. Alle gevonden fouten staan erin, zodat één keer starten genoeg is om ze te zien. */
export class NormenFout extends Error {
  readonly fouten: readonly Normfout[]
  constructor(fouten: readonly Normfout[]) {
    super(`De map regels/ bevat ${fouten.length} ${fouten.length === 1 ? 'fout' : 'fouten'}:\n${fouten.map(toonFout).join('\n')}`)
    this.name = 'NormenFout'
    this.fouten = fouten
  }
}

/** Waar controles hun fouten neerleggen; één per bestand. */
export type Meld = (veld: string, regel: string, herstel: string) => void
export type Velden = Readonly<Record<string, unknown>>

export function melder(bestand: string, fouten: Normfout[]): Meld {
  return (veld, regel, herstel) => {
    fouten.push({ bestand, veld, regel, herstel })
  }
}

/** Leest één YAML-bestand dat een map met velden moet zijn. Dubbele sleutels zijn een fout: YAML laat er anders stil één vallen. */
export function leesVelden(pad: string, meld: Meld): Velden | undefined {
  const document = parseDocument(readFileSync(pad, 'utf8'), { uniqueKeys: true, strict: true })
  for (const fout of document.errors) meldYaml(fout.code, fout.message, meld)
  if (document.errors.length > 0) return undefined
  const inhoud: unknown = document.toJS()
  if (isVelden(inhoud)) return inhoud
  meld('(hele bestand)', 'het bestand is een lijst van velden met een naam', 'schrijf elk gegeven als `naam: waarde`')
  return undefined
}

export function isVelden(waarde: unknown): waarde is Velden {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

/** Weigert velden die niemand leest: meestal een typefout in de naam. */
export function weigerOnbekendeVelden(velden: Velden, bekend: readonly string[], plek: string, meld: Meld): void {
  for (const naam of Object.keys(velden)) {
    if (!bekend.includes(naam)) meld(plek + naam, 'dit veld bestaat niet', `gebruik alleen: ${bekend.join(', ')}`)
  }
}

/** Een verplicht tekstveld; leeg telt als afwezig. */
export function verplichteTekst(velden: Velden, naam: string, plek: string, meld: Meld): string | undefined {
  const waarde = velden[naam]
  if (typeof waarde === 'string' && waarde.trim() !== '') return waarde.trim()
  meld(plek + naam, 'dit veld is verplicht en bevat tekst', `vul \`${naam}:\` in`)
  return undefined
}

/** Een lijst van teksten; `undefined` als het veld ontbreekt of iets anders bevat. */
export function tekstlijst(waarde: unknown): readonly string[] | undefined {
  return Array.isArray(waarde) && waarde.every((deel) => typeof deel === 'string') ? waarde : undefined
}

function meldYaml(code: string, bericht: string, meld: Meld): void {
  const regel = bericht.split('\n')[0] ?? bericht
  if (code === 'DUPLICATE_KEY') return meld(regel, 'elke sleutel staat één keer in het bestand', 'haal de dubbele sleutel weg')
  meld(regel, 'het bestand is geldige YAML', 'herstel de regel die de melding noemt')
}

function toonFout(fout: Normfout): string {
  return `- ${fout.bestand}, ${fout.veld}: ${fout.regel}. Herstel: ${fout.herstel}.`
}
