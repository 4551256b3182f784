/** Verzonnen losse leveringen voor de bench, en dezelfde rijen als kale inserts. */
import { randomBytes, randomUUID } from 'node:crypto'
import { isBsn } from '../src/kern/persoonsnummer.ts'
import type { Verzoek } from './last.ts'
import type { Proefregister } from './proefregister.ts'

/** Levering `van` en de volgende: elk nummer is een andere student bij dezelfde school. */
export function maakLeveringen(van: number, aantal: number, koppen: Readonly<Record<string, string>>): readonly Verzoek[] {
  return Array.from({ length: aantal }, (_leeg, i) => ({
    methode: 'POST', pad: '/v1/inschrijvingen', koppen: { ...koppen, 'content-type': 'application/json', 'idempotency-key': randomUUID() }, lichaam: JSON.stringify(maakBericht(van + i)),
  }))
}

function maakBericht(i: number): object {
  return {
    persoon: { persoonsnummer: nummer(i), geboortedatum: `200${7 + (i % 3)}-0${1 + (i % 9)}-12`, geslacht: i % 2 === 0 ? 'V' : 'M', naam: `Proef Student ${i}` },
    inschrijving: {
      sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: `L${i}`, datumInschrijving: '2026-08-01', datumUitschrijvingGepland: '2028-07-31',
      perioden: [{ datumBegin: '2026-08-01', opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', onderwijsaanbieder: '201A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: i % 4 === 0 ? 'VO' : 'MBO' }],
    },
  }
}

const NUMMERS: string[] = []
let laatste = 999_999_999

/** BSN's van boven naar beneden, zodat zij niet botsen met die van een bestand; alle in een reeks die nooit wordt uitgegeven. */
function nummer(i: number): string {
  while (NUMMERS.length <= i) {
    if (isBsn(String(laatste))) NUMMERS.push(String(laatste))
    laatste -= 1
  }
  return NUMMERS[i] ?? ''
}

/** De rijen die een levering ten minste schrijft, in een transactie, met voorbereide vragen. Geeft leveringen per seconde. */
export async function leverKaal({ database }: Proefregister, aantal: number, verbindingen: number): Promise<number> {
  const { pool } = database
  let over = aantal
  const begin = performance.now()
  await Promise.all(Array.from({ length: Math.min(verbindingen, 10) }, async () => {
    const verbinding = await pool.connect()
    for (; over > 0; over -= 1) {
      const [deelnemer, stand] = [randomUUID(), randomUUID()]
      await verbinding.query('begin')
      for (const [naam, text, values] of rijen(deelnemer, stand)) await verbinding.query({ name: `kaal-${naam}`, text, values: [...values] })
      await verbinding.query('commit')
    }
    verbinding.release()
  }))
  const seconden = (performance.now() - begin) / 1000
  return aantal / seconden
}

let volgnummer = 0

type Rij = readonly [naam: string, text: string, values: readonly unknown[]]

function rijen(deelnemer: string, stand: string): readonly Rij[] {
  const nu = new Date().toISOString()
  const gegevens = JSON.stringify({ uitkomst: 'nieuw' })
  return [
    ['deelnemer', `insert into deelnemer (deelnemer_id, persoonsnummer_versleuteld, persoonsnummer_sleutel_id, persoonsnummer_sleutel, persoonsnummer_soort, aangemaakt_op) values ($1, $2, 'bench', $3, 'BSN', $4)`, [deelnemer, randomBytes(37), randomBytes(32), nu]],
    ['gegevens', `insert into deelnemer_gegevens (deelnemer_id, gegevens_id, geboortedatum, geboortedatum_ruw, geslacht, naam, zoeknaam, vastgelegd_van) values ($1, $2, '2008-01-12', '2008-01-12', 'V', 'kaal', 'kaal', $3)`, [deelnemer, randomUUID(), nu]],
    ['school', `insert into deelnemer_school (deelnemer_id, brin, deelt_keten) values ($1, '99ZZ', true)`, [deelnemer]],
    ['stand', `insert into inschrijving_stand (deelnemer_id, stand_id, brin, inschrijvingvolgnummer, sector, datum_inschrijving, inhoud_hash, vastgelegd_van) values ($1, $2, '99ZZ', 'L1', 'MBO', '2026-08-01', $3, $4)`, [deelnemer, stand, randomBytes(32), nu]],
    ['periode', `insert into inschrijvingsperiode (deelnemer_id, stand_id, datum_begin, opleidingcode, indicatie_bekostigbaar, leerroute, leerroutefase, niveau) values ($1, $2, '2026-08-01', '29903', true, 'DLR', 'MBO', 'MBO-2')`, [deelnemer, stand]],
    ['audit', `insert into audit_regel (audit_id, op, actor, handeling, brin, deelnemer_id, object_soort, object_sleutel, gegevens, trace_id, operation_id, stroom, volgnummer, hash) values ($1, $2, 'kaal', 'kaal', '99ZZ', $3, 'inschrijving', '99ZZ-L1', $4, $1, $5, 9999, $6, $7)`, [randomUUID(), nu, deelnemer, gegevens, randomBytes(8), ++volgnummer, randomBytes(32)]],
    ['outbox', `insert into outbox (deelnemer_id, outbox_id, soort, gegevens, aangemaakt_op, verwerkt_op) values ($1, $2, 'deelnemer-gewijzigd', $3, $4, $4)`, [deelnemer, randomUUID(), gegevens, nu]],
    ['gebeurtenis', `insert into gebeurtenis_nieuw (deelnemer_id, gebeurtenis_id, soort, brin, sleutel, op) values ($1, $2, 'inschrijvingen.vastgelegd', '99ZZ', '99ZZ-L1', $3)`, [deelnemer, randomUUID(), nu]],
    ['antwoord', `insert into idempotentie (aanroeper, sleutel_hash, inhoud_hash, operatie, status, koppen, inhoud, aangemaakt_op) values ('kaal', $1, $1, 'kaal', 201, '{}', $2, $3)`, [randomBytes(32), gegevens, nu]],
  ]
}
