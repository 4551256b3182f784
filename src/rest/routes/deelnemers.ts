import { Type } from 'typebox'
import { BrinVorm, DatumVorm, DeelnemerIdVorm, PersoonsnummerVorm, SectorVorm } from '../../aanlevering/index.ts'
import { type LeerlingRegel, toonDeelnemers, zoekDeelnemers } from '../../beslissing/index.ts'
import { leesDeelnemer } from '../../bron/index.ts'
import { type Route, route } from '../kader/route.ts'
import { BladerVorm, bladzijde, SignaalcodeVorm, SignaalniveauVorm } from '../vormen/antwoord.ts'
import { FaseVorm } from '../vormen/besluit.ts'
import { antwoord, CURSOR_ONBEKEND, leesBladwijzer, toonBladzijde } from './antwoord.ts'
import { DEELNEMER_ID } from './voorbeelden.ts'

const Naam = Type.Union([Type.String(), Type.Null()], { description: 'Leeg als de bron geen namen kent.' })
const Leerroute = Type.Union([Type.Literal('DLR'), Type.Literal('GLR')])

const Deelnemerregel = Type.Object({
  deelnemerId: DeelnemerIdVorm, naam: Naam, geboortedatum: DatumVorm, leerroute: Type.Union([Leerroute, Type.Null()]), fase: FaseVorm,
  scholen: Type.Array(Type.Object({ brin: BrinVorm, naam: Type.String(), sector: SectorVorm }), { description: 'Scholen waar de deelnemer nu staat ingeschreven, voor zover u ze mag zien.' }),
  signalen: Type.Array(Type.Object({ code: SignaalcodeVorm, niveau: SignaalniveauVorm, eersteDag: DatumVorm })),
}, { $id: 'Deelnemerregel' })
const REGEL = {
  deelnemerId: DEELNEMER_ID, naam: 'Noor Zwart', geboortedatum: '2009-04-12', leerroute: 'DLR', fase: 'MBO', scholen: [{ brin: '21MB', naam: 'ROC Lindemeer', sector: 'MBO' }],
  signalen: [{ code: 'SIG-SOK-ONTBREEKT', niveau: 'fout', eersteDag: '2026-08-01' }],
}
const LIJST = { regels: [REGEL], volgende: null, vorige: null }

const DeelnemerVorm = Type.Object({
  deelnemerId: DeelnemerIdVorm, naam: Naam, geboortedatum: DatumVorm, geslacht: Type.Union([Type.Literal('M'), Type.Literal('V'), Type.Literal('O'), Type.Null()]),
  woontInNederland: Type.Boolean(), voActiviteitenAfgerondOp: Type.Union([DatumVorm, Type.Null()]), scholen: Type.Array(BrinVorm, { description: 'Uw scholen met een relatie met deze deelnemer.' }),
}, { $id: 'Deelnemer' })

export const deelnemersRoutes: readonly Route[] = [
  route({
    operationId: 'toonDeelnemers', methode: 'GET', pad: '/deelnemers', groep: 'Deelnemers', titel: 'Toon de deelnemers van uw school',
    omschrijving: 'Alle deelnemers met een inschrijving bij uw school of met uw school in het leerrouteplan, in vaste volgorde: wie er tijdens het bladeren bijkomt, verschuift niets. Zonder persoonsnummers.', toegang: 'deelnemer:lezen',
    vraag: { query: Type.Object({ ...BladerVorm, school: Type.Optional(BrinVorm), leerroute: Type.Optional(Leerroute), signaalcode: Type.Optional(SignaalcodeVorm) }) },
    antwoorden: { 200: { omschrijving: 'Een bladzijde.', schema: bladzijde(Deelnemerregel), voorbeeld: LIJST } },
    verwerk: async ({ uitvoerder, ctx, query }, deur) => {
      const bladwijzer = leesBladwijzer(deur, 'toonDeelnemers', query)
      if (!bladwijzer) return CURSOR_ONBEKEND
      const { school, leerroute, signaalcode } = query
      const filter = { ...(school === undefined ? {} : { school }), ...(leerroute === undefined ? {} : { leerroute }), ...(signaalcode === undefined ? {} : { signaalcode }) }
      return antwoord(await toonDeelnemers(uitvoerder, ctx, filter, bladwijzer), (gelezen) => toonBladzijde(deur, 'toonDeelnemers', gelezen, json, { delen: ['deelnemers'], query }))
    },
  }),
  route({
    operationId: 'zoekDeelnemers', methode: 'POST', pad: '/deelnemers/_zoek', groep: 'Deelnemers', titel: 'Zoek een deelnemer',
    omschrijving: 'Zoekt op persoonsnummer of op een deel van de naam, binnen uw eigen scholen. Met POST, zodat een nummer of naam nooit in een adres of logboek komt. Een onbekend nummer en een nummer van een andere school geven dezelfde lege lijst.', toegang: 'deelnemer:lezen',
    vraag: { lichaam: Type.Object({ ...BladerVorm, persoonsnummer: Type.Optional(PersoonsnummerVorm), naam: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) }, { additionalProperties: false }), voorbeeld: { naam: 'hoekstra' } },
    antwoorden: { 200: { omschrijving: 'Wie er gevonden is.', schema: bladzijde(Deelnemerregel), voorbeeld: LIJST } },
    verwerk: async ({ uitvoerder, ctx, lichaam: { cursor, pageSize, ...zoek } }, deur) => {
      const bladwijzer = leesBladwijzer(deur, 'zoekDeelnemers', { ...(cursor === undefined ? {} : { cursor }), ...(pageSize === undefined ? {} : { pageSize }) })
      if (!bladwijzer) return CURSOR_ONBEKEND
      return antwoord(await zoekDeelnemers(uitvoerder, ctx, zoek, bladwijzer), (gelezen) => toonBladzijde(deur, 'zoekDeelnemers', gelezen, json))
    },
  }),
  route({
    operationId: 'toonDeelnemer', methode: 'GET', pad: '/deelnemers/{deelnemerId}', groep: 'Deelnemers', titel: 'Toon een deelnemer',
    omschrijving: 'Wie de deelnemer is. Het persoonsnummer staat er niet bij.', toegang: 'deelnemer:lezen',
    vraag: { params: Type.Object({ deelnemerId: DeelnemerIdVorm }) },
    antwoorden: {
      200: {
        omschrijving: 'De deelnemer.', schema: DeelnemerVorm,
        voorbeeld: { deelnemerId: DEELNEMER_ID, naam: 'Noor Zwart', geboortedatum: '2009-04-12', geslacht: 'V', woontInNederland: true, voActiviteitenAfgerondOp: null, scholen: ['21MB'] },
      },
    },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesDeelnemer(uitvoerder, ctx, params.deelnemerId), (inhoud) => ({ status: 200, inhoud })),
  }),
]

function json({ openSignalen, route: leerroute, ...regel }: LeerlingRegel): object {
  return { ...regel, leerroute, signalen: openSignalen.map(({ code, niveau, sinds }) => ({ code, niveau, eersteDag: sinds })) }
}
