import { type Datum, parseDatum } from '../../kern/datum.ts'
import { LEERWEGEN, NIVEAUS } from '../../kern/leerroute.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Veldfout } from '../../kern/weigering.ts'
import type { Parameter } from '../../normen/index.ts'
import type { Wijziging } from '../gevolg.ts'

/** Parameters die geen uitkomst van een student op een dag veranderen: woorden, teldata, herinneringen, inloggen en wat bij een levering wordt nagekeken. */
export const ZONDER_GEVOLG: readonly string[] = [
  'rio/meetmoment-route', 'rio/herinnering-route', 'bekostiging/teldata-mbo', 'bekostiging/hoofdteldatum-mbo', 'bekostiging/jaren-tot-bekostigingsjaar-mbo', 'bron/onderwijslocatie-verplicht',
]

/** Of het zin heeft een andere waarde te proberen. */
export function kanAnders({ naam, soort }: Pick<Parameter, 'naam' | 'soort'>): boolean {
  return soort !== 'maand-dagen' && !naam.startsWith('toegang/') && !ZONDER_GEVOLG.includes(naam)
}

/** Van laag tot en met hoog, hele getallen; ruimer dan ooit nodig, maar geen tikfout van een cijfer te veel. */
const BEREIK: Readonly<Record<string, readonly [laag: number, hoog: number]>> = { jaar: [0, 40], leerjaar: [1, 6], uur: [1, 200], schoolweek: [1, 52], dag: [0, 365] }

/** Wat er in te vullen is bij een parameter. */
export type Waardeveld =
  | { readonly soort: 'getal'; readonly laag: number; readonly hoog: number }
  | { readonly soort: 'datum' }
  | { readonly soort: 'codes'; readonly codes: readonly string[] }

export function waardeveldVan({ naam, soort, eenheid }: Pick<Parameter, 'naam' | 'soort' | 'eenheid'>): Waardeveld {
  if (soort === 'datum') return { soort: 'datum' }
  if (soort === 'codes') return { soort: 'codes', codes: codesVan(naam) }
  const [laag, hoog] = BEREIK[eenheid] ?? [0, 1_000]
  return { soort: 'getal', laag, hoog }
}

function codesVan(naam: string): readonly string[] {
  if (naam.endsWith('leerwegen')) return LEERWEGEN
  return naam.endsWith('diplomas') ? DIPLOMAS : NIVEAUS
}

const DIPLOMAS = ['VMBO', 'HAVO', 'VWO'] as const
const VROEGST = '2000-01-01'
const LAATST = '2100-12-31'

/** Wat iemand invulde, nog niet gecontroleerd. */
export interface Wijzigingsinvoer {
  readonly waarden: readonly string[]
  readonly vanaf: string
}

/** Controleert de invoer tegen de eenheid van de parameter. `leesDag` leest een dag zoals mensen hem schrijven; undefined als het geen dag is. */
export function leesWijziging(parameter: Parameter, { waarden, vanaf }: Wijzigingsinvoer, leesDag: (tekst: string) => Datum | undefined): Uitkomst<Wijziging, readonly Veldfout[]> {
  const waarde = leesWaarde(waardeveldVan(parameter), waarden, leesDag)
  const dag = binnen(leesDag(vanaf))
  const fouten = [
    ...(waarde.ok ? [] : waarde.reden),
    ...eis(dag !== undefined, 'vanaf', 'De dag waarop de waarde ingaat, konden wij niet lezen.', 'Schrijf een dag van 2000 tot en met 2100, zoals 1-8-2026.'),
  ]
  if (!waarde.ok || dag === undefined) return geweigerd(fouten)
  return gelukt({ naam: parameter.naam, waarde: waarde.waarde, vanaf: dag })
}

function leesWaarde(veld: Waardeveld, waarden: readonly string[], leesDag: (tekst: string) => Datum | undefined): Uitkomst<Wijziging['waarde'], readonly Veldfout[]> {
  const tekst = waarden[0]?.trim() ?? ''
  if (veld.soort === 'getal') {
    const getal = /^\d{1,4}$/.test(tekst) ? Number(tekst) : Number.NaN
    return getal >= veld.laag && getal <= veld.hoog ? gelukt(getal) : fout('De waarde is geen getal dat hier kan.', `Vul een heel getal in van ${veld.laag} tot en met ${veld.hoog}.`)
  }
  if (veld.soort === 'datum') {
    const dag = binnen(leesDag(tekst))
    return dag === undefined ? fout('De waarde is geen dag die wij kunnen lezen.', 'Schrijf een dag van 2000 tot en met 2100, zoals 1-8-2026.') : gelukt(dag)
  }
  const gekozen = veld.codes.filter((code) => waarden.includes(code))
  return gekozen.length > 0 && gekozen.length === new Set(waarden).size ? gelukt(gekozen) : fout('Er is geen waarde gekozen die hier kan.', `Kies een of meer van: ${veld.codes.join(', ')}.`)
}

function fout(regel: string, watTeDoen: string): Uitkomst<never, readonly Veldfout[]> {
  return geweigerd(eis(false, 'waarde', regel, watTeDoen))
}

function binnen(dag: Datum | undefined): Datum | undefined {
  return dag !== undefined && parseDatum(dag) !== undefined && dag >= VROEGST && dag <= LAATST ? dag : undefined
}
