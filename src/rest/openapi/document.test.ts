import { Ajv2020 } from 'ajv/dist/2020.js'
import openapiTS from 'openapi-typescript'
import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { proefroute } from '../kader/fixtures/proefserver.ts'
import { bladvelden, bladvorm } from '../kader/blad.ts'
import { type Route, route } from '../kader/route.ts'
import { isSchema, type JsonSchema } from '../kader/schema.ts'
import { SCOPES, scopesVoor } from '../../toegang/index.ts'
import { routes } from '../routes/index.ts'
import { bouwOpenapi } from './document.ts'
import { WIJZIGINGEN } from './teksten.nl.ts'
import { API_VERSIE } from '../kader/instelling.ts'

const INSTELLING = { basisUrl: 'https://leerroute.example', limietPerMinuut: 1_200 }
const Boek = Type.Object({ titel: Type.String(), verkoopDatum: Type.Optional(Type.Union([Type.String({ format: 'date' }), Type.Null()])), soort: Type.Union([Type.Literal('roman'), Type.Literal('gedicht')]) }, { $id: 'Boek', additionalProperties: false })
const antwoord = (schema: Route['antwoorden'][number]['schema'] = Boek) => ({ omschrijving: 'Het boek.', schema })
/** Van elke soort operatie een. */
const proef: readonly Route[] = [
  proefroute(),
  route({ operationId: 'toonBoeken', methode: 'GET', pad: '/boeken', groep: 'Aanbod', titel: 'Toon boeken', omschrijving: 'Geeft boeken.', toegang: 'openbaar', vraag: { query: Type.Object({ ...bladvelden }) }, antwoorden: { 200: antwoord(bladvorm(Boek, { $id: 'BoekBlad' })) }, verwerk: () => Promise.resolve({ status: 200 }) }),
  route({ operationId: 'maakBoek', methode: 'POST', pad: '/boeken', groep: 'Aanbod', titel: 'Maak een boek', omschrijving: 'Maakt een boek.', toegang: 'aanbod:schrijven', idempotent: true, vraag: { lichaam: Boek }, antwoorden: { 201: antwoord() }, verwerk: () => Promise.resolve({ status: 201 }) }),
  route({ operationId: 'wijzigBoek', methode: 'PUT', pad: '/boeken/{boekId}', groep: 'Aanbod', titel: 'Wijzig een boek', omschrijving: 'Wijzigt een boek.', toegang: 'aanbod:schrijven', vraag: { params: Type.Object({ boekId: Type.String({ description: 'Sleutel.' }) }), lichaam: Boek }, antwoorden: { 200: antwoord() }, huidigeVersie: () => Promise.resolve('1'), verwerk: () => Promise.resolve({ status: 200 }) }),
  route({ operationId: 'leverBoeken', methode: 'POST', pad: '/leveringen', groep: 'Aanleveringen', titel: 'Lever boeken', omschrijving: 'Levert boeken.', toegang: 'aangemeld', idempotent: true, vraag: { bestand: ['application/x-ndjson'] }, antwoorden: { 202: antwoord(null) }, verwerk: () => Promise.resolve({ status: 202 }) }),
]

/** Bestaat een keer per deelnemer of is een vraag die niets vastlegt. `_zoek` komt uit de API Design Rules. */
const ENKELVOUD: ReadonlySet<string> = new Set(['_zoek', 'tijdlijn', 'casus', 'terugkoppelingsbestand', 'ro', 'tbgi', 'grondslag', 'obo'])

interface Operatie { readonly pad: string; readonly methode: string; readonly inhoud: JsonSchema; readonly naam: string }

function operaties(document: JsonSchema): Operatie[] {
  return Object.entries(Object(document['paths']) as Record<string, Record<string, JsonSchema>>).flatMap(([pad, methoden]) => Object.entries(methoden).map(([methode, inhoud]) => ({ pad, methode, inhoud, naam: `${methode} ${pad}` })))
}

/** Loopt alle verwijzingen na; een onbekende verwijzing gooit. */
function volg(document: JsonSchema, waarde: unknown, diep = 0): unknown {
  if (diep > 40) throw new Error('verwijzingen lopen rond')
  if (Array.isArray(waarde)) return waarde.map((deel) => volg(document, deel, diep + 1))
  if (!isSchema(waarde)) return waarde
  const ref = waarde['$ref']
  if (typeof ref !== 'string') return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, volg(document, deel, diep + 1)]))
  const doel = ref.slice(2).split('/').reduce<unknown>((plaats, stap) => Reflect.get(Object(plaats), stap), document)
  if (doel === undefined) throw new Error(`verwijzing ${ref} bestaat niet`)
  return volg(document, doel, diep + 1)
}

function wandel(waarde: unknown, doe: (object: JsonSchema) => void): void {
  if (Array.isArray(waarde)) waarde.forEach((deel) => wandel(deel, doe))
  if (!isSchema(waarde)) return
  doe(waarde)
  Object.values(waarde).forEach((deel) => wandel(deel, doe))
}

describe.each([['de proefroutes', proef], ['alle routes', routes]])('het document van %s', (_naam, lijst) => {
  const document = bouwOpenapi(lijst, INSTELLING)
  const heel = volg(document, document) as JsonSchema

  test('S-01: is geldig OpenAPI 3.1, en elke verwijzing bestaat', async () => {
    expect(document['openapi']).toBe('3.1.0')
    // openapi-typescript controleert het document eerst tegen de specificatie en gooit als het niet klopt.
    await expect(openapiTS(JSON.stringify(document))).resolves.toBeDefined()
  })
  test('S-03: elk antwoord noemt API-Version, en de versie is semver', () => {
    expect(Reflect.get(Object(document['info']), 'version')).toMatch(/^\d+\.\d+\.\d+$/)
    for (const { inhoud, naam } of operaties(heel)) {
      for (const [status, vorm] of Object.entries(Object(inhoud['responses']) as Record<string, JsonSchema>)) expect(Object.keys(Object(vorm['headers'])), `${naam} ${status}`).toContain('API-Version')
    }
  })
  test('M-07, S-26: het document noemt het tokeneindpunt, elke scope met uitleg, en het certificaat', () => {
    const vormen = Object(Object(document['components']).securitySchemes) as Record<string, JsonSchema>
    expect(vormen['oauth']).toMatchObject({ type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://leerroute.example/oauth/token' } } })
    expect(Object.keys(Object(Object(Object(vormen['oauth']).flows).clientCredentials.scopes))).toEqual(SCOPES)
    expect([vormen['certificaat']?.['type'], vormen['sleutel']?.['type']]).toEqual(['mutualTLS', 'http'])
  })
  test('S-04: paden in kleine letters, meervoud aan het eind of een sleutel, vragen in camelCase', () => {
    for (const { pad, methode, inhoud } of operaties(heel)) {
      expect(pad).toMatch(/^(\/([a-z0-9-]+|\{[a-z][A-Za-z0-9]*\}))+(\/_[a-z]+)?$|^\/_[a-z]+$/)
      for (const parameter of (inhoud['parameters'] ?? []) as readonly JsonSchema[]) {
        expect(String(parameter['description']).length, `${methode} ${pad} ${String(parameter['name'])}`).toBeGreaterThan(3)
        if (parameter['in'] !== 'header') expect(String(parameter['name'])).toMatch(/^[a-z][A-Za-z0-9]*$/)
      }
    }
  })
  test('S-06: elk vast deel van een adres is een meervoud, en een handeling op een ding is een deelbron en geen werkwoord', () => {
    const alle = operaties(document)
    const delen = alle.flatMap(({ pad }) => pad.split('/').filter((deel) => deel !== '' && !deel.startsWith('{')))
    expect(delen.filter((deel) => !/(en|s)$|-v\d+$/.test(deel) && !ENKELVOUD.has(deel))).toEqual([])
    // Een infinitief eindigt ook op -en; wat bij een ding gebeurt heet daarom naar het vastgelegde: uitschrijvingen, niet uitschrijven.
    const handelingen = alle.filter(({ methode, pad }) => methode === 'post' && pad.includes('}/'))
    expect(handelingen.filter(({ pad }) => !pad.endsWith('ingen')).map(({ naam }) => naam)).toEqual([])
    if (lijst === routes) expect(handelingen.length).toBeGreaterThan(2)
  })
  test('S-08: een dag is een date; een moment eindigt op Tijdstip en is een date-time', () => {
    const fout: string[] = []
    let gezien = 0
    wandel(heel, (object) => {
      if (!isSchema(object['properties'])) return
      for (const [veld, schema] of Object.entries(object['properties'])) {
        const eigen = isSchema(schema) ? [schema, ...((schema['anyOf'] ?? []) as readonly JsonSchema[])].map((vorm) => vorm['format']) : []
        if (eigen.includes('date-time')) gezien += 1
        if (/[tT]ijdstip$/.test(veld) !== eigen.includes('date-time') && veld !== 'time') fout.push(veld)
      }
    })
    expect(fout).toEqual([])
    if (lijst === routes) expect(gezien).toBeGreaterThan(10)
  })
  test('S-09: een veld met Datum in de naam is een dag, een moment heet Tijdstip', () => {
    const fout: string[] = []
    wandel(heel, (object) => {
      if (!isSchema(object['properties'])) return
      for (const [veld, schema] of Object.entries(object['properties'])) {
        const formats = JSON.stringify(schema).match(/"format":"date(-time)?"/g) ?? []
        if (/^datum$|\w(Datum|Date)/.test(veld) && formats.join() !== '"format":"date"') fout.push(veld)
      }
    })
    expect(fout).toEqual([])
  })
  test('S-02: geen leeg veld met get of delete in de naam in een voorbeeld: de linter van de overheid valt daarop om', () => {
    const fout: string[] = []
    wandel(document, (object) => { fout.push(...Object.keys(object).filter((veld) => /get|delete/.test(veld) && object[veld] === null)) })
    expect(fout).toEqual([])
  })
  test('S-10, S-11: elke fout is problem+json, en elke operatie kan 400 geven', () => {
    for (const { inhoud, naam } of operaties(heel)) {
      const responses = Object(inhoud['responses']) as Record<string, JsonSchema>
      expect(Object.keys(responses), naam).toEqual(expect.arrayContaining(['400', '429', '500', '503']))
      for (const [status, vorm] of Object.entries(responses)) if (Number(status) >= 400) expect(Object.keys(Object(vorm['content'])), naam).toEqual(['application/problem+json'])
    }
  })
  test('elk voorbeeld past bij zijn schema', () => {
    const ajv = new Ajv2020({ strict: false, formats: { date: /^\d{4}-\d\d-\d\d$/, 'date-time': /T.*Z$/, uuid: /^[0-9a-f-]{36}$/, uri: /^https?:/, 'uri-reference': true, email: /@/, binary: true } })
    const gezien = new Set<string>()
    for (const { inhoud, naam } of operaties(heel)) {
      wandel(inhoud, (object) => {
        const sleutel = JSON.stringify(object)
        if (!isSchema(object['schema']) || gezien.has(sleutel)) return
        gezien.add(sleutel)
        const voorbeelden = [...('example' in object ? [object['example']] : []), ...Object.values(Object(object['examples'])).map((een) => Reflect.get(Object(een), 'value') as unknown)]
        const klopt = ajv.compile(object['schema'])
        for (const voorbeeld of voorbeelden) expect(klopt(voorbeeld), `${naam}: ${JSON.stringify(voorbeeld)} ${ajv.errorsText(klopt.errors)}`).toBe(true)
      })
    }
  })
  test('S-13: naam, adres en e-mail van de beheerder, en een Nederlandse uitleg bij elke operatie en groep', () => {
    expect(Object(document['info'])).toMatchObject({ contact: { name: expect.any(String), url: expect.any(String), email: expect.any(String) } })
    const groepen = (document['tags'] as readonly { readonly name: string; readonly description: string }[]).map(({ name }) => name)
    for (const { inhoud, naam } of operaties(document)) {
      expect(groepen).toContain(Reflect.get(Object(inhoud['tags']), 0))
      expect(String(inhoud['summary']).length, naam).toBeGreaterThan(3)
      expect(String(inhoud['description']), naam).toMatch(/\.\n\nToegang: /)
    }
  })
  test('Z-01: elke route zegt wie erbij mag, en vraagt een sleutel als dat niet iedereen is', () => {
    for (const { toegang, operationId } of lijst) expect(toegang, operationId).toMatch(/^(openbaar|aangemeld|[a-z]+:[a-z]+)$/)
    for (const { inhoud, naam } of operaties(document)) {
      const toegang = lijst.find(({ operationId }) => operationId === inhoud['operationId'])?.toegang ?? 'openbaar'
      const scopes = toegang === 'openbaar' ? [] : toegang === 'aangemeld' ? SCOPES : scopesVoor(toegang)
      expect(inhoud['security'], naam).toEqual(toegang === 'openbaar' ? [] : [...scopes.map((scope) => ({ oauth: [scope] })), { sleutel: [] }])
    }
  })
  test('S-17: een POST die iets maakt is idempotent, en wat bewaard wordt heeft geen persoonsnummer', () => {
    const maakt = lijst.filter(({ methode, antwoorden }) => methode === 'POST' && (201 in antwoorden || 202 in antwoorden))
    expect(maakt.filter(({ idempotent }) => idempotent !== true).map(({ operationId }) => operationId)).toEqual([])
    const metNummer = lijst.filter(({ idempotent, antwoorden }) => idempotent === true && /"(persoonsnummer|bsn|onderwijsnummer|burgerservicenummer)":/i.test(JSON.stringify(antwoorden)))
    expect(metNummer.map(({ operationId }) => operationId)).toEqual([])
  })
  test('S-16: elke PUT, PATCH en DELETE werkt op een versie', () => {
    expect(lijst.filter(({ methode, huidigeVersie }) => methode !== 'GET' && methode !== 'POST' && huidigeVersie === undefined).map(({ operationId }) => operationId)).toEqual([])
  })
  test('een persoonsnummer staat nooit in een adres', () => {
    for (const { vraag, pad, operationId } of lijst) expect(`${pad} ${Object.keys({ ...vraag.params?.properties, ...vraag.query?.properties }).join(' ')}`, operationId).not.toMatch(/\b(persoonsnummer|bsn|onderwijsnummer)\b/i)
  })
})

test('twee operaties met dezelfde naam of hetzelfde adres, of twee vormen met dezelfde naam, zijn een fout', () => {
  expect(() => bouwOpenapi([proefroute(), proefroute()], INSTELLING)).toThrow('twee keer')
  expect(() => bouwOpenapi([proefroute(), proefroute({ pad: '/anders' })], INSTELLING)).toThrow('toonBoek is twee keer')
  const met = (titel: string) => proefroute({ operationId: titel, pad: `/${titel}`, antwoorden: { 200: { omschrijving: 'x', schema: Type.Object({ [titel]: Type.String() }, { $id: 'Zelfde' }) } } })
  expect(() => bouwOpenapi([met('a'), met('b')], INSTELLING)).toThrow('twee verschillende vormen heten Zelfde')
})

test('S-14: de laatste wijziging in het overzicht is van deze versie', () => {
  expect(WIJZIGINGEN[0]?.versie).toBe(API_VERSIE)
})
