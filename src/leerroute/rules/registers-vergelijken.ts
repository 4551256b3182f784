import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { opsomming, schrijfDag } from '../../kern/zinnen.ts'
import { brinnenVan, feitVanOpen, scholenVan, schoolVan, sinds } from './feiten.ts'
import type { Peiling } from './peiling.ts'
import type { OpenInschrijving } from './stand.ts'

/** K-FASE-06: een route zonder fase. Bron: S32; afgeleid. */
export function signaleerFaseOntbreekt(peiling: Peiling): Signaal | undefined {
  const fout = alleOpen(peiling).filter((open) => open.route !== null && open.fase === null)
  if (fout.length === 0) return undefined
  const zinnen = fout.map((open) => `${schoolVan(peiling.feiten.organisaties, open)} heeft ${open.route ?? ''} zonder fase, sinds ${sinds(open)}.`)
  return maakSignaal('SIG-FASE-ONTBREEKT', {
    regels: ['K-FASE-06', 'K-FASE-03'],
    uitleg: `${zinnen.join(' ')} Vul fase VO of fase MBO in.`,
    voor: brinnenVan(fout),
    feiten: fout.map(feitVanOpen),
  })
}

/** K-FASE-06: een fase zonder route; ook als niemand een route heeft (K-CAS-04). Bron: S32; afgeleid. */
export function signaleerRouteOntbreekt(peiling: Peiling): Signaal | undefined {
  const fout = alleOpen(peiling).filter((open) => open.fase !== null && open.route === null)
  if (fout.length === 0) return undefined
  const zinnen = fout.map((open) => `${schoolVan(peiling.feiten.organisaties, open)} heeft fase ${open.fase ?? ''} zonder route, sinds ${sinds(open)}.`)
  return maakSignaal('SIG-ROUTE-ONTBREEKT', {
    regels: ['K-FASE-06', 'K-CAS-04'],
    uitleg: `${zinnen.join(' ')} Vul DLR of GLR in, of haal de fase weg.`,
    voor: brinnenVan(fout),
    feiten: fout.map(feitVanOpen),
  })
}

/** K-FASE-05, K-CAS-04: twee ingevulde fasen verschillen, ook binnen één register; alleen met een route op de dag. Bron: S33. */
export function signaleerFaseVerschil(peiling: Peiling): Signaal | undefined {
  if (peiling.stand.routes.length === 0) return undefined
  const metFase = alleOpen(peiling).filter((open) => open.fase !== null)
  const eerste = metFase[0]
  if (eerste === undefined || metFase.every((open) => open.fase === eerste.fase)) return undefined
  const delen = metFase.map((open) => `${schoolVan(peiling.feiten.organisaties, open)} zegt fase ${open.fase ?? ''} (sinds ${sinds(open)})`)
  return maakSignaal('SIG-FASE-VERSCHIL', {
    regels: ['K-FASE-05', 'K-CAS-04'],
    uitleg: `De fase verschilt: ${opsomming(delen)}. Stem de fase af en lever haar bij alle scholen gelijk aan.`,
    voor: brinnenVan(metFase),
    feiten: metFase.map(feitVanOpen),
  })
}

/**
 * K-ROD-08, K-CAS-04: wie voor vo en mbo spreekt, noemt dezelfde route. Heeft één kant wel een fase maar geen route,
 * dan zegt SIG-ROUTE-ONTBREEKT het al. Bron: S33; ontbrekende route afgeleid.
 */
export function signaleerRouteVerschil(peiling: Peiling): Signaal | undefined {
  const fout: OpenInschrijving[] = []
  for (const vo of peiling.stand.vo.sprekend) {
    for (const mbo of peiling.stand.mbo.sprekend) {
      if (routeVerschilt(vo, mbo)) fout.push(vo, mbo)
    }
  }
  if (fout.length === 0) return undefined
  const betrokken = [...new Set(fout)]
  const delen = betrokken.map((open) => `${schoolVan(peiling.feiten.organisaties, open)} heeft ${open.route ?? 'geen route'} (sinds ${sinds(open)})`)
  return maakSignaal('SIG-ROUTE-VERSCHIL', {
    regels: ['K-ROD-08', 'K-CAS-04'],
    uitleg: `De route verschilt tussen vo en mbo: ${opsomming(delen)}. Stem de route af en lever haar bij beide gelijk aan.`,
    voor: brinnenVan(betrokken),
    feiten: betrokken.map(feitVanOpen),
  })
}

/** K-FASE-04: een vastgestelde fase is anders dan de kalender verwacht, bijvoorbeeld door doubleren. De registratie blijft gelden. Bron: S8, S9; afgeleid. */
export function signaleerFaseAfwijkend(peiling: Peiling): Signaal | undefined {
  const { fase, verwacht } = peiling
  if (verwacht === undefined || fase === null || fase === 'onbepaald' || fase === verwacht.fase) return undefined
  const sprekend = [...peiling.stand.vo.sprekend, ...peiling.stand.mbo.sprekend]
  const scholen = opsomming(scholenVan(peiling.feiten.organisaties, sprekend))
  return maakSignaal('SIG-FASE-AFWIJKEND', {
    regels: ['K-FASE-04', 'K-FASE-02'],
    uitleg: `De registratie van ${scholen} zegt fase ${fase}, de kalender verwacht fase ${verwacht.fase}: jaar ${verwacht.routejaar} van de route die begon op ${schrijfDag(verwacht.begin)}. De registratie geldt. Controleer of de leerling doubleert of versnelt.`,
    voor: brinnenVan(sprekend),
    feiten: sprekend.map(feitVanOpen),
    normen: [verwacht.norm],
  })
}

function routeVerschilt(vo: OpenInschrijving, mbo: OpenInschrijving): boolean {
  if (vo.route === mbo.route) return false
  if (vo.route !== null && mbo.route !== null) return true
  const zonderRoute = vo.route === null ? vo : mbo
  return zonderRoute.fase === null
}

function alleOpen(peiling: Peiling): readonly OpenInschrijving[] {
  return peiling.stand.mbo.open.length === 0 ? peiling.stand.vo.open : [...peiling.stand.vo.open, ...peiling.stand.mbo.open]
}
