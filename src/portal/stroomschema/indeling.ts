/** Waar alles in de tekening van het stroomschema staat. De plekken komen uit de stappen; hier worden de lijnen gelegd. */
import type { Schemaweg } from '../../beslissing/index.ts'
import { type Plaats, type Schemaeinde, type Schemastap, type Stroomschema, VERDER } from '../../normen/index.ts'

export const VAK = { breed: 156, hoog: 96, tussenKolom: 45, tussenRij: 46 } as const
/** Ruimte boven de eerste rij voor de koppen. */
const BOVEN = 64

export interface Vak {
  /** Een einde kan op meer plekken staan. */
  readonly sleutel: string
  readonly x: number
  readonly y: number
  readonly plaats: Plaats
  readonly inhoud: { readonly soort: 'vraag'; readonly stap: Schemastap } | { readonly soort: 'einde'; readonly einde: Schemaeinde }
  readonly opWeg: boolean
}

/** Hoekpunten, van rand tot rand. */
type Punten = readonly [Punt, Punt, ...Punt[]]
type Punt = readonly [x: number, y: number]

export interface Lijn {
  readonly punten: Punten
  readonly woord: 'ja' | 'nee' | null
  readonly woordX: number
  readonly woordY: number
  readonly opWeg: boolean
}

export interface Indeling {
  readonly breed: number
  readonly hoog: number
  readonly vakken: readonly Vak[]
  readonly lijnen: readonly Lijn[]
  /** De vraag die op elk moment kan spelen. */
  readonly altijd: readonly { readonly stap: Schemastap; readonly x: number; readonly y: number; readonly breed: number; readonly naarX: number; readonly naarY: number; readonly opWeg: boolean }[]
}

/** @param weg null = de tekening zonder eigen weg */
export function deelIn(schema: Stroomschema, weg: Pick<Schemaweg, 'schakels' | 'open'> | null): Indeling {
  const opWeg = legWegUit(weg)
  const vakken = [...maakVakken(schema, opWeg)]
  const altijd = [...schema.stappen.values()].filter((stap) => stap.altijd)
  const rijen = Math.max(...vakken.map(({ plaats }) => plaats.rij), ...altijd.map(({ plaats }) => plaats.rij))
  return {
    breed: 6 * VAK.breed + 5 * VAK.tussenKolom, hoog: xy({ kolom: 1, rij: rijen }).y + VAK.hoog + 4, vakken,
    lijnen: maakLijnen(schema, vakken, opWeg),
    altijd: altijd.map((stap) => {
      const naar = vakken.find(({ inhoud }) => inhoud.soort === 'einde' && stap.antwoorden.some((antwoord) => antwoord.naar === inhoud.einde.id))
      const { x, y } = xy(stap.plaats)
      return { stap, x, y, breed: 3 * VAK.breed + 2 * VAK.tussenKolom, naarX: (naar?.x ?? x) + VAK.breed / 2, naarY: (naar?.y ?? y) + VAK.hoog, opWeg: opWeg.vakken.has(stap.id) }
    }),
  }
}

interface Wegen {
  /** Sleutels van vakken op de eigen weg. */
  readonly vakken: ReadonlySet<string>
  /** `van>naar`, met sleutels. */
  readonly lijnen: ReadonlySet<string>
}

function legWegUit(weg: Pick<Schemaweg, 'schakels' | 'open'> | null): Wegen {
  const vakken = new Set<string>()
  const lijnen = new Set<string>()
  let vorig: { readonly sleutel: string; readonly rij: number } | null = null
  const punten = [...(weg?.schakels ?? []), ...(weg?.open ? [{ stap: weg.open }] : [])]
  for (const schakel of punten) {
    const plaats: Plaats = 'einde' in schakel ? kiesPlaats(schakel.einde, vorig?.rij) : schakel.stap.plaats
    const sleutel: string = 'einde' in schakel ? eindsleutel(schakel.einde, plaats) : schakel.stap.id
    vakken.add(sleutel)
    if (vorig !== null) lijnen.add(`${vorig.sleutel}>${sleutel}`)
    vorig = { sleutel, rij: plaats.rij }
  }
  return { vakken, lijnen }
}

/** Een einde dat op meer plekken staat: die naast de vraag. */
function kiesPlaats(einde: Schemaeinde, rij: number | undefined): Plaats {
  return einde.plaatsen.find((plaats) => plaats.rij === rij) ?? einde.plaatsen[0] ?? { kolom: 1, rij: 1 }
}

function eindsleutel({ id }: Schemaeinde, { kolom, rij }: Plaats): string {
  return `${id}@${kolom},${rij}`
}

function* maakVakken(schema: Stroomschema, opWeg: Wegen): Generator<Vak> {
  for (const stap of schema.stappen.values()) {
    if (!stap.altijd) yield { sleutel: stap.id, ...xy(stap.plaats), plaats: stap.plaats, inhoud: { soort: 'vraag', stap }, opWeg: opWeg.vakken.has(stap.id) }
  }
  for (const einde of schema.einden.values()) {
    for (const plaats of einde.plaatsen) {
      const sleutel = eindsleutel(einde, plaats)
      yield { sleutel, ...xy(plaats), plaats, inhoud: { soort: 'einde', einde }, opWeg: opWeg.vakken.has(sleutel) }
    }
  }
}

/** Eigen weg het laatst: die ligt dan boven de andere lijnen. */
function maakLijnen(schema: Stroomschema, vakken: readonly Vak[], opWeg: Wegen): readonly Lijn[] {
  const perSleutel = new Map(vakken.map((vak) => [vak.sleutel, vak]))
  const lijnen = vakken.flatMap((van) => verbindingenVan(schema, van).flatMap(({ naar, woord }) => {
    const einde = schema.einden.get(naar)
    const sleutel = einde === undefined ? naar : eindsleutel(einde, kiesPlaats(einde, van.plaats.rij))
    const doel = perSleutel.get(sleutel)
    return doel === undefined ? [] : [legLijn(van, doel, woord, opWeg.lijnen.has(`${van.sleutel}>${sleutel}`))]
  }))
  return lijnen.toSorted((a, b) => Number(a.opWeg) - Number(b.opWeg))
}

/** Een lijn per doel: drie antwoorden naar dezelfde vraag zijn samen een "ja". */
function verbindingenVan(schema: Stroomschema, { inhoud }: Vak): readonly { readonly naar: string; readonly woord: 'ja' | 'nee' | null }[] {
  if (inhoud.soort === 'vraag') {
    const perDoel = new Map(inhoud.stap.antwoorden.filter(({ naar, lijn }) => lijn !== null && naar !== VERDER).map(({ naar, lijn }) => [naar, lijn]))
    return [...perDoel].map(([naar, woord]) => ({ naar, woord }))
  }
  const { naar, verder } = inhoud.einde
  return [...(naar === null ? [] : [naar]), ...verder.filter((id) => schema.stappen.get(id)?.altijd === false)].map((id) => ({ naar: id, woord: null }))
}

/** Recht opzij of recht omlaag als dat kan; anders door de gang tussen twee kolommen of twee rijen. */
function legLijn(van: Vak, naar: Vak, woord: Lijn['woord'], opWeg: boolean): Lijn {
  const basis = { woord, opWeg }
  const [midX, midY] = [van.x + VAK.breed / 2, van.y + VAK.hoog / 2]
  const [naarMidX, naarMidY] = [naar.x + VAK.breed / 2, naar.y + VAK.hoog / 2]
  if (van.plaats.rij === naar.plaats.rij) {
    const rechts = naar.x > van.x
    const [begin, eind] = rechts ? [van.x + VAK.breed, naar.x] : [van.x, naar.x + VAK.breed]
    return { ...basis, punten: [[begin, midY], [eind, midY]], woordX: (begin + eind) / 2 - (rechts ? 4 : -4), woordY: midY - 12 }
  }
  const onder = van.y + VAK.hoog
  if (van.plaats.kolom === naar.plaats.kolom) return { ...basis, punten: [[midX, onder], [midX, naar.y]], woordX: midX + 26, woordY: onder + VAK.tussenRij / 2 + 2 }
  if (naar.plaats.rij === van.plaats.rij + 1) {
    const gang = onder + VAK.tussenRij / 2 - 4
    return { ...basis, punten: [[midX, onder], [midX, gang], [naarMidX, gang], [naarMidX, naar.y]], woordX: midX, woordY: gang }
  }
  const gang = van.x + VAK.breed + VAK.tussenKolom / 2
  return { ...basis, punten: [[van.x + VAK.breed, midY], [gang, midY], [gang, naarMidY], [naar.x, naarMidY]], woordX: gang, woordY: midY }
}

/** Het pad langs de punten, dat `korter` voor het einde stopt: daar komt de pijlpunt. */
export function padVan(punten: Punten, korter: number): string {
  const [[beginX, beginY], ...rest] = punten
  let [vorigX, vorigY] = [beginX, beginY]
  const stukken = rest.map(([x, y], i) => {
    const af = i === rest.length - 1 ? korter : 0
    const stuk = `L${x - Math.sign(x - vorigX) * af} ${y - Math.sign(y - vorigY) * af}`
    ;[vorigX, vorigY] = [x, y]
    return stuk
  })
  return `M${beginX} ${beginY}${stukken.join('')}`
}

function xy({ kolom, rij }: Plaats): { readonly x: number; readonly y: number } {
  return { x: (kolom - 1) * (VAK.breed + VAK.tussenKolom) + 1, y: BOVEN + (rij - 1) * (VAK.hoog + VAK.tussenRij) }
}

/** Breekt een tekst in regels van hooguit `breed` tekens, zo gelijk mogelijk. */
export function breek(tekst: string, breed: number): readonly string[] {
  const aantal = vul(tekst, breed).length
  for (let smaller = Math.ceil(tekst.length / aantal); smaller < breed; smaller += 1) {
    const regels = vul(tekst, smaller)
    if (regels.length === aantal) return regels
  }
  return vul(tekst, breed)
}

function vul(tekst: string, breed: number): readonly string[] {
  const regels: string[] = []
  for (const woord of tekst.split(' ')) {
    const vorige = regels.at(-1)
    if (vorige !== undefined && vorige.length + 1 + woord.length <= breed) regels[regels.length - 1] = `${vorige} ${woord}`
    else regels.push(woord)
  }
  return regels
}
