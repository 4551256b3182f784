import { herkenInhoud } from '../../bron/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Veldfout } from '../../kern/weigering.ts'

/** Wat een bestand is, aan de inhoud gezien: de naam doet niet mee. */
export type Bestandsinhoud = 'NDJSON' | 'RO' | 'GRONDSLAG' | 'OBO' | 'TBGI'

/** `kop`: de eerste bytes (64 kB is genoeg). De fout noemt wat er wel kan. */
export function herkenLevering(kop: Uint8Array): Uitkomst<Bestandsinhoud, Veldfout> {
  const begin = Buffer.from(kop.subarray(0, 4096)).toString('latin1').replace(/^\xef\xbb\xbf/, '').trimStart()
  if (begin.startsWith('{')) return gelukt('NDJSON')
  if (begin.startsWith('[')) {
    return geweigerd({ veld: 'bestand', regel: 'Dit is een lijst in JSON. Wij lezen één record per regel.', watTeDoen: 'Schrijf elk record op een eigen regel, zonder haken en komma’s eromheen (NDJSON).' })
  }
  const herkend = herkenInhoud(kop)
  if (herkend.ok) return gelukt(herkend.waarde.soort)
  if (herkend.reden.code !== 'onbekende-soort') return geweigerd({ veld: 'bestand', regel: herkend.reden.uitleg, watTeDoen: herkend.reden.remedie })
  return geweigerd({ veld: 'bestand', regel: 'Wij herkennen dit bestand niet aan de inhoud.', watTeDoen: 'Lever records als NDJSON (één JSON-object per regel), of een RO of GRONDSLAG van DUO.' })
}

/** Een OBO en een TBG-i zijn uitkomsten van DUO: te toetsen, niet te leveren. */
export function isLeverbaar(inhoud: Bestandsinhoud): inhoud is 'NDJSON' | 'RO' | 'GRONDSLAG' {
  return inhoud === 'NDJSON' || inhoud === 'RO' || inhoud === 'GRONDSLAG'
}

export function nietLeverbaar(inhoud: Bestandsinhoud): Veldfout {
  return {
    veld: 'bestand', regel: `Een ${inhoud === 'TBGI' ? 'TBG-i' : inhoud} bevat uitkomsten van DUO, geen gegevens om vast te leggen.`,
    watTeDoen: 'Lever records als NDJSON, of een RO of GRONDSLAG. Controleren kan wel: POST /v1/toetsen of leerroute toets.',
  }
}
