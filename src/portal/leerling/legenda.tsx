import { SignaalIcoon } from '../kader/iconen.tsx'
import { Fasevlak } from './besluitkaart.tsx'
import { useWoorden } from './teksten.ts'

/** Elk teken met zijn woord, in de volgorde van de tekening. */
export function Legenda() {
  const { tekst: { legenda, gesloten }, begrip: { niveau } } = useWoorden()
  return (
    <ul class="legenda" aria-label={legenda.kop}>
      <li><Fasevlak fase="VO" plek="legenda" />{legenda.vo}</li>
      <li><Fasevlak fase="MBO" plek="legenda" />{legenda.mbo}</li>
      <li><Fasevlak fase="onbepaald" plek="legenda" />{legenda.onbepaald}</li>
      <li><SignaalIcoon niveau="fout" />{niveau('fout')}</li>
      <li><SignaalIcoon niveau="waarschuwing" />{niveau('waarschuwing')}</li>
      <li><SignaalIcoon niveau="taak" />{niveau('taak')}</li>
      <li><SignaalIcoon niveau="info" />{niveau('info')}</li>
      <li><SignaalIcoon niveau="fout" open={false} />{gesloten}</li>
    </ul>
  )
}
