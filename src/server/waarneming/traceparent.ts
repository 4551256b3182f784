import { randomBytes } from 'node:crypto'

/** Waar een verzoek bij hoort in een trace over systemen heen (W3C Trace Context, niveau 1). */
export interface Tracekop {
  /** 32 hexcijfers. */
  readonly traceId: string
  /** 16 hexcijfers: het stuk bij de aanroeper. */
  readonly ouderId: string
  readonly meten: boolean
}

const VORM = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/** S-32: leest de kop; alles wat niet precies klopt is undefined, en dan begint een nieuwe trace. Nooit een fout. */
export function leesTraceparent(kop: string | readonly string[] | undefined): Tracekop | undefined {
  if (typeof kop !== 'string') return undefined
  const [, versie, traceId, ouderId, vlaggen, rest] = VORM.exec(kop.trim()) ?? []
  if (versie === undefined || traceId === undefined || ouderId === undefined || vlaggen === undefined) return undefined
  // Versie ff bestaat niet; versie 00 heeft niets achter de vlaggen.
  if (versie === 'ff' || (versie === '00' && rest !== undefined)) return undefined
  if (/^0+$/.test(traceId) || /^0+$/.test(ouderId)) return undefined
  return { traceId, ouderId, meten: (Number.parseInt(vlaggen, 16) & 1) === 1 }
}

export function maakTraceparent(traceId: string, spanId: string, meten: boolean): string {
  return `00-${traceId}-${spanId}-${meten ? '01' : '00'}`
}

export function nieuweTraceId(): string {
  return randomBytes(16).toString('hex')
}

export function nieuweSpanId(): string {
  return randomBytes(8).toString('hex')
}
