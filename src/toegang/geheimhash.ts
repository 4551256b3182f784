import { createHash } from 'node:crypto'

/**
 * Hash van een geheim dat wij zelf uit toeval maakten (een koekje, een sleutel, een code) of van een kenmerk dat maar een keer mag komen.
 * Zo'n geheim heeft 256 bits toeval: er valt niets te raden, een snelle hash is genoeg. Niet voor wachtwoorden.
 */
export function geheimhash(geheim: string): Buffer {
  return createHash('sha256').update(geheim).digest()
}
