import type { FastifyRequest } from 'fastify'
import type { Moment } from '../../kern/datum.ts'
import { exporteerGebruikers, exporteerOverstap, leesMelding, overzichtOverstap, toonGebruikers, toonWatWacht } from '../../toegang/index.ts'
import { tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { tekenBeheer } from './begin.tsx'
import { gebruikersCsv, tekenGebruikers } from './gebruikerslijst.tsx'
import { gebruikerroutes } from './gebruikerroutes.ts'
import { overstapCsv } from './overstap.tsx'
import { doeOverstap, kiesUitnodigen, toonOverstapbord } from './overstaproutes.ts'

const eigen = (methode: 'GET' | 'POST', pad: string, verwerk: Portaalroute['verwerk'], anders: Pick<Portaalroute, 'menu' | 'vers'> = {}): Portaalroute => ({ methode, pad, toegang: 'eigen-organisatie:beheren', verwerk, ...anders })

/** De bladzijden van de beheerder Mijn DUO (K-EH-02), alleen over de eigen organisatie. */
export const beheerroutes: readonly Portaalroute[] = [
  eigen('GET', '/beheer', toonBegin, { menu: { nl: 'Beheer', en: 'Administration' } }),
  eigen('POST', '/beheer/meldingen/:meldingId', leesDeMelding),
  eigen('GET', '/beheer/overstap', (bezoek, request) => toonOverstapbord(bezoek, { gelukt: tekstVan(request.query, 'gelukt') }), { menu: { nl: 'Overstap', en: 'Move' } }),
  eigen('GET', '/beheer/overstap.csv', haalOverstap),
  eigen('POST', '/beheer/overstap/:accountId', doeOverstap, { vers: true }),
  eigen('POST', '/beheer/overstap/school/:brin', kiesUitnodigen, { vers: true }),
  eigen('GET', '/beheer/gebruikers', toonLijst, { menu: { nl: 'Gebruikers', en: 'Users' } }),
  eigen('GET', '/beheer/gebruikers.csv', haalGebruikers),
  ...gebruikerroutes,
]

const NIET_GEVONDEN: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }

async function toonBegin(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const [ctx, { database }] = [bezoek.ctx(), bezoek.deur]
  const organisatieId = ctx.actor.organisatieId ?? ''
  const [beeld, overzicht, wacht] = [await toonGebruikers(database, ctx, organisatieId), await overzichtOverstap(database, ctx, organisatieId), await toonWatWacht(database, ctx)]
  if (!beeld.ok || !overzicht.ok || !wacht.ok) return NIET_GEVONDEN
  return { soort: 'bladzijde', html: tekenBeheer({ omgeving: bezoek.omgeving, beeld: beeld.waarde, overzicht: overzicht.waarde, wacht: wacht.waarde, nu: ctx.nu, gelezen: tekstVan(request.query, 'gelukt') === 'gelezen' }) }
}

async function leesDeMelding(bezoek: Bezoek, { params }: FastifyRequest): Promise<Portaalantwoord> {
  const uitkomst = await leesMelding(bezoek.deur.database, bezoek.ctx(), String(veldVan(params, 'meldingId')))
  return uitkomst.ok ? { soort: 'ga-naar', pad: '/beheer?gelukt=gelezen' } : NIET_GEVONDEN
}

async function toonLijst(bezoek: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  const ctx = bezoek.ctx()
  const beeld = await toonGebruikers(bezoek.deur.database, ctx, ctx.actor.organisatieId ?? '')
  if (!beeld.ok) return NIET_GEVONDEN
  const filter = { zoek: tekstVan(query, 'zoek').slice(0, 60), middel: tekstVan(query, 'middel'), rol: tekstVan(query, 'rol') }
  return { soort: 'bladzijde', html: tekenGebruikers({ omgeving: bezoek.omgeving, beeld: beeld.waarde, filter, nu: ctx.nu }) }
}

async function haalGebruikers(bezoek: Bezoek): Promise<Portaalantwoord> {
  const ctx = bezoek.ctx()
  const beeld = await exporteerGebruikers(bezoek.deur.database, ctx, ctx.actor.organisatieId ?? '')
  return beeld.ok ? csv('gebruikers', gebruikersCsv(beeld.waarde, ctx.nu), ctx.nu) : NIET_GEVONDEN
}

async function haalOverstap(bezoek: Bezoek): Promise<Portaalantwoord> {
  const ctx = bezoek.ctx()
  const overzicht = await exporteerOverstap(bezoek.deur.database, ctx, ctx.actor.organisatieId ?? '')
  return overzicht.ok ? csv('overstap', overstapCsv(overzicht.waarde), ctx.nu) : NIET_GEVONDEN
}

function csv(naam: string, inhoud: string, nu: Moment): Portaalantwoord {
  return { soort: 'bestand', naam: `${naam}-${nu.slice(0, 10)}.csv`, mediatype: 'text/csv; charset=utf-8', inhoud }
}
