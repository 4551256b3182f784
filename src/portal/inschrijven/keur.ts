/** Keurt het antwoord op een vraag, zodat een fout bij die vraag staat en niet pas bij het versturen. De actie keurt alles daarna nog eens. */
import { controleerPersoon } from '../../bron/index.ts'
import { parseDatum } from '../../kern/datum.ts'
import { LEERWEGEN, NIVEAUS } from '../../kern/leerroute.ts'
import { isAanbiedercode } from '../../kern/schoolcode.ts'
import { eis, type Veldfout } from '../../kern/weigering.ts'
import { leesDatum } from '../woorden/datuminvoer.ts'
import type { Inschrijfplaats, Partnerkeuze } from '../../leerroute/index.ts'
import { type Antwoorden, type Stap, VELDEN } from './antwoorden.ts'

export interface Keuring {
  readonly antwoorden: Antwoorden
  readonly fouten: readonly Veldfout[]
}

export interface Keuzes {
  readonly plaatsen: readonly Inschrijfplaats[]
  readonly plaats: Inschrijfplaats | undefined
  readonly partners: readonly Partnerkeuze[]
}

/** `getypt`: alleen de velden van deze vraag. Een datum wordt jjjj-mm-dd; is hij niet te lezen, dan blijft staan wat er getypt is. */
export function keurStap(stap: Stap, getypt: Antwoorden, keuzes: Keuzes): Keuring {
  const antwoorden = Object.fromEntries(VELDEN[stap].map((veld) => [veld, schoon(veld, getypt[veld] ?? '')]))
  return { antwoorden, fouten: KEUR[stap](antwoorden, keuzes) }
}

function schoon(veld: string, tekst: string): string {
  if (veld === 'persoonsnummer') return tekst.replaceAll(/[\s.-]/g, '')
  if (veld === 'partnercode') return tekst.toUpperCase()
  if (!['geboortedatum', 'begin', 'oordeeldatum'].includes(veld)) return tekst
  const gelezen = leesDatum(tekst)
  return gelezen.ok ? gelezen.waarde : tekst
}

type Keur = (antwoorden: Antwoorden, keuzes: Keuzes) => readonly Veldfout[]

const KIES = 'Kies een van de antwoorden.'
const een = (veld: string, mag: readonly string[]): Keur => (antwoorden) => eis(mag.includes(antwoorden[veld] ?? ''), veld, 'Er is nog niets gekozen.', KIES)
const dag = (veld: string, wat: string): Keur => (antwoorden) => eis(parseDatum(antwoorden[veld] ?? '') !== undefined, veld, `${wat} is geen dag die wij kunnen lezen.`, 'Schrijf de dag als 1-8-2026 of 1 aug 2026.')

const KEUR: Readonly<Record<Stap, Keur>> = {
  plaats: ({ plaats }, { plaatsen }) => eis(plaatsen.some(({ code }) => code === plaats), 'plaats', 'Er is nog geen school gekozen.', 'Kies de school waar u de student inschrijft.'),
  vestiging: ({ vestiging }, { plaats }) => eis(plaats?.vestigingen.includes(vestiging ?? '') === true, 'vestiging', 'Er is nog geen vestiging gekozen.', 'Kies de vestiging waarvoor u werkt.', 'T-27'),
  student: ({ persoonsnummer = '' }) => controleerPersoon({ persoonsnummer, geboortedatum: '2000-01-01' }),
  gegevens: (antwoorden) => [
    ...dag('geboortedatum', 'De geboortedatum')(antwoorden, GEEN), ...gevuld('voornaam', 'De voornaam', antwoorden), ...gevuld('achternaam', 'De achternaam', antwoorden),
  ],
  leerjaar: een('leerjaar', ['1', '2', '3', '4', '5', '6']),
  leerweg: een('leerweg', LEERWEGEN),
  profiel: ({ profiel = '' }) => eis(profiel === '' || /^\d{4}$/.test(profiel), 'profiel', 'Een opleidingcode van het vo is 4 cijfers.', 'Neem de code over uit uw administratie, of laat het veld leeg.'),
  opleiding: ({ opleidingcode = '', opleidingsoort = '' }) => [
    ...eis(['kwalificatie', 'domein'].includes(opleidingsoort), 'opleidingsoort', 'Er is nog niet gekozen wat voor opleiding dit is.', KIES),
    ...eis(/^\d{5}$/.test(opleidingcode), 'opleidingcode', 'Een crebo is 5 cijfers.', 'Neem de gewone code van de opleiding of het domein over; voor een leerroute is er geen aparte code.', 'K-BRN-02'),
  ],
  niveau: een('niveau', NIVEAUS),
  leertraject: een('leertraject', ['BOL', 'BBL']),
  bekostiging: een('bekostiging', ['J', 'N']),
  route: een('route', ['DLR', 'GLR']),
  partner: ({ partner = '', partnercode = '' }, { partners, plaats }) => [
    ...eis(partner === 'anders' || partners.some(({ code }) => code === partner), 'partner', 'Er is nog geen partnerschool gekozen.', 'Kies de school waarmee u deze route geeft.'),
    ...eis(partner !== 'anders' || (isAanbiedercode(partnercode) && partnercode !== plaats?.code), 'partnercode', 'Een onderwijsaanbiedercode is 3 cijfers, A en 3 cijfers, en niet die van uw eigen school.', 'Neem de code van de partner over uit RIO.'),
  ],
  begin: dag('begin', 'De begindatum'),
  fase: een('fase', ['VO', 'MBO', 'VO-MBO']),
  oordeel: (antwoorden) => [...een('oordeel', ['ja', 'nee'])(antwoorden, GEEN), ...(antwoorden['oordeel'] === 'ja' ? dag('oordeeldatum', 'De dag van het oordeel')(antwoorden, GEEN) : [])],
}

const GEEN: Keuzes = { plaatsen: [], plaats: undefined, partners: [] }

function gevuld(veld: string, wat: string, antwoorden: Antwoorden): readonly Veldfout[] {
  return eis((antwoorden[veld] ?? '') !== '', veld, `${wat} is nog niet ingevuld.`, 'Schrijf de naam zoals op het identiteitsbewijs.')
}
