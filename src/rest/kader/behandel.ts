/** De gang van een verzoek: koppen, wie, mag het, welke vorm, klopt het, en dan de operatie. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { momentVan } from '../../kern/datum.ts'
import { type Actor, type Grens, maakLimiet, magErgens, netwerkVan, organisatieVan, type Recht, scopesVoor, type Tevaak } from '../../toegang/index.ts'
import type { Onherkend } from './aanroeper.ts'
import { eisAanvaard, leesMediatype } from './aanvaard.ts'
import { controleer } from './controle.ts'
import { controleerSleutel } from './idempotentie.ts'
import { eisLengte, leesBestand, leesJson } from './inhoud.ts'
import { MAX_LICHAAM, type RestInstelling } from './instelling.ts'
import { controleerKoppen } from './koppen.ts'
import { Probleemfout } from './probleem.ts'
import type { Bestandsstroom, Deur, Route, Vraag } from './route.ts'
import { stuurAntwoord } from './stuur.ts'
import { kop, voerRouteUit } from './uitvoering.ts'

export interface Behandeling {
  /** Alles wat zonder de inhoud kan: dan is er bij een weigering nog niets gelezen. */
  vooraf(request: FastifyRequest): Promise<void>
  verwerk(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>
}

interface Beller {
  readonly actor: Actor
  readonly deur: Deur
  readonly mediatype: string
}

const OPENBAAR: Actor = { id: 'openbaar', soort: 'school', rollen: [] }

export function maakBehandeling(instelling: RestInstelling, grens: Grens, route: Route): Behandeling {
  const bellers = new WeakMap<FastifyRequest, Beller>()
  const vormen = antwoordvormen(route)
  const eigen = route.eigenLimiet === undefined || instelling.limietPerMinuut === 0 ? undefined : maakLimiet(route.eigenLimiet)
  return {
    async vooraf(request) {
      controleerKoppen(request.raw)
      const deur = instelling.deur()
      if (deur === undefined) throw new Probleemfout({ code: 'niet-gereed', koppen: { 'retry-after': '5' } })
      const actor = await wieBelt(instelling, grens, route, request)
      const wacht = eigen?.wachtSeconden(actor.id, instelling.nu().getTime()) ?? 0
      if (wacht > 0) throw teVaak(`Deze operatie mag u ${route.eigenLimiet} keer per minuut doen.`, wacht)
      eisAanvaard(request.headers.accept, vormen)
      bellers.set(request, { actor, deur, mediatype: eisInhoud(instelling, route, request) })
    },
    async verwerk(request, reply) {
      const beller = bellers.get(request)
      if (beller === undefined) throw new Error('een verzoek is behandeld zonder controle vooraf')
      const vraag = await leesVraag(instelling, route, request, beller)
      const antwoord = await voerRouteUit(route, vraag, beller.deur, request)
      return stuurAntwoord(route, antwoord, request, reply)
    },
  }
}

async function wieBelt(instelling: RestInstelling, grens: Grens, route: Route, request: FastifyRequest): Promise<Actor> {
  if (route.toegang === 'openbaar') {
    eisRuimte(instelling, grens(netwerk(instelling, request), instelling.nu().getTime()))
    return OPENBAAR
  }
  const herkenning = await instelling.herken({ authorization: request.headers.authorization, ip: request.ip, verzoek: request.raw })
  if ('wachtSeconden' in herkenning) throw teVaak('Van uw adres kwamen te veel onbekende sleutels.', herkenning.wachtSeconden)
  if ('onherkend' in herkenning) {
    // Gebruik na het einde van een mandaat of met het certificaat van een ander wil de beveiliging weten (P-07).
    if (herkenning.onherkend === 'mandaat-vervallen' || herkenning.onherkend === 'ander-certificaat') instelling.oauth?.bijWeigering?.(herkenning.onherkend, request.id)
    eisRuimte(instelling, grens(netwerk(instelling, request), instelling.nu().getTime()))
    throw new Probleemfout({ code: 'niet-aangemeld', detail: AANMELDTEKST[herkenning.onherkend], koppen: { 'www-authenticate': `Bearer realm="leerroute"${herkenning.onherkend === 'geen-sleutel' ? '' : ', error="invalid_token"'}` } })
  }
  eisRuimte(instelling, grens({ aanroeper: `actor ${herkenning.actor.id}`, organisatie: organisatieVan(herkenning.actor) }, instelling.nu().getTime()))
  if (route.toegang !== 'aangemeld' && !magErgens(herkenning.actor, route.toegang)) throw geenRecht(herkenning.actor, route.toegang)
  return herkenning.actor
}

const AANMELDTEKST = {
  'geen-sleutel': 'Er is geen token of sleutel meegestuurd. Stuur de kop `Authorization: Bearer <token>` mee.',
  'andere-vorm': 'De kop `Authorization` heeft niet de vorm `Bearer <token>`.',
  onbekend: 'Deze sleutel is onbekend, ingetrokken of niet meer geldig.',
  'token-ongeldig': 'Dit token is verlopen of niet van deze server. Haal een nieuw token bij `/oauth/token`.',
  'ander-certificaat': 'Dit token zit vast aan een ander certificaat dan dat van deze verbinding.',
  'mandaat-vervallen': 'Uw client, uw certificaat of het mandaat van de school geldt niet meer.',
} as const satisfies Readonly<Record<Onherkend, string>>

/** Van een machine weten wij wat er ontbreekt: een scope (RFC 6750 3.1). */
function geenRecht(actor: Actor, recht: Recht): Probleemfout {
  if (!actor.id.startsWith('machine:')) return new Probleemfout({ code: 'geen-recht' })
  const scopes = scopesVoor(recht)
  return new Probleemfout({
    code: 'geen-recht', koppen: { 'www-authenticate': `Bearer realm="leerroute", error="insufficient_scope"${scopes.length === 0 ? '' : `, scope="${scopes.join(' ')}"`}` },
    detail: scopes.length === 0 ? 'Dit kan niet met een token van een leverancier.' : `Uw token geeft bij geen enkele school dit recht. Nodig is een van deze scopes: ${scopes.join(', ')}.`,
  })
}

/** Achter de eigen proxy is het adres van de verbinding dat van de proxy: dan telt wie de proxy zag (M-06). */
function netwerk({ oauth }: RestInstelling, request: FastifyRequest): { readonly aanroeper: string } {
  return { aanroeper: `ip ${netwerkVan(oauth?.adresVan(request.raw) ?? request.ip)}` }
}

function eisRuimte({ limietPerMinuut }: RestInstelling, tevaak: Tevaak | undefined): void {
  if (tevaak === undefined) return
  throw teVaak(tevaak.van === 'aanroeper' ? `U mag ${limietPerMinuut} verzoeken per minuut doen.` : 'Alle systemen en mensen van uw organisatie samen doen nu te veel verzoeken.', tevaak.seconden)
}

function teVaak(waarom: string, seconden: number): Probleemfout {
  return new Probleemfout({ code: 'te-veel-verzoeken', detail: `${waarom} Wacht ${seconden} s.`, koppen: { 'retry-after': String(seconden) } })
}

/** 413 en 415 op de koppen alleen. Geeft het mediatype van de inhoud, leeg als er geen inhoud hoort te zijn. */
function eisInhoud(instelling: RestInstelling, { vraag }: Route, request: FastifyRequest): string {
  if (vraag.lichaam === undefined && vraag.bestand === undefined) return ''
  const { headers } = request
  const mediatype = leesMediatype(headers['content-type'])
  const leeg = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
  const isBestand = vraag.bestand?.includes(mediatype) === true
  if (!isBestand && !(vraag.lichaam !== undefined && (mediatype === JSON_TYPE || (leeg && mediatype === '')))) {
    throw new Probleemfout({ code: 'mediatype-onbekend', detail: `Deze operatie neemt alleen ${[...(vraag.lichaam === undefined ? [] : [JSON_TYPE]), ...(vraag.bestand ?? [])].join(' of ')} aan.` })
  }
  eisLengte(headers['content-length'], isBestand ? instelling.maxBestand : MAX_LICHAAM)
  return mediatype
}

const JSON_TYPE = 'application/json'

async function leesVraag(instelling: RestInstelling, { vraag: vorm, idempotent }: Route, request: FastifyRequest, { actor, deur, mediatype }: Beller): Promise<Vraag> {
  const stroom = request.body instanceof Readable ? request.body : Readable.from([])
  const isBestand = vorm.bestand?.includes(mediatype) === true
  const lichaam = vorm.lichaam === undefined || isBestand ? undefined : await leesJson(stroom)
  const { params, query } = request
  const vormfouten = controleer(isBestand ? zonderLichaam(vorm) : vorm, { params, query, lichaam })
  const errors = idempotent === true ? [...controleerSleutel(kop(request, 'idempotency-key')), ...vormfouten] : vormfouten
  if (errors.length > 0) throw new Probleemfout({ code: 'verzoek-ongeldig', errors })
  const bestand: Bestandsstroom | undefined = isBestand ? leesBestand(stroom, mediatype, request.headers['content-disposition'], instelling.maxBestand) : undefined
  const ctx = { actor, nu: momentVan(deur.nu()), kluis: deur.kluis }
  // De vorm is hierboven gecontroleerd; TypeScript kan de waarde niet aan het schema van deze route verbinden.
  return { params, query, lichaam, bestand, actor, ctx, uitvoerder: deur.database } as unknown as Vraag
}

function zonderLichaam({ lichaam: _lichaam, ...rest }: Route['vraag']): Route['vraag'] {
  return rest
}

/** Elke vorm waarin deze operatie antwoordt; een fout mag altijd. */
function antwoordvormen({ antwoorden }: Route): readonly string[] {
  const gelukt = Object.values(antwoorden).filter(({ schema, mediatype }) => schema !== null || mediatype !== undefined).map(({ mediatype }) => mediatype ?? JSON_TYPE)
  return [...new Set(gelukt.length === 0 ? [JSON_TYPE] : gelukt), 'application/problem+json']
}

