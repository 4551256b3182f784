import {
  laadBpv, laadDiplomas, laadInschrijvingen, laadOnderdelen, laadPersonen, type Bpv, type Inschrijvingen, type Persoonsgegevens,
} from '../../bron/index.ts'
import { type Transactie } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import {
  laadLeerrouteplannen, laadOordelen, laadOvereenkomsten, laadRegelingen,
  type GezamenlijkOordeel, type InterneRegeling, type Leerrouteplan, type Samenwerkingsovereenkomst,
} from '../../leerroute/index.ts'
import { laadOrganisaties, type Organisatie } from '../../organisatie/index.ts'
import { laadAanbod, type RioAangebodenOpleiding } from '../../rio/index.ts'
import { laadAfwezigheid, laadMeldingen, laadVakanties, type Schoolvakantie } from '../../verzuim/index.ts'
import type { Dossier } from '../dossier.ts'

/** Wie de leerling is; hoort bij het scherm, niet bij de regels. */
export interface Leerlingkop {
  readonly deelnemerId: string
  readonly naam: string | null
  readonly geslacht: 'M' | 'V' | 'O' | null
  readonly bpv: readonly Bpv[]
}

export type Leerlingdossier = Dossier & Leerlingkop

/** Wat voor alle leerlingen hetzelfde is: één keer laden voor een hele reeks. */
export interface Referentie {
  readonly organisaties: readonly Organisatie[]
  readonly aanbodPerAanbieder: ReadonlyMap<string, readonly RioAangebodenOpleiding[]>
  readonly overeenkomsten: readonly Samenwerkingsovereenkomst[]
  readonly regelingen: readonly InterneRegeling[]
  readonly vakanties: readonly Schoolvakantie[]
}

/** Welke kennis: `kennisdag` null = alles wat nu bekend is. De peildatum kiest het bevoegd gezag en de aanbieders van die dag. */
export interface Laadvraag {
  readonly peildatum: Datum
  readonly kennisdag: Datum | null
}

export async function laadReferentie(trx: Transactie, vraag: Laadvraag): Promise<Referentie> {
  const aanbod = await laadAanbod(trx)
  return {
    organisaties: await laadOrganisaties(trx, vraag.peildatum, vraag.kennisdag),
    aanbodPerAanbieder: Map.groupBy(aanbod, (opleiding) => opleiding.onderwijsaanbieder),
    overeenkomsten: await laadOvereenkomsten(trx),
    regelingen: await laadRegelingen(trx),
    vakanties: await laadVakanties(trx),
  }
}

/**
 * Alles wat over één leerling bekend is, met alle standen (ook afgesloten). Undefined als de deelnemer er niet is of de
 * transactie hem niet mag zien. Wat zichtbaar is hangt af van de transactie: voor een besluit is dat `systeem`.
 */
export async function loadDossier(trx: Transactie, deelnemerId: string, vraag: Laadvraag): Promise<Leerlingdossier | undefined> {
  const dossiers = await loadDossiers(trx, [deelnemerId], vraag.kennisdag, await laadReferentie(trx, vraag))
  return dossiers.get(deelnemerId)
}

/** Als `loadDossier` voor een reeks: een vast aantal vragen, hoe lang de reeks ook is. */
export async function loadDossiers(
  trx: Transactie, deelnemers: readonly string[], kennisdag: Datum | null, referentie: Referentie,
): Promise<ReadonlyMap<string, Leerlingdossier>> {
  const personen = await laadPersonen(trx, deelnemers, kennisdag)
  const feiten = {
    inschrijvingen: await laadInschrijvingen(trx, deelnemers),
    plannen: await laadLeerrouteplannen(trx, deelnemers),
    oordelen: await laadOordelen(trx, deelnemers),
    diplomas: await laadDiplomas(trx, deelnemers),
    onderdelen: await laadOnderdelen(trx, deelnemers),
    afwezigheid: await laadAfwezigheid(trx, deelnemers),
    meldingen: await laadMeldingen(trx, deelnemers),
    bpv: await laadBpv(trx, deelnemers, kennisdag),
  }
  const index = maakIndex(referentie)
  return new Map([...personen].map(([id, persoon]) => {
    const inschrijvingen = feiten.inschrijvingen.get(id) ?? GEEN_INSCHRIJVINGEN
    const plannen = feiten.plannen.get(id) ?? []
    return [id, {
      ...naarKop(id, persoon, feiten.bpv.get(id) ?? []),
      ...omgevingVan(index, inschrijvingen, plannen),
      leerrouteplannen: plannen,
      gezamenlijkeOordelen: feiten.oordelen.get(id) ?? ([] as readonly GezamenlijkOordeel[]),
      inschrijvingenVo: inschrijvingen.vo,
      inschrijvingenMbo: inschrijvingen.mbo,
      diplomas: feiten.diplomas.get(id) ?? [],
      behaaldeOnderdelen: feiten.onderdelen.get(id) ?? [],
      afwezigheid: feiten.afwezigheid.get(id) ?? [],
      schoolvakanties: referentie.vakanties,
      verzuimmeldingen: feiten.meldingen.get(id) ?? [],
    }]
  }))
}

const GEEN_INSCHRIJVINGEN: Inschrijvingen = { vo: [], mbo: [] }

function naarKop(deelnemerId: string, persoon: Persoonsgegevens, bpv: readonly Bpv[]) {
  return {
    deelnemerId, naam: persoon.naam, geslacht: persoon.geslacht, bpv,
    leerling: { geboortedatum: persoon.geboortedatum, woontInNederland: persoon.woontInNederland },
    voActiviteitenAfgerondOp: persoon.voActiviteitenAfgerondOp,
  }
}

interface Index {
  readonly referentie: Referentie
  readonly perBrin: ReadonlyMap<string, Organisatie>
  readonly perAanbieder: ReadonlyMap<string, Organisatie>
}

function maakIndex(referentie: Referentie): Index {
  return {
    referentie,
    perBrin: new Map(referentie.organisaties.map((school) => [school.brin, school])),
    perAanbieder: new Map(referentie.organisaties.flatMap((school) => school.onderwijsaanbieders.map(({ code }) => [code, school] as const))),
  }
}

/** Alleen de scholen, het aanbod en de afspraken die deze leerling raken: de regels zoeken er lineair in. */
function omgevingVan(index: Index, inschrijvingen: Inschrijvingen, plannen: readonly Leerrouteplan[]) {
  const aanbieders = new Set(plannen.flatMap((plan) => [plan.voOnderwijsaanbieder, plan.mboOnderwijsaanbieder]))
  const scholen = new Set<Organisatie>()
  for (const inschrijving of [...inschrijvingen.vo, ...inschrijvingen.mbo]) {
    const school = index.perBrin.get(inschrijving.brin)
    if (school) scholen.add(school)
    for (const periode of inschrijving.perioden) if (periode.onderwijsaanbieder) aanbieders.add(periode.onderwijsaanbieder)
  }
  for (const code of aanbieders) {
    const school = index.perAanbieder.get(code)
    if (school) scholen.add(school)
  }
  const gezagen = new Set([...scholen].map((school) => school.bevoegdGezag))
  return {
    organisaties: [...scholen],
    rioAangebodenOpleidingen: [...aanbieders].flatMap((code) => index.referentie.aanbodPerAanbieder.get(code) ?? []),
    samenwerkingsovereenkomsten: index.referentie.overeenkomsten.filter((overeenkomst) => overeenkomst.partijen.some((gezag) => gezagen.has(gezag))),
    interneRegelingen: index.referentie.regelingen.filter((regeling) => gezagen.has(regeling.bevoegdGezag)),
  }
}
