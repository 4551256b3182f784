import { TBGI_RECORDS, type Groepindeling } from './tbgi.ts'

/** De waarden van één groep elementen; een element zonder waarde wordt `xsi:nil`. */
export interface Groepwaarden {
  readonly velden: Readonly<Record<string, string | null>>
  /** Groepen binnen deze groep, per naam. Een groep die er niet is, schrijven wij zoals DUO: één keer, met alles op nil. */
  readonly groepen?: Readonly<Record<string, readonly Groepwaarden[]>>
}

/** `als-duo`: ook lege groepen, geheel op nil. `bondig`: lege groepen weglaten; de lezer leest het gelijk. */
export type Tbgistijl = 'als-duo' | 'bondig'

export const TBGI_KOP = '<?xml version="1.0" encoding="utf-8"?>\r\n<Bekostigingsgrondslagen xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\r\n'
/** Zonder regeleinde, zoals DUO het schrijft. */
export const TBGI_SLOT = '</Bekostigingsgrondslagen>'

/** Een groep waarin alles nil is; de lezer ziet hem als afwezig. */
const LEEG: Groepwaarden = { velden: {} }

/** Een Inschrijving of Diploma als XML, met dezelfde indeling als waarmee hij gelezen wordt. */
export function schrijfTbgiRecord(soort: 'inschrijving' | 'diploma', waarden: Groepwaarden, stijl: Tbgistijl): string {
  const indeling = TBGI_RECORDS.get(soort)
  if (indeling === undefined) throw new Error(`de indeling kent geen ${soort}`)
  return schrijfGroep(indeling, waarden, '\t', stijl)
}

function schrijfGroep(indeling: Groepindeling, waarden: Groepwaarden, inspringing: string, stijl: Tbgistijl): string {
  const binnen = `${inspringing}\t`
  let uit = `${inspringing}<${indeling.naam}>\r\n`
  for (const { sleutel } of new Set(indeling.velden.values())) {
    const waarde = waarden.velden[sleutel]
    uit += waarde === undefined || waarde === null || waarde === '' ? `${binnen}<${sleutel} xsi:nil="true"/>\r\n` : `${binnen}<${sleutel}>${veilig(waarde)}</${sleutel}>\r\n`
  }
  for (const groep of indeling.groepen.values()) {
    const gegeven = waarden.groepen?.[groep.naam] ?? []
    // Een inschrijving die op geen teldatum geldig was, heeft geen Teldatum: dat zegt iets (PvE 16.1), dus geen lege.
    const lijst = gegeven.length > 0 || stijl === 'bondig' || groep.naam === 'Teldatum' ? gegeven : [LEEG]
    for (const een of lijst) uit += schrijfGroep(groep, een, binnen, stijl)
  }
  return `${uit}${inspringing}</${indeling.naam}>\r\n`
}

const TEKENS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Wat in XML 1.0 niet mag staan, of wat een lezer stilzwijgend verandert (regeleinden). */
const ONTEKENS = /[\u0000-\u001f\u007f\ufffe\uffff]/g

function veilig(tekst: string): string {
  return tekst.replace(ONTEKENS, ' ').replace(/[&<>]/g, (teken) => TEKENS[teken] ?? teken)
}
