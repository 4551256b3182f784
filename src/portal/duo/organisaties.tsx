import type { Veldfout } from '../../kern/weigering.ts'
import { type Gebruikersbeeld, isWerkendeBeheerder, type Organisatieregel, type Voorstel } from '../../toegang/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { Aandacht, Foutenoverzicht, Formulier, Gelukt, type Getypt, Keuzeveld, Kruimelpad, Middelchip, Tekstveld } from '../beheer/onderdelen.tsx'
import { rolWoord } from '../woorden/rolwoorden.ts'
import { laatstIngelogd, naamWoord, toestandWoord } from '../beheer/woorden.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Voorstellen } from './overstap.tsx'

/** Welke organisaties een beheerder hebben, en welke niet (T-17, T-18). */
export function tekenOrganisaties({ omgeving, regels }: { readonly omgeving: Omgeving, readonly regels: readonly Organisatieregel[] }): string {
  const zonder = regels.filter(({ werkendeBeheerders }) => werkendeBeheerders === 0).length
  return tekenBladzijde({
    omgeving, titel: 'Beheerders', menu: 'duo/organisaties',
    children: (
      <>
        <h1 class="utrecht-heading-1">Beheerders</h1>
        <p class="ondertitel">{regels.length === 0 ? 'Nog niemand van een school logde in.' : `${regels.length} organisaties, ${zonder} zonder beheerder die kan inloggen`}</p>
        {regels.length === 0 ? <div class="kader-rustig"><p>Een organisatie komt hier te staan zodra een medewerker inlogt.</p></div> : (
          <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
            <caption class="alleen-voorlezen">Organisaties en hun beheerders</caption>
            <thead><tr>{['Organisatie', 'Scholen', 'Beheerders', 'Accounts', 'Nog zonder rol'].map((kop) => <th key={kop} scope="col">{kop}</th>)}</tr></thead>
            <tbody>
              {regels.toSorted((a, b) => Number(a.werkendeBeheerders > 0) - Number(b.werkendeBeheerders > 0)).map(({ organisatie, werkendeBeheerders, accounts, nieuw }) => (
                <tr key={organisatie.organisatieId}>
                  <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/duo/organisaties/${organisatie.organisatieId}`}>{organisatie.naam}</a></th>
                  <td data-kop="Scholen">{organisatie.scholen.map(({ brin }) => brin).join(', ')}</td>
                  <td data-kop="Beheerders">{werkendeBeheerders === 0 ? <strong>geen</strong> : werkendeBeheerders}</td>
                  <td data-kop="Accounts">{accounts}</td><td data-kop="Nog zonder rol">{nieuw}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </>
    ),
  })
}

export interface Duoorganisatie {
  readonly omgeving: Omgeving
  readonly beeld: Gebruikersbeeld
  readonly voorstellen: readonly Voorstel[]
  readonly actorId: string
  readonly nu: Moment
  readonly fouten: readonly Veldfout[]
  readonly getypt: Getypt
  readonly gelukt: string | null
}

export function tekenOrganisatie(props: Duoorganisatie): string {
  const { omgeving, beeld: { organisatie, accounts }, voorstellen, actorId, nu, fouten, gelukt } = props
  const beheerders = accounts.filter((account) => isWerkendeBeheerder(account, nu))
  return tekenBladzijde({
    omgeving, titel: organisatie.naam, menu: 'duo/organisaties', fout: fouten.length > 0,
    children: (
      <>
        <Kruimelpad stappen={[['Beheerders', '/duo/organisaties']]} hier={organisatie.naam} />
        <h1 class="utrecht-heading-1">{organisatie.naam}</h1>
        <p class="ondertitel">{organisatie.scholen.map(({ naam, brin }) => `${naam} (${brin})`).join(', ')}</p>
        <Foutenoverzicht fouten={fouten} />
        {gelukt !== null && <Gelukt>{gelukt}</Gelukt>}
        <Voorstellen omgeving={omgeving} voorstellen={voorstellen} actorId={actorId} />
        <section>
          <h2 class="utrecht-heading-2">{'Beheerders '}<span class="aantal">{beheerders.length}</span></h2>
          {beheerders.length === 0 ? <Aandacht kop="Deze organisatie heeft geen beheerder die kan inloggen."><p>Stel hieronder een eerste beheerder aan, op een formulier van het bestuur.</p></Aandacht> : <Accounttabel accounts={beheerders} nu={nu} kop="Beheerders" />}
        </section>
        {beheerders.length === 0 && !voorstellen.some(({ soort }) => soort === 'eerste-beheerder') && <Aanstelformulier {...props} />}
        <section>
          <h2 class="utrecht-heading-2">{'Andere accounts '}<span class="aantal">{accounts.length - beheerders.length}</span></h2>
          {accounts.length > beheerders.length && <Accounttabel accounts={accounts.filter((account) => !beheerders.includes(account))} nu={nu} kop="Andere accounts" />}
        </section>
      </>
    ),
  })
}

function Accounttabel({ accounts, nu, kop }: { accounts: Gebruikersbeeld['accounts'], nu: Moment, kop: string }) {
  return (
    <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
      <caption class="alleen-voorlezen">{kop}</caption>
      <thead><tr>{['Naam', 'Rollen', 'Inlogmiddel', 'Laatste keer ingelogd', 'Stand'].map((woord) => <th key={woord} scope="col">{woord}</th>)}</tr></thead>
      <tbody>{accounts.map((account) => (
        <tr key={account.accountId}>
          <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${account.accountId}`}>{naamWoord(account)}</a></th>
          <td data-kop="Rollen">{[...new Set(account.rollen.filter(({ ingetrokkenOp }) => ingetrokkenOp === null).map(({ rol }) => rolWoord(rol)))].join(', ') || 'geen'}</td>
          <td data-kop="Inlogmiddel"><Middelchip middel={account.middel} /></td><td data-kop="Laatste keer ingelogd">{laatstIngelogd(account.laatstIngelogdOp, nu)}</td><td data-kop="Stand">{toestandWoord(account.toestand)}</td>
        </tr>
      ))}</tbody>
    </table>
  )
}

/** T-18: wat op het formulier van het bestuur staat. */
function Aanstelformulier({ omgeving, beeld: { organisatie, accounts }, fouten, getypt }: Duoorganisatie) {
  const kandidaten = accounts.filter(({ middel, toestand, intermediair }) => middel === 'EHERKENNING' && intermediair === null && (toestand === 'NIEUW' || toestand === 'ACTIEF'))
  const vak = (naam: string) => ({ naam, fouten, waarde: getypt[naam] })
  return (
    <section>
      <h2 class="utrecht-heading-2">Eerste beheerder aanstellen</h2>
      {kandidaten.length === 0 ? <p>Vraag de nieuwe beheerder om een keer in te loggen met eHerkenning. Daarna kunt u hier zijn account kiezen.</p> : (
        <Formulier omgeving={omgeving} actie={`/duo/organisaties/${organisatie.organisatieId}/eerste-beheerder`} knop="Leg dit voor aan een tweede behandelaar" soort="primary">
          <Keuzeveld {...vak('account')} label="Account" hint="Het account waarmee deze persoon inlogde." keuzes={[{ waarde: '', tekst: 'Kies een account' }, ...kandidaten.map((account) => ({ waarde: account.accountId, tekst: naamWoord(account) }))]} />
          <Tekstveld {...vak('naam')} label="Naam van de beheerder" />
          <Tekstveld {...vak('formulierKenmerk')} label="Kenmerk van het formulier" lengte={60} />
          <Tekstveld {...vak('ondertekendOp')} label="Ondertekend op" hint="Bijvoorbeeld 20-11-2026" />
          <Tekstveld {...vak('ondertekendDoor')} label="Ondertekend door" hint="Naam van de bestuurder" />
        </Formulier>
      )}
    </section>
  )
}
