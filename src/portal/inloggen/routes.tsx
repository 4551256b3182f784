import type { Sessiebron } from '../kader/instelling.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'

/** Het begin, uitloggen, en wie ingelogd is zonder rol. */
export function beginroutes(sessies: Sessiebron): readonly Portaalroute[] {
  return [
    { methode: 'GET', pad: '/', toegang: 'openbaar', verwerk: (bezoek) => Promise.resolve(naarBegin(bezoek)) },
    { methode: 'POST', pad: '/uitloggen', toegang: 'aangemeld', verwerk: (bezoek) => logUit(sessies, bezoek) },
  ]
}

/** De eerste bladzijde van het hoofdmenu waar iemand bij mag. */
function naarBegin({ wie, omgeving }: Bezoek): Portaalantwoord {
  if (wie === null) return { soort: 'ga-naar', pad: '/inloggen' }
  return { soort: 'ga-naar', pad: omgeving.ingelogd?.menu.find(({ pad }) => pad !== '/regels')?.pad ?? '/geen-rol' }
}

async function logUit(sessies: Sessiebron, { wie, deur }: Bezoek): Promise<Portaalantwoord> {
  if (wie !== null) await sessies.meldAf(wie.sessieHash, deur.nu())
  return { soort: 'ga-naar', pad: '/inloggen?reden=uitgelogd', nieuweSessie: null, wisBrowser: true }
}
