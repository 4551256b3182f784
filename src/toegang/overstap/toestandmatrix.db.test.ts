/** T-32: elke actie volgt dezelfde tabel, vanuit elke toestand. Wat niet kan is een weigering die alleen in de audit een spoor laat. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakOverstapproef, type Overstapproef, slaagt } from '../../../test/overstap-proef.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import { type Actiecontext, bevestigKoppeling, deblokkeer, hertoeken, kiesUitnodigingAlsBewijs, nodigUit, type Overstapweigering, startKoppeling, stelOntkoppelenVoor } from '../index.ts'
import { type Bewaardetoestand, koppelVanuit, OVERGANGEN, volgendeBewaardeToestand } from './rules/toestanden.ts'

let proef: Overstapproef
let beheerderId: string
beforeAll(async () => {
  proef = await maakOverstapproef()
  beheerderId = await proef.maakAccount({ naam: 'Bea Heer', rollen: [{ rol: 'beheerder' }] })
  slaagt(await kiesUitnodigingAlsBewijs(proef.deur, await proef.als(beheerderId), { brin: '11VA', aan: true }))
})
afterAll(() => proef.weg())

const TOESTANDEN = Object.keys(OVERGANGEN).filter((toestand) => toestand !== 'KOPPELING_GESTART') as Bewaardetoestand[]
const TABELLEN = ['account', 'token_account', 'eh_account', 'account_rol', 'overstapkoppeling', 'uitnodiging', 'vier_ogen', 'beheerdermelding', 'sessie']

/** Alles wat een actie kan veranderen, behalve de audit en het einde van de koppelpoging zelf. */
async function momentopname(): Promise<string> {
  const delen: string[] = []
  for (const tabel of TABELLEN) {
    const { rows } = await proef.database.pool.query<{ rij: string }>(`select t::text as rij from ${tabel} t order by 1`)
    delen.push(`${tabel}: ${rows.map(({ rij }) => rij).join('\n')}`)
  }
  return delen.join('\n')
}

async function metToestand(toestand: Bewaardetoestand): Promise<string> {
  const { accountId } = await proef.maakOud()
  await proef.database.pool.query('update account set toestand = $2 where account_id = $1', [accountId, toestand])
  if (toestand === 'GEKOPPELD' || toestand === 'ONTKOPPELD') {
    const { accountId: ehId } = await proef.maakEh()
    await proef.database.pool.query(`insert into overstapkoppeling (oud_account_id, eh_account_id, wijze, gekoppeld_op, gekoppeld_door) values ($1, $2, 'ZELF', now(), 'proef')`, [accountId, ehId])
  }
  return accountId
}

type Stap = (ctx: Actiecontext, oudAccountId: string) => Promise<Uitkomst<unknown, Overstapweigering>>
const kan = (toestand: Bewaardetoestand, gebeurtenis: 'deblokkeer' | 'hertoeken' | 'ontkoppel') => volgendeBewaardeToestand(toestand, gebeurtenis).ok
const STAPPEN: readonly (readonly [naam: string, kan: (toestand: Bewaardetoestand) => boolean, stap: Stap])[] = [
  ['deblokkeer', (toestand) => kan(toestand, 'deblokkeer'), (ctx, oudAccountId) => deblokkeer(proef.deur, ctx, { oudAccountId, reden: 'proef' })],
  ['hertoeken', (toestand) => kan(toestand, 'hertoeken'), async (ctx, oudAccountId) => hertoeken(proef.deur, ctx, { oudAccountId, ehAccountId: (await nieuwEh).accountId, reden: 'proef' })],
  ['nodig uit', (toestand) => koppelVanuit(toestand).ok, (ctx, oudAccountId) => nodigUit(proef.deur, ctx, oudAccountId)],
  ['stel ontkoppelen voor', (toestand) => kan(toestand, 'ontkoppel'), (ctx, oudAccountId) => stelOntkoppelenVoor(proef.deur, ctx, { oudAccountId, reden: 'proef' })],
]
let nieuwEh: ReturnType<Overstapproef['maakEh']>

describe('T-32: de acties en de tabel zijn het eens', () => {
  for (const [naam, mag, stap] of STAPPEN) {
    test.each(TOESTANDEN)(`T-32: ${naam} vanuit %s`, async (toestand) => {
      const oudAccountId = await metToestand(toestand)
      nieuwEh = proef.maakEh({ naam: 'Nieuw Account' })
      await nieuwEh
      const [voor, audit] = [await momentopname(), (await proef.audit()).length]
      const uitkomst = await stap(await proef.als(beheerderId), oudAccountId)
      expect(uitkomst.ok).toBe(mag(toestand))
      if (uitkomst.ok) return
      expect(uitkomst.reden).toMatchObject({ soort: 'overgang-niet-toegestaan', van: toestand })
      expect(await momentopname()).toBe(voor)
      expect((await proef.audit()).slice(audit)).toMatchObject([{ actor: beheerderId, handeling: 'weigerOverstap', object_sleutel: oudAccountId, gegevens: { code: 'overgang-niet-toegestaan', van: toestand } }])
    })
  }

  test.each(TOESTANDEN)('T-32: een bewezen koppeling bevestigen vanuit %s', async (toestand) => {
    const oudAccountId = await metToestand(toestand)
    const mens = await proef.maakEh()
    slaagt(await startKoppeling(proef.deur, await proef.ctx(mens), mens.sessieHash))
    await proef.database.pool.query('update koppelpoging set oud_account_id = $1, bewezen_op = gestart_op where sessie_hash = $2', [oudAccountId, mens.sessieHash])
    const voor = await momentopname()
    const uitkomst = await bevestigKoppeling(proef.deur, await proef.ctx(mens), mens.sessieHash)
    expect(uitkomst.ok).toBe(koppelVanuit(toestand).ok)
    if (!uitkomst.ok) expect(await momentopname()).toBe(voor)
  })
})
