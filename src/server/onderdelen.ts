/** Welke domeinen achter welke deur hangen: de webserver, de verzonnen regio en de luisteraar. */
import { maakSignaaldienst } from '../beslissing/index.ts'
import { antwoordt, type Database } from '../database/index.ts'
import { laadNormen } from '../normen/index.ts'
import type { Portaalbron, Portaaldeur, Sessiebron } from '../portal/index.ts'
import type { Deur, Sleutelbronnen } from '../rest/index.ts'
import { type Kluis, maakKluis, meldAf, type Sleutels, zoekSessie } from '../toegang/index.ts'
import { type Aansluiting, maakAansluiting } from './aansluiting.ts'
import { startAanleveringwerker } from './aanlevering-werker.ts'
import { bouwApp, type HttpConfig } from './app.ts'
import type { Config } from './config.ts'
import { startLogboekwerker } from './logboek-werker.ts'
import { startLuisteraar } from './luisteraar.ts'
import { startOpruimwerker } from './opruim-werker.ts'
import type { Draaiend, Onderdelen } from './opstarten.ts'
import { maakPortaalbron } from './portaalbron.ts'
import { maakRest, maakSleutelbronnen } from './rest.ts'
import { maakMachinedeur } from './tls.ts'
import type { Verbinding } from './verbinden.ts'
import type { Waarneming } from './waarneming/index.ts'
import { laadWereld, weigerVerzonnenRegio } from './wereld.ts'
import { laadMedewerkers } from './wereld-medewerkers.ts'
import { startWebhookwerker } from './webhook-werker.ts'
import { leesWereldmensen, NIEMAND } from './wereldmensen.ts'

interface MetBron extends Draaiend {
  readonly bron: Portaalbron
  readonly sessies: Sessiebron
  readonly metadata: string | undefined
  readonly inlog: Aansluiting['inlog']
  readonly portaaldeur: Portaaldeur
  readonly deur: Deur
  readonly sleutelbronnen: Sleutelbronnen
}

const nu = (): Date => new Date()

export function maakOnderdelen(waarneming: Waarneming): Onderdelen<MetBron> {
  return {
    bouw: (config, sleutels, draaiend) => bouw(waarneming, config, sleutels, draaiend),
    verbindDomeinen: (config, sleutels, verbinding) => verbindDomeinen(waarneming, config, sleutels, verbinding),
  }
}

function bouw(waarneming: Waarneming, config: Config, sleutels: Sleutels, draaiend: Promise<MetBron>) {
  let klaar: MetBron | undefined
  void draaiend.then((onderdeel) => { klaar = onderdeel }, () => undefined)
  const meldStoring = waarneming.storing
  const http = httpConfig(config)
  const machines = maakMachinedeur(config, waarneming.logboek.meld, nu)
  const app = bouwApp({
    config: http,
    rest: maakRest({ config, https: http.https === true, klaar: () => klaar, lezer: machines.lezer, nu, meldStoring, beveiligingslog: waarneming.beveiliging }),
    bron: zodraKlaar(draaiend),
    sessies: sessiesZodraKlaar(draaiend),
    deur: async () => (await draaiend).portaaldeur,
    aansluiting: () => klaar?.inlog,
    metadata: () => klaar?.metadata,
    sleutels,
    nu,
    isGereed: async () => klaar !== undefined && (await klaar.isGereed()),
    meldStoring,
    waarneming,
  })
  machines.hang(app)
  return app
}

async function verbindDomeinen(waarneming: Waarneming, config: Config, sleutels: Sleutels, { database }: Verbinding): Promise<MetBron> {
  const normen = laadNormen()
  const kluis = maakKluis(sleutels.persoonsnummers)
  const mensen = config.modus === 'productie' ? NIEMAND : leesWereldmensen()
  if (config.modus === 'productie') await weigerVerzonnenRegio(database)
  else await laadProef(database, kluis)
  const aansluiting = await maakAansluiting(config, waarneming.logboek.meld)
  const { metingen } = waarneming
  waarneming.kent(database)
  const luisteraar = await startLuisteraar({
    database, normen, nu, bijRonde: (gedaan, ms) => metingen.signaalreeks('luisteraar', gedaan, ms / 1000),
    bijFout: (fout) => {
      metingen.luisteraarMislukt()
      waarneming.storing('LUISTERAAR', fout)
    },
  })
  const signalen = maakSignaaldienst({
    database, normen, nu, bijReeks: (gedaan, ms) => metingen.signaalreeks('levering', gedaan, ms / 1000), bijLater: metingen.signalenLater,
    meld: (fout) => waarneming.storing('SIGNALEN', fout),
  })
  const webhooks = startWebhookwerker({ database, kluis, normen, nu, oin: config.oin, basisUrl: config.basisUrl, meld: (fout) => waarneming.storing('WEBHOOKS', fout) })
  const aanleveringen = startAanleveringwerker({ database, kluis, normen, nu, bewaardagen: config.bewaardagenTerugkoppelingen, meld: waarneming.logboek.meld })
  const logboekwerker = startLogboekwerker({ database, sleutels: sleutels.logboek, controlepunten: config.controlepunten, ...(config.ldvAdres === undefined ? {} : { ldv: { adres: config.ldvAdres, oin: config.oin, versie: '1' } }), nu, register: metingen.register, meld: (fout) => waarneming.storing('CONTROLEPUNT', fout) })
  const opruimer = startOpruimwerker({ database, nu, meld: (fout) => waarneming.storing('OPRUIMEN', fout) })
  return {
    bron: maakPortaalbron({ database, kluis, normen, opleidingsnamen: mensen.opleidingsnamen, nu }),
    sessies: { zoek: (hash, op) => zoekSessie(database, hash, op), meldAf: (hash, op) => meldAf(database, hash, op) },
    portaaldeur: { database, kluis, normen, nu, basisUrl: config.basisUrl, beveiligingslog: waarneming.beveiliging, meldStoring: (fout) => waarneming.storing('NA-ANTWOORD', fout), laatsteControlepunt: () => logboekwerker.laatste() },
    deur: { database, kluis, normen, nu, signalen, basisUrl: config.basisUrl, meldNaCommit: (fout) => waarneming.storing('NA-COMMIT', fout) },
    sleutelbronnen: maakSleutelbronnen(httpConfig(config), config, mensen, database, nu),
    isGereed: () => antwoordt(database),
    inlog: aansluiting.inlog,
    metadata: aansluiting.metadata,
    medewerkers: aansluiting.medewerkers,
    naStart: aansluiting.naStart,
    stop: async () => {
      await Promise.all([aansluiting.stop(), signalen.stop(), luisteraar.stop(), opruimer.stop(), webhooks.stop(), aanleveringen.stop()])
      // Als laatste: ook wat bij het stoppen nog in de audit kwam, is dan bevestigd.
      await logboekwerker.stop()
      await waarneming.sluit()
    },
  }
}

async function laadProef(database: Database, kluis: Kluis): Promise<void> {
  await laadWereld(database, kluis)
  await laadMedewerkers(database, kluis, nu())
}

function httpConfig({ host, modus, basisUrl, contact }: Config): HttpConfig {
  const { protocol, hostname } = new URL(basisUrl)
  return { host, ontwikkeling: modus === 'ontwikkeling', openbareHosts: [hostname.replace(/^\[|\]$/g, '')], https: protocol === 'https:', basisUrl, contact }
}

/** Wie vraagt terwijl wij nog opstarten, wacht tot de database er is. */
function zodraKlaar(draaiend: Promise<MetBron>): Portaalbron {
  return {
    toonLeerling: async (...vraag) => (await draaiend).bron.toonLeerling(...vraag),
    toonSignaalstanden: async (...vraag) => (await draaiend).bron.toonSignaalstanden(...vraag),
    handelSignaalAf: async (...vraag) => (await draaiend).bron.handelSignaalAf(...vraag),
    toonLeerlingen: async (...vraag) => (await draaiend).bron.toonLeerlingen(...vraag),
  }
}

function sessiesZodraKlaar(draaiend: Promise<MetBron>): Sessiebron {
  return {
    zoek: async (...vraag) => (await draaiend).sessies.zoek(...vraag),
    meldAf: async (...vraag) => (await draaiend).sessies.meldAf(...vraag),
  }
}
