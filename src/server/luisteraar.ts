/** Rekent signalen bij zolang de server draait: na elke levering, en als er een nieuwe dag is. */
import { verwerkOutbox, type Verwerkt, werkSignalenBijVoorVandaag } from '../beslissing/index.ts'
import { type Database, inSpoor } from '../database/index.ts'
import { type Datum, datumInNederland, momentVan } from '../kern/datum.ts'
import type { Normen } from '../normen/index.ts'

export interface Luisteraar {
  /** Wacht op de ronde die loopt en stopt dan. */
  stop(): Promise<void>
}

interface Benodigd {
  readonly database: Database
  readonly normen: Normen
  readonly nu: () => Date
  /** Na een ronde waarin er werk was. */
  readonly bijRonde?: (gedaan: Verwerkt, ms: number) => void
  readonly bijFout: (fout: unknown) => void
}

const RUST_MS = 1_000

/** De eerste ronde is klaar als de belofte uitkomt: dan kloppen de signalen op de schermen. */
export async function startLuisteraar(nodig: Benodigd): Promise<Luisteraar> {
  let bijgewerktTot = await ronde(nodig, undefined)
  let klok: NodeJS.Timeout | undefined
  let bezig = Promise.resolve()
  let gestopt = false
  const plan = (): void => {
    klok = setTimeout(() => {
      bezig = ronde(nodig, bijgewerktTot)
        .then((dag) => void (bijgewerktTot = dag))
        // Bij een storing blijft het werk in de outbox staan; de volgende ronde pakt het op.
        .catch(nodig.bijFout)
        .then(() => { if (!gestopt) plan() })
    }, RUST_MS)
  }
  plan()
  return {
    stop: async () => {
      gestopt = true
      clearTimeout(klok)
      await bezig
    },
  }
}

async function ronde({ database, normen, nu, bijRonde }: Benodigd, bijgewerktTot: Datum | undefined): Promise<Datum> {
  const moment = nu()
  const vandaag = datumInNederland(moment)
  const ctx = { nu: momentVan(moment) }
  const reken = async (werk: () => Promise<Verwerkt>): Promise<void> => {
    const begin = performance.now()
    const gedaan = await werk()
    if (gedaan.leerlingen > 0) bijRonde?.(gedaan, performance.now() - begin)
  }
  await reken(() => verwerkOutbox(database, ctx, normen))
  if (vandaag !== bijgewerktTot) await reken(() => inSpoor('nieuwe-dag', {}, () => werkSignalenBijVoorVandaag(database, ctx, normen)))
  return vandaag
}
