/** De weg naar SAML die pas laadt wat nodig is: een server met een OIDC-makelaar heeft geen XML-bibliotheken nodig. */
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { Inlogaansluiting } from '../identiteit.ts'

/** Een aansluiting uit het makelaarbestand, of elke fout erin. `antwoordAdres` is waar de browser terugkomt. */
export async function maakSamlAansluitingUit(bestand: Readonly<Record<string, unknown>>, antwoordAdres: string): Promise<Uitkomst<Inlogaansluiting, readonly string[]>> {
  const [{ leesSamlBestand }, { maakSamlAansluiting }] = await Promise.all([import('./uit-bestand.ts'), import('./aansluiting.ts')])
  const opzet = await leesSamlBestand(bestand, antwoordAdres)
  return opzet.ok ? gelukt(maakSamlAansluiting(opzet.waarde)) : opzet
}

/** Onze ondertekende metadata voor de makelaar, uit hetzelfde bestand. */
export async function maakSamlMetadataUit(bestand: Readonly<Record<string, unknown>>, antwoordAdres: string): Promise<Uitkomst<string, readonly string[]>> {
  const [{ leesSamlBestand }, { maakEigenMetadata }] = await Promise.all([import('./uit-bestand.ts'), import('./eigenmetadata.ts')])
  const opzet = await leesSamlBestand(bestand, antwoordAdres)
  return opzet.ok ? gelukt(maakEigenMetadata(opzet.waarde)) : opzet
}
