import type { Uitkomst } from '../../kern/uitkomst.ts'
import type { Melder } from '../bestanden/bevinding.ts'
import { leesBestand } from '../bestanden/lees-bestand.ts'
import type { Leesverslag } from '../bestanden/leesverslag.ts'
import type { Onleesbaar } from '../bestanden/onleesbaar.ts'
import type { Bestandsbron } from '../bestanden/stroom.ts'
import { Samenvatting } from '../bestanden/samenvatting.ts'
import type { Nummerkeuze } from '../bestanden/waarde.ts'
import { gelukt } from '../../kern/uitkomst.ts'

export interface Toetsverslag {
  readonly lees: Leesverslag
  readonly samenvatting: Samenvatting
}

export interface Toetsopties {
  /** Naam waaronder de gebruiker het bestand kent; standaard de bestandsnaam. */
  readonly naam?: string
  /** Elke bevinding zodra zij gevonden is, voor uitvoer die niet in het geheugen past. */
  readonly opBevinding?: Melder
  readonly opVoortgang?: (deel: number) => void
  /** Standaard `streng`: een student met een nummer dat de elfproef niet haalt wordt afgekeurd (K-BRN-03). */
  readonly nummers?: Nummerkeuze
}

/** Controleert een bestand van DUO zonder iets op te slaan en zonder database. */
export async function toetsBestand(pad: Bestandsbron, opties: Toetsopties = {}): Promise<Uitkomst<Toetsverslag, Onleesbaar>> {
  const samenvatting = new Samenvatting()
  const gelezen = await leesBestand(pad, {
    ...(opties.naam === undefined ? {} : { naam: opties.naam }),
    ...(opties.opVoortgang === undefined ? {} : { opVoortgang: opties.opVoortgang }), ...(opties.nummers === undefined ? {} : { nummers: opties.nummers }),
    meld: (b) => {
      samenvatting.voegToe(b)
      opties.opBevinding?.(b)
    },
  })
  return gelezen.ok ? gelukt({ lees: gelezen.waarde, samenvatting }) : gelezen
}
