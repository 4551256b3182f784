/**
 * De SAML-aansluiting op een eHerkenningsmakelaar. De volgorde is: grens aan grootte, strenge lezing, handtekening, opnieuw lezen uit de
 * ondertekende bytes, en dan pas de inhoud. Bron: toegang.md 1.1-1.4, 1.6 en 2.3.
 */
import { createHash, randomBytes } from 'node:crypto'
import { momentVan } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { BegonnenInlog, EhIdentiteit, Inlogaansluiting, Inlogantwoord, Inlogweigering } from '../identiteit.ts'
import { bezwaarTegenResponse, haalVerklaring, type Verwachting } from './antwoord.ts'
import { wisselIn } from './artifact.ts'
import { leesIdentiteit } from './attributen.ts'
import { controleerHandtekening, type Ondertekend } from './handtekening.ts'
import type { Samlopzet } from './instelling.ts'
import type { Makelaarmetadata } from './makelaarmetadata.ts'
import { maakBestandsbewaring, maakMetadatabron } from './metadatabron.ts'
import { maakOphaler, type Ophaler } from './ophalen.ts'
import { leesMoment } from './tijd.ts'
import { leesVerklaring } from './verklaring.ts'
import { maakVerzoek } from './verzoek.ts'
import { ongeldig, onbereikbaar } from './weigering.ts'
import { attribuut, leesTekst, leesXml, MEESTE_BYTES } from './xml.ts'

const KENMERK_BYTES = 32
/** SAML Bindings 3.4.3: een RelayState is hooguit 80 bytes; de onze is opaak en precies zo lang. */
const KENMERK = /^[A-Za-z0-9_-]{43}$/
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** `haalOp` is er voor tests en voor een eigen weg naar buiten; zonder is het HTTPS met het certificaat uit de instelling. */
export function maakSamlAansluiting(opzet: Samlopzet, haalOp: Ophaler = maakOphaler({ tls: opzet.instelling.tls })): Inlogaansluiting {
  const { metadataBestand } = opzet.instelling
  const bron = maakMetadatabron(opzet, haalOp, metadataBestand === undefined ? undefined : maakBestandsbewaring(metadataBestand))
  return {
    protocol: 'SAML',
    begin: async (nu) => {
      const makelaar = await bron.haal(nu)
      return makelaar.ok ? begin(opzet, makelaar.waarde, nu) : makelaar
    },
    leesKenmerk,
    controleer: async (antwoord, geheim, nu) => {
      const velden = leesVelden(antwoord, opzet)
      if (!velden.ok) return velden
      const makelaar = await bron.haal(nu)
      if (!makelaar.ok) return makelaar
      return controleer(velden.waarde, geheim, { opzet, makelaar: makelaar.waarde, haalOp, nu })
    },
  }
}

function begin(opzet: Samlopzet, makelaar: Makelaarmetadata, nu: Date): Uitkomst<BegonnenInlog, Inlogweigering> {
  const bestemming = makelaar.aanmelden[opzet.instelling.verzoekbinding]
  if (bestemming === undefined) return onbereikbaar('SAML-METADATA-GEEN-ADRES')
  const kenmerk = randomBytes(KENMERK_BYTES).toString('base64url')
  const { id, stap } = maakVerzoek(opzet, bestemming, kenmerk, nu)
  return gelukt({ stap, kenmerk, geheim: { verzoek: id, begonnen: nu.toISOString() } })
}

function leesKenmerk(antwoord: Inlogantwoord): string | undefined {
  const kenmerk = veld(antwoord, 'RelayState')
  return kenmerk !== undefined && KENMERK.test(kenmerk) ? kenmerk : undefined
}

/** Een veld in het adres dat er twee keer staat, bestaat niet: welke van de twee zou het zijn? */
function veld({ methode, adres, velden }: Inlogantwoord, naam: string): string | undefined {
  if (methode === 'POST') return Object.hasOwn(velden, naam) ? velden[naam] : undefined
  const [waarde, ...meer] = adres.searchParams.getAll(naam)
  return meer.length === 0 ? waarde : undefined
}

type Binnengekomen = { readonly artifact: string } | { readonly antwoord: string }

/** Alleen op het adres en op de manier die in ons verzoek stonden. */
function leesVelden(antwoord: Inlogantwoord, { antwoordadres }: Samlopzet): Uitkomst<Binnengekomen, Inlogweigering> {
  const adres = new URL(antwoordadres.adres)
  if (antwoord.adres.origin !== adres.origin || antwoord.adres.pathname !== adres.pathname) return ongeldig('SAML-BESTEMMING')
  const [artifact, inhoud] = [veld(antwoord, 'SAMLart'), veld(antwoord, 'SAMLResponse')]
  if (antwoordadres.binding === 'artifact') return artifact !== undefined && inhoud === undefined ? gelukt({ artifact }) : ongeldig('SAML-BINDING')
  return antwoord.methode === 'POST' && inhoud !== undefined && artifact === undefined ? gelukt({ antwoord: inhoud }) : ongeldig('SAML-BINDING')
}

interface Omgeving {
  readonly opzet: Samlopzet
  readonly makelaar: Makelaarmetadata
  readonly haalOp: Ophaler
  readonly nu: Date
}

async function controleer(binnen: Binnengekomen, geheim: Readonly<Record<string, string>>, omgeving: Omgeving): Promise<Uitkomst<EhIdentiteit, Inlogweigering>> {
  const { opzet, makelaar, haalOp, nu } = omgeving
  const verwacht = verwachting(geheim, omgeving)
  if (verwacht === undefined) return ongeldig('SAML-ONGEVRAAGD')
  const antwoord = 'artifact' in binnen ? await wisselIn(binnen.artifact, opzet, makelaar, haalOp, nu) : leesFormulier(binnen.antwoord, makelaar)
  if (!antwoord.ok) return antwoord
  const bezwaar = bezwaarTegenResponse(antwoord.waarde.element, verwacht)
  if (bezwaar !== undefined) return geweigerd(bezwaar)
  const sleutels = { sleutels: opzet.sleutels, ontvanger: opzet.instelling.entityId, cbcToegestaan: opzet.instelling.cbcToegestaan === true }
  const verklaring = await haalVerklaring(antwoord.waarde, makelaar, sleutels)
  if (!verklaring.ok) return verklaring
  const inlog = leesVerklaring(verklaring.waarde.element, verwacht)
  if (!inlog.ok) return inlog
  const identiteit = await leesIdentiteit(verklaring.waarde, opzet.instelling.dienst, sleutels)
  if (!identiteit.ok) return identiteit
  return gelukt({
    ...identiteit.waarde, niveau: inlog.waarde.niveau, authnOp: momentVan(inlog.waarde.authnOp), makelaar: makelaar.entityId,
    bewijs: {
      protocol: 'SAML', id: attribuut(verklaring.waarde.element, 'ID') ?? '', geldigTot: momentVan(inlog.waarde.geldigTot),
      hash: createHash('sha256').update(verklaring.waarde.xml, 'utf8').digest(),
    },
  })
}

function verwachting(geheim: Readonly<Record<string, string>>, { opzet, makelaar, nu }: Omgeving): Verwachting | undefined {
  const begonnen = leesMoment(geheim['begonnen'])
  const verzoekId = geheim['verzoek']
  if (begonnen === undefined || verzoekId === undefined || verzoekId === '') return undefined
  return { makelaar: makelaar.entityId, entityId: opzet.instelling.entityId, adres: opzet.antwoordadres.adres, verzoekId, begonnen, nu: nu.getTime(), spelingMs: opzet.spelingMs }
}

/** Een Response uit de browser moet zelf ondertekend zijn: er is geen ander kanaal dat zegt van wie hij komt. */
function leesFormulier(inhoud: string, makelaar: Makelaarmetadata): Uitkomst<Ondertekend, Inlogweigering> {
  if (inhoud.length > MEESTE_BYTES * 2) return ongeldig('SAML-XML-TE-GROOT')
  const zonderRegels = inhoud.replace(/\s/g, '')
  if (!BASE64.test(zonderRegels)) return ongeldig('SAML-XML-CODERING')
  const tekst = leesTekst(Buffer.from(zonderRegels, 'base64'))
  if (!tekst.ok) return ongeldig(tekst.reden)
  const document = leesXml(tekst.waarde)
  if (!document.ok) return ongeldig(document.reden)
  const ondertekend = controleerHandtekening(tekst.waarde, document.waarde, document.waarde, makelaar.certificaten)
  return ondertekend.ok ? ondertekend : ongeldig(ondertekend.reden)
}
