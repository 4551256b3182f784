import type { Datum } from '../../kern/datum.ts'
import type { Leerweg, Leertraject, Niveau } from '../../kern/leerroute.ts'
import type { Fasevoorstel, Inschrijfbericht, Inschrijfplaats } from '../../leerroute/index.ts'
import { type Antwoorden, isBekend, kernVan, type Stap, uitRegister } from './antwoorden.ts'

/** Een nummer dat niets over de student zegt (P-01) en bij dit formulier hoort: twee keer versturen geeft dezelfde inschrijving (S-17). */
export function volgnummerVan(conceptId: string): string {
  return `LR${conceptId.replaceAll('-', '').slice(-10).toUpperCase()}`
}

/** Het bericht voor de actie; undefined zolang er een antwoord ontbreekt. */
export function berichtVan(antwoorden: Antwoorden, plaats: Inschrijfplaats, conceptId: string, voorstel: Fasevoorstel | undefined): Inschrijfbericht | undefined {
  const kern = kernVan(antwoorden, plaats)
  const { persoonsnummer, geboortedatum, fase } = antwoorden
  if (kern === undefined || persoonsnummer === undefined || geboortedatum === undefined || fase === undefined) return undefined
  return {
    persoon: { persoonsnummer, geboortedatum, ...(isBekend(antwoorden) ? {} : { naam: naamVan(antwoorden) }) },
    inschrijving: {
      sector: plaats.sector, brin: plaats.brin, inschrijvingvolgnummer: volgnummerVan(conceptId), datumInschrijving: kern.begin,
      perioden: fasenVan(fase, kern.begin, voorstel).map(({ datumBegin, leerroutefase }) => ({ ...periodeVan(antwoorden, plaats), leerroute: kern.leerroute, datumBegin, leerroutefase })),
    },
    plan: planVan(antwoorden, plaats, kern.begin),
    oordeel: kern.leerroute === 'GLR' && antwoorden['oordeel'] === 'ja' ? { datum: (antwoorden['oordeeldatum'] ?? '') as Datum } : null,
  }
}

export function naamVan(antwoorden: Antwoorden): string {
  return [antwoorden['voornaam'], antwoorden['achternaam']].filter((deel) => deel !== undefined && deel !== '').join(' ')
}

/** P8: een vroege mbo-periode is fase VO tot de dag dat fase MBO begint, en daarna fase MBO. */
export const VROEG = 'VO-MBO'

function fasenVan(fase: string, begin: Datum, voorstel: Fasevoorstel | undefined): readonly { readonly datumBegin: Datum; readonly leerroutefase: string }[] {
  if (fase !== VROEG || voorstel === undefined || voorstel.faseMboVanaf <= begin) return [{ datumBegin: begin, leerroutefase: fase === VROEG ? 'MBO' : fase }]
  return [{ datumBegin: begin, leerroutefase: 'VO' }, { datumBegin: voorstel.faseMboVanaf, leerroutefase: 'MBO' }]
}

function periodeVan(antwoorden: Antwoorden, plaats: Inschrijfplaats) {
  const vestiging = plaats.vestigingen.length === 1 ? plaats.vestigingen[0] : antwoorden['vestiging']
  const gemeen = { onderwijsaanbieder: plaats.code, ...(vestiging === undefined || vestiging === '' ? {} : { vestiging }) }
  if (plaats.sector === 'MBO') {
    return {
      ...gemeen, indicatieBekostigbaar: antwoorden['bekostiging'] === 'N' ? 'N' as const : 'J' as const, opleidingcode: gevuld(antwoorden['opleidingcode']),
      niveau: gevuld(antwoorden['niveau']) as Niveau | null, leertraject: gevuld(antwoorden['leertraject']) as Leertraject | null,
    }
  }
  return { ...gemeen, indicatieBekostigbaar: 'J' as const, opleidingcode: gevuld(antwoorden['profiel']), leerjaar: Number(antwoorden['leerjaar']), leerweg: gevuld(antwoorden['leerweg']) as Leerweg | null }
}

/** Een plan dat al in het register staat, blijft zoals het is. */
function planVan(antwoorden: Antwoorden, plaats: Inschrijfplaats, van: Datum): Inschrijfbericht['plan'] {
  const partner = partnerVan(antwoorden)
  if (partner === '' || uitRegister(antwoorden).includes('partner')) return null
  const mbo = plaats.sector === 'MBO'
  return { van, voOnderwijsaanbieder: mbo ? partner : plaats.code, mboOnderwijsaanbieder: mbo ? plaats.code : partner, beoogdNiveau: gevuld(antwoorden['niveau']) as Niveau | null }
}

export function partnerVan(antwoorden: Antwoorden): string {
  return antwoorden['partner'] === 'anders' ? (antwoorden['partnercode'] ?? '') : (antwoorden['partner'] ?? '')
}

function gevuld(tekst: string | undefined): string | null {
  return tekst === undefined || tekst === '' ? null : tekst
}

/** Bij welke vraag een fout van de actie hoort. */
export function stapVanVeld(veld: string): Stap {
  const naam = veld.split('.').at(-1) ?? veld
  if (veld.startsWith('plan.')) return naam === 'van' ? 'begin' : naam === 'beoogdNiveau' ? 'niveau' : 'partner'
  if (veld.startsWith('oordeel.')) return 'oordeel'
  return VAN_VELD[naam] ?? 'student'
}

const VAN_VELD: Readonly<Record<string, Stap>> = {
  persoonsnummer: 'student', geboortedatum: 'gegevens', naam: 'gegevens', brin: 'plaats', onderwijsaanbieder: 'plaats', vestiging: 'vestiging', datumInschrijving: 'begin', datumBegin: 'begin',
  perioden: 'begin', leerroute: 'route', leerroutefase: 'fase', leerjaar: 'leerjaar', leerweg: 'leerweg', opleidingcode: 'opleiding', niveau: 'niveau', leertraject: 'leertraject', indicatieBekostigbaar: 'bekostiging',
}
