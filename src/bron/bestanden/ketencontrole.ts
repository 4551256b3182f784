import { beginSchooljaar, parseDatum, plusDagen, schooljaar } from '../../kern/datum.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import type { Normen } from '../../normen/index.ts'
import { lees, naarPeriode } from './bouw-persoon.ts'
import type { Controle, Meldpunt } from './melding.ts'
import type { PeriodeUitBestand } from './persoon.ts'
import type { GelezenRecord } from './recordlezer.ts'

/** Een ketenregel die aan één mbo-inschrijving te zien is; dezelfde codes als de signalen in het register. */
interface Ketenregel {
  readonly regel: string
  readonly signaal: Signaalcode
  readonly titel: string
  readonly veld: string
  readonly geldt: (p: PeriodeUitBestand, telt: boolean) => boolean
  readonly waarde: (p: PeriodeUitBestand) => string | null
  readonly uitleg: string
  readonly verwacht: string
  readonly remedie: string
}

const heeftRoute = (p: PeriodeUitBestand): boolean => p.leerroute === 'DLR' || p.leerroute === 'GLR'
const REGELS: readonly Ketenregel[] = [
  {
    regel: 'K-DLR-01', signaal: 'SIG-ROUTE-VOOR-2020', titel: 'Route voor 1 augustus 2020', veld: 'Leerroute', waarde: (p) => p.leerroute ?? p.leerroutefase,
    geldt: (p, telt) => !telt && (p.leerroute !== null || p.leerroutefase !== null), uitleg: 'Deze periode begint voor 1 augustus 2020. Toen bestond de leerroute nog niet.',
    verwacht: 'geen leerroute en geen fase voor 1 augustus 2020', remedie: 'Maak leerroute en leerroutefase leeg, of verbeter het begin van de periode.',
  },
  {
    regel: 'K-FASE-06', signaal: 'SIG-FASE-ONTBREEKT', titel: 'Route zonder fase', veld: 'Leerroutefase', waarde: () => '',
    geldt: (p, telt) => telt && heeftRoute(p) && p.leerroutefase === null, uitleg: 'De leerroute is gevuld, maar de leerroutefase is leeg.',
    verwacht: 'VO of MBO, verplicht bij DLR en GLR', remedie: 'Vul bij de periode het veld ‘Leerroutefase’ in: VO of MBO.',
  },
  {
    regel: 'K-FASE-06', signaal: 'SIG-ROUTE-ONTBREEKT', titel: 'Fase zonder route', veld: 'Leerroute', waarde: () => '',
    geldt: (p, telt) => telt && p.leerroute === null && p.leerroutefase !== null, uitleg: 'De leerroutefase is gevuld, maar de leerroute is leeg.',
    verwacht: 'DLR of GLR, verplicht bij een fase', remedie: 'Vul bij de periode het veld ‘Leerroute’ in: DLR of GLR. Of maak de fase leeg.',
  },
  {
    regel: 'K-ROD-10', signaal: 'SIG-ENTREE', titel: 'Route naar entree', veld: 'Niveau', waarde: (p) => p.niveau,
    geldt: (p, telt) => telt && heeftRoute(p) && p.niveau === 'MBO-1', uitleg: 'Een leerroute naar entree (niveau 1) bestaat niet (K-DLR-04).',
    verwacht: 'MBO-2, MBO-3 of MBO-4 bij DLR; MBO-2 bij GLR', remedie: 'Verbeter het niveau en de opleidingcode, of maak leerroute en leerroutefase leeg.',
  },
  {
    regel: 'K-ROD-10', signaal: 'SIG-GLR-NIVEAU', titel: 'GLR met ander niveau dan 2', veld: 'Niveau', waarde: (p) => p.niveau,
    geldt: (p, telt) => telt && p.leerroute === 'GLR' && (p.niveau === 'MBO-3' || p.niveau === 'MBO-4'), uitleg: 'Een geïntegreerde leerroute leidt alleen op tot niveau 2 (K-DLR-05).',
    verwacht: 'MBO-2', remedie: 'Is het een doorlopende leerroute? Vul dan DLR in. Verbeter anders het niveau.',
  },
  {
    regel: 'K-BEK-06', signaal: 'SIG-BEKOSTIGBAAR', titel: 'Route, maar niet bekostigbaar', veld: 'Indicatie bekostigbaar', waarde: (p) => p.bekostigbaar,
    geldt: (p, telt) => telt && heeftRoute(p) && p.bekostigbaar === 'N', uitleg: 'De student volgt een leerroute, maar de inschrijving staat op niet bekostigbaar.',
    verwacht: 'J, bij vo en bij mbo, in beide fasen', remedie: 'Zet ‘Indicatie bekostigbaar’ op J. De fase bepaalt welke school geld krijgt.',
  },
]

/** Controleert de ketenregels op de perioden van één inschrijving. `totEnMet` = laatste dag van het overzicht. */
export function controleerKeten(isp: readonly GelezenRecord[], einde: string | null, totEnMet: string | null, { m, regels: { normen } }: Controle): void {
  const eersteBegin = eersteBegindatum(normen)
  const perioden = isp.map((r) => metPeriode(r, eersteBegin)).toSorted((a, b) => (a.p.datumBegin < b.p.datumBegin ? -1 : 1))
  for (const { r, p, telt } of perioden) {
    for (const k of REGELS) if (p.datumBegin !== '' && k.geldt(p, telt)) meldKeten(r, k, k.waarde(p), m)
    if (telt && heeftRoute(p) && p.niveau === null && 'niveau' in r.indeling.plaats) {
      m.meld({ regelnummer: r.regelnummer, recordsoort: 'ISP', veld: 'Niveau', veldnummer: (r.indeling.plaats['niveau'] ?? 0) + 2, regel: 'K-CAS-06', titel: 'Route zonder niveau', ernst: 'kijk-na', uitleg: 'Het niveau is leeg. Of de route bij het niveau past, kunnen wij niet controleren.', verwacht: 'MBO-2, MBO-3 of MBO-4', remedie: 'Vul het niveau in.' })
    }
  }
  controleerFase(perioden, einde ?? totEnMet, normen, m)
}

/**
 * K-FASE-02, K-FASE-04: vanaf het derde schooljaar van de route hoort fase MBO. De route kan in het vo eerder begonnen
 * zijn, dus aan een mbo-bestand is alleen te zien dat fase VO te lang duurt, niet dat fase MBO te vroeg komt.
 */
function controleerFase(perioden: readonly Ketenperiode[], einde: string | null, normen: Normen, m: Meldpunt): void {
  const route = perioden.filter(({ p, telt }) => telt && heeftRoute(p))
  const start = parseDatum(route[0]?.p.datumBegin ?? '')
  const jaren = start && normen.getal('leerroute/jaren-fase-vo', start)
  if (start === undefined || jaren?.soort !== 'geldt') return
  const faseMboVanaf = `${schooljaar(beginSchooljaar(start)) + jaren.waarde}-08-01`
  perioden.forEach(({ r, p, telt }, i) => {
    const volgende = parseDatum(perioden[i + 1]?.p.datumBegin ?? '')
    const laatste = volgende ? plusDagen(volgende, -1) : p.datumEind ?? einde ?? ''
    if (!telt || !heeftRoute(p) || p.leerroutefase !== 'VO' || laatste < faseMboVanaf) return
    m.meld({ regelnummer: r.regelnummer, recordsoort: 'ISP', veld: 'Leerroutefase', veldnummer: (r.indeling.plaats['leerroutefase'] ?? 0) + 2, waarde: 'VO', regel: 'K-FASE-04', signaal: 'SIG-FASE-AFWIJKEND', titel: 'Fase VO duurt te lang', ernst: 'kijk-na', uitleg: `De route begon op ${start}. Na ${jaren.waarde} schooljaren hoort fase MBO, dus vanaf ${faseMboVanaf}.`, verwacht: `een nieuwe periode met fase MBO vanaf ${faseMboVanaf}`, remedie: 'Doet de student er langer over? Dan hoeft u niets te doen. Voeg anders een periode met fase MBO toe.' })
  })
}

/** K-CAS-03: een routeperiode van voor de eerste begindatum telt niet als route; dan gelden de andere routeregels niet. */
interface Ketenperiode {
  readonly r: GelezenRecord
  readonly p: PeriodeUitBestand
  readonly telt: boolean
}

function metPeriode(r: GelezenRecord, eersteBegin: string): Ketenperiode {
  const p = naarPeriode(r)
  return { r, p, telt: p.datumBegin >= eersteBegin }
}

/** K-DLR-01: de eerste waarde die de norm ooit had; een vroegere route is er altijd een die te vroeg begon. */
function eersteBegindatum(normen: Normen): string {
  const [eerste] = normen.wijzigingsdata('leerroute/eerste-begindatum')
  const norm = eerste && normen.datum('leerroute/eerste-begindatum', eerste)
  if (norm?.soort !== 'geldt') throw new Error('de norm leerroute/eerste-begindatum heeft geen waarde; zonder die dag is geen route te lezen')
  return norm.waarde
}

function meldKeten(r: GelezenRecord, k: Ketenregel, waarde: string | null, m: Meldpunt): void {
  const index = r.indeling.velden.findIndex((v) => v.naam === k.veld)
  m.meld({
    regelnummer: r.regelnummer, recordsoort: r.indeling.recordsoort, veld: k.veld, veldnummer: index + 2, ...(waarde ? { waarde } : {}), regel: k.regel, signaal: k.signaal,
    titel: k.titel, ernst: 'kijk-na', uitleg: k.uitleg, verwacht: k.verwacht, remedie: `${k.remedie} Maak daarna het bestand opnieuw.`,
  })
}

/** De ISP-records van een student per inschrijving. */
export function perInschrijving(kinderen: ReadonlyMap<string, readonly GelezenRecord[]>): readonly { readonly sleutel: string; readonly isp: readonly GelezenRecord[] }[] {
  return [...kinderen].map(([sleutel, lijst]) => ({ sleutel, isp: lijst.filter((k) => k.indeling.recordsoort === 'ISP' && lees(k, 'datumBegin') !== null) }))
}
