/** Het register van verwerkingsactiviteiten: doel, grond en bewaartermijn bij elke regel van het logboek (P-05, S-31). */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { activiteitUri } from '../kern/verwerkingsactiviteit.ts'

export interface Activiteit {
  /** `naam:versie`, zoals het logboek haar noemt. */
  readonly id: string
  readonly uri: string
  readonly titel: string
  readonly doel: string
  /** Artikel van de AVG, en de wet die de taak geeft. */
  readonly grond: { readonly avg: string; readonly wet: string }
  readonly gegevens: readonly string[]
  readonly ontvangers: readonly string[]
  /** Zo lang blijft een regel over deze verwerking in het logboek. */
  readonly bewarenMaanden: number
}

const BESTAND = new URL('../../regels/verwerkingen.yaml', import.meta.url)

/** Gooit met alle fouten als het bestand niet klopt. */
export function leesVerwerkingsregister(tekst: string = readFileSync(BESTAND, 'utf8')): readonly Activiteit[] {
  const gelezen: unknown = parse(tekst)
  const rijen: readonly unknown[] = Array.isArray(gelezen) ? gelezen : []
  const fouten = rijen.length === 0 ? ['het bestand is geen lijst van activiteiten'] : rijen.flatMap(foutenIn)
  if (fouten.length > 0) throw new Error(`regels/verwerkingen.yaml klopt niet:\n${fouten.join('\n')}`)
  const uit = (rijen as readonly Rij[]).map(naarActiviteit)
  const dubbel = uit.find(({ id }, i) => uit.findIndex((ander) => ander.id === id) !== i)
  if (dubbel !== undefined) throw new Error(`regels/verwerkingen.yaml klopt niet:\n${dubbel.id} staat er twee keer`)
  return uit
}

interface Rij {
  readonly naam: string
  readonly versie: number
  readonly titel: string
  readonly doel: string
  readonly grond: { readonly avg: string; readonly wet: string }
  readonly gegevens: readonly string[]
  readonly ontvangers: readonly string[]
  readonly bewaren_maanden: number
}

const VELDEN: Readonly<Record<keyof Rij, (waarde: unknown) => boolean>> = {
  naam: (w) => typeof w === 'string' && /^[a-z-]+$/.test(w), versie: isAantal, titel: isTekst, doel: isTekst, gegevens: isLijst, ontvangers: isLijst, bewaren_maanden: isAantal,
  grond: (w) => typeof w === 'object' && w !== null && isTekst(Reflect.get(w, 'avg')) && isTekst(Reflect.get(w, 'wet')),
}

function foutenIn(rij: unknown, plaats: number): readonly string[] {
  if (typeof rij !== 'object' || rij === null) return [`activiteit ${plaats + 1} is geen blok met velden`]
  const vreemd = Object.keys(rij).filter((veld) => !(veld in VELDEN)).map((veld) => `activiteit ${plaats + 1}: ${veld} bestaat niet`)
  const mis = Object.entries(VELDEN).filter(([veld, klopt]) => !klopt(Reflect.get(rij, veld))).map(([veld]) => `activiteit ${plaats + 1}: ${veld} ontbreekt of heeft een verkeerde vorm`)
  return [...vreemd, ...mis]
}

function isTekst(waarde: unknown): boolean {
  return typeof waarde === 'string' && waarde.trim() !== ''
}

function isAantal(waarde: unknown): boolean {
  return Number.isInteger(waarde) && Number(waarde) > 0
}

function isLijst(waarde: unknown): boolean {
  return Array.isArray(waarde) && waarde.length > 0 && waarde.every(isTekst)
}

function naarActiviteit({ naam, versie, titel, doel, grond, gegevens, ontvangers, bewaren_maanden }: Rij): Activiteit {
  const id = `${naam}:${versie}`
  return { id, uri: activiteitUri(id), titel, doel, grond, gegevens, ontvangers, bewarenMaanden: bewaren_maanden }
}
