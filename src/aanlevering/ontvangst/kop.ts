const KOP_BYTES = 64 * 1024

/** De eerste bytes van een stroom om hem te herkennen, en daarna de hele stroom nog eens vanaf het begin. */
export async function splitsKop(stroom: AsyncIterable<Uint8Array>): Promise<{ readonly kop: Buffer; readonly alles: AsyncIterable<Buffer> }> {
  const bron = stroom[Symbol.asyncIterator]()
  const eerste: Buffer[] = []
  let lengte = 0
  while (lengte < KOP_BYTES) {
    const volgende = await bron.next()
    if (volgende.done === true) break
    const stuk = naarBuffer(volgende.value)
    eerste.push(stuk)
    lengte += stuk.length
  }
  return { kop: Buffer.concat(eerste).subarray(0, KOP_BYTES), alles: vervolg(eerste, bron) }
}

async function* vervolg(eerste: readonly Buffer[], bron: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  try {
    yield* eerste
    for (;;) {
      const volgende = await bron.next()
      if (volgende.done === true) return
      yield naarBuffer(volgende.value)
    }
  } finally {
    await bron.return?.()
  }
}

function naarBuffer(stuk: Uint8Array): Buffer {
  if (!(stuk instanceof Uint8Array)) throw new TypeError('een levering hoort uit bytes te bestaan')
  return Buffer.isBuffer(stuk) ? stuk : Buffer.from(stuk.buffer, stuk.byteOffset, stuk.byteLength)
}
