import type { Partij } from '../../kern/leerroute.ts'
import type { Reden } from '../../kern/reden.ts'
import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { opsomming } from '../../kern/zinnen.ts'
import { brinnenVan, feitVanOpen, scholenVan } from '../../leerroute/zonder-register.ts'
import type { OpenInschrijving, Peiling } from '../../leerroute/index.ts'
import { bepaalBekostigingsjaar } from './bekostigingsjaar.ts'

export interface Betaleroordeel {
  readonly bekostiging: Partij
  readonly reden: Reden
}

/**
 * K-BEK-02, K-BEK-03, K-BEK-06, K-CAS-07: welke sector betaalt, alsof de dag een teldatum is. Tabel van bron.md 4.4; nooit twee keer.
 * Andere voorwaarden (leertraject, bpv, verblijf) worden hier niet beoordeeld. Bron: S2, S8, S9, S9b; N en andere dagen afgeleid.
 */
export function bepaalBetaler(peiling: Peiling): Betaleroordeel {
  const oordeel = kiesBetaler(peiling)
  return oordeel.bekostiging === 'MBO' ? metBekostigingsjaar(oordeel, peiling) : oordeel
}

function kiesBetaler(peiling: Peiling): Betaleroordeel {
  switch (peiling.fase) {
    case 'onbepaald': return { bekostiging: 'onbepaald', reden: ONBEPAALD }
    case 'VO': return betalerInFaseVo(peiling)
    case 'MBO': return betalerInFaseMbo(peiling)
    case null: return betalerZonderRoute(peiling)
  }
}

/** K-BEK-06: op een inschrijving met route staat `indicatie bekostigbaar` altijd op J (K-BEK-01). Bron: S2; gevolg afgeleid. */
export function signaleerBekostigbaar(peiling: Peiling): Signaal | undefined {
  const fout = [...peiling.stand.vo.metRoute, ...peiling.stand.mbo.metRoute].filter((open) => !isBekostigbaar(open))
  if (fout.length === 0) return undefined
  return maakSignaal('SIG-BEKOSTIGBAAR', {
    regels: ['K-BEK-06', 'K-BEK-01'],
    uitleg: `Bij ${opsomming(scholenVan(peiling.feiten.organisaties, fout))} staat de indicatie bekostigbaar op N bij een inschrijving met route. Zet haar op J: DUO bepaalt zelf wie betaalt.`,
    voor: brinnenVan(fout),
    feiten: fout.map(feitVanOpen),
  })
}

function betalerInFaseVo(peiling: Peiling): Betaleroordeel {
  const { open, sprekend } = peiling.stand.vo
  if (open.length === 0) return GEEN_VO_INSCHRIJVING
  const betaald = sprekend.filter(isBekostigbaar)
  if (betaald.length === 0) return maak('geen', ['K-BEK-06', 'K-CAS-07'], 'Niemand betaalt. In fase VO betaalt het vo, maar de vo-inschrijving staat op N.', sprekend)
  return maak('VO', ['K-BEK-02', 'K-CAS-07'], 'Het vo betaalt: de fase is VO en er is een open vo-inschrijving met indicatie J.', betaald)
}

function betalerInFaseMbo(peiling: Peiling): Betaleroordeel {
  const { open, metRoute } = peiling.stand.mbo
  if (open.length === 0) return GEEN_MBO_INSCHRIJVING
  const inFase = metRoute.filter((inschrijving) => inschrijving.fase === 'MBO')
  if (inFase.length === 0) return maak('geen', ['K-BEK-03', 'K-CAS-07'], 'Niemand betaalt. In fase MBO moet de mbo-inschrijving de route en fase MBO hebben.', open)
  const betaald = inFase.filter(isBekostigbaar)
  if (betaald.length === 0) return maak('geen', ['K-BEK-06', 'K-CAS-07'], 'Niemand betaalt. In fase MBO betaalt het mbo, maar de mbo-inschrijving staat op N.', inFase)
  return maak('MBO', ['K-BEK-03', 'K-BEK-02'], 'Het mbo betaalt: er is een open mbo-inschrijving met de route, fase MBO en indicatie J.', betaald)
}

function betalerZonderRoute(peiling: Peiling): Betaleroordeel {
  const { vo, mbo } = peiling.stand
  const voBetaald = vo.open.filter(isBekostigbaar)
  if (voBetaald.length > 0) return maak('VO', ['K-CAS-07'], 'Het vo betaalt: er is een gewone vo-inschrijving met indicatie J.', voBetaald)
  if (vo.open.length > 0) return maak('geen', ['K-CAS-07'], 'Niemand betaalt. De open vo-inschrijving staat op N; een mbo-inschrijving ernaast telt dan niet.', vo.open)
  const mboBetaald = mbo.open.filter(isBekostigbaar)
  if (mboBetaald.length > 0) return maak('MBO', ['K-CAS-07'], 'Het mbo betaalt: er is een gewone mbo-inschrijving met indicatie J.', mboBetaald)
  return mbo.open.length > 0 ? maak('geen', ['K-CAS-07'], 'Niemand betaalt. De open mbo-inschrijving staat op N.', mbo.open) : NERGENS
}

/** K-BEK-08: op een teldatum zegt de reden ook voor welk bekostigingsjaar het mbo geld krijgt. */
function metBekostigingsjaar({ bekostiging, reden }: Betaleroordeel, { op, normen }: Peiling): Betaleroordeel {
  const telling = bepaalBekostigingsjaar(op, normen)
  if (telling === undefined) return { bekostiging, reden }
  const erbij = telling.telling === 'correctie' ? 'maar alleen voor de correctie' : `samen met de diploma’s van ${telling.diplomajaar}`
  return {
    bekostiging,
    reden: {
      ...reden, regels: [...reden.regels, 'K-BEK-08'], normen: telling.normen,
      uitleg: `${reden.uitleg} Deze teldatum telt voor bekostigingsjaar ${telling.jaar}, ${erbij}.`,
    },
  }
}

/** De opgave van de school op de dag; zonder periode is er geen opgave. */
function isBekostigbaar(open: OpenInschrijving): boolean {
  return open.periode?.indicatieBekostigbaar === 'J'
}

function maak(bekostiging: Partij, regels: Reden['regels'], uitleg: string, steun: readonly OpenInschrijving[]): Betaleroordeel {
  return { bekostiging, reden: { onderwerp: 'bekostiging', regels, uitkomst: bekostiging, uitleg, feiten: steun.map(feitVanOpen) } }
}

const ONBEPAALD: Reden = {
  onderwerp: 'bekostiging',
  regels: ['K-FASE-05', 'K-CAS-07'],
  uitkomst: 'onbepaald',
  uitleg: 'Wie betaalt is nog niet te bepalen, want de fase is onbepaald. Elke claim wacht, zodat nooit twee keer wordt betaald.',
}

const GEEN_VO_INSCHRIJVING: Betaleroordeel = {
  bekostiging: 'geen',
  reden: { onderwerp: 'bekostiging', regels: ['K-BEK-03', 'K-CAS-07'], uitkomst: 'geen', uitleg: 'Niemand betaalt. In fase VO betaalt het vo, maar er is geen open vo-inschrijving.' },
}

const GEEN_MBO_INSCHRIJVING: Betaleroordeel = {
  bekostiging: 'geen',
  reden: { onderwerp: 'bekostiging', regels: ['K-BEK-03', 'K-CAS-07'], uitkomst: 'geen', uitleg: 'Niemand betaalt. In fase MBO betaalt het mbo, maar er is geen open mbo-inschrijving.' },
}

const NERGENS: Betaleroordeel = {
  bekostiging: 'geen',
  reden: { onderwerp: 'bekostiging', regels: ['K-CAS-07'], uitkomst: 'geen', uitleg: 'Niemand betaalt. Er is geen open inschrijving bij vo of mbo.' },
}
