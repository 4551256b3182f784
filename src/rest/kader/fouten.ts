/** Elke fout achter `/v1` wordt problem+json; het log krijgt de fout, de aanroeper het kenmerk. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RestInstelling } from './instelling.ts'
import { type Probleem, type Probleemcode, PROBLEMEN, Probleemfout, probleemInhoud, PROBLEEMTYPE } from './probleem.ts'

export function stuurProbleem(reply: FastifyReply, probleem: Probleem, basisUrl: string): FastifyReply {
  return reply
    .code(PROBLEMEN[probleem.code].status)
    .headers(probleem.koppen ?? {})
    .type(`${PROBLEEMTYPE}; charset=utf-8`)
    .send(JSON.stringify(probleemInhoud(probleem, basisUrl)))
}

export function behandelRestfout(instelling: Pick<RestInstelling, 'basisUrl' | 'meldStoring'>, fout: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return stuurProbleem(reply, naarProbleem(instelling, fout, request.id), instelling.basisUrl)
}

/** @param kenmerk staat ook bij het verzoek in het log. */
function naarProbleem({ meldStoring }: Pick<RestInstelling, 'meldStoring'>, fout: unknown, kenmerk: string): Probleem {
  if (fout instanceof Probleemfout) return fout.probleem
  if (isDatabaseWeg(fout)) return { code: 'niet-gereed', koppen: { 'retry-after': '5' } }
  const status = eigenschap(fout, 'statusCode')
  const bekend = typeof status === 'number' ? BIJ_STATUS[status] : undefined
  if (bekend !== undefined) return { code: bekend }
  meldStoring?.(kenmerk, fout)
  return { code: 'storing', kenmerk }
}

/** Verbinding geweigerd of weggevallen (ook SQLSTATE klasse 08 en 57P), database dicht (55000, 3D000), of geen plaats meer (53300). */
const GEEN_DATABASE = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|08...|57P0[1-5]|53300|55000|3D000)$/
/** Van pg zelf, zonder code: de verbinding viel weg tijdens een vraag, of kwam er niet. */
const VERBROKEN = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

export function isDatabaseWeg(fout: unknown): boolean {
  const code = eigenschap(fout, 'code')
  if (typeof code === 'string' && GEEN_DATABASE.test(code)) return true
  if (!(fout instanceof Error)) return false
  return VERBROKEN.test(fout.message) || (fout.cause !== undefined && isDatabaseWeg(fout.cause))
}

/** Fouten van Fastify zelf, die wij niet al eerder geven. */
const BIJ_STATUS: Readonly<Record<number, Probleemcode>> = {
  400: 'lichaam-onleesbaar', 404: 'niet-gevonden', 405: 'methode-niet-toegestaan', 406: 'vorm-niet-leverbaar', 413: 'te-groot', 414: 'adres-onleesbaar', 415: 'mediatype-onbekend', 431: 'koppen-te-groot', 503: 'niet-gereed',
}

function eigenschap(fout: unknown, naam: string): unknown {
  return typeof fout === 'object' && fout !== null ? Reflect.get(fout, naam) : undefined
}
