import { isBotsing } from '../../bron/index.ts'

/** Hoe een fout tijdens het verwerken weegt. */
export type Storing =
  /** Een ander schreef tegelijk: opnieuw met wat er nu staat. */
  | 'botsing'
  /** De database is weg, vol of te druk: later opnieuw, de records hebben geen schuld. */
  | 'omgeving'
  /** Waarschijnlijk de inhoud van een record. */
  | 'inhoud'

/** SQLSTATE-klassen die over de server gaan en niet over wat wij schrijven. */
const OMGEVING = /^(08|25|53|54000|55|57|58|XX)/

export function weegStoring(fout: unknown): Storing {
  if (isBotsing(fout)) return 'botsing'
  const code = codeVan(fout)
  if (code === undefined) return isVerbroken(fout) ? 'omgeving' : 'inhoud'
  return /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E') ? (OMGEVING.test(code) ? 'omgeving' : 'inhoud') : 'omgeving'
}

/** Wat er in het log mag: soort en code. Een melding van PostgreSQL kan een waarde uit het record bevatten. */
export function noemStoring(fout: unknown): string {
  const naam = fout instanceof Error ? fout.name : typeof fout
  const bij = fout instanceof Error ? ['table', 'constraint', 'column'].map((veld) => Reflect.get(fout, veld)).filter((waarde) => typeof waarde === 'string') : []
  return [naam, codeVan(fout), ...bij].filter((deel) => deel !== undefined && deel !== '').join(' ')
}

function codeVan(fout: unknown): string | undefined {
  return fout instanceof Error && 'code' in fout && typeof fout.code === 'string' ? fout.code : undefined
}

/** pg geeft bij een verbroken verbinding een gewone fout zonder code. */
function isVerbroken(fout: unknown): boolean {
  return fout instanceof Error && /connection|not queryable|pool after calling end|driver has already been destroyed/i.test(fout.message)
}
