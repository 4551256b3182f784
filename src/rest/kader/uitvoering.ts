/** Hoe een route draait: gewoon, met een Idempotency-Key, of onder voorwaarde van een versie. */
import type { FastifyRequest } from 'fastify'
import { metSleutel } from './idempotentie.ts'
import type { Antwoord, Deur, Route, Vraag } from './route.ts'
import { metVersie } from './versie.ts'

export async function voerRouteUit(route: Route, vraag: Vraag, deur: Deur, request: FastifyRequest): Promise<Antwoord> {
  if (route.idempotent === true) {
    return metSleutel(route, vraag, deur, { methode: route.methode, url: request.url }, kop(request, 'idempotency-key'))
  }
  if (route.huidigeVersie !== undefined && route.methode !== 'GET') {
    return metVersie(route, route.huidigeVersie, vraag, deur, request.url.split('?')[0] ?? '', kop(request, 'if-match'))
  }
  return route.verwerk(vraag, deur)
}

export function kop(request: FastifyRequest, naam: string): string | undefined {
  const waarde = request.headers[naam]
  return Array.isArray(waarde) ? waarde.join(', ') : waarde
}
