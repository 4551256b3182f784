/** Schema's in het document: wat een naam (`$id`) heeft staat er een keer, de rest verwijst ernaar. */
import { gewoon, type JsonSchema, metKinderen } from '../kader/schema.ts'

export interface Vormenlijst {
  /** Het schema zoals het op deze plaats in het document komt: zelf, of een verwijzing. */
  plaats(schema: JsonSchema): JsonSchema
  /** Alle schema's met een naam, op naam. */
  benoemd(): Readonly<Record<string, JsonSchema>>
}

/** Gooit als twee verschillende vormen dezelfde naam hebben. */
export function maakVormenlijst(): Vormenlijst {
  const namen = new Map<string, JsonSchema>()
  const plaats = (schema: JsonSchema): JsonSchema => {
    const { $id: naam, ...rest } = schema
    const zelf = metKinderen(rest, plaats)
    if (typeof naam !== 'string') return zelf
    const eerder = namen.get(naam)
    if (eerder !== undefined && JSON.stringify(eerder) !== JSON.stringify(zelf)) throw new Error(`twee verschillende vormen heten ${naam}: geef een van beide een andere $id`)
    namen.set(naam, zelf)
    return { $ref: `#/components/schemas/${naam}` }
  }
  return {
    plaats: (schema) => plaats(gewoon(JSON.parse(JSON.stringify(schema)) as JsonSchema)),
    benoemd: () => Object.fromEntries([...namen].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}
