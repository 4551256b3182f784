/** Een verzoek dat geen HTTP is, of te grote koppen heeft, komt niet bij Fastify aan: dit is het antwoord op de kale verbinding (S-101). */
import type { Duplex } from 'node:stream'
import type { RestInstelling } from './instelling.ts'
import { antwoordkoppen } from './koppen.ts'
import { type Probleemcode, PROBLEMEN, probleemInhoud, PROBLEEMTYPE } from './probleem.ts'

/** Voor `clientErrorHandler`. Het adres is niet te vertrouwen en komt niet terug. */
export function antwoordOpVerbindingsfout({ https, basisUrl }: Pick<RestInstelling, 'https' | 'basisUrl'>, fout: { readonly code?: string | undefined }, verbinding: Duplex): void {
  if (fout.code === 'ECONNRESET' || !verbinding.writable) {
    verbinding.destroy()
    return
  }
  const code: Probleemcode = fout.code === 'HPE_HEADER_OVERFLOW' ? 'koppen-te-groot' : fout.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'te-traag' : 'verzoek-onleesbaar'
  const inhoud = JSON.stringify(probleemInhoud({ code }, basisUrl))
  const koppen = { ...antwoordkoppen(https), 'content-type': `${PROBLEEMTYPE}; charset=utf-8`, 'content-length': String(Buffer.byteLength(inhoud)), connection: 'close' }
  const { status } = PROBLEMEN[code]
  verbinding.end(`HTTP/1.1 ${status} ${REDEN[status] ?? 'Bad Request'}\r\n${Object.entries(koppen).map(([naam, waarde]) => `${naam}: ${waarde}\r\n`).join('')}\r\n${inhoud}`)
}

const REDEN: Readonly<Record<number, string>> = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' }
