import { SIGNAALCODES, type Signaalcode } from '../../kern/signaalcode.ts'
import type { Lijstvraag } from '../portaal.ts'

const BRIN = /^\d{2}[A-Z]{2}(\d{2})?$/
const LANGSTE_NAAM = 60
const LANGSTE_CURSOR = 300
/** Een nulteken kan PostgreSQL niet eens ontvangen; geen enkel stuurteken hoort in een naam. */
const STUURTEKEN = /\p{Cc}/u

/** Leest de vraag uit een adres of formulier; `undefined` als er iets in staat dat wij niet zelf maakten. */
export function leesLijstvraag(invoer: unknown): Lijstvraag | undefined {
  const [zoek, school, code, cursor] = ['zoek', 'school', 'code', 'cursor'].map((naam) => waarde(invoer, naam))
  if (school !== null && !BRIN.test(school ?? '')) return undefined
  if (zoek && STUURTEKEN.test(zoek)) return undefined
  const bekendeCode = SIGNAALCODES.find((bekend) => bekend === code) ?? null
  if (code !== null && bekendeCode === null) return undefined
  if ((cursor?.length ?? 0) > LANGSTE_CURSOR || (cursor && !/^[\w.:~-]+$/.test(cursor))) return undefined
  return { zoek: zoek?.slice(0, LANGSTE_NAAM) ?? null, school: school ?? null, code: bekendeCode, cursor: cursor ?? null }
}

/** Het adres van een lijst zonder naam; een naam komt nooit in een adres. */
export function lijstadres({ school, code, cursor }: { readonly school?: string | null, readonly code?: Signaalcode | null, readonly cursor?: string | null }): string {
  const delen = new URLSearchParams()
  if (school) delen.set('school', school)
  if (code) delen.set('code', code)
  if (cursor) delen.set('cursor', cursor)
  const query = delen.toString()
  return query === '' ? '/studenten' : `/studenten?${query}`
}

function waarde(invoer: unknown, naam: string): string | null {
  const gevonden: unknown = typeof invoer === 'object' && invoer !== null ? Reflect.get(invoer, naam) : undefined
  return typeof gevonden === 'string' && gevonden.trim() !== '' ? gevonden.trim() : null
}
