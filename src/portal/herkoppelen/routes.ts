/** De bladzijden waarmee een medewerker met een andere inlog van eHerkenning verdergaat (T-23). Elke stap werkt zonder JavaScript; de acties beslissen. */
import type { FastifyRequest } from 'fastify'
import { annuleerHerkoppeling, bevestigHerkoppeling, type Herkoppelweigering, startHerkoppeling, toonHerkoppelbewijs, toonHerkoppeling } from '../../toegang/index.ts'
import { veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { tekenBevestig, tekenBewijs, tekenIntro, tekenKlaar, tekenWeigering } from './page.tsx'

/** Waar de makelaar naartoe terugkomt, en waar de inlog met de oude inlog begint. */
const PADEN = { bewijzen: '/herkoppelen/bewijs', bevestigen: '/herkoppelen/bevestig', 'al-gekoppeld': '/herkoppelen/klaar?al=ja' } as const
const START = '/inloggen/start?doel=herkoppelen'

export const herkoppelroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/herkoppelen', toegang: 'aangemeld', verwerk: toonIntro },
  { methode: 'POST', pad: '/herkoppelen/begin', toegang: 'aangemeld', vers: true, verwerk: begin },
  { methode: 'GET', pad: PADEN.bewijzen, toegang: 'aangemeld', vers: true, verwerk: toonStap },
  { methode: 'GET', pad: PADEN.bevestigen, toegang: 'aangemeld', vers: true, verwerk: toonStap },
  { methode: 'POST', pad: PADEN.bevestigen, toegang: 'aangemeld', vers: true, verwerk: bevestig },
  { methode: 'POST', pad: '/herkoppelen/annuleer', toegang: 'aangemeld', verwerk: annuleer },
  { methode: 'GET', pad: '/herkoppelen/klaar', toegang: 'aangemeld', verwerk: toonKlaar },
]

async function toonIntro({ wie, omgeving }: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  // Wie met een token is ingelogd, kan hier niets beginnen: dat is geen fout, dus ook geen voorval.
  if (wie?.aanmelding.middel !== 'EHERKENNING') return { soort: 'bladzijde', html: tekenWeigering(omgeving, { soort: 'eherkenning-nodig' }) }
  return { soort: 'bladzijde', html: tekenIntro(omgeving, veldVan(query, 'gestopt') === 'ja') }
}

async function begin(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const begonnen = await startHerkoppeling(bezoek.deur, bezoek.ctx(), sessieVan(bezoek))
  if (!begonnen.ok) return weiger(bezoek, request, begonnen.reden)
  return { soort: 'ga-naar', pad: begonnen.waarde.soort === 'begonnen' ? PADEN.bewijzen : PADEN['al-gekoppeld'] }
}

/** Bewijzen of bevestigen: welke van de twee staat in de begonnen wissel. */
async function toonStap(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const stap = await toonHerkoppeling(bezoek.deur, bezoek.ctx(), sessieVan(bezoek))
  if (!stap.ok) return weiger(bezoek, request, stap.reden)
  const { waarde } = stap
  if (waarde.soort === 'al-gekoppeld' || request.routeOptions.url !== PADEN[waarde.soort]) return { soort: 'ga-naar', pad: PADEN[waarde.soort] }
  return { soort: 'bladzijde', html: waarde.soort === 'bevestigen' ? tekenBevestig(bezoek.omgeving, waarde.voorstel) : tekenBewijs(bezoek.omgeving, START, waarde.verlooptOp) }
}

/** S-02 (sessie): de browser gaat verder met een nieuw koekje. */
async function bevestig(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const klaar = await bevestigHerkoppeling(bezoek.deur, bezoek.ctx(), sessieVan(bezoek))
  if (!klaar.ok) return weiger(bezoek, request, klaar.reden)
  return klaar.waarde.soort === 'herkoppeld' ? { soort: 'ga-naar', pad: '/herkoppelen/klaar', nieuweSessie: klaar.waarde.nieuweSessie } : { soort: 'ga-naar', pad: PADEN['al-gekoppeld'] }
}

async function annuleer(bezoek: Bezoek): Promise<Portaalantwoord> {
  await annuleerHerkoppeling(bezoek.deur, bezoek.ctx(), sessieVan(bezoek))
  return { soort: 'ga-naar', pad: '/herkoppelen?gestopt=ja' }
}

async function toonKlaar(bezoek: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  const bewijs = await toonHerkoppelbewijs(bezoek.deur, bezoek.ctx())
  return bewijs === null ? { soort: 'ga-naar', pad: '/herkoppelen' } : { soort: 'bladzijde', html: tekenKlaar(bezoek.omgeving, bewijs, veldVan(query, 'al') === 'ja') }
}

/** P-07: alleen de soort weigering, nooit wie. */
function weiger({ omgeving, deur }: Bezoek, { id }: FastifyRequest, reden: Herkoppelweigering): Portaalantwoord {
  deur.beveiligingslog({ soort: 'koppelen-geweigerd', code: reden.soort, kenmerk: id })
  return { soort: 'bladzijde', status: NIET_NU.includes(reden.soort) ? 409 : 403, html: tekenWeigering(omgeving, reden) }
}

const NIET_NU: readonly Herkoppelweigering['soort'][] = ['geen-wissel-begonnen', 'wissel-verlopen', 'niet-meer-beschikbaar', 'nieuwe-inlog-heeft-rollen', 'zelfde-inlog']

function sessieVan({ wie }: Bezoek): Buffer {
  if (wie === null) throw new Error('wisselen van inlog zonder sessie')
  return wie.sessieHash
}
