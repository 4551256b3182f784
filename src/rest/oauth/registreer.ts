/** De autorisatieserver: tokens, openbare sleutels en wat wij kunnen. Naast `/v1`, met een formulier als inhoud en fouten volgens RFC 6749. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { geefToken, type Limiet, maakLimiet, netwerkVan, type Oauthweigering } from '../../toegang/index.ts'
import { isDatabaseWeg } from '../kader/fouten.ts'
import { antwoordkoppen } from '../kader/koppen.ts'
import { type Oauthinstelling, PADEN } from './instelling.ts'
import { maakMetadata } from './metadata.ts'
import { leesTokenverzoek } from './verzoek.ts'

const MAX_BYTES = 16 * 1024
/** Een token geldt een kwartier: meer heeft een gewoon systeem niet nodig, ook niet voor veel scholen. */
const TOKENS_PER_MINUUT = 120
const MISLUKT_PER_MINUUT = 20

export function registreerOauth(app: FastifyInstance, instelling: Oauthinstelling): void {
  const perClient = maakLimiet(Math.min(instelling.limietPerMinuut, TOKENS_PER_MINUUT))
  const perAdres = maakLimiet(Math.min(instelling.limietPerMinuut, MISLUKT_PER_MINUUT))
  void app.register((oauth, _opties, klaar) => {
    oauth.removeAllContentTypeParsers()
    oauth.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: MAX_BYTES }, (_request, tekst, door) => door(null, tekst))
    const { 'api-version': _versie, ...koppen } = antwoordkoppen(instelling.https)
    oauth.addHook('onRequest', (request, reply, door) => {
      instelling.maakSchoon(request.raw)
      void reply.headers({ ...koppen, pragma: 'no-cache' })
      door()
    })
    oauth.setErrorHandler((fout, request, reply) => behandelFout(instelling, fout, request, reply))
    oauth.post(PADEN.token, (request, reply) => verwerkTokenverzoek(instelling, { perClient, perAdres }, request, reply))
    oauth.get(PADEN.jwks, async (_request, reply) => stuurJson(reply.header('cache-control', 'public, max-age=60'), 200, { keys: (await instelling.sleutels()).map(({ openbareJwk }) => openbareJwk) }))
    const metadata = maakMetadata(instelling)
    oauth.get(PADEN.metadata, (_request, reply) => stuurJson(reply.header('cache-control', 'public, max-age=60'), 200, metadata))
    klaar()
  })
}

async function verwerkTokenverzoek(instelling: Oauthinstelling, { perClient, perAdres }: { readonly perClient: Limiet; readonly perAdres: Limiet }, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const nodig = instelling.nodig()
  if (nodig === undefined) return stuurFout(reply.header('retry-after', '5'), 503, 'temporarily_unavailable', 'De server start op. Probeer het over 5 seconden opnieuw.')
  const nuMs = instelling.nu().getTime()
  const adres = netwerkVan(instelling.adresVan(request.raw))
  // Voordat er iets gelezen of opgezocht wordt: raden kost de rader een poging, en ons niets.
  const wacht = perAdres.wachtSeconden(adres, nuMs)
  if (wacht > 0) return stuurWacht(reply, wacht)
  const gelezen = leesTokenverzoek(typeof request.body === 'string' ? request.body : '', request.url.split('?')[1] ?? '', request.headers)
  if (!gelezen.ok) return stuurWeigering(reply, gelezen.reden)
  const certificaat = instelling.certificaatVan(request.raw)
  const gegeven = await geefToken(nodig, { ...gelezen.waarde, ...(certificaat === undefined ? {} : { certificaat }), ruimteVoor: (clientId) => perClient.wachtSeconden(clientId, nuMs) })
  if (gegeven.ok || gegeven.reden.error !== 'invalid_client') perAdres.geefTerug(adres)
  if (!gegeven.ok && gegeven.reden.error !== 'te-vaak' && gegeven.reden.reden !== undefined) instelling.bijWeigering?.(gegeven.reden.reden, request.id)
  if (!gegeven.ok) return gegeven.reden.error === 'te-vaak' ? stuurWacht(reply, gegeven.reden.seconden) : stuurWeigering(reply, gegeven.reden)
  const { token, levenS, scopes } = gegeven.waarde
  return stuurJson(reply, 200, { access_token: token, token_type: 'Bearer', expires_in: levenS, scope: scopes.join(' ') })
}

function stuurWeigering(reply: FastifyReply, { error, uitleg }: Oauthweigering): FastifyReply {
  return stuurFout(reply, error === 'invalid_client' ? 401 : 400, error, uitleg)
}

function stuurWacht(reply: FastifyReply, seconden: number): FastifyReply {
  return stuurFout(reply.header('retry-after', String(seconden)), 429, 'temporarily_unavailable', `Te veel verzoeken. Wacht ${seconden} seconden.`)
}

function stuurFout(reply: FastifyReply, status: number, error: string, uitleg: string): FastifyReply {
  // RFC 6749 5.2: alleen tekens uit ASCII, zonder aanhalingsteken.
  return stuurJson(reply, status, { error, error_description: uitleg.normalize('NFD').replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '') })
}

function stuurJson(reply: FastifyReply, status: number, inhoud: unknown): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(inhoud))
}

function behandelFout(instelling: Oauthinstelling, fout: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status: unknown = typeof fout === 'object' && fout !== null ? Reflect.get(fout, 'statusCode') : undefined
  if (typeof status === 'number' && status < 500) return stuurFout(reply, status === 413 ? 413 : 400, 'invalid_request', 'De inhoud is een formulier (application/x-www-form-urlencoded) van hooguit 16 kB.')
  if (isDatabaseWeg(fout)) return stuurFout(reply.header('retry-after', '5'), 503, 'temporarily_unavailable', 'De database is nu niet bereikbaar. Probeer het over 5 seconden opnieuw.')
  instelling.meldStoring?.(request.id, fout)
  return stuurFout(reply, 500, 'server_error', `Er ging bij ons iets mis. Kenmerk: ${request.id}`)
}
