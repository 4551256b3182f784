import type { Taal } from '../kern/taal.ts'
import { isVelden, type Meld, type Velden, verplichteTekst, weigerOnbekendeVelden } from './bestand.ts'

/** Tekst in het Nederlands, met onder `en` dezelfde woorden in het Engels. Het Nederlands is leidend. */
export interface Vertaald<W> {
  readonly en: W
}

/** De woorden van een regel, signaal, parameter of geval in een taal: `inTaal(regel(id), taal).titel`. */
export function inTaal<W>(tekst: NoInfer<W> & Vertaald<W>, taal: Taal): W {
  return taal === 'en' ? tekst.en : tekst
}

/**
 * Leest het veld `en:` van een ingang. Elke tekst die er in het Nederlands is, is er ook in het Engels, en geen andere.
 * @param namen de velden die vertaald worden
 */
export function leesEngels(velden: Velden, namen: readonly string[], plek: string, meld: Meld): Readonly<Record<string, string>> {
  const engels = velden['en']
  if (!isVelden(engels)) {
    if (namen.some((naam) => heeftTekst(velden, naam))) meld(`${plek}en`, 'elke tekst is er ook in het Engels', 'voeg `en:` toe met dezelfde velden in het Engels')
    return {}
  }
  weigerOnbekendeVelden(engels, namen, `${plek}en.`, meld)
  const gelezen: Record<string, string> = {}
  for (const naam of namen) {
    if (heeftTekst(velden, naam)) gelezen[naam] = verplichteTekst(engels, naam, `${plek}en.`, meld) ?? ''
    else if (engels[naam] !== undefined) meld(`${plek}en.${naam}`, 'deze tekst is er niet in het Nederlands', `vul \`${naam}:\` ook in het Nederlands in`)
  }
  return gelezen
}

function heeftTekst(velden: Velden, naam: string): boolean {
  const waarde = velden[naam]
  return typeof waarde === 'string' && waarde.trim() !== ''
}
