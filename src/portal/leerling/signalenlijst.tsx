import { opsomming } from '../../kern/zinnen.ts'
import type { Organisatie } from '../../organisatie/index.ts'
import { signaaltekst } from '../../normen/index.ts'
import { InOrdeIcoon, SignaalIcoon } from '../kader/iconen.tsx'
import type { Signaalstand } from '../portaal.ts'
import { vanTot } from '../woorden/datumwoorden.ts'
import { NIVEAU_WOORD } from '../woorden/woorden.ts'
import { Afhandelblok, type Afhandelformulier } from './afhandeling.tsx'
import { afhandeltekst } from './afhandelteksten.nl.ts'
import type { Lijstsignaal } from './signalen.ts'
import { tekst } from './teksten.nl.ts'
import { Bronlinks, Regelchips } from './waarom.tsx'

/** Wat er bij een open signaal hoort te staan als een school het kan afhandelen. */
export interface Afhandelbaar {
  readonly standen: readonly Signaalstand[]
  readonly deelnemerId: string
  readonly csrf: string | null
  readonly formulier: Afhandelformulier | null
}

interface Lijst {
  readonly signalen: readonly Lijstsignaal[]
  readonly organisaties: readonly Organisatie[]
  readonly afhandelbaar: Afhandelbaar
}

/** Alle signalen van de tijdlijn: open bovenaan, gesloten grijs. De spelden van de tekening wijzen hierheen. */
export function Signalenlijst({ signalen, organisaties, afhandelbaar }: Lijst) {
  return (
    <section class="signalen" aria-labelledby="signalen">
      <h2 id="signalen" class="utrecht-heading-2">{tekst.signalen}</h2>
      {signalen.length === 0 && <div class="kader-rustig leeg"><InOrdeIcoon maat={28} /><div><p class="utrecht-heading-3">{tekst.geenSignalen}</p><p class="klein">{tekst.geenSignalenUitleg}</p></div></div>}
      {signalen.length > 0 && <ul>{signalen.map((signaal) => <Item key={signaal.anker} signaal={signaal} organisaties={organisaties} afhandelbaar={afhandelbaar} />)}</ul>}
    </section>
  )
}

function Item({ signaal, organisaties, afhandelbaar: { standen: alle, formulier, ...wie } }: { signaal: Lijstsignaal } & Omit<Lijst, 'signalen'>) {
  const woorden = signaaltekst(signaal.code)
  const standen = signaal.open ? alle.filter(({ code }) => code === signaal.code) : []
  const afgehandeld = signaal.open ? afhandelwoord(standen) : undefined
  const stand = afgehandeld ?? (signaal.open ? tekst.open : tekst.gesloten)
  return (
    <li id={signaal.anker} class={signaal.open ? 'signaal' : 'signaal signaal--dicht'}>
      <details open={standen.some(({ signaalId }) => signaalId === formulier?.signaalId)}>
        <summary>
          <SignaalIcoon niveau={signaal.niveau} open={signaal.open} />
          <span class="signaal__kop">
            <span class="alleen-voorlezen">{`${NIVEAU_WOORD[signaal.niveau]}: `}</span>
            <span class="signaal__titel">{woorden.titel}</span>
            <span class="signaal__wanneer">{`${vanTot(signaal.van, signaal.totEnMet)} · ${voorWie(signaal, organisaties)}`}</span>
          </span>
          <span class={`stand stand--${!signaal.open ? 'dicht' : afgehandeld === undefined ? signaal.niveau : 'info'}`}>{stand}</span>
        </summary>
        <div class="signaal__uitleg">
          <p>{signaal.signaal.uitleg}</p>
          {signaal.open && <p><strong>Wat te doen: </strong>{signaal.advies}</p>}
          <p class="reden__bron"><Regelchips regels={signaal.signaal.regels} /><Bronlinks regels={signaal.signaal.regels} /></p>
          {standen.map((een) => <Afhandelblok key={een.signaalId} stand={een} organisaties={organisaties} formulier={formulier} {...wie} />)}
          <p class="klein">{signaal.code}</p>
        </div>
      </details>
    </li>
  )
}

/** Alleen als elke school die u ziet het zag of verklaarde; anders is het nog gewoon open. */
function afhandelwoord(standen: readonly Signaalstand[]): string | undefined {
  if (standen.length === 0 || standen.some(({ staat }) => staat === 'open')) return undefined
  return standen.every(({ staat }) => staat === 'verklaard') ? afhandeltekst.verklaardWoord : afhandeltekst.gezienWoord
}

/** Wie er iets moet doen; zonder school is dat de gemeente. */
export function voorWie({ signaal }: Lijstsignaal, organisaties: readonly Organisatie[]): string {
  if (signaal.voor.length === 0) return 'voor de gemeente'
  return `voor ${opsomming(signaal.voor.map((brin) => organisaties.find((school) => school.brin === brin)?.naam ?? `school ${brin}`))}`
}
