/** Ruimt eenmaal per uur op wat zijn bewaartijd heeft gehad: bewaarde antwoorden van de REST-deur (S-17), verlopen sessies en inlogs. Oude accounts waarvan de tijd voorbij is, gaan dicht (T-20). Verwerkingsregels gaan weg na de termijn van hun activiteit, half ingevulde formulieren na twee weken (S-94). */
import { ruimTellingenOp } from '../beslissing/index.ts'
import type { Database } from '../database/index.ts'
import { ruimLogboekOp } from '../logboek/index.ts'
import { ruimConceptenOp } from '../portal/index.ts'
import { ruimBewaardeAntwoordenOp } from '../rest/index.ts'
import { ruimInlogOp, ruimSessiesOp, werkOverstapBij } from '../toegang/index.ts'

interface Nodig {
  readonly database: Database
  readonly nu: () => Date
  readonly meld: (fout: unknown) => void
}

const UUR_MS = 3_600_000

export function startOpruimwerker({ database, nu, meld }: Nodig): { stop(): Promise<void> } {
  let bezig = Promise.resolve()
  const ruimOp = (): void => {
    bezig = Promise.all([ruimBewaardeAntwoordenOp(database, nu()), ruimSessiesOp(database, nu()), ruimInlogOp(database, nu()), werkOverstapBij(database, nu()), ruimLogboekOp(database, nu()), ruimConceptenOp(database, nu()), ruimTellingenOp(database, nu())]).then(() => undefined, meld)
  }
  const klok = setInterval(ruimOp, UUR_MS)
  ruimOp()
  return {
    stop: () => {
      clearInterval(klok)
      return bezig
    },
  }
}
