import { Type } from 'typebox'
import { BrinVorm, DatumVorm, DeelnemerIdVorm, TijdstipVorm } from '../../aanlevering/index.ts'
import { LANGSTE_VERKLARING, type Signaalbeeld, SIGNAALSTATEN, telSignalen, toonSignaal, toonSignalen, verklaarSignaal, versieVanSignaal, zetSignaalGezien } from '../../beslissing/index.ts'
import { bladAntwoord, bladvelden, bladvorm, leesBlad } from '../kader/blad.ts'
import { type Route, route } from '../kader/route.ts'
import { SignaalcodeVorm, SignaalniveauVorm } from '../vormen/antwoord.ts'
import { UitgelegdSignaalVorm } from '../vormen/besluit.ts'
import { antwoord } from './antwoord.ts'

const StaatVorm = Type.Union(SIGNAALSTATEN.map((staat) => Type.Literal(staat)), {
  description: 'open: nog niet bekeken. gezien en verklaard: dat zei de school. gesloten: de feiten kloppen weer; dat kan niemand zelf zetten.',
})
const SignaalIdVorm = Type.String({ format: 'uuid', description: 'Sleutel van het signaal.', examples: ['019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b'] })
const { voor: _voor, ...uitgelegd } = UitgelegdSignaalVorm.properties
const AfhandelingVorm = Type.Object({
  soort: Type.Union([Type.Literal('gezien'), Type.Literal('verklaard')]), verklaring: Type.Union([Type.String(), Type.Null()]),
  door: Type.String({ description: 'Sleutel van het account of de koppeling.' }), tijdstip: TijdstipVorm,
  geldt: Type.Boolean({ description: 'Onwaar: de feiten zijn daarna veranderd, of het signaal is gesloten.' }),
}, { $id: 'Afhandeling' })

const SignaalVorm = Type.Object({
  signaalId: SignaalIdVorm, deelnemerId: DeelnemerIdVorm,
  school: Type.Union([BrinVorm, Type.Null()], { description: 'De school die het aangaat; leeg = geen school, bijvoorbeeld alleen de gemeente.' }),
  titel: Type.String(), watTeDoen: Type.String(), staat: StaatVorm, afhandeling: Type.Union([AfhandelingVorm, Type.Null()], { description: 'De laatste keer dat de school het zag of verklaarde.' }),
  eersteDag: { ...DatumVorm, description: 'De dag waarop het voor het eerst uit de regels kwam.' }, geopendTijdstip: TijdstipVorm, geslotenTijdstip: Type.Union([TijdstipVorm, Type.Null()]),
  ...uitgelegd,
}, { $id: 'Signaal' })

const TellingVorm = Type.Object({
  school: Type.Union([BrinVorm, Type.Null()]), code: SignaalcodeVorm, niveau: SignaalniveauVorm,
  open: Type.Integer({ minimum: 0 }), gezien: Type.Integer({ minimum: 0 }), verklaard: Type.Integer({ minimum: 0 }),
}, { $id: 'Signaaltelling' })

const ID = '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b'
const VOORBEELD = {
  signaalId: ID, deelnemerId: '01930000-0000-7000-8000-000000000001', school: '21MB', code: 'SIG-FASE-VERSCHIL', niveau: 'fout', titel: 'Vo en mbo noemen een andere fase',
  uitleg: 'Het vo-register zegt fase VO, het mbo-register zegt fase MBO.', watTeDoen: 'Overleg samen welke fase klopt en pas de registratie aan.', staat: 'verklaard',
  afhandeling: { soort: 'verklaard', verklaring: 'Besproken met de vo-school; zij levert morgen de nieuwe fase.', door: 'lindemeer-administratie', tijdstip: '2026-11-24T09:00:00.000Z', geldt: true },
  regels: [{ id: 'K-FASE-05', titel: 'Verschil in fase' }], normen: [], feiten: [{ soort: 'inschrijvingMbo', sleutel: '21MB-E1, periode vanaf 2026-08-01' }], bronnen: [], zekerheid: 'zeker',
  eersteDag: '2026-08-01', geopendTijdstip: '2026-08-07T09:00:00.000Z', geslotenTijdstip: null,
}
const EEN = { 200: { omschrijving: 'Het signaal.', schema: SignaalVorm, voorbeeld: VOORBEELD } } as const
const VRAAG_EEN = Type.Object({ signaalId: SignaalIdVorm })

export const signalenRoutes: readonly Route[] = [
  route({
    operationId: 'toonSignalen', methode: 'GET', pad: '/signalen', groep: 'Signalen', titel: 'Toon de signalen van uw scholen',
    omschrijving: 'De werklijst van een school, oudste eerst. Zonder `staat` krijgt u alles wat niet gesloten is. Met `niveau=taak` ziet u alleen wat iemand moet doen.',
    toegang: 'deelnemer:lezen',
    vraag: {
      query: Type.Object({
        ...bladvelden, school: Type.Optional(BrinVorm), code: Type.Optional(SignaalcodeVorm), niveau: Type.Optional(SignaalniveauVorm), staat: Type.Optional(StaatVorm), deelnemerId: Type.Optional(DeelnemerIdVorm),
      }),
    },
    antwoorden: { 200: { omschrijving: 'Een bladzijde.', schema: bladvorm(SignaalVorm, { $id: 'Signaalblad' }), voorbeeld: { regels: [VOORBEELD], volgende: null } } },
    verwerk: async ({ uitvoerder, actor, query }, deur) => {
      const blad = leesBlad(deur.kluis, 'toonSignalen', query)
      if (!blad.ok) return { weigering: blad.reden }
      const { school, code, niveau, staat, deelnemerId } = query
      return antwoord(await toonSignalen(uitvoerder, actor, { brin: school, code, niveau, staat, deelnemerId }, blad.waarde),
        ({ signalen, volgende }) => bladAntwoord(deur.kluis, 'toonSignalen', `${deur.basisUrl}/v1/signalen`, query, { regels: signalen.map(naarJson), volgende }))
    },
  }),
  route({
    operationId: 'telSignalen', methode: 'GET', pad: '/signaaltellingen', groep: 'Signalen', titel: 'Tel de signalen van uw scholen',
    omschrijving: 'Per school en code: hoeveel signalen er niet gesloten zijn, en hoeveel daarvan gezien of verklaard.',
    toegang: 'deelnemer:lezen', vraag: {},
    antwoorden: {
      200: { omschrijving: 'De tellingen.', schema: Type.Object({ regels: Type.Array(TellingVorm) }), voorbeeld: { regels: [{ school: '21MB', code: 'SIG-FASE-VERSCHIL', niveau: 'fout', open: 3, gezien: 1, verklaard: 0 }] } },
    },
    verwerk: async ({ uitvoerder, actor }) => antwoord(await telSignalen(uitvoerder, actor), (alle) => ({ status: 200, inhoud: { regels: alle.map(({ brin, ...telling }) => ({ school: brin, ...telling })) } })),
  }),
  route({
    operationId: 'toonSignaal', methode: 'GET', pad: '/signalen/{signaalId}', groep: 'Signalen', titel: 'Toon een signaal',
    omschrijving: 'Wat er is, waarom, en wat u kunt doen. Ook een gesloten signaal is nog te lezen.', toegang: 'deelnemer:lezen', vraag: { params: VRAAG_EEN }, antwoorden: EEN,
    verwerk: async ({ uitvoerder, actor, params }) => antwoord(await toonSignaal(uitvoerder, actor, params.signaalId), toon),
  }),
  route({
    operationId: 'handelSignaalAf', methode: 'PATCH', pad: '/signalen/{signaalId}', groep: 'Signalen', titel: 'Zet een signaal op gezien of verklaard',
    omschrijving: `Alleen de school waarvoor het signaal is. Een verklaring is hooguit ${LANGSTE_VERKLARING} tekens, zonder persoonsnummer. Het signaal blijft tot de feiten kloppen. Veranderen de feiten, dan staat het weer open.`,
    toegang: 'signaal:afhandelen', weigeringen: ['niet-gevonden'],
    vraag: {
      params: VRAAG_EEN, voorbeeld: { staat: 'verklaard', verklaring: 'Besproken met de vo-school; zij levert morgen de nieuwe fase.' },
      lichaam: Type.Object({
        staat: Type.Union([Type.Literal('gezien'), Type.Literal('verklaard')], { description: 'Bij een verklaard signaal trekt `gezien` de verklaring in.' }),
        verklaring: Type.Optional(Type.String({ maxLength: 2_000, description: 'Verplicht bij `verklaard`, en alleen daar.' })),
      }, { $id: 'Signaalafhandeling', additionalProperties: false }),
    },
    antwoorden: EEN,
    huidigeVersie: ({ uitvoerder, actor, params }) => versieVanSignaal(uitvoerder, actor, params.signaalId),
    verwerk: async ({ uitvoerder, ctx, params, lichaam: { staat, verklaring } }) => {
      if (staat === 'verklaard') return antwoord(await verklaarSignaal(uitvoerder, ctx, params.signaalId, verklaring ?? ''), toon)
      if (verklaring !== undefined) {
        return { weigering: { soort: 'ongeldig', fouten: [{ veld: 'verklaring', regel: 'Een verklaring hoort bij `verklaard`.', watTeDoen: 'Zet `staat` op verklaard, of laat de verklaring weg.' }] } }
      }
      return antwoord(await zetSignaalGezien(uitvoerder, ctx, params.signaalId), toon)
    },
  }),
]

function toon(signaal: Signaalbeeld) {
  return { status: 200, inhoud: naarJson(signaal), versie: signaal.versie }
}

function naarJson({ brin, afhandeling, geopendOp, geslotenOp, versie: _versie, ...signaal }: Signaalbeeld): object {
  const { op, ...rest } = afhandeling ?? { op: null }
  return { ...signaal, school: brin, afhandeling: afhandeling === null ? null : { ...rest, tijdstip: op }, geopendTijdstip: geopendOp, geslotenTijdstip: geslotenOp }
}
