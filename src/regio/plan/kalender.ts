/** De dagen waar een regio uit bestaat. Alles volgt uit het schooljaar van de peildatum; er is geen klok. */
import { type Datum, datum, type Moment, parseDatum, plusDagen, schooljaar as schooljaarVan, weekdag } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'

/** Een keer dat alle scholen leveren. Alles wat tot en met `dag` gebeurde en nog niet geleverd was, zit erin. */
export interface Ronde {
  /** Vanaf 1. */
  readonly nummer: number
  readonly naam: 'begin' | 'najaar' | 'voorjaar' | 'eind'
  readonly dag: Datum
  readonly moment: Moment
}

export interface Kalender {
  readonly peildatum: Datum
  /** Y: het jaar waarin het schooljaar van de peildatum begint. */
  readonly jaar: number
  readonly rondes: readonly Ronde[]
  readonly laatsteRonde: Ronde
  readonly vakanties: readonly { readonly van: Datum; readonly tot: Datum }[]
  /** Vijftien lesdagen achter elkaar (drie schoolweken) in september van jaar Y. */
  readonly septemberdagen: readonly Datum[]
  /** Tien lesdagen (twee schoolweken) in maart van het schooljaar ervoor. */
  readonly maartdagen: readonly Datum[]
  /** De woensdag in de laatste schoolweek voor de zomer, en de dinsdag en donderdag in de eerste erna. */
  readonly rondZomer: readonly [Datum, Datum, Datum]
}

/** Zoveel schooljaren geschiedenis heeft een regio, naast het jaar van de peildatum. */
export const JAREN_TERUG = 3
export const STANDAARD_PEILDATUM = datum('2026-11-24')
const EERSTE_JAAR = 2023
const LAATSTE_JAAR = 2060

/**
 * Tussen 1 november en 31 juli verandert er in de verzonnen regio niets meer, dus daar geldt elke verwachting. Daarbuiten valt een
 * peildatum in een tijd waarin scholen nog leveren: dan is er geen antwoord dat op elke dag klopt.
 */
export function maakKalender(peildatum: string): Uitkomst<Kalender, string> {
  const dag = parseDatum(peildatum)
  if (dag === undefined) return geweigerd(`${peildatum} is geen bestaande dag. Schrijf jjjj-mm-dd.`)
  const jaar = schooljaarVan(dag)
  const maandDag = dag.slice(5)
  if (maandDag >= '08-01' && maandDag < '11-01') return geweigerd(`De peildatum ${peildatum} valt in augustus tot en met oktober: dan zijn de scholen nog aan het leveren. Kies een dag van 1 november tot en met 31 juli.`)
  if (jaar < EERSTE_JAAR || jaar > LAATSTE_JAAR) return geweigerd(`De peildatum ${peildatum} kan niet. Kies een dag van 1 november ${EERSTE_JAAR} tot en met 31 juli ${LAATSTE_JAAR + 1}: een regio kijkt drie schooljaren terug, en routes bestaan sinds 2020.`)
  const vakanties = maakVakanties(jaar)
  const rondes = maakRondes(jaar)
  const laatsteRonde = rondes.at(-1)
  if (laatsteRonde === undefined) throw new Error('een kalender heeft rondes')
  return gelukt({
    peildatum: dag, jaar, rondes, laatsteRonde, vakanties,
    septemberdagen: lesdagen(opDag(jaar, 9, 7), 15), maartdagen: lesdagen(opDag(jaar, 3, 5), 10), rondZomer: dagenRondZomer(jaar, vakanties),
  })
}

export function opDag(jaar: number, maand: number, dag: number): Datum {
  return `${jaar}-${maand < 10 ? '0' : ''}${maand}-${dag < 10 ? '0' : ''}${dag}` as Datum
}

/** De eerste ronde waarin iets van die dag geleverd kan zijn. Gooit bij een dag na de laatste ronde: zo'n feit hoort niet in een plan. */
export function rondeVan(kalender: Kalender, dag: Datum): number {
  for (const ronde of kalender.rondes) if (dag <= ronde.dag) return ronde.nummer
  throw new RangeError(`${dag} ligt na de laatste levering (${kalender.laatsteRonde.dag})`)
}

function maakRondes(jaar: number): readonly Ronde[] {
  const rondes: Ronde[] = []
  for (let j = jaar - JAREN_TERUG; j <= jaar; j += 1) {
    for (const [naam, dag] of [['begin', opDag(j, 8, 25)], ['najaar', opDag(j, 10, 31)], ['voorjaar', opDag(j + 1, 3, 31)], ['eind', opDag(j + 1, 7, 10)]] as const) {
      // Na het najaar van jaar Y levert niemand meer: daarna ligt de peildatum.
      if (j < jaar || naam === 'begin' || naam === 'najaar') rondes.push({ nummer: rondes.length + 1, naam, dag, moment: `${dag}T09:00:00.000Z` as Moment })
    }
  }
  return rondes
}

/** Maandag tot en met vrijdag, vanaf de eerste maandag op of na de dag. */
function lesdagen(vanaf: Datum, aantal: number): readonly Datum[] {
  const dagen: Datum[] = []
  let dag = opWeekdag(vanaf, MAANDAG)
  for (; dagen.length < aantal; dag = plusDagen(dag, 1)) if (weekdag(dag) <= VRIJDAG) dagen.push(dag)
  return dagen
}

function dagenRondZomer(jaar: number, vakanties: Kalender['vakanties']): readonly [Datum, Datum, Datum] {
  const zomer = vakanties.find(({ van, tot }) => van < opDag(jaar, 8, 1) && tot >= opDag(jaar, 8, 1))
  if (zomer === undefined) throw new Error(`jaar ${jaar} heeft geen zomervakantie`)
  return [plusDagen(zomer.van, -3), plusDagen(zomer.tot, 2), plusDagen(zomer.tot, 4)]
}

/** Van de zomer voor het eerste schooljaar tot en met de mei van het laatste, oplopend. */
function maakVakanties(jaar: number): Kalender['vakanties'] {
  const alle: { readonly van: Datum; readonly tot: Datum }[] = []
  for (let j = jaar - JAREN_TERUG; j <= jaar; j += 1) {
    alle.push(...(VAST[j] ?? geschatteVakanties(j)).map(([van, tot]) => ({ van: van as Datum, tot: tot as Datum })))
  }
  return alle
}

/** Per schooljaar: de zomer ervoor, herfst, kerst, voorjaar en mei. Elk begint op zaterdag en eindigt op zondag. */
function geschatteVakanties(jaar: number): readonly (readonly [string, string])[] {
  const vak = (maand: number, dag: number, j: number, dagen: number): readonly [string, string] => {
    const van = opWeekdag(opDag(j, maand, dag), ZATERDAG)
    return [van, plusDagen(van, dagen - 1)]
  }
  return [vak(7, 9, jaar, 44), vak(10, 14, jaar, 9), vak(12, 18, jaar, 16), vak(2, 15, jaar + 1, 9), vak(4, 24, jaar + 1, 9)]
}

const MAANDAG = 1
const VRIJDAG = 5
const ZATERDAG = 6

function opWeekdag(vanaf: Datum, gevraagd: number): Datum {
  return plusDagen(vanaf, (gevraagd - weekdag(vanaf) + 7) % 7)
}

/** Dezelfde dagen als in `wereld/regio.yaml`: samen in een register verdringen zij elkaar dan niet. */
const VAST: Readonly<Record<number, readonly (readonly [string, string])[]>> = {
  2023: [['2023-07-22', '2023-09-03'], ['2023-10-21', '2023-10-29'], ['2023-12-23', '2024-01-07'], ['2024-02-17', '2024-02-25'], ['2024-04-27', '2024-05-05']],
  2024: [['2024-07-20', '2024-09-01'], ['2024-10-26', '2024-11-03'], ['2024-12-21', '2025-01-05'], ['2025-02-15', '2025-02-23'], ['2025-04-26', '2025-05-04']],
  2025: [['2025-07-12', '2025-08-24'], ['2025-10-18', '2025-10-26'], ['2025-12-20', '2026-01-04'], ['2026-02-21', '2026-03-01'], ['2026-04-25', '2026-05-03']],
  2026: [['2026-07-04', '2026-08-16'], ['2026-10-10', '2026-10-18'], ['2026-12-19', '2027-01-03'], ['2027-02-20', '2027-02-28'], ['2027-04-24', '2027-05-09']],
}
