/** Het register van een server, zoals de controle van een verzonnen regio het bekijkt. */
import type { Client } from '../client/index.ts'
import type { NietVastgelegd, Registerblik, Signaalregel } from '../regio/index.ts'
import { eisAntwoord } from './kader/server.ts'

/** De sleutel moet alle scholen van de regio mogen zien. De server rekent zelf bij; welke dag het daar is, zegt hij niet. */
export function kijkBijServer(client: Client): Registerblik {
  return {
    vandaag: null,
    leveringen: async (bestandsnamen) => {
      const gevonden = new Map<string, { readonly aanleveringId: string; readonly staat: string }>()
      for (const bestandsnaam of bestandsnamen) {
        const { regels: [nieuwste] } = eisAntwoord(await client.vraag((api, poging) => api.GET('/aanleveringen', { ...poging, params: { query: { bestandsnaam, pageSize: 1 } } })), bestandsnaam)
        if (nieuwste !== undefined) gevonden.set(bestandsnaam, { aanleveringId: nieuwste.aanleveringId, staat: nieuwste.staat })
      }
      return gevonden
    },
    nietVastgelegd: async (aanleveringen) => {
      const gevonden: NietVastgelegd[] = []
      for (const aanleveringId of aanleveringen) {
        for (const uitkomst of ['afgekeurd', 'geen-recht', 'ouder'] as const) gevonden.push(...(await leesTerugkoppelingen(client, aanleveringId, uitkomst)))
      }
      return gevonden
    },
    deelnemers: async (persoonsnummers) => {
      const gevonden = new Map<string, string>()
      const rij = [...persoonsnummers]
      await Promise.all(Array.from({ length: TEGELIJK }, async () => {
        for (let persoonsnummer = rij.pop(); persoonsnummer !== undefined; persoonsnummer = rij.pop()) {
          const body = { persoonsnummer }
          const { regels: [deelnemer] } = eisAntwoord(await client.vraag((api, poging) => api.POST('/deelnemers/_zoek', { ...poging, body })))
          if (deelnemer !== undefined) gevonden.set(persoonsnummer, deelnemer.deelnemerId)
        }
      }))
      return gevonden
    },
    openSignalen: () => leesSignalen(client),
  }
}

const PER_BLAD = 250
/** Een vraag per student: zoveel tegelijk, want wachten op een antwoord is niets doen. */
const TEGELIJK = 8

async function leesTerugkoppelingen(client: Client, aanleveringId: string, uitkomst: 'afgekeurd' | 'geen-recht' | 'ouder'): Promise<readonly NietVastgelegd[]> {
  const gevonden: NietVastgelegd[] = []
  for (let cursor: string | null = null, meer = true; meer;) {
    const query: { uitkomst: typeof uitkomst; pageSize: number; cursor?: string } = { uitkomst, pageSize: PER_BLAD, ...(cursor === null ? {} : { cursor }) }
    const blad = eisAntwoord(await client.vraag((api, poging) => api.GET('/aanleveringen/{aanleveringId}/terugkoppelingen', { ...poging, params: { path: { aanleveringId }, query } })))
    gevonden.push(...blad.regels.map(({ regelnummer, fouten }) => ({ aanleveringId, regelnummer, uitkomst, fouten })))
    cursor = blad.volgende
    meer = cursor !== null
  }
  return gevonden
}

async function leesSignalen(client: Client): Promise<ReadonlyMap<string, readonly Signaalregel[]>> {
  const gevonden = new Map<string, Signaalregel[]>()
  for (let cursor: string | null = null, meer = true; meer;) {
    const query: { pageSize: number; cursor?: string } = { pageSize: PER_BLAD, ...(cursor === null ? {} : { cursor }) }
    const blad = eisAntwoord(await client.vraag((api, poging) => api.GET('/signalen', { ...poging, params: { query } })))
    for (const { deelnemerId, code, school } of blad.regels) {
      const bekend = gevonden.get(deelnemerId)
      if (bekend === undefined) gevonden.set(deelnemerId, [{ code, brin: school }])
      else bekend.push({ code, brin: school })
    }
    cursor = blad.volgende
    meer = cursor !== null
  }
  return gevonden
}
