import { setTimeout as wacht } from 'node:timers/promises'
import { bereidFasewisselVoor, MEESTE_SAMEN, overgangen, toonWerkscholen, toonWisselkandidaten, voerFasewisselUit, type Wisselkeuze, type Wisseluitslag } from '../../beslissing/index.ts'
import { type Datum, datumInNederland, momentVan } from '../../kern/datum.ts'
import { isUuid } from '../../kern/uuid.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { beginConcept, bewaarConcept, type Concept, leesConcept, verstuurConcept } from '../concept/index.ts'
import { lijstVan, tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import type { Stijl } from '../stijl/bestanden.ts'
import { type Overgangbewijs, tekenBewijs } from './bewijs.tsx'
import { tekenBezig, tekenControle } from './controle.tsx'
import { tekenLijst } from './lijst.tsx'
import { teksten } from './teksten.ts'
import { leesLijstvraag, type Lijstvraag } from './vraag.ts'

const SOORT = 'faseovergang'

export function faseovergangroutes(nodig: { readonly stijl: Stijl }): readonly Portaalroute[] {
  return [
    { methode: 'GET', pad: '/faseovergang', toegang: 'inschrijving:schrijven', verwerk: (bezoek, { query }) => toonLijst(bezoek, leesLijstvraag(query, vandaag(bezoek)), [], null) },
    { methode: 'POST', pad: '/faseovergang', toegang: 'inschrijving:schrijven', maxBytes: MEESTE_BYTES, verwerk: (bezoek, { body }) => kies(bezoek, body) },
    { methode: 'GET', pad: '/faseovergang/:conceptId', toegang: 'inschrijving:schrijven', verwerk: (bezoek, { params }) => toon(bezoek, veldVan(params, 'conceptId'), nodig) },
    { methode: 'POST', pad: '/faseovergang/:conceptId', toegang: 'inschrijving:schrijven', maxBytes: MEESTE_BYTES, verwerk: (bezoek, { params, body }) => doe(bezoek, veldVan(params, 'conceptId'), body) },
  ]
}

/** Tweehonderd sleutels met hun versie. */
const MEESTE_BYTES = 64 * 1024
/** Zoveel studenten per keer dat de browser vraagt; daarna staat op het scherm hoe ver het is. */
const STUK = 50

const ONBEKEND: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }
const ONJUIST: Portaalantwoord = { soort: 'fout', fout: 'verzoek-onjuist' }

function vandaag({ deur }: Bezoek): Datum {
  return datumInNederland(deur.nu())
}

async function toonLijst(bezoek: Bezoek, vraag: Lijstvraag | undefined, fouten: readonly Veldfout[], gekozen: readonly string[] | null): Promise<Portaalantwoord> {
  const { wie, omgeving, deur } = bezoek
  if (wie === null) return ONBEKEND
  if (vraag === undefined) return ONJUIST
  const lijst = await toonWisselkandidaten(deur.database, bezoek.ctx(), vraag, vraag.na, deur.normen)
  if (!lijst.ok) return ONBEKEND
  const scholen = await toonWerkscholen(deur.database, wie.actor)
  return { soort: 'bladzijde', status: fouten.length > 0 ? 400 : 200, html: tekenLijst({ omgeving, vraag, lijst: lijst.waarde, overgangen: overgangen(vandaag(bezoek)), scholen, fouten, gekozen }) }
}

/** Bewaart de keuze als concept: zo staat geen student in het adres, en is opnieuw versturen hetzelfde. */
async function kies(bezoek: Bezoek, body: unknown): Promise<Portaalantwoord> {
  const [studenten, overgang] = [lijstVan(body, 'student').filter((id) => isUuid(id)), tekstVan(body, 'op')]
  const vraag = leesLijstvraag({ op: overgang }, vandaag(bezoek))
  const tekst = teksten[bezoek.omgeving.taal]
  if (vraag === undefined) return ONJUIST
  if (studenten.length === 0) return toonLijst(bezoek, vraag, [{ veld: 'student', ...tekst.niets }], [])
  if (studenten.length > MEESTE_SAMEN) return toonLijst(bezoek, vraag, [{ veld: 'student', ...tekst.teVeel }], studenten)
  const conceptId = await beginConcept(bezoek.deur.database, bezoek.ctx(), SOORT, { op: vraag.overgang, student: studenten })
  return { soort: 'ga-naar', pad: `/faseovergang/${conceptId}` }
}

async function toon(bezoek: Bezoek, conceptId: unknown, { stijl }: { readonly stijl: Stijl }): Promise<Portaalantwoord> {
  const { wie, omgeving, deur } = bezoek
  const gelezen = await lees(bezoek, conceptId)
  if (wie === null || gelezen === undefined) return ONBEKEND
  const { concept, overgang, studenten, keuzes, uitslagen } = gelezen
  const scholen = new Map((await toonWerkscholen(deur.database, wie.actor)).map(({ brin, naam }) => [brin, naam]))
  if (concept.bewijs !== null) return { soort: 'bladzijde', html: tekenBewijs(omgeving, concept.bewijs as Overgangbewijs, scholen) }
  if (keuzes.length > 0) return { soort: 'bladzijde', html: tekenBezig({ omgeving, conceptId: concept.conceptId, klaar: uitslagen.length, totaal: keuzes.length, script: stijl.verstuur }) }
  const beelden = await bereidFasewisselVoor(deur.database, bezoek.ctx(), studenten, overgang, deur.normen)
  // Een overgang die intussen te lang geleden is, bestaat niet meer.
  if (!beelden.ok) return ONBEKEND
  return { soort: 'bladzijde', html: tekenControle({ omgeving, conceptId: concept.conceptId, overgang, beelden: beelden.waarde, weg: studenten.length - beelden.waarde.length, scholen }) }
}

/** De eerste keer met de studenten die op het scherm stonden, daarna verder waar het was, tot iedereen is geweest. */
async function doe(bezoek: Bezoek, conceptId: unknown, body: unknown): Promise<Portaalantwoord> {
  const gelezen = await lees(bezoek, conceptId)
  if (bezoek.wie === null || gelezen === undefined) return ONBEKEND
  const { concept, overgang, uitslagen } = gelezen
  const naar: Portaalantwoord = { soort: 'ga-naar', pad: `/faseovergang/${concept.conceptId}` }
  if (concept.bewijs !== null) return naar
  const keuzes = gelezen.keuzes.length > 0 ? gelezen.keuzes : elkEenKeer(leesKeuzes(lijstVan(body, 'student')).filter(({ deelnemerId }) => gelezen.studenten.includes(deelnemerId)))
  if (keuzes.length === 0) return naar
  const { deur: { database, normen } } = bezoek
  const begonnen = { ...concept.inhoud, keuze: keuzes.map(({ deelnemerId, versie }) => `${deelnemerId}.${versie}`) }
  // Een tweede klik of een ander tabblad doet niet hetzelfde stuk nog eens: het bewijs zou dan zeggen dat het al zo was.
  if (isBezig(bezoek, concept) || !(await bewaarConcept(database, bezoek.ctx(), concept.conceptId, { ...begonnen, bezigSinds: bezoek.ctx().nu }, concept.gewijzigdOp))) {
    await wacht(EVEN_MS)
    return naar
  }
  const gedaan = await voerFasewisselUit(database, bezoek.ctx(), keuzes.slice(uitslagen.length, uitslagen.length + STUK), overgang, normen)
  if (!gedaan.ok) return ONBEKEND
  const samen = [...uitslagen, ...gedaan.waarde]
  await bewaarConcept(database, bezoek.ctx(), concept.conceptId, { ...begonnen, uitslag: JSON.stringify(samen), bezigSinds: '' })
  if (samen.length >= keuzes.length) await verstuurConcept(database, bezoek.ctx(), SOORT, concept.conceptId, () => Promise.resolve({ bewijs: maakBewijs(bezoek, concept, overgang, samen) }))
  return naar
}

/** Zolang duurt een stuk hooguit; daarna is wie het deed omgevallen, en gaat een ander verder. */
const STIL_MS = 60_000
/** Wie wacht vraagt niet meteen opnieuw. */
const EVEN_MS = 500

function isBezig({ deur }: Bezoek, { inhoud }: Concept): boolean {
  const sinds = Date.parse(tekstVan(inhoud, 'bezigSinds'))
  return !Number.isNaN(sinds) && deur.nu().getTime() - sinds < STIL_MS
}

function maakBewijs({ deur }: Bezoek, { conceptId }: Concept, overgang: Datum, uitslagen: readonly Wisseluitslag[]): Overgangbewijs {
  return { nummer: `FO-${conceptId.slice(-8).toUpperCase()}`, tijd: momentVan(deur.nu()), overgang, uitslagen }
}

interface Gelezen {
  readonly concept: Concept
  readonly overgang: Datum
  readonly studenten: readonly string[]
  /** Leeg zolang er niet is bevestigd. */
  readonly keuzes: readonly Wisselkeuze[]
  readonly uitslagen: readonly Wisseluitslag[]
}

async function lees(bezoek: Bezoek, conceptId: unknown): Promise<Gelezen | undefined> {
  if (bezoek.wie === null || !isUuid(conceptId)) return undefined
  const concept = await leesConcept(bezoek.deur.database, bezoek.ctx(), SOORT, conceptId)
  if (concept === undefined) return undefined
  const { inhoud } = concept
  return {
    concept, overgang: tekstVan(inhoud, 'op') as Datum, studenten: lijstVan(inhoud, 'student'), keuzes: leesKeuzes(lijstVan(inhoud, 'keuze')),
    uitslagen: JSON.parse(tekstVan(inhoud, 'uitslag') || '[]') as readonly Wisseluitslag[],
  }
}

function leesKeuzes(waarden: readonly string[]): readonly Wisselkeuze[] {
  return waarden.flatMap((waarde) => {
    const [deelnemerId, versie] = waarde.split('.')
    return isUuid(deelnemerId) && versie !== undefined ? [{ deelnemerId, versie }] : []
  })
}

function elkEenKeer(keuzes: readonly Wisselkeuze[]): readonly Wisselkeuze[] {
  return [...new Map(keuzes.map((keuze) => [keuze.deelnemerId, keuze])).values()]
}
