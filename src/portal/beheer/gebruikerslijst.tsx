import type { Moment } from '../../kern/datum.ts'
import { type Accountbeeld, type Gebruikersbeeld, geldtNu, moetBeoordeeld } from '../../toegang/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { csvBestand, isoDag } from './csv.ts'
import { Middelchip } from './onderdelen.tsx'
import { autorisatieWoord, rolWoord } from '../woorden/rolwoorden.ts'
import { dagVan, laatsteDag, laatsteDatum, laatstIngelogd, MIDDELWOORD, naamWoord, toestandWoord } from './woorden.ts'

export interface Lijstfilter {
  readonly zoek: string
  readonly middel: string
  readonly rol: string
}

export interface Gebruikerslijst {
  readonly omgeving: Omgeving
  readonly beeld: Gebruikersbeeld
  readonly filter: Lijstfilter
  readonly nu: Moment
}

/** K-EH-09, T-30: wie er zijn, met rollen, middel, stand en laatste inlog. */
export function tekenGebruikers({ omgeving, beeld, filter, nu }: Gebruikerslijst): string {
  const accounts = beeld.accounts.filter((account) => past(account, filter, nu))
  return tekenBladzijde({
    omgeving, titel: 'Gebruikers', menu: 'beheer/gebruikers',
    children: (
      <>
        <h1 class="utrecht-heading-1">Gebruikers</h1>
        <p class="ondertitel">{`${telling(accounts.length, beeld.accounts.length)} van ${beeld.organisatie.naam}`}</p>
        <Filter beeld={beeld} filter={filter} />
        {accounts.length === 0 ? <Leeg heeftFilter={beeld.accounts.length > 0} /> : <Tabel accounts={accounts} nu={nu} />}
        {beeld.accounts.length > 0 && <p class="verder"><a class="utrecht-link utrecht-link--html-a" href="/beheer/gebruikers.csv">Haal alle gebruikers op als bestand (csv)</a><span class="klein">{' Dat u dit ophaalt, staat in het logboek.'}</span></p>}
      </>
    ),
  })
}

function telling(aantal: number, alle: number): string {
  const woord = alle === 1 ? 'gebruiker' : 'gebruikers'
  return aantal === alle ? `${alle} ${woord}` : `${aantal} van de ${alle} ${woord}`
}

function past(account: Accountbeeld, { zoek, middel, rol }: Lijstfilter, nu: Moment): boolean {
  return (zoek === '' || naamWoord(account).toLowerCase().includes(zoek.toLowerCase())) && (middel === '' || account.middel === middel)
    && (rol === '' || account.rollen.some((een) => een.rol === rol && geldtNu(een, nu)))
}

function Filter({ beeld, filter }: { beeld: Gebruikersbeeld, filter: Lijstfilter }) {
  const rollen = [...new Set(beeld.accounts.flatMap((account) => account.rollen.map(({ rol }) => rol)))].toSorted()
  return (
    <form method="get" action="/beheer/gebruikers" class="formulier formulier--rij filterrij" role="search">
      <div class="veld"><label class="utrecht-form-label" for="zoek">Naam</label><input class="utrecht-textbox utrecht-textbox--html-input" id="zoek" name="zoek" value={filter.zoek} maxlength={60} autocomplete="off" /></div>
      <Kies naam="middel" label="Inlogmiddel" waarde={filter.middel} keuzes={Object.entries(MIDDELWOORD)} />
      <Kies naam="rol" label="Rol" waarde={filter.rol} keuzes={rollen.map((rol) => [rol, rolWoord(rol)] as const)} />
      <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--secondary-action">Toon</button>
    </form>
  )
}

function Kies({ naam, label, waarde, keuzes }: { naam: string, label: string, waarde: string, keuzes: readonly (readonly [string, string])[] }) {
  return (
    <div class="veld"><label class="utrecht-form-label" for={naam}>{label}</label>
      <select class="utrecht-select utrecht-select--html-select" id={naam} name={naam}><option value="">Alle</option>{keuzes.map(([code, tekst]) => <option key={code} value={code} selected={code === waarde}>{tekst}</option>)}</select>
    </div>
  )
}

function Leeg({ heeftFilter }: { heeftFilter: boolean }) {
  return heeftFilter
    ? <div class="kader-rustig"><h2 class="utrecht-heading-3">Geen gebruiker bij deze keuze</h2><p><a class="utrecht-link utrecht-link--html-a" href="/beheer/gebruikers">Toon alle gebruikers</a></p></div>
    : <div class="kader-rustig"><h2 class="utrecht-heading-3">Er zijn nog geen gebruikers</h2><p>Een medewerker komt hier te staan zodra hij met eHerkenning inlogt. Daarna geeft u hem rollen.</p></div>
}

function Tabel({ accounts, nu }: { accounts: readonly Accountbeeld[], nu: Moment }) {
  return (
    <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
      <caption class="alleen-voorlezen">Gebruikers</caption>
      <thead><tr>{['Naam', 'Rollen', 'Inlogmiddel', 'Laatste keer ingelogd', 'Stand'].map((kop) => <th key={kop} scope="col">{kop}</th>)}</tr></thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.accountId}>
            <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${account.accountId}`}>{naamWoord(account)}</a></th>
            <td data-kop="Rollen"><Rollen account={account} nu={nu} /></td>
            <td data-kop="Inlogmiddel"><Middelchip middel={account.middel} /></td>
            <td data-kop="Laatste keer ingelogd">{laatstIngelogd(account.laatstIngelogdOp, nu)}</td>
            <td data-kop="Stand">{toestandWoord(account.toestand)}<span class="meer regel">{`sinds ${dagVan(account.toestandSinds)}`}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Rollen({ account, nu }: { account: Accountbeeld, nu: Moment }) {
  const geldig = account.rollen.filter((rol) => geldtNu(rol, nu))
  if (geldig.length === 0) return <span class="meer">geen</span>
  return (
    <>
      {geldig.map((rol) => <span key={rol.rolId} class="regel">{autorisatieWoord(rol)}<span class="meer">{` sinds ${dagVan(rol.van)}${rol.voor === null ? '' : `, tot en met ${laatsteDag(rol.voor)}`}`}</span></span>)}
      {geldig.some((rol) => moetBeoordeeld(rol, nu)) && <span class="regel meer">na te kijken</span>}
    </>
  )
}

/** De lijst zoals DUO haar geeft, een regel per autorisatie (K-EH-08); wie geen rol heeft staat er met een lege rol in. */
export function gebruikersCsv({ accounts }: Gebruikersbeeld, nu: Moment): string {
  const kop = ['naam', 'inlogmiddel', 'stand', 'stand sinds', 'laatst ingelogd', 'rol', 'kenmerk', 'rol sinds', 'rol tot en met']
  const regels = accounts.flatMap((account) => {
    const vast = [naamWoord(account), MIDDELWOORD[account.middel], toestandWoord(account.toestand), isoDag(account.toestandSinds), isoDag(account.laatstIngelogdOp)]
    const geldig = account.rollen.filter((rol) => geldtNu(rol, nu))
    if (geldig.length === 0) return [[...vast, '', '', '', '']]
    return geldig.map((rol) => [...vast, rolWoord(rol.rol), rol.vestiging ?? rol.brin ?? '', isoDag(rol.van), rol.voor === null ? '' : laatsteDatum(rol.voor)])
  })
  return csvBestand(kop, regels)
}
