/** Leest een bestand met oude accounts: JSON (een lijst) of CSV met puntkomma's en een kopregel. */
import { type Moment, momentVan } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { TeImporterenTokenaccount } from './actions/importeer-tokenaccounts.ts'

/** De kolommen van de CSV en de velden van de JSON. */
const KOLOMMEN = ['gebruikersnaam', 'wachtwoord', 'wachtwoordHash', 'totp', 'brin', 'naam', 'rollen', 'laatstGebruiktOp'] as const
type Kolom = (typeof KOLOMMEN)[number]

/** Waarom het bestand niet te lezen is, met de regel of de plaats. Nooit met een wachtwoord of geheim erin. */
export type Leesfout = string

export function leesImportbestand(inhoud: string): Uitkomst<readonly TeImporterenTokenaccount[], Leesfout> {
  const tekst = inhoud.replace(/^\uFEFF/, '')
  const rijen = tekst.trimStart().startsWith('[') ? leesJson(tekst) : leesCsv(tekst)
  if (!rijen.ok) return rijen
  const accounts: TeImporterenTokenaccount[] = []
  for (const [i, rij] of rijen.waarde.entries()) {
    const account = naarAccount(rij)
    if (typeof account === 'string') return geweigerd(`Account ${i + 1}: ${account}`)
    accounts.push(account)
  }
  return accounts.length === 0 ? geweigerd('Er staat geen account in het bestand.') : gelukt(accounts)
}

type Rij = Readonly<Partial<Record<Kolom, string>>>

function leesJson(tekst: string): Uitkomst<readonly Rij[], Leesfout> {
  let gelezen: unknown
  try {
    gelezen = JSON.parse(tekst)
  } catch {
    return geweigerd('Dit is geen geldige JSON. Controleer haken, komma\'s en aanhalingstekens.')
  }
  if (!Array.isArray(gelezen)) return geweigerd('De JSON is een lijst van accounts: begin met [ en eindig met ].')
  const rijen: Rij[] = []
  for (const [i, een] of gelezen.entries()) {
    if (typeof een !== 'object' || een === null) return geweigerd(`Account ${i + 1} is geen object met velden.`)
    const rij: Partial<Record<Kolom, string>> = {}
    for (const [naam, waarde] of Object.entries(een)) {
      if (!isKolom(naam)) return geweigerd(`Account ${i + 1} heeft een onbekend veld "${naam.slice(0, 40)}". De velden zijn: ${KOLOMMEN.join(', ')}.`)
      const woord = naam === 'rollen' && Array.isArray(waarde) ? waarde.join(',') : waarde
      if (waarde !== null && typeof woord !== 'string') return geweigerd(`Account ${i + 1}: ${naam} is tekst${naam === 'rollen' ? ', of een lijst van teksten' : ''}.`)
      if (typeof woord === 'string') rij[naam] = woord
    }
    rijen.push(rij)
  }
  return gelukt(rijen)
}

function leesCsv(tekst: string): Uitkomst<readonly Rij[], Leesfout> {
  const [kop, ...regels] = tekst.split(/\r?\n/)
  const kolommen = (kop ?? '').split(';').map((naam) => naam.trim())
  const onbekend = kolommen.find((naam) => !isKolom(naam))
  if (onbekend !== undefined) return geweigerd(`Onbekende kolom "${onbekend.slice(0, 40)}". De eerste regel noemt kolommen uit: ${KOLOMMEN.join(';')}.`)
  const rijen: Rij[] = []
  for (const [i, regel] of regels.entries()) {
    if (regel.trim() === '') continue
    const waarden = regel.split(';').map((waarde) => waarde.trim())
    if (waarden.length !== kolommen.length) return geweigerd(`Regel ${i + 2} heeft ${waarden.length} kolommen in plaats van ${kolommen.length}. Staat er een puntkomma in een waarde? Gebruik dan JSON.`)
    rijen.push(Object.fromEntries(kolommen.flatMap((kolom, plaats) => (waarden[plaats] === undefined || waarden[plaats] === '' ? [] : [[kolom, waarden[plaats]]]))))
  }
  return gelukt(rijen)
}

/** Geeft een zin als er iets aan mist; de rest controleert de actie. */
function naarAccount(rij: Rij): TeImporterenTokenaccount | string {
  const { gebruikersnaam = '', totp = '', brin = '', naam = '', wachtwoord, wachtwoordHash, laatstGebruiktOp } = rij
  const laatst = laatstGebruiktOp === undefined ? null : leesMoment(laatstGebruiktOp)
  if (laatst === undefined) return 'laatstGebruiktOp is een dag (jjjj-mm-dd) of een moment in ISO-vorm, bijvoorbeeld 2026-10-02T07:41:00Z.'
  const rollen = (rij.rollen ?? '').split(',').map((rol) => rol.trim()).filter((rol) => rol !== '').map(leesRol)
  return { gebruikersnaam, totp, brin, naam, rollen, laatstGebruiktOp: laatst, ...(wachtwoord === undefined ? {} : { wachtwoord }), ...(wachtwoordHash === undefined ? {} : { wachtwoordHash }) }
}

/** `raadplegen`, `raadplegen:21MB` of `raadplegen:21MB01` (alleen die vestiging). */
function leesRol(tekst: string): { readonly rol: string; readonly brin?: string; readonly vestiging?: string } {
  const [rol = '', plaats] = tekst.split(':')
  if (plaats === undefined) return { rol }
  return plaats.length === 6 ? { rol, brin: plaats.slice(0, 4), vestiging: plaats } : { rol, brin: plaats }
}

function leesMoment(tekst: string): Moment | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/.test(tekst)) return undefined
  const moment = new Date(tekst.length === 10 ? `${tekst}T12:00:00Z` : tekst)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== tekst.slice(0, 10) ? undefined : momentVan(moment)
}

function isKolom(naam: string): naam is Kolom {
  return (KOLOMMEN as readonly string[]).includes(naam)
}
