import { type Datum, datumInNederland, dagnummer, type Moment } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { type Gebruikersbeeld, moetBeoordeeld, type Overstapoverzicht, type Overzichtregel, type Watwacht } from '../../toegang/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { middel } from '../woorden/datumwoorden.ts'
import { csvBestand, isoDag } from './csv.ts'
import { Foutenoverzicht, Formulier, Gelukt, type Getypt, Keuzeveld, Middelchip, Reden } from './onderdelen.tsx'
import { dagenwoord, Overstaplijn, Stapels } from './voortgang.tsx'
import { rolWoord } from '../woorden/rolwoorden.ts'
import { dagVan, laatstIngelogd, MIDDELWOORD, toestandWoord } from './woorden.ts'

export interface Overstapbladzijde {
  readonly omgeving: Omgeving
  readonly overzicht: Overstapoverzicht
  readonly beeld: Gebruikersbeeld
  readonly wacht: Watwacht
  readonly nu: Moment
  readonly actorId: string
  readonly fouten: readonly Veldfout[]
  /** Het account waar een formulier van verstuurd is. */
  readonly bij: string | null
  readonly getypt: Getypt
  readonly gelukt: string | null
  /** Eenmalig te lezen: de code van een uitnodiging, of de tekst van een herinnering. */
  readonly mee: { readonly kop: string; readonly tekst: string } | null
}

const OVER = new Set(['GEKOPPELD', 'GEKOPPELD_DOOR_BEHEERDER'])
const VAST = new Set(['GEBLOKKEERD', 'AFGESLOTEN'])

/** Het bord van de overstap (K-EH-09): wie nog een token gebruikt, wat er met hem gebeurt, en wat de beheerder kan doen. */
export function tekenOverstap(props: Overstapbladzijde): string {
  const { omgeving, overzicht, fouten, gelukt, mee, nu } = props
  const oud = overzicht.regels.filter((regel) => regel.middel === 'DUO_TOKEN')
  const [token, vast, over] = [oud.filter(({ toestand }) => toestand === 'ACTIEF_TOKEN'), oud.filter(({ toestand }) => VAST.has(toestand)), oud.filter(({ toestand }) => OVER.has(toestand))]
  const [totaal, vandaag] = [token.length + vast.length + over.length, datumInNederland(new Date(nu))]
  return tekenBladzijde({
    omgeving, titel: 'Overstap naar eHerkenning', menu: 'beheer/overstap', fout: fouten.length > 0,
    children: (
      <>
        <h1 class="utrecht-heading-1">Overstap naar eHerkenning</h1>
        <p class="ondertitel">{totaal === 0 ? 'Er zijn geen accounts met een token meer.' : `${over.length} van de ${totaal} collega’s ${over.length === 1 ? 'is' : 'zijn'} over.`}</p>
        <Foutenoverzicht fouten={fouten} ids={props.bij === null ? {} : { reden: `reden-${props.getypt['doe'] ?? ''}-${props.bij}`, ehAccountId: `eh-${props.bij}` }} />
        {gelukt !== null && <Gelukt>{gelukt}</Gelukt>}
        {mee !== null && <div class="kader-rustig mee" role="status"><h2 class="utrecht-heading-3">{mee.kop}</h2><pre tabindex={0}>{mee.tekst}</pre></div>}
        {overzicht.scholen.filter(({ stand }) => stand !== 'GEEN').map((school) => <section key={school.brin}><h2 class="utrecht-heading-3">{`${school.naam} (${school.brin})`}</h2><Overstaplijn dagen={school} vandaag={vandaag} naam={school.naam} /><Uitnodigingkeuze omgeving={omgeving} school={school} /></section>)}
        {totaal === 0 ? <div class="kader-rustig"><h2 class="utrecht-heading-3">Er is niets te doen</h2><p>Iedereen logt in met eHerkenning, of er zijn nog geen oude accounts ingelezen.</p></div> : (
          <>
            <Stapels over={over.length} totaal={totaal} aandacht={{ aantal: vast.length, naam: 'Vraagt uw aandacht', uitleg: 'kan niet zelf verder', anker: 'aandacht' }}
              stapels={[{ aantal: token.length, naam: 'Nog op token', uitleg: 'nog te doen', anker: 'token' }, { aantal: over.length, naam: 'Overgestapt', uitleg: 'logt in met eHerkenning', anker: 'over' }]} />
            <Groep anker="aandacht" kop="Vraagt uw aandacht" regels={vast} {...props} />
            <Groep anker="token" kop="Nog op token" regels={token} leeg="Niemand logt nog in met een token." {...props} />
            <Groep anker="over" kop="Overgestapt" regels={over} {...props} />
            <p class="verder"><a class="utrecht-link utrecht-link--html-a" href="/beheer/overstap.csv">Haal dit overzicht op als bestand (csv)</a><span class="klein">{' Dat u dit ophaalt, staat in het logboek.'}</span></p>
          </>
        )}
      </>
    ),
  })
}

/** T-15: zonder deze keuze kan niemand bij deze school een code geven. */
function Uitnodigingkeuze({ omgeving, school: { brin, naam, uitnodigingVervangtBewijs: aan } }: { omgeving: Omgeving, school: Overstapoverzicht['scholen'][number] }) {
  return (
    <details class="uitklapper">
      <summary class="linkknop">{`Uitnodigen met een code staat ${aan ? 'aan' : 'uit'}`}<span class="alleen-voorlezen">{` bij ${naam}`}</span></summary>
      <p class="klein">{aan ? 'Met uw code koppelt een collega zonder zijn oude token.' : 'Heeft een collega zijn oude token niet meer? Zet dit aan. Daarna kunt u hem een code geven.'}</p>
      <Formulier omgeving={omgeving} actie={`/beheer/overstap/school/${brin}`} knop={aan ? 'Zet uitnodigen uit' : 'Zet uitnodigen aan'}><input type="hidden" name="aan" value={aan ? 'nee' : 'ja'} /></Formulier>
    </details>
  )
}

function Groep({ anker, kop, regels, leeg, ...props }: Overstapbladzijde & { anker: string, kop: string, regels: readonly Overzichtregel[], leeg?: string }) {
  if (regels.length === 0 && leeg === undefined) return null
  return (
    <section id={anker}>
      <h2 class="utrecht-heading-2">{`${kop} `}<span class="aantal">{regels.length}</span></h2>
      {regels.length === 0 ? <p>{leeg}</p> : (
        <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
          <caption class="alleen-voorlezen">{kop}</caption>
          <thead><tr>{['Naam', 'Rollen', 'Inlogmiddel', 'Laatste keer ingelogd', 'Stand', 'Doen'].map((woord) => <th key={woord} scope="col">{woord}</th>)}</tr></thead>
          <tbody>{regels.map((regel) => <Rij key={regel.accountId} regel={regel} {...props} />)}</tbody>
        </table>
      )}
    </section>
  )
}

function Rij({ regel, ...props }: Overstapbladzijde & { regel: Overzichtregel }) {
  const { nu, beeld, overzicht } = props
  // Wie over is, werkt met zijn nieuwe account: daar staan zijn rollen en zijn laatste keer.
  const { rollen, laatstIngelogdOp } = overzicht.regels.find(({ accountId }) => accountId === regel.gekoppeldAan) ?? regel
  const herinnerd = beeld.herinnerd.get(regel.accountId)
  return (
    <tr>
      <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${regel.accountId}`}>{regel.naam ?? regel.gebruikersnaam ?? 'Zonder naam'}</a></th>
      <td data-kop="Rollen">{rollen.length === 0 ? 'geen' : rollen.map((rol) => rolWoord(rol.rol)).join(', ')}</td>
      <td data-kop="Inlogmiddel"><Middelchip middel={OVER.has(regel.toestand) ? 'EHERKENNING' : 'DUO_TOKEN'} /></td>
      <td data-kop="Laatste keer ingelogd">{laatstIngelogd(laatstIngelogdOp, nu)}</td>
      <td data-kop="Stand"><strong>{toestandWoord(regel.toestand)}</strong><span class="meer regel">{gevolgWoord(regel, nu)}</span>{herinnerd !== undefined && <span class="meer regel">{`herinnerd op ${dagVan(herinnerd)}`}</span>}</td>
      <td data-kop="Doen"><Doen regel={regel} {...props} /></td>
    </tr>
  )
}

/** Wat er gebeurt als niemand iets doet, of sinds wanneer het klaar is. */
function gevolgWoord(regel: Overzichtregel, nu: Moment): string {
  switch (regel.gevolg.soort) {
    case 'sluit-na': {
      const nog = dagnummer(regel.gevolg.tokenTotEnMet as Datum) - dagnummer(datumInNederland(new Date(nu)))
      return `kan na ${middel(regel.gevolg.tokenTotEnMet as Datum)} niet meer inloggen${nog >= 0 ? `, nog ${dagenwoord(nog)}` : ''}`
    }
    case 'afgesloten':
      return regel.gevolg.koppelenTotEnMet === null ? 'koppelen kan niet meer: geef de rollen opnieuw' : `koppelen kan nog tot en met ${middel(regel.gevolg.koppelenTotEnMet as Datum)}`
    case 'nog-geen-datum':
      return 'de laatste dag is nog niet bekend'
    case 'geen':
      return `sinds ${dagVan(regel.toestandSinds)}`
  }
}

function Doen({ regel, omgeving, overzicht, beeld, bij, getypt, fouten, wacht, actorId }: Overstapbladzijde & { regel: Overzichtregel }) {
  const actie = `/beheer/overstap/${regel.accountId}`
  const mijn = bij === regel.accountId
  const metCode = overzicht.scholen.some(({ brin, uitnodigingVervangtBewijs }) => brin === regel.brin && uitnodigingVervangtBewijs)
  const velden = (doe: string) => ({ id: `reden-${doe}-${regel.accountId}`, waarde: mijn && getypt['doe'] === doe ? getypt['reden'] : '', fouten: mijn && getypt['doe'] === doe ? fouten : [] })
  const voorstel = wacht.voorstellen.find(({ soort, sleutel }) => soort === 'ontkoppelen' && sleutel === regel.accountId)
  const nieuwe = beeld.accounts.filter(({ middel: soort, toestand, intermediair, medewerker }) => soort === 'EHERKENNING' && intermediair === null && medewerker !== null && (toestand === 'NIEUW' || toestand === 'ACTIEF'))
  return (
    <details class="uitklapper doen" open={mijn}>
      <summary class="linkknop">Kies<span class="alleen-voorlezen">{` wat u doet met ${regel.naam ?? 'dit account'}`}</span></summary>
      {regel.toestand === 'ACTIEF_TOKEN' && <><Doe {...{ omgeving, actie }} doe="herinner" knop="Herinner" />{metCode && <Doe {...{ omgeving, actie }} doe="uitnodigen" knop="Nodig uit met een code" />}</>}
      {regel.toestand === 'GEBLOKKEERD' && <Doe {...{ omgeving, actie }} doe="deblokkeer" knop="Hef de blokkade op"><Reden {...velden('deblokkeer')} /></Doe>}
      {regel.toestand === 'AFGESLOTEN' && (nieuwe.length === 0
        ? <p class="klein">Laat deze medewerker eerst een keer inloggen met eHerkenning en zeg van wie het nieuwe account is. Daarna geeft u de rollen hier opnieuw.</p>
        : <Doe {...{ omgeving, actie }} doe="hertoeken" knop="Geef de rollen opnieuw"><Keuzeveld naam="ehAccountId" id={`eh-${regel.accountId}`} label="Nieuw account" fouten={velden('hertoeken').fouten} waarde={getypt['ehAccountId']} keuzes={nieuwe.map((account) => ({ waarde: account.accountId, tekst: account.medewerker?.naam ?? `Zonder naam (${account.kort ?? ''})` }))} /><Reden {...velden('hertoeken')} /></Doe>)}
      {OVER.has(regel.toestand) && voorstel === undefined && <Doe {...{ omgeving, actie }} doe="ontkoppel" knop="Stel ontkoppelen voor"><p class="klein">Klopt deze koppeling niet? Een tweede beheerder bevestigt. Het token werkt daarna niet meer.</p><Reden {...velden('ontkoppel')} /></Doe>}
      {voorstel !== undefined && (voorstel.voorgesteldDoor === actorId
        ? <Doe {...{ omgeving, actie }} doe="wijs-ontkoppelen-af" knop="Trek het voorstel in"><p class="klein">U stelde ontkoppelen voor. Een andere beheerder moet dit bevestigen.</p><input type="hidden" name="voorstelId" value={voorstel.voorstelId} /></Doe>
        : <Doe {...{ omgeving, actie }} doe="bevestig-ontkoppelen" knop="Bevestig het ontkoppelen"><p class="klein">{`Voorgesteld op ${dagVan(voorstel.voorgesteldOp)}. Reden: ${voorstel.reden}`}</p><input type="hidden" name="voorstelId" value={voorstel.voorstelId} /></Doe>)}
    </details>
  )
}

function Doe({ omgeving, actie, doe, knop, children }: { omgeving: Omgeving, actie: string, doe: string, knop: string, children?: preact.ComponentChildren }) {
  return <Formulier omgeving={omgeving} actie={actie} knop={knop}><input type="hidden" name="doe" value={doe} />{children}</Formulier>
}

/** De dagen staan in kolommen, zodat een ander programma ze leest. */
const GEVOLG_IN_BESTAND: Readonly<Record<Overzichtregel['gevolg']['soort'], string>> = {
  'sluit-na': 'kan na de laatste dag met token niet meer inloggen', afgesloten: 'token afgesloten', 'nog-geen-datum': 'de laatste dag is nog niet bekend', geen: '',
}

export function overstapCsv({ regels }: Overstapoverzicht): string {
  const kop = ['naam', 'gebruikersnaam', 'school', 'inlogmiddel', 'stand', 'stand sinds', 'laatst ingelogd', 'rollen', 'laatste dag met token', 'laatste dag om te koppelen', 'wat gebeurt er']
  return csvBestand(kop, regels.map((regel) => [
    regel.naam ?? '', regel.gebruikersnaam ?? '', regel.brin ?? '', MIDDELWOORD[regel.middel], toestandWoord(regel.toestand), isoDag(regel.toestandSinds),
    isoDag(regel.laatstIngelogdOp), regel.rollen.map((rol) => `${rolWoord(rol.rol)} ${rol.vestiging ?? rol.brin ?? ''}`.trim()).join(', '),
    regel.gevolg.soort === 'sluit-na' ? regel.gevolg.tokenTotEnMet : '', regel.gevolg.soort === 'afgesloten' ? regel.gevolg.koppelenTotEnMet ?? '' : '', GEVOLG_IN_BESTAND[regel.gevolg.soort],
  ]))
}

/** Hoeveel rollen van deze organisatie nagekeken moeten worden. */
export function telNaTeKijken({ accounts }: Gebruikersbeeld, nu: Moment): number {
  return accounts.reduce((som, { rollen }) => som + rollen.filter((rol) => moetBeoordeeld(rol, nu)).length, 0)
}
