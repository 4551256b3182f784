import type { Signaalcode } from '../../kern/signaalcode.ts'

/** Welke regel een verschil raakt, en welk signaal het register ervoor kan geven. */
export interface Gevolg {
  readonly regel: string
  readonly signaal: Signaalcode | null
}

/**
 * K-FASE-06, K-BEK-02, K-ROD-08, K-BEK-06: wat een verschil in route, fase of indicatie tussen de school en DUO betekent. Een lege kant
 * is een ontbrekende waarde; twee verschillende waarden raken wie betaalt en wat het vo ernaast ziet. Undefined = een gewoon verschil.
 */
export function gevolgVan(veld: string, a: string, b: string, heeftRoute: boolean): Gevolg | undefined {
  const leeg = a === '' || b === ''
  switch (veld) {
    case 'leerroutefase': return leeg ? { regel: 'K-FASE-06', signaal: 'SIG-FASE-ONTBREEKT' } : { regel: 'K-BEK-02', signaal: 'SIG-FASE-VERSCHIL' }
    case 'leerroute': return leeg ? { regel: 'K-FASE-06', signaal: 'SIG-ROUTE-ONTBREEKT' } : { regel: 'K-ROD-08', signaal: 'SIG-ROUTE-VERSCHIL' }
    case 'bekostigbaar': return heeftRoute ? { regel: 'K-BEK-06', signaal: 'SIG-BEKOSTIGBAAR' } : { regel: 'K-BEK-01', signaal: null }
    case 'bekostigingsstatus': return { regel: 'K-BEK-03', signaal: null }
    default: return undefined
  }
}
