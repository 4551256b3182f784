/** `POST /oauth/token`: een client van een leverancier krijgt een token voor een organisatie die hem een mandaat gaf (M-01 t/m M-05, M-07). */
import { randomUUID } from 'node:crypto'
import type { JSONWebKeySet } from 'jose'
import { alsSysteem, type Database, schrijfAudit, type Transactie } from '../../../database/index.ts'
import { datumInNederland, type Moment, momentVan } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { isUuid } from '../../../kern/uuid.ts'
import { systeemactor } from '../../actor.ts'
import { geheimhash } from '../../geheimhash.ts'
import { alsActor } from '../../uitvoeren.ts'
import { controleerHandtekening, leesBeweerdeClient } from '../clientsleutels.ts'
import type { JwksOphaler } from '../jwks-ophaler.ts'
import type { Machineclient } from '../machine.ts'
import { gebruikBewijs } from '../../gebruikt-bewijs-store.ts'
import { leesMachines } from '../machine-store.ts'
import type { Mandaat } from '../mandaat.ts'
import { leesGeldigeMandaten, zetTokenGegeven } from '../mandaat-store.ts'
import type { Certificaatfout, Clientcertificaat } from '../pki/certificaat.ts'
import { controleerAssertie, SPELING_S } from '../rules/assertie.ts'
import { leesOin, magOin } from '../rules/oin.ts'
import { leesScopes, type Scope } from '../rules/scopes.ts'
import { TOKENLEVEN_S } from '../rules/tokeninhoud.ts'
import { tekenToken, type Tokenadressen } from '../toegangstoken.ts'
import type { Tokensleutels } from '../tokensleutels.ts'

export interface Tokenbenodigdheden {
  readonly database: Database
  readonly sleutels: Tokensleutels
  readonly adressen: Tokenadressen
  /** Het eigen adres van het tokeneindpunt, ook dat van de machinepoort: `aud` is een van deze of de uitgever. */
  readonly eindpunten: readonly string[]
  readonly haalJwks: JwksOphaler
  readonly productie: boolean
  readonly nu: () => Date
}

export interface Tokenverzoek {
  readonly clientId?: string
  readonly assertie?: string
  readonly scope?: string
  /** OIN, BRIN, bestuursnummer of KvK-nummer; mag ontbreken als de leverancier een mandaat heeft. */
  readonly organisatie?: string
  /** Het certificaat van de verbinding; ontbreekt zonder. */
  readonly certificaat?: Uitkomst<Clientcertificaat, Certificaatfout>
  /** Hoeveel seconden deze client moet wachten; gevraagd zodra bewezen is wie hij is. */
  readonly ruimteVoor?: (clientId: string) => number
}

export interface Token {
  readonly token: string
  readonly clientId: string
  readonly scopes: readonly Scope[]
  readonly levenS: number
}

/** RFC 6749 5.2. `uitleg` is voor een mens en bevat geen gegevens uit het verzoek. */
export interface Oauthweigering {
  readonly error: 'invalid_request' | 'invalid_client' | 'unauthorized_client' | 'unsupported_grant_type' | 'invalid_scope'
  readonly uitleg: string
  /** Vast woord voor het beveiligingslog (P-07); ontbreekt bij een vormfout. */
  readonly reden?: string
}

export type Oauthfout = Oauthweigering | { readonly error: 'te-vaak'; readonly seconden: number }

export async function geefToken(nodig: Tokenbenodigdheden, verzoek: Tokenverzoek): Promise<Uitkomst<Token, Oauthfout>> {
  const clientId = verzoek.assertie === undefined ? verzoek.clientId : leesBeweerdeClient(verzoek.assertie)
  if (clientId === undefined || (verzoek.clientId !== undefined && verzoek.clientId !== clientId)) return onbekend('Geef client_assertion, of client_id op een verbinding met uw certificaat.')
  const client = isUuid(clientId) ? await vindClient(nodig.database, clientId) : undefined
  if (client === undefined) return onbekend('Deze client is niet bekend of niet meer in gebruik.')
  const bewezen = await bewijsClient(nodig, client, verzoek)
  if (!bewezen.ok) return bewezen
  const seconden = verzoek.ruimteVoor?.(client.clientId) ?? 0
  if (seconden > 0) return geweigerd({ error: 'te-vaak', seconden })
  return alsActor(nodig.database, systeemactor(`machine:${client.clientId}`), (trx) => geefBinnen(nodig, trx, client, bewezen.waarde, verzoek))
}

function vindClient(database: Database, clientId: string): Promise<Machineclient | undefined> {
  return alsActor(database, systeemactor('aanmelden'), async (trx) => (await leesMachines(trx, clientId)).find(({ ingetrokkenOp }) => ingetrokkenOp === null))
}

interface Bewezen {
  /** Nog te verbruiken: dat gebeurt in dezelfde transactie als het token. */
  readonly bewijs: { readonly hash: Buffer; readonly geldigTot: Moment } | null
  readonly vingerafdruk: Buffer | null
}

/** Elke client heeft een manier; een andere manier, of twee tegelijk, is een weigering. */
async function bewijsClient(nodig: Tokenbenodigdheden, client: Machineclient, { assertie, certificaat }: Tokenverzoek): Promise<Uitkomst<Bewezen, Oauthfout>> {
  const oin = leesOin(client.oin)
  if (oin === undefined || !magOin(oin, nodig.productie)) return onbekend('Deze client heeft een OIN om te proberen; die werkt niet in productie.')
  if ((assertie !== undefined) !== (client.methode === 'private_key_jwt')) return onbekend(`Deze client meldt zich aan met ${client.methode}.`)
  const gebonden = bindCertificaat(client, certificaat)
  if (!gebonden.ok) return gebonden
  if (assertie === undefined) return gelukt({ bewijs: null, vingerafdruk: gebonden.waarde })
  const inhoud = await controleerHandtekening(assertie, (opnieuw) => sleutelsVan(nodig, client, opnieuw))
  if (!inhoud.ok) return onbekend(inhoud.reden === 'handtekening' ? 'De handtekening onder client_assertion klopt niet, of is met een ander algoritme dan wij aannemen.' : 'De openbare sleutels van deze client zijn nu niet op te halen bij jwks_uri.', inhoud.reden)
  const gelezen = controleerAssertie(inhoud.waarde, { clientId: client.clientId, ontvangers: [nodig.adressen.uitgever, ...nodig.eindpunten], nu: Math.floor(nodig.nu().getTime() / 1000) })
  if (typeof gelezen === 'string') return onbekend(ASSERTIETEKST[gelezen], `assertie-${gelezen}`)
  const hash = geheimhash(gelezen.jti)
  return gelukt({ bewijs: { hash, geldigTot: momentVan((gelezen.exp + SPELING_S + 1) * 1000) }, vingerafdruk: gebonden.waarde })
}

const ASSERTIETEKST = {
  iss: 'In client_assertion moet iss de client_id zijn.', sub: 'In client_assertion moet sub de client_id zijn.',
  aud: 'In client_assertion moet aud precies dit tokeneindpunt of de uitgever zijn, en niets anders.',
  exp: 'client_assertion is verlopen. Maak voor elk verzoek een nieuwe.', iat: 'In client_assertion ontbreekt iat of ligt hij in de toekomst. Controleer de klok.',
  nbf: 'client_assertion geldt nog niet. Controleer de klok.', jti: 'In client_assertion moet jti ten minste 128 bits toeval hebben.',
  'te-lang-geldig': 'client_assertion mag hooguit 60 seconden geldig zijn.',
} as const

/** M-03, M-05: bij tls_client_auth altijd, en bij private_key_jwt zodra er certificaten geregistreerd zijn. */
function bindCertificaat(client: Machineclient, certificaat: Tokenverzoek['certificaat']): Uitkomst<Buffer | null, Oauthfout> {
  if (client.vingerafdrukken.length === 0) return client.methode === 'private_key_jwt' ? gelukt(null) : onbekend('Van deze client is geen certificaat geregistreerd.')
  if (certificaat === undefined) return onbekend('Deze client verbindt met een certificaat. Gebruik de machinepoort (mtls_endpoint_aliases).')
  if (!certificaat.ok) return onbekend(`Het certificaat van de verbinding telt niet (${certificaat.reden}).`, `certificaat-${certificaat.reden}`)
  const { oin, vingerafdruk } = certificaat.waarde
  const past = oin.oin === client.oin && client.vingerafdrukken.includes(vingerafdruk.toString('hex'))
  return past ? gelukt(vingerafdruk) : onbekend('Het certificaat van de verbinding hoort niet bij deze client.', 'ander-certificaat')
}

async function sleutelsVan({ haalJwks }: Tokenbenodigdheden, { jwks, jwksUri }: Machineclient, opnieuw: boolean): Promise<JSONWebKeySet | undefined> {
  return jwksUri === undefined ? jwks as JSONWebKeySet : haalJwks(jwksUri, opnieuw)
}

/** Wie hij is staat vast: hier verdwijnt het bewijs, en beslist het mandaat. Ook een weigering komt in de audit. */
async function geefBinnen(nodig: Tokenbenodigdheden, trx: Transactie, client: Machineclient, { bewijs, vingerafdruk }: Bewezen, verzoek: Tokenverzoek): Promise<Uitkomst<Token, Oauthfout>> {
  return alsSysteem(trx, async () => {
    const nu = nodig.nu()
    const op = momentVan(nu)
    const weiger = async (error: Oauthweigering['error'], reden: string, uitleg: string): Promise<Uitkomst<never, Oauthfout>> => {
      await schrijfAudit(trx, { op, actor: `machine:${client.clientId}`, handeling: 'weigerToken', brin: null, deelnemerId: null, object: ['machine', client.clientId], gegevens: { reden } })
      return geweigerd({ error, uitleg, reden })
    }
    if (bewijs !== null && !(await gebruikBewijs(trx, `machine:${client.clientId}`, bewijs.hash, bewijs.geldigTot))) return weiger('invalid_client', 'hergebruikt', 'Deze client_assertion is al gebruikt. Maak voor elk verzoek een nieuwe, met een nieuwe jti.')
    const mandaten = await leesGeldigeMandaten(trx, client.oin, datumInNederland(nu), verzoek.organisatie)
    const [mandaat, tweede] = mandaten
    if (mandaat === undefined) return weiger('unauthorized_client', 'geen-mandaat', 'Er is vandaag geen mandaat van deze organisatie voor uw OIN. De beheerder van de school geeft een mandaat in het portaal.')
    if (tweede !== undefined) return weiger('invalid_request', 'meer-mandaten', 'Meer organisaties gaven u een mandaat. Noem er een met `organisatie`: het OIN, de BRIN, het bestuursnummer of het KvK-nummer.')
    const scopes = kiesScopes(mandaat, verzoek.scope)
    if (scopes === undefined) return weiger('invalid_scope', 'scope', 'Een scope bestaat niet of hoort niet bij het mandaat. Laat `scope` weg voor alles wat het mandaat geeft.')
    const token = await tekenToken(nodig.sleutels, nodig.adressen, {
      clientId: client.clientId, organisatieId: mandaat.organisatieId, mandaatId: mandaat.mandaatId, scopes, ...(vingerafdruk === null ? {} : { vingerafdruk: vingerafdruk.toString('base64url') }),
    }, randomUUID(), nu)
    await zetTokenGegeven(trx, mandaat.mandaatId, op)
    await schrijfAudit(trx, { op, actor: `machine:${client.clientId}:${mandaat.organisatieId}`, handeling: 'geefToken', brin: null, deelnemerId: null, object: ['mandaat', mandaat.mandaatId], gegevens: { scopes, gebonden: vingerafdruk !== null } })
    return gelukt({ token, clientId: client.clientId, scopes, levenS: TOKENLEVEN_S })
  })
}

/** M-07: wat gevraagd is moet er helemaal in zitten; minder geven dan gevraagd zou pas later opvallen. */
function kiesScopes({ scopes }: Mandaat, gevraagd: string | undefined): readonly Scope[] | undefined {
  if (gevraagd === undefined) return scopes
  const gelezen = leesScopes(gevraagd)
  return gelezen !== undefined && gelezen.every((scope) => scopes.includes(scope)) ? gelezen : undefined
}

function onbekend(uitleg: string, reden = 'client'): { readonly ok: false; readonly reden: Oauthfout } {
  return geweigerd({ error: 'invalid_client', uitleg, reden })
}
