import { Type } from 'typebox'
import { UITKOMSTEN } from '../../aanlevering/index.ts'
import { DeelnemerIdVorm, TijdstipVorm } from '../../aanlevering/index.ts'
import { OpenSignaalVorm } from './antwoord.ts'

export const RecorduitkomstVorm = Type.Union(UITKOMSTEN.map((uitkomst) => Type.Literal(uitkomst)), {
  description: '`nieuw`, `gewijzigd`, `ongewijzigd`: vastgelegd. `ouder`: het register weet al iets nieuwers. `afgekeurd`: er is een fout, er is niets vastgelegd. `geen-recht`: niet van u, of hier niet bekend.',
  examples: ['nieuw'],
})

const TellingenVorm = Type.Object(Object.fromEntries(UITKOMSTEN.map((uitkomst) => [uitkomst, Type.Integer({ minimum: 0 })])), { $id: 'Tellingen', description: 'Aantal records per uitkomst.' })
const leeg = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Number> | ReturnType<typeof Type.Integer>>(vorm: T, description: string) => Type.Union([vorm, Type.Null()], { description })

export const AanleveringVorm = Type.Object({
  aanleveringId: Type.String({ format: 'uuid', description: 'Sleutel van de aanlevering.' }),
  soort: Type.Union(['NDJSON', 'RO', 'GRONDSLAG'].map((soort) => Type.Literal(soort)), { description: 'Aan de inhoud herkend.' }),
  bestandsnaam: leeg(Type.String(), 'Zoals meegegeven in `Content-Disposition`.'),
  staat: Type.Union(['wachtend', 'bezig', 'klaar', 'mislukt'].map((staat) => Type.Literal(staat)), { description: '`klaar`: elk record heeft een antwoord en de signalen zijn uitgerekend. `mislukt`: zie `mislukking`.' }),
  ontvangenTijdstip: Type.String({ format: 'date-time', description: 'Het moment waarop alle records zijn vastgelegd.', examples: ['2026-11-24T09:00:00.000Z'] }),
  begonnenTijdstip: leeg(TijdstipVorm, 'Begin van de verwerking.'),
  klaarTijdstip: leeg(TijdstipVorm, 'Einde van de verwerking.'),
  verwachtKlaarTijdstip: leeg(TijdstipVorm, 'Schatting uit de snelheid tot nu toe.'),
  bytes: Type.Integer({ minimum: 0, description: 'Grootte van het bestand.' }),
  records: leeg(Type.Integer({ minimum: 0 }), 'Leeg zolang een bestand van DUO nog niet gelezen is.'),
  verwerkt: Type.Integer({ minimum: 0, description: 'Records die een antwoord hebben.' }),
  voortgang: leeg(Type.Number({ minimum: 0, maximum: 1 }), 'Deel van het werk dat af is, van 0 tot en met 1.'),
  recordsPerSeconde: leeg(Type.Number({ minimum: 0 }), 'Snelheid tot nu toe.'),
  tellingen: TellingenVorm,
  mislukking: Type.Union([Type.Object({ uitleg: Type.String(), watTeDoen: Type.String() }, { additionalProperties: false }), Type.Null()], { description: 'Waarom de hele aanlevering niet gelukt is.' }),
}, { $id: 'Aanlevering', additionalProperties: false })

export const RecordfoutVorm = Type.Object({
  veld: Type.String({ description: 'Pad in het record, of record en veld in een bestand van DUO; leeg = het hele record.', examples: ['inschrijving.perioden[0].datumBegin'] }),
  regel: Type.String({ description: 'De regel als zin.' }),
  watTeDoen: Type.String(),
  regelId: Type.Optional(Type.String({ description: 'De regel in de documentatie.', examples: ['K-BRN-03'] })),
  regelnummer: Type.Optional(Type.Integer({ minimum: 1, description: 'Regel in een bestand van DUO.' })),
}, { $id: 'Recordfout', additionalProperties: false })

export const TerugkoppelingVorm = Type.Object({
  regelnummer: Type.Integer({ minimum: 1, description: 'Regel in het bestand.' }),
  soort: leeg(Type.String(), 'Soort record; leeg als dat niet te lezen was.'),
  uitkomst: RecorduitkomstVorm,
  deelnemerId: Type.Union([DeelnemerIdVorm, Type.Null()]),
  fouten: Type.Array(RecordfoutVorm),
  signalen: Type.Optional(Type.Union([Type.Array(OpenSignaalVorm), Type.Null()], { description: 'Bij een inschrijving: wat er voor u openstond toen de aanlevering klaar was; leeg (`null`) zolang zij dat niet is.' })),
}, { $id: 'Terugkoppeling', additionalProperties: false })

const BevindingVorm = Type.Object({
  regelnummer: leeg(Type.Integer({ minimum: 1 }), 'Leeg = het hele bestand.'),
  recordsoort: leeg(Type.String(), 'Zoals ISP.'),
  veld: leeg(Type.String(), 'Naam van het veld.'),
  waarde: leeg(Type.String(), 'Wat er staat; nooit een heel persoonsnummer.'),
  regel: Type.String({ description: 'Code van de waarderegel of regel-id.' }),
  titel: Type.String(),
  ernst: Type.Union(['afgekeurd', 'kijk-na', 'anders-gelezen'].map((ernst) => Type.Literal(ernst))),
  stapel: Type.Union(['moet-u-verbeteren', 'kijk-na', 'anders-gelezen'].map((stapel) => Type.Literal(stapel)), { description: 'Een signaal van niveau fout moet u ook verbeteren, al wordt het record wel bewaard.' }),
  uitleg: Type.String(),
  verwacht: Type.String(),
  remedie: Type.String(),
  aantal: Type.Integer({ minimum: 1 }),
}, { $id: 'Bevinding', additionalProperties: false })

export const ToetsuitslagVorm = Type.Object({
  soort: Type.Union(['NDJSON', 'RO', 'GRONDSLAG', 'OBO', 'TBGI'].map((soort) => Type.Literal(soort))),
  records: Type.Integer({ minimum: 0 }),
  tellingen: Type.Union([TellingenVorm, Type.Null()], { description: 'Wat er met de records zou gebeuren; leeg bij een bestand dat alleen te toetsen is.' }),
  regels: Type.Array(Type.Object({
    regelnummer: Type.Integer({ minimum: 1 }),
    soort: leeg(Type.String(), 'Soort record.'),
    uitkomst: RecorduitkomstVorm,
    fouten: Type.Array(RecordfoutVorm),
    signalen: Type.Array(OpenSignaalVorm, { description: 'De signalen die de student dan voor uw scholen heeft.' }),
  }, { additionalProperties: false }), { description: 'Records met een fout of een signaal.' }),
  bevindingen: Type.Array(BevindingVorm, { description: 'Bij een bestand van DUO: wat opvalt, zoals `leerroute toets` het zegt.' }),
  afgekapt: Type.Boolean({ description: 'Er is meer dan hier getoond wordt.' }),
}, { $id: 'Toetsuitslag', additionalProperties: false })
