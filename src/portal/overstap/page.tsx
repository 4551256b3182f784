import type { Eigenoverstap, Koppelvoorstel } from '../../toegang/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { useTekst } from '../kader/taal.ts'
import { datumsIn } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'
import { Invoerveld, Weigeringmelding } from './veld.tsx'
import type { Weigeringtekst } from './weigering.ts'
import { rolwoord, tokenzin } from './woorden.ts'

/** Wat er gaat gebeuren, voordat iemand iets invult. */
export function tekenIntro(omgeving: Omgeving, { scholen, laatste }: Eigenoverstap, gestopt: boolean): string {
  const tekst = teksten[omgeving.taal]
  const kan = scholen.some(({ stand, coulance }) => stand === 'OVERSTAP_OPEN' || coulance)
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'overstap',
    children: (
      <div class="leesblok">
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        {gestopt && <p class="lees" role="status">{tekst.gestopt}</p>}
        {scholen.length === 0 ? <p class="kader-rustig">{tekst.geenScholen}</p> : <p class="lees-groot">{tekst.intro}</p>}
        {laatste !== null && <p class="lees">{tekst.laatste(laatste.gebruikersnaam)}</p>}
        {scholen.length > 0 && (
          <>
            <h2 class="utrecht-heading-2">{tekst.scholenKop}</h2>
            <ul class="overstap-scholen">{scholen.map((school) => <li key={school.brin}><strong>{school.naam}</strong>{`: ${tokenzin(school, omgeving.taal)}.`}</li>)}</ul>
          </>
        )}
        {kan && <Begin omgeving={omgeving} />}
        <p class="klein">{tekst.geenOud}</p>
      </div>
    ),
  })
}

function Begin({ omgeving }: { omgeving: Omgeving }) {
  const tekst = useTekst(teksten)
  return (
    <>
      <h2 class="utrecht-heading-2">{tekst.nodigKop}</h2>
      <ul class="overstap-nodig">{tekst.nodig.map((ding) => <li key={ding}>{ding}</li>)}</ul>
      <h2 class="utrecht-heading-2">{tekst.stappenKop}</h2>
      <ol class="stappen">{tekst.stappen.map((stap) => <li key={stap}>{stap}</li>)}</ol>
      <p class="lees">{tekst.tijd}</p>
      <form method="post" action="/overstap/begin">
        <Formulierbewijs omgeving={omgeving} />
        <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.begin}</button>
      </form>
      <p><a class="utrecht-link utrecht-link--html-a" href="/overstap/uitnodiging">{tekst.uitnodiging}</a></p>
    </>
  )
}

/** Stap 1: beide factoren van het oude middel. Het wachtwoord en de code staan na een fout nooit meer ingevuld. */
export function tekenBewijs(omgeving: Omgeving, fout: Weigeringtekst | null, getypt: string): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.bewijsTitel, fout: fout !== null, menu: 'overstap',
    children: (
      <div class="leesblok">
        <p class="klein">{tekst.stap(1)}</p>
        <h1 class="utrecht-heading-1">{tekst.bewijsTitel}</h1>
        {fout !== null && <Weigeringmelding {...fout} />}
        <form method="post" action="/overstap/bewijs" class="overstap-formulier">
          <Formulierbewijs omgeving={omgeving} />
          <Invoerveld naam="gebruikersnaam" label={tekst.gebruikersnaam} getypt={getypt} autocomplete="username" />
          <Invoerveld naam="wachtwoord" label={tekst.wachtwoord} geheim autocomplete="current-password" />
          <Invoerveld naam="code" label={tekst.code} hulp={tekst.codeHulp} autocomplete="one-time-code" cijfers />
          <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.verder}</button>
        </form>
        <Stop omgeving={omgeving} />
      </div>
    ),
  })
}

/** Stap 1 met een uitnodiging: de code wordt getypt en staat nooit in een adres. */
export function tekenUitnodiging(omgeving: Omgeving, fout: Weigeringtekst | null): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.uitnodigingTitel, fout: fout !== null, menu: 'overstap',
    children: (
      <div class="leesblok">
        <p class="klein">{tekst.stap(1)}</p>
        <h1 class="utrecht-heading-1">{tekst.uitnodigingTitel}</h1>
        {fout !== null && <Weigeringmelding {...fout} />}
        <p class="lees">{tekst.uitnodigingIntro}</p>
        <form method="post" action="/overstap/uitnodiging" class="overstap-formulier">
          <Formulierbewijs omgeving={omgeving} />
          <Invoerveld naam="code" label={tekst.uitnodigingCode} hulp={tekst.uitnodigingHulp} autocomplete="off" />
          <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.verder}</button>
        </form>
        <p><a class="utrecht-link utrecht-link--html-a" href="/overstap">{tekst.terug}</a></p>
      </div>
    ),
  })
}

/** Stap 2: beide kanten naast elkaar, zodat niemand ongemerkt het account van een ander koppelt. */
export function tekenBevestig(omgeving: Omgeving, { oud, eherkenning, overgedragen, weggelaten, verlooptOp, andereMedewerker }: Koppelvoorstel): string {
  const [{ taal }, tekst, { moment }] = [omgeving, teksten[omgeving.taal], datumsIn(omgeving.taal)]
  return tekenBladzijde({
    omgeving, titel: tekst.bevestigTitel, menu: 'overstap',
    children: (
      <div class="overstap-breed">
        <p class="klein">{tekst.stap(2)}</p>
        <h1 class="utrecht-heading-1">{tekst.bevestigTitel}</h1>
        <p class="lees-groot">{tekst.bevestigIntro}</p>
        {andereMedewerker && <Weigeringmelding titel={tekst.andereNaam} zinnen={[tekst.andereNaamUitleg]} />}
        <div class="overstap-kanten">
          <section class="kader-rustig" aria-labelledby="kop-oud">
            <h2 class="utrecht-heading-3" id="kop-oud">{tekst.oudKop}</h2>
            <Feiten feiten={[[tekst.gebruikersnaamKort, oud.gebruikersnaam], ...(oud.naam === null ? [] : [[tekst.naam, oud.naam] as const]), [tekst.school, `${oud.school} (${oud.brin})`]]} />
          </section>
          <section class="kader-rustig" aria-labelledby="kop-eh">
            <h2 class="utrecht-heading-3" id="kop-eh">{tekst.ehKop}</h2>
            <Feiten feiten={[[tekst.organisatie, eherkenning.organisatie], ...(eherkenning.naam === null ? [] : [[tekst.naam, eherkenning.naam] as const]), [tekst.kenmerk, eherkenning.kort]]} />
            <p class="klein">{tekst.kenmerkHulp}</p>
          </section>
        </div>
        <h2 class="utrecht-heading-2">{tekst.rollenKop}</h2>
        {overgedragen.length === 0 ? <p class="lees">{tekst.geenRollen}</p> : <ul class="overstap-nodig">{overgedragen.map((rol) => <li key={rolwoord(rol, taal)}>{rolwoord(rol, taal)}</li>)}</ul>}
        {weggelaten.length > 0 && (
          <>
            <h2 class="utrecht-heading-2">{tekst.weggelatenKop}</h2>
            <ul class="overstap-nodig">{weggelaten.map((rol) => <li key={rolwoord(rol, taal)}>{`${rolwoord(rol, taal)}: ${tekst.weggelaten[rol.waarom]}`}</li>)}</ul>
          </>
        )}
        <p class="lees"><strong>{tekst.gevolg}</strong></p>
        <p class="klein">{tekst.bevestigVoor(moment(verlooptOp))}</p>
        <form method="post" action="/overstap/bevestig">
          <Formulierbewijs omgeving={omgeving} />
          <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.bevestig}</button>
        </form>
        <Stop omgeving={omgeving} />
      </div>
    ),
  })
}

/** Na het koppelen: wat er gebeurde, wanneer, en wat iemand nu mag. */
export function tekenKlaar(omgeving: Omgeving, laatste: NonNullable<Eigenoverstap['laatste']>, alGekoppeld: boolean): string {
  const [{ taal }, tekst, { moment }] = [omgeving, teksten[omgeving.taal], datumsIn(omgeving.taal)]
  return tekenBladzijde({
    omgeving, titel: tekst.klaarTitel, menu: 'overstap',
    children: (
      <div class="leesblok">
        <p class="klein">{tekst.stap(3)}</p>
        <h1 class="utrecht-heading-1">{tekst.klaarTitel}</h1>
        {alGekoppeld && <p class="lees" role="status">{tekst.alGekoppeld}</p>}
        <p class="lees-groot">{tekst.klaar(laatste.gebruikersnaam, moment(laatste.gekoppeldOp))}</p>
        <h2 class="utrecht-heading-2">{tekst.klaarRollen}</h2>
        {laatste.rollen.length === 0 ? <p class="lees">{tekst.klaarGeen}</p> : <ul class="overstap-nodig">{laatste.rollen.map((rol) => <li key={rolwoord(rol, taal)}>{rolwoord(rol, taal)}</li>)}</ul>}
        <p class="lees">{tekst.klaarBeheerder}</p>
        <p><a class="utrecht-button utrecht-button--submit utrecht-button--primary-action knoplink" href="/">{tekst.naarBegin}</a></p>
      </div>
    ),
  })
}

/** Hier gaat het niet verder; met wat iemand wel kan doen. Wie met zijn token is ingelogd, gaat eerst langs eHerkenning. */
export function tekenWeigering(omgeving: Omgeving, fout: Weigeringtekst, eerstInloggen = false): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: fout.titel, fout: true, menu: 'overstap',
    children: (
      <div class="leesblok">
        <Weigeringmelding {...fout} kop />
        {eerstInloggen
          ? <p><a class="utrecht-button utrecht-button--submit utrecht-button--primary-action knoplink" href="/inloggen?terug=%2Foverstap">{tekst.metEherkenning}</a></p>
          : <p><a class="utrecht-link utrecht-link--html-a" href="/overstap">{tekst.terug}</a></p>}
      </div>
    ),
  })
}

function Feiten({ feiten }: { feiten: readonly (readonly [string, string])[] }) {
  return <dl class="overstap-feiten">{feiten.map(([naam, waarde]) => <div key={naam}><dt>{naam}</dt><dd>{waarde}</dd></div>)}</dl>
}

function Stop({ omgeving }: { omgeving: Omgeving }) {
  const tekst = useTekst(teksten)
  return (
    <form method="post" action="/overstap/annuleer">
      <Formulierbewijs omgeving={omgeving} />
      <button type="submit" class="linkknop">{tekst.stop}</button>
    </form>
  )
}
