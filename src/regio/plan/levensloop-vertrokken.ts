/** Wie zonder diploma vertrok: de taken die een gewone regio altijd heeft (K-VSV-02, K-VSV-04, K-MBV-07). */
import type { Inschrijvingsplan } from './inschrijvingsplan.ts'
import { opDag } from './kalender.ts'
import { hoofd } from './gebied.ts'
import { geborenBij } from './leeftijd.ts'
import { beginMbo } from './levensloop-mbo.ts'
import { schrijfInVanaf } from './levensloop-vmbo.ts'
import type { Student } from './student.ts'
import type { Verwachting } from './studentplan.ts'
import type { Gewichten } from './toeval.ts'
import { NIVEAUS } from './verdeling.ts'

/** Elke soort vertrek met wat erbij hoort. Leeftijden liggen steeds ver van 18 en van de leeftijdsgrens, zodat het antwoord het hele jaar gelijk is. */
export type Vertrek = 'mbo' | 'mbo-met-onderdeel' | 'mbo-niet-behaald' | 'mbo-certificaat' | 'entree-diploma' | 'mbo-jong' | 'volwassen' | 'vo-jong' | 'buitenland' | 'na-1-oktober'

export function maakVertrokkene(student: Student, vast?: Vertrek, herkomst: Verwachting['herkomst'] = 'vanzelf'): void {
  student.levensloop = 'vertrokken'
  const vertrek = vast ?? student.grond.toeval.gewogen(SOORTEN)
  if (vertrek === 'vo-jong') vertrekUitVo(student, herkomst)
  else vertrekUitMbo(student, vertrek, herkomst)
}

const SOORTEN: Gewichten<Vertrek> = [
  [34, 'mbo'], [24, 'mbo-met-onderdeel'], [5, 'mbo-niet-behaald'], [4, 'mbo-certificaat'], [5, 'entree-diploma'], [4, 'mbo-jong'], [10, 'volwassen'], [7, 'vo-jong'], [2, 'buitenland'], [5, 'na-1-oktober'],
]

const LEEFTIJD_JONG = 16
const LEEFTIJD_VOLWASSEN = 30

/** Onder de 18 en nergens ingeschreven: vsv voor het vo en absoluut verzuim voor de gemeente. */
function vertrekUitVo(student: Student, herkomst: Verwachting['herkomst']): void {
  const { toeval, gebied } = student.grond
  student.geboren(geborenBij(toeval, student.jaar, LEEFTIJD_JONG))
  const plan = schrijfInVanaf(student, hoofd(toeval.kies(gebied.vo)), student.jaar - 1, 4, 'BB').schrijfUit(opDag(student.jaar, toeval.tussen(1, 6), 15), '04')
  student.verwacht('SIG-VSV', [plan.brin], herkomst).verwacht('SIG-ABSOLUUT-VERZUIM', [], herkomst)
}

function vertrekUitMbo(student: Student, vertrek: Exclude<Vertrek, 'vo-jong'>, herkomst: Verwachting['herkomst']): void {
  const { toeval, kalender } = student.grond
  const jong = vertrek === 'mbo-jong' || vertrek === 'buitenland'
  const leeftijd = jong ? LEEFTIJD_JONG : vertrek === 'volwassen' ? LEEFTIJD_VOLWASSEN : toeval.tussen(18, 21)
  const { plan } = beginMbo(student, vertrek === 'entree-diploma' ? 'MBO-1' : toeval.gewogen(NIVEAUS), student.jaar - 1, { leeftijd })
  if (vertrek === 'buitenland') student.woontNietInNederland()
  const naOktober = vertrek === 'na-1-oktober'
  const einde = naOktober ? opDag(kalender.jaar, 10, toeval.tussen(5, 25)) : opDag(kalender.jaar, toeval.tussen(2, 8), 20)
  plan.schrijfUit(einde, toeval.kies(['01', '04', '05', '07']))
  const verklaring = zetResultaat(student, plan, vertrek)
  // Op 1 oktober van jaar Y nog ingeschreven met J, of toen al boven de leeftijdsgrens: geen vsv.
  if (!naOktober && vertrek !== 'volwassen') student.verwacht('SIG-VSV', [plan.brin], herkomst)
  if (vertrek === 'mbo-jong') student.verwacht('SIG-ABSOLUUT-VERZUIM', [], herkomst)
  if (verklaring) student.verwacht('SIG-MBO-VERKLARING', [plan.brin], herkomst)
}

/** Wat hij haalde voor hij vertrok; antwoordt of dat een mbo-verklaring geeft. */
function zetResultaat(student: Student, plan: Inschrijvingsplan, vertrek: Vertrek): boolean {
  const datum = opDag(student.jaar, 1, student.grond.toeval.tussen(10, 30))
  const onderdeel = (behaald: boolean): void => void student.onderdeel(plan, 'KEUZEDEEL', datum, behaald)
  switch (vertrek) {
    case 'mbo-met-onderdeel':
    case 'mbo-jong':
    case 'na-1-oktober':
      onderdeel(true)
      return true
    case 'volwassen':
      onderdeel(true)
      return false
    case 'mbo-niet-behaald':
      onderdeel(false)
      return false
    case 'mbo-certificaat':
      onderdeel(true)
      student.diploma(plan, { soort: 'MBO_CERTIFICAAT', datum })
      return false
    case 'entree-diploma':
      onderdeel(true)
      student.diploma(plan, { soort: 'MBO', niveau: 'MBO-1', datum })
      return false
    case 'mbo':
    case 'buitenland':
    case 'vo-jong':
      return false
  }
}
