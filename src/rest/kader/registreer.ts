/** Hangt de REST-deur aan de server: alles onder `/v1`, met eigen koppen, fouten en lezers van inhoud, en de autorisatieserver ernaast. */
import type { FastifyInstance } from 'fastify'
import { maakGrens } from '../../toegang/index.ts'
import { maakBehandeling } from './behandel.ts'
import { behandelRestfout, stuurProbleem } from './fouten.ts'
import type { RestInstelling } from './instelling.ts'
import { antwoordkoppen } from './koppen.ts'
import { OPENBARE_PADEN, registreerOpenbaar } from './openbaar.ts'
import { registreerOauth } from '../oauth/registreer.ts'
import { fastifyPad, maakMethodezoeker, VOORVOEGSEL } from './paden.ts'

export function registreerRest(app: FastifyInstance, instelling: RestInstelling): void {
  if (instelling.oauth !== undefined) registreerOauth(app, instelling.oauth)
  void app.register((rest, _opties, klaar) => {
    // De inhoud blijft een stroom: het kader leest JSON zelf en geeft een bestand door zonder het in het geheugen te nemen.
    rest.removeAllContentTypeParsers()
    rest.addContentTypeParser('*', (_request, stroom, door) => door(null, stroom))
    const koppen = antwoordkoppen(instelling.https)
    rest.addHook('onRequest', (request, reply, door) => {
      instelling.oauth?.maakSchoon(request.raw)
      void reply.headers(koppen)
      door()
    })
    rest.setErrorHandler((fout, request, reply) => behandelRestfout(instelling, fout, request, reply))
    registreerOpenbaar(rest, instelling)
    registreerRoutes(rest, instelling)
    klaar()
  }, { prefix: VOORVOEGSEL })
}

function registreerRoutes(rest: FastifyInstance, instelling: RestInstelling): void {
  const grens = maakGrens(instelling.limietPerMinuut)
  for (const route of instelling.routes) {
    const behandeling = maakBehandeling(instelling, grens, route)
    rest.route({ method: route.methode, url: fastifyPad(route.pad), onRequest: (request) => behandeling.vooraf(request), handler: (request, reply) => behandeling.verwerk(request, reply) })
  }
  const methodenVan = maakMethodezoeker([...instelling.routes, ...OPENBARE_PADEN.map((pad) => ({ pad, methode: 'GET' as const }))])
  rest.setNotFoundHandler((request, reply) => {
    const methoden = methodenVan(request.url.split('?')[0] ?? '')
    if (methoden.length === 0) return stuurProbleem(reply, { code: 'niet-gevonden' }, instelling.basisUrl)
    const allow = methoden.join(', ')
    if (request.method === 'OPTIONS') return reply.code(204).header('allow', allow).send()
    return stuurProbleem(reply, { code: 'methode-niet-toegestaan', koppen: { allow } }, instelling.basisUrl)
  })
}
