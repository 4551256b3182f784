import type { Moment } from '../../kern/datum.ts'
import type { Ketenstand } from '../../logboek/index.ts'
import { Aandacht } from '../kader/onderdelen/melding.tsx'
import { type Taal, useTaal } from '../kader/taal.ts'
import { teksten } from './teksten.ts'
import { leeftijd, OUDST_CONTROLEPUNT_MS, tijdstip } from './woorden.ts'

export interface Ketenprops {
  readonly keten: Ketenstand
  readonly controlepunt: Moment | null | undefined
  readonly nu: Moment
}

/** Wat de keten van de audit zegt, en of het laatste ondertekende controlepunt niet te oud is. Of alles klopt, zegt alleen de opdracht. */
export function Keten({ keten, controlepunt, nu }: Ketenprops) {
  const taal = useTaal()
  const [tekst, alarm] = [teksten[taal], alarmVan(controlepunt, nu, taal)]
  return (
    <section aria-labelledby="keten">
      <h2 class="utrecht-heading-2" id="keten">{tekst.keten}</h2>
      {alarm !== null && <Aandacht kop={alarm}><p>{tekst.alarmUitleg}</p></Aandacht>}
      <dl class="auditketen">
        <div><dt>{tekst.aantal}</dt><dd>{tekst.telling(keten.regels, keten.stromen)}{keten.vanVoorDeKeten > 0 && <span class="meer regel">{tekst.voorDeKeten(keten.vanVoorDeKeten)}</span>}</dd></div>
        <div><dt>{tekst.nieuwste}</dt><dd>{keten.nieuwste === null ? tekst.geen : tijdstip(keten.nieuwste, taal)}</dd></div>
        <div><dt>{tekst.controlepunt}</dt><dd>{controlepunt ? <>{tijdstip(controlepunt, taal)}<span class="meer regel">{leeftijd(controlepunt, nu, taal)}</span></> : tekst.geen}</dd></div>
      </dl>
      <p class="klein auditcontrole">{tekst.controleer}<code>leerroute beheer controleer-logboek</code></p>
    </section>
  )
}

/** P-07. Null als er niets aan de hand is. */
function alarmVan(controlepunt: Moment | null | undefined, nu: Moment, taal: Taal): string | null {
  const tekst = teksten[taal]
  if (controlepunt === undefined) return tekst.nietOndertekend
  if (controlepunt === null) return tekst.nogGeenControlepunt
  return Date.parse(nu) - Date.parse(controlepunt) > OUDST_CONTROLEPUNT_MS ? tekst.teOud(leeftijd(controlepunt, nu, taal)) : null
}
