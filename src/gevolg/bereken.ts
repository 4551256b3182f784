/** Rekent een wijziging door over alle gevallen en alle verzonnen studenten, met dezelfde regels als het register. */
import { type Besluit, beslis, type Dossier } from '../beslissing/zonder-register.ts'
import { leeftijdOp } from '../kern/datum.ts'
import { laadNormen, normenMet, type Normen, parameters } from '../normen/index.ts'
import { type Geval, leesGevallen, leesUitgangspunten, metAndereNormen } from './gevallen/lees-gevallen.ts'
import type { Gevolgen, Groep, VeranderdGeval, Verschil, Voorbeeld, Wijziging } from './gevolg.ts'
import { vergelijkBesluiten, vergelijkRedenen } from './rules/vergelijk-besluiten.ts'
import { wijzigParameter } from './rules/wijzig-parameter.ts'
import { maakSteekproef, PEILDATUM, STUDENTEN } from './steekproef.ts'

/** Klaar om te rekenen: de gevallen en studenten met hun besluit nu. Eén keer maken, vaak gebruiken. */
export interface Rekenbasis {
  readonly normen: Normen
  readonly gevallen: readonly { readonly geval: Geval; readonly plaats: number; readonly nu: Besluit }[]
  readonly studenten: readonly { readonly dossier: Dossier; readonly nu: Besluit }[]
}

export function maakRekenbasis(studenten: number = STUDENTEN): Rekenbasis {
  const normen = laadNormen()
  const gevallen = leesGevallen(leesUitgangspunten())
  return {
    normen,
    gevallen: gevallen.map((geval) => ({ geval, plaats: gevallen.filter(({ bestand }) => bestand === geval.bestand).indexOf(geval) + 1, nu: beslisGeval(geval, normen) })),
    studenten: maakSteekproef(studenten).map((dossier) => ({ dossier, nu: beslis(dossier, VRAAG, normen) })),
  }
}

export function berekenGevolgen(basis: Rekenbasis, wijziging: Wijziging): Gevolgen {
  const normen = normenMet(parameters().map((parameter) => (parameter.naam === wijziging.naam ? wijzigParameter(parameter, wijziging) : parameter)))
  const gevallen = basis.gevallen.flatMap(({ geval, plaats, nu }) => vergelijkGeval(geval, plaats, nu, normen))
  const groepen = new Map<string, { verschil: Verschil; studenten: number }>()
  const voorbeelden: Voorbeeld[] = []
  let veranderd = 0
  for (const [student, { dossier, nu }] of basis.studenten.entries()) {
    const nieuw = beslis(dossier, VRAAG, normen)
    const verschillen = vergelijkBesluiten(nu, nieuw)
    if (verschillen.length === 0) continue
    veranderd += 1
    // Een voorbeeld bij elke groep die nog geen voorbeeld heeft: zo laten weinig studenten veel zien.
    if (telMee(groepen, verschillen) && voorbeelden.length < MEESTE_VOORBEELDEN) voorbeelden.push(maakVoorbeeld(student, dossier, nu, nieuw, verschillen))
  }
  return {
    gevallen: { totaal: basis.gevallen.length, veranderd: gevallen },
    studenten: { totaal: basis.studenten.length, veranderd, peildatum: PEILDATUM, groepen: opGrootte([...groepen.values()]), voorbeelden },
  }
}

const VRAAG = { peildatum: PEILDATUM, bekendOp: null }
const MEESTE_VOORBEELDEN = 6

function beslisGeval({ dossier, vraag, normen: anders }: Geval, normen: Normen): Besluit {
  return beslis(dossier, vraag, metAndereNormen(normen, anders))
}

function vergelijkGeval(geval: Geval, plaats: number, nu: Besluit, normen: Normen): readonly VeranderdGeval[] {
  const nieuw = beslisGeval(geval, normen)
  const verschillen = vergelijkBesluiten(nu, nieuw)
  if (verschillen.length === 0) return []
  const { bestand, titel, en, vraag: { peildatum } } = geval
  return [{ bestand, plaats, titel, en, peildatum, verschillen, redenen: vergelijkRedenen(nu, nieuw) }]
}

/** Of er een groep bij kwam. */
function telMee(groepen: Map<string, { verschil: Verschil; studenten: number }>, verschillen: readonly Verschil[]): boolean {
  let nieuw = false
  for (const verschil of verschillen) {
    const sleutel = JSON.stringify(verschil)
    const groep = groepen.get(sleutel)
    if (groep !== undefined) {
      groep.studenten += 1
      continue
    }
    groepen.set(sleutel, { verschil, studenten: 1 })
    nieuw = true
  }
  return nieuw
}

function opGrootte(groepen: readonly Groep[]): readonly Groep[] {
  return groepen.toSorted((a, b) => b.studenten - a.studenten)
}

function maakVoorbeeld(student: number, dossier: Dossier, nu: Besluit, nieuw: Besluit, verschillen: readonly Verschil[]): Voorbeeld {
  const van = (sector: 'VO' | 'MBO', inschrijvingen: Dossier['inschrijvingenVo'] | Dossier['inschrijvingenMbo']): Voorbeeld['inschrijvingen'] => inschrijvingen.map(({ perioden }) => {
    const laatste = perioden.at(-1)
    return { sector, leerroute: laatste?.leerroute ?? null, fase: laatste?.leerroutefase ?? null }
  })
  return {
    student: student + 1, peildatum: PEILDATUM, leeftijd: leeftijdOp(dossier.leerling.geboortedatum, PEILDATUM),
    inschrijvingen: [...van('VO', dossier.inschrijvingenVo), ...van('MBO', dossier.inschrijvingenMbo)], verschillen, redenen: vergelijkRedenen(nu, nieuw),
  }
}
