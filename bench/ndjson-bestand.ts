/** Maakt een verzonnen leveringsbestand met inschrijvingen (NDJSON). Dezelfde grootte geeft altijd hetzelfde bestand. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { isBsn, isOnderwijsnummer } from '../src/kern/persoonsnummer.ts'

const BLOK_TEKENS = 1 << 20

/** Schrijft precies `aantal` inschrijvingen, elk van een andere student. Geeft het aantal bytes. */
export async function schrijfNdjsonBestand(pad: string, aantal: number): Promise<number> {
  const stroom = createWriteStream(pad)
  const nummers = proefnummers()
  let blok = ''
  for (let i = 0; i < aantal; i += 1) {
    blok += `${JSON.stringify(maakInschrijving(nummers.next().value ?? '', i))}\n`
    if (blok.length > BLOK_TEKENS) {
      if (!stroom.write(blok)) await once(stroom, 'drain')
      blok = ''
    }
  }
  stroom.end(blok)
  await once(stroom, 'finish')
  return stroom.bytesWritten
}

function* proefnummers(): Generator<string, undefined> {
  for (let n = 998_000_000; n <= 999_999_999; n += 1) if (isBsn(String(n)) || isOnderwijsnummer(String(n))) yield String(n)
  throw new RangeError('niet genoeg proefnummers voor zo veel inschrijvingen')
}

/** Wisselend: een kwart in een route (dan rekenen beide registers mee), twee derde met een tweede periode, een tiende uitgeschreven. */
function maakInschrijving(persoonsnummer: string, i: number) {
  const inRoute = i % 4 === 0
  const gestopt = i % 10 === 0
  const begin = `202${4 + (i % 3)}-08-01`
  const periode = (datumBegin: string, fase: 'VO' | 'MBO') => ({
    datumBegin, opleidingcode: String(29_900 + (i % 60)), leertraject: i % 5 === 0 ? 'BBL' : 'BOL', niveau: `MBO-${2 + (i % 3)}`, indicatieBekostigbaar: 'J',
    onderwijsaanbieder: '201A001', onderwijslocatie: '201X001', ...(inRoute ? { leerroute: 'DLR', leerroutefase: fase } : {}),
  })
  return {
    soort: 'inschrijving',
    persoon: { persoonsnummer, geboortedatum: `${2003 + (i % 7)}-${twee(1 + (i % 12))}-${twee(1 + (i % 28))}`, geslacht: i % 2 === 0 ? 'V' : 'M', naam: `Proef Student ${i}` },
    inschrijving: {
      sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: `E${i}`, datumInschrijving: begin, datumUitschrijvingGepland: '2028-07-31',
      ...(gestopt ? { datumUitschrijving: '2026-10-16', redenUitschrijving: '05' } : {}),
      perioden: [periode(begin, 'VO'), ...(i % 3 === 2 ? [] : [periode('2026-09-01', 'MBO')])],
    },
  }
}

function twee(n: number): string {
  return String(n).padStart(2, '0')
}
