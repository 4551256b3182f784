import { describe, expect, it } from 'vitest'
import { beslis } from '../../src/beslissing/index.ts'
import { datum, parseDatum, type Datum } from '../../src/kern/datum.ts'
import { isBsn, isOnderwijsnummer } from '../../src/kern/persoonsnummer.ts'
import { SIGNAALCODES } from '../../src/kern/signaalcode.ts'
import { laadNormen } from '../../src/normen/index.ts'
import { leesIdentiteiten, leesWereld, type Verwachting, type WereldStudent } from '../../src/server/wereld-bestanden.ts'

const VANDAAG = datum('2026-11-24')
const normen = laadNormen()
const { regio, studenten } = leesWereld()

describe('de verzonnen regio', () => {
  it('heeft drie vo-scholen, een vso en twee mbo-instellingen', () => {
    const sectoren = regio.organisaties.map(({ onderwijsaanbieders }) => onderwijsaanbieders[0]?.sector)
    expect(sectoren).toEqual(['VO', 'VO', 'VO', 'VSO', 'MBO', 'MBO'])
  })

  it('heeft rond de veertig studenten met eigen naam en eigen proefnummer (K-BRN-03)', () => {
    expect(studenten.length).toBeGreaterThanOrEqual(40)
    expect(new Set(studenten.map(({ naam }) => naam)).size).toBe(studenten.length)
    const nummers = studenten.map(nummerVan)
    expect(new Set(nummers).size).toBe(studenten.length)
    for (const nummer of nummers) expect(nummer).toMatch(/^9999/)
    for (const { burgerservicenummer, onderwijsnummer } of studenten) {
      expect(burgerservicenummer === null ? isOnderwijsnummer(onderwijsnummer ?? '') : isBsn(burgerservicenummer)).toBe(true)
    }
  })

  it('gebruikt alleen onderwijsaanbieders, scholen en besturen uit de regio', () => {
    const codes = new Set(regio.organisaties.flatMap(({ onderwijsaanbieders }) => onderwijsaanbieders.map(({ code }) => code)))
    const brins = new Set(regio.organisaties.map(({ brin }) => brin))
    const gezagen = new Set(regio.bevoegdeGezagen.map(({ nummer }) => nummer))
    for (const { bevoegdGezag } of regio.organisaties) expect(gezagen).toContain(bevoegdGezag)
    for (const { onderwijsaanbieder, samenwerkendeOnderwijsaanbieders } of regio.rioAangebodenOpleidingen) {
      for (const code of [onderwijsaanbieder, ...samenwerkendeOnderwijsaanbieders]) expect(codes).toContain(code)
    }
    for (const { dossier } of studenten) {
      for (const { brin, perioden } of inschrijvingen(dossier)) {
        expect(brins).toContain(brin)
        for (const { onderwijsaanbieder } of perioden) expect(codes).toContain(onderwijsaanbieder)
      }
      for (const plan of dossier.leerrouteplannen) expect([...codes]).toEqual(expect.arrayContaining([plan.voOnderwijsaanbieder, plan.mboOnderwijsaanbieder]))
    }
  })

  it('heeft alleen bestaande dagen', () => {
    const dagen = JSON.stringify(studenten).match(/"\d{4}-\d{2}-\d{2}"/g) ?? []
    expect(dagen.length).toBeGreaterThan(500)
    for (const dag of dagen) expect(parseDatum(dag.slice(1, -1)), dag).toBeDefined()
  })

  it('laat elke vo- en mbo-opleiding van een mbo-periode bij naam noemen', () => {
    const codes = regio.opleidingen.map(({ code }) => code)
    const gebruikt = studenten.flatMap(({ dossier }) => dossier.inschrijvingenMbo.flatMap(({ perioden }) => perioden.map(({ opleidingcode }) => opleidingcode)))
    expect(codes).toEqual(expect.arrayContaining([...new Set(gebruikt)]))
  })
})

describe('wat er per student uit moet komen', () => {
  it.each(studenten.map((student) => [student.naam, student] as const))('%s: zoals met de hand uit de regels afgeleid', (_naam, student) => {
    expect(student.verwacht.some(({ peildatum, bekendOp }) => peildatum === VANDAAG && bekendOp === undefined)).toBe(true)
    for (const verwacht of student.verwacht) {
      expect(gekregen(student, verwacht), `${student.naam} op ${verwacht.peildatum}, bekend op ${verwacht.bekendOp ?? 'nu'}`).toEqual(gevraagd(verwacht))
    }
  })

  it('laat vandaag elk signaal bij ten minste een student zien', () => {
    const open = new Set(studenten.flatMap((student) => signalenOp(student, VANDAAG)))
    expect(SIGNAALCODES.filter((code) => !open.has(code))).toEqual([])
  })

  it('heeft vandaag genoeg studenten zonder enig signaal', () => {
    expect(studenten.filter((student) => signalenOp(student, VANDAAG).length === 0).length).toBeGreaterThanOrEqual(12)
  })

  it('K-CAS-01: bij meer studenten was het antwoord met eerdere kennis anders', () => {
    const anders = studenten.filter(({ verwacht }) => verwacht.some(({ bekendOp }) => bekendOp !== undefined))
    expect(anders.length).toBeGreaterThanOrEqual(4)
  })
})

describe('identiteiten', () => {
  const identiteiten = leesIdentiteiten()

  it('heeft voor elke school een administratie, en een beheerder en een behandelaar van DUO', () => {
    const administraties = identiteiten.filter(({ rol }) => rol === 'administratie').flatMap(({ organisaties }) => organisaties)
    expect(administraties.toSorted()).toEqual(regio.organisaties.map(({ brin }) => brin).toSorted())
    expect(identiteiten.some(({ rol }) => rol === 'beheerder')).toBe(true)
    expect(identiteiten.find(({ rol }) => rol === 'behandelaar')?.organisaties).toEqual([])
    expect(new Set(identiteiten.map(({ id }) => id)).size).toBe(identiteiten.length)
  })
})

function nummerVan({ burgerservicenummer, onderwijsnummer }: WereldStudent): string {
  return burgerservicenummer ?? onderwijsnummer ?? ''
}

function inschrijvingen(dossier: WereldStudent['dossier']) {
  return [...dossier.inschrijvingenVo, ...dossier.inschrijvingenMbo]
}

function signalenOp({ dossier }: WereldStudent, peildatum: Datum): readonly string[] {
  return beslis(dossier, { peildatum, bekendOp: null }, normen).signalen.map(({ code }) => code)
}

/** Het besluit, teruggebracht tot de sleutels die de verwachting noemt. */
function gekregen({ dossier }: WereldStudent, verwacht: Verwachting): Record<string, unknown> {
  const besluit = beslis(dossier, { peildatum: verwacht.peildatum, bekendOp: verwacht.bekendOp ?? null }, normen)
  const alles: Record<string, unknown> = { ...besluit, signalen: besluit.signalen.map(({ code }) => code).toSorted() }
  return Object.fromEntries(Object.keys(gevraagd(verwacht)).map((sleutel) => [sleutel, alles[sleutel]]))
}

function gevraagd({ peildatum: _peildatum, bekendOp: _bekendOp, ...rest }: Verwachting): Record<string, unknown> {
  return { ...rest, signalen: rest.signalen.toSorted() }
}
