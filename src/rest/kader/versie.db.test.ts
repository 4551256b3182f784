import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { bel, BEHEER, proefdeur, proefserver } from './fixtures/proefserver.ts'
import { inTransactie, type Transactie } from '../../database/index.ts'
import type { Uitvoerder } from '../../toegang/index.ts'
import { route } from './route.ts'

let eigen: EigenDatabase
let app: FastifyInstance
const ID = '01930000-0000-7000-8000-000000000001'
const params = Type.Object({ id: Type.String() })

async function naamVan(uitvoerder: Uitvoerder): Promise<string | undefined> {
  const lees = async (trx: Transactie) => (await trx.selectFrom('organisatie').select('naam').where('organisatie_id', '=', ID).executeTakeFirst())?.naam
  return 'kysely' in uitvoerder ? inTransactie(uitvoerder, { organisaties: [], rol: 'systeem', actor: BEHEER.id }, lees) : lees(uitvoerder)
}

const toon = route({
  operationId: 'toon', methode: 'GET', pad: '/organisaties/{id}', groep: 'Beheer', titel: 'Toon', omschrijving: 'Toont.', toegang: 'aangemeld', vraag: { params },
  antwoorden: { 200: { omschrijving: 'De stand.', schema: Type.Object({}) } },
  async verwerk({ uitvoerder }) {
    const naam = await naamVan(uitvoerder)
    return naam === undefined ? { weigering: { soort: 'niet-gevonden' } } : { status: 200, inhoud: { naam }, versie: naam }
  },
})
const wijzig = route({
  operationId: 'wijzig', methode: 'PUT', pad: '/organisaties/{id}', groep: 'Beheer', titel: 'Wijzig', omschrijving: 'Wijzigt.', toegang: 'aangemeld', vraag: { params, lichaam: Type.Object({ naam: Type.String() }) },
  antwoorden: { 200: { omschrijving: 'De nieuwe stand.', schema: Type.Object({}) } },
  huidigeVersie: ({ uitvoerder, params }) => params.id === ID ? naamVan(uitvoerder) : Promise.resolve(undefined),
  async verwerk({ uitvoerder, lichaam }) {
    if ('kysely' in uitvoerder) throw new Error('hoort in de transactie van het kader te draaien')
    await new Promise((klaar) => { setTimeout(klaar, 20) })
    await uitvoerder.updateTable('organisatie').set({ naam: lichaam.naam }).where('organisatie_id', '=', ID).execute()
    if (lichaam.naam === 'fout') return { weigering: { soort: 'ongeldig', fouten: [{ veld: 'naam', regel: 'Dit kan niet.', watTeDoen: 'Kies een andere naam.' }] } }
    return { status: 200, inhoud: { naam: lichaam.naam }, versie: lichaam.naam }
  },
})

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await eigen.database.pool.query(`insert into organisatie (organisatie_id, soort, naam, vastgelegd_van) values ($1, 'LEVERANCIER', 'begin', now())`, [ID])
  const deur = proefdeur(eigen.database)
  app = proefserver([toon, wijzig], { deur: () => deur })
})
afterAll(() => eigen.weg())

const haal = () => bel(app, { url: `/v1/organisaties/${ID}`, als: 'beheer' })
const zet = (naam: string, ifMatch: string | undefined, id = ID) => bel(app, { method: 'PUT', url: `/v1/organisaties/${id}`, als: 'beheer', headers: { 'content-type': 'application/json', ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) }, payload: JSON.stringify({ naam }) })

describe('wijzigen op een versie', () => {
  test('S-16: zonder If-Match 428, met een oude 412, met een zwakke 412, en er verandert niets', async () => {
    const etag = String((await haal()).koppen['etag'])
    expect([(await zet('x', undefined)).status, (await zet('x', '"oud"')).status, (await zet('x', `W/${etag}`)).status]).toEqual([428, 412, 412])
    expect((await haal()).koppen['etag']).toBe(etag)
  })
  test('S-16: met de goede ETag lukt het, en het antwoord heeft de nieuwe', async () => {
    const { status, koppen } = await zet('anders', String((await haal()).koppen['etag']))
    expect([status, koppen['etag']]).toEqual([200, (await haal()).koppen['etag']])
  })
  test('S-16: wat er niet is geeft 404, ook zonder If-Match', async () => {
    expect([(await zet('x', undefined, 'weg')).status, (await zet('x', '"a"', 'weg')).status]).toEqual([404, 404])
  })
  test('S-16: een geweigerde wijziging draait helemaal terug', async () => {
    const voor = await haal()
    expect((await zet('fout', String(voor.koppen['etag']))).status).toBe(400)
    expect((await haal()).tekst).toBe(voor.tekst)
  })
  test('S-16: van wijzigingen tegelijk op dezelfde ETag wint er precies een', async () => {
    for (let ronde = 0; ronde < 3; ronde++) {
      const etag = String((await haal()).koppen['etag'])
      const statussen = await Promise.all(Array.from({ length: 6 }, async (_leeg, i) => (await zet(`ronde ${ronde} poging ${i}`, etag)).status))
      expect(statussen.toSorted()).toEqual([200, 412, 412, 412, 412, 412])
    }
  })
})
