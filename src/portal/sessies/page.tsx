import type { EigenSessie, Naamgeving } from '../../toegang/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

export interface Sessiebladzijde {
  readonly sessies: readonly EigenSessie[]
  /** Wat er op naam van deze persoon kwam. */
  readonly naamgevingen: readonly Naamgeving[]
  /** Hoeveel inlogs het formulier net beëindigde; null zonder formulier. */
  readonly beeindigd: number | null
}

export function tekenSessies(omgeving: Omgeving, { sessies, naamgevingen, beeindigd }: Sessiebladzijde): string {
  const tekst = teksten[omgeving.taal]
  const andere = sessies.filter(({ deze }) => !deze)
  return tekenBladzijde({
    omgeving, titel: tekst.titel,
    children: (
      <div class="leesblok">
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        {beeindigd !== null && <p class="lees" role="status"><strong>{beeindigd === 0 ? tekst.nietGevonden : tekst.beeindigd(beeindigd)}</strong></p>}
        <p class="lees">{andere.length === 0 ? tekst.geenAndere : tekst.uitleg}</p>
        <ul class="keuzelijst">{sessies.map((sessie) => <Regel key={sessie.sleutel} omgeving={omgeving} sessie={sessie} />)}</ul>
        {andere.length > 1 && <Knop omgeving={omgeving} sleutel="alle" woord={tekst.alle} />}
        <Naamgevingen naamgevingen={naamgevingen} />
        <p class="lees"><a class="utrecht-link utrecht-link--html-a" href="/herkoppelen">{tekst.wissel}</a></p>
      </div>
    ),
  })
}

function Regel({ omgeving, sessie: { sleutel, deze, middel, begonnenOp, laatstGebruiktOp } }: { omgeving: Omgeving, sessie: EigenSessie }) {
  const tekst = useTekst(teksten)
  const { moment } = useDatums()
  return (
    <li class="keuzelijst__punt">
      <strong class="keuze__kop">{deze ? tekst.deze : tekst.andere}</strong>
      <p class="keuze__rol">{`${tekst.begonnen(moment(begonnenOp))} ${tekst.middel[middel]}, ${tekst.gebruikt(moment(laatstGebruiktOp))}`}</p>
      {!deze && <Knop omgeving={omgeving} sleutel={sleutel} woord={tekst.beeindig} />}
    </li>
  )
}

/** T-11: iemand ziet het als een beheerder een account op zijn naam zette. */
function Naamgevingen({ naamgevingen }: Pick<Sessiebladzijde, 'naamgevingen'>) {
  const tekst = useTekst(teksten)
  const { moment } = useDatums()
  if (naamgevingen.length === 0) return null
  return (
    <section>
      <h2 class="utrecht-heading-2">{tekst.opUwNaam}</h2>
      <p class="lees">{tekst.opUwNaamUitleg}</p>
      <ul class="keuzelijst">{naamgevingen.map(({ middel, uitgenodigd, op }) => <li key={op} class="keuzelijst__punt">{uitgenodigd ? tekst.uitnodigingAangenomen(moment(op)) : `${tekst.naamGegeven(moment(op))} ${tekst.middel[middel]}`}</li>)}</ul>
    </section>
  )
}

function Knop({ omgeving, sleutel, woord }: { omgeving: Omgeving, sleutel: string, woord: string }) {
  return (
    <form method="post" action="/sessies">
      <Formulierbewijs omgeving={omgeving} />
      <button type="submit" name="sleutel" value={sleutel} class="utrecht-button utrecht-button--secondary-action">{woord}</button>
    </form>
  )
}
