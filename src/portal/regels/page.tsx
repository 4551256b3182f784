import type { Datum } from '../../kern/datum.ts'
import { kanAnders } from '../../gevolg/index.ts'
import { bron, findRegel, inTaal, type Parameter, parameters, type Regeltekst } from '../../normen/index.ts'
import { tekenBladzijde, type Omgeving } from '../kader/bladzijde.tsx'
import { Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Aandacht } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import type { Regelgeval } from './gevallen.ts'
import { Gevallentabel } from './gevallentabel.tsx'
import { Getal } from './getal.tsx'
import { domeinwoord } from './lijst.tsx'
import { Leidend, Signaalwoord, Zekerheidwoord } from './onderdelen.tsx'
import { teksten } from './teksten.ts'
import { signalenBij } from './vraag.ts'

export interface Regelbladzijde {
  readonly omgeving: Omgeving
  readonly regel: Regeltekst
  readonly gevallen: readonly Regelgeval[]
  readonly vandaag: Datum
}

/** Eén regel in gewone woorden: de getallen door de tijd, de bronnen, hoe zeker hij is, en de casussen die hem laten zien. */
export function tekenRegel({ omgeving, regel, gevallen, vandaag }: Regelbladzijde): string {
  const tekst = teksten[omgeving.taal]
  const woorden = inTaal(regel, omgeving.taal)
  const eigen = parameters().filter(({ gebruiktDoor }) => gebruiktDoor.includes(regel.id))
  return tekenBladzijde({
    omgeving, titel: `${woorden.titel} (${regel.id})`, menu: 'regels',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.titel, '/regels'], [domeinwoord(tekst.domein, regel.domein), `/regels?onderwerp=${regel.domein}`]]} hier={regel.id} />
        <div class="regelblad">
          <article class="regelblad__tekst">
            <h1 class="utrecht-heading-1">{woorden.titel}</h1>
            <p class="regelblad__uitleg">{woorden.uitleg}</p>
            <Kanttekening regel={regel} />
            {woorden.nietInCode !== null && <div class="kader-rustig"><p><strong>{tekst.niet}</strong>{` ${woorden.nietInCode}`}</p></div>}
            <Leidend />
            {eigen.length > 0 && <h2 class="utrecht-heading-2">{tekst.getallenKop(eigen.length)}</h2>}
            {eigen.map((parameter) => <Getal key={parameter.naam} parameter={parameter} vandaag={vandaag} alleen={eigen.length === 1} />)}
            <h2 class="utrecht-heading-2">{tekst.gevallenKop}</h2>
            <Gevallentabel gevallen={gevallen} />
          </article>
          <aside class="regelblad__zij" aria-label={tekst.regel}>
            <Feiten regel={regel} eigen={eigen} />
            <Bronnen regel={regel} />
            <Signalen regel={regel} />
            <OokIn regel={regel} eigen={eigen} />
            <WatAls eigen={eigen.filter(kanAnders)} />
          </aside>
        </div>
      </>
    ),
  })
}

type Deel = Pick<Regelbladzijde, 'regel'>

/** Wat onze lezing is, en waar iemand het kan zeggen als het niet klopt. */
function Kanttekening({ regel }: Deel) {
  const tekst = useTekst(teksten)
  const { kanttekening } = inTaal(regel, useTaal())
  if (kanttekening === null) return null
  return <Aandacht kop={regel.zekerheid === 'zeker' ? tekst.letOp : tekst.letOpAfgeleid}><p>{kanttekening}{` ${tekst.klopt} `}<a class="utrecht-link utrecht-link--html-a" href="/hulp">{tekst.laatWeten}</a>.</p></Aandacht>
}

function Feiten({ regel, eigen }: Deel & { eigen: readonly Parameter[] }) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  const nagekeken = [...regel.bronnen.map((id) => bron(id).gelezenOp), ...eigen.map(({ gecontroleerdOp }) => gecontroleerdOp)].toSorted().at(-1)
  return (
    <dl class="regelblad__feiten">
      <div><dt>{tekst.regel}</dt><dd>{regel.id}</dd></div>
      <div><dt>{tekst.zekerheid}</dt><dd><Zekerheidwoord zekerheid={regel.zekerheid} /><span class="klein">{regel.zekerheid === 'zeker' ? tekst.zekerUitleg : tekst.afgeleidUitleg}</span></dd></div>
      <div><dt>{tekst.inCodeVraag}</dt><dd>{regel.nietInCode === null ? tekst.inCodeJa : tekst.inCodeNee}</dd></div>
      {nagekeken !== undefined && <div><dt>{tekst.nagekeken}</dt><dd>{lang(nagekeken)}</dd></div>}
    </dl>
  )
}

function Bronnen({ regel }: Deel) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  return (
    <section aria-labelledby="bronnen">
      <h2 class="utrecht-heading-3" id="bronnen">{tekst.bronnen}</h2>
      <ul class="zijlijst">
        {regel.bronnen.map(bron).map(({ id, titel, url, gelezenOp, toelichting }) => (
          <li key={id}>
            <Nederlands>{url === null ? titel : <a class="utrecht-link utrecht-link--html-a" href={url} rel="noreferrer">{titel}</a>}</Nederlands>
            <span class="klein">{`${id} · ${tekst.gelezen(middel(gelezenOp))}`}{toelichting !== null && <Nederlands>{` · ${toelichting}`}</Nederlands>}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Signalen({ regel }: Deel) {
  const tekst = useTekst(teksten)
  const signalen = signalenBij(regel.id)
  if (signalen.length === 0) return null
  return (
    <section aria-labelledby="signalen">
      <h2 class="utrecht-heading-3" id="signalen">{tekst.signalen}</h2>
      <ul class="zijlijst">{signalen.map(({ code }) => <li key={code}><Signaalwoord code={code} /><span class="klein zijlijst__code">{code}</span></li>)}</ul>
    </section>
  )
}

/** De andere regels die hetzelfde getal gebruiken. */
function OokIn({ regel, eigen }: Deel & { eigen: readonly Parameter[] }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const ids = [...new Set(eigen.flatMap(({ gebruiktDoor }) => gebruiktDoor))].filter((id) => id !== regel.id)
  if (ids.length === 0) return null
  return (
    <section aria-labelledby="ook-in">
      <h2 class="utrecht-heading-3" id="ook-in">{tekst.ookIn}</h2>
      <ul class="zijlijst">
        {ids.map(findRegel).filter((ander) => ander !== undefined).map((ander) => <li key={ander.id}><a class="utrecht-link utrecht-link--html-a" href={`/regels/${ander.id}`}>{inTaal(ander, taal).titel}</a><span class="klein">{ander.id}</span></li>)}
      </ul>
    </section>
  )
}

function WatAls({ eigen }: { eigen: readonly Parameter[] }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const [enige] = eigen
  if (enige === undefined) return null
  return (
    <section class="watals" aria-labelledby="wat-als">
      <h2 class="utrecht-heading-3" id="wat-als">{tekst.watAls.kop}</h2>
      <p>{tekst.watAls.uitleg}</p>
      {eigen.length === 1
        ? <p><a class="utrecht-button utrecht-button--secondary-action regelknop" href={probeeradres(enige)}>{tekst.watAls.knop}</a></p>
        : <ul>{eigen.map((een) => <li key={een.naam}><a class="utrecht-link utrecht-link--html-a" href={probeeradres(een)}>{tekst.watAls.knopBij(inTaal(een, taal).omschrijving)}</a></li>)}</ul>}
    </section>
  )
}

function probeeradres({ naam }: Pick<Parameter, 'naam'>): string {
  return `/regels/wat-verandert?getal=${encodeURIComponent(naam)}`
}
