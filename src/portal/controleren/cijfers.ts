import type { Taal } from '../kader/taal.ts'

/** 117312 wordt 117.312, in het Engels 117,312. */
export function aantalIn(taal: Taal): (n: number) => string {
  const vorm = new Intl.NumberFormat(taal === 'nl' ? 'nl-NL' : 'en-GB')
  return (n) => vorm.format(n)
}

/** 18,4 MB; onder een MB in kB. */
export function omvangIn(taal: Taal): (bytes: number) => string {
  const vorm = new Intl.NumberFormat(taal === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 })
  return (bytes) => (bytes >= 1_000_000 ? `${vorm.format(bytes / 1_000_000)} MB` : `${vorm.format(Math.max(0.1, bytes / 1_000))} kB`)
}
