/** Instellingen voor systemen van leveranciers: tokens, certificaten en de machinepoort. */
import { join } from 'node:path'
import type { ConfigFout } from './config-fout.ts'

export const MACHINE_INSTELLINGEN = [
  'LEERROUTE_SLEUTELS', 'LEERROUTE_TOKENSLEUTELBESTAND', 'LEERROUTE_PROXY_ADRESSEN', 'LEERROUTE_CLIENT_CA', 'LEERROUTE_CLIENT_CRL', 'LEERROUTE_MTLS_POORT', 'LEERROUTE_MTLS_CERTIFICAAT', 'LEERROUTE_MTLS_SLEUTEL',
  'LEERROUTE_MTLS_URL',
] as const

export interface Machineinstellingen {
  /** Of sleutels van koppelingen werken; in productie alleen met LEERROUTE_SLEUTELS=ja (ADR 0032). */
  readonly sleutelsMogen: boolean
  readonly tokensleutelBestand: string
  /** IP-adressen van de eigen proxy: alleen die mag zeggen wie er belt en met welk certificaat (M-06). */
  readonly proxyAdressen: readonly string[]
  /** Wie clientcertificaten uitgeeft, en welke zijn ingetrokken; undefined = certificaten tellen niet. */
  readonly clientcertificaten: { readonly uitgevers: string; readonly lijsten: string } | undefined
  readonly machinepoort: Machinepoort | undefined
}

export interface Machinepoort {
  readonly poort: number
  /** Paden naar PEM. */
  readonly certificaat: string
  readonly sleutel: string
  /** Het adres waaronder leveranciers de poort kennen, zonder schuine streep aan het eind. */
  readonly url: string
}

interface Keuze {
  readonly productie: boolean
  readonly dataMap: string
  readonly basisUrl: string
  readonly maakPad: (tekst: string) => string
}

export function leesMachineinstellingen(waarde: (naam: string) => string | undefined, { productie, dataMap, basisUrl, maakPad }: Keuze, fouten: ConfigFout[]): Machineinstellingen {
  const pad = (naam: string): string | undefined => { const tekst = waarde(naam); return tekst === undefined ? undefined : maakPad(tekst) }
  const clientcertificaten = leesClientcertificaten(pad('LEERROUTE_CLIENT_CA'), pad('LEERROUTE_CLIENT_CRL'), fouten)
  return {
    sleutelsMogen: leesSleutels(waarde('LEERROUTE_SLEUTELS'), productie, fouten),
    tokensleutelBestand: pad('LEERROUTE_TOKENSLEUTELBESTAND') ?? join(dataMap, 'tokensleutels.json'),
    proxyAdressen: leesAdressen(waarde('LEERROUTE_PROXY_ADRESSEN'), fouten),
    clientcertificaten,
    machinepoort: leesMachinepoort({ poort: waarde('LEERROUTE_MTLS_POORT'), certificaat: pad('LEERROUTE_MTLS_CERTIFICAAT'), sleutel: pad('LEERROUTE_MTLS_SLEUTEL'), url: waarde('LEERROUTE_MTLS_URL') }, basisUrl, clientcertificaten !== undefined, fouten),
  }
}

function leesSleutels(tekst: string | undefined, productie: boolean, fouten: ConfigFout[]): boolean {
  if (tekst !== undefined && tekst !== 'ja' && tekst !== 'nee') fouten.push({ instelling: 'LEERROUTE_SLEUTELS', waarde: tekst, uitleg: 'moet ja of nee zijn; ja laat sleutels van koppelingen ook in productie werken' })
  return tekst === undefined ? !productie : tekst === 'ja'
}

function leesAdressen(tekst: string | undefined, fouten: ConfigFout[]): readonly string[] {
  const adressen = (tekst ?? '').split(',').map((deel) => deel.trim()).filter((deel) => deel !== '')
  if (adressen.some((adres) => !/^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]+)$/i.test(adres))) fouten.push({ instelling: 'LEERROUTE_PROXY_ADRESSEN', waarde: tekst ?? '', uitleg: 'moet een lijst van IP-adressen met komma’s zijn, bijvoorbeeld 10.0.0.4,10.0.0.5' })
  return adressen
}

function leesClientcertificaten(uitgevers: string | undefined, lijsten: string | undefined, fouten: ConfigFout[]): Machineinstellingen['clientcertificaten'] {
  if (uitgevers !== undefined && lijsten !== undefined) return { uitgevers, lijsten }
  if (uitgevers !== undefined || lijsten !== undefined) fouten.push({ instelling: 'LEERROUTE_CLIENT_CA', waarde: uitgevers ?? '', uitleg: 'hoort samen met LEERROUTE_CLIENT_CRL: zonder intrekkingslijst is niet te zien of een certificaat nog geldt' })
  return undefined
}

function leesMachinepoort(
  { poort, certificaat, sleutel, url }: { readonly poort: string | undefined; readonly certificaat: string | undefined; readonly sleutel: string | undefined; readonly url: string | undefined }, basisUrl: string, metCa: boolean, fouten: ConfigFout[],
): Machinepoort | undefined {
  if (poort === undefined) return undefined
  const fout = (uitleg: string): undefined => void fouten.push({ instelling: 'LEERROUTE_MTLS_POORT', waarde: poort, uitleg })
  if (!/^\d+$/.test(poort) || Number(poort) > 65_535) return fout('moet een heel getal van 0 tot en met 65535 zijn, bijvoorbeeld LEERROUTE_MTLS_POORT=8443')
  if (certificaat === undefined || sleutel === undefined || !metCa) return fout('vraagt ook LEERROUTE_MTLS_CERTIFICAAT, LEERROUTE_MTLS_SLEUTEL, LEERROUTE_CLIENT_CA en LEERROUTE_CLIENT_CRL')
  if (url !== undefined && !(URL.canParse(url) && url.startsWith('https://'))) return fout('LEERROUTE_MTLS_URL moet een heel webadres zijn dat begint met https://')
  const host = URL.canParse(basisUrl) ? new URL(basisUrl).hostname : 'localhost'
  return { poort: Number(poort), certificaat, sleutel, url: (url ?? `https://${host}:${poort}`).replace(/\/+$/, '') }
}
