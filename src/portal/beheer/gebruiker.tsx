import type { Moment } from '../../kern/datum.ts'
import { type Accountbeeld, geldtNu, looptNog, moetBeoordeeld, type Rolbeeld } from '../../toegang/index.ts'
import { tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Aandacht, Foutenoverzicht, Gelukt } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { Tekstveld } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { type Accountwoorden, accountwoordenIn, useAccountwoorden } from '../woorden/accountwoorden.ts'
import { type Datums, useDatums } from '../woorden/datums.ts'
import { laatsteDatum } from './formulier.ts'
import type { Gebruikerbladzijde } from './gebruikerbeeld.ts'
import { Naamformulier, Naamvoorstel, Rolformulier, Standformulieren } from './gebruikerformulieren.tsx'
import { Middelchip, Reden } from './onderdelen.tsx'
import { type Beheertekst, teksten } from './teksten.ts'

export function tekenGebruiker(props: Gebruikerbladzijde): string {
  const { omgeving, beeld: { account, organisatie }, fouten, gelukt, nu, isDuo, isVers } = props
  const [{ gebruiker: tekst }, woorden] = [teksten[omgeving.taal], accountwoordenIn(omgeving.taal)]
  const naam = woorden.naam(account)
  return tekenBladzijde({
    omgeving, titel: naam, menu: isDuo ? 'duo/organisaties' : 'beheer/gebruikers', fout: fouten.length > 0,
    children: (
      <>
        <Kruimelpad stappen={isDuo ? [[tekst.kruimelDuo, '/duo/organisaties'], [organisatie.naam, `/duo/organisaties/${organisatie.organisatieId}`]] : [[tekst.kruimel, '/beheer/gebruikers']]} hier={naam} />
        <div class="titelrij"><h1 class="utrecht-heading-1">{naam}</h1><Middelchip middel={account.middel} /></div>
        <p class="ondertitel">{tekst.sinds(woorden.toestand(account.toestand), woorden.dag(account.toestandSinds), woorden.laatstIngelogd(account.laatstIngelogdOp, nu))}</p>
        <Foutenoverzicht fouten={fouten} ids={veldids(props)} />
        {gelukt !== null && <Gelukt>{gelukt}</Gelukt>}
        {!isVers && fouten.length === 0 && <Aandacht kop={tekst.nietVers}><p><a class="utrecht-link utrecht-link--html-a" href={`/inloggen?reden=opnieuw&terug=${encodeURIComponent(`/beheer/gebruikers/${account.accountId}`)}`}>{tekst.logOpnieuwIn}</a></p></Aandacht>}
        {account.intermediair !== null && <Aandacht kop={tekst.intermediair.kop}><p>{tekst.intermediair.tekst}</p></Aandacht>}
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
  const { naam: tekst } = useTekst(teksten).gebruiker
  const { beeld: { account }, isDuo, naamvoorstel } = props
  if (naamvoorstel !== null) return <Naamvoorstel {...props} voorstel={naamvoorstel} />
  if (isDuo || account.toestand === 'BEEINDIGD' || account.middel === 'DUO_TOKEN') return null
  if (account.medewerker === null) return <section><h2 class="utrecht-heading-2">{tekst.kop}</h2><p>{tekst.uitleg}</p><Naamformulier {...props} /></section>
  return <details class="uitklapper"><summary class="linkknop">{tekst.verbeter}</summary><Naamformulier {...props} /></details>
}

function Rollenblok(props: Gebruikerbladzijde) {
  const { rollen: tekst } = useTekst(teksten).gebruiker
  const lopend = props.beeld.account.rollen.filter((rol) => looptNog(rol, props.nu))
  return (
    <section aria-labelledby="rollen-kop">
      <h2 class="utrecht-heading-2" id="rollen-kop">{`${tekst.kop} `}<span class="aantal">{lopend.length}</span></h2>
      {lopend.length === 0
        ? <div class="kader-rustig"><p>{tekst.geen}</p></div>
        : <ul class="rollijst">{lopend.map((rol) => <Rolregel key={rol.rolId} rol={rol} {...props} />)}</ul>}
    </section>
  )
}

function Rolregel({ rol, omgeving, beeld: { account }, nu, formulier, fouten, getypt, isDuo }: Gebruikerbladzijde & { rol: Rolbeeld }) {
  const [{ rollen: tekst }, woorden, datums] = [useTekst(teksten).gebruiker, useAccountwoorden(), useDatums()]
  const mijn = formulier === `rol-${rol.rolId}`
  const actie = `/beheer/gebruikers/${account.accountId}/rollen/${rol.rolId}`
  const vast = { fouten: mijn ? fouten : [] }
  const welke = woorden.autorisatie(rol)
  return (
    <li>
      <p><strong>{welke}</strong></p>
      <p class="klein">{herkomst(rol, nu, tekst, woorden, datums)}</p>
      {rol.reden !== '' && <p class="klein">{tekst.reden}<Nederlands>{rol.reden}</Nederlands></p>}
      <details class="uitklapper" open={mijn}>
        <summary class="linkknop">{isDuo ? tekst.trekIn : tekst.einddatumOfIntrekken}<span class="alleen-voorlezen">{tekst.van(welke)}</span></summary>
        {!isDuo && (
          <Formulier omgeving={omgeving} actie={actie} knop={tekst.zetLaatsteDag}>
            <input type="hidden" name="doe" value="einddatum" />
            <Tekstveld naam="totEnMet" id={`totEnMet-${rol.rolId}`} label={tekst.laatsteDag} hint={tekst.laatsteDagHint} leeg waarde={mijn ? getypt['totEnMet'] : undefined} {...vast} />
            <Reden id={`reden-einde-${rol.rolId}`} waarde={mijn && getypt['doe'] === 'einddatum' ? getypt['reden'] : ''} fouten={mijn && getypt['doe'] === 'einddatum' ? fouten : []} />
          </Formulier>
        )}
        <Formulier omgeving={omgeving} actie={actie} knop={tekst.trekRolIn(welke)}>
          <input type="hidden" name="doe" value="intrekken" />
          <Reden id={`reden-intrekken-${rol.rolId}`} waarde={mijn && getypt['doe'] === 'intrekken' ? getypt['reden'] : ''} fouten={mijn && getypt['doe'] === 'intrekken' ? fouten : []} />
        </Formulier>
      </details>
    </li>
  )
}

function herkomst({ van, voor, bron, beoordeeldOp }: Rolbeeld, nu: Moment, tekst: Beheertekst['gebruiker']['rollen'], { dag }: Accountwoorden, { middel }: Datums): string {
  const begin = van > nu ? tekst.begint(dag(van)) : tekst.sinds(dag(van))
  return [`${begin}${voor === null ? tekst.zonderEinde : tekst.totEnMet(middel(laatsteDatum(voor)))}`, tekst.bron[bron], beoordeeldOp === null ? tekst.nietNagekeken : tekst.nagekeken(dag(beoordeeldOp))].join(' · ')
}

/** BIO2: de beheerder kijkt na of iemand zijn rollen nog nodig heeft. */
function Nakijkblok({ omgeving, beeld: { account }, nu, isZelf, isDuo, formulier, fouten }: Gebruikerbladzijde) {
  const [{ nakijken: tekst }, { autorisatie }] = [useTekst(teksten).gebruiker, useAccountwoorden()]
  const geldig = account.rollen.filter((rol) => geldtNu(rol, nu))
  if (isZelf || isDuo || geldig.length === 0) return null
  const na = geldig.filter((rol) => moetBeoordeeld(rol, nu)).length
  return (
    <section>
      <h2 class="utrecht-heading-2">{tekst.kop}</h2>
      <p>{na === 0 ? tekst.alles : tekst.moet(na)}</p>
      <Formulier omgeving={omgeving} actie={`/beheer/gebruikers/${account.accountId}/nakijken`} knop={tekst.bewaar}>
        {formulier === 'nakijken' && fouten.map(({ regel, watTeDoen }) => <p key={regel} class="veldfout" id="oordeel"><Nederlands>{`${regel} ${watTeDoen}`}</Nederlands></p>)}
        {geldig.map((rol) => (
          <fieldset key={rol.rolId} class="oordeel">
            <legend>{autorisatie(rol)}{moetBeoordeeld(rol, nu) && <span class="stand stand--taak">{tekst.merk}</span>}</legend>
            <label><input type="radio" name={`rol-${rol.rolId}`} value="BLIJFT" />{tekst.blijft}</label>
            <label><input type="radio" name={`rol-${rol.rolId}`} value="INTREKKEN" />{tekst.intrekken}</label>
          </fieldset>
        ))}
      </Formulier>
    </section>
  )
}

/** T-11: met welk oud account dit account gekoppeld is, en wanneer. */
function Koppelingen({ koppelingen }: Gebruikerbladzijde) {
  const [{ koppelingen: tekst, account: { overstap } }, { dag }] = [useTekst(teksten).gebruiker, useAccountwoorden()]
  if (koppelingen.length === 0) return null
  return (
    <section>
      <h2 class="utrecht-heading-2">{`${tekst.kop} `}<span class="aantal">{koppelingen.length}</span></h2>
      <ul class="regellijst">{koppelingen.map((regel) => <li key={regel.accountId}><span>{tekst.oud(regel.gebruikersnaam)}{regel.naam === null ? '' : tekst.van(regel.naam)}</span><span class="meer">{regel.gekoppeldOp === null ? '' : tekst.op(dag(regel.gekoppeldOp))}</span></li>)}</ul>
      <p class="klein">{tekst.kloptNiet}<a class="utrecht-link utrecht-link--html-a" href="/beheer/overstap">{overstap}</a>.</p>
    </section>
  )
}

function Verleden({ account, nu }: { account: Accountbeeld, nu: Moment }) {
  const [{ verleden: tekst }, { autorisatie, dag }, { middel }] = [useTekst(teksten).gebruiker, useAccountwoorden(), useDatums()]
  const weg = account.rollen.filter((rol) => !looptNog(rol, nu))
  if (weg.length === 0) return null
  return (
    <section>
      <h2 class="utrecht-heading-2">{`${tekst.kop} `}<span class="aantal">{weg.length}</span></h2>
      <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
        <caption class="alleen-voorlezen">{tekst.kop}</caption>
        <thead><tr>{[tekst.rol, tekst.van, tekst.tot, tekst.waarom].map((kop) => <th key={kop} scope="col">{kop}</th>)}</tr></thead>
        <tbody>{weg.map((rol) => <tr key={rol.rolId}><th scope="row">{autorisatie(rol)}</th><td data-kop={tekst.van}>{dag(rol.van)}</td><td data-kop={tekst.tot}>{rol.ingetrokkenOp === null ? (rol.voor === null ? '' : middel(laatsteDatum(rol.voor))) : dag(rol.ingetrokkenOp)}</td><td data-kop={tekst.waarom}>{rol.redenIntrekking === null ? tekst.einddatum : <Nederlands>{rol.redenIntrekking}</Nederlands>}</td></tr>)}</tbody>
      </table>
    </section>
  )
}
