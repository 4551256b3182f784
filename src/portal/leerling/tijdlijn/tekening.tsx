import { Achtergrond, As, Baannamen, GekozenLijn, Vlaggen } from './as.tsx'
import { Baanbalken, Baanteksten, Fasebanden, Ontbreekt, Patronen } from './balken.tsx'
import type { Tijdlijnbeeld } from './beeld.ts'
import { maakDoek } from './doek.ts'
import { Diplomas, Stages, Teldata, Verzuim } from './gebeurtenissen.tsx'
import type { Maten } from './maten.ts'
import { Spelden } from './spelden.tsx'

/**
 * De tijdlijn van links naar rechts. De tekening zelf is één beeld met één zin;
 * de teldata en signalen liggen er als links naast, zodat toetsenbord en schermlezer ze vinden.
 */
export function Tekening({ beeld, maten }: { beeld: Tijdlijnbeeld, maten: Maten }) {
  const doek = maakDoek(beeld, maten)
  const { rijen } = doek
  const [vo, mbo] = beeld.banen
  return (
    <svg class={`tl tl-${maten.soort}`} viewBox={`0 0 ${maten.breedte} ${rijen.hoogte + 2}`} role="group" aria-label={beeld.woorden.tekst.tl.label(beeld.woorden.datum.lang(beeld.peildatum))}>
      <g role="img" aria-label={beeld.omschrijving}>
        <Patronen id={doek.id} />
        <Achtergrond doek={doek} />
        <Baanbalken doek={doek} baan={vo} y={rijen.vo} />
        <Baanbalken doek={doek} baan={mbo} y={rijen.mbo} />
        <Fasebanden doek={doek} />
        <Ontbreekt doek={doek} baan={vo} y={rijen.vo} />
        <Ontbreekt doek={doek} baan={mbo} y={rijen.mbo} />
        <GekozenLijn doek={doek} />
        <As doek={doek} />
        <Vlaggen doek={doek} />
        <Baannamen doek={doek} />
        <Verzuim doek={doek} />
        <Stages doek={doek} />
        <Diplomas doek={doek} />
        <Baanteksten doek={doek} baan={vo} y={rijen.vo} />
        <Baanteksten doek={doek} baan={mbo} y={rijen.mbo} />
      </g>
      <Teldata doek={doek} />
      <Spelden doek={doek} />
    </svg>
  )
}
