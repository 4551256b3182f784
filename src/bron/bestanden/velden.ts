import type { Lijstnaam } from './bestandsregels.ts'
import { mag, veld, type Veld, type Veldsoort } from './indeling.ts'

/** Velden die in meer dan één bestand voorkomen. Bron van de vormen: PvE mbo-instelling 13.5, 15.5 en 17.5. */
const DATUM: Veldsoort = { soort: 'datum' }
const DATUM_TEKST = 'een bestaande datum, zoals 2025-08-01'
const VOLGNUMMER: Veldsoort = { soort: 'patroon', patroon: /^[0-9A-Za-z]{1,20}$/ }
const VOLGNUMMER_TEKST = '1 tot 20 letters of cijfers'

export const datum = (sleutel: string, naam: string): Veld => veld(sleutel, naam, DATUM, DATUM_TEKST)
export const datumOfLeeg = (sleutel: string, naam: string): Veld => mag(veld(sleutel, naam, DATUM, `${DATUM_TEKST}, of leeg`))
export const datumDeels = (sleutel: string, naam: string): Veld =>
  veld(sleutel, naam, { soort: 'datum-deels' }, 'een datum; dag of maand onbekend is 00, zoals 2008-11-00')
export const volgnummer = (sleutel: string, naam: string): Veld => veld(sleutel, naam, VOLGNUMMER, VOLGNUMMER_TEKST)
export const lijst = (sleutel: string, naam: string, waarden: readonly string[]): Veld =>
  veld(sleutel, naam, { soort: 'lijst', waarden }, waarden.join(', '))
export const codes = (sleutel: string, naam: string, lijst: Lijstnaam, remedie?: string): Veld => veld(sleutel, naam, { soort: 'codes', lijst }, '', remedie)
export const getal = (sleutel: string, naam: string, min: number, max: number, decimalen = 0): Veld =>
  veld(sleutel, naam, { soort: 'getal', min, max, decimalen }, decimalen === 0 ? `een heel getal van ${min} tot en met ${max}` : `een getal met hoogstens ${decimalen} decimalen`)
export const patroon = (sleutel: string, naam: string, p: RegExp, verwacht: string, nullenTot?: number): Veld =>
  veld(sleutel, naam, { soort: 'patroon', patroon: p, ...(nullenTot === undefined ? {} : { nullenTot }) }, verwacht)
export const vrij = (sleutel: string, naam: string): Veld => mag(veld(sleutel, naam, { soort: 'vrij' }, 'vrij'))

export const BSN = mag(veld('bsn', 'Burgerservicenummer', { soort: 'nummer', stelsel: 'BSN' }, '9 cijfers die de elfproef halen', 'Controleer het nummer op een typefout en verbeter het in uw pakket.'))
export const ONR = mag(veld('onr', 'Onderwijsnummer', { soort: 'nummer', stelsel: 'ONR' }, '9 cijfers die de elfproef voor onderwijsnummers halen', 'Controleer het nummer op een typefout en verbeter het in uw pakket.'))
export const PGN = veld('pgn', 'PGN', { soort: 'nummer', stelsel: 'PGN' }, '1 tot 9 letters of cijfers', 'Haal het bestand opnieuw op bij DUO.')
export const brin = (sleutel = 'brin', naam = 'BRIN'): Veld => patroon(sleutel, naam, /^[0-9]{2}[A-Z]{2}$/, '2 cijfers en 2 hoofdletters, zoals 99ZZ')

export const INSCHRIJVINGVOLGNUMMER = volgnummer('inschrijvingvolgnummer', 'Inschrijvingvolgnummer')
export const OPLEIDINGCODE = patroon('opleidingcode', 'Opleidingcode', /^[0-9]{5}$/, '5 cijfers (crebo)')
export const LEERTRAJECT = codes('leertraject', 'Leertraject', 'leertraject')
export const NIVEAU = mag(codes('niveau', 'Niveau', 'niveau'))
export const JA_NEE = (sleutel: string, naam: string): Veld => lijst(sleutel, naam, ['J', 'N'])
/** In GRONDSLAG staat 1 of 0; wij lezen het als J of N. */
export const EEN_NUL = (sleutel: string, naam: string): Veld =>
  veld(sleutel, naam, { soort: 'lijst', waarden: ['J', 'N'], anders: { '1': 'J', '0': 'N' }, schrijf: { J: '1', N: '0' } }, '1 of 0')
export const LOCATIE_VSV = mag(patroon('locatiecodeVsv', 'Locatiecode VSV', /^[0-9A-Za-z]{1,12}$/, 'hoogstens 12 letters of cijfers'))
export const ONDERWIJSAANBIEDER = mag(patroon('onderwijsaanbieder', 'Onderwijsaanbieder', /^[0-9]{3}A[0-9]{3}$/, 'een code uit RIO zoals 999A001'))
export const ONDERWIJSLOCATIE = mag(patroon('onderwijslocatie', 'Onderwijslocatie', /^[0-9]{3}X[0-9]{3}$/, 'een code uit RIO zoals 999X001'))
/** K-ROD-03: route en fase staan bij de inschrijvingsperiode, beide leeg zonder route. De route is in het PvE een vrije AN3; `periodecontrole` vergelijkt hem met de lijst. */
export const LEERROUTE = mag(patroon('leerroute', 'Leerroute', /^[0-9A-Z]{1,3}$/, 'DLR, GLR of leeg'))
export const LEERROUTEFASE = mag(codes('leerroutefase', 'Leerroutefase', 'leerroutefase', 'Vul bij de periode het veld ‘Leerroutefase’ in: VO of MBO. Zonder route blijft het leeg.'))
export const GESLACHT = codes('geslacht', 'Geslacht', 'geslacht')
export const REDEN = mag(codes('reden', 'Reden uitschrijving', 'reden-uitschrijving', 'Kies in uw pakket een reden van uitschrijving uit de lijst.'))
export const LEERBEDRIJF = patroon('leerbedrijfId', 'LeerbedrijfID', /^[1-9][0-9]{8}$/, '9 cijfers, niet beginnend met 0 (SBB)')
export const RESULTAATVOLGNUMMER = volgnummer('resultaatvolgnummer', 'Resultaatvolgnummer')
export const DIPLOMANUMMER = mag(volgnummer('diplomavolgnummer', 'Resultaatvolgnummer diploma'))
export const BPV_OPLEIDING = mag(OPLEIDINGCODE)
export const KEUZEDEEL = mag(patroon('keuzedeelcode', 'Code keuzedeel', /^K[0-9]{4}$/, 'K en 4 cijfers, zoals K9998'))
export const VRIJSTELLING = (sleutel: string, naam: string): Veld => mag(patroon(sleutel, naam, /^[A-Z]{1,4}$/, 'een code van hoogstens 4 hoofdletters, of leeg'))
export const CIJFERS: readonly Veld[] = [
  mag(getal('eindcijfer', 'Eindcijfer', 1, 10)), VRIJSTELLING('vrijstelling', 'Vrijstelling'),
  mag(getal('cijferIe', 'Cijfer instellingsexamen', 10, 100)), VRIJSTELLING('vrijstellingIe', 'Vrijstelling instellingsexamen'),
  mag(getal('cijferCe', 'Cijfer centraal examen', 10, 100)), VRIJSTELLING('vrijstellingCe', 'Vrijstelling centraal examen'),
]
