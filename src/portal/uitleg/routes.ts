import type { Portaalroute } from '../kader/route.ts'
import { tekenHulp, tekenPrivacy, tekenToegankelijkheid } from './page.tsx'

/** @param contact e-mailadres van wie dit register beheert. */
export function uitlegroutes(contact: string): readonly Portaalroute[] {
  return [
    { methode: 'GET', pad: '/hulp', toegang: 'openbaar', verwerk: async ({ omgeving }) => ({ soort: 'bladzijde', html: tekenHulp(omgeving, contact) }) },
    { methode: 'GET', pad: '/toegankelijkheid', toegang: 'openbaar', verwerk: async ({ omgeving }) => ({ soort: 'bladzijde', html: tekenToegankelijkheid(omgeving, contact) }) },
    { methode: 'GET', pad: '/privacy', toegang: 'openbaar', verwerk: async ({ omgeving }) => ({ soort: 'bladzijde', html: tekenPrivacy(omgeving) }) },
  ]
}
