import { Type } from 'typebox'

const Aantal = (description: string) => Type.Integer({ minimum: 0, description })
const Telling = (description: string, voorbeeld: Readonly<Record<string, number>>) => Type.Record(Type.String(), Type.Integer({ minimum: 0 }), { description, examples: [voorbeeld] })
const leegMag = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

const KantVorm = Type.Object({
  naam: Type.String({ description: 'De bestandsnaam.' }),
  soort: Type.Union([Type.Literal('RO'), Type.Literal('TBGI'), Type.Literal('GRONDSLAG'), Type.Literal('OBO')]),
  brin: leegMag('De instelling waarover het bestand gaat.'),
  studenten: Aantal('Studenten in deze kant.'),
  onleesbareVelden: Aantal('Waarden die niet te lezen waren; die zijn als leeg vergeleken.'),
})

const VerschilVorm = Type.Object({
  student: Type.Integer({ minimum: 1, description: 'Volgnummer van de student in dit antwoord; een afgeschermd nummer is niet uniek.' }),
  nummer: Type.String({ description: 'Het nummer van de student, afgeschermd tenzij u om hele nummers vraagt.' }),
  soort: Type.Union([Type.Literal('alleen-a'), Type.Literal('alleen-b'), Type.Literal('anders')], { description: 'a is het bestand, b het register.' }),
  recordsoort: leegMag('Het record, zoals ISP; leeg als de hele student maar aan één kant staat.'),
  sleutel: leegMag('Welk record: inschrijvingvolgnummer, begindatum of resultaatvolgnummer.'),
  veld: leegMag('Welk veld; leeg als het hele record maar aan één kant staat.'),
  a: Type.String({ description: 'Wat in het bestand staat.' }),
  b: Type.String({ description: 'Wat in het register staat.' }),
  regel: leegMag('De regel die dit verschil raakt; zie /regels.'),
  signaal: leegMag('Het signaal dat het register hiervoor kan geven.'),
})

export const VergelijkingVorm = Type.Object({
  samenvatting: Type.Object({
    bestand: KantVorm, register: KantVorm,
    gelijk: Aantal('Studenten zonder verschil.'), anders: Aantal('Studenten met een verschil.'),
    alleenInBestand: Aantal('Studenten die het register niet heeft.'), alleenInRegister: Aantal('Studenten die het bestand niet heeft.'),
    verschillen: Aantal('Alle verschillen samen.'), perVeld: Telling('Per record en veld.', { 'ISP/leerroutefase': 1 }), perSignaal: Telling('Per signaal dat een verschil raakt.', { 'SIG-FASE-VERSCHIL': 1 }),
    nietVergeleken: Type.Array(Type.String(), { description: 'Records die niet te vergelijken waren.' }),
  }),
  verschillen: Type.Array(VerschilVorm),
}, { $id: 'Vergelijking' })

const KANT = { naam: 'RO_21MB_20250801_20260731.CSV', soort: 'RO', brin: '21MB', studenten: 12, onleesbareVelden: 0 } as const
export const VERGELIJKING = {
  samenvatting: { bestand: KANT, register: KANT, gelijk: 11, anders: 1, alleenInBestand: 0, alleenInRegister: 0, verschillen: 1, perVeld: { 'ISP/leerroutefase': 1 }, perSignaal: { 'SIG-FASE-VERSCHIL': 1 }, nietVergeleken: [] },
  verschillen: [{ student: 1, nummer: '••••••019', soort: 'anders', recordsoort: 'ISP', sleutel: 'E1 2025-08-01', veld: 'leerroutefase', a: 'MBO', b: 'VO', regel: 'K-BEK-02', signaal: 'SIG-FASE-VERSCHIL' }],
}
