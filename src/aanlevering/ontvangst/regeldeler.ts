/** Een stuk van een NDJSON-bestand: hele regels, ook de lege, zodat regelnummers kloppen. */
export interface Regeldeel {
  readonly vanafRegel: number
  readonly totEnMetRegel: number
  /** Regels met inhoud. */
  readonly records: number
  /** De regels met `\n` ertussen. */
  readonly inhoud: Buffer
}

const RECORDS_PER_DEEL = 500
const BYTES_PER_DEEL = 2 * 1024 * 1024
/** Ook lege regels tellen: elk kost geheugen zolang het deel open is. */
const REGELS_PER_DEEL = 10_000
/** Een regel langer dan dit is geen record; wij bewaren er alleen van dat hij er was. */
export const MEESTE_BYTES_PER_REGEL = 256 * 1024
/** Staat in plaats van een te lange regel; met een nulteken, dat in JSON niet rauw kan voorkomen. */
export const TE_LANG = Buffer.from('\u0000te-lang')

const LF = 0x0a
const CR = 0x0d
const SPATIE = 0x20
const BOM = Buffer.from([0xef, 0xbb, 0xbf])

/** Knipt een stroom bytes in delen van enkele honderden records, met vast geheugen. */
export class Regeldeler {
  #regel = 1
  #vanaf = 1
  #records = 0
  #bytes = 0
  #regels: Buffer[] = []
  /** Begin van een regel waarvan het einde nog niet binnen is. */
  #open: Buffer[] = []
  #openBytes = 0

  neem(stuk: Buffer): readonly Regeldeel[] {
    const delen: Regeldeel[] = []
    let begin = 0
    for (;;) {
      const einde = stuk.indexOf(LF, begin)
      if (einde === -1) break
      this.#bewaar(stuk.subarray(begin, einde))
      this.#sluitRegel()
      begin = einde + 1
      if (this.#records >= RECORDS_PER_DEEL || this.#bytes >= BYTES_PER_DEEL || this.#regels.length >= REGELS_PER_DEEL) delen.push(this.#maakDeel())
    }
    this.#bewaar(stuk.subarray(begin))
    return delen
  }

  /** Het laatste deel; ook een laatste regel zonder regeleinde telt. */
  sluit(): readonly Regeldeel[] {
    if (this.#openBytes > 0) this.#sluitRegel()
    return this.#regels.length > 0 ? [this.#maakDeel()] : []
  }

  #bewaar(stuk: Buffer): void {
    this.#openBytes += stuk.length
    // Voorbij de grens houden wij niets meer vast: de regel wordt toch afgekeurd.
    if (this.#openBytes <= MEESTE_BYTES_PER_REGEL) this.#open.push(stuk)
  }

  #sluitRegel(): void {
    const [enige] = this.#open
    let regel = this.#open.length === 1 && enige !== undefined ? enige : Buffer.concat(this.#open)
    if (this.#openBytes > MEESTE_BYTES_PER_REGEL) regel = TE_LANG
    if (this.#regel === 1 && regel.subarray(0, 3).equals(BOM)) regel = regel.subarray(3)
    this.#open = []
    this.#openBytes = 0
    this.#regel += 1
    // Lege regels voor het eerste record van een deel: een ander nummer is genoeg, en een bestand vol lege regels kost dan niets.
    if (this.#regels.length === 0 && isLeeg(regel)) {
      this.#vanaf = this.#regel
      return
    }
    this.#regels.push(regel)
    this.#bytes += regel.length + 1
    if (!isLeeg(regel)) this.#records += 1
  }

  #maakDeel(): Regeldeel {
    const inhoud = Buffer.concat(this.#regels.flatMap((regel, i) => (i === 0 ? [regel] : [NIEUWE_REGEL, regel])))
    const deel = { vanafRegel: this.#vanaf, totEnMetRegel: this.#regel - 1, records: this.#records, inhoud }
    this.#vanaf = this.#regel
    this.#regels = []
    this.#records = 0
    this.#bytes = 0
    return deel
  }
}

const NIEUWE_REGEL = Buffer.from('\n')

/** Alleen spaties, tabs en een CR: dat is geen record. */
export function isLeeg(regel: Uint8Array): boolean {
  for (const byte of regel) if (byte !== SPATIE && byte !== CR && byte !== 0x09) return false
  return true
}

/** De regels van een deel, met hun nummer; lege regels niet. */
export function* regelsVan(inhoud: Buffer, vanafRegel: number): Generator<{ readonly regelnummer: number; readonly bytes: Buffer }> {
  let begin = 0
  for (let regelnummer = vanafRegel; begin <= inhoud.length; regelnummer += 1) {
    const einde = inhoud.indexOf(LF, begin)
    const bytes = inhoud.subarray(begin, einde === -1 ? inhoud.length : einde)
    if (!isLeeg(bytes)) yield { regelnummer, bytes }
    if (einde === -1) return
    begin = einde + 1
  }
}
