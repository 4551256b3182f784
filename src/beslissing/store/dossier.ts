import {
  diplomas, inschrijvingen, onderdelen, personen, praktijkovereenkomsten, type Bpv, type Inschrijvingen, type Persoonsgegevens,
} from '../../bron/index.ts'
import { alsSysteem, laadSamen, type Transactie } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { leerrouteplannen, oordelen, type GezamenlijkOordeel, type Leerrouteplan } from '../../leerroute/index.ts'
import type { Organisatie } from '../../organisatie/index.ts'
import { afwezigheid, meldingen } from '../../verzuim/index.ts'
import type { Dossier } from '../dossier.ts'
import { laadReferentie, type Laadvraag, type Referentie } from './referentie.ts'

export { laadReferentie } from './referentie.ts'
export type { Laadvraag, Referentie } from './referentie.ts'

/** Wie de leerling is; hoort bij het scherm, niet bij de regels. */
export interface Leerlingkop {
  readonly deelnemerId: string
  readonly naam: string | null
  readonly geslacht: 'M' | 'V' | 'O' | null
  readonly bpv: readonly Bpv[]
}

export type Leerlingdossier = Dossier & Leerlingkop

/**
 * Alles wat over één leerling bekend is, met alle standen (ook afgesloten). Undefined als de deelnemer er niet is of de
 * transactie hem niet mag zien. Wat zichtbaar is hangt af van de transactie: voor een besluit is dat `systeem`.
 */
export async function loadDossier(trx: Transactie, deelnemerId: string, vraag: Laadvraag): Promise<Leerlingdossier | undefined> {
  // Een school leest van een overeenkomst alleen haar eigen partij; met die helft zou elke overeenkomst lijken te ontbreken (K-SOK-01).
  const referentie = await alsSysteem(trx, () => laadReferentie(trx, vraag))
  const dossiers = await loadDossiers(trx, [deelnemerId], vraag.kennisdag, referentie)
  return dossiers.get(deelnemerId)
}

/** Als `loadDossier` voor een reeks: een vraag, hoe lang de reeks ook is. */
export async function loadDossiers(
  trx: Transactie, deelnemers: readonly string[], kennisdag: Datum | null, referentie: Referentie,
): Promise<ReadonlyMap<string, Leerlingdossier>> {
  const feiten = await laadSamen(trx, {
    personen: personen(trx, deelnemers, kennisdag),
    inschrijvingen: inschrijvingen(deelnemers),
    plannen: leerrouteplannen(trx, deelnemers),
    oordelen: oordelen(trx, deelnemers),
    diplomas: diplomas(trx, deelnemers),
    onderdelen: onderdelen(trx, deelnemers),
    afwezigheid: afwezigheid(trx, deelnemers),
    meldingen: meldingen(trx, deelnemers),
    bpv: praktijkovereenkomsten(trx, deelnemers, kennisdag),
  })
  const index = indexVan(referentie)
  return new Map([...feiten.personen].map(([id, persoon]) => {
    const ingeschreven = feiten.inschrijvingen.get(id) ?? GEEN_INSCHRIJVINGEN
    const plannen = feiten.plannen.get(id) ?? []
    return [id, {
      ...naarKop(id, persoon, feiten.bpv.get(id) ?? []),
      ...omgevingVan(index, ingeschreven, plannen),
      leerrouteplannen: plannen,
      gezamenlijkeOordelen: feiten.oordelen.get(id) ?? ([] as readonly GezamenlijkOordeel[]),
      inschrijvingenVo: ingeschreven.vo,
      inschrijvingenMbo: ingeschreven.mbo,
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

const INDEXEN = new WeakMap<Referentie, Index>()

/** Een referentie geldt voor veel vragen achter elkaar; haar scholen opzoeken hoeft maar een keer. */
function indexVan(referentie: Referentie): Index {
  const eerder = INDEXEN.get(referentie)
  if (eerder !== undefined) return eerder
  const index = maakIndex(referentie)
  INDEXEN.set(referentie, index)
  return index
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
