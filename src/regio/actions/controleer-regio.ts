import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Datum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { type Inhoudsopgave, INHOUDSBESTAND, leesInhoudsopgave, PLANTBESTAND } from '../inhoudsopgave.ts'
import type { GeplanteWeigering, GeplantRegel, GeplantSignaal } from '../leveringen.ts'
import { type Afwijking, type GevondenWeigering, type Signaalregel, vergelijkSignalen, vergelijkWeigeringen } from '../rules/vergelijk.ts'
import type { NietVastgelegd } from '../store.ts'

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

/** Wat de controle van een register wil weten. Het register van deze computer en een server antwoorden hetzelfde. */
export interface Registerblik {
  /** De dag waarvoor de signalen gelden; null = niet te weten, dan kijkt de controle daar niet naar. */
  readonly vandaag: Datum | null
  /** De laatste levering van elk bestand, op naam; wat nooit geleverd is ontbreekt. */
  leveringen(bestandsnamen: readonly string[]): Promise<ReadonlyMap<string, { readonly aanleveringId: string; readonly staat: string }>>
  /** Elk record van deze leveringen dat niet is vastgelegd. */
  nietVastgelegd(aanleveringen: readonly string[]): Promise<readonly NietVastgelegd[]>
  /** Van persoonsnummer naar deelnemer; een onbekend nummer ontbreekt. */
  deelnemers(persoonsnummers: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** De signalen die niet gesloten zijn van wie bij een van deze scholen hoort, per deelnemer. Meer deelnemers mag. */
  openSignalen(brins: readonly string[]): Promise<ReadonlyMap<string, readonly Signaalregel[]>>
}

/**
 * Legt `geplant.ndjson` naast een register: de open signalen en de terugkoppelingen van de laatste levering van elk bestand. Kent een student alleen van zijn regel
 * in een bestand. Weigert als de map geen regio is, of als de regio op die dag niet geldt.
 */
export async function controleerRegio(map: string, blik: Registerblik, bijVoortgang: (deel: number) => void = () => undefined): Promise<Uitkomst<Controleverslag, string>> {
  const gelezen = await leesMap(map)
  if (!gelezen.ok) return gelezen
  const { opgave, signalen, weigeringen } = gelezen.waarde
  const { van, totEnMet } = opgave.geldig
  if (blik.vandaag !== null && (blik.vandaag < van || blik.vandaag > totEnMet)) return geweigerd(`Deze regio geldt van ${van} tot en met ${totEnMet}, en het is ${blik.vandaag}. Maak een regio met een peildatum van nu.`)
  const afwijkingen = [
    ...await controleerLeveringen(blik, opgave, weigeringen, (deel) => bijVoortgang(deel / 2)),
    ...await controleerSignalen(map, blik, opgave, signalen, (deel) => bijVoortgang(0.5 + deel / 2)),
  ]
  return gelukt(maakVerslag(gelezen.waarde, afwijkingen))
}

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

async function controleerLeveringen(blik: Registerblik, { bestanden }: Inhoudsopgave, geplant: readonly GeplanteWeigering[], bijVoortgang: (deel: number) => void): Promise<readonly Afwijking[]> {
  const gevonden: GevondenWeigering[] = []
  const afwijkingen: Afwijking[] = []
  for (let i = 0; i < bestanden.length; i += PER_KEER) {
    const deel = bestanden.slice(i, i + PER_KEER).map(({ bestand }) => bestand)
    const leveringen = await blik.leveringen(deel.map((bestand) => basename(bestand)))
    afwijkingen.push(...deel.flatMap((bestand) => bezwaarTegenLevering(bestand, leveringen.get(basename(bestand))?.staat)))
    const bestandBij = new Map(deel.map((bestand) => [leveringen.get(basename(bestand))?.aanleveringId ?? '', bestand]))
    for (const terugkoppeling of await blik.nietVastgelegd([...leveringen.values()].map(({ aanleveringId }) => aanleveringId))) {
      gevonden.push({ bestand: bestandBij.get(terugkoppeling.aanleveringId) ?? '', terugkoppeling })
    }
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
  map: string, blik: Registerblik, { scholen, bestanden }: Inhoudsopgave, geplant: readonly GeplantSignaal[], bijVoortgang: (deel: number) => void,
): Promise<readonly Afwijking[]> {
  const deelnemers = await zoekDeelnemers(map, blik, geplant, bijVoortgang)
  const brins = scholen.map(({ brin }) => brin)
  const open = new Map(await blik.openSignalen(brins))
  const afwijkingen: Afwijking[] = []
  for (const [plaats, verwacht] of Map.groupBy(geplant, ({ bestand, regel }) => `${bestand}:${regel}`)) {
    const deelnemerId = deelnemers.get(plaats)
    afwijkingen.push(...vergelijkSignalen(plaats, verwacht, (deelnemerId === undefined ? undefined : open.get(deelnemerId)) ?? []))
    if (deelnemerId !== undefined) open.delete(deelnemerId)
  }
  // Wie hier overblijft heeft een signaal en staat niet in de lijst: een student die klopt, of iemand die niet uit de bestanden komt.
  const plaatsen = await zoekPlaatsen(map, blik, bestanden, new Set(open.keys()))
  for (const [deelnemerId, signalen] of open) {
    const plaats = plaatsen.get(deelnemerId) ?? (signalen.some(({ brin }) => brin !== null && brins.includes(brin)) ? 'een student die niet in de bestanden staat' : undefined)
    if (plaats !== undefined) afwijkingen.push(...vergelijkSignalen(plaats, [], signalen))
  }
  return afwijkingen
}

/** Van bestand en regel naar de deelnemer, met het nummer op die regel. */
async function zoekDeelnemers(map: string, blik: Registerblik, geplant: readonly GeplantSignaal[], bijVoortgang: (deel: number) => void): Promise<ReadonlyMap<string, string>> {
  const perBestand = Map.groupBy(geplant, ({ bestand }) => bestand)
  const gevonden = new Map<string, string>()
  let klaar = 0
  for (const [bestand, regels] of perBestand) {
    const gevraagd = new Set(regels.map(({ regel }) => regel))
    const plaatsBij = new Map<string, string>()
    for await (const [nummer, persoonsnummer] of nummersIn(map, bestand)) if (gevraagd.has(nummer)) plaatsBij.set(persoonsnummer, `${bestand}:${nummer}`)
    for (const [persoonsnummer, deelnemerId] of await blik.deelnemers([...plaatsBij.keys()])) gevonden.set(plaatsBij.get(persoonsnummer) ?? '', deelnemerId)
    klaar += 1
    bijVoortgang(klaar / perBestand.size)
  }
  return gevonden
}

/** Alleen als er iets mis is: het eerste record van deelnemers die niet in de lijst staan. */
async function zoekPlaatsen(map: string, blik: Registerblik, bestanden: Inhoudsopgave['bestanden'], gezocht: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const plaatsen = new Map<string, string>()
  const gezien = new Set<string>()
  for (const { bestand } of bestanden) {
    if (plaatsen.size === gezocht.size) break
    const plaatsBij = new Map<string, string>()
    for await (const [nummer, persoonsnummer] of nummersIn(map, bestand)) {
      if (!gezien.has(persoonsnummer)) plaatsBij.set(persoonsnummer, `${bestand}:${nummer}`)
      gezien.add(persoonsnummer)
    }
    for (const [persoonsnummer, deelnemerId] of await blik.deelnemers([...plaatsBij.keys()])) {
      if (gezocht.has(deelnemerId)) plaatsen.set(deelnemerId, plaatsBij.get(persoonsnummer) ?? '')
    }
  }
  return plaatsen
}

/** Elke regel met een persoonsnummer; een kapot record staat ook in het bestand en kan er een zonder hebben. */
async function* nummersIn(map: string, bestand: string): AsyncGenerator<readonly [regel: number, persoonsnummer: string]> {
  let regel = 0
  for await (const tekst of createInterface({ input: createReadStream(join(map, bestand)), crlfDelay: Infinity })) {
    regel += 1
    const nummer = /"persoonsnummer":"([0-9]{9})"/.exec(tekst)?.[1]
    if (nummer !== undefined) yield [regel, nummer]
  }
}

function maakVerslag({ signalen, weigeringen }: GelezenMap, afwijkingen: readonly Afwijking[]): Controleverslag {
  const tel = (wat: Afwijking['wat']): number => afwijkingen.filter((afwijking) => afwijking.soort !== 'levering' && afwijking.wat === wat).length
  const gepland = signalen.reduce((som, { scholen }) => som + Math.max(1, scholen.length), weigeringen.length)
  const [ontbreekt, onverwacht, anders] = [tel('ontbreekt'), tel('onverwacht'), tel('anders')]
  return { gepland, gevonden: gepland - ontbreekt - anders, ontbreekt, onverwacht, anders, nietVerwerkt: afwijkingen.filter(({ soort }) => soort === 'levering').length, afwijkingen }
}
