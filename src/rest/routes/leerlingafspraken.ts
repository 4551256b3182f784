import { Type } from 'typebox'
import { BrinVorm, DatumVorm, DeelnemerIdVorm, LeerrouteplanVorm, OordeelVorm, PersoonsnummerVorm } from '../../aanlevering/index.ts'
import {
  laatLeerrouteplanVervallen, laatOordeelVervallen, leesGezamenlijkeOordelen, leesGezamenlijkOordeel, leesLeerrouteplan, leesLeerrouteplannen, legLeerrouteplanVast, legOordeelVast,
  versieVanLeerrouteplan, versieVanOordeel,
} from '../../leerroute/index.ts'
import { type Route, route } from '../kader/route.ts'
import { geregistreerd, GeleverdVorm, lijst } from '../vormen/antwoord.ts'
import { antwoord, geleverd, GEEN_INHOUD, naarJson, toon, versie, WEG, wijktAf } from './antwoord.ts'
import * as voorbeeld from './voorbeelden.ts'

const Namens = Type.Object({ brin: BrinVorm })
const Deelnemer = Type.Object({ deelnemerId: DeelnemerIdVorm })
const EenPlan = Type.Object({ deelnemerId: DeelnemerIdVorm, van: DatumVorm })
const EenOordeel = Type.Object({ deelnemerId: DeelnemerIdVorm, datum: DatumVorm })
const GeregistreerdPlan = geregistreerd('GeregistreerdLeerrouteplan', 'van', 'leerrouteplan', LeerrouteplanVorm, DatumVorm)
const GeregistreerdOordeel = geregistreerd('GeregistreerdOordeel', 'datum', 'oordeel', OordeelVorm, DatumVorm)
const PLAN = voorbeeld.geregistreerd({ van: '2026-08-01' }, 'leerrouteplan', voorbeeld.LEERROUTEPLAN)
const OORDEEL = voorbeeld.geregistreerd({ datum: '2026-06-20' }, 'oordeel', voorbeeld.OORDEEL)
const PLANNEN = '/deelnemers/{deelnemerId}/leerrouteplannen'
const OORDELEN = '/deelnemers/{deelnemerId}/gezamenlijke-oordelen'
const ANTWOORDEN = {
  200: { omschrijving: 'Was er al, en is gewijzigd of gelijk gebleven.', schema: GeleverdVorm, voorbeeld: { ...voorbeeld.GELEVERD, uitkomst: 'ongewijzigd' } },
  201: { omschrijving: 'Nieuw vastgelegd.', schema: GeleverdVorm, voorbeeld: voorbeeld.GELEVERD },
}

const plannen: readonly Route[] = [
  route({
    operationId: 'legLeerrouteplanVast', methode: 'POST', pad: '/leerrouteplannen', groep: 'Afspraken', titel: 'Leg een leerrouteplan vast',
    omschrijving: 'Met welke scholen een leerling de route doet (K-CAS-06). Vanaf nu zien beide scholen van het plan deze leerling. `brin` is uw school.', toegang: 'afspraak:schrijven', idempotent: true,
    vraag: { lichaam: Type.Object({ persoonsnummer: PersoonsnummerVorm, brin: BrinVorm, leerrouteplan: LeerrouteplanVorm }, { additionalProperties: false }), voorbeeld: voorbeeld.over('leerrouteplan', voorbeeld.LEERROUTEPLAN, { brin: '21MB' }) },
    antwoorden: ANTWOORDEN,
    verwerk: async ({ uitvoerder, ctx, lichaam: { persoonsnummer, brin, leerrouteplan } }, deur) => antwoord(
      await legLeerrouteplanVast(uitvoerder, ctx, { ...leerrouteplan, brin, deelnemer: { persoonsnummer } }),
      (inhoud) => geleverd(deur, inhoud.uitkomst, ['deelnemers', inhoud.deelnemerId, 'leerrouteplannen', leerrouteplan.van], inhoud)),
  }),
  route({
    operationId: 'toonLeerrouteplannen', methode: 'GET', pad: PLANNEN, groep: 'Afspraken', titel: 'Toon de leerrouteplannen van een leerling',
    omschrijving: 'De plannen zoals nu bekend.', toegang: 'deelnemer:lezen',
    vraag: { params: Deelnemer }, antwoorden: { 200: { omschrijving: 'De plannen.', schema: lijst(GeregistreerdPlan), voorbeeld: { regels: [PLAN] } } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesLeerrouteplannen(uitvoerder, ctx, params.deelnemerId),
      (alle) => ({ status: 200, inhoud: { regels: alle.map((plan) => naarJson(plan, { van: plan.inhoud.van }, 'leerrouteplan')) } })),
  }),
  route({
    operationId: 'toonLeerrouteplan', methode: 'GET', pad: `${PLANNEN}/{van}`, groep: 'Afspraken', titel: 'Toon een leerrouteplan',
    omschrijving: 'Het plan dat op deze dag begint, zoals nu bekend.', toegang: 'deelnemer:lezen',
    vraag: { params: EenPlan }, antwoorden: { 200: { omschrijving: 'Het plan.', schema: GeregistreerdPlan, voorbeeld: PLAN } },
    verwerk: async ({ uitvoerder, ctx, params: { deelnemerId, van } }) => antwoord(await leesLeerrouteplan(uitvoerder, ctx, deelnemerId, van), (plan) => toon(plan, { van }, 'leerrouteplan')),
  }),
  route({
    operationId: 'wijzigLeerrouteplan', methode: 'PUT', pad: `${PLANNEN}/{van}`, groep: 'Afspraken', titel: 'Vervang een leerrouteplan',
    omschrijving: 'Vervangt de scholen en het niveau van een plan dat er al is. `brin` is uw school.', toegang: 'afspraak:schrijven',
    vraag: { params: EenPlan, query: Namens, lichaam: LeerrouteplanVorm, voorbeeld: voorbeeld.LEERROUTEPLAN }, antwoorden: { 200: { omschrijving: 'Het plan zoals het nu is.', schema: GeregistreerdPlan, voorbeeld: PLAN } },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanLeerrouteplan(trx, vraag.params.deelnemerId, vraag.params.van)),
    verwerk: async ({ uitvoerder, ctx, params: { deelnemerId, van }, query, lichaam }) => {
      const mis = wijktAf({ ...lichaam }, { van })
      if (mis) return mis
      const gewijzigd = await legLeerrouteplanVast(uitvoerder, ctx, { ...lichaam, ...query, deelnemer: { deelnemerId } })
      return gewijzigd.ok ? antwoord(await leesLeerrouteplan(uitvoerder, ctx, deelnemerId, van), (plan) => toon(plan, { van }, 'leerrouteplan')) : { weigering: gewijzigd.reden }
    },
  }),
  route({
    operationId: 'laatLeerrouteplanVervallen', methode: 'DELETE', pad: `${PLANNEN}/{van}`, groep: 'Afspraken', titel: 'Laat een leerrouteplan vervallen',
    omschrijving: 'Een correctie: dit plan is er nooit geweest. `brin` is uw school.', toegang: 'afspraak:schrijven',
    vraag: { params: EenPlan, query: Namens }, antwoorden: { 204: GEEN_INHOUD },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanLeerrouteplan(trx, vraag.params.deelnemerId, vraag.params.van)),
    verwerk: async ({ uitvoerder, ctx, params: { deelnemerId, van }, query }) => antwoord(await laatLeerrouteplanVervallen(uitvoerder, ctx, { van, ...query, deelnemer: { deelnemerId } }), () => WEG),
  }),
]

const oordelen: readonly Route[] = [
  route({
    operationId: 'legOordeelVast', methode: 'POST', pad: '/gezamenlijke-oordelen', groep: 'Afspraken', titel: 'Leg een gezamenlijk oordeel vast',
    omschrijving: 'Het oordeel van vo en mbo samen dat een leerling de GLR aankan (K-DLR-06). U zet of wist alleen de handtekening van uw eigen school; neem die van de andere over zoals zij staat.', toegang: 'afspraak:schrijven', idempotent: true,
    vraag: { lichaam: Type.Object({ persoonsnummer: PersoonsnummerVorm, brin: BrinVorm, oordeel: OordeelVorm }, { additionalProperties: false }), voorbeeld: voorbeeld.over('oordeel', voorbeeld.OORDEEL, { brin: '21MB' }) },
    antwoorden: ANTWOORDEN,
    verwerk: async ({ uitvoerder, ctx, lichaam: { persoonsnummer, brin, oordeel } }, deur) => antwoord(
      await legOordeelVast(uitvoerder, ctx, { ...oordeel, brin, deelnemer: { persoonsnummer } }),
      (inhoud) => geleverd(deur, inhoud.uitkomst, ['deelnemers', inhoud.deelnemerId, 'gezamenlijke-oordelen', oordeel.datum], inhoud)),
  }),
  route({
    operationId: 'toonOordelen', methode: 'GET', pad: OORDELEN, groep: 'Afspraken', titel: 'Toon de gezamenlijke oordelen over een leerling',
    omschrijving: 'De oordelen met hun handtekeningen, zoals nu bekend.', toegang: 'deelnemer:lezen',
    vraag: { params: Deelnemer }, antwoorden: { 200: { omschrijving: 'De oordelen.', schema: lijst(GeregistreerdOordeel), voorbeeld: { regels: [OORDEEL] } } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesGezamenlijkeOordelen(uitvoerder, ctx, params.deelnemerId),
      (alle) => ({ status: 200, inhoud: { regels: alle.map((oordeel) => naarJson(oordeel, { datum: oordeel.inhoud.datum }, 'oordeel')) } })),
  }),
  route({
    operationId: 'toonOordeel', methode: 'GET', pad: `${OORDELEN}/{datum}`, groep: 'Afspraken', titel: 'Toon een gezamenlijk oordeel',
    omschrijving: 'Het oordeel van deze dag, zoals nu bekend.', toegang: 'deelnemer:lezen',
    vraag: { params: EenOordeel }, antwoorden: { 200: { omschrijving: 'Het oordeel.', schema: GeregistreerdOordeel, voorbeeld: OORDEEL } },
    verwerk: async ({ uitvoerder, ctx, params: { deelnemerId, datum } }) => antwoord(await leesGezamenlijkOordeel(uitvoerder, ctx, deelnemerId, datum), (oordeel) => toon(oordeel, { datum }, 'oordeel')),
  }),
  route({
    operationId: 'wijzigOordeel', methode: 'PUT', pad: `${OORDELEN}/{datum}`, groep: 'Afspraken', titel: 'Zet of wis een handtekening',
    omschrijving: 'Vervangt de handtekeningen onder een oordeel dat er al is; alleen die van uw eigen school kan veranderen. `brin` is uw school.', toegang: 'afspraak:schrijven',
    vraag: { params: EenOordeel, query: Namens, lichaam: OordeelVorm, voorbeeld: voorbeeld.OORDEEL }, antwoorden: { 200: { omschrijving: 'Het oordeel zoals het nu is.', schema: GeregistreerdOordeel, voorbeeld: OORDEEL } },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanOordeel(trx, vraag.params.deelnemerId, vraag.params.datum)),
    verwerk: async ({ uitvoerder, ctx, params: { deelnemerId, datum }, query, lichaam }) => {
      const mis = wijktAf({ ...lichaam }, { datum })
      if (mis) return mis
      const gewijzigd = await legOordeelVast(uitvoerder, ctx, { ...lichaam, ...query, deelnemer: { deelnemerId } })
      return gewijzigd.ok ? antwoord(await leesGezamenlijkOordeel(uitvoerder, ctx, deelnemerId, datum), (oordeel) => toon(oordeel, { datum }, 'oordeel')) : { weigering: gewijzigd.reden }
    },
  }),
  route({
    operationId: 'laatOordeelVervallen', methode: 'DELETE', pad: `${OORDELEN}/{datum}`, groep: 'Afspraken', titel: 'Laat een gezamenlijk oordeel vervallen',
    omschrijving: 'Een correctie: dit oordeel is er nooit geweest. Kan alleen zolang de andere school niet heeft ondertekend. `brin` is uw school.', toegang: 'afspraak:schrijven',
    vraag: { params: EenOordeel, query: Namens }, antwoorden: { 204: GEEN_INHOUD },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanOordeel(trx, vraag.params.deelnemerId, vraag.params.datum)),
    verwerk: async ({ uitvoerder, ctx, params: { deelnemerId, datum }, query }) => antwoord(await laatOordeelVervallen(uitvoerder, ctx, { datum, ...query, deelnemer: { deelnemerId } }), () => WEG),
  }),
]

export const leerlingafsprakenRoutes: readonly Route[] = [...plannen, ...oordelen]
