/**
 * De vormen van A-11, voor beide protocollen. Elke functie leest onbekende invoer: iets anders dan tekst is nooit goed, en tekst
 * met een spatie of een cijfer te veel ook niet. Bron: toegang.md 1.3 en 1.6.
 */
import { isUuid } from '../../kern/uuid.ts'
import type { Rechtspersoon } from './identiteit.ts'

const KVK = /^[0-9]{8}$/
const NEGEN_CIJFERS = /^[0-9]{9}$/
const GEWICHTEN_RSIN = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const
const VESTIGINGSNUMMER = /^[0-9]{12}$/
/** Hexadecimaal, een apenstaart, en weer hexadecimaal; zo schrijven de makelaars waarvan voorbeelden openbaar zijn een pseudoniem. */
const PSEUDONIEM = /^[0-9A-Fa-f]{32,128}@[0-9A-Fa-f]{32,64}$/
/** NameQualifier van het stelsel bij de soort rechtspersoon. */
export const KWALIFICATIES: Readonly<Record<string, Rechtspersoon['soort']>> = {
  'urn:etoegang:1.9:EntityConcernedID:KvKnr': 'KVK',
  'urn:etoegang:1.9:EntityConcernedID:RSIN': 'RSIN',
}

/** de enige NameQualifier die bij een ActingSubjectID hoort. */
export const KWALIFICATIE_PSEUDO = 'urn:etoegang:1.13:EntityConcernedID:Pseudo'

export function isKvkNummer(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && KVK.test(waarde)
}

/** Negen cijfers met elfproef; negen nullen is geen nummer. */
export function isRsin(waarde: unknown): waarde is string {
  if (typeof waarde !== 'string' || !NEGEN_CIJFERS.test(waarde) || waarde === '000000000') return false
  return GEWICHTEN_RSIN.reduce((som, gewicht, i) => som + gewicht * Number(waarde[i]), 0) % 11 === 0
}

export function isVestigingsnummer(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && VESTIGINGSNUMMER.test(waarde)
}

export function isPseudoniem(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && PSEUDONIEM.test(waarde)
}

/** ServiceUUID's staan in de dienstencatalogus met kleine letters. */
export function isServiceUuid(waarde: unknown): waarde is string {
  return isUuid(waarde)
}

/** De rechtspersoon bij soort en waarde; undefined als de waarde de vorm van die soort niet heeft. */
export function leesRechtspersoon(soort: Rechtspersoon['soort'], waarde: unknown): Rechtspersoon | undefined {
  const past = soort === 'KVK' ? isKvkNummer(waarde) : isRsin(waarde)
  return past ? { soort, waarde: String(waarde) } : undefined
}
