import { randomBytes } from 'node:crypto'
import { setImmediate as laatAnderenVoor } from 'node:timers/promises'
import { herberekenSignalenVan, wachtOpLeerlingen } from '../../beslissing/index.ts'
import { type Bevinding, type Bytesbron, toetsBestand, zichtbareSleutels } from '../../bron/index.ts'
import { type Database, inTransactieMetBeide, type Kaleverbinding, metHerstelpunt, schrijfAudit, type Transactie } from '../../database/index.ts'
import { gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actiecontext, alsActor, brinsVan, contextVan, type Kluis, ongeldig } from '../../toegang/index.ts'
import { type Tellingen, telUitkomsten, type Terugkoppeling } from '../levering.ts'
import { type Bestandsinhoud, herkenLevering } from '../ontvangst/herken.ts'
import { Regeldeler } from '../ontvangst/regeldeler.ts'
import { leesSignalenVan, type Terugkoppelsignaal } from '../store/terugkoppeling.ts'
import { deelDuoBestand } from '../verwerking/lees-duo-bestand.ts'
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
  { database, normen }: { readonly database: Database; readonly normen: Normen }, ctx: Actiecontext, stroom: AsyncIterable<Uint8Array>, opties: { readonly naam?: string | null } = {},
): Promise<Uitkomst<Toetsuitslag, Weigering>> {
  const inhoud = await leesAlles(stroom)
  if (inhoud === undefined) return ongeldig([TE_GROOT])
  const herkend = herkenLevering(inhoud.subarray(0, 64 * 1024))
  if (!herkend.ok) return ongeldig([herkend.reden])
  const soort = herkend.waarde
  const naam = opties.naam ?? 'bestand'
  if (soort === 'NDJSON') return gelukt(maakUitslag(soort, await proef(database, ctx, normen, inhoud, (werk) => proefRegels(werk, inhoud)), []))
  const bron: Bytesbron = { bytes: inhoud.length, lees: () => stukkenVan(inhoud) }
  const bevindingen: Bevinding[] = []
  const getoetst = await toetsBestand(bron, { naam, opBevinding: (b) => { if (bevindingen.length <= MEESTE_GETOOND) bevindingen.push(b) } })
  if (!getoetst.ok) return ongeldig([{ veld: 'bestand', regel: getoetst.reden.uitleg, watTeDoen: getoetst.reden.remedie }])
  if (soort === 'OBO' || soort === 'TBGI') {
    await alsActor(database, ctx.actor, (trx) => legToetsVast(trx, ctx, getoetst.waarde.lees.regels))
    return gelukt({ ...maakUitslag(soort, [], bevindingen), records: getoetst.waarde.lees.regels, tellingen: null })
  }
  return gelukt(maakUitslag(soort, await proef(database, ctx, normen, inhoud, (werk) => proefDuo(werk, bron, naam)), bevindingen))
}

const TE_GROOT = {
  veld: 'bestand', regel: `Toetsen kan tot ${MEESTE_TOETSBYTES / 2 ** 20} MB.`, watTeDoen: 'Toets een deel van het bestand, of gebruik `leerroute toets` voor een groot bestand van DUO.',
}

type Proefregel = Toetsregel & { readonly deelnemerId: string | null }

/** Alles binnen een herstelpunt dat altijd wordt teruggedraaid; alleen de regel in de audit blijft. */
async function proef(
  database: Database, ctx: Actiecontext, normen: Normen, inhoud: Buffer, werk: (werk: Deelwerk) => Promise<readonly Terugkoppeling[]>,
): Promise<readonly Proefregel[]> {
  return inTransactieMetBeide(database, contextVan(ctx.actor), async (trx, verbinding) => {
    const toets = { ...ctx, kluis: await kluisVoorToets(trx, ctx.kluis, inhoud) }
    const regels = await draaiTerug(trx, () => reken(trx, verbinding, toets, normen, werk))
    await legToetsVast(trx, ctx, regels.length)
    return regels
  })
}

async function draaiTerug(trx: Transactie, werk: () => Promise<readonly Proefregel[]>): Promise<readonly Proefregel[]> {
  try {
    return await metHerstelpunt(trx, async () => {
      throw new Teruggedraaid(await werk())
    })
  } catch (fout) {
    if (fout instanceof Teruggedraaid) return fout.regels
    throw fout
  }
}

function legToetsVast(trx: Transactie, { actor, nu }: Actiecontext, records: number): Promise<void> {
  return schrijfAudit(trx, { op: nu, actor: actor.id, handeling: 'toetsLevering', brin: brinsVan(actor)[0] ?? null, deelnemerId: null, object: ['toets', 'levering'], gegevens: { records } })
}

/**
 * Een kluis waarmee de toets alleen vindt wie de aanroeper al ziet: elk ander nummer krijgt een sleutel die in geen register staat.
 * Onbekend, en bekend bij een andere school, lopen zo precies dezelfde weg.
 */
async function kluisVoorToets(trx: Transactie, kluis: Kluis, inhoud: Buffer): Promise<Kluis> {
  const sleutels = new Map([...new Set(inhoud.toString('latin1').match(NUMMERS))].map((nummer) => [nummer, kluis.zoeksleutel(nummer)]))
  const zichtbaar = await zichtbareSleutels(trx, [...sleutels.values()])
  const kenmerk = randomBytes(16).toString('hex')
  return { ...kluis, zoeksleutel: (waarde) => (zichtbaar.has(kluis.zoeksleutel(waarde).toString('hex')) ? kluis.zoeksleutel(waarde) : kluis.zoeksleutel(`toets ${kenmerk} ${waarde}`)) }
}

/** Alles wat een persoonsnummer kan zijn; wat er niet een is, vindt niets. */
const NUMMERS = /(?<!\d)\d{9}(?!\d)/g

async function reken(trx: Transactie, verbinding: Kaleverbinding, ctx: Actiecontext, normen: Normen, werk: (werk: Deelwerk) => Promise<readonly Terugkoppeling[]>): Promise<readonly Proefregel[]> {
  const antwoorden = await werk({ trx, verbinding, ctx, aanleveringId: 'toets', meld: () => undefined })
  const geraakt = [...new Set(antwoorden.flatMap(({ deelnemerId }) => (deelnemerId === null ? [] : [deelnemerId])))]
  // Alle sloten in een keer, oplopend: reeks na reeks in een transactie zetten twee toetsen elkaar klem.
  await wachtOpLeerlingen(trx, geraakt)
  for (let i = 0; i < geraakt.length; i += 500) await herberekenSignalenVan(trx, ctx, geraakt.slice(i, i + 500), normen)
  const signalen = await leesSignalenVan(trx, geraakt)
  return antwoorden.map((antwoord) => ({
    ...antwoord, signalen: antwoord.soort === 'inschrijving' && antwoord.deelnemerId !== null ? (signalen.get(antwoord.deelnemerId) ?? []) : [],
  }))
}

/** Alleen om bij het herstelpunt uit te komen. */
class Teruggedraaid extends Error {
  readonly regels: readonly Proefregel[]
  constructor(regels: readonly Proefregel[]) {
    super('toets')
    this.regels = regels
  }
}

async function proefRegels(werk: Deelwerk, inhoud: Buffer): Promise<readonly Terugkoppeling[]> {
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
