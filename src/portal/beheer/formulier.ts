import { beginVanDag, type Datum, datumInNederland, type Moment, plusDagen } from '../../kern/datum.ts'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'

/** Begin van een rol: null is nu. Vandaag is ook nu: de dag is al begonnen. */
export function beginMoment(dag: Datum | null, nu: Moment): Moment | null {
  return dag === null || dag === datumInNederland(new Date(nu)) ? null : beginVanDag(dag)
}

/** Een laatste dag wordt het moment waarop de volgende begint: een rol geldt tot en met zijn laatste dag. */
export function eindeNa(dag: Datum | null): Moment | null {
  return dag === null ? null : beginVanDag(plusDagen(dag, 1))
}

/** De laatste dag van een rol: de dag voor het moment waarop hij niet meer geldt. */
export function laatsteDatum(voor: Moment): Datum {
  return datumInNederland(new Date(Date.parse(voor) - 1))
}

/** De zin bij een code, zoals wat er net gelukt is; null als er geen zin bij is. */
export function zinBij(zinnen: Readonly<Record<string, string>>, wat: string): string | null {
  return Object.hasOwn(zinnen, wat) ? zinnen[wat] ?? null : null
}

/** De fouten om te tonen; `null` bij niet gevonden. */
export function foutenVan(reden: Weigering): readonly Veldfout[] | null {
  switch (reden.soort) {
    case 'niet-gevonden':
      return null
    case 'ongeldig':
      return reden.fouten
    case 'ouder-dan-bekend':
      return eis(false, 'account', 'Iemand anders veranderde dit net.', 'Laad de bladzijde opnieuw en kijk wat de stand is.')
  }
}
