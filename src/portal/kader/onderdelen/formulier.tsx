import { type ComponentChildren, Fragment } from 'preact'
import type { Omgeving } from '../bladzijde.tsx'
import { Formulierbewijs } from '../formulierbewijs.tsx'
import { InOrdeIcoon } from '../iconen.tsx'
import { useTekst } from '../taal.ts'
import { teksten } from '../teksten.ts'

/** Een formulier met het bewijs van S-04 en een knop. De knop zegt wat er gebeurt. */
export function Formulier({ omgeving, actie, knop, soort = 'secondary', rij = false, breed = false, bestand = false, children }: { omgeving: Pick<Omgeving, 'ingelogd'>, actie: string, knop: string, soort?: 'primary' | 'secondary', rij?: boolean, breed?: boolean, bestand?: boolean, children?: ComponentChildren }) {
  return (
    <form method="post" action={actie} class={['formulier', ...(rij ? ['formulier--rij'] : []), ...(breed ? ['formulier--breed'] : [])].join(' ')} {...(bestand ? { enctype: 'multipart/form-data' } : {})}>
      <Formulierbewijs omgeving={omgeving} />
      {children}
      <button type="submit" class={`utrecht-button utrecht-button--submit utrecht-button--${soort}-action`}>{knop}</button>
    </form>
  )
}

export function Kruimelpad({ stappen, hier }: { stappen: readonly (readonly [tekst: string, href: string])[], hier: string }) {
  const tekst = useTekst(teksten)
  return <nav class="kruimelpad" aria-label={tekst.kruimelpad}>{stappen.map(([woord, href]) => <Fragment key={href}><a class="utrecht-link utrecht-link--html-a" href={href}>{woord}</a><span aria-hidden="true">/</span></Fragment>)}<span>{hier}</span></nav>
}

export interface Antwoordregel {
  readonly vraag: string
  readonly antwoord: ComponentChildren
  /** Waar het antwoord te veranderen is; zonder staat het vast. */
  readonly wijzig?: string
}

/** Kijk uw antwoorden na: elke vraag met het antwoord en een link om het te veranderen (S-74). */
export function Antwoorden({ regels }: { regels: readonly Antwoordregel[] }) {
  const tekst = useTekst(teksten)
  return (
    <dl class="antwoorden">
      {regels.map(({ vraag, antwoord, wijzig }) => (
        <div key={vraag} class="antwoorden__regel">
          <dt>{vraag}</dt>
          <dd>{antwoord}</dd>
          {wijzig !== undefined && <dd class="antwoorden__wijzig"><a class="utrecht-link utrecht-link--html-a" href={wijzig}>{tekst.wijzig}<span class="alleen-voorlezen">{` ${vraag}`}</span></a></dd>}
        </div>
      ))}
    </dl>
  )
}

/** Bewijs na het versturen: nummer, tijd, wat er veranderde en wat er nu gebeurt (S-74). Op papier een bladzijde. */
export function Ontvangstbewijs({ kop, nummer, tijd, regels, watNu }: { kop: string, nummer: string, tijd: string, regels: readonly Pick<Antwoordregel, 'vraag' | 'antwoord'>[], watNu: readonly string[] }) {
  const tekst = useTekst(teksten)
  return (
    <section class="ontvangst" aria-labelledby="ontvangst-kop">
      <h1 class="utrecht-heading-2 ontvangst__kop" id="ontvangst-kop"><InOrdeIcoon maat={28} /><span>{kop}</span></h1>
      <dl class="ontvangst__regels">
        {[{ vraag: tekst.bewijsNummer, antwoord: <strong>{nummer}</strong> }, { vraag: tekst.bewijsTijd, antwoord: tijd }, ...regels].map(({ vraag, antwoord }) => <div key={vraag}><dt>{vraag}</dt><dd>{antwoord}</dd></div>)}
      </dl>
      <h2 class="utrecht-heading-3">{tekst.watNu}</h2>
      {watNu.length === 1 ? <p>{watNu[0]}</p> : <ol>{watNu.map((zin) => <li key={zin}>{zin}</li>)}</ol>}
    </section>
  )
}
