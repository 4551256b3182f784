/** Een klein register met twee scholen in een leerroute, voor de tests van gebeurtenissen en signalen. */
import { randomBytes } from 'node:crypto'
import { type InschrijvingBericht, leverInschrijving } from '../../src/bron/index.ts'
import { datum, type Moment } from '../../src/kern/datum.ts'
import { type Actiecontext, type Actor, maakKluis, registreerOrganisatie, systeemactor } from '../../src/toegang/index.ts'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'

export const OIN = '00000099999999990000'
export const BASIS = 'https://leerroute.example'
export const SYSTEEM = systeemactor('proef')
export const VO: Actor = { id: 'vo', soort: 'school', rollen: [{ rol: 'bron-inschrijving-vo', brin: '11VA' }, { rol: 'rio-beheer', brin: '11VA' }] }
export const MBO: Actor = { id: 'mbo', soort: 'school', rollen: [{ rol: 'bron-inschrijving-mbo', brin: '21MB' }] }
export const ANDER: Actor = { id: 'ander', soort: 'school', rollen: [{ rol: 'bron-inschrijving-vo', brin: '12VB' }] }
export const LEZER: Actor = { id: 'lezer', soort: 'school', rollen: [{ rol: 'raadplegen', brin: '21MB' }] }
export const DUO: Actor = { id: 'duo', soort: 'duo', rollen: [] }
export const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })

export function op(actor: Actor, moment = '2026-09-01T08:00:00.000Z'): Actiecontext {
  return { actor, nu: moment as Moment, kluis }
}

export async function maakRegister(): Promise<EigenDatabase> {
  const eigen = await maakEigenDatabase()
  for (const [brin, gezag, code, sector] of [['11VA', '40001', '101A001', 'VO'], ['12VB', '40002', '102A001', 'VO'], ['21MB', '50001', '201A001', 'MBO']] as const) {
    const geldigVan = datum('2018-08-01')
    const uitkomst = await registreerOrganisatie(eigen.database, op(SYSTEEM, '2018-08-01T08:00:00.000Z'), {
      soort: 'INSTELLING', naam: `School ${brin}`, identificaties: [{ soort: 'BRIN', waarde: brin, geldigVan }],
      bevoegdGezag: [{ bestuursnummer: gezag, geldigVan }], onderwijsaanbieders: [{ code, sector, geldigVan }],
    })
    if (!uitkomst.ok) throw new Error(JSON.stringify(uitkomst))
  }
  await werkSamen(eigen)
  return eigen
}

/** Een overeenkomst die beide besturen bevestigden, zodat de scholen elkaars kant zien (docs/adr/0028); rechtstreeks, want deze tests tellen elke handeling. */
async function werkSamen({ database }: EigenDatabase): Promise<void> {
  await database.pool.query(`with o as (insert into samenwerkingsovereenkomst (overeenkomst_id, kenmerk, geldig_van, inhoud_hash, vastgelegd_van) values (gen_random_uuid(), 'SOK', '2020-08-01', sha256('SOK'), '2018-08-01') returning overeenkomst_id),
    p as (insert into samenwerkingsovereenkomst_partij select overeenkomst_id, gezag from o, unnest(array['40001', '50001']) gezag)
    insert into samenwerkingsovereenkomst_bevestiging select overeenkomst_id, gezag, '2018-08-01' from o, unnest(array['40001', '50001']) gezag`)
}

/** Verzonnen nummers uit een reeks die niet wordt uitgegeven. */
export const NUMMERS = ['999900006', '999900018', '999900031', '999900043'] as const

export function vo(fase: 'VO' | 'MBO' = 'VO', route = true): InschrijvingBericht {
  const leerroute = route ? ({ leerroute: 'DLR' } as const) : {}
  return {
    sector: 'VO', brin: '11VA', inschrijvingvolgnummer: '1', datumInschrijving: datum('2024-08-01'),
    perioden: [
      { datumBegin: datum('2024-08-01'), leerjaar: 3, leerweg: 'BB', opleidingcode: '9201', onderwijsaanbieder: '101A001', indicatieBekostigbaar: 'J', ...leerroute, ...(route ? { leerroutefase: 'VO' } : {}) },
      { datumBegin: datum('2026-08-01'), leerjaar: 4, leerweg: 'BB', opleidingcode: '9201', onderwijsaanbieder: '101A001', indicatieBekostigbaar: 'J', ...leerroute, ...(route ? { leerroutefase: fase } : {}) },
    ],
  }
}

export function mbo(fase: 'VO' | 'MBO' = 'MBO'): InschrijvingBericht {
  return {
    sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'E1', datumInschrijving: datum('2026-08-01'),
    perioden: [{ datumBegin: datum('2026-08-01'), opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', onderwijsaanbieder: '201A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: fase }],
  }
}

/** Levert een inschrijving en geeft de deelnemer. */
export async function lever(eigen: EigenDatabase, actor: Actor, inschrijving: InschrijvingBericht, moment?: string, persoonsnummer: string = NUMMERS[0]): Promise<string> {
  const uitkomst = await leverInschrijving(eigen.database, op(actor, moment), { persoon: { persoonsnummer, geboortedatum: '2009-04-12', naam: 'Verzonnen Leerling' }, inschrijving })
  if (!uitkomst.ok) throw new Error(JSON.stringify(uitkomst))
  return uitkomst.waarde.deelnemerId
}
