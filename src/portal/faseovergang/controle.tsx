import type { Wisselbeeld, Wisselpunt } from '../../beslissing/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { InOrdeIcoon, NietNuIcoon, OntbreektIcoon, SignaalIcoon } from '../kader/iconen.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { teksten as kadertekst } from '../kader/teksten.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

export interface Controlebladzijde {
  readonly omgeving: Omgeving
  readonly conceptId: string
  readonly overgang: Datum
  readonly beelden: readonly Wisselbeeld[]
  /** Gekozen, maar niet meer te zien. */
  readonly weg: number
  /** Naam per BRIN van de eigen scholen. */
  readonly scholen: ReadonlyMap<string, string>
}

/** Stap 2: per student wat er verandert, wat beide scholen moeten nagaan, en wat er daarna geldt. */
export function tekenControle(bladzijde: Controlebladzijde): string {
  const { omgeving, overgang, beelden, conceptId } = bladzijde
  const tekst = teksten[omgeving.taal]
  const titel = kadertekst[omgeving.taal].stap(2, 3, tekst.stap[2])
  const [mee, nietMee] = [beelden.filter(({ stand }) => stand === 'kan'), beelden.filter(({ stand }) => stand !== 'kan')]
  return tekenBladzijde({
    omgeving, titel: `${titel} - ${tekst.titel}`, menu: 'studenten',
    children: (
      <>
        <p class="stap">{tekst.titel}</p>
        <h1 class="utrecht-heading-1">{titel}</h1>
        <Samenvatting {...bladzijde} />
        <form method="post" action={`/faseovergang/${conceptId}`} class="wisselknop">
          <Formulierbewijs omgeving={omgeving} />
          {mee.map(({ deelnemerId, versie }) => <input key={deelnemerId} type="hidden" name="student" value={`${deelnemerId}.${versie}`} />)}
          {mee.length > 0 ? <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.bevestig(mee.length)}</button> : <p><strong>{tekst.nietsTeDoen}</strong></p>}
          <a class="utrecht-link utrecht-link--html-a" href={`/faseovergang?op=${overgang}`}>{tekst.terug}</a>
        </form>
        {mee.length > 0 && <Groep id="mee" kop={tekst.kopKan} beelden={mee} scholen={bladzijde.scholen} open={beelden.length === 1} />}
        {nietMee.length > 0 && <Groep id="niet" kop={tekst.kopNiet} beelden={nietMee} scholen={bladzijde.scholen} open={beelden.length === 1} />}
      </>
    ),
  })
}

function Samenvatting({ beelden, overgang, weg }: Controlebladzijde) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  const met = (soort: 'wissel' | 'uitschrijven') => beelden.filter(({ stappen }) => stappen.some((stap) => stap.soort === soort))
  const uit = met('uitschrijven')
  const laatste = uit[0]?.stappen.find(({ soort }) => soort === 'uitschrijven')?.dag
  const [gaan, nietMee] = [met('wissel').length, beelden.filter(({ stand }) => stand !== 'kan').length]
  const zinnen = [
    ...(gaan > 0 ? [tekst.gaan(gaan)] : []), ...(uit.length > 0 && laatste !== undefined ? [`${tekst.uit(uit.length)} ${tekst.uitDag(lang(laatste))}`] : []),
    ...(nietMee > 0 ? [tekst.nietMee(nietMee)] : []), ...(weg > 0 ? [tekst.weg(weg)] : []),
  ]
  return <section class="wisselsom" aria-labelledby="som"><h2 class="utrecht-heading-3" id="som">{tekst.samen(beelden.length, lang(overgang))}</h2><ul>{zinnen.map((zin) => <li key={zin}>{zin}</li>)}</ul></section>
}

function Groep({ id, kop, beelden, scholen, open }: { id: string, kop: string, beelden: readonly Wisselbeeld[], scholen: Controlebladzijde['scholen'], open: boolean }) {
  return <section class="wisselgroep" aria-labelledby={id}><h2 class="utrecht-heading-2 lijnkop" id={id}>{kop}</h2><ul>{beelden.map((beeld) => <Student key={beeld.deelnemerId} beeld={beeld} scholen={scholen} open={open} />)}</ul></section>
}

function Student({ beeld, scholen, open }: { beeld: Wisselbeeld, scholen: Controlebladzijde['scholen'], open: boolean }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  const naam = beeld.naam ?? tekst.zonderNaam
  return (
    <li class="wissel">
      <h3><a class="utrecht-link utrecht-link--html-a" href={`/studenten/${beeld.deelnemerId}`}>{naam}</a></h3>
      {beeld.stappen.map(({ soort, brin, dag }) => <p key={brin + soort}>{tekst.doet[soort](scholen.get(brin) ?? brin, middel(dag))}</p>)}
      {beeld.stand !== 'kan' && <p>{tekst.geenStap[beeld.stand]}</p>}
      <details open={open}>
        <summary class="linkknop">{tekst.controle}<span class="alleen-voorlezen">{`: ${tekst.bekijk(naam)}`}</span></summary>
        <div class="wissel__blok">
          <div><h4>{tekst.punten}</h4><ul class="wisselpunten">{beeld.punten.map((punt) => <Punt key={punt.wat} punt={punt} />)}</ul></div>
          <Daarna beeld={beeld} />
        </div>
      </details>
    </li>
  )
}

const ICOON = { klaar: InOrdeIcoon, nodig: OntbreektIcoon, later: NietNuIcoon } as const

function Punt({ punt: { wat, stand, wie, regels, dag } }: { punt: Wisselpunt }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  const Icoon = ICOON[stand]
  return (
    <li>
      <Icoon maat={18} />
      <span>{tekst.punt[wat][stand]}{stand === 'klaar' && dag !== null && `, ${tekst.puntDag(middel(dag))}`}. <span class="wisselpunten__bij">{tekst.wie[wie]}</span> {regels.map((id) => <a key={id} class="regelchip" href={`/regels/${id}`}>{id}</a>)}</span>
    </li>
  )
}

/** Wat er geldt als alleen deze school haar deel doet; wat overblijft is vaak van de partner (P11). */
function Daarna({ beeld: { na, signalen } }: { beeld: Wisselbeeld }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const begrip = useBegrippen()
  return (
    <div>
      <h4>{tekst.daarna}</h4>
      <dl class="dagen wisselna"><div><dt>{tekst.naFase}</dt><dd>{begrip.fase(na.fase)}</dd></div><div><dt>{tekst.naVerzuim}</dt><dd>{begrip.partij(na.verzuim)}</dd></div><div><dt>{tekst.naBekostiging}</dt><dd>{begrip.partij(na.bekostiging)}</dd></div></dl>
      <h4>{tekst.signalen}</h4>
      {signalen.length === 0 ? <p>{tekst.geenSignalen}</p> : <ul class="wisselpunten">{signalen.map(({ code, niveau }) => <li key={code}><SignaalIcoon niveau={niveau} maat={18} /><span><span class="alleen-voorlezen">{`${begrip.niveau(niveau)}: `}</span>{inTaal(signaaltekst(code), taal).titel}</span></li>)}</ul>}
    </div>
  )
}

/** Tussen twee stukken: hoeveel er klaar zijn. Met JavaScript gaat het vanzelf verder. */
export function tekenBezig({ omgeving, conceptId, klaar, totaal, script }: { omgeving: Omgeving, conceptId: string, klaar: number, totaal: number, script: string }): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.bezigTitel, menu: 'studenten', scripts: [script],
    children: (
      <>
        <p class="stap">{tekst.titel}</p>
        <h1 class="utrecht-heading-1">{tekst.bezigTitel}</h1>
        <p class="ondertitel" role="status">{tekst.bezig(klaar, totaal)}</p>
        <progress class="wisselbalk" value={klaar} max={totaal} aria-label={tekst.bezigTitel}>{tekst.bezig(klaar, totaal)}</progress>
        <p>{tekst.bezigUitleg}</p>
        <form method="post" action={`/faseovergang/${conceptId}`} data-verstuur class="wisselknop">
          <Formulierbewijs omgeving={omgeving} />
          <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.gaVerder}</button>
        </form>
      </>
    ),
  })
}
