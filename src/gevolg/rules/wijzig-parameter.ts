import type { Parameter } from '../../normen/index.ts'
import type { Wijziging } from '../gevolg.ts'

/**
 * De parameter zoals hij zou zijn. Waarden van voor de dag blijven, die van erna vervallen. Is de nieuwe waarde gelijk aan de laatste van allemaal,
 * dan gaat die later in: "27 vanaf 2027" schuift de 27 van 2026 een jaar op. "23 vanaf 2026" houdt juist de 23 van ervoor, en laat de 27 vervallen.
 */
export function wijzigParameter(parameter: Parameter, { waarde, vanaf }: Wijziging): Parameter {
  const gewoon = parameter.waarden.filter((een) => !een.aangekondigd)
  const eerder = gewoon.filter((een) => een.van < vanaf)
  const laatste = eerder.at(-1)
  const schuift = laatste !== undefined && eerder.length === gewoon.length && isGelijk(laatste.waarde, waarde)
  const blijft = schuift ? eerder.slice(0, -1) : eerder
  const bron = parameter.waarden[0]?.bron ?? ''
  return {
    ...parameter,
    geldigTotEnMet: null,
    waarden: [...blijft, { van: vanaf, waarde, bron, zekerheid: 'afgeleid', aangekondigd: false, toelichting: null, en: { toelichting: null } }],
  }
}

function isGelijk(een: Wijziging['waarde'], ander: Wijziging['waarde']): boolean {
  return String(een) === String(ander)
}
