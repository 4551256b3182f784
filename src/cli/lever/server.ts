import { basename } from 'node:path'
import type { TerugkoppelingMetSignalen } from '../../aanlevering/index.ts'
import type { Client } from '../../client/index.ts'
import { alsInhoud } from '../kader/bestand.ts'
import { eisAntwoord } from '../kader/server.ts'
import type { Leverstand, Loket } from './loket.ts'

const PER_BLADZIJDE = 250

/** Levert bij een server, met de rechten van de sleutel. De server verwerkt zelf; wij wachten. */
export function serverloket(server: Client): Loket {
  return {
    async neemAan(pad, voortgang) {
      const aangenomen = eisAntwoord(await server.vraag((api, poging) => {
        const { koppen, verzoek } = alsInhoud(pad, voortgang.zet)
        return api.POST('/aanleveringen', { ...poging, ...verzoek, headers: { ...poging.headers, ...koppen } } as never)
      }), basename(pad))
      return (aangenomen as Leverstand).aanleveringId
    },
    async toon(aanleveringId) {
      const a = eisAntwoord(await server.vraag((api, poging) => api.GET('/aanleveringen/{aanleveringId}', { ...poging, params: { path: { aanleveringId } } })))
      return {
        aanleveringId: a.aanleveringId, soort: a.soort, bestandsnaam: a.bestandsnaam, staat: a.staat, bytes: a.bytes, records: a.records, verwerkt: a.verwerkt, voortgang: a.voortgang,
        recordsPerSeconde: a.recordsPerSeconde, tellingen: a.tellingen, mislukking: a.mislukking,
      }
    },
    async terugkoppelingen(aanleveringId, { uitkomst, na }) {
      const query = { pageSize: PER_BLADZIJDE, ...(uitkomst === undefined ? {} : { uitkomst }), ...(na === null ? {} : { cursor: na }) }
      const { regels, volgende } = eisAntwoord(await server.vraag((api, poging) => api.GET('/aanleveringen/{aanleveringId}/terugkoppelingen', { ...poging, params: { path: { aanleveringId }, query } })))
      return { regels: regels as readonly TerugkoppelingMetSignalen[], volgende }
    },
    werkMee: () => Promise.resolve(),
  }
}
