import { datumInNederland, type Moment } from '../../kern/datum.ts'
import { type Accountbeeld, type Gebruikersbeeld, moetBeoordeeld, type Overstapoverzicht, type Watwacht } from '../../toegang/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { InOrdeIcoon } from '../kader/iconen.tsx'
import { Formulier } from '../kader/onderdelen/formulier.tsx'
import { Gelukt } from '../kader/onderdelen/melding.tsx'
import { useTekst } from '../kader/taal.ts'
import { useAccountwoorden } from '../woorden/accountwoorden.ts'
import { useDatums } from '../woorden/datums.ts'
import { zinBij } from './formulier.ts'
import { naamInVoorstel } from './gebruikerformulieren.tsx'
import { teksten } from './teksten.ts'

export interface Beheerbegin {
  readonly omgeving: Omgeving
  readonly beeld: Gebruikersbeeld
  readonly overzicht: Overstapoverzicht
  readonly wacht: Watwacht
  readonly nu: Moment
  readonly gelezen: boolean
}

/** Wat er op de beheerder wacht, het dringendste eerst. */
export function tekenBeheer(props: Beheerbegin): string {
  const { omgeving, beeld, gelezen } = props
  const { begin: tekst } = teksten[omgeving.taal]
  const blokken = [<Voorstellen {...props} />, <Nieuw {...props} />, <Meldingen {...props} />, <Token {...props} />, <Nakijken {...props} />]
  const isLeeg = aantallen(props).every((aantal) => aantal === 0)
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'beheer',
    children: (
      <>
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        <p class="ondertitel">{tekst.ondertitel(beeld.organisatie.naam)}</p>
        {gelezen && <Gelukt>{tekst.gelezen}</Gelukt>}
        {isLeeg ? <div class="kader-rustig leeg"><InOrdeIcoon maat={28} /><div><h2 class="utrecht-heading-3">{tekst.niets}</h2><p>{tekst.nietsUitleg}</p></div></div> : blokken}
      </>
    ),
  })
}

function aantallen({ beeld, wacht, overzicht, nu }: Beheerbegin): readonly number[] {
  return [wacht.voorstellen.length, nieuwe(beeld).length, wacht.meldingen.length, tokens(overzicht).length, naTeKijken(beeld, nu).length]
}

function nieuwe({ accounts }: Gebruikersbeeld): readonly Accountbeeld[] {
  return accounts.filter(({ toestand }) => toestand === 'NIEUW')
}

function tokens({ regels }: Overstapoverzicht) {
  return regels.filter(({ middel: soort, toestand }) => soort === 'DUO_TOKEN' && ['ACTIEF_TOKEN', 'AFGESLOTEN', 'GEBLOKKEERD'].includes(toestand))
}

function naTeKijken({ accounts }: Gebruikersbeeld, nu: Moment): readonly Accountbeeld[] {
  return accounts.filter(({ rollen }) => rollen.some((rol) => moetBeoordeeld(rol, nu)))
}

function Blok({ kop, aantal, children }: { kop: string, aantal: number, children: preact.ComponentChildren }) {
  return aantal === 0 ? null : <section><h2 class="utrecht-heading-2">{`${kop} `}<span class="aantal">{aantal}</span></h2>{children}</section>
}

function Voorstellen({ wacht: { voorstellen }, beeld }: Beheerbegin) {
  const [{ begin: { voorstellen: tekst }, gebruiker: { naam: { uitDienst } } }, { dag }] = [useTekst(teksten), useAccountwoorden()]
  return (
    <Blok kop={tekst.kop} aantal={voorstellen.length}>
      <ul class="regellijst">{voorstellen.map((voorstel) => <li key={voorstel.voorstelId}>{voorstel.soort === 'naam-geven'
        ? <a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${voorstel.sleutel}#voorstel`}>{tekst.naam(naamInVoorstel(voorstel, beeld) ?? uitDienst)}</a>
        : <a class="utrecht-link utrecht-link--html-a" href="/beheer/overstap#over">{voorstel.soort === 'ontkoppelen' ? tekst.ontkoppelen : voorstel.soort}</a>}<span class="meer">{tekst.op(dag(voorstel.voorgesteldOp))}</span></li>)}</ul>
    </Blok>
  )
}

function Nieuw({ beeld }: Beheerbegin) {
  const [{ nieuw: tekst }, woorden] = [useTekst(teksten).begin, useAccountwoorden()]
  const lijst = nieuwe(beeld)
  return (
    <Blok kop={tekst.kop} aantal={lijst.length}>
      <p>{tekst.uitleg}</p>
      <ul class="regellijst">{lijst.map((account) => <li key={account.accountId}><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${account.accountId}`}>{woorden.naam(account)}</a><span class="meer">{tekst.op(woorden.dag(account.aangemaaktOp))}</span></li>)}</ul>
    </Blok>
  )
}

function Meldingen({ omgeving, wacht: { meldingen } }: Beheerbegin) {
  const [{ meldingen: tekst }, { dag }] = [useTekst(teksten).begin, useAccountwoorden()]
  return (
    <Blok kop={tekst.kop} aantal={meldingen.length}>
      <ul class="regellijst">
        {meldingen.map(({ meldingId, naam, soort, accountId, op }) => (
          <li key={meldingId}>
            <span><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${accountId}`}>{naam ?? tekst.zonderNaam}</a>{` ${zinBij(tekst.soort, soort) ?? soort.toLowerCase()}`}<span class="meer">{`, ${dag(op)}`}</span></span>
            <Formulier omgeving={omgeving} actie={`/beheer/meldingen/${meldingId}`} knop={tekst.gelezen} rij />
          </li>
        ))}
      </ul>
    </Blok>
  )
}

function Token({ overzicht, nu }: Beheerbegin) {
  const [{ token: tekst }, { middel }] = [useTekst(teksten).begin, useDatums()]
  const lijst = tokens(overzicht)
  const dagen = overzicht.scholen.flatMap(({ tokenTotEnMet }) => (tokenTotEnMet !== null && tokenTotEnMet >= datumInNederland(new Date(nu)) ? [tokenTotEnMet] : [])).toSorted()
  return (
    <Blok kop={tekst.kop} aantal={lijst.length}>
      <p>{dagen[0] === undefined ? tekst.nogNiet : tekst.nietMeerNa(middel(dagen[0]))}{' '}<a class="utrecht-link utrecht-link--html-a" href="/beheer/overstap">{tekst.bekijk}</a></p>
    </Blok>
  )
}

function Nakijken({ beeld, nu }: Beheerbegin) {
  const [{ nakijken: tekst }, woorden] = [useTekst(teksten).begin, useAccountwoorden()]
  const lijst = naTeKijken(beeld, nu)
  return (
    <Blok kop={tekst.kop} aantal={lijst.length}>
      <p>{tekst.uitleg}</p>
      <ul class="regellijst">{lijst.map((account) => <li key={account.accountId}><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${account.accountId}`}>{woorden.naam(account)}</a></li>)}</ul>
    </Blok>
  )
}
