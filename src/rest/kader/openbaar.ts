/** Wat zonder sleutel te lezen is: het OpenAPI-document, de documentatie en de uitleg bij elke fout. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { bouwOpenapi } from '../openapi/document.ts'
import { WIJZIGINGEN } from '../openapi/teksten.nl.ts'
import type { RestInstelling } from './instelling.ts'
import { stuurProbleem } from './fouten.ts'
import { type Probleemcode, PROBLEMEN } from './probleem.ts'

/** Paden zonder route in de lijst; de methodezoeker kent ze ook. */
export const OPENBARE_PADEN = ['/openapi.json', '/docs', '/problemen', '/problemen/{code}'] as const

export function registreerOpenbaar(rest: FastifyInstance, instelling: RestInstelling): void {
  const document = eenmalig(() => bouwOpenapi(instelling.routes, instelling))
  const json = eenmalig(() => pakIn(JSON.stringify(document())))
  rest.get('/openapi.json', (request, reply) => {
    // S-01: alleen dit adres is ook voor een bladzijde van elders te lezen.
    void reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'access-control-expose-headers': 'API-Version' })
    return stuurIngepakt(request, reply, 'application/json; charset=utf-8', json())
  })
  const { weergave } = instelling
  if (weergave === undefined) return
  const docs = eenmalig(() => pakIn(weergave.documentatie(document(), WIJZIGINGEN)))
  rest.get('/docs', (request, reply) => stuurIngepakt(request, reply.header('content-security-policy', BLADZIJDE), HTML, docs()))
  registreerProblemen(rest, instelling, weergave)
}

/** Een bladzijde met eigen stijl en script; `connect-src` is voor "Probeer het". */
const BLADZIJDE = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const HTML = 'text/html; charset=utf-8'

function registreerProblemen(rest: FastifyInstance, { basisUrl }: RestInstelling, weergave: NonNullable<RestInstelling['weergave']>): void {
  const uitleg = (code: Probleemcode) => ({ type: `${basisUrl}/v1/problemen/${code}`, code, ...PROBLEMEN[code] })
  const alle = (Object.keys(PROBLEMEN) as Probleemcode[]).map(uitleg)
  rest.get('/problemen', (request, reply) => wilHtml(request) ? stuurHtml(reply, weergave.problemen(alle)) : stuurJson(reply, { regels: alle }))
  rest.get<{ Params: { code: string } }>('/problemen/:code', (request, reply) => {
    const gevonden = alle.find(({ code }) => code === request.params.code)
    if (gevonden === undefined) return stuurProbleem(reply, { code: 'niet-gevonden' }, basisUrl)
    return wilHtml(request) ? stuurHtml(reply, weergave.probleem(gevonden)) : stuurJson(reply, gevonden)
  })
}

function wilHtml(request: FastifyRequest): boolean {
  return /\btext\/html\b/.test(request.headers.accept ?? '')
}

function stuurHtml(reply: FastifyReply, html: string): FastifyReply {
  return reply.headers({ 'content-security-policy': BLADZIJDE, vary: 'accept' }).type(HTML).send(html)
}

function stuurJson(reply: FastifyReply, inhoud: unknown): FastifyReply {
  return reply.header('vary', 'accept').type('application/json; charset=utf-8').send(JSON.stringify(inhoud))
}

interface Ingepakt {
  readonly inhoud: Buffer
  readonly brotli: Buffer
  readonly gzip: Buffer
}

/** Groot en voor iedereen gelijk: een keer inpakken. */
function pakIn(tekst: string): Ingepakt {
  const inhoud = Buffer.from(tekst)
  return { inhoud, brotli: brotliCompressSync(inhoud, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), gzip: gzipSync(inhoud) }
}

function stuurIngepakt(request: FastifyRequest, reply: FastifyReply, soort: string, { inhoud, brotli, gzip }: Ingepakt): FastifyReply {
  void reply.header('vary', 'accept-encoding').type(soort)
  const aanvaard = String(request.headers['accept-encoding'] ?? '')
  if (/\bbr\b/.test(aanvaard)) return reply.header('content-encoding', 'br').send(brotli)
  if (/\bgzip\b/.test(aanvaard)) return reply.header('content-encoding', 'gzip').send(gzip)
  return reply.send(inhoud)
}

function eenmalig<T>(maak: () => T): () => T {
  let waarde: { readonly klaar: T } | undefined
  return () => (waarde ??= { klaar: maak() }).klaar
}
