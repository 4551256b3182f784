import type { Moment } from '../../kern/datum.ts'
import { type Accountbeeld, geldtNu, looptNog, moetBeoordeeld, type Rolbeeld } from '../../toegang/index.ts'
import { tekenBladzijde } from '../kader/bladzijde.tsx'
import { Aandacht, Foutenoverzicht, Formulier, Gelukt, Kruimelpad, Middelchip, Reden, Tekstveld } from './onderdelen.tsx'
import type { Gebruikerbladzijde } from './gebruikerbeeld.ts'
import { Naamformulier, Naamvoorstel, Rolformulier, Standformulieren } from './gebruikerformulieren.tsx'
import { autorisatieWoord } from '../woorden/rolwoorden.ts'
import { dagVan, laatsteDag, laatstIngelogd, naamWoord, toestandWoord } from './woorden.ts'

export function tekenGebruiker(props: Gebruikerbladzijde): string {
  const { omgeving, beeld: { account, organisatie }, fouten, gelukt, nu, isDuo, isVers } = props
  const naam = naamWoord(account)
  return tekenBladzijde({
    omgeving, titel: naam, menu: isDuo ? 'duo/organisaties' : 'beheer/gebruikers', fout: fouten.length > 0,
    children: (
      <>
        <Kruimelpad stappen={isDuo ? [['Beheerders', '/duo/organisaties'], [organisatie.naam, `/duo/organisaties/${organisatie.organisatieId}`]] : [['Gebruikers', '/beheer/gebruikers']]} hier={naam} />
        <div class="titelrij"><h1 class="utrecht-heading-1">{naam}</h1><Middelchip middel={account.middel} /></div>
        <p class="ondertitel">{`${toestandWoord(account.toestand)} sinds ${dagVan(account.toestandSinds)} · laatste keer ingelogd: ${laatstIngelogd(account.laatstIngelogdOp, nu)}`}</p>
        <Foutenoverzicht fouten={fouten} ids={veldids(props)} />
        {gelukt !== null && <Gelukt>{gelukt}</Gelukt>}
        {!isVers && fouten.length === 0 && <Aandacht kop="Voor u iets wijzigt, logt u opnieuw in."><p><a class="utrecht-link utrecht-link--html-a" href={`/inloggen?reden=opnieuw&terug=${encodeURIComponent(`/beheer/gebruikers/${account.accountId}`)}`}>Log opnieuw in</a></p></Aandacht>}
        {account.intermediair !== null && <Aandacht kop="Deze persoon logt in via een intermediair."><p>Alleen rollen die het bestuur uitdrukkelijk gaf, werken.</p></Aandacht>}
        <Naamblok {...props} />
        <Rollenblok {...props} />
        {!isDuo && <Rolformulier {...props} />}
        <Nakijkblok {...props} />
        <Standformulieren {...props} />
        <Koppelingen {...props} />
        <Verleden account={account} nu={nu} />
      </>
    ),
  })
}

/** De bladzijde heeft een veld "reden" per formulier: welk daarvan de fout heeft. */
function veldids({ formulier, getypt }: Gebruikerbladzijde): Readonly<Record<string, string>> {
  if (formulier === 'stand') return { reden: `reden-${getypt['doe'] ?? ''}` }
  if (formulier?.startsWith('rol-') !== true) return {}
  const rolId = formulier.slice('rol-'.length)
  return { reden: `reden-${getypt['doe'] === 'einddatum' ? 'einde' : 'intrekken'}-${rolId}`, totEnMet: `totEnMet-${rolId}` }
}

function Naamblok(props: Gebruikerbladzijde) {
  const { beeld: { account }, isDuo, naamvoorstel } = props
  if (naamvoorstel !== null) return <Naamvoorstel {...props} voorstel={naamvoorstel} />
  if (isDuo || account.toestand === 'BEEINDIGD' || account.middel === 'DUO_TOKEN') return null
  if (account.medewerker === null) return <section><h2 class="utrecht-heading-2">Van wie is dit account?</h2><p>eHerkenning geeft geen naam. Zeg van welke medewerker dit account is. Een tweede beheerder bevestigt het, of DUO als u de enige beheerder bent. Daarna kunt u rollen geven.</p><Naamformulier {...props} /></section>
  return <details class="uitklapper"><summary class="linkknop">Verbeter de naam</summary><Naamformulier {...props} /></details>
}

function Rollenblok(props: Gebruikerbladzijde) {
  const lopend = props.beeld.account.rollen.filter((rol) => looptNog(rol, props.nu))
  return (
    <section aria-labelledby="rollen-kop">
      <h2 class="utrecht-heading-2" id="rollen-kop">{'Rollen '}<span class="aantal">{lopend.length}</span></h2>
      {lopend.length === 0
        ? <div class="kader-rustig"><p>Dit account heeft geen rollen. Wie hiermee inlogt, ziet en kan niets.</p></div>
        : <ul class="rollijst">{lopend.map((rol) => <Rolregel key={rol.rolId} rol={rol} {...props} />)}</ul>}
    </section>
  )
}

function Rolregel({ rol, omgeving, beeld: { account }, nu, formulier, fouten, getypt, isDuo }: Gebruikerbladzijde & { rol: Rolbeeld }) {
  const mijn = formulier === `rol-${rol.rolId}`
  const actie = `/beheer/gebruikers/${account.accountId}/rollen/${rol.rolId}`
  const vast = { fouten: mijn ? fouten : [] }
  return (
    <li>
      <p><strong>{autorisatieWoord(rol)}</strong></p>
      <p class="klein">{herkomst(rol, nu)}</p>
      {rol.reden !== '' && <p class="klein">{`Reden: ${rol.reden}`}</p>}
      <details class="uitklapper" open={mijn}>
        <summary class="linkknop">{isDuo ? 'Trek in' : 'Einddatum of intrekken'}<span class="alleen-voorlezen">{` van ${autorisatieWoord(rol)}`}</span></summary>
        {!isDuo && (
          <Formulier omgeving={omgeving} actie={actie} knop="Zet de laatste dag">
            <input type="hidden" name="doe" value="einddatum" />
            <Tekstveld naam="totEnMet" id={`totEnMet-${rol.rolId}`} label="Laatste dag" hint="Bijvoorbeeld 31-7-2027" leeg waarde={mijn ? getypt['totEnMet'] : undefined} {...vast} />
            <Reden id={`reden-einde-${rol.rolId}`} waarde={mijn && getypt['doe'] === 'einddatum' ? getypt['reden'] : ''} fouten={mijn && getypt['doe'] === 'einddatum' ? fouten : []} />
          </Formulier>
        )}
        <Formulier omgeving={omgeving} actie={actie} knop={`Trek ${autorisatieWoord(rol)} in`}>
          <input type="hidden" name="doe" value="intrekken" />
          <Reden id={`reden-intrekken-${rol.rolId}`} waarde={mijn && getypt['doe'] === 'intrekken' ? getypt['reden'] : ''} fouten={mijn && getypt['doe'] === 'intrekken' ? fouten : []} />
        </Formulier>
      </details>
    </li>
  )
}

const BRON = { TOEKENNING: 'gegeven door een beheerder', OVERSTAP: 'meegekomen bij de overstap', DUO: 'gegeven door DUO', BESTUUR: 'gegeven op besluit van het bestuur' } as const

function herkomst({ van, voor, bron, beoordeeldOp }: Rolbeeld, nu: Moment): string {
  const begin = van > nu ? `begint op ${dagVan(van)}` : `sinds ${dagVan(van)}`
  return [`${begin}${voor === null ? ', zonder einddatum' : `, tot en met ${laatsteDag(voor)}`}`, BRON[bron], beoordeeldOp === null ? 'nog niet nagekeken' : `nagekeken op ${dagVan(beoordeeldOp)}`].join(' · ')
}

/** BIO2: de beheerder kijkt na of iemand zijn rollen nog nodig heeft. */
function Nakijkblok({ omgeving, beeld: { account }, nu, isZelf, isDuo, formulier, fouten }: Gebruikerbladzijde) {
  const geldig = account.rollen.filter((rol) => geldtNu(rol, nu))
  if (isZelf || isDuo || geldig.length === 0) return null
  const na = geldig.filter((rol) => moetBeoordeeld(rol, nu)).length
  return (
    <section>
      <h2 class="utrecht-heading-2">Rollen nakijken</h2>
      <p>{na === 0 ? 'Alle rollen zijn op tijd nagekeken. U kunt het eerder doen.' : `${na === 1 ? '1 rol moet' : `${na} rollen moeten`} worden nagekeken: heeft deze medewerker dit nog nodig?`}</p>
      <Formulier omgeving={omgeving} actie={`/beheer/gebruikers/${account.accountId}/nakijken`} knop="Bewaar het oordeel">
        {formulier === 'nakijken' && fouten.map(({ regel, watTeDoen }) => <p key={regel} class="veldfout" id="oordeel">{`${regel} ${watTeDoen}`}</p>)}
        {geldig.map((rol) => (
          <fieldset key={rol.rolId} class="oordeel">
            <legend>{autorisatieWoord(rol)}{moetBeoordeeld(rol, nu) && <span class="stand stand--taak">nakijken</span>}</legend>
            <label><input type="radio" name={`rol-${rol.rolId}`} value="BLIJFT" />{' Blijft'}</label>
            <label><input type="radio" name={`rol-${rol.rolId}`} value="INTREKKEN" />{' Intrekken'}</label>
          </fieldset>
        ))}
      </Formulier>
    </section>
  )
}

/** T-11: met welk oud account dit account gekoppeld is, en wanneer. */
function Koppelingen({ koppelingen }: Gebruikerbladzijde) {
  if (koppelingen.length === 0) return null
  return (
    <section>
      <h2 class="utrecht-heading-2">{'Koppelingen '}<span class="aantal">{koppelingen.length}</span></h2>
      <ul class="regellijst">{koppelingen.map((regel) => <li key={regel.accountId}><span>{`Oud account ${regel.gebruikersnaam ?? 'zonder gebruikersnaam'}${regel.naam === null ? '' : ` van ${regel.naam}`}`}</span><span class="meer">{regel.gekoppeldOp === null ? '' : `gekoppeld op ${dagVan(regel.gekoppeldOp)}`}</span></li>)}</ul>
      <p class="klein">{'Klopt een koppeling niet? Stel ontkoppelen voor bij de '}<a class="utrecht-link utrecht-link--html-a" href="/beheer/overstap">overstap</a>.</p>
    </section>
  )
}

function Verleden({ account, nu }: { account: Accountbeeld, nu: Moment }) {
  const weg = account.rollen.filter((rol) => !looptNog(rol, nu))
  if (weg.length === 0) return null
  return (
    <section>
      <h2 class="utrecht-heading-2">{'Rollen van vroeger '}<span class="aantal">{weg.length}</span></h2>
      <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
        <caption class="alleen-voorlezen">Rollen van vroeger</caption>
        <thead><tr>{['Rol', 'Van', 'Tot', 'Waarom'].map((kop) => <th key={kop} scope="col">{kop}</th>)}</tr></thead>
        <tbody>{weg.map((rol) => <tr key={rol.rolId}><th scope="row">{autorisatieWoord(rol)}</th><td data-kop="Van">{dagVan(rol.van)}</td><td data-kop="Tot">{rol.ingetrokkenOp === null ? (rol.voor === null ? '' : laatsteDag(rol.voor)) : dagVan(rol.ingetrokkenOp)}</td><td data-kop="Waarom">{rol.redenIntrekking ?? 'einddatum bereikt'}</td></tr>)}</tbody>
      </table>
    </section>
  )
}
