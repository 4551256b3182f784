import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { laadNormen, stroomschema } from '../../normen/index.ts'
import { beslis } from './beslis.ts'
import { maakStroomcasus } from './stroomcasus.ts'
import { keuzesVan, loopSchema, meesteVragenNa, type Schemaantwoorden, type Schemaweg } from './stroomschema.ts'
import { leesStroomuitkomst, type Stroomuitkomst } from './stroomuitkomst.ts'

const schema = stroomschema()
const normen = laadNormen()
const VANDAAG = datum('2026-11-24')
const ROUTE = { F1: 'j', F2: 'j', F3: '3', F4: 'j' }
const GLR = { F1: 'j', F2: 'j', F3: '2', F4: 'n', F5: 'j', F6: 'j' }

/** Op elke vraag een eigen antwoord, soms een dat niet bestaat, soms geen. Het eerste antwoord het vaakst: dat brengt de weg het verst. */
const antwoorden = fc.record(Object.fromEntries([...schema.stappen.values()].map(({ id, antwoorden: eigen }) => [id, fc.oneof({ weight: 4, arbitrary: fc.constant(eigen[0]?.code ?? '') }, { weight: 3, arbitrary: fc.constantFrom(...eigen.map(({ code }) => code)) }, { weight: 1, arbitrary: fc.constantFrom('x', '') })])), { requiredKeys: [] }) as fc.Arbitrary<Schemaantwoorden>
const dagen = fc.integer({ min: 2021, max: 2029 }).chain((jaar) => fc.constantFrom('01-15', '02-01', '07-31', '08-01', '10-01').map((dag) => datum(`${jaar}-${dag}`)))

function isAf(weg: Schemaweg): weg is Schemaweg & { readonly einde: NonNullable<Schemaweg['einde']> } {
  return weg.einde !== null
}

function uitkomst(gegeven: Schemaantwoorden, op = VANDAAG): Stroomuitkomst {
  const weg = loopSchema(schema, gegeven)
  if (!isAf(weg)) throw new Error(`de weg staat open bij ${weg.open?.id ?? ''}`)
  return leesStroomuitkomst(weg, op, normen)
}

describe('de weg door het stroomschema', () => {
  it('K-STR-01: elke weg eindigt of vraagt verder, en elk antwoord brengt hem vooruit (eigenschap)', () => {
    fc.assert(fc.property(antwoorden, (gegeven) => {
      const weg = loopSchema(schema, gegeven)
      expect((weg.open === null) !== (weg.einde === null)).toBe(true)
      expect(weg.gezet.length).toBeLessThanOrEqual(schema.stappen.size)
      expect(new Set(weg.gezet.map(({ stap }) => stap.id)).size).toBe(weg.gezet.length)
    }))
  })
  it('K-STR-01: wie steeds antwoordt zonder terug te gaan, komt binnen het beloofde aantal vragen aan een einde (eigenschap)', () => {
    fc.assert(fc.property(fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }), (keuzes) => {
      let gegeven: Schemaantwoorden = {}
      let weg = loopSchema(schema, gegeven)
      let nog = Infinity
      for (const keuze of keuzes) {
        if (weg.open === null) break
        expect(meesteVragenNa(schema, weg.open)).toBeLessThan(nog)
        nog = meesteVragenNa(schema, weg.open)
        const vooruit = keuzesVan(weg.open, weg.antwoorden).filter(({ met }) => met === null)
        gegeven = { ...weg.antwoorden, [weg.open.id]: vooruit[keuze % vooruit.length]?.code ?? '' }
        weg = loopSchema(schema, gegeven)
      }
      expect(weg.einde).not.toBeNull()
    }))
  })
  it('K-STR-01: elk einde is met antwoorden te bereiken, en END-3 en END-4 zijn tussenstations', () => {
    const geraakt = new Set<string>()
    fc.assert(fc.property(antwoorden, (gegeven) => { for (const schakel of loopSchema(schema, gegeven).schakels) if ('einde' in schakel) geraakt.add(schakel.einde.id) }), { numRuns: 5000, seed: 20 })
    expect([...geraakt].toSorted()).toEqual([...schema.einden.keys()].toSorted())
    expect([...schema.einden.values()].filter(({ naar }) => naar !== null).map(({ id }) => id)).toEqual(['END-3', 'END-4'])
  })
  it.each([['F5'], ['F6']])('terug bij %s: dan toch twee diploma’s, en het eigen antwoord is weg', (stap) => {
    const weg = loopSchema(schema, { ...GLR, [stap]: 'd' })
    expect(weg.antwoorden).toMatchObject({ F4: 'j' })
    expect(weg.antwoorden[stap]).toBeUndefined()
    expect(weg.open?.id).toBe('F7')
  })
  it('K-DLR-05: de GLR is alleen te kiezen naar niveau 2', () => {
    const [f5] = [schema.stappen.get('F5')].flatMap((stap) => stap ?? [])
    if (f5 === undefined) throw new Error('F5 hoort er te zijn')
    expect(keuzesVan(f5, { F3: '2' }).map(({ code }) => code)).toEqual(['j', 'd', 'n'])
    expect(keuzesVan(f5, { F3: '4' }).map(({ code }) => code)).toEqual(['d', 'n'])
    expect(loopSchema(schema, { ...GLR, F3: '4' }).open?.id).toBe('F5')
  })
  it('een antwoord op een vraag die er niet is of niet zo te beantwoorden is, telt niet', () => {
    expect(loopSchema(schema, { F1: 'x', F99: 'j', constructor: 'j' })).toMatchObject({ open: { id: 'F1' }, antwoorden: {} })
  })
  it('K-SOK-04: nee bij stoppen laat de weg zoals hij was', () => {
    expect(loopSchema(schema, { ...ROUTE, F7: '1', F10: 'n' }).einde?.id).toBe('END-5')
    expect(loopSchema(schema, { ...ROUTE, F7: '1', F10: 'j' }).einde?.id).toBe('END-9')
  })
})

describe('K-STR-01: de uitkomst is het besluit van de regels over de verzonnen leerling', () => {
  it('verantwoordelijke, verzuim, bekostiging en registraties zijn die van het besluit (eigenschap)', () => {
    fc.assert(fc.property(antwoorden, dagen, (gegeven, op) => {
      const weg = loopSchema(schema, gegeven)
      if (!isAf(weg)) return
      const gelezen = leesStroomuitkomst(weg, op, normen)
      const { dossier, peildatum } = maakStroomcasus(weg, op, normen)
      const besluit = beslis(dossier, { peildatum, bekendOp: null }, normen)
      expect(gelezen.besluit).toEqual(besluit)
      expect(gelezen.verantwoordelijk).toBe(besluit.fase ?? besluit.verzuim)
    }))
  })
  it('de casus zegt niets wat niet gevraagd is: alleen signalen die bij het einde horen (eigenschap)', () => {
    const mag: Readonly<Record<string, readonly string[]>> = { 'END-6': ['SIG-MBO-INSCHRIJVING-ONTBREEKT'], 'END-7': ['SIG-VO-UITSCHRIJVING-MOGELIJK'], 'END-9': ['SIG-MBO-INSCHRIJVING-ONTBREEKT', 'SIG-VO-UITSCHRIJVING-MOGELIJK'], 'END-10': ['SIG-DLR-VMBO-DIPLOMA-ONTBREEKT'] }
    fc.assert(fc.property(antwoorden, (gegeven) => {
      const weg = loopSchema(schema, gegeven)
      if (!isAf(weg)) return
      const { besluit } = leesStroomuitkomst(weg, VANDAAG, normen)
      expect(besluit.signalen.map(({ code }) => code).filter((code) => !(mag[weg.einde.id] ?? []).includes(code)), weg.einde.id).toEqual([])
    }))
  })
  // Met de hand uit keten.md 2 en 1.5: einde, antwoorden, wie, vo-register, mbo-register.
  it.each([
    ['END-0', { F1: 'n' }, 'VO', 'R', null],
    ['END-1', { F1: 'j', F2: 'n' }, 'VO', 'R', null],
    ['END-2', { F1: 'j', F2: 'j', F3: '1' }, 'VO', 'R', null],
    ['END-5', { ...ROUTE, F7: '0' }, 'VO', 'R', 'A'],
    ['END-5', { ...ROUTE, F7: '2' }, 'VO', 'R', 'A'],
    ['END-5', { ...GLR, F7: '1' }, 'VO', 'R', 'A'],
    ['END-6', { ...ROUTE, F7: '3', F8: 'n' }, 'MBO', 'R', 'R'],
    ['END-7', { ...ROUTE, F7: '3', F8: 'j', F9: 'j' }, 'MBO', 'E', 'R'],
    ['END-7', { ...GLR, F7: '3', F8: 'j', F9: 'j' }, 'MBO', 'E', 'R'],
    ['END-8', { ...GLR, F7: '3', F8: 'j', F9: 'n' }, 'MBO', 'R', 'R'],
    ['END-9', { ...ROUTE, F7: '3', F8: 'j', F9: 'n', F11: 'n' }, 'MBO', 'R', 'R'],
    ['END-10', { ...ROUTE, F7: '3', F8: 'j', F9: 'j', F11: 'j' }, 'geen', 'E', 'E'],
  ] as const)('%s bij %o: %s', (einde, gegeven, wie, rodVo, rodMbo) => {
    const gelezen = uitkomst(gegeven)
    expect(gelezen.einde.id).toBe(einde)
    expect([gelezen.verantwoordelijk, gelezen.besluit.registraties.rodVo, gelezen.besluit.registraties.rodMbo]).toEqual([wie, rodVo, rodMbo])
  })
  it.each([['0', '2029-08-01'], ['1', '2028-08-01'], ['2', '2027-08-01']])('K-FASE-01: in jaar %s begint fase MBO op %s', (F7, dag) => {
    expect(uitkomst({ ...ROUTE, F7 }).hierna).toEqual({ soort: 'fase-mbo', dag })
  })
  it('de volgende dag: aanmelden voor 1 april, de teldatum, of nu inschrijven; en geen bij stoppen', () => {
    expect(uitkomst({ F1: 'j', F2: 'n' }).hierna).toEqual({ soort: 'aanmelden', maanddag: '04-01' })
    expect(uitkomst({ F1: 'n' }).hierna).toBeNull()
    expect(uitkomst({ ...ROUTE, F7: '3', F8: 'n' }).hierna).toEqual({ soort: 'inschrijven', dag: VANDAAG })
    expect(uitkomst({ ...ROUTE, F7: '3', F8: 'j', F9: 'j' }).hierna).toEqual({ soort: 'teldatum', dag: '2027-02-01' })
    expect(uitkomst({ ...ROUTE, F7: '1', F10: 'j' }).hierna).toBeNull()
  })
  it.each(['0', '1', '2', '3'])('K-VSV-04: wie in jaar %s stopt zonder nieuwe school, verzuimt', (F7) => {
    expect(uitkomst({ ...ROUTE, F7, F8: 'j', F9: 'n', F10: 'j' }).moetNaarSchool).toBe(true)
  })
  it('K-VSV-01: met een mbo-diploma niet meer, want dat is een startkwalificatie', () => {
    expect(uitkomst({ ...ROUTE, F7: '3', F8: 'j', F9: 'j', F11: 'j' })).toMatchObject({ moetNaarSchool: false, heeftStartkwalificatie: true })
  })
  it('noemt de regels van het einde en van het besluit, elk een keer', () => {
    const { regels } = uitkomst({ ...ROUTE, F7: '1' })
    expect(regels).toEqual([...new Set(regels)])
    expect(regels).toEqual(expect.arrayContaining(['K-FASE-01', 'K-VZM-01', 'K-BEK-02', 'K-STR-01']))
  })
})
