import { Type } from 'typebox'
import {
  type Abonnement, type Aflevering, herhaalAflevering, maakAbonnement, toonAbonnement, toonAbonnementen, toonAfleveringen, verwijderAbonnement, versieVanAbonnement, wijzigAbonnement,
} from '../../gebeurtenis/index.ts'
import { type Deur, type Route, route } from '../kader/route.ts'
import { AbonnementVorm, AbonnementwijzigingVorm, AfleveringVorm, AfleverstaatVorm, NieuwAbonnementVorm } from '../vormen/gebeurtenis.ts'
import { antwoord, verwijzing, WEG } from './antwoord.ts'

const PAD = '/abonnementen'
const ID = '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b'
const AbonnementIdVorm = Type.String({ format: 'uuid', description: 'Sleutel van het abonnement.', examples: [ID] })
const Een = Type.Object({ abonnementId: AbonnementIdVorm })
const BERICHT = { url: 'https://sis.school.example/leerroute', soorten: ['inschrijvingen.gewijzigd' as const, 'signalen.geopend' as const] }
const VOORBEELD = {
  abonnementId: ID, school: '21MB', ...BERICHT, staat: 'wacht-op-controle', reden: null, aangemaaktTijdstip: '2026-09-01T08:00:00.000Z', gewijzigdTijdstip: '2026-09-01T08:00:00.000Z',
}
/** Alleen de vorm; de bytes zijn verzonnen. */
const GEHEIM = 'whsec_ZWVuLXZlcnpvbm5lbi1nZWhlaW0tdmFuLTMyLWJ5dGU='
const AFLEVERING = {
  afleveringId: ID, soort: 'signalen.geopend', onderwerp: '01930000-0000-7000-8000-000000000001', volgnummer: 1, staat: 'opgegeven', pogingen: 24,
  laatstePogingTijdstip: '2026-09-04T07:40:00.000Z', volgendePogingTijdstip: null, laatsteUitkomst: 'HTTP 500', bezorgdTijdstip: null,
}
const EEN = { 200: { omschrijving: 'Het abonnement.', schema: AbonnementVorm, voorbeeld: VOORBEELD } } as const

const UITLEG = 'Wij sturen elke gebeurtenis met POST als `application/cloudevents+json`, minstens één keer en per onderwerp op volgorde. Eerst vragen wij uw adres met OPTIONS en de kop `WebHook-Request-Origin` of het berichten wil; antwoord 200 met `WebHook-Allowed-Origin`. Elk bericht is ondertekend volgens Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`). Antwoord binnen 10 seconden met 2xx. Lukt het niet, dan proberen wij het 72 uur, steeds minder vaak. Omleidingen volgen wij niet.'

export const abonnementenRoutes: readonly Route[] = [
  route({
    operationId: 'maakAbonnement', methode: 'POST', pad: PAD, groep: 'Gebeurtenissen', titel: 'Neem een abonnement op gebeurtenissen', omschrijving: UITLEG,
    toegang: 'abonnement:beheren', idempotent: true, vraag: { lichaam: NieuwAbonnementVorm, voorbeeld: { ...BERICHT, school: '21MB', geheim: GEHEIM } },
    antwoorden: { 201: { omschrijving: 'Het abonnement. Het wordt actief zodra uw adres instemt.', schema: AbonnementVorm, voorbeeld: VOORBEELD } },
    verwerk: async ({ uitvoerder, ctx, lichaam: { school, ...bericht } }, deur) => antwoord(await maakAbonnement(uitvoerder, ctx, { ...bericht, brin: school }, regelsVan(deur)),
      (gemaakt) => ({ status: 201, inhoud: naarJson(gemaakt), koppen: { location: verwijzing(deur, 'abonnementen', gemaakt.id) }, versie: String(gemaakt.versie) })),
  }),
  route({
    operationId: 'toonAbonnementen', methode: 'GET', pad: PAD, groep: 'Gebeurtenissen', titel: 'Toon uw abonnementen', omschrijving: 'De abonnementen van uw scholen.',
    toegang: 'abonnement:beheren', vraag: {}, antwoorden: { 200: { omschrijving: 'De abonnementen.', schema: Type.Object({ regels: Type.Array(AbonnementVorm) }), voorbeeld: { regels: [VOORBEELD] } } },
    verwerk: async ({ uitvoerder, actor }) => antwoord(await toonAbonnementen(uitvoerder, actor), (alle) => ({ status: 200, inhoud: { regels: alle.map(naarJson) } })),
  }),
  route({
    operationId: 'toonAbonnement', methode: 'GET', pad: `${PAD}/{abonnementId}`, groep: 'Gebeurtenissen', titel: 'Toon een abonnement', omschrijving: 'Met de staat, en wat er mis is als het niet actief is.',
    toegang: 'abonnement:beheren', vraag: { params: Een }, antwoorden: EEN,
    verwerk: async ({ uitvoerder, actor, params }) => antwoord(await toonAbonnement(uitvoerder, actor, params.abonnementId), toon),
  }),
  route({
    operationId: 'wijzigAbonnement', methode: 'PUT', pad: `${PAD}/{abonnementId}`, groep: 'Gebeurtenissen', titel: 'Vervang een abonnement',
    omschrijving: 'Zet het hele abonnement. Een ander adres moet eerst weer instemmen; tot dan wachten de berichten. Zonder `geheim` blijft het oude.',
    toegang: 'abonnement:beheren', weigeringen: ['niet-gevonden'], vraag: { params: Een, lichaam: AbonnementwijzigingVorm, voorbeeld: BERICHT }, antwoorden: EEN,
    huidigeVersie: ({ uitvoerder, actor, params }) => versieVanAbonnement(uitvoerder, actor, params.abonnementId),
    verwerk: async ({ uitvoerder, ctx, params, lichaam }, deur) => antwoord(await wijzigAbonnement(uitvoerder, ctx, params.abonnementId, lichaam, regelsVan(deur)), toon),
  }),
  route({
    operationId: 'verwijderAbonnement', methode: 'DELETE', pad: `${PAD}/{abonnementId}`, groep: 'Gebeurtenissen', titel: 'Zeg een abonnement op',
    omschrijving: 'Er gaat niets meer naar dit adres, ook niet wat nog wachtte. Het geheim wordt gewist.',
    toegang: 'abonnement:beheren', weigeringen: ['niet-gevonden'], vraag: { params: Een }, antwoorden: { 204: { omschrijving: 'Het abonnement is opgezegd.', schema: null } },
    huidigeVersie: ({ uitvoerder, actor, params }) => versieVanAbonnement(uitvoerder, actor, params.abonnementId),
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await verwijderAbonnement(uitvoerder, ctx, params.abonnementId), () => WEG),
  }),
  route({
    operationId: 'toonAfleveringen', methode: 'GET', pad: `${PAD}/{abonnementId}/afleveringen`, groep: 'Gebeurtenissen', titel: 'Toon wat er bezorgd is',
    omschrijving: 'Wat er naar uw adres ging of nog moet, op volgorde. Met `staat=opgegeven` ziet u wat na 72 uur niet aankwam.',
    toegang: 'abonnement:beheren',
    vraag: {
      params: Een,
      query: Type.Object({
        staat: Type.Optional(AfleverstaatVorm), cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'De waarde van `volgende` uit het vorige antwoord.' })),
        pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 250, default: 50, description: 'Hoeveel op een bladzijde.' })),
      }),
    },
    antwoorden: {
      200: {
        omschrijving: 'Een bladzijde.', voorbeeld: { regels: [AFLEVERING], volgende: null },
        schema: Type.Object({ regels: Type.Array(AfleveringVorm), volgende: Type.Union([Type.String(), Type.Null()], { description: 'Cursor van de volgende bladzijde; leeg = dit was de laatste.' }) }),
      },
    },
    verwerk: async ({ uitvoerder, ctx, params, query }) => antwoord(
      await toonAfleveringen(uitvoerder, ctx, params.abonnementId, { staat: query.staat, na: query.cursor, aantal: query.pageSize ?? GEWOON_AANTAL }),
      ({ afleveringen, volgende }) => ({ status: 200, inhoud: { regels: afleveringen.map(afleveringNaarJson), volgende } })),
  }),
  route({
    operationId: 'herhaalAflevering', methode: 'POST', pad: `${PAD}/{abonnementId}/afleveringen/{afleveringId}/herhalingen`, groep: 'Gebeurtenissen', titel: 'Bezorg een gebeurtenis nog een keer',
    omschrijving: 'Voor wat opgegeven is, of wat u kwijt bent. Het `id` en `sequence` blijven gelijk, en er is weer 72 uur. Wat nog wacht blijft gewoon wachten.',
    toegang: 'abonnement:beheren', idempotent: true,
    vraag: { params: Type.Object({ abonnementId: AbonnementIdVorm, afleveringId: Type.String({ format: 'uuid', description: 'Het `id` van de gebeurtenis.', examples: [ID] }) }) },
    antwoorden: { 202: { omschrijving: 'Wij sturen het opnieuw.', schema: Type.Object({ afleveringId: Type.String({ format: 'uuid' }), staat: Type.Literal('wachtend') }), voorbeeld: { afleveringId: ID, staat: 'wachtend' } } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await herhaalAflevering(uitvoerder, ctx, params.abonnementId, params.afleveringId),
      () => ({ status: 202, inhoud: { afleveringId: params.afleveringId, staat: 'wachtend' } })),
  }),
]

const GEWOON_AANTAL = 50

/** Zonder https draait de server om te ontwikkelen; dan mag een webhook naar deze computer. */
function regelsVan({ basisUrl }: Deur) {
  return { loopbackMag: basisUrl.startsWith('http:') }
}

function toon(abonnement: Abonnement) {
  return { status: 200, inhoud: naarJson(abonnement), versie: String(abonnement.versie) }
}

function naarJson({ id, brin, url, soorten, staat, reden, aangemaaktOp, gewijzigdOp }: Abonnement): object {
  return { abonnementId: id, school: brin, url, soorten, staat, reden, aangemaaktTijdstip: aangemaaktOp, gewijzigdTijdstip: gewijzigdOp }
}

function afleveringNaarJson(a: Aflevering): object {
  return {
    afleveringId: a.gebeurtenisId, soort: a.soort, onderwerp: a.onderwerp, volgnummer: a.volgnummer, staat: a.staat, pogingen: a.pogingen, laatstePogingTijdstip: a.laatstePogingOp,
    volgendePogingTijdstip: a.volgendePogingOp, laatsteUitkomst: a.laatsteUitkomst, bezorgdTijdstip: a.bezorgdOp,
  }
}
