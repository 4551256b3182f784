import { SignedXml } from 'xml-crypto'
import { ALGORITME } from './namen.ts'
import type { Sleutelpaar } from './sleutels.ts'

/**
 * Zet een omsloten handtekening (RSA-SHA256, exc-c14n) in een eigen bericht, over het hele bericht met zijn ID. SAML schrijft de plaats voor:
 * na `Issuer`, of vooraan in metadata. Het resultaat mag niet meer bewerkt worden.
 */
export function onderteken(xml: string, paar: Sleutelpaar, plaats: 'na-issuer' | 'vooraan'): string {
  const werk = new SignedXml({ privateKey: paar.sleutelPem, publicCert: paar.certificaat.pem, signatureAlgorithm: ALGORITME.rsaSha256, canonicalizationAlgorithm: ALGORITME.excC14n })
  werk.addReference({ xpath: '/*', transforms: [ALGORITME.omsloten, ALGORITME.excC14n], digestAlgorithm: ALGORITME.sha256 })
  const location = plaats === 'vooraan' ? { reference: '/*', action: 'prepend' as const } : { reference: "/*/*[local-name(.)='Issuer']", action: 'after' as const }
  werk.computeSignature(xml, { prefix: 'ds', location })
  return werk.getSignedXml()
}
