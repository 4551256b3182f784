/** Ontvangt een bestand helemaal voordat de operatie begint: een trage beller houdt zo geen transactie open. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { TijdelijkBestand } from '../../bron/index.ts'

export interface Ontvangen {
  /** SHA-256 van de inhoud, hexadecimaal. */
  readonly hash: string
  /** Een nieuwe stroom vanaf het begin. */
  lees(): Readable
  weg(): Promise<void>
}

export async function ontvang(stroom: Readable): Promise<Ontvangen> {
  const bestand = await TijdelijkBestand.maak()
  const hash = createHash('sha256')
  try {
    for await (const stuk of stroom) {
      const bytes = stuk as Buffer
      hash.update(bytes)
      await bestand.schrijf(bytes)
    }
  } catch (fout) {
    await bestand.sluit()
    throw fout
  }
  return { hash: hash.digest('hex'), lees: () => Readable.from(bestand.lees()), weg: () => bestand.sluit() }
}
