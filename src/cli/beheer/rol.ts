import { InvalidArgumentError } from 'commander'
import type { Rol } from '../../toegang/index.ts'

export const ROLLEN = ['rio-beheer', 'bron-inschrijving-vo', 'bron-inschrijving-mbo', 'raadplegen', 'bsn-inzien', 'verzuim'] as const satisfies readonly Rol[]

type Toekenning = { readonly rol: Rol; readonly brin: string }

/** Eén `--rol` erbij. */
export function leesRol(tekst: string, eerdere: readonly Toekenning[]): readonly Toekenning[] {
  const [naam, brin = ''] = tekst.split(':')
  const rol = ROLLEN.find((r) => r === naam)
  if (rol === undefined || !/^[0-9]{2}[A-Za-z]{2}$/.test(brin)) throw new InvalidArgumentError(`Schrijf een rol en een BRIN met een dubbele punt ertussen, bijvoorbeeld raadplegen:21MB. De rollen zijn: ${ROLLEN.join(', ')}.`)
  return [...eerdere, { rol, brin: brin.toUpperCase() }]
}
