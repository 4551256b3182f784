import type { Organisatie } from '../../organisatie/index.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import { InOrdeIcoon, SignaalIcoon } from '../kader/iconen.tsx'
import type { Signaalstand } from '../portaal.ts'
import { Redenzin } from '../kader/onderdelen/redenzin.tsx'
import { Afhandelblok, type Afhandelformulier } from './afhandeling.tsx'
import { som } from './besluitregels.ts'
import type { Lijstsignaal } from './signalen.ts'
import { useWoorden, type Woorden } from './teksten.ts'
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
  const { tekst } = useWoorden()
  return (
    <section class="signalen" aria-labelledby="signalen">
      <h2 id="signalen" class="utrecht-heading-2">{tekst.signalen}</h2>
      {signalen.length === 0 && <div class="kader-rustig leeg"><InOrdeIcoon maat={28} /><div><p class="utrecht-heading-3">{tekst.geenSignalen}</p><p class="klein">{tekst.geenSignalenUitleg}</p></div></div>}
      {signalen.length > 0 && <ul>{signalen.map((signaal) => <Item key={signaal.anker} signaal={signaal} organisaties={organisaties} afhandelbaar={afhandelbaar} />)}</ul>}
    </section>
  )
}

function Item({ signaal, organisaties, afhandelbaar: { standen: alle, formulier, ...wie } }: { signaal: Lijstsignaal } & Omit<Lijst, 'signalen'>) {
  const taalwoorden = useWoorden()
  const { tekst, taal, begrip, datum } = taalwoorden
  const woorden = inTaal(signaaltekst(signaal.code), taal)
  const standen = signaal.open ? alle.filter(({ code }) => code === signaal.code) : []
  const afgehandeld = signaal.open ? afhandelwoord(standen, taalwoorden) : undefined
  const stand = afgehandeld ?? (signaal.open ? tekst.open : tekst.gesloten)
  return (
    <li id={signaal.anker} class={signaal.open ? 'signaal' : 'signaal signaal--dicht'}>
      <details open={standen.some(({ signaalId }) => signaalId === formulier?.signaalId)}>
        <summary>
          <SignaalIcoon niveau={signaal.niveau} open={signaal.open} />
          <span class="signaal__kop">
            <span class="alleen-voorlezen">{`${begrip.niveau(signaal.niveau)}: `}</span>
            <span class="signaal__titel">{woorden.titel}</span>
            <span class="signaal__wanneer">{`${datum.vanTot(signaal.van, signaal.totEnMet)} · ${voorWie(signaal, organisaties, taalwoorden)}`}</span>
          </span>
          <span class={`stand stand--${!signaal.open ? 'dicht' : afgehandeld === undefined ? signaal.niveau : 'info'}`}>{stand}</span>
        </summary>
        <div class="signaal__uitleg">
          <p><Redenzin zin={signaal.signaal.uitleg} /></p>
          {signaal.open && <p><strong>{`${tekst.watTeDoen}: `}</strong>{signaal.advies}</p>}
          <p class="reden__bron"><Regelchips regels={signaal.signaal.regels} /><Bronlinks regels={signaal.signaal.regels} /></p>
          {standen.map((een) => <Afhandelblok key={een.signaalId} stand={een} organisaties={organisaties} formulier={formulier} {...wie} />)}
          <p class="klein">{signaal.code}</p>
        </div>
      </details>
    </li>
  )
}

/** Alleen als elke school die u ziet het zag of verklaarde; anders is het nog gewoon open. */
function afhandelwoord(standen: readonly Signaalstand[], { tekst: { af } }: Woorden): string | undefined {
  if (standen.length === 0 || standen.some(({ staat }) => staat === 'open')) return undefined
  return standen.every(({ staat }) => staat === 'verklaard') ? af.verklaardWoord : af.gezienWoord
}

/** Wie er iets moet doen; zonder school is dat de gemeente. */
export function voorWie({ signaal }: Lijstsignaal, organisaties: readonly Organisatie[], woorden: Woorden): string {
  const { tekst } = woorden
  if (signaal.voor.length === 0) return tekst.voor(tekst.gemeente)
  return tekst.voor(som(signaal.voor.map((brin) => organisaties.find((school) => school.brin === brin)?.naam ?? tekst.school(brin)), woorden))
}
