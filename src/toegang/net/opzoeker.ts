import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { type Adresregels, magVerbinden } from './adres.ts'

export interface Opzoekregels extends Adresregels {
  /** Alle adressen van een naam; standaard DNS. */
  readonly zoekOp?: (naam: string) => Promise<readonly { readonly address: string; readonly family: number }[]>
}

/** De naam leidt naar een adres waar geen verbinding heen mag. */
export class NietToegestaan extends Error {}

/**
 * Zoekt een naam op, bekijkt elk gevonden adres, en laat de verbinding naar precies die adressen gaan: een naam die tussendoor
 * verwijst naar een intern adres helpt niet (S-44, M-08).
 */
export function maakOpzoeker(regels: Opzoekregels): LookupFunction {
  const zoekOp = regels.zoekOp ?? ((naam) => lookup(naam, { all: true, order: 'verbatim' }))
  return (naam, opties, terug) => {
    zoekOp(naam).then((adressen) => {
      // Eén verkeerd adres maakt de naam verdacht: dan gaat er niets heen.
      const [eerste] = adressen
      if (eerste === undefined || !adressen.every(({ address }) => magVerbinden(address, regels))) return terug(new NietToegestaan(), '', 0)
      return opties.all === true ? terug(null, adressen.map(({ address, family }) => ({ address, family }))) : terug(null, eerste.address, eerste.family)
    }, (fout: NodeJS.ErrnoException) => terug(fout, '', 0))
  }
}
