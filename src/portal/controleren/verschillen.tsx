import type { Controle, Controlegroep, Controleregel, Groepblad } from '../../aanlevering/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { InOrdeIcoon, SignaalIcoon } from '../kader/iconen.tsx'
import { Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { type Taal, useTaal, useTekst } from '../kader/taal.ts'
import { aantalIn } from './cijfers.ts'
import { padVan } from './paden.ts'
import { Downloads, Ondertitel, oordeel, Stop, Veldplaats } from './resultaat.tsx'
import { teksten } from './teksten.ts'

const SOORTEN = ['verschilt', 'alleen-bestand', 'alleen-register'] as const
export type Verschilsoort = (typeof SOORTEN)[number]

export function isVerschilsoort(waarde: unknown): waarde is Verschilsoort {
  return SOORTEN.some((soort) => soort === waarde)
}

/** Wat er verschilt tussen een bestand en het register, per soort en veld. */
export function tekenVerschillen({ omgeving, controle, soort }: { readonly omgeving: Omgeving, readonly controle: Controle, readonly soort: Verschilsoort | null }): string {
  const tekst = teksten[omgeving.taal]
  const { verslag } = controle
  const telling = verslag?.vergelijking ?? null
  const n = telling === null ? 0 : telling.anders + telling.alleenBestand + telling.alleenRegister
  const titel = telling === null ? oordeel(controle, omgeving) : n === 0 ? tekst.geenVerschil : tekst.verschillen(aantalIn(omgeving.taal)(n), n === 1)
  return tekenBladzijde({
    omgeving, titel, menu: 'controleren',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.menu, '/controleren'], [tekst.vergelijkTitel, '/vergelijken']]} hier={tekst.resultaat} />
        <h1 class="utrecht-heading-1">{titel}</h1>
        <Ondertitel controle={controle} />
        {telling !== null && <Telling telling={telling} />}
        <div class="controle-kolommen">
          <div>{telling === null ? <Reden controle={controle} /> : <Groepen controle={controle} soort={soort} />}</div>
          <aside aria-labelledby="wat-nu">
            <div class="zijvak">
              <h2 class="utrecht-heading-3" id="wat-nu">{tekst.waaromKop}</h2>
              {tekst.waarom.map((zin) => <p key={zin}>{zin}</p>)}
              <p><a class="utrecht-button utrecht-button--primary-action knoplink" href="/vergelijken">{tekst.vergelijkOpnieuw}</a></p>
            </div>
            {(verslag?.groepen.length ?? 0) > 0 && <Downloads pad={`/vergelijken/${controle.controleId}`} alles={tekst.downloadVerschillen} />}
            {telling !== null && telling.nietVergeleken.length > 0 && <p class="klein zijregel">{tekst.nietVergelekenRecords(telling.nietVergeleken.join(', '))}</p>}
            <div class="zijregel"><Stop omgeving={omgeving} controle={controle} knop={tekst.wis} /></div>
          </aside>
        </div>
      </>
    ),
  })
}

function Reden({ controle: { verslag, staat } }: { controle: Controle }) {
  const tekst = useTekst(teksten)
  if (verslag === null || verslag.onleesbaar === null) return <p class="lees">{staat === 'gestopt' ? tekst.gestoptUitleg : tekst.misluktUitleg}</p>
  return <div class="melding"><SignaalIcoon niveau="fout" maat={24} /><div><Nederlands><p><strong>{verslag.onleesbaar.uitleg}</strong></p><p>{verslag.onleesbaar.watTeDoen}</p></Nederlands></div></div>
}

function Telling({ telling }: { telling: NonNullable<NonNullable<Controle['verslag']>['vergelijking']> }) {
  const tekst = useTekst(teksten)
  const getal = aantalIn(useTaal())
  return <ul class="telrij">{(['anders', 'alleenBestand', 'alleenRegister', 'gelijk'] as const).map((wat) => <li key={wat}><span class="telrij__getal">{getal(telling[wat])}</span><span>{tekst.telVerschil[wat]}</span></li>)}</ul>
}

function Groepen({ controle, soort: gekozen }: { controle: Controle, soort: Verschilsoort | null }) {
  const taal = useTaal()
  const tekst = useTekst(teksten)
  const getal = aantalIn(taal)
  const groepen = controle.verslag?.groepen ?? []
  const pad = `/vergelijken/${controle.controleId}`
  if (groepen.length === 0) return <div class="kader-rustig leeg"><InOrdeIcoon maat={28} /><div><h2 class="utrecht-heading-3">{tekst.allesGoed}</h2><p>{tekst.geenVerschil}</p></div></div>
  const aanwezig = SOORTEN.filter((soort) => groepen.some((groep) => groep.soort === soort))
  return (
    <>
      <nav aria-label={tekst.filter} class="soortkeuze">
        {[null, ...aanwezig].map((soort) => <a key={soort ?? 'alles'} href={soort === null ? pad : `${pad}?soort=${soort}`} {...(soort === gekozen ? { 'aria-current': 'true' as const } : {})}>{soort === null ? tekst.alles : tekst.soort[soort]}</a>)}
      </nav>
      {aanwezig.filter((soort) => gekozen === null || soort === gekozen).map((soort) => (
        <section key={soort} aria-labelledby={`soort-${soort}`} class="controle-blok">
          <h2 class="utrecht-heading-2" id={`soort-${soort}`}>{tekst.soort[soort]}</h2>
          <ul class="bevindingen">
            {groepen.filter((groep) => groep.soort === soort).map((groep) => (
              <li key={groep.nummer} class="bevinding verschilregel">
                <a class="utrecht-link utrecht-link--html-a" href={`${pad}/groep/${groep.nummer}`}>{groepnaam(groep, taal)}</a>
                <span class="klein">{groep.regels.join(', ')}</span>
                <span class="bevinding__aantal">{`${getal(groep.aantal)} · ${tekst.studenten(getal(groep.studenten), groep.studenten === 1)}`}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** "Leerroutefase (ISP)", "Record ISG" of "Student"; bij controleren de titel van de bevinding. */
export function groepnaam({ onderwerp, titel }: Controlegroep, taal: Taal): string {
  const tekst = teksten[taal]
  if (onderwerp === '') return titel
  if (onderwerp === 'student') return tekst.heleStudent
  const [record = '', veld] = onderwerp.split('/')
  return veld === undefined ? tekst.heelRecord(record) : tekst.veldVan(titel, record)
}

/** Alle bevindingen of verschillen van een soort, honderd per bladzijde. */
export function tekenGroep({ omgeving, blad }: { readonly omgeving: Omgeving, readonly blad: Groepblad }): string {
  const tekst = teksten[omgeving.taal]
  const { controle, groep } = blad
  const naam = groepnaam(groep, omgeving.taal)
  const pad = `${padVan(controle.doel)}/${controle.controleId}`
  const terug = controle.doel === 'controleren' ? [[tekst.menu, '/controleren'], [tekst.resultaat, pad]] as const : [[tekst.vergelijkTitel, '/vergelijken'], [tekst.resultaat, pad]] as const
  return tekenBladzijde({
    omgeving, titel: controle.doel === 'controleren' ? tekst.resultaat : naam, menu: 'controleren',
    children: (
      <>
        <Kruimelpad stappen={terug} hier={tekst.alles} />
        <h1 class="utrecht-heading-1"><Nederlands>{naam}</Nederlands></h1>
        <Ondertitel controle={controle} />
        {groep.remedie !== '' && <p class="lees"><Nederlands>{groep.remedie}</Nederlands></p>}
        {controle.doel === 'vergelijken' ? <Verschiltabel blad={blad} naam={naam} /> : <Bevindingtabel blad={blad} naam={naam} />}
        <Bladeren blad={blad} pad={`${pad}/groep/${groep.nummer}`} />
        <p class="zijregel"><a class="utrecht-link utrecht-link--html-a" href={`${pad}/bevindingen?vorm=csv&groep=${groep.nummer}`}>{tekst.downloadDeze}</a></p>
      </>
    ),
  })
}

function Bladeren({ blad: { groep, blad }, pad }: { blad: Groepblad, pad: string }) {
  const tekst = useTekst(teksten)
  const getal = aantalIn(useTaal())
  if (groep.bladen < 2) return null
  return (
    <p class="actierij verder">
      {blad > 0 && <a class="utrecht-link utrecht-link--html-a" href={`${pad}?blad=${blad}`}>{tekst.vorige}</a>}
      <span>{tekst.blad(getal(blad + 1), getal(groep.bladen))}</span>
      {blad + 1 < groep.bladen && <a class="utrecht-link utrecht-link--html-a" href={`${pad}?blad=${blad + 2}`}>{tekst.volgende}</a>}
    </p>
  )
}

function Bevindingtabel({ blad, naam }: { blad: Groepblad, naam: string }) {
  const tekst = useTekst(teksten)
  const getal = aantalIn(useTaal())
  const [, student, waar, watStaat] = tekst.bevindingKolommen
  return (
    <table class="utrecht-table utrecht-table--html-table stapel controle-blok">
      <caption class="alleen-voorlezen"><Nederlands>{naam}</Nederlands></caption>
      <thead><tr>{tekst.bevindingKolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
      <tbody>
        {blad.regels.map((regel, i) => (
          <tr key={i}>
            <th scope="row" class="cijfers">{regel.regelnummer === null ? '–' : getal(regel.regelnummer)}</th>
            <td data-kop={student}>{regel.persoon ?? '–'}</td>
            <td data-kop={waar}><Veldplaats regel={regel} /></td>
            <td data-kop={watStaat}>{regel.veldnummer !== null ? (regel.waarde ?? tekst.niets) : <Nederlands>{regel.uitleg === '' ? '–' : regel.uitleg}</Nederlands>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Verschiltabel({ blad, naam }: { blad: Groepblad, naam: string }) {
  const tekst = useTekst(teksten)
  const [, record, inBestand, inRegister] = tekst.verschilKolommen
  return (
    <table class="utrecht-table utrecht-table--html-table stapel controle-blok">
      <caption class="alleen-voorlezen">{naam}</caption>
      <thead><tr>{tekst.verschilKolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
      <tbody>
        {blad.regels.map((regel, i) => (
          <tr key={i}>
            <th scope="row"><Student regel={regel} /></th>
            <td data-kop={record}>{[regel.recordsoort, regel.veld].filter((deel) => deel !== null).join(' ') || '–'}</td>
            <td data-kop={inBestand}>{kant(regel, 'alleen-register', blad.groep.soort, regel.waarde, tekst.niets)}</td>
            <td data-kop={inRegister}>{kant(regel, 'alleen-bestand', blad.groep.soort, regel.register, tekst.niets)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Een heel record of student aan een kant heeft geen waarde om te tonen: dan een vinkje in woorden. */
function kant(regel: Controleregel, ontbreektBij: string, soort: string, waarde: string | null, niets: string): string {
  if (soort === ontbreektBij) return niets
  return waarde === null || waarde === '' ? (soort === 'verschilt' ? niets : (regel.recordsoort ?? '✓')) : waarde
}

function Student({ regel }: { regel: Controleregel }) {
  const tekst = useTekst(teksten)
  const nummer = regel.persoon ?? '–'
  return regel.deelnemerId === null ? <>{nummer}</> : <a class="utrecht-link utrecht-link--html-a" href={`/studenten/${regel.deelnemerId}`} aria-label={`${tekst.bekijk} ${nummer}`}>{nummer}</a>
}
