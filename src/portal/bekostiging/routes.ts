import type { FastifyRequest } from 'fastify'
import { MEESTE_WAT_ALS, telAls, toonTellingen, toonTellingregels, vraagTellingAan } from '../../beslissing/index.ts'
import { type Datum, datumInNederland, momentVan } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { lijstVan, tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { type School, tekenTeldata } from './lijst.tsx'
import { findSchool, leesScholen } from './scholen.ts'
import { tekenTelling } from './telling.tsx'
import { teksten } from './teksten.ts'
import { leesBrin, leesDagUitPad, leesFase, leesStatus, teldataRond } from './vraag.ts'
import { tekenWatAls } from './wat-als.tsx'

const NIET_GEVONDEN: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }
const PER_BLADZIJDE = 50

export const bekostigingroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/bekostiging', toegang: 'deelnemer:lezen', menu: { nl: teksten.nl.titel, en: teksten.en.titel }, verwerk: toonTeldata },
  { methode: 'GET', pad: '/bekostiging/:brin/:dag', toegang: 'deelnemer:lezen', verwerk: (bezoek, request) => toonTelling(bezoek, request, [], []) },
  { methode: 'POST', pad: '/bekostiging/:brin/:dag', toegang: 'deelnemer:lezen', verwerk: tel },
  { methode: 'POST', pad: '/bekostiging/:brin/:dag/wat-als', toegang: 'deelnemer:lezen', verwerk: toonWatAls },
]

async function toonTeldata(bezoek: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  const { omgeving, deur } = bezoek
  const { actor } = bezoek.ctx()
  const scholen = await leesScholen(bezoek)
  const gevraagd = leesBrin(veldVan(query, 'school'))
  const gekozen = gevraagd === undefined ? (scholen[0] ?? null) : (scholen.find(({ brin }) => brin === gevraagd) ?? null)
  if (gevraagd !== undefined && gekozen === null) return NIET_GEVONDEN
  const dagen = teldataRond(datumInNederland(deur.nu()), deur.normen)
  const tellingen = gekozen === null ? [] : await toonTellingen(deur.database, actor, gekozen.brin, dagen)
  const regels = dagen.map((dag) => ({ dag, telling: tellingen.find(({ teldatum }) => teldatum === dag) ?? null }))
  return { soort: 'bladzijde', html: tekenTeldata({ omgeving, scholen, gekozen, regels, nu: momentVan(deur.nu()) }) }
}

interface Plek {
  readonly school: School
  readonly dag: Datum
}

async function plekVan(bezoek: Bezoek, { params }: FastifyRequest): Promise<Plek | undefined> {
  const [brin, dag] = [leesBrin(veldVan(params, 'brin')), leesDagUitPad(veldVan(params, 'dag'))]
  const school = brin === undefined ? undefined : await findSchool(bezoek, brin)
  return school === undefined || dag === undefined ? undefined : { school, dag }
}

async function toonTelling(bezoek: Bezoek, request: FastifyRequest, fouten: readonly Veldfout[], gekozen: readonly string[]): Promise<Portaalantwoord> {
  const plek = await plekVan(bezoek, request)
  if (plek === undefined) return NIET_GEVONDEN
  const { omgeving, deur } = bezoek
  const { actor } = bezoek.ctx()
  const { school, dag } = plek
  const status = leesStatus(veldVan(request.query, 'status'))
  const na = tekstVan(request.query, 'na') || null
  const [telling] = await toonTellingen(deur.database, actor, school.brin, [dag])
  const blad = (telling?.uitkomst ?? null) === null ? null : await toonTellingregels(deur.database, actor, { brin: school.brin, teldatum: dag, bekendOp: null }, { na, aantal: PER_BLADZIJDE, status }, deur.normen)
  if (blad !== null && !blad.ok) return NIET_GEVONDEN
  const html = tekenTelling({ omgeving, school, dag, telling: telling ?? null, blad: blad?.waarde ?? null, status, fouten, gekozen, nu: momentVan(deur.nu()) })
  return { soort: 'bladzijde', status: fouten.length === 0 ? 200 : 400, html }
}

/** De telling gaat door als deze bladzijde al terug is; een fout staat in de telling zelf, en in het log van de server. */
async function tel(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const plek = await plekVan(bezoek, request)
  // Alleen een dag waarop echt geteld wordt: anders kon iemand zoveel tellingen vragen als er dagen zijn.
  if (plek === undefined || !teldataRond(datumInNederland(bezoek.deur.nu()), bezoek.deur.normen).includes(plek.dag)) return NIET_GEVONDEN
  const begonnen = await vraagTellingAan(bezoek.deur.database, bezoek.ctx(), { brin: plek.school.brin, teldatum: plek.dag }, bezoek.deur.normen)
  if (!begonnen.ok) return NIET_GEVONDEN
  // Een kleine school is in een oogwenk geteld: dan staat de uitkomst er meteen.
  await Promise.race([begonnen.waarde.klaar.catch((fout: unknown) => bezoek.deur.meldStoring?.(fout)), new Promise((verder) => { setTimeout(verder, GEDULD_MS).unref() })])
  return { soort: 'ga-naar', pad: `/bekostiging/${plek.school.brin}/${plek.dag}` }
}

const GEDULD_MS = 60

async function toonWatAls(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const plek = await plekVan(bezoek, request)
  if (plek === undefined) return NIET_GEVONDEN
  const { omgeving, deur } = bezoek
  const tekst = teksten[omgeving.taal]
  const [deelnemerIds, fase] = [[...new Set(lijstVan(request.body, 'deelnemer'))], leesFase(veldVan(request.body, 'fase'))]
  const fouten = [
    ...(deelnemerIds.length === 0 ? [{ veld: 'deelnemer', ...tekst.kiesEerst }] : []), ...(deelnemerIds.length > MEESTE_WAT_ALS ? [{ veld: 'deelnemer', ...tekst.teVeel(MEESTE_WAT_ALS) }] : []),
    ...(fase === undefined ? [{ veld: 'fase', ...tekst.kiesFase }] : []),
  ]
  if (fouten.length > 0 || fase === undefined) return toonTelling(bezoek, request, fouten, deelnemerIds)
  const { actor } = bezoek.ctx()
  const { school, dag } = plek
  const als = await telAls(deur.database, actor, { brin: school.brin, teldatum: dag, bekendOp: null }, { deelnemerIds, fase }, deur.normen)
  if (!als.ok) return NIET_GEVONDEN
  const [telling] = await toonTellingen(deur.database, actor, school.brin, [dag])
  return { soort: 'bladzijde', html: tekenWatAls({ omgeving, school, dag, als: als.waarde, telling: telling?.uitkomst ?? null }) }
}
