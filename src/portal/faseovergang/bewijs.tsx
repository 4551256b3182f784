import type { Wisseluitslag } from '../../beslissing/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Ontvangstbewijs } from '../kader/onderdelen/formulier.tsx'
import { InOrdeIcoon, NietNuIcoon, OntbreektIcoon } from '../kader/iconen.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useTekst } from '../kader/taal.ts'
import { teksten as kadertekst } from '../kader/teksten.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

/** Wat er van een overgang bewaard blijft. */
export interface Overgangbewijs {
  readonly nummer: string
  readonly tijd: Moment
  readonly overgang: Datum
  readonly uitslagen: readonly Wisseluitslag[]
}

/** Stap 3: het bewijs, met de uitslag per student en wat de partner nog moet. */
export function tekenBewijs(omgeving: Omgeving, bewijs: Overgangbewijs, scholen: ReadonlyMap<string, string>): string {
  const tekst = teksten[omgeving.taal]
  const datums = datumsIn(omgeving.taal)
  const perUitslag = [...Map.groupBy(bewijs.uitslagen, ({ uitslag }) => uitslag)]
  return tekenBladzijde({
    omgeving, titel: `${kadertekst[omgeving.taal].stap(3, 3, tekst.stap[3])} - ${tekst.titel}`, menu: 'studenten',
    children: (
      <>
        <p class="stap">{kadertekst[omgeving.taal].stap(3, 3, tekst.stap[3])}</p>
        <Ontvangstbewijs kop={tekst.bewijsKop(perUitslag.find(([uitslag]) => uitslag === 'gedaan')?.[1].length ?? 0)} nummer={bewijs.nummer} tijd={datums.moment(bewijs.tijd)} watNu={tekst.watNu}
          regels={[{ vraag: tekst.bewijsOvergang, antwoord: datums.lang(bewijs.overgang) }, { vraag: tekst.bewijsTelling, antwoord: perUitslag.map(([uitslag, groep]) => `${tekst.uitslag[uitslag]}: ${groep.length}`).join(', ') }]} />
        <Resultaat uitslagen={bewijs.uitslagen} scholen={scholen} />
        <p class="verder"><a class="utrecht-link utrecht-link--html-a" href={`/faseovergang?op=${bewijs.overgang}`}>{tekst.opnieuw}</a></p>
      </>
    ),
  })
}

function Resultaat({ uitslagen, scholen }: { uitslagen: Overgangbewijs['uitslagen'], scholen: ReadonlyMap<string, string> }) {
  const tekst = useTekst(teksten)
  return (
    <section aria-labelledby="resultaat">
      <h2 class="utrecht-heading-2" id="resultaat">{tekst.resultaat}</h2>
      <table class="utrecht-table utrecht-table--html-table stapel werktabel">
        <caption class="alleen-voorlezen">{tekst.resultaat}</caption>
        <thead><tr>{tekst.resultaatKolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
        <tbody>{uitslagen.toSorted((a, b) => VOLGORDE.indexOf(a.uitslag) - VOLGORDE.indexOf(b.uitslag)).map((een) => <Rij key={een.deelnemerId} een={een} scholen={scholen} />)}</tbody>
      </table>
    </section>
  )
}

/** Wat niet lukte staat bovenaan. */
const VOLGORDE: readonly Wisseluitslag['uitslag'][] = ['geweigerd', 'veranderd', 'niet-gevonden', 'inschrijven', 'route', 'gedaan', 'was-al-zo']
const ICOON = { gedaan: InOrdeIcoon, 'was-al-zo': InOrdeIcoon, inschrijven: NietNuIcoon, route: NietNuIcoon, veranderd: OntbreektIcoon, geweigerd: OntbreektIcoon, 'niet-gevonden': OntbreektIcoon } as const

function Rij({ een: { deelnemerId, naam, uitslag, reden, stappen, partnerMoet }, scholen }: { een: Wisseluitslag, scholen: ReadonlyMap<string, string> }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  const [, , watKop, partnerKop] = tekst.resultaatKolommen
  const Icoon = ICOON[uitslag]
  return (
    <tr>
      <th scope="row">{uitslag === 'niet-gevonden' ? tekst.zonderNaam : <a class="utrecht-link utrecht-link--html-a" href={`/studenten/${deelnemerId}`}>{naam ?? tekst.zonderNaam}</a>}</th>
      <td><span class="werkstand"><Icoon maat={18} />{tekst.uitslag[uitslag]}</span>{reden !== null && <p><Nederlands>{reden}</Nederlands></p>}{tekst.uitslagUitleg[uitslag] !== '' && <p>{tekst.uitslagUitleg[uitslag]}</p>}</td>
      <td data-kop={watKop}>{uitslag === 'gedaan' ? stappen.map(({ soort, brin, dag }) => <span key={brin + soort} class="regel">{tekst.doet[soort](scholen.get(brin) ?? brin, middel(dag))}</span>) : null}</td>
      <td data-kop={partnerKop}>{partnerMoet.length === 0 ? <span class="meer">{tekst.partnerNiets}</span> : partnerMoet.map((wat) => tekst.partnerMoet[wat]).join(', ')}</td>
    </tr>
  )
}
