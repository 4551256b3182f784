import type { Moment } from '../../kern/datum.ts'
import { type Accountbeeld, type Gebruikersbeeld, geldtNu, moetBeoordeeld } from '../../toegang/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { useTekst } from '../kader/taal.ts'
import { type Accountwoorden, accountwoordenIn, useAccountwoorden } from '../woorden/accountwoorden.ts'
import { useDatums } from '../woorden/datums.ts'
import { csvBestand, isoDag } from './csv.ts'
import { laatsteDatum } from './formulier.ts'
import { Middelchip } from './onderdelen.tsx'
import { teksten } from './teksten.ts'

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
  const { inLogboek, lijst: tekst } = teksten[omgeving.taal]
  const accounts = beeld.accounts.filter((account) => past(account, filter, nu, accountwoordenIn(omgeving.taal)))
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'beheer/gebruikers',
    children: (
      <>
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        <p class="ondertitel">{accounts.length === beeld.accounts.length ? tekst.alles(accounts.length, beeld.organisatie.naam) : tekst.deel(accounts.length, beeld.accounts.length, beeld.organisatie.naam)}</p>
        <Filter beeld={beeld} filter={filter} />
        {accounts.length === 0 ? <Leeg heeftFilter={beeld.accounts.length > 0} /> : <Tabel accounts={accounts} nu={nu} />}
        {beeld.accounts.length > 0 && <p class="verder"><a class="utrecht-link utrecht-link--html-a" href="/beheer/gebruikers.csv">{tekst.csv}</a><span class="klein">{inLogboek}</span></p>}
      </>
    ),
  })
}

function past(account: Accountbeeld, { zoek, middel, rol }: Lijstfilter, nu: Moment, woorden: Accountwoorden): boolean {
  return (zoek === '' || woorden.naam(account).toLowerCase().includes(zoek.toLowerCase())) && (middel === '' || account.middel === middel)
    && (rol === '' || account.rollen.some((een) => een.rol === rol && geldtNu(een, nu)))
}

function Filter({ beeld, filter }: { beeld: Gebruikersbeeld, filter: Lijstfilter }) {
  const [{ kolom, lijst: tekst }, woorden] = [useTekst(teksten), useAccountwoorden()]
  const rollen = [...new Set(beeld.accounts.flatMap((account) => account.rollen.map(({ rol }) => rol)))].toSorted()
  return (
    <form method="get" action="/beheer/gebruikers" class="formulier formulier--rij filterrij" role="search">
      <div class="veld"><label class="utrecht-form-label" for="zoek">{kolom.naam}</label><input class="utrecht-textbox utrecht-textbox--html-input" id="zoek" name="zoek" value={filter.zoek} maxlength={60} autocomplete="off" /></div>
      <Kies naam="middel" label={kolom.middel} waarde={filter.middel} keuzes={(['EHERKENNING', 'DUO_TOKEN'] as const).map((middel) => [middel, woorden.middel(middel)] as const)} />
      <Kies naam="rol" label={tekst.rol} waarde={filter.rol} keuzes={rollen.map((rol) => [rol, woorden.rol(rol)] as const)} />
      <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--secondary-action">{tekst.toon}</button>
    </form>
  )
}

function Kies({ naam, label, waarde, keuzes }: { naam: string, label: string, waarde: string, keuzes: readonly (readonly [string, string])[] }) {
  return (
    <div class="veld"><label class="utrecht-form-label" for={naam}>{label}</label>
      <select class="utrecht-select utrecht-select--html-select" id={naam} name={naam}><option value="">{useTekst(teksten).lijst.alle}</option>{keuzes.map(([code, tekst]) => <option key={code} value={code} selected={code === waarde}>{tekst}</option>)}</select>
    </div>
  )
}

function Leeg({ heeftFilter }: { heeftFilter: boolean }) {
  const { lijst: tekst } = useTekst(teksten)
  return heeftFilter
    ? <div class="kader-rustig"><h2 class="utrecht-heading-3">{tekst.geenBijKeuze}</h2><p><a class="utrecht-link utrecht-link--html-a" href="/beheer/gebruikers">{tekst.toonAlle}</a></p></div>
    : <div class="kader-rustig"><h2 class="utrecht-heading-3">{tekst.nogGeen}</h2><p>{tekst.nogGeenUitleg}</p></div>
}

function Tabel({ accounts, nu }: { accounts: readonly Accountbeeld[], nu: Moment }) {
  const [{ kolom, lijst: tekst }, woorden] = [useTekst(teksten), useAccountwoorden()]
  return (
    <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
      <caption class="alleen-voorlezen">{tekst.titel}</caption>
      <thead><tr>{[kolom.naam, kolom.rollen, kolom.middel, kolom.laatst, kolom.stand].map((kop) => <th key={kop} scope="col">{kop}</th>)}</tr></thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.accountId}>
            <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${account.accountId}`}>{woorden.naam(account)}</a></th>
            <td data-kop={kolom.rollen}><Rollen account={account} nu={nu} /></td>
            <td data-kop={kolom.middel}><Middelchip middel={account.middel} /></td>
            <td data-kop={kolom.laatst}>{woorden.laatstIngelogd(account.laatstIngelogdOp, nu)}</td>
            <td data-kop={kolom.stand}>{woorden.toestand(account.toestand)}<span class="meer regel">{tekst.sinds(woorden.dag(account.toestandSinds))}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Rollen({ account, nu }: { account: Accountbeeld, nu: Moment }) {
  const [{ geen, lijst: tekst }, { autorisatie, dag }, { middel }] = [useTekst(teksten), useAccountwoorden(), useDatums()]
  const geldig = account.rollen.filter((rol) => geldtNu(rol, nu))
  if (geldig.length === 0) return <span class="meer">{geen}</span>
  return (
    <>
      {geldig.map((rol) => <span key={rol.rolId} class="regel">{autorisatie(rol)}<span class="meer">{` ${tekst.sinds(dag(rol.van))}${rol.voor === null ? '' : tekst.totEnMet(middel(laatsteDatum(rol.voor)))}`}</span></span>)}
      {geldig.some((rol) => moetBeoordeeld(rol, nu)) && <span class="regel meer">{tekst.naTeKijken}</span>}
    </>
  )
}

/** De lijst zoals DUO haar geeft, een regel per autorisatie (K-EH-08); wie geen rol heeft staat er met een lege rol in. Altijd Nederlands. */
export function gebruikersCsv({ accounts }: Gebruikersbeeld, nu: Moment): string {
  const woorden = accountwoordenIn('nl')
  const kop = ['naam', 'inlogmiddel', 'stand', 'stand sinds', 'laatst ingelogd', 'rol', 'kenmerk', 'rol sinds', 'rol tot en met']
  const regels = accounts.flatMap((account) => {
    const vast = [woorden.naam(account), woorden.middel(account.middel), woorden.toestand(account.toestand), isoDag(account.toestandSinds), isoDag(account.laatstIngelogdOp)]
    const geldig = account.rollen.filter((rol) => geldtNu(rol, nu))
    if (geldig.length === 0) return [[...vast, '', '', '', '']]
    return geldig.map((rol) => [...vast, woorden.rol(rol.rol), rol.vestiging ?? rol.brin ?? '', isoDag(rol.van), rol.voor === null ? '' : laatsteDatum(rol.voor)])
  })
  return csvBestand(kop, regels)
}
