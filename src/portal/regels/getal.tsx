import { type Datum, plusDagen } from '../../kern/datum.ts'
import { bron, inTaal, type Parameter } from '../../normen/index.ts'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { Zekerheidwoord } from './onderdelen.tsx'
import { teksten } from './teksten.ts'
import { Trapgrafiek } from './trapgrafiek.tsx'
import { schrijfWaarde } from './waardewoorden.ts'

/** Een getal door de tijd: de trap, en de tabel eronder. `alleen`: het enige op de bladzijde, dan is de omschrijving een onderschrift. */
export function Getal({ parameter, vandaag, alleen }: { parameter: Parameter, vandaag: Datum, alleen: boolean }) {
  const { omschrijving } = inTaal(parameter, useTaal())
  return (
    <section class="reeks" aria-label={omschrijving}>
      {alleen ? <p class="ondertitel">{omschrijving}</p> : <h3 class="utrecht-heading-3">{omschrijving}</h3>}
      <Trapgrafiek parameter={parameter} vandaag={vandaag} />
      <Waardetabel parameter={parameter} vandaag={vandaag} />
    </section>
  )
}

function Waardetabel({ parameter, vandaag }: { parameter: Parameter, vandaag: Datum }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const { kolommen } = tekst
  return (
    <table class="utrecht-table utrecht-table--html-table stapel getaltabel">
      <caption class="alleen-voorlezen">{inTaal(parameter, taal).omschrijving}</caption>
      <thead><tr><th scope="col">{kolommen.van}</th><th scope="col">{kolommen.tot}</th><th scope="col">{kolommen.waarde}</th><th scope="col">{kolommen.zekerheid}</th><th scope="col">{kolommen.bron}</th></tr></thead>
      <tbody>{parameter.waarden.map((_, i) => <Waarderij key={i} parameter={parameter} plaats={i} vandaag={vandaag} />)}</tbody>
    </table>
  )
}

function Waarderij({ parameter, plaats, vandaag }: { parameter: Parameter, plaats: number, vandaag: Datum }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const { middel } = useDatums()
  const { kolommen } = tekst
  const waarde = parameter.waarden[plaats]
  if (waarde === undefined) return null
  const volgende = parameter.waarden[plaats + 1]
  const eind = volgende === undefined ? parameter.geldigTotEnMet : plusDagen(volgende.van, -1)
  const { titel, url } = bron(waarde.bron)
  const { toelichting } = inTaal(waarde, taal)
  return (
    <tr>
      <th scope="row" class="cijfers">{middel(waarde.van)}</th>
      <td data-kop={kolommen.tot} class="cijfers">{eind !== null ? middel(eind) : waarde.van <= vandaag ? tekst.nuGeldig : tekst.geenEind}</td>
      <td data-kop={kolommen.waarde}><strong>{schrijfWaarde(parameter, waarde.waarde, taal)}</strong></td>
      <td data-kop={kolommen.zekerheid}><Zekerheidwoord zekerheid={waarde.zekerheid} /></td>
      <td data-kop={kolommen.bron}><Nederlands>{url === null ? titel : <a class="utrecht-link utrecht-link--html-a" href={url} rel="noreferrer">{titel}</a>}</Nederlands>{toelichting !== null && <span class="klein getaltabel__noot">{toelichting}</span>}</td>
    </tr>
  )
}
