import { staatVan, type Telling, type Tellingbladzijde, type Tellingopdracht, type Tellingregel, type Telstatus } from '../../beslissing/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht } from '../kader/onderdelen/melding.tsx'
import { Redenzin } from '../kader/onderdelen/redenzin.tsx'
import { Keuzegroep } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import type { School } from './lijst.tsx'
import { Statusbalk, STATUSSEN } from './statusbalk.tsx'
import { teksten } from './teksten.ts'

export interface Tellingscherm {
  readonly omgeving: Omgeving
  readonly school: School
  readonly dag: Datum
  readonly telling: Tellingopdracht | null
  readonly blad: Tellingbladzijde | null
  readonly status: Telstatus | undefined
  readonly fouten: readonly Veldfout[]
  readonly gekozen: readonly string[]
  readonly nu: Moment
}

/** Een teldatum van een school: de uitkomst, waarom, wie het zijn, en wat er anders zou zijn in een andere fase. */
export function tekenTelling(scherm: Tellingscherm): string {
  const { omgeving, school, dag, telling, fouten } = scherm
  const tekst = teksten[omgeving.taal]
  const { lang } = datumsIn(omgeving.taal)
  const uitkomst = telling?.uitkomst ?? null
  return tekenBladzijde({
    omgeving, titel: tekst.op(lang(dag)), menu: 'bekostiging', fout: fouten.length > 0,
    children: (
      <div class="ritme">
        <Kruimelpad stappen={[[tekst.titel, `/bekostiging?school=${school.brin}`]]} hier={lang(dag)} />
        <h1 class="utrecht-heading-1">{uitkomst === null ? tekst.op(lang(dag)) : tekst.uitkomst(uitkomst.aantallen.telt, uitkomst.studenten, school.naam)}</h1>
        <Foutenoverzicht fouten={fouten} />
        {uitkomst === null ? <NogNiet {...scherm} /> : <Uitkomst {...scherm} uitkomst={uitkomst} />}
      </div>
    ),
  })
}

function NogNiet({ omgeving, school, dag, telling, nu }: Tellingscherm) {
  const tekst = useTekst(teksten)
  const staat = telling === null ? 'nog-niet' : staatVan(telling, nu)
  const adres = `/bekostiging/${school.brin}/${dag}`
  if (telling !== null && staat === 'bezig') {
    const procent = Math.round(telling.deel * 100)
    return <div class="kader-rustig"><h2 class="utrecht-heading-3">{tekst.bezigKop(procent)}</h2><progress class="telbalk" max={100} value={procent} aria-label={tekst.bezigKop(procent)} /><p>{tekst.bezigZin}</p><p><a class="utrecht-link utrecht-link--html-a" href={adres}>{tekst.ververs}</a></p></div>
  }
  return (
    <div class="kader-rustig">
      <h2 class="utrecht-heading-3">{staat === 'onderbroken' ? tekst.onderbrokenKop : tekst.nogNietKop}</h2>
      <p>{staat === 'onderbroken' ? tekst.onderbrokenZin : tekst.nogNietZin}</p>
      <Formulier omgeving={omgeving} actie={adres} knop={staat === 'onderbroken' ? tekst.telOpnieuw : tekst.tel} soort="primary" />
    </div>
  )
}

function Uitkomst(scherm: Tellingscherm & { uitkomst: Telling }) {
  const tekst = useTekst(teksten)
  const { lang, moment } = useDatums()
  const { omgeving, school, dag, telling, uitkomst } = scherm
  return (
    <>
      <p class="ondertitel">{`${lang(dag)}. ${uitkomst.bekostigingsjaar === null ? tekst.geenTeldatum : tekst.jaar(uitkomst.bekostigingsjaar.jaar, uitkomst.bekostigingsjaar.telling)} ${tekst.geteldOp(moment(telling?.klaarOp ?? ''))}`}</p>
      <Formulier omgeving={omgeving} actie={`/bekostiging/${school.brin}/${dag}`} knop={tekst.telOpnieuw} rij />
      <Statusbalk aantallen={uitkomst.aantallen} />
      <h2 class="utrecht-heading-2">{tekst.redenen}</h2>
      <table class="utrecht-table utrecht-table--html-table stapel">
        <caption class="alleen-voorlezen">{tekst.redenen}</caption>
        <thead><tr>{tekst.redenKolommen.map((kolom, i) => <th key={kolom} scope="col" {...(i === 2 ? { class: 'getal' } : {})}>{kolom}</th>)}</tr></thead>
        <tbody>
          {uitkomst.perReden.map(({ status, uitleg, regels, studenten }) => (
            <tr key={status + uitleg}>
              <th scope="row"><span class={`statuschip statuschip--${status}`}>{tekst.status[status]}</span></th>
              <td data-kop={tekst.redenKolommen[1]}><Redenzin zin={uitleg} /><span class="regelchips">{regels.map((id) => <a key={id} class="regelchip" href={`/regels/${id}`}>{id}</a>)}</span></td>
              <td data-kop={tekst.redenKolommen[2]} class="getal">{studenten}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Studenten {...scherm} />
    </>
  )
}

function Studenten({ omgeving, school, dag, blad, status, fouten, gekozen }: Tellingscherm) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  const adres = `/bekostiging/${school.brin}/${dag}`
  const metStatus = (welke: Telstatus | undefined): string => (welke === undefined ? `${adres}#studenten` : `${adres}?status=${welke}#studenten`)
  return (
    <section aria-labelledby="studenten">
      <h2 class="utrecht-heading-2" id="studenten">{tekst.studenten}</h2>
      <nav class="statusfilter" aria-label={tekst.filter}>{[undefined, ...STATUSSEN].map((welke) => <a key={welke ?? 'alle'} href={metStatus(welke)} {...(welke === status ? { 'aria-current': 'true' as const } : {})}>{welke === undefined ? tekst.alle : tekst.status[welke]}</a>)}</nav>
      {blad === null || blad.regels.length === 0 ? <p>{tekst.geenStudenten}</p> : (
        <Formulier omgeving={omgeving} actie={`${adres}/wat-als`} knop={tekst.rekenUit} breed>
          <table class="utrecht-table utrecht-table--html-table stapel" id="deelnemer">
            <caption class="alleen-voorlezen">{tekst.studenten}</caption>
            <thead><tr>{tekst.studentKolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
            <tbody>{blad.regels.map((regel) => <Studentrij key={regel.deelnemerId} regel={regel} aan={gekozen.includes(regel.deelnemerId)} />)}</tbody>
          </table>
          <div class="kader-rustig wat-als">
            <h3 class="utrecht-heading-3">{tekst.watAls}</h3>
            <p>{tekst.watAlsUitleg}</p>
            <Keuzegroep naam="fase" label={tekst.alsFase(lang(dag))} fouten={fouten} keuzes={[{ waarde: 'VO', tekst: 'fase VO' }, { waarde: 'MBO', tekst: 'fase MBO' }]} />
          </div>
        </Formulier>
      )}
      {blad !== null && blad.volgende !== null && <p class="verder"><a class="utrecht-link utrecht-link--html-a" href={`${adres}?${new URLSearchParams({ ...(status === undefined ? {} : { status }), na: blad.volgende }).toString()}#studenten`}>{tekst.volgende}</a></p>}
    </section>
  )
}

function Studentrij({ regel, aan }: { regel: Tellingregel, aan: boolean }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const naam = regel.naam ?? tekst.zonderNaam
  const [kies, , fase, uitkomst, reden] = tekst.studentKolommen
  return (
    <tr>
      <td data-kop={kies}><input type="checkbox" class="vinkje" name="deelnemer" value={regel.deelnemerId} checked={aan} aria-label={tekst.kies(naam)} /></td>
      <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/studenten/${regel.deelnemerId}`}>{naam}</a></th>
      <td data-kop={fase}><span class={`fasechip fasechip--${regel.fase ?? 'geen'}`}>{begrip.fase(regel.fase)}</span></td>
      <td data-kop={uitkomst}><span class={`statuschip statuschip--${regel.status}`}>{tekst.status[regel.status]}</span></td>
      <td data-kop={reden}><Redenzin zin={regel.uitleg} />{regel.ookGevraagdDoor.length > 0 && ` ${tekst.ookGevraagd(regel.ookGevraagdDoor.join(', '))}`}</td>
    </tr>
  )
}
