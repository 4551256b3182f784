import { SignaalIcoon } from '../kader/iconen.tsx'
import { Fasevlak } from './besluitkaart.tsx'

/** Elk teken met zijn woord, in de volgorde van de tekening. */
export function Legenda() {
  return (
    <ul class="legenda" aria-label="Uitleg van de tekens">
      <li><Fasevlak fase="VO" plek="legenda" />fase VO, effen</li>
      <li><Fasevlak fase="MBO" plek="legenda" />fase MBO, streepjes</li>
      <li><Fasevlak fase="onbepaald" plek="legenda" />onbepaald, schuin gestreept</li>
      <li><SignaalIcoon niveau="fout" />fout</li>
      <li><SignaalIcoon niveau="waarschuwing" />waarschuwing</li>
      <li><SignaalIcoon niveau="taak" />taak</li>
      <li><SignaalIcoon niveau="info" />informatie</li>
      <li><SignaalIcoon niveau="fout" open={false} />gesloten</li>
    </ul>
  )
}
