import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Bestandsregels } from './bestandsregels.ts'
import { DOCTYPE, type Herkenning } from './herken.ts'
import type { Leesverslag } from './leesverslag.ts'
import type { Meldpunt } from './melding.ts'
import { eersteOngeldigeByte, geenUtf8, type Onleesbaar } from './onleesbaar.ts'
import { openBron, type Bestandsbron } from './stroom.ts'
import { TBGI_RECORDS } from './tbgi.ts'
import { TbgiControle, type XmlGroep } from './tbgi-controle.ts'

const MAX_DIEPTE = 8
const MAX_TEKST = 10_000
/** Zoveel tekens zonder begin of eind van een element: dan is één waarde, naam of commentaar onmogelijk lang. */
const MAX_ZONDER_ELEMENT = 256 * 1024
const STUK = 64 * 1024
const OPNIEUW = 'Haal het bestand opnieuw op bij DUO.'

/** Leest een TBG-i record voor record; houdt nooit meer dan één Inschrijving of Diploma vast. */
export async function leesTbgi(pad: Bestandsbron, naam: string, h: Herkenning, m: Meldpunt, regels: Bestandsregels, opVoortgang?: (deel: number) => void): Promise<Uitkomst<Leesverslag, Onleesbaar>> {
  if (h.soortVolgensNaam !== null && h.soortVolgensNaam !== 'TBGI') m.meld({ regel: 'BST-SOORT', titel: 'Naam en inhoud verschillen', ernst: 'kijk-na', uitleg: `De naam zegt ${h.soortVolgensNaam}, maar de inhoud is een TBG-i. Wij lezen de inhoud.`, verwacht: 'een naam die begint met TBGI_', remedie: 'Controleer of u het goede bestand hebt gekozen.' })
  const stroom = stroomTbgi(pad, m, regels, (bytes) => opVoortgang?.(bytes / Math.max(h.bytes, 1)))
  for (;;) {
    const { value, done } = await stroom.next()
    if (!done) continue
    if (!value.ok) return value
    m.sluit()
    return gelukt({ bestand: naam, ...value.waarde })
  }
}

/** De records van een TBG-i, in de volgorde van het bestand; aan het eind wat er in stond, of waarom het onleesbaar is. */
export async function* stroomTbgi(pad: Bestandsbron, m: Meldpunt, regels: Bestandsregels, opBytes?: (bytes: number) => void): AsyncGenerator<readonly XmlGroep[], Uitkomst<Omit<Leesverslag, 'bestand'>, Onleesbaar>> {
  const lezer = new TbgiLezer(m, regels)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const stroom = openBron(pad, STUK)
  let gelezen = 0
  try {
    for await (const stuk of stroom.stukken) {
      const tekst = ontcijfer(decoder, stuk)
      if (tekst === undefined) return geweigerd(plaatsVan(stuk, gelezen))
      gelezen += stuk.length
      const fout = lezer.schrijf(tekst)
      if (fout !== undefined) return geweigerd(fout)
      opBytes?.(gelezen)
      const klaar = lezer.neemKlaar()
      if (klaar.length > 0) yield klaar
    }
  } finally {
    stroom.sluit()
  }
  const fout = lezer.sluit()
  return fout === undefined ? gelukt(lezer.verslag()) : geweigerd(fout)
}

function ontcijfer(decoder: TextDecoder, stuk: Uint8Array): string | undefined {
  try {
    return decoder.decode(stuk, { stream: true })
  } catch {
    return undefined
  }
}

/** Een teken kan over twee stukken vallen; dan wijst de plaats naar het begin van het tweede stuk. */
function plaatsVan(stuk: Buffer, begin: number): Onleesbaar {
  let start = 0
  while (start < 3 && ((stuk[start] ?? 0) & 0xc0) === 0x80) start++
  const plaats = eersteOngeldigeByte(stuk.subarray(start))
  const byte = plaats === -1 ? 0 : plaats + start
  return geenUtf8(begin + byte, stuk[byte] ?? 0)
}

class TbgiLezer {
  readonly #parser = new SaxesParser({ xmlns: false, position: true })
  readonly #m: Meldpunt
  readonly #controle: TbgiControle
  readonly #pad: string[] = []
  readonly #groepen: XmlGroep[] = []
  #klaar: XmlGroep[] = []
  readonly #tel = new Map<string, number>()
  #tekst = ''
  #fout: Onleesbaar | undefined
  #sindsElement = 0
  #records = 0
  #afgekeurd = 0
  #regels = 0

  constructor(m: Meldpunt, regels: Bestandsregels) {
    this.#m = m
    this.#controle = new TbgiControle(m, regels)
    this.#parser.on('error', (fout) => this.#stop({ code: 'xml-fout', uitleg: `Het bestand is geen goede XML: ${kort(fout.message)}`, remedie: OPNIEUW, regelnummer: this.#parser.line }))
    this.#parser.on('doctype', () => this.#stop(DOCTYPE))
    this.#parser.on('xmldecl', (d) => {
      if (d.encoding !== undefined && d.encoding.toLowerCase() !== 'utf-8') this.#stop({ code: 'geen-utf-8', uitleg: 'De XML zegt dat het geen UTF-8 is.', remedie: 'Sla het bestand op als UTF-8, of haal het opnieuw op.' })
    })
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('text', (tekst) => this.#neemTekst(tekst))
    this.#parser.on('cdata', (tekst) => this.#neemTekst(tekst))
    this.#parser.on('closetag', () => this.#sluitElement())
  }

  schrijf(tekst: string): Onleesbaar | undefined {
    if (this.#fout !== undefined) return this.#fout
    this.#sindsElement += tekst.length
    this.#parser.write(tekst)
    if (this.#sindsElement > MAX_ZONDER_ELEMENT) this.#stop(teLang(this.#parser.line))
    return this.#fout
  }

  sluit(): Onleesbaar | undefined {
    this.#regels = this.#parser.line
    if (this.#fout === undefined) this.#parser.close()
    return this.#fout
  }

  /** De records die sinds de vorige keer af zijn. */
  neemKlaar(): readonly XmlGroep[] {
    const klaar = this.#klaar
    this.#klaar = []
    return klaar
  }

  verslag(): Omit<Leesverslag, 'bestand'> {
    return { soort: 'TBGI', kop: null, regels: this.#regels, tellingen: Object.fromEntries(this.#tel), studenten: this.#records, afgekeurdeStudenten: this.#afgekeurd, bestandAfgekeurd: false }
  }

  #open(tag: SaxesTagPlain): void {
    this.#sindsElement = 0
    if (this.#fout !== undefined) return
    const naam = tag.name.replace(/^.*:/, '')
    this.#pad.push(naam)
    this.#tekst = ''
    const diepte = this.#pad.length
    if (diepte > MAX_DIEPTE) return this.#stop({ code: 'te-diep', uitleg: `Op regel ${this.#parser.line} staan elementen dieper in elkaar dan in een TBG-i kan.`, remedie: OPNIEUW, regelnummer: this.#parser.line })
    if (diepte === 1) return
    const boven = this.#groepen.at(-1)
    // Binnen de groep Teldatum heet een veld ook Teldatum; een groep mag zichzelf niet bevatten.
    const indeling = diepte === 2 ? TBGI_RECORDS.get(naam.toLowerCase()) : boven?.indeling.groepen.get(naam.toLowerCase())
    if (indeling === undefined) return diepte === 2 ? this.#onbekend(naam) : undefined
    const groep: XmlGroep = { indeling, regelnummer: this.#parser.line, waarden: new Map(), kinderen: [] }
    boven?.kinderen.push(groep)
    this.#groepen.push(groep)
    this.#tel.set(indeling.naam, (this.#tel.get(indeling.naam) ?? 0) + 1)
  }

  #neemTekst(tekst: string): void {
    if (this.#fout !== undefined) return
    if (this.#tekst.length + tekst.length > MAX_TEKST && tekst.trim() !== '') return this.#stop(teLang(this.#parser.line))
    this.#tekst += tekst.length > MAX_TEKST ? '' : tekst
  }

  #sluitElement(): void {
    this.#sindsElement = 0
    if (this.#fout !== undefined) return
    const naam = this.#pad.pop() ?? ''
    const groep = this.#groepen.at(-1)
    const sluitGroep = groep !== undefined && groep.indeling.naam.toLowerCase() === naam.toLowerCase() && this.#pad.length === this.#groepen.length
    if (sluitGroep) {
      this.#groepen.pop()
      if (this.#groepen.length === 0) this.#rondAf(groep)
    } else if (groep !== undefined) this.#neemVeld(groep, naam)
    this.#tekst = ''
  }

  #neemVeld(groep: XmlGroep, naam: string): void {
    const veld = groep.indeling.velden.get(naam.toLowerCase())
    if (veld !== undefined) groep.waarden.set(veld.sleutel, { tekst: this.#tekst, regelnummer: this.#parser.line })
    else this.#m.meld({ regel: 'TBGI-ELEMENT', titel: 'Onbekend element', ernst: 'kijk-na', uitleg: 'Dit element kennen wij niet. Wij slaan het over.', verwacht: 'alleen elementen uit het PvE', remedie: 'Is het PvE veranderd? Meld het ons.', regelnummer: this.#parser.line, recordsoort: groep.indeling.naam, veld: naam.slice(0, 60) })
  }

  #rondAf(groep: XmlGroep): void {
    const nummer = groep.waarden.get('Burgerservicenummer')?.tekst || groep.waarden.get('Onderwijsnummer')?.tekst || ''
    this.#m.begin(nummer === '' ? null : nummer, groep.regelnummer)
    this.#controle.controleer(groep)
    this.#klaar.push(groep)
    this.#records++
    if (this.#m.afgekeurd) this.#afgekeurd++
  }

  #onbekend(naam: string): void {
    this.#m.begin(null, null)
    this.#m.meld({ regel: 'TBGI-ELEMENT', titel: 'Onbekend element', ernst: 'afgekeurd', uitleg: 'Een TBG-i bevat alleen de records Inschrijving en Diploma.', verwacht: 'Inschrijving of Diploma', remedie: OPNIEUW, regelnummer: this.#parser.line, veld: naam.slice(0, 60) })
  }

  #stop(fout: Onleesbaar): void {
    this.#fout ??= fout
  }
}

function teLang(regelnummer: number): Onleesbaar {
  return { code: 'element-te-lang', uitleg: `Rond regel ${regelnummer} staat een waarde die langer is dan ${MAX_TEKST} tekens. Dat kan in een TBG-i niet.`, remedie: OPNIEUW, regelnummer }
}

/** Een fout van de lezer kan tekst uit het bestand bevatten; cijfers laten wij weg. */
function kort(melding: string): string {
  return melding.slice(0, 120).replace(/[0-9]{8,9}/g, '…')
}
