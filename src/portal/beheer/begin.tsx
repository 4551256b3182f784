import { datumInNederland, type Moment } from '../../kern/datum.ts'
import { type Accountbeeld, type Gebruikersbeeld, moetBeoordeeld, type Overstapoverzicht, type Watwacht } from '../../toegang/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { InOrdeIcoon } from '../kader/iconen.tsx'
import { middel } from '../woorden/datumwoorden.ts'
import { naamInVoorstel } from './gebruikerformulieren.tsx'
import { Formulier, Gelukt } from './onderdelen.tsx'
import { dagVan, naamWoord } from './woorden.ts'

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
  const blokken = [<Voorstellen {...props} />, <Nieuw {...props} />, <Meldingen {...props} />, <Token {...props} />, <Nakijken {...props} />]
  const isLeeg = aantallen(props).every((aantal) => aantal === 0)
  return tekenBladzijde({
    omgeving, titel: 'Beheer', menu: 'beheer',
    children: (
      <>
        <h1 class="utrecht-heading-1">Beheer</h1>
        <p class="ondertitel">{`${beeld.organisatie.naam}. U deelt hier rollen uit; het middel en de machtiging regelt de machtigingenbeheerder bij de leverancier van eHerkenning.`}</p>
        {gelezen && <Gelukt>De melding is gelezen.</Gelukt>}
        {isLeeg ? <div class="kader-rustig leeg"><InOrdeIcoon maat={28} /><div><h2 class="utrecht-heading-3">Er wacht niets op u</h2><p>Iedereen heeft een rol, alle rollen zijn nagekeken en niemand gebruikt nog een token.</p></div></div> : blokken}
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
  return (
    <Blok kop="Wacht op een tweede beheerder" aantal={voorstellen.length}>
      <ul class="regellijst">{voorstellen.map((voorstel) => <li key={voorstel.voorstelId}>{voorstel.soort === 'naam-geven'
        ? <a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${voorstel.sleutel}#voorstel`}>{`Een account op naam van ${naamInVoorstel(voorstel, beeld)}`}</a>
        : <a class="utrecht-link utrecht-link--html-a" href="/beheer/overstap#over">{voorstel.soort === 'ontkoppelen' ? 'Ontkoppelen van een account' : voorstel.soort}</a>}<span class="meer">{`voorgesteld op ${dagVan(voorstel.voorgesteldOp)}`}</span></li>)}</ul>
    </Blok>
  )
}

function Nieuw({ beeld }: Beheerbegin) {
  const lijst = nieuwe(beeld)
  return (
    <Blok kop="Nog zonder rol" aantal={lijst.length}>
      <p>Deze medewerkers logden in met eHerkenning en kunnen nog niets. Geef een naam, laat die bevestigen en geef dan een rol, of beëindig het account als u de persoon niet kent.</p>
      <ul class="regellijst">{lijst.map((account) => <li key={account.accountId}><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${account.accountId}`}>{naamWoord(account)}</a><span class="meer">{`eerste keer op ${dagVan(account.aangemaaktOp)}`}</span></li>)}</ul>
    </Blok>
  )
}

const MELDING: Readonly<Record<string, string>> = {
  GEKOPPELD: 'stapte over naar eHerkenning', GEKOPPELD_DOOR_ANDER: 'is gekoppeld met het middel van iemand anders: klopt dat?', GEKOPPELD_DOOR_BEHEERDER: 'kreeg de rollen opnieuw van een beheerder',
  GEBLOKKEERD: 'is geblokkeerd na te veel fouten', ONTKOPPELD: 'is ontkoppeld', INGETROKKEN: 'is ingetrokken',
  HERKOPPELD: 'ging verder met een andere inlog van eHerkenning: klopt dat?',
  NAAM_GEGEVEN: 'kreeg een account op naam: klopt dat?', NAAM_VERBETERD: 'kreeg een verbeterde naam', UITNODIGING_ZONDER_NAAM: 'kreeg een uitnodiging die iemand zonder naam aannam: was dat deze medewerker?',
}

function Meldingen({ omgeving, wacht: { meldingen } }: Beheerbegin) {
  return (
    <Blok kop="Meldingen" aantal={meldingen.length}>
      <ul class="regellijst">
        {meldingen.map(({ meldingId, naam, soort, accountId, op }) => (
          <li key={meldingId}>
            <span><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${accountId}`}>{naam ?? 'Een account zonder naam'}</a>{` ${MELDING[soort] ?? soort.toLowerCase()}`}<span class="meer">{`, ${dagVan(op)}`}</span></span>
            <Formulier omgeving={omgeving} actie={`/beheer/meldingen/${meldingId}`} knop="Gelezen" rij />
          </li>
        ))}
      </ul>
    </Blok>
  )
}

function Token({ overzicht, nu }: Beheerbegin) {
  const lijst = tokens(overzicht)
  const dagen = overzicht.scholen.flatMap(({ tokenTotEnMet }) => (tokenTotEnMet !== null && tokenTotEnMet >= datumInNederland(new Date(nu)) ? [tokenTotEnMet] : [])).toSorted()
  return (
    <Blok kop="Nog op token" aantal={lijst.length}>
      <p>{dagen[0] === undefined ? 'Zij loggen nog niet in met eHerkenning.' : `Zij kunnen na ${middel(dagen[0])} niet meer inloggen.`}{' '}<a class="utrecht-link utrecht-link--html-a" href="/beheer/overstap">Bekijk de overstap</a></p>
    </Blok>
  )
}

function Nakijken({ beeld, nu }: Beheerbegin) {
  const lijst = naTeKijken(beeld, nu)
  return (
    <Blok kop="Rollen nakijken" aantal={lijst.length}>
      <p>Heeft deze medewerker zijn rollen nog nodig? Kijk gewone rollen elk jaar na, en ruime rollen elk half jaar.</p>
      <ul class="regellijst">{lijst.map((account) => <li key={account.accountId}><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${account.accountId}`}>{naamWoord(account)}</a></li>)}</ul>
    </Blok>
  )
}
