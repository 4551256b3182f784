import { leeftijdOp } from '../../kern/datum.ts'
import type { Leerlingbeeld } from '../../beslissing/index.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import { tekenBladzijde, type Omgeving } from '../kader/bladzijde.tsx'
import { SignaalIcoon } from '../kader/iconen.tsx'
import { Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import { schooljaarwoord } from '../woorden/datumwoorden.ts'
import type { Signaalstand } from '../portaal.ts'
import { Afhandelfout, type Afhandelformulier } from './afhandeling.tsx'
import { Besluitkaart } from './besluitkaart.tsx'
import { Datumformulier, Foutenoverzicht } from './datumformulier.tsx'
import { Legenda } from './legenda.tsx'
import { personalia } from './personalia.ts'
import { ergsteFout, ordenSignalen, type Lijstsignaal } from './signalen.ts'
import { Signalenlijst, voorWie } from './signalenlijst.tsx'
import { useWoorden, woordenIn } from './teksten.ts'
import { maakTijdlijnbeeld, type Tijdlijnbeeld } from './tijdlijn/beeld.ts'
import { BREED, COMPACT } from './tijdlijn/maten.ts'
import { StaandeTekening, eerdereJaren } from './tijdlijn/staand.tsx'
import { Tijdlijntabellen } from './tijdlijn/tabellen.tsx'
import { Tekening } from './tijdlijn/tekening.tsx'
import { adresMet, type Leerlingvraag } from './vraag.ts'
import { DichteWaaroms, OpenWaarom, groepeerRedenen } from './waarom.tsx'

export interface Leerlingbladzijde {
  readonly omgeving: Omgeving
  readonly beeld: Leerlingbeeld
  readonly vraag: Leerlingvraag
  readonly kijker: { readonly organisatie: string, readonly brinnen?: readonly string[] }
  readonly standen: readonly Signaalstand[]
  /** Of de kijker voor een school inschrijvingen mag veranderen. */
  readonly magWijzigen?: boolean
  /** Na een formulier bij een signaal. */
  readonly formulier: Afhandelformulier | null
  /** Voor de kop van het papier. */
  readonly nu: Date
}

/** De studentpagina: eerst het antwoord, één stap verder de reden, nog een stap verder het bewijs. */
export function tekenLeerling({ omgeving, beeld, vraag, kijker, standen, formulier, nu, magWijzigen = false }: Leerlingbladzijde): string {
  const woorden = woordenIn(omgeving.taal)
  const { tekst, datum: { lang, moment } } = woorden
  const signalen = ordenSignalen(beeld, kijker.brinnen, woorden)
  const groepen = groepeerRedenen(beeld, woorden)
  const [eerste, ...overige] = groepen
  const naam = beeld.naam ?? tekst.zonderNaam(lang(beeld.dossier.leerling.geboortedatum))
  const tijdlijn = maakTijdlijnbeeld(beeld, signalen, (code) => inTaal(signaaltekst(code), omgeving.taal).titel, woorden)
  const fout = ergsteFout(signalen)
  const mislukt = formulier !== null && formulier.fout !== null
  return tekenBladzijde({
    omgeving, titel: naam, fout: vraag.fouten.length > 0 || mislukt, menu: 'studenten',
    children: (
      <>
        <p class="papierkop"><strong>Leerroute</strong><span>{`${kijker.organisatie}, ${moment(nu.toISOString())}`}</span></p>
        <Kruimelpad stappen={[[tekst.studenten, '/studenten']]} hier={naam} />
        <div class="titelrij"><h1 class="utrecht-heading-1">{naam}</h1><button type="button" class="utrecht-button utrecht-button--secondary-action" data-afdrukken hidden>{tekst.afdrukken}</button></div>
        <Feitenrij beeld={beeld} />
        {formulier !== null && mislukt && <Afhandelfout formulier={formulier} />}
        {vraag.fouten.length > 0 && <Foutenoverzicht vraag={vraag} />}
        {fout !== undefined && vraag.fouten.length === 0 && !mislukt && <Melding signaal={fout} />}
        <Datumformulier beeld={beeld} vraag={vraag} laatste={tijdlijn.bereik.totEnMet} />
        <p class="alleen-smal kort-antwoord">{tekst.uitkomst}<strong>{woorden.begrip.fase(beeld.besluit.fase)}</strong>{'. '}<a class="utrecht-link utrecht-link--html-a" href="#besluit-kop">{tekst.naarBesluit}</a></p>
        <Tijdlijnblok beeld={beeld} tijdlijn={tijdlijn} />
        <div class="twee-kolommen">
          <div class="kolom-besluit"><Besluitkaart beeld={beeld} onderwerpen={new Set(groepen.map(({ anker }) => anker))} /></div>
          <div class="kolom-waarom">
            {eerste !== undefined && <OpenWaarom groep={eerste} />}
            {signalen.some(({ open }) => open) && <Oplossing signalen={signalen} beeld={beeld} magWijzigen={magWijzigen} />}
            {magWijzigen && <p class="niet-op-papier"><a class="utrecht-link utrecht-link--html-a" href={`/studenten/${beeld.deelnemerId}/wijzigen`}>{tekst.wijzig}</a></p>}
            <DichteWaaroms groepen={overige} besluit={beeld.besluit} />
          </div>
          <div class="kolom-signalen"><Signalenlijst signalen={signalen} organisaties={beeld.dossier.organisaties} afhandelbaar={{ standen, deelnemerId: beeld.deelnemerId, csrf: omgeving.ingelogd?.csrf ?? null, formulier }} /></div>
        </div>
        <section class="alleen-papier"><Tijdlijntabellen beeld={tijdlijn} opPapier /><p class="klein">{tekst.papier}</p></section>
      </>
    ),
  })
}

function Feitenrij({ beeld }: { beeld: Leerlingbeeld }) {
  const woorden = useWoorden()
  const { tekst, datum: { lang } } = woorden
  const { route, vanNaar } = personalia(beeld, woorden)
  const geboren = beeld.dossier.leerling.geboortedatum
  return (
    <dl class="feiten">
      <div><dt>{tekst.geboren}</dt><dd>{`${lang(geboren)} (${tekst.jaar(leeftijdOp(geboren, beeld.vandaag))})`}</dd></div>
      <div><dt>{tekst.route}</dt><dd>{route ?? tekst.geenRoute}</dd></div>
      {vanNaar !== null && <div><dt>{tekst.vanNaar}</dt><dd>{vanNaar}</dd></div>}
      <div class="niet-op-papier"><dt>{tekst.persoonsnummer}</dt><dd>{tekst.verborgen}</dd></div>
    </dl>
  )
}

function Melding({ signaal }: { signaal: Lijstsignaal }) {
  const { tekst, taal, datum: { lang } } = useWoorden()
  const { titel, uitleg } = inTaal(signaaltekst(signaal.code), taal)
  return (
    <div class="melding melding--fout" role="region" aria-label={tekst.belangrijkste}>
      <SignaalIcoon niveau="fout" maat={24} />
      <p><strong>{tekst.sinds(titel, lang(signaal.van))}</strong>{` ${uitleg} `}<a class="utrecht-link utrecht-link--html-a" href="#oplossing">{tekst.zoLostUOp}</a></p>
    </div>
  )
}

function Tijdlijnblok({ beeld, tijdlijn }: { beeld: Leerlingbeeld, tijdlijn: Tijdlijnbeeld }) {
  const { tekst, datum: { lang } } = useWoorden()
  const eerder = eerdereJaren(tijdlijn)
  const buiten = tijdlijn.peildatum < tijdlijn.bereik.van || tijdlijn.peildatum > tijdlijn.bereik.totEnMet
  return (
    <section class="tijdlijn" aria-labelledby="tijdlijn">
      <h2 id="tijdlijn" class="utrecht-heading-2">{tekst.tijdlijn}</h2>
      {beeld.besluit.bekendOp !== null && (
        <p class="kennisregel"><strong>{tekst.kennis(lang(beeld.besluit.bekendOp))}</strong>{tijdlijn.verborgen > 0 ? tekst.later(tijdlijn.verborgen) : ''}{' '}<a class="utrecht-link utrecht-link--html-a" href={adresMet(beeld.deelnemerId, beeld.besluit.peildatum, null)}>{tekst.allesNu}</a></p>
      )}
      {buiten && <p class="klein">{tekst.buiten(lang(tijdlijn.peildatum))}</p>}
      <p class="klein alleen-smal">{tekst.benedenwaarts}</p>
      <div class="tijdlijn__vlak"><Tekening beeld={tijdlijn} maten={BREED} /><Tekening beeld={tijdlijn} maten={COMPACT} /><StaandeTekening beeld={tijdlijn} /></div>
      {eerder !== null && <p class="alleen-smal"><a class="utrecht-link utrecht-link--html-a" href={adresMet(beeld.deelnemerId, eerder.eerste, beeld.besluit.bekendOp)}>{tekst.ookEerder(schooljaarwoord(eerder.eerste), eerder.signalen)}</a></p>}
      <Legenda />
      <details class="als-tabel"><summary>{tekst.alsTabel}</summary><Tijdlijntabellen beeld={tijdlijn} /></details>
    </section>
  )
}

/** Wat te doen bij het ergste open signaal; één blok, één eerste stap. */
function Oplossing({ signalen, beeld, magWijzigen }: { signalen: readonly Lijstsignaal[], beeld: Leerlingbeeld, magWijzigen: boolean }) {
  const woorden = useWoorden()
  const { tekst, taal } = woorden
  const ergste = signalen.find(({ open }) => open)
  if (ergste === undefined) return null
  const { titel } = inTaal(signaaltekst(ergste.code), taal)
  const daad = magWijzigen ? DAAD[ergste.code] : undefined
  return (
    <section class="oplossing" aria-labelledby="oplossing">
      <h2 id="oplossing" class="utrecht-heading-3">{ergste.niveau === 'fout' ? tekst.zoLostUOp : tekst.watTeDoen}</h2>
      <p>{ergste.advies}</p>
      {daad !== undefined && <p class="niet-op-papier"><a class="utrecht-button utrecht-button--submit utrecht-button--primary-action knoplink" href={`/studenten/${beeld.deelnemerId}/wijzigen?soort=${daad}`}>{tekst.doe[daad]}</a></p>}
      <p class="klein">{tekst.bijSignaal}<a class="utrecht-link utrecht-link--html-a" href={`#${ergste.anker}`}>{titel}</a>{`, ${voorWie(ergste, beeld.dossier.organisaties, woorden)}`}</p>
    </section>
  )
}

/** Wat een school zelf kan doen bij een signaal; bij de andere is het werk in RIO, bij de besturen of bij de partner. */
const DAAD: Readonly<Partial<Record<Signaalcode, 'periode' | 'oordeel' | 'uitschrijven' | 'plan'>>> = {
  'SIG-FASE-ONTBREEKT': 'periode', 'SIG-FASE-VERSCHIL': 'periode', 'SIG-FASE-AFWIJKEND': 'periode', 'SIG-ROUTE-ONTBREEKT': 'periode', 'SIG-ROUTE-VERSCHIL': 'periode', 'SIG-ROUTE-VOOR-2020': 'periode',
  'SIG-LEERJAAR': 'periode', 'SIG-GLR-OORDEEL-ONTBREEKT': 'oordeel', 'SIG-VO-UITSCHRIJVING-MOGELIJK': 'uitschrijven',
}
