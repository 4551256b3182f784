import type { Signaalgroep, Werklijst, Werksignaal } from '../../beslissing/index.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { SignaalIcoon } from '../kader/iconen.tsx'
import { Leegstand } from '../kader/onderdelen/melding.tsx'
import { Redenzin } from '../kader/onderdelen/redenzin.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

/** Wat er met verzuim te doen is, per soort, voor wie het doet. Null: wie geen hele school heeft, ziet geen lijst. */
export function tekenVerzuimlijst({ omgeving, lijst, alleen }: { omgeving: Omgeving, lijst: Werklijst | null, alleen: boolean }): string {
  const tekst = teksten[omgeving.taal]
  const groepen = (lijst?.groepen ?? []).filter(({ signalen }) => signalen.length > 0)
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'verzuim',
    children: (
      <div class="ritme">
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        <p class="lees leesblok">{tekst.intro}</p>
        {groepen.length === 0 ? <Leegstand kop={tekst.leegKop} goed><p>{tekst.leeg}</p></Leegstand> : groepen.map((groep) => <Groep key={groep.code} groep={groep} alleen={alleen} />)}
        {alleen && lijst !== null && lijst.volgende !== null && <p class="verder"><a class="utrecht-link utrecht-link--html-a" href={`/verzuim?${new URLSearchParams({ code: groepen[0]?.code ?? '', dag: lijst.volgende[0], na: lijst.volgende[1] }).toString()}`}>{tekst.volgende}</a></p>}
      </div>
    ),
  })
}

function Groep({ groep: { code, niveau, aantal, meer, signalen }, alleen }: { groep: Signaalgroep, alleen: boolean }) {
  const tekst = useTekst(teksten)
  const { titel, watTeDoen } = inTaal(signaaltekst(code), useTaal())
  return (
    <section aria-labelledby={code}>
      <h2 class="utrecht-heading-2 kop-met-icoon" id={code}><SignaalIcoon niveau={niveau} maat={24} /><span>{tekst.groep(titel, meer ? tekst.meer(aantal) : String(aantal))}</span></h2>
      <p>{watTeDoen}</p>
      <table class="utrecht-table utrecht-table--html-table stapel verzuimtabel">
        <caption class="alleen-voorlezen">{titel}</caption>
        <thead><tr>{tekst.kolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
        <tbody>{signalen.map((signaal) => <Rij key={signaal.signaalId} signaal={signaal} />)}</tbody>
      </table>
      {!alleen && (meer || aantal > signalen.length) && <p><a class="utrecht-link utrecht-link--html-a" href={`/verzuim?code=${code}`}>{tekst.alle}</a></p>}
    </section>
  )
}

function Rij({ signaal: { deelnemerId, naam, school, eersteDag, uitleg } }: { signaal: Werksignaal }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  const [, kopSchool, sinds, waarom] = tekst.kolommen
  return (
    <tr>
      <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/verzuim/${deelnemerId}`}>{naam ?? tekst.zonderNaam}</a></th>
      <td data-kop={kopSchool}>{school}</td>
      <td data-kop={sinds} class="cijfers">{middel(eersteDag)}</td>
      <td data-kop={waarom}><Redenzin zin={uitleg} /></td>
    </tr>
  )
}
