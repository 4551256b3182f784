import type { Veldfout } from '../../kern/weigering.ts'
import type { Afspraakbericht, Bestuur } from '../../leerroute/index.ts'
import type { Medewerkerregel } from '../../toegang/index.ts'
import { type Concept, lijstUit, tekstUit } from '../concept/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { Antwoorden, Formulier, Ontvangstbewijs } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { Keuzegroep, Keuzeveld, Tekstvak, Tekstveld } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import { AFSPRAAKSTAPPEN, type Afspraakstap, type Eigenbestuur, isRegeling } from './invoer.ts'
import { teksten } from './teksten.ts'

export interface Stapbladzijde {
  readonly omgeving: Omgeving
  readonly concept: Concept
  readonly stap: Afspraakstap
  readonly fouten: readonly Veldfout[]
  readonly eigen: readonly Eigenbestuur[]
  readonly partners: readonly Bestuur[]
  readonly medewerkers: readonly Medewerkerregel[]
  /** Alleen bij het nakijken. */
  readonly bericht: Afspraakbericht | null
}

export function formulieradres(conceptId: string, stap?: Afspraakstap): string {
  return `/afspraken/formulier/${conceptId}${stap === undefined ? '' : `/${stap}`}`
}

/** Een onderwerp per bladzijde; de laatste laat alles nakijken. */
export function tekenStap(bladzijde: Stapbladzijde): string {
  const { omgeving, concept, stap, fouten } = bladzijde
  const tekst = teksten[omgeving.taal]
  const nummer = AFSPRAAKSTAPPEN.indexOf(stap) + 1
  const titel = tekst.stap(nummer, AFSPRAAKSTAPPEN.length, tekst.stappen[stap])
  const vorige = AFSPRAAKSTAPPEN[nummer - 2]
  return tekenBladzijde({
    omgeving, titel, fout: fouten.length > 0, menu: 'afspraken',
    children: (
      <div class="leesblok">
        <p class="stap">{tekstUit(concept.inhoud, 'versie') === '' ? tekst.formulier : tekst.formulierWijzig}</p>
        <h1 class="utrecht-heading-1">{titel}</h1>
        <Foutenoverzicht fouten={fouten} />
        {stap === 'controle' && <Nakijken {...bladzijde} />}
        <Formulier omgeving={omgeving} actie={formulieradres(concept.conceptId, stap)} knop={stap === 'controle' ? tekst.verstuur : tekst.verder} soort="primary"><Vragen {...bladzijde} /></Formulier>
        {stap === 'overstap' && <Onderwerpen />}
        <p class="klein">{tekst.bewaard}</p>
        <div class="knoppenrij">
          <a class="utrecht-link utrecht-link--html-a" href={vorige === undefined ? '/afspraken' : formulieradres(concept.conceptId, vorige)}>{tekst.stapTerug}</a>
          <form method="post" action={`${formulieradres(concept.conceptId)}/weg`}><Formulierbewijs omgeving={omgeving} /><button type="submit" class="linkknop">{tekst.stop}</button></form>
        </div>
      </div>
    ),
  })
}

function Vragen(bladzijde: Stapbladzijde) {
  const { concept: { inhoud }, stap, fouten, medewerkers } = bladzijde
  const tekst = useTekst(teksten)
  const waarde = (naam: string): string => tekstUit(inhoud, naam)
  switch (stap) {
    case 'partijen':
      return <Partijvragen {...bladzijde} />
    case 'looptijd': {
      const isVast = waarde('versie') !== ''
      return (
        <>
          {!isRegeling(inhoud) && !isVast && <Tekstveld naam="kenmerk" label={tekst.kenmerk} hint={tekst.kenmerkHint} fouten={fouten.map((fout) => (fout.veld === 'sleutel' ? { ...fout, veld: 'kenmerk' } : fout))} waarde={waarde('kenmerk')} lengte={100} />}
          {!(isRegeling(inhoud) && isVast) && <Tekstveld naam="van" label={tekst.begin} hint={tekst.beginHint} fouten={fouten} waarde={waarde('van')} lengte={20} />}
          <Tekstveld naam="tot" label={tekst.eindeLabel} hint={tekst.eindeHint} fouten={fouten} waarde={waarde('tot')} lengte={20} leeg />
        </>
      )
    }
    case 'overstap':
      return <Tekstvak naam="overstapoptie" label={tekst.overstapLabel} hint={tekst.overstapHint} fouten={fouten} waarde={waarde('overstapoptie')} lengte={2000} leeg />
    case 'zorg':
      return (
        <>
          <Keuzeveld naam="eigenaar" label={tekst.eigenaarLabel} hint={tekst.eigenaarHint} fouten={fouten} waarde={waarde('eigenaar')} keuzes={[{ waarde: '', tekst: tekst.niemand }, ...medewerkers.map(({ medewerkerId, naam }) => ({ waarde: medewerkerId, tekst: naam }))]} />
          <Tekstveld naam="kijkOpnieuwOp" label={tekst.kijkLabel} hint={tekst.kijkHint} fouten={fouten} waarde={waarde('kijkOpnieuwOp')} lengte={20} leeg />
        </>
      )
    case 'controle':
      return null
  }
}

function Partijvragen({ concept: { inhoud }, fouten, eigen, partners }: Stapbladzijde) {
  const tekst = useTekst(teksten)
  if (tekstUit(inhoud, 'versie') !== '') return <p>{tekst.vast}</p>
  const gekozen = lijstUit(inhoud, 'partner')
  return (
    <>
      <Keuzegroep naam="gezag" label={tekst.uwBestuur} fouten={fouten} waarde={tekstUit(inhoud, 'gezag')} keuzes={eigen.map(({ nummer, naam }) => ({ waarde: nummer, tekst: `${naam} (${nummer})` }))} />
      <Keuzegroep naam="soort" label={tekst.soortLabel} fouten={fouten} waarde={tekstUit(inhoud, 'soort')} keuzes={(['overeenkomst', 'regeling'] as const).map((soort) => ({ waarde: soort, tekst: tekst.soort[soort], uitleg: tekst.soortUitleg[soort] }))} />
      {partners.length > 0 && <Keuzegroep naam="partner" label={tekst.partnerLabel} hint={tekst.partnerHint} fouten={fouten} keuzes={partners.map(({ nummer, naam }) => ({ waarde: nummer, tekst: `${naam} (${nummer})` }))} meer={gekozen} />}
      <Tekstveld naam="partnernummers" label={tekst.partnernummers} hint={tekst.partnernummersHint} fouten={partners.length > 0 ? fouten : fouten.map((fout) => (fout.veld === 'partner' ? { ...fout, veld: 'partnernummers' } : fout))} waarde={tekstUit(inhoud, 'partnernummers')} lengte={400} leeg />
    </>
  )
}

/** K-SOK-06: waar een overeenkomst over gaat. */
function Onderwerpen() {
  const tekst = useTekst(teksten)
  return <details class="opbrengst"><summary class="linkknop">{tekst.onderwerpen}</summary><p>{tekst.onderwerpenUitleg}</p><ul>{tekst.onderwerpenlijst.map((een) => <li key={een}>{een}</li>)}</ul></details>
}

function Nakijken({ concept: { conceptId, inhoud }, bericht, eigen, partners, medewerkers }: Stapbladzijde) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  if (bericht === null) return null
  const naar = (stap: Afspraakstap): string => formulieradres(conceptId, stap)
  const isVast = tekstUit(inhoud, 'versie') !== ''
  const naam = (nummer: string): string => [...eigen, ...partners].find((een) => een.nummer === nummer)?.naam ?? nummer
  return (
    <>
      <p class="lees">{tekst.controleIntro}</p>
      <Antwoorden regels={[
        { vraag: tekst.soortLabel, antwoord: tekst.soort[bericht.soort], ...(isVast ? {} : { wijzig: naar('partijen') }) },
        { vraag: tekst.met, antwoord: <Nederlands>{bericht.partijen.map((nummer) => <span key={nummer} class="regel">{`${naam(nummer)} (${nummer})`}</span>)}</Nederlands>, ...(isVast ? {} : { wijzig: naar('partijen') }) },
        ...(bericht.soort === 'overeenkomst' ? [{ vraag: tekst.kenmerk, antwoord: <Nederlands>{bericht.sleutel}</Nederlands>, ...(isVast ? {} : { wijzig: naar('looptijd') }) }] : []),
        { vraag: tekst.begin, antwoord: lang(bericht.van), wijzig: naar('looptijd') },
        { vraag: tekst.eindeLabel, antwoord: bericht.tot === null ? '–' : lang(bericht.tot), wijzig: naar('looptijd') },
        { vraag: tekst.overstapLabel, antwoord: bericht.overstapoptie === null ? tekst.geenOverstap : <Nederlands>{bericht.overstapoptie}</Nederlands>, wijzig: naar('overstap') },
        { vraag: tekst.eigenaar, antwoord: medewerkers.find(({ medewerkerId }) => medewerkerId === bericht.eigenaar)?.naam ?? tekst.geenEigenaar, wijzig: naar('zorg') },
        { vraag: tekst.kijk, antwoord: bericht.kijkOpnieuwOp === null ? tekst.geenKijk : lang(bericht.kijkOpnieuwOp), wijzig: naar('zorg') },
      ]} />
    </>
  )
}

export interface Afspraakbewijs {
  readonly nummer: string
  readonly op: string
  readonly bericht: Afspraakbericht
}

export function tekenOntvangst(omgeving: Omgeving, { nummer, op, bericht }: Afspraakbewijs): string {
  const tekst = teksten[omgeving.taal]
  const { moment, vanTot } = datumsIn(omgeving.taal)
  return tekenBladzijde({
    omgeving, titel: tekst.ontvangst, menu: 'afspraken',
    children: (
      <div class="leesblok">
        <Ontvangstbewijs kop={tekst.ontvangst} nummer={nummer} tijd={moment(op)} watNu={tekst.watNu[bericht.soort]} regels={[{ vraag: tekst.kop, antwoord: <Nederlands>{bericht.soort === 'overeenkomst' ? bericht.sleutel : tekst.soort.regeling}</Nederlands> }, { vraag: tekst.looptijd, antwoord: vanTot(bericht.van, bericht.tot) }]} />
        <p><a class="utrecht-link utrecht-link--html-a" href="/afspraken">{tekst.naarAfspraken}</a></p>
      </div>
    ),
  })
}
