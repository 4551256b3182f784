/** Wat `/metrics` van dit proces telt. Namen en betekenis staan in docs/beheer/waarneming.md. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { type Beveiligingsvoorval, VOORVALSOORTEN } from '../../toegang/index.ts'

export interface Metingen {
  readonly register: Registry
  verzoek(methode: string, route: string, status: number, seconden: number): void
  storing(): void
  /** Een reeks leerlingen voor wie signalen zijn uitgerekend. */
  signaalreeks(door: 'levering' | 'luisteraar', uitkomst: { readonly leerlingen: number; readonly geopend: number; readonly gesloten: number }, seconden: number): void
  /** Een levering die niet op haar signalen kon wachten. */
  signalenLater(): void
  luisteraarMislukt(): void
  /** P-07: een voorval waar beveiliging op let. */
  beveiliging(soort: Beveiligingsvoorval['soort']): void
}

interface Pool {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

/** `pool` geeft undefined zolang de database er nog niet is. */
export function maakMetingen(pool: () => Pool | undefined): Metingen {
  const register = new Registry()
  collectDefaultMetrics({ register })
  meetVerbindingen(register, pool)
  const verzoeken = new Histogram({
    name: 'leerroute_http_request_duration_seconds', help: 'Duur van een verzoek, per methode, patroon van de route en status.',
    labelNames: ['method', 'route', 'status'], buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers: [register],
  })
  const storingen = new Counter({ name: 'leerroute_storingen_total', help: 'Onverwachte fouten; elk heeft een kenmerk in het logboek.', registers: [register] })
  const reeks = new Histogram({
    name: 'leerroute_signaalreeks_duration_seconds', help: 'Duur van het uitrekenen van signalen voor een reeks leerlingen; door = levering of luisteraar.',
    labelNames: ['door'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30], registers: [register],
  })
  const teller = (naam: string, help: string) => new Counter({ name: naam, help, labelNames: ['door'], registers: [register] })
  const leerlingen = teller('leerroute_signaalreeks_leerlingen_total', 'Leerlingen voor wie signalen zijn uitgerekend.')
  const geopend = teller('leerroute_signalen_geopend_total', 'Signalen die opengingen.')
  const gesloten = teller('leerroute_signalen_gesloten_total', 'Signalen die dichtgingen.')
  const later = new Counter({ name: 'leerroute_signalen_later_total', help: 'Leveringen die niet op hun signalen konden wachten.', registers: [register] })
  const mislukt = new Counter({ name: 'leerroute_luisteraar_mislukt_total', help: 'Rondes van de luisteraar op de outbox die mislukten.', registers: [register] })
  const voorvallen = new Counter({ name: 'leerroute_beveiliging_total', help: 'Voorvallen waar beveiliging op let; soort zegt welk.', labelNames: ['soort'], registers: [register] })
  // Vanaf het begin op nul: een alarm op een stijging ziet dan ook de eerste keer.
  for (const soort of VOORVALSOORTEN) voorvallen.inc({ soort }, 0)
  return {
    register,
    verzoek: (method, route, status, seconden) => verzoeken.observe({ method, route, status: String(status) }, seconden),
    storing: () => storingen.inc(),
    signaalreeks: (door, uitkomst, seconden) => {
      reeks.observe({ door }, seconden)
      leerlingen.inc({ door }, uitkomst.leerlingen)
      geopend.inc({ door }, uitkomst.geopend)
      gesloten.inc({ door }, uitkomst.gesloten)
    },
    signalenLater: () => later.inc(),
    luisteraarMislukt: () => mislukt.inc(),
    beveiliging: (soort) => voorvallen.inc({ soort }),
  }
}

function meetVerbindingen(register: Registry, pool: () => Pool | undefined): void {
  register.registerMetric(new Gauge({
    name: 'leerroute_db_connections', help: 'Verbindingen met de database: in_use, idle, en waiting = werk dat op een verbinding wacht.', labelNames: ['state'], registers: [],
    collect() {
      const nu = pool()
      if (nu === undefined) return
      this.set({ state: 'in_use' }, nu.totalCount - nu.idleCount)
      this.set({ state: 'idle' }, nu.idleCount)
      this.set({ state: 'waiting' }, nu.waitingCount)
    },
  }))
}
