import type { Veldfout } from '../../kern/weigering.ts'
import { LEERWEGEN, NIVEAUS } from '../../kern/leerroute.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht } from '../kader/onderdelen/melding.tsx'
import { Redenzin } from '../kader/onderdelen/redenzin.tsx'
import { type Keuze, Keuzegroep, Tekstveld } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { leesbareDag, useDatums } from '../woorden/datums.ts'
import { type Antwoorden, isBekend, type Stap } from './antwoorden.ts'
import type { Formulierstand } from './laad.ts'
import { teksten } from './teksten.ts'

export interface Stapbladzijde {
  readonly omgeving: Omgeving
  readonly stand: Formulierstand
  readonly stap: Stap
  readonly fouten: readonly Veldfout[]
  /** `nakijken`: na het antwoord terug naar het nakijken. */
  readonly terug: string
}

/** Een vraag op een bladzijde, met een weg terug naar de vorige. */
export function tekenStap(bladzijde: Stapbladzijde): string {
  const { omgeving, stand: { conceptId, stappen, antwoorden }, stap, fouten, terug } = bladzijde
  const tekst = teksten[omgeving.taal]
  const plaats = stappen.indexOf(stap)
  const titel = tekst.stap(plaats + 1, stappen.length + 2, tekst.vraag[stap])
  const vorige = stappen[plaats - 1]
  return tekenBladzijde({
    omgeving, titel, fout: fouten.length > 0, menu: 'studenten',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.studenten, '/studenten'], [tekst.titel, '/inschrijven']]} hier={tekst.vraag[stap]} />
        <Foutenoverzicht fouten={fouten} />
        <div class="inschrijven">
          {isBekend(antwoorden) && stap !== 'student' && plaats > 0 && stappen[plaats - 1] === 'student' && <p class="kader-rustig">{tekst.bekend}</p>}
          <Formulier omgeving={omgeving} actie={`/inschrijven/${conceptId}/${stap}`} knop={tekst.volgende} soort="primary">
            {terug === 'nakijken' && <input type="hidden" name="terug" value="nakijken" />}
            <Vraag {...bladzijde} titel={titel} />
          </Formulier>
          {vorige !== undefined && <p><a class="utrecht-link utrecht-link--html-a" href={`/inschrijven/${conceptId}/${vorige}`}>{tekst.vorige}</a></p>}
        </div>
      </>
    ),
  })
}

type Vraagprops = Stapbladzijde & { readonly titel: string }

function Vraag(props: Vraagprops) {
  const tekst = useTekst(teksten)
  const { stap } = props
  switch (stap) {
    case 'plaats': case 'vestiging': case 'leerjaar': case 'leerweg': case 'niveau': case 'leertraject': case 'bekostiging': case 'route': return <Keuzevraag {...props} />
    case 'student': return <Velden {...props} velden={[{ naam: 'persoonsnummer', cijfers: true, lengte: 20 }]} />
    case 'gegevens': return <Velden {...props} velden={[{ naam: 'geboortedatum', hint: tekst.veldhint.datum, dag: true }, { naam: 'voornaam' }, { naam: 'achternaam' }]} />
    case 'profiel': return <Velden {...props} velden={[{ naam: 'profiel', cijfers: true, leeg: true, lengte: 4 }]} />
    case 'begin': return <Velden {...props} velden={[{ naam: 'begin', dag: true }]} />
    case 'opleiding': return <Opleiding {...props} />
    case 'partner': return <Partner {...props} />
    case 'fase': return <Fase {...props} />
    case 'oordeel': return <Oordeel {...props} />
  }
}

function Keuzevraag({ stand, stap, fouten, titel }: Vraagprops) {
  const tekst = useTekst(teksten)
  const hint = (tekst.hint as Readonly<Partial<Record<Stap, string>>>)[stap]
  return <Keuzegroep naam={stap} label={titel} fouten={fouten} waarde={stand.antwoorden[stap]} keuzes={useKeuzes(stap, stand)} alsKop {...(hint === undefined ? {} : { hint })} />
}

function useKeuzes(stap: Stap, { plaatsen, plaats }: Formulierstand): readonly Keuze[] {
  const tekst = useTekst(teksten)
  const { route, sector } = useBegrippen()
  switch (stap) {
    case 'plaats': return plaatsen.map((een) => ({ waarde: een.code, tekst: een.naam === een.school ? een.school : `${een.school}, ${een.naam}`, uitleg: tekst.plaats(sector(een.sector), een.code) }))
    case 'vestiging': return (plaats?.vestigingen ?? []).map((waarde) => ({ waarde, tekst: waarde }))
    case 'leerjaar': return ['1', '2', '3', '4', '5', '6'].map((waarde) => ({ waarde, tekst: tekst.leerjaar(waarde) }))
    case 'leerweg': return LEERWEGEN.map((waarde) => ({ waarde, tekst: tekst.leerweg[waarde] }))
    case 'niveau': return NIVEAUS.map((waarde) => ({ waarde, tekst: tekst.niveau[waarde], ...(tekst.niveauUitleg[waarde] === '' ? {} : { uitleg: tekst.niveauUitleg[waarde] }) }))
    case 'leertraject': return (['BOL', 'BBL'] as const).map((waarde) => ({ waarde, tekst: tekst.leertraject[waarde] }))
    case 'bekostiging': return (['J', 'N'] as const).map((waarde) => ({ waarde, tekst: tekst.bekostiging[waarde], uitleg: tekst.bekostigingUitleg[waarde] }))
    default: return (['DLR', 'GLR'] as const).map((waarde) => ({ waarde, tekst: route(waarde), uitleg: tekst.routeUitleg[waarde] }))
  }
}

interface Tekstvraag {
  readonly naam: 'persoonsnummer' | 'geboortedatum' | 'voornaam' | 'achternaam' | 'profiel' | 'begin'
  readonly hint?: string
  readonly cijfers?: boolean
  readonly leeg?: boolean
  readonly lengte?: number
  readonly dag?: boolean
}

function Velden({ stand: { antwoorden }, stap, fouten, titel, velden }: Vraagprops & { readonly velden: readonly Tekstvraag[] }) {
  const tekst = useTekst(teksten)
  const hint = (tekst.hint as Readonly<Partial<Record<Stap, string>>>)[stap]
  return (
    <>
      <h1 class="utrecht-heading-1">{titel}</h1>
      {hint !== undefined && <p class="inschrijven__intro">{hint}</p>}
      {velden.map(({ naam, dag, ...veld }) => <Tekstveld key={naam} naam={naam} label={tekst.veld[naam]} fouten={fouten} waarde={dag ? leesbareDag(antwoorden[naam]) : antwoorden[naam]} {...veld} />)}
    </>
  )
}

/** P1 en P6: de gewone code, en zonder beroepskeuze het domein. */
function Opleiding({ stand: { antwoorden }, fouten, titel }: Vraagprops) {
  const tekst = useTekst(teksten)
  return (
    <>
      <h1 class="utrecht-heading-1">{titel}</h1>
      <p class="inschrijven__intro">{tekst.hint.opleiding}</p>
      <Keuzegroep naam="opleidingsoort" label={tekst.veld.opleidingsoort} fouten={fouten} waarde={antwoorden['opleidingsoort']} keuzes={[{ waarde: 'kwalificatie', tekst: tekst.opleidingsoort.kwalificatie }, { waarde: 'domein', tekst: tekst.opleidingsoort.domein, uitleg: tekst.opleidingsoort.domeinUitleg }]} />
      <Tekstveld naam="opleidingcode" label={tekst.veld.opleidingcode} hint={tekst.veldhint.crebo} fouten={fouten} waarde={antwoorden['opleidingcode']} cijfers lengte={5} />
    </>
  )
}

function Partner({ stand: { antwoorden, partners }, fouten, titel }: Vraagprops) {
  const tekst = useTekst(teksten)
  const keuzes = [...partners.map((een) => ({ waarde: een.code, tekst: een.school, uitleg: tekst.partnerUitleg(een.routes.join(', '), een.wederzijds) })), { waarde: 'anders', tekst: tekst.partnerAnders }]
  return (
    <>
      <Keuzegroep naam="partner" label={titel} hint={partners.length === 0 ? tekst.geenPartners : tekst.hint.partner} fouten={fouten} waarde={antwoorden['partner'] ?? (partners.length === 0 ? 'anders' : undefined)} keuzes={keuzes} alsKop />
      <Tekstveld naam="partnercode" label={tekst.veld.partnercode} hint={tekst.veldhint.partnercode} fouten={fouten} waarde={antwoorden['partnercode']} leeg lengte={7} />
    </>
  )
}

/** K-FASE-01, P8: ons voorstel met de reden; de school kiest. */
function Fase({ stand: { antwoorden, voorstel, plaats }, fouten, titel }: Vraagprops) {
  const tekst = useTekst(teksten)
  const { fase } = useBegrippen()
  const { lang } = useDatums()
  const vroeg = vroegeStart(antwoorden, voorstel?.faseMboVanaf, plaats?.sector === 'MBO') && voorstel !== undefined
  const keuzes: readonly Keuze[] = [
    { waarde: 'VO', tekst: tekst.fase.VO, uitleg: tekst.faseUitleg.VO },
    ...(vroeg ? [{ waarde: 'VO-MBO', tekst: tekst.fase['VO-MBO'](lang(voorstel.faseMboVanaf)), uitleg: tekst.faseUitleg['VO-MBO'] }] : []),
    { waarde: 'MBO', tekst: tekst.fase.MBO, uitleg: tekst.faseUitleg.MBO },
  ]
  return (
    <>
      <Keuzegroep naam="fase" label={titel} fouten={fouten} waarde={antwoorden['fase'] ?? voorstel?.fase} keuzes={keuzes} alsKop />
      {voorstel !== undefined && (
        <div class="kader-rustig stapel">
          <p><strong>{tekst.faseVoorstel(fase(voorstel.fase))}</strong></p>
          <p><Redenzin zin={voorstel.reden.uitleg} /></p>
          <p class="reden__bron">{voorstel.reden.regels.map((id) => <a key={id} class="regelchip" href={`/regels/${id}`}>{id}</a>)}</p>
          {!voorstel.kentEerderePeriode && <p class="klein">{tekst.faseEerste}</p>}
        </div>
      )}
    </>
  )
}

function vroegeStart({ begin }: Antwoorden, faseMboVanaf: string | undefined, mbo: boolean): boolean {
  return mbo && begin !== undefined && faseMboVanaf !== undefined && begin < faseMboVanaf
}

function Oordeel({ stand: { antwoorden }, fouten, titel }: Vraagprops) {
  const tekst = useTekst(teksten)
  return (
    <>
      <Keuzegroep naam="oordeel" label={titel} hint={tekst.hint.oordeel} fouten={fouten} waarde={antwoorden['oordeel']} keuzes={(['ja', 'nee'] as const).map((waarde) => ({ waarde, tekst: tekst.oordeel[waarde], uitleg: tekst.oordeelUitleg[waarde] }))} alsKop />
      <Tekstveld naam="oordeeldatum" label={tekst.veld.oordeeldatum} hint={tekst.veldhint.oordeeldatum} fouten={fouten} waarde={leesbareDag(antwoorden['oordeeldatum'])} leeg />
    </>
  )
}
