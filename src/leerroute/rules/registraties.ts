import type { Inschrijving } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Registratiecode } from '../../kern/leerroute.ts'
import type { Reden, RegelId } from '../../kern/reden.ts'
import type { Registraties } from '../registraties.ts'
import { feitVanOpen } from './feiten.ts'
import type { Peiling } from './peiling.ts'
import { draagtRoute, isBeeindigd } from './stand.ts'
import type { Registerstand } from './stand.ts'

/** Welke fouten in route, niveau of leerweg de registratie zelf fout maken (K-CAS-05). */
export interface Routefouten {
  /** SIG-ENTREE, SIG-GLR-NIVEAU of SIG-GLR-LEERWEG. */
  readonly route: boolean
  /** SIG-LEERJAAR. */
  readonly leerjaar: boolean
}

export interface Registratieoordeel {
  readonly registraties: Registraties
  readonly redenen: readonly Reden[]
}

/**
 * K-CAS-05: wat er hoort te zijn in RIO en ROD, aan vo-kant en mbo-kant. W gaat voor alles; daarna beslist de fase.
 * Bron: S0, S2 (K-RIO-01, K-ROD-01, -04, -06, -07); als tabel afgeleid.
 */
export function bepaalRegistraties(peiling: Peiling, fouten: Routefouten): Registratieoordeel {
  const metRoute = peiling.stand.routes.length > 0
  const rodVo = bepaalVo(peiling, fouten)
  const rodMbo = bepaalMbo(peiling, fouten)
  return {
    registraties: { rioVo: metRoute ? 'R' : null, rioMbo: metRoute ? 'R' : null, rodVo: rodVo.code, rodMbo: rodMbo.code },
    redenen: [
      ...(metRoute ? RIO_VERPLICHT : RIO_NVT),
      maakReden('ROD vo', rodVo, peiling.stand.vo),
      maakReden('ROD mbo', rodMbo, peiling.stand.mbo),
    ],
  }
}

/** Droeg deze inschrijving in een van haar perioden een route die telt (K-CAS-05, K-ROD-06)? */
export function droegRoute(inschrijving: Inschrijving, eersteBegin: Datum): boolean {
  return inschrijving.perioden.some((periode) => draagtRoute(periode, eersteBegin))
}

interface Oordeel {
  readonly code: Registratiecode
  readonly regels: readonly [RegelId, ...RegelId[]]
  readonly uitleg: string
}

function bepaalVo(peiling: Peiling, fouten: Routefouten): Oordeel {
  const register = peiling.stand.vo
  if (heeftGenegeerde(register)) return ROUTE_TE_VROEG
  if (fouten.leerjaar) return LEERJAAR_FOUT
  if (fouten.route) return register.metRoute.length > 0 ? ROUTE_FOUT : ROUTE_ELDERS_FOUT
  if (peiling.fase === null) return zonderRoute(peiling, register, peiling.feiten.inschrijvingenVo)
  if (peiling.fase === 'onbepaald') return register.open.length > 0 ? ONBEPAALD_OPEN : ONBEPAALD_LEEG
  if (peiling.fase === 'VO') return VO_IN_FASE_VO
  return peiling.voActiviteitenAfgerond ? VO_KLAAR : VO_NIET_KLAAR
}

function bepaalMbo(peiling: Peiling, fouten: Routefouten): Oordeel {
  const register = peiling.stand.mbo
  if (heeftGenegeerde(register)) return ROUTE_TE_VROEG
  if (fouten.route) return register.metRoute.length > 0 ? ROUTE_FOUT : ROUTE_ELDERS_FOUT
  if (peiling.fase === null) {
    if (peiling.stand.vo.open.length > 0 && register.open.some((open) => droegRouteEerder(open.inschrijving, peiling))) return MBO_NA_ROUTE
    return zonderRoute(peiling, register, peiling.feiten.inschrijvingenMbo)
  }
  if (peiling.fase === 'onbepaald') return register.open.length > 0 ? ONBEPAALD_OPEN : ONBEPAALD_LEEG
  return peiling.fase === 'VO' ? MBO_IN_FASE_VO : MBO_IN_FASE_MBO
}

function zonderRoute(peiling: Peiling, register: Registerstand, inschrijvingen: readonly Inschrijving[]): Oordeel {
  if (register.open.length > 0) return ZONDER_ROUTE_OPEN
  const beeindigd = inschrijvingen.some((inschrijving) => isBeeindigd(inschrijving, peiling.op) && droegRoute(inschrijving, peiling.eersteBegin))
  return beeindigd ? ZONDER_ROUTE_BEEINDIGD : ZONDER_ROUTE_LEEG
}

/** K-UIT-01: een eerdere periode van deze open inschrijving droeg de route. */
function droegRouteEerder(inschrijving: Inschrijving, peiling: Peiling): boolean {
  return inschrijving.perioden.some((periode) => periode.datumBegin <= peiling.op && draagtRoute(periode, peiling.eersteBegin))
}

function heeftGenegeerde(register: Registerstand): boolean {
  return register.open.some((open) => open.genegeerd)
}

function maakReden(naam: string, oordeel: Oordeel, register: Registerstand): Reden {
  const reden: Reden = { onderwerp: 'registraties', regels: oordeel.regels, uitkomst: oordeel.code ?? 'geen', uitleg: `${naam}: ${oordeel.uitleg}` }
  return register.open.length === 0 ? reden : { ...reden, feiten: register.open.map(feitVanOpen) }
}

const RIO_VERPLICHT: readonly Reden[] = [
  { onderwerp: 'registraties', regels: ['K-RIO-01', 'K-CAS-05'], uitkomst: 'R', uitleg: 'RIO vo: verplicht. Er loopt een route, en de vo-school registreert die zelf in RIO.' },
  { onderwerp: 'registraties', regels: ['K-RIO-01', 'K-CAS-05'], uitkomst: 'R', uitleg: 'RIO mbo: verplicht. Er loopt een route, en de mbo-instelling registreert die zelf in RIO.' },
]
const RIO_NVT: readonly Reden[] = [
  { onderwerp: 'registraties', regels: ['K-CAS-05'], uitkomst: 'geen', uitleg: 'RIO vo en RIO mbo: niet van toepassing. Er loopt geen route.' },
]

const ROUTE_TE_VROEG: Oordeel = { code: 'W', regels: ['K-CAS-05', 'K-DLR-01'], uitleg: 'fout. De periode met route begint voordat routes bestonden.' }
const LEERJAAR_FOUT: Oordeel = { code: 'W', regels: ['K-CAS-05', 'K-DLR-02'], uitleg: 'fout. De route staat bij een leerjaar waarin nog geen route kan lopen.' }
const ROUTE_FOUT: Oordeel = { code: 'W', regels: ['K-CAS-05', 'K-ROD-10'], uitleg: 'fout. De route past niet bij het niveau of de leerweg.' }
const ROUTE_ELDERS_FOUT: Oordeel = { code: null, regels: ['K-CAS-05', 'K-ROD-10'], uitleg: 'niet te zeggen. De route past niet bij het niveau of de leerweg, en hier staat geen route.' }
const ONBEPAALD_OPEN: Oordeel = { code: 'R', regels: ['K-CAS-05', 'K-FASE-05'], uitleg: 'verplicht. De fase is onbepaald en deze inschrijving loopt; zij blijft nodig tot de fase klopt.' }
const ONBEPAALD_LEEG: Oordeel = { code: null, regels: ['K-CAS-05', 'K-FASE-05'], uitleg: 'niet te zeggen. De fase is onbepaald en hier loopt geen inschrijving.' }
const VO_IN_FASE_VO: Oordeel = { code: 'R', regels: ['K-ROD-01', 'K-CAS-05'], uitleg: 'verplicht. In fase VO is de leerling bij het vo ingeschreven met route en fase.' }
const VO_KLAAR: Oordeel = { code: 'E', regels: ['K-ROD-07', 'K-CAS-05'], uitleg: 'beëindigd of te beëindigen. De fase is MBO en de vo-activiteiten zijn klaar.' }
const VO_NIET_KLAAR: Oordeel = { code: 'R', regels: ['K-ROD-06', 'K-CAS-05'], uitleg: 'verplicht. De fase is MBO, maar de vo-activiteiten zijn nog niet klaar.' }
const MBO_IN_FASE_VO: Oordeel = { code: 'A', regels: ['K-ROD-04', 'K-CAS-05'], uitleg: 'toegestaan. In fase VO mag het mbo de leerling al inschrijven, bijvoorbeeld voor bpv.' }
const MBO_IN_FASE_MBO: Oordeel = { code: 'R', regels: ['K-ROD-05', 'K-CAS-05'], uitleg: 'verplicht. Vanaf de eerste dag van fase MBO is een mbo-inschrijving nodig.' }
const MBO_NA_ROUTE: Oordeel = { code: 'E', regels: ['K-UIT-01', 'K-CAS-05'], uitleg: 'te beëindigen. De leerling stopte met de route en blijft bij het vo.' }
const ZONDER_ROUTE_OPEN: Oordeel = { code: 'R', regels: ['K-CAS-05'], uitleg: 'verplicht. Er loopt een gewone inschrijving zonder route.' }
const ZONDER_ROUTE_BEEINDIGD: Oordeel = { code: 'E', regels: ['K-CAS-05'], uitleg: 'beëindigd. De inschrijving met route is voorbij.' }
const ZONDER_ROUTE_LEEG: Oordeel = { code: null, regels: ['K-CAS-05'], uitleg: 'niet van toepassing. Er loopt geen inschrijving en geen route.' }
