import { Type } from 'typebox'
import { AfwezigheidVorm, BrinVorm, DatumVorm, DeelnemerIdVorm, PersoonsnummerVorm, TijdstipVorm, VerzuimmeldingVorm } from '../../aanlevering/index.ts'
import { leesVoAfgerond, registreerVoAfgerond, versieVanGegevens } from '../../bron/index.ts'
import type { Geregistreerd } from '../../database/index.ts'
import { leesAfwezigheden, leesVerzuimmelding, leesVerzuimmeldingen, meldVerzuim, type MeldingRij, registreerAfwezigheid, trekMeldingIn } from '../../verzuim/index.ts'
import { type Route, route, type Vraag } from '../kader/route.ts'
import { GeleverdVorm, lijst, UitkomstVorm } from '../vormen/antwoord.ts'
import { antwoord, geleverd, GEEN_INHOUD, versie, WEG } from './antwoord.ts'
import * as voorbeeld from './voorbeelden.ts'

const Deelnemer = Type.Object({ deelnemerId: DeelnemerIdVorm })
const LeegMag = (vorm: typeof DatumVorm) => Type.Union([vorm, Type.Null()])

const afwezigheden: readonly Route[] = [
  route({
    operationId: 'registreerAfwezigheid', methode: 'POST', pad: '/afwezigheden', groep: 'Verzuim', titel: 'Registreer gemiste uren',
    omschrijving: 'De gemiste klokuren van één dag (K-VZM-07). Dezelfde dag opnieuw vervangt; 0 uren trekt eerder gemelde uren in.', toegang: 'verzuim:schrijven', idempotent: true,
    vraag: { lichaam: Type.Object({ persoonsnummer: PersoonsnummerVorm, brin: BrinVorm, afwezigheid: AfwezigheidVorm }, { additionalProperties: false }), voorbeeld: voorbeeld.over('afwezigheid', voorbeeld.AFWEZIGHEID, { brin: '21MB' }) },
    antwoorden: {
      200: { omschrijving: 'Was er al, en is gewijzigd, ingetrokken of gelijk gebleven.', schema: GeleverdVorm, voorbeeld: { ...voorbeeld.GELEVERD, uitkomst: 'gewijzigd' } },
      201: { omschrijving: 'Nieuw vastgelegd.', schema: GeleverdVorm, voorbeeld: voorbeeld.GELEVERD },
    },
    verwerk: async ({ uitvoerder, ctx, lichaam: { persoonsnummer, brin, afwezigheid } }, deur) => antwoord(
      await registreerAfwezigheid(uitvoerder, ctx, { ...afwezigheid, brin, deelnemer: { persoonsnummer } }),
      (inhoud) => geleverd(deur, inhoud.uitkomst, ['deelnemers', inhoud.deelnemerId, 'afwezigheden'], inhoud)),
  }),
  route({
    operationId: 'toonAfwezigheden', methode: 'GET', pad: '/deelnemers/{deelnemerId}/afwezigheden', groep: 'Verzuim', titel: 'Toon de gemiste uren van een deelnemer',
    omschrijving: 'De gemiste klokuren per dag; bij een leerroute ook die bij de andere school.', toegang: 'deelnemer:lezen',
    vraag: { params: Deelnemer },
    antwoorden: {
      200: {
        omschrijving: 'De gemiste uren.', voorbeeld: { regels: [{ brin: '21MB', afwezigheid: voorbeeld.AFWEZIGHEID, vastgelegdTijdstip: voorbeeld.TIJDSTIP }] },
        schema: lijst(Type.Object({ brin: BrinVorm, afwezigheid: AfwezigheidVorm, vastgelegdTijdstip: TijdstipVorm }, { $id: 'GeregistreerdeAfwezigheid' })),
      },
    },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesAfwezigheden(uitvoerder, ctx, params.deelnemerId), (alle) => ({
      status: 200, inhoud: { regels: alle.map(({ inhoud: { brin, ...afwezigheid }, vastgelegdTijdstip }) => ({ brin, afwezigheid, vastgelegdTijdstip })) },
    })),
  }),
]

const EenMelding = Type.Object({ deelnemerId: DeelnemerIdVorm, meldingId: Type.String({ format: 'uuid', description: 'Sleutel van de melding.', examples: ['019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5c'] }) })
const MELDING_ID = '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5c'
const GeregistreerdeMelding = Type.Object({
  meldingId: Type.String({ format: 'uuid' }), brin: BrinVorm, melding: VerzuimmeldingVorm, ingetrokkenOp: LeegMag(DatumVorm), vastgelegdTijdstip: TijdstipVorm,
}, { $id: 'GeregistreerdeVerzuimmelding' })
const MELDING = { meldingId: MELDING_ID, brin: '21MB', melding: { ...voorbeeld.MELDING, ingediendOp: '2026-11-23' }, ingetrokkenOp: '2026-11-24', vastgelegdTijdstip: voorbeeld.TIJDSTIP }
const GeleverdeMelding = Type.Object({ deelnemerId: DeelnemerIdVorm, meldingId: Type.String({ format: 'uuid' }), uitkomst: UitkomstVorm }, { $id: 'GeleverdeVerzuimmelding' })
const GELEVERD = { ...voorbeeld.GELEVERD, meldingId: MELDING_ID }
const MELDINGEN = '/deelnemers/{deelnemerId}/verzuimmeldingen'

const meldingen: readonly Route[] = [
  route({
    operationId: 'meldVerzuim', methode: 'POST', pad: '/verzuimmeldingen', groep: 'Verzuim', titel: 'Doe een verzuimmelding',
    omschrijving: 'Legt vast dat het verzuim over een tijdvak gemeld is, en door welke kant (K-VZM-06). Dezelfde melding opnieuw verandert niets.', toegang: 'verzuim:schrijven', idempotent: true,
    vraag: { lichaam: Type.Object({ persoonsnummer: PersoonsnummerVorm, brin: BrinVorm, verzuimmelding: VerzuimmeldingVorm }, { additionalProperties: false }), voorbeeld: voorbeeld.over('verzuimmelding', voorbeeld.MELDING, { brin: '21MB' }) },
    antwoorden: {
      200: { omschrijving: 'Deze melding was er al.', schema: GeleverdeMelding, voorbeeld: { ...GELEVERD, uitkomst: 'ongewijzigd' } },
      201: { omschrijving: 'De melding is gedaan.', schema: GeleverdeMelding, voorbeeld: GELEVERD },
    },
    verwerk: async ({ uitvoerder, ctx, lichaam: { persoonsnummer, brin, verzuimmelding } }, deur) => antwoord(
      await meldVerzuim(uitvoerder, ctx, { ...verzuimmelding, brin, deelnemer: { persoonsnummer } }),
      (inhoud) => geleverd(deur, inhoud.uitkomst, ['deelnemers', inhoud.deelnemerId, 'verzuimmeldingen', inhoud.meldingId], inhoud)),
  }),
  route({
    operationId: 'toonVerzuimmeldingen', methode: 'GET', pad: MELDINGEN, groep: 'Verzuim', titel: 'Toon de verzuimmeldingen over een deelnemer',
    omschrijving: 'De gedane meldingen, ook ingetrokken; bij een leerroute ook die van de andere school.', toegang: 'deelnemer:lezen',
    vraag: { params: Deelnemer }, antwoorden: { 200: { omschrijving: 'De meldingen.', schema: lijst(GeregistreerdeMelding), voorbeeld: { regels: [MELDING] } } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesVerzuimmeldingen(uitvoerder, ctx, params.deelnemerId), (alle) => ({ status: 200, inhoud: { regels: alle.map(meldingJson) } })),
  }),
  route({
    operationId: 'toonVerzuimmelding', methode: 'GET', pad: `${MELDINGEN}/{meldingId}`, groep: 'Verzuim', titel: 'Toon een verzuimmelding',
    omschrijving: 'De melding zoals nu bekend.', toegang: 'deelnemer:lezen',
    vraag: { params: EenMelding }, antwoorden: { 200: { omschrijving: 'De melding.', schema: GeregistreerdeMelding, voorbeeld: MELDING } },
    verwerk: async ({ uitvoerder, ctx, params }) => antwoord(await leesVerzuimmelding(uitvoerder, ctx, params.deelnemerId, params.meldingId),
      (melding) => ({ status: 200, inhoud: meldingJson(melding), versie: melding.versie })),
  }),
  route({
    operationId: 'trekMeldingIn', methode: 'POST', pad: `${MELDINGEN}/{meldingId}/intrekkingen`, groep: 'Verzuim', titel: 'Trek een verzuimmelding in',
    omschrijving: 'De melding geldt niet meer vanaf de gegeven dag; tot die dag bestond zij (K-VZM-06). Nog eens intrekken verandert niets.', toegang: 'verzuim:schrijven', idempotent: true,
    vraag: { params: EenMelding, lichaam: Type.Object({ ingetrokkenOp: Type.Optional(DatumVorm) }, { additionalProperties: false }), voorbeeld: { ingetrokkenOp: '2026-11-24' } },
    antwoorden: { 200: { omschrijving: 'De melding is ingetrokken.', schema: GeleverdVorm, voorbeeld: { ...voorbeeld.GELEVERD, uitkomst: 'gewijzigd' } } },
    verwerk: async ({ uitvoerder, ctx, params, lichaam }) => {
      const melding = await leesVerzuimmelding(uitvoerder, ctx, params.deelnemerId, params.meldingId)
      if (!melding.ok) return { weigering: melding.reden }
      const { brin, partij, begin, eind } = melding.waarde.inhoud
      return antwoord(await trekMeldingIn(uitvoerder, ctx, { brin, partij, begin, eind, ...lichaam, deelnemer: { deelnemerId: params.deelnemerId } }), (inhoud) => ({ status: 200, inhoud }))
    },
  }),
]

const EenAfronding = Type.Object({ deelnemerId: DeelnemerIdVorm, brin: BrinVorm })
const VoAfronding = Type.Object({ brin: BrinVorm, afgerondOp: Type.Union([DatumVorm, Type.Null()], { description: 'Laatste dag met vo-lessen of vmbo-examenonderdelen; leeg = nog niet afgerond.' }) }, { $id: 'VoAfronding' })
const AFRONDING = { brin: '11VA', afgerondOp: '2026-07-31' }
const AFRONDINGEN = '/deelnemers/{deelnemerId}/vo-afrondingen/{brin}'
type Afrondingsvraag = Pick<Vraag, 'uitvoerder' | 'actor' | 'ctx'> & { readonly params: { readonly deelnemerId: string; readonly brin: string } }

const afrondingen: readonly Route[] = [
  route({
    operationId: 'toonVoAfronding', methode: 'GET', pad: AFRONDINGEN, groep: 'Inschrijvingen', titel: 'Toon wanneer de vo-activiteiten zijn afgerond',
    omschrijving: 'De laatste dag met vo-lessen of vmbo-examenonderdelen (K-ROD-06).', toegang: 'deelnemer:lezen',
    vraag: { params: EenAfronding }, antwoorden: { 200: { omschrijving: 'De afronding; `afgerondOp` leeg = nog niet afgerond.', schema: VoAfronding, voorbeeld: AFRONDING } },
    verwerk: toonAfronding,
  }),
  route({
    operationId: 'zetVoAfronding', methode: 'PUT', pad: AFRONDINGEN, groep: 'Inschrijvingen', titel: 'Leg vast wanneer de vo-activiteiten zijn afgerond',
    omschrijving: 'De vo-school legt de laatste dag met vo-lessen of vmbo-examenonderdelen vast (K-ROD-06). Stuur de `ETag` van GET mee in `If-Match`.', toegang: 'inschrijving:schrijven', weigeringen: ['niet-gevonden'],
    vraag: { params: EenAfronding, lichaam: Type.Object({ afgerondOp: DatumVorm }, { additionalProperties: false }), voorbeeld: { afgerondOp: '2026-07-31' } },
    antwoorden: { 200: { omschrijving: 'Vastgelegd.', schema: VoAfronding, voorbeeld: AFRONDING } },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanGegevens(trx, vraag.params.deelnemerId)),
    verwerk: async (vraag) => {
      const { uitvoerder, ctx, params: { deelnemerId, brin }, lichaam } = vraag
      const gezet = await registreerVoAfgerond(uitvoerder, ctx, { deelnemer: { deelnemerId }, brin, afgerondOp: lichaam.afgerondOp })
      return gezet.ok ? toonAfronding(vraag) : { weigering: gezet.reden }
    },
  }),
  route({
    operationId: 'wisVoAfronding', methode: 'DELETE', pad: AFRONDINGEN, groep: 'Inschrijvingen', titel: 'Trek de afronding van het vo in',
    omschrijving: 'De leerling heeft toch nog vo-activiteiten.', toegang: 'inschrijving:schrijven', weigeringen: ['niet-gevonden'],
    vraag: { params: EenAfronding }, antwoorden: { 204: GEEN_INHOUD },
    huidigeVersie: (vraag) => versie(vraag, (trx) => versieVanGegevens(trx, vraag.params.deelnemerId)),
    verwerk: async ({ uitvoerder, ctx, params: { deelnemerId, brin } }) => antwoord(await registreerVoAfgerond(uitvoerder, ctx, { deelnemer: { deelnemerId }, brin, afgerondOp: null }), () => WEG),
  }),
]

export const verzuimRoutes: readonly Route[] = [...afwezigheden, ...meldingen, ...afrondingen]

async function toonAfronding(vraag: Afrondingsvraag) {
  const { uitvoerder, ctx, params: { deelnemerId, brin } } = vraag
  return antwoord(await leesVoAfgerond(uitvoerder, ctx, deelnemerId, brin), ({ afgerondOp, versie: nu }) => ({ status: 200, inhoud: { brin, afgerondOp }, versie: nu }))
}

function meldingJson({ inhoud: { meldingId, brin, ingetrokkenOp, partij, begin, eind, ingediendOp }, vastgelegdTijdstip }: Geregistreerd<MeldingRij>): object {
  return { meldingId, brin, melding: { partij, begin, eind, ingediendOp }, ingetrokkenOp, vastgelegdTijdstip }
}
