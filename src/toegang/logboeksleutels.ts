import { randomBytes } from 'node:crypto'
import type { Pseudoniemsleutels } from '../database/index.ts'

/** De sleutels van de logboeken. Oude blijven staan: daarmee zijn oude regels en controlepunten nog te lezen. */
export interface Logboeksleutels {
  /** Waarmee een deelnemer in het logboek van verwerkingen staat (S-92). */
  readonly betrokkenen: Pseudoniemsleutels
  /** Zaad (32 bytes) van de Ed25519-sleutels waarmee controlepunten zijn ondertekend. */
  readonly controlepunten: Pseudoniemsleutels
}

/** Nieuwe logboeksleutels, zoals ze onder `logboek` in het sleutelbestand staan. */
export function maakLogboeksleutels(): Readonly<Record<string, unknown>> {
  const nieuw = (naam: string): object => ({ actief: naam, sleutels: { [naam]: randomBytes(32).toString('base64') } })
  return { betrokkenen: nieuw('b1'), controlepunten: nieuw('c1') }
}

/** Undefined als er iets niet klopt. */
export function leesLogboeksleutels(gelezen: unknown): Logboeksleutels | undefined {
  if (!isRecord(gelezen)) return undefined
  const [betrokkenen, controlepunten] = [leesReeks(gelezen['betrokkenen']), leesReeks(gelezen['controlepunten'])]
  return betrokkenen && controlepunten && { betrokkenen, controlepunten }
}

export const LOGBOEK_ONTBREEKT =
  'In het sleutelbestand ontbreekt "logboek", met de sleutels voor betrokkenen en controlepunten. Voeg het toe zoals docs/beheer/sleutels.md beschrijft; bestaande sleutels blijven zoals ze zijn.'

function leesReeks(gelezen: unknown): Pseudoniemsleutels | undefined {
  if (!isRecord(gelezen) || !isRecord(gelezen['sleutels']) || typeof gelezen['actief'] !== 'string') return undefined
  const sleutels = new Map<string, Uint8Array>()
  for (const [id, waarde] of Object.entries(gelezen['sleutels'])) {
    const bytes = typeof waarde === 'string' ? Buffer.from(waarde, 'base64') : Buffer.alloc(0)
    if (bytes.length !== 32 || !/^[a-z0-9-]{1,40}$/.test(id)) return undefined
    sleutels.set(id, bytes)
  }
  return sleutels.has(gelezen['actief']) ? { actief: gelezen['actief'], sleutels } : undefined
}

function isRecord(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}
