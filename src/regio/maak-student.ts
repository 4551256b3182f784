import { misstapVoor, weigeringVoor } from './misstappen/index.ts'
import {
  type Gebied, type Inschrijvingsplan, type Kalender, maakGediplomeerde, maakMboStudent, maakRouteleerling, maakToeval, maakVertrokkene, maakVmboLeerling, Student,
  type Studentplan, verdeelLevenslopen,
} from './plan/index.ts'

/** Wat een regio bepaalt. Zelfde waarden geven dezelfde bytes, op elke machine. */
export interface Regiowens {
  readonly studenten: number
  readonly zaad: number
  readonly peildatum: string
  /** Deel van de studenten met een geplante fout, en evenveel met een record dat afgekeurd moet worden; 0 tot en met 50. */
  readonly foutenProcent: number
  /** Deel van de studenten zonder geplante fout dat een leerroute volgt. */
  readonly routesProcent: number
}

export interface Studentmaker {
  maak(student: number, gebied: Gebied): Studentplan
}

/** Elke student hangt alleen af van zaad, volgnummer en instellingen; niet van het aantal of van de andere studenten. */
export function maakStudentmaker(wens: Pick<Regiowens, 'zaad' | 'foutenProcent' | 'routesProcent'>, kalender: Kalender): Studentmaker {
  const levenslopen = verdeelLevenslopen(wens.routesProcent)
  return {
    maak: (nummer, gebied) => {
      const student = new Student({ gebied, kalender, student: nummer, toeval: maakToeval(wens.zaad, STROOM_STUDENT, nummer) })
      const { misstap, weigering } = trekFouten(wens, nummer)
      if (misstap !== null) {
        const fout = misstapVoor(misstap)
        student.misstap = fout.naam
        fout.plant(student)
      } else if (weigering === null) {
        bouwLevensloop(student, student.grond.toeval.gewogen(levenslopen))
      } else {
        zetWeigering(student, weigering)
      }
      return student.klaar()
    },
  }
}

const STROOM_STUDENT = 1
const STROOM_FOUTEN = 2

/** In elk blok van 100/P studenten zit één geplante fout en één geweigerd record, op een plek die het zaad bepaalt. */
function trekFouten({ zaad, foutenProcent }: Pick<Regiowens, 'zaad' | 'foutenProcent'>, nummer: number): { readonly misstap: number | null; readonly weigering: number | null } {
  if (foutenProcent === 0) return GEEN_FOUTEN
  const lengte = Math.max(2, Math.round(100 / foutenProcent))
  const blok = Math.floor(nummer / lengte)
  const toeval = maakToeval(zaad, STROOM_FOUTEN, blok)
  const misstap = toeval.tussen(0, lengte - 1)
  const weigering = (misstap + toeval.tussen(1, lengte - 1)) % lengte
  const plek = nummer % lengte
  return { misstap: plek === misstap ? blok : null, weigering: plek === weigering ? blok : null }
}

const GEEN_FOUTEN = { misstap: null, weigering: null }

function bouwLevensloop(student: Student, soort: 'vmbo' | 'mbo' | 'gediplomeerd' | 'vertrokken' | 'dlr' | 'glr'): Inschrijvingsplan | null {
  switch (soort) {
    case 'vmbo': return maakVmboLeerling(student)
    case 'mbo': return maakMboStudent(student).plan
    case 'gediplomeerd': maakGediplomeerde(student); return null
    case 'vertrokken': maakVertrokkene(student); return null
    case 'dlr': return maakRouteleerling(student, 'DLR').vo
    case 'glr': return maakRouteleerling(student, 'GLR').vo
  }
}

/** De student zelf klopt; in de laatste ronde levert zijn school over hem een record dat niet deugt. */
function zetWeigering(student: Student, volgnummer: number): void {
  const soort = weigeringVoor(volgnummer)
  const plan = bouwLevensloop(student, soort.bij)
  if (plan === null) throw new Error(`bij ${soort.bij} hoort een inschrijving`)
  const { gebied, kalender } = student.grond
  const ronde = kalender.laatsteRonde.nummer
  const vreemd = gebied.scholen.find(({ brin }) => !student.inschrijvingen.some((eigen) => eigen.brin === brin))
  if (vreemd === undefined) throw new Error('een gebied heeft meer scholen dan een student')
  const { record, veld, uitkomst = 'afgekeurd' } = soort.maak({ student, plan, stand: plan.standOp(ronde), vreemd })
  student.weigering = { soort: soort.naam, ronde, school: plan.aanbieder.school, regel: typeof record === 'string' ? record : JSON.stringify(record), uitkomst, veld }
}
