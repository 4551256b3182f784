/** Waarom een bestand in zijn geheel niet te lezen is. Er is dan niets opgeslagen. */
export type OnleesbaarCode =
  | 'niet-gevonden' | 'geen-bestand' | 'leeg' | 'ingepakt' | 'binair' | 'utf-16' | 'geen-utf-8' | 'regel-te-lang'
  | 'onbekende-soort' | 'verschillijst' | 'doctype' | 'xml-fout' | 'te-diep' | 'element-te-lang' | 'soort-past-niet' | 'te-verspreid'

export interface Onleesbaar {
  readonly code: OnleesbaarCode
  readonly uitleg: string
  readonly remedie: string
  readonly regelnummer?: number
  /** Plaats van de fout als byte in het bestand, vanaf 0. */
  readonly byte?: number
}

const NIEUW_BESTAND = 'Haal het bestand opnieuw op bij DUO of uit uw pakket.'

export const ONLEESBAAR = {
  leeg: { code: 'leeg', uitleg: 'Het bestand is leeg.', remedie: NIEUW_BESTAND },
  binair: {
    code: 'binair', uitleg: 'Dit is geen tekstbestand: er staan nulbytes in.',
    remedie: 'Kies het CSV- of XML-bestand zelf, niet een rekenblad (.xlsx) of een ander programmabestand.',
  },
  utf16: {
    code: 'utf-16', uitleg: 'Het bestand staat in UTF-16. DUO schrijft UTF-8.',
    remedie: 'Sla het bestand op als "CSV UTF-8", of haal het opnieuw op.',
  },
} as const satisfies Record<string, Onleesbaar>

export function ingepakt(vorm: string): Onleesbaar {
  return { code: 'ingepakt', uitleg: `Dit is een ingepakt bestand (${vorm}).`, remedie: 'Pak het eerst uit en kies dan het bestand dat erin zit.' }
}

export function regelTeLang(regelnummer: number, maximum: number): Onleesbaar {
  return {
    code: 'regel-te-lang', regelnummer,
    uitleg: `Regel ${regelnummer} is langer dan ${maximum} tekens. Een record van DUO is nooit zo lang.`,
    remedie: `Kijk of er regeleinden in het bestand staan. ${NIEUW_BESTAND}`,
  }
}

export function geenUtf8(byte: number, waarde: number, regelnummer?: number): Onleesbaar {
  const waar = regelnummer === undefined ? `byte ${byte}` : `regel ${regelnummer} (byte ${byte})`
  return {
    code: 'geen-utf-8', byte, ...(regelnummer === undefined ? {} : { regelnummer }),
    uitleg: `Het bestand is geen UTF-8: op ${waar} staat de byte 0x${waarde.toString(16).padStart(2, '0')}, en die past daar niet.`,
    remedie: 'Sla het bestand op als UTF-8 (in een rekenblad: "CSV UTF-8"), of haal het opnieuw op.',
  }
}

/** Plaats van de eerste byte die geen UTF-8 is, of -1. Alleen gebruikt nadat het snelle onderzoek nee zei. */
export function eersteOngeldigeByte(buf: Uint8Array): number {
  let i = 0
  while (i < buf.length) {
    const lengte = reeksLengte(buf, i)
    if (lengte === 0) return i
    i += lengte
  }
  return -1
}

function reeksLengte(buf: Uint8Array, i: number): number {
  const b = buf[i] ?? 0
  if (b < 0x80) return 1
  const lengte = b >= 0xc2 && b <= 0xdf ? 2 : b >= 0xe0 && b <= 0xef ? 3 : b >= 0xf0 && b <= 0xf4 ? 4 : 0
  if (lengte === 0) return 0
  for (let k = 1; k < lengte; k++) if (((buf[i + k] ?? 0) & 0xc0) !== 0x80) return 0
  const tweede = buf[i + 1] ?? 0
  // Te lange schrijfwijzen, surrogaten en waarden boven U+10FFFF zijn geen UTF-8 (RFC 3629).
  if ((b === 0xe0 && tweede < 0xa0) || (b === 0xed && tweede > 0x9f) || (b === 0xf0 && tweede < 0x90) || (b === 0xf4 && tweede > 0x8f)) return 0
  return lengte
}
