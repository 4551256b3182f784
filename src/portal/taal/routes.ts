import type { Kaderinstelling } from '../kader/instelling.ts'
import { veldVan } from '../kader/invoer.ts'
import { padVanVorige } from '../kader/registreer.ts'
import type { Portaalroute } from '../kader/route.ts'
import { maakTaalkoekje, TALEN } from '../kader/taal.ts'
import type { Terugkeuze } from '../kader/terugadres.ts'

/** De schakelaar Nederlands - English: onthoudt de keuze in een koekje en gaat terug naar de bladzijde. */
export function taalroutes(instelling: Pick<Kaderinstelling, 'basisUrl' | 'https'> & { readonly terug: Terugkeuze }): readonly Portaalroute[] {
  return [{
    methode: 'GET', pad: '/taal/:taal', toegang: 'openbaar',
    verwerk: async (_bezoek, request) => {
      const taal = TALEN.find((bekend) => bekend === veldVan(request.params, 'taal'))
      return taal === undefined ? { soort: 'fout', fout: 'niet-gevonden' } : { soort: 'ga-naar', pad: instelling.terug(padVanVorige(instelling, request)), koekjes: [maakTaalkoekje(taal, instelling.https)] }
    },
  }]
}
