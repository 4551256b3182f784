import { basename } from 'node:path'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { controleerBestand, type Bestandskop } from './bestandscontrole.ts'
import { laadBestandsregels, type Bestandsregels } from './bestandsregels.ts'
import type { Melder } from './bevinding.ts'
import { bouwPersoon, inschrijvingsleutel, lees, verdeelRecords } from './bouw-persoon.ts'
import { controleerCodesOpDag } from './codecontrole.ts'
import { GRONDSLAG } from './grondslag.ts'
import { leesGroepen, type Groep } from './groepen.ts'
import { herkenBestand, type Herkenning } from './herken.ts'
import type { Bestandsindeling, Regelbestandssoort } from './indeling.ts'
import { controleerKeten, perInschrijving } from './ketencontrole.ts'
import type { Leesverslag } from './leesverslag.ts'
import { Meldpunt } from './melding.ts'
import { OBO } from './obo.ts'
import type { Onleesbaar } from './onleesbaar.ts'
import type { PersoonUitBestand } from './persoon.ts'
import { controleerPersoon } from './persoonscontrole.ts'
import { Recordlezer, type GelezenRecord } from './recordlezer.ts'
import { RO } from './ro.ts'
import type { Bestandsbron } from './stroom.ts'
import { leesTbgi } from './tbgi-lezer.ts'
import { verken, type Verkenning } from './verken.ts'
import type { Nummerkeuze } from './waarde.ts'

export const INDELINGEN: Readonly<Record<Regelbestandssoort, Bestandsindeling>> = { RO, GRONDSLAG, OBO }

/** Eén student uit het bestand; `persoon` is null als er iets is afgekeurd, dan wordt niets van deze student opgeslagen. */
export interface GelezenStudent {
  readonly persoon: PersoonUitBestand | null
  readonly regelnummer: number
  readonly regels: number
}

export interface Leesopties {
  readonly naam?: string
  readonly meld: Melder
  /** Deel van het werk dat klaar is, van 0 tot 1. */
  readonly opVoortgang?: (deel: number) => void
  /** Standaard `streng`: een nummer dat de elfproef niet haalt is een afkeuring. */
  readonly nummers?: Nummerkeuze
}

type Ontvanger = (studenten: readonly GelezenStudent[], kop: Bestandskop) => void | Promise<void>

/**
 * Leest een bestand van DUO van begin tot eind, met vast geheugen. Elke afwijking gaat naar `meld`; studenten gaan in
 * groepen naar `ontvang`, pas nadat het hele bestand leesbaar bleek. Geeft een verslag, of waarom het onleesbaar is.
 */
export async function leesBestand(pad: Bestandsbron, opties: Leesopties, ontvang: Ontvanger = () => undefined): Promise<Uitkomst<Leesverslag, Onleesbaar>> {
  const naam = opties.naam ?? (typeof pad === 'string' ? basename(pad) : 'levering')
  const herkend = await herkenBestand(pad, naam)
  if (!herkend.ok) return herkend
  const meldpunt = new Meldpunt(naam, opties.meld)
  const regels = laadBestandsregels()
  if (herkend.waarde.soort === 'TBGI') return leesTbgi(pad, naam, herkend.waarde, meldpunt, regels, opties.opVoortgang)
  const indeling = INDELINGEN[herkend.waarde.soort]
  const bytes = Math.max(herkend.waarde.bytes, 1)
  const verkend = await verken(pad, indeling, herkend.waarde.scheiding, (n) => opties.opVoortgang?.((n / bytes) * 0.2))
  if (!verkend.ok) return verkend
  return leesStudenten({ pad, naam, herkenning: herkend.waarde, indeling, verkenning: verkend.waarde, meldpunt, regels, opVoortgang: opties.opVoortgang, nummers: opties.nummers }, ontvang)
}

interface Werk {
  readonly pad: Bestandsbron
  readonly naam: string
  readonly herkenning: Herkenning
  readonly indeling: Bestandsindeling
  readonly verkenning: Verkenning
  readonly meldpunt: Meldpunt
  readonly regels: Bestandsregels
  readonly opVoortgang: ((deel: number) => void) | undefined
  readonly nummers: Nummerkeuze | undefined
}

async function leesStudenten(werk: Werk, ontvang: Ontvanger): Promise<Uitkomst<Leesverslag, Onleesbaar>> {
  const { meldpunt, indeling, verkenning, herkenning } = werk
  meldpunt.begin(null, null)
  const kop = controleerBestand(werk.naam, herkenning, verkenning, indeling, { m: meldpunt, regels: werk.regels })
  const bestandAfgekeurd = kop === undefined || meldpunt.afgekeurd
  const tel = { studenten: 0, afgekeurd: 0 }
  const lezer = new Recordlezer(indeling, { scheiding: herkenning.scheiding, meldpunt, regels: werk.regels, nummers: werk.nummers })
  const bytes = Math.max(herkenning.bytes, 1)
  const groepen = leesGroepen(werk.pad, {
    indeling, scheiding: herkenning.scheiding, aaneengesloten: verkenning.aaneengesloten, bytes,
    opBytes: (n) => werk.opVoortgang?.(0.2 + (n / bytes) * 0.8),
  })
  for await (const blok of groepen) {
    if (!blok.ok) return geweigerd(blok.reden)
    const studenten = blok.waarde.map((g) => leesStudent(g, lezer, kop, werk))
    tel.studenten += studenten.length
    tel.afgekeurd += studenten.filter((s) => s.persoon === null).length
    if (!bestandAfgekeurd && kop !== undefined) await ontvang(studenten, kop)
  }
  meldpunt.sluit()
  return gelukt({
    bestand: werk.naam, soort: indeling.soort, kop: kop ?? null, regels: verkenning.regels, tellingen: Object.fromEntries(verkenning.tellingen),
    studenten: tel.studenten, afgekeurdeStudenten: bestandAfgekeurd ? tel.studenten : tel.afgekeurd, bestandAfgekeurd,
  })
}

/** Leest en controleert één student. Een student met een afkeuring wordt in zijn geheel niet opgeslagen. */
function leesStudent(groep: Groep, lezer: Recordlezer, kop: Bestandskop | undefined, { indeling, meldpunt: m, regels }: Werk): GelezenStudent {
  const regelnummer = groep.regels[0]?.regelnummer ?? 0
  const nummer = groep.sleutel.replace(/^\||\|$/g, '')
  m.begin(nummer === '' ? null : nummer, regelnummer)
  lezer.begin()
  if (groep.teGroot) m.meld({ regel: 'BST-STUDENT', titel: 'Te veel records voor één student', ernst: 'afgekeurd', uitleg: `Met dit nummer staan er meer dan ${groep.regels.length} records in het bestand.`, verwacht: 'de records van één student', remedie: 'Controleer of het persoonsnummer in het bestand klopt.', regelnummer })
  const records: GelezenRecord[] = []
  for (const regel of groep.regels) {
    const r = lezer.lees(regel.tekst, regel.regelnummer)
    if (r !== undefined) records.push(r)
  }
  const brin = kop?.brin ?? ''
  const verdeeld = verdeelRecords(records, brin)
  controleerCodesOpDag(records, indeling, regels, m)
  controleerPersoon(verdeeld, indeling, brin, { m, regels })
  const einde = new Map(verdeeld.isg.map((isg) => [inschrijvingsleutel(isg, brin), lees(isg, 'uitschrijvingWerkelijk')]))
  for (const { sleutel, isp } of perInschrijving(verdeeld.kinderen)) controleerKeten(isp, einde.get(sleutel) ?? null, kop?.einde ?? null, { m, regels })
  return { persoon: m.afgekeurd ? null : bouwPersoon(verdeeld, brin, regelnummer, groep.regels.length), regelnummer, regels: groep.regels.length }
}
