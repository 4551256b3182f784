/** Hoe een route draait: gewoon, met een Idempotency-Key, of onder voorwaarde van een versie. */
import type { FastifyRequest } from 'fastify'
import type { Antwoord, Deur, Route, Vraag } from './route.ts'

export async function voerRouteUit(route: Route, vraag: Vraag, deur: Deur, _request: FastifyRequest): Promise<Antwoord> {
  return route.verwerk(vraag, deur)
}
