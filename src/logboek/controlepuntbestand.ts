/** Het bestand met controlepunten: een regel JSON per controlepunt, alleen aan het eind erbij, alleen leesbaar voor de eigenaar. */
import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'

/** Schrijft een regel achteraan en wacht tot zij op schijf staat. */
export async function voegRegelToe(pad: string, regel: string): Promise<void> {
  await mkdir(dirname(pad), { recursive: true, mode: 0o700 })
  const bestand = await open(pad, 'a', 0o600)
  try {
    await bestand.chmod(0o600)
    await bestand.writeFile(`${regel}\n`)
    await bestand.datasync()
  } finally {
    await bestand.close()
  }
}

/** De laatste hele regel; undefined als er nog geen bestand of geen regel is. */
export async function laatsteRegel(pad: string): Promise<string | undefined> {
  let laatste: string | undefined
  for await (const regel of leesRegels(pad)) laatste = regel
  return laatste
}

/** Alle regels, een voor een. Een bestand dat er niet is, geeft er geen. */
export async function* leesRegels(pad: string): AsyncGenerator<string> {
  const stroom = createReadStream(pad, 'utf8')
  const regels = createInterface({ input: stroom, crlfDelay: Infinity })
  const fout = new Promise<never>((_, weiger) => stroom.once('error', weiger))
  fout.catch(() => regels.close())
  try {
    const lezer = regels[Symbol.asyncIterator]()
    for (;;) {
      const volgende = await Promise.race([lezer.next(), fout])
      if (volgende.done === true) return
      if (volgende.value !== '') yield volgende.value
    }
  } catch (oorzaak) {
    if (!(oorzaak instanceof Error && 'code' in oorzaak && oorzaak.code === 'ENOENT')) throw oorzaak
  } finally {
    regels.close()
    stroom.destroy()
  }
}
