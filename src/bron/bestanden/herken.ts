import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Bestandssoort, Regelbestandssoort } from './indeling.ts'
import { ingepakt, ONLEESBAAR, regelTeLang, type Onleesbaar } from './onleesbaar.ts'
import { MAX_REGEL } from './regelsplitser.ts'
import { bepaalScheiding, splitsVelden } from './scheiding.ts'
import type { Bestandsbron, Bytesbron } from './stroom.ts'

export interface Herkenning {
  readonly soort: Bestandssoort
  readonly scheiding: string
  /** Soort volgens de bestandsnaam; null als de naam niets zegt. */
  readonly soortVolgensNaam: Bestandssoort | null
  readonly bytes: number
}

const KOP_BYTES = 64 * 1024
const NAAMVORM: readonly [RegExp, Bestandssoort][] = [[/^RO_/i, 'RO'], [/^GRONDSLAG_/i, 'GRONDSLAG'], [/^OBO_/i, 'OBO'], [/^TBGI_/i, 'TBGI']]
const INGEPAKT: readonly [readonly number[], string][] = [
  [[0x1f, 0x8b], 'gzip'], [[0x50, 0x4b, 0x03, 0x04], 'zip, of een rekenblad .xlsx'], [[0x50, 0x4b, 0x05, 0x06], 'leeg zip-bestand'],
  [[0x42, 0x5a, 0x68], 'bzip2'], [[0x37, 0x7a, 0xbc, 0xaf], '7-Zip'], [[0x52, 0x61, 0x72, 0x21], 'rar'], [[0x28, 0xb5, 0x2f, 0xfd], 'zstd'],
]
const ANDERS: Onleesbaar = {
  code: 'onbekende-soort', uitleg: 'Dit is geen RO, GRONDSLAG, OBO of TBG-i van DUO: de records beginnen niet met een recordsoort die wij kennen.',
  remedie: 'Kies een bestand van DUO met een naam als RO_99ZZ_20250801_20260731.CSV.',
}

/** Bepaalt wat een bestand is: eerst aan de inhoud, dan pas aan de naam. Leest hoogstens 64 kB. */
export async function herkenBestand(bron: Bestandsbron, naam = typeof bron === 'string' ? basename(bron) : ''): Promise<Uitkomst<Herkenning, Onleesbaar>> {
  const gelezen = typeof bron === 'string' ? await leesKopVanBestand(bron) : gelukt({ kop: await leesKopVanBron(bron), bytes: bron.bytes })
  if (!gelezen.ok) return gelezen
  const inhoud = herkenInhoud(gelezen.waarde.kop, naam)
  if (!inhoud.ok) return inhoud
  return gelukt({ ...inhoud.waarde, soortVolgensNaam: soortVolgensNaam(naam), bytes: gelezen.waarde.bytes })
}

async function leesKopVanBestand(pad: string): Promise<Uitkomst<{ readonly kop: Uint8Array; readonly bytes: number }, Onleesbaar>> {
  const info = await stat(pad).catch(() => undefined)
  if (info === undefined) return geweigerd({ code: 'niet-gevonden', uitleg: 'Het bestand bestaat niet of mag niet gelezen worden.', remedie: 'Controleer de naam en de map.' })
  if (!info.isFile()) return geweigerd({ code: 'geen-bestand', uitleg: 'Dit is een map of een ander soort ingang, geen bestand.', remedie: 'Noem het bestand zelf.' })
  const kop = await leesKop(pad)
  if (kop === undefined) return geweigerd({ code: 'niet-gevonden', uitleg: 'Het bestand mag niet gelezen worden.', remedie: 'Controleer de rechten op het bestand.' })
  return gelukt({ kop, bytes: info.size })
}

async function leesKopVanBron(bron: Bytesbron): Promise<Uint8Array> {
  const stukken: Buffer[] = []
  let lengte = 0
  for await (const stuk of bron.lees()) {
    stukken.push(stuk)
    lengte += stuk.length
    if (lengte >= KOP_BYTES) break
  }
  return Buffer.concat(stukken).subarray(0, KOP_BYTES)
}

/** Het deel van de herkenning zonder bestand: alleen de eerste bytes. */
export function herkenInhoud(kop: Uint8Array, naam = ''): Uitkomst<{ soort: Bestandssoort; scheiding: string }, Onleesbaar> {
  const vorm = bytevorm(kop)
  if (vorm !== undefined) return geweigerd(vorm)
  const tekst = Buffer.from(kop).toString('latin1').replace(/^\xef\xbb\xbf/, '')
  if (tekst.trim() === '') return geweigerd(ONLEESBAAR.leeg)
  if (tekst.trimStart().startsWith('<')) return herkenXml(tekst)
  if (!/[\r\n]/.test(tekst) && kop.length >= MAX_REGEL) return geweigerd(regelTeLang(1, MAX_REGEL))
  if (/^OBOV_/i.test(naam)) return geweigerd({ code: 'verschillijst', uitleg: 'Dit is een verschillijst bij het OBO. Die lezen wij niet.', remedie: 'Kies het OBO zelf: OBO_….CSV.' })
  return herkenRegels(tekst)
}

/** Wat een record over de soort van het bestand zegt; undefined als het in meer soorten kan voorkomen. */
export function soortVanRecord(velden: readonly string[]): Regelbestandssoort | undefined {
  const soort = velden[0]
  const derde = velden[2] ?? ''
  if (soort === 'VBT' || soort === 'NAT' || soort === 'CTR') return 'OBO'
  if (soort === 'BII' || soort === 'BID') return 'GRONDSLAG'
  if (soort === 'VLP') return /^\d{4}$/.test(derde) && /^[VD]$/.test(velden[4] ?? '') ? 'GRONDSLAG' : (velden[3] ?? '') !== '' && (velden[4] ?? '') !== '' ? 'RO' : undefined
  if (soort === 'PER') return /^[MVO]$/.test(velden[6] ?? '') ? 'GRONDSLAG' : undefined
  if (soort !== undefined && KINDEREN.has(soort) && /^[0-9]{2}[A-Z]{2}$/.test(derde)) return 'GRONDSLAG'
  if (soort === 'ISG') return /^[JN]$/.test(velden[6] ?? '') ? 'OBO' : 'RO'
  if (soort === 'ISP') return /^[JN]$/.test(velden[8] ?? '') ? 'RO' : /^[JN]$/.test(velden[10] ?? '') ? 'OBO' : undefined
  if (soort === 'SLR') return velden.filter((v) => v !== '').length === 12 ? 'GRONDSLAG' : 'RO'
  return soort === 'ISE' || soort === 'AMO' || soort === 'GEO' || soort === 'KZD' ? 'RO' : undefined
}

const KINDEREN = new Set(['ISG', 'ISP', 'ISE', 'BPV', 'DIP', 'AMO', 'GEO', 'KZD'])
const RECORDSOORTEN = new Set([...KINDEREN, 'VLP', 'PER', 'BII', 'BID', 'VBT', 'NAT', 'SLR', 'CTR'])

function herkenRegels(tekst: string): Uitkomst<{ soort: Bestandssoort; scheiding: string }, Onleesbaar> {
  const regels = tekst.split(/\r?\n/, 500)
  const scheiding = bepaalScheiding(regels)
  if (scheiding === undefined) return geweigerd(ANDERS)
  const records = regels.map((r) => splitsVelden(r, scheiding)).filter((v) => RECORDSOORTEN.has(v[0] ?? ''))
  if (records.length === 0) return geweigerd(ANDERS)
  const stemmen = new Map<Regelbestandssoort, number>()
  for (const velden of records) {
    const soort = soortVanRecord(velden)
    if (soort !== undefined) stemmen.set(soort, (stemmen.get(soort) ?? 0) + (velden[0] === 'VLP' ? 3 : 1))
  }
  const beste = [...stemmen].toSorted((a, b) => b[1] - a[1])[0]
  return beste === undefined ? geweigerd(ANDERS) : gelukt({ soort: beste[0], scheiding })
}

function herkenXml(tekst: string): Uitkomst<{ soort: Bestandssoort; scheiding: string }, Onleesbaar> {
  if (/<!DOCTYPE/i.test(tekst)) return geweigerd(DOCTYPE)
  const zonderCommentaar = tekst.replace(/<!--[\s\S]*?-->/g, '').replace(/<\?[\s\S]*?\?>/g, '')
  const wortel = /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)/.exec(zonderCommentaar)?.[1]
  if (wortel === 'Bekostigingsgrondslagen') return gelukt({ soort: 'TBGI', scheiding: '' })
  return geweigerd({ code: 'onbekende-soort', uitleg: 'Dit XML-bestand is geen TBG-i: het begint niet met het element Bekostigingsgrondslagen.', remedie: 'Kies een bestand van DUO met een naam als TBGI_99ZZ_2027_20251124.XML.' })
}

export const DOCTYPE: Onleesbaar = {
  code: 'doctype', uitleg: 'Het XML-bestand heeft een DOCTYPE. Dat lezen wij niet, want daarmee kan een bestand de computer laten vastlopen.',
  remedie: 'Haal het bestand opnieuw op bij DUO; een TBG-i heeft geen DOCTYPE.',
}

function bytevorm(kop: Uint8Array): Onleesbaar | undefined {
  if (kop.length === 0) return ONLEESBAAR.leeg
  const pak = INGEPAKT.find(([bytes]) => bytes.every((b, i) => kop[i] === b))
  if (pak) return ingepakt(pak[1])
  if ((kop[0] === 0xff && kop[1] === 0xfe) || (kop[0] === 0xfe && kop[1] === 0xff)) return ONLEESBAAR.utf16
  const nullen = kop.reduce((n, b) => n + (b === 0 ? 1 : 0), 0)
  if (nullen === 0) return undefined
  // Tekst in UTF-16 zonder merkteken heeft bij gewone letters op elke tweede plaats een nul.
  return nullen > kop.length * 0.4 && nullen <= kop.length * 0.55 ? ONLEESBAAR.utf16 : ONLEESBAAR.binair
}

function soortVolgensNaam(naam: string): Bestandssoort | null {
  return NAAMVORM.find(([vorm]) => vorm.test(naam))?.[1] ?? null
}

async function leesKop(pad: string): Promise<Uint8Array | undefined> {
  const bestand = await open(pad, 'r').catch(() => undefined)
  if (bestand === undefined) return undefined
  try {
    const buf = Buffer.alloc(KOP_BYTES)
    const { bytesRead } = await bestand.read(buf, 0, KOP_BYTES, 0)
    return buf.subarray(0, bytesRead)
  } finally {
    await bestand.close()
  }
}
