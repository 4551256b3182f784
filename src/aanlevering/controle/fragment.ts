import { type Bytesbron, leesRegelblokken, maskeer } from '../../bron/index.ts'
import type { Controleregel, Fragment } from './controle.ts'
import { zonderNummers } from './verzamelaar.ts'

/** Zoekt bij de voorbeelden de regel in het bestand. Een onleesbaar bestand geeft wat tot daar te vinden was. */
export async function zoekFragmenten(bron: Bytesbron, voorbeelden: readonly Controleregel[]): Promise<ReadonlyMap<Controleregel, Fragment>> {
  const perRegel = Map.groupBy(voorbeelden.filter(({ regelnummer }) => regelnummer !== null), ({ regelnummer }) => regelnummer)
  const laatste = Math.max(0, ...[...perRegel.keys()].map((nummer) => nummer ?? 0))
  const uit = new Map<Controleregel, Fragment>()
  if (laatste === 0) return uit
  for await (const blok of leesRegelblokken(bron)) {
    if (!blok.ok) break
    const { eerste, regels } = blok.waarde
    for (const [nummer, groep] of perRegel) {
      const tekst = nummer === null ? undefined : regels[nummer - eerste]
      if (tekst !== undefined) for (const voorbeeld of groep) uit.set(voorbeeld, maakFragment(tekst, voorbeeld))
    }
    if (eerste + regels.length > laatste) break
  }
  return uit
}

/** Een regel in drieen: voor het veld, het veld, erna. Alles wat een persoonsnummer kan zijn is onherkenbaar. */
export function maakFragment(regel: string, waar: Pick<Controleregel, 'veld' | 'veldnummer' | 'recordsoort'>): Fragment {
  if (/^\s*\{/.test(regel)) return knip(regel, plaatsInJson(regel, waar.veld))
  const scheiding = /^"?[A-Z]{3}"?([|;,\t])/.exec(regel)?.[1]
  if (scheiding === undefined) return knip(regel, null)
  const velden = regel.split(scheiding)
  const afgeschermd = velden.map((veld, i) => (i > 0 && i <= NUMMERVELDEN && isPersoonsrecord(velden[0]) && /[0-9]{5,}/.test(veld) ? maskeer(veld) : veld))
  const plaats = waar.veldnummer === null ? -1 : waar.veldnummer - 1
  if (plaats < 0) return knip(afgeschermd.join(scheiding), null)
  const begin = afgeschermd.slice(0, plaats).reduce((som, veld) => som + veld.length + 1, 0)
  const tekst = afgeschermd.join(scheiding)
  return knip(tekst, [Math.min(begin, tekst.length), Math.min(begin, tekst.length) + (afgeschermd[plaats]?.length ?? 0)])
}

/** In elk bestand van DUO staan de nummers van een persoon vooraan in het record. */
const NUMMERVELDEN = 2

function isPersoonsrecord(recordsoort: string | undefined): boolean {
  return !/^"?(VLP|SLR|CTR)/.test(recordsoort ?? '')
}

/** De waarde van het laatste deel van het veldpad; null als het veld er niet staat. */
function plaatsInJson(regel: string, veld: string | null): readonly [number, number] | null {
  const naam = (veld ?? '').split(/[.[\]]/).findLast((deel) => /^[a-zA-Z]+$/.test(deel))
  if (naam === undefined) return null
  const gevonden = new RegExp(`"${naam}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*"|[^,}\\]]*)`).exec(regel)
  const waarde = gevonden?.[1]
  return gevonden === null || waarde === undefined ? null : [gevonden.index + gevonden[0].length - waarde.length, gevonden.index + gevonden[0].length]
}

const RUIMTE = 160

/** Van een lange regel alleen wat rond het veld staat. */
function knip(tekst: string, plaats: readonly [number, number] | null): Fragment {
  if (plaats === null) return { voor: zonderNummers(tekst, 2 * RUIMTE), veld: '', na: '' }
  const [van, tot] = plaats
  const voor = tekst.slice(0, van)
  // Eerst afschermen, dan knippen: een nummer dat over de knip ligt bleef anders leesbaar.
  const schoonVoor = zonderNummers(voor, voor.length)
  return { voor: schoonVoor.length > RUIMTE ? `…${schoonVoor.slice(-RUIMTE)}` : schoonVoor, veld: zonderNummers(tekst.slice(van, tot), RUIMTE), na: zonderNummers(tekst.slice(tot), RUIMTE) }
}
