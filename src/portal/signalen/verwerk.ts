import { type Schermsignaal, type Signaalwerk, werkSignalenAf, type Werkuitslag } from '../../beslissing/index.ts'
import { isUuid } from '../../kern/uuid.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { lijstVan, tekstVan } from '../kader/invoer.ts'
import type { Bezoek } from '../kader/route.ts'
import type { teksten } from './teksten.ts'

export type Uitslag = Pick<Werkuitslag, 'gedaan' | 'veranderd' | 'nietGevonden'>

/** Wat er aangevinkt en getypt was; blijft staan na een fout. */
export interface Werkinvoer {
  readonly signalen: readonly Schermsignaal[]
  readonly aan: string
  readonly verklaring: string
}

export const NIETS: Uitslag = { gedaan: 0, veranderd: 0, nietGevonden: 0 }
export const GEEN_INVOER: Werkinvoer = { signalen: [], aan: '', verklaring: '' }
/** Meer staan er nooit op een bladzijde. */
const MEESTE = 250

export async function doeWerk(bezoek: Bezoek, body: unknown, tekst: (typeof teksten)['nl']): Promise<{ readonly uitslag: Uitslag; readonly fouten: readonly Veldfout[]; readonly invoer: Werkinvoer }> {
  const invoer = leesInvoer(body)
  const { werk, fouten } = leesWerk(tekstVan(body, 'doe'), invoer, tekst)
  if (werk === undefined || fouten.length > 0) return { uitslag: NIETS, fouten, invoer }
  const { fouten: geweigerd, ...uitslag } = await werkSignalenAf(bezoek.deur.database, bezoek.ctx(), invoer.signalen, werk)
  return { uitslag, fouten: uitslag.gedaan > 0 ? [] : geweigerd, invoer }
}

function leesInvoer(body: unknown): Werkinvoer {
  const signalen = lijstVan(body, 'signaal').slice(0, MEESTE).flatMap((waarde) => {
    const [signaalId, versie] = waarde.split('.')
    return isUuid(signaalId) && versie !== undefined ? [{ signaalId, versie }] : []
  })
  return { signalen, aan: tekstVan(body, 'aan'), verklaring: tekstVan(body, 'verklaring') }
}

function leesWerk(doe: string, { signalen, aan, verklaring }: Werkinvoer, tekst: (typeof teksten)['nl']): { readonly werk?: Signaalwerk; readonly fouten: readonly Veldfout[] } {
  if (signalen.length === 0) return { fouten: [{ veld: 'signaal', ...tekst.niets }] }
  if (doe === 'verklaren') return { werk: { soort: 'verklaren', verklaring }, fouten: [] }
  if (doe !== 'toewijzen') return { werk: { soort: 'gezien' }, fouten: [] }
  return aan === '' ? { fouten: [{ veld: 'aan', ...tekst.geenCollega }] } : { werk: { soort: 'toewijzen', aan: aan === 'niemand' ? null : aan }, fouten: [] }
}

/** De uitslag gaat als drie getallen mee in het adres: opnieuw laden doet niets nog eens. */
export function uitslagAdres(pad: string, uitslag: Uitslag): string {
  const delen = Object.entries(uitslag).filter(([, aantal]) => aantal > 0).map(([naam, aantal]) => `${naam}=${aantal}`).join('&')
  return delen === '' ? pad : `${pad}${pad.includes('?') ? '&' : '?'}${delen}`
}

export function uitslagUit(query: unknown): Uitslag {
  const getal = (naam: string): number => {
    const tekst = tekstVan(query, naam)
    return /^\d{1,3}$/.test(tekst) ? Number(tekst) : 0
  }
  return { gedaan: getal('gedaan'), veranderd: getal('veranderd'), nietGevonden: getal('nietGevonden') }
}
