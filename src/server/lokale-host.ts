/** De namen waaronder een server op deze computer zelf te bereiken is. Strenger dan loopback: wat een ander op dit netwerk kan noemen, hoort er niet bij. */
const LOKAAL: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

export function isLokaleNaam(naam: string): boolean {
  return LOKAAL.has(naam)
}

/** De naam uit een kop Host, zonder poort en haken. Leeg als de kop er niet is. */
export function naamUitHost(kop: string | undefined): string {
  return (kop ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '').toLowerCase()
}
