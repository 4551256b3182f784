import { findRegel, regels } from '../../normen/index.ts'
import { veldVan } from '../kader/invoer.ts'
import type { Portaalroute } from '../kader/route.ts'
import { tekenRegel, tekenRegels } from './page.tsx'

export const regelroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/regels', toegang: 'openbaar', menu: { nl: 'Regels en bronnen', en: 'Rules and sources' }, verwerk: async ({ omgeving }) => ({ soort: 'bladzijde', html: tekenRegels(omgeving, regels()) }) },
  {
    methode: 'GET', pad: '/regels/:id', toegang: 'openbaar',
    verwerk: async ({ omgeving }, { params }) => {
      const regel = findRegel(String(veldVan(params, 'id')))
      return regel === undefined ? { soort: 'fout', fout: 'niet-gevonden' } : { soort: 'bladzijde', html: tekenRegel(omgeving, regel) }
    },
  },
]
