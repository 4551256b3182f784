import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { opsomming, schrijfDag } from '../../kern/zinnen.ts'
import { brinnenVan, feitVanOpen, schoolVan } from './feiten.ts'
import type { Peiling } from './peiling.ts'

/** K-DLR-01, K-CAS-03: een periode met route die te vroeg begint, geeft een signaal zolang zij de periode op de dag is. Bron: S2, S30. */
export function signaleerRouteVoor2020(peiling: Peiling): Signaal | undefined {
  const fout = [...peiling.stand.vo.open, ...peiling.stand.mbo.open].filter((open) => open.genegeerd)
  if (fout.length === 0) return undefined
  const scholen = fout.map((open) => `${schoolVan(peiling.feiten.organisaties, open)} (vanaf ${schrijfDag(open.periode?.datumBegin ?? open.inschrijving.datumInschrijving)})`)
  return maakSignaal('SIG-ROUTE-VOOR-2020', {
    regels: ['K-DLR-01', 'K-CAS-03'],
    uitleg: `De route begint te vroeg bij ${opsomming(scholen)}. Een route kan pas beginnen op ${schrijfDag(peiling.eersteBegin)}. De route telt niet mee; verbeter de begindatum.`,
    voor: brinnenVan(fout),
    feiten: fout.map(feitVanOpen),
  })
}

/** K-DLR-02: een route begint in leerjaar 3; op leerjaar 1 of 2 is zij fout. Een leeg leerjaar geeft geen signaal. Bron: S0, S2. */
export function signaleerLeerjaar(peiling: Peiling): Signaal | undefined {
  const norm = peiling.normen.getal('leerroute/eerste-leerjaar', peiling.op)
  if (norm.soort !== 'geldt') return undefined
  const fout = peiling.stand.vo.metRoute.filter((open) => (open.periode?.leerjaar ?? norm.waarde) < norm.waarde)
  if (fout.length === 0) return undefined
  const scholen = fout.map((open) => `${schoolVan(peiling.feiten.organisaties, open)} heeft ${open.route ?? ''} geregistreerd in leerjaar ${open.periode?.leerjaar ?? ''}`)
  return maakSignaal('SIG-LEERJAAR', {
    regels: ['K-DLR-02'],
    uitleg: `${opsomming(scholen)}. Een route begint pas in leerjaar ${norm.waarde}. Verbeter het leerjaar of haal de route weg.`,
    voor: brinnenVan(fout),
    feiten: fout.map(feitVanOpen),
    normen: [norm.norm],
  })
}

/**
 * K-DLR-06: bij een GLR hoort een gezamenlijk oordeel van vo en mbo. Het telt vanaf zijn datum en alleen met beide handtekeningen.
 * Bron: S6; vanaf wanneer het telt is afgeleid.
 */
export function signaleerOordeel(peiling: Peiling): Signaal | undefined {
  if (!peiling.stand.routes.includes('GLR')) return undefined
  const oordelen = peiling.feiten.gezamenlijkeOordelen
  if (oordelen.some((oordeel) => oordeel.datum <= peiling.op && oordeel.ondertekendVo && oordeel.ondertekendMbo)) return undefined
  const metGlr = [...peiling.stand.vo.metRoute, ...peiling.stand.mbo.metRoute].filter((open) => open.route === 'GLR')
  const kanten = [...peiling.kanten.vo, ...peiling.kanten.mbo].map((kant) => kant.organisatie.brin)
  const half = oordelen.some((oordeel) => oordeel.datum <= peiling.op)
  return maakSignaal('SIG-GLR-OORDEEL-ONTBREEKT', {
    regels: ['K-DLR-06', 'K-CAS-06'],
    uitleg: `${half ? 'Het gezamenlijk oordeel voor de GLR mist een handtekening.' : 'Er is geen gezamenlijk oordeel voor de GLR.'} Leg het oordeel vast met de datum, en laat vo en mbo allebei tekenen.`,
    voor: [...brinnenVan(metGlr), ...kanten],
    feiten: metGlr.map(feitVanOpen),
  })
}
