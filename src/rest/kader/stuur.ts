/** Van het antwoord van een route naar een HTTP-antwoord. */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { naarProbleem, Probleemfout } from './probleem.ts'
import type { Antwoord, Route } from './route.ts'
import { verouderdkoppen } from './verouderd.ts'

export function stuurAntwoord(route: Route, antwoord: Antwoord, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (route.verouderd !== undefined) void reply.headers(verouderdkoppen(route.verouderd))
  if ('weigering' in antwoord) throw new Probleemfout(naarProbleem(antwoord.weigering))
  const etag = antwoord.versie === undefined ? undefined : maakEtag(antwoord.versie)
  void reply.headers(antwoord.koppen ?? {})
  if (etag !== undefined) void reply.header('etag', etag)
  const isLezen = request.method === 'GET' || request.method === 'HEAD'
  if (isLezen && etag !== undefined && komtVoor(etag, request.headers['if-none-match'])) return reply.code(304).send()
  void reply.code(antwoord.status)
  const { inhoud } = antwoord
  if (inhoud === undefined || inhoud === null) return reply.send()
  const mediatype = route.antwoorden[antwoord.status]?.mediatype
  if (mediatype === undefined) return reply.type('application/json; charset=utf-8').send(JSON.stringify(inhoud))
  void reply.type(mediatype)
  if (typeof inhoud === 'string' || Buffer.isBuffer(inhoud) || inhoud instanceof Readable) return reply.send(inhoud)
  return reply.send(JSON.stringify(inhoud))
}

/** Sterk (S-16): hetzelfde als en alleen als de versie hetzelfde is. De versie zelf blijft binnen. */
export function maakEtag(versie: string): string {
  return `"${createHash('sha256').update(versie).digest('base64url').slice(0, 24)}"`
}

/** Of een ETag in een lijst staat. `W/` telt mee bij `If-None-Match` (zwakke vergelijking). */
export function komtVoor(etag: string, lijst: string | undefined): boolean {
  if (lijst === undefined) return false
  return lijst.trim() === '*' || lijst.split(',').some((deel) => deel.trim().replace(/^W\//, '') === etag)
}
