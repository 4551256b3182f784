import { verwerkOutbox, werkSignalenBijVoorVandaag } from '../../beslissing/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { alsActor, systeemactor } from '../../toegang/index.ts'
import { findDeelnemers, findLeveringen, leesNietVastgelegd, leesOpenSignalenBij } from '../store.ts'
import type { Registerblik } from './controleer-regio.ts'
import type { Laadomgeving } from './laad-regio.ts'

/** Het register van deze computer, met de signalen bijgewerkt tot nu. */
export async function kijkLokaal({ database, kluis, normen, nu }: Laadomgeving): Promise<Registerblik> {
  const controleur = systeemactor('regiocontrole')
  await verwerkOutbox(database, { nu: nu() }, normen)
  await werkSignalenBijVoorVandaag(database, { nu: nu() }, normen)
  return {
    vandaag: datumInNederland(new Date(nu())),
    leveringen: (bestandsnamen) => alsActor(database, controleur, (trx) => findLeveringen(trx, bestandsnamen)),
    nietVastgelegd: (aanleveringen) => alsActor(database, controleur, (trx) => leesNietVastgelegd(trx, aanleveringen)),
    openSignalen: (brins) => alsActor(database, controleur, (trx) => leesOpenSignalenBij(trx, brins)),
    deelnemers: async (persoonsnummers) => {
      const nummerBij = new Map(persoonsnummers.map((nummer) => [kluis.zoeksleutel(nummer).toString('hex'), nummer]))
      const gevonden = await alsActor(database, controleur, (trx) => findDeelnemers(trx, [...nummerBij.keys()].map((sleutel) => Buffer.from(sleutel, 'hex'))))
      return new Map([...gevonden].map(([sleutel, deelnemerId]) => [nummerBij.get(sleutel) ?? '', deelnemerId]))
    },
  }
}
