import { alsActor, type Actiecontext, magErgens, ongeldig } from '../../toegang/index.ts'
import type { Database } from '../../database/index.ts'
import { isDeelnemerId as isUuid } from '../../bron/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Bestandsinhoud, herkenLevering } from '../ontvangst/herken.ts'
import { splitsKop } from '../ontvangst/kop.ts'
import { type Controledoel, MEESTE_CONTROLES } from './controle.ts'
import { bewaarStuk, findControle, maakControle, telControles, wachtOpAccount, wisControle, zetOntvangen } from './store.ts'

export interface Aanbod {
  /** Kiest de bladzijde: twee keer versturen geeft een controle (S-17). */
  readonly controleId: string
  readonly doel: Controledoel
  readonly bestandsnaam: string | null
}

const RECHT = { controleren: 'inschrijving:schrijven', vergelijken: 'bestand:ophalen' } as const

/**
 * Neemt een bestand aan om te controleren of te vergelijken. Het gaat als stroom in versleutelde stukken de database in, elk in een
 * eigen transactie: een trage verzender houdt niets vast. Breekt de stroom af, dan blijft er niets van over.
 */
export async function biedBestandAan(database: Database, ctx: Actiecontext, { controleId, doel, bestandsnaam }: Aanbod, stroom: AsyncIterable<Uint8Array>): Promise<Uitkomst<string, Weigering>> {
  if (!isUuid(controleId) || !magErgens(ctx.actor, RECHT[doel])) return geweigerd({ soort: 'niet-gevonden' })
  const begonnen = await alsActor(database, ctx.actor, async (trx) => {
    await wachtOpAccount(trx, ctx.actor.id)
    if (await findControle(trx, ctx.actor.id, controleId, ctx.nu)) return 'was-er-al'
    if ((await telControles(trx, ctx.actor.id, ctx.nu)) >= MEESTE_CONTROLES) return 'te-veel'
    return (await maakControle(trx, { controleId, actor: ctx.actor, doel, bestandsnaam, op: ctx.nu })) ? 'nieuw' : 'was-er-al'
  })
  if (begonnen === 'te-veel') return ongeldig([{ veld: 'bestand', regel: `U hebt al ${MEESTE_CONTROLES} bestanden klaarstaan.`, watTeDoen: 'Wis eerst een bestand dat u niet meer nodig hebt.' }])
  if (begonnen === 'was-er-al') return gelukt(controleId)
  try {
    const bewaard = await bewaar(database, ctx, controleId, doel, stroom)
    if (!bewaard.ok) await alsActor(database, ctx.actor, (trx) => wisControle(trx, ctx.actor.id, controleId))
    return bewaard
  } catch (fout) {
    await alsActor(database, ctx.actor, (trx) => wisControle(trx, ctx.actor.id, controleId))
    throw fout
  }
}

async function bewaar(database: Database, ctx: Actiecontext, controleId: string, doel: Controledoel, stroom: AsyncIterable<Uint8Array>): Promise<Uitkomst<string, Weigering>> {
  const { kop, alles } = await splitsKop(stroom)
  if (kop.length === 0) return ongeldig([{ veld: 'bestand', regel: 'U koos geen bestand, of het bestand is leeg.', watTeDoen: 'Kies een RO, GRONDSLAG, OBO, TBG-i of NDJSON-bestand.' }])
  const herkend = herkenLevering(kop)
  if (!herkend.ok) return ongeldig([herkend.reden])
  if (doel === 'vergelijken' && herkend.waarde === 'NDJSON') return ongeldig([ALLEEN_DUO])
  const bytes = await schrijfStukken(database, ctx, controleId, alles)
  await alsActor(database, ctx.actor, (trx) => zetOntvangen(trx, controleId, bytes, herkend.waarde satisfies Bestandsinhoud))
  return gelukt(controleId)
}

const ALLEEN_DUO = {
  veld: 'bestand', regel: 'Vergelijken kan met een RO, GRONDSLAG, OBO of TBG-i.', watTeDoen: 'Gebruikt u NDJSON? Controleer dan het bestand: u ziet wat er zou veranderen.',
}

const BYTES_PER_STUK = 1024 * 1024

async function schrijfStukken(database: Database, ctx: Actiecontext, controleId: string, stroom: AsyncIterable<Buffer>): Promise<number> {
  let [bytes, lengte, nummer] = [0, 0, 0]
  let wachtend: Buffer[] = []
  const schrijf = async (): Promise<void> => {
    if (lengte === 0) return
    const stuk = Buffer.concat(wachtend)
    const plaats = nummer++
    wachtend = []
    lengte = 0
    await alsActor(database, ctx.actor, (trx) => bewaarStuk(trx, ctx.kluis, controleId, plaats, stuk))
  }
  for await (const stuk of stroom) {
    bytes += stuk.length
    lengte += stuk.length
    wachtend.push(stuk)
    if (lengte >= BYTES_PER_STUK) await schrijf()
  }
  await schrijf()
  return bytes
}
