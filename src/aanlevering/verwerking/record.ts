import { isUtf8 } from 'node:buffer'
import { vindDubbeleSleutels } from '../../beslissing/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { keur, MEESTE_FOUTEN } from '../keuring/keurmeester.ts'
import { veldVan } from '../keuring/veldpad.ts'
import { type Leveringsrecord, RECORDVORMEN, type Recordsoort } from '../leveringsrecord.ts'
import { MEESTE_BYTES_PER_REGEL, TE_LANG } from '../ontvangst/regeldeler.ts'

export interface Onleesbaar {
  /** De soort, als die wel te lezen was. */
  readonly soort: Recordsoort | null
  readonly fouten: readonly [Veldfout, ...Veldfout[]]
}

/** Leest een regel als record en keurt hem op vorm: alle fouten tegelijk. */
export function leesRecord(regel: Buffer): Uitkomst<Leveringsrecord, Onleesbaar> {
  if (regel.equals(TE_LANG)) return onleesbaar(`Deze regel is langer dan ${MEESTE_BYTES_PER_REGEL} bytes.`, 'Zet elk record op een eigen regel.')
  if (!isUtf8(regel)) return onleesbaar('Deze regel is geen UTF-8.', 'Schrijf het bestand in UTF-8.')
  const gelezen = leesJson(regel.toString('utf8'))
  if (gelezen === undefined) return onleesbaar('Deze regel is geen geldige JSON.', 'Schrijf op elke regel één JSON-object, met dubbele aanhalingstekens en zonder regeleinden erin.')
  if (typeof gelezen !== 'object' || gelezen === null || Array.isArray(gelezen)) return onleesbaar('Op deze regel staat geen object.', 'Schrijf op elke regel één record tussen accolades.')
  const [eerste, ...rest] = zoekDubbel(regel.toString('utf8'), gelezen)
  if (eerste !== undefined) return geweigerd({ soort: null, fouten: [zegDubbel(eerste), ...rest.map(zegDubbel)] })
  return keurRecord(gelezen)
}

/** JSON houdt stil de laatste van twee gelijke velden: zo zou een feit ongemerkt verdwijnen. De naam komt van de afzender en kan een nummer zijn. */
function zegDubbel(veld: string): Veldfout {
  return { veld: veld.replaceAll(/\d{7,}/g, '*********').slice(0, 200), regel: 'Dit veld staat er twee keer.', watTeDoen: 'Laat één van de twee staan.' }
}

/** Zoekt pas precies als er meer dubbele punten na een aanhalingsteken staan dan het gelezen record velden heeft. */
function zoekDubbel(tekst: string, gelezen: object): readonly string[] {
  return (tekst.match(/"\s*:/g)?.length ?? 0) > telVelden(gelezen) ? vindDubbeleSleutels(tekst).slice(0, MEESTE_FOUTEN) : []
}

function telVelden(waarde: object): number {
  const velden = Array.isArray(waarde) ? 0 : Object.keys(waarde).length
  return Object.values(waarde).reduce((som: number, inhoud: unknown) => som + (typeof inhoud === 'object' && inhoud !== null ? telVelden(inhoud) : 0), velden)
}

/** Keurt een al gelezen record. */
export function keurRecord(gelezen: object): Uitkomst<Leveringsrecord, Onleesbaar> {
  const soort: unknown = Reflect.get(gelezen, 'soort')
  if (typeof soort !== 'string' || !isRecordsoort(soort)) {
    const regel = soort === undefined ? 'Een record heeft een soort.' : 'Deze soort record bestaat niet.'
    return geweigerd({ soort: null, fouten: [{ veld: 'soort', regel, watTeDoen: `Kies een van: ${SOORTEN.join(', ')}.` }] })
  }
  const [eerste, ...rest] = keur(RECORDVORMEN[soort], gelezen).map(({ pointer, regel, watTeDoen }) => ({ veld: veldVan(pointer), regel, watTeDoen }))
  if (eerste !== undefined) return geweigerd({ soort, fouten: [eerste, ...rest] })
  return gelukt(gelezen as Leveringsrecord)
}

const SOORTEN = Object.keys(RECORDVORMEN)

function isRecordsoort(tekst: string): tekst is Recordsoort {
  return Object.hasOwn(RECORDVORMEN, tekst)
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}

function onleesbaar(regel: string, watTeDoen: string) {
  return geweigerd<Onleesbaar>({ soort: null, fouten: [{ veld: '', regel, watTeDoen }] })
}
