/** Hangt bladzijden aan de server: sessie zoeken, toegang, formulierbewijs en verse inlog, en dan pas de bladzijde zelf (Z-01, S-03 tot en met S-06). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { momentVan } from '../../kern/datum.ts'
import { grofNetwerkVan, isVers, koekjehash, leesKoekje, naamVan, STIL_MS, type Sessie } from '../../toegang/index.ts'
import { verstuur, stuurHtml } from './antwoord.ts'
import { laatRestGaan, leesBestandsformulier, type Ontvangenbestand } from './bestandinvoer.ts'
import { type Bezoektevaak, maakBezoekgrens, tevaakzinnen } from './bezoekgrens.ts'
import type { Omgeving } from './bladzijde.tsx'
import { FOUTSTATUS, type Foutsoort, tekenFout } from './foutbladzijde.tsx'
import { herkomstVan, isBewijs, maakBewijs } from './formulierbewijs.tsx'
import type { Kaderinstelling } from './instelling.ts'
import { veldVan } from './invoer.ts'
import type { Bezoek, Bezoeker, Portaalroute, Portaalantwoord } from './route.ts'
import { taalUit } from './taal.ts'
import { maakTerugkeuze } from './terugadres.ts'
import { heeftToegang, rolwoord } from './toegang.ts'

export interface Kader {
  /** Het antwoord bij een fout; `kenmerk` koppelt het scherm aan het log zonder iets prijs te geven. */
  antwoordFout(request: FastifyRequest, reply: FastifyReply, soort: Foutsoort, kenmerk?: string): Promise<FastifyReply>
}

interface Gevonden {
  readonly wie: Bezoeker | null
  /** De browser had een koekje van een sessie die er niet meer is. */
  readonly verlopen: boolean
}

const NIEMAND: Gevonden = { wie: null, verlopen: false }

/** De routes samen bepalen het menu en waar iemand na het inloggen heen mag: geef ze in een keer. */
export function registreerPortaalroutes(app: FastifyInstance, instelling: Kaderinstelling, routes: readonly Portaalroute[]): Kader {
  const omgevingVan = (wie: Bezoeker | null, request: FastifyRequest) => maakOmgeving(instelling, routes, wie, request)
  const stuurFout = (reply: FastifyReply, wie: Bezoeker | null, soort: Foutsoort, kenmerk?: string) => stuurHtml(reply.code(FOUTSTATUS[soort]), tekenFout(omgevingVan(wie, reply.request), soort, kenmerk))
  const stuurTevaak = async (request: FastifyRequest, reply: FastifyReply, tevaak: Bezoektevaak) => {
    (await instelling.deur()).beveiligingslog({ soort: 'te-vaak', code: tevaak.van, kenmerk: request.id })
    // Zonder naam en menu: de bladzijde kost dan niets meer dan haar tekst.
    return stuurHtml(reply.code(FOUTSTATUS['te-vaak']).header('retry-after', String(tevaak.seconden)), tekenFout(omgevingVan(null, request), 'te-vaak', undefined, tevaakzinnen(tevaak, taalUit(request.headers.cookie))))
  }
  const tevaakBij = maakBezoekgrens(instelling, routes)
  const antwoordFout: Kader['antwoordFout'] = async (request, reply, soort, kenmerk) => {
    // Bij een storing kan ook de database weg zijn: dan zonder te zoeken wie het is.
    const { wie } = soort === 'storing' ? NIEMAND : await findBezoeker(instelling, request)
    const tevaak = soort === 'storing' ? undefined : tevaakBij(undefined, wie, request)
    return tevaak === undefined ? stuurFout(reply, wie, soort, kenmerk) : stuurTevaak(request, reply, tevaak)
  }
  const terug = maakTerugkeuze(routes)
  const behandel = async (route: Portaalroute, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const gevonden = await findBezoeker(instelling, request)
    const tevaak = tevaakBij(route, gevonden.wie, request)
    if (tevaak !== undefined) return stuurTevaak(request, reply, tevaak)
    const bestand = await leesBestand(instelling, route, gevonden, request)
    const bezwaar = controleer(instelling, route, gevonden, request, terug)
    if (bezwaar !== undefined && 'fout' in bezwaar) {
      (await instelling.deur()).beveiligingslog({ soort: bezwaar.voorval, code: route.pad, kenmerk: request.id })
      return stuurFout(reply, gevonden.wie, bezwaar.fout)
    }
    if (bezwaar !== undefined) return verstuur(instelling, reply, { soort: 'ga-naar', pad: bezwaar.pad, ...(gevonden.verlopen ? { nieuweSessie: null } : {}) })
    const deur = await instelling.deur()
    const { wie } = gevonden
    if (heeftNulteken(request)) return stuurFout(reply, wie, 'verzoek-onjuist')
    const netwerk = grofNetwerkVan(instelling.adresVan?.(request.raw) ?? request.ip)
    const bezoek: Bezoek = { wie, deur, netwerk, omgeving: omgevingVan(wie, request), ctx: () => maakCtx(wie, deur), ...(route.bestand === true ? { bestand } : {}) }
    const antwoord = await route.verwerk(bezoek, request)
    return antwoord.soort === 'fout' ? stuurFout(reply, wie, antwoord.fout) : verstuur(instelling, reply, metVerlengen(wie, antwoord))
  }
  for (const route of routes) registreer(app, route, (request, reply) => behandel(route, request, reply))
  return { antwoordFout }
}

/** Wie is ingelogd kan zijn sessie verlengen zonder de bladzijde te verlaten: het script vraagt daarvoor iets aan deze site. */
function metVerlengen<A extends Portaalantwoord>(wie: Bezoeker | null, antwoord: A): A {
  return wie !== null && antwoord.soort === 'bladzijde' ? { ...antwoord, haaltBij: true } : antwoord
}

type Behandeling = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

function registreer(app: FastifyInstance, route: Portaalroute, handler: Behandeling): void {
  const vorm = { method: route.methode, url: route.pad, ...(route.maxBytes === undefined ? {} : { bodyLimit: route.maxBytes }) }
  if (route.bestand !== true) {
    app.route({ ...vorm, handler })
    return
  }
  // In een eigen hoek: geen enkele andere bladzijde leest multipart.
  void app.register(async (hoek) => {
    hoek.addContentTypeParser('multipart/form-data', (_request, inhoud, klaar) => klaar(null, inhoud))
    hoek.route({
      ...vorm, handler: async (request, reply) => {
        try {
          return await handler(request, reply)
        } finally {
          laatRestGaan(request, reply)
        }
      },
    })
  })
}

/** Alleen voor wie bij de bladzijde mag: van een ander lezen wij geen byte van het bestand. De velden komen in `request.body`. */
async function leesBestand(instelling: Kaderinstelling, route: Portaalroute, { wie }: Gevonden, request: FastifyRequest): Promise<Ontvangenbestand | null> {
  if (route.bestand !== true || wie === null || !heeftToegang(wie.actor, route.toegang)) return null
  const { velden, bestand } = await leesBestandsformulier(request, instelling.maxBestand ?? STANDAARD_MAX_BESTAND)
  request.body = velden
  return bestand
}

export const STANDAARD_MAX_BESTAND = 512 * 1024 * 1024

async function findBezoeker({ sessies, https, nu }: Kaderinstelling, request: FastifyRequest): Promise<Gevonden> {
  const koekje = leesKoekje(request.headers.cookie, 'sessie', https)
  if (koekje === undefined) return NIEMAND
  const sessie = await sessies.zoek(koekjehash(koekje), nu())
  return sessie === undefined ? { wie: null, verlopen: true } : { wie: bezoekerVan(sessie), verlopen: false }
}

function bezoekerVan(sessie: Sessie): Bezoeker {
  const { actor, aanmelding, organisatie, sessieHash } = sessie
  return { actor, aanmelding, organisatie, sessieHash, naam: naamVan(sessie) }
}

type Bezwaar = { readonly fout: Foutsoort; readonly voorval: 'formulier-vreemd' | 'bladzijde-zonder-recht' } | { readonly pad: string }

const VREEMD = { fout: 'formulier-verlopen', voorval: 'formulier-vreemd' } as const

/** Undefined: de bladzijde mag. De volgorde telt: wie niet bij de bladzijde mag, merkt ook aan een formulier niet dat zij er is. */
function controleer(instelling: Kaderinstelling, route: Portaalroute, { wie, verlopen }: Gevonden, request: FastifyRequest, terug: (gegeven: unknown) => string): Bezwaar | undefined {
  const hier = terug(route.methode === 'GET' ? request.url : padVanVorige(instelling, request))
  if (wie === null && route.toegang !== 'openbaar') {
    if (route.methode === 'POST' && herkomstVan(request.headers, instelling) === 'vreemd') return VREEMD
    return { pad: inlogadres({ terug: hier, ...(verlopen ? { reden: 'verlopen' } : {}) }) }
  }
  if (!heeftToegang(wie?.actor ?? null, route.toegang)) return { fout: 'niet-gevonden', voorval: 'bladzijde-zonder-recht' }
  if (route.methode === 'POST' && route.vanBuiten !== true && !isEigenFormulier(instelling, wie, request)) return VREEMD
  if (route.vers === true && wie !== null && !isVers(wie.aanmelding, momentVan(instelling.nu()))) return { pad: inlogadres({ terug: hier, reden: 'opnieuw' }) }
  return undefined
}

/** S-04. Zonder sessie is er geen bewijs te vragen: dan moet de browser zelf zeggen dat het formulier van hier komt. */
function isEigenFormulier(instelling: Kaderinstelling, wie: Bezoeker | null, request: FastifyRequest): boolean {
  const herkomst = herkomstVan(request.headers, instelling)
  if (wie === null) return herkomst === 'eigen'
  return herkomst !== 'vreemd' && isBewijs(veldVan(request.body, 'csrf'), wie.sessieHash, instelling.sleutel)
}

/** PostgreSQL bewaart geen nulteken, en niemand typt er een: dan is het geen vraag van een mens. */
function heeftNulteken({ params, query, body }: FastifyRequest): boolean {
  return [params, query, body].some((deel) => typeof deel === 'object' && deel !== null && Object.entries(deel).flat(2).some((tekst) => typeof tekst === 'string' && tekst.includes('\0')))
}

/** De bladzijde waar een formulier op stond; alleen een van deze site. */
export function padVanVorige(instelling: Pick<Kaderinstelling, 'basisUrl' | 'https'>, { headers }: FastifyRequest): string {
  const { referer } = headers
  if (referer === undefined || !URL.canParse(referer)) return '/'
  const url = new URL(referer)
  return herkomstVan({ origin: url.origin, host: headers.host }, instelling) === 'eigen' ? `${url.pathname}${url.search}` : '/'
}

export function inlogadres({ terug, reden }: { readonly terug: string; readonly reden?: string }): string {
  const vraag = new URLSearchParams({ ...(terug === '/' ? {} : { terug }), ...(reden === undefined ? {} : { reden }) }).toString()
  return vraag === '' ? '/inloggen' : `/inloggen?${vraag}`
}

function maakCtx(wie: Bezoeker | null, deur: Bezoek['deur']) {
  if (wie === null) throw new Error('een openbare bladzijde vroeg om de rechten van een bezoeker')
  return { actor: wie.actor, aanmelding: wie.aanmelding, kluis: deur.kluis, nu: momentVan(deur.nu()) }
}

/** Zo lang voor het einde van de stilte waarschuwt de bladzijde. */
const WAARSCHUW_SECONDEN = 120

function maakOmgeving({ stijl, sleutel, proefomgeving }: Kaderinstelling, routes: readonly Portaalroute[], wie: Bezoeker | null, { headers }: FastifyRequest): Omgeving {
  const { css, lettertypen, beeldmerk, script } = stijl
  const taal = taalUit(headers.cookie)
  const menu = wie === null ? [] : routes.flatMap(({ menu: tekst, pad, toegang }) => (tekst !== undefined && heeftToegang(wie.actor, toegang) ? [{ tekst: tekst[taal], pad }] : []))
  const publiekmenu = routes.flatMap(({ publiekmenu: tekst, pad }) => (tekst === undefined ? [] : [{ tekst: tekst[taal], pad }]))
  const ingelogd = wie && { naam: wie.naam, organisatie: wie.organisatie.naam, rol: rolwoord(wie.actor, taal), csrf: maakBewijs(wie.sessieHash, sleutel), menu, waarschuwing: { script: stijl.sessie, seconden: STIL_MS / 1000 - WAARSCHUW_SECONDEN } }
  return { css, lettertypen, beeldmerk, script, taal, ingelogd, publiekmenu, proefbalk: proefomgeving }
}
