import { type Json, lijst, object, tekst, verwijstNaar } from './document.ts'
import { Zin } from './opmaak.tsx'

/** De velden van een vorm, met hun soort, of ze verplicht zijn en wat ze betekenen. */
export function Vorm({ schema, diep = 0 }: { schema: Json, diep?: number }) {
  const naam = verwijstNaar(schema)
  if (naam !== undefined) return <p><Vormlink naam={naam} /></p>
  const inLijst = schema['type'] === 'array' ? object(schema['items']) : undefined
  if (inLijst !== undefined) return <><p class="klein">Een lijst van:</p><Vorm schema={inLijst} diep={diep} /></>
  const takken = [...lijst(schema['anyOf']), ...lijst(schema['oneOf'])]
  if (takken.length > 0) return <><p class="klein">Een van:</p><ul class="velden">{takken.map((tak, i) => <li key={i}><span class="veld__soort"><Soort schema={object(tak)} /></span></li>)}</ul></>
  const velden = Object.entries(object(schema['properties']))
  if (velden.length === 0) return <p><Soort schema={schema} /></p>
  const verplicht = lijst(schema['required'])
  return (
    <ul class="velden">
      {velden.map(([veld, vorm]) => <Veld key={veld} naam={veld} schema={object(vorm)} verplicht={verplicht.includes(veld)} diep={diep} />)}
    </ul>
  )
}

const DIEPST = 4

function Veld({ naam, schema, verplicht, diep }: { naam: string, schema: Json, verplicht: boolean, diep: number }) {
  const items = object(schema['items'])
  const binnen = heeftVelden(schema) ? schema : heeftVelden(items) ? items : undefined
  return (
    <li>
      <p class="veld__regel"><code>{naam}</code><span class="veld__soort"><Soort schema={schema} />{verplicht ? ', verplicht' : ''}</span></p>
      {tekst(schema['description']) !== '' && <p class="klein"><Zin tekst={tekst(schema['description'])} /></p>}
      {binnen !== undefined && diep < DIEPST && <Vorm schema={binnen} diep={diep + 1} />}
    </li>
  )
}

function heeftVelden(schema: Json): boolean {
  return verwijstNaar(schema) === undefined && Object.keys(object(schema['properties'])).length > 0
}

const SOORT: Readonly<Record<string, string>> = { string: 'tekst', integer: 'heel getal', number: 'getal', boolean: 'true of false', object: 'object', array: 'lijst', null: 'leeg (null)' }
const FORMAT: Readonly<Record<string, string>> = { date: 'dag (jjjj-mm-dd)', 'date-time': 'moment', uuid: 'UUID', uri: 'webadres', email: 'e-mailadres', binary: 'bestand' }

/** De soort van een waarde in woorden, met de waarden of grenzen erbij. */
export function Soort({ schema }: { schema: Json }) {
  const naam = verwijstNaar(schema)
  if (naam !== undefined) return <Vormlink naam={naam} />
  if (schema['type'] === 'array') return <>lijst van <Soort schema={object(schema['items'])} /></>
  const takken = [...lijst(schema['anyOf']), ...lijst(schema['oneOf'])]
  if (takken.length > 0) return <>{takken.map((tak, i) => <span key={i}>{i > 0 ? ' of ' : ''}<Soort schema={object(tak)} /></span>)}</>
  const keuzes = 'const' in schema ? [schema['const']] : lijst(schema['enum'])
  if (keuzes.length > 0) return <>{keuzes.map((keuze, i) => <span key={String(keuze)}>{i > 0 ? ', ' : ''}<code>{String(keuze)}</code></span>)}</>
  return <>{[...typen(schema), ...grenzen(schema)].join(', ')}</>
}

function typen(schema: Json): readonly string[] {
  const type = schema['type']
  const alle = Array.isArray(type) ? type.map(String) : [tekst(type)]
  return [alle.map((een) => (een === 'string' ? (FORMAT[tekst(schema['format'])] ?? 'tekst') : (SOORT[een] ?? 'elke waarde'))).join(' of ')]
}

function grenzen(schema: Json): readonly string[] {
  const getal = (naam: string, woorden: (grens: string) => string): readonly string[] => (typeof schema[naam] === 'number' ? [woorden(String(schema[naam]))] : [])
  return [
    ...getal('minimum', (grens) => `ten minste ${grens}`), ...getal('maximum', (grens) => `hoogstens ${grens}`), ...getal('maxLength', (grens) => `hoogstens ${grens} tekens`),
    ...(typeof schema['pattern'] === 'string' ? [`patroon ${schema['pattern']}`] : []),
    ...(schema['default'] === undefined ? [] : [`standaard ${String(schema['default'])}`]),
  ]
}

function Vormlink({ naam }: { naam: string }) {
  return <a class="utrecht-link utrecht-link--html-a" href={`#vorm-${naam}`}>{naam}</a>
}
