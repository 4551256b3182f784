/** Verbindt de REST-deur en de autorisatieserver met de database, de sleutels en de instellingen. */
import type { Database } from '../database/index.ts'
import { type Deur, herkenAanroeper, maakPogingen, OAUTHPADEN, type Oauthinstelling, type RestInstelling, routes, type Sleutelbronnen, type Verbindingslezer } from '../rest/index.ts'
import { type Beveiligingslog, maakJwksOphaler, maakKoppelingzoeker, maakMachinezoeker, maakTokensleutels, type Machinezoeker, type Tokenbenodigdheden } from '../toegang/index.ts'
import { type HttpConfig, isProefomgeving } from './app.ts'
import type { Config } from './config.ts'
import type { Wereldmensen } from './wereldmensen.ts'

type Restconfig = Pick<Config, 'basisUrl' | 'limietPerMinuut' | 'machinepoort' | 'maxBestand' | 'modus' | 'proxyAdressen' | 'tokensleutelBestand'>

interface Nodig {
  readonly config: Restconfig
  readonly https: boolean
  /** Undefined zolang de server opstart. */
  readonly klaar: () => { readonly deur: Deur; readonly sleutelbronnen: Sleutelbronnen } | undefined
  readonly lezer: Verbindingslezer
  readonly nu: () => Date
  readonly meldStoring: (kenmerk: string, fout: unknown) => void
  readonly beveiligingslog?: Beveiligingslog
}

export function maakRest({ config, https, klaar, lezer, nu, meldStoring, beveiligingslog }: Nodig): RestInstelling {
  const tokens = maakTokens(config, nu)
  return {
    routes, https, nu, meldStoring,
    basisUrl: config.basisUrl, limietPerMinuut: config.limietPerMinuut, maxBestand: config.maxBestand,
    deur: () => klaar()?.deur,
    herken: async ({ authorization, ip, verzoek }) => {
      const onderdeel = klaar()
      if (onderdeel === undefined) return { onherkend: 'onbekend' }
      const bronnen = { ...onderdeel.sleutelbronnen, machineVan: tokens.zoeker(onderdeel.deur.database), certificaatVan: lezer.certificaatVan }
      return herkenAanroeper(bronnen, { authorization, ip: verzoek === undefined ? ip : lezer.adresVan(verzoek), ...(verzoek === undefined ? {} : { verzoek }) })
    },
    oauth: {
      sleutels: tokens.sleutels, adressen: tokens.adressen, machineadres: config.machinepoort?.url, https, nu, meldStoring, limietPerMinuut: config.limietPerMinuut,
      bijWeigering: (code, kenmerk) => beveiligingslog?.({ soort: 'machine-geweigerd', code, kenmerk }),
      certificaatVan: lezer.certificaatVan, adresVan: lezer.adresVan, maakSchoon: lezer.maakSchoon,
      nodig: () => { const onderdeel = klaar(); return onderdeel === undefined ? undefined : tokens.benodigdheden(onderdeel.deur.database) },
    } satisfies Oauthinstelling,
  }
}

function maakTokens({ basisUrl, machinepoort, modus, tokensleutelBestand }: Restconfig, nu: () => Date) {
  const productie = modus === 'productie'
  const sleutels = maakTokensleutels({ bestand: tokensleutelBestand, productie }, () => nu().getTime())
  const adressen = { uitgever: basisUrl, ontvanger: `${basisUrl}/v1` }
  const haalJwks = maakJwksOphaler({ loopbackMag: !productie })
  const eindpunten = [basisUrl, ...(machinepoort === undefined ? [] : [machinepoort.url])].map((adres) => `${adres}${OAUTHPADEN.token}`)
  let zoeker: Machinezoeker | undefined
  return {
    sleutels, adressen,
    zoeker: (database: Database): Machinezoeker => (zoeker ??= maakMachinezoeker({ database, sleutels, adressen, nu })),
    benodigdheden: (database: Database): Tokenbenodigdheden => ({ database, sleutels, adressen, eindpunten, haalJwks, productie, nu }),
  }
}

/**
 * Proefsleutels bestaan alleen in een proefomgeving. Sleutels van koppelingen zijn er
 * om te ontwikkelen en voor beheer; in productie alleen als de beheerder dat zegt (ADR 0032).
 */
export function maakSleutelbronnen(http: HttpConfig, { limietPerMinuut, sleutelsMogen }: Pick<Config, 'limietPerMinuut' | 'sleutelsMogen'>, mensen: Wereldmensen, database: Database, nu: () => Date): Sleutelbronnen {
  return {
    proefactoren: isProefomgeving(http) ? mensen.actoren : new Map(), pogingen: maakPogingen(limietPerMinuut, nu),
    ...(sleutelsMogen ? { koppelingVan: maakKoppelingzoeker(database, nu) } : {}),
  }
}
