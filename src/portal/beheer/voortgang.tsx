import { type Datum, dagnummer, plusDagen } from '../../kern/datum.ts'
import { useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

export interface Overstapdagen {
  readonly openVan: Datum | null
  readonly tokenTotEnMet: Datum | null
  readonly coulanceTotEnMet: Datum | null
}

const BREED = 1130
const LINKS = 8
const RECHTS = 1122

/** De dagen van de overstap op een lijn, met vandaag erop; eronder hetzelfde als tabel. Zonder datums: wat er nog moet gebeuren. */
export function Overstaplijn({ dagen, vandaag, naam }: { dagen: Overstapdagen, vandaag: Datum, naam: string }) {
  const [{ lijn: tekst }, { kort, middel }] = [useTekst(teksten), useDatums()]
  const { openVan, tokenTotEnMet, coulanceTotEnMet } = dagen
  if (openVan === null || tokenTotEnMet === null) return <p class="kader-rustig">{tekst.geenDatums(naam)}</p>
  const eind = plusDagen(coulanceTotEnMet ?? tokenTotEnMet, coulanceTotEnMet === null ? 30 : 0)
  const x = (dag: Datum): number => Math.round(Math.min(RECHTS, Math.max(LINKS, LINKS + ((dagnummer(dag) - dagnummer(openVan)) / Math.max(1, dagnummer(eind) - dagnummer(openVan))) * (RECHTS - LINKS))))
  const [xToken, xVandaag] = [x(tokenTotEnMet), x(vandaag)]
  const rest = vandaag > tokenTotEnMet ? null : tekst.nog(dagnummer(tokenTotEnMet) - dagnummer(vandaag))
  return (
    <figure class="overstaplijn">
      <svg viewBox={`0 0 ${BREED} 84`} role="img" aria-label={rest === null ? tekst.zinGeweest(naam, middel(tokenTotEnMet)) : tekst.zinStraks(naam, middel(tokenTotEnMet), rest)}>
        <path d={`M${xToken} 44H${RECHTS}`} class="ol-coulance" />
        <path d={`M${LINKS} 44H${xToken}`} class="ol-straks" />
        <path d={`M${LINKS} 44H${Math.min(xVandaag, xToken)}`} class="ol-geweest" />
        <path d={`M${LINKS} 36v16M${xToken} 36v16M${RECHTS} 36v16`} class="ol-paal" />
        {vandaag >= openVan && <circle cx={xVandaag} cy="44" r="9" class="ol-nu" />}
        {vandaag >= openVan && ver(xVandaag, xToken) && ver(xVandaag, LINKS) && <text x={xVandaag} y="26" text-anchor="middle" class="ol-dik">{tekst.vandaag(kort(vandaag))}</text>}
        <text x={LINKS} y="26" class="ol-dik">{middel(openVan)}</text><text x={LINKS} y="76">{tekst.beide}</text>
        <text x={xToken} y="26" text-anchor={xToken > 900 ? 'end' : 'middle'} class="ol-dik">{`${middel(tokenTotEnMet)}${rest ?? ''}`}</text>
        <text x={xToken} y="76" text-anchor={xToken > 900 ? 'end' : 'middle'}>{tekst.laatsteDag}</text>
        {coulanceTotEnMet !== null && xToken < 860 && <><text x={RECHTS} y="26" text-anchor="end" class="ol-dik">{middel(coulanceTotEnMet)}</text><text x={RECHTS} y="76" text-anchor="end">{tekst.laatsteKoppeldag}</text></>}
      </svg>
      <details class="uitklapper alleen-breed"><summary class="linkknop">{tekst.alsTabel}</summary><Dagentabel dagen={dagen} naam={naam} /></details>
      <div class="alleen-smal"><Dagentabel dagen={dagen} naam={naam} /></div>
    </figure>
  )
}

function ver(een: number, ander: number): boolean {
  return Math.abs(een - ander) > 190
}

function Dagentabel({ dagen, naam }: { dagen: Overstapdagen, naam: string }) {
  const [{ lijn: tekst }, { middel }] = [useTekst(teksten), useDatums()]
  return (
    <table class="utrecht-table utrecht-table--html-table dagentabel"><caption class="alleen-voorlezen">{tekst.bijschrift(naam)}</caption>
      <tbody>{(['openVan', 'tokenTotEnMet', 'coulanceTotEnMet'] as const).map((wat) => <tr key={wat}><th scope="row">{tekst.rijen[wat]}</th><td>{dagen[wat] === null ? tekst.nietBekend : middel(dagen[wat])}</td></tr>)}</tbody>
    </table>
  )
}

export interface Stapel {
  readonly aantal: number
  readonly naam: string
  readonly uitleg: string
  readonly anker: string
}

/** Van links naar rechts wat iemand doorloopt, en apart wie niet zelf verder kan; daaronder een balk met het deel dat over is. */
export function Stapels({ stapels, aandacht, over, totaal }: { stapels: readonly Stapel[], aandacht: Stapel | null, over: number, totaal: number }) {
  const { lijn: tekst } = useTekst(teksten)
  const breed = totaal === 0 ? 0 : Math.round((over / totaal) * 1000)
  return (
    <>
      <ul class="stapels">
        {stapels.map((stapel) => <li key={stapel.anker}><Getal {...stapel} /></li>)}
        {aandacht !== null && aandacht.aantal > 0 && <li class="stapels__aandacht"><Getal {...aandacht} /></li>}
      </ul>
      <svg class="voortgangsbalk" viewBox="0 0 1000 14" preserveAspectRatio="none" role="img" aria-label={tekst.balk(over, totaal)}>
        <rect x="0" y="0" width="1000" height="14" class="vb-rest" /><rect x="0" y="0" width={breed} height="14" class="vb-over" />
      </svg>
    </>
  )
}

function Getal({ aantal, naam, uitleg, anker }: Stapel) {
  return <><span class="getal">{aantal}</span><span>{aantal === 0 ? naam : <a class="utrecht-link utrecht-link--html-a" href={`#${anker}`}>{naam}</a>}<span class="klein regel">{uitleg}</span></span></>
}
