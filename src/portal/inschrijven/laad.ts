/** Haalt bij wat een bladzijde van de inschrijving nodig heeft. */
import { stelFaseVoor } from '../../beslissing/index.ts'
import { leesInschrijvingen, vindStudent } from '../../bron/index.ts'
import { type Fasevoorstel, leesLeerrouteplannen, toonAanbieder, toonInschrijfplaatsen, toonPartners } from '../../leerroute/index.ts'
import { leesConcept } from '../concept/index.ts'
import type { Bezoek } from '../kader/route.ts'
import { type Antwoorden, antwoordenUit, kernVan, plaatsVan, stappenBij } from './antwoorden.ts'
import { partnerVan } from './bericht.ts'
import type { Keuzes } from './keur.ts'

export const SOORT = 'inschrijven'

export interface Formulierstand extends Keuzes {
  readonly conceptId: string
  readonly antwoorden: Antwoorden
  readonly stappen: ReturnType<typeof stappenBij>
  readonly bewijs: unknown
  readonly voorstel: Fasevoorstel | undefined
  /** De gekozen partner met zijn naam; null zolang er geen is. */
  readonly partner: { readonly code: string; readonly school: string } | null
}

/** Undefined: onbekend, van een ander of verlopen. */
export async function laadStand(bezoek: Bezoek, conceptId: string): Promise<Formulierstand | undefined> {
  const ctx = bezoek.ctx()
  const concept = await leesConcept(bezoek.deur.database, ctx, SOORT, conceptId)
  if (concept === undefined) return undefined
  return vulAan(bezoek, conceptId, antwoordenUit(concept.inhoud), concept.bewijs)
}

export async function vulAan(bezoek: Bezoek, conceptId: string, antwoorden: Antwoorden, bewijs: unknown = null): Promise<Formulierstand> {
  const { database, normen } = bezoek.deur
  const ctx = bezoek.ctx()
  const plaatsen = await toonInschrijfplaatsen(database, ctx)
  const plaats = plaatsVan(antwoorden, plaatsen)
  const [partners, kern] = [plaats === undefined ? [] : await toonPartners(database, ctx, plaats), kernVan(antwoorden, plaats)]
  const code = partnerVan(antwoorden)
  const bekend = partners.find((een) => een.code === code)
  const partner = code === '' ? null : bekend ?? (await toonAanbieder(database, ctx, code)) ?? { code, school: code }
  const voorstel = kern === undefined ? undefined : await stelFaseVoor(database, ctx, antwoorden['deelnemerId'] ?? null, kern, normen)
  return { conceptId, antwoorden, plaatsen, plaats, partners, partner, voorstel, bewijs, stappen: stappenBij(antwoorden, plaatsen) }
}

/** S-72 3.3.7: wat het register deze school al over de student toont, hoeft zij niet nog een keer te zeggen. */
export async function metBekendeStudent(bezoek: Bezoek, antwoorden: Antwoorden, keuzes: Keuzes): Promise<Antwoorden> {
  const { database } = bezoek.deur
  const ctx = bezoek.ctx()
  const gevonden = await vindStudent(database, ctx, antwoorden['persoonsnummer'] ?? '')
  const { deelnemerId: _id, uitRegister: _uit, alIngeschreven: _al, naamRegister: _naam, ...rest } = antwoorden
  if (!gevonden.ok) return rest
  const { deelnemerId, naam, geboortedatum } = gevonden.waarde
  const [inschrijvingen, plannen] = [await leesInschrijvingen(database, ctx, deelnemerId), await leesLeerrouteplannen(database, ctx, deelnemerId)]
  const bekende = inschrijvingen.ok ? inschrijvingen.waarde.map(({ inhoud }) => inhoud) : []
  const { plaats } = keuzes
  const route = bekende.flatMap(({ perioden }) => perioden).toSorted((a, b) => (a.datumBegin < b.datumBegin ? 1 : -1)).find(({ leerroute }) => leerroute === 'DLR' || leerroute === 'GLR')?.leerroute
  const plan = plannen.ok ? plannen.waarde.map(({ inhoud }) => inhoud).find((een) => een.voOnderwijsaanbieder === plaats?.code || een.mboOnderwijsaanbieder === plaats?.code) : undefined
  const partner = plan === undefined ? undefined : plan.voOnderwijsaanbieder === plaats?.code ? plan.mboOnderwijsaanbieder : plan.voOnderwijsaanbieder
  const staatAl = bekende.some(({ brin, sector, datumUitschrijving }) => brin === plaats?.brin && sector === plaats.sector && !datumUitschrijving)
  return {
    ...rest, deelnemerId, geboortedatum, naamRegister: naam ?? '', ...(staatAl ? { alIngeschreven: 'ja' } : {}),
    ...(route ? { route } : {}), ...(partner === undefined ? {} : metPartner(partner, keuzes)), ...(plan?.beoogdNiveau ? { niveau: plan.beoogdNiveau } : {}),
    uitRegister: [...(route ? ['route'] : []), ...(partner === undefined ? [] : ['partner'])].join(','),
  }
}

function metPartner(code: string, { partners }: Keuzes): Antwoorden {
  return partners.some((een) => een.code === code) ? { partner: code } : { partner: 'anders', partnercode: code }
}
