import type { Leerweg, Niveau } from '../../kern/leerroute.ts'
import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { opsomming } from '../../kern/zinnen.ts'
import type { Normwaarde } from '../../normen/index.ts'
import { brinnenVan, feitVanOpen } from './feiten.ts'
import type { Peiling } from './peiling.ts'

/**
 * K-DLR-04, K-ROD-10: een route leidt niet naar entree (niveau 1). Het niveau is dat van het mbo, en anders dat van het plan (K-CAS-06).
 * Bron: S2; signaal afgeleid.
 */
export function signaleerEntree(peiling: Peiling): Signaal | undefined {
  const norm = peiling.normen.lijst('leerroute/dlr-niveaus', peiling.op)
  const fout = buiten(norm, peiling.kanten.niveaus)
  if (norm.soort !== 'geldt' || fout.length === 0) return undefined
  return overRoute(peiling, 'SIG-ENTREE', {
    regels: ['K-DLR-04', 'K-ROD-10'],
    uitleg: `De route ${opsomming(peiling.stand.routes)} leidt hier naar ${opsomming(fout)} (entree). Een route kan alleen naar ${opsomming(norm.waarde)}. Verbeter het niveau of haal de route weg.`,
    normen: [norm.norm],
  })
}

/** K-DLR-05, K-ROD-10: een GLR leidt naar niveau 2. SIG-ENTREE gaat voor (keten.md 1.9), dus samen komen zij niet voor. Bron: S6; signaal afgeleid. */
export function signaleerGlrNiveau(peiling: Peiling): Signaal | undefined {
  if (!peiling.stand.routes.includes('GLR')) return undefined
  if (signaleerEntree(peiling) !== undefined) return undefined
  const norm = peiling.normen.lijst('leerroute/glr-niveaus', peiling.op)
  const fout = buiten(norm, peiling.kanten.niveaus)
  if (norm.soort !== 'geldt' || fout.length === 0) return undefined
  return overRoute(peiling, 'SIG-GLR-NIVEAU', {
    regels: ['K-DLR-05', 'K-ROD-10'],
    uitleg: `De GLR leidt hier naar ${opsomming(fout)}. Een GLR kan alleen naar ${opsomming(norm.waarde)}. Verbeter het niveau of kies een DLR.`,
    normen: [norm.norm],
  })
}

/** K-DLR-05, K-ROD-10: een GLR is alleen voor de basisberoepsgerichte leerweg. Bron: S6; signaal afgeleid. */
export function signaleerGlrLeerweg(peiling: Peiling): Signaal | undefined {
  if (!peiling.stand.routes.includes('GLR')) return undefined
  const norm = peiling.normen.lijst('leerroute/glr-leerwegen', peiling.op)
  const fout = buiten(norm, peiling.kanten.leerwegen)
  if (norm.soort !== 'geldt' || fout.length === 0) return undefined
  return overRoute(peiling, 'SIG-GLR-LEERWEG', {
    regels: ['K-DLR-05', 'K-ROD-10'],
    uitleg: `De leerling met GLR volgt de leerweg ${opsomming(fout)}. Een GLR kan alleen in de leerweg ${opsomming(norm.waarde)}. Verbeter de leerweg of kies een DLR.`,
    normen: [norm.norm],
  })
}

/** K-DLR-08: bij een DLR past het niveau bij de leerweg. Niveau 1 geeft al SIG-ENTREE. Bron: S62; afgeleid, dus een waarschuwing. */
export function signaleerNiveauLeerweg(peiling: Peiling): Signaal | undefined {
  if (!peiling.stand.routes.includes('DLR')) return undefined
  for (const leerweg of peiling.kanten.leerwegen) {
    const norm = peiling.normen.lijst(PASSENDE_NIVEAUS[leerweg], peiling.op)
    const fout = buiten(norm, peiling.kanten.niveaus).filter((niveau) => niveau !== 'MBO-1')
    if (norm.soort !== 'geldt' || fout.length === 0) continue
    return overRoute(peiling, 'SIG-NIVEAU-LEERWEG', {
      regels: ['K-DLR-08'],
      uitleg: `De leerling volgt leerweg ${leerweg} en gaat naar ${opsomming(fout)}. Bij ${leerweg} past ${opsomming(norm.waarde)}. Controleer of dit klopt; het blokkeert niets.`,
      normen: [norm.norm],
    })
  }
  return undefined
}

const PASSENDE_NIVEAUS: Readonly<Record<Leerweg, string>> = {
  BB: 'leerroute/passende-niveaus-bb',
  KB: 'leerroute/passende-niveaus-kb-gl-tl',
  GL: 'leerroute/passende-niveaus-kb-gl-tl',
  TL: 'leerroute/passende-niveaus-kb-gl-tl',
}

function buiten<T extends Niveau | Leerweg>(norm: Normwaarde<readonly string[]>, waarden: readonly T[]): readonly T[] {
  if (norm.soort !== 'geldt' || waarden.every((waarde) => norm.waarde.includes(waarde))) return []
  return waarden.filter((waarde) => !norm.waarde.includes(waarde))
}

/** Gaat elke school aan met een open inschrijving met route. */
function overRoute(peiling: Peiling, code: Signaal['code'], bevinding: Pick<Signaal, 'regels' | 'uitleg'> & { readonly normen: NonNullable<Signaal['normen']> }): Signaal {
  const open = [...peiling.stand.vo.metRoute, ...peiling.stand.mbo.metRoute]
  return maakSignaal(code, { ...bevinding, voor: brinnenVan(open), feiten: open.map(feitVanOpen) })
}
