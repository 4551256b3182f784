import { stapel, type Bevinding } from '../bron/zonder-register.ts'

const KOLOMMEN = [
  'bestand', 'regelnummer', 'recordsoort', 'veld', 'veldnummer', 'waarde', 'regel', 'stapel', 'ernst', 'signaal', 'titel', 'uitleg', 'verwacht', 'remedie', 'student', 'studentregel', 'aantal',
] as const

export const CSV_KOP = `${KOLOMMEN.join(';')}\r\n`

/** Eén bevinding als CSV-regel met puntkomma's, veilig om in een rekenblad te openen. */
export function csvRegel(b: Bevinding): string {
  const waarden = [
    b.bestand, b.regelnummer, b.recordsoort, b.veld, b.veldnummer, b.waarde, b.regel, stapel(b), b.ernst, b.signaal, b.titel, b.uitleg, b.verwacht, b.remedie, b.persoon, b.persoonRegel, b.aantal,
  ]
  return `${waarden.map((w) => cel(w ?? '')).join(';')}\r\n`
}

/** Een rekenblad voert een cel die met = + - @ tab of CR begint uit als formule; een apostrof ervoor voorkomt dat. */
export function cel(waarde: string | number): string {
  const tekst = String(waarde)
  const veilig = typeof waarde === 'string' && /^[=+\-@\t\r]/.test(tekst) ? `'${tekst}` : tekst
  return /[";\r\n\t]/.test(veilig) || veilig !== tekst ? `"${veilig.replaceAll('"', '""')}"` : veilig
}
