import { Type } from 'typebox'
import { maakCloudEvent, SCHEMAPAD, toonGebeurtenissen } from '../../gebeurtenis/index.ts'
import { type Route, route } from '../kader/route.ts'
import { GebeurtenisbladVorm, GebeurtenisdataVorm, SoortVorm } from '../vormen/gebeurtenis.ts'
import { antwoord } from './antwoord.ts'

const JSON_SCHEMA = 'https://json-schema.org/draft/2020-12/schema'
const ID = '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b'
const DEELNEMER = '01930000-0000-7000-8000-000000000001'
const VOORBEELD = {
  specversion: '1.0', id: ID, source: 'urn:nld:oin:00000099000000001000:systeem:leerroute', type: 'nl.onderwijs.inschrijvingen.gewijzigd.v1', subject: DEELNEMER,
  time: '2026-09-01T08:00:00.000Z', datacontenttype: 'application/json', dataschema: `https://leerroute.example${SCHEMAPAD}`,
  data: { school: '21MB', verwijzing: `https://leerroute.example/v1/deelnemers/${DEELNEMER}/inschrijvingen` },
}

export const gebeurtenissenRoutes: readonly Route[] = [
  route({
    operationId: 'toonGebeurtenissen', methode: 'GET', pad: '/gebeurtenissen', groep: 'Gebeurtenissen', titel: 'Lees het logboek van gebeurtenissen',
    omschrijving: 'Alles wat er bij uw scholen gebeurde, op volgorde, als CloudEvents (NL GOV-profiel). Begin zonder `na` en geef daarna steeds `volgende` mee. Zo mist u nooit iets, ook niet als een webhook niet aankwam. Een gebeurtenis zegt alleen dat er iets veranderde en waar u het ophaalt.',
    toegang: 'deelnemer:lezen',
    vraag: {
      query: Type.Object({
        na: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'De waarde van `volgende` uit het vorige antwoord. Laat weg om vooraan te beginnen.' })),
        soort: Type.Optional(SoortVorm),
        pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 250, default: 100, description: 'Hoeveel gebeurtenissen op een bladzijde.' })),
      }),
    },
    antwoorden: { 200: { omschrijving: 'Een bladzijde van het logboek.', schema: GebeurtenisbladVorm, voorbeeld: { regels: [VOORBEELD], volgende: 'ZzEuMQ', meer: false } } },
    verwerk: async ({ actor, uitvoerder, query }, { basisUrl }) => antwoord(
      await toonGebeurtenissen(uitvoerder, actor, { na: query.na, soorten: query.soort === undefined ? [] : [query.soort], aantal: query.pageSize ?? GEWOON_AANTAL }),
      ({ gebeurtenissen, volgende, meer }) => ({
        status: 200, inhoud: { regels: gebeurtenissen.map((g) => maakCloudEvent(g, basisUrl)), volgende, meer }, ...(meer ? { koppen: { link: linkNaar(basisUrl, { ...query, na: volgende }) } } : {}),
      })),
  }),
  route({
    operationId: 'toonGebeurtenisschema', methode: 'GET', pad: SCHEMAPAD.replace('/v1', ''), groep: 'Gebeurtenissen', titel: 'Toon de vorm van `data`',
    omschrijving: 'Het JSON-schema van `data` in elke gebeurtenis. Hierheen wijst `dataschema`. Een nieuwe vorm krijgt een nieuw nummer; deze blijft zoals hij is.',
    toegang: 'openbaar', vraag: {},
    antwoorden: { 200: { omschrijving: 'Het schema.', schema: Type.Object({ $schema: Type.String(), $id: Type.String(), title: Type.String() }), voorbeeld: { $schema: JSON_SCHEMA, $id: `https://leerroute.example${SCHEMAPAD}`, title: 'Gebeurtenis' } } },
    verwerk: (_vraag, { basisUrl }) => Promise.resolve({
      status: 200, inhoud: { ...(JSON.parse(JSON.stringify(GebeurtenisdataVorm)) as object), $schema: JSON_SCHEMA, $id: `${basisUrl}${SCHEMAPAD}`, title: 'Gebeurtenis' },
    }),
  }),
]

const GEWOON_AANTAL = 100


function linkNaar(basisUrl: string, query: Readonly<Record<string, unknown>>): string {
  const velden = Object.entries(query).flatMap(([naam, waarde]) => (waarde === undefined ? [] : [[naam, String(waarde)]]))
  return `<${basisUrl}/v1/gebeurtenissen?${new URLSearchParams(velden).toString()}>; rel="next"`
}
