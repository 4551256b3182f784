import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Moment } from '../../../kern/datum.ts'
import type { Accountbeeld, Organisatiebeeld, Rolbeeld } from '../../account/account.ts'
import { type Herkoppelfeiten, isLeeg, verdeelHerkoppelrollen, waaromNietHerkoppelbaar } from './herkoppelbaar.ts'

const NU = '2026-11-24T09:00:00.000Z' as Moment
const ERVOOR = '2026-01-01T00:00:00.000Z' as Moment
const ERNA = '2027-01-01T00:00:00.000Z' as Moment
const ORGANISATIE: Organisatiebeeld = { organisatieId: 'bestuur', naam: 'Bestuur', soort: 'BEVOEGD_GEZAG', scholen: [{ brin: '11VA', naam: 'School', sectoren: ['VO'], vestigingen: [] }] }
const NOOR = { id: 'noor', naam: 'Noor de Wit', uitDienstOp: null }

function rol(anders: Partial<Rolbeeld> = {}): Rolbeeld {
  return {
    rolId: 'rol', rol: 'raadplegen', brin: '11VA', vestiging: null, van: ERVOOR, voor: null, bron: 'TOEKENNING', bronSleutel: '', reden: '', toegekendDoor: 'bea', toegekendOp: ERVOOR,
    ingetrokkenOp: null, ingetrokkenDoor: null, redenIntrekking: null, beoordeeldOp: null, ...anders,
  }
}

function account(accountId: string, anders: Partial<Accountbeeld> = {}): Accountbeeld {
  return {
    accountId, organisatieId: 'bestuur', middel: 'EHERKENNING', toestand: 'ACTIEF', toestandSinds: ERVOOR, aangemaaktOp: ERVOOR, laatstIngelogdOp: null, medewerker: NOOR, kort: 'abc',
    intermediair: null, rollen: [], ...anders,
  }
}

function feiten({ oud = {}, nieuw = {}, ...anders }: { oud?: Partial<Accountbeeld>, nieuw?: Partial<Accountbeeld> } & Partial<Omit<Herkoppelfeiten, 'oud' | 'nieuw'>> = {}): Herkoppelfeiten {
  const [een, ander] = [account('oud', { rollen: [rol()], ...oud }), account('nieuw', { toestand: 'NIEUW', medewerker: null, ...nieuw })]
  return { nu: NU, oud: een, nieuw: ander, accounts: [een, ander], organisatie: ORGANISATIE, zelfdeOrganisatie: true, nieuwBeperkt: false, ...anders }
}

describe('T-23: wanneer iemand met een andere inlog verder kan', () => {
  test('T-23: een oude inlog met rollen en een nieuwe zonder', () => {
    expect(waaromNietHerkoppelbaar(feiten())).toBeUndefined()
    expect(waaromNietHerkoppelbaar(feiten({ nieuw: { medewerker: NOOR, toestand: 'ACTIEF' } }))).toBeUndefined()
  })
  const uit = { ...NOOR, uitDienstOp: ERVOOR }
  test.each<[string, Parameters<typeof feiten>[0], string]>([
    ['A-14, T-26: de oude via een intermediair', { oud: { intermediair: '00000902' } }, 'ketenmachtiging'],
    ['A-14, T-26: de nieuwe via een intermediair', { nieuw: { intermediair: '00000902' } }, 'ketenmachtiging'],
    ['T-23: twee keer dezelfde', { oud: { accountId: 'nieuw' } }, 'zelfde-inlog'],
    ['T-04, T-25: nummers van een ander', { zelfdeOrganisatie: false }, 'organisatie-komt-niet-overeen'],
    ['T-04: een account van een ander', { oud: { organisatieId: 'ander' } }, 'organisatie-komt-niet-overeen'],
    ['T-23: verwisseld', { nieuw: { rollen: [rol()] } }, 'nieuwe-inlog-heeft-rollen'],
    ['T-23: de nieuwe krijgt later een rol', { nieuw: { rollen: [rol({ van: ERNA })] } }, 'nieuwe-inlog-heeft-rollen'],
    ['T-10: al beëindigd', { oud: { toestand: 'BEEINDIGD', rollen: [] } }, 'niet-meer-beschikbaar'],
    ['T-23: geblokkeerd', { oud: { toestand: 'GEBLOKKEERD' } }, 'oude-inlog-dicht'],
    ['T-23: een token is geen inlog van eHerkenning', { oud: { middel: 'DUO_TOKEN', toestand: 'ACTIEF_TOKEN' } }, 'oude-inlog-dicht'],
    ['T-22: uit dienst', { oud: { medewerker: uit } }, 'oude-inlog-dicht'],
    ['T-23: nog nooit een rol', { oud: { toestand: 'NIEUW', rollen: [] } }, 'oude-inlog-zonder-rollen'],
    ['T-09: alleen verlopen en ingetrokken rollen', { oud: { rollen: [rol({ voor: NU }), rol({ ingetrokkenOp: ERVOOR })] } }, 'oude-inlog-zonder-rollen'],
    ['T-16: van twee verschillende medewerkers', { nieuw: { medewerker: { ...NOOR, id: 'jan' } } }, 'andere-medewerker'],
    ['T-16, Z-04: van niemand', { oud: { medewerker: null } }, 'andere-medewerker'],
    ['A-13, T-17, T-27: de enige beheerder, met een machtiging voor een vestiging', { oud: { rollen: [rol({ rol: 'beheerder', brin: null })] }, nieuwBeperkt: true }, 'beheerder-zonder-bereik'],
  ])('%s', (_naam, keuze, soort) => {
    expect(waaromNietHerkoppelbaar(feiten(keuze))).toEqual({ soort })
  })
  test('T-17: de enige beheerder gaat in een stap over; met een tweede beheerder mag ook een machtiging voor een vestiging', () => {
    const beheerder = rol({ rol: 'beheerder', brin: null })
    expect(waaromNietHerkoppelbaar(feiten({ oud: { rollen: [beheerder] } }))).toBeUndefined()
    const met = feiten({ oud: { rollen: [beheerder] }, nieuwBeperkt: true })
    expect(waaromNietHerkoppelbaar({ ...met, accounts: [...met.accounts, account('tweede', { rollen: [beheerder] })] })).toBeUndefined()
  })
})

describe('welke rollen meegaan', () => {
  const verdeel = (rollen: readonly Rolbeeld[], organisatie = ORGANISATIE) => verdeelHerkoppelrollen({ oud: account('oud', { rollen }), organisatie, nu: NU })
  test('Z-05: beheerder en inschrijving gaan samen mee met hun reden; zonder reden blijft de inschrijving achter', () => {
    const [beheerder, bron] = [rol({ rol: 'beheerder', brin: null }), rol({ rol: 'bron-inschrijving-vo', reden: 'Kleine school.' })]
    expect(verdeel([beheerder, bron]).meegaand).toEqual([beheerder, bron])
    expect(verdeel([beheerder, { ...bron, reden: '' }])).toMatchObject({ meegaand: [beheerder], weggelaten: [{ rol: 'bron-inschrijving-vo', waarom: 'COMBINATIE_ZONDER_REDEN' }] })
  })
  test('T-09: een rol bij een school die weg is, of van DUO bij een school, gaat niet mee; bij DUO wel', () => {
    const duo = rol({ rol: 'duo-behandelaar', brin: null })
    expect(verdeel([rol({ brin: '12VB' }), duo]).weggelaten.map(({ waarom }) => waarom)).toEqual(['NIET_VAN_DEZE_ORGANISATIE', 'ROL_MAG_NIET_OVER'])
    expect(verdeel([duo], { ...ORGANISATIE, soort: 'DUO', scholen: [] }).meegaand).toEqual([duo])
  })
  test('T-09: elke geldige rol gaat ongewijzigd mee of staat bij wat achterblijft, en niets anders', () => {
    const moment = fc.constantFrom(null, ERVOOR, NU, ERNA)
    const willekeurig = fc.record({
      rol: fc.constantFrom('beheerder', 'raadplegen', 'bron-inschrijving-vo', 'verzuim', 'auditor', 'onbekend'), brin: fc.constantFrom('11VA', '12VB'), van: fc.constantFrom(ERVOOR, NU, ERNA), voor: moment,
      ingetrokkenOp: fc.constantFrom(null, null, ERVOOR), reden: fc.constantFrom('', 'Klein.'), bron: fc.constantFrom('TOEKENNING' as const, 'DUO' as const, 'OVERSTAP' as const),
    }).map((een) => rol({ ...een, brin: een.rol === 'beheerder' ? null : een.brin }))
    fc.assert(fc.property(fc.array(willekeurig, { maxLength: 6 }), (rollen) => {
      const { meegaand, weggelaten } = verdeel(rollen)
      const geldig = rollen.filter(({ van, voor, ingetrokkenOp }) => van <= NU && (voor === null || voor > NU) && ingetrokkenOp === null)
      expect(meegaand.every((een) => geldig.includes(een))).toBe(true)
      expect(meegaand.length + weggelaten.length).toBe(geldig.length)
      expect(meegaand.every((een) => een.rol === 'beheerder' || een.brin === '11VA')).toBe(true)
      const bron = meegaand.some((een) => een.rol === 'bron-inschrijving-vo')
      if (bron && meegaand.some((een) => een.rol === 'beheerder')) expect(geldig.some(({ reden }) => reden !== '')).toBe(true)
    }))
  })
  test('T-23: een rol die later begint maakt een inlog niet leeg, een verlopen of ingetrokken rol wel', () => {
    expect([isLeeg({ rollen: [rol({ van: ERNA })] }, NU), isLeeg({ rollen: [rol({ voor: NU })] }, NU), isLeeg({ rollen: [rol({ ingetrokkenOp: ERVOOR })] }, NU)]).toEqual([false, true, true])
  })
})
