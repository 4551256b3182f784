/** De sleutels waarmee tokens getekend worden: een JWK Set in een bestand (0600). De eerste tekent; de andere gelden nog (wisselen). */
import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'

export const TEKENALGORITME = 'PS256'
const MODULUS = 2048

export interface Tokensleutel {
  readonly kid: string
  readonly geheim: CryptoKey
  readonly openbaar: CryptoKey
  readonly openbareJwk: JWK
}

export interface Tokensleutelkeuze {
  readonly bestand: string
  readonly productie: boolean
}

/** Levert de sleutels; leest het bestand opnieuw als het veranderde, zodat wisselen geen herstart vraagt. Met `meteen` wordt er ook net na een keer kijken gekeken. */
export type Tokensleutels = (meteen?: boolean) => Promise<readonly Tokensleutel[]>

/** Hoe vaak er hooguit naar het bestand gekeken wordt: gewoon, en voor een token met een sleutel die wij niet kennen. */
const KIJK_MS = 5_000
const METEEN_MS = 1_000

/** Het bestand ontstaat bij het eerste token. Tokens leven een kwartier: een verloren sleutel kost niemand gegevens. */
export function maakTokensleutels(keuze: Tokensleutelkeuze, nuMs: () => number = Date.now): Tokensleutels {
  let gelezen: Promise<{ readonly stempel: string; readonly sleutels: readonly Tokensleutel[] }> | undefined
  let gekekenOp = 0
  return async (meteen = false) => {
    if (gelezen !== undefined && nuMs() - gekekenOp < (meteen ? METEEN_MS : KIJK_MS)) return (await gelezen).sleutels
    gekekenOp = nuMs()
    const vorige = gelezen
    const nieuw = leesOpnieuw(keuze, vorige)
    gelezen = nieuw
    // Een onleesbaar bestand is een fout voor dit verzoek; het volgende probeert het weer.
    nieuw.catch(() => { if (gelezen === nieuw) gelezen = undefined })
    return (await nieuw).sleutels
  }
}

async function leesOpnieuw(keuze: Tokensleutelkeuze, vorige: Promise<{ readonly stempel: string; readonly sleutels: readonly Tokensleutel[] }> | undefined) {
  const stempel = await stempelVan(keuze.bestand)
  const eerder = await vorige?.catch(() => undefined)
  if (eerder !== undefined && eerder.stempel === stempel) return eerder
  if (stempel === '') await schrijfNieuw(keuze.bestand, [await maakSleutel()])
  if (((await stat(keuze.bestand)).mode & 0o077) !== 0 && keuze.productie) throw new Error('Anderen dan de eigenaar kunnen het bestand met tokensleutels lezen. Zet de rechten op 0600.')
  const sleutels = await Promise.all((await leesJwks(keuze.bestand)).map(naarSleutel))
  if (sleutels.length === 0) throw new Error('Het bestand met tokensleutels bevat geen sleutel. Verwijder het, dan maakt de server een nieuw.')
  return { stempel: await stempelVan(keuze.bestand), sleutels }
}

/** Zet een nieuwe sleutel vooraan en houdt de vorige: tokens die al uitstaan blijven gelden. Geeft de kid van de nieuwe. */
export async function wisselTokensleutel({ bestand }: Tokensleutelkeuze): Promise<string> {
  const nieuw = await maakSleutel()
  const [vorige] = (await stempelVan(bestand)) === '' ? [] : await leesJwks(bestand)
  const tijdelijk = `${bestand}.${randomBytes(6).toString('hex')}`
  await schrijf(tijdelijk, [nieuw, ...(vorige === undefined ? [] : [vorige])])
  await rename(tijdelijk, bestand)
  return nieuw.kid ?? ''
}

async function maakSleutel(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(TEKENALGORITME, { modulusLength: MODULUS, extractable: true })
  return { ...(await exportJWK(privateKey)), kid: randomBytes(9).toString('base64url'), alg: TEKENALGORITME, use: 'sig' }
}

async function naarSleutel(jwk: JWK): Promise<Tokensleutel> {
  const { kty, n, e, kid } = jwk
  if (kty !== 'RSA' || n === undefined || e === undefined || kid === undefined) throw new Error('Een sleutel in het bestand met tokensleutels is geen RSA-sleutel met een kid.')
  const openbareJwk: JWK = { kty, n, e, kid, alg: TEKENALGORITME, use: 'sig' }
  return { kid, openbareJwk, geheim: await importJWK(jwk, TEKENALGORITME) as CryptoKey, openbaar: await importJWK(openbareJwk, TEKENALGORITME) as CryptoKey }
}

async function leesJwks(bestand: string): Promise<readonly JWK[]> {
  const inhoud: unknown = JSON.parse(await readFile(bestand, 'utf8'))
  const keys: unknown = typeof inhoud === 'object' && inhoud !== null ? Reflect.get(inhoud, 'keys') : undefined
  if (!Array.isArray(keys)) throw new Error('Het bestand met tokensleutels is geen JWK Set.')
  return keys as readonly JWK[]
}

async function stempelVan(bestand: string): Promise<string> {
  try {
    const { mtimeMs, ino, size } = await stat(bestand)
    return `${ino} ${mtimeMs} ${size}`
  } catch (fout) {
    if (fout instanceof Error && 'code' in fout && fout.code === 'ENOENT') return ''
    throw fout
  }
}

/** link() slaagt voor een proces: maken twee servers tegelijk het bestand, dan gebruiken beide hetzelfde. */
async function schrijfNieuw(bestand: string, keys: readonly JWK[]): Promise<void> {
  await mkdir(dirname(bestand), { recursive: true })
  const tijdelijk = `${bestand}.${randomBytes(6).toString('hex')}`
  await schrijf(tijdelijk, keys)
  try {
    await link(tijdelijk, bestand)
  } catch (fout) {
    if (!(fout instanceof Error && 'code' in fout && fout.code === 'EEXIST')) throw fout
  } finally {
    await unlink(tijdelijk)
  }
}

function schrijf(bestand: string, keys: readonly JWK[]): Promise<void> {
  return writeFile(bestand, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
}
