/** Verbindt het portaal met de acties van `beslissing`, met de rechten van wie er kijkt. */
import { toonLeerling, toonLeerlingen, toonSignalen, verklaarSignaal, versieVanSignaal, zetSignaalGezien, type Leerlingbeeld, type Signaalbeeld } from '../beslissing/index.ts'
import type { Database } from '../database/index.ts'
import { type Datum, datumInNederland, momentVan } from '../kern/datum.ts'
import type { Normen } from '../normen/index.ts'
import type { Afhandelantwoord, Afhandelkeuze, Kijker, Lijstantwoord, Lijstvraag, Portaalbron, Signaalstand } from '../portal/index.ts'
import { type Actor, alsActor, type Kluis, leesNamen, mag } from '../toegang/index.ts'

export interface Bronbenodigdheden {
  readonly database: Database
  readonly kluis: Kluis
  readonly normen: Normen
  /** Naam per opleidingcode, voor codes die in geen register staan. */
  readonly opleidingsnamen: Readonly<Record<string, string>>
  readonly nu: () => Date
}

const PER_BLADZIJDE = 50
const GEEN_LEERLINGEN: Lijstantwoord = { regels: [], volgende: null, totaal: 0, scholen: [], codes: [], bedoeld: null }

export function maakPortaalbron(nodig: Bronbenodigdheden): Portaalbron {
  return {
    toonLeerling: (kijker, deelnemerId, peildatum, bekendOp) => beeldVan(nodig, kijker, deelnemerId, peildatum, bekendOp),
    toonSignaalstanden: (kijker, deelnemerId) => standenVan(nodig, kijker, deelnemerId),
    handelSignaalAf: (kijker, keuze) => handelAf(nodig, kijker, keuze),
    toonLeerlingen: (kijker, vraag) => lijstVan(nodig, kijker, vraag),
  }
}

async function beeldVan(nodig: Bronbenodigdheden, { actor }: Kijker, deelnemerId: string, peildatum: Datum, bekendOp: Datum | null): Promise<Leerlingbeeld | undefined> {
  const vandaag = datumInNederland(nodig.nu())
  const beeld = await alsActor(nodig.database, actor, (trx) => toonLeerling(trx, actor, deelnemerId, { peildatum, bekendOp }, vandaag, nodig.normen))
  return beeld.ok ? { ...beeld.waarde, opleidingsnamen: nodig.opleidingsnamen } : undefined
}

const MEESTE_SIGNALEN = 250

async function standenVan({ database }: Bronbenodigdheden, { actor }: Kijker, deelnemerId: string): Promise<readonly Signaalstand[]> {
  const gevonden = await toonSignalen(database, actor, { deelnemerId }, { aantal: MEESTE_SIGNALEN })
  if (!gevonden.ok) return []
  const { signalen } = gevonden.waarde
  const namen = await leesNamen(database, actor, signalen.flatMap(({ afhandeling }) => afhandeling?.door ?? []))
  return signalen.flatMap((signaal) => naarStand(namen, actor, signaal) ?? [])
}

function naarStand(namen: ReadonlyMap<string, string>, actor: Actor, { signaalId, code, brin, staat, afhandeling, versie }: Signaalbeeld): Signaalstand | undefined {
  if (brin === null || staat === 'gesloten') return undefined
  const naam = afhandeling === null ? null : namen.get(afhandeling.door) ?? null
  return { signaalId, code, brin, staat, versie, magAfhandelen: mag(actor, 'signaal:afhandelen', { brin }), afhandeling: afhandeling && { ...afhandeling, door: naam } }
}

/** In één transactie met de controle van de versie: wat er op het scherm stond is waarover de school iets zegt. */
async function handelAf(nodig: Bronbenodigdheden, { actor, aanmelding }: Kijker, { signaalId, versie, staat, verklaring }: Afhandelkeuze): Promise<Afhandelantwoord> {
  const ctx = { actor, aanmelding, nu: momentVan(nodig.nu()), kluis: nodig.kluis }
  return alsActor(nodig.database, actor, async (trx): Promise<Afhandelantwoord> => {
    const nu = await versieVanSignaal(trx, actor, signaalId)
    if (nu === undefined) return 'niet-gevonden'
    if (nu !== versie) return 'veranderd'
    const uitkomst = staat === 'gezien' ? await zetSignaalGezien(trx, ctx, signaalId) : await verklaarSignaal(trx, ctx, signaalId, verklaring)
    if (uitkomst.ok) return 'gelukt'
    return uitkomst.reden.soort === 'ongeldig' ? { fout: `${uitkomst.reden.fouten[0].regel} ${uitkomst.reden.fouten[0].watTeDoen}` } : 'niet-gevonden'
  })
}

async function lijstVan(nodig: Bronbenodigdheden, kijker: Pick<Kijker, 'actor'>, { cursor, ...filter }: Lijstvraag): Promise<Lijstantwoord> {
  const { actor } = kijker
  const vandaag = datumInNederland(nodig.nu())
  const lijst = await alsActor(nodig.database, actor, (trx) => toonLeerlingen(trx, actor, { ...filter, na: cursor, aantal: PER_BLADZIJDE }, vandaag))
  if (!lijst.ok) return GEEN_LEERLINGEN
  const niets = lijst.waarde.regels.length === 0 && filter.zoek !== null && cursor === null
  return { ...lijst.waarde, bedoeld: niets ? await naasteNaam(nodig, kijker, filter) : null }
}

const BEGIN = 4

/** Een typefout zit zelden in de eerste letters: zoek op het begin, en noem het eerste woord van een naam dat daarmee begint. */
async function naasteNaam(nodig: Bronbenodigdheden, kijker: Pick<Kijker, 'actor'>, filter: Omit<Lijstvraag, 'cursor'>): Promise<string | null> {
  const begin = (filter.zoek ?? '').trim().slice(0, BEGIN)
  if (begin.length < BEGIN || begin === filter.zoek) return null
  const { regels } = await lijstVan(nodig, kijker, { ...filter, zoek: begin, cursor: null })
  const woorden = regels.flatMap(({ naam }) => naam?.split(/\s+/) ?? [])
  return woorden.find((woord) => woord.toLowerCase().startsWith(begin.toLowerCase())) ?? null
}
