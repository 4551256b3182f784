/** Verbindt het portaal met de acties van `beslissing`, met de rechten van wie er kijkt. */
import { toonLeerling, toonLeerlingen, type Leerlingbeeld } from '../beslissing/index.ts'
import type { Database } from '../database/index.ts'
import { type Datum, datumInNederland } from '../kern/datum.ts'
import type { Normen } from '../normen/index.ts'
import type { Kijker, Lijstantwoord, Lijstvraag, Portaalbron, Proefidentiteit } from '../portal/index.ts'
import { type Actor, alsActor } from '../toegang/index.ts'
import type { Wereldmensen } from './wereldmensen.ts'

export interface Bronbenodigdheden {
  readonly database: Database
  readonly normen: Normen
  readonly mensen: Wereldmensen
  readonly nu: () => Date
}

const PER_BLADZIJDE = 50
const GEEN_LEERLINGEN: Lijstantwoord = { regels: [], volgende: null, totaal: 0, scholen: [], codes: [], bedoeld: null }

export function maakPortaalbron(nodig: Bronbenodigdheden): Portaalbron {
  return {
    toonLeerling: (kijker, deelnemerId, peildatum, bekendOp) => beeldVan(nodig, kijker, deelnemerId, peildatum, bekendOp),
    toonLeerlingen: (kijker, vraag) => lijstVan(nodig, kijker, vraag),
    proefidentiteiten: () => Promise.resolve<readonly Proefidentiteit[]>(nodig.mensen.identiteiten),
  }
}

async function beeldVan(nodig: Bronbenodigdheden, kijker: Kijker, deelnemerId: string, peildatum: Datum, bekendOp: Datum | null): Promise<Leerlingbeeld | undefined> {
  const actor = actorVan(nodig, kijker)
  if (actor === undefined) return undefined
  const vandaag = datumInNederland(nodig.nu())
  const beeld = await alsActor(nodig.database, actor, (trx) => toonLeerling(trx, actor, deelnemerId, { peildatum, bekendOp }, vandaag, nodig.normen))
  return beeld.ok ? { ...beeld.waarde, opleidingsnamen: nodig.mensen.opleidingsnamen } : undefined
}

async function lijstVan(nodig: Bronbenodigdheden, kijker: Kijker, { cursor, ...filter }: Lijstvraag): Promise<Lijstantwoord> {
  const actor = actorVan(nodig, kijker)
  if (actor === undefined) return GEEN_LEERLINGEN
  const vandaag = datumInNederland(nodig.nu())
  const lijst = await alsActor(nodig.database, actor, (trx) => toonLeerlingen(trx, actor, { ...filter, na: cursor, aantal: PER_BLADZIJDE }, vandaag))
  if (!lijst.ok) return GEEN_LEERLINGEN
  const niets = lijst.waarde.regels.length === 0 && filter.zoek !== null && cursor === null
  return { ...lijst.waarde, bedoeld: niets ? await naasteNaam(nodig, kijker, filter) : null }
}

const BEGIN = 4

/** Een typefout zit zelden in de eerste letters: zoek op het begin, en noem het eerste woord van een naam dat daarmee begint. */
async function naasteNaam(nodig: Bronbenodigdheden, kijker: Kijker, filter: Omit<Lijstvraag, 'cursor'>): Promise<string | null> {
  const begin = (filter.zoek ?? '').trim().slice(0, BEGIN)
  if (begin.length < BEGIN || begin === filter.zoek) return null
  const { regels } = await lijstVan(nodig, kijker, { ...filter, zoek: begin, cursor: null })
  const woorden = regels.flatMap(({ naam }) => naam?.split(/\s+/) ?? [])
  return woorden.find((woord) => woord.toLowerCase().startsWith(begin.toLowerCase())) ?? null
}

/** Een sessie van een identiteit die er niet meer is ziet niets. */
function actorVan(nodig: Bronbenodigdheden, kijker: Kijker): Actor | undefined {
  return nodig.mensen.actoren.get(kijker.sleutel)
}
