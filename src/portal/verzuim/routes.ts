import type { FastifyRequest } from 'fastify'
import { toonWerklijst, type Werkplaats, type Leerlingbeeld } from '../../beslissing/index.ts'
import { datumInNederland, parseDatum } from '../../kern/datum.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import { isUuid } from '../../kern/uuid.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { type Actor, mag } from '../../toegang/index.ts'
import { leesVerzuimmeldingen, meldVerzuim } from '../../verzuim/index.ts'
import { tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import type { Portaalbron } from '../portaal.ts'
import { tekenVerzuimlijst } from './lijst.tsx'
import { tekenVerzuim } from './student.tsx'
import { teksten } from './teksten.ts'

/** De signalen van het verzuim (K-VZM-01 tot en met K-VZM-08, K-VSV-01 tot en met K-VSV-04). */
const VERZUIMCODES: readonly Signaalcode[] = ['SIG-VERZUIM-16U', 'SIG-VERZUIM-OVERDRACHT', 'SIG-VERZUIM-VERKEERDE-PARTIJ', 'SIG-ABSOLUUT-VERZUIM', 'SIG-VSV', 'SIG-VERZUIM-18PLUS-MOGELIJK']
const ONBEKEND: Portaalantwoord = { soort: 'fout', fout: 'student-onbekend' }

export function verzuimroutes(bron: Portaalbron): readonly Portaalroute[] {
  return [
    { methode: 'GET', pad: '/verzuim', toegang: 'deelnemer:lezen', menu: { nl: teksten.nl.titel, en: teksten.en.titel }, verwerk: toonLijst },
    { methode: 'GET', pad: '/verzuim/:id', toegang: 'deelnemer:lezen', verwerk: (bezoek, request) => toonStudent(bron, bezoek, request, []) },
    { methode: 'POST', pad: '/verzuim/:id', toegang: 'verzuim:schrijven', verwerk: (bezoek, request) => legMeldingVast(bron, bezoek, request) },
  ]
}

async function toonLijst(bezoek: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  const { omgeving, deur } = bezoek
  const code = VERZUIMCODES.find((een) => een === veldVan(query, 'code'))
  const [dag, na] = [tekstVan(query, 'dag'), veldVan(query, 'na')]
  const plaats: Werkplaats | undefined = isUuid(na) && parseDatum(dag) !== undefined ? [dag, na] : undefined
  const lijst = await toonWerklijst(deur.database, bezoek.ctx(), { codes: code === undefined ? VERZUIMCODES : [code], staten: [] }, plaats, deur.normen)
  return { soort: 'bladzijde', html: tekenVerzuimlijst({ omgeving, lijst: lijst.ok ? lijst.waarde : null, alleen: code !== undefined }) }
}

async function beeldVan(bron: Portaalbron, { wie, deur }: Bezoek, { params }: FastifyRequest): Promise<Leerlingbeeld | undefined> {
  const id = veldVan(params, 'id')
  return wie === null || !isUuid(id) ? undefined : bron.toonLeerling(wie, id, datumInNederland(deur.nu()), null)
}

async function toonStudent(bron: Portaalbron, bezoek: Bezoek, request: FastifyRequest, fouten: readonly Veldfout[], status = 200): Promise<Portaalantwoord> {
  const beeld = await beeldVan(bron, bezoek, request)
  if (beeld === undefined) return ONBEKEND
  const { omgeving, deur } = bezoek
  const ctx = bezoek.ctx()
  const meldingen = await leesVerzuimmeldingen(deur.database, ctx, beeld.deelnemerId)
  const html = tekenVerzuim({
    omgeving, beeld, normen: deur.normen, fouten, gemeld: veldVan(request.query, 'gemeld') === 'ja', magMelden: meldschool(ctx.actor, beeld) !== undefined,
    meldingen: meldingen.ok ? meldingen.waarde.map(({ inhoud }) => inhoud) : [],
  })
  return { soort: 'bladzijde', status, html }
}

/** De eigen school die bij de partij van de melding hoort; undefined als een ander het doet. */
function meldschool(actor: Actor, { besluit: { melding }, dossier }: Leerlingbeeld): string | undefined {
  if (melding === null || melding.partij === 'onbepaald') return undefined
  const inschrijvingen = melding.partij === 'VO' ? dossier.inschrijvingenVo : dossier.inschrijvingenMbo
  return inschrijvingen.find(({ brin }) => mag(actor, 'verzuim:schrijven', { brin }))?.brin
}

async function legMeldingVast(bron: Portaalbron, bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const beeld = await beeldVan(bron, bezoek, request)
  if (beeld === undefined) return ONBEKEND
  const ctx = bezoek.ctx()
  const { melding } = beeld.besluit
  const brin = meldschool(ctx.actor, beeld)
  const isZelfde = melding !== null && (['partij', 'begin', 'eind'] as const).every((veld) => melding[veld] === tekstVan(request.body, veld))
  if (!isZelfde || melding.partij === 'onbepaald' || brin === undefined) return toonStudent(bron, bezoek, request, [VERANDERD], 409)
  const { partij, begin, eind } = melding
  const gedaan = await meldVerzuim(bezoek.deur.database, ctx, { deelnemer: { deelnemerId: beeld.deelnemerId }, brin, partij, begin, eind })
  if (gedaan.ok) return { soort: 'ga-naar', pad: `/verzuim/${beeld.deelnemerId}?gemeld=ja` }
  return gedaan.reden.soort === 'ongeldig' ? toonStudent(bron, bezoek, request, gedaan.reden.fouten, 400) : ONBEKEND
}

const VERANDERD: Veldfout = { veld: 'melding', regel: 'De melding is intussen anders of al gedaan.', watTeDoen: 'Kijk hieronder hoe het nu is.' }
