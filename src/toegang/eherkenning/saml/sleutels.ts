import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { createSecureContext } from 'node:tls'

/** Een certificaat waarvan de publieke sleutel telt; houderschap en geldigheid regelt wie hem vastlegt (metadata of instelling). */
export interface Certificaat {
  readonly pem: string
  readonly base64: string
  /** Hexadecimaal, kleine letters. Makelaars noemen een sleutel met de een of met de ander (KeyName). */
  readonly vingerafdrukken: readonly string[]
}

export interface Sleutelpaar {
  readonly certificaat: Certificaat
  readonly sleutelPem: string
}

const KLEINSTE_RSA_BITS = 2048

/** Leest een certificaat uit PEM of DER; undefined als het er geen is, of de sleutel geen RSA van ten minste 2048 bits. */
export function leesCertificaat(bron: string | Buffer): Certificaat | undefined {
  try {
    const certificaat = new X509Certificate(bron)
    if (!isSterkeRsa(certificaat.publicKey)) return undefined
    return {
      pem: certificaat.toString(), base64: certificaat.raw.toString('base64'),
      vingerafdrukken: [certificaat.fingerprint256, certificaat.fingerprint].map((afdruk) => afdruk.replaceAll(':', '').toLowerCase()),
    }
  } catch {
    return undefined
  }
}

/** Leest een paar uit PEM; undefined als sleutel en certificaat niet bij elkaar horen. */
export function leesSleutelpaar({ sleutel, certificaat }: { readonly sleutel: string; readonly certificaat: string }): Sleutelpaar | undefined {
  const gelezen = leesCertificaat(certificaat)
  if (gelezen === undefined) return undefined
  try {
    const geheim = createPrivateKey(sleutel)
    if (!new X509Certificate(gelezen.pem).checkPrivateKey(geheim)) return undefined
    return { certificaat: gelezen, sleutelPem: geheim.export({ type: 'pkcs8', format: 'pem' }).toString() }
  } catch {
    return undefined
  }
}

/** Waar als TLS met deze PEM kan beginnen; elk soort sleutel mag. */
export function isTlspaar({ sleutel, certificaat, autoriteit }: { readonly sleutel: string; readonly certificaat: string; readonly autoriteit?: string }): boolean {
  try {
    createSecureContext({ key: sleutel, cert: certificaat, ca: autoriteit })
    return true
  } catch {
    return false
  }
}

function isSterkeRsa(sleutel: KeyObject): boolean {
  return sleutel.asymmetricKeyType === 'rsa' && (sleutel.asymmetricKeyDetails?.modulusLength ?? 0) >= KLEINSTE_RSA_BITS
}
