import type { GelezenRecord } from '../bestanden/recordlezer.ts'
import { maakRij, type Beeldrij, type Studentbeeld } from './beeld.ts'

/** Het beeld van een student uit de records van een RO, OBO of GRONDSLAG. Undefined als er geen nummer te lezen was. */
export function beeldUitRecords(records: readonly GelezenRecord[], brin: string): Studentbeeld | undefined {
  const gelezen = records.map((r) => ({ soort: r.indeling.recordsoort, waarden: Object.fromEntries(r.indeling.velden.map(({ sleutel }, i) => [sleutel, r.waarden[i] ?? ''])) }))
  const eerste = gelezen.find(({ waarden }) => nummerVan(waarden) !== undefined)?.waarden
  const nummer = eerste === undefined ? undefined : nummerVan(eerste)
  if (eerste === undefined || nummer === undefined) return undefined
  return { klasse: eerste['bsn'] === '' && (eerste['onr'] ?? '') !== '' ? 1 : 0, nummer, rijen: maakUniek(gelezen.map(({ soort, waarden }) => maakRij(soort, vanEigenSchool(waarden, brin)))) }
}

function nummerVan(waarden: Readonly<Record<string, string>>): string | undefined {
  return waarden['pgn'] || waarden['bsn'] || waarden['onr'] || undefined
}

/** Een inschrijving van een andere instelling krijgt haar BRIN in de sleutel, zodat zij niet met een eigen nummer verward wordt. */
function vanEigenSchool(waarden: Readonly<Record<string, string>>, brin: string): Readonly<Record<string, string>> {
  const ander = waarden['brin']
  if (ander === undefined || ander === '' || ander === brin) return waarden
  return Object.fromEntries(Object.entries(waarden).map(([sleutel, waarde]) => [sleutel, waarde !== '' && sleutel.endsWith('volgnummer') ? `${ander}/${waarde}` : waarde]))
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
