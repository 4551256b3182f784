/** Een kleine ontvanger voor traces over OTLP/HTTP (JSON), zoals een collector dat is. */
import { once } from 'node:events'
import { createServer } from 'node:http'

export interface OntvangenSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly status?: { readonly code?: number }
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[]
}

export interface OtlpOntvanger {
  readonly adres: string
  readonly spans: OntvangenSpan[]
  /** Alles wat binnenkwam, letterlijk. */
  readonly tekst: string[]
  stop(): Promise<void>
}

export async function startOtlpOntvanger(status = 200): Promise<OtlpOntvanger> {
  const spans: OntvangenSpan[] = []
  const tekst: string[] = []
  const server = createServer((verzoek, antwoord) => {
    const delen: Buffer[] = []
    verzoek.on('data', (deel: Buffer) => delen.push(deel))
    verzoek.on('end', () => {
      const lichaam = Buffer.concat(delen).toString('utf8')
      tekst.push(`${verzoek.url} ${lichaam}`)
      if (verzoek.url === '/v1/traces') spans.push(...leesSpans(lichaam))
      antwoord.writeHead(status, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const adres = server.address()
  if (adres === null || typeof adres === 'string') throw new Error('geen poort')
  const stop = async (): Promise<void> => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  return { adres: `http://127.0.0.1:${adres.port}`, spans, tekst, stop }
}

interface Zending {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly OntvangenSpan[] }[] }[]
}

function leesSpans(lichaam: string): OntvangenSpan[] {
  const { resourceSpans } = JSON.parse(lichaam) as Zending
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
}
