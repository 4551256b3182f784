import { bepaalBetaler, signaleerBekostigbaar } from '../../bekostiging/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Partij } from '../../kern/leerroute.ts'
import type { Reden } from '../../kern/reden.ts'
import { beoordeelRoute, brinnenVan, feitVanOpen, heeftOpenInschrijving, peil, peilFase } from '../../leerroute/zonder-register.ts'
import type { OpenInschrijving, Peiling } from '../../leerroute/index.ts'
import type { Normen } from '../../normen/index.ts'
import { bepaalMboVerklaring } from '../../verklaring/index.ts'
import {
  bepaalAbsoluutVerzuim, bepaalOpenDrempels, bepaalVsv, heeftStartkwalificatie, kiesMelding, motiveerMelding, motiveerWieMeldt,
  signaleerOpenDrempels, signaleerVerkeerdePartij, telDrempels, wieMeldt,
} from '../../verzuim/zonder-register.ts'
import type { Drempel, OpenDrempel } from '../../verzuim/index.ts'
import type { Besluit, Signaal } from '../besluit.ts'
import type { Dossier, Vraag } from '../dossier.ts'
import { bekendDossier } from './kennis.ts'

/**
 * Het besluit over één leerling op één dag, met elke reden erbij. Dit is de enige plaats waar besluiten ontstaan; scherm, API en CLI tonen ze.
 * Leest het dossier eerst zoals het op `vraag.bekendOp` bekend was (K-CAS-01). Gooit niet; een norm die nog niet gold geeft geen plicht en geen signaal.
 */
export function beslis(dossier: Dossier, vraag: Vraag, normen: Normen): Besluit {
  const bekend = bekendDossier(dossier, vraag.bekendOp)
  return beslisBekend(bekend, telVerzuim(bekend, normen), vraag, normen)
}

/** Elke bereikte drempel van 16 uur (K-CAS-08); voor elke dag gelijk, dus voor een tijdlijn één keer te tellen. */
export function telVerzuim(bekend: Dossier, normen: Normen): readonly Drempel[] {
  if (bekend.afwezigheid.length === 0) return GEEN_DREMPELS
  return telDrempels(bekend, (dag) => heeftOpenInschrijving(bekend, dag), normen)
}

const GEEN_DREMPELS: readonly Drempel[] = []

/** Als `beslis`, voor een dossier waarin alleen staat wat telt. */
export function beslisBekend(bekend: Dossier, drempels: readonly Drempel[], vraag: Vraag, normen: Normen): Besluit {
  const op = vraag.peildatum
  const peiling = peil(bekend, op, normen)
  const route = beoordeelRoute(peiling)
  const betaler = bepaalBetaler(peiling)
  const verzuim = beslisVerzuim(bekend, drempels, op, normen)
  const vsv = bepaalVsv(op, bekend, (dag) => peilFase(bekend, dag, normen), normen)
  const absoluut = bepaalAbsoluutVerzuim(peiling.stand, bekend, normen)
  const verklaring = bepaalMboVerklaring(peiling.stand, bekend, normen, (dag) => heeftStartkwalificatie(bekend.diplomas, dag, normen))
  const isp = telIspPerioden(peiling)
  return {
    peildatum: op,
    bekendOp: vraag.bekendOp,
    fase: peiling.fase,
    verzuim: wieMeldt(peiling),
    vsv: vsv.vsv,
    bekostiging: betaler.bekostiging,
    registraties: route.registraties,
    signalen: bundel(route.signalen, verzuim.signalen, signaleerBekostigbaar(peiling), vsv.signaal, absoluut.signaal, verklaring.signaal),
    meldplicht: verzuim.melding?.verplicht ?? null,
    melding: verzuim.melding === undefined ? null : { partij: verzuim.melding.partij, begin: verzuim.melding.drempel.begin, eind: verzuim.melding.drempel.eind },
    mboVerklaring: verklaring.mboVerklaring,
    absoluutVerzuim: absoluut.absoluutVerzuim,
    ispPerioden: isp.aantal,
    motivering: [
      ...route.redenen, betaler.reden, motiveerWieMeldt(peiling), motiveerMelding(verzuim.melding),
      vsv.reden, absoluut.reden, verklaring.reden, isp.reden,
    ],
  }
}

function beslisVerzuim(bekend: Dossier, drempels: readonly Drempel[], op: Datum, normen: Normen): {
  readonly melding: OpenDrempel | undefined
  readonly signalen: Besluit['signalen']
} {
  if (drempels.length === 0 && bekend.verzuimmeldingen.length === 0) return GEEN_VERZUIM
  const peilOp = (dag: Datum) => peilFase(bekend, dag, normen)
  const partijOp = (dag: Datum): Partij => wieMeldt(peilOp(dag))
  const brinnenOp = (dag: Datum, partij: Partij): readonly string[] => brinnenVan(openVan(peilOp(dag), partij))
  const feiten = { geboortedatum: bekend.leerling.geboortedatum, diplomas: bekend.diplomas, verzuimmeldingen: bekend.verzuimmeldingen }
  const open = bepaalOpenDrempels(drempels, op, feiten, partijOp, normen)
  const verkeerd = signaleerVerkeerdePartij(bekend.verzuimmeldingen, op, partijOp, brinnenOp)
  const signalen = signaleerOpenDrempels(open, brinnenOp)
  return { melding: kiesMelding(open), signalen: verkeerd === undefined ? signalen : [...signalen, verkeerd] }
}

/** Elke code komt uit één regel, dus elk signaal staat er hoogstens één keer (K-CAS-10). */
function bundel(route: readonly Signaal[], verzuim: readonly Signaal[], ...los: readonly (Signaal | undefined)[]): readonly Signaal[] {
  const signalen = verzuim.length === 0 ? [...route] : [...route, ...verzuim]
  for (const signaal of los) {
    if (signaal !== undefined) signalen.push(signaal)
  }
  return signalen
}

const GEEN_VERZUIM = { melding: undefined, signalen: [] } as const

function openVan({ stand }: Pick<Peiling, 'stand'>, partij: Partij): readonly OpenInschrijving[] {
  if (partij === 'VO') return stand.vo.open
  if (partij === 'MBO') return stand.mbo.open
  return partij === 'geen' ? [] : [...stand.vo.open, ...stand.mbo.open]
}

/** K-CAS-10: het aantal perioden, van welke datum ook, van de open mbo-inschrijvingen; leeg als er geen open is. */
function telIspPerioden({ stand }: Peiling): { readonly aantal: number | null; readonly reden: Reden } {
  let aantal = 0
  for (const { inschrijving } of stand.mbo.open) aantal += inschrijving.perioden.length
  // Een open inschrijving waarvan op de kennisdatum geen periode bekend is, heeft er geen: dan is het aantal leeg, niet 0.
  if (aantal === 0) return { aantal: null, reden: GEEN_MBO_OPEN }
  return {
    aantal,
    reden: {
      onderwerp: 'inschrijvingen',
      regels: ['K-CAS-10', 'K-FASE-07'],
      uitkomst: String(aantal),
      uitleg: `De open mbo-inschrijving heeft ${aantal} ${aantal === 1 ? 'periode' : 'perioden'}.`,
      feiten: stand.mbo.open.map(feitVanOpen),
    },
  }
}

const GEEN_MBO_OPEN: Reden = {
  onderwerp: 'inschrijvingen', regels: ['K-CAS-10'], uitkomst: 'geen', uitleg: 'Er is geen open mbo-inschrijving met perioden.',
}
