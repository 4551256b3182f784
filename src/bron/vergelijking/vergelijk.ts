import type { Signaalcode } from '../../kern/signaalcode.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Bestandssoort } from '../bestanden/indeling.ts'
import type { Onleesbaar } from '../bestanden/onleesbaar.ts'
import { BIJ_INSCHRIJVING, type Beeldrij, type Studentbeeld } from './beeld.ts'
import { beperk, gedeeldVenster, isZelfdeVenster, type Gedeeld } from './beperken.ts'
import { gedeeldeVelden } from './gedeelde-velden.ts'
import { gevolgVan } from './gevolg.ts'
import type { Beeldbestand } from './lees-beelden.ts'
import { paren } from './paren.ts'
import { opTeldata } from './teldatumbeeld.ts'

/** Eén verschil. `a` en `b` zijn leeg als die kant niets heeft. */
export interface Verschil {
  readonly nummer: string
  readonly soort: 'alleen-a' | 'alleen-b' | 'anders'
  /** Null als de hele student maar aan één kant staat. */
  readonly recordsoort: string | null
  readonly sleutel: string | null
  /** Null als het hele record maar aan één kant staat. */
  readonly veld: string | null
  readonly a: string
  readonly b: string
  readonly regel: string | null
  readonly signaal: Signaalcode | null
}

export interface Kant {
  readonly naam: string
  readonly soort: Bestandssoort
  readonly brin: string | null
  /** Waar als deze kant uit het register komt. */
  readonly register: boolean
  readonly studenten: number
  readonly onleesbareVelden: number
}

export interface Vergelijking {
  readonly a: Kant
  readonly b: Kant
  readonly studenten: { readonly gelijk: number; readonly anders: number; readonly alleenA: number; readonly alleenB: number }
  readonly verschillen: number
  /** Aantal verschillen per `ISP/leerroutefase`, `ISG` (heel record) of `student`. */
  readonly perVeld: Readonly<Record<string, number>>
  readonly perSignaal: Readonly<Record<string, number>>
  /** Records die maar één van beide soorten kent; die zijn niet vergeleken. */
  readonly nietVergeleken: readonly string[]
  /** Het tijdvak waarop vergeleken is, als de bestanden niet hetzelfde beslaan. */
  readonly beperktTot: Gedeeld | null
}

/** Een kant van de vergelijking. */
export interface Vergelijkkant {
  readonly bestand: Beeldbestand
  readonly register: boolean
}

/** Alleen uitkomsten van DUO: het register laat die leeg omdat het ze niet weet, dus dan zegt leeg niets. */
const WEET_HET_REGISTER_NIET: ReadonlySet<string> = new Set([
  'status', 'bekostigingsstatus', 'correctiefactor', 'bblbolFactor', 'prijsfactor', 'verblijfsjaren', 'verblijfsjaarfactor', 'bijdrage', 'hoogsteNiveau', 'specialist', 'hoogsteSpecialist',
  'leeftijd1', 'leeftijd2', 'leeftijd3', 'leeftijd4', 'postcodecijfers', 'overlijden', 'vestigingNl', 'vertrekNl', 'geboorteland', 'geboortelandOuder1', 'geboortelandOuder2', 'landVertrokken',
  'verblijfstitel', 'nationaliteit1', 'nationaliteit2', 'postcodeKopie', 'verblijfstitelKopie', 'nationaliteitKopie',
])
const RECORDS_VAN_DUO: ReadonlySet<string> = new Set(['VBT', 'NAT', 'SIG'])

/**
 * Loopt twee bestanden samen door, student voor student op volgorde van nummer, en geeft elk verschil door. Houdt van elke kant één
 * student vast. Weigert als er geen enkel nummer gelijk is omdat één kant schuilnummers heeft.
 */
export async function vergelijkBeeldbestanden(a: Vergelijkkant, b: Vergelijkkant, ontvang: (verschil: Verschil) => void | Promise<void>): Promise<Uitkomst<Vergelijking, Onleesbaar>> {
  const loop = new Vergelijker(a, b)
  for await (const [een, ander] of paren(a.bestand.studenten, b.bestand.studenten)) {
    for (const verschil of loop.paar(een, ander)) await ontvang(verschil)
  }
  return loop.uitkomst()
}

class Vergelijker {
  readonly #a: Vergelijkkant
  readonly #b: Vergelijkkant
  readonly #velden: ReadonlyMap<string, ReadonlySet<string>>
  readonly #gedeeld: Gedeeld | null
  readonly #teldata: readonly string[] | null
  readonly #tel = { gelijk: 0, anders: 0, alleenA: 0, alleenB: 0, a: 0, b: 0, verschillen: 0, samen: 0 }
  readonly #perVeld = new Map<string, number>()
  readonly #perSignaal = new Map<string, number>()

  constructor(a: Vergelijkkant, b: Vergelijkkant) {
    this.#a = a
    this.#b = b
    this.#velden = gedeeldeVelden(a.bestand.soort, b.bestand.soort)
    const [va, vb] = [a.bestand.venster, b.bestand.venster]
    this.#gedeeld = va === null || vb === null || isZelfdeVenster(va, vb) ? null : gedeeldVenster(va, vb)
    this.#teldata = a.bestand.soort === b.bestand.soort ? null : a.bestand.soort === 'TBGI' ? a.bestand.teldata : b.bestand.soort === 'TBGI' ? b.bestand.teldata : null
  }

  paar(een: Studentbeeld | undefined, ander: Studentbeeld | undefined): readonly Verschil[] {
    if (een !== undefined) this.#tel.a++
    if (ander !== undefined) this.#tel.b++
    if (een !== undefined && ander !== undefined) this.#tel.samen++
    if (this.#zijnGelijkAlsTekst(een, ander)) {
      this.#tel.gelijk++
      return []
    }
    const [a, b] = [this.#maakKlaar(een, this.#a), this.#maakKlaar(ander, this.#b)]
    if (a === undefined && b === undefined) return []
    const verschillen = a === undefined || b === undefined ? [alleen(a ?? b, a === undefined ? 'alleen-b' : 'alleen-a')] : this.#vergelijk(a, b)
    this.#telMee(verschillen)
    return verschillen
  }

  uitkomst(): Uitkomst<Vergelijking, Onleesbaar> {
    const { gelijk, anders, alleenA, alleenB, verschillen, samen } = this.#tel
    const [a, b] = [this.#kant(this.#a, this.#tel.a), this.#kant(this.#b, this.#tel.b)]
    if (samen === 0 && a.studenten > 0 && b.studenten > 0 && (a.soort === 'GRONDSLAG' || b.soort === 'GRONDSLAG')) return geweigerd(SCHUILNUMMERS)
    const soorten = (kant: Kant): readonly string[] => [...gedeeldeVelden(kant.soort, kant.soort).keys()]
    return gelukt({
      a, b, studenten: { gelijk, anders, alleenA, alleenB }, verschillen, perVeld: opAantal(this.#perVeld), perSignaal: opAantal(this.#perSignaal),
      nietVergeleken: [...new Set([...soorten(a), ...soorten(b)])].filter((soort) => !this.#telt(soort)), beperktTot: this.#gedeeld,
    })
  }

  /** Zelfde soort, zelfde tijdvak, zelfde regels: dan is er geen verschil, wat er ook staat. */
  #zijnGelijkAlsTekst(een: Studentbeeld | undefined, ander: Studentbeeld | undefined): boolean {
    if (this.#a.bestand.soort !== this.#b.bestand.soort || this.#gedeeld !== null || een === undefined || ander === undefined) return false
    const ruw = een.ruw
    return ruw !== undefined && ruw === ander.ruw
  }

  #maakKlaar(beeld: Studentbeeld | undefined, kant: Vergelijkkant): Studentbeeld | undefined {
    if (beeld === undefined) return undefined
    const beperkt = this.#gedeeld === null ? beeld : beperk(beeld, this.#gedeeld)
    if (beperkt === undefined || this.#teldata === null || kant.bestand.soort === 'TBGI') return beperkt
    const opDagen = opTeldata(beperkt, this.#teldata)
    return opDagen.rijen.length === 0 ? undefined : opDagen
  }

  #vergelijk(a: Studentbeeld, b: Studentbeeld): readonly Verschil[] {
    const uit: Verschil[] = []
    // Meestal staan aan beide kanten dezelfde records in dezelfde volgorde; dan is zoeken niet nodig.
    if (a.rijen.length === b.rijen.length && a.rijen.every((rij, i) => rij.recordsoort === b.rijen[i]?.recordsoort && rij.sleutel === b.rijen[i].sleutel)) {
      a.rijen.forEach((rij, i) => this.#rij(b.nummer, rij, b.rijen[i], uit))
      return uit
    }
    const links = new Map(a.rijen.filter((rij) => this.#telt(rij.recordsoort)).map((rij) => [`${rij.recordsoort} ${rij.sleutel}`, rij]))
    for (const rij of b.rijen) {
      if (!this.#telt(rij.recordsoort)) continue
      const sleutel = `${rij.recordsoort} ${rij.sleutel}`
      const tegenhanger = links.get(sleutel)
      links.delete(sleutel)
      if (tegenhanger === undefined) uit.push(heelRecord(b, rij, 'alleen-b'))
      else this.#rij(b.nummer, tegenhanger, rij, uit)
    }
    for (const rij of links.values()) uit.push(heelRecord(a, rij, 'alleen-a'))
    return zonderKinderen(uit)
  }

  #rij(nummer: string, links: Beeldrij, rechts: Beeldrij | undefined, uit: Verschil[]): void {
    if (rechts === undefined || !this.#telt(rechts.recordsoort)) return
    this.#velden.get(rechts.recordsoort)?.forEach((veld) => this.#veld(nummer, links, rechts, veld, uit))
  }

  #veld(nummer: string, links: Beeldrij, rechts: Beeldrij, veld: string, uit: Verschil[]): void {
    const [a, b] = [links.velden[veld] ?? '', rechts.velden[veld] ?? '']
    if (a === b || isZelfdeGetal(a, b)) return
    if (WEET_HET_REGISTER_NIET.has(veld) && ((this.#a.register && a === '') || (this.#b.register && b === ''))) return
    const heeftRoute = [links, rechts].some(({ velden }) => (velden['leerroute'] ?? velden['leerroutefase'] ?? '') !== '')
    const gevolg = gevolgVan(veld, a, b, heeftRoute)
    uit.push({ nummer, soort: 'anders', recordsoort: rechts.recordsoort, sleutel: rechts.sleutel, veld, a, b, regel: gevolg?.regel ?? null, signaal: gevolg?.signaal ?? null })
  }

  #telt(recordsoort: string): boolean {
    return this.#velden.has(recordsoort) && !((this.#a.register || this.#b.register) && RECORDS_VAN_DUO.has(recordsoort))
  }

  #telMee(verschillen: readonly Verschil[]): void {
    const eerste = verschillen[0]
    if (eerste === undefined) this.#tel.gelijk++
    else if (eerste.recordsoort !== null) this.#tel.anders++
    else this.#tel[eerste.soort === 'alleen-a' ? 'alleenA' : 'alleenB']++
    this.#tel.verschillen += verschillen.length
    for (const { recordsoort, veld, signaal } of verschillen) {
      verhoog(this.#perVeld, recordsoort === null ? 'student' : veld === null ? recordsoort : `${recordsoort}/${veld}`)
      if (signaal !== null) verhoog(this.#perSignaal, signaal)
    }
  }

  #kant({ bestand, register }: Vergelijkkant, studenten: number): Kant {
    return { naam: bestand.naam, soort: bestand.soort, brin: bestand.brin, register, studenten, onleesbareVelden: bestand.onleesbareVelden() }
  }
}

const SCHUILNUMMERS: Onleesbaar = {
  code: 'soort-past-niet', uitleg: 'In een GRONDSLAG staan schuilnummers in plaats van persoonsnummers. Geen enkel nummer komt aan beide kanten voor, dus studenten zijn niet te koppelen.',
  remedie: 'Vergelijk met een RO, OBO of TBG-i, of vergelijk twee GRONDSLAG-bestanden met dezelfde schuilnummers.',
}

function alleen(beeld: Studentbeeld | undefined, soort: 'alleen-a' | 'alleen-b'): Verschil {
  return { nummer: beeld?.nummer ?? '', soort, recordsoort: null, sleutel: null, veld: null, a: '', b: '', regel: null, signaal: null }
}

function heelRecord(beeld: Studentbeeld, rij: Beeldrij, soort: 'alleen-a' | 'alleen-b'): Verschil {
  // Een periode met een fase die de ander niet heeft, kan op een teldatum het geld verleggen.
  const regel = rij.velden['leerroutefase'] === undefined ? null : 'K-BEK-02'
  return { nummer: beeld.nummer, soort, recordsoort: rij.recordsoort, sleutel: rij.sleutel, veld: null, a: '', b: '', regel, signaal: null }
}

/** Staat een inschrijving maar aan één kant, dan zegt dat genoeg: haar perioden en bpv noemen wij niet nog eens. */
function zonderKinderen(verschillen: readonly Verschil[]): readonly Verschil[] {
  const inschrijvingen = new Set(verschillen.filter((v) => v.recordsoort === 'ISG' && v.veld === null).map((v) => v.sleutel))
  if (inschrijvingen.size === 0) return verschillen
  return verschillen.filter((v) => v.recordsoort === 'ISG' || v.recordsoort === null || !BIJ_INSCHRIJVING.has(v.recordsoort) || !inschrijvingen.has((v.sleutel ?? '').split(' ')[0] ?? ''))
}

/** `1` en `1.00` zijn hetzelfde bedrag; codes met nullen vooraan niet. */
function isZelfdeGetal(a: string, b: string): boolean {
  const vorm = /^(0|[1-9][0-9]*)(\.[0-9]+)?$/
  return (a.includes('.') || b.includes('.')) && vorm.test(a) && vorm.test(b) && Number(a) === Number(b)
}

function verhoog(tel: Map<string, number>, sleutel: string): void {
  tel.set(sleutel, (tel.get(sleutel) ?? 0) + 1)
}

function opAantal(tel: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...tel].toSorted((a, b) => b[1] - a[1]))
}
