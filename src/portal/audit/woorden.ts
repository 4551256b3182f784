import type { Moment } from '../../kern/datum.ts'
import type { Auditbeeldregel, Auditwie } from '../../logboek/index.ts'
import { MIDDELWOORD } from '../beheer/woorden.ts'

const SECONDE = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Nederlandse tijd met seconden: "24-11-2026 om 14:02:09". */
export function tijdstip(op: Moment): string {
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
export function wieWoorden({ soort, naam, organisatie, oin }: Auditwie, actor: string): { readonly kop: string; readonly bij: string } {
  switch (soort) {
    case 'account':
      return { kop: naam ?? 'Account zonder naam', bij: organisatie ?? 'organisatie niet bekend' }
    case 'machine':
      return { kop: naam ?? 'Systeem zonder naam', bij: [organisatie === null ? '' : `namens ${organisatie}`, oin === null ? '' : `OIN ${oin}`].filter((deel) => deel !== '').join(', ') }
    case 'koppeling':
      return { kop: naam ?? 'Koppeling zonder naam', bij: 'koppeling' }
    case 'leerroute':
      return { kop: 'Leerroute zelf', bij: actor }
  }
}

/** "eHerkenning, substantieel"; leeg als de regel het niet zegt. */
export function middelWoord({ middel, niveau }: Pick<Auditbeeldregel, 'middel' | 'niveau'>): string {
  return [middel === null ? '' : Object.entries(MIDDELWOORD).find(([code]) => code === middel)?.[1] ?? middel, niveau ?? ''].filter((deel) => deel !== '').join(', ')
}

const MINUUT_MS = 60_000
/** Ouder dan twee rondes van vijf minuten hoort een controlepunt niet te zijn (docs/beheer/logboek.md). */
export const OUDST_CONTROLEPUNT_MS = 10 * MINUUT_MS

export function leeftijd(op: Moment, nu: Moment): string {
  const minuten = Math.max(0, Math.floor((Date.parse(nu) - Date.parse(op)) / MINUUT_MS))
  if (minuten < 1) return 'minder dan een minuut geleden'
  if (minuten < 120) return minuten === 1 ? '1 minuut geleden' : `${minuten} minuten geleden`
  return minuten < 48 * 60 ? `${Math.floor(minuten / 60)} uur geleden` : `${Math.floor(minuten / 1440)} dagen geleden`
}
