import type { Datum } from '../../kern/datum.ts'

/** De namen die DUO aan bestanden geeft. Bron: PvE mbo-instelling 13.2, 15.2, 16.2 en 17.2. */
export function naamRo(brin: string, van: Datum, totEnMet: Datum): string {
  return `RO_${brin}_${aaneen(van)}_${aaneen(totEnMet)}.CSV`
}

export function naamTbgi(brin: string, bekostigingsjaar: number, aanmaak: Datum): string {
  return `TBGI_${brin}_${bekostigingsjaar}_${aaneen(aanmaak)}.XML`
}

/** Met kleine letters achter de punt, zoals DUO het doet. */
export function naamGrondslag(brin: string, studiejaar: number, aanmaak: Datum): string {
  return `GRONDSLAG_IP_MBO_${brin}_${aaneen(aanmaak)}_${studiejaar}.csv`
}

export function naamObo(brin: string, studiejaar: number, aanmaak: Datum): string {
  return `OBO_${brin}_${studiejaar}_${aaneen(aanmaak)}.CSV`
}

/** Een verschillijst bij het OBO, een per recordsoort. */
export function naamObov(recordsoort: string, brin: string, aanmaak: Datum): string {
  return `OBOV_${recordsoort}_${brin}_${aaneen(aanmaak)}.CSV`
}

/** De zip waarin het OBO en zijn verschillijsten komen. */
export function naamZip(brin: string, aanmaak: Datum): string {
  return `${brin}_${aaneen(aanmaak)}.ZIP`
}

function aaneen(dag: Datum): string {
  return dag.replaceAll('-', '')
}
