/** De instellingen van logboek, metingen en traces, zoals src/server/config.ts ze leest. */
import type { Logkeuze, Logniveau, Logvorm } from './logregel.ts'
import { leesAdres, type Metricstoegang } from './metrics-route.ts'

export const WAARNEMING_INSTELLINGEN = [
  'LEERROUTE_LOG', 'LEERROUTE_LOG_NIVEAU', 'LEERROUTE_LOG_BESTAND', 'LEERROUTE_METRICS_TOKEN', 'LEERROUTE_METRICS_ADRESSEN', 'LEERROUTE_METRICS_VERSHEID',
] as const

type Instelling = (typeof WAARNEMING_INSTELLINGEN)[number] | 'OTEL_EXPORTER_OTLP_ENDPOINT'

export interface Waarnemingsinstellingen {
  readonly log: Logkeuze
  readonly metrics: Metricstoegang & { readonly versheidMs: number }
  readonly otlpAdres: string | undefined
}

interface Fout {
  readonly instelling: string
  readonly waarde: string
  readonly uitleg: string
}

/** Zonder keuze: leesbare regels op een terminal, anders JSON. */
export function leesWaarneming(
  waarde: (naam: Instelling) => string | undefined, maakPad: (pad: string) => string, fouten: Fout[], opTerminal: boolean = process.stderr.isTTY === true,
): Waarnemingsinstellingen {
  const weiger = (instelling: Instelling, uitleg: string): undefined => void fouten.push({ instelling, waarde: instelling.endsWith('TOKEN') ? '(niet getoond)' : (waarde(instelling) ?? ''), uitleg })
  const bestand = waarde('LEERROUTE_LOG_BESTAND')
  return {
    log: {
      vorm: kies<Logvorm>(waarde('LEERROUTE_LOG'), ['json', 'tekst', 'uit'], opTerminal && bestand === undefined ? 'tekst' : 'json', (uitleg) => weiger('LEERROUTE_LOG', uitleg)),
      niveau: kies<Logniveau>(waarde('LEERROUTE_LOG_NIVEAU'), ['fout', 'waarschuwing', 'info', 'fijn'], 'info', (uitleg) => weiger('LEERROUTE_LOG_NIVEAU', uitleg)),
      bestand: bestand === undefined ? undefined : maakPad(bestand),
    },
    metrics: {
      token: leesToken(waarde('LEERROUTE_METRICS_TOKEN'), (uitleg) => weiger('LEERROUTE_METRICS_TOKEN', uitleg)),
      adressen: leesAdressen(waarde('LEERROUTE_METRICS_ADRESSEN'), (uitleg) => weiger('LEERROUTE_METRICS_ADRESSEN', uitleg)),
      versheidMs: 1_000 * leesSeconden(waarde('LEERROUTE_METRICS_VERSHEID'), (uitleg) => weiger('LEERROUTE_METRICS_VERSHEID', uitleg)),
    },
    otlpAdres: leesOtlp(waarde('OTEL_EXPORTER_OTLP_ENDPOINT'), (uitleg) => weiger('OTEL_EXPORTER_OTLP_ENDPOINT', uitleg)),
  }
}

type Weiger = (uitleg: string) => void

function kies<T extends string>(tekst: string | undefined, keuzes: readonly T[], standaard: T, weiger: Weiger): T {
  if (tekst === undefined) return standaard
  const gekozen = keuzes.find((keuze) => keuze === tekst)
  if (gekozen === undefined) weiger(`moet ${keuzes.slice(0, -1).join(', ')} of ${keuzes.at(-1)} zijn`)
  return gekozen ?? standaard
}

function leesToken(tekst: string | undefined, weiger: Weiger): string | undefined {
  if (tekst !== undefined && tekst.length < 16) weiger('moet ten minste 16 tekens zijn, bijvoorbeeld de uitkomst van: openssl rand -hex 24')
  return tekst
}

function leesAdressen(tekst: string | undefined, weiger: Weiger): readonly string[] {
  const adressen = (tekst ?? '').split(',').map((deel) => deel.trim()).filter((deel) => deel !== '')
  if (adressen.some((adres) => leesAdres(adres) === undefined)) weiger('moet een lijst van adressen of reeksen zijn, bijvoorbeeld 10.0.0.5,10.1.0.0/16')
  return adressen
}

const VERSHEID_SECONDEN = 15

function leesSeconden(tekst: string | undefined, weiger: Weiger): number {
  if (tekst === undefined) return VERSHEID_SECONDEN
  if (!/^\d{1,4}$/.test(tekst)) weiger(`moet een aantal seconden van 0 tot en met 9999 zijn, bijvoorbeeld ${VERSHEID_SECONDEN}`)
  return Number(tekst)
}

function leesOtlp(tekst: string | undefined, weiger: Weiger): string | undefined {
  if (tekst === undefined || (URL.canParse(tekst) && /^https?:$/.test(new URL(tekst).protocol))) return tekst
  weiger('moet een webadres zijn dat begint met http:// of https://, bijvoorbeeld http://127.0.0.1:4318')
  return undefined
}
