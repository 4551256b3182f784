import type { Veldfout } from '../../kern/weigering.ts'
import { type Gebruikersbeeld, isWerkendeBeheerder, type Organisatieregel, type Voorstel } from '../../toegang/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { Middelchip } from '../beheer/onderdelen.tsx'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import type { Getypt } from '../kader/invoer.ts'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Aandacht, Foutenoverzicht, Gelukt } from '../kader/onderdelen/melding.tsx'
import { Keuzeveld, Tekstveld } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { useAccountwoorden } from '../woorden/accountwoorden.ts'
import { Voorstellen } from './overstap.tsx'
import { teksten } from './teksten.ts'

/** Welke organisaties een beheerder hebben, en welke niet (T-17, T-18). */
export function tekenOrganisaties({ omgeving, regels }: { readonly omgeving: Omgeving, readonly regels: readonly Organisatieregel[] }): string {
  const { beheerders: tekst } = teksten[omgeving.taal]
  const [, scholen, beheerders, alle, zonderRol] = tekst.kolommen
  const zonder = regels.filter(({ werkendeBeheerders }) => werkendeBeheerders === 0).length
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'duo/organisaties',
    children: (
      <>
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        <p class="ondertitel">{regels.length === 0 ? tekst.niemand : tekst.ondertitel(regels.length, zonder)}</p>
        {regels.length === 0 ? <div class="kader-rustig"><p>{tekst.leeg}</p></div> : (
          <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
            <caption class="alleen-voorlezen">{tekst.bijschrift}</caption>
            <thead><tr>{tekst.kolommen.map((kop) => <th key={kop} scope="col">{kop}</th>)}</tr></thead>
            <tbody>
              {regels.toSorted((a, b) => Number(a.werkendeBeheerders > 0) - Number(b.werkendeBeheerders > 0)).map(({ organisatie, werkendeBeheerders, accounts, nieuw }) => (
                <tr key={organisatie.organisatieId}>
                  <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/duo/organisaties/${organisatie.organisatieId}`}>{organisatie.naam}</a></th>
                  <td data-kop={scholen}>{organisatie.scholen.map(({ brin }) => brin).join(', ')}</td>
                  <td data-kop={beheerders}>{werkendeBeheerders === 0 ? <strong>{tekst.geen}</strong> : werkendeBeheerders}</td>
                  <td data-kop={alle}>{accounts}</td><td data-kop={zonderRol}>{nieuw}</td>
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
  const { beheerders: tekst } = teksten[omgeving.taal]
  const beheerders = accounts.filter((account) => isWerkendeBeheerder(account, nu))
  return tekenBladzijde({
    omgeving, titel: organisatie.naam, menu: 'duo/organisaties', fout: fouten.length > 0,
    children: (
      <>
        <Kruimelpad stappen={[[tekst.titel, '/duo/organisaties']]} hier={organisatie.naam} />
        <h1 class="utrecht-heading-1">{organisatie.naam}</h1>
        <p class="ondertitel">{organisatie.scholen.map(({ naam, brin }) => `${naam} (${brin})`).join(', ')}</p>
        <Foutenoverzicht fouten={fouten} />
        {gelukt !== null && <Gelukt>{gelukt}</Gelukt>}
        <Voorstellen omgeving={omgeving} voorstellen={voorstellen} actorId={actorId} />
        <section>
          <h2 class="utrecht-heading-2">{`${tekst.titel} `}<span class="aantal">{beheerders.length}</span></h2>
          {beheerders.length === 0 ? <Aandacht kop={tekst.geenBeheerder}><p>{tekst.stelAan}</p></Aandacht> : <Accounttabel accounts={beheerders} nu={nu} kop={tekst.titel} />}
        </section>
        {beheerders.length === 0 && !voorstellen.some(({ soort }) => soort === 'eerste-beheerder') && <Aanstelformulier {...props} />}
        <section>
          <h2 class="utrecht-heading-2">{`${tekst.andere} `}<span class="aantal">{accounts.length - beheerders.length}</span></h2>
          {accounts.length > beheerders.length && <Accounttabel accounts={accounts.filter((account) => !beheerders.includes(account))} nu={nu} kop={tekst.andere} />}
        </section>
      </>
    ),
  })
}

function Accounttabel({ accounts, nu, kop }: { accounts: Gebruikersbeeld['accounts'], nu: Moment, kop: string }) {
  const [{ beheerders: tekst }, woorden] = [useTekst(teksten), useAccountwoorden()]
  const [, rollen, middel, laatst, stand] = tekst.accountkolommen
  return (
    <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
      <caption class="alleen-voorlezen">{kop}</caption>
      <thead><tr>{tekst.accountkolommen.map((woord) => <th key={woord} scope="col">{woord}</th>)}</tr></thead>
      <tbody>{accounts.map((account) => (
        <tr key={account.accountId}>
          <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${account.accountId}`}>{woorden.naam(account)}</a></th>
          <td data-kop={rollen}>{[...new Set(account.rollen.filter(({ ingetrokkenOp }) => ingetrokkenOp === null).map(({ rol }) => woorden.rol(rol)))].join(', ') || tekst.geen}</td>
          <td data-kop={middel}><Middelchip middel={account.middel} /></td><td data-kop={laatst}>{woorden.laatstIngelogd(account.laatstIngelogdOp, nu)}</td><td data-kop={stand}>{woorden.toestand(account.toestand)}</td>
        </tr>
      ))}</tbody>
    </table>
  )
}

/** T-18: wat op het formulier van het bestuur staat. */
function Aanstelformulier({ omgeving, beeld: { organisatie, accounts }, fouten, getypt }: Duoorganisatie) {
  const [{ beheerders: tekst }, woorden] = [useTekst(teksten), useAccountwoorden()]
  const kandidaten = accounts.filter(({ middel, toestand, intermediair }) => middel === 'EHERKENNING' && intermediair === null && (toestand === 'NIEUW' || toestand === 'ACTIEF'))
  const vak = (naam: string) => ({ naam, fouten, waarde: getypt[naam] })
  return (
    <section>
      <h2 class="utrecht-heading-2">{tekst.aanstellen}</h2>
      {kandidaten.length === 0 ? <p>{tekst.vraagInloggen}</p> : (
        <Formulier omgeving={omgeving} actie={`/duo/organisaties/${organisatie.organisatieId}/eerste-beheerder`} knop={tekst.legVoor} soort="primary">
          <Keuzeveld {...vak('account')} label={tekst.account} hint={tekst.accountHint} keuzes={[{ waarde: '', tekst: tekst.kies }, ...kandidaten.map((account) => ({ waarde: account.accountId, tekst: woorden.naam(account) }))]} />
          <Tekstveld {...vak('naam')} label={tekst.naam} />
          <Tekstveld {...vak('formulierKenmerk')} label={tekst.kenmerk} lengte={60} />
          <Tekstveld {...vak('ondertekendOp')} label={tekst.ondertekendOp} hint={tekst.ondertekendOpHint} />
          <Tekstveld {...vak('ondertekendDoor')} label={tekst.ondertekendDoor} hint={tekst.ondertekendDoorHint} />
        </Formulier>
      )}
    </section>
  )
}
