import { cijfers, middel, momentwoord } from '../../woorden/datumwoorden.ts'
import { NIVEAU_WOORD, PARTIJ_WOORD } from '../../woorden/woorden.ts'
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
  return (
    <table class="utrecht-table utrecht-table--html-table stapel">
      <caption>Inschrijvingen</caption>
      <thead><tr><th scope="col">Register</th><th scope="col">School</th><th scope="col">Van</th><th scope="col">Tot en met</th><th scope="col">Inhoud</th><th scope="col">Vastgelegd</th></tr></thead>
      <tbody>
        {perioden.map((p) => (
          <tr key={`${p.brin}${p.inschrijving}${p.van}`}>
            <th scope="row">{p.sector.toLowerCase()}</th>
            <td data-kop="School">{p.school}</td>
            <td data-kop="Van">{cijfers(p.van)}</td>
            <td data-kop="Tot en met">{p.totEnMet === null ? 'loopt door' : cijfers(p.totEnMet)}</td>
            <td data-kop="Inhoud">{[(p.wat[0] ?? '').replaceAll(' · ', ', '), p.route ?? 'geen route', ...(p.fase ? [`fase ${p.fase}`] : [])].join(', ')}</td>
            <td data-kop="Vastgelegd">{p.vastgelegdOp === null ? 'onbekend' : momentwoord(p.vastgelegdOp)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Gebeurtenistabel({ beeld }: { beeld: Tijdlijnbeeld }) {
  const regels = gebeurtenissen(beeld)
  if (regels.length === 0) return null
  return (
    <table class="utrecht-table utrecht-table--html-table stapel">
      <caption>Gebeurtenissen</caption>
      <thead><tr><th scope="col">Datum</th><th scope="col">Soort</th><th scope="col">Wat</th></tr></thead>
      <tbody>
        {regels.map(({ datum, soort, wat, href }) => (
          <tr key={`${datum}${soort}${wat}`}>
            <th scope="row">{middel(datum)}</th>
            <td data-kop="Soort">{soort}</td>
            <td data-kop="Wat">{href === null ? wat : <a class="utrecht-link utrecht-link--html-a" href={href}>{wat}</a>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function gebeurtenissen(beeld: Tijdlijnbeeld) {
  return [
    ...beeld.teldata.map(({ datum, betaler, href }) => ({ datum, soort: 'teldatum', wat: betaler === null ? 'nog niet geweest' : `bekostiging: ${PARTIJ_WOORD[betaler]}`, href })),
    ...beeld.diplomas.map(({ datum, label }) => ({ datum, soort: 'diploma', wat: label, href: null })),
    ...beeld.stages.map(({ datum, label }) => ({ datum, soort: 'stage', wat: label, href: null })),
    ...beeld.verzuim.haken.map(({ totEnMet, label }) => ({ datum: totEnMet, soort: 'verzuim', wat: label, href: null })),
    ...beeld.spelden.map(({ anker, niveau, label, van, totEnMet }) => ({
      datum: van, soort: NIVEAU_WOORD[niveau], wat: `${label} (${totEnMet === null ? 'open' : `tot en met ${middel(totEnMet)}`})`, href: `#${anker}`,
    })),
  ].toSorted((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0))
}
