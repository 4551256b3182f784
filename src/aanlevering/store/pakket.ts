import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Kluis } from '../../toegang/index.ts'

/** De inhoud van een deel: ingepakt en dan versleuteld, gebonden aan levering en regel. */
export function pakIn(kluis: Kluis, aanleveringId: string, vanafRegel: number, inhoud: Uint8Array): { readonly inhoud: Buffer; readonly sleutelId: string } {
  const { versleuteld, sleutelId } = kluis.versleutelBytes(deflateRawSync(inhoud, { level: 1 }), plaats(aanleveringId, vanafRegel))
  return { inhoud: versleuteld, sleutelId }
}

/** Gooit als de sleutel weg is of de inhoud niet klopt. */
export function pakUit(kluis: Kluis, aanleveringId: string, vanafRegel: number, inhoud: Buffer, sleutelId: string): Buffer {
  return inflateRawSync(kluis.ontsleutelBytes(inhoud, sleutelId, plaats(aanleveringId, vanafRegel)), { maxOutputLength: MEESTE_BYTES })
}

const MEESTE_BYTES = 256 * 1024 * 1024

function plaats(aanleveringId: string, vanafRegel: number): string {
  return `aanlevering ${aanleveringId} vanaf ${vanafRegel}`
}
