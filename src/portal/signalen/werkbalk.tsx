import type { Veldfout } from '../../kern/weigering.ts'
import { useTekst } from '../kader/taal.ts'
import { Keuzeveld, Tekstvak } from '../kader/onderdelen/veld.tsx'
import { teksten } from './teksten.ts'

export interface Werkbalkbeeld {
  readonly collegas: readonly { readonly accountId: string; readonly naam: string }[]
  readonly mij: string
  readonly fouten: readonly Veldfout[]
  readonly getypt: { readonly aan: string; readonly verklaring: string }
  /** De balk bij een signaal: dan is er niets te vinken. */
  readonly een?: boolean
}

/** Gezien, geven of verklaren; staat in het formulier met de gekozen signalen. De knop zegt wat er gebeurt. */
export function Werkbalk({ collegas, mij, fouten, getypt, een = false }: Werkbalkbeeld) {
  const { werk } = useTekst(teksten)
  return (
    <div class="werkbalk">
      {!een && <h2 class="utrecht-heading-3" id="werk">{werk.kop}</h2>}
      <p class="klein">{een ? werk.uitlegEen : werk.uitleg}</p>
      <div class="werkbalk__rij">
        <Knop doe="gezien" tekst={werk.gezien} />
      </div>
      {collegas.length > 0 && (
        <div class="werkbalk__rij">
          <Keuzeveld naam="aan" label={werk.collega} waarde={getypt.aan} fouten={fouten} keuzes={[{ waarde: '', tekst: werk.kiesCollega }, ...collegas.map(({ accountId, naam }) => ({ waarde: accountId, tekst: accountId === mij ? `${naam} (${werk.zelf})` : naam })), { waarde: 'niemand', tekst: werk.niemand }]} />
          <Knop doe="toewijzen" tekst={werk.geef} />
        </div>
      )}
      <div class="werkbalk__rij werkbalk__rij--hoog">
        <Tekstvak naam="verklaring" label={werk.verklaar} hint={werk.verklaarHulp} waarde={getypt.verklaring} fouten={fouten} />
        <Knop doe="verklaren" tekst={werk.bewaar} />
      </div>
    </div>
  )
}

function Knop({ doe, tekst }: { doe: string, tekst: string }) {
  return <button type="submit" name="doe" value={doe} class="utrecht-button utrecht-button--submit utrecht-button--secondary-action">{tekst}</button>
}
