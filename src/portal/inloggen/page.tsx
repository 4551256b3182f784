import type { ComponentChildren } from 'preact'
import { type Browserstap, type Geweigerdeinlog, NIVEAUS, isTenMinste, VEREIST_NIVEAU } from '../../toegang/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { SignaalIcoon } from '../kader/iconen.tsx'
import { useTekst } from '../kader/taal.ts'
import { teksten } from './teksten.ts'

export interface Inlogbladzijde {
  readonly omgeving: Omgeving
  /** Pad van `/inloggen/start` met waar iemand naar terug wil; null als inloggen op deze server niet kan. */
  readonly start: string | null
  readonly reden: string | null
  /** Of er ook andere manieren staan: niet als iemand met eHerkenning alleen nog een keer inlogt. */
  readonly metAnders: boolean
}

/** De eerste bladzijde: inloggen met eHerkenning, of anders verder. */
export function tekenInloggen({ omgeving, start, reden, metAnders }: Inlogbladzijde): string {
  const tekst = teksten[omgeving.taal]
  const redenen: Readonly<Record<string, { readonly kop: string; readonly zin: string }>> = tekst.redenen
  const waarom = reden !== null && Object.hasOwn(redenen, reden) ? redenen[reden] : undefined
  return tekenBladzijde({
    omgeving, titel: waarom?.kop ?? tekst.titel,
    children: (
      <Kolommen>
        <h1 class="utrecht-heading-1">{waarom?.kop ?? tekst.titel}</h1>
        {waarom !== undefined && <p class="lees-groot" role="status">{waarom.zin}</p>}
        {reden !== 'opnieuw' && <p class={waarom === undefined ? 'lees-groot' : 'lees'}>{tekst.intro}</p>}
        {start === null ? <p class="kader-rustig">{tekst.kanNiet}</p> : (
          <>
            <p><Knop href={start}>{reden === 'opnieuw' ? tekst.knopOpnieuw : tekst.knop}</Knop></p>
            <p class="klein">{tekst.knopHint}</p>
          </>
        )}
        {metAnders && <Anders />}
      </Kolommen>
    ),
  })
}

/** wat er misging in gewone woorden, een kenmerk, en hoe iemand verder kan. */
export function tekenAfwijzing(omgeving: Omgeving, afwijzing: Geweigerdeinlog, kenmerk: string): string {
  const tekst = teksten[omgeving.taal]
  const { titel, zinnen, stappen } = tekst.afwijzingen[afwijzing.soort]
  const behaald = afwijzing.soort === 'NIVEAU_TE_LAAG' ? afwijzing.behaald : null
  return tekenBladzijde({
    omgeving, titel, fout: afwijzing.soort !== 'GEANNULEERD',
    children: (
      <Kolommen>
        <div class={afwijzing.soort === 'GEANNULEERD' ? 'melding melding--rustig' : 'melding'} role="alert">
          <SignaalIcoon niveau={afwijzing.soort === 'GEANNULEERD' ? 'info' : 'fout'} maat={24} />
          <div>
            <h1 class="utrecht-heading-2">{titel}</h1>
            {behaald !== null && <p>{tekst.uwNiveau}{' '}<strong>{behaald}</strong>.</p>}
            {zinnen.map((zin) => <p key={zin}>{zin}</p>)}
            <p>{omgeving.ingelogd === null ? tekst.niets : tekst.nietsAnders}</p>
          </div>
        </div>
        {afwijzing.soort === 'NIVEAU_TE_LAAG' && <Niveaus behaald={behaald} />}
        {stappen.length > 0 && <><h2 class="utrecht-heading-2">{tekst.niveauKop}</h2><ol class="stappen">{stappen.map((stap) => <li key={stap}>{stap}</li>)}</ol></>}
        <p class="knoprij"><Knop href={afwijzing.opnieuw ?? '/inloggen'}>{afwijzing.opnieuw === undefined ? tekst.opnieuw : tekst.verderBezig}</Knop></p>
        <p class="klein">{tekst.nummer}{' '}<strong>{kenmerk}</strong></p>
      </Kolommen>
    ),
  })
}

/** welke niveaus er zijn, welk dit was, en vanaf welk het kan. */
function Niveaus({ behaald }: { behaald: string | null }) {
  const tekst = useTekst(teksten)
  return (
    <ol class="niveaus" aria-label={tekst.niveaus}>
      {NIVEAUS.map((niveau) => {
        const [goed, dit] = [isTenMinste(niveau, VEREIST_NIVEAU), niveau === behaald]
        return (
          <li key={niveau} class={goed ? 'niveau niveau--goed' : dit ? 'niveau niveau--dit' : 'niveau'}>
            <span class="niveau__vak">{niveau}</span>
            {(dit || niveau === VEREIST_NIVEAU) && <span class="niveau__woord">{dit ? tekst.uwMiddel : tekst.nodig}</span>}
          </li>
        )
      })}
    </ol>
  )
}

/** Een tussenstap bij SAML: met JavaScript merkt niemand hem, zonder is er een knop. */
export function tekenDoorstuur(omgeving: Omgeving, { adres, velden }: Extract<Browserstap, { readonly soort: 'formulier' }>, script: string): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.verder, scripts: [script],
    children: (
      <div class="leesblok">
        <h1 class="utrecht-heading-1">{tekst.verder}</h1>
        <p class="lees">{tekst.verderUitleg}</p>
        <form method="post" action={adres} data-verstuur>
          {Object.entries(velden).map(([naam, waarde]) => <input key={naam} type="hidden" name={naam} value={waarde} />)}
          <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.verder}</button>
        </form>
      </div>
    ),
  })
}

/** Z-06: een inlog zonder rol is geen recht. */
export function tekenZonderRol(omgeving: Omgeving, kenmerk: string): string {
  const tekst = teksten[omgeving.taal]
  const { zonderRol } = tekst
  return tekenBladzijde({
    omgeving, titel: zonderRol.titel,
    children: (
      <div class="leesblok">
        <h1 class="utrecht-heading-1">{zonderRol.titel}</h1>
        <p class="lees-groot">{zonderRol.uitleg}</p>
        <p class="lees">{zonderRol.beperkt}</p>
        <h2 class="utrecht-heading-2">{zonderRol.kop}</h2>
        <p class="lees">{zonderRol.vraag}</p>
        <p class="lees">{zonderRol.daarna}</p>
        <ul class="keuzelijst">
          <Keuze href="/herkoppelen" naam={zonderRol.wissel} uitleg={zonderRol.wisselUitleg} />
          <Keuze href="/overstap" naam={zonderRol.oud} uitleg={zonderRol.oudUitleg} />
        </ul>
        <p class="lees">{zonderRol.anders}</p>
        <p class="klein">{tekst.nummer}{' '}<strong>{kenmerk}</strong></p>
      </div>
    ),
  })
}

function Kolommen({ children }: { children: ComponentChildren }) {
  const tekst = useTekst(teksten)
  return (
    <div class="inlog">
      <div class="leesblok">{children}</div>
      <aside class="inlog__zij" aria-label={tekst.nietVanSchool}>
        <h2 class="utrecht-heading-3">{tekst.nietVanSchool}</h2>
        <p><a class="utrecht-link utrecht-link--html-a" href="/regels">{tekst.leesRegels}</a></p>
      </aside>
    </div>
  )
}

function Anders() {
  const tekst = useTekst(teksten)
  return (
    <ul class="keuzelijst">
      <Keuze href="/inloggen/token" naam={tekst.token} uitleg={tekst.tokenUitleg} />
      <Keuze naam={tekst.geenMiddel} uitleg={tekst.geenMiddelUitleg} />
      <Keuze href="/v1/docs" naam={tekst.pakket} uitleg={tekst.pakketUitleg} />
    </ul>
  )
}

function Keuze({ href, naam, uitleg }: { href?: string, naam: string, uitleg: string }) {
  return <li class="keuzelijst__punt">{href === undefined ? <strong class="keuze__kop">{naam}</strong> : <a class="keuze__naam" href={href}>{naam}</a>}<span class="keuze__rol">{uitleg}</span></li>
}

function Knop({ href, children }: { href: string, children: string }) {
  return <a class="utrecht-button utrecht-button--submit utrecht-button--primary-action knoplink" href={href}>{children}</a>
}
