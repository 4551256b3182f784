import type { Alsregel, Alstelling, Telling } from '../../beslissing/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Redenzin } from '../kader/onderdelen/redenzin.tsx'
import { useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { datumsIn } from '../woorden/datums.ts'
import type { School } from './lijst.tsx'
import { STATUSSEN } from './statusbalk.tsx'
import { teksten } from './teksten.ts'

/** Wat er op de teldatum anders zou zijn. Er is niets veranderd; dat staat erbij. */
export function tekenWatAls({ omgeving, school, dag, als, telling }: { omgeving: Omgeving, school: School, dag: Datum, als: Alstelling, telling: Telling | null }): string {
  const tekst = teksten[omgeving.taal]
  const { lang } = datumsIn(omgeving.taal)
  const titel = tekst.alsTitel(`fase ${als.fase}`, lang(dag))
  return tekenBladzijde({
    omgeving, titel, menu: 'bekostiging',
    children: (
      <div class="ritme">
        <Kruimelpad stappen={[[tekst.titel, `/bekostiging?school=${school.brin}`], [lang(dag), `/bekostiging/${school.brin}/${dag}`]]} hier={tekst.watAls} />
        <h1 class="utrecht-heading-1">{titel}</h1>
        <p class="lees-groot" role="status">{`${tekst.alsUitkomst(als.regels.length, als.verschil.telt)}.`}</p>
        {telling !== null && <Verschil als={als} telling={telling} />}
        <h2 class="utrecht-heading-2">{tekst.studenten}</h2>
        <table class="utrecht-table utrecht-table--html-table stapel">
          <caption class="alleen-voorlezen">{titel}</caption>
          <thead><tr>{tekst.alsKolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
          <tbody>{als.regels.map((regel) => <Rij key={regel.deelnemerId} regel={regel} />)}</tbody>
        </table>
        <p class="kader-rustig">{tekst.bewaardNiet}</p>
      </div>
    ),
  })
}

function Verschil({ als, telling }: { als: Alstelling, telling: Telling }) {
  const tekst = useTekst(teksten)
  return (
    <table class="utrecht-table utrecht-table--html-table smalle-tabel">
      <caption class="alleen-voorlezen">{tekst.verschil}</caption>
      <thead><tr><th scope="col">{tekst.redenKolommen[0]}</th><th scope="col" class="getal">{tekst.nu}</th><th scope="col" class="getal">{tekst.dan}</th><th scope="col" class="getal">{tekst.verschil}</th></tr></thead>
      <tbody>
        {STATUSSEN.map((status) => {
          const verschil = als.verschil[status]
          return <tr key={status}><th scope="row"><span class={`statuschip statuschip--${status}`}>{tekst.status[status]}</span></th><td class="getal">{telling.aantallen[status]}</td><td class="getal">{telling.aantallen[status] + verschil}</td><td class="getal">{verschil === 0 ? tekst.gelijk : verschil > 0 ? `+${verschil}` : `−${-verschil}`}</td></tr>
        })}
      </tbody>
    </table>
  )
}

function Rij({ regel: { deelnemerId, naam, nu, dan } }: { regel: Alsregel }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const [, kopNu, kopDan, reden] = tekst.alsKolommen
  return (
    <tr>
      <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/studenten/${deelnemerId}`}>{naam ?? tekst.zonderNaam}</a></th>
      <td data-kop={kopNu}><span class={`statuschip statuschip--${nu.status}`}>{tekst.status[nu.status]}</span> {begrip.fase(nu.fase)}</td>
      <td data-kop={kopDan}><span class={`statuschip statuschip--${dan.status}`}>{tekst.status[dan.status]}</span> {begrip.fase(dan.fase)}</td>
      <td data-kop={reden}><Redenzin zin={dan.uitleg} /></td>
    </tr>
  )
}
