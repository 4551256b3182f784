/** Bij welke servers u bent aangemeld: een bestand dat alleen u kunt lezen. Een token dat bijna verloopt wordt vanzelf vernieuwd. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { controleerAdres, type GegevenToken, haalToken, type Tokenvraag } from '../client/index.ts'
import { Mislukt, VerkeerdGebruik } from './kader/einde.ts'
import type { CliOmgeving } from './omgeving.ts'

/** De geheime sleutel zelf wordt nooit overgenomen: alleen waar hij staat. */
export interface Aanmelding {
  readonly clientId: string
  readonly sleutelbestand: string
  readonly kid?: string
  readonly organisatie?: string
  readonly scope?: string
  readonly token: string
  /** Milliseconden sinds 1970. */
  readonly verlooptOp: number
}

const ALLEEN_EIGENAAR = 0o077
/** Zo lang voor het einde halen wij een nieuw. */
const VOORSPRONG_MS = 60_000

type Aanmeldingen = Readonly<Record<string, Aanmelding>>

/** Gooit als de server geen token geeft; er is dan niets bewaard. */
export async function meldAan(omgeving: CliOmgeving, server: string, aanmelding: Omit<Aanmelding, 'token' | 'verlooptOp'>): Promise<GegevenToken> {
  const bestand = bestandVan(omgeving)
  const adres = controleerAdres(server, 'geheim')
  const gegeven = await vraag(adres, aanmelding)
  bewaar(bestand, { ...lees(bestand), [adres]: { ...aanmelding, token: gegeven.token, verlooptOp: Date.now() + gegeven.geldigS * 1_000 } })
  return gegeven
}

/** Onwaar als u bij deze server niet was aangemeld. */
export function meldAf(omgeving: CliOmgeving, server: string): boolean {
  const bestand = bestandVan(omgeving)
  const { [controleerAdres(server, undefined)]: weg, ...over } = lees(bestand)
  if (weg === undefined) return false
  if (Object.keys(over).length === 0) rmSync(bestand)
  else bewaar(bestand, over)
  return true
}

/** De sleutel voor een server waar u bent aangemeld; undefined als dat niet zo is. */
export function aangemeldeSleutel(omgeving: CliOmgeving, server: string): (() => Promise<string>) | undefined {
  const { aanmeldbestand } = omgeving.server
  if (aanmeldbestand === undefined) return undefined
  const adres = controleerAdres(server, undefined)
  let huidig = lees(aanmeldbestand)[adres]
  if (huidig === undefined) return undefined
  return async () => {
    if (huidig === undefined) throw new Error('een aanmelding is weg')
    if (huidig.verlooptOp - Date.now() > VOORSPRONG_MS) return huidig.token
    const gegeven = await vraag(adres, huidig)
    huidig = { ...huidig, token: gegeven.token, verlooptOp: Date.now() + gegeven.geldigS * 1_000 }
    bewaar(aanmeldbestand, { ...lees(aanmeldbestand), [adres]: huidig })
    return huidig.token
  }
}

async function vraag(adres: string, { clientId, sleutelbestand, kid, organisatie, scope }: Omit<Aanmelding, 'token' | 'verlooptOp'>): Promise<GegevenToken> {
  const velden: Tokenvraag = { adres, clientId, sleutel: leesGeheim(sleutelbestand), ...(kid === undefined ? {} : { kid }), ...(organisatie === undefined ? {} : { organisatie }), ...(scope === undefined ? {} : { scope }) }
  const gegeven = await haalToken(velden)
  if (gegeven.ok) return gegeven.waarde
  throw /niet bereikbaar/.test(gegeven.reden) ? new Mislukt(gegeven.reden) : new VerkeerdGebruik(gegeven.reden)
}

function bestandVan({ server }: CliOmgeving): string {
  if (server.aanmeldbestand === undefined) throw new Error('er is geen plaats om een aanmelding te bewaren')
  return server.aanmeldbestand
}

function lees(pad: string): Aanmeldingen {
  if (statSync(pad, { throwIfNoEntry: false }) === undefined) return {}
  try {
    return JSON.parse(leesGeheim(pad)) as Aanmeldingen
  } catch (fout) {
    if (fout instanceof VerkeerdGebruik) throw fout
    throw new VerkeerdGebruik(`${pad} is niet te lezen. Verwijder het bestand en meld u opnieuw aan.`)
  }
}

/** Eerst naast het bestand en dan eroverheen: nooit een half bestand, en nooit een moment leesbaar voor een ander. */
function bewaar(pad: string, aanmeldingen: Aanmeldingen): void {
  mkdirSync(dirname(pad), { recursive: true, mode: 0o700 })
  const tijdelijk = `${pad}.${process.pid}`
  writeFileSync(tijdelijk, `${JSON.stringify(aanmeldingen, null, 2)}\n`, { mode: 0o600 })
  renameSync(tijdelijk, pad)
}

function leesGeheim(pad: string): string {
  const stand = statSync(pad, { throwIfNoEntry: false })
  if (stand === undefined) throw new VerkeerdGebruik(`${pad} bestaat niet. Controleer de naam van het bestand met uw geheime sleutel.`)
  if (process.platform !== 'win32' && (stand.mode & ALLEEN_EIGENAAR) !== 0) throw new VerkeerdGebruik(`${pad} is ook voor anderen te lezen. Herstel dat met: chmod 600 ${pad}`)
  return readFileSync(pad, 'utf8')
}
