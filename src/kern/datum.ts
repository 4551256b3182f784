/**
 * Kalenderdagen als tekst `jjjj-mm-dd` (K-CAS-02, ADR 0003).
 *
 * Een `Datum` is een dag in Nederland, zonder tijd en zonder tijdzone. `new Date('2021-01-01')` is middernacht UTC en
 * verspringt bij het lezen in een andere zone; daarom komt het type `Date` hier alleen intern voor, altijd in UTC.
 * Twee datums vergelijken kan met `<` en `>`: de tekst sorteert als de tijd.
 */
export type Datum = string & { readonly __datum: unique symbol }

/** Een moment in UTC als ISO-tekst, bijvoorbeeld `2026-10-02T07:41:00.000Z`. */
export type Moment = string & { readonly __moment: unique symbol }

/** Een tijdstip als `Moment`. Een getal telt milliseconden sinds 1 januari 1970, UTC. */
export function momentVan(tijd: Date | number | string): Moment {
  return new Date(tijd).toISOString() as Moment
}

const VORM = /^(\d{4})-(\d{2})-(\d{2})$/
const DAG_MS = 86_400_000

/** Leest een datum; `undefined` bij een andere vorm of een dag die niet bestaat (30 februari). */
export function parseDatum(tekst: string): Datum | undefined {
  const delen = VORM.exec(tekst)
  if (!delen) return undefined
  const [jaar, maand, dag] = [Number(delen[1]), Number(delen[2]), Number(delen[3])]
  if (jaar < 1 || maand < 1 || maand > 12 || dag < 1 || dag > dagenInMaand(jaar, maand)) return undefined
  return tekst as Datum
}

/** Als `parseDatum`, maar gooit bij een ongeldige datum. Alleen voor vaste waarden en al gecontroleerde invoer. */
export function datum(tekst: string): Datum {
  const gelezen = parseDatum(tekst)
  if (gelezen === undefined) throw new RangeError(`geen bestaande datum: ${tekst}`)
  return gelezen
}

/** Het volgnummer van de dag sinds 1 januari 1970; voor rekenen met dagen en weken. */
export function dagnummer(d: Datum): number {
  const maand = cijfers(d, 5, 7)
  // Gerekend vanaf 1 maart: dan valt de schrikkeldag aan het eind van het jaar en lopen de maanden regelmatig.
  const jaar = maand > 2 ? cijfers(d, 0, 4) : cijfers(d, 0, 4) - 1
  const dagInJaar = Math.floor((153 * (maand > 2 ? maand - 3 : maand + 9) + 2) / 5) + cijfers(d, 8, 10) - 1
  return 365 * jaar + Math.floor(jaar / 4) - Math.floor(jaar / 100) + Math.floor(jaar / 400) + dagInJaar - DAGEN_TOT_1970
}

/** Van 1 maart in het jaar 0 tot 1 januari 1970. */
const DAGEN_TOT_1970 = 719_468

/** Het getal in een stuk van een datum, zonder tussentekst: dit wordt per besluit tientallen keren gevraagd. */
function cijfers(d: Datum, van: number, tot: number): number {
  let getal = 0
  for (let i = van; i < tot; i += 1) getal = getal * 10 + d.charCodeAt(i) - 48
  return getal
}

export function vanDagnummer(nummer: number): Datum {
  return new Date(nummer * DAG_MS).toISOString().slice(0, 10) as Datum
}

export function plusDagen(d: Datum, dagen: number): Datum {
  return vanDagnummer(dagnummer(d) + dagen)
}

/** Hele jaren oud op een dag. Geboren op 29 februari: in een gewoon jaar ouder vanaf 1 maart (K-CAS-02). */
export function leeftijdOp(geboortedatum: Datum, dag: Datum): number {
  const jaren = Number(dag.slice(0, 4)) - Number(geboortedatum.slice(0, 4))
  return dag.slice(5) < geboortedatum.slice(5) ? jaren - 1 : jaren
}

/** 1 augustus van het schooljaar waarin de dag valt (K-FASE-02). */
export function beginSchooljaar(d: Datum): Datum {
  const jaar = Number(d.slice(0, 4))
  return `${String(d.slice(5) >= '08-01' ? jaar : jaar - 1).padStart(4, '0')}-08-01` as Datum
}

/** Het jaar van het schooljaar, bijvoorbeeld 2025 voor 2025-2026. */
export function schooljaar(d: Datum): number {
  return Number(beginSchooljaar(d).slice(0, 4))
}

/** 1 = maandag … 7 = zondag. */
export function weekdag(d: Datum): number {
  return ((dagnummer(d) + 3) % 7 + 7) % 7 + 1
}

/** De kalenderdag in Nederland op een moment (ADR 0003). */
export function datumInNederland(moment: Date): Datum {
  return NEDERLAND.format(moment) as Datum
}

/** Het moment waarop een dag in Nederland begint: 00:00, ook op de dag dat de klok verspringt. */
export function beginVanDag(d: Datum): Moment {
  const middernachtUtc = dagnummer(d) * DAG_MS
  // In Nederland is het een of twee uur later dan UTC.
  const zomertijd = middernachtUtc - 2 * UUR_MS
  const begin = datumInNederland(new Date(zomertijd)) === d ? zomertijd : middernachtUtc - UUR_MS
  return momentVan(begin)
}

const UUR_MS = 3_600_000
const NEDERLAND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' })

function dagenInMaand(jaar: number, maand: number): number {
  if (maand === 2) return jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0) ? 29 : 28
  return maand === 4 || maand === 6 || maand === 9 || maand === 11 ? 30 : 31
}
