import { type TSchema, Type } from 'typebox'
import { DatumVorm, DeelnemerIdVorm } from '../../aanlevering/index.ts'
import { beslis, CASUS_SCHEMA, type Casusfout, controleerCasus, legSignaalUit, maakBeslissing, type Tijdlijn, toonBesluit, toonTijdlijn } from '../../beslissing/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Route, route } from '../kader/route.ts'
import { BesluitVorm, CasusantwoordVorm, TijdlijnVorm } from '../vormen/besluit.ts'
import { antwoord } from './antwoord.ts'
import { BESLUIT, CASUS, CASUSANTWOORD, TIJDLIJN } from './voorbeelden-besluit.ts'

const Deelnemer = Type.Object({ deelnemerId: DeelnemerIdVorm })
const bekendOp = Type.Optional(Type.Unsafe<Datum>({ ...DatumVorm, description: 'Met de kennis van deze dag; weggelaten: met alles wat nu bekend is.' }))

/** Dezelfde vorm als de opdrachtregel leest; hier heet een datum `date`. */
const CasusVorm = Type.Unsafe<unknown>(metDatums(CASUS_SCHEMA) as TSchema)

export const besluitenRoutes: readonly Route[] = [
  route({
    operationId: 'toonBesluit', methode: 'GET', pad: '/deelnemers/{deelnemerId}/besluiten', groep: 'Besluiten', titel: 'Toon het besluit over een deelnemer',
    omschrijving: 'Welke fase, wie verzuim meldt, wie bekostigd wordt, welke registraties horen en welke signalen er zijn, op een dag. Bij elke uitkomst staan de regels, de gebruikte normen, de bronnen en hoe zeker het is, met dezelfde woorden als in het portaal.', toegang: 'deelnemer:lezen',
    vraag: { params: Deelnemer, query: Type.Object({ peildatum: Type.Optional(Type.Unsafe<Datum>({ ...DatumVorm, description: 'De dag waarover; weggelaten: vandaag.' })), bekendOp }) },
    antwoorden: { 200: { omschrijving: 'Het besluit met uitleg.', schema: BesluitVorm, voorbeeld: BESLUIT } },
    verwerk: async ({ uitvoerder, ctx, params, query }, { normen }) => antwoord(await toonBesluit(uitvoerder, ctx, params.deelnemerId, query, normen), (inhoud) => ({ status: 200, inhoud })),
  }),
  route({
    operationId: 'toonTijdlijn', methode: 'GET', pad: '/deelnemers/{deelnemerId}/tijdlijn', groep: 'Besluiten', titel: 'Toon de besluiten over een reeks dagen',
    omschrijving: 'De tijdvakken met hetzelfde besluit, de signalen met hun eerste en laatste dag, en wie op elke teldatum bekostigd wordt. Hooguit tien jaar.', toegang: 'deelnemer:lezen',
    vraag: { params: Deelnemer, query: Type.Object({ van: Type.Optional(DatumVorm), totEnMet: Type.Optional(DatumVorm), bekendOp }) },
    antwoorden: { 200: { omschrijving: 'De tijdlijn.', schema: TijdlijnVorm, voorbeeld: TIJDLIJN } },
    verwerk: async ({ uitvoerder, ctx, params, query }, { normen }) => antwoord(await toonTijdlijn(uitvoerder, ctx, params.deelnemerId, query, normen), (tijdlijn) => ({ status: 200, inhoud: tijdlijnJson(tijdlijn) })),
  }),
  route({
    operationId: 'beslisCasus', methode: 'POST', pad: '/casus', groep: 'Besluiten', titel: 'Beslis over een casus',
    omschrijving: 'Beslist over een leerling die u zelf beschrijft. Er wordt niets opgeslagen en u hebt geen sleutel nodig. Invoer en antwoord zijn die van `leerroute casus --json`.', toegang: 'openbaar',
    vraag: { lichaam: CasusVorm, voorbeeld: CASUS },
    antwoorden: { 200: { omschrijving: 'De besluiten, één per vraag en in dezelfde volgorde.', schema: CasusantwoordVorm, voorbeeld: CASUSANTWOORD } },
    verwerk: ({ lichaam }, { normen }) => {
      const gelezen = controleerCasus(lichaam)
      if (!gelezen.ok) return Promise.resolve({ weigering: naarWeigering(gelezen.reden) })
      const { dossier, vragen } = gelezen.waarde
      const beslissingen = [maakBeslissing(gelezen.waarde, vragen.map((vraag) => beslis(dossier, vraag, normen)))]
      return Promise.resolve({ status: 200, inhoud: { beslissingen } })
    },
  }),
]

function tijdlijnJson({ signalen, ...rest }: Tijdlijn): object {
  return { ...rest, signalen: signalen.map(({ van, totEnMet, signaal }) => ({ van, totEnMet, signaal: legSignaalUit(signaal) })) }
}

function naarWeigering(fouten: readonly Casusfout[]): Weigering {
  const [eerste, ...rest] = fouten.map(({ veld, regel, herstel }) => ({ veld, regel: zin(regel), watTeDoen: zin(herstel) }))
  if (!eerste) throw new Error('een casus is geweigerd zonder fouten')
  return { soort: 'ongeldig', fouten: [eerste, ...rest] }
}

function zin(tekst: string): string {
  return `${tekst.slice(0, 1).toUpperCase()}${tekst.slice(1)}.`
}

function metDatums(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(metDatums)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(Object.entries(schema).map(([naam, waarde]) => [naam, naam === 'format' && waarde === 'datum' ? 'date' : metDatums(waarde)]))
}
