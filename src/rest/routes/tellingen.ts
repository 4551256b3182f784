import { Type } from 'typebox'
import { BrinVorm, DatumVorm, DeelnemerIdVorm } from '../../aanlevering/index.ts'
import { toonTellingregels, voerTellingUit, type Tellingvraag } from '../../beslissing/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { type Route, route } from '../kader/route.ts'
import { BladerVorm, bladzijde } from '../vormen/antwoord.ts'
import { antwoord, CURSOR_ONBEKEND, leesBladwijzer, toonBladzijde } from './antwoord.ts'

const PAD = '/tellingen/{brin}/{teldatum}'
const Een = Type.Object({ brin: BrinVorm, teldatum: DatumVorm })
const BekendOp = { bekendOp: Type.Optional({ ...DatumVorm, description: 'Telt met wat op deze dag bekend was, in plaats van nu.' }) }
const BetalerVorm = Type.Union([Type.Literal('VO'), Type.Literal('MBO'), Type.Literal('onbepaald'), Type.Literal('geen')], { description: 'De sector die betaalt.' })
const StatusVorm = Type.Union([Type.Literal('telt'), Type.Literal('elders'), Type.Literal('niemand'), Type.Literal('wacht')], {
  description: 'telt: deze school krijgt het geld. elders: een andere sector of school. niemand: geen claim. wacht: nog niet te bepalen.',
})
const RegelsVorm = Type.Array(Type.String({ examples: ['K-BEK-03'] }), { description: 'De regels achter de zin; zie /regels.' })
const UitlegVorm = Type.String({ description: 'De reden als volledige zin.' })
const Aantal = (description: string) => Type.Integer({ minimum: 0, description })

const TellingVorm = Type.Object({
  brin: BrinVorm,
  teldatum: DatumVorm,
  bekendOp: Type.Union([DatumVorm, Type.Null()]),
  bekostigingsjaar: Type.Union([Type.Object({ jaar: Type.Integer(), telling: Type.Union([Type.Literal('inschrijvingen'), Type.Literal('correctie')]) }), Type.Null()], { description: 'Leeg als de dag geen teldatum van het mbo is (K-BEK-08).' }),
  studenten: Aantal('Studenten met een inschrijving op de teldatum bij deze school.'),
  aantallen: Type.Object({ telt: Aantal('Tellen mee bij deze school.'), elders: Aantal('Betaald bij een andere sector of school.'), niemand: Aantal('Niemand betaalt.'), wacht: Aantal('Nog niet te bepalen.') }),
  perReden: Type.Array(Type.Object({ status: StatusVorm, betaler: BetalerVorm, regels: RegelsVorm, uitleg: UitlegVorm, studenten: Aantal('Hoeveel studenten deze reden hebben.') })),
  normenVersie: Type.String({ description: 'Met welke normen gerekend is.' }),
}, { $id: 'Telling' })

const TellingregelVorm = Type.Object({
  deelnemerId: DeelnemerIdVorm,
  naam: Type.Union([Type.String(), Type.Null()]),
  fase: Type.Union([Type.Literal('VO'), Type.Literal('MBO'), Type.Literal('onbepaald'), Type.Null()]),
  betaler: BetalerVorm,
  status: StatusVorm,
  ookGevraagdDoor: Type.Array(BrinVorm, { description: 'Andere scholen in dezelfde sector die voor deze student geld vragen.' }),
  regels: RegelsVorm,
  uitleg: UitlegVorm,
}, { $id: 'Tellingregel' })

const REDEN = { status: 'telt', betaler: 'MBO', regels: ['K-BEK-03', 'K-BEK-02', 'K-BEK-08'], uitleg: 'Het mbo betaalt: er is een open mbo-inschrijving met de route, fase MBO en indicatie J. Deze teldatum telt voor bekostigingsjaar 2028, samen met de diploma’s van 2026.' } as const
const TELLING = {
  brin: '21MB', teldatum: '2026-10-01', bekendOp: null, bekostigingsjaar: { jaar: 2028, telling: 'inschrijvingen' }, studenten: 1,
  aantallen: { telt: 1, elders: 0, niemand: 0, wacht: 0 }, perReden: [{ ...REDEN, studenten: 1 }], normenVersie: '2026-11-24',
}
const REGEL = { deelnemerId: '01930000-0000-7000-8000-000000000001', naam: 'Mila Hoekstra', fase: 'MBO', ...REDEN, ookGevraagdDoor: [] }

export const tellingenRoutes: readonly Route[] = [
  route({
    operationId: 'toonTelling', methode: 'GET', pad: PAD, groep: 'Besluiten', titel: 'Tel een school op een teldatum',
    omschrijving: 'Hoeveel studenten tellen mee, bij wie, en waarom: een vooruitblik met wat er nu in het register staat. De vaststelling doet DUO. Op een andere dag is het antwoord alsof die dag een teldatum was.',
    toegang: 'deelnemer:lezen', vraag: { params: Een, query: Type.Object(BekendOp) }, antwoorden: { 200: { omschrijving: 'De telling.', schema: TellingVorm, voorbeeld: TELLING } },
    verwerk: async ({ ctx, params, query }, { database, normen }) => antwoord(await voerTellingUit(database, ctx, vraagUit(params, query), normen), (telling) => ({ status: 200, inhoud: telling })),
  }),
  route({
    operationId: 'toonTellingStudenten', methode: 'GET', pad: `${PAD}/studenten`, groep: 'Besluiten', titel: 'Toon de studenten van een telling',
    omschrijving: 'Per student wie er op de teldatum betaalt en waarom. Alleen wie die dag bij de school stond ingeschreven.',
    toegang: 'deelnemer:lezen', vraag: { params: Een, query: Type.Object({ ...BladerVorm, ...BekendOp }) },
    antwoorden: { 200: { omschrijving: 'Een bladzijde.', schema: bladzijde(TellingregelVorm), voorbeeld: { regels: [REGEL], volgende: null, vorige: null } } },
    verwerk: async ({ actor, params, query }, deur) => {
      const bladwijzer = leesBladwijzer(deur, 'toonTellingStudenten', query)
      if (bladwijzer === undefined || bladwijzer.voor !== undefined) return CURSOR_ONBEKEND
      return antwoord(await toonTellingregels(deur.database, actor, vraagUit(params, query), bladwijzer, deur.normen),
        ({ regels, volgende }) => toonBladzijde(deur, 'toonTellingStudenten', { regels, volgende, vorige: null }, (regel) => regel, { delen: ['tellingen', params.brin, params.teldatum, 'studenten'], query }))
    },
  }),
]

function vraagUit({ brin, teldatum }: { readonly brin: string; readonly teldatum: Datum }, { bekendOp }: { readonly bekendOp?: Datum }): Tellingvraag {
  return { brin, teldatum, bekendOp: bekendOp ?? null }
}
