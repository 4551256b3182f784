/** Logboek, metingen en traces van de server bij elkaar: een keer gemaakt bij het starten. */
import type { FastifyInstance } from 'fastify'
import { type Database, zetSpoorhaak } from '../../database/index.ts'
import type { Beveiligingslog } from '../../toegang/index.ts'
import type { Logboek } from './logboek.ts'
import { maakMetingen, type Metingen } from './metingen.ts'
import { type Metricstoegang, registreerMetrics } from './metrics-route.ts'
import { maakRegistermetingen } from './register-metingen.ts'
import { maakSpoorhaak, type Tracer } from './spoor.ts'
import { volgVerzoeken } from './verzoeken.ts'

export interface Waarneming {
  readonly logboek: Logboek
  readonly metingen: Metingen
  /** Vóór alle andere haken en routes. */
  registreer(app: FastifyInstance): void
  /** De database waar cijfers uit komen, zodra die er is. */
  kent(database: Database): void
  storing(kenmerk: string, fout: unknown): void
  /** P-07: een regel in het logboek en een teller. */
  readonly beveiliging: Beveiligingslog
  sluit(): Promise<void>
}

export interface Waarnemingskeuze {
  readonly logboek: Logboek
  readonly tracer: Tracer | undefined
  readonly metrics: Metricstoegang
  readonly versheidMs: number
}

export function maakWaarneming({ logboek, tracer, metrics, versheidMs }: Waarnemingskeuze): Waarneming {
  let database: Database | undefined
  const metingen = maakMetingen(() => database?.pool)
  const registermetingen = maakRegistermetingen({
    register: metingen.register, database: () => database, versheidMs, meld: (fout) => logboek.storing('METINGEN', fout),
  })
  zetSpoorhaak(maakSpoorhaak(tracer))
  return {
    logboek, metingen,
    registreer: (app) => {
      volgVerzoeken(app, { logboek, metingen, tracer })
      registreerMetrics(app, metingen, registermetingen, metrics)
    },
    kent: (bron) => { database = bron },
    storing: (kenmerk, fout) => {
      metingen.storing()
      logboek.storing(kenmerk, fout)
    },
    beveiliging: (voorval) => {
      metingen.beveiliging(voorval.soort)
      logboek.beveiliging(voorval)
    },
    sluit: async () => {
      zetSpoorhaak(undefined)
      await tracer?.sluit()
    },
  }
}

/** Laadt OpenTelemetry alleen als er een adres is. */
export async function laadTracer(adres: string | undefined): Promise<Tracer | undefined> {
  return adres === undefined ? undefined : (await import('./otlp.ts')).maakOtlpTracer({ adres, dienst: 'leerroute' })
}
