import type { Reden } from '../../kern/reden.ts'
import { isOpen } from '../../leerroute/zonder-register.ts'
import type { Normen } from '../../normen/index.ts'
import type { Besluit } from '../besluit.ts'
import type { Dossier, Vraag } from '../dossier.ts'
import type { Tellingregel, Telstatus } from '../telling.ts'
import { beslis } from './beslis.ts'
import { bekendDossier } from './kennis.ts'

/**
 * K-BEK-02, K-BEK-03: wat één student op de teldatum voor deze school betekent. Undefined als hij die dag niet bij de school staat
 * ingeschreven. De school telt mee als het geld naar haar sector gaat en haar eigen inschrijving de grond is; dat zegt het besluit zelf.
 */
export function telStudent(dossier: Dossier, brin: string, vraag: Vraag, normen: Normen): Omit<Tellingregel, 'deelnemerId' | 'naam'> | undefined {
  if (!isIngeschreven(dossier, brin, vraag)) return undefined
  const besluit = beslis(dossier, vraag, normen)
  const reden = getReden(besluit)
  const gronden = scholenMetGrond(reden)
  const status = statusVan(besluit, gronden.includes(brin))
  return {
    fase: besluit.fase, betaler: besluit.bekostiging, status, ookGevraagdDoor: status === 'telt' ? gronden.filter((ander) => ander !== brin) : [],
    regels: reden.regels, uitleg: reden.uitleg,
  }
}

function statusVan({ bekostiging }: Besluit, grondHier: boolean): Telstatus {
  switch (bekostiging) {
    case 'onbepaald': return 'wacht'
    case 'geen': return 'niemand'
    case 'VO':
    case 'MBO': return grondHier ? 'telt' : 'elders'
  }
}

/** Een besluit heeft altijd een reden voor de bekostiging; ontbreekt die, dan is dat een fout in de code. */
function getReden(besluit: Besluit): Reden {
  const reden = besluit.motivering.find(({ onderwerp }) => onderwerp === 'bekostiging')
  if (reden === undefined) throw new Error('een besluit zonder reden voor de bekostiging')
  return reden
}

/** De scholen van de inschrijvingen waarop de reden steunt; een sleutel begint met de BRIN: `21MB-E1, periode vanaf 2026-08-01`. */
function scholenMetGrond({ feiten = [] }: Reden): readonly string[] {
  return [...new Set(feiten.filter(({ soort }) => soort === 'inschrijvingVo' || soort === 'inschrijvingMbo').map(({ sleutel }) => sleutel.slice(0, LENGTE_BRIN)))]
}

const LENGTE_BRIN = 4

function isIngeschreven(dossier: Dossier, brin: string, { peildatum, bekendOp }: Vraag): boolean {
  const { inschrijvingenVo, inschrijvingenMbo } = bekendDossier(dossier, bekendOp)
  return [...inschrijvingenVo, ...inschrijvingenMbo].some((inschrijving) => inschrijving.brin === brin && isOpen(inschrijving, peildatum))
}
