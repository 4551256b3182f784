import { vergelijkBeelden, type Studentbeeld } from './beeld.ts'

/** Loopt twee reeksen op volgorde samen door. Van elke student komt er één paar; een kant is undefined als hij daar niet staat. */
export async function* paren(links: AsyncGenerator<Studentbeeld>, rechts: AsyncGenerator<Studentbeeld>): AsyncGenerator<readonly [Studentbeeld | undefined, Studentbeeld | undefined]> {
  try {
    let [een, ander] = [await volgende(links), await volgende(rechts)]
    while (een !== undefined || ander !== undefined) {
      const orde = een === undefined ? 1 : ander === undefined ? -1 : vergelijkBeelden(een, ander)
      yield [orde <= 0 ? een : undefined, orde >= 0 ? ander : undefined]
      if (orde <= 0) een = await volgende(links)
      if (orde >= 0) ander = await volgende(rechts)
    }
  } finally {
    await Promise.all([links.return(undefined), rechts.return(undefined)])
  }
}

async function volgende(bron: AsyncGenerator<Studentbeeld>): Promise<Studentbeeld | undefined> {
  const { value, done } = await bron.next()
  return done ? undefined : value
}
