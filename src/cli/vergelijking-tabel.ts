import { veldnaam, type Kant, type Vergelijking, type Verschil } from '../bron/zonder-register.ts'
import { SOORT } from './bevindingen-tabel.ts'
import { getal, studenten } from './getallen.ts'
import { vouw } from './kader/breedte.ts'

export const MAX_GETOOND = 100

/** Het verslag als tekst: eerst de samenvatting, dan per student wat er anders is. */
export function vergelijkingTabel(uit: Vergelijking, eerste: readonly Verschil[], { breedte, toonNummer }: { readonly breedte: number | undefined; readonly toonNummer: (nummer: string) => string }): string {
  const { gelijk, anders, alleenA, alleenB } = uit.studenten
  const kop = [
    `A  ${kantRegel(uit.a)}`, `B  ${kantRegel(uit.b)}`, '',
    uit.verschillen === 0 ? `Gelijk: ${studenten(gelijk)}` : `${getal(uit.verschillen)} ${uit.verschillen === 1 ? 'verschil' : 'verschillen'}: ${studenten(anders)} anders, ${getal(alleenA)} alleen in A, ${getal(alleenB)} alleen in B, ${getal(gelijk)} gelijk`,
    ...vakRegel(uit), ...(uit.nietVergeleken.length === 0 ? [] : [`Niet vergeleken, want maar aan één kant: ${uit.nietVergeleken.map(recordnaam).join(', ')}`]),
    ...telregel('Per veld', uit.perVeld), ...telregel('Raakt', uit.perSignaal),
  ]
  const rest = uit.verschillen - eerste.length
  const slot = rest > 0 ? ['', `… en nog ${getal(rest)}. Alles staat in --csv en --json.`] : []
  return `${vouw([...kop, ...perStudent(eerste, toonNummer), ...slot].join('\n'), breedte, 2)}\n`
}

function kantRegel(kant: Kant): string {
  const onleesbaar = kant.onleesbareVelden === 0 ? '' : `, ${getal(kant.onleesbareVelden)} onleesbare waarden (als leeg vergeleken; zie leerroute toets)`
  return `${kant.register ? 'het register, als ' : ''}${kant.naam} · ${SOORT[kant.soort]}${kant.brin === null ? '' : ` van ${kant.brin}`} · ${studenten(kant.studenten)}${onleesbaar}`
}

function vakRegel({ beperktTot }: Vergelijking): readonly string[] {
  if (beperktTot === null) return []
  const { inschrijvingen } = beperktTot
  return [inschrijvingen === null ? 'Let op: de bestanden beslaan geen gezamenlijke dagen; inschrijvingen zijn niet vergeleken.' : `Vergeleken over ${inschrijvingen.van} tot en met ${inschrijvingen.totEnMet}, het tijdvak dat ze allebei beslaan.`]
}

const MAX_TELLING = 12

function telregel(naam: string, tel: Readonly<Record<string, number>>): readonly string[] {
  const alle = Object.entries(tel)
  if (alle.length === 0) return []
  const meer = alle.length > MAX_TELLING ? `, … en nog ${alle.length - MAX_TELLING} soorten` : ''
  return [`${naam}: ${alle.slice(0, MAX_TELLING).map(([wat, aantal]) => `${recordnaam(wat)} ${getal(aantal)}`).join(', ')}${meer}`]
}

function perStudent(verschillen: readonly Verschil[], toonNummer: (nummer: string) => string): readonly string[] {
  const uit: string[] = []
  let vorige: string | undefined
  for (const v of verschillen) {
    if (v.nummer !== vorige) uit.push('', `Student ${toonNummer(v.nummer)}`)
    vorige = v.nummer
    uit.push(`  ${regelVan(v)}`)
  }
  return uit
}

function regelVan(v: Verschil): string {
  const kant = v.soort === 'alleen-a' ? 'alleen in A' : 'alleen in B'
  if (v.recordsoort === null) return `${kant}`
  const record = [recordnaam(v.recordsoort), v.sleutel].filter((deel) => deel !== null && deel !== '').join(' ')
  const gevolg = v.regel === null ? '' : `  ${v.regel}${v.signaal === null ? '' : ` ${v.signaal}`}`
  return v.veld === null ? `${record}: ${kant}${gevolg}` : `${record}, ${veldnaam(v.recordsoort, v.veld)}: A ${waarde(v.a)}, B ${waarde(v.b)}${gevolg}`
}

function waarde(tekst: string): string {
  return tekst === '' ? 'leeg' : `‘${tekst}’`
}

/** Onze eigen namen voor wat in een TBG-i geen record per regel is. */
const NAMEN: Readonly<Record<string, string>> = { TEL: 'Teldatum', TBP: 'BekostigingsrelevanteBPV', SIG: 'Signaal' }

function recordnaam(wat: string): string {
  const [soort = '', veld] = wat.split('/')
  return `${NAMEN[soort] ?? soort}${veld === undefined ? '' : ` ‘${veldnaam(soort, veld)}’`}`
}
