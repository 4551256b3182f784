/** Voorbeelden voor de documentatie van aanleveringen; verzonnen. */
import { DIPLOMA, INSCHRIJVING, PERSOON } from './voorbeelden.ts'

const RECORDS = [{ soort: 'inschrijving', persoon: PERSOON, inschrijving: INSCHRIJVING }, { soort: 'diploma', persoonsnummer: PERSOON.persoonsnummer, diploma: DIPLOMA }]

/** Een klein bestand per mediatype. */
export const VOORBEELDBESTAND = {
  'application/x-ndjson': RECORDS.map((record) => `${JSON.stringify(record)}\n`).join(''),
  'application/json': JSON.stringify(RECORDS[0], null, 2),
}

export const VOORBEELD_AANLEVERING = {
  aanleveringId: '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b', soort: 'NDJSON', bestandsnaam: 'inschrijvingen-2026.ndjson', staat: 'klaar',
  ontvangenTijdstip: '2026-11-24T09:00:00.000Z', begonnenTijdstip: '2026-11-24T09:00:00.400Z', klaarTijdstip: '2026-11-24T09:00:38.100Z', verwachtKlaarTijdstip: null,
  bytes: 62_300_112, records: 100_000, verwerkt: 100_000, voortgang: 1, recordsPerSeconde: 2652.5,
  tellingen: { nieuw: 99_210, gewijzigd: 640, ongewijzigd: 120, ouder: 0, afgekeurd: 28, 'geen-recht': 2 }, mislukking: null,
}

export const VOORBEELD_TERUGKOPPELING = {
  regelnummer: 17, soort: 'inschrijving', uitkomst: 'afgekeurd', deelnemerId: null,
  fouten: [{ veld: 'inschrijving.perioden[0].datumBegin', regelId: 'K-BRN-01', regel: 'De eerste periode begint op 2026-09-01, de inschrijving op 2026-08-01.', watTeDoen: 'Laat de eerste periode beginnen op de datum van inschrijving.' }],
}

export const VOORBEELD_TOETS = {
  soort: 'NDJSON', records: 2, tellingen: { nieuw: 1, gewijzigd: 0, ongewijzigd: 0, ouder: 0, afgekeurd: 1, 'geen-recht': 0 },
  regels: [{ regelnummer: 2, soort: 'inschrijving', uitkomst: 'afgekeurd', fouten: VOORBEELD_TERUGKOPPELING.fouten, signalen: [] }], bevindingen: [], afgekapt: false,
}
