import { expect, test } from 'vitest'
import { datum, type Moment } from '../../kern/datum.ts'
import { type Actiecontext, systeemactor, type Uitvoerder } from '../../toegang/index.ts'
import { registreerBpv } from './registreer-resultaat.ts'

test('een bpv met een gepland einde voor het begin is een weigering, voor er iets naar de database gaat', async () => {
  const ctx = { actor: systeemactor('proef'), nu: '2026-09-01T08:00:00.000Z' as Moment, kluis: {} as Actiecontext['kluis'] }
  const bpv = {
    deelnemer: { persoonsnummer: '999900006' }, brin: '21MB', inschrijvingvolgnummer: '1', bpvVolgnummer: '1', afsluitdatum: datum('2026-08-20'),
    datumBegin: datum('2026-09-01'), datumEindeGepland: datum('2026-08-31'), omvangUren: 100, leerbedrijfId: '100000001',
  }
  expect(await registreerBpv({} as Uitvoerder, ctx, bpv)).toMatchObject({
    ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'datumEindeGepland', regel: 'Het geplande einde (2026-08-31) ligt voor het begin (2026-09-01).', watTeDoen: 'Geef de laatste geplande dag van de bpv.' }] },
  })
})
