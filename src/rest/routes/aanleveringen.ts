import { Type } from 'typebox'
import {
  type Aanlevering, leesTerugkoppelingen, neemAanleveringAan, stroomTerugkoppelingen, type TerugkoppelingMetSignalen, toetsLevering, toonAanlevering, toonAanleveringen,
} from '../../aanlevering/index.ts'
import { stapel } from '../../bron/index.ts'
import { bladAntwoord, bladvelden, bladvorm, leesBlad } from '../kader/blad.ts'
import { type Route, route } from '../kader/route.ts'
import { AanleveringVorm, RecorduitkomstVorm, TerugkoppelingVorm, ToetsuitslagVorm } from '../vormen/aanlevering.ts'
import { VOORBEELD_AANLEVERING, VOORBEELDBESTAND, VOORBEELD_TERUGKOPPELING, VOORBEELD_TOETS } from './voorbeelden-aanlevering.ts'

const Een = Type.Object({ aanleveringId: Type.String({ format: 'uuid', description: 'Sleutel van de aanlevering.', examples: [VOORBEELD_AANLEVERING.aanleveringId] }) })
const Keuze = { uitkomst: Type.Optional(RecorduitkomstVorm) }
const PAD = '/aanleveringen'
const NDJSON = 'application/x-ndjson'

export const aanleveringenRoutes: readonly Route[] = [
  route({
    operationId: 'leverAan', methode: 'POST', pad: PAD, groep: 'Aanleveringen', titel: 'Lever een bestand aan',
    omschrijving: 'Een bestand met veel records: NDJSON (één record per regel, in de volgorde waarin het geldt), of een RO of GRONDSLAG van DUO. Wij herkennen het aan de inhoud. Het antwoord komt meteen (202); de verwerking gebeurt op de achtergrond, ook na een storing. Een fout record houdt de andere niet op.',
    toegang: 'aangemeld', idempotent: true, vraag: { bestand: [NDJSON, 'text/csv'], voorbeeld: VOORBEELDBESTAND },
    antwoorden: { 202: { omschrijving: 'In ontvangst genomen. `Location` is het adres van de aanlevering.', schema: AanleveringVorm, voorbeeld: { ...VOORBEELD_AANLEVERING, staat: 'wachtend', begonnenTijdstip: null, klaarTijdstip: null, verwerkt: 0, voortgang: 0, recordsPerSeconde: null, tellingen: { nieuw: 0, gewijzigd: 0, ongewijzigd: 0, ouder: 0, afgekeurd: 0, 'geen-recht': 0 } } } },
    verwerk: async ({ uitvoerder, ctx, bestand }, deur) => {
      const aangenomen = await neemAanleveringAan(uitvoerder, ctx, bestand.stroom, { naam: bestand.naam })
      if (!aangenomen.ok) return { weigering: aangenomen.reden }
      const gemaakt = await toonAanlevering(uitvoerder, ctx, aangenomen.waarde.aanleveringId)
      if (!gemaakt.ok) return { weigering: gemaakt.reden }
      return { status: 202, inhoud: naarJson(gemaakt.waarde), koppen: { location: `${deur.basisUrl}/v1${PAD}/${gemaakt.waarde.aanleveringId}`, 'retry-after': '5' } }
    },
  }),
  route({
    operationId: 'toonAanleveringen', methode: 'GET', pad: PAD, groep: 'Aanleveringen', titel: 'Toon uw aanleveringen',
    omschrijving: 'De aanleveringen van uw sleutel en van uw scholen, nieuwste eerst.', toegang: 'aangemeld',
    vraag: { query: Type.Object({ ...bladvelden, bestandsnaam: Type.Optional(Type.String({ maxLength: 200, description: 'Alleen aanleveringen van een bestand met deze naam.' })) }) },
    antwoorden: { 200: { omschrijving: 'Een bladzijde.', schema: bladvorm(AanleveringVorm), voorbeeld: { regels: [VOORBEELD_AANLEVERING], volgende: null } } },
    verwerk: async ({ uitvoerder, ctx, query }, deur) => {
      const blad = leesBlad(deur.kluis, 'toonAanleveringen', query)
      if (!blad.ok) return { weigering: blad.reden }
      const naam = query.bestandsnaam
      const gelezen = await toonAanleveringen(uitvoerder, ctx, { na: blad.waarde.na?.[0] ?? null, aantal: blad.waarde.aantal, ...(naam === undefined ? {} : { naam }) })
      return bladAntwoord(deur.kluis, 'toonAanleveringen', `${deur.basisUrl}/v1${PAD}`, query, { regels: gelezen.regels.map(naarJson), volgende: gelezen.volgende === null ? null : [gelezen.volgende] })
    },
  }),
  route({
    operationId: 'toonAanlevering', methode: 'GET', pad: `${PAD}/{aanleveringId}`, groep: 'Aanleveringen', titel: 'Toon een aanlevering',
    omschrijving: 'Hoever de aanlevering is, hoe snel het gaat en wat de uitkomst per record is, in aantallen.', toegang: 'aangemeld',
    vraag: { params: Een }, antwoorden: { 200: { omschrijving: 'De aanlevering.', schema: AanleveringVorm, voorbeeld: VOORBEELD_AANLEVERING } },
    verwerk: async ({ uitvoerder, ctx, params }) => {
      const gevonden = await toonAanlevering(uitvoerder, ctx, params.aanleveringId)
      return gevonden.ok ? { status: 200, inhoud: naarJson(gevonden.waarde) } : { weigering: gevonden.reden }
    },
  }),
  route({
    operationId: 'toonTerugkoppelingen', methode: 'GET', pad: `${PAD}/{aanleveringId}/terugkoppelingen`, groep: 'Aanleveringen', titel: 'Toon de terugkoppelingen',
    omschrijving: 'Eén terugkoppeling per record, op volgorde van het bestand. Zij komen er tijdens de verwerking in die volgorde bij, dus u mag al bladeren. Voor een grote aanlevering is `terugkoppelingsbestand` sneller.', toegang: 'aangemeld',
    vraag: { params: Een, query: Type.Object({ ...bladvelden, ...Keuze }) },
    antwoorden: { 200: { omschrijving: 'Een bladzijde.', schema: bladvorm(TerugkoppelingVorm), voorbeeld: { regels: [VOORBEELD_TERUGKOPPELING], volgende: null } } },
    verwerk: async ({ uitvoerder, ctx, params, query }, deur) => {
      const blad = leesBlad(deur.kluis, 'toonTerugkoppelingen', query)
      if (!blad.ok) return { weigering: blad.reden }
      const { aanleveringId } = params
      const { uitkomst } = query
      const gelezen = await leesTerugkoppelingen(uitvoerder, ctx, { aanleveringId, na: Number(blad.waarde.na?.[0] ?? 0), aantal: blad.waarde.aantal, ...(uitkomst === undefined ? {} : { uitkomst }) })
      if (!gelezen.ok) return { weigering: gelezen.reden }
      const { regels, volgende } = gelezen.waarde
      return bladAntwoord(deur.kluis, 'toonTerugkoppelingen', `${deur.basisUrl}/v1${PAD}/${aanleveringId}/terugkoppelingen`, query, { regels: regels.map(naarRegel), volgende: volgende === null ? null : [volgende] })
    },
  }),
  route({
    operationId: 'haalTerugkoppelingsbestand', methode: 'GET', pad: `${PAD}/{aanleveringId}/terugkoppelingsbestand`, groep: 'Aanleveringen', titel: 'Haal alle terugkoppelingen op',
    omschrijving: 'Alle terugkoppelingen in één keer als NDJSON, op volgorde van het bestand.', toegang: 'aangemeld',
    vraag: { params: Een, query: Type.Object(Keuze) },
    antwoorden: { 200: { omschrijving: 'Eén terugkoppeling per regel.', schema: TerugkoppelingVorm, mediatype: NDJSON, voorbeeld: VOORBEELD_TERUGKOPPELING } },
    verwerk: async ({ uitvoerder, ctx, params, query }) => {
      const { uitkomst } = query
      const stroom = await stroomTerugkoppelingen(uitvoerder, ctx, { aanleveringId: params.aanleveringId, ...(uitkomst === undefined ? {} : { uitkomst }) }, naarRegel)
      if (!stroom.ok) return { weigering: stroom.reden }
      return { status: 200, inhoud: stroom.waarde, koppen: { 'content-disposition': `attachment; filename="terugkoppelingen-${params.aanleveringId}.ndjson"` } }
    },
  }),
  route({
    operationId: 'toets', methode: 'POST', pad: '/toetsen', groep: 'Aanleveringen', titel: 'Toets vooraf, zonder vast te leggen',
    omschrijving: 'Controleert een record (JSON), een bestand met records (NDJSON) of een RO, GRONDSLAG, OBO of TBG-i van DUO. Bij records en een RO of GRONDSLAG krijgt u ook de signalen die er dan zouden zijn. Wat het register al weet telt alleen mee bij studenten die u al ziet. Er wordt niets vastgelegd, behalve dat u toetste. Tot 10 MB, en 30 keer per minuut.', toegang: 'aangemeld', eigenLimiet: 30,
    vraag: { bestand: ['application/json', NDJSON, 'text/csv', 'application/xml', 'text/xml'], voorbeeld: VOORBEELDBESTAND },
    antwoorden: { 200: { omschrijving: 'Wat er mis is en wat er zou gebeuren.', schema: ToetsuitslagVorm, voorbeeld: VOORBEELD_TOETS } },
    verwerk: async ({ ctx, bestand }, { database, normen }) => {
      const uitslag = await toetsLevering({ database, normen }, ctx, bestand.stroom, { naam: bestand.naam })
      if (!uitslag.ok) return { weigering: uitslag.reden }
      const { bevindingen, ...rest } = uitslag.waarde
      return {
        status: 200,
        inhoud: { ...rest, bevindingen: bevindingen.map(({ regelnummer, recordsoort, veld, waarde, regel, titel, ernst, signaal, uitleg, verwacht, remedie, aantal }) => ({ regelnummer, recordsoort, veld, waarde, regel, titel, ernst, stapel: stapel({ ernst, ...(signaal === undefined ? {} : { signaal }) }), uitleg, verwacht, remedie, aantal })) },
      }
    },
  }),
]

function naarJson(a: Aanlevering) {
  return {
    aanleveringId: a.aanleveringId, soort: a.soort, bestandsnaam: a.bestandsnaam, staat: a.staat, ontvangenTijdstip: a.ontvangenOp, begonnenTijdstip: a.begonnenOp,
    klaarTijdstip: a.klaarOp, verwachtKlaarTijdstip: a.verwachtKlaarOp, bytes: a.bytes, records: a.records, verwerkt: a.verwerkt, voortgang: a.voortgang,
    recordsPerSeconde: a.recordsPerSeconde, tellingen: a.tellingen, mislukking: a.mislukking,
  }
}

function naarRegel({ regelnummer, soort, uitkomst, deelnemerId, fouten, signalen }: TerugkoppelingMetSignalen) {
  return { regelnummer, soort, uitkomst, deelnemerId, fouten, ...(signalen === undefined ? {} : { signalen }) }
}
