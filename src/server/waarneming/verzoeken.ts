/** Hangt logboek, metingen en traces aan elk verzoek van de webserver. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logboek } from './logboek.ts'
import { afgerond } from './logboek.ts'
import type { Metingen } from './metingen.ts'
import { inLopend, type Stuk, type Tracer, type Verzoekspoor } from './spoor.ts'
import { leesTraceparent, nieuweTraceId } from './traceparent.ts'

interface Benodigd {
  readonly logboek: Logboek
  readonly metingen: Metingen
  readonly tracer: Tracer | undefined
}

interface Lopend {
  readonly verzoek: Verzoekspoor
  readonly stuk: Stuk | undefined
}

/** Moet als eerste geregistreerd worden: dan telt ook wat een latere haak weigert. */
export function volgVerzoeken(app: FastifyInstance, nodig: Benodigd): void {
  const lopend = new WeakMap<FastifyRequest, Lopend>()
  app.addHook('onRequest', (request, _reply, klaar) => {
    const dit = begin(request, nodig.tracer)
    lopend.set(request, dit)
    inLopend(dit.verzoek, dit.stuk, klaar)
  })
  // Een lichaam komt binnen via de verbinding, en die kent dit verzoek niet: na het lezen opnieuw.
  app.addHook('preValidation', (request, _reply, klaar) => {
    const dit = lopend.get(request)
    if (dit === undefined) klaar()
    else inLopend(dit.verzoek, dit.stuk, klaar)
  })
  app.addHook('onResponse', (request, reply, klaar) => {
    rondAf(nodig, request, lopend.get(request), reply.statusCode, reply.elapsedTime)
    klaar()
  })
  app.addHook('onRequestAbort', (request, klaar) => {
    rondAf(nodig, request, lopend.get(request), AFGEBROKEN, 0)
    lopend.delete(request)
    klaar()
  })
}

/** De aanroeper wachtte niet op het antwoord; het getal is een gewoonte van proxyservers. */
const AFGEBROKEN = 499
const ONBEKEND = '(onbekend)'

function begin(request: FastifyRequest, tracer: Tracer | undefined): Lopend {
  const kop = leesTraceparent(request.headers['traceparent'])
  const stuk = tracer?.begin(request.method, kop, { 'http.request.method': request.method }, 'verzoek')
  return { stuk, verzoek: { kenmerk: request.id, traceId: stuk?.traceId ?? kop?.traceId ?? nieuweTraceId(), ouderId: kop?.ouderId ?? null, aanroeper: null } }
}

function rondAf({ logboek, metingen }: Benodigd, request: FastifyRequest, lopend: Lopend | undefined, status: number, ms: number): void {
  if (lopend === undefined) return
  const route = request.routeOptions.url ?? ONBEKEND
  const { verzoek, stuk } = lopend
  metingen.verzoek(request.method, route, status, ms / 1000)
  logboek.verzoek({ kenmerk: verzoek.kenmerk, trace: verzoek.traceId, methode: request.method, route, status, ms: afgerond(ms), aanroeper: verzoek.aanroeper })
  stuk?.hernoem(`${request.method} ${route}`)
  stuk?.zet({ 'http.route': route, 'http.response.status_code': status, 'leerroute.kenmerk': verzoek.kenmerk, ...(verzoek.aanroeper === null ? {} : { 'leerroute.aanroeper': verzoek.aanroeper }) })
  stuk?.klaar(status >= 500)
}
