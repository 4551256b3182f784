/**
 * Persoonsnummers die de elfproef halen en aan niemand zijn of worden gegeven (S-96).
 *
 * - BSN: begint met 9999, het bereik voor proeven. Daarin passen er te weinig voor een grote regio, dus alleen de eerste studenten krijgen er
 *   een, vanaf 99996xxxx: zo botst er niets met de verzonnen regio in `wereld/`.
 * - Onderwijsnummer: begint met 9. Uitgegeven onderwijsnummers beginnen met 10; met rest 5 in de elfproef is het ook nooit een BSN.
 */
export function persoonsnummerVan(student: number): string {
  if (student % 2 === 0 && student / 2 < AANTAL_BSN) return maakNummer(9_999_600, student / 2, AANTAL_BSN / MIDDEN, REST_BSN)
  return maakNummer(9_000_000, verspreid(student), RIJEN, REST_ONDERWIJSNUMMER)
}

/** Zoveel verschillende nummers zijn er. */
export const MEESTE_STUDENTEN = 4_000_000

/** Een goed nummer dat geen student van een regio heeft. */
export const NIEMANDS_NUMMER = '999899928'

/** Negen cijfers die in geen van beide elfproeven passen. */
export function foutPersoonsnummer(nummer: string): string {
  const laatste = Number(nummer[8])
  // Het laatste cijfer heeft gewicht -1: elk ander cijfer geeft een andere rest, en de twee goede resten liggen 5 uit elkaar.
  const ander = [1, 2, 3].map((stap) => (laatste + stap) % 10).find((cijfer) => !isGoed(`${nummer.slice(0, 8)}${cijfer}`))
  return `${nummer.slice(0, 8)}${ander ?? laatste}`
}

const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3] as const
const REST_BSN = 0
const REST_ONDERWIJSNUMMER = 5
/** Vijf paren voor het achtste cijfer: (0,1), (2,3) ... */
const MIDDEN = 5
const AANTAL_BSN = 2_000
/** Een priemgetal onder 999.000: 9000000 tot en met 9998982 als eerste zeven cijfers, dus nooit 9999. */
const RIJEN = 998_983
const SPRONG = 611_953

/** Opeenvolgende studenten krijgen nummers die niet op elkaar lijken; elk nummer komt één keer voor. */
function verspreid(student: number): number {
  const ronde = Math.floor(student / RIJEN)
  return ronde * RIJEN + ((student % RIJEN) * SPRONG) % RIJEN
}

/**
 * Zeven cijfers, dan een achtste uit een paar, dan het cijfer dat de rest klopt. Is dat cijfer 10, dan lukt het met het andere achtste
 * cijfer van het paar: dat verschuift de rest met 2.
 */
function maakNummer(begin: number, volgnummer: number, rijen: number, rest: number): string {
  const zeven = String(begin + (volgnummer % rijen))
  const paar = Math.floor(volgnummer / rijen) % MIDDEN
  let som = 0
  for (let i = 0; i < 7; i += 1) som += (GEWICHTEN[i] ?? 0) * Number(zeven[i])
  for (const achtste of [paar * 2, paar * 2 + 1]) {
    const laatste = (((som + 2 * achtste - rest) % 11) + 11) % 11
    if (laatste < 10) return `${zeven}${achtste}${laatste}`
  }
  throw new Error('twee achtste cijfers geven nooit allebei rest 10')
}

function isGoed(nummer: string): boolean {
  let som = -Number(nummer[8])
  for (let i = 0; i < 8; i += 1) som += (9 - i) * Number(nummer[i])
  const rest = ((som % 11) + 11) % 11
  return rest === REST_BSN || rest === REST_ONDERWIJSNUMMER
}
