import type { Diploma } from '../../bron/index.ts'
import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { opsomming, schrijfDag } from '../../kern/zinnen.ts'
import { brinnenVan, feitVanDiploma, feitVanOpen, scholenVan } from './feiten.ts'
import type { Peiling } from './peiling.ts'
import { bepaalStand } from './stand.ts'
import type { OpenInschrijving } from './stand.ts'
import { vmboDiplomaOp } from './vo-activiteiten.ts'

/**
 * K-UIT-04: een mbo-diploma in de DLR zonder vmbo-diploma: de DLR is niet af. Vanaf de datum van het mbo-diploma (de mbo-inschrijving droeg toen DLR)
 * tot de dag van een vmbo-diploma. Bron: S2; afgeleid.
 */
export function signaleerDlrZonderVmbo(peiling: Peiling): Signaal | undefined {
  const { diplomas } = peiling.feiten
  if (diplomas.length === 0 || vmboDiplomaOp(diplomas, peiling.op) !== undefined) return undefined
  for (const diploma of diplomas) {
    if (!isMboDiplomaVanRoute(diploma, peiling)) continue
    const opDiplomadag = bepaalStand(peiling.feiten, diploma.datum, peiling.eersteBegin)
    const metDlr = opDiplomadag.mbo.metRoute.filter((open) => open.route === 'DLR')
    if (metDlr.length > 0) return maakDlrSignaal(peiling, diploma, metDlr)
  }
  return undefined
}

/** K-UIT-05: een GLR met een vmbo-diploma: was een DLR bedoeld? Zolang een open inschrijving GLR draagt. Afgeleid (X6). */
export function signaleerGlrMetVmbo(peiling: Peiling): Signaal | undefined {
  if (!peiling.stand.routes.includes('GLR')) return undefined
  const diploma = vmboDiplomaOp(peiling.feiten.diplomas, peiling.op)
  if (diploma === undefined) return undefined
  const metGlr = [...peiling.stand.vo.metRoute, ...peiling.stand.mbo.metRoute].filter((open) => open.route === 'GLR')
  return maakSignaal('SIG-GLR-VMBO-DIPLOMA', {
    regels: ['K-UIT-05'],
    uitleg: `De leerling staat bij ${opsomming(scholenVan(peiling.feiten.organisaties, metGlr))} met GLR en heeft een vmbo-diploma van ${schrijfDag(diploma.datum)}. Controleer of DLR bedoeld is.`,
    voor: brinnenVan(metGlr),
    feiten: [...metGlr.map(feitVanOpen), feitVanDiploma(diploma)],
  })
}

function isMboDiplomaVanRoute(diploma: Diploma, peiling: Peiling): boolean {
  if (diploma.soort !== 'MBO' || !diploma.niveau || diploma.datum > peiling.op) return false
  const norm = peiling.normen.lijst('leerroute/dlr-niveaus', diploma.datum)
  return norm.soort === 'geldt' && norm.waarde.includes(diploma.niveau)
}

function maakDlrSignaal(peiling: Peiling, diploma: Diploma, metDlr: readonly OpenInschrijving[]): Signaal {
  return maakSignaal('SIG-DLR-VMBO-DIPLOMA-ONTBREEKT', {
    regels: ['K-UIT-04'],
    uitleg: `De leerling haalde op ${schrijfDag(diploma.datum)} het mbo-diploma (${diploma.niveau ?? ''}) bij ${opsomming(scholenVan(peiling.feiten.organisaties, metDlr))} in de DLR, maar heeft geen vmbo-diploma. De DLR is pas af met beide.`,
    voor: brinnenVan(metDlr),
    feiten: [...metDlr.map(feitVanOpen), feitVanDiploma(diploma)],
  })
}
