import { basename } from 'node:path'
import { datum, parseDatum, schooljaar } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { controleerBestand, type Bestandskop } from '../bestanden/bestandscontrole.ts'
import { laadBestandsregels } from '../bestanden/bestandsregels.ts'
import { leesGroepen, type Groep } from '../bestanden/groepen.ts'
import { herkenBestand, type Herkenning } from '../bestanden/herken.ts'
import type { Bestandsindeling, Bestandssoort } from '../bestanden/indeling.ts'
import { INDELINGEN } from '../bestanden/lees-bestand.ts'
import { Meldpunt } from '../bestanden/melding.ts'
import type { Onleesbaar } from '../bestanden/onleesbaar.ts'
import { Recordlezer } from '../bestanden/recordlezer.ts'
import { vensterGrondslag, vensterObo, vensterRo, vensterTbgi, type Venster } from '../bestanden/selectie.ts'
import type { Bestandsbron } from '../bestanden/stroom.ts'
import { stroomTbgi } from '../bestanden/tbgi-lezer.ts'
import { verken, type Verkenning } from '../bestanden/verken.ts'
import type { Studentbeeld } from './beeld.ts'
import { sorteerBeelden, voegGelijkeSamen } from './sorteren.ts'
import { beeldUitRecords } from './uit-records.ts'
import { beeldUitTbgi, teldataVan } from './uit-tbgi.ts'

/** Een bestand om te vergelijken: wat het beslaat, en zijn studenten op volgorde. Lees de studenten één keer. */
export interface Beeldbestand {
  readonly naam: string
  readonly soort: Bestandssoort
  readonly brin: string | null
  /** Null als niet te zeggen is welk tijdvak het bestand beslaat. */
  readonly venster: Venster | null
  /** Alleen van een TBG-i: de teldata die erin staan. */
  readonly teldata: readonly string[]
  /** Velden die niet te lezen waren; die vergelijken wij als leeg. */
  readonly onleesbareVelden: () => number
  readonly studenten: AsyncGenerator<Studentbeeld>
}

export interface Beeldopties {
  readonly naam?: string
  readonly opVoortgang?: (deel: number) => void
}

/** Opent een bestand van DUO om te vergelijken. Waarden worden soepel gelezen: het gaat om verschillen, niet om fouten. */
export async function openBeelden(bron: Bestandsbron, opties: Beeldopties = {}): Promise<Uitkomst<Beeldbestand, Onleesbaar>> {
  const naam = opties.naam ?? (typeof bron === 'string' ? basename(bron) : 'bestand')
  const herkend = await herkenBestand(bron, naam)
  if (!herkend.ok) return herkend
  let onleesbaar = 0
  const meldpunt = new Meldpunt(naam, ({ ernst, veld }) => {
    if (ernst === 'afgekeurd' && veld !== null) onleesbaar++
  })
  const werk: Werk = { bron, naam, herkenning: herkend.waarde, meldpunt, opVoortgang: opties.opVoortgang, onleesbareVelden: () => onleesbaar }
  return herkend.waarde.soort === 'TBGI' ? openTbgi(werk) : openRegels(werk, INDELINGEN[herkend.waarde.soort])
}

interface Werk {
  readonly bron: Bestandsbron
  readonly naam: string
  readonly herkenning: Herkenning
  readonly meldpunt: Meldpunt
  readonly opVoortgang: ((deel: number) => void) | undefined
  readonly onleesbareVelden: () => number
}

async function openRegels(werk: Werk, indeling: Bestandsindeling): Promise<Uitkomst<Beeldbestand, Onleesbaar>> {
  const { bron, naam, herkenning, meldpunt, opVoortgang } = werk
  const bytes = Math.max(herkenning.bytes, 1)
  const verkend = await verken(bron, indeling, herkenning.scheiding, (n) => opVoortgang?.((n / bytes) * DEEL_VERKENNEN))
  if (!verkend.ok) return verkend
  const kop = controleerBestand(naam, herkenning, verkend.waarde, indeling, { m: meldpunt, regels: laadBestandsregels() })
  if (kop === undefined) return geweigerd({ code: 'onbekende-soort', uitleg: 'De kopregel (VLP) ontbreekt of is niet te lezen. Zonder kop is niet te zeggen van welke instelling het bestand is.', remedie: 'Haal het bestand opnieuw op en gebruik het in zijn geheel.' })
  const opVolgorde = isOpVolgorde(verkend.waarde)
  const beelden = leesRegelbeelden(werk, indeling, verkend.waarde, { kop, lui: opVolgorde })
  const studenten = opVolgorde ? voegGelijkeSamen(plat(beelden)) : sorteerBeelden(beelden)
  return gelukt({ naam, soort: indeling.soort, brin: kop.brin, venster: vensterVan(indeling.soort, kop, naam), teldata: [], onleesbareVelden: werk.onleesbareVelden, studenten })
}

const DEEL_VERKENNEN = 0.2

/** Alleen een volgorde waarin ook wij sorteren; anders zet `sorteerBeelden` ze goed. */
function isOpVolgorde(v: Verkenning): boolean {
  return v.aaneengesloten && v.oplopendAlsGetal
}

async function* leesRegelbeelden({ bron, herkenning, meldpunt, opVoortgang }: Werk, indeling: Bestandsindeling, v: Verkenning, { kop, lui }: { readonly kop: Bestandskop; readonly lui: boolean }): AsyncGenerator<readonly Studentbeeld[]> {
  const lezer = new Recordlezer(indeling, { scheiding: herkenning.scheiding, meldpunt, regels: laadBestandsregels(), nummers: 'soepel' })
  const bytes = Math.max(herkenning.bytes, 1)
  const opBytes = (n: number): void => opVoortgang?.(DEEL_VERKENNEN + (n / bytes) * (1 - DEEL_VERKENNEN))
  for await (const blok of leesGroepen(bron, { indeling, scheiding: herkenning.scheiding, aaneengesloten: v.aaneengesloten, bytes, opBytes })) {
    // De verkenning las het hele bestand al; verandert het nu nog, dan is verder vergelijken zinloos.
    if (!blok.ok) throw new Error(`het bestand veranderde tijdens het lezen: ${blok.reden.code}`)
    const lees = (groep: Groep): Studentbeeld | undefined => leesGroep(groep, lezer, meldpunt, kop.brin)
    yield blok.waarde.flatMap((groep) => (lui ? luiBeeld(groep, lees) : undefined) ?? lees(groep) ?? [])
  }
}

function leesGroep(groep: Groep, lezer: Recordlezer, meldpunt: Meldpunt, brin: string): Studentbeeld | undefined {
  meldpunt.begin(null, null)
  lezer.begin()
  return beeldUitRecords(groep.regels.flatMap(({ tekst, regelnummer }) => lezer.lees(tekst, regelnummer) ?? []), brin)
}

/** Een heel nummer staat al in de sleutel van de groep; dan lezen wij de records pas als iemand ze nodig heeft. */
function luiBeeld(groep: Groep, lees: (groep: Groep) => Studentbeeld | undefined): Studentbeeld | undefined {
  const [, bsn = '', onr = ''] = HEEL_NUMMER.exec(groep.sleutel) ?? []
  return bsn === onr ? undefined : new LuiBeeld(bsn === '' ? 1 : 0, bsn || onr, groep, lees)
}

const HEEL_NUMMER = /^([0-9]{9})?\|([0-9]{9})?$/

class LuiBeeld implements Studentbeeld {
  readonly klasse: 0 | 1
  readonly nummer: string
  readonly #groep: Groep
  readonly #lees: (groep: Groep) => Studentbeeld | undefined
  #rijen: Studentbeeld['rijen'] | undefined

  constructor(klasse: 0 | 1, nummer: string, groep: Groep, lees: (groep: Groep) => Studentbeeld | undefined) {
    this.klasse = klasse
    this.nummer = nummer
    this.#groep = groep
    this.#lees = lees
  }

  get ruw(): string {
    return this.#groep.regels.map(({ tekst }) => tekst).join('\n')
  }

  get rijen(): Studentbeeld['rijen'] {
    return (this.#rijen ??= this.#lees(this.#groep)?.rijen ?? [])
  }
}

async function* plat(groepen: AsyncIterable<readonly Studentbeeld[]>): AsyncGenerator<Studentbeeld> {
  for await (const groep of groepen) yield* groep
}

/** Een TBG-i noemt een student twee keer: bij de inschrijvingen en bij de diploma's. Eerst een keer lezen voor de BRIN en de teldata, dan sorteren. */
async function openTbgi(werk: Werk): Promise<Uitkomst<Beeldbestand, Onleesbaar>> {
  const teldata = new Set<string>()
  let brin: string | null = null
  const stroom = stroomTbgi(werk.bron, werk.meldpunt, laadBestandsregels(), (n) => werk.opVoortgang?.((n / Math.max(werk.herkenning.bytes, 1)) / 2))
  for (;;) {
    const { value, done } = await stroom.next()
    if (done) {
      if (!value.ok) return value
      break
    }
    for (const groep of value) {
      brin ??= groep.waarden.get('BRIN')?.tekst.trim() || null
      for (const dag of teldataVan(groep)) if (parseDatum(dag) !== undefined) teldata.add(dag)
    }
  }
  const dagen = [...teldata].toSorted()
  const venster = dagen[0] === undefined ? null : vensterTbgi(schooljaar(datum(dagen[0])))
  return gelukt({ naam: werk.naam, soort: 'TBGI', brin, venster, teldata: dagen, onleesbareVelden: werk.onleesbareVelden, studenten: sorteerBeelden(leesTbgibeelden(werk)) })
}

async function* leesTbgibeelden(werk: Werk): AsyncGenerator<readonly Studentbeeld[]> {
  const stil = new Meldpunt(werk.naam, () => undefined)
  const opBytes = (n: number): void => werk.opVoortgang?.(0.5 + (n / Math.max(werk.herkenning.bytes, 1)) / 2)
  for await (const groepen of stroomTbgi(werk.bron, stil, laadBestandsregels(), opBytes)) yield groepen.flatMap((groep) => beeldUitTbgi(groep) ?? [])
}

function vensterVan(soort: Exclude<Bestandssoort, 'TBGI'>, kop: Bestandskop, naam: string): Venster | null {
  switch (soort) {
    case 'RO': {
      const [van, totEnMet] = [parseDatum(kop.begin ?? ''), parseDatum(kop.einde ?? '')]
      return van === undefined || totEnMet === undefined ? null : vensterRo({ van, totEnMet })
    }
    case 'GRONDSLAG': return kop.begin === null ? null : vensterGrondslag(Number(kop.begin.slice(0, 4)))
    // De kop van een OBO noemt het studiejaar niet; de naam wel.
    case 'OBO': {
      const jaar = /^OBO_[0-9]{2}[A-Z]{2}_([0-9]{4})_/i.exec(naam)?.[1]
      return jaar === undefined ? null : vensterObo(Number(jaar))
    }
  }
}
