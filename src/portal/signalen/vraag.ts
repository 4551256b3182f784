/** Wat iemand in de werklijst koos: in het adres, of in het verborgen veld van een formulier. Een naam staat er nooit in. */
import type { Werkkeuze, Werkplaats } from '../../beslissing/index.ts'
import { parseDatum } from '../../kern/datum.ts'
import { isBrin } from '../../kern/schoolcode.ts'
import { SIGNAALCODES, SIGNAALNIVEAU, type Signaalcode, type Signaalniveau } from '../../kern/signaalcode.ts'
import { isUuid } from '../../kern/uuid.ts'
import { lijstVan, tekstVan } from '../kader/invoer.ts'
import { NIVEAU_VOLGORDE } from '../woorden/woorden.ts'

export const STATEN = ['open', 'gezien', 'verklaard'] as const
type Staat = (typeof STATEN)[number]

export interface Werkvraag {
  /** Leeg = alle. */
  readonly niveaus: readonly Signaalniveau[]
  readonly code: Signaalcode | null
  readonly staten: readonly Staat[] | 'gesloten'
  readonly school: string | null
  readonly partner: string | null
  /** `mij`, `niemand` of een account. */
  readonly van: string | null
  readonly student: string | null
  readonly na: Werkplaats | null
}

export const ALLES: Werkvraag = { niveaus: [], code: null, staten: [], school: null, partner: null, van: null, student: null, na: null }

/** `undefined` als er iets in staat dat wij niet zelf maakten. */
export function leesWerkvraag(invoer: unknown): Werkvraag | undefined {
  const veld = (naam: string): string | null => tekstVan(invoer, naam) || null
  const [code, school, partner, van, student, na] = [veld('code'), veld('school'), veld('partner'), veld('van'), veld('student'), veld('na')]
  const [gevraagdeNiveaus, gevraagdeStaten] = [lijstVan(invoer, 'niveau'), lijstVan(invoer, 'staat')]
  const niveaus = NIVEAU_VOLGORDE.filter((niveau) => gevraagdeNiveaus.includes(niveau))
  const bekendeCode = SIGNAALCODES.find((bekend) => bekend === code) ?? null
  const plaats = leesPlaats(na)
  const fout = niveaus.length !== new Set(gevraagdeNiveaus).size || (code !== null && bekendeCode === null) || plaats === undefined
    || [school, partner].some((brin) => brin !== null && !isBrin(brin)) || (student !== null && !isUuid(student)) || (van !== null && van !== 'mij' && van !== 'niemand' && !isUuid(van))
  const staten = leesStaten(gevraagdeStaten)
  if (fout || staten === undefined) return undefined
  return { niveaus, code: bekendeCode, staten, school, partner, van, student, na: plaats }
}

/** Het verborgen veld `keuze` van een formulier: het deel na het vraagteken. */
export function leesKeuzeveld(tekst: string): Werkvraag | undefined {
  const delen = new URLSearchParams(tekst.slice(0, 600))
  return leesWerkvraag(Object.fromEntries([...new Set(delen.keys())].map((naam) => [naam, delen.getAll(naam).length > 1 ? delen.getAll(naam) : delen.get(naam)])))
}

function leesStaten(gevraagd: readonly string[]): readonly Staat[] | 'gesloten' | undefined {
  if (gevraagd.length === 1 && gevraagd[0] === 'gesloten') return 'gesloten'
  const staten = STATEN.filter((staat) => gevraagd.includes(staat))
  return staten.length === new Set(gevraagd).size ? staten : undefined
}

/** `dag~sleutel`; bij gesloten signalen `moment~sleutel`. */
function leesPlaats(na: string | null): Werkplaats | null | undefined {
  if (na === null) return null
  const [dag = '', id = '', rest] = na.split('~')
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(dag) && !Number.isNaN(Date.parse(dag))
  return rest === undefined && isUuid(id) && (isMoment || parseDatum(dag) !== undefined) ? [dag, id] : undefined
}

/** De codes van de vraag: een, die van de gekozen niveaus, of alle. */
export function naarKeuze({ niveaus, code, staten, school, partner, van, student }: Werkvraag): Werkkeuze {
  const codes = code === null ? SIGNAALCODES.filter((een) => niveaus.length === 0 || niveaus.includes(SIGNAALNIVEAU[een])) : [code]
  const plaats = { school: school ?? undefined, partner: partner ?? undefined, van: van ?? undefined, deelnemerId: student ?? undefined }
  return { ...plaats, codes, staten: staten === 'gesloten' || staten.length < STATEN.length ? staten : [] }
}

export function isGefilterd({ niveaus, code, staten, school, partner, van, student }: Werkvraag): boolean {
  return niveaus.length > 0 || staten.length > 0 || [code, school, partner, van, student].some((deel) => deel !== null)
}

/** De vraag als deel van een adres, zonder vraagteken. */
export function schrijfKeuze({ niveaus, code, staten, school, partner, van, student, na }: Werkvraag): string {
  const delen = new URLSearchParams()
  for (const niveau of niveaus) delen.append('niveau', niveau)
  for (const staat of staten === 'gesloten' ? [staten] : staten) delen.append('staat', staat)
  for (const [naam, waarde] of Object.entries({ code, school, partner, van, student, na: na?.join('~') ?? null })) if (waarde !== null) delen.set(naam, waarde)
  return delen.toString()
}

export function signaaladres(vraag: Werkvraag, pad = '/signalen'): string {
  const keuze = schrijfKeuze(vraag)
  return keuze === '' ? pad : `${pad}?${keuze}`
}
