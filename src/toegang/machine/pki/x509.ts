import type * as X509 from '@peculiar/x509'

/** De bibliotheek, geladen bij het eerste gebruik: een opdracht of server zonder certificaten heeft haar niet nodig. */
export async function laadX509(): Promise<typeof X509> {
  // Haar verdeler van onderdelen vraagt bij het laden om Reflect.getMetadata.
  await import('reflect-metadata')
  return import('@peculiar/x509')
}
