/** De bladzijden waarmee een medewerker zijn oude account koppelt. Elke stap werkt zonder JavaScript; de acties beslissen. */
import type { FastifyRequest } from 'fastify'
import { annuleerKoppeling, bevestigKoppeling, bewijsOudMiddel, neemUitnodigingAan, type Overstapweigering, startKoppeling, toonKoppeling, toonOverstap } from '../../toegang/index.ts'
import { veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { tekenBevestig, tekenBewijs, tekenIntro, tekenKlaar, tekenUitnodiging, tekenWeigering } from './page.tsx'
import { overstapweigering } from './weigering.ts'

/** Langer is geen gebruikersnaam, wachtwoord of code; zo kost een groot veld geen rekenwerk. */
const MAX_TEKENS = 200

export const overstaproutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/overstap', toegang: 'aangemeld', verwerk: toonIntro },
  { methode: 'POST', pad: '/overstap/begin', toegang: 'aangemeld', vers: true, verwerk: begin },
  { methode: 'GET', pad: '/overstap/bewijs', toegang: 'aangemeld', vers: true, verwerk: toonStap },
  { methode: 'POST', pad: '/overstap/bewijs', toegang: 'aangemeld', vers: true, verwerk: leverBewijs },
  { methode: 'GET', pad: '/overstap/uitnodiging', toegang: 'aangemeld', vers: true, verwerk: (bezoek) => Promise.resolve({ soort: 'bladzijde', html: tekenUitnodiging(bezoek.omgeving, null) }) },
  { methode: 'POST', pad: '/overstap/uitnodiging', toegang: 'aangemeld', vers: true, verwerk: neemAan },
  { methode: 'GET', pad: '/overstap/bevestig', toegang: 'aangemeld', vers: true, verwerk: toonStap },
  { methode: 'POST', pad: '/overstap/bevestig', toegang: 'aangemeld', vers: true, verwerk: bevestig },
  { methode: 'POST', pad: '/overstap/annuleer', toegang: 'aangemeld', verwerk: annuleer },
  { methode: 'GET', pad: '/overstap/klaar', toegang: 'aangemeld', verwerk: toonKlaar },
]

async function toonIntro(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  // Wie met het token zelf is ingelogd, kan hier niets beginnen: dat is geen fout, dus ook geen voorval.
  if (bezoek.wie?.aanmelding.middel !== 'EHERKENNING') return { soort: 'bladzijde', html: tekenWeigering(bezoek.omgeving, overstapweigering({ soort: 'eherkenning-nodig' }, bezoek.omgeving.taal), true) }
  return { soort: 'bladzijde', html: tekenIntro(bezoek.omgeving, await toonOverstap(bezoek.deur, bezoek.ctx()), veldVan(request.query, 'gestopt') === 'ja') }
}

async function begin(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const begonnen = await startKoppeling(bezoek.deur, bezoek.ctx(), sessieVan(bezoek))
  return begonnen.ok ? { soort: 'ga-naar', pad: '/overstap/bewijs' } : weiger(bezoek, request, begonnen.reden)
}

/** Bewijzen of bevestigen: welke van de twee staat in de begonnen koppeling. */
async function toonStap(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const stap = await toonKoppeling(bezoek.deur, bezoek.ctx(), sessieVan(bezoek))
  if (!stap.ok) return weiger(bezoek, request, stap.reden)
  const pad = PADEN[stap.waarde.soort]
  if (request.routeOptions.url !== pad || stap.waarde.soort === 'al-gekoppeld') return { soort: 'ga-naar', pad }
  return { soort: 'bladzijde', html: stap.waarde.soort === 'bevestigen' ? tekenBevestig(bezoek.omgeving, stap.waarde.voorstel) : tekenBewijs(bezoek.omgeving, null, '') }
}

const PADEN = { bewijzen: '/overstap/bewijs', bevestigen: '/overstap/bevestig', 'al-gekoppeld': '/overstap/klaar?al=ja' } as const

async function leverBewijs(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const [gebruikersnaam, wachtwoord, code] = [veld(request, 'gebruikersnaam'), veld(request, 'wachtwoord'), veld(request, 'code')]
  const bewezen = await bewijsOudMiddel(bezoek.deur, bezoek.ctx(), { sessieHash: sessieVan(bezoek), gebruikersnaam, wachtwoord, code })
  if (bewezen.ok) return { soort: 'ga-naar', pad: bewezen.waarde.soort === 'bewezen' ? PADEN.bevestigen : PADEN['al-gekoppeld'] }
  if (!OPNIEUW.includes(bewezen.reden.soort)) return weiger(bezoek, request, bewezen.reden)
  meld(bezoek, request, bewezen.reden)
  const fout = overstapweigering(bewezen.reden, bezoek.omgeving.taal)
  return { soort: 'bladzijde', status: fout.status, html: tekenBewijs(bezoek.omgeving, fout, gebruikersnaam) }
}

/** Bij deze weigeringen probeert iemand het op dezelfde bladzijde nog een keer. */
const OPNIEUW: readonly Overstapweigering['soort'][] = ['bewijs-onjuist', 'wacht']

async function neemAan(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const sessieHash = sessieVan(bezoek)
  const stap = await toonKoppeling(bezoek.deur, bezoek.ctx(), sessieHash)
  if (!stap.ok || stap.waarde.soort !== 'bewijzen') {
    const begonnen = await startKoppeling(bezoek.deur, bezoek.ctx(), sessieHash)
    if (!begonnen.ok) return weiger(bezoek, request, begonnen.reden)
  }
  const aangenomen = await neemUitnodigingAan(bezoek.deur, bezoek.ctx(), { sessieHash, code: veld(request, 'code') })
  if (aangenomen.ok) return { soort: 'ga-naar', pad: PADEN.bevestigen }
  if (aangenomen.reden.soort !== 'uitnodiging-onjuist') return weiger(bezoek, request, aangenomen.reden)
  meld(bezoek, request, aangenomen.reden)
  const fout = overstapweigering(aangenomen.reden, bezoek.omgeving.taal)
  return { soort: 'bladzijde', status: fout.status, html: tekenUitnodiging(bezoek.omgeving, fout) }
}

/** S-02 (sessie): de browser gaat verder met een nieuw koekje. */
async function bevestig(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const gekoppeld = await bevestigKoppeling(bezoek.deur, bezoek.ctx(), sessieVan(bezoek))
  if (!gekoppeld.ok) return weiger(bezoek, request, gekoppeld.reden)
  return gekoppeld.waarde.soort === 'gekoppeld' ? { soort: 'ga-naar', pad: '/overstap/klaar', nieuweSessie: gekoppeld.waarde.nieuweSessie } : { soort: 'ga-naar', pad: PADEN['al-gekoppeld'] }
}

async function annuleer(bezoek: Bezoek): Promise<Portaalantwoord> {
  await annuleerKoppeling(bezoek.deur, bezoek.ctx(), sessieVan(bezoek))
  return { soort: 'ga-naar', pad: '/overstap?gestopt=ja' }
}

async function toonKlaar(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const { laatste } = await toonOverstap(bezoek.deur, bezoek.ctx())
  return laatste === null ? { soort: 'ga-naar', pad: '/overstap' } : { soort: 'bladzijde', html: tekenKlaar(bezoek.omgeving, laatste, veldVan(request.query, 'al') === 'ja') }
}

function weiger(bezoek: Bezoek, request: FastifyRequest, reden: Overstapweigering): Portaalantwoord {
  meld(bezoek, request, reden)
  const fout = overstapweigering(reden, bezoek.omgeving.taal)
  return { soort: 'bladzijde', status: fout.status, html: tekenWeigering(bezoek.omgeving, fout, reden.soort === 'eherkenning-nodig') }
}

/** P-07: alleen de soort weigering, nooit wie. */
function meld(bezoek: Bezoek, request: FastifyRequest, { soort }: Overstapweigering): void {
  bezoek.deur.beveiligingslog({ soort: 'koppelen-geweigerd', code: soort, kenmerk: request.id })
}

function sessieVan({ wie }: Bezoek): Buffer {
  if (wie === null) throw new Error('koppelen zonder sessie')
  return wie.sessieHash
}

/** Een te lang of ontbrekend veld is leeg: dat klopt nooit. */
function veld(request: FastifyRequest, naam: string): string {
  const waarde = veldVan(request.body, naam)
  return typeof waarde === 'string' && waarde.length <= MAX_TEKENS ? waarde : ''
}
