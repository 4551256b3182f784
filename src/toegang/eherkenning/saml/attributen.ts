/** en A-14: van de attributen in een gecontroleerde verklaring naar persoon, organisatie, dienst, vestiging en intermediair. */
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { EhIdentiteit, Inlogweigering, Rechtspersoon } from '../identiteit.ts'
import { isKvkNummer, isPseudoniem, isVestigingsnummer, KWALIFICATIE_PSEUDO, KWALIFICATIES, leesRechtspersoon } from '../vorm.ts'
import type { Verklaring } from './antwoord.ts'
import { ATTRIBUUT, NS } from './namen.ts'
import { ontsleutel, type Ontsleuteling } from './ontsleutel.ts'
import { ongeldig } from './weigering.ts'
import { attribuut, isElement, kinderen, kinderenVan, tekstVan, type XmlElement } from './xml.ts'

export type Samlidentiteit = Pick<EhIdentiteit, 'acting' | 'legal' | 'vestigingsnummer' | 'intermediair' | 'serviceUuid'>

/** Eén waarde van een attribuut: platte tekst, of een NameID met zijn kwalificatie. */
interface Waarde {
  readonly tekst: string
  readonly kwalificatie: string | null
}

type Waarden = ReadonlyMap<string, readonly Waarde[]>

/** Een beperking of een schakel die wij niet kennen mogen wij niet overslaan: dan kreeg iemand meer dan hij heeft. */
const BEPERKEND = /^urn:etoegang:[^:]+:(ServiceRestriction|IntermediateEntityID)(:|$)/i
const KWALIFICATIE_KVK = 'urn:etoegang:1.9:EntityConcernedID:KvKnr'

export async function leesIdentiteit(verklaring: Verklaring, dienst: { readonly id: string; readonly uuid: string }, sleutels: Ontsleuteling): Promise<Uitkomst<Samlidentiteit, Inlogweigering>> {
  const attributen = leesAttributen(verklaring.element)
  if (!attributen.ok) return attributen
  const waarden = new Map<string, readonly Waarde[]>()
  for (const [naam, element] of attributen.waarde) {
    if (!GELEZEN.includes(naam)) continue
    const gelezen = await leesWaarden(element, verklaring.wasVersleuteld, sleutels)
    if (!gelezen.ok) return gelezen
    waarden.set(naam, gelezen.waarde)
  }
  return maakIdentiteit(waarden, dienst)
}

const GELEZEN: readonly string[] = Object.values(ATTRIBUUT)

/** één AttributeStatement, en elke naam hooguit één keer. */
function leesAttributen(verklaring: XmlElement): Uitkomst<ReadonlyMap<string, XmlElement>, Inlogweigering> {
  const [lijst, ...meer] = kinderen(verklaring, NS.assertie, 'AttributeStatement')
  if (lijst === undefined || meer.length > 0) return ongeldig('SAML-ATTRIBUTEN')
  const gevonden = new Map<string, XmlElement>()
  for (const element of kinderenVan(lijst)) {
    const naam = attribuut(element, 'Name')
    if (!isElement(element, NS.assertie, 'Attribute') || naam === undefined) return ongeldig('SAML-ATTRIBUTEN')
    if (gevonden.has(naam)) return ongeldig('SAML-ATTRIBUUT-DUBBEL')
    if (BEPERKEND.test(naam) && !GELEZEN.includes(naam)) return ongeldig('SAML-BEPERKING-ONBEKEND')
    gevonden.set(naam, element)
  }
  return gelukt(gevonden)
}

async function leesWaarden(element: XmlElement, wasVersleuteld: boolean, sleutels: Ontsleuteling): Promise<Uitkomst<readonly Waarde[], Inlogweigering>> {
  const waarden: Waarde[] = []
  for (const waarde of kinderenVan(element)) {
    if (!isElement(waarde, NS.assertie, 'AttributeValue')) return ongeldig('SAML-ATTRIBUTEN')
    const gelezen = await leesWaarde(waarde, wasVersleuteld, sleutels)
    if (!gelezen.ok) return gelezen
    waarden.push(gelezen.waarde)
  }
  return waarden.length === 0 ? ongeldig('SAML-ATTRIBUUT-LEEG') : gelukt(waarden)
}

/** In een waarde staat een EncryptedID per ontvanger; een daarvan is voor ons. Een NameID zonder versleuteling mag alleen in een versleutelde verklaring. */
async function leesWaarde(waarde: XmlElement, wasVersleuteld: boolean, sleutels: Ontsleuteling): Promise<Uitkomst<Waarde, Inlogweigering>> {
  const tekst = tekstVan(waarde)
  if (tekst !== undefined) return gelukt({ tekst, kwalificatie: null })
  const delen = kinderenVan(waarde)
  const [naam, ...meer] = delen
  if (naam !== undefined && meer.length === 0 && isElement(naam, NS.assertie, 'NameID')) {
    return wasVersleuteld ? leesNaam(naam) : ongeldig('SAML-IDENTIFICATIE-OPEN')
  }
  if (!delen.every((deel) => isElement(deel, NS.assertie, 'EncryptedID'))) return ongeldig('SAML-ATTRIBUTEN')
  let bezwaar: `SAML-${string}` = 'SAML-VERSLEUTELING-NIET-VOOR-ONS'
  for (const versleuteld of delen) {
    const ontsleuteld = await ontsleutel(versleuteld, sleutels)
    if (ontsleuteld.ok) return leesNaam(ontsleuteld.waarde.element)
    if (ontsleuteld.reden !== 'SAML-VERSLEUTELING-NIET-VOOR-ONS') bezwaar = ontsleuteld.reden
  }
  return ongeldig(bezwaar)
}

function leesNaam(element: XmlElement): Uitkomst<Waarde, Inlogweigering> {
  const tekst = tekstVan(element)
  if (!isElement(element, NS.assertie, 'NameID') || tekst === undefined) return ongeldig('SAML-IDENTIFICATIE-VORM')
  return gelukt({ tekst, kwalificatie: attribuut(element, 'NameQualifier') ?? null })
}

function maakIdentiteit(waarden: Waarden, dienst: { readonly id: string; readonly uuid: string }): Uitkomst<Samlidentiteit, Inlogweigering> {
  if (!isOnzeDienst(waarden, dienst)) return ongeldig('SAML-DIENST')
  const persoon = enige(waarden, ATTRIBUUT.persoon)
  if (persoon?.kwalificatie !== KWALIFICATIE_PSEUDO) return ongeldig('SAML-PERSOON-SOORT')
  if (!isPseudoniem(persoon.tekst)) return ongeldig('SAML-PERSOON')
  const legal = leesOrganisatie(waarden.get(ATTRIBUUT.organisatie) ?? [])
  if (legal === undefined) return ongeldig('SAML-ORGANISATIE')
  const vestiging = enige(waarden, ATTRIBUUT.vestiging)
  if (waarden.has(ATTRIBUUT.vestiging) && !isVestigingsnummer(vestiging?.tekst)) return ongeldig('SAML-VESTIGING')
  const intermediair = enige(waarden, ATTRIBUUT.intermediair)
  const isKvk = isKvkNummer(intermediair?.tekst) && (intermediair?.kwalificatie ?? KWALIFICATIE_KVK).endsWith(':KvKnr')
  if (waarden.has(ATTRIBUUT.intermediair) && !isKvk) return ongeldig('SAML-INTERMEDIAIR')
  return gelukt({ acting: persoon.tekst, legal, vestigingsnummer: vestiging?.tekst ?? null, intermediair: intermediair?.tekst ?? null, serviceUuid: dienst.uuid })
}

/** Het nummer, de UUID of beide; wat er staat is precies het onze, en iets moet er staan. */
function isOnzeDienst(waarden: Waarden, dienst: { readonly id: string; readonly uuid: string }): boolean {
  const genoemd = [[ATTRIBUUT.dienst, dienst.id], [ATTRIBUUT.dienstUuid, dienst.uuid]].filter(([naam]) => waarden.has(naam ?? ''))
  return genoemd.length > 0 && genoemd.every(([naam, onze]) => enige(waarden, naam ?? '')?.tekst === onze)
}

function enige(waarden: Waarden, naam: string): Waarde | undefined {
  const [eerste, ...meer] = waarden.get(naam) ?? []
  return meer.length === 0 ? eerste : undefined
}

/** Elke waarde heeft een bekende soort en vorm, en elke soort komt één keer voor. Staan KvK en RSIN er allebei, dan is de KvK de sleutel van het account. */
function leesOrganisatie(waarden: readonly Waarde[]): Rechtspersoon | undefined {
  const gelezen = waarden.map(({ tekst, kwalificatie }) => {
    const soort = kwalificatie !== null && Object.hasOwn(KWALIFICATIES, kwalificatie) ? KWALIFICATIES[kwalificatie] : undefined
    return soort === undefined ? undefined : leesRechtspersoon(soort, tekst)
  })
  const bekend = gelezen.filter((persoon) => persoon !== undefined)
  if (bekend.length !== waarden.length || new Set(bekend.map(({ soort }) => soort)).size !== bekend.length) return undefined
  return bekend.find(({ soort }) => soort === 'KVK') ?? bekend[0]
}
