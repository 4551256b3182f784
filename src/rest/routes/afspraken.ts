import { Type } from 'typebox'
import { BrinVorm, OvereenkomstVorm, RegelingVorm } from '../../aanlevering/index.ts'
import type { Geregistreerd } from '../../database/index.ts'
import { parseDatum } from '../../kern/datum.ts'
import {
  laatOvereenkomstVervallen, laatRegelingVervallen, leesOvereenkomst, leesOvereenkomsten, leesRegeling, leesRegelingen, legOvereenkomstVast, legRegelingVast,
  type OvereenkomstBericht, type RegelingBericht, versieVanOvereenkomst, versieVanRegeling,
} from '../../leerroute/index.ts'
import { type Route, route, type Vraag } from '../kader/route.ts'
import { BladerVorm, bladzijde, geregistreerd, VastgelegdVorm } from '../vormen/antwoord.ts'
import { antwoord, CURSOR_ONBEKEND, geleverd, GEEN_INHOUD, leesBladwijzer, naarJson, toon, toonBladzijde, versie, WEG, wijktAf } from './antwoord.ts'
import * as voorbeeld from './voorbeelden.ts'

const NamensVorm = Type.Object({ brin: Type.Optional(Type.Unsafe<string>({ ...BrinVorm, description: 'De school namens wie; haar bestuur is partij. Alleen beheer laat dit weg.' })) })
const EenOvereenkomst = Type.Object({ kenmerk: Type.String({ minLength: 1, maxLength: 100, description: 'Kenmerk van de overeenkomst.', examples: ['SOK 2026-12'] }) })
const EenRegeling = Type.Object({ regelingId: Type.String({ pattern: '^[0-9]{5}-[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', description: '`<bestuursnummer>-<eerste dag>`.', examples: ['40002-2026-08-01'] }) })
const GeregistreerdeOvereenkomst = geregistreerd('GeregistreerdeOvereenkomst', 'kenmerk', 'overeenkomst', OvereenkomstVorm)
const GeregistreerdeRegeling = geregistreerd('GeregistreerdeRegeling', 'regelingId', 'regeling', RegelingVorm)
const OVEREENKOMST = voorbeeld.geregistreerd({ kenmerk: 'SOK 2026-12' }, 'overeenkomst', voorbeeld.OVEREENKOMST)
const REGELING = voorbeeld.geregistreerd({ regelingId: '40002-2026-08-01' }, 'regeling', voorbeeld.REGELING)
const ANTWOORDEN = {
  200: { omschrijving: 'Was er al, en is gewijzigd of gelijk gebleven.', schema: VastgelegdVorm, voorbeeld: { uitkomst: 'ongewijzigd' } },
  201: { omschrijving: 'Nieuw vastgelegd.', schema: VastgelegdVorm, voorbeeld: { uitkomst: 'nieuw' } },
}
const Bladerquery = Type.Object(BladerVorm)

const overeenkomsten: readonly Route[] = [
  route({
    operationId: 'legOvereenkomstVast', methode: 'POST', pad: '/samenwerkingsovereenkomsten', groep: 'Afspraken', titel: 'Leg een samenwerkingsovereenkomst vast',
    omschrijving: 'Een overeenkomst tussen bevoegde gezagen over leerroutes (K-SOK-01). `brin` is de school namens wie u vastlegt; haar bestuur is partij.', toegang: 'afspraak:schrijven', idempotent: true,
    vraag: { lichaam: OvereenkomstVorm, voorbeeld: voorbeeld.OVEREENKOMST }, antwoorden: ANTWOORDEN,
    verwerk: async ({ uitvoerder, ctx, lichaam }, deur) => antwoord(await legOvereenkomstVast(uitvoerder, ctx, lichaam),
      (inhoud) => geleverd(deur, inhoud.uitkomst, ['samenwerkingsovereenkomsten', lichaam.kenmerk], inhoud)),
  }),
  route({
    operationId: 'toonOvereenkomsten', methode: 'GET', pad: '/samenwerkingsovereenkomsten', groep: 'Afspraken', titel: 'Toon de samenwerkingsovereenkomsten',
    omschrijving: 'De overeenkomsten waarin het bestuur van uw school partij is.', toegang: 'aangemeld',
    vraag: { query: Bladerquery }, antwoorden: { 200: { omschrijving: 'Een bladzijde.', schema: bladzijde(GeregistreerdeOvereenkomst), voorbeeld: { regels: [OVEREENKOMST], volgende: null, vorige: null } } },
    verwerk: async ({ uitvoerder, ctx, query }, deur) => {
      const bladwijzer = leesBladwijzer(deur, 'toonOvereenkomsten', query)
      if (!bladwijzer) return CURSOR_ONBEKEND
      return antwoord(await leesOvereenkomsten(uitvoerder, ctx, bladwijzer),
        (gelezen) => toonBladzijde(deur, 'toonOvereenkomsten', gelezen, (een) => naarJson(een, { kenmerk: een.inhoud.kenmerk }, 'overeenkomst'), { delen: ['samenwerkingsovereenkomsten'], query }))
    },
  }),
  route({
    operationId: 'toonOvereenkomst', methode: 'GET', pad: '/samenwerkingsovereenkomsten/{kenmerk}', groep: 'Afspraken', titel: 'Toon een samenwerkingsovereenkomst',
    omschrijving: 'De overeenkomst zoals nu bekend.', toegang: 'aangemeld',
    vraag: { params: EenOvereenkomst }, antwoorden: { 200: { omschrijving: 'De overeenkomst.', schema: GeregistreerdeOvereenkomst, voorbeeld: OVEREENKOMST } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesOvereenkomst(uitvoerder, ctx, params.kenmerk), toonOvereenkomst),
  }),
  route({
    operationId: 'wijzigOvereenkomst', methode: 'PUT', pad: '/samenwerkingsovereenkomsten/{kenmerk}', groep: 'Afspraken', titel: 'Vervang een samenwerkingsovereenkomst',
    omschrijving: 'Vervangt de partijen en dagen van een overeenkomst die er al is, bijvoorbeeld om haar te verlengen of te beëindigen.', toegang: 'afspraak:schrijven',
    vraag: { params: EenOvereenkomst, lichaam: OvereenkomstVorm, voorbeeld: voorbeeld.OVEREENKOMST }, antwoorden: { 200: { omschrijving: 'De overeenkomst zoals zij nu is.', schema: GeregistreerdeOvereenkomst, voorbeeld: OVEREENKOMST } },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanOvereenkomst(trx, vraag.params.kenmerk)),
    verwerk: async ({ uitvoerder, ctx, params, lichaam }) => {
      const mis = wijktAf({ ...lichaam }, params)
      if (mis) return mis
      const gewijzigd = await legOvereenkomstVast(uitvoerder, ctx, lichaam)
      return gewijzigd.ok ? antwoord(await leesOvereenkomst(uitvoerder, ctx, params.kenmerk), toonOvereenkomst) : { weigering: gewijzigd.reden }
    },
  }),
  route({
    operationId: 'laatOvereenkomstVervallen', methode: 'DELETE', pad: '/samenwerkingsovereenkomsten/{kenmerk}', groep: 'Afspraken', titel: 'Laat een samenwerkingsovereenkomst vervallen',
    omschrijving: 'Een correctie: deze overeenkomst is er nooit geweest. Eindigt zij? Geef dan een laatste dag.', toegang: 'afspraak:schrijven',
    vraag: { params: EenOvereenkomst, query: NamensVorm }, antwoorden: { 204: GEEN_INHOUD },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanOvereenkomst(trx, vraag.params.kenmerk)),
    verwerk: async ({ uitvoerder, ctx, params, query }) => antwoord(await laatOvereenkomstVervallen(uitvoerder, ctx, { ...params, ...query }), () => WEG),
  }),
]

const regelingen: readonly Route[] = [
  route({
    operationId: 'legRegelingVast', methode: 'POST', pad: '/interne-regelingen', groep: 'Afspraken', titel: 'Leg een interne regeling vast',
    omschrijving: 'Een regeling binnen één bevoegd gezag dat beide scholen bestuurt; zij komt in plaats van de overeenkomst (K-SOK-02).', toegang: 'afspraak:schrijven', idempotent: true,
    vraag: { lichaam: RegelingVorm, voorbeeld: voorbeeld.REGELING }, antwoorden: ANTWOORDEN,
    verwerk: async ({ uitvoerder, ctx, lichaam }, deur) => antwoord(await legRegelingVast(uitvoerder, ctx, lichaam),
      (inhoud) => geleverd(deur, inhoud.uitkomst, ['interne-regelingen', regelingId(lichaam)], inhoud)),
  }),
  route({
    operationId: 'toonRegelingen', methode: 'GET', pad: '/interne-regelingen', groep: 'Afspraken', titel: 'Toon de interne regelingen',
    omschrijving: 'De interne regelingen van het bestuur van uw school.', toegang: 'aangemeld',
    vraag: { query: Bladerquery }, antwoorden: { 200: { omschrijving: 'Een bladzijde.', schema: bladzijde(GeregistreerdeRegeling), voorbeeld: { regels: [REGELING], volgende: null, vorige: null } } },
    verwerk: async ({ uitvoerder, ctx, query }, deur) => {
      const bladwijzer = leesBladwijzer(deur, 'toonRegelingen', query)
      if (!bladwijzer) return CURSOR_ONBEKEND
      return antwoord(await leesRegelingen(uitvoerder, ctx, bladwijzer),
        (gelezen) => toonBladzijde(deur, 'toonRegelingen', gelezen, (een) => naarJson(een, { regelingId: regelingId(een.inhoud) }, 'regeling'), { delen: ['interne-regelingen'], query }))
    },
  }),
  route({
    operationId: 'toonRegeling', methode: 'GET', pad: '/interne-regelingen/{regelingId}', groep: 'Afspraken', titel: 'Toon een interne regeling',
    omschrijving: 'De interne regeling zoals nu bekend.', toegang: 'aangemeld',
    vraag: { params: EenRegeling }, antwoorden: { 200: { omschrijving: 'De regeling.', schema: GeregistreerdeRegeling, voorbeeld: REGELING } },
    verwerk: async ({ uitvoerder, ctx, params }) => {
      const sleutel = regelingSleutel(params)
      return sleutel ? antwoord(await leesRegeling(uitvoerder, ctx, sleutel), toonRegeling) : NIET_GEVONDEN
    },
  }),
  route({
    operationId: 'wijzigRegeling', methode: 'PUT', pad: '/interne-regelingen/{regelingId}', groep: 'Afspraken', titel: 'Vervang een interne regeling',
    omschrijving: 'Vervangt de laatste dag van een interne regeling die er al is.', toegang: 'afspraak:schrijven',
    vraag: { params: EenRegeling, lichaam: RegelingVorm, voorbeeld: voorbeeld.REGELING }, antwoorden: { 200: { omschrijving: 'De regeling zoals zij nu is.', schema: GeregistreerdeRegeling, voorbeeld: REGELING } },
    huidigeVersie: (vraag) => versieVan(vraag),
    verwerk: async ({ uitvoerder, ctx, params, lichaam }) => {
      const sleutel = regelingSleutel(params)
      if (!sleutel) return NIET_GEVONDEN
      const mis = wijktAf({ ...lichaam }, sleutel)
      if (mis) return mis
      const gewijzigd = await legRegelingVast(uitvoerder, ctx, lichaam)
      return gewijzigd.ok ? antwoord(await leesRegeling(uitvoerder, ctx, sleutel), toonRegeling) : { weigering: gewijzigd.reden }
    },
  }),
  route({
    operationId: 'laatRegelingVervallen', methode: 'DELETE', pad: '/interne-regelingen/{regelingId}', groep: 'Afspraken', titel: 'Laat een interne regeling vervallen',
    omschrijving: 'Een correctie: deze regeling is er nooit geweest. Eindigt zij? Geef dan een laatste dag.', toegang: 'afspraak:schrijven',
    vraag: { params: EenRegeling, query: NamensVorm }, antwoorden: { 204: GEEN_INHOUD },
    huidigeVersie: (vraag) => versieVan(vraag),
    verwerk: async ({ uitvoerder, ctx, params, query }) => {
      const sleutel = regelingSleutel(params)
      return sleutel ? antwoord(await laatRegelingVervallen(uitvoerder, ctx, { ...sleutel, ...query }), () => WEG) : NIET_GEVONDEN
    },
  }),
]

export const afsprakenRoutes: readonly Route[] = [...overeenkomsten, ...regelingen]

const NIET_GEVONDEN = { weigering: { soort: 'niet-gevonden' } } as const

function versieVan(vraag: Pick<Vraag, 'uitvoerder' | 'actor'> & { readonly params: { readonly regelingId: string } }): Promise<string | undefined> {
  const sleutel = regelingSleutel(vraag.params)
  return sleutel ? versie(vraag, (trx) => versieVanRegeling(trx, sleutel)) : Promise.resolve(undefined)
}

function toonOvereenkomst(een: Geregistreerd<OvereenkomstBericht>) {
  return toon(een, { kenmerk: een.inhoud.kenmerk }, 'overeenkomst')
}

function toonRegeling(een: Geregistreerd<RegelingBericht>) {
  return toon(een, { regelingId: regelingId(een.inhoud) }, 'regeling')
}

function regelingId({ bevoegdGezag, van }: RegelingBericht): string {
  return `${bevoegdGezag}-${van}`
}

/** Undefined bij een dag die niet bestaat: zo'n regeling is er niet. */
function regelingSleutel({ regelingId: id }: { readonly regelingId: string }): Pick<RegelingBericht, 'bevoegdGezag' | 'van'> | undefined {
  const van = parseDatum(id.slice(6))
  return van && { bevoegdGezag: id.slice(0, 5), van }
}
