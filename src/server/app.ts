import { randomUUID } from 'node:crypto'
import formbody from '@fastify/formbody'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { bouwStijl, type Kader, maakKoppelvlakweergave, registreerPortaal, type Portaalbron, type Portaaldeur, type PortaalInstelling, type Sessiebron } from '../portal/index.ts'
import { antwoordOpVerbindingsfout, isRestadres, registreerRest, type RestInstelling, stuurRestprobleem } from '../rest/index.ts'
import type { Inlogaansluiting } from '../toegang/index.ts'
import { PROEFCONTACT } from './config.ts'
import { isLokaleNaam, naamUitHost } from './lokale-host.ts'
import { beperkVerbindingen, TIJDGRENZEN } from './tijdgrenzen.ts'
import type { Waarneming } from './waarneming/index.ts'
import { METRICS_PAD } from './waarneming/metrics-route.ts'

export interface HttpConfig {
  /** Adres waarop wordt geluisterd; proefsleutels bestaan alleen op loopback, en niet achter een openbare naam. */
  readonly host: string
  readonly ontwikkeling: boolean
  /** Namen (zonder poort) waaronder de server bereikbaar mag zijn, naast de loopback-namen. */
  readonly openbareHosts?: readonly string[]
  /** Waar als de buitenkant https is; het koekje krijgt dan Secure. */
  readonly https?: boolean
  /** Het adres waaronder gebruikers de server kennen; zonder het adres waarop wordt geluisterd. */
  readonly basisUrl?: string
  /** E-mailadres van wie dit register beheert; zonder een verzonnen adres. */
  readonly contact?: string
}

export interface AppBenodigdheden {
  readonly config: HttpConfig
  readonly bron: Portaalbron
  readonly sessies: Sessiebron
  /** Wacht zolang de server opstart. */
  readonly deur: () => Promise<Portaaldeur>
  /** De makelaar van eHerkenning; undefined als er (nog) geen is. */
  readonly aansluiting?: () => Inlogaansluiting | undefined
  /** Ondertekende metadata van SAML, voor de makelaar. */
  readonly metadata?: () => string | undefined
  readonly sleutels: { readonly sessie: Uint8Array }
  readonly nu: () => Date
  /** Of de database antwoordt. */
  readonly isGereed: () => Promise<boolean>
  /** De REST-deur; zonder is er alleen het portaal. */
  readonly rest?: RestInstelling
  /** Logboek, metingen en traces; zonder gebeurt er niets van dat alles. */
  readonly waarneming?: Pick<Waarneming, 'registreer'>
  /** Meldt een onverwachte fout met zijn kenmerk; nooit met inhoud van het verzoek. */
  readonly meldStoring?: (kenmerk: string, fout: unknown) => void
}

/** De webserver zonder te luisteren: koppen, controle van de host, gezondheid en het portaal. */
export function bouwApp(nodig: AppBenodigdheden): FastifyInstance {
  const app = fastify({
    logger: false, genReqId: maakKenmerk, bodyLimit: MAX_FORMULIER_BYTES, routerOptions: { maxParamLength: 1_000 }, trustProxy: false,
    requestTimeout: TIJDGRENZEN.requestTimeout, http: TIJDGRENZEN,
    clientErrorHandler: (fout, verbinding) => antwoordOpVerbindingsfout({ https: nodig.config.https === true, basisUrl: nodig.rest?.basisUrl ?? '' }, fout, verbinding),
    // Een onleesbaar adres komt niet langs de hooks: ook dan strenge koppen, en niets van het adres terug in het antwoord.
    frameworkErrors: (fout, request, reply: FastifyReply) => {
      void reply.headers(koppen)
      if (nodig.rest !== undefined && isRestadres(request.url)) return void stuurRestprobleem(nodig.rest, reply, 'adres-onleesbaar')
      return probleem(reply, statusVan(fout), 'Het adres klopt niet')
    },
  })
  beperkVerbindingen(app.server)
  nodig.waarneming?.registreer(app)
  const koppen = nodig.config.https === true ? { ...BEVEILIGINGSKOPPEN, ...ALLEEN_HTTPS } : BEVEILIGINGSKOPPEN
  const instelling = portaalInstelling(nodig)
  void app.register(formbody, { bodyLimit: MAX_FORMULIER_BYTES })
  app.addHook('onRequest', (request, reply, klaar) => {
    void reply.headers(koppen)
    // /metrics kent eigen toegang: een meter van buiten noemt het adres van deze computer, niet de naam voor gebruikers.
    // Een heel adres in plaats van een pad (zoals aan een proxy) noemt zelf een host: die hoort hier nooit.
    if (!request.url.startsWith('/') || (!isToegestaneHost(request.headers.host, nodig.config) && request.routeOptions.url !== METRICS_PAD)) {
      if (nodig.rest !== undefined && isRestadres(request.url)) return void stuurRestprobleem(nodig.rest, reply, 'verkeerd-adres')
      void reply.code(421).type('text/plain; charset=utf-8').send('Deze server hoort niet bij dit adres.')
      return
    }
    klaar()
  })
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => (await isGereed(nodig)) ? { status: 'ok' } : reply.code(503).send({ status: 'niet gereed' }))
  const portaal = registreerPortaal(app, instelling)
  if (nodig.rest !== undefined) registreerRest(app, { ...nodig.rest, weergave: maakKoppelvlakweergave(instelling.stijl, instelling.proefomgeving) })
  app.setNotFoundHandler((request, reply) => wilHtml(request) ? portaal.antwoordFout(request, reply, 'niet-gevonden') : probleem(reply, 404, 'Niet gevonden'))
  app.setErrorHandler((fout, request, reply) => behandelFout(nodig, portaal, fout, request, reply))
  return app
}

const MAX_FORMULIER_BYTES = 16 * 1024
/** Geen inline stijl of script en niets van buiten: de bladzijde staat op zichzelf. */
const BEVEILIGINGSKOPPEN = {
  'content-security-policy': "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const
const ALLEEN_HTTPS = { 'strict-transport-security': 'max-age=31536000' } as const

function portaalInstelling({ config, bron, sessies, deur, aansluiting, metadata, sleutels, nu, rest }: AppBenodigdheden): PortaalInstelling {
  if (sleutels.sessie.length < 32) throw new RangeError('de sessiesleutel moet ten minste 32 bytes zijn')
  return {
    bron, sessies, deur, nu, aansluiting: aansluiting ?? (() => undefined), metadata: metadata ?? (() => undefined), stijl: bouwStijl(), sleutel: sleutels.sessie, proefomgeving: config.ontwikkeling,
    limietPerMinuut: rest?.limietPerMinuut, maxBestand: rest?.maxBestand, adresVan: rest?.oauth?.adresVan,
    contact: config.contact ?? PROEFCONTACT, https: config.https === true, basisUrl: config.basisUrl ?? `http://${config.host}`,
  }
}

/** Proefsleutels voor REST bestaan alleen in ontwikkelstand, en als de server alleen vanaf deze computer bereikbaar is. */
export function isProefomgeving(config: HttpConfig): boolean {
  return config.ontwikkeling && [config.host, ...(config.openbareHosts ?? [])].every(isLokaleNaam)
}

/** Weert DNS-rebinding: een vreemde naam die naar dit adres wijst, krijgt geen bladzijde. */
function isToegestaneHost(kop: string | undefined, config: HttpConfig): boolean {
  const naam = naamUitHost(kop)
  return isLokaleNaam(naam) || (config.openbareHosts ?? []).includes(naam)
}

async function isGereed(nodig: AppBenodigdheden): Promise<boolean> {
  try {
    return await nodig.isGereed()
  } catch {
    return false
  }
}

/** De bezoeker krijgt een kenmerk, het log de fout; nooit andersom. */
async function behandelFout(nodig: AppBenodigdheden, portaal: Kader, fout: unknown, request: FastifyRequest, reply: FastifyReply) {
  const status = statusVan(fout)
  if (status < 500) return wilHtml(request) ? portaal.antwoordFout(request, reply, 'verzoek-onjuist') : probleem(reply, status, 'Het verzoek klopt niet')
  const kenmerk = request.id
  nodig.meldStoring?.(kenmerk, fout)
  return wilHtml(request) ? portaal.antwoordFout(request, reply, 'storing', kenmerk) : probleem(reply, 500, `Storing ${kenmerk}`)
}

/** Kort genoeg om voor te lezen; hetzelfde kenmerk staat bij het verzoek in het logboek. */
function maakKenmerk(): string {
  return randomUUID().slice(0, 8).toUpperCase()
}

function statusVan(fout: unknown): number {
  const status: unknown = typeof fout === 'object' && fout !== null ? Reflect.get(fout, 'statusCode') : undefined
  return typeof status === 'number' ? status : 500
}

function wilHtml(request: FastifyRequest): boolean {
  return !request.url.startsWith('/v1/') && !request.url.startsWith('/soap/') && /\btext\/html\b|\*\/\*/.test(request.headers.accept ?? '*/*')
}

function probleem(reply: FastifyReply, status: number, titel: string) {
  return reply.code(status).type('application/problem+json; charset=utf-8').send({ type: 'about:blank', status, title: titel })
}
