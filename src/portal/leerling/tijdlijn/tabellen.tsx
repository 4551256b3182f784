import { useWoorden } from '../teksten.ts'
import type { Tijdlijnbeeld } from './beeld.ts'
import type { Tijdlijnperiode } from './periodes.ts'

/** Dezelfde inhoud als de tekening, in twee tabellen. Op papier zonder de teldata: die kunnen daar niet gekozen worden en staan al in de tekening. */
export function Tijdlijntabellen({ beeld, opPapier = false }: { beeld: Tijdlijnbeeld, opPapier?: boolean }) {
  return (
    <>
      <Periodetabel perioden={beeld.banen.flatMap(({ perioden }) => perioden)} />
      <Gebeurtenistabel beeld={opPapier ? { ...beeld, teldata: [] } : beeld} />
    </>
  )
}

function Periodetabel({ perioden }: { perioden: readonly Tijdlijnperiode[] }) {
  const { tekst: { tl }, datum } = useWoorden()
  const { tabel } = tl
  return (
    <table class="utrecht-table utrecht-table--html-table stapel">
      <caption>{tabel.inschrijvingen}</caption>
      <thead><tr>{[tabel.register, tabel.school, tabel.van, tabel.tot, tabel.inhoud, tabel.vastgelegd].map((kop) => <th key={kop} scope="col">{kop}</th>)}</tr></thead>
      <tbody>
        {perioden.map((p) => (
          <tr key={`${p.brin}${p.inschrijving}${p.van}`}>
            <th scope="row">{p.sector.toLowerCase()}</th>
            <td data-kop={tabel.school}>{p.school}</td>
            <td data-kop={tabel.van}>{datum.tabel(p.van)}</td>
            <td data-kop={tabel.tot}>{p.totEnMet === null ? tl.looptDoor : datum.tabel(p.totEnMet)}</td>
            <td data-kop={tabel.inhoud}>{[(p.wat[0] ?? '').replaceAll(' · ', ', '), p.route ?? tl.geenRoute, ...(p.fase ? [`fase ${p.fase}`] : [])].join(', ')}</td>
            <td data-kop={tabel.vastgelegd}>{p.vastgelegdOp === null ? tabel.onbekend : datum.moment(p.vastgelegdOp)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Gebeurtenistabel({ beeld }: { beeld: Tijdlijnbeeld }) {
  const { tabel } = beeld.woorden.tekst.tl
  const regels = gebeurtenissen(beeld)
  if (regels.length === 0) return null
  return (
    <table class="utrecht-table utrecht-table--html-table stapel">
      <caption>{tabel.gebeurtenissen}</caption>
      <thead><tr>{[tabel.datum, tabel.soort, tabel.wat].map((kop) => <th key={kop} scope="col">{kop}</th>)}</tr></thead>
      <tbody>
        {regels.map(({ datum, soort, wat, href }) => (
          <tr key={`${datum}${soort}${wat}`}>
            <th scope="row">{beeld.woorden.datum.middel(datum)}</th>
            <td data-kop={tabel.soort}>{soort}</td>
            <td data-kop={tabel.wat}>{href === null ? wat : <a class="utrecht-link utrecht-link--html-a" href={href}>{wat}</a>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function gebeurtenissen(beeld: Tijdlijnbeeld) {
  const { tekst: { tl: { tabel, nogNiet, tot } }, begrip, datum: { middel } } = beeld.woorden
  return [
    ...beeld.teldata.map(({ datum, betaler, href }) => ({ datum, soort: tabel.teldatum, wat: betaler === null ? nogNiet : tabel.bekostiging(begrip.partij(betaler)), href })),
    ...beeld.diplomas.map(({ datum, label }) => ({ datum, soort: tabel.diploma, wat: label, href: null })),
    ...beeld.stages.map(({ datum, label }) => ({ datum, soort: tabel.stage, wat: label, href: null })),
    ...beeld.verzuim.haken.map(({ totEnMet, label }) => ({ datum: totEnMet, soort: tabel.verzuim, wat: label, href: null })),
    ...beeld.spelden.map(({ anker, niveau, label, van, totEnMet }) => ({
      datum: van, soort: begrip.niveau(niveau), wat: `${label} (${totEnMet === null ? tabel.open : tot(middel(totEnMet))})`, href: `#${anker}`,
    })),
  ].toSorted((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0))
}
