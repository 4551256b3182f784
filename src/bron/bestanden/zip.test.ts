import { open, rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { Zipschrijver } from './zip.ts'

/** Leest de inhoudsopgave achterin en pakt elk bestand uit; controleert de controlesom. */
function pakUit(zip: Buffer): Readonly<Record<string, Buffer>> {
  const einde = zip.length - 22
  expect(zip.readUInt32LE(einde)).toBe(0x06054b50)
  const uit: Record<string, Buffer> = {}
  let plaats = zip.readUInt32LE(einde + 16)
  for (let n = zip.readUInt16LE(einde + 10); n > 0; n--) {
    const [crc, geperst, omvang, lengte, begin] = [zip.readUInt32LE(plaats + 16), zip.readUInt32LE(plaats + 20), zip.readUInt32LE(plaats + 24), zip.readUInt16LE(plaats + 28), zip.readUInt32LE(plaats + 42)]
    const naam = zip.subarray(plaats + 46, plaats + 46 + lengte).toString()
    const inhoud = inflateRawSync(zip.subarray(begin + 30 + lengte, begin + 30 + lengte + geperst))
    expect([inhoud.length, crc32(inhoud)]).toEqual([omvang, crc])
    uit[naam] = inhoud
    plaats += 46 + lengte
  }
  return uit
}

it('een zip met meer bestanden is weer uit te pakken, ook met inhoud die niet krimpt en een leeg bestand', async () => {
  const pad = join(tmpdir(), `leerroute-zip-${randomBytes(6).toString('hex')}`)
  const bestand = await open(pad, 'wx+')
  const stukken = [randomBytes(300_000), randomBytes(5)]
  try {
    const zip = new Zipschrijver(bestand)
    await zip.voegToe('OBO_99ZZ_2025_20260801.CSV', stroom([Buffer.from('VLP|99ZZ|||\r\n'.repeat(10_000))]), new Date('2026-08-01T10:11:12Z'))
    await zip.voegToe('é.CSV', stroom(stukken), new Date('2026-08-01T10:11:12Z'))
    await zip.voegToe('LEEG.CSV', stroom([]), new Date('2026-08-01T10:11:12Z'))
    await zip.sluit()
    const inhoud = Buffer.alloc((await bestand.stat()).size)
    await bestand.read(inhoud, 0, inhoud.length, 0)
    const uit = pakUit(inhoud)
    expect(Object.keys(uit)).toEqual(['OBO_99ZZ_2025_20260801.CSV', 'é.CSV', 'LEEG.CSV'])
    expect(uit['é.CSV']?.equals(Buffer.concat(stukken))).toBe(true)
    expect(uit['LEEG.CSV']?.length).toBe(0)
    expect(inhoud.length).toBeLessThan(310_000)
  } finally {
    await bestand.close()
    await rm(pad)
  }
})

async function* stroom(stukken: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* stukken
}
