import { Type } from 'typebox'
import { BpvVorm, DeelnemerIdVorm, PersoonsnummerVorm } from '../../aanlevering/index.ts'
import { type BpvBericht, laatBpvVervallen, leesPraktijkovereenkomsten, registreerBpv, versieVanBpv } from '../../bron/index.ts'
import type { Geregistreerd } from '../../database/index.ts'
import { type Route, route } from '../kader/route.ts'
import { geregistreerd, GeleverdVorm, lijst } from '../vormen/antwoord.ts'
import { antwoord, geleverd, GEEN_INHOUD, naarJson, toon, versie, WEG, wijktAf } from './antwoord.ts'
import * as voorbeeld from './voorbeelden.ts'

const IdVorm = Type.String({
  pattern: '^[0-9]{2}[A-Z]{2}-[0-9A-Za-z-]{1,20}_[0-9A-Za-z-]{1,20}$', description: '`<BRIN>-<inschrijvingvolgnummer>_<bpvVolgnummer>`.', examples: ['21MB-E9001_B1'],
})
const Een = Type.Object({ deelnemerId: DeelnemerIdVorm, praktijkovereenkomstId: IdVorm })
const GeregistreerdeBpv = geregistreerd('GeregistreerdePraktijkovereenkomst', 'praktijkovereenkomstId', 'bpv', BpvVorm)
const VOORBEELD = voorbeeld.geregistreerd({ praktijkovereenkomstId: '21MB-E9001_B1' }, 'bpv', voorbeeld.BPV)
const PAD = '/deelnemers/{deelnemerId}/praktijkovereenkomsten'

export const praktijkovereenkomstenRoutes: readonly Route[] = [
  route({
    operationId: 'registreerPraktijkovereenkomst', methode: 'POST', pad: '/praktijkovereenkomsten', groep: 'Resultaten', titel: 'Registreer een praktijkovereenkomst',
    omschrijving: 'Legt een praktijkovereenkomst (bpv) vast bij een mbo-inschrijving van uw school.', toegang: 'inschrijving:schrijven', idempotent: true,
    vraag: { lichaam: Type.Object({ persoonsnummer: PersoonsnummerVorm, bpv: BpvVorm }, { additionalProperties: false }), voorbeeld: voorbeeld.over('bpv', voorbeeld.BPV) },
    antwoorden: {
      200: { omschrijving: 'Was er al, en is gewijzigd of gelijk gebleven.', schema: GeleverdVorm, voorbeeld: { ...voorbeeld.GELEVERD, uitkomst: 'ongewijzigd' } },
      201: { omschrijving: 'Nieuw vastgelegd.', schema: GeleverdVorm, voorbeeld: voorbeeld.GELEVERD },
    },
    verwerk: async ({ uitvoerder, ctx, lichaam: { persoonsnummer, bpv } }, deur) => antwoord(
      await registreerBpv(uitvoerder, ctx, { ...bpv, deelnemer: { persoonsnummer } }),
      (inhoud) => geleverd(deur, inhoud.uitkomst, ['deelnemers', inhoud.deelnemerId, 'praktijkovereenkomsten', idVan(bpv)], inhoud)),
  }),
  route({
    operationId: 'toonPraktijkovereenkomsten', methode: 'GET', pad: PAD, groep: 'Resultaten', titel: 'Toon de praktijkovereenkomsten van een student',
    omschrijving: 'Alle praktijkovereenkomsten zoals nu bekend.', toegang: 'deelnemer:lezen',
    vraag: { params: Type.Object({ deelnemerId: DeelnemerIdVorm }) }, antwoorden: { 200: { omschrijving: 'De praktijkovereenkomsten.', schema: lijst(GeregistreerdeBpv), voorbeeld: { regels: [VOORBEELD] } } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesPraktijkovereenkomsten(uitvoerder, ctx, params.deelnemerId),
      (alle) => ({ status: 200, inhoud: { regels: alle.map((bpv) => naarJson(bpv, { praktijkovereenkomstId: idVan(bpv.inhoud) }, 'bpv')) } })),
  }),
  route({
    operationId: 'toonPraktijkovereenkomst', methode: 'GET', pad: `${PAD}/{praktijkovereenkomstId}`, groep: 'Resultaten', titel: 'Toon een praktijkovereenkomst',
    omschrijving: 'De praktijkovereenkomst zoals nu bekend.', toegang: 'deelnemer:lezen',
    vraag: { params: Een }, antwoorden: { 200: { omschrijving: 'De praktijkovereenkomst.', schema: GeregistreerdeBpv, voorbeeld: VOORBEELD } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesPraktijkovereenkomsten(uitvoerder, ctx, params.deelnemerId, sleutelUit(params)), toonEen),
  }),
  route({
    operationId: 'wijzigPraktijkovereenkomst', methode: 'PUT', pad: `${PAD}/{praktijkovereenkomstId}`, groep: 'Resultaten', titel: 'Vervang een praktijkovereenkomst',
    omschrijving: 'Vervangt de inhoud van een praktijkovereenkomst die er al is, bijvoorbeeld als de bpv eindigt.', toegang: 'inschrijving:schrijven',
    vraag: { params: Een, lichaam: BpvVorm, voorbeeld: voorbeeld.BPV }, antwoorden: { 200: { omschrijving: 'De praktijkovereenkomst zoals zij nu is.', schema: GeregistreerdeBpv, voorbeeld: VOORBEELD } },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanBpv(trx, vraag.params.deelnemerId, sleutelUit(vraag.params))),
    verwerk: async ({ uitvoerder, ctx, params, lichaam }) => {
      const mis = wijktAf({ ...lichaam }, sleutelUit(params))
      if (mis) return mis
      const gewijzigd = await registreerBpv(uitvoerder, ctx, { ...lichaam, deelnemer: { deelnemerId: params.deelnemerId } })
      return gewijzigd.ok ? antwoord(await leesPraktijkovereenkomsten(uitvoerder, ctx, params.deelnemerId, sleutelUit(params)), toonEen) : { weigering: gewijzigd.reden }
    },
  }),
  route({
    operationId: 'laatPraktijkovereenkomstVervallen', methode: 'DELETE', pad: `${PAD}/{praktijkovereenkomstId}`, groep: 'Resultaten', titel: 'Laat een praktijkovereenkomst vervallen',
    omschrijving: 'Een correctie: deze praktijkovereenkomst is er nooit geweest. Eindigt zij eerder? Wijzig dan het werkelijke einde.', toegang: 'inschrijving:schrijven',
    vraag: { params: Een }, antwoorden: { 204: GEEN_INHOUD },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanBpv(trx, vraag.params.deelnemerId, sleutelUit(vraag.params))),
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(
      await laatBpvVervallen(uitvoerder, ctx, { ...sleutelUit(params), deelnemer: { deelnemerId: params.deelnemerId } }), () => WEG),
  }),
]

function toonEen([bpv]: readonly Geregistreerd<BpvBericht>[]) {
  return bpv ? toon(bpv, { praktijkovereenkomstId: idVan(bpv.inhoud) }, 'bpv') : { weigering: { soort: 'niet-gevonden' } as const }
}

function idVan({ brin, inschrijvingvolgnummer, bpvVolgnummer }: Pick<BpvBericht, 'brin' | 'inschrijvingvolgnummer' | 'bpvVolgnummer'>): string {
  return `${brin}-${inschrijvingvolgnummer}_${bpvVolgnummer}`
}

function sleutelUit({ praktijkovereenkomstId }: { readonly praktijkovereenkomstId: string }) {
  const [inschrijvingvolgnummer = '', bpvVolgnummer = ''] = praktijkovereenkomstId.slice(5).split('_')
  return { brin: praktijkovereenkomstId.slice(0, 4), inschrijvingvolgnummer, bpvVolgnummer }
}
