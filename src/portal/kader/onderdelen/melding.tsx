import type { ComponentChildren } from 'preact'
import type { Veldfout } from '../../../kern/weigering.ts'
import { InOrdeIcoon, SignaalIcoon } from '../iconen.tsx'
import { useTekst } from '../taal.ts'
import { teksten } from '../teksten.ts'
import { Nederlands } from './nederlands.tsx'

/**
 * Fouten boven de bladzijde, elk met een link naar zijn veld; `ids` waar een veld niet zijn naam als id heeft, `kop` waar er meer te zeggen is dan
 * hoeveel fouten er zijn. Geen fouten: niets.
 * De zinnen komen uit de actie en zijn Nederlands.
 */
export function Foutenoverzicht({ fouten, ids = {}, kop }: { fouten: readonly Veldfout[], ids?: Readonly<Record<string, string>>, kop?: string }) {
  const tekst = useTekst(teksten)
  if (fouten.length === 0) return null
  return (
    <div class="melding" role="alert" id="fouten" tabindex={-1}>
      <SignaalIcoon niveau="fout" maat={24} />
      <div>
        <h2 class="utrecht-heading-3">{kop ?? tekst.foutenTitel(fouten.length)}</h2>
        <ul>{fouten.map(({ veld, regel, watTeDoen }) => <li key={veld + regel}><Nederlands><a class="utrecht-link utrecht-link--html-a" href={`#${ids[veld] ?? veld}`}>{regel}</a>{` ${watTeDoen}`}</Nederlands></li>)}</ul>
      </div>
    </div>
  )
}

export function Gelukt({ children }: { children: ComponentChildren }) {
  return <p class="gelukt" role="status"><InOrdeIcoon /><span>{children}</span></p>
}

/** Een waarschuwing boven een blok; hooguit een per bladzijde. */
export function Aandacht({ kop, children }: { kop: string, children: ComponentChildren }) {
  return <div class="aandacht"><SignaalIcoon niveau="waarschuwing" maat={24} /><div><p><strong>{kop}</strong></p>{children}</div></div>
}

/** Er is niets: zeg dat het goed is of wat hier komt, en geef een weg verder. */
export function Leegstand({ kop, goed = false, children }: { kop: string, goed?: boolean, children: ComponentChildren }) {
  return <div class="kader-rustig leeg">{goed && <InOrdeIcoon maat={28} />}<div><h2 class="utrecht-heading-3">{kop}</h2>{children}</div></div>
}
