import type { FastifyRequest } from 'fastify'
import { beginInlog, type Geweigerdeinlog, heeftRol, type Inlogaansluiting, type Inlogafwijzing, inlogkoekje, type Inlogvraag, leesKoekje, rondInlogAf, toonHerkoppeling, wiskoekje } from '../../toegang/index.ts'
import type { Kaderinstelling } from '../kader/instelling.ts'
import { veldVan } from '../kader/invoer.ts'
import { inlogadres } from '../kader/registreer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import type { Terugkeuze } from '../kader/terugadres.ts'
import { tekenStart } from '../start/page.tsx'
import { tekenAfwijzing, tekenDoorstuur, tekenInloggen, tekenZonderRol } from './page.tsx'

export interface Inlognodig extends Pick<Kaderinstelling, 'sessies' | 'https' | 'basisUrl' | 'stijl'> {
  /** Undefined: deze server heeft geen makelaar, of nog niet. */
  readonly aansluiting: () => Inlogaansluiting | undefined
  /** De ondertekende metadata van SAML, voor de makelaar; undefined bij OIDC of zonder makelaar. */
  readonly metadata: () => string | undefined
  readonly terug: Terugkeuze
}

/** Een antwoord van SAML kan versleutelde verklaringen van anderen bevatten. */
const MEESTE_BYTES_ANTWOORD = 512 * 1024
const TERUG = '/inloggen/terug'
const AFWIJZINGSTATUS: Readonly<Record<Inlogafwijzing['soort'], number>> = {
  NIVEAU_TE_LAAG: 403, GEANNULEERD: 200, VERLOPEN: 400, ONVERWACHT: 400, ONGELDIG: 400, HERGEBRUIKT: 400, MAKELAAR_NIET_BEREIKBAAR: 503, ORGANISATIE_ONBEKEND: 403, INTERMEDIAIR: 403, ACCOUNT_DICHT: 403,
}
/** Elke keer bellen wij de makelaar. Ruim genoeg voor een school die achter een adres tegelijk begint. */
const PER_NETWERK = 120

export function inlogroutes(nodig: Inlognodig): readonly Portaalroute[] {
  return [
    { methode: 'GET', pad: '/', toegang: 'openbaar', verwerk: async (bezoek) => naarBegin(bezoek) },
    { methode: 'GET', pad: '/inloggen', toegang: 'openbaar', verwerk: async (bezoek, request) => toonInloggen(nodig, bezoek, request) },
    { methode: 'GET', pad: '/inloggen/start', toegang: 'openbaar', perNetwerk: PER_NETWERK, verwerk: (bezoek, request) => begin(nodig, bezoek, request) },
    { methode: 'GET', pad: TERUG, toegang: 'openbaar', perNetwerk: PER_NETWERK, verwerk: (bezoek, request) => rondAf(nodig, bezoek, request) },
    { methode: 'POST', pad: TERUG, toegang: 'openbaar', perNetwerk: PER_NETWERK, vanBuiten: true, maxBytes: MEESTE_BYTES_ANTWOORD, verwerk: (bezoek, request) => rondAf(nodig, bezoek, request) },
    { methode: 'GET', pad: '/inloggen/metadata', toegang: 'openbaar', verwerk: async () => toonMetadata(nodig.metadata()) },
    { methode: 'GET', pad: '/geen-rol', toegang: 'aangemeld', verwerk: async (bezoek, request) => toonZonderRol(bezoek, request) },
    { methode: 'POST', pad: '/uitloggen', toegang: 'aangemeld', verwerk: (bezoek) => logUit(nodig, bezoek) },
  ]
}

/** Een vreemde leest wat dit is; wie is ingelogd gaat naar de eerste bladzijde van het hoofdmenu waar hij bij mag. */
function naarBegin({ wie, omgeving }: Bezoek): Portaalantwoord {
  if (wie === null) return { soort: 'bladzijde', html: tekenStart(omgeving) }
  return { soort: 'ga-naar', pad: omgeving.ingelogd?.menu.find(({ pad }) => pad !== '/regels')?.pad ?? (heeftRol(wie.actor) ? '/regels' : '/geen-rol') }
}

function toonInloggen({ aansluiting, terug }: Inlognodig, { wie, omgeving }: Bezoek, { query }: FastifyRequest): Portaalantwoord {
  const [naar, gegeven] = [terug(veldVan(query, 'terug')), veldVan(query, 'reden')]
  const reden = typeof gegeven === 'string' ? gegeven : null
  if (wie !== null && reden !== 'opnieuw') return { soort: 'ga-naar', pad: naar }
  const start = aansluiting() === undefined ? null : startadres(naar, wie !== null)
  return { soort: 'bladzijde', html: tekenInloggen({ omgeving, start, reden, metAnders: wie?.aanmelding.middel !== 'EHERKENNING' }) }
}

function startadres(terug: string, opnieuw: boolean): string {
  const vraag = new URLSearchParams({ ...(terug === '/' ? {} : { terug }), ...(opnieuw ? { doel: 'opnieuw' } : {}) }).toString()
  return vraag === '' ? '/inloggen/start' : `/inloggen/start?${vraag}`
}

/** Een link en geen formulier: een browser toetst bij een formulier ook waar de makelaar daarna naartoe stuurt. */
async function begin(nodig: Inlognodig, bezoek: Bezoek, { query, headers, url, id }: FastifyRequest): Promise<Portaalantwoord> {
  const { wie, omgeving, deur } = bezoek
  const aansluiting = nodig.aansluiting()
  // De makelaar stuurt naar het adres uit de instelling: begon iemand onder een andere naam (localhost), dan stond zijn koekje daar niet.
  if (!nodig.https && headers.host !== new URL(nodig.basisUrl).host) return { soort: 'naar-makelaar', adres: `${nodig.basisUrl}${url}`, koekjes: [] }
  // Een andere site mag iemand wel hierheen sturen, maar niet ongemerkt een inlog laten beginnen.
  if (aansluiting === undefined || headers['sec-fetch-site'] === 'cross-site') return { soort: 'ga-naar', pad: inlogadres({ terug: nodig.terug(veldVan(query, 'terug')) }) }
  const vraag = await vraagVan(nodig, bezoek, query)
  if (vraag === undefined) return { soort: 'ga-naar', pad: '/herkoppelen/bewijs' }
  const begonnen = await beginInlog(deur, aansluiting, { ...vraag, sessieHash: wie?.sessieHash ?? null, kenmerk: id }, deur.nu())
  if (!begonnen.ok) return toonAfwijzing(nodig, omgeving, begonnen.reden, id)
  const { stap, koekje } = begonnen.waarde
  const koekjes = [inlogkoekje(koekje, nodig.https, aansluiting.protocol === 'SAML')]
  if (stap.soort === 'ga-naar') return { soort: 'naar-makelaar', adres: stap.adres, koekjes }
  return { soort: 'bladzijde', html: tekenDoorstuur(omgeving, stap, nodig.stijl.verstuur), koekjes, formulierNaar: stap.adres }
}

/** Undefined: iemand wil zijn oude inlog bewijzen, maar in deze sessie wacht niets daarop (T-23). */
async function vraagVan({ terug }: Inlognodig, bezoek: Bezoek, query: unknown): Promise<Pick<Inlogvraag, 'terug' | 'doel'> | undefined> {
  const [naar, doel] = [terug(veldVan(query, 'terug')), veldVan(query, 'doel')]
  if (doel !== 'herkoppelen') return { terug: naar, doel: bezoek.wie !== null && doel === 'opnieuw' ? 'OPNIEUW' : 'INLOGGEN' }
  const stap = bezoek.wie === null ? undefined : await toonHerkoppeling(bezoek.deur, bezoek.ctx(), bezoek.wie.sessieHash)
  return stap?.ok === true && stap.waarde.soort === 'bewijzen' ? { terug: '/herkoppelen/bevestig', doel: { herkoppelpogingId: stap.waarde.herkoppelpogingId } } : undefined
}

async function rondAf(nodig: Inlognodig, { wie, omgeving, deur }: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const aansluiting = nodig.aansluiting()
  const velden = request.method === 'POST' ? veldenVan(request.body) : {}
  if (aansluiting === undefined) return { soort: 'ga-naar', pad: '/inloggen' }
  if (velden === undefined) return toonAfwijzing(nodig, omgeving, { soort: 'ONGELDIG', code: 'DUBBEL-VELD' }, request.id)
  const uitkomst = await rondInlogAf(deur, aansluiting, {
    // Het adres komt uit de instelling en niet uit de kop Host: die kan een ander kiezen.
    antwoord: { methode: request.method === 'POST' ? 'POST' : 'GET', adres: new URL(`${nodig.basisUrl}${request.url}`), velden },
    koekje: leesKoekje(request.headers.cookie, 'inlog', nodig.https), sessieHash: wie?.sessieHash ?? null, kenmerk: request.id,
  }, deur.nu())
  if (!uitkomst.ok) return toonAfwijzing(nodig, omgeving, uitkomst.reden, request.id)
  const { sessie, terug } = uitkomst.waarde
  return { soort: 'ga-naar', pad: terug, ...(sessie === null ? {} : { nieuweSessie: sessie }), koekjes: [wiskoekje('inlog', nodig.https)] }
}

function toonAfwijzing({ https }: Inlognodig, omgeving: Bezoek['omgeving'], afwijzing: Geweigerdeinlog, kenmerk: string): Portaalantwoord {
  return { soort: 'bladzijde', status: AFWIJZINGSTATUS[afwijzing.soort], html: tekenAfwijzing(omgeving, afwijzing, kenmerk), koekjes: [wiskoekje('inlog', https)] }
}

/** Undefined bij een dubbel veld: dan is niet te zeggen welk er geldt. */
function veldenVan(body: unknown): Readonly<Record<string, string>> | undefined {
  const paren = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return paren.every((paar): paar is [string, string] => typeof paar[1] === 'string') ? Object.fromEntries(paren) : undefined
}

function toonMetadata(metadata: string | undefined): Portaalantwoord {
  return metadata === undefined ? { soort: 'fout', fout: 'niet-gevonden' } : { soort: 'bestand', naam: 'metadata.xml', mediatype: 'application/samlmetadata+xml', inhoud: metadata }
}

function toonZonderRol({ wie, omgeving }: Bezoek, { id }: FastifyRequest): Portaalantwoord {
  return wie !== null && heeftRol(wie.actor) ? { soort: 'ga-naar', pad: '/' } : { soort: 'bladzijde', html: tekenZonderRol(omgeving, id) }
}

async function logUit({ sessies }: Inlognodig, { wie, deur }: Bezoek): Promise<Portaalantwoord> {
  if (wie !== null) await sessies.meldAf(wie.sessieHash, deur.nu())
  return { soort: 'ga-naar', pad: '/inloggen?reden=uitgelogd', nieuweSessie: null, wisBrowser: true }
}
