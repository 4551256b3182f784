/** Gepland naast gevonden, tot op de letter. Puur. */
import type { GeplanteWeigering, GeplantSignaal } from '../leveringen.ts'

export interface Afwijking {
  readonly soort: 'signaal' | 'weigering' | 'levering'
  readonly wat: 'ontbreekt' | 'onverwacht' | 'anders'
  /** Bestand en regel van het record, of van de eerste levering van de student. */
  readonly plaats: string
  readonly uitleg: string
}

/** Wat de terugkoppeling over een record zegt dat niet is vastgelegd. */
export interface GevondenWeigering {
  readonly bestand: string
  readonly terugkoppeling: { readonly regelnummer: number; readonly uitkomst: string; readonly fouten: readonly { readonly veld: string; readonly regel: string }[] }
}

export function vergelijkWeigeringen(geplant: readonly GeplanteWeigering[], gevonden: readonly GevondenWeigering[]): readonly Afwijking[] {
  const open = new Map(gevonden.map((een) => [`${een.bestand}:${een.terugkoppeling.regelnummer}`, een]))
  const afwijkingen: Afwijking[] = []
  for (const { bestand, regel, misstap, uitkomst, veld } of geplant) {
    const plaats = `${bestand}:${regel}`
    const een = open.get(plaats)
    open.delete(plaats)
    if (een === undefined) {
      afwijkingen.push({ soort: 'weigering', wat: 'ontbreekt', plaats, uitleg: `${misstap}: dit record is vastgelegd, maar moest ${UITKOMST[uitkomst]}.` })
      continue
    }
    const { uitkomst: kreeg, fouten } = een.terugkoppeling
    const velden = fouten.map((fout) => fout.veld)
    if (kreeg !== uitkomst) afwijkingen.push({ soort: 'weigering', wat: 'anders', plaats, uitleg: `${misstap}: de terugkoppeling is ${kreeg}, en moest ${uitkomst} zijn.` })
    else if (veld !== null && !velden.includes(veld)) {
      afwijkingen.push({ soort: 'weigering', wat: 'anders', plaats, uitleg: `${misstap}: de terugkoppeling noemt ${velden.join(', ') || 'geen veld'}, en niet ${veld}.` })
    }
  }
  for (const [plaats, { terugkoppeling: { uitkomst, fouten } }] of open) {
    afwijkingen.push({ soort: 'weigering', wat: 'onverwacht', plaats, uitleg: `dit record is niet vastgelegd (${uitkomst}): ${fouten.map(({ veld, regel }) => `${veld} ${regel}`.trim()).join(' ')}` })
  }
  return afwijkingen
}

const UITKOMST = { afgekeurd: 'worden afgekeurd', 'geen-recht': 'worden geweigerd omdat de school dit niet mag' } as const

/** Een signaal bij een school; `brin` null = alleen de gemeente. */
export interface Signaalregel {
  readonly code: string
  readonly brin: string | null
}

/** Per student: wat er moet staan en wat er staat. `plaats` is zijn eerste record. */
export function vergelijkSignalen(plaats: string, geplant: readonly Pick<GeplantSignaal, 'code' | 'scholen' | 'misstap'>[], gevonden: readonly Signaalregel[]): readonly Afwijking[] {
  const wil = new Set(geplant.flatMap(({ code, scholen }) => (scholen.length === 0 ? [null] : scholen).map((brin) => sleutelVan({ code, brin }))))
  const is = new Set(gevonden.map(sleutelVan))
  const misstap = geplant.find((een) => een.misstap !== null)?.misstap ?? 'zonder geplante fout'
  return [
    ...[...wil].filter((een) => !is.has(een)).sort().map((een): Afwijking => ({ soort: 'signaal', wat: 'ontbreekt', plaats, uitleg: `${misstap}: ${een} staat niet open.` })),
    ...[...is].filter((een) => !wil.has(een)).sort().map((een): Afwijking => ({ soort: 'signaal', wat: 'onverwacht', plaats, uitleg: `${misstap}: ${een} staat open, maar hoort er niet.` })),
  ]
}

function sleutelVan({ code, brin }: Signaalregel): string {
  return `${code} bij ${brin ?? 'de gemeente'}`
}
