import { setImmediate as laatAnderenVoor } from 'node:timers/promises'
import { type Bevinding, type Bytesbron, toetsBestand } from '../../bron/index.ts'
import type { Database } from '../../database/index.ts'
import { gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actiecontext, alsActor, ongeldig } from '../../toegang/index.ts'
import { type Tellingen, telUitkomsten, type Terugkoppeling } from '../levering.ts'
import { type Bestandsinhoud, herkenLevering } from '../ontvangst/herken.ts'
import { Regeldeler } from '../ontvangst/regeldeler.ts'
import type { Terugkoppelsignaal } from '../store/terugkoppeling.ts'
import { deelDuoBestand } from '../verwerking/lees-duo-bestand.ts'
import { draaiProef, legToetsVast, type Proefregel } from '../verwerking/proef.ts'
import type { Deelwerk } from '../verwerking/verwerk-records.ts'
import { verwerkRegels } from '../verwerking/verwerk-regels.ts'
import { verwerkStudenten } from '../verwerking/verwerk-studenten.ts'

/** Groter dan dit is geen toets vooraf maar een levering; de inhoud gaat nooit naar schijf en past dus in het geheugen. */
export const MEESTE_TOETSBYTES = 10 * 1024 * 1024
const MEESTE_GETOOND = 1_000

/** Wat er met een record zou gebeuren. */
export interface Toetsregel extends Omit<Terugkoppeling, 'deelnemerId'> {
  /** De signalen die de student dan heeft, voor de scholen van de vrager. */
  readonly signalen: readonly Terugkoppelsignaal[]
}

export interface Toetsuitslag {
  readonly soort: Bestandsinhoud
  /** Records in het bestand; bij een OBO of TBG-i regels. */
  readonly records: number
  /** Wat er met de records zou gebeuren; null bij een bestand dat alleen te toetsen is. */
  readonly tellingen: Tellingen | null
  /** Records met een fout of een signaal. */
  readonly regels: readonly Toetsregel[]
  /** Bevindingen in een bestand van DUO, zoals `leerroute toets` ze geeft. */
  readonly bevindingen: readonly Bevinding[]
  /** Waar als er meer is dan getoond wordt. */
  readonly afgekapt: boolean
}

/**
 * Controleert een record of een bestand zonder iets vast te leggen: dezelfde weg als een levering, in een transactie die wordt
 * teruggedraaid, met de signalen die eruit zouden volgen. Alleen van studenten die de aanroeper al ziet telt mee wat het register weet;
 * bij een ander is het antwoord alsof het register hem niet kent. Zo is aan een toets niet te zien wie er staat (P-05). In de audit
 * komt dat er getoetst is, en hoeveel.
 */
export async function toetsLevering(
  deur: { readonly database: Database; readonly normen: Normen }, ctx: Actiecontext, stroom: AsyncIterable<Uint8Array>, opties: { readonly naam?: string | null } = {},
): Promise<Uitkomst<Toetsuitslag, Weigering>> {
  const inhoud = await leesAlles(stroom)
  if (inhoud === undefined) return ongeldig([TE_GROOT])
  const herkend = herkenLevering(inhoud.subarray(0, 64 * 1024))
  if (!herkend.ok) return ongeldig([herkend.reden])
  const soort = herkend.waarde
  const naam = opties.naam ?? 'bestand'
  if (soort === 'NDJSON') return gelukt(maakUitslag(soort, await draaiProef(deur, ctx, inhoud.toString('latin1'), (werk) => proefRegels(werk, inhoud)), []))
  const bron: Bytesbron = { bytes: inhoud.length, lees: () => stukkenVan(inhoud) }
  const bevindingen: Bevinding[] = []
  const getoetst = await toetsBestand(bron, { naam, opBevinding: (b) => { if (bevindingen.length <= MEESTE_GETOOND) bevindingen.push(b) } })
  if (!getoetst.ok) return ongeldig([{ veld: 'bestand', regel: getoetst.reden.uitleg, watTeDoen: getoetst.reden.remedie }])
  if (soort === 'OBO' || soort === 'TBGI') {
    await alsActor(deur.database, ctx.actor, (trx) => legToetsVast(trx, ctx, getoetst.waarde.lees.regels))
    return gelukt({ ...maakUitslag(soort, [], bevindingen), records: getoetst.waarde.lees.regels, tellingen: null })
  }
  return gelukt(maakUitslag(soort, await draaiProef(deur, ctx, inhoud.toString('latin1'), (werk) => proefDuo(werk, bron, naam)), bevindingen))
}

const TE_GROOT = {
  veld: 'bestand', regel: `Toetsen kan tot ${MEESTE_TOETSBYTES / 2 ** 20} MB.`, watTeDoen: 'Toets een deel van het bestand, of gebruik `leerroute toets` voor een groot bestand van DUO.',
}

export async function proefRegels(werk: Deelwerk, inhoud: Buffer): Promise<readonly Terugkoppeling[]> {
  const deler = new Regeldeler()
  const uit: Terugkoppeling[] = []
  const bytes = alsEenRegel(inhoud)
  for (const deel of [...deler.neem(bytes), ...deler.sluit()]) {
    for (const regel of await verwerkRegels(werk, deel.inhoud, deel.vanafRegel)) uit.push(regel)
    // Een deel vol afgekeurde regels raakt de database niet: zonder dit wacht de hele server op een bestand vol onzin.
    await laatAnderenVoor()
  }
  return uit
}

/** Een los record mag over meer regels geschreven zijn. */
function alsEenRegel(inhoud: Buffer): Buffer {
  if (inhoud.length > 1024 * 1024) return inhoud
  try {
    return Buffer.from(JSON.stringify(JSON.parse(inhoud.toString('utf8'))))
  } catch {
    return inhoud
  }
}

async function proefDuo(werk: Deelwerk, bron: Bytesbron, naam: string): Promise<readonly Terugkoppeling[]> {
  const uit: Terugkoppeling[] = []
  await deelDuoBestand(bron, naam, async ({ deel }) => { uit.push(...(await verwerkStudenten(werk, deel))) })
  return uit
}

function maakUitslag(soort: Bestandsinhoud, alle: readonly Proefregel[], bevindingen: readonly Bevinding[]): Toetsuitslag {
  const metIets = alle.filter(({ fouten, signalen }) => fouten.length > 0 || signalen.length > 0)
  return {
    soort, records: alle.length, tellingen: telUitkomsten(alle), regels: metIets.slice(0, MEESTE_GETOOND).map(({ deelnemerId: _id, ...regel }) => regel),
    bevindingen: bevindingen.slice(0, MEESTE_GETOOND), afgekapt: metIets.length > MEESTE_GETOOND || bevindingen.length > MEESTE_GETOOND,
  }
}

async function leesAlles(stroom: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const stukken: Uint8Array[] = []
  let lengte = 0
  for await (const stuk of stroom) {
    lengte += stuk.length
    if (lengte > MEESTE_TOETSBYTES) return undefined
    stukken.push(stuk)
  }
  return Buffer.concat(stukken)
}

async function* stukkenVan(inhoud: Buffer): AsyncGenerator<Buffer> {
  for (let van = 0; van < inhoud.length; van += 256 * 1024) yield inhoud.subarray(van, van + 256 * 1024)
}
