import type { FastifyRequest } from 'fastify'
import { datumInNederland } from '../../kern/datum.ts'
import { isUuid } from '../../kern/uuid.ts'
import { brinsVan } from '../../toegang/index.ts'
import { veldVan } from '../kader/invoer.ts'
import type { Bezoek, Bezoeker, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { heeftToegang } from '../kader/toegang.ts'
import type { Portaalbron } from '../portaal.ts'
import { woordenIn } from './teksten.ts'
import type { Afhandelformulier } from './afhandeling.tsx'
import { tekenLeerling } from './page.tsx'
import { leesVraag } from './vraag.ts'

export function leerlingroutes(bron: Portaalbron): readonly Portaalroute[] {
  return [
    { methode: 'GET', pad: '/studenten/:id', toegang: 'deelnemer:lezen', verwerk: (bezoek, request) => toonStudent(bron, bezoek, request, opgeslagenUit(request.query)) },
    { methode: 'POST', pad: '/studenten/:id/signalen/:signaalId', toegang: 'signaal:afhandelen', verwerk: (bezoek, request) => handelSignaalAf(bron, bezoek, request) },
  ]
}

const ONBEKEND: Portaalantwoord = { soort: 'fout', fout: 'student-onbekend' }
/** Een student, zo nodig met wat er met het formulier van een signaal gebeurde. */
async function toonStudent(bron: Portaalbron, { wie, omgeving, deur }: Bezoek, request: FastifyRequest, formulier: Afhandelformulier | null, status = 200): Promise<Portaalantwoord> {
  const id = sleutelUit(request, 'id')
  if (wie === null || id === undefined) return ONBEKEND
  const nu = deur.nu()
  const vraag = leesVraag(request.query, datumInNederland(nu))
  const beeld = await bron.toonLeerling(wie, id, vraag.peildatum, vraag.bekendOp)
  if (!beeld) return ONBEKEND
  // Wat een school nu met een signaal deed hoort niet bij de kennis van toen.
  const standen = vraag.bekendOp === null ? await bron.toonSignaalstanden(wie, id) : []
  return {
    soort: 'bladzijde', status: vraag.fouten.length > 0 ? 400 : status,
    html: tekenLeerling({ omgeving, beeld, vraag, magWijzigen: heeftToegang(wie.actor, 'inschrijving:schrijven'), kijker: kijkerVan(wie), standen, formulier, nu }),
  }
}

function kijkerVan({ organisatie, actor }: Bezoeker) {
  return { organisatie: organisatie.naam, brinnen: brinsVan(actor) }
}

async function handelSignaalAf(bron: Portaalbron, bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const [id, signaalId] = [sleutelUit(request, 'id'), sleutelUit(request, 'signaalId')]
  if (bezoek.wie === null || id === undefined || signaalId === undefined) return ONBEKEND
  const [staat, versie, verklaring] = ['staat', 'versie', 'verklaring'].map((naam) => veldVan(request.body, naam))
  if ((staat !== 'gezien' && staat !== 'verklaard') || typeof versie !== 'string') return { soort: 'fout', fout: 'verzoek-onjuist' }
  const getypt = typeof verklaring === 'string' ? verklaring : ''
  const uitkomst = await bron.handelSignaalAf(bezoek.wie, { signaalId, versie, staat, verklaring: getypt })
  if (uitkomst === 'gelukt') return { soort: 'ga-naar', pad: `/studenten/${id}?opgeslagen=${signaalId}#stand-${signaalId}` }
  if (uitkomst === 'niet-gevonden') return ONBEKEND
  const fout = uitkomst === 'veranderd' ? woordenIn('nl').tekst.af.veranderd : uitkomst.fout
  return toonStudent(bron, bezoek, request, { signaalId, getypt, fout }, uitkomst === 'veranderd' ? 409 : 400)
}

function sleutelUit({ params }: FastifyRequest, naam: string): string | undefined {
  const waarde = veldVan(params, naam)
  return isUuid(waarde) ? waarde : undefined
}

function opgeslagenUit(query: unknown): Afhandelformulier | null {
  const signaalId = veldVan(query, 'opgeslagen')
  return isUuid(signaalId) ? { signaalId, getypt: '', fout: null } : null
}
