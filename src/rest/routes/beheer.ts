import { Type } from 'typebox'
import { AanbiederVorm, BestuursnummerVorm, BrinVorm, OrganisatieVorm, SchoolvakantieVorm, SectorVorm } from '../../aanlevering/index.ts'
import { HOOFDCODE, type OrganisatieBericht, versieVanBericht, versieVanOrganisatie } from '../../organisatie/index.ts'
import { leesOrganisatie, leesOrganisaties, registreerOrganisatie } from '../../toegang/index.ts'
import { leesSchoolvakanties, registreerSchoolvakantie } from '../../verzuim/index.ts'
import { type Route, route } from '../kader/route.ts'
import { BladerVorm, bladzijde, lijst, VastgelegdVorm } from '../vormen/antwoord.ts'
import { antwoord, CURSOR_ONBEKEND, geleverd, leesBladwijzer, toonBladzijde, versie } from './antwoord.ts'
import * as voorbeeld from './voorbeelden.ts'

const Een = Type.Object({ code: Type.String({ pattern: '^([0-9]{2}[A-Z]{2}|[0-9]{5}|[0-9A-Z]{20})$', description: 'BRIN van een school, bestuursnummer van een bestuur, of OIN van een leverancier.', examples: ['11VA'] }) })
const School = Type.Object({
  brin: BrinVorm, naam: Type.String(), bevoegdGezag: Type.Union([BestuursnummerVorm, Type.Null()]),
  onderwijsaanbieders: Type.Array(Type.Object({ code: AanbiederVorm, naam: Type.String(), sector: SectorVorm })),
}, { $id: 'School' })
const SCHOOL = { brin: '21MB', naam: 'ROC Lindemeer', bevoegdGezag: '50001', onderwijsaanbieders: [{ code: '201A001', naam: 'ROC Lindemeer', sector: 'MBO' }] }
const ANTWOORDEN = {
  200: { omschrijving: 'Was er al, en is gewijzigd of gelijk gebleven.', schema: VastgelegdVorm, voorbeeld: { uitkomst: 'ongewijzigd' } },
  201: { omschrijving: 'Nieuw vastgelegd.', schema: VastgelegdVorm, voorbeeld: { uitkomst: 'nieuw' } },
}

export const beheerRoutes: readonly Route[] = [
  route({
    operationId: 'toonOrganisaties', methode: 'GET', pad: '/organisaties', groep: 'Beheer', titel: 'Toon de scholen',
    omschrijving: 'De scholen van vandaag met hun bevoegd gezag en onderwijsaanbieders. Openbaar.', toegang: 'openbaar',
    vraag: { query: Type.Object(BladerVorm) }, antwoorden: { 200: { omschrijving: 'Een bladzijde.', schema: bladzijde(School), voorbeeld: { regels: [SCHOOL], volgende: null, vorige: null } } },
    verwerk: async ({ uitvoerder, ctx, query }, deur) => {
      const bladwijzer = leesBladwijzer(deur, 'toonOrganisaties', query)
      if (!bladwijzer) return CURSOR_ONBEKEND
      return antwoord(await leesOrganisaties(uitvoerder, ctx, bladwijzer), (gelezen) => toonBladzijde(deur, 'toonOrganisaties', gelezen, (school) => school, { delen: ['organisaties'], query }))
    },
  }),
  route({
    operationId: 'toonOrganisatie', methode: 'GET', pad: '/organisaties/{code}', groep: 'Beheer', titel: 'Toon een organisatie',
    omschrijving: 'Een school, bestuur of leverancier met al haar codes door de tijd. Openbaar.', toegang: 'openbaar',
    vraag: { params: Een }, antwoorden: { 200: { omschrijving: 'De organisatie.', schema: OrganisatieVorm, voorbeeld: voorbeeld.ORGANISATIE } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesOrganisatie(uitvoerder, ctx, params.code), toonOrganisatie),
  }),
  route({
    operationId: 'registreerOrganisatie', methode: 'POST', pad: '/organisaties', groep: 'Beheer', titel: 'Registreer een organisatie',
    omschrijving: 'Legt de hele stand van een school, bestuur of leverancier vast; wat niet meer genoemd wordt, vervalt. Alleen voor beheer.', toegang: 'organisatie:schrijven', weigeringen: [], idempotent: true,
    vraag: { lichaam: OrganisatieVorm, voorbeeld: voorbeeld.ORGANISATIE }, antwoorden: ANTWOORDEN,
    verwerk: async ({ uitvoerder, ctx, lichaam }, deur) => antwoord(await registreerOrganisatie(uitvoerder, ctx, lichaam),
      (inhoud) => geleverd(deur, inhoud.uitkomst, ['organisaties', hoofdcode(lichaam)], inhoud)),
  }),
  route({
    operationId: 'wijzigOrganisatie', methode: 'PUT', pad: '/organisaties/{code}', groep: 'Beheer', titel: 'Vervang een organisatie',
    omschrijving: 'Vervangt de hele stand van een organisatie die er al is. Alleen voor beheer.', toegang: 'organisatie:schrijven', weigeringen: ['niet-gevonden'],
    vraag: { params: Een, lichaam: OrganisatieVorm, voorbeeld: voorbeeld.ORGANISATIE }, antwoorden: { 200: { omschrijving: 'De organisatie zoals zij nu is.', schema: OrganisatieVorm, voorbeeld: voorbeeld.ORGANISATIE } },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanOrganisatie(trx, vraag.params.code)),
    verwerk: async ({ uitvoerder, ctx, params, lichaam }) => {
      if (hoofdcode(lichaam) !== params.code) {
        return { weigering: { soort: 'ongeldig', fouten: [{ veld: 'identificaties', regel: `In het adres staat ${params.code}; die code staat niet als hoofdcode in het bericht.`, watTeDoen: 'Neem de code uit het adres op, of registreer een nieuwe organisatie.' }] } }
      }
      const gewijzigd = await registreerOrganisatie(uitvoerder, ctx, lichaam)
      return gewijzigd.ok ? antwoord(await leesOrganisatie(uitvoerder, ctx, params.code), toonOrganisatie) : { weigering: gewijzigd.reden }
    },
  }),
  route({
    operationId: 'toonSchoolvakanties', methode: 'GET', pad: '/schoolvakanties', groep: 'Beheer', titel: 'Toon de schoolvakanties',
    omschrijving: 'De schoolvakanties, voor vo en mbo gelijk. Openbaar.', toegang: 'openbaar',
    vraag: {}, antwoorden: { 200: { omschrijving: 'De vakanties.', schema: lijst(SchoolvakantieVorm), voorbeeld: { regels: [voorbeeld.SCHOOLVAKANTIE] } } },
    verwerk: async ({ uitvoerder, ctx }) => antwoord(await leesSchoolvakanties(uitvoerder, ctx), (regels) => ({ status: 200, inhoud: { regels } })),
  }),
  route({
    operationId: 'registreerSchoolvakantie', methode: 'POST', pad: '/schoolvakanties', groep: 'Beheer', titel: 'Registreer een schoolvakantie',
    omschrijving: 'Legt een vakantie vast, voor vo en mbo gelijk. Een vakantie die overlapt, vervalt. Alleen voor beheer.', toegang: 'organisatie:schrijven', weigeringen: [], idempotent: true,
    vraag: { lichaam: SchoolvakantieVorm, voorbeeld: voorbeeld.SCHOOLVAKANTIE }, antwoorden: ANTWOORDEN,
    verwerk: async ({ uitvoerder, ctx, lichaam }, deur) => antwoord(await registreerSchoolvakantie(uitvoerder, ctx, lichaam),
      (inhoud) => geleverd(deur, inhoud.uitkomst, ['schoolvakanties'], inhoud)),
  }),
]

function toonOrganisatie(inhoud: OrganisatieBericht) {
  return { status: 200, inhoud, versie: versieVanBericht(inhoud) }
}

function hoofdcode({ soort, identificaties }: OrganisatieBericht): string {
  return identificaties.find((code) => code.soort === HOOFDCODE[soort])?.waarde ?? ''
}
