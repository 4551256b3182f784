/** Welke domeinen achter welke deur hangen: de webserver, de verzonnen regio en de luisteraar. */
import { antwoordt } from '../database/index.ts'
import { laadNormen } from '../normen/index.ts'
import type { Portaalbron } from '../portal/index.ts'
import { maakKluis } from '../toegang/index.ts'
import { bouwApp, type HttpConfig } from './app.ts'
import type { Config } from './config.ts'
import { startLuisteraar } from './luisteraar.ts'
import type { Draaiend, Onderdelen } from './opstarten.ts'
import { maakPortaalbron } from './portaalbron.ts'
import { laadWereld, weigerVerzonnenRegio } from './wereld.ts'
import { leesWereldmensen, NIEMAND } from './wereldmensen.ts'

interface MetBron extends Draaiend {
  readonly bron: Portaalbron
}

const nu = (): Date => new Date()

export const onderdelen: Onderdelen<MetBron> = {
  bouw(config, sleutels, draaiend, meld) {
    let klaar: MetBron | undefined
    void draaiend.then((onderdeel) => { klaar = onderdeel }, () => undefined)
    return bouwApp({
      config: httpConfig(config),
      bron: zodraKlaar(draaiend),
      sleutels,
      nu,
      isGereed: async () => klaar !== undefined && (await klaar.isGereed()),
      meldStoring: (kenmerk, fout) => meld(`Storing ${kenmerk}: ${fout instanceof Error ? (fout.stack ?? fout.message) : String(fout)}`),
    })
  },

  async verbindDomeinen(config, sleutels, { database }, meld) {
    const normen = laadNormen()
    const mensen = config.modus === 'productie' ? NIEMAND : leesWereldmensen()
    if (config.modus === 'productie') await weigerVerzonnenRegio(database)
    else await laadWereld(database, maakKluis(sleutels.persoonsnummers))
    const luisteraar = await startLuisteraar({ database, normen, nu, meld })
    return {
      bron: maakPortaalbron({ database, normen, mensen, nu }),
      isGereed: () => antwoordt(database),
      identiteiten: () => Promise.resolve(mensen.identiteiten),
      stop: () => luisteraar.stop(),
    }
  },
}

function httpConfig({ host, modus, basisUrl }: Config): HttpConfig {
  const { protocol, hostname } = new URL(basisUrl)
  return { host, ontwikkeling: modus === 'ontwikkeling', openbareHosts: [hostname.replace(/^\[|\]$/g, '')], https: protocol === 'https:' }
}

/** Wie vraagt terwijl wij nog opstarten, wacht tot de database er is. */
function zodraKlaar(draaiend: Promise<MetBron>): Portaalbron {
  return {
    toonLeerling: async (...vraag) => (await draaiend).bron.toonLeerling(...vraag),
    toonLeerlingen: async (...vraag) => (await draaiend).bron.toonLeerlingen(...vraag),
    proefidentiteiten: async () => (await draaiend).bron.proefidentiteiten(),
  }
}
