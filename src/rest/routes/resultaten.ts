import { Type } from 'typebox'
import { DeelnemerIdVorm, DiplomaVorm, OnderdeelVorm, PersoonsnummerVorm } from '../../aanlevering/index.ts'
import {
  type DiplomaBericht, laatDiplomaVervallen, laatOnderdeelVervallen, leesDiplomas, leesOnderdelen, type OnderdeelBericht, registreerDiploma, registreerOnderdeel,
  versieVanDiploma, versieVanOnderdeel,
} from '../../bron/index.ts'
import type { Geregistreerd } from '../../database/index.ts'
import { type Route, route } from '../kader/route.ts'
import { geregistreerd, GeleverdVorm, lijst } from '../vormen/antwoord.ts'
import { antwoord, geleverd, GEEN_INHOUD, naarJson, toon, versie, WEG, wijktAf } from './antwoord.ts'
import * as voorbeeld from './voorbeelden.ts'

const Deelnemer = Type.Object({ deelnemerId: DeelnemerIdVorm })
const DiplomaIdVorm = Type.String({ pattern: '^[0-9]{2}[A-Z]{2}-[0-9A-Za-z-]{1,20}$', description: '`<BRIN>-<resultaatvolgnummer>`.', examples: ['21MB-D1'] })
const OnderdeelIdVorm = Type.String({
  pattern: '^[0-9]{2}[A-Z]{2}-(EXAMENONDERDEEL|GENERIEK|KEUZEDEEL|BPV)-[0-9A-Za-z-]{1,20}$', description: '`<BRIN>-<soort>-<resultaatvolgnummer>`.', examples: ['21MB-KEUZEDEEL-O1'],
})
const EenDiploma = Type.Object({ deelnemerId: DeelnemerIdVorm, diplomaId: DiplomaIdVorm })
const EenOnderdeel = Type.Object({ deelnemerId: DeelnemerIdVorm, onderdeelId: OnderdeelIdVorm })
const GeregistreerdDiploma = geregistreerd('GeregistreerdDiploma', 'diplomaId', 'diploma', DiplomaVorm)
const GeregistreerdOnderdeel = geregistreerd('GeregistreerdOnderdeel', 'onderdeelId', 'onderdeel', OnderdeelVorm)
const DIPLOMA = voorbeeld.geregistreerd({ diplomaId: '21MB-D1' }, 'diploma', voorbeeld.DIPLOMA)
const ONDERDEEL = voorbeeld.geregistreerd({ onderdeelId: '21MB-KEUZEDEEL-O1' }, 'onderdeel', voorbeeld.ONDERDEEL)
const NIEUW = { omschrijving: 'Nieuw vastgelegd.', schema: GeleverdVorm, voorbeeld: voorbeeld.GELEVERD }
const WAS_ER_AL = { omschrijving: 'Was er al, en is gewijzigd of gelijk gebleven.', schema: GeleverdVorm, voorbeeld: { ...voorbeeld.GELEVERD, uitkomst: 'ongewijzigd' } }

const diplomas: readonly Route[] = [
  route({
    operationId: 'registreerDiploma', methode: 'POST', pad: '/diplomas', groep: 'Resultaten', titel: 'Registreer een diploma',
    omschrijving: 'Legt een diploma of certificaat vast van een deelnemer van uw school. Alleen de school die het uitreikt doet dit.', toegang: 'inschrijving:schrijven', idempotent: true,
    vraag: { lichaam: Type.Object({ persoonsnummer: PersoonsnummerVorm, diploma: DiplomaVorm }, { additionalProperties: false }), voorbeeld: voorbeeld.over('diploma', voorbeeld.DIPLOMA) },
    antwoorden: { 200: WAS_ER_AL, 201: NIEUW },
    verwerk: async ({ uitvoerder, ctx, lichaam: { persoonsnummer, diploma } }, deur) => antwoord(
      await registreerDiploma(uitvoerder, ctx, { ...diploma, deelnemer: { persoonsnummer } }),
      (inhoud) => geleverd(deur, inhoud.uitkomst, ['deelnemers', inhoud.deelnemerId, 'diplomas', diplomaId(diploma)], inhoud)),
  }),
  route({
    operationId: 'toonDiplomas', methode: 'GET', pad: '/deelnemers/{deelnemerId}/diplomas', groep: 'Resultaten', titel: 'Toon de diploma’s van een deelnemer',
    omschrijving: 'Alle diploma’s zoals nu bekend; bij een leerroute ook die van de andere school.', toegang: 'deelnemer:lezen',
    vraag: { params: Deelnemer }, antwoorden: { 200: { omschrijving: 'De diploma’s.', schema: lijst(GeregistreerdDiploma), voorbeeld: { regels: [DIPLOMA] } } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesDiplomas(uitvoerder, ctx, params.deelnemerId),
      (alle) => ({ status: 200, inhoud: { regels: alle.map((diploma) => naarJson(diploma, { diplomaId: diplomaId(diploma.inhoud) }, 'diploma')) } })),
  }),
  route({
    operationId: 'toonDiploma', methode: 'GET', pad: '/deelnemers/{deelnemerId}/diplomas/{diplomaId}', groep: 'Resultaten', titel: 'Toon een diploma',
    omschrijving: 'Het diploma zoals nu bekend.', toegang: 'deelnemer:lezen',
    vraag: { params: EenDiploma }, antwoorden: { 200: { omschrijving: 'Het diploma.', schema: GeregistreerdDiploma, voorbeeld: DIPLOMA } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesDiplomas(uitvoerder, ctx, params.deelnemerId, diplomaSleutel(params)), toonDiploma),
  }),
  route({
    operationId: 'wijzigDiploma', methode: 'PUT', pad: '/deelnemers/{deelnemerId}/diplomas/{diplomaId}', groep: 'Resultaten', titel: 'Vervang een diploma',
    omschrijving: 'Vervangt de inhoud van een diploma dat er al is.', toegang: 'inschrijving:schrijven',
    vraag: { params: EenDiploma, lichaam: DiplomaVorm, voorbeeld: voorbeeld.DIPLOMA }, antwoorden: { 200: { omschrijving: 'Het diploma zoals het nu is.', schema: GeregistreerdDiploma, voorbeeld: DIPLOMA } },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanDiploma(trx, vraag.params.deelnemerId, diplomaSleutel(vraag.params))),
    verwerk: async ({ uitvoerder, ctx, params, lichaam }) => {
      const mis = wijktAf({ ...lichaam }, diplomaSleutel(params))
      if (mis) return mis
      const gewijzigd = await registreerDiploma(uitvoerder, ctx, { ...lichaam, deelnemer: { deelnemerId: params.deelnemerId } })
      return gewijzigd.ok ? antwoord(await leesDiplomas(uitvoerder, ctx, params.deelnemerId, diplomaSleutel(params)), toonDiploma) : { weigering: gewijzigd.reden }
    },
  }),
  route({
    operationId: 'laatDiplomaVervallen', methode: 'DELETE', pad: '/deelnemers/{deelnemerId}/diplomas/{diplomaId}', groep: 'Resultaten', titel: 'Laat een diploma vervallen',
    omschrijving: 'Een correctie: het diploma is niet uitgereikt.', toegang: 'inschrijving:schrijven',
    vraag: { params: EenDiploma }, antwoorden: { 204: GEEN_INHOUD },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanDiploma(trx, vraag.params.deelnemerId, diplomaSleutel(vraag.params))),
    verwerk: async ({ uitvoerder, ctx, params }) => {
      const huidig = await leesDiplomas(uitvoerder, ctx, params.deelnemerId, diplomaSleutel(params))
      const soort = huidig.ok ? huidig.waarde[0]?.inhoud.soort : undefined
      if (soort === undefined) return { weigering: { soort: 'niet-gevonden' } }
      return antwoord(await laatDiplomaVervallen(uitvoerder, ctx, { ...diplomaSleutel(params), soort, deelnemer: { deelnemerId: params.deelnemerId } }), () => WEG)
    },
  }),
]

const onderdelen: readonly Route[] = [
  route({
    operationId: 'registreerOnderdeel', methode: 'POST', pad: '/onderdelen', groep: 'Resultaten', titel: 'Registreer een onderdeel',
    omschrijving: 'Legt een examenonderdeel, generiek onderdeel, keuzedeel of bpv vast van een student van uw school.', toegang: 'inschrijving:schrijven', idempotent: true,
    vraag: { lichaam: Type.Object({ persoonsnummer: PersoonsnummerVorm, onderdeel: OnderdeelVorm }, { additionalProperties: false }), voorbeeld: voorbeeld.over('onderdeel', voorbeeld.ONDERDEEL) },
    antwoorden: { 200: WAS_ER_AL, 201: NIEUW },
    verwerk: async ({ uitvoerder, ctx, lichaam: { persoonsnummer, onderdeel } }, deur) => antwoord(
      await registreerOnderdeel(uitvoerder, ctx, { ...onderdeel, deelnemer: { persoonsnummer } }),
      (inhoud) => geleverd(deur, inhoud.uitkomst, ['deelnemers', inhoud.deelnemerId, 'onderdelen', onderdeelId(onderdeel)], inhoud)),
  }),
  route({
    operationId: 'toonOnderdelen', methode: 'GET', pad: '/deelnemers/{deelnemerId}/onderdelen', groep: 'Resultaten', titel: 'Toon de onderdelen van een student',
    omschrijving: 'De onderdelen die uw school vastlegde. Die van een andere school ziet u niet.', toegang: 'deelnemer:lezen',
    vraag: { params: Deelnemer }, antwoorden: { 200: { omschrijving: 'De onderdelen.', schema: lijst(GeregistreerdOnderdeel), voorbeeld: { regels: [ONDERDEEL] } } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesOnderdelen(uitvoerder, ctx, params.deelnemerId),
      (alle) => ({ status: 200, inhoud: { regels: alle.map((onderdeel) => naarJson(onderdeel, { onderdeelId: onderdeelId(onderdeel.inhoud) }, 'onderdeel')) } })),
  }),
  route({
    operationId: 'toonOnderdeel', methode: 'GET', pad: '/deelnemers/{deelnemerId}/onderdelen/{onderdeelId}', groep: 'Resultaten', titel: 'Toon een onderdeel',
    omschrijving: 'Het onderdeel zoals nu bekend.', toegang: 'deelnemer:lezen',
    vraag: { params: EenOnderdeel }, antwoorden: { 200: { omschrijving: 'Het onderdeel.', schema: GeregistreerdOnderdeel, voorbeeld: ONDERDEEL } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesOnderdelen(uitvoerder, ctx, params.deelnemerId, onderdeelSleutel(params)), toonOnderdeel),
  }),
  route({
    operationId: 'wijzigOnderdeel', methode: 'PUT', pad: '/deelnemers/{deelnemerId}/onderdelen/{onderdeelId}', groep: 'Resultaten', titel: 'Vervang een onderdeel',
    omschrijving: 'Vervangt de inhoud van een onderdeel dat er al is.', toegang: 'inschrijving:schrijven',
    vraag: { params: EenOnderdeel, lichaam: OnderdeelVorm, voorbeeld: voorbeeld.ONDERDEEL }, antwoorden: { 200: { omschrijving: 'Het onderdeel zoals het nu is.', schema: GeregistreerdOnderdeel, voorbeeld: ONDERDEEL } },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanOnderdeel(trx, vraag.params.deelnemerId, onderdeelSleutel(vraag.params))),
    verwerk: async ({ uitvoerder, ctx, params, lichaam }) => {
      const mis = wijktAf({ ...lichaam }, onderdeelSleutel(params))
      if (mis) return mis
      const gewijzigd = await registreerOnderdeel(uitvoerder, ctx, { ...lichaam, deelnemer: { deelnemerId: params.deelnemerId } })
      return gewijzigd.ok ? antwoord(await leesOnderdelen(uitvoerder, ctx, params.deelnemerId, onderdeelSleutel(params)), toonOnderdeel) : { weigering: gewijzigd.reden }
    },
  }),
  route({
    operationId: 'laatOnderdeelVervallen', methode: 'DELETE', pad: '/deelnemers/{deelnemerId}/onderdelen/{onderdeelId}', groep: 'Resultaten', titel: 'Laat een onderdeel vervallen',
    omschrijving: 'Een correctie: het onderdeel had hier niet moeten staan.', toegang: 'inschrijving:schrijven',
    vraag: { params: EenOnderdeel }, antwoorden: { 204: GEEN_INHOUD },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanOnderdeel(trx, vraag.params.deelnemerId, onderdeelSleutel(vraag.params))),
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(
      await laatOnderdeelVervallen(uitvoerder, ctx, { ...onderdeelSleutel(params), deelnemer: { deelnemerId: params.deelnemerId } }), () => WEG),
  }),
]

export const resultatenRoutes: readonly Route[] = [...diplomas, ...onderdelen]

function toonDiploma([diploma]: readonly Geregistreerd<DiplomaBericht>[]) {
  return diploma ? toon(diploma, { diplomaId: diplomaId(diploma.inhoud) }, 'diploma') : { weigering: { soort: 'niet-gevonden' } as const }
}

function toonOnderdeel([onderdeel]: readonly Geregistreerd<OnderdeelBericht>[]) {
  return onderdeel ? toon(onderdeel, { onderdeelId: onderdeelId(onderdeel.inhoud) }, 'onderdeel') : { weigering: { soort: 'niet-gevonden' } as const }
}

function diplomaId({ brin, resultaatvolgnummer }: Pick<DiplomaBericht, 'brin' | 'resultaatvolgnummer'>): string {
  return `${brin}-${resultaatvolgnummer}`
}

function diplomaSleutel(params: { readonly diplomaId: string }) {
  return { brin: params.diplomaId.slice(0, 4), resultaatvolgnummer: params.diplomaId.slice(5) }
}

function onderdeelId({ brin, soort, resultaatvolgnummer }: Pick<OnderdeelBericht, 'brin' | 'soort' | 'resultaatvolgnummer'>): string {
  return `${brin}-${soort}-${resultaatvolgnummer}`
}

function onderdeelSleutel(params: { readonly onderdeelId: string }) {
  const [brin = '', soort = '', ...rest] = params.onderdeelId.split('-')
  // De vorm van het adres laat alleen deze vier soorten door.
  return { brin, soort: soort as OnderdeelBericht['soort'], resultaatvolgnummer: rest.join('-') }
}
