import type { Besluit, Leerlingbeeld } from '../../beslissing/index.ts'
import type { Normen } from '../../normen/index.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import type { MeldingRij } from '../../verzuim/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht, Gelukt } from '../kader/onderdelen/melding.tsx'
import { Redenzin } from '../kader/onderdelen/redenzin.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'
import { schrijfUren } from './uren.ts'
import { perWeek } from './weken.ts'
import { Wekentekening } from './wekentekening.tsx'

export interface Verzuimscherm {
  readonly omgeving: Omgeving
  readonly beeld: Leerlingbeeld
  readonly meldingen: readonly MeldingRij[]
  readonly normen: Normen
  /** Of de bezoeker de melding van deze partij mag vastleggen. */
  readonly magMelden: boolean
  readonly gemeld: boolean
  readonly fouten: readonly Veldfout[]
}

/** Van wie de melding is, met de uren en weken erachter (K-VZM-01, K-VZM-07). */
export function tekenVerzuim(scherm: Verzuimscherm): string {
  const { omgeving, beeld, fouten, gemeld } = scherm
  const tekst = teksten[omgeving.taal]
  const { lang } = datumsIn(omgeving.taal)
  const titel = tekst.van(beeld.naam ?? tekst.zonderNaam)
  const reden = beeld.besluit.motivering.find(({ onderwerp }) => onderwerp === 'verzuim')
  return tekenBladzijde({
    omgeving, titel, menu: 'verzuim', fout: fouten.length > 0,
    children: (
      <div class="ritme">
        <Kruimelpad stappen={[[tekst.titel, '/verzuim']]} hier={beeld.naam ?? tekst.zonderNaam} />
        <h1 class="utrecht-heading-1">{titel}</h1>
        <Foutenoverzicht fouten={fouten} />
        {gemeld && <Gelukt>{tekst.gemeld}</Gelukt>}
        <div class="uitkomstblok">
          <p class="uitkomstblok__groot">{tekst.wie[beeld.besluit.verzuim]}</p>
          <p class="klein">{tekst.op(lang(beeld.besluit.peildatum))}</p>
          {reden !== undefined && <><p><Redenzin zin={reden.uitleg} /></p><p class="regelchips">{reden.regels.map((id) => <a key={id} class="regelchip" href={`/regels/${id}`}>{id}</a>)}</p></>}
        </div>
        <Melding {...scherm} />
        <Weken {...scherm} />
        <Gedaan {...scherm} />
        <p><a class="utrecht-link utrecht-link--html-a" href={`/studenten/${beeld.deelnemerId}`}>{tekst.naarStudent}</a></p>
      </div>
    ),
  })
}

function Melding({ omgeving, beeld, magMelden }: Verzuimscherm) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  const { melding } = beeld.besluit
  return (
    <section aria-labelledby="melding">
      <h2 class="utrecht-heading-2" id="melding">{tekst.melding}</h2>
      {melding === null ? <p>{tekst.geenMelding}</p> : (
        <>
          <p class="lees"><strong>{tekst.moet(schrijfUren(urenVan(beeld), omgeving.taal), lang(melding.eind))}</strong>{` ${tekst.periode(lang(melding.begin), lang(melding.eind))} ${tekst.naar[melding.partij]}`}</p>
          {magMelden && melding.partij !== 'onbepaald' ? (
            <><p>{tekst.meldUitleg}</p><Formulier omgeving={omgeving} actie={`/verzuim/${beeld.deelnemerId}`} knop={tekst.meld} soort="primary"><Verborgen melding={melding} /></Formulier></>
          ) : <p>{tekst.magNiet}</p>}
        </>
      )}
    </section>
  )
}

/** Wat op het scherm stond gaat mee: is de stand intussen anders, dan zegt de bladzijde dat en gebeurt er niets. */
function Verborgen({ melding: { partij, begin, eind } }: { melding: NonNullable<Besluit['melding']> }) {
  return <>{Object.entries({ partij, begin, eind }).map(([naam, waarde]) => <input key={naam} type="hidden" name={naam} value={waarde} />)}</>
}

function urenVan({ besluit: { melding }, dossier }: Leerlingbeeld): number {
  if (melding === null) return 0
  return dossier.afwezigheid.filter(({ datum, geoorloofd, uren }) => !geoorloofd && uren > 0 && datum >= melding.begin && datum <= melding.eind).reduce((som, { uren }) => som + uren, 0)
}

function Weken({ beeld, normen }: Verzuimscherm) {
  const taal = useTaal()
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  const weken = perWeek(beeld.dossier.afwezigheid, beeld.besluit.melding)
  const [drempel, venster] = [normen.getal('verzuim/drempel-uren', beeld.besluit.peildatum), normen.getal('verzuim/venster-schoolweken', beeld.besluit.peildatum)]
  const [vanaf, ongeoorloofd, geoorloofd, dagen] = tekst.weekKolommen
  return (
    <section aria-labelledby="weken">
      <h2 class="utrecht-heading-2" id="weken">{tekst.weken}</h2>
      <p>{drempel.soort === 'geldt' && venster.soort === 'geldt' ? tekst.wekenUitleg(drempel.waarde, venster.waarde) : tekst.zonderNorm}</p>
      {weken.length === 0 ? <p>{tekst.geenUren}</p> : (
        <>
          <Wekentekening weken={weken} drempel={drempel.soort === 'geldt' ? drempel.waarde : null} />
          <p class="weken__uitleg"><span class="weken__merk weken__merk--telt" />{tekst.teltMee}<span class="weken__merk" />{tekst.ongeoorloofd}<span class="weken__merk weken__merk--geoorloofd" />{tekst.geoorloofd}</p>
          <table class="utrecht-table utrecht-table--html-table stapel smalle-tabel">
            <caption class="alleen-voorlezen">{tekst.weken}</caption>
            <thead><tr><th scope="col">{vanaf}</th><th scope="col" class="getal">{ongeoorloofd}</th><th scope="col" class="getal">{geoorloofd}</th><th scope="col" class="getal">{dagen}</th></tr></thead>
            <tbody>{weken.map((week) => <tr key={week.vanaf}><th scope="row">{middel(week.vanaf)}</th><td data-kop={ongeoorloofd} class="getal">{schrijfUren(week.ongeoorloofd, taal)}</td><td data-kop={geoorloofd} class="getal">{schrijfUren(week.geoorloofd, taal)}</td><td data-kop={dagen} class="getal">{week.dagen}</td></tr>)}</tbody>
          </table>
        </>
      )}
    </section>
  )
}

function Gedaan({ meldingen }: Verzuimscherm) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const { middel } = useDatums()
  const [, begin, eind, ingediend, stand] = tekst.gedaanKolommen
  return (
    <section aria-labelledby="gedaan">
      <h2 class="utrecht-heading-2" id="gedaan">{tekst.gedaan}</h2>
      {meldingen.length === 0 ? <p>{tekst.geenGedaan}</p> : (
        <table class="utrecht-table utrecht-table--html-table stapel smalle-tabel">
          <caption class="alleen-voorlezen">{tekst.gedaan}</caption>
          <thead><tr>{tekst.gedaanKolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
          <tbody>{meldingen.map((melding) => <tr key={melding.meldingId}><th scope="row">{begrip.partij(melding.partij)}</th><td data-kop={begin}>{middel(melding.begin)}</td><td data-kop={eind}>{middel(melding.eind)}</td><td data-kop={ingediend}>{middel(melding.ingediendOp)}</td><td data-kop={stand}>{melding.ingetrokkenOp === null ? tekst.geldt : tekst.ingetrokken(middel(melding.ingetrokkenOp))}</td></tr>)}</tbody>
        </table>
      )}
    </section>
  )
}
