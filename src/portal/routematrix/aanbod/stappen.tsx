import type { ComponentChildren } from 'preact'
import type { Matrixkolom, Voornemen } from '../../../leerroute/index.ts'
import type { Datum } from '../../../kern/datum.ts'
import type { Veldfout } from '../../../kern/weigering.ts'
import type { Aanbiederregel } from '../../../organisatie/index.ts'
import type { AanbodBericht } from '../../../rio/index.ts'
import { type Concept, lijstUit, tekstUit } from '../../concept/index.ts'
import { type Omgeving, tekenBladzijde } from '../../kader/bladzijde.tsx'
import { Formulierbewijs } from '../../kader/formulierbewijs.tsx'
import { InOrdeIcoon, NietWederzijdsIcoon, OntbreektIcoon } from '../../kader/iconen.tsx'
import { Antwoorden, Formulier, Ontvangstbewijs } from '../../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht } from '../../kader/onderdelen/melding.tsx'
import { Keuzegroep, Keuzeveld, Tekstveld } from '../../kader/onderdelen/veld.tsx'
import { useTekst } from '../../kader/taal.ts'
import { datumsIn, useDatums } from '../../woorden/datums.ts'
import { teksten } from '../teksten.ts'
import { AANBODSTAPPEN, type Aanbodstap, routeUit } from './invoer.ts'

export interface Stapbladzijde {
  readonly omgeving: Omgeving
  readonly concept: Concept
  readonly stap: Aanbodstap
  readonly fouten: readonly Veldfout[]
  readonly eigen: readonly Aanbiederregel[]
  /** Scholen uit de kring, om uit te kiezen. */
  readonly partners: readonly Matrixkolom[]
  /** Alleen bij het nakijken. */
  readonly nakijken: { readonly bericht: AanbodBericht; readonly voornemen: Voornemen; readonly op: Datum } | null
}

export function formulieradres(conceptId: string, stap?: Aanbodstap): string {
  return `/routematrix/aanbod/formulier/${conceptId}${stap === undefined ? '' : `/${stap}`}`
}

/** Een vraag per bladzijde; de laatste laat alles nakijken met wat RIO dan zegt. */
export function tekenStap(bladzijde: Stapbladzijde): string {
  const { omgeving, concept, stap, fouten } = bladzijde
  const tekst = teksten[omgeving.taal]
  const nummer = AANBODSTAPPEN.indexOf(stap) + 1
  const isWijziging = tekstUit(concept.inhoud, 'versie') !== ''
  const titel = tekst.stap(nummer, AANBODSTAPPEN.length, tekst.stappen[stap])
  const vorige = AANBODSTAPPEN[nummer - 2]
  const knop = stap === 'controle' ? (isWijziging ? tekst.verstuurWijzig : tekst.verstuur) : tekst.verder
  return tekenBladzijde({
    omgeving, titel, fout: fouten.length > 0, menu: 'routematrix',
    children: (
      <div class="leesblok">
        <p class="stap">{isWijziging ? tekst.formulierWijzig : tekst.formulier}</p>
        <h1 class="utrecht-heading-1">{titel}</h1>
        <Foutenoverzicht fouten={fouten} />
        {stap === 'controle' && <Nakijken {...bladzijde} />}
        <Formulier omgeving={omgeving} actie={formulieradres(concept.conceptId, stap)} knop={knop} soort="primary"><Vragen {...bladzijde} /></Formulier>
        <p class="klein">{tekst.bewaard}</p>
        <div class="knoppenrij">
          <a class="utrecht-link utrecht-link--html-a" href={vorige === undefined ? '/routematrix' : formulieradres(concept.conceptId, vorige)}>{tekst.stapTerug}</a>
          <form method="post" action={`${formulieradres(concept.conceptId)}/weg`}><Formulierbewijs omgeving={omgeving} /><button type="submit" class="linkknop">{tekst.stop}</button></form>
        </div>
      </div>
    ),
  })
}

function Vragen({ concept: { inhoud }, stap, fouten, eigen, partners }: Stapbladzijde) {
  const tekst = useTekst(teksten)
  const waarde = (naam: string): string => tekstUit(inhoud, naam)
  switch (stap) {
    case 'school': {
      const vast = waarde('versie') !== ''
      return <Keuzegroep naam="aanbieder" label={tekst.school} hint={vast ? tekst.schoolVast : tekst.schoolHint} fouten={fouten} waarde={waarde('aanbieder')} keuzes={eigen.filter(({ code }) => !vast || code === waarde('aanbieder')).map(({ code, school, naam }) => ({ waarde: code, tekst: naam === school ? `${school} (${code})` : `${school}, ${naam} (${code})` }))} />
    }
    case 'route':
      return <Keuzegroep naam="route" label={tekst.soort} hint={tekst.routeHint} fouten={fouten} waarde={waarde('route')} keuzes={(['DLR', 'GLR'] as const).map((route) => ({ waarde: route, tekst: tekst.routes[route], uitleg: tekst.routeUitleg[route] }))} />
    case 'opleiding':
      return (
        <>
          <Tekstveld naam="profiel" label={tekst.profielLabel} hint={tekst.profielHint} fouten={fouten} waarde={waarde('profiel')} lengte={100} />
          <Keuzegroep naam="kwalificatie" label={tekst.kwalificatieLabel} fouten={fouten} waarde={waarde('kwalificatie')} keuzes={[{ waarde: 'kwalificatie', tekst: tekst.kwalificatieKeuze.kwalificatie }, { waarde: 'domein', tekst: tekst.kwalificatieKeuze.domein, uitleg: tekst.kwalificatieUitleg }]} />
          <Tekstveld naam="opleidingcode" label={tekst.creboLabel} hint={tekst.creboHint} fouten={fouten} waarde={waarde('opleidingcode')} lengte={5} cijfers leeg />
          <Keuzeveld naam="niveau" label={tekst.niveauLabel} fouten={fouten} waarde={waarde('niveau')} keuzes={[{ waarde: '', tekst: tekst.niveauOpen }, ...(routeUit(inhoud) === 'GLR' ? ['2'] : ['2', '3', '4']).map((cijfer) => ({ waarde: `MBO-${cijfer}`, tekst: cijfer }))]} />
        </>
      )
    case 'partners':
      return <Partnervragen {...{ inhoud, fouten, eigen, partners }} />
    case 'periode':
      return (
        <>
          <Tekstveld naam="begindatum" label={tekst.periodeBegin} hint={tekst.periodeBeginHint} fouten={fouten} waarde={waarde('begindatum')} lengte={20} />
          <Tekstveld naam="einddatum" label={tekst.periodeEinde} hint={tekst.periodeEindeHint} fouten={fouten} waarde={waarde('einddatum')} lengte={20} leeg />
        </>
      )
    case 'controle':
      return null
  }
}

/** Scholen van de andere sector uit de kring, en een vak voor wie daar nog niet in staat. */
function Partnervragen({ inhoud, fouten, eigen, partners }: Pick<Stapbladzijde, 'fouten' | 'eigen' | 'partners'> & { readonly inhoud: Concept['inhoud'] }) {
  const tekst = useTekst(teksten)
  const sector = eigen.find(({ code }) => code === tekstUit(inhoud, 'aanbieder'))?.sector
  const bekend = partners.filter((kolom) => (kolom.sector === 'MBO') !== (sector === 'MBO')).flatMap(({ naam, codes }) => codes.map((code) => ({ waarde: code, tekst: `${naam} (${code})` })))
  const gekozen = lijstUit(inhoud, 'partner')
  const keuzes = [...bekend, ...gekozen.filter((code) => !bekend.some(({ waarde }) => waarde === code)).map((code) => ({ waarde: code, tekst: code }))]
  return (
    <>
      {keuzes.length > 0 && <Keuzegroep naam="partner" label={tekst.partnerLabel} hint={tekst.partnerHint} fouten={fouten} keuzes={keuzes} meer={gekozen} />}
      <Tekstveld naam="partnercodes" label={tekst.partnercodes} hint={tekst.partnercodesHint} fouten={keuzes.length > 0 ? fouten : fouten.map((fout) => ({ ...fout, veld: 'partnercodes' }))} waarde={tekstUit(inhoud, 'partnercodes')} lengte={400} leeg />
    </>
  )
}

function Nakijken({ concept: { conceptId }, eigen, nakijken }: Stapbladzijde) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  if (nakijken === null) return null
  const { bericht, voornemen, op } = nakijken
  const route = bericht.leerrouteKenmerk === 'DLR_VMBO_MBO' ? 'DLR' : 'GLR'
  const naar = (stap: Aanbodstap): string => formulieradres(conceptId, stap)
  return (
    <>
      <p class="lees">{tekst.controleIntro}</p>
      <Antwoorden regels={[
        { vraag: tekst.school, antwoord: `${eigen.find(({ code }) => code === bericht.onderwijsaanbieder)?.school ?? ''} (${bericht.onderwijsaanbieder})`, wijzig: naar('school') },
        { vraag: tekst.soort, antwoord: tekst.routes[route], wijzig: naar('route') },
        { vraag: tekst.profielLabel, antwoord: bericht.profiel ?? '', wijzig: naar('opleiding') },
        { vraag: tekst.kwalificatie, antwoord: bericht.opleidingcode ?? tekst.opDomein, wijzig: naar('opleiding') },
        { vraag: tekst.niveauLabel, antwoord: bericht.niveau?.slice(4) ?? tekst.niveauOpen, wijzig: naar('opleiding') },
        { vraag: tekst.partners, antwoord: <Codes codes={bericht.samenwerkendeOnderwijsaanbieders} voornemen={voornemen} />, wijzig: naar('partners') },
        { vraag: tekst.begin, antwoord: lang(bericht.begindatum), wijzig: naar('periode') },
        { vraag: tekst.einde, antwoord: bericht.einddatum ? lang(bericht.einddatum) : tekst.geenEinde, wijzig: naar('periode') },
      ]} />
      <h2 class="utrecht-heading-2">{tekst.voornemen}</h2>
      <p class="ondertitel">{tekst.voornemenOp(lang(op))}</p>
      <ul class="voornemen">{voornemen.partners.map((partner) => <Partnerregel key={partner.code} partner={partner} eigenCode={bericht.onderwijsaanbieder} />)}</ul>
    </>
  )
}

function Codes({ codes, voornemen }: { codes: readonly string[], voornemen: Voornemen }) {
  return <>{codes.map((code) => <span key={code} class="regel">{`${voornemen.partners.find((partner) => partner.code === code)?.school ?? ''} (${code})`}</span>)}</>
}

const PARTNERICOON = { wederzijds: InOrdeIcoon, 'noemt-niet': NietWederzijdsIcoon, 'zonder-route': OntbreektIcoon } as const

/** Wat de partner al deed, en wat hij nog moet doen. */
function Partnerregel({ partner: { school, stand }, eigenCode }: { partner: Voornemen['partners'][number], eigenCode: string }) {
  const tekst = useTekst(teksten)
  const Icoon = PARTNERICOON[stand]
  return <li><Icoon /><div><p><strong>{school}</strong>{` ${tekst.partnerstand[stand]}`}</p>{stand !== 'wederzijds' && <p class="klein">{stand === 'noemt-niet' ? tekst.partnerMoet(eigenCode) : tekst.partnerMoetRoute(eigenCode)}</p>}</div></li>
}

export interface Aanbodbewijs {
  readonly nummer: string
  readonly op: string
  readonly school: string
  readonly bericht: AanbodBericht
  readonly wijziging: boolean
}

export function tekenOntvangst(omgeving: Omgeving, bewijs: Aanbodbewijs): string {
  const tekst = teksten[omgeving.taal]
  const { lang, moment } = datumsIn(omgeving.taal)
  const kop = bewijs.wijziging ? tekst.ontvangstWijzig : tekst.ontvangst
  return tekenBladzijde({
    omgeving, titel: kop, menu: 'routematrix',
    children: (
      <Blok>
        <Ontvangstbewijs kop={kop} nummer={bewijs.nummer} tijd={moment(bewijs.op)} watNu={tekst.watNu} regels={[
          { vraag: tekst.school, antwoord: `${bewijs.school} (${bewijs.bericht.onderwijsaanbieder})` },
          { vraag: tekst.kolomRoute, antwoord: `${bewijs.bericht.profiel ?? ''} (${bewijs.bericht.leerrouteKenmerk.slice(0, 3)})` },
          { vraag: tekst.begin, antwoord: lang(bewijs.bericht.begindatum) },
        ]} />
        <p><a class="utrecht-link utrecht-link--html-a" href="/routematrix">{tekst.naarMatrix}</a></p>
      </Blok>
    ),
  })
}

function Blok({ children }: { children: ComponentChildren }) {
  return <div class="leesblok">{children}</div>
}
