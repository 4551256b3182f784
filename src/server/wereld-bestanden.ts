/** Leest de verzonnen regio uit `wereld/`. Het is onze eigen data; `test/wereld/wereld.test.ts` controleert vorm en inhoud. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Besluit, Dossier, Registraties, Vraag } from '../beslissing/index.ts'
import type { Datum } from '../kern/datum.ts'
import type { Niveau } from '../kern/leerroute.ts'
import type { Signaalcode } from '../kern/signaalcode.ts'
import type { Organisatie } from '../organisatie/index.ts'
import type { RioAangebodenOpleiding } from '../rio/index.ts'
import type { Rol } from '../toegang/index.ts'

/** De map `wereld/` van het project, gevonden vanaf dit bestand en niet vanaf de werkmap. */
export const WERELD_MAP = join(import.meta.dirname, '..', '..', 'wereld')

/** Iemand als wie u in de proefomgeving kunt kijken; `organisaties` is leeg bij DUO. */
export interface Identiteit {
  readonly id: string
  readonly naam: string
  readonly rol: 'administratie' | 'beheerder' | 'behandelaar'
  readonly functie: string
  /** Geldt voor elk van de organisaties. */
  readonly rollen: readonly Rol[]
  readonly organisaties: readonly string[]
}

export interface WereldAanbod extends RioAangebodenOpleiding {
  readonly naam: string
}

export interface WereldBpv {
  readonly brin: string
  readonly volgnummer: string
  readonly afsluitdatum: Datum
  readonly begin: Datum
  readonly eindGepland: Datum
  readonly eindWerkelijk: Datum | null
  readonly leerbedrijf: string
  /** In klokuren. */
  readonly omvang: number
}

/** Wat er op een dag uit moet komen; alleen de genoemde sleutels worden vergeleken. */
export interface Verwachting extends Partial<Vraag>, Partial<Omit<Besluit, 'peildatum' | 'bekendOp' | 'signalen' | 'registraties' | 'motivering'>> {
  readonly peildatum: Datum
  readonly signalen: readonly Signaalcode[]
  readonly registraties?: Registraties
}

export interface WereldStudent {
  readonly naam: string
  readonly geslacht: 'M' | 'V' | 'O'
  readonly burgerservicenummer: string | null
  readonly onderwijsnummer: string | null
  readonly toelichting: string
  /** Volledig: de feiten van de student samen met die van de regio. */
  readonly dossier: Dossier
  readonly bpv: readonly WereldBpv[]
  readonly verwacht: readonly Verwachting[]
}

type Regiofeiten = Pick<Dossier, 'samenwerkingsovereenkomsten' | 'interneRegelingen' | 'schoolvakanties'>

export interface Regio extends Regiofeiten {
  readonly organisaties: readonly (Organisatie & { readonly vestiging?: { readonly code: string; readonly vestigingsnummer: string } })[]
  readonly bevoegdeGezagen: readonly { readonly nummer: string; readonly naam: string; readonly kvk?: string; readonly rsin?: string }[]
  readonly duo: { readonly naam: string; readonly kvk: string; readonly oin: string }
  /** Wanneer elke school met DUO-tokens overstapt. */
  readonly overstap: readonly { readonly brin: string; readonly openVan: Datum; readonly tokenTotEnMet: Datum; readonly coulanceTotEnMet: Datum }[]
  readonly opleidingen: readonly { readonly code: string; readonly naam: string; readonly niveau: Niveau }[]
  readonly rioAangebodenOpleidingen: readonly WereldAanbod[]
}

export interface Wereld {
  readonly regio: Regio
  readonly studenten: readonly WereldStudent[]
}

/** @throws Error als een bestand ontbreekt of geen YAML is. */
export function leesWereld(map: string = WERELD_MAP): Wereld {
  const regio = leesRegio(map)
  const studentenMap = join(map, 'studenten')
  const bestanden = readdirSync(studentenMap).filter((naam) => naam.endsWith('.yaml')).sort()
  const studenten = bestanden.flatMap((naam) => (leesYaml(join(studentenMap, naam)) as readonly Studenttekst[]).map((tekst) => maakStudent(regio, tekst)))
  return { regio, studenten }
}

/** Alleen de scholen en wat zij delen; veel sneller dan alle studenten erbij. */
export function leesRegio(map: string = WERELD_MAP): Regio {
  return leesYaml(join(map, 'regio.yaml')) as Regio
}

/** De mensen uit `wereld/identiteiten.yaml`, voor de keuze in de proefomgeving. */
export function leesIdentiteiten(map: string = WERELD_MAP): readonly Identiteit[] {
  return leesYaml(join(map, 'identiteiten.yaml')) as readonly Identiteit[]
}

function leesYaml(pad: string): unknown {
  return parse(readFileSync(pad, 'utf8'))
}

interface Studenttekst extends Partial<Omit<Dossier, 'leerling'>> {
  readonly naam: string
  readonly geslacht: WereldStudent['geslacht']
  readonly burgerservicenummer?: string
  readonly onderwijsnummer?: string
  readonly toelichting: string
  readonly leerling: { readonly geboortedatum: Datum; readonly woontInNederland?: boolean }
  readonly bpv?: readonly WereldBpv[]
  readonly verwacht: readonly Verwachting[]
}

function maakStudent(regio: Regio, tekst: Studenttekst): WereldStudent {
  return {
    naam: tekst.naam,
    geslacht: tekst.geslacht,
    burgerservicenummer: tekst.burgerservicenummer ?? null,
    onderwijsnummer: tekst.onderwijsnummer ?? null,
    toelichting: tekst.toelichting,
    dossier: maakDossier(regio, tekst),
    bpv: tekst.bpv ?? [],
    verwacht: tekst.verwacht,
  }
}

function maakDossier(regio: Regio, tekst: Studenttekst): Dossier {
  return {
    leerling: { geboortedatum: tekst.leerling.geboortedatum, woontInNederland: tekst.leerling.woontInNederland ?? true },
    voActiviteitenAfgerondOp: tekst.voActiviteitenAfgerondOp ?? null,
    organisaties: regio.organisaties,
    rioAangebodenOpleidingen: regio.rioAangebodenOpleidingen,
    samenwerkingsovereenkomsten: regio.samenwerkingsovereenkomsten,
    interneRegelingen: regio.interneRegelingen,
    schoolvakanties: regio.schoolvakanties,
    leerrouteplannen: tekst.leerrouteplannen ?? [],
    gezamenlijkeOordelen: tekst.gezamenlijkeOordelen ?? [],
    inschrijvingenVo: tekst.inschrijvingenVo ?? [],
    inschrijvingenMbo: tekst.inschrijvingenMbo ?? [],
    diplomas: tekst.diplomas ?? [],
    behaaldeOnderdelen: tekst.behaaldeOnderdelen ?? [],
    afwezigheid: tekst.afwezigheid ?? [],
    verzuimmeldingen: tekst.verzuimmeldingen ?? [],
  }
}
