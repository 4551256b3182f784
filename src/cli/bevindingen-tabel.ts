import type { Leesverslag, PerRegel, Samenvatting, Stapel } from '../bron/zonder-register.ts'
import { getal, studenten } from './getallen.ts'
import { vouw } from './kader/breedte.ts'
import { maakStijl } from './kader/stijl.ts'
import type { CliOmgeving } from './omgeving.ts'

type Blad = Pick<CliOmgeving, 'breedte' | 'kleur'>

const STAPELS: readonly [Stapel, string][] = [
  ['moet-u-verbeteren', 'Moet u verbeteren'], ['kijk-na', 'Kijk na, mag mee'], ['anders-gelezen', 'Anders gelezen dan DUO het schrijft'],
]
const MAX_STUDENTEN = 20
const MAX_REGELNUMMERS = 6

/** Het verslag van één bestand als leesbare tekst: eerst het oordeel, dan drie stapels, dan per student. */
export function toetsTabel(v: Leesverslag, s: Samenvatting, blad: Blad): string {
  const stijl = maakStijl(blad)
  const fouten = s.aantallen['moet-u-verbeteren']
  const uit = [
    stijl.kop(v.bestand), vouw(`  ${SOORT[v.soort]}${v.kop === null ? '' : ` van ${v.kop.brin}${v.kop.begin === null ? '' : `, ${v.kop.begin} tot en met ${v.kop.einde}`}`} · ${getal(v.regels)} regels · ${v.soort === 'TBGI' ? `${getal(v.studenten)} records` : studenten(v.studenten)}`, blad.breedte),
    '', fouten === 0 ? stijl.goed('Klaar om te leveren: geen fouten') : stijl.fout(`Niet klaar om te leveren: ${getal(fouten)} ${fouten === 1 ? 'fout' : 'fouten'}`),
  ]
  for (const [waar, kop] of STAPELS) {
    const regels = waar === 'anders-gelezen' ? voegSamen(s.regelsVan(waar)) : s.regelsVan(waar)
    if (regels.length === 0) continue
    uit.push('', stijl.kop(`${kop} (${getal(s.aantallen[waar])})`))
    for (const r of regels) uit.push(...toonRegel(r).map((regel) => vouw(regel, blad.breedte, HANG)))
  }
  uit.push(...toonStudenten(s).map((regel) => vouw(regel, blad.breedte, KOLOM_REGELS)))
  return `${uit.join('\n')}\n\n`
}

/** Vervolgregels van een bevinding springen iets in; die van de tabel met studenten staan onder de laatste kolom. */
const HANG = 2
const KOLOM_REGELS = 44

export const SOORT = { RO: 'Registratieoverzicht (RO)', GRONDSLAG: 'Grondslag bekostiging (GRONDSLAG)', OBO: 'Overzicht bekostiging (OBO)', TBGI: 'Bekostigingsgrondslagen (TBG-i)' } as const

/** Dezelfde schrijfwijze in meer velden (datums uit een rekenblad) is voor de lezer één ding. */
function voegSamen(regels: readonly PerRegel[]): readonly PerRegel[] {
  const uit = new Map<string, PerRegel>()
  for (const r of regels) {
    const sleutel = r.regel.startsWith('BST-') ? `${r.regel}/${r.titel}` : r.voorbeelden[0]?.uitleg ?? r.titel
    const bekend = uit.get(sleutel)
    if (bekend === undefined) uit.set(sleutel, { ...r, voorbeelden: [...r.voorbeelden] })
    else {
      bekend.aantal += r.aantal
      bekend.voorbeelden.push(...r.voorbeelden)
    }
  }
  return [...uit.values()]
}

function toonRegel(r: PerRegel): readonly string[] {
  const eerste = r.voorbeelden[0]
  if (eerste === undefined) return []
  const alle = [...new Set(r.voorbeelden.flatMap((b) => (b.regelnummer === null ? [] : [b.regelnummer])))].toSorted((a, b) => a - b)
  const nummers = alle.slice(0, r.stapel === 'anders-gelezen' ? 1 : MAX_REGELNUMMERS).map(getal)
  const waar = nummers.length === 0 ? '' : ` · ${r.stapel === 'anders-gelezen' ? 'vanaf regel' : 'regel'} ${nummers.join(', ')}${r.stapel !== 'anders-gelezen' && alle.length > 1 && r.aantal > nummers.length ? ', …' : ''}`
  const velden = new Set(r.voorbeelden.map((b) => `${b.recordsoort}/${b.veld}`)).size
  const veld = velden > 1 && eerste.veld !== null ? ` · ${velden} velden` : eerste.veld === null ? '' : ` · veld ${eerste.veldnummer === null ? '' : `${eerste.veldnummer} `}‘${eerste.veld}’${eerste.recordsoort === null ? '' : ` in ${eerste.recordsoort}`}`
  const regels = [`  ${r.regel}  ${r.titel} · ${getal(r.aantal)} keer${r.signaal === null ? '' : ` · ${r.signaal}`}`, `      Waar: ${`${veld}${waar}`.replace(/^ · /, '') || 'het hele bestand'}`, `      Wat er is: ${eerste.waarde === null ? '' : `‘${eerste.waarde}’. `}${eerste.uitleg}`]
  if (r.stapel !== 'anders-gelezen') regels.push(`      Wat hoort er: ${eerste.verwacht}`, `      Zo verbetert u het: ${eerste.remedie}`)
  return regels
}

function toonStudenten(s: Samenvatting): readonly string[] {
  const lijst = [...s.perStudent.values()].toSorted((a, b) => b.moetVerbeteren - a.moetVerbeteren || b.kijkNa - a.kijkNa || a.regelnummer - b.regelnummer).slice(0, MAX_STUDENTEN)
  if (lijst.length === 0) return []
  const rijen = lijst.map((p) => `  ${p.persoon.padEnd(12)} ${getal(p.regelnummer).padStart(9)} ${getal(p.moetVerbeteren).padStart(10)} ${getal(p.kijkNa).padStart(8)}   ${[...p.regels].join(', ')}`)
  const meer = s.studenten > lijst.length ? [`  … en nog ${studenten(s.studenten - lijst.length)}. Alles staat in --csv en --json.`] : []
  return ['', `Per student (${getal(s.studenten)})`, `  ${'Student'.padEnd(12)} ${'regel'.padStart(9)} ${'verbeteren'.padStart(10)} ${'kijk na'.padStart(8)}   regels`, ...rijen, ...meer]
}
