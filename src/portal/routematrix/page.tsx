import type { Datum } from '../../kern/datum.ts'
import type { Matrixkolom, Matrixrij, Matrixtaak, Matrixvraag, Routematrix } from '../../leerroute/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { NietWederzijdsIcoon, OntbreektIcoon } from '../kader/iconen.tsx'
import { Formulier } from '../kader/onderdelen/formulier.tsx'
import { Gelukt, Leegstand } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { useDatums } from '../woorden/datums.ts'
import { Cel } from './cel.tsx'
import { Matrixfilter } from './filter.tsx'
import { Taken } from './taken.tsx'
import { teksten } from './teksten.ts'
import { matrixadres } from './vraag.ts'

export interface Matrixbladzijde {
  readonly omgeving: Omgeving
  readonly matrix: Routematrix
  readonly vraag: Matrixvraag
  readonly vandaag: Datum
  readonly dagFout: string | null
  /** Het meetmoment van OCW in dit jaar (K-RIO-06); null = geen bekend. */
  readonly meetmoment: Datum | null
  /** Nu herinneren: van 1 september tot het meetmoment. */
  readonly herinner: boolean
  readonly magRegistreren: boolean
  /** Net een aanbod verwijderd. */
  readonly verwijderd: boolean
}

/** Wat er bij elke route van iedere school in RIO staat, en wat er ontbreekt. */
export function tekenMatrix(bladzijde: Matrixbladzijde): string {
  const { omgeving, matrix, vraag, vandaag, magRegistreren } = bladzijde
  const tekst = teksten[omgeving.taal]
  const isLeeg = matrix.partners.length === 0 && matrix.rijen.length === 0
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'routematrix',
    children: (
      <>
        <div class="titelrij">
          <div class="titelrij__tekst"><h1 class="utrecht-heading-1">{tekst.titel}</h1><p class="ondertitel">{tekst.intro}</p></div>
          {magRegistreren && <Formulier omgeving={omgeving} actie="/routematrix/aanbod" knop={tekst.registreer} soort="primary" />}
        </div>
        {bladzijde.verwijderd && <Gelukt>{tekst.vervallen}</Gelukt>}
        {isLeeg ? <Leegstand kop={tekst.leegKop}><p>{tekst.leeg}</p></Leegstand> : (
          <>
            <Tellingen {...bladzijde} />
            <Matrixfilter matrix={matrix} vraag={vraag} vandaag={vandaag} dagFout={bladzijde.dagFout} />
            {matrix.rijen.length === 0
              ? <Leegstand kop={tekst.geenMetFilter}><p>{tekst.geenMetFilterUitleg}</p></Leegstand>
              : <Tabel {...bladzijde} />}
            <Taken omgeving={omgeving} taken={matrix.taken} kolommen={[...matrix.kolommen, ...matrix.partners]} magRegistreren={magRegistreren} />
          </>
        )}
        <Opbrengst />
      </>
    ),
  })
}

function Tellingen({ matrix: { tellingen }, meetmoment, herinner, vandaag }: Matrixbladzijde) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  return (
    <div class="matrixtelling">
      <p><strong class="matrixtelling__getal">{tellingen.geregistreerd}</strong>{` ${tekst.geregistreerd}`}</p>
      {tellingen.ontbreekt > 0 && <p><OntbreektIcoon maat={24} /><strong class="matrixtelling__getal">{tellingen.ontbreekt}</strong><span>{` ${tekst.ontbreken(tellingen.ontbreekt)}`}{tellingen.ontbreektBijU > 0 && <>{', '}<strong>{tekst.vanU(tellingen.ontbreektBijU)}</strong></>}</span></p>}
      {tellingen.nietWederzijds > 0 && <p><NietWederzijdsIcoon maat={24} /><strong class="matrixtelling__getal">{tellingen.nietWederzijds}</strong>{` ${tekst.nietWederzijds}`}</p>}
      <p class="matrixtelling__meet klein">
        {meetmoment !== null && <span class={herinner ? 'regel matrixtelling__nu' : 'regel'}>{herinner ? tekst.meetmomentKomt(lang(meetmoment)) : meetmoment < vandaag ? tekst.meetmomentWas(lang(meetmoment)) : tekst.meetmoment(lang(meetmoment))}</span>}
        <span class="regel">{`${tekst.heleJaar} ${tekst.streepje}`}</span>
      </p>
    </div>
  )
}

function Tabel({ matrix, vraag, vandaag }: Matrixbladzijde) {
  const tekst = useTekst(teksten)
  return (
    <>
      <div class="matrixvak" tabindex={0} role="region" aria-label={tekst.titel}>
        <table class="utrecht-table utrecht-table--html-table matrix">
          <caption class="alleen-voorlezen">{tekst.titel}</caption>
          <thead><tr><th scope="col" class="matrix__route">{tekst.kolomRoute}</th>{matrix.kolommen.map((kolom) => <Kolomkop key={kolom.brin} kolom={kolom} />)}</tr></thead>
          <tbody>{matrix.rijen.map((rij) => <Rij key={`${rij.route} ${rij.profiel ?? ''}`} rij={rij} kolommen={matrix.kolommen} taken={matrix.taken} />)}</tbody>
        </table>
      </div>
      <Bladeraar matrix={matrix} vraag={vraag} vandaag={vandaag} />
    </>
  )
}

function Kolomkop({ kolom }: { kolom: Matrixkolom }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  return <th scope="col" class={kolom.eigen ? 'matrix__eigen' : undefined}><span class={`sectorchip sectorchip--${kolom.sector}`}>{begrip.sector(kolom.sector)}</span><span class="matrix__school"><Nederlands>{kolom.naam}</Nederlands></span>{kolom.eigen && <span class="klein">{tekst.uwSchool}</span>}</th>
}

function Rij({ rij, kolommen, taken }: { rij: Matrixrij, kolommen: readonly Matrixkolom[], taken: readonly Matrixtaak[] }) {
  const tekst = useTekst(teksten)
  return (
    <tr>
      <th scope="row" class="matrix__route">
        <span class="matrix__profiel">{rij.profiel === null ? tekst.zonderProfiel : <Nederlands>{rij.profiel}</Nederlands>}</span>
        <span class="matrix__wat">{[rij.route, ...(rij.niveaus.length === 0 ? [] : [tekst.niveaus(rij.niveaus.map((niveau) => niveau.slice(4)).join(tekst.en))])].join(' · ')}</span>
        <span class="matrix__wat">{rij.opleidingcodes.length === 0 ? tekst.opDomein : tekst.crebo(rij.opleidingcodes.join(tekst.en))}</span>
      </th>
      {kolommen.map((kolom) => {
        const taak = taken.findIndex(({ brin, rij: van }) => brin === kolom.brin && van.route === rij.route && van.profiel === rij.profiel)
        return <Cel key={kolom.brin} cel={rij.cellen.get(kolom.brin)} kolom={kolom} rij={rij} taakId={taak < 0 ? null : `taak-${taak + 1}`} />
      })}
    </tr>
  )
}

function Bladeraar({ matrix: { blad, bladen, tellingen }, vraag, vandaag }: Pick<Matrixbladzijde, 'matrix' | 'vraag' | 'vandaag'>) {
  const tekst = useTekst(teksten)
  const naar = (meer: Partial<Matrixvraag>, woord: string) => <a class="utrecht-link utrecht-link--html-a" href={matrixadres({ ...vraag, ...meer }, vandaag)}>{woord}</a>
  return (
    <div class="bladeraar">
      {bladen > 1 && <p>{blad > 1 && naar({ blad: blad - 1 }, tekst.vorige)}<span>{tekst.bladen(blad, bladen)}</span>{blad < bladen && naar({ blad: blad + 1 }, tekst.volgende)}</p>}
      {tellingen.andere > 0 && <p>{vraag.ookAndere ? naar({ ookAndere: false, blad: 1 }, tekst.alleenEigen) : naar({ ookAndere: true, blad: 1 }, tekst.ookAndere(tellingen.andere))}</p>}
    </div>
  )
}

/** P7: geen angst voor 15 oktober, wel wat registreren oplevert. */
function Opbrengst() {
  const tekst = useTekst(teksten)
  return (
    <details class="opbrengst">
      <summary class="linkknop">{tekst.watLevertOp}</summary>
      <ul>{tekst.levertOp.map((zin) => <li key={zin}>{zin}</li>)}</ul>
      <p class="klein">{tekst.nietInMatrix}</p>
    </details>
  )
}
