import { Type } from 'typebox'
import { AanbodVorm, BrinVorm } from '../../aanlevering/index.ts'
import { laatAanbodVervallen, leesAangebodenOpleiding, leesAangebodenOpleidingen, registreerAanbod, versieVanAanbod, type Aanbodsleutel, type GeregistreerdAanbod } from '../../rio/index.ts'
import { type Route, route } from '../kader/route.ts'
import { BladerVorm, bladzijde, geregistreerd, VastgelegdVorm } from '../vormen/antwoord.ts'
import { antwoord, CURSOR_ONBEKEND, geleverd, GEEN_INHOUD, leesBladwijzer, naarJson, toon, toonBladzijde, versie, WEG, wijktAf } from './antwoord.ts'
import * as voorbeeld from './voorbeelden.ts'

const Een = Type.Object({ aanbodId: Type.String({ pattern: '^[0-9]{2}[A-Z]{2}-.{1,60}$', description: '`<BRIN>-<eigenSleutel>`.', examples: ['21MB-Zorg GLR 201A001'] }) })
const GeregistreerdeOpleiding = geregistreerd('GeregistreerdAanbod', 'aanbodId', 'aanbod', AanbodVorm)
const VOORBEELD = voorbeeld.geregistreerd({ aanbodId: '21MB-Zorg GLR 201A001' }, 'aanbod', voorbeeld.AANBOD)
const PAD = '/aangeboden-opleidingen'

export const aanbodRoutes: readonly Route[] = [
  route({
    operationId: 'toonAangebodenOpleidingen', methode: 'GET', pad: PAD, groep: 'Aanbod', titel: 'Toon de aangeboden leerroutes',
    omschrijving: 'Alle aangeboden opleidingen met een leerroutekenmerk, zoals nu bekend. Wat scholen aanbieden is openbaar (K-RIO-01).', toegang: 'openbaar',
    vraag: { query: Type.Object({ ...BladerVorm, brin: Type.Optional(BrinVorm) }) }, antwoorden: { 200: { omschrijving: 'Een bladzijde.', schema: bladzijde(GeregistreerdeOpleiding), voorbeeld: { regels: [VOORBEELD], volgende: null, vorige: null } } },
    verwerk: async ({ uitvoerder, ctx, query }, deur) => {
      const bladwijzer = leesBladwijzer(deur, 'toonAangebodenOpleidingen', query)
      if (!bladwijzer) return CURSOR_ONBEKEND
      return antwoord(await leesAangebodenOpleidingen(uitvoerder, ctx, query.brin === undefined ? {} : { brin: query.brin }, bladwijzer),
        (gelezen) => toonBladzijde(deur, 'toonAangebodenOpleidingen', gelezen, (aanbod) => naarJson(aanbod, { aanbodId: idVan(aanbod) }, 'aanbod'), { delen: ['aangeboden-opleidingen'], query }))
    },
  }),
  route({
    operationId: 'registreerAanbod', methode: 'POST', pad: PAD, groep: 'Aanbod', titel: 'Registreer een aangeboden opleiding',
    omschrijving: 'Een school registreert haar eigen kant van een leerroute (K-RIO-01). Noemt de partner u nog niet terug, dan is dat een signaal en geen weigering.', toegang: 'aanbod:schrijven', idempotent: true,
    vraag: { lichaam: AanbodVorm, voorbeeld: voorbeeld.AANBOD },
    antwoorden: {
      200: { omschrijving: 'Was er al, en is gewijzigd of gelijk gebleven.', schema: VastgelegdVorm, voorbeeld: { uitkomst: 'ongewijzigd' } },
      201: { omschrijving: 'Nieuw vastgelegd.', schema: VastgelegdVorm, voorbeeld: { uitkomst: 'nieuw' } },
    },
    verwerk: async ({ uitvoerder, ctx, lichaam }, deur) => antwoord(await registreerAanbod(uitvoerder, ctx, lichaam),
      ({ uitkomst, brin }) => geleverd(deur, uitkomst, ['aangeboden-opleidingen', `${brin}-${lichaam.eigenSleutel}`], { uitkomst })),
  }),
  route({
    operationId: 'toonAangebodenOpleiding', methode: 'GET', pad: `${PAD}/{aanbodId}`, groep: 'Aanbod', titel: 'Toon een aangeboden opleiding',
    omschrijving: 'De aangeboden opleiding zoals nu bekend.', toegang: 'openbaar',
    vraag: { params: Een }, antwoorden: { 200: { omschrijving: 'De aangeboden opleiding.', schema: GeregistreerdeOpleiding, voorbeeld: VOORBEELD } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesAangebodenOpleiding(uitvoerder, ctx, sleutelUit(params)), toonEen),
  }),
  route({
    operationId: 'wijzigAanbod', methode: 'PUT', pad: `${PAD}/{aanbodId}`, groep: 'Aanbod', titel: 'Vervang een aangeboden opleiding',
    omschrijving: 'Vervangt de inhoud van een aangeboden opleiding die er al is, bijvoorbeeld om haar te beëindigen met een einddatum.', toegang: 'aanbod:schrijven',
    vraag: { params: Een, lichaam: AanbodVorm, voorbeeld: voorbeeld.AANBOD }, antwoorden: { 200: { omschrijving: 'De aangeboden opleiding zoals zij nu is.', schema: GeregistreerdeOpleiding, voorbeeld: VOORBEELD } },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanAanbod(trx, sleutelUit(vraag.params))),
    verwerk: async ({ uitvoerder, ctx, params, lichaam }) => {
      const sleutel = sleutelUit(params)
      const mis = wijktAf({ ...lichaam }, { eigenSleutel: sleutel.eigenSleutel })
      if (mis) return mis
      const gewijzigd = await registreerAanbod(uitvoerder, ctx, lichaam, sleutel.brin)
      return gewijzigd.ok ? antwoord(await leesAangebodenOpleiding(uitvoerder, ctx, sleutel), toonEen) : { weigering: gewijzigd.reden }
    },
  }),
  route({
    operationId: 'laatAanbodVervallen', methode: 'DELETE', pad: `${PAD}/{aanbodId}`, groep: 'Aanbod', titel: 'Laat een aangeboden opleiding vervallen',
    omschrijving: 'Een correctie: dit aanbod had er nooit moeten staan. Stopt u ermee? Geef dan een einddatum.', toegang: 'aanbod:schrijven',
    vraag: { params: Een }, antwoorden: { 204: GEEN_INHOUD },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanAanbod(trx, sleutelUit(vraag.params))),
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await laatAanbodVervallen(uitvoerder, ctx, sleutelUit(params)), () => WEG),
  }),
]

function toonEen(aanbod: GeregistreerdAanbod) {
  return toon(aanbod, { aanbodId: idVan(aanbod) }, 'aanbod')
}

function idVan({ brin, inhoud }: GeregistreerdAanbod): string {
  return `${brin}-${inhoud.eigenSleutel}`
}

function sleutelUit({ aanbodId }: { readonly aanbodId: string }): Aanbodsleutel {
  return { brin: aanbodId.slice(0, 4), eigenSleutel: aanbodId.slice(5) }
}
