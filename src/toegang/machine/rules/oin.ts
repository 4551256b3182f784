/** Organisatie-identificatienummer (toegang.md 4.1): 20 posities, een bekend voorvoegsel, en nullen achter het nummer. */

export type Oinsoort = 'RSIN' | 'KVK' | 'SUBOIN' | 'BRIN' | 'PROEF'

export interface Oin {
  readonly oin: string
  readonly soort: Oinsoort
}

const VORMEN: readonly { readonly soort: Oinsoort; readonly vorm: RegExp }[] = [
  { soort: 'RSIN', vorm: /^00000001\d{9}000$/ },
  { soort: 'KVK', vorm: /^00000003\d{8}0000$/ },
  { soort: 'SUBOIN', vorm: /^00000004\d{12}$/ },
  { soort: 'BRIN', vorm: /^00000007(?:[0-9A-Z]{8}0000|[0-9A-Z]{9}000)$/ },
  { soort: 'PROEF', vorm: /^00000099\d{12}$/ },
]

/** M-05, S-20: undefined bij elke andere vorm. Nooit op een deel van een OIN vergelijken: het nummer zegt alleen iets met zijn voorvoegsel. */
export function leesOin(tekst: string): Oin | undefined {
  const gevonden = VORMEN.find(({ vorm }) => vorm.test(tekst))
  if (gevonden === undefined || (gevonden.soort === 'RSIN' && !isElfproef(tekst.slice(8, 17)))) return undefined
  return { oin: tekst, soort: gevonden.soort }
}

/** Een OIN om te proberen (00000099) is in productie van niemand. */
export function magOin({ soort }: Oin, productie: boolean): boolean {
  return !(productie && soort === 'PROEF')
}

function isElfproef(rsin: string): boolean {
  const som = [...rsin].reduce((totaal, cijfer, i) => totaal + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0)
  return som !== 0 && som % 11 === 0
}
