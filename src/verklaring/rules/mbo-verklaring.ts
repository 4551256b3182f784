import type { BehaaldOnderdeel, Diploma, InschrijvingMbo, InschrijvingVo } from '../../bron/index.ts'
import { leeftijdOp, plusDagen } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Reden } from '../../kern/reden.ts'
import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { schrijfDag } from '../../kern/zinnen.ts'
import { feitVanInschrijving, isBeeindigd } from '../../leerroute/zonder-register.ts'
import type { Stand } from '../../leerroute/index.ts'
import type { Normen } from '../../normen/index.ts'
import { naamVanSchool } from '../../organisatie/zonder-register.ts'
import type { Organisatie } from '../../organisatie/index.ts'

export interface MboVerklaringOordeel {
  readonly mboVerklaring: boolean
  readonly reden: Reden
  readonly signaal: Signaal | undefined
}

export interface MboVerklaringFeiten {
  readonly leerling: { readonly geboortedatum: Datum }
  readonly organisaties: readonly Organisatie[]
  readonly inschrijvingenVo: readonly InschrijvingVo[]
  readonly inschrijvingenMbo: readonly InschrijvingMbo[]
  readonly diplomas: readonly Diploma[]
  readonly behaaldeOnderdelen: readonly BehaaldOnderdeel[]
}

/**
 * K-MBV-01, K-MBV-07, K-MBV-08: wie het mbo verlaat zonder diploma, certificaat of startkwalificatie, onder de leeftijdsgrens, met een behaald
 * onderdeel en zonder latere inschrijving, krijgt een mbo-verklaring. Gemeten op de laatste dag van de mbo-inschrijving die het laatst eindigde.
 * Bron: S45, S48; meetdagen en respijt afgeleid.
 * @param heeftStartkwalificatie K-VSV-01, op een dag; het domein verzuim kent die regel.
 */
export function bepaalMboVerklaring(stand: Stand, feiten: MboVerklaringFeiten, normen: Normen, heeftStartkwalificatie: (op: Datum) => boolean): MboVerklaringOordeel {
  if (stand.vo.open.length > 0 || stand.mbo.open.length > 0) return INGESCHREVEN
  const laatste = laatsteMbo(feiten.inschrijvingenMbo, stand.op)
  const einde = laatste[0]?.datumUitschrijving
  if (!einde) return NOOIT_MBO
  const [respijt, grens] = [normen.getal('verklaring/respijt-dagen', einde), normen.getal('verzuim/vsv-leeftijdsgrens', einde)]
  if (respijt.soort !== 'geldt' || grens.soort !== 'geldt') return GEEN_NORM
  if (stand.op <= plusDagen(einde, respijt.waarde)) return nee(`de leerling kan tot en met ${schrijfDag(plusDagen(einde, respijt.waarde))} nog naar een andere opleiding`)
  if (beginLater(feiten, einde)) return nee(`de leerling is ook voor na ${schrijfDag(einde)} ergens ingeschreven`)
  if (leeftijdOp(feiten.leerling.geboortedatum, einde) >= grens.waarde) return nee(`op ${schrijfDag(einde)} was de leerling ${grens.waarde} of ouder`)
  if (heeftStartkwalificatie(einde)) return nee(`op ${schrijfDag(einde)} had de leerling een startkwalificatie`)
  if (laatste.some((inschrijving) => haaldeMboDiploma(feiten.diplomas, inschrijving))) return DIPLOMA
  if (!feiten.behaaldeOnderdelen.some(({ datum }) => datum <= einde)) return GEEN_ONDERDEEL
  return ja(laatste, einde, feiten.organisaties, [grens.norm, respijt.norm])
}

/** De mbo-inschrijving die het laatst eindigde. Eindigden er meer op die dag, dan tellen zij samen als één vertrek. */
function laatsteMbo(inschrijvingen: readonly InschrijvingMbo[], op: Datum): readonly InschrijvingMbo[] {
  const beeindigd = inschrijvingen.filter((inschrijving) => isBeeindigd(inschrijving, op))
  const einde = beeindigd.reduce<string>((laatste, { datumUitschrijving }) => (datumUitschrijving && datumUitschrijving > laatste ? datumUitschrijving : laatste), '')
  return beeindigd.filter(({ datumUitschrijving }) => datumUitschrijving === einde)
}

/**
 * Een bekende inschrijving bij vo of mbo die na de laatste dag begint; alleen later eindigen telt niet. Zij mag ook na de peildatum beginnen:
 * wie al elders is ingeschreven, gaat naar een andere school (K-MBV-01). Afgeleid; zie ADR 0013.
 */
function beginLater(feiten: MboVerklaringFeiten, einde: Datum): boolean {
  return [...feiten.inschrijvingenVo, ...feiten.inschrijvingenMbo].some(({ datumInschrijving }) => datumInschrijving > einde)
}

/** Elk niveau telt, en een certificaat ook; een vmbo-diploma niet (K-MBV-07). */
function haaldeMboDiploma(diplomas: readonly Diploma[], inschrijving: InschrijvingMbo): boolean {
  return diplomas.some(({ soort, datum }) => (soort === 'MBO' || soort === 'MBO_CERTIFICAAT')
    && datum >= inschrijving.datumInschrijving && (!inschrijving.datumUitschrijving || datum <= inschrijving.datumUitschrijving))
}

function ja(laatste: readonly InschrijvingMbo[], einde: Datum, organisaties: readonly Organisatie[], normen: NonNullable<Reden['normen']>): MboVerklaringOordeel {
  const feiten = laatste.map((inschrijving) => feitVanInschrijving(inschrijving, 'MBO'))
  const scholen = [...new Set(laatste.map(({ brin }) => naamVanSchool(organisaties, brin)))].join(' en ')
  const uitleg = `${scholen} maakt een mbo-verklaring. De leerling vertrok op ${schrijfDag(einde)} zonder diploma of startkwalificatie, maar haalde wel een onderdeel.`
  return {
    mboVerklaring: true,
    reden: { onderwerp: 'mboVerklaring', regels: ['K-MBV-07', 'K-MBV-01'], uitkomst: 'ja', uitleg, feiten, normen },
    signaal: maakSignaal('SIG-MBO-VERKLARING', { regels: ['K-MBV-01', 'K-MBV-07'], uitleg, voor: laatste.map(({ brin }) => brin), feiten, normen }),
  }
}

function nee(waarom: string): MboVerklaringOordeel {
  const reden: Reden = { onderwerp: 'mboVerklaring', regels: ['K-MBV-07', 'K-CAS-10'], uitkomst: 'nee', uitleg: `Geen mbo-verklaring nodig: ${waarom}.` }
  return { mboVerklaring: false, reden, signaal: undefined }
}

const INGESCHREVEN = nee('de leerling is nog ingeschreven')
const NOOIT_MBO = nee('er eindigde geen mbo-inschrijving')
const GEEN_NORM = nee('op de laatste dag bestond deze plicht nog niet')
const DIPLOMA = nee('de leerling haalde tijdens de inschrijving een mbo-diploma of certificaat')
const GEEN_ONDERDEEL = nee('de leerling haalde geen mbo-onderdeel')
