import type { Datum } from '../../kern/datum.ts'
import { leesAanbieders } from '../../organisatie/index.ts'
import { type AanbodBericht, leesAanbodVan } from '../../rio/index.ts'
import { type Actiecontext, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { noemt, past } from '../rules/rio.ts'

/** Wat een partner al deed: noemt hij deze school bij deze route, heeft hij de route zonder haar te noemen, of heeft hij de route niet. */
export interface Partnerstand {
  readonly code: string
  readonly school: string
  readonly stand: 'wederzijds' | 'noemt-niet' | 'zonder-route'
}

export interface Voornemen {
  readonly partners: readonly Partnerstand[]
  /** Codes die geen school heeft. */
  readonly onbekend: readonly string[]
}

/** K-RIO-04, K-RIO-05: wat RIO straks zegt als dit aanbod er staat, op een dag. Legt niets vast. */
export function bekijkVoornemen(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor'>, bericht: Pick<AanbodBericht, 'onderwijsaanbieder' | 'leerrouteKenmerk' | 'samenwerkendeOnderwijsaanbieders'>, op: Datum): Promise<Voornemen> {
  return metRechten(uitvoerder, ctx.actor, async (trx) => {
    const codes = [...new Set(bericht.samenwerkendeOnderwijsaanbieders)]
    const aanbieders = await leesAanbieders(trx, { codes })
    const aanbod = await leesAanbodVan(trx, codes)
    const route = bericht.leerrouteKenmerk === 'DLR_VMBO_MBO' ? 'DLR' : 'GLR'
    return {
      partners: aanbieders.map(({ code, sector, school }) => {
        const zijn = aanbod.map(({ inhoud }) => inhoud).filter((een) => past(een, { code, sector }, route, op))
        return { code, school, stand: zijn.length === 0 ? 'zonder-route' as const : noemt(zijn, { code: bericht.onderwijsaanbieder }) ? 'wederzijds' as const : 'noemt-niet' as const }
      }),
      onbekend: codes.filter((code) => !aanbieders.some((een) => een.code === code)),
    }
  })
}
