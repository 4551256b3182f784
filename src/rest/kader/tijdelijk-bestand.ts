/** Ontvangt een bestand helemaal voordat de operatie begint: een trage beller houdt zo geen transactie open. */
import { createHash, randomUUID } from 'node:crypto'
import { open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

export interface Ontvangen {
  /** SHA-256 van de inhoud, hexadecimaal. */
  readonly hash: string
  /** Een nieuwe stroom vanaf het begin. */
  lees(): Readable
  weg(): Promise<void>
}

/** De naam verdwijnt meteen: ook na kill -9 blijft er geen bestand met gegevens van studenten achter. */
export async function ontvang(stroom: Readable): Promise<Ontvangen> {
  const pad = join(tmpdir(), `leerroute-${randomUUID()}`)
  const bestand = await open(pad, 'wx+', 0o600)
  await unlink(pad)
  const hash = createHash('sha256')
  try {
    for await (const stuk of stroom) {
      const bytes = stuk as Buffer
      hash.update(bytes)
      await schrijf(bestand, bytes)
    }
  } catch (fout) {
    await bestand.close()
    throw fout
  }
  return { hash: hash.digest('hex'), lees: () => Readable.from(leesStukken(bestand)), weg: () => bestand.close() }
}

const STUK = 64 * 1024

type Bestand = Awaited<ReturnType<typeof open>>

async function schrijf(bestand: Bestand, bytes: Buffer): Promise<void> {
  for (let vanaf = 0; vanaf < bytes.length;) vanaf += (await bestand.write(bytes, vanaf)).bytesWritten
}

async function* leesStukken(bestand: Bestand): AsyncGenerator<Buffer> {
  for (let plaats = 0; ;) {
    const { bytesRead, buffer } = await bestand.read(Buffer.allocUnsafe(STUK), 0, STUK, plaats)
    if (bytesRead === 0) return
    plaats += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}
