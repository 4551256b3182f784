import type { Reden } from '../../kern/reden.ts'
import type { Signaal } from '../../kern/signaal.ts'
import type { Registraties } from '../registraties.ts'
import { signaleerDlrZonderVmbo, signaleerGlrMetVmbo } from './diploma.ts'
import { motiveerFase } from './fase.ts'
import { signaleerEntree, signaleerGlrLeerweg, signaleerGlrNiveau, signaleerNiveauLeerweg } from './niveau-leerweg.ts'
import type { Peiling } from './peiling.ts'
import {
  signaleerFaseAfwijkend, signaleerFaseOntbreekt, signaleerFaseVerschil, signaleerRouteOntbreekt, signaleerRouteVerschil,
} from './registers-vergelijken.ts'
import { bepaalRegistraties } from './registraties.ts'
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
  const [leerjaar, entree] = [signaleerLeerjaar(peiling), signaleerEntree(peiling)]
  const [glrNiveau, glrLeerweg] = [signaleerGlrNiveau(peiling), signaleerGlrLeerweg(peiling)]
  const { registraties, redenen } = bepaalRegistraties(peiling, {
    leerjaar: leerjaar !== undefined,
    route: entree !== undefined || glrNiveau !== undefined || glrLeerweg !== undefined,
  })
  const signalen = [
    signaleerRouteVoor2020(peiling), leerjaar, entree, glrNiveau, glrLeerweg,
    signaleerNiveauLeerweg(peiling), signaleerOordeel(peiling), signaleerSamenwerking(peiling),
    ...signaleerRioOntbreekt(peiling), signaleerRioPartner(peiling),
    signaleerFaseOntbreekt(peiling), signaleerRouteOntbreekt(peiling),
    signaleerFaseVerschil(peiling), signaleerRouteVerschil(peiling), signaleerFaseAfwijkend(peiling),
    signaleerMboInschrijvingOntbreekt(peiling), signaleerUitschrijvingTeVroeg(peiling, registraties), signaleerUitschrijvingMogelijk(peiling),
    signaleerDlrZonderVmbo(peiling), signaleerGlrMetVmbo(peiling),
  ].filter((signaal) => signaal !== undefined)
  return { registraties, signalen, redenen: [...motiveerFaseEnKalender(peiling), ...redenen] }
}

function motiveerFaseEnKalender(peiling: Peiling): readonly Reden[] {
  const stappen = motiveerFase(peiling.stand, peiling.fase, peiling.feiten.organisaties)
  return peiling.verwacht === undefined ? stappen : [...stappen, motiveerVerwachting(peiling.verwacht)]
}
