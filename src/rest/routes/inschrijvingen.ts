import { Type } from 'typebox'
import { DatumVorm, DeelnemerIdVorm, InschrijvingVorm, leegMag, PersoonVorm } from '../../aanlevering/index.ts'
import {
  type Geleverd, leesInschrijving, leesInschrijvingen, leesInschrijvingGeschiedenis, leverInschrijving, schrijfUit, verwijderInschrijving, versieVanInschrijving, wijzigInschrijving,
  type InschrijvingBericht,
} from '../../bron/index.ts'
import type { Geregistreerd } from '../../database/index.ts'
import type { Deur, Gelukt, Vraag } from '../kader/route.ts'
import { type Route, route } from '../kader/route.ts'
import { geregistreerd, GeleverdVorm, lijst, OpenSignaalVorm, UitkomstVorm } from '../vormen/antwoord.ts'
import { antwoord, geleverd, GEEN_INHOUD, naarJson, toon, versie, WEG, wijktAf } from './antwoord.ts'
import * as voorbeeld from './voorbeelden.ts'

const InschrijvingIdVorm = Type.String({ pattern: '^[0-9]{2}[A-Z]{2}-[0-9A-Za-z-]{1,20}$', description: '`<BRIN>-<inschrijvingvolgnummer>`.', examples: ['21MB-E9001'] })
const Deelnemer = Type.Object({ deelnemerId: DeelnemerIdVorm })
const Een = Type.Object({ deelnemerId: DeelnemerIdVorm, inschrijvingId: InschrijvingIdVorm })
const GeregistreerdeInschrijving = geregistreerd('GeregistreerdeInschrijving', 'inschrijvingId', 'inschrijving', InschrijvingVorm)
const VOORBEELD = voorbeeld.geregistreerd({ inschrijvingId: '21MB-E9001' }, 'inschrijving', voorbeeld.INSCHRIJVING)
const PAD = '/deelnemers/{deelnemerId}/inschrijvingen'

const GeleverdeInschrijving = Type.Object({
  deelnemerId: DeelnemerIdVorm,
  inschrijvingId: InschrijvingIdVorm,
  uitkomst: UitkomstVorm,
  signalenBerekend: Type.Boolean({ description: 'Nee: het uitrekenen komt later; vraag de signalen over een paar seconden op.' }),
  signalen: Type.Array(OpenSignaalVorm, { description: 'Wat er na deze levering openstaat voor uw school.' }),
}, { $id: 'GeleverdeInschrijving' })
const GELEVERD = { ...voorbeeld.GELEVERD, inschrijvingId: '21MB-E9001', signalenBerekend: true, signalen: [] }

export const inschrijvingenRoutes: readonly Route[] = [
  route({
    operationId: 'leverInschrijving', methode: 'POST', pad: '/inschrijvingen', groep: 'Inschrijvingen', titel: 'Lever een inschrijving',
    omschrijving: 'Legt de hele stand van een inschrijving vast, voor vo, vso of mbo. Wat in het bericht ontbreekt, vervalt. Kent het register de persoon nog niet, dan komt hij erbij. Dezelfde inhoud opnieuw verandert niets. Het antwoord bevat de signalen die voor uw school openstaan.',
    toegang: 'inschrijving:schrijven', idempotent: true,
    vraag: { lichaam: Type.Object({ persoon: PersoonVorm, inschrijving: InschrijvingVorm }, { additionalProperties: false }), voorbeeld: { persoon: voorbeeld.PERSOON, inschrijving: voorbeeld.INSCHRIJVING } },
    antwoorden: {
      200: { omschrijving: 'De inschrijving was er al, en is gewijzigd of gelijk gebleven.', schema: GeleverdeInschrijving, voorbeeld: { ...GELEVERD, uitkomst: 'ongewijzigd' } },
      201: { omschrijving: 'De inschrijving is nieuw.', schema: GeleverdeInschrijving, voorbeeld: GELEVERD },
    },
    verwerk: async ({ uitvoerder, ctx, lichaam }, deur) => antwoord(await leverInschrijving(uitvoerder, ctx, lichaam), ({ deelnemerId, uitkomst }) => {
      const inschrijvingId = idVan(lichaam.inschrijving)
      return geleverd(deur, uitkomst, ['deelnemers', deelnemerId, 'inschrijvingen', inschrijvingId], { deelnemerId, inschrijvingId, uitkomst, signalenBerekend: false, signalen: [] })
    }),
    naCommit: metSignalen,
  }),
  route({
    operationId: 'toonInschrijvingen', methode: 'GET', pad: PAD, groep: 'Inschrijvingen', titel: 'Toon de inschrijvingen van een deelnemer',
    omschrijving: 'Alle inschrijvingen zoals nu bekend. Volgt de deelnemer een leerroute, dan ook die van de andere school.', toegang: 'deelnemer:lezen',
    vraag: { params: Deelnemer }, antwoorden: { 200: { omschrijving: 'De inschrijvingen.', schema: lijst(GeregistreerdeInschrijving), voorbeeld: { regels: [VOORBEELD] } } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesInschrijvingen(uitvoerder, ctx, params.deelnemerId), (alle) => ({ status: 200, inhoud: { regels: alle.map(json) } })),
  }),
  route({
    operationId: 'toonInschrijving', methode: 'GET', pad: `${PAD}/{inschrijvingId}`, groep: 'Inschrijvingen', titel: 'Toon een inschrijving',
    omschrijving: 'De hele stand zoals nu bekend. Wat in `inschrijving` staat, kunt u zo terugsturen met PUT.', toegang: 'deelnemer:lezen',
    vraag: { params: Een }, antwoorden: { 200: { omschrijving: 'De inschrijving.', schema: GeregistreerdeInschrijving, voorbeeld: VOORBEELD } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesInschrijving(uitvoerder, ctx, params.deelnemerId, sleutelUit(params)), toonEen),
  }),
  route({
    operationId: 'toonInschrijvingStanden', methode: 'GET', pad: `${PAD}/{inschrijvingId}/standen`, groep: 'Inschrijvingen', titel: 'Toon de geschiedenis van een inschrijving',
    omschrijving: 'Elke stand die ooit bekend was, de nieuwste eerst: vanaf `vastgelegdTijdstip` wisten wij het zo, tot `vervallenTijdstip`. Ook van een verwijderde inschrijving.', toegang: 'deelnemer:lezen',
    vraag: { params: Een }, antwoorden: { 200: { omschrijving: 'De standen.', schema: lijst(GeregistreerdeInschrijving), voorbeeld: { regels: [VOORBEELD] } } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesInschrijvingGeschiedenis(uitvoerder, ctx, params.deelnemerId, sleutelUit(params)), (alle) => ({ status: 200, inhoud: { regels: alle.map(json) } })),
  }),
  route({
    operationId: 'wijzigInschrijving', methode: 'PUT', pad: `${PAD}/{inschrijvingId}`, groep: 'Inschrijvingen', titel: 'Vervang een inschrijving',
    omschrijving: 'Vervangt de hele stand van een inschrijving die er al is. De oude stand blijft in de geschiedenis. Een nieuwe inschrijving levert u met POST.', toegang: 'inschrijving:schrijven',
    vraag: { params: Een, lichaam: InschrijvingVorm, voorbeeld: voorbeeld.INSCHRIJVING },
    antwoorden: { 200: { omschrijving: 'De inschrijving zoals zij nu is.', schema: GeregistreerdeInschrijving, voorbeeld: VOORBEELD } },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanInschrijving(trx, vraag.params.deelnemerId, sleutelUit(vraag.params))),
    verwerk: async ({ uitvoerder, ctx, params, lichaam }) => {
      const { deelnemerId } = params
      const mis = wijktAf({ ...lichaam }, sleutelUit(params))
      if (mis) return mis
      const gewijzigd = await wijzigInschrijving(uitvoerder, ctx, { ...lichaam, deelnemer: { deelnemerId } })
      return gewijzigd.ok ? antwoord(await leesInschrijving(uitvoerder, ctx, deelnemerId, sleutelUit(params)), toonEen) : { weigering: gewijzigd.reden }
    },
  }),
  route({
    operationId: 'verwijderInschrijving', methode: 'DELETE', pad: `${PAD}/{inschrijvingId}`, groep: 'Inschrijvingen', titel: 'Verwijder een inschrijving',
    omschrijving: 'Voor een inschrijving die er nooit had moeten zijn. Gaat de student weg? Schrijf hem dan uit.', toegang: 'inschrijving:schrijven',
    vraag: { params: Een }, antwoorden: { 204: GEEN_INHOUD },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanInschrijving(trx, vraag.params.deelnemerId, sleutelUit(vraag.params))),
    verwerk: async ({ uitvoerder, ctx, params }) => {
      const huidig = await leesInschrijving(uitvoerder, ctx, params.deelnemerId, sleutelUit(params))
      if (!huidig.ok) return { weigering: huidig.reden }
      return antwoord(await verwijderInschrijving(uitvoerder, ctx, { ...sleutelUit(params), sector: huidig.waarde.inhoud.sector, deelnemer: { deelnemerId: params.deelnemerId } }), () => WEG)
    },
  }),
  route({
    operationId: 'schrijfUit', methode: 'POST', pad: `${PAD}/{inschrijvingId}/uitschrijvingen`, groep: 'Inschrijvingen', titel: 'Schrijf een student uit',
    omschrijving: 'De inschrijving eindigt op de gegeven dag: dat is de laatste dag, inclusief. Dezelfde dag en reden opnieuw verandert niets; een andere dag verbetert de vorige.', toegang: 'inschrijving:schrijven', idempotent: true,
    vraag: {
      params: Een, lichaam: Type.Object({ datum: DatumVorm, reden: leegMag(Type.String({ maxLength: 70, description: 'Code van de reden van uitschrijving.' })) }, { additionalProperties: false }),
      voorbeeld: { datum: '2027-01-31', reden: '01' },
    },
    antwoorden: { 200: { omschrijving: 'De student is uitgeschreven.', schema: GeleverdVorm, voorbeeld: { ...voorbeeld.GELEVERD, uitkomst: 'gewijzigd' } } },
    verwerk: async ({ uitvoerder, ctx, params, lichaam }) => antwoord(
      await schrijfUit(uitvoerder, ctx, { ...sleutelUit(params), ...lichaam, deelnemer: { deelnemerId: params.deelnemerId } }), (inhoud) => ({ status: 200, inhoud })),
  }),
]

/** De signalen van na de levering; de commit is dan al gedaan, dus dit kan haar niet meer laten mislukken. */
async function metSignalen(vraag: Pick<Vraag, 'actor'>, gelukt: Gelukt, deur: Deur): Promise<Gelukt> {
  const inhoud = gelukt.inhoud as Geleverd
  const na = await deur.signalen?.signalenNa(inhoud.deelnemerId, vraag.actor)
  if (na === undefined || na.stand === 'later') return gelukt
  const signalen = na.signalen.map(({ signaalId, code, niveau, brin, eersteDag, uitleg }) => ({ signaalId, code, niveau, brin, eersteDag, uitleg }))
  return { ...gelukt, inhoud: { ...inhoud, signalenBerekend: true, signalen } }
}

function toonEen(stand: Geregistreerd<InschrijvingBericht>) {
  return toon(stand, { inschrijvingId: idVan(stand.inhoud) }, 'inschrijving')
}

function json(stand: Geregistreerd<InschrijvingBericht>): object {
  return naarJson(stand, { inschrijvingId: idVan(stand.inhoud) }, 'inschrijving')
}

function idVan({ brin, inschrijvingvolgnummer }: Pick<InschrijvingBericht, 'brin' | 'inschrijvingvolgnummer'>): string {
  return `${brin}-${inschrijvingvolgnummer}`
}

function sleutelUit({ inschrijvingId }: { readonly inschrijvingId: string }) {
  return { brin: inschrijvingId.slice(0, 4), inschrijvingvolgnummer: inschrijvingId.slice(5) }
}
