import { describe, expect, test } from 'vitest'
import { beslis } from '../beslissing/zonder-register.ts'
import { laadNormen } from '../normen/index.ts'
import { maakDossier, maakOmgeving } from './dossier.ts'
import { maakRegio } from './regio.ts'

describe('een verzonnen student als dossier', () => {
  const gemaakt = maakRegio({ studenten: 3_000, zaad: 3, peildatum: '2026-11-24', foutenProcent: 25, routesProcent: 50 })
  if (!gemaakt.ok) throw new Error(gemaakt.reden)
  const { kalender, maker } = gemaakt.waarde
  const gebied = gemaakt.waarde.gebied(0)
  const omgeving = maakOmgeving(gebied, kalender)
  const normen = laadNormen()

  test('K-CAS-10: het besluit geeft precies de signalen die bij de student zijn gepland', () => {
    const soorten = new Set<string>()
    const anders = Array.from({ length: 3_000 }, (_, nummer) => maker.maak(nummer, gebied)).flatMap((plan) => {
      const { signalen } = beslis(maakDossier(plan, omgeving), { peildatum: kalender.peildatum, bekendOp: null }, normen)
      const [gepland, gevonden] = [[...new Set(plan.verwacht.map(({ code }) => code))].sort(), signalen.map(({ code }) => code).sort()]
      for (const code of gevonden) soorten.add(code)
      return String(gepland) === String(gevonden) ? [] : [{ student: plan.student, misstap: plan.misstap, gepland, gevonden }]
    })
    expect(anders).toEqual([])
    expect(soorten.size).toBeGreaterThan(25)
  })

  test('P-01: er zit geen persoonsnummer en geen naam van een student in', () => {
    const plan = maker.maak(7, gebied)
    const tekst = JSON.stringify(maakDossier(plan, omgeving))
    expect(tekst).not.toContain(plan.persoon.persoonsnummer)
    expect(tekst).not.toContain(plan.persoon.naam ?? 'geen naam')
  })
})
