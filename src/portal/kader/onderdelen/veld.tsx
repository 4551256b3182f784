import type { ComponentChildren } from 'preact'
import type { Veldfout } from '../../../kern/weigering.ts'
import { SignaalIcoon } from '../iconen.tsx'
import { useTekst } from '../taal.ts'
import { teksten } from '../teksten.ts'
import { Nederlands } from './nederlands.tsx'

export interface Veldprops {
  readonly naam: string
  readonly label: string
  readonly hint?: string
  /** Mag leeg blijven; dat staat er dan bij. */
  readonly leeg?: boolean
  readonly waarde?: string | undefined
  readonly fouten: readonly Veldfout[]
  readonly id?: string
}

interface Vakattributen {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: 'true'
}

/** Label, hint, fout en dan het vak, zoals elk veld. `maak` tekent het vak zelf. */
export function Veld({ naam, label, hint, leeg, fouten, id = naam, maak }: Omit<Veldprops, 'waarde'> & { maak: (attributen: Vakattributen) => ComponentChildren }) {
  const tekst = useTekst(teksten)
  const eigen = fouten.filter(({ veld }) => veld === naam)
  return (
    <div class={eigen.length === 0 ? 'veld' : 'veld veld--fout'}>
      <label class="utrecht-form-label" for={id}>{label}{leeg && <span class="mag-leeg">{` ${tekst.magLeeg}`}</span>}</label>
      <Hint id={id} hint={hint} />
      <Veldfouten id={id} fouten={eigen} />
      {maak({ id, name: naam, ...beschrevenDoor(id, hint, eigen), ...(eigen.length === 0 ? {} : { 'aria-invalid': 'true' as const }) })}
    </div>
  )
}

export function Tekstveld({ lengte = 200, cijfers, aanvullen = 'off', ...props }: Veldprops & { readonly lengte?: number, readonly cijfers?: boolean, readonly aanvullen?: string }) {
  return <Veld {...props} maak={(attributen) => <input class="utrecht-textbox utrecht-textbox--html-input" {...attributen} value={props.waarde ?? ''} maxlength={lengte} autocomplete={aanvullen} {...(cijfers ? { inputmode: 'numeric' as const } : {})} />} />
}

export function Tekstvak({ lengte = 500, ...props }: Veldprops & { readonly lengte?: number }) {
  return <Veld {...props} maak={(attributen) => <textarea class="utrecht-textarea utrecht-textarea--html-textarea" {...attributen} rows={4} maxlength={lengte}>{props.waarde ?? ''}</textarea>} />
}

export interface Keuze {
  readonly waarde: string
  readonly tekst: string
  /** Een zin onder de keuze; alleen bij keuzerondjes en vinkjes. */
  readonly uitleg?: string
}

export function Keuzeveld({ keuzes, ...props }: Veldprops & { readonly keuzes: readonly Keuze[] }) {
  return <Veld {...props} maak={(attributen) => <select class="utrecht-select utrecht-select--html-select" {...attributen}>{keuzes.map(({ waarde, tekst }) => <option key={waarde} value={waarde} selected={waarde === (props.waarde ?? '')}>{tekst}</option>)}</select>} />
}

/** Een vraag met keuzerondjes, of met vinkjes als er meer mag (`meer`: de gekozen waarden). `groot`: op openbare bladzijden. */
export function Keuzegroep({ naam, label, hint, fouten, waarde, keuzes, meer, groot = false, alsKop = false, id = naam }: Veldprops & { readonly keuzes: readonly Keuze[], readonly meer?: readonly string[], readonly groot?: boolean, readonly alsKop?: boolean }) {
  const eigen = fouten.filter(({ veld }) => veld === naam)
  const gekozen = meer ?? (waarde === undefined ? [] : [waarde])
  return (
    <fieldset class={['keuzegroep', ...(eigen.length === 0 ? [] : ['veld--fout']), ...(groot ? ['keuzegroep--groot'] : [])].join(' ')} {...beschrevenDoor(id, hint, eigen)}>
      <legend class={alsKop ? 'keuzegroep__kop' : 'utrecht-form-label'}>{alsKop ? <h1 class="utrecht-heading-1">{label}</h1> : label}</legend>
      <Hint id={id} hint={hint} />
      <Veldfouten id={id} fouten={eigen} />
      {keuzes.map(({ waarde: eigenWaarde, tekst, uitleg }, i) => {
        const keuzeId = i === 0 ? id : `${id}-${i}`
        return (
          <div key={eigenWaarde} class="keuzegroep__keuze">
            <input type={meer === undefined ? 'radio' : 'checkbox'} id={keuzeId} name={naam} value={eigenWaarde} checked={gekozen.includes(eigenWaarde)} {...(uitleg === undefined ? {} : { 'aria-describedby': `${keuzeId}-uitleg` })} />
            <label for={keuzeId}>{tekst}</label>
            {uitleg !== undefined && <p class="klein" id={`${keuzeId}-uitleg`}>{uitleg}</p>}
          </div>
        )
      })}
    </fieldset>
  )
}

function Hint({ id, hint }: { id: string, hint: string | undefined }) {
  return hint === undefined ? null : <p class="klein" id={`${id}-hint`}>{hint}</p>
}

function Veldfouten({ id, fouten }: { id: string, fouten: readonly Veldfout[] }) {
  if (fouten.length === 0) return null
  return <div id={`${id}-fout`}>{fouten.map(({ regel, watTeDoen }) => <p key={regel} class="veldfout"><SignaalIcoon niveau="fout" maat={16} /><Nederlands><span>{`${regel} ${watTeDoen}`}</span></Nederlands></p>)}</div>
}

function beschrevenDoor(id: string, hint: string | undefined, fouten: readonly Veldfout[]): { 'aria-describedby'?: string } {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(fouten.length === 0 ? [] : [`${id}-fout`])].join(' ')
  return ids === '' ? {} : { 'aria-describedby': ids }
}
