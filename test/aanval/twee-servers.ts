/** Twee echte servers in eigen processen op een database, met een makelaar ertussen: zoals achter een verdeler van verkeer. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { exportJWK, generateKeyPair } from 'jose'
import { startMakelaarserver } from '../../src/makelaar/server.ts'
import { PROEFDIENST } from '../../src/server/makelaar.ts'
import { MEDEWERKERS_BESTAND } from '../../src/server/wereld-medewerkers.ts'
import { maakProefpki, type Proefpki } from '../../src/toegang/index.ts'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'
import { loopLangsMakelaar } from '../makelaar-browser.ts'
import { type Proefproces, startServer, vrijePoort } from '../serverproces.ts'
import { maakVergeetachtig } from './vergeetachtig.ts'

export const LEVERANCIER_OIN = '00000099000000010000'
const CLIENT_ID = 'leerroute-proef'

export interface Antwoord {
  readonly status: number
  readonly naar: string
  readonly koekje: string
  readonly inhoud: string
}

export interface Vraag {
  readonly pad: string
  readonly cookie?: string
  /** Met velden is het een POST van deze site. */
  readonly velden?: Readonly<Record<string, string>>
  readonly koppen?: Readonly<Record<string, string>>
}

export interface Tweeservers {
  readonly eigen: EigenDatabase
  readonly pki: Proefpki
  readonly basisUrl: string
  readonly a: Proefproces
  readonly b: Proefproces
  /** Aan welke server dan ook; de kop Host noemt het gedeelde adres, zoals de verdeler hem doorgeeft. */
  vraag(server: Proefproces, vraag: Vraag): Promise<Antwoord>
  /** Begint een inlog bij deze server en kiest iemand bij de makelaar; het antwoord is nog niet bezorgd. */
  begin(server: Proefproces, medewerker: string): Promise<{ readonly antwoordpad: string; readonly koekje: string }>
  weg(): Promise<void>
}

export async function startTweeServers(): Promise<Tweeservers> {
  const eigen = await maakEigenDatabase()
  const map = mkdtempSync(join(tmpdir(), 'leerroute-twee-'))
  const pki = await maakProefpki(new Date(), ['127.0.0.1'], [{ naam: 'sis', oin: LEVERANCIER_OIN }])
  writeFileSync(join(map, 'wortel.pem'), pki.wortel)
  setDefaultCACertificates([...getCACertificates('default'), pki.wortel])
  const poort = await vrijePoort()
  const basisUrl = `http://127.0.0.1:${poort}`
  const makelaar = await startMakelaar(map, pki, `${basisUrl}/inloggen/terug`)
  const omgeving = { LEERROUTE_BASIS_URL: basisUrl, LEERROUTE_MAKELAAR_BESTAND: join(map, 'makelaar.json'), NODE_EXTRA_CA_CERTS: join(map, 'wortel.pem') }
  const a = await startServer(eigen.url, { dataMap: map, poort, omgeving })
  const b = await startServer(eigen.url, { dataMap: map, omgeving: { ...omgeving, LEERROUTE_CONTROLEPUNTEN: join(map, 'controlepunten-b.jsonl') } })
  const stel = (server: Proefproces, wat: Vraag): Promise<Antwoord> => vraag(server, new URL(basisUrl).host, wat)
  return {
    eigen, pki, basisUrl, a, b, vraag: stel,
    begin: async (server, medewerker) => {
      const { naar, koekje, status, inhoud } = await stel(server, { pad: '/inloggen/start' })
      if (status !== 303) throw new Error(`de inlog begint niet: ${status} ${/<h1[^>]*>([^<]*)/.exec(inhoud)?.[1] ?? ''}`)
      const { antwoord } = await loopLangsMakelaar(naar, { medewerker })
      return { antwoordpad: `${antwoord.pathname}${antwoord.search}`, koekje }
    },
    weg: async () => {
      await Promise.all([a.stop(), b.stop(), makelaar.stop()])
      await eigen.weg()
      rmSync(map, { recursive: true, force: true })
    },
  }
}

/** De proefmakelaar over TLS, want in een makelaarbestand moet een makelaar https zijn; en vergeetachtig, zodat hij hergebruik niet voor ons weigert. */
async function startMakelaar(map: string, { server, uitgever }: Proefpki, redirectAdres: string): Promise<{ stop(): Promise<void> }> {
  const { publicKey, privateKey } = await generateKeyPair('PS256', { extractable: true })
  const kid = randomUUID()
  const clientSleutel = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'PS256' }
  const tls = createServer({ cert: server.certificaat + uitgever, key: server.sleutel })
  maakVergeetachtig(tls)
  const makelaar = await startMakelaarserver(
    { soort: 'start', modus: 'ontwikkeling', poort: 0, clientId: CLIENT_ID, redirectAdres, serviceUuid: PROEFDIENST, clientSleutel, medewerkersBestand: MEDEWERKERS_BESTAND },
    tls,
  )
  const bestand = { protocol: 'OIDC', issuer: makelaar.issuer, clientId: CLIENT_ID, serviceUuid: PROEFDIENST, sleutel: { ...(await exportJWK(privateKey)), kid } }
  writeFileSync(join(map, 'makelaar.json'), JSON.stringify(bestand), { mode: 0o600 })
  return makelaar
}

/** `fetch` laat niemand de kop Host kiezen. */
function vraag({ adres }: Proefproces, host: string, { pad, cookie, velden, koppen = {} }: Vraag): Promise<Antwoord> {
  const inhoud = velden === undefined ? undefined : new URLSearchParams(velden).toString()
  const headers = {
    host, accept: 'text/html', ...(cookie === undefined ? {} : { cookie }),
    ...(inhoud === undefined ? {} : { origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(inhoud)) }), ...koppen,
  }
  return new Promise((klaar, mis) => {
    const gestuurd = request(`${adres}${pad}`, { method: inhoud === undefined ? 'GET' : 'POST', headers, agent: false }, (antwoord) => {
      let tekst = ''
      antwoord.setEncoding('utf8').on('data', (stuk: string) => { tekst += stuk }).on('error', mis).on('end', () => klaar({
        status: antwoord.statusCode ?? 0, naar: antwoord.headers.location ?? '', inhoud: tekst,
        koekje: (antwoord.headers['set-cookie'] ?? []).map((koekje) => koekje.split(';')[0] ?? '').filter((koekje) => !koekje.endsWith('=')).join('; '),
      }))
    })
    gestuurd.on('error', mis).end(inhoud)
  })
}
