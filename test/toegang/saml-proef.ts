/** Onze kant van een SAML-proef: een aansluiting met een makelaar uit `saml-makelaar.ts`, zonder netwerk en met een vaste klok. */
import { createHash, randomBytes } from 'node:crypto'
import { gelukt, type Uitkomst } from '../../src/kern/uitkomst.ts'
import type { EhIdentiteit, Inlogaansluiting, Inlogantwoord, Inlogweigering } from '../../src/toegang/eherkenning/identiteit.ts'
import { maakSamlAansluiting } from '../../src/toegang/eherkenning/saml/aansluiting.ts'
import { leesSamlInstelling, type SamlInstelling, type Samlopzet } from '../../src/toegang/eherkenning/saml/instelling.ts'
import type { Ophaler } from '../../src/toegang/eherkenning/saml/ophalen.ts'
import { type Antwoordkeuze, DIENST, DV, HM, HM_ADRES, maakPaar, maakProefmakelaar, type Paar, type Proefmakelaar } from './saml-makelaar.ts'

export const NU = new Date('2026-11-24T12:00:00.000Z')
export const ACS = { post: 'https://leerroute.example/inloggen/saml/antwoord', artifact: 'https://leerroute.example/inloggen/saml/artifact' }
export const LOA = 'urn:etoegang:core:assurance-class'

export type Gegeven = Partial<Omit<Antwoordkeuze, 'verzoekId' | 'adres'>>

export interface Samlproef {
  readonly makelaar: Proefmakelaar
  readonly eigen: Paar
  readonly vreemd: Paar
  readonly instelling: SamlInstelling
  readonly opzet: Samlopzet
  readonly aansluiting: Inlogaansluiting
  /** Begint, laat de makelaar antwoorden en controleert; `wijzig` verandert het ondertekende bericht. */
  logIn(gegeven?: Gegeven, wijzig?: (xml: string) => string): Promise<Uitkomst<EhIdentiteit, Inlogweigering>>
  /** Controleert een eigen bericht op een vers verzoek. */
  stuur(maak: (verzoekId: string) => string | Promise<string>): Promise<Uitkomst<EhIdentiteit, Inlogweigering>>
}

/** De sleutels zijn voor een bestand met tests hetzelfde: ze maken kost een halve seconde. */
export async function maakSamlproef(afwijkend: Partial<SamlInstelling> = {}): Promise<Samlproef> {
  const [hm, metadatapaar, eigen, vreemd] = await Promise.all(['makelaar', 'metadata', 'leerroute', 'vreemd'].map((naam) => maakPaar(naam)))
  if (hm === undefined || metadatapaar === undefined || eigen === undefined || vreemd === undefined) throw new Error('geen sleutels')
  const makelaar = maakProefmakelaar(hm, metadatapaar, eigen)
  const instelling: SamlInstelling = {
    entityId: DV, verzoekbinding: 'redirect', dienst: DIENST, sleutels: [eigen], antwoordadressen: [{ binding: 'post', adres: ACS.post, index: 0 }],
    makelaar: { entityId: HM, metadataAdres: HM_ADRES.metadata, metadataCertificaten: [metadatapaar.certificaat] }, ...afwijkend,
  }
  const opzet = leesOpzet(instelling)
  const aansluiting = maakSamlAansluiting(opzet, alleenMetadata(makelaar))
  const stuur: Samlproef['stuur'] = async (maak) => {
    const { geheim } = await begin(aansluiting)
    const xml = await maak(geheim['verzoek'] ?? '')
    return aansluiting.controleer(alsPost(xml), geheim, NU)
  }
  return {
    makelaar, eigen, vreemd, instelling, opzet, aansluiting, stuur,
    logIn: (gegeven = {}, wijzig = (xml) => xml) => stuur(async (verzoekId) => wijzig(await makelaar.antwoord({ adres: ACS.post, nu: NU, verzoekId, ...gegeven }))),
  }
}

export function leesOpzet(instelling: SamlInstelling): Samlopzet {
  const opzet = leesSamlInstelling(instelling)
  if (!opzet.ok) throw new Error(opzet.reden.join('\n'))
  return opzet.waarde
}

export function alleenMetadata(makelaar: Proefmakelaar): Ophaler {
  return async () => gelukt(Buffer.from(makelaar.metadata({})))
}

export async function begin(aansluiting: Inlogaansluiting, nu: Date = NU): Promise<{ kenmerk: string; geheim: Readonly<Record<string, string>> }> {
  const begonnen = await aansluiting.begin(nu)
  if (!begonnen.ok) throw new Error(begonnen.reden.code)
  return begonnen.waarde
}

export function alsPost(xml: string, kenmerk = 'k'.repeat(43), adres = ACS.post): Inlogantwoord {
  return { methode: 'POST', adres: new URL(adres), velden: { SAMLResponse: Buffer.from(xml).toString('base64'), RelayState: kenmerk } }
}

export function maakArtifact(makelaar: string, index = 3): string {
  const bron = createHash('sha1').update(makelaar).digest()
  return Buffer.concat([Buffer.from([0, 4, index >> 8, index & 0xff]), bron, randomBytes(20)]).toString('base64')
}

/** De weigering als soort en code; een geslaagde inlog is er een fout mee. */
export function weigering(uitkomst: Uitkomst<EhIdentiteit, Inlogweigering>): string {
  return uitkomst.ok ? 'TOEGELATEN' : `${uitkomst.reden.soort} ${uitkomst.reden.code}`
}
