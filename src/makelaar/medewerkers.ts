/** Leest de verzonnen medewerkers. Het is onze eigen data; `src/server/wereld-medewerkers.db.test.ts` controleert vorm en inhoud. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export type Medewerkerniveau = 'EH1' | 'EH2' | 'EH2+' | 'EH3' | 'EH4'

/** `brin` en `vestiging` ontbreken bij rollen die voor de hele organisatie gelden. */
export interface Medewerkerrol {
  readonly rol: string
  readonly brin?: string
  readonly vestiging?: string
}

/** Een oud account met DUO-token. Alles is verzonnen en mag dus op een scherm staan. */
export interface Oudtoken {
  readonly gebruikersnaam: string
  readonly wachtwoord: string
  /** Argon2id van dat wachtwoord: rekenen bij elke start kost te veel tijd. */
  readonly wachtwoordHash: string
  /** Base32. */
  readonly totp: string
  readonly brin: string
  readonly rollen: readonly Medewerkerrol[]
}

/** Een keuze op de bladzijde van de makelaar: een persoon bij een organisatie. */
export interface Medewerker {
  readonly id: string
  readonly naam: string
  readonly functie: string
  /** Zelfde persoon bij een andere organisatie: zelfde `persoon`, andere `id`. */
  readonly persoon?: string
  readonly organisatie: { readonly naam: string; readonly kvk?: string; readonly rsin?: string }
  readonly niveau: Medewerkerniveau
  readonly vestigingsnummer?: string
  readonly intermediair?: { readonly naam: string; readonly kvk: string }
  /** Wat zij bij Leerroute mogen; ontbreekt bij wie nog geen eHerkenning-account heeft. */
  readonly rollen?: readonly Medewerkerrol[]
  readonly token?: Oudtoken
  /** Een zin voor wie kiest: wat er met deze medewerker te zien is. */
  readonly toelichting?: string
}

/** Een keer per proces: YAML lezen telt mee in de starttijd. @throws Error als het bestand ontbreekt of geen YAML is. */
export function leesMedewerkers(pad: string): readonly Medewerker[] {
  const gelezen = bewaard.get(pad) ?? (parse(readFileSync(pad, 'utf8')) as readonly Medewerker[])
  bewaard.set(pad, gelezen)
  return gelezen
}

const bewaard = new Map<string, readonly Medewerker[]>()

export function rechtspersoonVan({ id, organisatie: { kvk, rsin } }: Medewerker): { readonly soort: 'KVK' | 'RSIN'; readonly waarde: string } {
  if (kvk !== undefined) return { soort: 'KVK', waarde: kvk }
  if (rsin !== undefined) return { soort: 'RSIN', waarde: rsin }
  throw new RangeError(`medewerker ${id} heeft geen KvK-nummer en geen RSIN`)
}

/**
 * Het ActingSubjectID: per persoon en werkgever anders, en bij elke start hetzelfde. Wie via een ketenmachtiging werkt houdt het
 * pseudoniem van de eigen werkgever, ook voor een andere klant (toegang.md 1.3).
 */
export function pseudoniemVan(medewerker: Medewerker): string {
  const werkgever = medewerker.intermediair?.kvk ?? rechtspersoonVan(medewerker).waarde
  const persoon = hash(`verzonnen persoon ${medewerker.persoon ?? medewerker.id} bij ${werkgever}`)
  return `${persoon}@${hash(`verzonnen werkgever ${werkgever}`).slice(0, 32)}`
}

function hash(tekst: string): string {
  return createHash('sha256').update(tekst).digest('hex').toUpperCase()
}
