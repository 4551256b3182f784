import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { Dossier, Vraag } from '../../beslissing/zonder-register.ts'
import { datum, parseDatum } from '../../kern/datum.ts'
import { REGELS_MAP, bestandenIn } from '../../normen/index.ts'
import type { Normen, Normwaarde } from '../../normen/index.ts'
import { bouwDossier } from './bouw-dossier.ts'
import type { Velden } from './samenvoegen.ts'
import { alleen, isVelden, keuze, tekst, velden, voegSamen } from './samenvoegen.ts'
import { SIGNAALCODES } from '../../kern/signaalcode.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'

export interface Uitgangspunt {
  readonly naam: string
  readonly peildatum: string
  readonly feiten: Velden
  readonly dossier: Dossier
}

export interface Geval {
  /** `leerroute/rio`: hetzelfde pad als de regel die het geval test. */
  readonly bestand: string
  readonly titel: string
  readonly en: { readonly titel: string }
  readonly dossier: Dossier
  readonly vraag: Vraag
  /** Andere waarden voor deze vraag: "stel dat de drempel 17 uur is". */
  readonly normen: Velden
  readonly verwacht: Velden
  readonly wel: Signaalcode | null
  readonly niet: Signaalcode | null
  readonly toetst: readonly string[]
}

const GEVALVELDEN = ['geval', 'en', 'uitgaand_van', 'peildatum', 'bekend_op', 'gegeven', 'normen', 'verwacht', 'wel', 'niet', 'toetst']
const ANTWOORDEN = [
  'fase', 'verzuim', 'vsv', 'bekostiging', 'registraties', 'signalen', 'meldplicht', 'melding', 'mboVerklaring', 'absoluutVerzuim', 'ispPerioden',
]

export function leesUitgangspunten(): ReadonlyMap<string, Uitgangspunt> {
  const inhoud = leesYaml(join(REGELS_MAP, 'uitgangspunten.yaml'))
  if (!isVelden(inhoud)) throw new Error('uitgangspunten.yaml is een lijst van velden')
  const gedeeld = velden(inhoud, 'gedeeld')
  const namen = Object.keys(velden(inhoud, 'uitgangspunten'))
  return new Map(namen.map((naam) => {
    const uitgangspunt = velden(velden(inhoud, 'uitgangspunten'), naam)
    const feiten = voegSamen(gedeeld, velden(uitgangspunt, 'feiten'))
    return [naam, { naam, peildatum: tekst(uitgangspunt, 'peildatum'), feiten, dossier: bouwDossier(feiten) }]
  }))
}

export function leesGevallen(uitgangspunten: ReadonlyMap<string, Uitgangspunt>): readonly Geval[] {
  return bestandenIn(REGELS_MAP, 'gevallen').flatMap(([bestand, pad]) => {
    const inhoud = leesYaml(pad)
    if (!Array.isArray(inhoud) || !inhoud.every(isVelden)) throw new Error(`${bestand}: een bestand met gevallen is een lijst`)
    return inhoud.map((geval: Velden) => leesGeval(bestand, geval, uitgangspunten))
  })
}

function leesGeval(bestand: string, geval: Velden, uitgangspunten: ReadonlyMap<string, Uitgangspunt>): Geval {
  const titel = tekst(geval, 'geval')
  try {
    alleen(geval, GEVALVELDEN, 'geval')
    alleen(velden(geval, 'verwacht'), ANTWOORDEN, 'verwacht')
    const van = uitgangspunten.get(tekst(geval, 'uitgaand_van'))
    if (van === undefined) throw new Error(`uitgaand_van: ${tekst(geval, 'uitgaand_van')} staat niet in uitgangspunten.yaml`)
    const toetst = geval['toetst']
    if (!Array.isArray(toetst) || toetst.length === 0) throw new Error('toetst: noem ten minste één regel')
    const bekendOp = geval['bekend_op'] === undefined ? null : datum(tekst(geval, 'bekend_op'))
    return {
      bestand,
      titel,
      en: { titel: tekst(geval, 'en') },
      dossier: bouwDossier(voegSamen(van.feiten, velden(geval, 'gegeven'))),
      vraag: { peildatum: datum(typeof geval['peildatum'] === 'string' ? geval['peildatum'] : van.peildatum), bekendOp },
      normen: velden(geval, 'normen'),
      verwacht: velden(geval, 'verwacht'),
      wel: keuze(geval, 'wel', SIGNAALCODES),
      niet: keuze(geval, 'niet', SIGNAALCODES),
      toetst: toetst.map(String),
    }
  } catch (fout) {
    throw new Error(`${bestand}, ‘${titel}’: ${fout instanceof Error ? fout.message : String(fout)}`, { cause: fout })
  }
}

/** De normen met voor één vraag een andere waarde. Een norm die niet bestaat is een fout: dan zou het geval niets bewijzen. */
export function metAndereNormen(normen: Normen, anders: Velden): Normen {
  for (const naam of Object.keys(anders)) if (normen.wijzigingsdata(naam).length === 0) throw new Error(`de norm ${naam} bestaat niet`)
  const of = <T>(naam: string, gewoon: () => Normwaarde<T>, past: (waarde: unknown) => waarde is T): Normwaarde<T> => {
    if (!(naam in anders)) return gewoon()
    const [waarde, eerder] = [anders[naam], gewoon()]
    if (!past(waarde)) throw new Error(`de andere waarde van ${naam} past niet`)
    return eerder.soort === 'geldt' ? { ...eerder, waarde } : { soort: 'geldt', waarde, norm: verzonnenNorm(naam) }
  }
  return {
    ...normen,
    getal: (naam, op) => of(naam, () => normen.getal(naam, op), (waarde) => typeof waarde === 'number'),
    datum: (naam, op) => of(naam, () => normen.datum(naam, op), (waarde): waarde is ReturnType<typeof datum> => typeof waarde === 'string' && parseDatum(waarde) !== undefined),
    lijst: (naam, op) => of(naam, () => normen.lijst(naam, op), (waarde): waarde is readonly string[] => Array.isArray(waarde)),
  }
}

function verzonnenNorm(naam: string): Extract<Normwaarde<number>, { soort: 'geldt' }>['norm'] {
  return { norm: naam, omschrijving: 'alleen voor dit geval', waarde: 0, eenheid: 'aantal', geldigVan: '2020-08-01', bron: 'S0', zekerheid: 'afgeleid' }
}

function leesYaml(pad: string): unknown {
  const document = parseDocument(readFileSync(pad, 'utf8'), { uniqueKeys: true })
  if (document.errors.length > 0) throw new Error(`${pad}: ${document.errors.map((fout) => fout.message).join('; ')}`)
  return document.toJS()
}
