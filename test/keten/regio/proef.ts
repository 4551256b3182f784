/**
 * De keten van begin tot eind met een verzonnen regio: elke school levert met haar eigen sleutel door REST, de geplante fouten
 * moeten precies gevonden worden, en wat er als RO uitkomt moet zijn wat er in ging.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wacht } from 'node:timers/promises'
import { openDatabase } from '../../../src/database/index.ts'
import { datum, momentVan } from '../../../src/kern/datum.ts'
import { maakKluis, maakKoppeling, systeemactor, type Rol } from '../../../src/toegang/index.ts'
import { startServer } from '../../serverproces.ts'
import { opdracht } from './opdracht.ts'
import { telBestanden, telRo, type Telling } from './telling.ts'

export interface Proefwens {
  readonly studenten: number
  readonly zaad: number
  readonly databaseUrl: string
  /** Een tweede, lege database: daar gaan de RO's weer in. */
  readonly tweedeUrl: string
  readonly map: string
  readonly meld: (regel: string) => void
}

export interface Proefverslag {
  readonly records: number
  readonly seconden: Readonly<Record<string, number>>
  readonly recordsPerSeconde: number
  /** De uitkomst van `genereer --controleer`, in zijn eigen woorden. */
  readonly geplant: string
  readonly ro: Telling
  /** Leeg = alles klopt. */
  readonly bevindingen: readonly string[]
}

interface Regiobestand {
  readonly scholen: readonly { readonly brin: string; readonly sector: 'VO' | 'VSO' | 'MBO' }[]
  readonly bestanden: readonly { readonly ronde: number; readonly brin: string; readonly bestand: string; readonly records: number }[]
  readonly rondes: readonly { readonly ronde: number }[]
}

const TIJDVAK = { van: '2000-01-01', totEnMet: '2099-12-31' }
/** Zoveel scholen leveren tegelijk. */
const TEGELIJK = 4

export async function doeProef(wens: Proefwens): Promise<Proefverslag> {
  const seconden: Record<string, number> = {}
  const fase = async <T>(naam: string, werk: () => Promise<T>): Promise<T> => {
    const begin = performance.now()
    const uitkomst = await werk()
    seconden[naam] = Math.round((performance.now() - begin) / 100) / 10
    wens.meld(`${naam}: ${seconden[naam]} s`)
    return uitkomst
  }
  const regioMap = join(wens.map, 'regio')
  const dataMap = join(wens.map, 'data')
  await fase('genereer', () => opdracht(['genereer', '--studenten', String(wens.studenten), '--zaad', String(wens.zaad), '--uit', regioMap], { LEERROUTE_DATA: dataMap }))
  const regio = JSON.parse(readFileSync(join(regioMap, 'regio.json'), 'utf8')) as Regiobestand
  const server = await startServer(wens.databaseUrl, { dataMap })
  try {
    const sleutels = await maakSleutels(wens.databaseUrl, regio)
    const beheer = sleutels.get('') ?? ''
    await lever(server.adres, beheer, join(regioMap, '00-beheer.ndjson'))
    await fase('leveren', () => leverRondes(server.adres, regioMap, regio, sleutels))
    const geplant = await fase('controleren', () => controleer(server.adres, regioMap, join(wens.map, 'beheer.sleutel'), beheer))
    const mbo = regio.scholen.filter(({ sector }) => sector === 'MBO').map(({ brin }) => brin)
    const roMap = join(wens.map, 'ro')
    mkdirSync(roMap, { recursive: true })
    const verschillen = await fase('exporteren en vergelijken', async () => (await Promise.all(mbo.map((brin) => exporteerEnVergelijk(server.adres, sleutels.get(brin) ?? '', brin, roMap)))).flat())
    const ro = telRo(mbo.map((brin) => join(roMap, `${brin}.csv`)))
    const verwacht = await telBestanden(regioMap, regio.bestanden.map(({ bestand }) => bestand))
    const zelf = await fase('zelfcontrole', () => opdracht(['beheer', 'zelfcontrole'], { LEERROUTE_DATA: dataMap, DATABASE_URL: wens.databaseUrl }, [0, 1]))
    const terug = await fase('terug en nog eens', () => leesTerug(wens, roMap, mbo))
    const records = regio.bestanden.reduce((som, { records: aantal }) => som + aantal, 0)
    return {
      records, seconden, recordsPerSeconde: Math.round(records / (seconden['leveren'] ?? 1)), geplant: geplant.tekst, ro,
      bevindingen: [
        ...(geplant.code === 0 ? [] : [`geplante fouten: ${geplant.tekst}`]), ...verschillen, ...terug,
        ...(JSON.stringify(ro) === JSON.stringify(verwacht) ? [] : [`geteld in de RO's: ${JSON.stringify(ro)}; in de leveringen: ${JSON.stringify(verwacht)}`]),
        ...storingen(server.fouten()),
        ...(zelf.code === 0 ? [] : [`zelfcontrole: ${zelf.uit}`]),
      ],
    }
  } finally {
    await server.stop()
  }
}

/** Wat de server zelf als storing meldde; zonder zegt een 500 te weinig. */
function storingen(log: string): readonly string[] {
  return log.split('\n').filter((regel) => regel.includes('"soort":"storing"')).slice(0, 5)
}

/** Een sleutel per school met alleen haar eigen rechten, en een van het beheer (onder de lege naam). */
async function maakSleutels(databaseUrl: string, { scholen }: Regiobestand): Promise<ReadonlyMap<string, string>> {
  const database = await openDatabase({ url: databaseUrl, verbindingen: 1 })
  const nul = new Uint8Array(32)
  // Een koppeling raakt geen persoonsnummer: de kluis doet hier niets.
  const ctx = { actor: systeemactor('proef'), nu: momentVan(new Date()), kluis: maakKluis({ actief: 'k', versleutelsleutels: new Map([['k', nul]]), opzoeksleutel: nul }) }
  const sleutels = new Map<string, string>()
  const geldigTotEnMet = datum(`${new Date().getUTCFullYear() + 1}-01-01`)
  try {
    for (const { brin, sector } of scholen) {
      const rollen = ([sector === 'MBO' ? 'bron-inschrijving-mbo' : 'bron-inschrijving-vo', 'verzuim', 'rio-beheer', 'raadplegen'] satisfies Rol[]).map((rol) => ({ rol, brin }))
      const gemaakt = await maakKoppeling(database, ctx, { naam: `proef ${brin}`, soort: 'school', rollen, geldigTotEnMet })
      if (!gemaakt.ok) throw new Error(JSON.stringify(gemaakt.reden))
      sleutels.set(brin, gemaakt.waarde.sleutel)
    }
    const beheer = await maakKoppeling(database, ctx, { naam: 'proef beheer', soort: 'systeem', rollen: [], geldigTotEnMet })
    if (beheer.ok) sleutels.set('', beheer.waarde.sleutel)
    return sleutels
  } finally {
    await database.sluit()
  }
}

/** Binnen een ronde eerst vo en vso, dan mbo: een mbo-instelling tekent pas als het leerrouteplan haar noemt. */
async function leverRondes(adres: string, map: string, regio: Regiobestand, sleutels: ReadonlyMap<string, string>): Promise<void> {
  const isMbo = new Set(regio.scholen.filter(({ sector }) => sector === 'MBO').map(({ brin }) => brin))
  for (const { ronde } of regio.rondes) {
    const vanRonde = regio.bestanden.filter((bestand) => bestand.ronde === ronde)
    for (const groep of [vanRonde.filter(({ brin }) => !isMbo.has(brin)), vanRonde.filter(({ brin }) => isMbo.has(brin))]) {
      const rij = [...groep]
      await Promise.all(Array.from({ length: TEGELIJK }, async () => {
        for (let volgende = rij.shift(); volgende !== undefined; volgende = rij.shift()) await lever(adres, sleutels.get(volgende.brin) ?? '', join(map, volgende.bestand))
      }))
    }
  }
}

/** Levert een bestand en wacht tot elk record beantwoord is. */
async function lever(adres: string, sleutel: string, pad: string): Promise<void> {
  const koppen = { authorization: `Bearer ${sleutel}` }
  const naam = pad.split('/').slice(-2).join('/')
  const aangenomen = await fetch(`${adres}/v1/aanleveringen`, {
    method: 'POST', duplex: 'half', body: Readable.toWeb(createReadStream(pad)) as ReadableStream,
    headers: { ...koppen, 'content-type': 'application/x-ndjson', 'content-length': String(statSync(pad).size), 'idempotency-key': randomUUID(), 'content-disposition': `attachment; filename="${pad.split('/').at(-1)}"` },
  } as RequestInit)
  if (aangenomen.status !== 202) throw new Error(`${naam}: ${aangenomen.status} ${await aangenomen.text()}`)
  const plek = aangenomen.headers.get('location') ?? ''
  for (let rust = 20; ; rust = Math.min(rust * 2, 500)) {
    await wacht(rust)
    const { staat } = (await (await fetch(new URL(new URL(plek).pathname, adres), { headers: koppen })).json()) as { readonly staat: string }
    if (staat === 'klaar') return
    if (staat === 'mislukt') throw new Error(`${naam} is mislukt`)
  }
}

async function controleer(adres: string, regioMap: string, sleutelbestand: string, sleutel: string): Promise<{ readonly code: number; readonly tekst: string }> {
  writeFileSync(sleutelbestand, sleutel, { mode: 0o600 })
  const { code, uit } = await opdracht(['genereer', '--controleer', regioMap, '--server', adres, '--sleutel-bestand', sleutelbestand], {}, [0, 1])
  return { code, tekst: uit.trim().split('\n').slice(0, 12).join('\n') }
}

async function exporteerEnVergelijk(adres: string, sleutel: string, brin: string, roMap: string): Promise<readonly string[]> {
  const koppen = { authorization: `Bearer ${sleutel}` }
  const gehaald = await fetch(`${adres}/v1/exportbestanden/ro?${new URLSearchParams({ brin, ...TIJDVAK }).toString()}`, { headers: koppen })
  const bytes = Buffer.from(await gehaald.arrayBuffer())
  if (gehaald.status !== 200) return [`${brin}: export gaf ${gehaald.status} ${bytes.toString().slice(0, 300)}`]
  writeFileSync(join(roMap, `${brin}.csv`), bytes, { mode: 0o600 })
  const vergeleken = await fetch(`${adres}/v1/vergelijkingen`, { method: 'POST', body: bytes, headers: { ...koppen, 'content-type': 'text/csv', 'idempotency-key': randomUUID() } })
  if (vergeleken.status !== 200) return [`${brin}: vergelijken gaf ${vergeleken.status} ${(await vergeleken.text()).slice(0, 300)}`]
  const { samenvatting: s } = (await vergeleken.json()) as { readonly samenvatting: Readonly<Record<'anders' | 'alleenInBestand' | 'alleenInRegister' | 'verschillen', number>> }
  return s.anders + s.alleenInBestand + s.alleenInRegister + s.verschillen === 0 ? [] : [`${brin}: het register en zijn eigen RO verschillen: ${JSON.stringify(s)}`]
}

/** Elke RO gaat een leeg register in en komt er weer uit: byte voor byte gelijk. */
async function leesTerug({ tweedeUrl, map }: Proefwens, roMap: string, brins: readonly string[]): Promise<readonly string[]> {
  const omgeving = { LEERROUTE_DATA: join(map, 'tweede'), DATABASE_URL: tweedeUrl }
  await opdracht(['importeer', '--no-signalen', ...brins.map((brin) => join(roMap, `${brin}.csv`))], omgeving, [0, 1])
  const bevindingen: string[] = []
  for (const brin of brins) {
    const uitMap = join(map, 'opnieuw', brin)
    mkdirSync(uitMap, { recursive: true })
    await opdracht(['exporteer', '--soort', 'RO', '--brin', brin, '--van', TIJDVAK.van, '--tot', TIJDVAK.totEnMet, '--uit', uitMap], omgeving, [0, 1])
    const [naam] = readdirSync(uitMap)
    if (naam === undefined || !readFileSync(join(uitMap, naam)).equals(readFileSync(join(roMap, `${brin}.csv`)))) bevindingen.push(`${brin}: de RO uit het tweede register is anders`)
  }
  return bevindingen
}
