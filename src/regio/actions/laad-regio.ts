import { basename } from 'node:path'
import { neemAanleveringAan, verwerkAanleveringen } from '../../aanlevering/index.ts'
import { werkSignalenBijVoorVandaag } from '../../beslissing/index.ts'
import type { Database } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Normen } from '../../normen/index.ts'
import { isBekendeBrin } from '../../organisatie/index.ts'
import { type Actor, alsActor, type Kluis, systeemactor } from '../../toegang/index.ts'
import { BEHEERBESTAND } from '../inhoudsopgave.ts'
import { type Gebiedsleveringen, type GeplanteWeigering, maakGebiedsleveringen } from '../leveringen.ts'
import { GELDIG_VAN, type School } from '../plan/index.ts'
import { organisatierecords, vakantierecords } from '../referentierecords.ts'
import type { Regio } from '../regio.ts'
import { type Afwijking, type GevondenWeigering, vergelijkWeigeringen } from '../rules/vergelijk.ts'
import { leesNietVastgelegd } from '../store.ts'

export interface Laadomgeving {
  readonly database: Database
  readonly kluis: Kluis
  readonly normen: Normen
  nu(): Moment
  readonly meld?: (regel: string) => void
}

export interface Laadkeuze {
  readonly bijVoortgang?: (studenten: number) => void
}

export interface Laadverslag {
  readonly studenten: number
  readonly records: number
  /** Records die afgekeurd moesten worden. */
  readonly weigeringen: number
  /** Records met een ander antwoord dan gepland. */
  readonly afwijkingen: readonly Afwijking[]
}

/** In de audit de naam van wie verzonnen scholen maakt; een productieregister waarin hij staat, start niet. */
export const LADER = 'verzonnen-regio'

/**
 * Levert een regio in het register, zoals de scholen dat deden: ronde voor ronde, elke school met haar eigen rechten, op het moment van de ronde. Daarna
 * staan de signalen er zoals zij nu gelden. Weigert een register waarin al een regio staat, of een peildatum in de toekomst.
 */
export async function laadRegio(regio: Regio, omgeving: Laadomgeving, keuze: Laadkeuze = {}): Promise<Uitkomst<Laadverslag, string>> {
  const bezwaar = await bezwaarTegen(regio, omgeving)
  if (bezwaar !== undefined) return geweigerd(bezwaar)
  await leverBeheer(regio, omgeving)
  const afwijkingen: Afwijking[] = []
  const som = { studenten: 0, records: 0, weigeringen: 0 }
  for (let nummer = 0; nummer < regio.aantalGebieden; nummer += 1) {
    const gebied = maakGebiedsleveringen(regio, nummer)
    const deel = regio.studenten(nummer)
    const weigeringen = await leverGebied(gebied, omgeving, (deelKlaar) => keuze.bijVoortgang?.(Math.floor(deel.eerste + (deel.na - deel.eerste) * deelKlaar)))
    afwijkingen.push(...weigeringen.afwijkingen)
    som.studenten += gebied.telling.studenten
    som.records += gebied.telling.records
    som.weigeringen += weigeringen.aantal
  }
  await werkSignalenBijVoorVandaag(omgeving.database, { nu: omgeving.nu() }, omgeving.normen)
  return gelukt({ ...som, afwijkingen })
}

async function bezwaarTegen({ kalender, gebied }: Regio, { database, nu }: Laadomgeving): Promise<string | undefined> {
  if (kalender.laatsteRonde.moment > nu()) return `De regio eindigt op ${kalender.laatsteRonde.dag}; dat is nog niet geweest. Kies een eerdere peildatum.`
  const brin = gebied(0).scholen[0]?.brin ?? ''
  const isGeladen = await alsActor(database, systeemactor(LADER), (trx) => isBekendeBrin(trx, brin))
  return isGeladen ? `In dit register staat al een verzonnen regio (school ${brin}). Kies een leeg register met DATABASE_URL of LEERROUTE_DATA.` : undefined
}

async function leverBeheer(regio: Regio, omgeving: Laadomgeving): Promise<void> {
  const moment = `${GELDIG_VAN}T09:00:00.000Z` as Moment
  const organisaties = Array.from({ length: regio.aantalGebieden }, (_, nummer) => organisatierecords(regio.gebied(nummer))).flat()
  const regels = [...vakantierecords(regio.kalender), ...organisaties].map((record) => JSON.stringify(record))
  const levering = await neemAan(omgeving, systeemactor(LADER), moment, BEHEERBESTAND, regels)
  await verwerk(omgeving, moment)
  const [geweigerde] = await alsActor(omgeving.database, systeemactor(LADER), (trx) => leesNietVastgelegd(trx, [levering]))
  if (geweigerde !== undefined) throw new Error(`het beheerbestand van de regio is niet geheel vastgelegd (regel ${geweigerde.regelnummer}: ${geweigerde.fouten[0]?.regel ?? geweigerde.uitkomst})`)
}

async function leverGebied({ leveringen, geplant }: Gebiedsleveringen, omgeving: Laadomgeving, bijVoortgang: (deel: number) => void) {
  const wachtend = geplant.map((regel) => JSON.parse(regel) as { readonly soort: string }).filter((regel): regel is GeplanteWeigering => regel.soort === 'weigering')
  const gevonden: GevondenWeigering[] = []
  const totaal = leveringen.reduce((som, { regels }) => som + regels.length, 0)
  let klaar = 0
  for (const [{ moment }, vanRonde] of Map.groupBy(leveringen, ({ ronde }) => ronde)) {
    const bestandBij = new Map<string, string>()
    for (const { school, bestand, regels } of vanRonde) bestandBij.set(await neemAan(omgeving, actorVan(school), moment, basename(bestand), regels), bestand)
    await verwerk(omgeving, moment)
    const terugkoppelingen = await alsActor(omgeving.database, systeemactor(LADER), (trx) => leesNietVastgelegd(trx, [...bestandBij.keys()]))
    gevonden.push(...terugkoppelingen.map((terugkoppeling) => ({ bestand: bestandBij.get(terugkoppeling.aanleveringId) ?? '', terugkoppeling })))
    klaar += vanRonde.reduce((som, { regels }) => som + regels.length, 0)
    bijVoortgang(klaar / totaal)
  }
  return { aantal: wachtend.length, afwijkingen: vergelijkWeigeringen(wachtend, gevonden) }
}

/** De rechten van de administratie van een school. */
function actorVan({ brin, sector }: School): Actor {
  const rollen = [sector === 'MBO' ? 'bron-inschrijving-mbo' : 'bron-inschrijving-vo', 'verzuim', 'rio-beheer', 'raadplegen'] as const
  return { id: `${LADER}-${brin}`, soort: 'school', rollen: rollen.map((rol) => ({ rol, brin })) }
}

async function neemAan({ database, kluis }: Laadomgeving, actor: Actor, nu: Moment, naam: string, regels: readonly string[]): Promise<string> {
  const uitkomst = await neemAanleveringAan(database, { actor, nu, kluis }, stroom(regels), { naam })
  if (!uitkomst.ok) throw new Error(`${naam} is niet aangenomen (${uitkomst.reden.soort})`)
  return uitkomst.waarde.aanleveringId
}

async function* stroom(regels: readonly string[]): AsyncGenerator<Buffer> {
  for (let i = 0; i < regels.length; i += REGELS_PER_STUK) yield Buffer.from(`${regels.slice(i, i + REGELS_PER_STUK).join('\n')}\n`)
}

const REGELS_PER_STUK = 1_000

async function verwerk({ database, kluis, normen, meld }: Laadomgeving, moment: Moment): Promise<void> {
  await verwerkAanleveringen({ database, kluis, normen, nu: () => new Date(moment), ...(meld === undefined ? {} : { meld }) })
}
