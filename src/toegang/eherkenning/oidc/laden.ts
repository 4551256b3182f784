/** De voordeur van deze aansluiting: de bibliotheken laden pas bij de eerste inlog, zodat de server en de opdrachtregel snel starten. */
import type { Uitkomst } from '../../../kern/uitkomst.ts'
import type { Inlogaansluiting } from '../identiteit.ts'
import type { Instellingsfout, OidcInstelling } from './instelling.ts'
import { leesKenmerk } from './kenmerk.ts'

/** `haalInstelling` mag wachten tot de makelaar er is (undefined: hij is er niet) en geeft hetzelfde object zolang er niets wijzigt. */
export function maakOidcAansluiting(haalInstelling: () => Promise<OidcInstelling | undefined>): Inlogaansluiting {
  let geladen: Promise<Inlogaansluiting> | undefined
  const laad = (): Promise<Inlogaansluiting> => (geladen ??= import('./aansluiting.ts').then((deel) => deel.maakOidcAansluiting(haalInstelling)))
  return {
    protocol: 'OIDC',
    leesKenmerk,
    begin: async (nu) => (await laad()).begin(nu),
    controleer: async (...vraag) => (await laad()).controleer(...vraag),
  }
}

/** Leest en controleert een makelaarbestand voor OIDC. */
export async function leesOidcInstelling(bestand: Readonly<Record<string, unknown>>, redirectAdres: string): Promise<Uitkomst<OidcInstelling, readonly Instellingsfout[]>> {
  return (await import('./instelling.ts')).leesOidcInstelling(bestand, redirectAdres)
}

/** Een instelling voor de proefmakelaar op deze computer; `sleutel` is een eigen sleutel van deze start. */
export async function maakProefinstelling(
  { issuer, clientId, serviceUuid, sleutel, sleutelId }: Pick<OidcInstelling, 'issuer' | 'clientId' | 'serviceUuid' | 'sleutel' | 'sleutelId'>, redirectAdres: string,
): Promise<OidcInstelling> {
  const { PROFIELEN } = await import('./profiel.ts')
  const profiel = PROFIELEN['etoegang']
  if (profiel === undefined) throw new RangeError('het profiel etoegang ontbreekt')
  return {
    issuer, clientId, serviceUuid, sleutel, sleutelId, redirectAdres, profiel, ondertekening: 'PS256', metadataSleutels: [], opLoopback: true,
    acrWaarden: ['urn:etoegang:core:assurance-class:loa3', 'urn:etoegang:core:assurance-class:loa4'],
  }
}
