/** Levert een groot bestand, doodt intussen steeds een willekeurige server, en controleert daarna alles. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wacht } from 'node:timers/promises'
import { controleer, type Bevinding, type Lezer } from './controle.ts'
import { type Proefproces, startServer } from '../../serverproces.ts'
import { maakVerzending } from './verzending.ts'

export interface Proefkeuze {
  readonly databaseUrl: string
  readonly dataMap: string
  readonly studenten: number
  /** Hoe vaak een server gedood wordt tijdens het verwerken; tijdens de ontvangst komt daar een keer per drie bij. */
  readonly keren: number
  readonly servers: number
  readonly eerstePoort: number
  readonly steekproef: number
  readonly meld: (tekst: string) => void
  /** Toeval van 0 tot 1; vast zaad maakt de proef te herhalen. */
  readonly toeval: () => number
}

export interface Proefverslag {
  readonly records: number
  readonly gedoodTijdensOntvangst: number
  readonly gedoodTijdensVerwerken: number
  readonly seconden: number
  readonly bevindingen: readonly Bevinding[]
}

const SLEUTEL = 'proef-lindemeer-administratie'
const MEESTE_WACHT_MS = 600_000

export async function doeProef(keuze: Proefkeuze): Promise<Proefverslag> {
  const verzending = maakVerzending(keuze.studenten)
  const begin = performance.now()
  const servers: Proefproces[] = []
  for (let i = 0; i < keuze.servers; i += 1) servers.push(await startServer(keuze.databaseUrl, { dataMap: keuze.dataMap, poort: keuze.eerstePoort + i }))
  try {
    const { aanleveringId, gedood } = await verstuur(keuze, servers, verzending.tekst)
    keuze.meld(`ontvangen na ${gedood} keer doden; ${verzending.verwacht.length} records`)
    const tijdensVerwerken = await doodEnHerstart(keuze, servers, aanleveringId)
    await wachtOp(servers, (stand) => stand.staat === 'klaar', aanleveringId)
    const lezer = maakLezer(servers)
    const bevindingen = [...(await controleer(lezer, aanleveringId, verzending, keuze.steekproef)), ...(await controleerEenmalig(lezer)), ...zoekNummers(servers)]
    return { records: verzending.verwacht.length, gedoodTijdensOntvangst: gedood, gedoodTijdensVerwerken: tijdensVerwerken, seconden: (performance.now() - begin) / 1000, bevindingen }
  } finally {
    for (const server of servers) await server.dood()
  }
}

/** Dezelfde Idempotency-Key bij elke poging: hoe vaak de server ook omvalt, er komt een aanlevering. */
async function verstuur(keuze: Proefkeuze, servers: Proefproces[], tekst: string): Promise<{ aanleveringId: string; gedood: number }> {
  const sleutel = randomUUID()
  const meeste = Math.ceil(keuze.keren / 3)
  for (let gedood = 0; ;) {
    const [server] = servers
    if (server === undefined) throw new Error('geen server')
    const antwoord = fetch(`${server.adres}/v1/aanleveringen`, {
      method: 'POST', body: tekst, headers: { authorization: `Bearer ${SLEUTEL}`, 'content-type': 'application/x-ndjson', 'idempotency-key': sleutel, 'content-disposition': 'attachment; filename="sigkill.ndjson"' },
    }).then(async (gekregen) => ({ status: gekregen.status, tekst: await gekregen.text() }), () => undefined)
    if (gedood < meeste) {
      await wacht(5 + keuze.toeval() * 400)
      await server.dood()
      gedood += 1
      servers[0] = await startServer(keuze.databaseUrl, { dataMap: keuze.dataMap, poort: keuze.eerstePoort })
    }
    const gekregen = await antwoord
    if (gekregen?.status === 202) return { aanleveringId: (JSON.parse(gekregen.tekst) as { aanleveringId: string }).aanleveringId, gedood }
    if (gekregen !== undefined && gekregen.status !== 409) throw new Error(`onverwacht antwoord ${gekregen.status}: ${gekregen.tekst}`)
    await wacht(200)
  }
}

async function doodEnHerstart(keuze: Proefkeuze, servers: Proefproces[], aanleveringId: string): Promise<number> {
  let gedood = 0
  while (gedood < keuze.keren) {
    await wacht(150 + keuze.toeval() * 900)
    const plaats = Math.floor(keuze.toeval() * servers.length)
    await servers[plaats]?.dood()
    gedood += 1
    servers[plaats] = await startServer(keuze.databaseUrl, { dataMap: keuze.dataMap, poort: keuze.eerstePoort + plaats })
    const stand = await standVan(maakLezer(servers), aanleveringId)
    keuze.meld(`${gedood}x gedood: ${stand.staat}, ${stand.verwerkt} van ${stand.records}`)
    if (stand.staat === 'klaar') break
  }
  return gedood
}

interface Stand { readonly staat: string; readonly verwerkt: number; readonly records: number | null }

function standVan(lezer: Lezer, aanleveringId: string): Promise<Stand> {
  return lezer.json(`/v1/aanleveringen/${aanleveringId}`) as Promise<Stand>
}

async function wachtOp(servers: readonly Proefproces[], klopt: (stand: Stand) => boolean, aanleveringId: string): Promise<void> {
  const einde = performance.now() + MEESTE_WACHT_MS
  while (performance.now() < einde) {
    const stand = await standVan(maakLezer(servers), aanleveringId)
    if (klopt(stand)) return
    if (stand.staat === 'mislukt') throw new Error(`de aanlevering is mislukt: ${JSON.stringify(stand)}`)
    await wacht(250)
  }
  throw new Error('de aanlevering werd niet klaar')
}

/** Alle pogingen samen gaven een aanlevering. */
async function controleerEenmalig(lezer: Lezer): Promise<readonly Bevinding[]> {
  const lijst = (await lezer.json('/v1/aanleveringen?bestandsnaam=sigkill.ndjson')) as { regels: unknown[] }
  return lijst.regels.length === 1 ? [] : [{ wat: `${lijst.regels.length} aanleveringen in plaats van een`, voorbeelden: [] }]
}

/** P-01: ook een server die gedood werd liet geen persoonsnummer achter in zijn uitvoer. */
function zoekNummers(servers: readonly Proefproces[]): readonly Bevinding[] {
  const gevonden = servers.filter((server) => /\b998\d{6}\b/.test(server.uitvoer()))
  return gevonden.length === 0 ? [] : [{ wat: 'een persoonsnummer in de uitvoer van een server', voorbeelden: [] }]
}

function maakLezer(servers: readonly Proefproces[]): Lezer {
  const haal = async (pad: string): Promise<Response> => {
    const server = servers[servers.length - 1]
    const antwoord = await fetch(`${server?.adres}${pad}`, { headers: { authorization: `Bearer ${SLEUTEL}` } })
    if (!antwoord.ok) throw new Error(`${pad} gaf ${antwoord.status}: ${await antwoord.text()}`)
    return antwoord
  }
  return { json: async (pad) => (await haal(pad)).json(), tekst: async (pad) => (await haal(pad)).text() }
}

