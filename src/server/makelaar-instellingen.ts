/** Instellingen voor inloggen: welke makelaar, en op welke poort de proefmakelaar luistert. */
import type { ConfigFout } from './config-fout.ts'

export const MAKELAAR_INSTELLINGEN = ['LEERROUTE_MAKELAAR_BESTAND', 'LEERROUTE_MAKELAAR_POORT'] as const

export interface Makelaarinstellingen {
  /** JSON met de aansluiting op een echte makelaar (docs/beheer/eherkenning.md). */
  readonly makelaarBestand: string | undefined
  /** Alleen voor de proefmakelaar; 0 laat het besturingssysteem kiezen. */
  readonly makelaarPoort: number
}

export function leesMakelaarinstellingen(waarde: (naam: string) => string | undefined, maakPad: (tekst: string) => string, fouten: ConfigFout[]): Makelaarinstellingen {
  const bestand = waarde('LEERROUTE_MAKELAAR_BESTAND')
  return { makelaarBestand: bestand === undefined ? undefined : maakPad(bestand), makelaarPoort: leesPoort(waarde('LEERROUTE_MAKELAAR_POORT'), fouten) }
}

/** In productie zonder makelaar werkt alleen het koppelvlak. */
export function waarschuwMakelaar(productie: boolean, { makelaarBestand }: Makelaarinstellingen): readonly string[] {
  return productie && makelaarBestand === undefined ? ['LEERROUTE_MAKELAAR_BESTAND ontbreekt: niemand kan op het portaal inloggen. Sluit een eHerkenningsmakelaar aan (docs/beheer/eherkenning.md).'] : []
}

function leesPoort(tekst: string | undefined, fouten: ConfigFout[]): number {
  if (tekst === undefined) return 0
  if (/^\d{1,5}$/.test(tekst) && Number(tekst) <= 65535) return Number(tekst)
  fouten.push({ instelling: 'LEERROUTE_MAKELAAR_POORT', waarde: tekst, uitleg: 'moet een heel getal van 0 tot en met 65535 zijn; laat weg om het besturingssysteem te laten kiezen' })
  return 0
}
