/** Ctrl-C: gooi dit (of laat het door) zodat elke `finally` nog loopt. Wordt afsluitcode 130. */
export class Afgebroken extends Error {
  constructor() {
    super('afgebroken')
  }
}

/** Niemand leest onze uitvoer nog (`leerroute ... | head`). Geen fout: de opdracht eindigt stil met 0. */
export class UitvoerDicht extends Error {
  constructor() {
    super('de uitvoer is dicht')
  }
}

/** Verkeerd gebruik dat commander niet ziet, zoals twee opties die elkaar uitsluiten. Wordt afsluitcode 2. */
export class VerkeerdGebruik extends Error {}

/** Het werk kan nu niet, en de gebruiker kan er met een andere opdracht niets aan doen. Wordt afsluitcode 3, met alleen deze zin. */
export class Mislukt extends Error {}

/** Gooit `Afgebroken` als er op Ctrl-C gedrukt is. */
export function stopAlsGevraagd(stop: AbortSignal): void {
  if (stop.aborted) throw new Afgebroken()
}
