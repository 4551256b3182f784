import { type Datum, datumInNederland, dagnummer, type Moment } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { type Gebruikersbeeld, moetBeoordeeld, type Overstapoverzicht, type Overzichtregel, type Watwacht } from '../../toegang/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import type { Getypt } from '../kader/invoer.ts'
import { Formulier } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht, Gelukt } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { Keuzeveld } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { accountwoordenIn, useAccountwoorden } from '../woorden/accountwoorden.ts'
import { useDatums } from '../woorden/datums.ts'
import { csvBestand, isoDag } from './csv.ts'
import { Middelchip, Reden } from './onderdelen.tsx'
import { teksten } from './teksten.ts'
import { Overstaplijn, Stapels } from './voortgang.tsx'

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
  readonly mee: { readonly kop: string; readonly tekst: string; readonly isNederlands: boolean } | null
}

const OVER = new Set(['GEKOPPELD', 'GEKOPPELD_DOOR_BEHEERDER'])
const VAST = new Set(['GEBLOKKEERD', 'AFGESLOTEN'])

/** Het bord van de overstap (K-EH-09): wie nog een token gebruikt, wat er met hem gebeurt, en wat de beheerder kan doen. */
export function tekenOverstap(props: Overstapbladzijde): string {
  const { omgeving, overzicht, fouten, gelukt, mee, nu } = props
  const tekst = teksten[omgeving.taal]
  const { aandacht, token: opToken, over: overgestapt, niets } = tekst.overstap
  const oud = overzicht.regels.filter((regel) => regel.middel === 'DUO_TOKEN')
  const [token, vast, over] = [oud.filter(({ toestand }) => toestand === 'ACTIEF_TOKEN'), oud.filter(({ toestand }) => VAST.has(toestand)), oud.filter(({ toestand }) => OVER.has(toestand))]
  const [totaal, vandaag] = [token.length + vast.length + over.length, datumInNederland(new Date(nu))]
  return tekenBladzijde({
    omgeving, titel: tekst.overstap.titel, menu: 'beheer/overstap', fout: fouten.length > 0,
    children: (
      <>
        <h1 class="utrecht-heading-1">{tekst.overstap.titel}</h1>
        <p class="ondertitel">{totaal === 0 ? tekst.overstap.geenToken : tekst.overstap.telling(over.length, totaal)}</p>
        <Foutenoverzicht fouten={fouten} ids={props.bij === null ? {} : { reden: `reden-${props.getypt['doe'] ?? ''}-${props.bij}`, ehAccountId: `eh-${props.bij}` }} />
        {gelukt !== null && <Gelukt>{gelukt}</Gelukt>}
        {mee !== null && <div class="kader-rustig mee" role="status"><h2 class="utrecht-heading-3">{mee.kop}</h2><pre tabindex={0}>{mee.isNederlands ? <Nederlands>{mee.tekst}</Nederlands> : mee.tekst}</pre></div>}
        {overzicht.scholen.filter(({ stand }) => stand !== 'GEEN').map((school) => <section key={school.brin}><h2 class="utrecht-heading-3">{`${school.naam} (${school.brin})`}</h2><Overstaplijn dagen={school} vandaag={vandaag} naam={school.naam} /><Uitnodigingkeuze omgeving={omgeving} school={school} /></section>)}
        {totaal === 0 ? <div class="kader-rustig"><h2 class="utrecht-heading-3">{niets.kop}</h2><p>{niets.tekst}</p></div> : (
          <>
            <Stapels over={over.length} totaal={totaal} aandacht={{ aantal: vast.length, ...aandacht, anker: 'aandacht' }}
              stapels={[{ aantal: token.length, naam: opToken.naam, uitleg: opToken.uitleg, anker: 'token' }, { aantal: over.length, ...overgestapt, anker: 'over' }]} />
            <Groep anker="aandacht" kop={aandacht.naam} regels={vast} {...props} />
            <Groep anker="token" kop={opToken.naam} regels={token} leeg={opToken.leeg} {...props} />
            <Groep anker="over" kop={overgestapt.naam} regels={over} {...props} />
            <p class="verder"><a class="utrecht-link utrecht-link--html-a" href="/beheer/overstap.csv">{tekst.overstap.csv}</a><span class="klein">{tekst.inLogboek}</span></p>
          </>
        )}
      </>
    ),
  })
}

/** T-15: zonder deze keuze kan niemand bij deze school een code geven. */
function Uitnodigingkeuze({ omgeving, school: { brin, naam, uitnodigingVervangtBewijs: aan } }: { omgeving: Omgeving, school: Overstapoverzicht['scholen'][number] }) {
  const { code: tekst } = useTekst(teksten).overstap
  return (
    <details class="uitklapper">
      <summary class="linkknop">{tekst.kop(aan)}<span class="alleen-voorlezen">{tekst.bij(naam)}</span></summary>
      <p class="klein">{aan ? tekst.isAan : tekst.isUit}</p>
      <Formulier omgeving={omgeving} actie={`/beheer/overstap/school/${brin}`} knop={aan ? tekst.zetUit : tekst.zetAan}><input type="hidden" name="aan" value={aan ? 'nee' : 'ja'} /></Formulier>
    </details>
  )
}

function Groep({ anker, kop, regels, leeg, ...props }: Overstapbladzijde & { anker: string, kop: string, regels: readonly Overzichtregel[], leeg?: string }) {
  const { kolom } = useTekst(teksten)
  if (regels.length === 0 && leeg === undefined) return null
  return (
    <section id={anker}>
      <h2 class="utrecht-heading-2">{`${kop} `}<span class="aantal">{regels.length}</span></h2>
      {regels.length === 0 ? <p>{leeg}</p> : (
        <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
          <caption class="alleen-voorlezen">{kop}</caption>
          <thead><tr>{[kolom.naam, kolom.rollen, kolom.middel, kolom.laatst, kolom.stand, kolom.doen].map((woord) => <th key={woord} scope="col">{woord}</th>)}</tr></thead>
          <tbody>{regels.map((regel) => <Rij key={regel.accountId} regel={regel} {...props} />)}</tbody>
        </table>
      )}
    </section>
  )
}

function Rij({ regel, ...props }: Overstapbladzijde & { regel: Overzichtregel }) {
  const [{ kolom, geen, overstap: tekst }, woorden] = [useTekst(teksten), useAccountwoorden()]
  const { nu, beeld, overzicht } = props
  // Wie over is, werkt met zijn nieuwe account: daar staan zijn rollen en zijn laatste keer.
  const { rollen, laatstIngelogdOp } = overzicht.regels.find(({ accountId }) => accountId === regel.gekoppeldAan) ?? regel
  const herinnerd = beeld.herinnerd.get(regel.accountId)
  return (
    <tr>
      <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${regel.accountId}`}>{regel.naam ?? regel.gebruikersnaam ?? tekst.zonderNaam}</a></th>
      <td data-kop={kolom.rollen}>{rollen.length === 0 ? geen : rollen.map((rol) => woorden.rol(rol.rol)).join(', ')}</td>
      <td data-kop={kolom.middel}><Middelchip middel={OVER.has(regel.toestand) ? 'EHERKENNING' : 'DUO_TOKEN'} /></td>
      <td data-kop={kolom.laatst}>{woorden.laatstIngelogd(laatstIngelogdOp, nu)}</td>
      <td data-kop={kolom.stand}><strong>{woorden.toestand(regel.toestand)}</strong><span class="meer regel"><Gevolg regel={regel} nu={nu} /></span>{herinnerd !== undefined && <span class="meer regel">{tekst.herinnerd(woorden.dag(herinnerd))}</span>}</td>
      <td data-kop={kolom.doen}><Doen regel={regel} {...props} /></td>
    </tr>
  )
}

/** Wat er gebeurt als niemand iets doet, of sinds wanneer het klaar is. */
function Gevolg({ regel: { gevolg, toestandSinds }, nu }: { regel: Overzichtregel, nu: Moment }) {
  const [{ lijn, overstap: { gevolg: tekst } }, { dag }, { middel }] = [useTekst(teksten), useAccountwoorden(), useDatums()]
  switch (gevolg.soort) {
    case 'sluit-na': {
      const nog = dagnummer(gevolg.tokenTotEnMet as Datum) - dagnummer(datumInNederland(new Date(nu)))
      return <>{tekst.sluitNa(middel(gevolg.tokenTotEnMet as Datum), nog >= 0 ? lijn.nog(nog) : '')}</>
    }
    case 'afgesloten':
      return <>{gevolg.koppelenTotEnMet === null ? tekst.koppelenVoorbij : tekst.koppelenTot(middel(gevolg.koppelenTotEnMet as Datum))}</>
    case 'nog-geen-datum':
      return <>{tekst.geenDatum}</>
    case 'geen':
      return <>{tekst.sinds(dag(toestandSinds))}</>
  }
}

function Doen(props: Overstapbladzijde & { regel: Overzichtregel }) {
  const { regel, omgeving, overzicht, bij, getypt, fouten } = props
  const { doen: tekst } = useTekst(teksten).overstap
  const actie = `/beheer/overstap/${regel.accountId}`
  const mijn = bij === regel.accountId
  const metCode = overzicht.scholen.some(({ brin, uitnodigingVervangtBewijs }) => brin === regel.brin && uitnodigingVervangtBewijs)
  const velden: Veldenvan = (doe) => ({ id: `reden-${doe}-${regel.accountId}`, waarde: mijn && getypt['doe'] === doe ? getypt['reden'] : '', fouten: mijn && getypt['doe'] === doe ? fouten : [] })
  return (
    <details class="uitklapper doen" open={mijn}>
      <summary class="linkknop">{tekst.kies}<span class="alleen-voorlezen">{tekst.kiesVoor(regel.naam)}</span></summary>
      {regel.toestand === 'ACTIEF_TOKEN' && <><Doe {...{ omgeving, actie }} doe="herinner" knop={tekst.herinner} />{metCode && <Doe {...{ omgeving, actie }} doe="uitnodigen" knop={tekst.nodigUit} />}</>}
      {regel.toestand === 'GEBLOKKEERD' && <Doe {...{ omgeving, actie }} doe="deblokkeer" knop={tekst.deblokkeer}><Reden {...velden('deblokkeer')} /></Doe>}
      {regel.toestand === 'AFGESLOTEN' && <Hertoeken {...props} actie={actie} velden={velden} />}
      <Ontkoppelen {...props} actie={actie} velden={velden} />
    </details>
  )
}

type Veldenvan = (doe: string) => { readonly id: string; readonly waarde: string | undefined; readonly fouten: readonly Veldfout[] }
type Knopdeel = Overstapbladzijde & { readonly regel: Overzichtregel; readonly actie: string; readonly velden: Veldenvan }

/** De rollen van een afgesloten account opnieuw geven, aan een account waarmee de medewerker al inlogde. */
function Hertoeken({ regel, omgeving, actie, velden, beeld, getypt }: Knopdeel) {
  const { doen: tekst } = useTekst(teksten).overstap
  const nieuwe = beeld.accounts.filter(({ middel: soort, toestand, intermediair, medewerker }) => soort === 'EHERKENNING' && intermediair === null && medewerker !== null && (toestand === 'NIEUW' || toestand === 'ACTIEF'))
  if (nieuwe.length === 0) return <p class="klein">{tekst.eerstInloggen}</p>
  const keuzes = nieuwe.map(({ accountId, medewerker, kort }) => ({ waarde: accountId, tekst: medewerker?.naam ?? tekst.zonderNaam(kort ?? '') }))
  return <Doe {...{ omgeving, actie }} doe="hertoeken" knop={tekst.hertoeken}><Keuzeveld naam="ehAccountId" id={`eh-${regel.accountId}`} label={tekst.nieuwAccount} fouten={velden('hertoeken').fouten} waarde={getypt['ehAccountId']} keuzes={keuzes} /><Reden {...velden('hertoeken')} /></Doe>
}

/** Een koppeling die niet klopt losmaken: de een stelt voor, een ander bevestigt. */
function Ontkoppelen({ regel, omgeving, actie, velden, wacht, actorId }: Knopdeel) {
  const [{ doen: tekst }, { dag }] = [useTekst(teksten).overstap, useAccountwoorden()]
  const voorstel = wacht.voorstellen.find(({ soort, sleutel }) => soort === 'ontkoppelen' && sleutel === regel.accountId)
  if (voorstel === undefined) return OVER.has(regel.toestand) ? <Doe {...{ omgeving, actie }} doe="ontkoppel" knop={tekst.ontkoppel}><p class="klein">{tekst.ontkoppelUitleg}</p><Reden {...velden('ontkoppel')} /></Doe> : null
  return voorstel.voorgesteldDoor === actorId
    ? <Doe {...{ omgeving, actie }} doe="wijs-ontkoppelen-af" knop={tekst.trekIn}><p class="klein">{tekst.zelfVoorgesteld}</p><input type="hidden" name="voorstelId" value={voorstel.voorstelId} /></Doe>
    : <Doe {...{ omgeving, actie }} doe="bevestig-ontkoppelen" knop={tekst.bevestig}><p class="klein">{tekst.voorgesteld(dag(voorstel.voorgesteldOp))}<Nederlands>{voorstel.reden}</Nederlands></p><input type="hidden" name="voorstelId" value={voorstel.voorstelId} /></Doe>
}

function Doe({ omgeving, actie, doe, knop, children }: { omgeving: Omgeving, actie: string, doe: string, knop: string, children?: preact.ComponentChildren }) {
  return <Formulier omgeving={omgeving} actie={actie} knop={knop}><input type="hidden" name="doe" value={doe} />{children}</Formulier>
}

/** De dagen staan in kolommen, zodat een ander programma ze leest. */
const GEVOLG_IN_BESTAND: Readonly<Record<Overzichtregel['gevolg']['soort'], string>> = {
  'sluit-na': 'kan na de laatste dag met token niet meer inloggen', afgesloten: 'token afgesloten', 'nog-geen-datum': 'de laatste dag is nog niet bekend', geen: '',
}

/** Een bestand is Nederlands, in welke taal de bladzijde ook staat. */
export function overstapCsv({ regels }: Overstapoverzicht): string {
  const woorden = accountwoordenIn('nl')
  const kop = ['naam', 'gebruikersnaam', 'school', 'inlogmiddel', 'stand', 'stand sinds', 'laatst ingelogd', 'rollen', 'laatste dag met token', 'laatste dag om te koppelen', 'wat gebeurt er']
  return csvBestand(kop, regels.map((regel) => [
    regel.naam ?? '', regel.gebruikersnaam ?? '', regel.brin ?? '', woorden.middel(regel.middel), woorden.toestand(regel.toestand), isoDag(regel.toestandSinds),
    isoDag(regel.laatstIngelogdOp), regel.rollen.map((rol) => `${woorden.rol(rol.rol)} ${rol.vestiging ?? rol.brin ?? ''}`.trim()).join(', '),
    regel.gevolg.soort === 'sluit-na' ? regel.gevolg.tokenTotEnMet : '', regel.gevolg.soort === 'afgesloten' ? regel.gevolg.koppelenTotEnMet ?? '' : '', GEVOLG_IN_BESTAND[regel.gevolg.soort],
  ]))
}

/** Hoeveel rollen van deze organisatie nagekeken moeten worden. */
export function telNaTeKijken({ accounts }: Gebruikersbeeld, nu: Moment): number {
  return accounts.reduce((som, { rollen }) => som + rollen.filter((rol) => moetBeoordeeld(rol, nu)).length, 0)
}
