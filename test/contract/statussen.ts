/** Roept per operatie elke gedocumenteerde status op (S-100): wat mag, wat niet mag, en wat er om de operatie heen mis kan gaan. */
import { randomUUID } from 'node:crypto'
import type { Operatie } from './operaties.ts'
import { maakPadenzoeker, type Plek, VAST } from './paden.ts'

export interface Bel {
  (methode: string, pad: string, koppen: Readonly<Record<string, string>>, lichaam?: string): Promise<{ readonly status: number; readonly koppen: Headers; readonly tekst: string }>
}

/** Elke status die bij een operatie gezien is, als `operationId status`. */
export type Gezien = Set<string>

export interface Ronde {
  /** Langs de tussenschakel. */
  readonly bel: Bel
  /** Rechtstreeks, met een eigen controle: de tussenschakel geeft geen ETag en 304 door, en neemt een te groot lichaam zelf aan. */
  readonly direct: Bel
  readonly sleutels: readonly string[]
  /** Sleutels die elk bijna niets mogen, voor 403. */
  readonly armeSleutels: readonly string[]
  readonly gezien: Gezien
  /** Waar een operatie lukte; de kapotte rondes gaan daar ook heen. */
  readonly plekken: Map<string, Plek>
}

const TE_GROOT = 'x'.repeat(1_100_000)

/** Eerst wat iets maakt, dan lezen, dan wijzigen, en weggooien het laatst. */
const VOLGORDE = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE']

export async function gewoneRonde(operaties: readonly Operatie[], heleRonde: Ronde, doel = goedeStatussen): Promise<void> {
  for (const operatie of operaties.toSorted((a, b) => VOLGORDE.indexOf(a.methode) - VOLGORDE.indexOf(b.methode))) {
    const ronde = gaatLangsTussenschakel(operatie) ? heleRonde : { ...heleRonde, bel: heleRonde.direct }
    const eerdere = ronde.plekken.get(operatie.operationId)
    const plekken = [...metVraag(operatie, await maakPadenzoeker((m, p, k) => ronde.direct(m, p, k), ronde.sleutels)(operatie)), ...(eerdere === undefined ? [] : [eerdere])]
    const eerder = operatie.methode === 'DELETE' ? plekken.at(-1) : undefined
    if (eerder !== undefined) await metFouten(operatie, eerder, ronde)
    const plek = await metSucces(operatie, plekken, ronde, doel(operatie))
    const bekend = plek ?? plekken.at(-1)
    if (bekend !== undefined) ronde.plekken.set(operatie.operationId, bekend)
    await metFouten(operatie, bekend ?? { pad: operatie.pad.replaceAll(/\{[^}]*\}/g, randomUUID()), sleutel: ronde.sleutels[0] ?? '' }, ronde)
  }
}

/** Een verplichte vraag hoort bij het pad: dan is elke school die kan handelen een eigen plek. */
function metVraag(operatie: Operatie, plekken: readonly Plek[]): readonly Plek[] {
  const verplicht = operatie.parameters.filter((p) => p.in === 'query' && (p.required === true || p.name === 'brin'))
  return verplicht.reduce<readonly Plek[]>((paden, p) => paden.flatMap((plek) => (VAST[p.name] ?? [String(p.example)]).map((waarde) => ({ ...plek, pad: `${plek.pad}${plek.pad.includes('?') ? '&' : '?'}${p.name}=${waarde}` }))), plekken)
}

/** Probeert tot elke goede status er geweest is, en geeft de plek waar het lukte. */
async function metSucces(operatie: Operatie, plekken: readonly Plek[], ronde: Ronde, doel: readonly string[]): Promise<Plek | undefined> {
  let gelukt: Plek | undefined
  for (const plek of plekken) {
    for (const lichaam of [...lichamen(operatie), ...(await lichamenVanNu(operatie, plek, ronde)), ...(operatie.requestBody === undefined ? [undefined] : [])]) {
      const antwoord = await roep(operatie, ronde, plek.pad, await koppenVoor(operatie, plek, ronde), lichaam)
      if (antwoord.status < 300) gelukt = plek
      if (isGezien(operatie, doel, ronde)) break
    }
    if (gelukt !== undefined && operatie.methode === 'DELETE') break
    if (isGezien(operatie, doel, ronde)) break
  }
  if (gelukt !== undefined && '304' in operatie.responses) {
    const { koppen } = await ronde.direct('GET', gelukt.pad, { authorization: `Bearer ${gelukt.sleutel}` })
    await roep(operatie, { ...ronde, bel: ronde.direct }, gelukt.pad, { authorization: `Bearer ${gelukt.sleutel}`, 'if-none-match': koppen.get('etag') ?? '' })
  }
  return gelukt
}

function isGezien(operatie: Operatie, statussen: readonly string[], { gezien }: Ronde): boolean {
  return statussen.every((status) => gezien.has(`${operatie.operationId} ${status}`))
}

/** De tussenschakel leest een antwoord met een record per regel als één object. */
function gaatLangsTussenschakel(operatie: Operatie): boolean {
  return !Object.keys(operatie.responses['200']?.content ?? {}).includes('application/x-ndjson')
}

async function metFouten(operatie: Operatie, plek: Plek, ronde: Ronde): Promise<void> {
  const [lichaam] = lichamen(operatie)
  const koppen = await koppenVoor(operatie, plek, ronde)
  const zonder = (naam: string) => Object.fromEntries(Object.entries(koppen).filter(([kop]) => kop !== naam))
  await roep(operatie, ronde, `${plek.pad}${plek.pad.includes('?') ? '&' : '?'}onbekend=1`, koppen, lichaam)
  await roep(operatie, ronde, plek.pad, zonder('authorization'), lichaam)
  for (const sleutel of ronde.sleutels.filter((ander) => operatie.methode === 'POST' && ander !== plek.sleutel)) await roep(operatie, ronde, plek.pad, { ...koppen, 'idempotency-key': randomUUID(), authorization: `Bearer ${sleutel}` }, lichaam)
  await roep(operatie, ronde, plek.pad, { ...koppen, accept: 'image/png' }, lichaam)
  if (lichaam !== undefined) {
    await roep(operatie, { ...ronde, bel: ronde.direct }, plek.pad, koppen, { mediatype: lichaam.mediatype, tekst: TE_GROOT })
    await roep(operatie, ronde, plek.pad, { ...koppen, 'content-type': 'application/x-onbekend' }, lichaam.tekst)
  }
  await roep(operatie, ronde, plek.pad, { ...koppen, 'if-match': '"verkeerd"' }, lichaam)
  await roep(operatie, ronde, plek.pad, zonder('if-match'), lichaam)
  for (const weg of plekkenDieErNietZijn(operatie, plek)) await roep(operatie, ronde, weg, koppen, lichaam)
  for (const sleutel of ronde.armeSleutels) await roep(operatie, ronde, plek.pad, { ...koppen, authorization: `Bearer ${sleutel}` }, lichaam)
  await metHerhaling(operatie, plek, ronde)
}

/** Dezelfde plek met een andere deelnemer, een andere school, of een andere sleutel in het pad. */
function plekkenDieErNietZijn(operatie: Operatie, plek: Plek): readonly string[] {
  const ander = operatie.pad.includes('{deelnemerId}') ? plek.pad.replace(/\/deelnemers\/[^/]+/, `/deelnemers/${randomUUID()}`) : plek.pad
  const [pad = '', vraag = ''] = plek.pad.split('?')
  const delen = pad.split('/')
  const sleutels = operatie.pad.split('/').map((deel, i) => (deel.startsWith('{') ? i : -1)).filter((i) => i >= 0)
  const anders = sleutels.map((plaats) => delen.map((deel, i) => (i === plaats ? deel.replace(/.$/, volgendTeken) : deel)).join('/'))
  const andereSchool = plek.pad.replace(/brin=[^&]*/, 'brin=14VS')
  return [ander, andereSchool, ...anders.map((weg) => (vraag === '' ? weg : `${weg}?${vraag}`))].filter((weg) => weg !== plek.pad)
}

function volgendTeken(teken: string): string {
  if (/\d/.test(teken)) return String((Number(teken) + 1) % 10)
  if (/[a-z]/.test(teken)) return teken === 'a' ? 'b' : 'a'
  return teken === 'A' ? 'B' : 'A'
}

/** S-17: dezelfde Idempotency-Key met andere inhoud (422), en twee tegelijk (409). */
async function metHerhaling(operatie: Operatie, plek: Plek, ronde: Ronde): Promise<void> {
  const goed = lichamen(operatie)[0]
  if (!('422' in operatie.responses)) return
  const koppen = await koppenVoor(operatie, plek, ronde)
  await roep(operatie, ronde, plek.pad, koppen, goed)
  for (const anders of goed === undefined ? [] : andereInhoud(goed)) await roep(operatie, ronde, plek.pad, koppen, anders)
  for (let poging = 0; poging < 10 && !ronde.gezien.has(`${operatie.operationId} 409`); poging++) {
    const nieuw = { ...koppen, 'idempotency-key': randomUUID() }
    await Promise.all([1, 2, 3, 4].map(() => roep(operatie, ronde, plek.pad, nieuw, goed)))
  }
}

/** Een ronde waarin alles om de operatie heen stuk is: elke operatie hoort dan met deze status te antwoorden. */
export async function stukkeRonde(operaties: readonly Operatie[], ronde: Ronde, keer = 1): Promise<void> {
  for (const operatie of operaties) {
    const plek = ronde.plekken.get(operatie.operationId)
    const pad = plek?.pad ?? operatie.pad.replace('{deelnemerId}', randomUUID()).replace('{brin}', '21MB').replace('{teldatum}', '2025-10-01').replaceAll(/\{(van|datum)\}/g, '2025-08-01').replaceAll(/\{[^}]*\}/g, randomUUID())
    const sleutel = plek?.sleutel ?? ronde.sleutels.at(-1) ?? ''
    for (let n = 0; n < keer; n++) await roep(operatie, ronde, pad, { ...(await koppenVoor(operatie, { pad, sleutel }, undefined)), 'if-match': '"x"' }, lichamen(operatie)[0])
  }
}

interface Lichaam {
  readonly mediatype: string
  readonly tekst: string
}

async function roep(operatie: Operatie, ronde: Ronde, pad: string, koppen: Readonly<Record<string, string>>, lichaam?: Lichaam | string) {
  const inhoud = typeof lichaam === 'string' ? { mediatype: 'application/json', tekst: lichaam } : lichaam
  const antwoord = await ronde.bel(operatie.methode, pad, { ...(inhoud === undefined ? {} : { 'content-type': inhoud.mediatype }), ...koppen }, inhoud?.tekst)
  ronde.gezien.add(`${operatie.operationId} ${antwoord.status}`)
  return antwoord
}

async function koppenVoor(operatie: Operatie, plek: Plek, ronde: Ronde | undefined): Promise<Record<string, string>> {
  const koppen: Record<string, string> = { authorization: `Bearer ${plek.sleutel}` }
  if (operatie.methode === 'POST') koppen['idempotency-key'] = randomUUID()
  if ('412' in operatie.responses && ronde !== undefined) koppen['if-match'] = (await ronde.direct('GET', zonderVraag(plek.pad), { authorization: koppen['authorization'] ?? '' })).koppen.get('etag') ?? '"geen"'
  return koppen
}

function lichamen(operatie: Operatie): readonly Lichaam[] {
  return Object.entries(operatie.requestBody?.content ?? {}).flatMap(([mediatype, inhoud]) =>
    [inhoud.example, ...Object.values(inhoud.examples ?? {}).map((v) => v.value)].filter((v) => v !== undefined)
      .map((v) => ({ mediatype, tekst: typeof v === 'string' ? v : JSON.stringify(v) })))
}

/** Lezen kent de vraag van het wijzigen niet. */
function zonderVraag(pad: string): string {
  return pad.split('?')[0] ?? pad
}

/** Bij wijzigen: wat er nu staat, zoals GET het geeft, is ook een goed lichaam; en met iets anders een echte wijziging. */
async function lichamenVanNu(operatie: Operatie, plek: Plek, ronde: Ronde): Promise<readonly Lichaam[]> {
  if (operatie.methode !== 'PUT' && operatie.methode !== 'PATCH') return []
  const { status, tekst } = await ronde.direct('GET', zonderVraag(plek.pad), { authorization: `Bearer ${plek.sleutel}` })
  if (status !== 200) return lichamen(operatie).flatMap(andereInhoud)
  const delen = Object.values(JSON.parse(tekst) as Record<string, unknown>).filter((deel) => typeof deel === 'object' && deel !== null && !Array.isArray(deel))
  return [...lichamen(operatie).flatMap(andereInhoud), ...delen.map((deel) => ({ mediatype: 'application/json', tekst: JSON.stringify(deel) })).flatMap((nu) => [nu, ...andereInhoud(nu)])]
}

/** Dezelfde inhoud met op één plek iets anders: een teken, ja of nee, of een dag waar niets stond. Ten minste één daarvan blijft een geldig bericht. */
function andereInhoud(goed: Lichaam): readonly Lichaam[] {
  const tekens = [...goed.tekst.matchAll(/":\s*"[^"]*?([A-Za-z0-9])"/g)].map((m) => ({ van: m.index + m[0].length - 2, lengte: 1, nieuw: volgendTeken(m[1] ?? '') }))
  const vlaggen = [...goed.tekst.matchAll(/:(true|false|null)\b/g)].map((m) => ({ van: m.index + 1, lengte: m[0].length - 1, nieuw: m[1] === 'null' ? '"2031-07-31"' : String(m[1] === 'false') }))
  return [...tekens, ...vlaggen].map(({ van, lengte, nieuw }) => ({ ...goed, tekst: goed.tekst.slice(0, van) + nieuw + goed.tekst.slice(van + lengte) }))
}

export function goedeStatussen(operatie: Operatie): readonly string[] {
  return Object.keys(operatie.responses).filter((status) => status.startsWith('2'))
}
