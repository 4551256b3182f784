/** Antwoorden van dezelfde aanroeper die tegelijk worden aangevuld, gaan in een transactie: bij losse leveringen scheelt dat er een per levering. */
import type { Database } from '../../database/index.ts'
import { type Actor, alsActor } from '../../toegang/index.ts'
import { type Bijwerking, werkBij } from './idempotentie-store.ts'

interface Groep {
  readonly wat: Bijwerking[]
  readonly klaar: Promise<void>
}

const GROEPEN = new WeakMap<Database, Map<string, Groep>>()
/** De signalen van een reeks leveringen komen op hetzelfde moment; daarna nog even wachten levert niets meer op. */
const SPAAR_MS = 1

/** Klaar zodra het antwoord bewaard is; gooit als dat niet lukt. */
export function werkSamenBij(database: Database, actor: Actor, wat: Bijwerking): Promise<void> {
  const groepen = GROEPEN.get(database) ?? new Map<string, Groep>()
  GROEPEN.set(database, groepen)
  const lopend = groepen.get(actor.id)
  if (lopend !== undefined) {
    lopend.wat.push(wat)
    return lopend.klaar
  }
  const groep: Groep = { wat: [wat], klaar: na(() => groepen.delete(actor.id), () => alsActor(database, actor, (trx) => werkBij(trx, actor.id, groep.wat))) }
  groepen.set(actor.id, groep)
  return groep.klaar
}

function na(sluit: () => void, werk: () => Promise<void>): Promise<void> {
  return new Promise((klaar, mislukt) => {
    setTimeout(() => {
      sluit()
      werk().then(klaar, mislukt)
    }, SPAAR_MS)
  })
}
