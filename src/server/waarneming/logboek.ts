/** Het logboek: een regel per verzoek, per stuk achtergrondwerk en per storing. Met vaste velden, zodat er geen persoonsgegevens in kunnen (S-90). */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import pino from 'pino'
import type { Beveiligingsvoorval } from '../../toegang/index.ts'
import type { Logkeuze, Logniveau, Logregel, Verzoekregel } from './logregel.ts'
import { regelAlsTekst } from './tekstvorm.ts'
import { beschrijfFout, maskeer } from './veilig.ts'

export interface Logboek {
  verzoek(regel: Verzoekregel): void
  /** Achtergrondwerk dat klaar is; `aantal` is hoeveel (leerlingen, records). */
  werk(naam: string, ms: number, aantal: number): void
  storing(kenmerk: string, fout: unknown, trace?: string): void
  /** Een zin zonder waarden van een persoon. */
  meld(bericht: string): void
  beveiliging(voorval: Beveiligingsvoorval): void
}

/** `naar` is voor tests; anders gaat het naar stderr of het bestand. Gooit als het bestand niet te openen is. */
export function maakLogboek(keuze: Logkeuze, naar?: (regel: string) => void): Logboek {
  const schrijf = keuze.vorm === 'uit' ? () => undefined : keuze.vorm === 'json' ? jsonSchrijver(keuze, naar) : tekstSchrijver(keuze, naar)
  return {
    verzoek: (regel) => schrijf(niveauVan(regel), { soort: 'verzoek', ...regel }),
    werk: (naam, ms, aantal) => schrijf('fijn', { soort: 'werk', naam, ms: afgerond(ms), aantal }),
    storing: (kenmerk, fout, trace) => schrijf('fout', { soort: 'storing', kenmerk, trace: trace ?? null, fout: beschrijfFout(fout) }),
    meld: (bericht) => schrijf('waarschuwing', { soort: 'melding', bericht }),
    beveiliging: ({ soort, code, kenmerk }) => schrijf('waarschuwing', { soort: 'beveiliging', voorval: soort, code, kenmerk }),
  }
}

type Schrijver = (niveau: Logniveau, regel: Logregel) => void

const NIVEAUS: Readonly<Record<Logniveau, number>> = { fout: 50, waarschuwing: 40, info: 30, fijn: 20 }

/** Gezondheid, meetpunten en stijl komen vaak langs en zeggen niets; een fout daarbij wel. */
function niveauVan({ status, route }: Verzoekregel): Logniveau {
  if (status >= 500) return STILLE_ROUTES.has(route) ? 'waarschuwing' : 'fout'
  return STILLE_ROUTES.has(route) || route.startsWith('/stijl/') ? 'fijn' : 'info'
}

const STILLE_ROUTES: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])

function jsonSchrijver(keuze: Logkeuze, naar: ((regel: string) => void) | undefined): Schrijver {
  const log = pino({
    base: null, level: keuze.niveau, customLevels: NIVEAUS, useOnlyCustomLevels: true,
    timestamp: () => `,"tijd":"${new Date().toISOString()}"`,
    formatters: { level: (naam) => ({ niveau: naam }) },
    hooks: { streamWrite: maskeer },
  }, naar === undefined ? bestemming(keuze) : { write: naar })
  return (niveau, regel) => log[niveau](regel)
}

function tekstSchrijver(keuze: Logkeuze, naar: ((regel: string) => void) | undefined): Schrijver {
  const doel = naar === undefined ? bestemming(keuze) : { write: naar }
  return (niveau, regel) => {
    if (NIVEAUS[niveau] >= NIVEAUS[keuze.niveau]) doel.write(`${maskeer(regelAlsTekst(niveau, regel, new Date()))}\n`)
  }
}

/** Meteen weggeschreven: na kill -9 ontbreekt geen regel. Het bestand groeit aan; wisselen kan met copytruncate. */
function bestemming({ bestand }: Logkeuze) {
  if (bestand !== undefined) mkdirSync(dirname(bestand), { recursive: true, mode: 0o700 })
  return pino.destination({ dest: bestand ?? 2, sync: true, append: true, mode: 0o600 })
}

/** Milliseconden met een cijfer achter de komma. */
export function afgerond(ms: number): number {
  return Math.round(ms * 10) / 10
}
