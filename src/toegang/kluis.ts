import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'

export interface Persoonsnummersleutels {
  /** Naam van de sleutel waarmee nu wordt versleuteld. */
  readonly actief: string
  /** Alle versleutelsleutels (32 bytes), ook oude, om te kunnen lezen. */
  readonly versleutelsleutels: ReadonlyMap<string, Uint8Array>
  /** Sleutel van de HMAC (32 bytes) waarmee een persoon wordt opgezocht. Wisselen vraagt een nieuwe opbouw. */
  readonly opzoeksleutel: Uint8Array
}

/** Versleutelt en zoekt persoonsnummers en wat ze bevat; alleen hier bestaat een nummer in leesbare vorm (P-01). */
export interface Kluis {
  /** HMAC-SHA-256 van het nummer: hetzelfde nummer geeft altijd dezelfde sleutel. */
  zoeksleutel(persoonsnummer: string): Buffer
  /** HMAC-SHA-256 van een pseudoniem van eHerkenning (P-02), met een eigen sleutel: nooit dezelfde uitkomst als voor een persoonsnummer. */
  pseudoniemsleutel(acting: string): Buffer
  /** AES-256-GCM, gebonden aan de deelnemer: de cijfertekst in een andere rij plakken mislukt bij het lezen. */
  versleutel(persoonsnummer: string, deelnemerId: string): { readonly versleuteld: Buffer; readonly sleutelId: string }
  /** Gooit als de sleutel onbekend is of de inhoud niet klopt. */
  ontsleutel(versleuteld: Buffer, sleutelId: string, deelnemerId: string): string
  /** Als `versleutel`, voor elke inhoud met persoonsnummers. `plaats` zegt waar het hoort: ergens anders is het niet te lezen. */
  versleutelBytes(inhoud: Uint8Array, plaats: string): { readonly versleuteld: Buffer; readonly sleutelId: string }
  /** Gooit als de sleutel onbekend is, de inhoud niet klopt of van een andere plaats komt. */
  ontsleutelBytes(versleuteld: Buffer, sleutelId: string, plaats: string): Buffer
}

const IV_BYTES = 12
const TAG_BYTES = 16

export function maakKluis(sleutels: Persoonsnummersleutels): Kluis {
  // Een KeyObject vooraf maakt HMAC en cijfer vier tot acht keer zo snel als steeds dezelfde bytes; dat telt bij een import.
  const opzoeksleutel = createSecretKey(sleutels.opzoeksleutel)
  // Wisselt de opzoeksleutel, dan herkent de inlog niemand meer: een pseudoniem staat nergens om opnieuw te rekenen.
  const pseudoniemsleutel = createSecretKey(Buffer.from(hkdfSync('sha256', sleutels.opzoeksleutel, '', 'leerroute eherkenning pseudoniem', 32)))
  const versleutelsleutels = new Map([...sleutels.versleutelsleutels].map(([id, bytes]) => [id, createSecretKey(bytes)]))
  const sleutelVan = (id: string): KeyObject => {
    const sleutel = versleutelsleutels.get(id)
    if (!sleutel) throw new Error(`versleutelsleutel ${id} ontbreekt: zet hem in het sleutelbestand, of start opnieuw als hij er al in staat`)
    return sleutel
  }
  const versleutelBytes: Kluis['versleutelBytes'] = (inhoud, plaats) => {
    const iv = randomBytes(IV_BYTES)
    const cijfer = createCipheriv('aes-256-gcm', sleutelVan(sleutels.actief), iv)
    cijfer.setAAD(Buffer.from(plaats))
    const tekst = Buffer.concat([cijfer.update(inhoud), cijfer.final()])
    return { versleuteld: Buffer.concat([iv, tekst, cijfer.getAuthTag()]), sleutelId: sleutels.actief }
  }
  const ontsleutelBytes: Kluis['ontsleutelBytes'] = (versleuteld, sleutelId, plaats) => {
    const cijfer = createDecipheriv('aes-256-gcm', sleutelVan(sleutelId), versleuteld.subarray(0, IV_BYTES))
    cijfer.setAAD(Buffer.from(plaats))
    cijfer.setAuthTag(versleuteld.subarray(-TAG_BYTES))
    return Buffer.concat([cijfer.update(versleuteld.subarray(IV_BYTES, -TAG_BYTES)), cijfer.final()])
  }
  return {
    zoeksleutel: (nummer) => createHmac('sha256', opzoeksleutel).update(nummer).digest(),
    pseudoniemsleutel: (acting) => createHmac('sha256', pseudoniemsleutel).update(acting).digest(),
    versleutel: (nummer, deelnemerId) => versleutelBytes(Buffer.from(nummer), deelnemerId),
    ontsleutel: (versleuteld, sleutelId, deelnemerId) => ontsleutelBytes(versleuteld, sleutelId, deelnemerId).toString('utf8'),
    versleutelBytes,
    ontsleutelBytes,
  }
}
