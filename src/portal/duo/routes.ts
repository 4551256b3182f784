import type { FastifyRequest } from 'fastify'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import {
  bevestigEersteBeheerder, bevestigNaam, bevestigOverstapdatums, overzichtOverstapDuo, type Overstapweigering, stelEersteBeheerderAan, toonGebruikers, toonOrganisaties, toonVoorstellenDuo, wijsVoorstelAf, zetOverstapdatums,
} from '../../toegang/index.ts'
import { foutenVan, zinBij } from '../beheer/formulier.ts'
import { type Getypt, getyptUit, leesDag, tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { overstapweigering } from '../overstap/weigering.ts'
import { tekenOrganisatie, tekenOrganisaties } from './organisaties.tsx'
import { tekenDuobord, tekenDuoschool } from './overstap.tsx'
import { teksten } from './teksten.ts'

const duo = (methode: 'GET' | 'POST', pad: string, verwerk: Portaalroute['verwerk'], anders: Pick<Portaalroute, 'menu' | 'vers'> = {}): Portaalroute => ({ methode, pad, toegang: 'overstap:leiden', verwerk, ...anders })

/** De bladzijden van een behandelaar van DUO: de overstap van alle scholen, en wie er beheerder is. */
export const duoroutes: readonly Portaalroute[] = [
  duo('GET', '/duo/overstap', (bezoek, { query }) => toonBord(bezoek, { gelukt: tekstVan(query, 'gelukt') }), { menu: { nl: 'Overstap per school', en: 'Move per school' } }),
  duo('GET', '/duo/overstap/:brin', (bezoek, request) => toonSchool(bezoek, request, { gelukt: tekstVan(request.query, 'gelukt') })),
  duo('POST', '/duo/overstap/:brin', zetDatums, { vers: true }),
  duo('GET', '/duo/organisaties', toonLijst, { menu: { nl: 'Beheerders', en: 'Administrators' } }),
  duo('GET', '/duo/organisaties/:organisatieId', (bezoek, request) => toonOrganisatie(bezoek, request, { gelukt: tekstVan(request.query, 'gelukt') })),
  duo('POST', '/duo/organisaties/:organisatieId/eerste-beheerder', stelAan, { vers: true }),
  duo('POST', '/duo/voorstellen/:voorstelId', besluit, { vers: true }),
]

const NIET_GEVONDEN: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }

function geluktzin({ omgeving: { taal } }: Bezoek, wat: string): string | null {
  return zinBij(teksten[taal].gelukt, wat)
}

interface Toestand {
  readonly gelukt?: string
  readonly fouten?: readonly Veldfout[]
  readonly getypt?: Getypt
}

async function toonBord(bezoek: Bezoek, { gelukt = '', fouten = [] }: Toestand): Promise<Portaalantwoord> {
  const [ctx, { database }] = [bezoek.ctx(), bezoek.deur]
  const [scholen, voorstellen] = [await overzichtOverstapDuo(database, ctx), await toonVoorstellenDuo(database, ctx)]
  if (!scholen.ok || !voorstellen.ok) return NIET_GEVONDEN
  return { soort: 'bladzijde', status: fouten.length > 0 ? 400 : 200, html: tekenDuobord({ omgeving: bezoek.omgeving, scholen: scholen.waarde, voorstellen: voorstellen.waarde, actorId: ctx.actor.id, fouten, gelukt: geluktzin(bezoek, gelukt) }) }
}

async function toonSchool(bezoek: Bezoek, request: FastifyRequest, { gelukt = '', fouten = [], getypt }: Toestand): Promise<Portaalantwoord> {
  const ctx = bezoek.ctx()
  const scholen = await overzichtOverstapDuo(bezoek.deur.database, ctx)
  const school = scholen.ok ? scholen.waarde.find(({ brin }) => brin === deel(request, 'brin')) : undefined
  if (school === undefined) return NIET_GEVONDEN
  return { soort: 'bladzijde', status: fouten.length > 0 ? 400 : 200, html: tekenDuoschool({ omgeving: bezoek.omgeving, school, nu: ctx.nu, fouten, getypt: getypt ?? null, gelukt: geluktzin(bezoek, gelukt) }) }
}

async function zetDatums(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const { body } = request
  const brin = deel(request, 'brin')
  const [open, token, coulance] = [leesDag(body, 'openVan', 'De eerste dag'), leesDag(body, 'tokenTotEnMet', 'De laatste dag met token'), leesDag(body, 'coulanceTotEnMet', 'De laatste dag om te koppelen')]
  const getypt = getyptUit(body, ['openVan', 'tokenTotEnMet', 'coulanceTotEnMet', 'reden'])
  const onleesbaar = [...open.fouten, ...token.fouten, ...coulance.fouten]
  if (onleesbaar.length > 0) return toonSchool(bezoek, request, { fouten: onleesbaar, getypt })
  const uitkomst = await zetOverstapdatums(bezoek.deur, bezoek.ctx(), { brin, openVan: open.datum, tokenTotEnMet: token.datum, coulanceTotEnMet: coulance.datum, reden: tekstVan(body, 'reden') })
  if (uitkomst.ok) return { soort: 'ga-naar', pad: `/duo/overstap/${encodeURIComponent(brin)}?gelukt=${uitkomst.waarde.uitkomst}` }
  const fouten = alsFouten(uitkomst.reden)
  return fouten === null ? NIET_GEVONDEN : toonSchool(bezoek, request, { fouten, getypt })
}

async function toonLijst(bezoek: Bezoek): Promise<Portaalantwoord> {
  const regels = await toonOrganisaties(bezoek.deur.database, bezoek.ctx())
  return regels.ok ? { soort: 'bladzijde', html: tekenOrganisaties({ omgeving: bezoek.omgeving, regels: regels.waarde }) } : NIET_GEVONDEN
}

async function toonOrganisatie(bezoek: Bezoek, request: FastifyRequest, { gelukt = '', fouten = [], getypt = {} }: Toestand): Promise<Portaalantwoord> {
  const [ctx, { database }, organisatieId] = [bezoek.ctx(), bezoek.deur, deel(request, 'organisatieId')]
  const [beeld, voorstellen] = [await toonGebruikers(database, ctx, organisatieId), await toonVoorstellenDuo(database, ctx)]
  if (!beeld.ok || !voorstellen.ok) return NIET_GEVONDEN
  const eigen = voorstellen.waarde.filter((voorstel) => (voorstel.soort === 'eerste-beheerder' || voorstel.soort === 'naam-geven') && voorstel.organisatieId === organisatieId)
  return { soort: 'bladzijde', status: fouten.length > 0 ? 400 : 200, html: tekenOrganisatie({ omgeving: bezoek.omgeving, beeld: beeld.waarde, voorstellen: eigen, actorId: ctx.actor.id, nu: ctx.nu, fouten, getypt, gelukt: geluktzin(bezoek, gelukt) }) }
}

async function stelAan(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const { body } = request
  const getypt = getyptUit(body, ['account', 'naam', 'formulierKenmerk', 'ondertekendOp', 'ondertekendDoor'])
  const dag = leesDag(body, 'ondertekendOp', 'De dag van ondertekenen')
  const onleesbaar = [...dag.fouten, ...(dag.fouten.length === 0 ? eis(dag.datum !== null, 'ondertekendOp', 'De datum van ondertekening ontbreekt.', 'Neem de datum over van het formulier.') : [])]
  if (onleesbaar.length > 0 || dag.datum === null || tekstVan(body, 'account') === '') return toonOrganisatie(bezoek, request, { fouten: [...watOntbreekt(body), ...onleesbaar], getypt })
  const uitkomst = await stelEersteBeheerderAan(bezoek.deur.database, bezoek.ctx(), tekstVan(body, 'account'), {
    naam: tekstVan(body, 'naam'), formulierKenmerk: tekstVan(body, 'formulierKenmerk'), ondertekendOp: dag.datum, ondertekendDoor: tekstVan(body, 'ondertekendDoor'),
  })
  if (uitkomst.ok) return { soort: 'ga-naar', pad: `/duo/organisaties/${encodeURIComponent(deel(request, 'organisatieId'))}?gelukt=aangeboden` }
  const fouten = foutenVan(uitkomst.reden)
  return fouten === null ? NIET_GEVONDEN : toonOrganisatie(bezoek, request, { fouten, getypt })
}

/** Alles wat leeg is in een keer: wie een formulier overtypt wil niet per veld opnieuw versturen. */
function watOntbreekt(body: unknown): readonly Veldfout[] {
  const leeg = (veld: string, regel: string, watTeDoen: string) => eis(tekstVan(body, veld).trim() !== '', veld, regel, watTeDoen)
  return [
    ...leeg('account', 'U koos nog geen account.', 'Kies het account van de persoon op het formulier.'), ...leeg('naam', 'De naam van de beheerder ontbreekt.', 'Neem de naam over van het formulier.'),
    ...leeg('formulierKenmerk', 'Het kenmerk van het formulier ontbreekt.', 'Neem het kenmerk over van het formulier.'), ...leeg('ondertekendDoor', 'Wie ondertekende, ontbreekt.', 'Neem de naam van de bestuurder over van het formulier.'),
  ]
}

/** De tweede behandelaar bevestigt of wijst af. */
async function besluit(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const [soort, doe] = [tekstVan(request.body, 'soort'), tekstVan(request.body, 'doe')]
  const uitkomst = await voerBesluitUit(bezoek, deel(request, 'voorstelId'), `${soort} ${doe}`)
  if (uitkomst === undefined) return { soort: 'fout', fout: 'verzoek-onjuist' }
  if (uitkomst.ok) return { soort: 'ga-naar', pad: `/duo/overstap?gelukt=${doe === 'bevestig' ? 'bevestigd' : 'afgewezen'}` }
  const fouten = alsFouten(uitkomst.reden)
  return fouten === null ? NIET_GEVONDEN : toonBord(bezoek, { fouten })
}

async function voerBesluitUit({ deur, ctx }: Bezoek, voorstelId: string, wat: string): Promise<Uitkomst<unknown, Weigering | Overstapweigering> | undefined> {
  switch (wat) {
    case 'overstapdatums bevestig':
      return bevestigOverstapdatums(deur, ctx(), voorstelId)
    case 'eerste-beheerder bevestig':
      return bevestigEersteBeheerder(deur.database, ctx(), voorstelId)
    case 'naam-geven bevestig':
      return bevestigNaam(deur.database, ctx(), voorstelId)
    case 'naam-geven wijs-af':
    case 'eerste-beheerder wijs-af':
    case 'overstapdatums wijs-af':
      return wijsVoorstelAf(deur.database, ctx(), voorstelId, wat.split(' ')[0] ?? '')
    default:
      return undefined
  }
}

function alsFouten(reden: Weigering | Overstapweigering): readonly Veldfout[] | null {
  if (reden.soort === 'niet-gevonden' || reden.soort === 'ongeldig' || reden.soort === 'ouder-dan-bekend') return foutenVan(reden)
  const { titel, zinnen } = overstapweigering(reden)
  return eis(false, 'inhoud', `${titel}.`, zinnen.join(' '))
}

function deel({ params }: FastifyRequest, naam: string): string {
  const waarde = veldVan(params, naam)
  return typeof waarde === 'string' ? waarde : ''
}
