/** De leveringen van één gebied: per school en per ronde de regels, en de lijst met wat er moet uitkomen. */
import { SIGNAALNIVEAU } from '../kern/signaalcode.ts'
import type { Gebied, Ronde, School, Studentplan } from './plan/index.ts'
import { aanbodrecords } from './referentierecords.ts'
import type { Regio } from './regio.ts'
import { type Regiotelling, Teller } from './telling.ts'

/** Wat één school in één ronde levert: een record per regel. */
export interface Levering {
  readonly school: School
  readonly ronde: Ronde
  /** Pad in de map van de regio, met een schuine streep. */
  readonly bestand: string
  readonly regels: readonly string[]
}

/** Een regel van `geplant.ndjson`. Verwijst naar een student met bestand en regel, nooit met zijn nummer. */
export type GeplantRegel = GeplantSignaal | GeplanteWeigering

export interface GeplantSignaal {
  readonly soort: 'signaal'
  readonly herkomst: 'geplant' | 'vanzelf'
  /** Naam van de geplante fout; null als het signaal bij een gewoon leven hoort. */
  readonly misstap: string | null
  readonly code: string
  readonly niveau: string
  /** BRIN van elke school die het signaal krijgt; leeg = alleen de gemeente. */
  readonly scholen: readonly string[]
  readonly bestand: string
  readonly regel: number
}

export interface GeplanteWeigering {
  readonly soort: 'weigering'
  readonly misstap: string
  readonly uitkomst: 'afgekeurd' | 'geen-recht'
  readonly veld: string | null
  readonly bestand: string
  readonly regel: number
}

export interface Gebiedsleveringen {
  readonly gebied: Gebied
  /** Op ronde, daarbinnen op school. */
  readonly leveringen: readonly Levering[]
  readonly geplant: readonly string[]
  readonly telling: Regiotelling
}

/** Elke regel is JSON op één regel, zonder regeleinde. Hooguit een gebied staat zo in het geheugen. */
export function maakGebiedsleveringen(regio: Regio, nummer: number): Gebiedsleveringen {
  const gebied = regio.gebied(nummer)
  const bundel = new Bundel(regio, gebied)
  const teller = new Teller()
  for (const school of gebied.scholen) {
    for (const record of aanbodrecords(gebied, school)) {
      bundel.voegToe(school, 1, JSON.stringify(record))
      teller.record(record.soort)
    }
  }
  const geplant: string[] = []
  const { eerste, na } = regio.studenten(nummer)
  for (let student = eerste; student < na; student += 1) {
    const plan = regio.maker.maak(student, gebied)
    teller.student(plan)
    zetStudent(bundel, plan, geplant)
  }
  return { gebied, leveringen: bundel.leveringen(), geplant, telling: teller.klaar() }
}

/** Zo heet het bestand van een school in een ronde. De naam zelf is in de hele regio uniek: zo is een levering terug te vinden. */
export function bestandsnaam(school: School, { nummer, naam, dag }: Ronde): string {
  return `${school.brin}/${nummer < 10 ? '0' : ''}${nummer}-${dag.slice(0, 4)}-${naam}-${school.brin}.ndjson`
}

interface Plek {
  readonly bestand: string
  readonly regel: number
}

function zetStudent(bundel: Bundel, plan: Studentplan, geplant: string[]): void {
  let eerste: Plek | null = null
  for (const { school, ronde, record } of plan.feiten) {
    const plek = bundel.voegToe(school, ronde, JSON.stringify(record))
    eerste ??= plek
  }
  if (eerste === null) throw new Error(`student ${plan.student} heeft geen inschrijving`)
  const { misstap, verwacht, weigering } = plan
  for (const { code, scholen, herkomst } of verwacht) {
    geplant.push(JSON.stringify({ soort: 'signaal', herkomst, misstap, code, niveau: SIGNAALNIVEAU[code], scholen, ...eerste } satisfies GeplantSignaal))
  }
  if (weigering === null) return
  const plek = bundel.voegToe(weigering.school, weigering.ronde, weigering.regel)
  geplant.push(JSON.stringify({ soort: 'weigering', misstap: weigering.soort, uitkomst: weigering.uitkomst, veld: weigering.veld, ...plek } satisfies GeplanteWeigering))
}

class Bundel {
  readonly #rondes: readonly Ronde[]
  readonly #scholen: readonly School[]
  /** Per ronde, per plaats van de school. */
  readonly #regels: (string[] | undefined)[][]

  constructor({ kalender }: Regio, { scholen }: Gebied) {
    this.#rondes = kalender.rondes
    this.#scholen = scholen
    this.#regels = kalender.rondes.map(() => [])
  }

  voegToe(school: School, nummer: number, regel: string): Plek {
    const perSchool = this.#regels[nummer - 1]
    const ronde = this.#rondes[nummer - 1]
    if (perSchool === undefined || ronde === undefined) throw new Error(`er is geen ronde ${nummer}`)
    const regels = perSchool[school.plaats] ?? (perSchool[school.plaats] = [])
    regels.push(regel)
    return { bestand: bestandsnaam(school, ronde), regel: regels.length }
  }

  leveringen(): readonly Levering[] {
    return this.#rondes.flatMap((ronde, i) => this.#scholen.flatMap((school) => {
      const regels = this.#regels[i]?.[school.plaats]
      return regels === undefined ? [] : [{ school, ronde, bestand: bestandsnaam(school, ronde), regels }]
    }))
  }
}
