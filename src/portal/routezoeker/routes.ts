import { datumInNederland } from '../../kern/datum.ts'
import { toonRoutes, zoekRoutes } from '../../rio/index.ts'
import { tekstVan } from '../kader/invoer.ts'
import type { Portaalroute } from '../kader/route.ts'
import { tekenPaar, tekenZoeken } from './page.tsx'
import { teksten } from './teksten.ts'
import { filterVan, leesZoekvraag } from './vraag.ts'

const PAAR = /^(?<vo>\d{3}A\d{3})-(?<mbo>\d{3}A\d{3})$/

export const routezoekroutes: readonly Portaalroute[] = [
  {
    methode: 'GET', pad: '/routes', toegang: 'openbaar', publiekmenu: { nl: teksten.nl.titel, en: teksten.en.titel },
    verwerk: async ({ omgeving, deur }, { query }) => {
      const vraag = leesZoekvraag(query)
      const vandaag = datumInNederland(deur.nu())
      return { soort: 'bladzijde', html: tekenZoeken({ omgeving, vraag, vandaag, antwoord: await zoekRoutes(deur.database, filterVan(vraag), vraag.bladzijde, vandaag) }) }
    },
  },
  {
    methode: 'GET', pad: '/routes/:paar', toegang: 'openbaar',
    verwerk: async ({ omgeving, deur }, { params }) => {
      const { vo, mbo } = PAAR.exec(tekstVan(params, 'paar'))?.groups ?? {}
      if (vo === undefined || mbo === undefined) return { soort: 'fout', fout: 'niet-gevonden' }
      const vandaag = datumInNederland(deur.nu())
      const routes = await toonRoutes(deur.database, vo, mbo, vandaag)
      const [eerste] = routes
      return eerste === undefined ? { soort: 'fout', fout: 'niet-gevonden' } : { soort: 'bladzijde', html: tekenPaar({ omgeving, routes, vo: eerste.vo, mbo: eerste.mbo, vandaag }) }
    },
  },
]
