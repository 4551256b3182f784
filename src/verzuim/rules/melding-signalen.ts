import type { Datum } from '../../kern/datum.ts'
import type { Partij } from '../../kern/leerroute.ts'
import type { Feit, Reden } from '../../kern/reden.ts'
import { maakSignaal, uniek } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { schrijfDag } from '../../kern/zinnen.ts'
import { maakFeit } from '../../leerroute/zonder-register.ts'
import type { Verzuimmelding } from '../afwezigheid.ts'
import { isIngediend } from './open-melding.ts'
import type { OpenDrempel } from './open-melding.ts'

/** De BRIN van de scholen van een partij op een dag; bij `onbepaald` die van beide. */
export type BrinnenOp = (dag: Datum, partij: Partij) => readonly string[]

/** K-VZM-02, K-VZM-03, K-VZM-07, K-CAS-09: elke open drempel geeft zijn signaal; meer drempels geven samen één signaal per code. Bron: S11. */
export function signaleerOpenDrempels(open: readonly OpenDrempel[], brinnenOp: BrinnenOp): readonly Signaal[] {
  if (open.length === 0) return []
  const verplicht = open.filter((drempel) => drempel.verplicht)
  const mogelijk = open.filter((drempel) => !drempel.verplicht)
  const overdracht = open.filter((drempel) => drempel.overdrachtVan !== null)
  const signalen: Signaal[] = []
  if (verplicht.length > 0) {
    signalen.push(overDrempels('SIG-VERZUIM-16U', ['K-VZM-02', 'K-CAS-09'], verplicht, brinnenOp, (d) => `${beschrijfUren(d)}. De leerling was toen jonger dan ${leeftijd(d)}. ${MOET[d.partij]}`))
  }
  if (mogelijk.length > 0) {
    signalen.push(overDrempels('SIG-VERZUIM-18PLUS-MOGELIJK', ['K-VZM-03', 'K-CAS-09'], mogelijk, brinnenOp, (d) => `${beschrijfUren(d)}. De leerling was toen ${leeftijd(d)} of ouder. ${MAG[d.partij]}`))
  }
  if (overdracht.length > 0) {
    // De school die de uren heeft, kan de leerling op de laatste dag al hebben uitgeschreven; zij is van een eerdere dag.
    const gever = overdracht.flatMap(({ drempel, overdrachtVan }) => drempel.dagen.flatMap((dag) => overdrachtVan === null ? [] : brinnenOp(dag, overdrachtVan)))
    const signaal = overDrempels('SIG-VERZUIM-OVERDRACHT', ['K-VZM-07', 'K-CAS-09'], overdracht, brinnenOp, beschrijfOverdracht)
    signalen.push({ ...signaal, voor: uniek([...gever, ...signaal.voor]) })
  }
  return signalen
}

/**
 * K-VZM-08: een melding door de partij die op de einddatum niet aan zet was. Vanaf de dag van melden tot de dag van intrekken.
 * Was de partij toen `onbepaald` of `geen`, dan is er geen signaal. Afgeleid.
 */
export function signaleerVerkeerdePartij(
  meldingen: readonly Verzuimmelding[],
  op: Datum,
  partijOp: (dag: Datum) => Partij,
  brinnenOp: BrinnenOp,
): Signaal | undefined {
  const fout = meldingen.filter((melding) => isIngediend(melding, op) && isVerkeerd(melding, partijOp(melding.eind)))
  if (fout.length === 0) return undefined
  const zinnen = fout.map((melding) =>
    `Het ${WOORD[melding.partij]} meldde op ${schrijfDag(melding.ingediendOp)} verzuim tot en met ${schrijfDag(melding.eind)}, maar toen was het ${WOORD[partijOp(melding.eind)]} aan zet.`)
  return maakSignaal('SIG-VERZUIM-VERKEERDE-PARTIJ', {
    regels: ['K-VZM-08', 'K-VZM-01'],
    uitleg: `${zinnen.join(' ')} Trek de melding in; de melding telt niet.`,
    voor: fout.flatMap((melding) => [...brinnenOp(melding.eind, melding.partij), ...brinnenOp(melding.eind, partijOp(melding.eind))]),
    feiten: fout.map((melding) => maakFeit('melding', `${melding.partij}, ${melding.begin} tot en met ${melding.eind}`, melding.vastgelegdOp)),
  })
}

export function motiveerMelding(gekozen: OpenDrempel | undefined): Reden {
  if (gekozen === undefined) return GEEN_MELDING
  const { drempel, partij, verplicht } = gekozen
  return {
    onderwerp: 'melding',
    regels: verplicht ? ['K-VZM-02', 'K-CAS-09'] : ['K-VZM-03', 'K-CAS-09'],
    uitkomst: partij,
    uitleg: `${beschrijfUren(gekozen)}. ${verplicht ? MOET[partij] : MAG[partij]}`,
    feiten: drempel.dagen.map(feitVanDag),
    normen: [gekozen.norm],
  }
}

const GEEN_MELDING: Reden = {
  onderwerp: 'melding', regels: ['K-CAS-09'], uitkomst: 'geen', uitleg: 'Er staat geen verzuimmelding open. Er is geen drempel bereikt waarvoor nog een melding moet of mag.',
}

const WOORD: Readonly<Record<Partij, string>> = { VO: 'vo', MBO: 'mbo', onbepaald: 'vo of mbo', geen: 'geen van beide' }

const MOET = {
  VO: 'Het vo moet dit melden.',
  MBO: 'Het mbo moet dit melden.',
  onbepaald: 'Een van beide scholen moet dit melden; wie is pas te zeggen als de fase klopt.',
} as const

const MAG = {
  VO: 'Het vo mag dit melden.',
  MBO: 'Het mbo mag dit melden.',
  onbepaald: 'De school mag dit melden; welke is pas te zeggen als de fase klopt.',
} as const

function isVerkeerd(melding: Verzuimmelding, aanZet: Partij): boolean {
  return (aanZet === 'VO' || aanZet === 'MBO') && melding.partij !== aanZet
}

function beschrijfUren({ drempel }: OpenDrempel): string {
  return `Van ${schrijfDag(drempel.begin)} tot en met ${schrijfDag(drempel.eind)} miste de leerling ${schrijfUren(drempel.uren)} uur zonder toestemming`
}

/** De grens zelf, uit de norm van die dag. */
function leeftijd({ norm }: OpenDrempel): string {
  return String(norm.waarde)
}

function beschrijfOverdracht({ drempel, partij, overdrachtVan }: OpenDrempel): string {
  return `Een deel van de uren tot en met ${schrijfDag(drempel.eind)} valt op dagen waarop het ${WOORD[overdrachtVan ?? 'geen']} aan zet was. Het ${WOORD[overdrachtVan ?? 'geen']} geeft die uren door aan het ${WOORD[partij]}.`
}

function schrijfUren(uren: number): string {
  return String(Math.round(uren * 100) / 100).replace('.', ',')
}

function overDrempels(
  code: Signaal['code'],
  regels: Signaal['regels'],
  drempels: readonly OpenDrempel[],
  brinnenOp: BrinnenOp,
  beschrijf: (drempel: OpenDrempel) => string,
): Signaal {
  return maakSignaal(code, {
    regels,
    uitleg: drempels.map(beschrijf).join(' '),
    voor: drempels.flatMap(({ drempel, partij }) => brinnenOp(drempel.eind, partij)),
    feiten: drempels.flatMap(({ drempel }) => drempel.dagen.map(feitVanDag)),
    normen: [...new Set(drempels.map(({ norm }) => norm))],
  })
}

function feitVanDag(dag: Datum): Feit {
  return maakFeit('afwezigheid', `ongeoorloofd op ${dag}`, undefined)
}
