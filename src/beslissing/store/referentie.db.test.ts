import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { datum, type Moment } from '../../kern/datum.ts'
import { legOvereenkomstVast, legRegelingVast } from '../../leerroute/index.ts'
import { registreerAanbod } from '../../rio/index.ts'
import { type Actor, alsActor, maakKluis, registreerOrganisatie, systeemactor } from '../../toegang/index.ts'
import { registreerSchoolvakantie } from '../../verzuim/index.ts'
import { laadReferentie, type Referentie } from './referentie.ts'

const SYSTEEM = systeemactor('proef')
const SCHOOL: Actor = { id: 'vo', soort: 'school', rollen: [{ rol: 'raadplegen', brin: '11VA' }] }
const VAN = datum('2018-08-01')
const VRAAG = { peildatum: datum('2026-11-24'), kennisdag: null }
const ctx = { actor: SYSTEEM, nu: '2018-08-01T08:00:00.000Z' as Moment, kluis: maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) }) }

let eigen: EigenDatabase
beforeAll(async () => { eigen = await maakEigenDatabase() })
afterAll(() => eigen.weg())

const laad = (actor = SYSTEEM, vraag: Parameters<typeof laadReferentie>[1] = VRAAG) => alsActor(eigen.database, actor, (trx) => laadReferentie(trx, vraag))
const school = (brin: string, gezag: string) => registreerOrganisatie(eigen.database, ctx, {
  soort: 'INSTELLING', naam: brin, identificaties: [{ soort: 'BRIN', waarde: brin, geldigVan: VAN }], bevoegdGezag: [{ bestuursnummer: gezag, geldigVan: VAN }],
  onderwijsaanbieders: brin === '11VA' ? [{ code: '101A001', sector: 'VO', geldigVan: VAN }] : [],
})
const overeenkomst = (kenmerk: string, ander: string) => ({ kenmerk, partijen: ['40001', ander], van: VAN })

describe('wat bewaard is', () => {
  test('wordt hergebruikt zolang er niets verandert, en elke wijziging is bij de eerstvolgende vraag te zien', async () => {
    await school('11VA', '40001')
    const wijzigingen: readonly [string, () => Promise<unknown>, (referentie: Referentie) => unknown][] = [
      ['organisatie', () => school('12VB', '40002'), ({ organisaties }) => organisaties.length],
      ['aanbod', () => registreerAanbod(eigen.database, ctx, { eigenSleutel: 'A', onderwijsaanbieder: '101A001', sector: 'VO', leerrouteKenmerk: 'DLR_VMBO_MBO', samenwerkendeOnderwijsaanbieders: ['201A001'], begindatum: VAN }), ({ aanbodPerAanbieder }) => aanbodPerAanbieder.size],
      ['overeenkomst', () => legOvereenkomstVast(eigen.database, ctx, overeenkomst('S1', '50001')), ({ overeenkomsten }) => overeenkomsten.length],
      ['regeling', () => legRegelingVast(eigen.database, ctx, { bevoegdGezag: '40001', van: VAN }), ({ regelingen }) => regelingen.length],
      ['vakantie', () => registreerSchoolvakantie(eigen.database, ctx, { van: datum('2026-10-10'), tot: datum('2026-10-18') }), ({ vakanties }) => vakanties.length],
    ]
    for (const [wat, doe, lees] of wijzigingen) {
      const voor = await laad()
      expect([wat, await laad()]).toEqual([wat, voor])
      expect(await laad(), 'dezelfde, niet opnieuw gelezen').toBe(voor)
      await doe()
      const na = await laad()
      expect([wat, na === voor, lees(na)]).toEqual([wat, false, Number(lees(voor)) + 1])
    }
  })

  test('een andere dag of kennisdag is een andere vraag', async () => {
    const nu = await laad()
    expect((await laad(SYSTEEM, { peildatum: VRAAG.peildatum, kennisdag: datum('2018-07-31') })).organisaties).toEqual([])
    expect(await laad()).toBe(nu)
  })

  test('een school leest met haar eigen rechten en krijgt nooit wat voor het systeem bewaard is', async () => {
    await legOvereenkomstVast(eigen.database, ctx, { kenmerk: 'S2', partijen: ['40002', '50001'], van: VAN })
    expect((await laad()).overeenkomsten.length).toBe(2)
    expect((await laad(SCHOOL)).overeenkomsten.length).toBe(1)
    expect((await laad()).overeenkomsten.length).toBe(2)
  })

  test('wat teruggedraaid wordt blijft niet hangen; wat later klaar is wel', async () => {
    const los = alsActor(eigen.database, SYSTEEM, async (trx) => {
      await legOvereenkomstVast(trx, ctx, overeenkomst('S3', '50002'))
      expect((await laadReferentie(trx, VRAAG)).overeenkomsten.length, 'binnen de transactie zelf').toBe(3)
      throw new Error('terug')
    })
    await expect(los).rejects.toThrow('terug')
    expect((await laad()).overeenkomsten.length).toBe(2)
    const [eerderBegonnen, gestart] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const laat = alsActor(eigen.database, SYSTEEM, async (trx) => {
      await legOvereenkomstVast(trx, ctx, overeenkomst('S4', '50003'))
      gestart.resolve()
      await eerderBegonnen.promise
    })
    await gestart.promise
    await legOvereenkomstVast(eigen.database, ctx, overeenkomst('S5', '50004'))
    expect((await laad()).overeenkomsten.length).toBe(3)
    eerderBegonnen.resolve()
    await laat
    expect((await laad()).overeenkomsten.length, 'een eerdere sleutel die later klaar is').toBe(4)
  })
})
