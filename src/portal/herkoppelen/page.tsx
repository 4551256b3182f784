import type { ComponentChildren } from 'preact'
import type { Herkoppelbewijs, Herkoppelvoorstel, Herkoppelweigering } from '../../toegang/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { SignaalIcoon } from '../kader/iconen.tsx'
import { Formulier, Ontvangstbewijs } from '../kader/onderdelen/formulier.tsx'
import { useTekst } from '../kader/taal.ts'
import { useAccountwoorden } from '../woorden/accountwoorden.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

/** Wat er gaat gebeuren, voordat iemand iets doet. */
export function tekenIntro(omgeving: Omgeving, gestopt: boolean): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.titel,
    children: (
      <div class="leesblok">
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        {gestopt && <p class="lees" role="status">{tekst.gestopt}</p>}
        <p class="lees-groot">{tekst.intro}</p>
        <h2 class="utrecht-heading-2">{tekst.nodigKop}</h2>
        <ul class="overstap-nodig">{tekst.nodig.map((ding) => <li key={ding}>{ding}</li>)}</ul>
        <h2 class="utrecht-heading-2">{tekst.stappenKop}</h2>
        <ol class="stappen">{tekst.stappen.map((stap) => <li key={stap}>{stap}</li>)}</ol>
        <p class="lees">{tekst.tijd}</p>
        <Formulier omgeving={omgeving} actie="/herkoppelen/begin" knop={tekst.begin} soort="primary" />
        <p class="klein">{tekst.werktNiet}</p>
      </div>
    ),
  })
}

/** Stap 1. Een link en geen formulier: een browser toetst bij een formulier ook waar de makelaar daarna naartoe stuurt. */
export function tekenBewijs(omgeving: Omgeving, start: string, verlooptOp: string): string {
  const tekst = teksten[omgeving.taal]
  const titel = tekst.stap(1, tekst.bewijsStap)
  return tekenBladzijde({
    omgeving, titel,
    children: (
      <div class="leesblok">
        <h1 class="utrecht-heading-1">{titel}</h1>
        <p class="lees-groot">{tekst.bewijsUitleg}</p>
        <p class="lees">{tekst.bewijsBlijft}</p>
        <p class="knoprij"><Knoplink href={start}>{tekst.naarOude}</Knoplink></p>
        <p class="klein">{tekst.verloopt(datumsIn(omgeving.taal).moment(verlooptOp))}</p>
        <Stop omgeving={omgeving} />
      </div>
    ),
  })
}

/** Stap 2: beide kanten naast elkaar, zodat niemand ongemerkt de inlog van een ander gebruikt (toegang.md 3.3). */
export function tekenBevestig(omgeving: Omgeving, voorstel: Herkoppelvoorstel): string {
  const tekst = teksten[omgeving.taal]
  const titel = tekst.stap(2, tekst.bevestigStap)
  const { moment } = datumsIn(omgeving.taal)
  const { oud, nieuw, organisatie, meegaand, weggelaten, verlooptOp } = voorstel
  return tekenBladzijde({
    omgeving, titel,
    children: (
      <div class="overstap-breed">
        <h1 class="utrecht-heading-1">{titel}</h1>
        <p class="lees-groot">{tekst.bevestigIntro}</p>
        <div class="overstap-kanten">
          <Kant id="kop-oud" kop={tekst.oudKop} feiten={[[tekst.naam, oud.naam ?? tekst.zonderNaam], [tekst.organisatie, organisatie], [tekst.kenmerk, oud.kort], [tekst.laatst, oud.laatstIngelogdOp === null ? tekst.nooit : moment(oud.laatstIngelogdOp)]]} />
          <Kant id="kop-nieuw" kop={tekst.nieuwKop} feiten={[[tekst.naam, nieuw.naam ?? tekst.zonderNaam], [tekst.organisatie, organisatie], [tekst.kenmerk, nieuw.kort]]} />
        </div>
        <p class="klein">{tekst.kenmerkHulp}</p>
        <h2 class="utrecht-heading-2">{tekst.rollenKop}</h2>
        <Rollen rollen={meegaand} />
        {weggelaten.length > 0 && (
          <>
            <h2 class="utrecht-heading-2">{tekst.weggelatenKop}</h2>
            <ul class="overstap-nodig">{weggelaten.map((rol) => <li key={`${rol.rol} ${rol.brin ?? ''}`}><Rolzin rol={rol} />{`: ${tekst.waarom[rol.waarom]}`}</li>)}</ul>
          </>
        )}
        <p class="lees"><strong>{tekst.gevolg}</strong></p>
        <p class="klein">{tekst.verloopt(moment(verlooptOp))}</p>
        <Formulier omgeving={omgeving} actie="/herkoppelen/bevestig" knop={tekst.bevestig} soort="primary" />
        <Stop omgeving={omgeving} />
      </div>
    ),
  })
}

/** Bewijs van ontvangst (S-74). */
export function tekenKlaar(omgeving: Omgeving, bewijs: Herkoppelbewijs, al: boolean): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.klaarTitel,
    children: (
      <div class="leesblok">
        {al && <p class="lees" role="status">{tekst.al}</p>}
        <Ontvangstbewijs
          kop={tekst.klaarTitel} nummer={nummerVan(bewijs)} tijd={datumsIn(omgeving.taal).moment(bewijs.herkoppeldOp)} watNu={tekst.watNu}
          regels={[{ vraag: tekst.klaarOud, antwoord: tekst.klaarOudWaarde(bewijs.oudKort) }, { vraag: tekst.klaarRollen, antwoord: bewijs.rollen.length === 0 ? tekst.klaarGeen : <Rollen rollen={bewijs.rollen} kaal /> }]}
        />
        <p class="knoprij"><Knoplink href="/">{tekst.naarWerk}</Knoplink></p>
      </div>
    ),
  })
}

/** Hier gaat het niet verder; met wat iemand wel kan doen. */
export function tekenWeigering(omgeving: Omgeving, { soort }: Herkoppelweigering): string {
  const tekst = teksten[omgeving.taal]
  const { titel, zinnen } = tekst.weigeringen[soort]
  return tekenBladzijde({
    omgeving, titel, fout: true,
    children: (
      <div class="leesblok">
        <div class="melding" role="alert" tabindex={-1} id="fouten">
          <SignaalIcoon niveau="fout" maat={24} />
          <div>
            <h1 class="utrecht-heading-2">{titel}</h1>
            {zinnen.map((zin) => <p key={zin}>{zin}</p>)}
            <p>{tekst.niets}</p>
          </div>
        </div>
        <p><a class="utrecht-link utrecht-link--html-a" href="/herkoppelen">{tekst.terug}</a></p>
      </div>
    ),
  })
}

interface Rol {
  readonly rol: string
  readonly brin: string | null
  readonly vestiging: string | null
  readonly voor?: string | null
}

/** `kaal`: zonder blokjes, in een rij van het bewijs van ontvangst. */
function Rollen({ rollen, kaal = false }: { rollen: readonly Rol[], kaal?: boolean }) {
  return <ul {...(kaal ? {} : { class: 'overstap-nodig' })}>{rollen.map((rol) => <li key={`${rol.rol} ${rol.brin ?? ''} ${rol.vestiging ?? ''}`}><Rolzin rol={rol} /></li>)}</ul>
}

/** "Inschrijving vo bij 11VA, alleen vestiging 11VA01, tot 1 maart 2027 00:00". */
function Rolzin({ rol: { rol, brin, vestiging, voor = null } }: { rol: Rol }) {
  const tekst = useTekst(teksten)
  const [{ moment }, woorden] = [useDatums(), useAccountwoorden()]
  const rest = [...(vestiging === null ? [] : [tekst.vestiging(vestiging)]), ...(voor === null ? [] : [tekst.tot(moment(voor))])]
  return <>{woorden.rol(rol)}{[brin === null ? '' : ` ${tekst.bij(brin)}`, ...rest.map((deel) => `, ${deel}`)].join('')}</>
}

function Kant({ id, kop, feiten }: { id: string, kop: string, feiten: readonly (readonly [string, string])[] }) {
  return (
    <section class="kader-rustig" aria-labelledby={id}>
      <h2 class="utrecht-heading-3" id={id}>{kop}</h2>
      <dl class="overstap-feiten">{feiten.map(([naam, waarde]) => <div key={naam}><dt>{naam}</dt><dd>{waarde}</dd></div>)}</dl>
    </section>
  )
}

function Knoplink({ href, children }: { href: string, children: ComponentChildren }) {
  return <a class="utrecht-button utrecht-button--submit utrecht-button--primary-action knoplink" href={href}>{children}</a>
}

function Stop({ omgeving }: { omgeving: Omgeving }) {
  const tekst = teksten[omgeving.taal]
  return (
    <form method="post" action="/herkoppelen/annuleer">
      <Formulierbewijs omgeving={omgeving} />
      <button type="submit" class="linkknop">{tekst.stop}</button>
    </form>
  )
}

/** Het toevallige deel van de sleutel, in groepjes die aan de telefoon te noemen zijn. */
function nummerVan({ herkoppelpogingId }: Herkoppelbewijs): string {
  return herkoppelpogingId.replaceAll('-', '').slice(-12).toUpperCase().replaceAll(/(.{4})(?=.)/g, '$1-')
}
