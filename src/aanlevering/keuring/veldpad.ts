import { RECORDVORMEN, type Recordsoort } from '../leveringsrecord.ts'

/** `#/perioden/1/datumBegin` wordt `perioden[1].datumBegin`. */
export function veldVan(pointer: string): string {
  return pointer.slice(1).split('/').slice(1).map((deel) => deel.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((pad, deel) => (/^\d+$/.test(deel) ? `${pad}[${deel}]` : pad === '' ? deel : `${pad}.${deel}`), '')
}

/**
 * Een actie noemt een veld van haar bericht (`perioden[0].datumBegin`); in een record zit dat bericht in een object
 * (`inschrijving.perioden[0].datumBegin`). Welk object, volgt uit de vorm van het record.
 */
export function veldInRecord(soort: Recordsoort, veld: string): string {
  const wortel = /^[^.[]+/.exec(veld)?.[0]
  const velden: Readonly<Record<string, object>> = RECORDVORMEN[soort].properties
  if (wortel === undefined || Object.hasOwn(velden, wortel)) return veld
  const houder = Object.entries(velden).find(([, vorm]) => {
    const binnen: unknown = Reflect.get(vorm, 'properties')
    return typeof binnen === 'object' && binnen !== null && Object.hasOwn(binnen, wortel)
  })
  return houder === undefined ? veld : `${houder[0]}.${veld}`
}
