/** Leest een OpenAPI-document in de vorm waarin de bladzijde het laat zien. Verwijzingen naar parameters en antwoorden zijn gevolgd, die naar vormen niet. */

export type Json = { readonly [naam: string]: unknown }

export interface Koppelvlak {
  readonly titel: string
  readonly versie: string
  readonly inleiding: string
  /** Heel adres waar de paden achter komen. */
  readonly adres: string
  readonly groepen: readonly { readonly naam: string; readonly uitleg: string; readonly operaties: readonly Operatie[] }[]
  readonly vormen: readonly { readonly naam: string; readonly schema: Json }[]
}

export interface Operatie {
  readonly id: string
  readonly methode: string
  readonly pad: string
  readonly titel: string
  readonly uitleg: string
  readonly verouderd: boolean
  readonly metSleutel: boolean
  readonly parameters: readonly Parameter[]
  readonly inhoud: readonly Inhoud[]
  readonly antwoorden: readonly AntwoordUitleg[]
}

export interface Parameter {
  readonly naam: string
  readonly in: string
  readonly verplicht: boolean
  readonly uitleg: string
  readonly schema: Json
  readonly voorbeeld: string
}

export interface Inhoud {
  readonly mediatype: string
  readonly schema: Json
  readonly voorbeeld: string | null
}

export interface AntwoordUitleg {
  readonly status: string
  readonly uitleg: string
  readonly koppen: readonly string[]
  readonly inhoud: readonly Inhoud[]
}

export function leesKoppelvlak(document: Json): Koppelvlak {
  const info = object(document['info'])
  const operaties = Object.entries(object(document['paths'])).flatMap(([pad, methoden]) => Object.entries(object(methoden)).map(([methode, vorm]) => ({ groep: tekst(lijst(object(vorm)['tags'])[0]), operatie: leesOperatie(document, pad, methode, object(vorm)) })))
  return {
    titel: tekst(info['title']), versie: tekst(info['version']), inleiding: tekst(info['description']),
    adres: new URL(tekst(object(lijst(document['servers'])[0])['url']), tekst(object(info['contact'])['url'])).href,
    groepen: lijst(document['tags']).map((groep) => {
      const naam = tekst(object(groep)['name'])
      return { naam, uitleg: tekst(object(groep)['description']), operaties: operaties.filter((een) => een.groep === naam).map(({ operatie }) => operatie) }
    }),
    vormen: Object.entries(object(object(document['components'])['schemas'])).map(([naam, schema]) => ({ naam, schema: object(schema) })),
  }
}

/** De naam van de vorm waar een schema naar verwijst; undefined als het schema hier zelf staat. */
export function verwijstNaar(schema: Json): string | undefined {
  const ref = schema['$ref']
  return typeof ref === 'string' ? ref.split('/').at(-1) : undefined
}

export function object(waarde: unknown): Json {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde) ? (waarde as Json) : {}
}

export function lijst(waarde: unknown): readonly unknown[] {
  return Array.isArray(waarde) ? waarde : []
}

export function tekst(waarde: unknown): string {
  return typeof waarde === 'string' ? waarde : ''
}

function leesOperatie(document: Json, pad: string, methode: string, vorm: Json): Operatie {
  return {
    id: tekst(vorm['operationId']), methode: methode.toUpperCase(), pad, titel: tekst(vorm['summary']), uitleg: tekst(vorm['description']),
    verouderd: vorm['deprecated'] === true, metSleutel: lijst(vorm['security']).length > 0,
    parameters: lijst(vorm['parameters']).map((parameter) => leesParameter(volg(document, parameter))),
    inhoud: leesInhoud(document, object(vorm['requestBody'])),
    antwoorden: Object.entries(object(vorm['responses'])).map(([status, antwoord]) => {
      const gevolgd = volg(document, antwoord)
      return { status, uitleg: tekst(gevolgd['description']), koppen: Object.keys(object(gevolgd['headers'])), inhoud: leesInhoud(document, gevolgd) }
    }),
  }
}

function leesParameter(vorm: Json): Parameter {
  const voorbeeld = vorm['example']
  return {
    naam: tekst(vorm['name']), in: tekst(vorm['in']), verplicht: vorm['required'] === true, uitleg: tekst(vorm['description']), schema: object(vorm['schema']),
    voorbeeld: voorbeeld === undefined || voorbeeld === null ? '' : String(voorbeeld),
  }
}

function leesInhoud(document: Json, vorm: Json): readonly Inhoud[] {
  return Object.entries(object(vorm['content'])).map(([mediatype, deel]) => {
    const { example, examples, schema } = object(deel)
    const eerste = example ?? object(volg(document, Object.values(object(examples))[0]))['value']
    return { mediatype, schema: object(schema), voorbeeld: eerste === undefined ? null : typeof eerste === 'string' ? eerste : JSON.stringify(eerste, null, 2) }
  })
}

function volg(document: Json, waarde: unknown): Json {
  const ref = object(waarde)['$ref']
  if (typeof ref !== 'string') return object(waarde)
  return object(ref.slice(2).split('/').reduce<unknown>((plaats, stap) => object(plaats)[stap], document))
}
