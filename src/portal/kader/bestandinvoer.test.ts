import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { describe, expect, test } from 'vitest'
import { BestandTeGroot, leesBestandsformulier } from './bestandinvoer.ts'

const GRENS = 1_000
const RAND = 'grens'

interface Deel {
  readonly koppen: string
  readonly inhoud: string | Buffer
}

const veld = (naam: string, inhoud: string): Deel => ({ koppen: `Content-Disposition: form-data; name="${naam}"`, inhoud })
const bestand = (naam: string, inhoud: string | Buffer): Deel => ({ koppen: `Content-Disposition: form-data; name="bestand"; filename="${naam}"\r\nContent-Type: text/csv`, inhoud })

function formulier(delen: readonly Deel[], einde = true): Buffer {
  return Buffer.concat([...delen.flatMap(({ koppen, inhoud }) => [Buffer.from(`--${RAND}\r\n${koppen}\r\n\r\n`), Buffer.from(inhoud), Buffer.from('\r\n')]), Buffer.from(einde ? `--${RAND}--\r\n` : '')])
}

function lees(bytes: Buffer, soort = `multipart/form-data; boundary=${RAND}`) {
  return leesBestandsformulier({ body: Readable.from([bytes.subarray(0, 40), bytes.subarray(40)], { objectMode: false }), headers: { 'content-type': soort } } as unknown as FastifyRequest, GRENS)
}

async function leesUit(stroom: AsyncIterable<Buffer>): Promise<string> {
  const stukken: Buffer[] = []
  for await (const stuk of stroom) stukken.push(stuk)
  return Buffer.concat(stukken).toString('latin1')
}

describe('een formulier met een bestand', () => {
  test('de velden komen voor het bestand, het bestand als stroom met precies zijn bytes', async () => {
    const uit = await lees(formulier([veld('csrf', 'bewijs'), veld('controleId', 'x'), bestand('RO_21MB.CSV', Buffer.from([0, 255, 10, 13]))]))
    expect(uit.velden).toEqual({ csrf: 'bewijs', controleId: 'x' })
    expect(uit.bestand?.naam).toBe('RO_21MB.CSV')
    expect(await leesUit(uit.bestand?.stroom ?? Readable.from([]))).toBe('\u0000ÿ\n\r')
  })

  test('S-04: een bewijs na het bestand telt niet mee', async () => {
    const uit = await lees(formulier([bestand('x', 'inhoud'), veld('csrf', 'bewijs')]))
    expect(uit.velden).toEqual({})
    if (uit.bestand !== null) await leesUit(uit.bestand.stroom)
    expect(uit.velden).toEqual({})
  })

  test('het eerste van twee gelijke velden geldt', async () => {
    expect((await lees(formulier([veld('csrf', 'een'), veld('csrf', 'twee')]))).velden).toEqual({ csrf: 'een' })
  })

  test('een bestand van precies de grens past, een byte meer niet', async () => {
    const past = await lees(formulier([bestand('x', 'a'.repeat(GRENS))]))
    expect((await leesUit(past.bestand?.stroom ?? Readable.from([]))).length).toBe(GRENS)
    const teGroot = await lees(formulier([bestand('x', 'a'.repeat(GRENS + 1))]))
    await expect(leesUit(teGroot.bestand?.stroom ?? Readable.from([]))).rejects.toBeInstanceOf(BestandTeGroot)
  })

  test.each([
    ['eindeloos veld', formulier([veld('csrf', 'a'.repeat(5_000)), bestand('x', 'y')])],
    ['te lange naam van een veld', formulier([veld('n'.repeat(5_000), 'a'), bestand('x', 'y')])],
    ['te veel velden', formulier([...Array.from({ length: 30 }, (_, i) => veld(`v${i}`, 'a')), bestand('x', 'y')])],
    ['koppen die nooit ophouden', formulier([{ koppen: `X-Lang: ${'a'.repeat(100_000)}`, inhoud: 'b' }])],
    ['zonder slot', formulier([veld('csrf', 'a')], false)],
  ])('S-18: %s levert geen bestand op', async (_wat, bytes) => {
    const uit = await lees(bytes).then((gelezen) => gelezen.bestand, (fout: unknown) => Reflect.get(Object(fout), 'statusCode'))
    expect([400, null]).toContain(uit)
  })

  test('een bestand dat halverwege ophoudt, breekt af', async () => {
    const bytes = formulier([bestand('x', 'a'.repeat(200))], false)
    const uit = await lees(bytes).then(async ({ bestand: gevonden }) => leesUit(gevonden?.stroom ?? Readable.from([])), (fout: unknown) => fout)
      .catch((fout: unknown) => fout)
    expect(uit).toBeInstanceOf(Error)
  })

  test.each([['../../etc/passwd', 'passwd'], ['C:\\map\\RO.CSV', 'RO.CSV'], ['a'.repeat(3_000), 'a'.repeat(200)], ['', null]])('een naam wordt een naam zonder map, kort: %#', async (naam, verwacht) => {
    const uit = await lees(formulier([bestand(naam, 'x')]))
    expect(uit.bestand?.naam).toBe(verwacht)
    if (uit.bestand !== null) await leesUit(uit.bestand.stroom)
  })

  test('wat geen multipart is geeft alleen velden; een kapotte grens een 400', async () => {
    expect(await leesBestandsformulier({ body: { csrf: 'x' }, headers: { 'content-type': 'application/x-www-form-urlencoded' } } as unknown as FastifyRequest, GRENS)).toEqual({ velden: { csrf: 'x' }, bestand: null })
    await expect((async () => lees(Buffer.from('x'), 'multipart/form-data; boundary='))()).rejects.toMatchObject({ statusCode: 400 })
  })
})
