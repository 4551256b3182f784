import type { Diploma, Inschrijving } from '../../bron/index.ts'
import { leeftijdOp } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Reden } from '../../kern/reden.ts'
import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import type { Stand } from '../../leerroute/index.ts'
import type { Normen } from '../../normen/index.ts'
import { heeftStartkwalificatie } from './startkwalificatie.ts'
import { isIngeschreven } from './vsv.ts'

export interface AbsoluutVerzuimOordeel {
  readonly absoluutVerzuim: boolean
  readonly reden: Reden
  readonly signaal: Signaal | undefined
}

export interface AbsoluutVerzuimFeiten {
  readonly leerling: { readonly geboortedatum: Datum; readonly woontInNederland: boolean }
  readonly diplomas: readonly Diploma[]
  readonly inschrijvingenVo: readonly Inschrijving[]
  readonly inschrijvingenMbo: readonly Inschrijving[]
}

/**
 * K-VSV-04: onder de 18, nergens ingeschreven en zonder startkwalificatie. Alleen wie in Nederland woont, en niet voor de eerste bekende
 * inschrijving. Bron: S39, S11; laatste zin afgeleid.
 */
export function bepaalAbsoluutVerzuim(stand: Stand, feiten: AbsoluutVerzuimFeiten, normen: Normen): AbsoluutVerzuimOordeel {
  const { op } = stand
  if (isIngeschreven(stand)) return INGESCHREVEN
  const grens = normen.getal('verzuim/kwalificatieplicht-leeftijd', op)
  if (grens.soort !== 'geldt') return GEEN_NORM
  const { geboortedatum, woontInNederland } = feiten.leerling
  if (leeftijdOp(geboortedatum, op) >= grens.waarde) return nee(`de leerling is ${grens.waarde} of ouder`)
  if (!woontInNederland) return BUITENLAND
  if (!begonOoit(feiten, op)) return NOOIT_BEGONNEN
  if (heeftStartkwalificatie(feiten.diplomas, op, normen)) return STARTKWALIFICATIE
  const uitleg = `De leerling is jonger dan ${grens.waarde}, staat nergens ingeschreven en heeft geen startkwalificatie. De gemeente gaat na waarom.`
  return {
    absoluutVerzuim: true,
    reden: { onderwerp: 'absoluutVerzuim', regels: ['K-VSV-04', 'K-CAS-10'], uitkomst: 'ja', uitleg, normen: [grens.norm] },
    signaal: maakSignaal('SIG-ABSOLUUT-VERZUIM', { regels: ['K-VSV-04'], uitleg, voor: [], feiten: [], normen: [grens.norm] }),
  }
}

function begonOoit(feiten: AbsoluutVerzuimFeiten, op: Datum): boolean {
  return feiten.inschrijvingenVo.some((inschrijving) => inschrijving.datumInschrijving <= op)
    || feiten.inschrijvingenMbo.some((inschrijving) => inschrijving.datumInschrijving <= op)
}

function nee(waarom: string): AbsoluutVerzuimOordeel {
  const reden: Reden = { onderwerp: 'absoluutVerzuim', regels: ['K-VSV-04', 'K-CAS-10'], uitkomst: 'nee', uitleg: `Geen absoluut verzuim: ${waarom}.` }
  return { absoluutVerzuim: false, reden, signaal: undefined }
}

const INGESCHREVEN = nee('de leerling is ingeschreven')
const GEEN_NORM = nee('voor deze dag ligt geen leeftijdsgrens vast')
const BUITENLAND = nee('de leerling woont niet in Nederland')
const NOOIT_BEGONNEN = nee('er is nog geen inschrijving begonnen')
const STARTKWALIFICATIE = nee('de leerling heeft een startkwalificatie')
