import { randomBytes, randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import type { Database } from '../src/database/index.ts'
import { maakSignaaldienst } from '../src/beslissing/index.ts'
import { datum, type Moment } from '../src/kern/datum.ts'
import { legOvereenkomstVast } from '../src/leerroute/index.ts'
import { laadNormen } from '../src/normen/index.ts'
import { type Deur, registreerRest, type RestInstelling, type Route, routes } from '../src/rest/index.ts'
import { registreerAanbod } from '../src/rio/index.ts'
import { type Actor, maakKluis, registreerOrganisatie, type Rol, systeemactor } from '../src/toegang/index.ts'
import { maakEigenDatabase } from './eigen-database.ts'

/** De REST-deur over een echte database met een kleine regio: twee vo-scholen, een mbo, en een school die er niets mee te maken heeft. */
export interface Restproef {
  readonly app: FastifyInstance
  readonly database: Database
  readonly deur: Deur
  bel(verzoek: Verzoek): Promise<Antwoord>
  /** PUT, PATCH of DELETE met de ETag die er nu staat. */
  wijzig(verzoek: Verzoek): Promise<Antwoord>
  /** Zet de klok; elk verzoek daarna krijgt een moment na het vorige. */
  opDag(dag: string): void
  tel(tabel: string): Promise<number>
  weg(): Promise<void>
}

export interface Verzoek {
  readonly als?: keyof typeof ACTOREN
  readonly methode?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly lichaam?: unknown
  readonly koppen?: Readonly<Record<string, string>>
  /** Standaard een nieuwe sleutel bij POST. */
  readonly sleutel?: string
}

// De toetsen lezen antwoorden als gewone JSON; een typefout daarin laat de toets zelf vallen.
export interface Antwoord { readonly status: number; readonly koppen: Readonly<Record<string, string>>; readonly tekst: string; readonly json: Json }
export type Json = { readonly [sleutel: string]: Json } & readonly Json[] & string & number & boolean & null

const school = (brin: string, ...rollen: readonly Rol[]): Actor => ({ id: `administratie-${brin}`, soort: 'school', rollen: rollen.map((rol) => ({ rol, brin })) })
export const ACTOREN = {
  vo: school('11VA', 'rio-beheer', 'bron-inschrijving-vo', 'verzuim', 'raadplegen', 'bsn-inzien'),
  mbo: school('21MB', 'rio-beheer', 'bron-inschrijving-mbo', 'verzuim', 'raadplegen'),
  ander: school('12VB', 'rio-beheer', 'bron-inschrijving-vo', 'verzuim', 'raadplegen', 'bsn-inzien'),
  kijker: school('21MB', 'raadplegen'),
  duo: { id: 'duo', soort: 'duo', rollen: [] },
  beheer: systeemactor('proef-beheer'),
  niemand: undefined,
} as const satisfies Record<string, Actor | undefined>

/** `actoren`: wie er nog meer kan bellen, bij zijn eigen naam als sleutel. */
export async function maakRestproef(extra: readonly Route[] = [], actoren: ReadonlyMap<string, Actor> = new Map()): Promise<Restproef> {
  const eigen = await maakEigenDatabase()
  const { database } = eigen
  const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
  const normen = laadNormen()
  const klok = { ms: Date.parse('2026-11-24T09:00:00.000Z') }
  const nu = (): Date => new Date((klok.ms += 1))
  await maakRegio(database, kluis)
  const signalen = maakSignaaldienst({ database, normen, nu, meld: (fout) => { throw fout } })
  const storingen: unknown[] = []
  const deur: Deur = { database, kluis, normen, nu, signalen, basisUrl: 'https://leerroute.example', meldNaCommit: (fout) => storingen.push(fout) }
  const app = fastify({ routerOptions: { maxParamLength: 1_000 } })
  const herken: RestInstelling['herken'] = ({ authorization }) => {
    const naam = (authorization ?? '').replace('Bearer ', '')
    const actor = actoren.get(naam) ?? ACTOREN[naam as keyof typeof ACTOREN]
    return Promise.resolve(actor === undefined ? { onherkend: 'geen-sleutel' } : { actor })
  }
  registreerRest(app, {
    routes: [...routes, ...extra], basisUrl: deur.basisUrl, https: true, limietPerMinuut: 0, maxBestand: 1_000_000, nu, deur: () => deur, herken, meldStoring: (_kenmerk, fout) => storingen.push(fout),
  })
  const bel = async ({ als = 'mbo', methode = 'GET', url, lichaam, koppen, sleutel }: Verzoek): Promise<Antwoord> => {
    const uit = await app.inject({
      method: methode, url: `/v1${url}`, ...(lichaam === undefined ? {} : { payload: JSON.stringify(lichaam) }),
      headers: {
        ...(als === 'niemand' ? {} : { authorization: `Bearer ${als}` }), ...(lichaam === undefined ? {} : { 'content-type': 'application/json' }),
        ...(methode === 'POST' ? { 'idempotency-key': sleutel ?? randomUUID() } : {}), ...koppen,
      },
    })
    const storing = storingen.splice(0)[0]
    if (storing) throw storing
    return { status: uit.statusCode, koppen: uit.headers as Record<string, string>, tekst: uit.body, json: (uit.body === '' ? null : JSON.parse(uit.body)) as Json }
  }
  return {
    app, database, deur, bel,
    wijzig: async (verzoek) => {
      const { koppen } = await bel({ ...(verzoek.als === undefined ? {} : { als: verzoek.als }), url: verzoek.url.split('?')[0] ?? '' })
      return bel({ ...verzoek, koppen: { 'if-match': koppen['etag'] ?? '"geen"', ...verzoek.koppen } })
    },
    opDag: (dag) => { klok.ms = Math.max(klok.ms, Date.parse(`${dag}T09:00:00.000Z`)) },
    tel: async (tabel) => Number((await database.pool.query<{ n: number }>(`select count(*)::int as n from ${tabel}`)).rows[0]?.n),
    weg: async () => {
      await signalen.stop()
      await app.close()
      await eigen.weg()
    },
  }
}

const SCHOLEN = [['11VA', '40001', '101A001', 'VO'], ['12VB', '40002', '102A001', 'VO'], ['21MB', '50001', '201A001', 'MBO']] as const
const VAN = datum('2018-08-01')

async function maakRegio(database: Database, kluis: Deur['kluis']): Promise<void> {
  const ctx = { actor: systeemactor('proef'), nu: '2018-08-01T08:00:00.000Z' as Moment, kluis }
  for (const [brin, gezag, code, sector] of SCHOLEN) {
    await registreerOrganisatie(database, ctx, {
      soort: 'INSTELLING', naam: `School ${brin}`, identificaties: [{ soort: 'BRIN', waarde: brin, geldigVan: VAN }], bevoegdGezag: [{ bestuursnummer: gezag, geldigVan: VAN }],
      onderwijsaanbieders: [{ code, sector, geldigVan: VAN }],
    })
  }
  for (const [eigen, partner, sector] of [['101A001', '201A001', 'VO'], ['201A001', '101A001', 'MBO']] as const) {
    await registreerAanbod(database, ctx, {
      eigenSleutel: `Zorg DLR ${eigen}`, onderwijsaanbieder: eigen, sector, leerrouteKenmerk: 'DLR_VMBO_MBO', samenwerkendeOnderwijsaanbieders: [partner], begindatum: datum('2020-08-01'),
    })
  }
  await legOvereenkomstVast(database, ctx, { kenmerk: 'SOK 2020', partijen: ['40001', '50001'], van: datum('2020-08-01') })
}

/** Een persoon met een nummer dat de elfproef doorstaat. */
export function persoon(volgnummer: number, naam = `Leerling ${volgnummer}`): { readonly persoonsnummer: string; readonly geboortedatum: string; readonly naam: string } {
  return { persoonsnummer: maakNummer(volgnummer), geboortedatum: '2009-04-12', naam }
}

/** Een BSN uit de reeks die niet wordt uitgegeven: 9999xxxxx. */
function maakNummer(volgnummer: number): string {
  for (let kandidaat = 999_900_000 + volgnummer * 11; ; kandidaat += 1) {
    const tekst = String(kandidaat)
    const som = [...tekst].reduce((totaal, cijfer, i) => totaal + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0)
    if (som % 11 === 0) return tekst
  }
}

export function voInschrijving(fase: 'VO' | 'MBO' | null = 'VO', anders: object = {}): object {
  return {
    sector: 'VO', brin: '11VA', inschrijvingvolgnummer: '1', datumInschrijving: '2024-08-01',
    perioden: [{ datumBegin: '2024-08-01', leerjaar: 3, leerweg: 'KB', opleidingcode: '9201', onderwijsaanbieder: '101A001', indicatieBekostigbaar: 'J', ...(fase === null ? {} : { leerroute: 'DLR', leerroutefase: fase }) }], ...anders,
  }
}

export function mboInschrijving(fase: 'VO' | 'MBO' | null = 'MBO', anders: object = {}): object {
  return {
    sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'E1', datumInschrijving: '2026-08-01',
    perioden: [{ datumBegin: '2026-08-01', opleidingcode: '29901', leertraject: 'BOL', niveau: 'MBO-3', onderwijsaanbieder: '201A001', indicatieBekostigbaar: 'J', ...(fase === null ? {} : { leerroute: 'DLR', leerroutefase: fase }) }], ...anders,
  }
}
