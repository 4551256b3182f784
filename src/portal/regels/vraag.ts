import type { RegelId, Zekerheid } from '../../kern/reden.ts'
import { SIGNAALCODES } from '../../kern/signaalcode.ts'
import { inTaal, type Regeltekst, regels, signaaltekst } from '../../normen/index.ts'
import { tekstVan } from '../kader/invoer.ts'
import type { Taal } from '../kader/taal.ts'

/** Wat er gezocht is; leeg = alles. */
export interface Regelvraag {
  readonly zoek: string
  readonly domein: string
  readonly zekerheid: Zekerheid | ''
  readonly uitvoering: 'wel' | 'niet' | ''
}

const MEESTE_TEKENS = 60

/** Onbekende keuzes tellen niet. */
export function leesRegelvraag(query: unknown): Regelvraag {
  const [zekerheid, uitvoering, domein] = [tekstVan(query, 'zekerheid'), tekstVan(query, 'uitvoering'), tekstVan(query, 'onderwerp')]
  return {
    zoek: tekstVan(query, 'zoek').slice(0, MEESTE_TEKENS),
    domein: domeinen().includes(domein) ? domein : '',
    zekerheid: zekerheid === 'zeker' || zekerheid === 'afgeleid' ? zekerheid : '',
    uitvoering: uitvoering === 'wel' || uitvoering === 'niet' ? uitvoering : '',
  }
}

export function domeinen(): readonly string[] {
  return [...new Set(regels().map(({ domein }) => domein))]
}

export function zoekRegels(vraag: Regelvraag, taal: Taal): readonly Regeltekst[] {
  const woorden = vraag.zoek.toLowerCase().split(/\s+/).filter((woord) => woord !== '')
  return regels().filter((regel) => {
    if (vraag.domein !== '' && regel.domein !== vraag.domein) return false
    if (vraag.zekerheid !== '' && regel.zekerheid !== vraag.zekerheid) return false
    if (vraag.uitvoering !== '' && (regel.nietInCode === null) !== (vraag.uitvoering === 'wel')) return false
    return woorden.every((woord) => zoektekst(regel, taal).includes(woord))
  })
}

export function isLeeg({ zoek, domein, zekerheid, uitvoering }: Regelvraag): boolean {
  return zoek === '' && domein === '' && zekerheid === '' && uitvoering === ''
}

/** Signalen die op een regel steunen. */
export function signalenBij(id: RegelId): readonly ReturnType<typeof signaaltekst>[] {
  return SIGNAALCODES.map(signaaltekst).filter(({ regels: van }) => van.includes(id))
}

function zoektekst(regel: Regeltekst, taal: Taal): string {
  const { titel, uitleg } = inTaal(regel, taal)
  return [regel.id, titel, uitleg, ...signalenBij(regel.id).flatMap((signaal) => [signaal.code, inTaal(signaal, taal).titel])].join(' ').toLowerCase()
}
