import { geweigerd, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Onleesbaar } from '../bestanden/onleesbaar.ts'
import type { Bestandsbron } from '../bestanden/stroom.ts'
import { openBeelden } from '../vergelijking/lees-beelden.ts'
import { vergelijkBeeldbestanden, type Vergelijking, type Verschil } from '../vergelijking/vergelijk.ts'

/** Een bestand om te vergelijken. */
export interface Vergelijkbestand {
  readonly bron: Bestandsbron
  readonly naam?: string
}

export interface Vergelijkopties {
  readonly ontvang: (verschil: Verschil) => void | Promise<void>
  readonly opVoortgang?: (deel: number) => void
}

/** Waarom er niets te vergelijken is, en aan welke kant. */
export interface OnleesbareKant extends Onleesbaar {
  readonly kant: 'a' | 'b'
}

/** Vergelijkt twee bestanden van DUO, ook van verschillende soort, op wat ze allebei zeggen. Met vast geheugen; slaat niets op. */
export async function vergelijkBestanden(a: Vergelijkbestand, b: Vergelijkbestand, opties: Vergelijkopties): Promise<Uitkomst<Vergelijking, OnleesbareKant>> {
  const delen = { a: 0, b: 0 }
  const meld = (kant: 'a' | 'b') => (deel: number): void => {
    delen[kant] = deel
    opties.opVoortgang?.((delen.a + delen.b) / 2)
  }
  const links = await openBeelden(a.bron, { ...naamVan(a), opVoortgang: meld('a') })
  if (!links.ok) return geweigerd({ ...links.reden, kant: 'a' })
  const rechts = await openBeelden(b.bron, { ...naamVan(b), opVoortgang: meld('b') })
  if (!rechts.ok) return geweigerd({ ...rechts.reden, kant: 'b' })
  const uit = await vergelijkBeeldbestanden({ bestand: links.waarde, register: false }, { bestand: rechts.waarde, register: false }, opties.ontvang)
  return uit.ok ? uit : geweigerd({ ...uit.reden, kant: 'b' })
}

function naamVan({ naam }: Vergelijkbestand): { readonly naam?: string } {
  return naam === undefined ? {} : { naam }
}
