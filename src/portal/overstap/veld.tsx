import { SignaalIcoon } from '../kader/iconen.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import type { Weigeringtekst } from './weigering.ts'

interface Props {
  readonly naam: string
  readonly label: string
  readonly hulp?: string
  readonly geheim?: true
  readonly getypt?: string
  /** `username`, `current-password` of `one-time-code`: een wachtwoordkluis kan het veld dan vullen. */
  readonly autocomplete: string
  readonly cijfers?: true
  readonly fout?: string | null
}

/** Een invoerveld met hulp en een fout eronder; werkt zonder JavaScript. */
export function Invoerveld({ naam, label, hulp, geheim, getypt, autocomplete, cijfers, fout = null }: Props) {
  const beschrijving = [...(hulp === undefined ? [] : [`hulp-${naam}`]), ...(fout === null ? [] : [`fout-${naam}`])].join(' ')
  const vast = {
    class: 'utrecht-textbox utrecht-textbox--html-input', id: naam, name: naam, autocomplete, required: true, spellcheck: false, autocapitalize: 'none' as const,
    ...(beschrijving === '' ? {} : { 'aria-describedby': beschrijving }), ...(fout === null ? {} : { 'aria-invalid': true as const }),
  }
  return (
    <div class={fout === null ? 'veld' : 'veld veld--fout'}>
      <label class="utrecht-form-label" for={naam}>{label}</label>
      {hulp !== undefined && <p class="klein" id={`hulp-${naam}`}>{hulp}</p>}
      {fout !== null && <p class="veldfout" id={`fout-${naam}`}><SignaalIcoon niveau="fout" maat={16} />{fout}</p>}
      {geheim ? <input type="password" {...vast} /> : <input type="text" {...vast} {...(getypt === undefined ? {} : { value: getypt })} {...(cijfers ? { inputmode: 'numeric' as const } : {})} />}
    </div>
  )
}

/** Bovenaan een bladzijde: wat er niet kon en wat nu te doen. */
export function Weigeringmelding({ titel, zinnen, alleenNederlands, kop = false }: Omit<Weigeringtekst, 'status'> & { kop?: boolean }) {
  return (
    <div class="melding melding--fout" role="alert" tabindex={-1} id="fouten">
      <SignaalIcoon niveau="fout" maat={24} />
      <div>
        {kop ? <h1 class="utrecht-heading-2">{titel}</h1> : <p class="utrecht-heading-3">{titel}</p>}
        {zinnen.map((zin) => <p key={zin}>{alleenNederlands ? <Nederlands>{zin}</Nederlands> : zin}</p>)}
      </div>
    </div>
  )
}
