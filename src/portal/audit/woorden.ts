import type { Moment } from '../../kern/datum.ts'
import type { Auditbeeldregel, Auditwie } from '../../logboek/index.ts'
import type { Taal } from '../kader/taal.ts'
import { accountwoordenIn } from '../woorden/accountwoorden.ts'
import { teksten } from './teksten.ts'

const SECONDE = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' })

const SECONDE_ENGELS = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', dateStyle: 'medium', timeStyle: 'medium' })

/** Nederlandse tijd met seconden: "24-11-2026 om 14:02:09", in het Engels "24 Nov 2026, 14:02:09". */
export function tijdstip(op: Moment, taal: Taal): string {
  if (taal === 'en') return SECONDE_ENGELS.format(new Date(op))
  const delen = new Map(SECONDE.formatToParts(new Date(op)).map(({ type, value }) => [type, value]))
  return `${delen.get('day')}-${delen.get('month')}-${delen.get('year')} om ${delen.get('hour')}:${delen.get('minute')}:${delen.get('second')}`
}

const KLOKTIJD = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' })
const VERSCHIL = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' })

/** Nederlandse tijd volgens ISO 8601, voor een bestand: "2026-11-24T14:02:09+01:00". */
export function isoInNederland(op: Moment): string {
  const verschil = VERSCHIL.formatToParts(new Date(op)).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${KLOKTIJD.format(new Date(op)).replace(' ', 'T')}${verschil.replace('GMT', '')}`
}

/** Wie het deed, met eronder waar hij bij hoort. */
export function wieWoorden({ soort, naam, organisatie, oin }: Auditwie, actor: string, taal: Taal): { readonly kop: string; readonly bij: string } {
  const tekst = teksten[taal].wie
  switch (soort) {
    case 'account':
      return { kop: naam ?? tekst.accountZonderNaam, bij: organisatie ?? tekst.organisatieOnbekend }
    case 'machine':
      return { kop: naam ?? tekst.systeemZonderNaam, bij: [organisatie === null ? '' : tekst.namens(organisatie), oin === null ? '' : `OIN ${oin}`].filter((deel) => deel !== '').join(', ') }
    case 'koppeling':
      return { kop: naam ?? tekst.koppelingZonderNaam, bij: tekst.koppeling }
    case 'leerroute':
      return { kop: tekst.zelf, bij: actor }
  }
}

/** "eHerkenning, substantieel"; leeg als de regel het niet zegt. */
export function middelWoord({ middel, niveau }: Pick<Auditbeeldregel, 'middel' | 'niveau'>, taal: Taal): string {
  const woord = middel === 'EHERKENNING' || middel === 'DUO_TOKEN' ? accountwoordenIn(taal).middel(middel) : middel ?? ''
  return [woord, Object.entries(teksten[taal].niveau).find(([code]) => code === niveau)?.[1] ?? niveau ?? ''].filter((deel) => deel !== '').join(', ')
}

const MINUUT_MS = 60_000
/** Ouder dan twee rondes van vijf minuten hoort een controlepunt niet te zijn (docs/beheer/logboek.md). */
export const OUDST_CONTROLEPUNT_MS = 10 * MINUUT_MS

export function leeftijd(op: Moment, nu: Moment, taal: Taal): string {
  const tekst = teksten[taal].leeftijd
  const minuten = Math.max(0, Math.floor((Date.parse(nu) - Date.parse(op)) / MINUUT_MS))
  if (minuten < 1) return tekst.net
  if (minuten < 120) return tekst.minuten(minuten)
  return minuten < 48 * 60 ? tekst.uren(Math.floor(minuten / 60)) : tekst.dagen(Math.floor(minuten / 1440))
}
