import type { Fase, Partij } from '../../kern/leerroute.ts'
import { SIGNAALCODES } from '../../kern/signaalcode.ts'
import { inTaal } from '../../normen/index.ts'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { useDatums } from '../woorden/datums.ts'
import { gevalplek, type Regelgeval } from './gevallen.ts'
import { Signaalwoord } from './onderdelen.tsx'
import { teksten } from './teksten.ts'

/** De casussen bij een regel, met de uitkomst die de test bewaakt. */
export function Gevallentabel({ gevallen }: { gevallen: readonly Regelgeval[] }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const { middel } = useDatums()
  const { gevalKolommen: kolommen } = tekst
  if (gevallen.length === 0) return <p>{tekst.geenGeval}</p>
  return (
    <>
      <p class="ondertitel">{tekst.gevallenUitleg}</p>
      <table class="utrecht-table utrecht-table--html-table stapel gevallentabel">
        <caption class="alleen-voorlezen">{tekst.gevallenKop}</caption>
        <thead><tr><th scope="col">{kolommen.geval}</th><th scope="col">{kolommen.wat}</th><th scope="col">{kolommen.op}</th><th scope="col">{kolommen.uitkomst}</th></tr></thead>
        <tbody>
          {gevallen.map(({ geval, plaats }) => (
            <tr key={gevalplek(geval.bestand, plaats)}>
              <th scope="row">{gevalplek(geval.bestand, plaats)}</th>
              <td data-kop={kolommen.wat}>{inTaal(geval, taal).titel}</td>
              <td data-kop={kolommen.op} class="cijfers">{middel(geval.vraag.peildatum)}</td>
              <td data-kop={kolommen.uitkomst}><Uitkomst verwacht={geval.verwacht} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Alleen wat de casus zelf bewaakt: de andere antwoorden zijn daar niet voor bedoeld. */
function Uitkomst({ verwacht }: { verwacht: Regelgeval['geval']['verwacht'] }) {
  const tekst = useTekst(teksten)
  const { signalen } = verwacht
  const codes = SIGNAALCODES.filter((code) => Array.isArray(signalen) && signalen.includes(code))
  const woorden = [...useUitkomsten(verwacht), ...(Array.isArray(signalen) && codes.length === 0 ? [tekst.geenSignaal] : [])]
  return <>{codes.map((code) => <Signaalwoord key={code} code={code} />)}{woorden.length > 0 && <span class={codes.length > 0 ? 'klein regel' : 'regel'}>{woorden.join(' · ')}</span>}</>
}

function useUitkomsten(verwacht: Regelgeval['geval']['verwacht']): readonly string[] {
  const { uitkomst } = useTekst(teksten)
  const begrip = useBegrippen()
  const partij = (sleutel: string, schrijf: (woord: string) => string): readonly string[] => isPartij(verwacht[sleutel]) ? [schrijf(begrip.partij(verwacht[sleutel]))] : []
  return [
    ...('fase' in verwacht && isFase(verwacht['fase']) ? [uitkomst.fase(begrip.fase(verwacht['fase']))] : []),
    ...partij('bekostiging', uitkomst.bekostiging), ...partij('verzuim', uitkomst.verzuim), ...partij('vsv', uitkomst.vsv),
    ...(verwacht['meldplicht'] === true ? [uitkomst.moetMelden] : verwacht['meldplicht'] === false ? [uitkomst.magMelden] : []),
    ...(verwacht['mboVerklaring'] === true ? [uitkomst.verklaring] : []),
    ...(verwacht['absoluutVerzuim'] === true ? [uitkomst.absoluut] : []),
  ]
}

function isPartij(waarde: unknown): waarde is Partij {
  return waarde === 'VO' || waarde === 'MBO' || waarde === 'onbepaald' || waarde === 'geen'
}

function isFase(waarde: unknown): waarde is Fase {
  return waarde === null || waarde === 'VO' || waarde === 'MBO' || waarde === 'onbepaald'
}
