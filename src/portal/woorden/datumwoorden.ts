import { dagnummer, schooljaar, type Datum } from '../../kern/datum.ts'

/** Datums zoals een Nederlander ze leest. `lang` in zinnen, `middel` in tabellen en labels, `kort` waar het jaar al bekend is. */
export { schrijfDag as lang } from '../../kern/zinnen.ts'

export function middel(d: Datum): string {
  return `${dag(d)} ${maandkort(d)} ${jaar(d)}`
}

export function kort(d: Datum): string {
  return `${dag(d)} ${maandkort(d)}`
}

/** In kleine letters onder een reden en in tabellen: 1-8-2026. */
export function cijfers(d: Datum): string {
  return `${dag(d)}-${maand(d) + 1}-${jaar(d)}`
}

export function schooljaarwoord(d: Datum): string {
  return `${schooljaar(d)}-${schooljaar(d) + 1}`
}

function maandkort(d: Datum): string {
  return KORT[maand(d)] ?? ''
}

/** Een periode in één zinsdeel; een leeg einde is "nu nog". */
export function vanTot(van: Datum, totEnMet: Datum | null): string {
  if (totEnMet === null) return `sinds ${middel(van)}`
  if (dagnummer(van) === dagnummer(totEnMet)) return `op ${middel(van)}`
  return jaar(van) === jaar(totEnMet) ? `${kort(van)} tot en met ${middel(totEnMet)}` : `${middel(van)} tot en met ${middel(totEnMet)}`
}

/** Een vastlegmoment (UTC-tekst of datum) als Nederlandse tijd: "28-8-2026 om 14:02". */
export function momentwoord(tekst: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(tekst)) return cijfers(tekst as Datum)
  const moment = new Date(tekst)
  if (Number.isNaN(moment.getTime())) return tekst
  const delen = new Map(MOMENT.formatToParts(moment).map((deel) => [deel.type, deel.value]))
  return `${delen.get('day')}-${delen.get('month')}-${delen.get('year')} om ${delen.get('hour')}:${delen.get('minute')}`
}

const KORT = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const MOMENT = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit',
})

function dag(d: Datum): number {
  return Number(d.slice(8, 10))
}

/** 0 = januari. */
function maand(d: Datum): number {
  return Number(d.slice(5, 7)) - 1
}

function jaar(d: Datum): number {
  return Number(d.slice(0, 4))
}
