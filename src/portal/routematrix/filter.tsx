import type { Datum } from '../../kern/datum.ts'
import { NIVEAUS } from '../../kern/leerroute.ts'
import type { Matrixvraag, Routematrix } from '../../leerroute/index.ts'
import { useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'
import { matrixadres } from './vraag.ts'

interface Keuze {
  readonly waarde: string
  readonly tekst: string
}

/** Kiezen wat de matrix toont: een gewoon formulier naar hetzelfde adres, dus te bewaren en te delen. */
export function Matrixfilter({ matrix, vraag, vandaag, dagFout }: { matrix: Routematrix, vraag: Matrixvraag, vandaag: Datum, dagFout: string | null }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  const isGekozen = vraag.partner !== null || vraag.route !== null || vraag.profiel !== null || vraag.niveau !== null || vraag.op !== vandaag
  return (
    <form method="get" action="/routematrix" class="matrixfilter" aria-label={tekst.filter}>
      {vraag.ookAndere && <input type="hidden" name="ook" value="ja" />}
      <Keuzevak naam="partner" label={tekst.partner} gekozen={vraag.partner} keuzes={matrix.partners.map(({ brin, naam }) => ({ waarde: brin, tekst: naam }))} />
      <Keuzevak naam="route" label={tekst.soort} gekozen={vraag.route} keuzes={(['DLR', 'GLR'] as const).map((route) => ({ waarde: route, tekst: route }))} />
      <Keuzevak naam="profiel" label={tekst.profiel} gekozen={vraag.profiel} keuzes={matrix.profielen.map((profiel) => ({ waarde: profiel, tekst: profiel }))} />
      <Keuzevak naam="niveau" label={tekst.niveau} gekozen={vraag.niveau} keuzes={NIVEAUS.filter((niveau) => niveau !== 'MBO-1').map((niveau) => ({ waarde: niveau, tekst: niveau.slice(4) }))} />
      <div class={dagFout === null ? 'veld' : 'veld veld--fout'}>
        <label class="utrecht-form-label" for="op">{tekst.opDag}</label>
        {dagFout !== null && <p class="veldfout" id="op-fout">{tekst.dagFout}</p>}
        <input class="utrecht-textbox utrecht-textbox--html-input" id="op" name="op" value={dagFout ?? middel(vraag.op)} autocomplete="off" maxlength={20} {...(dagFout === null ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': 'op-fout' })} />
      </div>
      <div class="matrixfilter__doe">
        <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--secondary-action">{tekst.filterKnop}</button>
        {isGekozen && <a class="utrecht-link utrecht-link--html-a" href={matrixadres({ ookAndere: vraag.ookAndere }, vandaag)}>{tekst.wis}</a>}
      </div>
    </form>
  )
}

function Keuzevak({ naam, label, gekozen, keuzes }: { naam: string, label: string, gekozen: string | null, keuzes: readonly Keuze[] }) {
  const tekst = useTekst(teksten)
  return (
    <div class="veld">
      <label class="utrecht-form-label" for={naam}>{label}</label>
      <select class="utrecht-select utrecht-select--html-select" id={naam} name={naam}>
        <option value="">{tekst.alles}</option>
        {keuzes.map((keuze) => <option key={keuze.waarde} value={keuze.waarde} selected={keuze.waarde === gekozen}>{keuze.tekst}</option>)}
      </select>
    </div>
  )
}
