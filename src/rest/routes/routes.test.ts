import { describe, expect, test } from 'vitest'
import { controleer } from '../kader/controle.ts'
import type { Route } from '../kader/route.ts'
import { routes } from './index.ts'

const naam = (route: Route) => `${route.methode} ${route.pad}`
const met = (keuze: (route: Route) => boolean) => routes.filter(keuze).map(naam)

describe('de tabel van operaties', () => {
  test('S-04: paden zijn meervoud in kleine letters met streepjes, vragen in camelCase; elke operationId en elk pad met methode komt een keer voor', () => {
    for (const { pad, vraag } of routes) {
      for (const deel of pad.slice(1).split('/')) expect([pad, deel]).toEqual([pad, expect.stringMatching(/^(\{[a-z][A-Za-z]*\}|_?[a-z]+(-[a-z]+)*)$/)])
      for (const sleutel of Object.keys(vraag.query?.properties ?? {})) expect(sleutel).toMatch(/^[a-z][A-Za-z]*$/)
      expect(Object.keys(vraag.params?.properties ?? {}).toSorted()).toEqual([...pad.matchAll(/\{(\w+)\}/g)].map(([, param]) => param).toSorted())
    }
    expect(new Set(routes.map(({ operationId }) => operationId)).size).toBe(routes.length)
    expect(new Set(routes.map(naam)).size).toBe(routes.length)
  })

  test('S-16, S-17: elke PUT en DELETE heeft een versie; elke POST die iets maakt is idempotent', () => {
    expect(met(({ methode, huidigeVersie }) => (methode === 'PUT' || methode === 'DELETE') && huidigeVersie === undefined)).toEqual([])
    const zonder = met(({ methode, idempotent }) => methode === 'POST' && idempotent !== true)
    expect(zonder.filter((een) => !/_zoek$|\/casus$|\/toetsen$|\/_/.test(een))).toEqual([])
  })

  test('S-13: elke operatie heeft een titel, uitleg en een eigen antwoord met voorbeeld', () => {
    for (const route of routes) {
      expect([naam(route), route.titel.length > 5, route.omschrijving.length > 15, Object.keys(route.antwoorden).length > 0]).toEqual([naam(route), true, true, true])
      for (const antwoord of Object.values(route.antwoorden)) if (antwoord.schema !== null && antwoord.mediatype === undefined) expect([naam(route), antwoord.voorbeeld]).not.toEqual([naam(route), undefined])
    }
  })

  test.each(routes.map((route) => [naam(route), route] as const))('de voorbeelden van %s kloppen met hun vorm', (_naam, { vraag, antwoorden }) => {
    if (vraag.lichaam !== undefined) expect(controleer({ lichaam: vraag.lichaam }, { params: {}, query: {}, lichaam: vraag.voorbeeld })).toEqual([])
    for (const { schema, voorbeeld, mediatype } of Object.values(antwoorden)) {
      if (schema !== null && voorbeeld !== undefined && mediatype === undefined) expect(controleer({ lichaam: schema }, { params: {}, query: {}, lichaam: voorbeeld })).toEqual([])
    }
  })
})
