import { type Transactie, uuidv7 } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, ongeldig, type Uitvoerder, voerUit } from '../../toegang/index.ts'
import type { Leveringssoort } from '../levering.ts'
import { herkenLevering, isLeverbaar, nietLeverbaar } from '../ontvangst/herken.ts'
import { Regeldeler } from '../ontvangst/regeldeler.ts'
import { splitsKop } from '../ontvangst/kop.ts'
import { bewaarDeel } from '../store/deel.ts'
import { maakLevering, zetOmvang } from '../store/levering.ts'

export interface Aanneemopties {
  /** Naam van het bestand, zonder map; alleen om terug te vinden. */
  readonly naam?: string | null
}

export interface Aangenomen {
  readonly aanleveringId: string
  readonly soort: Leveringssoort
  readonly bytes: number
  /** Null bij een bestand van DUO: dat wordt eerst gelezen. */
  readonly records: number | null
}

/**
 * Neemt een bestand in ontvangst: het gaat als stroom, versleuteld, de database in en wordt daarna op de achtergrond verwerkt
 * (`verwerkAanleveringen`). `ctx.nu` is het moment van alle records. Breekt de stroom af, dan is er niets bewaard.
 */
export async function neemAanleveringAan(
  uitvoerder: Uitvoerder, ctx: Actiecontext, stroom: AsyncIterable<Uint8Array>, opties: Aanneemopties = {},
): Promise<Uitkomst<Aangenomen, Weigering>> {
  if (!magLeveren(ctx)) return geweigerd({ soort: 'niet-gevonden' })
  const { kop, alles } = await splitsKop(stroom)
  const herkend = herkenLevering(kop)
  if (!herkend.ok) return ongeldig([herkend.reden])
  if (!isLeverbaar(herkend.waarde)) return ongeldig([nietLeverbaar(herkend.waarde)])
  const soort = herkend.waarde
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const aanleveringId = uuidv7()
    await maakLevering(trx, { aanleveringId, afzender: ctx.actor, soort, bestandsnaam: opties.naam ?? null, ontvangenOp: ctx.nu })
    const omvang = soort === 'NDJSON' ? await bewaarRegels(trx, ctx, aanleveringId, alles) : await bewaarBytes(trx, ctx, aanleveringId, alles)
    if (omvang.records === 0) return ongeldig([{ veld: 'bestand', regel: 'Er staan geen records in het bestand.', watTeDoen: 'Schrijf op elke regel één record.' }])
    await zetOmvang(trx, aanleveringId, omvang)
    return gelukt({ aanleveringId, soort, ...omvang })
  })
}

/** Een school met een rol, of het systeem; DUO levert niet namens een school. */
function magLeveren({ actor }: Actiecontext): boolean {
  return actor.soort === 'systeem' || (actor.soort === 'school' && actor.rollen.length > 0)
}

async function bewaarRegels(trx: Transactie, { kluis }: Actiecontext, aanleveringId: string, stroom: AsyncIterable<Buffer>) {
  const deler = new Regeldeler()
  let bytes = 0
  let records = 0
  const bewaar = async (delen: ReturnType<Regeldeler['neem']>): Promise<void> => {
    for (const deel of delen) {
      records += deel.records
      await bewaarDeel(trx, kluis, { aanleveringId, vorm: 'regels', ...deel })
    }
  }
  for await (const stuk of stroom) {
    bytes += stuk.length
    await bewaar(deler.neem(stuk))
  }
  await bewaar(deler.sluit())
  return { bytes, records }
}

const BYTES_PER_STUK = 1024 * 1024
/** Stukken krijgen een negatief volgnummer, zodat zij voor de gelezen delen komen. */
const EERSTE_STUK = -1_000_000

async function bewaarBytes(trx: Transactie, { kluis }: Actiecontext, aanleveringId: string, stroom: AsyncIterable<Buffer>) {
  let bytes = 0
  let wachtend: Buffer[] = []
  let lengte = 0
  let nummer = EERSTE_STUK
  const bewaar = async (): Promise<void> => {
    if (lengte === 0) return
    await bewaarDeel(trx, kluis, { aanleveringId, vorm: 'bytes', vanafRegel: nummer, totEnMetRegel: nummer, records: 0, inhoud: Buffer.concat(wachtend) })
    nummer += 1
    wachtend = []
    lengte = 0
  }
  for await (const stuk of stroom) {
    bytes += stuk.length
    wachtend.push(stuk)
    lengte += stuk.length
    if (lengte >= BYTES_PER_STUK) await bewaar()
  }
  await bewaar()
  return { bytes, records: null }
}
