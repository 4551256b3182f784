/** De mandaten van de eigen organisatie: zien, geven en intrekken (M-01). De actie beslist; hier alleen lezen en tekenen. */
import type { FastifyRequest } from 'fastify'
import { datumInNederland } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { geefMandaat, isScope, toonMandaten, trekMandaatIn } from '../../toegang/index.ts'
import { foutenVan } from '../beheer/formulier.ts'
import { type Getypt, getyptUit, leesDag, tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { tekenMandaten, tekenNieuwMandaat } from './page.tsx'

const PAD = '/beheer/mandaten'
const NIET_GEVONDEN: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }

export const mandaatroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: PAD, toegang: 'mandaat:beheren', menu: { nl: 'Mandaten', en: 'Mandates' }, verwerk: toonLijst },
  { methode: 'GET', pad: `${PAD}/nieuw`, toegang: 'mandaat:beheren', vers: true, verwerk: (bezoek) => toonNieuw(bezoek, [], {}, []) },
  { methode: 'POST', pad: `${PAD}/nieuw`, toegang: 'mandaat:beheren', vers: true, verwerk: geef },
  { methode: 'POST', pad: `${PAD}/:mandaatId/intrekken`, toegang: 'mandaat:beheren', verwerk: trekIn },
]

async function toonLijst(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const gelezen = await toonMandaten(bezoek.deur.database, bezoek.ctx(), organisatieVan(bezoek))
  if (!gelezen.ok) return NIET_GEVONDEN
  const gedaan = veldVan(request.query, 'gedaan')
  return { soort: 'bladzijde', html: tekenMandaten({ omgeving: bezoek.omgeving, beeld: gelezen.waarde, vandaag: datumInNederland(bezoek.deur.nu()), gedaan: gedaan === 'gegeven' || gedaan === 'ingetrokken' ? gedaan : null }) }
}

async function toonNieuw(bezoek: Bezoek, fouten: readonly Veldfout[], getypt: Getypt, gekozen: readonly string[]): Promise<Portaalantwoord> {
  const gelezen = await toonMandaten(bezoek.deur.database, bezoek.ctx(), organisatieVan(bezoek))
  if (!gelezen.ok) return NIET_GEVONDEN
  return { soort: 'bladzijde', status: fouten.length === 0 ? 200 : 400, html: tekenNieuwMandaat({ omgeving: bezoek.omgeving, leveranciers: gelezen.waarde.leveranciers, fouten, getypt, gekozen }) }
}

async function geef(bezoek: Bezoek, { body }: FastifyRequest): Promise<Portaalantwoord> {
  const gekozen = gekozenUit(body)
  const getypt = getyptUit(body, ['leverancierOin', 'geldigVan', 'geldigTotEnMet'])
  const [van, totEnMet] = [leesDag(body, 'geldigVan', 'De eerste dag'), leesDag(body, 'geldigTotEnMet', 'De laatste dag')]
  const fouten = [...van.fouten, ...totEnMet.fouten]
  if (fouten.length > 0) return toonNieuw(bezoek, fouten, getypt, gekozen)
  const gedaan = await geefMandaat(bezoek.deur.database, bezoek.ctx(), {
    leverancierOin: tekstVan(body, 'leverancierOin'), organisatieId: organisatieVan(bezoek), scopes: gekozen.filter(isScope), geldigVan: van.datum ?? datumInNederland(bezoek.deur.nu()), geldigTotEnMet: totEnMet.datum,
  })
  if (gedaan.ok) return { soort: 'ga-naar', pad: `${PAD}?gedaan=gegeven` }
  const waarom = foutenVan(gedaan.reden)
  return waarom === null ? NIET_GEVONDEN : toonNieuw(bezoek, waarom, getypt, gekozen)
}

async function trekIn(bezoek: Bezoek, { params }: FastifyRequest): Promise<Portaalantwoord> {
  const gedaan = await trekMandaatIn(bezoek.deur.database, bezoek.ctx(), String(veldVan(params, 'mandaatId')))
  return gedaan.ok ? { soort: 'ga-naar', pad: `${PAD}?gedaan=ingetrokken` } : NIET_GEVONDEN
}

/** Een vakje, of meer met dezelfde naam. */
function gekozenUit(body: unknown): readonly string[] {
  const waarde = veldVan(body, 'scopes')
  return (Array.isArray(waarde) ? waarde : [waarde]).filter((deel) => typeof deel === 'string')
}

function organisatieVan({ wie }: Bezoek): string {
  return wie?.organisatie.id ?? ''
}
