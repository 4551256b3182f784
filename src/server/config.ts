/**
 * De instellingen, een keer gelezen bij het starten en daarna doorgegeven. Alleen `src/server` kent de omgeving.
 * Elke fout noemt de instelling, de regel en wat te doen.
 */
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { geweigerd, gelukt, type Uitkomst } from '../kern/uitkomst.ts'
import type { ConfigFout } from './config-fout.ts'
import { leesMakelaarinstellingen, MAKELAAR_INSTELLINGEN, type Makelaarinstellingen, waarschuwMakelaar } from './makelaar-instellingen.ts'
import { leesMachineinstellingen, MACHINE_INSTELLINGEN, type Machineinstellingen } from './machine-instellingen.ts'
import { leesWaarneming, WAARNEMING_INSTELLINGEN } from './waarneming/instellingen.ts'
import type { Logkeuze } from './waarneming/logregel.ts'
import type { Metricstoegang } from './waarneming/metrics-route.ts'

export type Modus = 'ontwikkeling' | 'productie'

export interface Config extends Machineinstellingen, Makelaarinstellingen {
  readonly modus: Modus
  readonly host: string
  /** 0 laat het besturingssysteem een vrije poort kiezen. */
  readonly poort: number
  /** Het adres waaronder gebruikers de server kennen, zonder schuine streep aan het eind. */
  readonly basisUrl: string
  /** Organisatie-identificatienummer van wie het register voert; staat in de bron van elke gebeurtenis. */
  readonly oin: string
  /** E-mailadres van wie dit register beheert. */
  readonly contact: string
  /** Een eigen PostgreSQL; leeg betekent de meegeleverde, in `dataMap`. */
  readonly databaseUrl: string | undefined
  /** Nee: een pooler tussen ons en PostgreSQL verdraagt geen voorbereide vragen. */
  readonly voorbereiden: boolean
  readonly dataMap: string
  /** Waar de controlepunten van de audit komen: buiten de database, het liefst op een andere schijf. */
  readonly controlepunten: string
  /** Ontvanger van het logboek van verwerkingen over OTLP/HTTP; leeg is niet versturen. */
  readonly ldvAdres: string | undefined
  /** Sleutels voor het versleutelen en opzoeken van persoonsnummers en voor sessies. */
  readonly sleutelBestand: string
  readonly projectMap: string
  /** Verzoeken per minuut per account of systeem, bij de bladzijden en bij de REST-deur; een organisatie mag drie keer zo veel. 0 is geen grens. */
  readonly limietPerMinuut: number
  /** Grootste bestand dat iemand mag aanleveren, in bytes. */
  readonly maxBestand: number
  /** Zo veel dagen blijven terugkoppelingen op aanleveringen staan. */
  readonly bewaardagenTerugkoppelingen: number
  readonly log: Logkeuze
  readonly metrics: Metricstoegang & { readonly versheidMs: number }
  /** Adres van een OTLP-ontvanger voor traces; leeg is geen traces. */
  readonly otlpAdres: string | undefined
  /** Procesnummer van de starter: verdwijnt die, dan stopt de server ook. */
  readonly ouderPid: number | undefined
  readonly waarschuwingen: readonly string[]
  /** Alleen voor de opdrachtregel. De sleutel komt uit de omgeving of een bestand, nooit uit een argument: die ziet iedereen in de lijst met processen. */
  readonly opdracht: { readonly adres: string | undefined; readonly sleutel: string | undefined; readonly kleur: boolean; /** Waar `aanmelden` zijn token bewaart. */ readonly aanmeldbestand: string }
}

type Omgeving = Readonly<Record<string, string | undefined>>

const PROJECT_MAP = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const EIGEN_INSTELLINGEN = new Set([
  'LEERROUTE_DATA',
  'LEERROUTE_MODUS',
  'LEERROUTE_BASIS_URL',
  'LEERROUTE_OIN',
  'LEERROUTE_CONTACT',
  'LEERROUTE_SLEUTELBESTAND',
  'LEERROUTE_CONTROLEPUNTEN',
  'LEERROUTE_LDV_OTLP',
  'LEERROUTE_SERVER',
  'LEERROUTE_SLEUTEL',
  'LEERROUTE_OUDER_PID',
  'LEERROUTE_TEST_DATABASE_URL',
  'LEERROUTE_INSTALL_CHROMIUM',
  'LEERROUTE_TELLING',
  'LEERROUTE_LIMIET_PER_MINUUT',
  ...WAARNEMING_INSTELLINGEN,
  ...MACHINE_INSTELLINGEN,
  ...MAKELAAR_INSTELLINGEN,
  'LEERROUTE_VOORBEREIDEN',
  'LEERROUTE_MAX_BESTAND_MB',
  'LEERROUTE_BEWAARDAGEN_TERUGKOPPELINGEN',
])

const MEEGELEVERD = 'de meegeleverde PostgreSQL is voor proberen; beveiligingsupdates komen later. Zet voor echte gegevens DATABASE_URL.'

const ZONDER_OIN = 'LEERROUTE_OIN ontbreekt: gebeurtenissen noemen een OIN om te proberen als bron. Zet uw eigen OIN voordat iemand zich abonneert.'

const ZONDER_CONTACT = 'LEERROUTE_CONTACT ontbreekt: wie hulp zoekt of een zwakke plek vindt, ziet een verzonnen e-mailadres. Zet het adres van uw helpdesk.'

const ZONDER_PROXY = 'LEERROUTE_PROXY_ADRESSEN ontbreekt: achter een proxy lijkt iedereen van hetzelfde adres te komen, en deelt iedereen een grens op inloggen. Zet de IP-adressen van uw proxy.'

/** Leest en controleert alle instellingen; geeft alle fouten tegelijk. */
export function leesConfig(omgeving: Omgeving = process.env): Uitkomst<Config, readonly ConfigFout[]> {
  const fouten: ConfigFout[] = []
  const waarde = (naam: string): string | undefined => omgeving[naam]?.trim() || undefined
  const host = waarde('HOST') ?? '127.0.0.1'
  const poort = leesPoort(waarde('PORT'), fouten)
  const modus = leesModus(waarde('LEERROUTE_MODUS'), waarde('NODE_ENV'), fouten)
  const databaseUrl = leesDatabaseUrl(waarde('DATABASE_URL'), fouten)
  const dataMap = maakPad(waarde('LEERROUTE_DATA') ?? '.leerroute')
  const basisUrl = leesBasisUrl(waarde('LEERROUTE_BASIS_URL'), modus, host, poort, fouten)
  const limietPerMinuut = leesAantal('LEERROUTE_LIMIET_PER_MINUUT', waarde('LEERROUTE_LIMIET_PER_MINUUT'), 1_200, fouten)
  const maxBestandMb = leesAantal('LEERROUTE_MAX_BESTAND_MB', waarde('LEERROUTE_MAX_BESTAND_MB'), 512, fouten)
  const bewaardagenTerugkoppelingen = leesAantal('LEERROUTE_BEWAARDAGEN_TERUGKOPPELINGEN', waarde('LEERROUTE_BEWAARDAGEN_TERUGKOPPELINGEN'), 30, fouten)
  const waarneming = leesWaarneming(waarde, maakPad, fouten)
  const machine = leesMachineinstellingen(waarde, { productie: modus === 'productie', dataMap, basisUrl, maakPad }, fouten)
  const makelaar = leesMakelaarinstellingen(waarde, maakPad, fouten)
  const voorbereiden = leesVoorbereiden(waarde('LEERROUTE_VOORBEREIDEN'), fouten)
  const ldvAdres = leesLdvAdres(waarde('LEERROUTE_LDV_OTLP'), fouten)
  const oin = leesOin(waarde('LEERROUTE_OIN'), fouten)
  const contact = leesContact(waarde('LEERROUTE_CONTACT'), fouten)
  if (fouten.length > 0) return geweigerd(fouten)
  return gelukt({
    modus,
    host,
    poort,
    basisUrl,
    oin,
    contact,
    databaseUrl,
    voorbereiden,
    dataMap,
    controlepunten: maakPad(waarde('LEERROUTE_CONTROLEPUNTEN') ?? join(dataMap, 'controlepunten.jsonl')),
    ldvAdres,
    sleutelBestand: maakPad(waarde('LEERROUTE_SLEUTELBESTAND') ?? join(dataMap, 'sleutels.json')),
    projectMap: PROJECT_MAP,
    limietPerMinuut,
    maxBestand: maxBestandMb * 1024 * 1024,
    bewaardagenTerugkoppelingen,
    ...waarneming,
    ...machine,
    ...makelaar,
    ouderPid: Number(waarde('LEERROUTE_OUDER_PID')) || undefined,
    opdracht: { adres: waarde('LEERROUTE_SERVER'), sleutel: waarde('LEERROUTE_SLEUTEL'), kleur: waarde('NO_COLOR') === undefined && waarde('TERM') !== 'dumb', aanmeldbestand: join(maakPad(waarde('XDG_CONFIG_HOME') ?? '~/.config'), 'leerroute', 'aanmelding.json') },
    waarschuwingen: [...onbekendeInstellingen(omgeving), ...(modus === 'productie' && databaseUrl === undefined ? [MEEGELEVERD] : []), ...(modus === 'productie' && oin === PROEF_OIN ? [ZONDER_OIN] : []), ...(modus === 'productie' && contact === PROEFCONTACT ? [ZONDER_CONTACT] : []), ...waarschuwMakelaar(modus === 'productie', makelaar), ...(modus === 'productie' && limietPerMinuut > 0 && machine.proxyAdressen.length === 0 ? [ZONDER_PROXY] : [])],
  })
}

/** Waarom de server in productie niet start. Een opdracht zonder webserver heeft het adres niet nodig, daarom los van `leesConfig`. */
export function bezwaarTegenProductie({ modus, basisUrl }: Config): string | undefined {
  if (modus !== 'productie' || basisUrl.startsWith('https://')) return undefined
  return 'LEERROUTE_BASIS_URL ontbreekt: in productie is het https-adres nodig waaronder gebruikers de server kennen, bijvoorbeeld https://leerroute.example.nl. Zonder dat adres is een sessie niet veilig.'
}

/** Een fout als een regel voor op het scherm. Een adres met een wachtwoord wordt nooit getoond. */
export function toonConfigFout(fout: ConfigFout): string {
  const getoond = fout.instelling === 'DATABASE_URL' ? '(niet getoond)' : `"${fout.waarde}"`
  return `${fout.instelling}=${getoond}: ${fout.uitleg}`
}

function leesPoort(tekst: string | undefined, fouten: ConfigFout[]): number {
  if (tekst === undefined) return 8080
  const poort = Number(tekst)
  if (/^\d+$/.test(tekst) && poort <= 65535) return poort
  fouten.push({ instelling: 'PORT', waarde: tekst, uitleg: 'moet een heel getal van 0 tot en met 65535 zijn, bijvoorbeeld PORT=8081' })
  return 0
}

function leesAantal(instelling: string, tekst: string | undefined, standaard: number, fouten: ConfigFout[]): number {
  if (tekst === undefined) return standaard
  if (/^\d{1,7}$/.test(tekst)) return Number(tekst)
  fouten.push({ instelling, waarde: tekst, uitleg: `moet een heel getal zijn, bijvoorbeeld ${instelling}=${standaard}` })
  return standaard
}

function leesModus(modus: string | undefined, nodeEnv: string | undefined, fouten: ConfigFout[]): Modus {
  if (modus === undefined) return nodeEnv === 'production' ? 'productie' : 'ontwikkeling'
  if (modus === 'ontwikkeling' || modus === 'productie') return modus
  fouten.push({ instelling: 'LEERROUTE_MODUS', waarde: modus, uitleg: 'moet ontwikkeling of productie zijn' })
  return 'productie'
}

function leesVoorbereiden(tekst: string | undefined, fouten: ConfigFout[]): boolean {
  if (tekst !== undefined && tekst !== 'ja' && tekst !== 'nee') fouten.push({ instelling: 'LEERROUTE_VOORBEREIDEN', waarde: tekst, uitleg: 'moet ja of nee zijn; nee is voor een pooler die geen voorbereide vragen verdraagt' })
  return tekst !== 'nee'
}

function leesLdvAdres(tekst: string | undefined, fouten: ConfigFout[]): string | undefined {
  if (tekst === undefined || (URL.canParse(tekst) && /^https?:$/.test(new URL(tekst).protocol))) return tekst?.replace(/\/+$/, '')
  fouten.push({ instelling: 'LEERROUTE_LDV_OTLP', waarde: '(niet getoond)', uitleg: 'moet een webadres zijn, bijvoorbeeld https://logboek.example.nl:4318; leeg laten is niet versturen' })
  return undefined
}

function leesDatabaseUrl(tekst: string | undefined, fouten: ConfigFout[]): string | undefined {
  if (tekst === undefined || /^postgres(ql)?:\/\/\S+$/.test(tekst)) return tekst
  fouten.push({
    instelling: 'DATABASE_URL',
    waarde: tekst,
    uitleg: 'moet beginnen met postgres:// of postgresql://, bijvoorbeeld postgres://naam:wachtwoord@server:5432/leerroute; laat leeg voor de meegeleverde database',
  })
  return undefined
}

function leesBasisUrl(tekst: string | undefined, modus: Modus, host: string, poort: number, fouten: ConfigFout[]): string {
  if (tekst === undefined) return `http://${host.includes(':') ? `[${host}]` : host}:${poort}`
  const url = URL.canParse(tekst) ? new URL(tekst) : undefined
  const protocollen = modus === 'productie' ? ['https:'] : ['http:', 'https:']
  if (url !== undefined && protocollen.includes(url.protocol)) return tekst.replace(/\/+$/, '')
  const protocol = modus === 'productie' ? 'https://' : 'http:// of https://'
  fouten.push({ instelling: 'LEERROUTE_BASIS_URL', waarde: tekst, uitleg: `moet een heel webadres zijn dat begint met ${protocol}, bijvoorbeeld https://leerroute.example.nl` })
  return ''
}

/** Verzonnen; .example bestaat nooit. */
export const PROEFCONTACT = 'helpdesk@leerroute.example'

function leesContact(tekst: string | undefined, fouten: ConfigFout[]): string {
  if (tekst === undefined || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(tekst)) return tekst ?? PROEFCONTACT
  fouten.push({ instelling: 'LEERROUTE_CONTACT', waarde: tekst, uitleg: 'moet een e-mailadres zijn, bijvoorbeeld helpdesk@school.example' })
  return PROEFCONTACT
}

/** Begint met 00000099: zo begint een OIN om te proberen, nooit een echt. */
const PROEF_OIN = '00000099000000001000'

function leesOin(tekst: string | undefined, fouten: ConfigFout[]): string {
  if (tekst === undefined || /^[0-9A-Z]{20}$/.test(tekst)) return tekst ?? PROEF_OIN
  fouten.push({ instelling: 'LEERROUTE_OIN', waarde: tekst, uitleg: 'moet een OIN van 20 tekens zijn, bijvoorbeeld 00000099000000001000 om te proberen' })
  return PROEF_OIN
}

function maakPad(tekst: string): string {
  const zonderTilde = tekst.startsWith('~/') ? join(homedir(), tekst.slice(2)) : tekst
  return isAbsolute(zonderTilde) ? zonderTilde : resolve(PROJECT_MAP, zonderTilde)
}

function onbekendeInstellingen(omgeving: Omgeving): string[] {
  return Object.keys(omgeving)
    .filter((naam) => naam.startsWith('LEERROUTE_') && !EIGEN_INSTELLINGEN.has(naam))
    .map((naam) => `${naam} is geen instelling van Leerroute en doet niets. Bekend zijn: ${[...EIGEN_INSTELLINGEN].slice(0, 4).join(', ')}.`)
}
