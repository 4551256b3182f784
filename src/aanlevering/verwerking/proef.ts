import { randomBytes } from 'node:crypto'
import { herberekenSignalenVan, wachtOpLeerlingen } from '../../beslissing/index.ts'
import { zichtbareSleutels } from '../../bron/index.ts'
import { type Database, inTransactieMetBeide, type Kaleverbinding, metHerstelpunt, schrijfAudit, type Transactie } from '../../database/index.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actiecontext, brinsVan, contextVan, type Kluis } from '../../toegang/index.ts'
import type { Terugkoppeling } from '../levering.ts'
import { leesSignalenVan, type Terugkoppelsignaal } from '../store/terugkoppeling.ts'
import type { Deelwerk } from './verwerk-records.ts'

/** Wat er met een record zou gebeuren, met de signalen die de student dan heeft, voor de scholen van de vrager. */
export interface Proefregel extends Terugkoppeling {
  readonly signalen: readonly Terugkoppelsignaal[]
}

type Werk = (werk: Deelwerk) => Promise<readonly Terugkoppeling[]>

/**
 * Werkt zoals een levering, binnen een herstelpunt dat altijd wordt teruggedraaid. `tekst` is waar de nummers in staan die mogen meetellen.
 * Met `audit` blijft alleen die regel staan.
 */
export async function draaiProef(
  { database, normen }: { readonly database: Database; readonly normen: Normen }, ctx: Actiecontext, tekst: string, werk: Werk, { audit = true }: { readonly audit?: boolean } = {},
): Promise<readonly Proefregel[]> {
  return inTransactieMetBeide(database, contextVan(ctx.actor), async (trx, verbinding) => {
    const toets = { ...ctx, kluis: await kluisVoorToets(trx, ctx.kluis, tekst) }
    const regels = await draaiTerug(trx, () => reken(trx, verbinding, toets, normen, werk))
    if (audit) await legToetsVast(trx, ctx, regels.length)
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

/** In de audit komt dat er getoetst is, en hoeveel. */
export function legToetsVast(trx: Transactie, { actor, nu }: Actiecontext, records: number): Promise<void> {
  return schrijfAudit(trx, { op: nu, actor: actor.id, handeling: 'toetsLevering', brin: brinsVan(actor)[0] ?? null, deelnemerId: null, object: ['toets', 'levering'], gegevens: { records } })
}

/**
 * Een kluis waarmee de toets alleen vindt wie de aanroeper al ziet: elk ander nummer krijgt een sleutel die in geen register staat.
 * Onbekend, en bekend bij een andere school, lopen zo precies dezelfde weg.
 */
async function kluisVoorToets(trx: Transactie, kluis: Kluis, tekst: string): Promise<Kluis> {
  const sleutels = new Map([...new Set(tekst.match(NUMMERS))].map((nummer) => [nummer, kluis.zoeksleutel(nummer)]))
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
