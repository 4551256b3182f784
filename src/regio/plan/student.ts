import type { Leveringsrecord } from '../../aanlevering/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import type { Aanbieder, School } from './gebied.ts'
import { Inschrijvingsplan } from './inschrijvingsplan.ts'
import { opDag, rondeVan } from './kalender.ts'
import { maakNaam } from './namen.ts'
import { persoonsnummerVan } from './persoonsnummers.ts'
import type { Bouwgrond, Feit, Levensloop, Periode, PeriodeMbo, PeriodeVo, Persoon, Studentplan, Verwachting, Weigering } from './studentplan.ts'

type Record<S extends Leveringsrecord['soort']> = Extract<Leveringsrecord, { soort: S }>

/** Bouwt het plan van één student: eerst de inschrijvingen, dan wat erbij hoort, en de signalen die daaruit volgen. */
export class Student {
  readonly grond: Bouwgrond
  readonly nummer: string
  misstap: string | null = null
  weigering: Weigering | null = null
  /** De laatste dag met een vmbo-diploma of hoger telt de bouwer zelf; alleen een startkwalificatie maakt een melding overbodig. */
  startkwalificatie = false
  levensloop: Levensloop = 'mbo'
  #persoon: Persoon | null = null
  readonly inschrijvingen: Inschrijvingsplan[] = []
  readonly #later: Feit[] = []
  readonly #verwacht: Verwachting[] = []
  #resultaten = 0

  constructor(grond: Bouwgrond) {
    this.grond = grond
    this.nummer = persoonsnummerVan(grond.student)
  }

  get jaar(): number {
    return this.grond.kalender.jaar
  }

  geboren(geboortedatum: Datum): this {
    const { toeval } = this.grond
    const geslacht = toeval.gewogen([[51, 'M'], [48.5, 'V'], [0.5, 'O']] as const)
    this.#persoon = { persoonsnummer: this.nummer, geboortedatum, geslacht, naam: maakNaam(toeval, geslacht), woontInNederland: true }
    return this
  }

  woontNietInNederland(): this {
    this.#persoon = { ...this.persoon, woontInNederland: false }
    return this
  }

  get persoon(): Persoon {
    if (this.#persoon === null) throw new Error('een student heeft een geboortedatum nodig')
    return this.#persoon
  }

  /** De vo-kant heeft een opleidingcode van vier cijfers en een vestiging. */
  schrijfInVo(bij: Aanbieder, datumBegin: Datum, periode: PeriodeVo): Inschrijvingsplan {
    const leeg: Periode = { datumBegin, opleidingcode: '9200', vestiging: bij.vestiging, onderwijsaanbieder: bij.code, indicatieBekostigbaar: 'J' }
    return this.#schrijfIn(bij, String(1000 + this.inschrijvingen.length), { ...leeg, ...periode })
  }

  /** Het overzicht van DUO kent geen mbo-inschrijving zonder gepland einde: zonder beter weten na vier jaar. */
  schrijfInMbo(bij: Aanbieder, datumBegin: Datum, periode: PeriodeMbo): Inschrijvingsplan {
    const leeg: Periode = { datumBegin, opleidingcode: '29901', onderwijsaanbieder: bij.code, onderwijslocatie: bij.locatie, indicatieBekostigbaar: 'J', leertraject: 'BOL', niveau: 'MBO-2' }
    return this.#schrijfIn(bij, `E${this.inschrijvingen.length + 1}`, { ...leeg, ...periode }).gepland(opDag(Number(leeg.datumBegin.slice(0, 4)) + 4, 7, 31))
  }

  diploma(bij: Inschrijvingsplan, diploma: Pick<Record<'diploma'>['diploma'], 'soort' | 'datum' | 'niveau'>): this {
    if (diploma.soort === 'HAVO' || diploma.soort === 'VWO' || (diploma.soort === 'MBO' && diploma.niveau !== 'MBO-1')) this.startkwalificatie = true
    const mbo = diploma.soort === 'MBO'
    return this.feit(bij.aanbieder.school, diploma.datum, {
      soort: 'diploma', persoonsnummer: this.nummer,
      diploma: {
        brin: bij.brin, resultaatvolgnummer: this.#volgnummer('D'), ...diploma, inschrijvingvolgnummer: bij.volgnummer,
        ...(mbo ? { opleidingcode: bij.laatstePeriode.opleidingcode ?? null, onderwijsaanbieder: bij.aanbieder.code, indicatieBekostigbaar: 'J' as const } : {}),
      },
    })
  }

  onderdeel(bij: Inschrijvingsplan, soort: Record<'onderdeel'>['onderdeel']['soort'], datum: Datum, behaald: boolean): this {
    return this.feit(bij.aanbieder.school, datum, {
      soort: 'onderdeel', persoonsnummer: this.nummer,
      onderdeel: { brin: bij.brin, resultaatvolgnummer: this.#volgnummer('O'), soort, code: ONDERDEELCODE[soort], datum, behaald, inschrijvingvolgnummer: bij.volgnummer, onderwijsaanbieder: bij.aanbieder.code },
    })
  }

  bpv(bij: Inschrijvingsplan, van: Datum, tot: Datum, uren: number): this {
    const { toeval } = this.grond
    return this.feit(bij.aanbieder.school, van, {
      soort: 'bpv', persoonsnummer: this.nummer,
      bpv: {
        brin: bij.brin, inschrijvingvolgnummer: bij.volgnummer, bpvVolgnummer: this.#volgnummer('B'), afsluitdatum: van, datumBegin: van, datumEindeGepland: tot,
        omvangUren: uren, leerbedrijfId: String(100_990_000 + toeval.tussen(1, 9_999)), opleidingcode: bij.laatstePeriode.opleidingcode ?? null,
      },
    })
  }

  afwezig(bij: Inschrijvingsplan, datum: Datum, uren: number, geoorloofd: boolean): this {
    const sector = bij.aanbieder.school.sector === 'MBO' ? 'MBO' : 'VO'
    return this.feit(bij.aanbieder.school, datum, { soort: 'afwezigheid', persoonsnummer: this.nummer, brin: bij.brin, afwezigheid: { datum, uren, geoorloofd, sector } })
  }

  meld(bij: Inschrijvingsplan, partij: 'VO' | 'MBO', begin: Datum, eind: Datum, ingediendOp: Datum): this {
    return this.feit(bij.aanbieder.school, ingediendOp, { soort: 'verzuimmelding', persoonsnummer: this.nummer, brin: bij.brin, verzuimmelding: { partij, begin, eind, ingediendOp } })
  }

  /** Een feit van een dag; het zit in de eerste ronde waarin het bekend kan zijn. */
  feit(school: School, dag: Datum, record: Leveringsrecord): this {
    this.#later.push({ ronde: rondeVan(this.grond.kalender, dag), school, record })
    return this
  }

  verwacht(code: Signaalcode, scholen: readonly string[], herkomst: Verwachting['herkomst'] = 'geplant'): this {
    this.#verwacht.push({ code, scholen: [...new Set(scholen)].sort(), herkomst })
    return this
  }

  /** Alles wat de scholen leveren, in volgorde van ronde; een inschrijving gaat voor wat erbij hoort. */
  klaar(): Studentplan {
    const feiten: Feit[] = []
    for (const plan of this.inschrijvingen) {
      for (const { ronde, inschrijving } of plan.standen()) feiten.push({ ronde, school: plan.aanbieder.school, record: { soort: 'inschrijving', persoon: this.persoon, inschrijving } })
    }
    feiten.push(...this.#later)
    feiten.sort((a, b) => a.ronde - b.ronde)
    return {
      student: this.grond.student, persoon: this.persoon, feiten, verwacht: this.#verwacht, misstap: this.misstap, weigering: this.weigering, levensloop: this.levensloop,
    }
  }

  #schrijfIn(bij: Aanbieder, volgnummer: string, eerste: Periode): Inschrijvingsplan {
    const plan = new Inschrijvingsplan(this.grond.kalender, bij, volgnummer, eerste)
    this.inschrijvingen.push(plan)
    return plan
  }

  #volgnummer(letter: string): string {
    this.#resultaten += 1
    return `${letter}${this.#resultaten}`
  }
}

const ONDERDEELCODE = { EXAMENONDERDEEL: 'C2901', GENERIEK: '3005', KEUZEDEEL: 'K9998', BPV: null } as const
