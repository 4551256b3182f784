/** Wat de verbinding over de beller zegt: zijn adres en zijn certificaat, ook als er een eigen proxy voor staat (M-06). */
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Certificaat, Certificaatcontrole } from '../../toegang/index.ts'

/** RFC 9440. Alleen de eigen proxy zet hem; van een ander bestaat hij niet. */
const CERTIFICAATKOP = 'client-cert'
const LANGSTE_KOP = 16_384

export interface Verbindingslezer {
  /** Undefined als de beller geen certificaat liet zien. */
  certificaatVan(verzoek: IncomingMessage): Certificaat | undefined
  /** Het adres van de beller; van de eigen proxy het adres dat die noemt. */
  adresVan(verzoek: IncomingMessage): string
  /** Haalt weg wat alleen de eigen proxy mag zeggen. */
  maakSchoon(verzoek: IncomingMessage): void
}

export interface Verbindingsregels {
  /** Zonder controle telt geen enkel certificaat. */
  readonly controle: () => Certificaatcontrole | undefined
  /** IP-adressen van de eigen proxy. */
  readonly proxyAdressen: readonly string[]
  readonly nu: () => Date
}

export function maakVerbindingslezer({ controle, proxyAdressen, nu }: Verbindingsregels): Verbindingslezer {
  const proxies = new Set(proxyAdressen.map(zonderVoorvoegsel))
  const vanProxy = (verzoek: IncomingMessage): boolean => proxies.has(zonderVoorvoegsel(verzoek.socket.remoteAddress ?? ''))
  return {
    certificaatVan(verzoek) {
      const der = certificaatVanSocket(verzoek) ?? (vanProxy(verzoek) ? certificaatUitKop(verzoek) : undefined)
      if (der === undefined) return undefined
      return controle()?.controleer(der, nu()) ?? { ok: false, reden: 'uitgever-onbekend' }
    },
    adresVan(verzoek) {
      const eigen = zonderVoorvoegsel(verzoek.socket.remoteAddress ?? '')
      if (!proxies.has(eigen)) return eigen
      // Van achteren: het laatste adres dat niet van een eigen proxy is, heeft de eigen proxy zelf gezien.
      const genoemd = String(verzoek.headers['x-forwarded-for'] ?? '').split(',').map((deel) => zonderVoorvoegsel(deel.trim())).filter((deel) => isIP(deel) > 0)
      return genoemd.findLast((deel) => !proxies.has(deel)) ?? eigen
    },
    maakSchoon(verzoek) {
      if (verzoek.headers[CERTIFICAATKOP] !== undefined && !vanProxy(verzoek)) delete verzoek.headers[CERTIFICAATKOP]
    },
  }
}

/** Alleen als de TLS-laag het certificaat al goedkeurde. */
function certificaatVanSocket({ socket }: IncomingMessage): Buffer | undefined {
  return socket instanceof TLSSocket && socket.authorized ? socket.getPeerX509Certificate()?.raw : undefined
}

/** `:base64:` (RFC 9440), of een PEM in procenttekens (nginx: `$ssl_client_escaped_cert`). Twee keer dezelfde kop is geen certificaat. */
function certificaatUitKop(verzoek: IncomingMessage): Buffer | undefined {
  const waarde = verzoek.headers[CERTIFICAATKOP]
  if (typeof waarde !== 'string' || waarde.length > LANGSTE_KOP || verzoek.rawHeaders.filter((deel, i) => i % 2 === 0 && deel.toLowerCase() === CERTIFICAATKOP).length !== 1) return undefined
  const bytes = /^:([A-Za-z0-9+/]+={0,2}):$/.exec(waarde)?.[1]
  if (bytes !== undefined) return Buffer.from(bytes, 'base64')
  const pem = /^-----BEGIN%20CERTIFICATE-----%0A((?:[A-Za-z0-9+/=]|%[0-9A-F]{2})+)-----END%20CERTIFICATE-----(?:%0A)?$/.exec(waarde)?.[1]
  return pem === undefined ? undefined : Buffer.from(decodeURIComponent(pem).replaceAll('\n', ''), 'base64')
}

function zonderVoorvoegsel(adres: string): string {
  return adres.replace(/^::ffff:(?=\d+\.)/i, '')
}
