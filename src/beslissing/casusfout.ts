import type { ErrorObject } from 'ajv'

/** Eén fout in een casus: waar, welke regel is geschonden en wat te doen. */
export interface Casusfout {
  /** Plek in het bestand, bijvoorbeeld `inschrijvingenVo[0].perioden[1].datumBegin`. */
  readonly veld: string
  readonly regel: string
  readonly herstel: string
}

/** Vertaalt wat de schemacontrole vond; `undefined` voor een melding die alleen een andere melding herhaalt. */
export function vertaalFout(fout: ErrorObject): Casusfout | undefined {
  const veld = leesPad(fout.instancePath)
  const parameters: Readonly<Record<string, unknown>> = fout.params
  switch (fout.keyword) {
    case 'required': return { veld: onder(veld, parameters['missingProperty']), regel: 'dit veld is verplicht', herstel: 'voeg het veld toe' }
    case 'additionalProperties': return { veld: onder(veld, parameters['additionalProperty']), regel: 'dit veld bestaat niet', herstel: 'verbeter de naam of haal het veld weg' }
    case 'enum': return { veld, regel: `${toon(fout.data)} is geen toegestane waarde`, herstel: `kies uit: ${kies(parameters['allowedValues'])}` }
    case 'pattern': return { veld, regel: `${toon(fout.data)} heeft niet de goede vorm`, herstel: `gebruik de vorm ${String(parameters['pattern'])}` }
    case 'format': return { veld, regel: `${toon(fout.data)} is geen bestaande datum`, herstel: 'schrijf een dag die bestaat als jjjj-mm-dd' }
    case 'type': return { veld, regel: `${toon(fout.data)} is niet van het goede soort`, herstel: `gebruik: ${soorten(parameters['type'])}` }
    case 'minItems': return { veld, regel: `de lijst heeft minstens ${String(parameters['limit'])} elementen`, herstel: 'vul de lijst aan' }
    case 'maxItems': return { veld, regel: `de lijst heeft hoogstens ${String(parameters['limit'])} elementen`, herstel: 'kort de lijst in' }
    case 'uniqueItems': return { veld, regel: 'elke waarde staat één keer in de lijst', herstel: 'haal de dubbele waarde weg' }
    case 'minProperties': return { veld, regel: 'er is minstens één veld', herstel: 'vul een veld in of haal dit deel weg' }
    case 'minimum': case 'maximum': case 'exclusiveMinimum':
      return { veld, regel: `${toon(fout.data)} valt buiten de grens`, herstel: `gebruik een getal ${String(parameters['comparison'])} ${String(parameters['limit'])}` }
    case 'if': return undefined
    default: return { veld, regel: `het veld voldoet niet aan ${fout.keyword}`, herstel: 'vergelijk het veld met de beschrijving van een casus' }
  }
}

export function toonFout(fout: Casusfout): string {
  return `${fout.veld}: ${fout.regel}. Herstel: ${fout.herstel}.`
}

/** `/inschrijvingenVo/0/brin` wordt `inschrijvingenVo[0].brin`. */
function leesPad(pad: string): string {
  const delen = pad.split('/').slice(1).map((deel) => deel.replaceAll('~1', '/').replaceAll('~0', '~'))
  return delen.reduce((gelezen, deel) => (/^\d+$/.test(deel) ? `${gelezen}[${deel}]` : onder(gelezen, deel)), '') || HELE_CASUS
}

const HELE_CASUS = '(hele casus)'

function onder(veld: string, naam: unknown): string {
  return veld === '' || veld === HELE_CASUS ? String(naam) : `${veld}.${String(naam)}`
}

function toon(waarde: unknown): string {
  const tekst = typeof waarde === 'object' && waarde !== null ? 'deze waarde' : JSON.stringify(waarde) ?? 'niets'
  return tekst.length > 60 ? `${tekst.slice(0, 57)}...` : tekst
}

function kies(waarden: unknown): string {
  return Array.isArray(waarden) ? waarden.map((waarde) => (waarde === null ? 'leeg (null)' : String(waarde))).join(', ') : ''
}

const SOORTEN: Readonly<Record<string, string>> = {
  string: 'tekst', number: 'een getal', integer: 'een geheel getal', boolean: 'true of false', object: 'een object', array: 'een lijst', null: 'null',
}

function soorten(namen: unknown): string {
  return (Array.isArray(namen) ? namen : [namen]).map((naam) => SOORTEN[String(naam)] ?? String(naam)).join(' of ')
}
