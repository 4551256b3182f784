/** Een hele PKI om te proberen, in de vorm van PKIoverheid: wortel, uitgever, server, clients met een proef-OIN, en intrekkingslijsten. */
import { randomBytes } from 'node:crypto'
import type * as X509bibliotheek from '@peculiar/x509'
import { exportJWK } from 'jose'
import { leesOin } from '../rules/oin.ts'
import { laadX509 } from './x509.ts'

export interface Proefclient {
  /** Naam van de bestanden, bijvoorbeeld `leverancier-1`. */
  readonly naam: string
  /** Begint met 00000099. */
  readonly oin: string
  readonly ingetrokken?: true
  /** Verlopen, of met het doel van een server: om te zien dat het geweigerd wordt. */
  readonly anders?: 'verlopen' | 'doel-server' | 'zonder-oin'
}

export interface Proefpki {
  readonly wortel: string
  readonly uitgever: string
  /** Lijsten van wortel en uitgever, achter elkaar. */
  readonly lijsten: string
  readonly server: Certificaatpaar
  readonly clients: readonly (Certificaatpaar & { readonly naam: string; readonly oin: string; /** JWK Set met de openbare sleutel. */ readonly jwks: string })[]
}

export interface Certificaatpaar {
  /** PEM. */
  readonly certificaat: string
  /** PKCS#8 in PEM. */
  readonly sleutel: string
  readonly vingerafdruk: string
}

const DAG_MS = 86_400_000
const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
type X509 = typeof X509bibliotheek
type Paar = CryptoKeyPair

/** @param namen waaronder de server te bereiken is: namen of IP-adressen. */
export async function maakProefpki(nu: Date, namen: readonly string[], clients: readonly Proefclient[]): Promise<Proefpki> {
  const vreemd = clients.find(({ oin }) => leesOin(oin)?.soort !== 'PROEF')
  if (vreemd !== undefined) throw new RangeError(`${vreemd.oin} is geen OIN om te proberen: dat is 00000099 met 12 cijfers erachter`)
  const x509 = await laadX509()
  const wortel = await maakUitgever(x509, nu, 'Leerroute Proef Root CA')
  const uitgever = await maakUitgever(x509, nu, 'Leerroute Proef Private Services CA', wortel)
  const server = await geefUit(x509, nu, uitgever, { CN: [namen[0] ?? 'localhost'], O: ['Leerroute proef'] }, x509.ExtendedKeyUsage.serverAuth, [
    new x509.SubjectAlternativeNameExtension(namen.map((value) => ({ type: /^[\d.]+$|:/.test(value) ? 'ip' as const : 'dns' as const, value }))),
  ])
  const gemaakt = await Promise.all(clients.map(async (client) => {
    const onderwerp = { CN: [client.naam], O: ['Leverancier proef'], ...(client.anders === 'zonder-oin' ? {} : { [SERIALNUMBER]: [client.oin] }) }
    const uit = await geefUit(x509, client.anders === 'verlopen' ? new Date(nu.getTime() - 800 * DAG_MS) : nu, uitgever, onderwerp, client.anders === 'doel-server' ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth, [])
    return { client, ...uit }
  }))
  const ingetrokken = gemaakt.filter(({ client }) => client.ingetrokken === true).map(({ reeks }) => reeks)
  return {
    wortel: wortel.pem, uitgever: uitgever.pem, server: server.paar,
    lijsten: `${await maakLijst(x509, nu, wortel, [])}\n${await maakLijst(x509, nu, uitgever, ingetrokken)}\n`,
    clients: gemaakt.map(({ client, paar, jwks }) => ({ naam: client.naam, oin: client.oin, ...paar, jwks })),
  }
}

/** serialNumber in de naam van de houder: daar staat bij PKIoverheid het OIN. */
const SERIALNUMBER = '2.5.4.5'

interface Bovenliggend {
  readonly naam: string
  readonly sleutels: Paar
  readonly pem: string
}

async function maakUitgever(x509: X509, nu: Date, naam: string, boven?: Bovenliggend): Promise<Bovenliggend> {
  const sleutels = await maakSleutels()
  const certificaat = await x509.X509CertificateGenerator.create({
    ...tijd(nu, 3_650), serialNumber: maakReeksnummer(), subject: [{ CN: [naam] }, { O: ['Leerroute proef'] }], issuer: boven?.naam ?? [{ CN: [naam] }, { O: ['Leerroute proef'] }],
    publicKey: sleutels.publicKey, signingKey: (boven ?? { sleutels }).sleutels.privateKey, signingAlgorithm: P256,
    extensions: [
      new x509.BasicConstraintsExtension(true, boven === undefined ? 1 : 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(sleutels.publicKey), await x509.AuthorityKeyIdentifierExtension.create((boven ?? { sleutels }).sleutels.publicKey),
    ],
  })
  return { naam: certificaat.subject, sleutels, pem: `${certificaat.toString('pem')}\n` }
}

async function geefUit(x509: X509, van: Date, uitgever: Bovenliggend, onderwerp: Readonly<Record<string, string[]>>, doel: string, extra: readonly InstanceType<X509['Extension']>[]) {
  const sleutels = await maakSleutels()
  const reeks = maakReeksnummer()
  const certificaat = await x509.X509CertificateGenerator.create({
    ...tijd(van, 730), serialNumber: reeks, subject: Object.entries(onderwerp).map(([soort, waarde]) => ({ [soort]: waarde })), issuer: uitgever.naam,
    publicKey: sleutels.publicKey, signingKey: uitgever.sleutels.privateKey, signingAlgorithm: P256,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true), new x509.ExtendedKeyUsageExtension([doel]),
      await x509.SubjectKeyIdentifierExtension.create(sleutels.publicKey), await x509.AuthorityKeyIdentifierExtension.create(uitgever.sleutels.publicKey), ...extra,
    ],
  })
  const vingerafdruk = Buffer.from(await crypto.subtle.digest('SHA-256', certificaat.rawData)).toString('hex')
  const jwk = { ...(await exportJWK(sleutels.publicKey)), kid: vingerafdruk.slice(0, 16), alg: 'ES256', use: 'sig' }
  return { reeks, jwks: `${JSON.stringify({ keys: [jwk] }, null, 2)}\n`, paar: { certificaat: `${certificaat.toString('pem')}\n`, sleutel: await naarPkcs8(sleutels), vingerafdruk } }
}

async function maakLijst(x509: X509, nu: Date, { naam, sleutels }: Bovenliggend, reeksen: readonly string[]): Promise<string> {
  const lijst = await x509.X509CrlGenerator.create({
    issuer: naam, thisUpdate: nu, nextUpdate: new Date(nu.getTime() + 365 * DAG_MS), signingAlgorithm: P256, signingKey: sleutels.privateKey,
    entries: reeksen.map((serialNumber) => ({ serialNumber, revocationDate: nu })),
  })
  // De naam die openssl en webservers lezen; de bibliotheek schrijft alleen CRL.
  return lijst.toString('pem').replaceAll(/(?<=BEGIN |END )CRL/g, 'X509 CRL')
}

function maakSleutels(): Promise<Paar> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
}

/** Een vast begin: zo is het getal positief en even lang. */
function maakReeksnummer(): string {
  return `4c${randomBytes(15).toString('hex')}`
}

function tijd(van: Date, dagen: number) {
  // Een klok van een ander die een paar minuten achterloopt, mag het certificaat al zien.
  return { notBefore: new Date(van.getTime() - 300_000), notAfter: new Date(van.getTime() + dagen * DAG_MS) }
}

async function naarPkcs8({ privateKey }: Paar): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64')
  return `-----BEGIN PRIVATE KEY-----\n${der.replaceAll(/.{64}/g, '$&\n').trim()}\n-----END PRIVATE KEY-----\n`
}
