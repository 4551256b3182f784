/** Wat een beheerder over de makelaar en over onszelf vastlegt. Een instelling kiest adressen, namen en sleutels; zij kan geen controle uitzetten. */
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { isDezeComputer } from '../../net/adres.ts'
import { isServiceUuid } from '../vorm.ts'
import { type Certificaat, isTlspaar, leesCertificaat, leesSleutelpaar, type Sleutelpaar } from './sleutels.ts'

export interface Antwoordadres {
  readonly binding: 'artifact' | 'post'
  readonly adres: string
  /** Nummer in onze metadata. */
  readonly index: number
}

export interface SamlInstelling {
  readonly entityId: string
  /** Op het eerste adres vragen wij het antwoord, en alleen daar nemen wij het aan; alle staan in onze metadata. */
  readonly antwoordadressen: readonly Antwoordadres[]
  readonly verzoekbinding: 'redirect' | 'post'
  /** De dienst in de dienstencatalogus; `index` is de AttributeConsumingServiceIndex. Het niveau staat in de catalogus. */
  readonly dienst: { readonly index: number; readonly id: string; readonly uuid: string; readonly naam: string }
  /** PEM. De eerste ondertekent; met elk wordt ontsleuteld, en elk certificaat staat in onze metadata. Twee tijdens een wisseling. */
  readonly sleutels: readonly { readonly sleutel: string; readonly certificaat: string }[]
  readonly makelaar: {
    readonly entityId: string
    readonly metadataAdres: string
    /** PEM van wie de metadata ondertekent, buiten het bericht om gekregen. Twee tijdens een wisseling. */
    readonly metadataCertificaten: readonly string[]
  }
  /** PEM; voor wederzijds TLS bij het ophalen van een artifact. */
  readonly tls?: { readonly sleutel: string; readonly certificaat: string; readonly autoriteit?: string }
  /** A-08; standaard 30, hooguit 120. */
  readonly spelingSeconden?: number
  /** A-04; alleen als de makelaar geen AES-GCM kan. Standaard niet. */
  readonly cbcToegestaan?: boolean
  /** Bestand waarin de laatste goede metadata van de makelaar een herstart overleeft. */
  readonly metadataBestand?: string
}

/** Een instelling waarvan alles klopt; de enige weg naar een aansluiting. */
export interface Samlopzet {
  readonly instelling: SamlInstelling
  readonly antwoordadres: Antwoordadres
  readonly ondertekening: Sleutelpaar
  readonly sleutels: readonly Sleutelpaar[]
  readonly metadataCertificaten: readonly Certificaat[]
  readonly spelingMs: number
}

const STANDAARD_SPELING = 30
const MEESTE_SPELING = 120
const MEESTE_SLEUTELS = 3

/** Leest de instelling, of geeft elke fout: welk veld, wat de regel is en wat te doen. Geen zin bevat een sleutel. */
export function leesSamlInstelling(instelling: SamlInstelling): Uitkomst<Samlopzet, readonly string[]> {
  const fouten: string[] = []
  const eis = (klopt: boolean, fout: string): void => {
    if (!klopt) fouten.push(fout)
  }
  const { antwoordadressen, dienst, makelaar, spelingSeconden = STANDAARD_SPELING } = instelling
  const sleutels = instelling.sleutels.map(leesSleutelpaar).filter((paar) => paar !== undefined)
  const certificaten = makelaar.metadataCertificaten.map((pem) => leesCertificaat(pem)).filter((certificaat) => certificaat !== undefined)
  const [antwoordadres] = antwoordadressen
  const [ondertekening] = sleutels
  eis(isNaam(instelling.entityId), 'entityId: een URN of adres zonder spaties is nodig. Neem de EntityID over waarmee u bij de makelaar bekend bent.')
  eis(antwoordadres !== undefined, 'antwoordadressen: er is er ten minste één nodig. Vul het adres in waarop de makelaar antwoordt.')
  eis(antwoordadressen.every(({ adres }) => isAdres(adres)), 'antwoordadressen: elk adres begint met https:// (http mag alleen op de eigen computer). Verbeter het adres.')
  eis(zijnNummers(antwoordadressen.map(({ index }) => index)), 'antwoordadressen: elke index is een ander geheel getal van 0 tot en met 65535. Geef elk adres een eigen index.')
  eis(zijnNummers([dienst.index]), 'dienst.index: een geheel getal van 0 tot en met 65535. Neem de index uit de dienstencatalogus over.')
  eis(isNaam(dienst.id), 'dienst.id: een ServiceID als urn:etoegang:DV:<OIN>:services:<index>. Neem de waarde uit de dienstencatalogus over.')
  eis(isServiceUuid(dienst.uuid), 'dienst.uuid: een UUID met kleine letters. Neem de ServiceUUID uit de dienstencatalogus over.')
  eis(instelling.sleutels.length >= 1 && instelling.sleutels.length <= MEESTE_SLEUTELS, `sleutels: één tot en met ${MEESTE_SLEUTELS} paren. Haal oude paren weg.`)
  eis(sleutels.length === instelling.sleutels.length, 'sleutels: elk paar is een RSA-sleutel van ten minste 2048 bits met het certificaat dat erbij hoort, in PEM. Controleer of de bestanden bij elkaar horen.')
  eis(isNaam(makelaar.entityId), 'makelaar.entityId: een URN of adres zonder spaties is nodig. Vraag de EntityID aan de makelaar.')
  eis(isAdres(makelaar.metadataAdres), 'makelaar.metadataAdres: een adres dat begint met https:// (http mag alleen op de eigen computer). Vraag het adres aan de makelaar.')
  eis(certificaten.length > 0 && certificaten.length === makelaar.metadataCertificaten.length, 'makelaar.metadataCertificaten: ten minste één certificaat met een RSA-sleutel van ten minste 2048 bits, in PEM. Vraag de makelaar om het certificaat en controleer de vingerafdruk langs een andere weg.')
  eis(instelling.tls === undefined || isTlspaar(instelling.tls), 'tls: sleutel en certificaat horen bij elkaar en zijn PEM. Controleer de bestanden.')
  eis(spelingSeconden >= 0 && spelingSeconden <= MEESTE_SPELING, `spelingSeconden: van 0 tot en met ${MEESTE_SPELING}. Zet de klok van de server gelijk in plaats van meer speling te geven.`)
  if (fouten.length > 0 || antwoordadres === undefined || ondertekening === undefined) return geweigerd(fouten)
  return gelukt({ instelling, antwoordadres, ondertekening, sleutels, metadataCertificaten: certificaten, spelingMs: spelingSeconden * 1000 })
}

/** Onversleuteld verkeer bestaat alleen binnen deze computer. */
export function isAdres(tekst: string): boolean {
  const adres = URL.parse(tekst)
  if (adres === null || adres.username !== '' || adres.password !== '' || adres.hash !== '') return false
  return adres.protocol === 'https:' || (adres.protocol === 'http:' && isDezeComputer(adres.hostname))
}

function isNaam(tekst: string): boolean {
  return /^[^\s<>"&]{1,1024}$/.test(tekst)
}

function zijnNummers(nummers: readonly number[]): boolean {
  return nummers.every((nummer) => Number.isInteger(nummer) && nummer >= 0 && nummer <= 65_535) && new Set(nummers).size === nummers.length
}
