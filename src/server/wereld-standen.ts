/** Zet de feiten van een student om in de leveringen zoals een school ze achter elkaar zou doen. Puur. */
import { telt, type Bekend } from '../kern/bekend.ts'
import { plusDagen, type Datum, type Moment } from '../kern/datum.ts'

interface Periode extends Bekend {
  readonly datumBegin: Datum
}

/** De vorm die vo en mbo delen. */
interface Inschrijving extends Bekend {
  readonly brin: string
  readonly inschrijvingvolgnummer: string
  readonly datumInschrijving: Datum
  readonly datumUitschrijving?: Datum | null
  readonly uitschrijvingBekendOp?: Datum | null
  readonly perioden: readonly Periode[]
}

export interface Levering<T> {
  readonly moment: Moment
  /** De hele stand zoals de school die op dat moment levert. */
  readonly stand: T
}

/** Zo veel dagen van tevoren levert een school wat zij al weet: de inschrijving, de volgende periode, de uitschrijving. */
const DAGEN_VOORAF = { inschrijving: 21, periode: 14, uitschrijving: 3 } as const

/**
 * Alle leveringen van een inschrijvingenlijst, per inschrijving in volgorde van tijd. Op elk moment bevat de stand precies
 * wat er toen bekend was (K-CAS-01); een feit zonder `bekendOp` is geleverd kort voordat het inging.
 */
export function maakLeveringen<T extends Inschrijving>(records: readonly T[]): readonly Levering<T>[] {
  const perSleutel = Map.groupBy(records.map(metKennis), ({ brin, inschrijvingvolgnummer }) => `${brin} ${inschrijvingvolgnummer}`)
  return [...perSleutel.values()].flatMap((versies) =>
    [...momenten(versies)].sort(opDag).flatMap(([dag, moment]) => {
      const versie = versies.find((record) => telt(record, dag))
      return versie === undefined ? [] : [{ moment, stand: zoalsBekend(versie, dag) }]
    }),
  )
}

/** Een moment op een dag, overdag in Nederland; de minuten verschillen per dag zodat niet alles gelijk lijkt. */
export function momentOp(dag: Datum): Moment {
  const minuut = (Number(dag.slice(5, 7)) * 31 + Number(dag.slice(8, 10)) * 7) % 60
  return `${dag}T10:${String(minuut).padStart(2, '0')}:00.000Z` as Moment
}

/** Vult op elk feit in sinds wanneer het bekend is. */
function metKennis<T extends Inschrijving>(record: T): T {
  const eerste = record.bekendOp ?? plusDagen(record.datumInschrijving, -DAGEN_VOORAF.inschrijving)
  const nietVoor = (dag: Datum): Datum => (dag < eerste ? eerste : dag)
  const perioden = record.perioden.map((periode) => ({ ...periode, bekendOp: periode.bekendOp ?? (periode.datumBegin <= record.datumInschrijving ? eerste : nietVoor(plusDagen(periode.datumBegin, -DAGEN_VOORAF.periode))) }))
  // Een correctie vervangt alles wat er al bekend was; zij wacht niet op de dag waarop een periode begint.
  const bekendePerioden = record.bekendOp ? record.perioden : perioden
  if (!record.datumUitschrijving) return { ...record, bekendOp: eerste, perioden: bekendePerioden }
  const uitschrijvingBekendOp = record.uitschrijvingBekendOp ?? nietVoor(plusDagen(record.datumUitschrijving, -DAGEN_VOORAF.uitschrijving))
  return { ...record, bekendOp: eerste, perioden: bekendePerioden, uitschrijvingBekendOp }
}

function momenten(versies: readonly Inschrijving[]): Map<Datum, Moment> {
  const gevonden = new Map<Datum, Moment>()
  for (const versie of versies) {
    for (const feit of [versie, ...versie.perioden]) {
      if (feit.bekendOp) gevonden.set(feit.bekendOp, (feit.vastgelegdOp as Moment | undefined) ?? gevonden.get(feit.bekendOp) ?? momentOp(feit.bekendOp))
    }
    if (versie.uitschrijvingBekendOp) gevonden.set(versie.uitschrijvingBekendOp, gevonden.get(versie.uitschrijvingBekendOp) ?? momentOp(versie.uitschrijvingBekendOp))
  }
  return gevonden
}

function opDag([a]: readonly [Datum, Moment], [b]: readonly [Datum, Moment]): number {
  return a < b ? -1 : 1
}

function zoalsBekend<T extends Inschrijving>(versie: T, dag: Datum): T {
  const uitschrijvingBekend = !versie.uitschrijvingBekendOp || versie.uitschrijvingBekendOp <= dag
  return {
    ...versie,
    datumUitschrijving: uitschrijvingBekend ? (versie.datumUitschrijving ?? null) : null,
    perioden: versie.perioden.filter((periode) => telt(periode, dag)),
  }
}
