import { leeftijdOp } from '../../kern/datum.ts'
import type { Leerlingbeeld } from '../../beslissing/index.ts'
import { signaaltekst } from '../../normen/index.ts'
import { tekenBladzijde, type Omgeving } from '../kader/bladzijde.tsx'
import { SignaalIcoon } from '../kader/iconen.tsx'
import { lang, momentwoord, schooljaarwoord } from '../woorden/datumwoorden.ts'
import { faseWoord } from '../woorden/woorden.ts'
import type { Signaalstand } from '../portaal.ts'
import { Afhandelfout, type Afhandelformulier } from './afhandeling.tsx'
import { Besluitkaart } from './besluitkaart.tsx'
import { Datumformulier, Foutenoverzicht } from './datumformulier.tsx'
import { Legenda } from './legenda.tsx'
import { personalia } from './personalia.ts'
import { ergsteFout, ordenSignalen, type Lijstsignaal } from './signalen.ts'
import { Signalenlijst, voorWie } from './signalenlijst.tsx'
import { tekst } from './teksten.nl.ts'
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
  /** Na een formulier bij een signaal. */
  readonly formulier: Afhandelformulier | null
  /** Voor de kop van het papier. */
  readonly nu: Date
}

/** De studentpagina: eerst het antwoord, één stap verder de reden, nog een stap verder het bewijs. */
export function tekenLeerling({ omgeving, beeld, vraag, kijker, standen, formulier, nu }: Leerlingbladzijde): string {
  const signalen = ordenSignalen(beeld, kijker.brinnen)
  const groepen = groepeerRedenen(beeld)
  const [eerste, ...overige] = groepen
  const naam = beeld.naam ?? tekst.zonderNaam(lang(beeld.dossier.leerling.geboortedatum))
  const tijdlijn = maakTijdlijnbeeld(beeld, signalen, (code) => signaaltekst(code).titel)
  const fout = ergsteFout(signalen)
  const mislukt = formulier !== null && formulier.fout !== null
  return tekenBladzijde({
    omgeving, titel: naam, fout: vraag.fouten.length > 0 || mislukt, menu: 'studenten',
    children: (
      <>
        <p class="papierkop"><strong>Leerroute</strong><span>{`${kijker.organisatie}, ${momentwoord(nu.toISOString())}`}</span></p>
        <nav aria-label={tekst.kruimelpad} class="kruimelpad"><a class="utrecht-link utrecht-link--html-a" href="/studenten">{tekst.studenten}</a><span aria-hidden="true">/</span><span>{naam}</span></nav>
        <div class="titelrij"><h1 class="utrecht-heading-1">{naam}</h1><button type="button" class="utrecht-button utrecht-button--secondary-action" data-afdrukken hidden>{tekst.afdrukken}</button></div>
        <Feitenrij beeld={beeld} />
        {formulier !== null && mislukt && <Afhandelfout formulier={formulier} />}
        {vraag.fouten.length > 0 && <Foutenoverzicht vraag={vraag} />}
        {fout !== undefined && vraag.fouten.length === 0 && !mislukt && <Melding signaal={fout} />}
        <Datumformulier beeld={beeld} vraag={vraag} laatste={tijdlijn.bereik.totEnMet} />
        <p class="alleen-smal kort-antwoord">{'Uitkomst: '}<strong>{faseWoord(beeld.besluit.fase)}</strong>{'. '}<a class="utrecht-link utrecht-link--html-a" href="#besluit-kop">Naar het besluit</a></p>
        <Tijdlijnblok beeld={beeld} tijdlijn={tijdlijn} />
        <div class="twee-kolommen">
          <div class="kolom-besluit"><Besluitkaart beeld={beeld} onderwerpen={new Set(groepen.map(({ anker }) => anker))} /></div>
          <div class="kolom-waarom">
            {eerste !== undefined && <OpenWaarom groep={eerste} />}
            {signalen.some(({ open }) => open) && <Oplossing signalen={signalen} beeld={beeld} />}
            <DichteWaaroms groepen={overige} besluit={beeld.besluit} />
          </div>
          <div class="kolom-signalen"><Signalenlijst signalen={signalen} organisaties={beeld.dossier.organisaties} afhandelbaar={{ standen, deelnemerId: beeld.deelnemerId, csrf: omgeving.ingelogd?.csrf ?? null, formulier }} /></div>
        </div>
        <section class="alleen-papier"><Tijdlijntabellen beeld={tijdlijn} opPapier /><p class="klein">Dit vel bevat persoonsgegevens.</p></section>
      </>
    ),
  })
}

function Feitenrij({ beeld }: { beeld: Leerlingbeeld }) {
  const { route, vanNaar } = personalia(beeld)
  const geboren = beeld.dossier.leerling.geboortedatum
  return (
    <dl class="feiten">
      <div><dt>{tekst.geboren}</dt><dd>{`${lang(geboren)} (${leeftijdOp(geboren, beeld.vandaag)} jaar)`}</dd></div>
      <div><dt>{tekst.route}</dt><dd>{route ?? tekst.geenRoute}</dd></div>
      {vanNaar !== null && <div><dt>{tekst.vanNaar}</dt><dd>{vanNaar}</dd></div>}
      <div class="niet-op-papier"><dt>{tekst.persoonsnummer}</dt><dd>{tekst.verborgen}</dd></div>
    </dl>
  )
}

function Melding({ signaal }: { signaal: Lijstsignaal }) {
  return (
    <div class="melding melding--fout" role="region" aria-label="Belangrijkste signaal">
      <SignaalIcoon niveau="fout" maat={24} />
      <p><strong>{`${signaaltekst(signaal.code).titel} sinds ${lang(signaal.van)}.`}</strong>{` ${signaaltekst(signaal.code).uitleg} `}<a class="utrecht-link utrecht-link--html-a" href="#oplossing">{tekst.zoLostUOp}</a></p>
    </div>
  )
}

function Tijdlijnblok({ beeld, tijdlijn }: { beeld: Leerlingbeeld, tijdlijn: Tijdlijnbeeld }) {
  const eerder = eerdereJaren(tijdlijn)
  const buiten = tijdlijn.peildatum < tijdlijn.bereik.van || tijdlijn.peildatum > tijdlijn.bereik.totEnMet
  return (
    <section class="tijdlijn" aria-labelledby="tijdlijn">
      <h2 id="tijdlijn" class="utrecht-heading-2">{tekst.tijdlijn}</h2>
      {beeld.besluit.bekendOp !== null && (
        <p class="kennisregel"><strong>{`U kijkt met de kennis van ${lang(beeld.besluit.bekendOp)}.`}</strong>{tijdlijn.verborgen > 0 ? ` Later bekend geworden: ${tijdlijn.verborgen} ${tijdlijn.verborgen === 1 ? 'periode' : 'perioden'}.` : ''}{' '}<a class="utrecht-link utrecht-link--html-a" href={adresMet(beeld.deelnemerId, beeld.besluit.peildatum, null)}>Toon alles wat nu bekend is</a></p>
      )}
      {buiten && <p class="klein">{`De gekozen datum ${lang(tijdlijn.peildatum)} valt buiten deze tijdlijn.`}</p>}
      <p class="klein alleen-smal">Van boven naar beneden in de tijd.</p>
      <div class="tijdlijn__vlak"><Tekening beeld={tijdlijn} maten={BREED} /><Tekening beeld={tijdlijn} maten={COMPACT} /><StaandeTekening beeld={tijdlijn} /></div>
      {eerder !== null && <p class="alleen-smal"><a class="utrecht-link utrecht-link--html-a" href={adresMet(beeld.deelnemerId, eerder.eerste, beeld.besluit.bekendOp)}>{`Toon ook de jaren vanaf ${schooljaarwoord(eerder.eerste)}${eerder.signalen > 0 ? ` (${eerder.signalen} ${eerder.signalen === 1 ? 'signaal' : 'signalen'})` : ''}`}</a></p>}
      <Legenda />
      <details class="als-tabel"><summary>{tekst.alsTabel}</summary><Tijdlijntabellen beeld={tijdlijn} /></details>
    </section>
  )
}

/** Wat te doen bij het ergste open signaal; één blok, één eerste stap. */
function Oplossing({ signalen, beeld }: { signalen: readonly Lijstsignaal[], beeld: Leerlingbeeld }) {
  const ergste = signalen.find(({ open }) => open)
  if (ergste === undefined) return null
  const { titel } = signaaltekst(ergste.code)
  return (
    <section class="oplossing" aria-labelledby="oplossing">
      <h2 id="oplossing" class="utrecht-heading-3">{ergste.niveau === 'fout' ? tekst.zoLostUOp : tekst.watTeDoen}</h2>
      <p>{ergste.advies}</p>
      <p class="klein">{'Bij het signaal '}<a class="utrecht-link utrecht-link--html-a" href={`#${ergste.anker}`}>{titel}</a>{`, ${voorWie(ergste, beeld.dossier.organisaties)}`}</p>
    </section>
  )
}
