import type { Recordindeling } from '../bestanden/indeling.ts'
import type { GelezenRecord } from '../bestanden/recordlezer.ts'
import { maakRij, RECORDSLEUTELS, ZONDER_BETEKENIS, type Beeldrij, type Studentbeeld } from './beeld.ts'

/** Het beeld van een student uit de records van een RO, OBO of GRONDSLAG. Undefined als er geen nummer te lezen was. */
export function beeldUitRecords(records: readonly GelezenRecord[], brin: string): Studentbeeld | undefined {
  for (const { indeling, waarden } of records) {
    const { plaats } = indeling
    const onr = leesOp(waarden, plaats['onr'])
    const nummer = leesOp(waarden, plaats['pgn']) || leesOp(waarden, plaats['bsn']) || onr
    if (nummer !== '') return { klasse: nummer === onr ? 1 : 0, nummer, rijen: maakUniek(records.map((r) => rijUitRecord(r, brin))) }
  }
  return undefined
}

function rijUitRecord({ indeling, waarden }: GelezenRecord, brin: string): Beeldrij {
  const ander = leesOp(waarden, indeling.plaats['brin'])
  if (ander !== '' && ander !== brin) return maakRij(indeling.recordsoort, vanAndereSchool(indeling, waarden, ander))
  const plan = planVan(indeling)
  const velden: Record<string, string> = {}
  for (const [plaats, sleutel] of plan.velden) {
    const waarde = waarden[plaats]
    if (waarde) velden[sleutel] = waarde
  }
  return { recordsoort: indeling.recordsoort, sleutel: plan.sleutel.map((plaats) => leesOp(waarden, plaats)).join(' '), velden }
}

/** Een inschrijving van een andere instelling krijgt haar BRIN in de sleutel, zodat zij niet met een eigen nummer verward wordt. */
function vanAndereSchool({ velden }: Recordindeling, waarden: readonly string[], brin: string): Readonly<Record<string, string>> {
  return Object.fromEntries(velden.map(({ sleutel }, i) => {
    const waarde = waarden[i] ?? ''
    return [sleutel, waarde !== '' && sleutel.endsWith('volgnummer') ? `${brin}/${waarde}` : waarde]
  }))
}

/** Waar de sleutel en de velden van een record staan; één keer per recordsoort uitgezocht, want een bestand heeft er honderdduizenden. */
interface Plan {
  readonly sleutel: readonly (number | undefined)[]
  readonly velden: readonly (readonly [plaats: number, sleutel: string])[]
}

const PLANNEN = new WeakMap<Recordindeling, Plan>()

function planVan(indeling: Recordindeling): Plan {
  const bekend = PLANNEN.get(indeling)
  if (bekend !== undefined) return bekend
  const delen = RECORDSLEUTELS[indeling.recordsoort] ?? []
  const plan = {
    sleutel: delen.map((deel) => indeling.plaats[deel]),
    velden: Object.entries(indeling.plaats).filter(([sleutel]) => !delen.includes(sleutel) && !ZONDER_BETEKENIS.has(sleutel)).map(([sleutel, plaats]) => [plaats, sleutel] as const),
  }
  PLANNEN.set(indeling, plan)
  return plan
}

function leesOp(waarden: readonly string[], plaats: number | undefined): string {
  return plaats === undefined ? '' : waarden[plaats] ?? ''
}

/** Staat hetzelfde record er vaker, dan vergelijken wij ze op volgorde. */
export function maakUniek(rijen: readonly Beeldrij[]): readonly Beeldrij[] {
  const gezien = new Map<string, number>()
  return rijen.map((rij) => {
    const sleutel = `${rij.recordsoort} ${rij.sleutel}`
    const keer = (gezien.get(sleutel) ?? 0) + 1
    gezien.set(sleutel, keer)
    return keer === 1 ? rij : { ...rij, sleutel: `${rij.sleutel} (${keer}e keer)` }
  })
}
