/** De aansluiting uit het makelaarbestand (docs/beheer/saml.md). Niets in dat bestand is zeker: eerst de vorm, dan de inhoud, en alle fouten tegelijk. */
import { readFile } from 'node:fs/promises'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { geweigerd, type Uitkomst } from '../../../kern/uitkomst.ts'
import { leesSamlInstelling, type SamlInstelling, type Samlopzet } from './instelling.ts'

const Tekst = Type.String({ minLength: 1, maxLength: 20_000 })
const Paar = Type.Object({ sleutel: Tekst, certificaat: Tekst }, { additionalProperties: false })

const VELDEN = {
  protocol: Type.Literal('SAML'),
  entityId: Tekst,
  verzoekbinding: Type.Union([Type.Literal('redirect'), Type.Literal('post')]),
  antwoordbinding: Type.Union([Type.Literal('artifact'), Type.Literal('post')]),
  dienst: Type.Object({ index: Type.Integer(), id: Tekst, uuid: Tekst, naam: Tekst }, { additionalProperties: false }),
  sleutels: Type.Array(Paar),
  makelaar: Type.Object({ entityId: Tekst, metadataAdres: Tekst, metadataCertificaten: Type.Array(Tekst) }, { additionalProperties: false }),
  tls: Type.Optional(Type.Object({ sleutel: Tekst, certificaat: Tekst, autoriteit: Type.Optional(Tekst) }, { additionalProperties: false })),
  spelingSeconden: Type.Optional(Type.Integer()),
  cbcToegestaan: Type.Optional(Type.Boolean()),
  metadataBestand: Type.Optional(Tekst),
}
const Bestand = Type.Object(VELDEN, { additionalProperties: false })

const VORM: Readonly<Record<keyof typeof VELDEN, string>> = {
  protocol: 'is "SAML".',
  entityId: 'is een tekst. Neem de EntityID over waarmee u bij de makelaar bekend bent.',
  verzoekbinding: 'is "redirect" of "post". Kies wat de makelaar aanbeveelt.',
  antwoordbinding: 'is "artifact" of "post". Kies artifact als de makelaar het kan.',
  dienst: 'heeft de velden index (een getal), id, uuid en naam, en geen andere. Neem ze over uit de dienstencatalogus.',
  sleutels: 'is een lijst van paren met sleutel en certificaat, elk PEM of de naam van een bestand. Vul er ten minste één in.',
  makelaar: 'heeft de velden entityId, metadataAdres en metadataCertificaten (een lijst), en geen andere. Vraag ze aan de makelaar.',
  tls: 'heeft de velden sleutel en certificaat, en eventueel autoriteit. Laat tls weg als de makelaar geen certificaat vraagt.',
  spelingSeconden: 'is een geheel getal. Laat het weg voor 30 seconden.',
  cbcToegestaan: 'is true of false. Laat het weg als de makelaar AES-GCM kan.',
  metadataBestand: 'is de naam van een bestand. Laat het weg als de metadata een herstart niet hoeft te overleven.',
}

/** `antwoordAdres` is het adres waarop de browser terugkomt; het staat in elk verzoek en in onze metadata. Gooit niet bij een fout bestand. */
export async function leesSamlBestand(bestand: Readonly<Record<string, unknown>>, antwoordAdres: string): Promise<Uitkomst<Samlopzet, readonly string[]>> {
  if (!Value.Check(Bestand, bestand)) return geweigerd(vormfouten(bestand))
  const fouten: string[] = []
  const pem = (veld: string, waarde: string): Promise<string> => leesPem(veld, waarde, fouten)
  const { protocol: _, antwoordbinding, ...gegeven } = bestand
  const instelling: SamlInstelling = {
    ...gegeven,
    antwoordadressen: [{ binding: antwoordbinding, adres: antwoordAdres, index: 0 }],
    sleutels: await Promise.all(bestand.sleutels.map((paar) => leesPaar('sleutels', paar, pem))),
    makelaar: { ...bestand.makelaar, metadataCertificaten: await Promise.all(bestand.makelaar.metadataCertificaten.map((certificaat) => pem('makelaar.metadataCertificaten', certificaat))) },
    ...(bestand.tls === undefined ? {} : { tls: { ...(await leesPaar('tls', bestand.tls, pem)), ...(bestand.tls.autoriteit === undefined ? {} : { autoriteit: await pem('tls', bestand.tls.autoriteit) }) } }),
  }
  return fouten.length > 0 ? geweigerd(fouten) : leesSamlInstelling(instelling)
}

function vormfouten(bestand: Readonly<Record<string, unknown>>): readonly string[] {
  const fout = Object.entries(VORM).filter(([veld]) => {
    const schema = VELDEN[veld as keyof typeof VELDEN]
    return veld in bestand ? !Value.Check(schema, bestand[veld]) : Bestand.required.some((nodig) => nodig === veld)
  })
  const onbekend = Object.keys(bestand).filter((veld) => !Object.hasOwn(VELDEN, veld))
  return [...fout.map(([veld, uitleg]) => `${veld}: ${uitleg}`), ...onbekend.map((veld) => `${veld}: is geen bekend veld. Haal het weg of verbeter de naam.`)]
}

type Pemlezer = (veld: string, waarde: string) => Promise<string>

async function leesPaar(veld: string, paar: Static<typeof Paar>, pem: Pemlezer): Promise<Static<typeof Paar>> {
  return { sleutel: await pem(veld, paar.sleutel), certificaat: await pem(veld, paar.certificaat) }
}

/** PEM zelf, of het pad naar een bestand ermee. De melding noemt het veld en nooit de inhoud. */
async function leesPem(veld: string, waarde: string, fouten: string[]): Promise<string> {
  if (waarde.trimStart().startsWith('-----BEGIN ')) return waarde
  try {
    return await readFile(waarde, 'utf8')
  } catch {
    fouten.push(`${veld}: een bestand is niet te lezen. Controleer het pad en of de server het mag lezen.`)
    return ''
  }
}
