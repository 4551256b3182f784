/** De webserver van het register: luistert meteen, en vraagt aan de domeinen zodra de database er is. */
import type { FastifyInstance } from 'fastify'
import type { Portaalbron } from '../portal/index.ts'
import type { Sleutels } from '../toegang/index.ts'
import { bouwApp } from './app.ts'
import type { Config } from './config.ts'

/** Wat er pas is als de database antwoordt. */
export interface Domeinen {
  readonly bron: Portaalbron
  isGereed(): Promise<boolean>
}

export interface Serverkeuze {
  readonly config: Config
  readonly sleutels: Pick<Sleutels, 'sessie'>
  readonly nu: () => Date
  /** Tot dit uitkomt, wachten bladzijden en zegt /readyz 503. */
  readonly domeinen: Promise<Domeinen>
  /** Krijgt elke onverwachte fout met het kenmerk dat de bezoeker ziet. */
  readonly meldStoring: (kenmerk: string, fout: unknown) => void
}

export function maakServer({ config, sleutels, nu, domeinen, meldStoring }: Serverkeuze): FastifyInstance {
  let klaar: Domeinen | undefined
  domeinen.then((gekregen) => { klaar = gekregen }, () => undefined)
  const { hostname, protocol } = new URL(config.basisUrl)
  return bouwApp({
    config: { host: config.host, ontwikkeling: config.modus === 'ontwikkeling', openbareHosts: [hostname.replace(/^\[|\]$/g, '')], https: protocol === 'https:' },
    bron: alsEr(domeinen), sleutels, nu, meldStoring,
    isGereed: () => klaar?.isGereed() ?? Promise.resolve(false),
  })
}

function alsEr(domeinen: Promise<Domeinen>): Portaalbron {
  return {
    toonLeerling: async (...vraag) => (await domeinen).bron.toonLeerling(...vraag),
    toonLeerlingen: async (...vraag) => (await domeinen).bron.toonLeerlingen(...vraag),
    proefidentiteiten: async () => (await domeinen).bron.proefidentiteiten(),
  }
}
