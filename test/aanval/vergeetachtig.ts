/** Een makelaar die vergeet dat een code al is ingewisseld: hij geeft hetzelfde bewijs nog een keer. Dan moeten wij zelf hergebruik zien. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'node:https'

interface Ingewisseld {
  readonly status: number
  readonly soort: string
  readonly inhoud: string
}

/** Alleen het eerste verzoek met een code komt bij de makelaar zelf; de rest krijgt wat dat kreeg. */
export function maakVergeetachtig(server: Server): void {
  const perCode = new Map<string, Promise<Ingewisseld>>()
  const geefDoor = server.emit.bind(server) as (naam: string, ...rest: unknown[]) => boolean
  const wisselIn = async (vraag: IncomingMessage, antwoord: ServerResponse): Promise<void> => {
    let lichaam = ''
    for await (const stuk of vraag) lichaam += String(stuk)
    const code = new URLSearchParams(lichaam).get('code') ?? ''
    const eerder = perCode.get(code)
    if (eerder === undefined) {
      perCode.set(code, luisterAf(antwoord))
      // De makelaar leest een lichaam dat al gelezen is uit `body`.
      geefDoor('request', Object.assign(vraag, { body: lichaam }), antwoord)
      return
    }
    const { status, soort, inhoud } = await eerder
    antwoord.writeHead(status, { 'content-type': soort }).end(inhoud)
  }
  server.emit = ((naam: string, ...rest: [IncomingMessage, ServerResponse]) => {
    if (naam !== 'request' || rest[0].url !== '/token') return geefDoor(naam, ...rest)
    void wisselIn(...rest)
    return true
  }) as typeof server.emit
}

function luisterAf(antwoord: ServerResponse): Promise<Ingewisseld> {
  const eind = antwoord.end.bind(antwoord) as (inhoud: unknown) => ServerResponse
  return new Promise((klaar) => {
    antwoord.end = ((inhoud: unknown) => {
      klaar({ status: antwoord.statusCode, soort: String(antwoord.getHeader('content-type')), inhoud: String(inhoud) })
      return eind(inhoud)
    }) as typeof antwoord.end
  })
}
