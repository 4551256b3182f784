/** `/metrics` voor Prometheus. Alleen van deze computer, van een aangewezen adres of met het token uit de instellingen. */
import { timingSafeEqual } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLokaleNaam, naamUitHost } from '../lokale-host.ts'
import type { Metingen } from './metingen.ts'
import type { Registermetingen } from './register-metingen.ts'

export interface Metricstoegang {
  readonly token: string | undefined
  /** Adressen of reeksen (`10.0.0.0/8`) die zonder token mogen lezen. */
  readonly adressen: readonly string[]
}

export const METRICS_PAD = '/metrics'

export function registreerMetrics(app: FastifyInstance, metingen: Metingen, registermetingen: Registermetingen, toegang: Metricstoegang): void {
  const adressen = maakAdreslijst(toegang.adressen)
  app.get(METRICS_PAD, async (request, reply) => {
    // 404 en geen 403: wie hier niet hoort, hoeft niet te weten dat het er is.
    if (!magLezen(request, toegang.token, adressen)) return reply.callNotFound()
    await registermetingen.ververs()
    return reply.header('cache-control', 'no-store').type(metingen.register.contentType).send(await metingen.register.metrics())
  })
}

/** Undefined als de tekst geen adres of reeks is. */
export function leesAdres(tekst: string): { readonly adres: string; readonly lengte: number; readonly familie: 'ipv4' | 'ipv6' } | undefined {
  const [adres = '', deel] = tekst.split('/')
  const versie = isIP(adres)
  const hoogste = versie === 6 ? 128 : 32
  const lengte = deel === undefined ? hoogste : Number(deel)
  if (versie === 0 || !Number.isInteger(lengte) || lengte < 0 || lengte > hoogste || deel === '') return undefined
  return { adres, lengte, familie: versie === 6 ? 'ipv6' : 'ipv4' }
}

function maakAdreslijst(adressen: readonly string[]): BlockList {
  const lijst = new BlockList()
  for (const tekst of adressen) {
    const gelezen = leesAdres(tekst)
    if (gelezen === undefined) throw new RangeError('een adres voor /metrics is niet gecontroleerd')
    lijst.addSubnet(gelezen.adres, gelezen.lengte, gelezen.familie)
  }
  return lijst
}

function magLezen(request: FastifyRequest, token: string | undefined, adressen: BlockList): boolean {
  if (token !== undefined && heeftToken(request.headers.authorization, token)) return true
  const adres = (request.socket.remoteAddress ?? request.ip).replace(/^::ffff:(?=\d+\.)/, '')
  const versie = isIP(adres)
  if (versie !== 0 && adressen.check(adres, versie === 6 ? 'ipv6' : 'ipv4')) return !isDoorgestuurd(request)
  return token === undefined && (adres === '127.0.0.1' || adres === '::1') && isLokaleNaam(naamUitHost(request.headers.host)) && !isDoorgestuurd(request)
}

/** Een proxy op deze computer komt ook van loopback; wat hij van buiten doorstuurt, is niet van deze computer. */
function isDoorgestuurd({ headers }: FastifyRequest): boolean {
  return headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined || headers['x-real-ip'] !== undefined || headers['via'] !== undefined
}

function heeftToken(kop: string | undefined, token: string): boolean {
  const gegeven = Buffer.from(/^Bearer (.+)$/i.exec(kop ?? '')?.[1] ?? '')
  const goed = Buffer.from(token)
  return gegeven.length === goed.length && timingSafeEqual(gegeven, goed)
}
