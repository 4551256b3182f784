import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { verwerkOutbox, werkSignalenBijVoorVandaag } from '../../beslissing/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { type Actor, alsActor, systeemactor } from '../../toegang/index.ts'
import { type Inhoudsopgave, INHOUDSBESTAND, leesInhoudsopgave, PLANTBESTAND } from '../inhoudsopgave.ts'
import type { GeplanteWeigering, GeplantRegel, GeplantSignaal } from '../leveringen.ts'
import { type Afwijking, type GevondenWeigering, vergelijkSignalen, vergelijkWeigeringen } from '../rules/vergelijk.ts'
import { findDeelnemers, findLeveringen, leesNietVastgelegd, leesOpenSignalenBij, leesZoeksleutels } from '../store.ts'
import type { Laadomgeving } from './laad-regio.ts'

export interface Controleverslag {
  /** Elk signaal bij elke school telt een keer; elk record dat afgekeurd moet worden ook. */
  readonly gepland: number
  readonly gevonden: number
  readonly ontbreekt: number
  readonly onverwacht: number
  /** Wel afgekeurd, maar anders dan gepland. */
  readonly anders: number
  /** Bestanden die niet of niet geheel verwerkt zijn. */
  readonly nietVerwerkt: number
  readonly afwijkingen: readonly Afwijking[]
}

/**
 * Legt `geplant.ndjson` naast het register: de open signalen en de terugkoppelingen van de laatste levering van elk bestand. Rekent eerst de signalen bij. Kent
 * een student alleen van zijn regel in een bestand. Weigert als de map geen regio is, of als de regio vandaag niet geldt.
 */
export async function controleerRegio(map: string, omgeving: Laadomgeving, bijVoortgang: (deel: number) => void = () => undefined): Promise<Uitkomst<Controleverslag, string>> {
  const gelezen = await leesMap(map)
  if (!gelezen.ok) return gelezen
  const { opgave, signalen, weigeringen } = gelezen.waarde
  const vandaag = datumInNederland(new Date(omgeving.nu()))
  const { van, totEnMet } = opgave.geldig
  if (vandaag < van || vandaag > totEnMet) return geweigerd(`Deze regio geldt van ${van} tot en met ${totEnMet}, en het is ${vandaag}. Maak een regio met een peildatum van nu.`)
  await verwerkOutbox(omgeving.database, { nu: omgeving.nu() }, omgeving.normen)
  await werkSignalenBijVoorVandaag(omgeving.database, { nu: omgeving.nu() }, omgeving.normen)
  const afwijkingen = [
    ...await controleerLeveringen(omgeving, opgave, weigeringen, (deel) => bijVoortgang(deel / 2)),
    ...await controleerSignalen(map, omgeving, opgave, signalen, (deel) => bijVoortgang(0.5 + deel / 2)),
  ]
  return gelukt(maakVerslag(gelezen.waarde, afwijkingen))
}

const CONTROLEUR: Actor = systeemactor('regiocontrole')

interface GelezenMap {
  readonly opgave: Inhoudsopgave
  readonly signalen: readonly GeplantSignaal[]
  readonly weigeringen: readonly GeplanteWeigering[]
}

async function leesMap(map: string): Promise<Uitkomst<GelezenMap, string>> {
  const [inhoud, geplant] = await Promise.all([INHOUDSBESTAND, PLANTBESTAND].map((naam) => readFile(join(map, naam), 'utf8').catch(() => undefined)))
  const opgave = inhoud === undefined ? undefined : leesInhoudsopgave(inhoud)
  if (opgave === undefined || geplant === undefined) return geweigerd(`${map} is geen map van een verzonnen regio: ${INHOUDSBESTAND} of ${PLANTBESTAND} ontbreekt of is niet te lezen.`)
  const regels = geplant.split('\n').filter((regel) => regel !== '').map((regel) => JSON.parse(regel) as GeplantRegel)
  return gelukt({ opgave, signalen: regels.filter((regel) => regel.soort === 'signaal'), weigeringen: regels.filter((regel) => regel.soort === 'weigering') })
}

async function controleerLeveringen({ database }: Laadomgeving, { bestanden }: Inhoudsopgave, geplant: readonly GeplanteWeigering[], bijVoortgang: (deel: number) => void): Promise<readonly Afwijking[]> {
  const gevonden: GevondenWeigering[] = []
  const afwijkingen: Afwijking[] = []
  for (let i = 0; i < bestanden.length; i += PER_KEER) {
    const deel = bestanden.slice(i, i + PER_KEER).map(({ bestand }) => bestand)
    await alsActor(database, CONTROLEUR, async (trx) => {
      const leveringen = await findLeveringen(trx, deel.map((bestand) => basename(bestand)))
      afwijkingen.push(...deel.flatMap((bestand) => bezwaarTegenLevering(bestand, leveringen.get(basename(bestand))?.staat)))
      const bestandBij = new Map(deel.map((bestand) => [leveringen.get(basename(bestand))?.aanleveringId ?? '', bestand]))
      for (const terugkoppeling of await leesNietVastgelegd(trx, [...leveringen.values()].map(({ aanleveringId }) => aanleveringId))) {
        gevonden.push({ bestand: bestandBij.get(terugkoppeling.aanleveringId) ?? '', terugkoppeling })
      }
    })
    bijVoortgang(Math.min(1, (i + PER_KEER) / bestanden.length))
  }
  return [...afwijkingen, ...vergelijkWeigeringen(geplant, gevonden)]
}

/** Zoveel bestanden per vraag aan het register. */
const PER_KEER = 500

function bezwaarTegenLevering(bestand: string, staat: string | undefined): readonly Afwijking[] {
  if (staat === 'klaar') return []
  const uitleg = staat === undefined ? 'Dit bestand is niet geleverd.' : staat === 'mislukt' ? 'De levering van dit bestand is mislukt.' : 'De levering van dit bestand wordt nog verwerkt.'
  return [{ soort: 'levering', wat: 'ontbreekt', plaats: bestand, uitleg }]
}

async function controleerSignalen(
  map: string, omgeving: Laadomgeving, { scholen, bestanden }: Inhoudsopgave, geplant: readonly GeplantSignaal[], bijVoortgang: (deel: number) => void,
): Promise<readonly Afwijking[]> {
  const perStudent = Map.groupBy(geplant, ({ bestand, regel }) => `${bestand}:${regel}`)
  const deelnemers = await zoekDeelnemers(map, omgeving, geplant, bijVoortgang)
  const open = new Map(await alsActor(omgeving.database, CONTROLEUR, (trx) => leesOpenSignalenBij(trx, scholen.map(({ brin }) => brin))))
  const afwijkingen: Afwijking[] = []
  for (const [plaats, verwacht] of perStudent) {
    const deelnemerId = deelnemers.get(plaats)
    afwijkingen.push(...vergelijkSignalen(plaats, verwacht, (deelnemerId === undefined ? undefined : open.get(deelnemerId)) ?? []))
    if (deelnemerId !== undefined) open.delete(deelnemerId)
  }
  // Wie hier overblijft heeft een signaal en staat nergens in de lijst: een student die klopt, of iemand die niet uit de bestanden komt.
  const plaatsen = await zoekPlaatsen(map, omgeving, bestanden, [...open.keys()])
  for (const [deelnemerId, signalen] of open) afwijkingen.push(...vergelijkSignalen(plaatsen.get(deelnemerId) ?? 'een student die niet in de bestanden staat', [], signalen))
  return afwijkingen
}

/** Alleen als er iets mis is: het eerste record van deelnemers die niet in de lijst staan. */
async function zoekPlaatsen(map: string, { database, kluis }: Laadomgeving, bestanden: Inhoudsopgave['bestanden'], deelnemers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const plaatsen = new Map<string, string>()
  if (deelnemers.length === 0) return plaatsen
  const sleutels = await alsActor(database, CONTROLEUR, (trx) => leesZoeksleutels(trx, deelnemers))
  for (const { bestand } of bestanden) {
    let nummer = 0
    for await (const tekst of regelsVan(map, bestand)) {
      nummer += 1
      const deelnemerId = tekst.startsWith('{"soort":"inschrijving","persoon"') ? sleutels.get(kluis.zoeksleutel(persoonsnummerOp(tekst)).toString('hex')) : undefined
      if (deelnemerId !== undefined && !plaatsen.has(deelnemerId)) plaatsen.set(deelnemerId, `${bestand}:${nummer}`)
    }
    if (plaatsen.size === sleutels.size) break
  }
  return plaatsen
}

function regelsVan(map: string, bestand: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(join(map, bestand)), crlfDelay: Infinity })
}

/** Van bestand en regel naar de deelnemer: het nummer op die regel, via de zoeksleutel van dit register. */
async function zoekDeelnemers(map: string, { database, kluis }: Laadomgeving, geplant: readonly GeplantSignaal[], bijVoortgang: (deel: number) => void): Promise<ReadonlyMap<string, string>> {
  const perBestand = Map.groupBy(geplant, ({ bestand }) => bestand)
  const gevonden = new Map<string, string>()
  let klaar = 0
  for (const [bestand, regels] of perBestand) {
    const gevraagd = new Set(regels.map(({ regel }) => regel))
    const sleutels = new Map<string, string>()
    let nummer = 0
    for await (const tekst of regelsVan(map, bestand)) {
      nummer += 1
      if (gevraagd.has(nummer)) sleutels.set(kluis.zoeksleutel(persoonsnummerOp(tekst)).toString('hex'), `${bestand}:${nummer}`)
    }
    const deelnemers = await alsActor(database, CONTROLEUR, (trx) => findDeelnemers(trx, [...sleutels.keys()].map((hex) => Buffer.from(hex, 'hex'))))
    for (const [sleutel, deelnemerId] of deelnemers) gevonden.set(sleutels.get(sleutel) ?? '', deelnemerId)
    klaar += 1
    bijVoortgang(klaar / perBestand.size)
  }
  return gevonden
}

function persoonsnummerOp(regel: string): string {
  // Een kapot record staat ook in het bestand; dat is van niemand.
  return /"persoonsnummer":"([0-9]{9})"/.exec(regel)?.[1] ?? ''
}

function maakVerslag({ signalen, weigeringen }: GelezenMap, afwijkingen: readonly Afwijking[]): Controleverslag {
  const tel = (wat: Afwijking['wat']): number => afwijkingen.filter((afwijking) => afwijking.soort !== 'levering' && afwijking.wat === wat).length
  const gepland = signalen.reduce((som, { scholen }) => som + Math.max(1, scholen.length), weigeringen.length)
  const [ontbreekt, onverwacht, anders] = [tel('ontbreekt'), tel('onverwacht'), tel('anders')]
  return { gepland, gevonden: gepland - ontbreekt - anders, ontbreekt, onverwacht, anders, nietVerwerkt: afwijkingen.filter(({ soort }) => soort === 'levering').length, afwijkingen }
}
