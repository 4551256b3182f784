import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Datum } from '../kern/datum.ts'
import type { Omgeving } from './kader/bladzijde.tsx'
import { FOUTSTATUS, tekenFout, type Foutsoort } from './kader/foutbladzijde.tsx'
import { tekenIdentiteitskeuze, type Proefidentiteit } from './identiteit/page.tsx'
import { csrfVan, klopt, leesKoekje, nieuweSessie, schrijfKoekje, wisKoekje, type Sessie } from './identiteit/sessie.ts'
import { leesVraag } from './leerling/vraag.ts'
import type { Afhandelformulier } from './leerling/afhandeling.tsx'
import { afhandeltekst } from './leerling/afhandelteksten.nl.ts'
import { tekenLeerling } from './leerling/page.tsx'
import { leesLijstvraag, lijstadres } from './leerlingen/vraag.ts'
import { tekenLeerlingen } from './leerlingen/page.tsx'
import { tekenRegel, tekenRegels } from './regels/page.tsx'
import type { Portaalbron } from './portaal.ts'
import { findRegel, regels } from '../normen/index.ts'
import { STIJLPAD, type Stijl } from './stijl/bestanden.ts'

export interface PortaalInstelling {
  readonly bron: Portaalbron
  readonly stijl: Stijl
  /** Sleutel voor de handtekening onder sessie en formulier; ten minste 32 bytes. */
  readonly sleutel: Uint8Array
  /** De keuze van een identiteit bestaat alleen in ontwikkelstand op een loopback-adres. */
  readonly proefkeuze: boolean
  readonly veiligKoekje: boolean
  readonly vandaag: () => Datum
  readonly nuMs: () => number
}

interface Bezoek {
  readonly sessie: Sessie | undefined
  readonly wie: Proefidentiteit | undefined
  readonly omgeving: Omgeving
}

/** Hangt het portaal aan de server. Elke bladzijde is klaar als hij aankomt; er is geen JavaScript nodig. */
export function registreerPortaal(app: FastifyInstance, instelling: PortaalInstelling): void {
  registreerStijl(app, instelling.stijl)
  registreerIdentiteit(app, instelling)
  registreerLeerlingen(app, instelling)
  registreerRegels(app, instelling)
}

/** Het antwoord bij een fout in het portaal; `kenmerk` koppelt het scherm aan het log zonder iets prijs te geven. */
export async function antwoordFout(instelling: PortaalInstelling, request: FastifyRequest, reply: FastifyReply, soort: Foutsoort, kenmerk?: string) {
  const omgeving = soort === 'storing' ? omgevingVan(instelling, undefined, undefined) : (await bezoek(instelling, request)).omgeving
  return stuur(reply.code(FOUTSTATUS[soort]), tekenFout(omgeving, soort, kenmerk))
}

function registreerStijl(app: FastifyInstance, stijl: Stijl): void {
  app.get(`${STIJLPAD}*`, (request, reply) => {
    const bestand = stijl.bestanden.get(request.url.split('?')[0] ?? '')
    if (bestand === undefined) return reply.callNotFound()
    void reply.header('content-type', bestand.soort).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding')
    const aanvaard = String(request.headers['accept-encoding'] ?? '')
    if (bestand.brotli && /\bbr\b/.test(aanvaard)) return reply.header('content-encoding', 'br').send(bestand.brotli)
    if (bestand.gzip && /\bgzip\b/.test(aanvaard)) return reply.header('content-encoding', 'gzip').send(bestand.gzip)
    return reply.send(bestand.inhoud)
  })
}

function registreerIdentiteit(app: FastifyInstance, instelling: PortaalInstelling): void {
  app.get('/', async (request, reply) => reply.redirect((await bezoek(instelling, request)).wie ? '/studenten' : beginAdres(instelling), 303))
  app.post('/uitloggen', async (request, reply) => {
    const { sessie } = await bezoek(instelling, request)
    if (!sessie || !klopt(veld(request.body, 'csrf'), sessie, instelling.sleutel)) return antwoordFout(instelling, request, reply, 'formulier-verlopen')
    return reply.header('set-cookie', wisKoekje()).redirect('/', 303)
  })
  if (!instelling.proefkeuze) return
  app.get('/identiteit', async (request, reply) => {
    if (!isLoopback(request.ip)) return reply.callNotFound()
    const { sessie: bestaand, omgeving } = await bezoek(instelling, request)
    const sessie = bestaand ?? nieuweSessie('', instelling.nuMs())
    if (!bestaand) void reply.header('set-cookie', schrijfKoekje(sessie, instelling.sleutel, instelling.veiligKoekje))
    return stuur(reply, tekenIdentiteitskeuze(omgeving, await instelling.bron.proefidentiteiten(), csrfVan(sessie, instelling.sleutel)))
  })
  app.post('/identiteit', async (request, reply) => {
    if (!isLoopback(request.ip)) return reply.callNotFound()
    const { sessie } = await bezoek(instelling, request)
    if (!sessie || !klopt(veld(request.body, 'csrf'), sessie, instelling.sleutel)) return antwoordFout(instelling, request, reply, 'formulier-verlopen')
    const gekozen = (await instelling.bron.proefidentiteiten()).find(({ sleutel }) => sleutel === veld(request.body, 'wie'))
    if (!gekozen) return antwoordFout(instelling, request, reply, 'verzoek-onjuist')
    // Een nieuw kenmerk bij elke keuze: een oude sessie is dan niet meer te gebruiken (sessiefixatie).
    return reply.header('set-cookie', schrijfKoekje(nieuweSessie(gekozen.sleutel, instelling.nuMs()), instelling.sleutel, instelling.veiligKoekje)).redirect('/studenten', 303)
  })
}

function registreerLeerlingen(app: FastifyInstance, instelling: PortaalInstelling): void {
  app.get('/studenten', (request, reply) => toonLijst(instelling, request, reply, request.query))
  app.post('/studenten', async (request, reply) => {
    const { sessie } = await bezoek(instelling, request)
    if (!sessie || !klopt(veld(request.body, 'csrf'), sessie, instelling.sleutel)) return antwoordFout(instelling, request, reply, 'formulier-verlopen')
    const vraag = leesLijstvraag(request.body)
    // Zonder naam kan de vraag in het adres staan; met een naam nooit.
    if (vraag && vraag.zoek === null) return reply.redirect(lijstadres(vraag), 303)
    return toonLijst(instelling, request, reply, request.body)
  })
  app.get<{ Params: { id: string } }>('/studenten/:id', (request, reply) => toonStudent(instelling, request, reply, request.params.id, opgeslagenUit(request.query)))
  app.post<{ Params: { id: string, signaalId: string } }>('/studenten/:id/signalen/:signaalId', (request, reply) => handelSignaalAf(instelling, request, reply))
}

/** Een student, zo nodig met wat er met het formulier van een signaal gebeurde. */
async function toonStudent(instelling: PortaalInstelling, request: FastifyRequest, reply: FastifyReply, id: string, formulier: Afhandelformulier | null, status = 200) {
  const { wie, omgeving } = await bezoek(instelling, request)
  if (!wie) return reply.redirect(beginAdres(instelling), 303)
  if (!UUID.test(id)) return antwoordFout(instelling, request, reply, 'student-onbekend')
  const vraag = leesVraag(request.query, instelling.vandaag())
  const beeld = await instelling.bron.toonLeerling(wie, id, vraag.peildatum, vraag.bekendOp)
  if (!beeld) return antwoordFout(instelling, request, reply, 'student-onbekend')
  // Wat een school nu met een signaal deed hoort niet bij de kennis van toen.
  const standen = vraag.bekendOp === null ? await instelling.bron.toonSignaalstanden(wie, id) : []
  return stuur(reply.code(vraag.fouten.length > 0 ? 400 : status), tekenLeerling({ omgeving, beeld, vraag, kijker: wie, standen, formulier, nu: new Date(instelling.nuMs()) }))
}

async function handelSignaalAf(instelling: PortaalInstelling, request: FastifyRequest<{ Params: { id: string, signaalId: string } }>, reply: FastifyReply) {
  const { sessie, wie } = await bezoek(instelling, request)
  if (!sessie || !klopt(veld(request.body, 'csrf'), sessie, instelling.sleutel)) return antwoordFout(instelling, request, reply, 'formulier-verlopen')
  if (!wie) return reply.redirect(beginAdres(instelling), 303)
  const { id, signaalId } = request.params
  const [staat, versie, verklaring] = [veld(request.body, 'staat'), veld(request.body, 'versie'), veld(request.body, 'verklaring')]
  if (!UUID.test(id) || !UUID.test(signaalId)) return antwoordFout(instelling, request, reply, 'student-onbekend')
  if ((staat !== 'gezien' && staat !== 'verklaard') || typeof versie !== 'string') return antwoordFout(instelling, request, reply, 'verzoek-onjuist')
  const getypt = typeof verklaring === 'string' ? verklaring : ''
  const uitkomst = await instelling.bron.handelSignaalAf(wie, { signaalId, versie, staat, verklaring: getypt })
  if (uitkomst === 'gelukt') return reply.redirect(`/studenten/${id}?opgeslagen=${signaalId}#stand-${signaalId}`, 303)
  if (uitkomst === 'niet-gevonden') return antwoordFout(instelling, request, reply, 'student-onbekend')
  const fout = uitkomst === 'veranderd' ? afhandeltekst.veranderd : uitkomst.fout
  return toonStudent(instelling, request, reply, id, { signaalId, getypt, fout }, uitkomst === 'veranderd' ? 409 : 400)
}

function opgeslagenUit(query: unknown): Afhandelformulier | null {
  const signaalId = veld(query, 'opgeslagen')
  return typeof signaalId === 'string' && UUID.test(signaalId) ? { signaalId, getypt: '', fout: null } : null
}

async function toonLijst(instelling: PortaalInstelling, request: FastifyRequest, reply: FastifyReply, invoer: unknown) {
  const { wie, omgeving } = await bezoek(instelling, request)
  if (!wie) return reply.redirect(beginAdres(instelling), 303)
  const vraag = leesLijstvraag(invoer)
  if (!vraag) return antwoordFout(instelling, request, reply, 'verzoek-onjuist')
  const antwoord = await instelling.bron.toonLeerlingen(wie, vraag)
  return stuur(reply, tekenLeerlingen({ omgeving, vraag, antwoord, organisatie: wie.organisatie }))
}

function registreerRegels(app: FastifyInstance, instelling: PortaalInstelling): void {
  app.get('/regels', async (request, reply) => stuur(reply, tekenRegels((await bezoek(instelling, request)).omgeving, regels())))
  app.get<{ Params: { id: string } }>('/regels/:id', async (request, reply) => {
    const regel = findRegel(request.params.id)
    if (!regel) return reply.callNotFound()
    return stuur(reply, tekenRegel((await bezoek(instelling, request)).omgeving, regel))
  })
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

async function bezoek(instelling: PortaalInstelling, request: FastifyRequest): Promise<Bezoek> {
  const sessie = leesKoekje(request.headers.cookie, instelling.sleutel, instelling.nuMs())
  const mag = instelling.proefkeuze && sessie !== undefined && sessie.wie !== ''
  const wie = mag ? (await instelling.bron.proefidentiteiten()).find(({ sleutel }) => sleutel === sessie.wie) : undefined
  return { sessie, wie, omgeving: omgevingVan(instelling, sessie, wie) }
}

function omgevingVan(instelling: PortaalInstelling, sessie: Sessie | undefined, wie: Proefidentiteit | undefined): Omgeving {
  const { css, lettertypen, beeldmerk, script } = instelling.stijl
  const ingelogd = sessie && wie ? { ...wie, csrf: csrfVan(sessie, instelling.sleutel), proef: true } : null
  return { css, lettertypen, beeldmerk, script, ingelogd }
}

function beginAdres(instelling: PortaalInstelling): string {
  return instelling.proefkeuze ? '/identiteit' : '/regels'
}

/** Persoonsgegevens: niet in een cache, niet in een zoekmachine. */
function stuur(reply: FastifyReply, html: string) {
  return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store').send(html)
}

function veld(body: unknown, naam: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, naam) : undefined
}

function isLoopback(adres: string): boolean {
  return adres === '::1' || adres.startsWith('127.') || adres.startsWith('::ffff:127.')
}

