import type { Leerlingbeeld } from '../../beslissing/index.ts'
import { besluitregels, destijdsZin, type Besluitregel } from './besluitregels.ts'
import { useWoorden } from './teksten.ts'
import { adresMet } from './vraag.ts'

/** Het antwoord: groot, met de datum en de kennisdatum in de kop. */
export function Besluitkaart({ beeld, onderwerpen }: { beeld: Leerlingbeeld, onderwerpen: ReadonlySet<string> }) {
  const { besluit, destijds, vandaag } = beeld
  const woorden = useWoorden()
  const { tekst, datum: { lang } } = woorden
  const isTeldatum = /-(10|02)-01$/.test(besluit.peildatum)
  return (
    <section class="besluit" aria-labelledby="besluit-kop">
      <div class="besluit__kop">
        <h2 id="besluit-kop" class="utrecht-heading-2">{tekst.besluit.kop(lang(besluit.peildatum))}</h2>
        <p>{tekst.besluit.bekend(lang(besluit.bekendOp ?? vandaag), isTeldatum)}</p>
      </div>
      {besluit.peildatum > vandaag && <p class="besluit__toekomst">{tekst.toekomst}</p>}
      <dl>
        {besluitregels(besluit, woorden).map((regel) => <Regel key={regel.wat} regel={regel} heeftWaarom={onderwerpen.has(regel.waarom)} />)}
      </dl>
      {destijds !== null && (
        <p class="besluit__destijds">
          <strong>{tekst.besluit.destijds(lang(besluit.peildatum))}</strong>{` ${destijdsZin(besluit, destijds, woorden)}${tekst.besluit.laterBekend}`}
          <a class="utrecht-link utrecht-link--html-a" href={adresMet(beeld.deelnemerId, besluit.peildatum, besluit.peildatum)}>{tekst.besluit.toonToen(lang(besluit.peildatum))}</a>
        </p>
      )}
    </section>
  )
}

function Regel({ regel, heeftWaarom }: { regel: Besluitregel, heeftWaarom: boolean }) {
  const { tekst } = useWoorden()
  return (
    <div class="besluit__regel">
      <dt>{regel.wat}</dt>
      <dd>
        <span class="besluit__uitkomst">{regel.fase !== undefined && regel.fase !== null && <Fasevlak fase={regel.fase} plek="besluit" />}{regel.uitkomst}</span>
        <span class="besluit__zin">{regel.zin}{' '}{heeftWaarom && <a class="utrecht-link utrecht-link--html-a" href={`#${regel.waarom}`}>{tekst.besluit.waarom}<span class="alleen-voorlezen">{` (${regel.wat.toLowerCase()})`}</span></a>}</span>
      </dd>
    </div>
  )
}

/** Hetzelfde patroon als op de tijdlijn: effen, staande strepen of schuine banden. */
export function Fasevlak({ fase, plek }: { fase: 'VO' | 'MBO' | 'onbepaald', plek: string }) {
  const id = `${plek}-${fase}`
  return (
    <svg class="fasevlak" width="32" height="20" viewBox="0 0 32 20" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width={fase === 'MBO' ? 6 : 14} height={fase === 'MBO' ? 6 : 14} patternUnits="userSpaceOnUse" {...(fase === 'onbepaald' ? { patternTransform: 'rotate(45)' } : {})}>
          {fase === 'MBO' ? <><path d="M0 0h6v6H0z" class="v-m" /><path d="M3 0v6" class="l-ms" /></> : <><path d="M0 0h14v14H0z" class="v-v" />{fase === 'onbepaald' && <path d="M3.5 0v14" class="l-os" />}</>}
        </pattern>
      </defs>
      <rect x="1" y="1" width="30" height="18" rx="3" fill={`url(#${id})`} class={fase === 'onbepaald' ? 'l-o' : `l-${fase}`} />
    </svg>
  )
}
