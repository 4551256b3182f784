import type { FastifyRequest } from 'fastify'
import { geweigerd, type Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'
import {
  beeindigAccount, bevestigNaam, blokkeerAccount, deblokkeerAccount, herbeoordeel, isVers, kenRolToe, overzichtOverstap, type Overstapweigering, toonGebruiker, toonNaamvoorstel, trekMedewerkerIn, trekRolIn, wijsMedewerkerToe, wijsVoorstelAf, zetEinddatum,
} from '../../toegang/index.ts'
import { type Getypt, getyptUit, leesDag, tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { overstapweigering } from '../overstap/weigering.ts'
import { beginMoment, eindeNa, foutenVan, zinBij } from './formulier.ts'
import { tekenGebruiker } from './gebruiker.tsx'
import type { Formuliernaam } from './gebruikerbeeld.ts'
import { teksten } from './teksten.ts'

const PAD = '/beheer/gebruikers/:accountId'
const post = (pad: string, verwerk: Portaalroute['verwerk']): Portaalroute => ({ methode: 'POST', pad: `${PAD}${pad}`, toegang: 'account:beheren', vers: true, verwerk })

/** De bladzijde van een gebruiker en haar formulieren; ook voor behandelaars van DUO, die alleen kunnen intrekken en blokkeren. */
export const gebruikerroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: PAD, toegang: 'account:beheren', verwerk: (bezoek, request) => toon(bezoek, request, { gelukt: zinBij(teksten[bezoek.omgeving.taal].gebruiker.gelukt, tekstVan(request.query, 'gelukt')) }) },
  post('/rollen', geefRol),
  post('/rollen/:rolId', wijzigRol),
  post('/naam', geefNaam),
  post('/naamvoorstel', besluitNaam),
  post('/stand', wijzigStand),
  post('/nakijken', kijkNa),
]

async function geefRol(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const { body } = request
  const ctx = bezoek.ctx()
  const [van, totEnMet] = [leesDag(body, 'van', 'De eerste dag'), leesDag(body, 'totEnMet', 'De laatste dag')]
  const plaats = tekstVan(body, 'brin')
  const onleesbaar = [...van.fouten, ...totEnMet.fouten]
  const uitkomst = onleesbaar.length > 0 ? weiger(onleesbaar) : await kenRolToe(bezoek.deur.database, ctx, idVan(request), {
    rol: tekstVan(body, 'rol'), brin: plaats === '' ? null : plaats.slice(0, 4), vestiging: plaats.length > 4 ? plaats : null,
    van: beginMoment(van.datum, ctx.nu), voor: eindeNa(totEnMet.datum), reden: tekstVan(body, 'reden'), besluitBestuur: tekstVan(body, 'besluitBestuur'),
  })
  return rondAf(bezoek, request, uitkomst, 'rol', 'rol', ['rol', 'brin', 'van', 'totEnMet', 'reden', 'besluitBestuur'])
}

async function wijzigRol(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const { body } = request
  const [doe, reden, rolId] = [tekstVan(body, 'doe'), tekstVan(body, 'reden'), tekstVan(request.params, 'rolId')]
  const totEnMet = leesDag(body, 'totEnMet', 'De laatste dag')
  const wijzig = (): Promise<Uitkomst<unknown, Weigering>> | Uitkomst<unknown, Weigering> => {
    if (doe === 'intrekken') return trekRolIn(bezoek.deur.database, bezoek.ctx(), idVan(request), rolId, reden)
    if (doe !== 'einddatum') return geweigerd({ soort: 'niet-gevonden' })
    return totEnMet.fouten.length > 0 ? weiger(totEnMet.fouten) : zetEinddatum(bezoek.deur.database, bezoek.ctx(), idVan(request), rolId, eindeNa(totEnMet.datum), reden)
  }
  return rondAf(bezoek, request, await wijzig(), `rol-${rolId}`, doe, ['doe', 'totEnMet', 'reden'])
}

async function geefNaam(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const medewerkerId = tekstVan(request.body, 'medewerker')
  const keuze = medewerkerId === '' ? { naam: tekstVan(request.body, 'naam') } : { medewerkerId }
  const uitkomst = await wijsMedewerkerToe(bezoek.deur.database, bezoek.ctx(), idVan(request), keuze)
  const gelukt = !uitkomst.ok || uitkomst.waarde.uitkomst === 'bewaard' ? 'naam' : uitkomst.waarde.wieBevestigt === 'DUO' ? 'naam-bij-duo' : 'naam-voorgesteld'
  return rondAf(bezoek, request, uitkomst, 'naam', gelukt, ['medewerker', 'naam'])
}

/** De tweede persoon bevestigt van wie het account is, of wijst het af. */
async function besluitNaam(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const [doe, voorstelId] = [tekstVan(request.body, 'doe'), tekstVan(request.body, 'voorstelId')]
  if (doe === 'bevestig') return rondAf(bezoek, request, await bevestigNaam(bezoek.deur.database, bezoek.ctx(), voorstelId), 'naam', 'naam-bevestigd', [])
  if (doe !== 'wijs-af') return { soort: 'fout', fout: 'verzoek-onjuist' }
  return rondAf(bezoek, request, await wijsVoorstelAf(bezoek.deur.database, bezoek.ctx(), voorstelId, 'naam-geven'), 'naam', 'naam-afgewezen', [])
}

const STANDACTIES = { blokkeer: blokkeerAccount, deblokkeer: deblokkeerAccount, beeindig: beeindigAccount } as const

async function wijzigStand(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const doe = tekstVan(request.body, 'doe')
  if (doe === 'uit-dienst') return meldUitDienst(bezoek, request)
  const actie = doe === 'blokkeer' || doe === 'deblokkeer' || doe === 'beeindig' ? STANDACTIES[doe] : undefined
  if (actie === undefined) return { soort: 'fout', fout: 'verzoek-onjuist' }
  return rondAf(bezoek, request, await actie(bezoek.deur.database, bezoek.ctx(), idVan(request), tekstVan(request.body, 'reden')), 'stand', doe, ['doe', 'reden'])
}

/** T-22: alle accounts van deze medewerker bij de organisatie, aan beide kanten van de overstap. */
async function meldUitDienst(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const gelezen = await toonGebruiker(bezoek.deur.database, bezoek.ctx(), idVan(request))
  const medewerkerId = gelezen.ok ? gelezen.waarde.account.medewerker?.id : undefined
  if (medewerkerId === undefined) return { soort: 'fout', fout: 'niet-gevonden' }
  const uitkomst = await trekMedewerkerIn(bezoek.deur, bezoek.ctx(), { medewerkerId, reden: tekstVan(request.body, 'reden') })
  return rondAf(bezoek, request, uitkomst.ok ? uitkomst : alsWeigering(uitkomst.reden), 'stand', 'uit-dienst', ['doe', 'reden'])
}

function alsWeigering(reden: Overstapweigering): Uitkomst<never, Weigering> {
  if (reden.soort === 'niet-gevonden' || reden.soort === 'ongeldig') return geweigerd(reden)
  const { titel, zinnen } = overstapweigering(reden)
  return weiger(eis(false, 'account', `${titel}.`, zinnen.join(' '), ...(reden.soort === 'laatste-beheerder' ? ['T-17'] : [])))
}

async function kijkNa(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const velden = typeof request.body === 'object' && request.body !== null ? Object.entries(request.body as Record<string, unknown>) : []
  const oordelen = Object.fromEntries(velden.flatMap(([naam, oordeel]) => (naam.startsWith('rol-') && (oordeel === 'BLIJFT' || oordeel === 'INTREKKEN') ? [[naam.slice('rol-'.length), oordeel] as const] : [])))
  return rondAf(bezoek, request, await herbeoordeel(bezoek.deur.database, bezoek.ctx(), idVan(request), oordelen), 'nakijken', 'nakijken', [])
}

/** Gelukt: naar de bladzijde met wat er gebeurde. Geweigerd: dezelfde bladzijde met de fouten en wat er getypt was. */
function rondAf(bezoek: Bezoek, request: FastifyRequest, uitkomst: Uitkomst<unknown, Weigering>, formulier: Formuliernaam, gelukt: string, velden: readonly string[]): Promise<Portaalantwoord> | Portaalantwoord {
  if (uitkomst.ok) return { soort: 'ga-naar', pad: `/beheer/gebruikers/${encodeURIComponent(idVan(request))}?gelukt=${gelukt}` }
  const fouten = foutenVan(uitkomst.reden)
  // P-07, T-17: wie de laatste beheerder probeert weg te doen, wil beveiliging weten.
  if (fouten?.some(({ regelId }) => regelId === 'T-17') === true) bezoek.deur.beveiligingslog({ soort: 'laatste-beheerder', code: gelukt, kenmerk: request.id })
  return fouten === null ? { soort: 'fout', fout: 'niet-gevonden' } : toon(bezoek, request, { formulier, fouten, getypt: getyptUit(request.body, velden) })
}

interface Toestand {
  readonly formulier?: Formuliernaam
  readonly fouten?: readonly Veldfout[]
  readonly getypt?: Getypt
  readonly gelukt?: string | null
}

async function toon(bezoek: Bezoek, request: FastifyRequest, { formulier, fouten = [], getypt = {}, gelukt = null }: Toestand): Promise<Portaalantwoord> {
  const ctx = bezoek.ctx()
  const gelezen = await toonGebruiker(bezoek.deur.database, ctx, idVan(request))
  if (!gelezen.ok) return { soort: 'fout', fout: 'niet-gevonden' }
  const { account, accounts } = gelezen.waarde
  const ik = accounts.find(({ accountId }) => accountId === ctx.actor.id)
  const isZelf = account.accountId === ctx.actor.id || (account.medewerker !== null && account.medewerker.id === ik?.medewerker?.id)
  const naamvoorstel = account.medewerker === null ? await toonNaamvoorstel(bezoek.deur.database, ctx, account) : undefined
  const overzicht = await overzichtOverstap(bezoek.deur.database, ctx, account.organisatieId)
  const koppelingen = overzicht.ok ? overzicht.waarde.regels.filter(({ accountId, gekoppeldAan }) => gekoppeldAan !== null && (accountId === account.accountId || gekoppeldAan === account.accountId)) : []
  const html = tekenGebruiker({
    koppelingen, naamvoorstel: naamvoorstel?.ok === true ? naamvoorstel.waarde ?? null : null, actorId: ctx.actor.id,
    omgeving: bezoek.omgeving, beeld: gelezen.waarde, nu: ctx.nu, isDuo: account.organisatieId !== ctx.actor.organisatieId, isZelf,
    isVers: ctx.aanmelding !== undefined && isVers(ctx.aanmelding, ctx.nu), formulier: formulier ?? null, fouten, getypt, gelukt,
  })
  return { soort: 'bladzijde', html, status: fouten.length > 0 ? 400 : 200 }
}

function weiger(fouten: readonly Veldfout[]): Uitkomst<never, Weigering> {
  const [eerste, ...rest] = fouten
  if (eerste === undefined) throw new Error('weiger zonder fouten')
  return geweigerd({ soort: 'ongeldig', fouten: [eerste, ...rest] })
}

function idVan({ params }: FastifyRequest): string {
  const id = veldVan(params, 'accountId')
  return typeof id === 'string' ? id : ''
}
