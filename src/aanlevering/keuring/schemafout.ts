import type { ErrorObject } from 'ajv/dist/2020.js'

/** Een fout tegen de vorm, in woorden die voor elke deur gelijk zijn. */
export interface Gezegd {
  /** JSON Pointer als fragment, bijvoorbeeld `#/perioden/1/datumBegin`. */
  readonly pointer: string
  readonly code: string
  readonly regel: string
  readonly watTeDoen: string
}

/** Een schemafout in woorden. De waarde zelf staat er nooit bij: zij kan een persoonsnummer zijn. */
export function zegFout(fout: ErrorObject): Gezegd {
  const param = (naam: string): string => String(Reflect.get(Object(fout.params), naam) ?? '')
  const veld = (naam: string): string => `${fout.instancePath}/${naam.replaceAll('~', '~0').replaceAll('/', '~1')}`
  switch (fout.keyword) {
    case 'required':
      return maak(veld(param('missingProperty')), 'verplicht', 'Dit veld is verplicht.', 'Vul het veld in.')
    case 'additionalProperties':
      return maak(veld(param('additionalProperty')), 'onbekend-veld', 'Dit veld bestaat niet in dit bericht.', 'Haal het veld weg, of controleer of de naam goed is gespeld.')
    case 'type':
      return maak(fout.instancePath, 'soort', `De waarde moet ${soorten(param('type'))} zijn.`, 'Controleer de waarde en de aanhalingstekens.')
    case 'enum':
      return maak(fout.instancePath, 'keuze', 'Deze waarde komt niet voor in de lijst.', `Kies een van: ${lijst(Reflect.get(Object(fout.params), 'allowedValues'))}.`)
    case 'const':
      return maak(fout.instancePath, 'keuze', 'Deze waarde is hier niet mogelijk.', `Gebruik ${lijst([Reflect.get(Object(fout.params), 'allowedValue')])}.`)
    case 'format':
      return maak(fout.instancePath, 'vorm', VORM[param('format')]?.[0] ?? 'De waarde heeft niet de goede vorm.', VORM[param('format')]?.[1] ?? 'Zie de beschrijving van het veld.')
    case 'pattern':
      return maak(fout.instancePath, 'vorm', 'De waarde heeft niet de goede vorm.', `Het patroon is ${param('pattern')}; zie het voorbeeld bij het veld.`)
    default:
      return zegGrens(fout, param('limit'))
  }
}

function zegGrens(fout: ErrorObject, grens: string): Gezegd {
  const maten: Readonly<Record<string, readonly [string, string]>> = {
    minLength: [`De tekst moet ten minste ${grens} ${grens === '1' ? 'teken' : 'tekens'} lang zijn.`, 'Vul het veld helemaal in.'],
    maxLength: [`De tekst mag hoogstens ${grens} ${grens === '1' ? 'teken' : 'tekens'} lang zijn.`, 'Maak de tekst korter.'],
    minimum: [`Het getal moet ${grens} of hoger zijn.`, 'Verbeter het getal.'],
    maximum: [`Het getal moet ${grens} of lager zijn.`, 'Verbeter het getal.'],
    exclusiveMinimum: [`Het getal moet hoger zijn dan ${grens}.`, 'Verbeter het getal.'],
    exclusiveMaximum: [`Het getal moet lager zijn dan ${grens}.`, 'Verbeter het getal.'],
    minItems: [`De lijst moet ten minste ${grens} ${grens === '1' ? 'regel' : 'regels'} hebben.`, 'Vul de lijst aan.'],
    maxItems: [`De lijst mag hoogstens ${grens} ${grens === '1' ? 'regel' : 'regels'} hebben.`, 'Verdeel de lijst over meer verzoeken.'],
    minProperties: ['Er is te weinig ingevuld.', 'Vul ten minste een veld in.'],
    uniqueItems: ['In de lijst staat iets dubbel.', 'Noem elke waarde één keer.'],
    keuze: ['Dit past bij geen van de vormen die hier mogen.', 'Zie de beschrijving van dit veld voor de vormen die mogen.'],
  }
  const [regel, watTeDoen] = maten[fout.keyword] ?? ['De waarde klopt niet.', 'Zie de beschrijving van dit veld.']
  return maak(fout.instancePath, fout.keyword === 'keuze' ? 'keuze' : 'grens', regel, watTeDoen)
}

const VORM: Readonly<Record<string, readonly [string, string]>> = {
  date: ['De waarde moet een bestaande dag zijn.', 'Schrijf de dag als jjjj-mm-dd, bijvoorbeeld 2026-08-01.'],
  'date-time': ['De waarde moet een bestaand moment zijn.', 'Schrijf het moment met tijdzone, bijvoorbeeld 2026-08-01T09:30:00Z.'],
  uuid: ['De waarde moet een UUID zijn.', 'Gebruik de sleutel precies zoals u hem van het register kreeg.'],
  uri: ['De waarde moet een heel webadres zijn.', 'Begin met https://.'],
  email: ['De waarde moet een e-mailadres zijn.', 'Bijvoorbeeld naam@example.nl.'],
}

const SOORT: Readonly<Record<string, string>> = {
  string: 'een tekst', integer: 'een heel getal', number: 'een getal', boolean: '`true` of `false`', array: 'een lijst', object: 'een object met velden', null: 'leeg (`null`)',
}

function soorten(typen: string): string {
  return typen.split(',').map((soort) => SOORT[soort] ?? soort).join(' of ')
}

function lijst(waarden: unknown): string {
  return Array.isArray(waarden) ? waarden.map((waarde) => (waarde === null ? '`null`' : String(waarde))).join(', ') : ''
}

/** Ook de naam van een veld komt van de afzender: negen cijfers of meer gaan er niet in mee. */
/** PostgreSQL kan een nulteken niet bewaren, en het hoort in geen enkel gegeven. Geeft elke tekst waar het in staat. */
export function vindNultekens(waarde: unknown, plek = ''): readonly Gezegd[] {
  if (typeof waarde === 'string') return waarde.includes('\u0000') ? [maak(plek, 'teken', 'In deze tekst staat een nulteken.', 'Haal het teken weg.')] : []
  if (typeof waarde !== 'object' || waarde === null) return []
  return Object.entries(waarde).flatMap(([naam, inhoud]) => vindNultekens(inhoud, `${plek}/${naam.replaceAll('~', '~0').replaceAll('/', '~1')}`))
}

function maak(pad: string, code: string, regel: string, watTeDoen: string): Gezegd {
  return { pointer: `#${pad.replaceAll(/\d{7,}/g, '*********').slice(0, 200)}`, code, regel, watTeDoen }
}
