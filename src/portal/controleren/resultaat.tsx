import { type Controle, type Controlegroep, foutenIn, type Fragment, isTeLeveren, type Regelvoorbeeld } from '../../aanlevering/index.ts'
import { findRegel } from '../../normen/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { InOrdeIcoon, SignaalIcoon } from '../kader/iconen.tsx'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import { aantalIn, omvangIn } from './cijfers.ts'
import { Stappenbalk, Voortgang } from './onderdelen.tsx'
import { padVan } from './paden.ts'
import { teksten } from './teksten.ts'

export interface Resultaatbladzijde {
  readonly omgeving: Omgeving
  readonly controle: Controle
  /** Pad van het script dat een lopende controle bijhoudt. */
  readonly ververs: string
}

const STAPELS = ['moet-u-verbeteren', 'kijk-na', 'anders-gelezen'] as const
const NIVEAU = { 'moet-u-verbeteren': 'fout', 'kijk-na': 'waarschuwing', 'anders-gelezen': 'info' } as const

/** De controle terwijl zij loopt: hoever, en wat er tot nu toe gevonden is. */
export function tekenBezig({ omgeving, controle, ververs }: Resultaatbladzijde): string {
  const tekst = teksten[omgeving.taal]
  const titel = controle.doel === 'controleren' ? tekst.bezigTitel : tekst.bezigVergelijk
  const terug = controle.doel === 'controleren' ? tekst.menu : tekst.vergelijkTitel
  const groepen = controle.verslag?.groepen ?? []
  return tekenBladzijde({
    omgeving, titel, menu: 'controleren', scripts: [ververs],
    children: (
      <>
        <Kruimelpad stappen={[[terug, padVan(controle.doel)]]} hier={tekst.bezig} />
        <h1 class="utrecht-heading-1">{titel}</h1>
        <Ondertitel controle={controle} />
        <p class="alleen-voorlezen" role="status" data-melding="" />
        <div data-ververs="">
          {controle.doel === 'controleren' && <Stappenbalk controle={controle} />}
          <Voortgang controle={controle} />
          <p class="magdicht">{tekst.magDicht}{' '}<a class="utrecht-link utrecht-link--html-a" href={padVan(controle.doel)}>{terug}</a>.</p>
          {controle.doel === 'controleren' && (
            <section aria-labelledby="tot-nu-toe" class="controle-blok">
              <h2 class="utrecht-heading-2" id="tot-nu-toe">{tekst.totNuToe}</h2>
              {groepen.length === 0 ? <p class="ondertitel">{tekst.nogNiets}</p> : <ul class="bevindingen">{groepen.map((groep) => <li key={groep.nummer} class="bevinding"><Kopregel groep={groep} /></li>)}</ul>}
            </section>
          )}
        </div>
        <div class="actierij">
          <a class="utrecht-button utrecht-button--secondary-action knoplink" href={`${padVan(controle.doel)}/${controle.controleId}`}>{tekst.ververs}</a>
          <Stop omgeving={omgeving} controle={controle} knop={tekst.stop} />
        </div>
      </>
    ),
  })
}

/** Het oordeel als kop, de stapels eronder, en wat u nu kunt doen. */
export function tekenResultaat({ omgeving, controle }: Resultaatbladzijde): string {
  const tekst = teksten[omgeving.taal]
  const titel = oordeel(controle, omgeving)
  return tekenBladzijde({
    omgeving, titel, menu: 'controleren',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.menu, '/controleren']]} hier={tekst.resultaat} />
        <h1 class="utrecht-heading-1">{titel}</h1>
        <Ondertitel controle={controle} />
        {(controle.staat === 'klaar') && <Stappenbalk controle={controle} />}
        <Telling controle={controle} />
        <div class="controle-kolommen">
          <div><Inhoud controle={controle} /></div>
          <Watnu omgeving={omgeving} controle={controle} />
        </div>
      </>
    ),
  })
}

export function oordeel(controle: Controle, { taal }: Pick<Omgeving, 'taal'>): string {
  const tekst = teksten[taal]
  const getal = aantalIn(taal)
  const { verslag, staat, aanleveringId } = controle
  if (aanleveringId !== null) return tekst.isGeleverd
  if (staat === 'gestopt') return tekst.gestopt
  if (staat === 'mislukt' || verslag === null) return tekst.mislukt
  if (verslag.onleesbaar !== null) return tekst.onleesbaar
  if (verslag.bestandAfgekeurd) return tekst.afgekeurd
  const fouten = foutenIn(verslag)
  if (!isTeLeveren(controle)) return fouten === 0 ? tekst.gecontroleerd : tekst.gecontroleerdFouten(getal(fouten), fouten === 1)
  if (fouten > 0) return tekst.nietKlaar(getal(fouten), fouten === 1)
  const nakijken = telStapel(controle, 'kijk-na')
  return nakijken === 0 ? tekst.klaarVoorLeveren : tekst.klaarNakijken(getal(nakijken), nakijken === 1)
}

function telStapel({ verslag }: Controle, stapel: (typeof STAPELS)[number]): number {
  return (verslag?.groepen ?? []).reduce((som, { soort, aantal }) => som + (soort === stapel ? aantal : 0), 0)
}

export function Ondertitel({ controle }: { controle: Controle }) {
  const taal = useTaal()
  const tekst = useTekst(teksten)
  const { moment } = useDatums()
  const { bestandsnaam, bytes, klaarOp, verslag } = controle
  const delen = [verslag !== null && verslag.regels > 0 ? tekst.regels(aantalIn(taal)(verslag.regels)) : omvangIn(taal)(bytes), ...(klaarOp === null ? [] : [tekst.gecontroleerdOp(moment(klaarOp))])]
  return <p class="ondertitel controle-naam"><Nederlands>{bestandsnaam ?? tekst.zonderNaam}</Nederlands>{` · ${delen.join(' · ')}`}</p>
}

function Telling({ controle }: { controle: Controle }) {
  const tekst = useTekst(teksten)
  const getal = aantalIn(useTaal())
  const { verslag } = controle
  if (verslag === null || verslag.onleesbaar !== null || controle.staat !== 'klaar') return null
  return (
    <ul class="telrij">
      {STAPELS.map((stapel) => <li key={stapel}><span class="telrij__getal"><SignaalIcoon niveau={NIVEAU[stapel]} maat={24} open={stapel !== 'anders-gelezen'} />{getal(telStapel(controle, stapel))}</span><span>{tekst.tel[stapel]}</span></li>)}
      {verslag.zonderOpmerking !== null && <li><span class="telrij__getal">{getal(verslag.zonderOpmerking)}</span><span>{tekst.tel.zonder}</span></li>}
    </ul>
  )
}

function Inhoud({ controle }: { controle: Controle }) {
  const tekst = useTekst(teksten)
  const { verslag, staat } = controle
  if (staat === 'gestopt') return <p class="lees">{tekst.gestoptUitleg}</p>
  if (staat === 'mislukt' || verslag === null) return <p class="lees">{tekst.misluktUitleg}</p>
  if (verslag.onleesbaar !== null) return <div class="melding"><SignaalIcoon niveau="fout" maat={24} /><div><Nederlands><p><strong>{verslag.onleesbaar.uitleg}</strong></p><p>{verslag.onleesbaar.watTeDoen}</p></Nederlands></div></div>
  if (verslag.groepen.length === 0) return <div class="kader-rustig leeg"><InOrdeIcoon maat={28} /><div><h2 class="utrecht-heading-3">{tekst.allesGoed}</h2><p>{tekst.allesGoedUitleg}</p></div></div>
  return (
    <>
      {STAPELS.map((stapel) => {
        const groepen = verslag.groepen.filter(({ soort }) => soort === stapel)
        if (groepen.length === 0) return null
        return (
          <section key={stapel} aria-labelledby={`stapel-${stapel}`} class="controle-blok">
            <h2 class="utrecht-heading-2" id={`stapel-${stapel}`}>{tekst.stapel[stapel]}</h2>
            <ul class="bevindingen">{groepen.map((groep) => <li key={groep.nummer} class="bevinding"><Bevinding controle={controle} groep={groep} open={groep === verslag.groepen[0] && stapel === 'moet-u-verbeteren'} /></li>)}</ul>
          </section>
        )
      })}
      {verslag.afgekapt && <p class="ondertitel">{tekst.afgekapt}</p>}
    </>
  )
}

function Bevinding({ controle, groep, open }: { controle: Controle, groep: Controlegroep, open: boolean }) {
  const tekst = useTekst(teksten)
  const getal = aantalIn(useTaal())
  const [eerste] = groep.voorbeelden
  const pad = `${padVan(controle.doel)}/${controle.controleId}`
  return (
    <details id={`groep-${groep.nummer}`} open={open}>
      <summary><Kopregel groep={groep} /></summary>
      <div class="bevinding__inhoud">
        {groep.voorbeelden.some(({ fragment }) => fragment !== null) && <pre class="fragment" tabindex={0} role="group" aria-label={tekst.watStaat}>{groep.voorbeelden.map((voorbeeld) => voorbeeld.fragment && <Regel key={voorbeeld.regelnummer} voorbeeld={voorbeeld} fragment={voorbeeld.fragment} />)}</pre>}
        <dl class="bevinding__feiten">
          {eerste !== undefined && eerste.veld !== null && <Feit kop={tekst.waar}><Veldplaats regel={eerste} /></Feit>}
          {eerste !== undefined && eerste.veldnummer !== null && <Feit kop={tekst.watStaat}>{eerste.waarde === null || eerste.waarde === '' ? tekst.niets : <code>{eerste.waarde}</code>}</Feit>}
          {groep.verwacht !== '' && <Feit kop={tekst.watHoort}><Nederlands>{groep.verwacht}</Nederlands></Feit>}
          <Feit kop={tekst.zoBeter}><Nederlands>{groep.remedie}</Nederlands></Feit>
          {groep.regels.length > 0 && <Feit kop={tekst.regelBron}><Bronnen regels={groep.regels} /></Feit>}
        </dl>
        {groep.aantal > 1 && groep.bladen > 0 && (
          <p class="actierij">
            <a class="utrecht-button utrecht-button--secondary-action knoplink" href={`${pad}/groep/${groep.nummer}`}>{tekst.toonAlle(getal(groep.aantal))}<span class="alleen-voorlezen"><Nederlands>{`: ${groep.titel}`}</Nederlands></span></a>
            <a class="utrecht-link utrecht-link--html-a" href={`${pad}/bevindingen?vorm=csv&groep=${groep.nummer}`}>{tekst.downloadDeze}<span class="alleen-voorlezen"><Nederlands>{`: ${groep.titel}`}</Nederlands></span></a>
          </p>
        )}
      </div>
    </details>
  )
}

function Kopregel({ groep }: { groep: Controlegroep }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const getal = aantalIn(useTaal())
  const niveau = groep.soort in NIVEAU ? NIVEAU[groep.soort as keyof typeof NIVEAU] : 'info'
  const uitleg = groep.voorbeelden[0]?.uitleg ?? ''
  return (
    <span class="bevinding__kop">
      <SignaalIcoon niveau={niveau} open={niveau !== 'info'} />
      <span class="bevinding__titel"><strong><span class="alleen-voorlezen">{`${begrip.niveau(niveau)}: `}</span><Nederlands>{groep.titel}</Nederlands></strong>{uitleg !== '' && <span class="bevinding__uitleg"><Nederlands>{uitleg}</Nederlands></span>}</span>
      <span class="bevinding__aantal">{groep.studenten > 1 ? tekst.studenten(getal(groep.studenten), false) : tekst.keer(getal(groep.aantal), groep.aantal === 1)}</span>
    </span>
  )
}

function Regel({ voorbeeld, fragment }: { voorbeeld: Regelvoorbeeld, fragment: Fragment }) {
  return <span class="fragment__regel"><span class="fragment__nummer">{voorbeeld.regelnummer}</span>{' '}{fragment.voor}<mark>{fragment.veld === '' ? (voorbeeld.veld === null ? '' : ' ') : fragment.veld}</mark>{fragment.na}{'\n'}</span>
}

export function Veldplaats({ regel }: { regel: Pick<Regelvoorbeeld, 'veld' | 'veldnummer' | 'recordsoort'> }) {
  const tekst = useTekst(teksten)
  const { veld, veldnummer, recordsoort } = regel
  if (veld === null) return <>{recordsoort ?? '–'}</>
  return <Nederlands>{veldnummer !== null && recordsoort !== null ? tekst.veldIn(String(veldnummer), veld, recordsoort) : tekst.veldLos(veld)}</Nederlands>
}

function Feit({ kop, children }: { kop: string, children: preact.ComponentChildren }) {
  return <div><dt>{kop}</dt><dd>{children}</dd></div>
}

/** Regels van de keten zijn te lezen; een code van een waarderegel is alleen een naam. */
function Bronnen({ regels }: { regels: readonly string[] }) {
  const tekst = useTekst(teksten)
  return (
    <>
      {regels.map((id, i) => {
        const regel = findRegel(id)
        return <span key={id}>{i > 0 && ', '}{regel === undefined ? id : <><a class="utrecht-link utrecht-link--html-a" href={`/regels/${id}`}>{id}</a>{` · ${tekst[regel.zekerheid === 'zeker' ? 'zeker' : 'afgeleid']}`}</>}</span>
      })}
    </>
  )
}

function Watnu({ omgeving, controle }: { omgeving: Omgeving, controle: Controle }) {
  const taal = useTaal()
  const tekst = useTekst(teksten)
  const getal = aantalIn(taal)
  const { verslag, aanleveringId, staat } = controle
  const pad = `/controleren/${controle.controleId}`
  const fouten = verslag === null ? 0 : foutenIn(verslag)
  const teLeveren = isTeLeveren(controle)
  return (
    <aside aria-labelledby="wat-nu">
      <div class="zijvak">
        <h2 class="utrecht-heading-3" id="wat-nu">{tekst.watNu}</h2>
        {aanleveringId !== null && <p><a class="utrecht-button utrecht-button--primary-action knoplink" href={`/leveringen/${aanleveringId}`}>{tekst.naarLevering}</a></p>}
        {teLeveren && fouten === 0 && verslag !== null && (
          <>
            <Formulier omgeving={omgeving} actie={`${pad}/leveren`} knop={tekst.lever(getal(verslag.regels), verslag.regels === 1)} soort="primary" />
            <p class="klein">{tekst.leverUitleg}</p>
          </>
        )}
        {aanleveringId === null && !(teLeveren && fouten === 0) && (
          <>
            {fouten > 0 && <ol class="genummerd">{tekst.stappenFout(getal(fouten), fouten === 1).map((zin) => <li key={zin}>{zin}</li>)}</ol>}
            {staat === 'klaar' && (controle.soort === 'OBO' || controle.soort === 'TBGI') && <p>{tekst.nietLeveren}</p>}
            <p><a class="utrecht-button utrecht-button--primary-action knoplink" href="/controleren">{tekst.opnieuw}</a></p>
          </>
        )}
        {teLeveren && fouten > 0 && (
          <>
            <p class="klein">{tekst.toch}</p>
            <form method="post" action={`${pad}/leveren`}><input type="hidden" name="csrf" value={omgeving.ingelogd?.csrf ?? ''} /><button type="submit" class="linkknop">{tekst.leverZonder(getal(fouten), fouten === 1)}</button></form>
          </>
        )}
      </div>
      {verslag?.tellingen && <Gevolg tellingen={verslag.tellingen} />}
      {verslag !== null && verslag.groepen.length > 0 && <Downloads pad={pad} alles={tekst.downloadAlle} />}
      {aanleveringId === null && <p class="klein zijregel">{tekst.bewaard(datumsIn(taal).moment(controle.verlooptOp))}</p>}
      <div class="zijregel"><Stop omgeving={omgeving} controle={controle} knop={tekst.wis} /></div>
    </aside>
  )
}

function Gevolg({ tellingen }: { tellingen: Readonly<Record<string, number>> }) {
  const tekst = useTekst(teksten)
  const getal = aantalIn(useTaal())
  const regels = Object.entries(tekst.uitkomsten).filter(([uitkomst]) => (tellingen[uitkomst] ?? 0) > 0)
  if (regels.length === 0) return null
  return (
    <div class="zijregel">
      <h2 class="utrecht-heading-3">{tekst.zouGebeuren}</h2>
      <ul>{regels.map(([uitkomst, woord]) => <li key={uitkomst}><strong>{getal(tellingen[uitkomst] ?? 0)}</strong>{` ${woord}`}</li>)}</ul>
    </div>
  )
}

export function Downloads({ pad, alles }: { pad: string, alles: string }) {
  const tekst = useTekst(teksten)
  return (
    <ul class="zijregel niet-op-papier">
      <li><a class="utrecht-link utrecht-link--html-a" href={`${pad}/bevindingen?vorm=csv`}>{alles}</a></li>
      <li><a class="utrecht-link utrecht-link--html-a" href={`${pad}/bevindingen?vorm=ndjson`}>{tekst.downloadNdjson}</a></li>
      <li><button type="button" class="linkknop" data-afdrukken="" hidden>{tekst.drukAf}</button></li>
    </ul>
  )
}

export function Stop({ omgeving, controle, knop }: { omgeving: Omgeving, controle: Controle, knop: string }) {
  return <form method="post" action={`${padVan(controle.doel)}/${controle.controleId}/stoppen`} class="niet-op-papier"><input type="hidden" name="csrf" value={omgeving.ingelogd?.csrf ?? ''} /><button type="submit" class="linkknop">{knop}</button></form>
}
