/** Een ontvanger van webhooks zoals een leverancier hem zou bouwen: eigen code, alleen node. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Ontvangen {
  readonly id: string
  readonly subject: string
  readonly sequence: number
  readonly lichaam: string
  readonly koppen: IncomingMessage['headers']
}

export interface Ontvanger {
  readonly url: string
  /** Wat met 204 is bevestigd, in volgorde van binnenkomst. */
  readonly ontvangen: Ontvangen[]
  readonly fouten: string[]
  /** Alle verzoeken, ook wat niet bevestigd is. */
  verzoeken: number
  tegelijk: number
  gedrag: Gedrag
  stop(): Promise<void>
}

/** Wat er met een bericht gebeurt; `zwijg` antwoordt nooit. */
export type Gedrag = (nummer: number, event: Record<string, string>) => number | 'zwijg' | 'verbreek' | Promise<number | 'zwijg' | 'verbreek'>

export const GEHEIM = `whsec_${Buffer.from('een-verzonnen-geheim-van-32-byte').toString('base64')}`

export async function startOntvanger(gedrag: Gedrag = () => 204, opties: { readonly stemtIn?: boolean; readonly poort?: number; readonly geheim?: string } = {}): Promise<Ontvanger> {
  const staat: Ontvanger = { url: '', ontvangen: [], fouten: [], verzoeken: 0, tegelijk: 0, gedrag, stop: () => Promise.resolve() }
  const server = createServer((vraag, antwoord) => {
    if (vraag.method === 'OPTIONS') {
      const herkomst = vraag.headers['webhook-request-origin']
      antwoord.writeHead(200, opties.stemtIn === false || herkomst === undefined ? {} : { 'webhook-allowed-origin': herkomst }).end()
      return
    }
    void verwerk(staat, vraag, antwoord, opties.geheim ?? GEHEIM)
  })
  await new Promise<void>((klaar) => { server.listen(opties.poort ?? 0, '127.0.0.1', klaar) })
  const stop = (): Promise<void> => new Promise((klaar) => { server.close(() => { klaar() }); server.closeAllConnections() })
  return Object.assign(staat, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/leerroute`, stop })
}

async function verwerk(staat: Ontvanger, vraag: IncomingMessage, antwoord: ServerResponse, geheim: string): Promise<void> {
  staat.verzoeken += 1
  staat.tegelijk += 1
  antwoord.on('close', () => { staat.tegelijk -= 1 })
  const stukken: Buffer[] = []
  for await (const stuk of vraag) stukken.push(stuk as Buffer)
  const lichaam = Buffer.concat(stukken).toString('utf8')
  if (!isVanLeerroute(vraag.headers, lichaam, geheim)) staat.fouten.push('handtekening')
  if (!String(vraag.headers['content-type']).startsWith('application/cloudevents+json')) staat.fouten.push('mediatype')
  const event = JSON.parse(lichaam) as Record<string, string>
  const uitkomst = await staat.gedrag(staat.verzoeken, event)
  if (uitkomst === 'zwijg') return
  if (uitkomst === 'verbreek') {
    vraag.socket.destroy()
    return
  }
  if (uitkomst === 204) staat.ontvangen.push({ id: event['id'] ?? '', subject: event['subject'] ?? '', sequence: Number(event['sequence']), lichaam, koppen: vraag.headers })
  antwoord.writeHead(uitkomst, uitkomst === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end()
}

/** Standard Webhooks, opgeschreven naar de tekst van die afspraak. */
export function isVanLeerroute(koppen: IncomingMessage['headers'], lichaam: string, geheim: string): boolean {
  const sleutel = Buffer.from(geheim.slice('whsec_'.length), 'base64')
  const verwacht = createHmac('sha256', sleutel).update(`${String(koppen['webhook-id'])}.${String(koppen['webhook-timestamp'])}.${lichaam}`).digest()
  return String(koppen['webhook-signature']).split(' ').some((een) => {
    const [versie, waarde = ''] = een.split(',')
    const gekregen = Buffer.from(waarde, 'base64')
    return versie === 'v1' && gekregen.length === verwacht.length && timingSafeEqual(gekregen, verwacht)
  })
}
