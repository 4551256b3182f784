import type { LeerlingRegel, Werklijst } from '../../beslissing/index.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht, Gelukt, Leegstand } from '../kader/onderdelen/melding.tsx'
import { useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { Filter, type Filterkeuzes } from './filter.tsx'
import { Groep, type Groepbeeld } from './groep.tsx'
import { teksten } from './teksten.ts'
import { ALLES, isGefilterd, schrijfKeuze, signaaladres, type Werkvraag } from './vraag.ts'
import { Werkbalk, type Werkbalkbeeld } from './werkbalk.tsx'

export interface Signalenbladzijde extends Groepbeeld {
  readonly lijst: Werklijst
  readonly keuzes: Filterkeuzes
  readonly fouten: readonly Veldfout[]
  readonly getypt: Werkbalkbeeld['getypt']
  /** Wat er net gebeurde. */
  readonly gedaan: { readonly gedaan: number; readonly veranderd: number; readonly nietGevonden: number }
}

/** De werklijst van een school: wat eerst moet, eerst. */
export function tekenSignalen(bladzijde: Signalenbladzijde): string {
  const { omgeving, vraag, lijst, keuzes, fouten } = bladzijde
  const tekst = teksten[omgeving.taal]
  const titel = vraag.staten === 'gesloten' ? tekst.titelDicht : tekst.titel
  return tekenBladzijde({
    omgeving, titel, menu: 'signalen', fout: fouten.length > 0,
    children: (
      <>
        <Foutenoverzicht fouten={fouten} ids={{ signaal: 'signalen' }} />
        <div class="titelrij">
          <div><h1 class="utrecht-heading-1">{titel}</h1><p class="ondertitel"><Telling vraag={vraag} lijst={lijst} /></p></div>
          {lijst.groepen.length > 0 && <a class="utrecht-button utrecht-button--secondary-action knoplink" href={signaaladres({ ...vraag, na: null }, '/signalen.csv')}>{tekst.download}</a>}
        </div>
        <Uitslag {...bladzijde.gedaan} />
        <div class="lijst lijst--werk">
          <Filter omgeving={omgeving} vraag={vraag} alles={lijst.alles} keuzes={keuzes} />
          <div class="lijst__inhoud" id="signalen" tabindex={-1}>
            {vraag.student !== null && <p class="werkfilter__student">{tekst.alleenStudent} <a class="utrecht-link utrecht-link--html-a" href={signaaladres({ ...vraag, student: null, na: null })}>{tekst.alleStudenten}</a></p>}
            {lijst.groepen.length === 0 ? <Leeg vraag={vraag} /> : <Groepen {...bladzijde} />}
          </div>
        </div>
      </>
    ),
  })
}

function Telling({ vraag, lijst }: { vraag: Werkvraag, lijst: Werklijst }) {
  const tekst = useTekst(teksten)
  const gekozen = tekst.aantal(lijst.groepen.reduce((som, { aantal }) => som + aantal, 0), lijst.groepen.some(({ meer }) => meer))
  if (vraag.staten === 'gesloten') return <>{tekst.tellingDicht(gekozen)}</>
  return <>{tekst.telling(gekozen, tekst.aantal(lijst.alles.totaal.aantal, lijst.alles.totaal.meer), isGefilterd(vraag))}</>
}

function Uitslag({ gedaan, veranderd, nietGevonden }: Signalenbladzijde['gedaan']) {
  const tekst = useTekst(teksten)
  if (gedaan + veranderd + nietGevonden === 0) return null
  const over = [...(veranderd > 0 ? [tekst.veranderd(veranderd)] : []), ...(nietGevonden > 0 ? [tekst.overgeslagen(nietGevonden)] : [])]
  return <>{gedaan > 0 && <Gelukt>{tekst.gedaan(gedaan)}</Gelukt>}{over.map((zin) => <p key={zin} class="melding melding--rustig" role="status">{zin}</p>)}</>
}

function Groepen(bladzijde: Signalenbladzijde) {
  const { omgeving, vraag, lijst, keuzes, magAfhandelen, mij, fouten, getypt } = bladzijde
  const tekst = useTekst(teksten)
  const inhoud = (
    <>
      {vraag.code !== null && <p class="groep__terug"><a class="utrecht-link utrecht-link--html-a" href={signaaladres({ ...vraag, code: null, na: null })}>{tekst.alleGroepen}</a></p>}
      {lijst.groepen.map((groep) => <Groep key={groep.code} groep={groep} {...bladzijde} />)}
      {lijst.volgende !== null && <p class="verder"><a class="utrecht-link utrecht-link--html-a" href={signaaladres({ ...vraag, na: lijst.volgende })}>{tekst.volgende}</a></p>}
    </>
  )
  if (!magAfhandelen || vraag.staten === 'gesloten') return inhoud
  return (
    <form method="post" action="/signalen/doe">
      <Formulierbewijs omgeving={omgeving} />
      <input type="hidden" name="keuze" value={schrijfKeuze(vraag)} />
      {inhoud}
      <Werkbalk collegas={keuzes.collegas} mij={mij} fouten={fouten} getypt={getypt} />
    </form>
  )
}

function Leeg({ vraag }: { vraag: Werkvraag }) {
  const tekst = useTekst(teksten)
  if (!isGefilterd(vraag)) return <Leegstand kop={tekst.leeg} goed><p>{tekst.leegUitleg}</p></Leegstand>
  return <Leegstand kop={tekst.leegKeuze}><p>{tekst.leegKeuzeUitleg}</p><p><a class="utrecht-link utrecht-link--html-a" href={signaaladres(ALLES)}>{tekst.wis}</a></p></Leegstand>
}

/** Meer studenten bij een naam: kies er een. De naam staat op de bladzijde, niet in het adres. */
export function tekenStudentkeuze({ omgeving, vraag, zoek, regels, meer }: { omgeving: Omgeving, vraag: Werkvraag, zoek: string, regels: readonly LeerlingRegel[], meer: boolean }): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.zoek, menu: 'signalen',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.titel, signaaladres({ ...vraag, student: null, na: null })]]} hier={tekst.zoek} />
        <h1 class="utrecht-heading-1">{regels.length === 0 ? tekst.geenStudent(zoek) : tekst.kiesStudent(zoek)}</h1>
        <p class="ondertitel">{regels.length === 0 ? tekst.geenStudentUitleg : tekst.kiesUitleg}</p>
        {regels.length === 0
          ? <p class="verder"><a class="utrecht-link utrecht-link--html-a" href={signaaladres({ ...vraag, na: null })}>{tekst.terug}</a></p>
          : <Studenten vraag={vraag} regels={regels} />}
        {meer && <p class="verder">{tekst.meerStudenten}</p>}
      </>
    ),
  })
}

function Studenten({ vraag, regels }: { vraag: Werkvraag, regels: readonly LeerlingRegel[] }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  return <ul class="keuzelijst">{regels.map(({ deelnemerId, naam, geboortedatum, scholen }) => <li key={deelnemerId}><a class="keuze" href={signaaladres({ ...vraag, student: deelnemerId, na: null })}><span class="keuze__naam">{naam ?? tekst.zonderNaam}</span><span class="keuze__rol">{[middel(geboortedatum), ...scholen.map(({ naam: school }) => school)].join(' · ')}</span></a></li>)}</ul>
}
