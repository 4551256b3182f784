/** Voor fouten die Fastify geeft voordat een verzoek bij de REST-deur is. */
import type { FastifyReply } from 'fastify'
import { stuurProbleem } from './fouten.ts'
import type { RestInstelling } from './instelling.ts'
import { antwoordkoppen } from './koppen.ts'
import { VOORVOEGSEL } from './paden.ts'
import type { Probleemcode } from './probleem.ts'

export function isRestadres(url: string): boolean {
  return url === VOORVOEGSEL || url.startsWith(`${VOORVOEGSEL}/`)
}

export function stuurRestprobleem({ https, basisUrl }: Pick<RestInstelling, 'https' | 'basisUrl'>, reply: FastifyReply, code: Probleemcode): FastifyReply {
  return stuurProbleem(reply.headers(antwoordkoppen(https)), { code }, basisUrl)
}
