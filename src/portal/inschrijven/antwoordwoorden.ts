/** Een antwoord zoals het bij het nakijken staat. */
import type { Taal } from '../kader/taal.ts'
import { begrippenIn } from '../woorden/begrippen.ts'
import { datumsIn, langeDag } from '../woorden/datums.ts'
import { isBekend, type Stap } from './antwoorden.ts'
import { naamVan, VROEG } from './bericht.ts'
import type { Formulierstand } from './laad.ts'
import { teksten } from './teksten.ts'

export function antwoordwoord(stap: Stap, { antwoorden, plaats, partner, voorstel }: Formulierstand, taal: Taal): string {
  const tekst = teksten[taal]
  const { route, fase, sector } = begrippenIn(taal)
  const dag = (veld: string) => langeDag(antwoorden[veld], taal)
  const gekozen = antwoorden[stap] ?? ''
  const uit = (woorden: Readonly<Record<string, unknown>>): string => {
    const woord = woorden[gekozen]
    return typeof woord === 'string' ? woord : gekozen
  }
  switch (stap) {
    case 'plaats': return plaats === undefined ? '' : `${plaats.school} (${tekst.plaats(sector(plaats.sector), plaats.code)})`
    case 'student': return gemaskeerd(antwoorden['persoonsnummer'] ?? '')
    case 'gegevens': return [isBekend(antwoorden) ? antwoorden['naamRegister'] : naamVan(antwoorden), dag('geboortedatum')].filter((deel) => deel !== '' && deel !== undefined).join(', ')
    case 'leerjaar': return tekst.leerjaar(gekozen)
    case 'leerweg': return uit(tekst.leerweg)
    case 'niveau': return uit(tekst.niveau)
    case 'leertraject': return uit(tekst.leertraject)
    case 'bekostiging': return uit(tekst.bekostiging)
    case 'opleiding': return `${antwoorden['opleidingcode'] ?? ''} (${antwoorden['opleidingsoort'] === 'domein' ? tekst.opleidingsoort.domein : tekst.opleidingsoort.kwalificatie})`
    case 'route': return gekozen === 'DLR' || gekozen === 'GLR' ? route(gekozen) : ''
    case 'partner': return partner === null ? '' : partner.school === partner.code ? partner.code : `${partner.school} (${partner.code})`
    case 'begin': return dag('begin')
    case 'fase': return gekozen === VROEG && voorstel !== undefined ? tekst.fase[VROEG](datumsIn(taal).lang(voorstel.faseMboVanaf)) : fase(gekozen === 'MBO' ? 'MBO' : 'VO')
    case 'oordeel': return gekozen === 'ja' ? `${tekst.oordeel.ja}, ${dag('oordeeldatum')}` : tekst.oordeel.nee
    case 'vestiging': case 'profiel': return gekozen
  }
}

/** P-01: het hele nummer staat alleen in het veld waar het getypt is. */
function gemaskeerd(nummer: string): string {
  return nummer === '' ? '' : `•••••${nummer.slice(-4)}`
}
