import type { Reden } from '../../kern/reden.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { SIGNAALCODES } from '../../kern/signaalcode.ts'
import type { Registraties } from '../registraties.ts'
import { signaleerDlrZonderVmbo, signaleerGlrMetVmbo } from './diploma.ts'
import { motiveerFase } from './fase.ts'
import { signaleerEntree, signaleerGlrLeerweg, signaleerGlrNiveau, signaleerNiveauLeerweg } from './niveau-leerweg.ts'
import type { Peiling } from './peiling.ts'
import {
  signaleerFaseAfwijkend, signaleerFaseOntbreekt, signaleerFaseVerschil, signaleerRouteOntbreekt, signaleerRouteVerschil,
} from './registers-vergelijken.ts'
import { bepaalRegistraties } from './registraties.ts'
import type { Routefouten } from './registraties.ts'
import { signaleerRioOntbreekt, signaleerRioPartner } from './rio.ts'
import { signaleerLeerjaar, signaleerOordeel, signaleerRouteVoor2020 } from './route-begin.ts'
import { signaleerSamenwerking } from './samenwerking.ts'
import { signaleerMboInschrijvingOntbreekt, signaleerUitschrijvingMogelijk, signaleerUitschrijvingTeVroeg } from './uitschrijving.ts'
import { motiveerVerwachting } from './verwachte-fase.ts'

export interface Routeoordeel {
  readonly registraties: Registraties
  readonly signalen: readonly Signaal[]
  readonly redenen: readonly Reden[]
}

/** Alles wat de regels voor de leerroute over één dag zeggen, in de volgorde van keten.md 1.9. */
export function beoordeelRoute(peiling: Peiling): Routeoordeel {
  const metRoute = peiling.stand.routes.length > 0
  const signalen: Signaal[] = []
  verzamel(ZONDER_ROUTE_MOGELIJK, peiling, signalen)
  if (metRoute) verzamel(MAKEN_REGISTRATIE_FOUT, peiling, signalen)
  const { registraties, redenen } = bepaalRegistraties(peiling, leesRoutefouten(signalen))
  if (metRoute) {
    verzamel(ALLEEN_MET_ROUTE, peiling, signalen)
    signalen.push(...signaleerRioOntbreekt(peiling))
    const teVroeg = signaleerUitschrijvingTeVroeg(peiling, registraties)
    if (teVroeg !== undefined) signalen.push(teVroeg)
  }
  return { registraties, signalen: signalen.length > 1 ? signalen.sort(opVolgorde) : signalen, redenen: [...motiveerFaseEnKalender(peiling), ...redenen] }
}

type Signaalregel = (peiling: Peiling) => Signaal | undefined

const ZONDER_ROUTE_MOGELIJK: readonly Signaalregel[] = [signaleerRouteVoor2020, signaleerRouteOntbreekt, signaleerDlrZonderVmbo]

const MAKEN_REGISTRATIE_FOUT: readonly Signaalregel[] = [signaleerLeerjaar, signaleerEntree, signaleerGlrNiveau, signaleerGlrLeerweg]

const ALLEEN_MET_ROUTE: readonly Signaalregel[] = [
  signaleerNiveauLeerweg, signaleerOordeel, signaleerSamenwerking, signaleerRioPartner, signaleerFaseOntbreekt, signaleerFaseVerschil,
  signaleerRouteVerschil, signaleerFaseAfwijkend, signaleerMboInschrijvingOntbreekt, signaleerUitschrijvingMogelijk, signaleerGlrMetVmbo,
]

function verzamel(regels: readonly Signaalregel[], peiling: Peiling, signalen: Signaal[]): void {
  for (const regel of regels) {
    const signaal = regel(peiling)
    if (signaal !== undefined) signalen.push(signaal)
  }
}

/** K-CAS-05: welke signalen de registratie zelf fout maken. */
function leesRoutefouten(signalen: readonly Signaal[]): Routefouten {
  if (signalen.length === 0) return GEEN_FOUTEN
  return {
    leerjaar: signalen.some(({ code }) => code === 'SIG-LEERJAAR'),
    route: signalen.some(({ code }) => code === 'SIG-ENTREE' || code === 'SIG-GLR-NIVEAU' || code === 'SIG-GLR-LEERWEG'),
  }
}

const GEEN_FOUTEN: Routefouten = { leerjaar: false, route: false }

function opVolgorde(een: Signaal, ander: Signaal): number {
  return SIGNAALCODES.indexOf(een.code) - SIGNAALCODES.indexOf(ander.code)
}

function motiveerFaseEnKalender(peiling: Peiling): readonly Reden[] {
  const stappen = motiveerFase(peiling.stand, peiling.fase, peiling.feiten.organisaties)
  return peiling.verwacht === undefined ? stappen : [...stappen, motiveerVerwachting(peiling.verwacht)]
}
