import type { Diploma } from '../../bron/index.ts'
import { leeftijdOp } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Partij } from '../../kern/leerroute.ts'
import type { GebruikteNorm, Reden } from '../../kern/reden.ts'
import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { schrijfDag } from '../../kern/zinnen.ts'
import { brinnenVan, feitVanOpen } from '../../leerroute/zonder-register.ts'
import type { OpenInschrijving, Stand } from '../../leerroute/index.ts'
import type { Normen } from '../../normen/index.ts'
import { heeftStartkwalificatie } from './startkwalificatie.ts'
import type { WieMeldtFeiten } from './wie-meldt.ts'
import { wieMeldt } from './wie-meldt.ts'

export interface Vsvoordeel {
  readonly vsv: Partij
  readonly reden: Reden
  readonly signaal: Signaal | undefined
}

export interface Vsvfeiten {
  readonly leerling: { readonly geboortedatum: Datum }
  readonly diplomas: readonly Diploma[]
}

/** De 1 oktober op of voor de dag (t+1) en die van het jaar ervoor (t) (K-VSV-02). */
export function vsvTeldata(op: Datum): { readonly vorige: Datum; readonly laatste: Datum } {
  const jaar = Number(op.slice(0, 4)) - (op.slice(5) >= '10-01' ? 0 : 1)
  return { vorige: eenOktober(jaar - 1), laatste: eenOktober(jaar) }
}

/**
 * K-VSV-02, K-VSV-03: ingeschreven op 1 oktober t, toen onder de leeftijdsgrens, op 1 oktober t+1 niet in bekostigd onderwijs en dan zonder
 * startkwalificatie. Toegerekend aan wie op 1 oktober t aan zet was. Bron: S37, S38; meetdagen afgeleid.
 */
export function bepaalVsv(op: Datum, feiten: Vsvfeiten, peilOp: (dag: Datum) => WieMeldtFeiten, normen: Normen): Vsvoordeel {
  const { vorige, laatste } = vsvTeldata(op)
  const opLaatste = peilOp(laatste).stand
  if (isBekostigdIngeschreven(opLaatste)) return geenVsv(`op ${schrijfDag(laatste)} was de leerling ingeschreven met indicatie J`)
  const opVorige = peilOp(vorige)
  const partij = wieMeldt(opVorige)
  if (!isIngeschreven(opVorige.stand)) return geenVsv(`op ${schrijfDag(vorige)} was de leerling niet ingeschreven`)
  const grens = normen.getal('verzuim/vsv-leeftijdsgrens', vorige)
  if (grens.soort !== 'geldt') return geenVsv(`voor ${schrijfDag(vorige)} ligt geen leeftijdsgrens vast`)
  if (leeftijdOp(feiten.leerling.geboortedatum, vorige) >= grens.waarde) return geenVsv(`op ${schrijfDag(vorige)} was de leerling ${grens.waarde} of ouder`, grens.norm)
  if (heeftStartkwalificatie(feiten.diplomas, laatste, normen)) return geenVsv(`op ${schrijfDag(laatste)} had de leerling een startkwalificatie`)
  return welVsv(partij, opVorige.stand, vorige, laatste, grens.norm)
}

export function isIngeschreven(stand: Stand): boolean {
  return stand.vo.open.length > 0 || stand.mbo.open.length > 0
}

function isBekostigdIngeschreven(stand: Stand): boolean {
  return stand.vo.open.some(isBekostigbaar) || stand.mbo.open.some(isBekostigbaar)
}

function isBekostigbaar(open: OpenInschrijving): boolean {
  return open.periode?.indicatieBekostigbaar === 'J'
}

function geenVsv(waarom: string, norm?: GebruikteNorm): Vsvoordeel {
  const reden: Reden = { onderwerp: 'vsv', regels: ['K-VSV-02', 'K-CAS-10'], uitkomst: 'geen', uitleg: `Geen voortijdig schoolverlater: ${waarom}.` }
  return { vsv: 'geen', reden: norm === undefined ? reden : { ...reden, normen: [norm] }, signaal: undefined }
}

function welVsv(partij: Partij, stand: Stand, vorige: Datum, laatste: Datum, norm: GebruikteNorm): Vsvoordeel {
  const open = [...(partij === 'MBO' ? [] : stand.vo.open), ...(partij === 'VO' ? [] : stand.mbo.open)]
  const feiten = open.map(feitVanOpen)
  const uitleg = `De leerling is voortijdig schoolverlater: ingeschreven op ${schrijfDag(vorige)}, op ${schrijfDag(laatste)} niet in bekostigd onderwijs en zonder startkwalificatie. ${TOEREKENING[partij]}`
  return {
    vsv: partij,
    reden: { onderwerp: 'vsv', regels: ['K-VSV-03', 'K-VSV-02'], uitkomst: partij, uitleg, feiten, normen: [norm] },
    signaal: maakSignaal('SIG-VSV', {
      regels: ['K-VSV-02', 'K-VSV-03'],
      uitleg: `${uitleg} Neem contact op met de leerling en met het Doorstroompunt.`,
      voor: brinnenVan(open),
      feiten,
      normen: [norm],
    }),
  }
}

const TOEREKENING: Readonly<Record<Partij, string>> = {
  VO: 'Dit telt bij het vo, dat op de eerste datum aan zet was.',
  MBO: 'Dit telt bij het mbo, dat op de eerste datum aan zet was.',
  onbepaald: 'Bij wie dit telt is onbepaald, want de fase was toen onbepaald.',
  geen: '',
}

function eenOktober(jaar: number): Datum {
  return `${String(Math.max(jaar, 0)).padStart(4, '0')}-10-01` as Datum
}
