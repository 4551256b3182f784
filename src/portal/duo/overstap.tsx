import { type Datum, datumInNederland, type Moment } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import type { Schooltelling, Voorstel } from '../../toegang/index.ts'
import { zinBij } from '../beheer/formulier.ts'
import { Reden } from '../beheer/onderdelen.tsx'
import { Overstaplijn } from '../beheer/voortgang.tsx'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import type { Getypt } from '../kader/invoer.ts'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht, Gelukt } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { Tekstveld } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { accountwoordenIn, useAccountwoorden } from '../woorden/accountwoorden.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import { type Duotekst, teksten } from './teksten.ts'

function tel({ aantallen }: Schooltelling): { readonly over: number; readonly nog: number; readonly totaal: number } {
  const som = (...toestanden: readonly string[]): number => toestanden.reduce((n, toestand) => n + (aantallen[toestand] ?? 0), 0)
  const [over, nog] = [som('GEKOPPELD', 'GEKOPPELD_DOOR_BEHEERDER'), som('ACTIEF_TOKEN', 'GEBLOKKEERD', 'AFGESLOTEN')]
  return { over, nog, totaal: over + nog }
}

export interface Duobord {
  readonly omgeving: Omgeving
  readonly scholen: readonly Schooltelling[]
  readonly voorstellen: readonly Voorstel[]
  readonly actorId: string
  readonly fouten: readonly Veldfout[]
  readonly gelukt: string | null
}

/** K-EH-06, K-EH-09: alle scholen met hun datums en hoever zij zijn. Zonder namen van medewerkers. */
export function tekenDuobord({ omgeving, scholen, voorstellen, actorId, fouten, gelukt }: Duobord): string {
  const { bord: tekst } = teksten[omgeving.taal]
  const nietBegonnen = scholen.filter((school) => tel(school).over === 0 && tel(school).nog > 0).length
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'duo/overstap', fout: fouten.length > 0,
    children: (
      <>
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        <p class="ondertitel">{scholen.length === 0 ? tekst.geen : tekst.ondertitel(scholen.length, nietBegonnen)}</p>
        <Foutenoverzicht fouten={fouten} />
        {gelukt !== null && <Gelukt>{gelukt}</Gelukt>}
        <Voorstellen {...{ omgeving, voorstellen, actorId }} />
        {scholen.length === 0 ? <div class="kader-rustig"><p>{tekst.leeg}</p></div> : (
          <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
            <caption class="alleen-voorlezen">{tekst.titel}</caption>
            <thead><tr>{tekst.kolommen.map((kop) => <th key={kop} scope="col">{kop}</th>)}</tr></thead>
            <tbody>{scholen.map((school) => <Rij key={school.brin} school={school} />)}</tbody>
          </table>
        )}
      </>
    ),
  })
}

function Rij({ school }: { school: Schooltelling }) {
  const [{ bord: tekst }, { middel }] = [useTekst(teksten), useDatums()]
  const { over, totaal } = tel(school)
  const [, stand, openVan, token, koppelen, gedaan] = tekst.kolommen
  const dag = (datum: Datum | null): string => (datum === null ? tekst.nietBekend : middel(datum))
  return (
    <tr>
      <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/duo/overstap/${school.brin}`}>{school.naam}</a><span class="meer regel">{school.brin}</span></th>
      <td data-kop={stand}>{zinBij(tekst.stand, school.stand) ?? school.stand}{over === 0 && totaal > 0 && <span class="meer regel">{tekst.nietBegonnen}</span>}</td>
      <td data-kop={openVan}>{dag(school.openVan)}</td><td data-kop={token}>{dag(school.tokenTotEnMet)}</td><td data-kop={koppelen}>{dag(school.coulanceTotEnMet)}</td>
      <td data-kop={gedaan}><span class="cijfers">{tekst.over(over, totaal)}</span>
        <svg class="balkje" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="8" class="vb-rest" /><rect width={totaal === 0 ? 0 : Math.round((over / totaal) * 100)} height="8" class="vb-over" /></svg>
      </td>
    </tr>
  )
}

/** Wat op een tweede behandelaar wacht (vier ogen). */
export function Voorstellen({ omgeving, voorstellen, actorId }: { omgeving: Omgeving, voorstellen: readonly Voorstel[], actorId: string }) {
  const [{ voorstel: tekst }, { dag }, datums] = [useTekst(teksten), useAccountwoorden(), useDatums()]
  if (voorstellen.length === 0) return null
  return (
    <section>
      <h2 class="utrecht-heading-2">{`${tekst.wacht} `}<span class="aantal">{voorstellen.length}</span></h2>
      <ul class="regellijst">
        {voorstellen.map((voorstel) => (
          <li key={voorstel.voorstelId}>
            <span><strong>{zinBij(tekst.soort, voorstel.soort) ?? voorstel.soort}</strong>{voorstel.soort === 'overstapdatums' && tekst.bij(voorstel.sleutel)}{voorstel.soort === 'naam-geven' && <>{' '}<a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${voorstel.sleutel}`}>{tekst.bekijk}</a></>}<span class="meer regel">{inhoudzin(voorstel, tekst, datums.middel)}{tekst.reden}<Nederlands>{`${voorstel.reden.replace(/\.$/, '')}.`}</Nederlands>{tekst.op(dag(voorstel.voorgesteldOp))}</span></span>
            <span class="knoppen">
              {voorstel.voorgesteldDoor === actorId ? <span class="klein">{tekst.zelf}</span> : <Besluit {...{ omgeving, voorstel }} doe="bevestig" knop={tekst.bevestig} />}
              <Besluit {...{ omgeving, voorstel }} doe="wijs-af" knop={voorstel.voorgesteldDoor === actorId ? tekst.trekIn : tekst.wijsAf} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Besluit({ omgeving, voorstel, doe, knop }: { omgeving: Omgeving, voorstel: Voorstel, doe: 'bevestig' | 'wijs-af', knop: string }) {
  return <Formulier omgeving={omgeving} actie={`/duo/voorstellen/${voorstel.voorstelId}`} knop={knop} rij><input type="hidden" name="soort" value={voorstel.soort} /><input type="hidden" name="doe" value={doe} /></Formulier>
}

/** De tweede persoon moet zien waar hij ja tegen zegt. */
function inhoudzin({ inhoud, soort }: Voorstel, tekst: Duotekst['voorstel'], middel: (dag: Datum) => string): string {
  const lees = (naam: string): string | null => {
    const waarde: unknown = typeof inhoud === 'object' && inhoud !== null ? Reflect.get(inhoud, naam) : undefined
    return typeof waarde === 'string' ? waarde : null
  }
  const datums = (['openVan', 'tokenTotEnMet', 'coulanceTotEnMet'] as const).flatMap((naam) => (lees(naam) === null ? [] : [`${tekst.datums[naam]} ${middel(lees(naam) as Datum)}`]))
  if (datums.length > 0) return tekst.nieuweDatums(datums.join(', '))
  const naam = lees('naam')
  if (soort === 'naam-geven') return naam === null ? tekst.bekendeMedewerker : tekst.accountVan(naam)
  return naam === null ? '' : tekst.wordtBeheerder(naam, lees('ondertekendDoor') ?? tekst.onbekend)
}

export interface Duoschool {
  readonly omgeving: Omgeving
  readonly school: Schooltelling
  readonly nu: Moment
  readonly fouten: readonly Veldfout[]
  readonly getypt: Getypt | null
  readonly gelukt: string | null
}

/** De datums van een school instellen. Een dag naar later vraagt een tweede behandelaar. */
export function tekenDuoschool({ omgeving, school, nu, fouten, getypt, gelukt }: Duoschool): string {
  const [{ bord, school: tekst }, { middel }, woorden] = [teksten[omgeving.taal], datumsIn(omgeving.taal), accountwoordenIn(omgeving.taal)]
  const { over, totaal } = tel(school)
  const vak = (naam: 'openVan' | 'tokenTotEnMet' | 'coulanceTotEnMet') => ({ naam, fouten, waarde: getypt?.[naam] ?? (school[naam] === null ? '' : middel(school[naam])) })
  return tekenBladzijde({
    omgeving, titel: tekst.titel(school.naam), menu: 'duo/overstap', fout: fouten.length > 0,
    children: (
      <>
        <Kruimelpad stappen={[[bord.titel, '/duo/overstap']]} hier={school.naam} />
        <h1 class="utrecht-heading-1">{school.naam}</h1>
        <p class="ondertitel">{`${school.brin} · ${zinBij(bord.stand, school.stand) ?? school.stand} · ${tekst.over(over, totaal)}`}</p>
        <Foutenoverzicht fouten={fouten} />
        {gelukt !== null && <Gelukt>{gelukt}</Gelukt>}
        <Overstaplijn dagen={school} vandaag={datumInNederland(new Date(nu))} naam={school.naam} />
        <section>
          <h2 class="utrecht-heading-2">{tekst.datums}</h2>
          <Formulier omgeving={omgeving} actie={`/duo/overstap/${school.brin}`} knop={tekst.zet} soort="primary">
            <Tekstveld {...vak('openVan')} label={tekst.openVan} hint={tekst.openVanHint} leeg />
            <Tekstveld {...vak('tokenTotEnMet')} label={tekst.tokenTotEnMet} leeg />
            <Tekstveld {...vak('coulanceTotEnMet')} label={tekst.coulanceTotEnMet} leeg />
            <Reden fouten={fouten} waarde={getypt?.['reden']} hint={tekst.redenHint} />
          </Formulier>
        </section>
        <section>
          <h2 class="utrecht-heading-2">{tekst.oude}</h2>
          <table class="utrecht-table utrecht-table--html-table dagentabel"><caption class="alleen-voorlezen">{tekst.oudePerStand}</caption>
            <tbody>{Object.entries(school.aantallen).map(([toestand, aantal]) => <tr key={toestand}><th scope="row">{woorden.toestand(toestand)}</th><td>{aantal}</td></tr>)}</tbody></table>
        </section>
      </>
    ),
  })
}
