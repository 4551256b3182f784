/** M-05, S-20, S-21: is dit het certificaat van een leverancier, en van welke? De verbinding bewijst dat de ander de sleutel heeft. */
import { createHash, X509Certificate } from 'node:crypto'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { leesOin, magOin, type Oin } from '../rules/oin.ts'
import { laadX509 } from './x509.ts'

export interface Clientcertificaat {
  readonly oin: Oin
  /** SHA-256 van het certificaat in DER. */
  readonly vingerafdruk: Buffer
}

export type Certificaatfout = 'onleesbaar' | 'uitgever-onbekend' | 'nog-niet-geldig' | 'verlopen' | 'doel-verkeerd' | 'geen-oin' | 'proef-oin' | 'ingetrokken' | 'intrekkingslijst-oud'

/** Wat een beheerder vertrouwt, als PEM. */
export interface Vertrouwen {
  /** De wortels (door zichzelf ondertekend) en de tussencertificaten daaronder. */
  readonly uitgevers: string
  /** Intrekkingslijsten (CRL); elke uitgever van clientcertificaten heeft er een. */
  readonly lijsten: string
}

export interface Certificaatcontrole {
  /** Synchroon: dit gebeurt bij elk verzoek. */
  controleer(der: Buffer, nu: Date): Uitkomst<Clientcertificaat, Certificaatfout>
}

interface Uitgever {
  readonly certificaat: X509Certificate
  readonly ingetrokken: ReadonlySet<string>
  /** Daarna zegt de lijst niets meer; ontbreekt er een lijst, dan is elk certificaat onzeker. */
  readonly lijstTot: number
}

const EKU_CLIENT = '1.3.6.1.5.5.7.3.2'

/** Gooit als het vertrouwen zelf niet klopt: dan is er geen machinepoort, en niet een die alles doorlaat. */
export async function maakCertificaatcontrole(vertrouwen: Vertrouwen, productie: boolean): Promise<Certificaatcontrole> {
  const uitgevers = await leesUitgevers(vertrouwen)
  const bekend = new Map<string, { readonly certificaat: X509Certificate; readonly uitgever: Uitgever; readonly oin: Oin } | Certificaatfout>()
  return {
    controleer(der, nu) {
      const vingerafdruk = createHash('sha256').update(der).digest()
      const naam = vingerafdruk.toString('base64')
      const eerder = bekend.get(naam) ?? lees(der, uitgevers, productie)
      if (bekend.size >= MEESTE) bekend.clear()
      bekend.set(naam, eerder)
      if (typeof eerder === 'string') return geweigerd(eerder)
      const fout = foutNu(eerder.certificaat, eerder.uitgever, nu)
      return fout === undefined ? gelukt({ oin: eerder.oin, vingerafdruk }) : geweigerd(fout)
    },
  }
}

const MEESTE = 5_000

/** Wat aan een certificaat niet verandert. */
function lees(der: Buffer, uitgevers: readonly Uitgever[], productie: boolean): { readonly certificaat: X509Certificate; readonly uitgever: Uitgever; readonly oin: Oin } | Certificaatfout {
  const certificaat = leesDer(der)
  if (certificaat === undefined) return 'onleesbaar'
  const uitgever = uitgevers.find(({ certificaat: boven }) => certificaat.checkIssued(boven) && certificaat.verify(boven.publicKey))
  if (uitgever === undefined) return 'uitgever-onbekend'
  // Een certificaat zonder doel mag alles: ook dat is niet uitdrukkelijk om zich als client aan te melden.
  if (certificaat.ca || !(certificaat.keyUsage as readonly string[] | undefined)?.includes(EKU_CLIENT)) return 'doel-verkeerd'
  const oin = oinVan(certificaat)
  if (oin === undefined) return 'geen-oin'
  return magOin(oin, productie) ? { certificaat, uitgever, oin } : 'proef-oin'
}

/** Wat met de tijd verandert. De uitgever zelf kan ook verlopen. */
function foutNu(certificaat: X509Certificate, { certificaat: boven, ingetrokken, lijstTot }: Uitgever, nu: Date): Certificaatfout | undefined {
  const ms = nu.getTime()
  if (ms < certificaat.validFromDate.getTime() || ms < boven.validFromDate.getTime()) return 'nog-niet-geldig'
  if (ms > certificaat.validToDate.getTime() || ms > boven.validToDate.getTime()) return 'verlopen'
  if (ms > lijstTot) return 'intrekkingslijst-oud'
  return ingetrokken.has(reeksnummer(certificaat.serialNumber)) ? 'ingetrokken' : undefined
}

/** Precies een serialNumber in de naam van de houder, en dat is een heel OIN. */
function oinVan(certificaat: X509Certificate): Oin | undefined {
  const regels = certificaat.subject.split('\n').filter((regel) => regel.startsWith('serialNumber='))
  const [eerste, ...meer] = regels
  return eerste === undefined || meer.length > 0 ? undefined : leesOin(eerste.slice('serialNumber='.length))
}

async function leesUitgevers({ uitgevers: pem, lijsten }: Vertrouwen): Promise<readonly Uitgever[]> {
  const alle = leesPem(pem)
  const keten = alle.filter((deel) => deel.ca && deel.checkIssued(deel) && deel.verify(deel.publicKey))
  if (keten.length === 0) throw new Error('er staat geen wortelcertificaat bij de uitgevers: een CA die door zichzelf ondertekend is')
  let over = alle.filter((deel) => !keten.includes(deel))
  while (over.length > 0) {
    const nieuw = over.filter((deel) => deel.ca && keten.some((boven) => deel.checkIssued(boven) && deel.verify(boven.publicKey)))
    if (nieuw.length === 0) throw new Error('een certificaat bij de uitgevers hangt niet onder een van de wortels, of is niet van een CA')
    keten.push(...nieuw)
    over = over.filter((deel) => !nieuw.includes(deel))
  }
  const x509 = await laadX509()
  const crls = [...lijsten.matchAll(/-----BEGIN (?:X509 )?CRL-----([\s\S]+?)-----END /g)].map(([, base64 = '']) => new x509.X509Crl(Buffer.from(base64, 'base64')))
  const uitgevers = await Promise.all(keten.map(async (certificaat): Promise<Uitgever> => {
    const boven = new x509.X509Certificate(certificaat.raw)
    let [ingetrokken, lijstTot, van]: [ReadonlySet<string>, number, number] = [new Set(), 0, 0]
    for (const crl of crls) {
      if (crl.issuer !== boven.subject || crl.thisUpdate.getTime() <= van || !(await crl.verify({ publicKey: boven }))) continue
      ;[ingetrokken, lijstTot, van] = [new Set(crl.entries.map(({ serialNumber }) => reeksnummer(serialNumber))), crl.nextUpdate?.getTime() ?? 0, crl.thisUpdate.getTime()]
    }
    return { certificaat, ingetrokken, lijstTot }
  }))
  // Een ingetrokken tussencertificaat geeft niets meer uit.
  return uitgevers.filter(({ certificaat }) => !uitgevers.some((boven) => boven.certificaat !== certificaat && certificaat.checkIssued(boven.certificaat) && boven.ingetrokken.has(reeksnummer(certificaat.serialNumber))))
}

function reeksnummer(hex: string): string {
  return hex.toLowerCase().replace(/^0+/, '')
}

function leesDer(der: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(der)
  } catch {
    return undefined
  }
}

function leesPem(tekst: string): X509Certificate[] {
  return [...tekst.matchAll(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)].map(([deel]) => new X509Certificate(deel))
}
