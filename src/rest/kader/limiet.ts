/** S-18: hoeveel verzoeken een aanroeper mag doen. Een emmer per aanroeper, die gelijkmatig weer volloopt. */

export interface Limiet {
  /** Neemt een verzoek van de voorraad. Geeft 0, of hoeveel seconden de aanroeper moet wachten. */
  wachtSeconden(aanroeper: string, nuMs: number): number
  /** Legt een genomen verzoek terug: het telt bij nader inzien niet. */
  geefTerug(aanroeper: string): void
}

/** @param perMinuut zoveel verzoeken mogen er per minuut, waarvan zoveel ineens; 0 is geen grens. */
export function maakLimiet(perMinuut: number): Limiet {
  if (perMinuut === 0) return { wachtSeconden: () => 0, geefTerug: () => undefined }
  const emmers = new Map<string, { over: number; op: number }>()
  const perMs = perMinuut / MINUUT_MS
  let opgeruimdOp = 0
  return {
    wachtSeconden(aanroeper, nuMs) {
      if (nuMs - opgeruimdOp > MINUUT_MS) {
        opgeruimdOp = nuMs
        // Na een minuut stilte is elke emmer vol: vergeten is dan hetzelfde als bewaren.
        for (const [naam, { op }] of emmers) if (nuMs - op >= MINUUT_MS) emmers.delete(naam)
      }
      const eerder = emmers.get(aanroeper)
      const over = eerder === undefined ? perMinuut : Math.min(perMinuut, eerder.over + Math.max(0, nuMs - eerder.op) * perMs)
      const mag = over >= 1
      emmers.set(aanroeper, { over: mag ? over - 1 : over, op: nuMs })
      return mag ? 0 : Math.max(1, Math.ceil((1 - over) / perMs / 1000))
    },
    geefTerug(aanroeper) {
      const emmer = emmers.get(aanroeper)
      if (emmer !== undefined) emmer.over = Math.min(perMinuut, emmer.over + 1)
    },
  }
}

const MINUUT_MS = 60_000
