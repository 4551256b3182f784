/** De foutantwoorden in het document: een keer per status, met een voorbeeld per soort probleem. */
import { type Probleemcode, PROBLEMEN, probleemInhoud, PROBLEEMTYPE } from '../kader/probleem.ts'
import type { JsonSchema } from '../kader/schema.ts'
import { STATUSTEKST } from './teksten.nl.ts'

const tekst = (description: string, anders: JsonSchema = {}): JsonSchema => ({ type: 'string', description, ...anders })

export const VERZOEKFOUT: JsonSchema = {
  type: 'object',
  description: 'Een fout in het verzoek. Nooit met de waarde zelf.',
  properties: {
    in: tekst('Waar de fout zit.', { enum: ['body', 'query', 'path', 'header'] }),
    pointer: tekst('JSON Pointer naar het veld.', { examples: ['#/perioden/0/datumBegin'] }),
    code: tekst('Vast woord voor programma’s: een soort fout of een regel-id.', { examples: ['verplicht'] }),
    regel: tekst('De regel als zin.'),
    watTeDoen: tekst('Wat u kunt doen.'),
    regelId: tekst('De regel waar het om gaat; op te zoeken onder Regels en bronnen.', { examples: ['K-BRN-03'] }),
  },
  required: ['in', 'pointer', 'code', 'regel', 'watTeDoen'],
}

export const PROBLEEM: JsonSchema = {
  type: 'object',
  description: 'Een fout (RFC 9457).',
  properties: {
    type: tekst('Vast adres van deze soort fout; er staat een bladzijde met uitleg.', { format: 'uri' }),
    title: tekst('Korte naam van de fout.'),
    status: { type: 'integer', description: 'De HTTP-status.' },
    detail: tekst('Wat er in dit geval aan de hand is.'),
    watTeDoen: tekst('Wat u kunt doen.'),
    errors: { type: 'array', items: { $ref: '#/components/schemas/Verzoekfout' }, description: 'Alle fouten in het verzoek.' },
    bekendVan: tekst('Sinds wanneer de nieuwere stand bekend is (alleen bij 409).'),
    kenmerk: tekst('Verbindt een storing met het logboek (alleen bij 500).'),
  },
  required: ['type', 'title', 'status', 'detail', 'watTeDoen'],
}

export const FOUTSTATUSSEN = [400, 401, 403, 404, 406, 409, 412, 413, 415, 422, 428, 429, 500, 503] as const
export type Foutstatus = (typeof FOUTSTATUSSEN)[number]

export function foutantwoorden(basisUrl: string): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(FOUTSTATUSSEN.map((status) => [`Fout${status}`, foutantwoord(status, basisUrl)]))
}

function foutantwoord(status: Foutstatus, basisUrl: string): JsonSchema {
  const codes = (Object.keys(PROBLEMEN) as Probleemcode[]).filter((code) => PROBLEMEN[code].status === status)
  const wacht = status === 429 || status === 503 || status === 409
  return {
    description: STATUSTEKST[status] ?? '',
    headers: {
      'API-Version': { $ref: '#/components/headers/ApiVersion' },
      ...(wacht ? { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } : {}),
      ...(status === 401 ? { 'WWW-Authenticate': { $ref: '#/components/headers/WwwAuthenticate' } } : {}),
    },
    content: { [PROBLEEMTYPE]: { schema: { $ref: '#/components/schemas/Probleem' }, examples: Object.fromEntries(codes.map((code) => [code, { summary: PROBLEMEN[code].titel, value: voorbeeld(code, basisUrl) }])) } },
  }
}

function voorbeeld(code: Probleemcode, basisUrl: string): unknown {
  const fout = { in: 'body', pointer: '#/inschrijving/datumInschrijving', code: 'vorm', regel: 'De waarde moet een bestaande dag zijn.', watTeDoen: 'Schrijf de dag als jjjj-mm-dd, bijvoorbeeld 2026-08-01.' } as const
  return probleemInhoud({
    code,
    ...(code === 'verzoek-ongeldig' ? { errors: [fout] } : {}),
    ...(code === 'ouder-dan-bekend' ? { bekendVan: '2026-09-01T08:00:00.000Z' } : {}),
    ...(code === 'storing' ? { kenmerk: '4F2A91C0' } : {}),
  }, basisUrl)
}
