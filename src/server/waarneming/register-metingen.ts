/** Meetwaarden uit de database: hooguit eens per `versheidMs` gevraagd, hoe vaak `/metrics` ook wordt gelezen. */
import { Gauge, type Registry } from 'prom-client'
import type { Database } from '../../database/index.ts'
import { SIGNAALNIVEAU } from '../../kern/signaalcode.ts'
import { leesCijfers, CIJFERBRONNEN, type Cijfer, type Registercijfers } from './cijfers-store.ts'

export interface Registermetingen {
  /** Vraagt opnieuw als de waarden te oud zijn. Mislukt dat, dan blijven de oude staan en loopt de leeftijd op. */
  ververs(): Promise<void>
}

interface Benodigd {
  readonly register: Registry
  readonly database: () => Database | undefined
  readonly versheidMs: number
  readonly meld: (fout: unknown) => void
}

export function maakRegistermetingen({ register, database, versheidMs, meld }: Benodigd): Registermetingen {
  const zet = maakMeters(register)
  let gelezenOp = Number.NEGATIVE_INFINITY
  let bezig: Promise<void> | undefined
  register.registerMetric(new Gauge({
    name: 'leerroute_register_counts_age_seconds', help: 'Hoe oud de waarden uit de database zijn; loopt op als tellen niet lukt.', registers: [],
    collect() { if (Number.isFinite(gelezenOp)) this.set((performance.now() - gelezenOp) / 1000) },
  }))
  const lees = async (bron: Database): Promise<void> => {
    try {
      zet(await leesCijfers(bron))
      gelezenOp = performance.now()
    } catch (fout) {
      meld(fout)
    } finally {
      bezig = undefined
    }
  }
  return {
    ververs: async () => {
      const bron = database()
      if (bron === undefined || performance.now() - gelezenOp < versheidMs) return
      bezig ??= lees(bron)
      await bezig
    },
  }
}

function maakMeters(register: Registry): (cijfers: Registercijfers) => void {
  const meter = (name: string, help: string, labelNames: string[]) => new Gauge({ name, help, labelNames, registers: [register] })
  const signalen = meter('leerroute_signalen_open', 'Open signalen per code en niveau; een signaal dat twee scholen aangaat telt twee keer.', ['code', 'niveau'])
  const outbox = meter('leerroute_outbox_rows', 'Wijzigingen waarvan de signalen nog niet zijn bijgewerkt (geteld tot 100.000).', [])
  const oudste = meter('leerroute_outbox_oldest_age_seconds', 'Hoe lang de oudste van die wijzigingen wacht.', [])
  const perBron = new Map(CIJFERBRONNEN.map(({ naam, uitleg, label }) => [naam, meter(`leerroute_${naam}`, uitleg, [label])]))
  return (cijfers) => {
    vul(signalen, cijfers.signalen.map(({ groep, aantal }) => ({ groep: { ...groep, niveau: niveauVan(groep['code']) }, aantal })))
    outbox.set(cijfers.outbox.open)
    oudste.set(cijfers.outbox.oudsteSeconden)
    for (const [naam, groepen] of cijfers.bronnen) vul(perBron.get(naam), groepen)
  }
}

/** Wat er niet meer is, verdwijnt: anders blijft een opgelost signaal voor altijd op zijn laatste waarde staan. */
function vul(meter: Gauge | undefined, groepen: readonly Cijfer[]): void {
  meter?.reset()
  for (const { groep, aantal } of groepen) meter?.set({ ...groep }, aantal)
}

function niveauVan(code: string | undefined): string {
  return code !== undefined && code in SIGNAALNIVEAU ? SIGNAALNIVEAU[code as keyof typeof SIGNAALNIVEAU] : 'onbekend'
}
