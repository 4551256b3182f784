/** De dingen waar de matrix om vraagt: van de eigen school, gedeeld met de partner, van een vreemde school, en wat er niet is. */
import { randomUUID } from 'node:crypto'
import { mboInschrijving, persoon, type Restproef, voInschrijving } from '../rest-proef.ts'

export interface Student {
  readonly soort: 'gedeeld' | 'alleen van 11VA' | 'alleen van 21MB' | 'vreemd' | 'ontbreekt'
  readonly deelnemerId: string
  readonly brins: readonly string[]
  /** Wat er voor `{inschrijvingId}` staat: een inschrijving van deze student, of iets dat er niet is. */
  readonly inschrijvingId: string
}

export async function maakStudenten(proef: Restproef): Promise<readonly Student[]> {
  const lever = async (als: 'vo' | 'mbo' | 'ander', nummer: number, inschrijving: object): Promise<{ deelnemerId: string; inschrijvingId: string }> => {
    const { status, json, tekst } = await proef.bel({ als, methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(nummer), inschrijving } })
    if (status !== 201) throw new Error(`levering geweigerd: ${tekst}`)
    return { deelnemerId: String(json['deelnemerId']), inschrijvingId: String(json['inschrijvingId']) }
  }
  await lever('vo', 1, voInschrijving())
  const gedeeld = await lever('mbo', 1, mboInschrijving())
  const vo = await lever('vo', 2, voInschrijving(null))
  const mbo = await lever('mbo', 3, mboInschrijving(null, { inschrijvingvolgnummer: 'E3' }))
  const vreemd = await lever('ander', 4, voInschrijving(null, { brin: '12VB', perioden: [{ datumBegin: '2024-08-01', leerjaar: 3, leerweg: 'KB', opleidingcode: '9201', onderwijsaanbieder: '102A001', indicatieBekostigbaar: 'J' }] }))
  return [
    { soort: 'gedeeld', ...gedeeld, brins: ['11VA', '21MB'] }, { soort: 'alleen van 11VA', ...vo, brins: ['11VA'] }, { soort: 'alleen van 21MB', ...mbo, brins: ['21MB'] },
    { soort: 'vreemd', ...vreemd, brins: ['12VB'] }, { soort: 'ontbreekt', deelnemerId: randomUUID(), brins: [], inschrijvingId: vreemd.inschrijvingId },
  ]
}

/** Waarden voor de andere delen van een pad: van de school die de naam van de kolom zegt. */
export const DELEN: Readonly<Record<string, string>> = {
  diplomaId: randomUUID(), onderdeelId: randomUUID(), praktijkovereenkomstId: randomUUID(), meldingId: randomUUID(), aanleveringId: randomUUID(), abonnementId: randomUUID(), afleveringId: randomUUID(),
  signaalId: randomUUID(), aanbodId: randomUUID(), van: '2026-08-01', datum: '2026-08-01', brin: '12VB', teldatum: '2025-10-01', code: '12VB', kenmerk: 'SOK bestaat niet', regelingId: '99999-2020-08-01',
}
