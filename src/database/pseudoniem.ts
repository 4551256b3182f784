import { createHmac, createSecretKey, randomBytes } from 'node:crypto'

/** Waarmee een deelnemer in het logboek van verwerkingen staat (S-92): zonder de sleutel is niemand te vinden of te volgen. */
export interface Pseudoniemen {
  maak(deelnemerId: string): Pseudoniem
  /** Alle pseudoniemen van een deelnemer, ook met oude sleutels: voor inzage. */
  alle(deelnemerId: string): readonly Pseudoniem[]
}

export interface Pseudoniem {
  readonly waarde: Buffer
  /** Naam van de sleutel, zodat na wisselen te zien is waarmee een regel gemaakt is. */
  readonly sleutel: string
}

export interface Pseudoniemsleutels {
  readonly actief: string
  /** 32 bytes elk, ook oude. */
  readonly sleutels: ReadonlyMap<string, Uint8Array>
}

export function maakPseudoniemen({ actief, sleutels }: Pseudoniemsleutels): Pseudoniemen {
  const klaar = new Map([...sleutels].map(([id, bytes]) => [id, createSecretKey(bytes)]))
  const met = (id: string, deelnemerId: string): Pseudoniem => {
    const sleutel = klaar.get(id)
    if (sleutel === undefined) throw new Error(`pseudoniemsleutel ${id} ontbreekt in het sleutelbestand`)
    return { waarde: createHmac('sha256', sleutel).update(deelnemerId.toLowerCase()).digest(), sleutel: id }
  }
  return { maak: (deelnemerId) => met(actief, deelnemerId), alle: (deelnemerId) => [...klaar.keys()].map((id) => met(id, deelnemerId)) }
}

/**
 * Voor wie een database opent zonder sleutelbestand, zoals een test of een meting: regels van dit proces horen bij elkaar en zijn
 * daarna van niemand meer. De server en de opdrachtregel geven altijd de sleutels mee.
 */
export function losPseudoniem(): Pseudoniemen {
  return maakPseudoniemen({ actief: 'los', sleutels: new Map([['los', randomBytes(32)]]) })
}
