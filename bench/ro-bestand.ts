/** Maakt een verzonnen registratieoverzicht (RO) van elke grootte. Dezelfde grootte geeft altijd hetzelfde bestand. */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { isBsn, isOnderwijsnummer } from '../src/kern/persoonsnummer.ts'

export interface RoTelling {
  readonly regels: number
  readonly personen: number
  readonly bytes: number
}

const BRIN = '21MB'
const SOORTEN = ['PER', 'ISG', 'ISP', 'ISE', 'BPV', 'DIP', 'AMO', 'GEO', 'KZD'] as const
const BLOK_TEKENS = 1 << 20

/** Schrijft ten minste `regels` regels, tot de laatste persoon volledig is; eerst de BSN's, daarna de onderwijsnummers. */
export async function schrijfRoBestand(pad: string, regels: number): Promise<RoTelling> {
  const stroom = createWriteStream(pad)
  const telling = new Map<string, number>(SOORTEN.map((soort) => [soort, 0]))
  let geschreven = 1
  let blok = `VLP|${BRIN}|2025-08-01|2027-07-31|2026-11-24\r\n`
  const nummers = proefnummers()
  let volgnummer = 0
  while (geschreven < regels - 1) {
    const persoon = maakPersoon(nummers.next().value ?? '', volgnummer)
    volgnummer += 1
    for (const regel of persoon) {
      const soort = regel.slice(0, 3)
      telling.set(soort, (telling.get(soort) ?? 0) + 1)
      blok += `${regel}\r\n`
    }
    geschreven += persoon.length
    if (blok.length > BLOK_TEKENS) {
      if (!stroom.write(blok)) await once(stroom, 'drain')
      blok = ''
    }
  }
  blok += `SLR|${SOORTEN.map((soort) => telling.get(soort)).join('|')}\r\n`
  stroom.end(blok)
  await once(stroom, 'finish')
  return { regels: geschreven + 1, personen: volgnummer, bytes: stroom.bytesWritten }
}

/** Alle BSN's uit 998000000 en hoger, oplopend, en daarna alle onderwijsnummers daaruit: samen ruim 360.000 nummers. */
function* proefnummers(): Generator<string, undefined> {
  for (let n = 998_000_000; n <= 999_999_999; n += 1) if (isBsn(String(n))) yield `${n}|`
  for (let n = 998_000_000; n <= 999_999_999; n += 1) if (isOnderwijsnummer(String(n))) yield `|${n}`
  throw new RangeError('niet genoeg proefnummers voor zo veel regels')
}

/** Wisselende samenstelling: route of niet, met en zonder stage, diploma en resultaten; gemiddeld ruim zes regels. */
function maakPersoon(p: string, i: number): string[] {
  if (p === '') throw new RangeError('niet genoeg proefnummers voor zo veel regels')
  const inRoute = i % 4 === 0
  const niveau = `MBO-${2 + (i % 3)}`
  const crebo = 29_900 + (i % 60)
  const begin = `202${4 + (i % 3)}-08-01`
  const isp = (datum: string, fase: string): string =>
    `ISP|${p}|E${i}|${datum}|${crebo}|${i % 5 === 0 ? 'BBL' : 'BOL'}|${niveau}|J||201A001|201X001|${inRoute ? 'DLR' : ''}|${inRoute ? fase : ''}`
  const gestopt = i % 10 === 0
  const regels = [
    `PER|${p}|${2003 + (i % 7)}-${twee(1 + (i % 12))}-${twee(1 + (i % 28))}|${i % 2 === 0 ? 'V' : 'M'}`,
    `ISG|${p}|E${i}|${begin}|2028-07-31|${gestopt ? '2026-10-16' : ''}|${gestopt ? '05' : ''}`,
    isp(begin, 'VO'),
  ]
  if (i % 3 !== 2) regels.push(isp('2026-09-01', 'MBO'))
  if (i % 50 === 0) regels.push(`ISE|${p}|E${i}|2026-09-01|`)
  if (i % 2 === 0) regels.push(`BPV|${p}|E${i}|B1|2026-08-25|2026-09-07|2027-01-29||320|10099${String(i % 10_000).padStart(4, '0')}|${crebo}|`)
  if (gestopt) regels.push(`DIP|${p}|R${i}|${crebo}|2026-10-16||J|E${i}|201A001`, `GEO|${p}|R${i}|${crebo}|G${i}|3005||${6 + (i % 4)}||${60 + (i % 30)}||${55 + (i % 40)}||E${i}|201A001`)
  if (i % 3 === 0) regels.push(`GEO|${p}|||L${i}|3006|2026-10-02|${6 + (i % 4)}||||||E${i}|201A001`)
  regels.push(`KZD|${p}|||K${i}|K0${String(i % 1000).padStart(3, '0')}|2026-10-0${1 + (i % 9)}|Behaald|J|E${i}|201A001`)
  return regels
}

function twee(n: number): string {
  return String(n).padStart(2, '0')
}
