import type { Bestandsregels, Lijstnaam } from './bestandsregels.ts'
import { lees } from './bouw-persoon.ts'
import { dagVan, verwachtVan } from './codeveld.ts'
import type { Bestandsindeling, Recordindeling, Veld } from './indeling.ts'
import type { Meldpunt } from './melding.ts'
import { veldregel, type GelezenRecord } from './recordlezer.ts'
import { op } from './verband.ts'

/** K-BRN-02: een code die nog niet of niet meer gold op de dag van het record. Een leertraject keurt af, want die dagen zijn zeker; de rest is om na te kijken. */
export function controleerCodesOpDag(records: Iterable<GelezenRecord>, indeling: Bestandsindeling, regels: Bestandsregels, m: Meldpunt): void {
  for (const r of records) {
    for (const { veld, lijst, plaats } of tijdelijkeVelden(r.indeling, regels)) {
      const code = regels.lijsten[lijst].tijdelijk.get(r.waarden[plaats] ?? '')
      if (code === undefined) continue
      const dag = dagVan((sleutel) => (sleutel in r.indeling.plaats ? lees(r, sleutel) : null))
      if (dag === null || (dag >= code.geldigVan && (code.geldigTotEnMet === null || dag <= code.geldigTotEnMet))) continue
      const vervallen = dag >= code.geldigVan
      const isLeertraject = lijst === 'leertraject'
      m.meld({
        ...op(r), veld: veld.naam, veldnummer: plaats + 2, waarde: code.code, regel: isLeertraject ? 'K-BRN-02' : veldregel(indeling.soort, r.indeling.recordsoort, plaats + 2),
        titel: `${veld.naam} geldt niet op deze dag`, ernst: isLeertraject ? 'afgekeurd' : 'kijk-na',
        uitleg: `${code.code} (${code.label}) geldt ${vervallen ? `tot en met ${code.geldigTotEnMet ?? ''}` : `vanaf ${code.geldigVan}`}. Dit record is van ${dag}.`,
        verwacht: verwachtVan(veld, regels, dag), remedie: `Kies in uw pakket een andere waarde voor ‘${veld.naam}’, of verbeter de datum.`,
      })
    }
  }
}

interface TijdelijkVeld {
  readonly veld: Veld
  readonly lijst: Lijstnaam
  readonly plaats: number
}

const onthouden = new WeakMap<Recordindeling, readonly TijdelijkVeld[]>()

/** Alleen velden met een lijst waarin een code later begon of verviel; de meeste records hebben er geen. */
function tijdelijkeVelden(indeling: Recordindeling, regels: Bestandsregels): readonly TijdelijkVeld[] {
  const bekend = onthouden.get(indeling)
  if (bekend !== undefined) return bekend
  const velden = indeling.velden.flatMap((veld, plaats) => (veld.soort.soort === 'codes' && regels.lijsten[veld.soort.lijst].tijdelijk.size > 0 ? [{ veld, lijst: veld.soort.lijst, plaats }] : []))
  onthouden.set(indeling, velden)
  return velden
}
