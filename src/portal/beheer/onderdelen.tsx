import { type ComponentChildren, Fragment } from 'preact'
import type { Veldfout } from '../../kern/weigering.ts'
import type { Omgeving } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { InOrdeIcoon, SignaalIcoon } from '../kader/iconen.tsx'
import { MIDDELWOORD } from './woorden.ts'

/** Wat er getypt was; blijft staan na een fout. */
export type Getypt = Readonly<Record<string, string>>

/** Fouten boven de bladzijde, elk met een link naar zijn veld; `ids` waar een veld niet zijn naam als id heeft. Geen fouten: niets. */
export function Foutenoverzicht({ fouten, ids = {} }: { fouten: readonly Veldfout[], ids?: Readonly<Record<string, string>> }) {
  if (fouten.length === 0) return null
  return (
    <div class="melding" role="alert" id="fouten" tabindex={-1}>
      <SignaalIcoon niveau="fout" maat={24} />
      <div>
        <h2 class="utrecht-heading-3">{fouten.length === 1 ? 'Er is niets veranderd: 1 fout' : `Er is niets veranderd: ${fouten.length} fouten`}</h2>
        <ul>{fouten.map(({ veld, regel, watTeDoen }) => <li key={veld + regel}><a class="utrecht-link utrecht-link--html-a" href={`#${ids[veld] ?? veld}`}>{regel}</a>{` ${watTeDoen}`}</li>)}</ul>
      </div>
    </div>
  )
}

export function Gelukt({ children }: { children: ComponentChildren }) {
  return <p class="gelukt" role="status"><InOrdeIcoon /><span>{children}</span></p>
}

export function Aandacht({ kop, children }: { kop: string, children: ComponentChildren }) {
  return <div class="aandacht"><SignaalIcoon niveau="waarschuwing" maat={24} /><div><p><strong>{kop}</strong></p>{children}</div></div>
}

export interface Veldprops {
  readonly naam: string
  readonly label: string
  readonly hint?: string
  readonly leeg?: boolean
  readonly waarde?: string | undefined
  readonly fouten: readonly Veldfout[]
  readonly id?: string
}

/** Label, hint, fout en dan het vak, zoals elk veld. `maak` tekent het vak zelf. */
export function Veld({ naam, label, hint, leeg, fouten, id = naam, maak }: Omit<Veldprops, 'waarde'> & { maak: (attributen: { id: string, name: string, 'aria-describedby'?: string, 'aria-invalid'?: 'true' }) => ComponentChildren }) {
  const eigen = fouten.filter(({ veld }) => veld === naam)
  const beschrijving = [...(hint === undefined ? [] : [`${id}-hint`]), ...(eigen.length === 0 ? [] : [`${id}-fout`])].join(' ')
  return (
    <div class={eigen.length === 0 ? 'veld' : 'veld veld--fout'}>
      <label class="utrecht-form-label" for={id}>{label}{leeg && <span class="mag-leeg">{' (mag leeg blijven)'}</span>}</label>
      {hint !== undefined && <p class="klein" id={`${id}-hint`}>{hint}</p>}
      {eigen.map(({ regel, watTeDoen }) => <p key={regel} class="veldfout" id={`${id}-fout`}><SignaalIcoon niveau="fout" maat={16} /><span>{`${regel} ${watTeDoen}`}</span></p>)}
      {maak({ id, name: naam, ...(beschrijving === '' ? {} : { 'aria-describedby': beschrijving }), ...(eigen.length === 0 ? {} : { 'aria-invalid': 'true' as const }) })}
    </div>
  )
}

export function Tekstveld(props: Veldprops & { readonly lengte?: number }) {
  return <Veld {...props} maak={(attributen) => <input class="utrecht-textbox utrecht-textbox--html-input" {...attributen} value={props.waarde ?? ''} maxlength={props.lengte ?? 200} autocomplete="off" />} />
}

export function Reden(props: Omit<Veldprops, 'naam' | 'label'> & { readonly label?: string, readonly naam?: string }) {
  return <Tekstveld naam="reden" label="Reden" lengte={500} {...props} />
}

export interface Keuze {
  readonly waarde: string
  readonly tekst: string
}

export function Keuzeveld({ keuzes, ...props }: Veldprops & { readonly keuzes: readonly Keuze[] }) {
  return <Veld {...props} maak={(attributen) => <select class="utrecht-select utrecht-select--html-select" {...attributen}>{keuzes.map(({ waarde, tekst }) => <option key={waarde} value={waarde} selected={waarde === (props.waarde ?? '')}>{tekst}</option>)}</select>} />
}

/** Een formulier met het bewijs van S-04 en een knop. */
export function Formulier({ omgeving, actie, knop, soort = 'secondary', rij = false, children }: { omgeving: Omgeving, actie: string, knop: string, soort?: 'primary' | 'secondary', rij?: boolean, children?: ComponentChildren }) {
  return (
    <form method="post" action={actie} class={rij ? 'formulier formulier--rij' : 'formulier'}>
      <Formulierbewijs omgeving={omgeving} />
      {children}
      <button type="submit" class={`utrecht-button utrecht-button--submit utrecht-button--${soort}-action`}>{knop}</button>
    </form>
  )
}

export function Middelchip({ middel }: { middel: 'EHERKENNING' | 'DUO_TOKEN' }) {
  return <span class={`middelchip middelchip--${middel === 'EHERKENNING' ? 'eh' : 'token'}`}>{MIDDELWOORD[middel]}</span>
}

export function Kruimelpad({ stappen, hier }: { stappen: readonly (readonly [tekst: string, href: string])[], hier: string }) {
  return <nav class="kruimelpad" aria-label="U bent hier">{stappen.map(([tekst, href]) => <Fragment key={href}><a class="utrecht-link utrecht-link--html-a" href={href}>{tekst}</a><span aria-hidden="true">/</span></Fragment>)}<span>{hier}</span></nav>
}
