/** De machinepoort (S-21, S-22): TLS met een clientcertificaat, op een eigen poort, naar dezelfde webserver. */
import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server, type ServerOptions } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { maakVerbindingslezer, type Verbindingslezer } from '../rest/index.ts'
import { type Certificaatcontrole, maakCertificaatcontrole } from '../toegang/index.ts'
import type { Config } from './config.ts'
import type { Machineinstellingen, Machinepoort } from './machine-instellingen.ts'
import { beperkVerbindingen, TIJDGRENZEN } from './tijdgrenzen.ts'

/** Een reden uit een vaste lijst; nooit iets uit het certificaat of het adres. */
type Meld = (regel: string) => void

/** Alleen sleuteluitwisseling met voorwaartse geheimhouding en AEAD (NCSC: goed). TLS 1.3 kent niets anders. */
const CIPHERS = 'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256'

/**
 * Alleen krommen die NCSC goed noemt, en de hybride met ML-KEM vooraan voor wie hem kent. Zonder deze lijst neemt OpenSSL in TLS 1.3 ook
 * ffdhe2048 (NCSC: uitfaseren) en secp521r1 aan.
 */
const KROMMEN = 'X25519MLKEM768:X25519:P-256:P-384:X448'

export interface Machinepoortkeuze {
  readonly poort: Machinepoort
  readonly uitgevers: string
  readonly host: string
  readonly lezer: Verbindingslezer
  readonly meld: Meld
}

/** Gooit als een bestand niet te lezen is of niet klopt: een halve machinepoort is er niet. */
export function maakMachinepoort(app: FastifyInstance, { poort, uitgevers, host, lezer, meld }: Machinepoortkeuze): Server {
  const opties: ServerOptions = {
    key: leesBestand(poort.sleutel, 'LEERROUTE_MTLS_SLEUTEL'), cert: leesBestand(poort.certificaat, 'LEERROUTE_MTLS_CERTIFICAAT'), ca: leesBestand(uitgevers, 'LEERROUTE_CLIENT_CA'),
    requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3', ciphers: CIPHERS, ecdhCurve: KROMMEN, honorCipherOrder: true,
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION | constants.SSL_OP_NO_COMPRESSION, ...TIJDGRENZEN,
  }
  const server = createServer(opties, (verzoek, antwoord) => {
    const certificaat = lezer.certificaatVan(verzoek)
    if (certificaat?.ok === true) return app.routing(verzoek, antwoord)
    // De handdruk kent de keten, het doel en de dagen; het OIN en de intrekking pas hier.
    meld(`machinepoort: certificaat geweigerd (${certificaat?.reden ?? 'geen'})`)
    weiger(verzoek, antwoord)
  })
  beperkVerbindingen(server)
  server.on('tlsClientError', (fout: NodeJS.ErrnoException) => meld(`machinepoort: handdruk geweigerd (${/^[A-Z_]{3,60}$/.test(fout.code ?? '') ? fout.code : 'onbekend'})`))
  app.addHook('onListen', (klaar) => { server.listen(poort.poort, host); klaar() })
  app.addHook('onClose', (_app, klaar) => { server.closeAllConnections(); server.close(() => klaar()) })
  return server
}

function weiger(verzoek: IncomingMessage, antwoord: ServerResponse): void {
  verzoek.resume()
  antwoord.writeHead(403, { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', connection: 'close' })
  antwoord.end(JSON.stringify({ type: 'about:blank', status: 403, title: 'Dit certificaat mag u hier niet gebruiken', detail: 'Het certificaat is ingetrokken of verlopen, of het heeft geen geldig OIN.' }))
}

export interface Certificaatlader {
  /** Undefined tot het eerste lezen klaar is. */
  controle(): Certificaatcontrole | undefined
  /** Klaar als de bestanden gelezen zijn; gooit als zij niet kloppen. */
  readonly gelezen: Promise<void>
}

/** Een beheerder vernieuwt de intrekkingslijst in het bestand: zo vaak kijken wij of dat gebeurd is. */
const KIJK_MS = 30_000

/** Leest de uitgevers en intrekkingslijsten, en opnieuw als een bestand veranderde. Klopt het nieuwe niet, dan blijft het oude gelden tot zijn lijst verloopt. */
export function maakCertificaatlader({ uitgevers, lijsten }: NonNullable<Machineinstellingen['clientcertificaten']>, productie: boolean, meld: Meld, nuMs: () => number = Date.now): Certificaatlader {
  let huidig: Certificaatcontrole | undefined
  let stempel = stempelVan(uitgevers, lijsten)
  let gekekenOp = nuMs()
  const lees = async (): Promise<void> => {
    huidig = await maakCertificaatcontrole({ uitgevers: String(leesBestand(uitgevers, 'LEERROUTE_CLIENT_CA')), lijsten: String(leesBestand(lijsten, 'LEERROUTE_CLIENT_CRL')) }, productie)
  }
  const gelezen = lees()
  gelezen.catch(() => undefined)
  return {
    gelezen,
    controle() {
      if (nuMs() - gekekenOp > KIJK_MS) {
        gekekenOp = nuMs()
        const nieuw = stempelVan(uitgevers, lijsten)
        if (nieuw !== stempel) void lees().then(() => { stempel = nieuw }, () => meld('machinepoort: de uitgevers of de intrekkingslijst zijn niet te lezen; de vorige blijven gelden'))
      }
      return huidig
    },
  }
}

function stempelVan(...paden: readonly string[]): string {
  return paden.map((pad) => { const stand = statSync(pad, { throwIfNoEntry: false }); return `${stand?.ino ?? 0} ${stand?.mtimeMs ?? 0} ${stand?.size ?? 0}` }).join(' ')
}

function leesBestand(pad: string, instelling: string): Buffer {
  try {
    return readFileSync(pad)
  } catch {
    throw new Error(`${instelling}: ${pad} is niet te lezen. Controleer het pad en de rechten.`)
  }
}

export interface Machinedeur {
  readonly lezer: Verbindingslezer
  /** Hangt de machinepoort aan de webserver, als die is ingesteld. */
  hang(app: FastifyInstance): Server | undefined
}

/** Alles wat certificaten raakt, uit de instellingen. */
export function maakMachinedeur({ clientcertificaten, host, machinepoort, modus, proxyAdressen }: Pick<Config, 'clientcertificaten' | 'host' | 'machinepoort' | 'modus' | 'proxyAdressen'>, meld: Meld, nu: () => Date): Machinedeur {
  const lader = clientcertificaten === undefined ? undefined : maakCertificaatlader(clientcertificaten, modus === 'productie', meld)
  const lezer = maakVerbindingslezer({ controle: () => lader?.controle(), proxyAdressen, nu })
  return {
    lezer,
    hang(app) {
      // Niet klaar voor verkeer voordat certificaten te lezen zijn; een fout daarin houdt de start tegen.
      if (lader !== undefined) app.addHook('onReady', () => lader.gelezen)
      return machinepoort === undefined || clientcertificaten === undefined ? undefined : maakMachinepoort(app, { poort: machinepoort, uitgevers: clientcertificaten.uitgevers, host, lezer, meld })
    },
  }
}
