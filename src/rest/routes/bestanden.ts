import { Type, type TObject } from 'typebox'
import { BrinVorm, DatumVorm } from '../../aanlevering/index.ts'
import { exporteerBestand, vergelijkMetRegister, type Exportvraag } from '../../beslissing/index.ts'
import { maskeer, TijdelijkBestand, type Vergelijking, type Verschil } from '../../bron/index.ts'
import { type Antwoord, type Bestandsstroom, type Deur, type Route, route, type Vraag } from '../kader/route.ts'
import { VergelijkingVorm, VERGELIJKING } from '../vormen/vergelijking.ts'

const Jaar = (description: string, voorbeeld: number) => Type.Integer({ minimum: 2000, maximum: 2100, description, examples: [voorbeeld] })
const Studiejaar = Jaar('Het jaar waarin het studiejaar begint.', 2025)

/** Zoveel verschillen staan er hooguit in een antwoord; de rest wordt geteld. */
const MEESTE_VERSCHILLEN = 1000

const VOORBEELD: Readonly<Record<Exportvraag['soort'], string>> = {
  RO: 'VLP|21MB|2025-08-01|2026-07-31|2026-11-24\r\nSLR|0|0|0|0|0|0|0|0|0\r\n',
  TBGI: '<?xml version="1.0" encoding="utf-8"?>\r\n<Bekostigingsgrondslagen xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\r\n</Bekostigingsgrondslagen>',
  GRONDSLAG: 'VLP;21MB;2025;20261124;V\r\nSLR;0;0;0;0;0;0;0;0;0;0;0\r\n',
  OBO: 'VLP|21MB|||\r\nCTR|0|0|0|0|0\r\n',
}

export const bestandenRoutes: readonly Route[] = [
  exportroute({
    operationId: 'haalRegistratieoverzicht', soort: 'RO', pad: '/exportbestanden/ro', titel: 'Haal een registratieoverzicht (RO)',
    omschrijving: 'Alles wat het register over een tijdvak van uw instelling heeft, in de vorm van DUO.', mediatype: 'text/csv',
    query: Type.Object({ brin: BrinVorm, van: { ...DatumVorm, description: 'De eerste dag.' }, totEnMet: { ...DatumVorm, description: 'De laatste dag.' } }),
    vraag: (query) => ({ van: query['van'], totEnMet: query['totEnMet'] }) as Partial<Exportvraag>,
  }),
  exportroute({
    operationId: 'haalBekostigingsgrondslagen', soort: 'TBGI', pad: '/exportbestanden/tbgi', titel: 'Haal de bekostigingsgrondslagen (TBG-i)',
    omschrijving: 'De inschrijvingen op de teldata met ons voorlopige oordeel, en de diploma’s. Wat alleen DUO weet, is nil.', mediatype: 'application/xml',
    query: Type.Object({ brin: BrinVorm, bekostigingsjaar: Jaar('Het bekostigingsjaar; 2027 gaat over de telling van 1 oktober 2025.', 2027) }),
    vraag: (query) => ({ bekostigingsjaar: query['bekostigingsjaar'] }) as Partial<Exportvraag>,
  }),
  exportroute({
    operationId: 'haalGrondslag', soort: 'GRONDSLAG', pad: '/exportbestanden/grondslag', titel: 'Haal de grondslag (GRONDSLAG IP)',
    omschrijving: 'Een studiejaar met schuilnummers in plaats van persoonsnummers, en ons voorlopige oordeel over de bekostiging.', mediatype: 'text/csv',
    query: Type.Object({ brin: BrinVorm, studiejaar: Studiejaar }), vraag: (query) => ({ studiejaar: query['studiejaar'] }) as Partial<Exportvraag>,
  }),
  exportroute({
    operationId: 'haalOverzichtAccountant', soort: 'OBO', pad: '/exportbestanden/obo', titel: 'Haal het overzicht voor de accountant (OBO)',
    omschrijving: 'Een studiejaar met per inschrijving of zij geldig was op 1 oktober en op 1 februari.', mediatype: 'text/csv',
    query: Type.Object({ brin: BrinVorm, studiejaar: Studiejaar }), vraag: (query) => ({ studiejaar: query['studiejaar'] }) as Partial<Exportvraag>,
  }),
  route({
    operationId: 'vergelijkBestand', methode: 'POST', pad: '/vergelijkingen', groep: 'Bestanden', titel: 'Vergelijk een bestand met het register',
    omschrijving: `Wat staat er in een RO, TBG-i, GRONDSLAG of OBO anders dan in het register, per student en veld. Er wordt niets bewaard, behalve een auditregel. Stuur bij een OBO de bestandsnaam mee in \`Content-Disposition\`. Er staan hooguit ${MEESTE_VERSCHILLEN} verschillen in het antwoord; de samenvatting telt ze alle.`,
    toegang: 'bestand:ophalen', weigeringen: ['niet-gevonden'],
    vraag: { query: Type.Object({ nummers: Type.Optional(Type.Union([Type.Literal('afgeschermd'), Type.Literal('volledig')], { default: 'afgeschermd', description: 'Of de nummers in het antwoord heel zijn.' })) }), bestand: ['text/csv', 'application/xml', 'application/octet-stream'], voorbeeld: { 'text/csv': VOORBEELD.RO } },
    antwoorden: { 200: { omschrijving: 'De verschillen.', schema: VergelijkingVorm, voorbeeld: VERGELIJKING } },
    verwerk: (vraag, deur) => vergelijk(vraag.bestand, vraag.query.nummers === 'volledig', vraag, deur),
  }),
]

interface Exportroute {
  readonly operationId: string
  readonly soort: Exportvraag['soort']
  readonly pad: string
  readonly titel: string
  readonly omschrijving: string
  readonly mediatype: string
  readonly query: TObject
  readonly vraag: (query: Readonly<Record<string, unknown>>) => Partial<Exportvraag>
}

function exportroute({ operationId, soort, pad, titel, omschrijving, mediatype, query, vraag }: Exportroute): Route {
  return route({
    operationId, methode: 'GET', pad, groep: 'Bestanden', titel,
    omschrijving: `${omschrijving} In het bestand staan persoonsnummers: alleen voor wie van deze instelling inschrijvingen mag zien of leveren, en met een auditregel. De kop \`leerroute-niet-geschreven\` telt studenten die er niet in konden.`,
    toegang: 'bestand:ophalen', weigeringen: ['niet-gevonden'], vraag: { query }, antwoorden: { 200: { omschrijving: 'Het bestand.', schema: Type.String(), mediatype, voorbeeld: VOORBEELD[soort] } },
    verwerk: async (verzoek, deur) => {
      const gegeven = verzoek.query as Readonly<Record<string, unknown>>
      return haal({ soort, brin: String(gegeven['brin']), ...vraag(gegeven) }, verzoek, deur)
    },
  })
}

/** Eerst geheel op schijf (zonder naam), dan pas naar de vrager: een trage lezer houdt zo geen transactie open, en een fout komt voor de eerste byte. */
async function haal(vraag: Exportvraag, { ctx }: Pick<Vraag, 'ctx'>, deur: Deur): Promise<Antwoord> {
  const bestand = await TijdelijkBestand.maak()
  let open = true
  try {
    const uit = await exporteerBestand(deur.database, ctx, vraag, { schrijf: (stuk) => bestand.schrijf(stuk) }, deur.normen)
    if (!uit.ok) return { weigering: uit.reden }
    const { naam, studenten, nietGeschreven } = uit.waarde
    const koppen = {
      'content-disposition': `attachment; filename="${naam}"`, 'content-length': String(bestand.bytes), 'cache-control': 'no-store',
      'leerroute-studenten': String(studenten), 'leerroute-niet-geschreven': String(Object.values(nietGeschreven).reduce((som, aantal) => som + aantal, 0)),
    }
    open = false
    return { status: 200, inhoud: bestand.stroom(), koppen }
  } finally {
    if (open) await bestand.sluit()
  }
}

async function vergelijk(ontvangen: Bestandsstroom, volledig: boolean, { ctx }: Pick<Vraag, 'ctx'>, deur: Deur): Promise<Antwoord> {
  const bestand = await TijdelijkBestand.maak()
  try {
    for await (const stuk of ontvangen.stroom) await bestand.schrijf(stuk as Buffer)
    const verzameld = verzamelaar(volledig)
    const uit = await vergelijkMetRegister(deur.database, ctx, { bron: bestand, ...(ontvangen.naam === null ? {} : { naam: ontvangen.naam }) }, { ontvang: verzameld.ontvang }, deur.normen)
    if (uit.ok) return { status: 200, inhoud: { samenvatting: toonSamenvatting(uit.waarde), verschillen: verzameld.verschillen } }
    if (uit.reden.soort !== 'onleesbaar') return { weigering: uit.reden }
    const { uitleg, remedie } = uit.reden.onleesbaar
    return { weigering: { soort: 'ongeldig', fouten: [{ veld: 'bestand', regel: uitleg, watTeDoen: remedie }] } }
  } finally {
    await bestand.sluit()
  }
}

/** Een afgeschermd nummer is niet uniek; daarom heeft elke student met verschillen ook een volgnummer. */
function verzamelaar(volledig: boolean): { readonly verschillen: readonly object[]; readonly ontvang: (v: Verschil) => void } {
  const verschillen: object[] = []
  let vorige: string | undefined
  let student = 0
  const ontvang = (v: Verschil): void => {
    if (v.nummer !== vorige) student++
    vorige = v.nummer
    if (verschillen.length < MEESTE_VERSCHILLEN) verschillen.push({ ...v, student, nummer: volledig ? v.nummer : maskeer(v.nummer) })
  }
  return { verschillen, ontvang }
}

function toonSamenvatting({ a, b, studenten, verschillen, perVeld, perSignaal, nietVergeleken }: Vergelijking): object {
  const kant = ({ naam, soort, brin, studenten: aantal, onleesbareVelden }: Vergelijking['a']): object => ({ naam, soort, brin, studenten: aantal, onleesbareVelden })
  return {
    bestand: kant(a), register: kant(b), gelijk: studenten.gelijk, anders: studenten.anders, alleenInBestand: studenten.alleenA, alleenInRegister: studenten.alleenB,
    verschillen, perVeld, perSignaal, nietVergeleken,
  }
}
