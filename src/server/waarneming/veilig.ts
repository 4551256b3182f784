/** Wat van een fout in een logboek mag: waar hij ontstond en van welk soort hij is, nooit de waarden uit een bericht (S-90). */
import { isBsn, isOnderwijsnummer } from '../../kern/persoonsnummer.ts'

/** Een fout als vaste velden. */
export interface Foutbeschrijving {
  readonly fout: string
  /** SQLSTATE van PostgreSQL of de code van het besturingssysteem. */
  readonly code?: string
  readonly tabel?: string
  readonly kolom?: string
  readonly constraint?: string
  /** Alleen van een fout die onze eigen code zelf maakte. */
  readonly bericht?: string
  /** Bestand en regel in onze code, de laatste aanroep eerst. */
  readonly plaats?: readonly string[]
  readonly oorzaak?: Foutbeschrijving
}

const MEESTE_PLAATSEN = 8
const MEESTE_OORZAKEN = 3

/**
 * De tekst van een fout van PostgreSQL, Node of een bibliotheek kan een waarde aanhalen ("Key (naam)=(...) already exists").
 * Daarom alleen de tekst van fouten die in `src` zelf gemaakt zijn, en daaruit nog elk lang getal weg.
 */
export function beschrijfFout(fout: unknown, diepte = 0): Foutbeschrijving {
  if (!(fout instanceof Error)) return { fout: typeof fout }
  const plaats = plaatsenVan(fout)
  const eigen = fout.name === 'Error' && isEigen(fout)
  return {
    fout: fout.name,
    ...veld(fout, 'code', 'code'), ...veld(fout, 'table', 'tabel'), ...veld(fout, 'column', 'kolom'), ...veld(fout, 'constraint', 'constraint'),
    ...(eigen ? { bericht: zonderNummers(fout.message) } : {}),
    ...(plaats.length > 0 ? { plaats } : {}),
    ...(fout.cause instanceof Error && diepte < MEESTE_OORZAKEN ? { oorzaak: beschrijfFout(fout.cause, diepte + 1) } : {}),
  }
}

/** Dezelfde beschrijving als een regel tekst. */
export function foutAlsTekst({ fout, code, tabel, kolom, constraint, bericht, plaats, oorzaak }: Foutbeschrijving): string {
  const kop = [fout, code, tabel && `tabel ${tabel}`, kolom && `kolom ${kolom}`, constraint && `constraint ${constraint}`, bericht].filter(Boolean).join(', ')
  const waar = plaats === undefined ? '' : ` bij ${plaats.slice(0, 3).join(' < ')}`
  return `${kop}${waar}${oorzaak === undefined ? '' : `; door ${foutAlsTekst(oorzaak)}`}`
}

/** Het laatste vangnet voor elke regel: een nummer dat een persoonsnummer kan zijn verlaat het proces niet. */
export function maskeer(tekst: string): string {
  return tekst.replace(NEGEN_CIJFERS, (nummer) => (isBsn(nummer) || isOnderwijsnummer(nummer) ? '#########' : nummer))
}

const NEGEN_CIJFERS = /(?<![0-9A-Za-z])[0-9]{9}(?![0-9A-Za-z])/g

function zonderNummers(tekst: string): string {
  return tekst.replace(/\d{5,}/g, '#')
}

/** Een code is een kort vast woord; wat daar niet op lijkt (een waarde in een veld met dezelfde naam) gaat niet mee. */
function veld(fout: Error, van: string, naar: string): Record<string, string> {
  const waarde: unknown = Reflect.get(fout, van)
  const vorm = van === 'code' ? /^[A-Z][A-Z0-9_]{1,40}$|^[0-9A-Z]{5}$/ : /^[a-z_][a-z0-9_]{0,62}$/
  return typeof waarde === 'string' && vorm.test(waarde) ? { [naar]: waarde } : {}
}

const PLAATS = /((?:src|scripts|bench|test)\/[^\s():]+:\d+):\d+\)?$/

function plaatsenVan(fout: Error): readonly string[] {
  const plaatsen = stapel(fout).filter((regel) => !regel.includes('node_modules')).map((regel) => PLAATS.exec(regel)?.[1])
  return plaatsen.filter((plaats) => plaats !== undefined).slice(0, MEESTE_PLAATSEN)
}

/** Of de bovenste aanroep in onze eigen code is: dan schreven wij de tekst. */
function isEigen(fout: Error): boolean {
  const boven = stapel(fout)[0] ?? ''
  return PLAATS.test(boven) && !boven.includes('node_modules')
}

/** De aanroepen, zonder de tekst van de fout zelf: daar kan van alles in staan. */
function stapel(fout: Error): readonly string[] {
  const alles = fout.stack ?? ''
  const begin = fout.message === '' ? 0 : alles.indexOf(fout.message) + fout.message.length
  return alles.slice(begin).split('\n').map((regel) => regel.trim()).filter((regel) => regel.startsWith('at '))
}
