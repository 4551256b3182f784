/** Een telling vragen zonder te wachten: de bladzijde komt meteen, de uitkomst staat er zodra zij klaar is. */
import { type Database, uuidv7 } from '../../database/index.ts'
import { type Datum, type Moment, momentVan } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Normen } from '../../normen/index.ts'
import { isBekendeBrin } from '../../organisatie/index.ts'
import { type Actiecontext, type Actor, alsActor, mag } from '../../toegang/index.ts'
import { Beurten } from './beurten.ts'
import { leesLaatsteTellingen, rondTellingAf, type Tellingopdracht, voegTellingToe, wisOudeTellingen, wachtOpTellingen, zetVoortgang } from '../store/tellingopdracht.ts'
import { voerTellingUit } from './voer-telling-uit.ts'

const NIET_GEVONDEN = geweigerd({ soort: 'niet-gevonden' as const })
/** Langer zonder teken van leven: het proces dat telde is er niet meer. */
const STIL_MS = 60_000
const VOORTGANG_MS = 500
/** Een telling houdt een verbinding vast zolang zij leest; de bladzijden hebben er ook een nodig. Wie wacht, meldt zich op tijd. */
const BEURTEN = new Beurten(2)
const WACHT_MS = 20_000
const BEWAARDAGEN = 30

export type Tellingstaat = 'bezig' | 'klaar' | 'onderbroken'

export function staatVan({ klaarOp, uitkomst, gezienOp }: Tellingopdracht, nu: Moment): Tellingstaat {
  if (klaarOp !== null) return uitkomst === null ? 'onderbroken' : 'klaar'
  return Date.parse(nu) - Date.parse(gezienOp) > STIL_MS ? 'onderbroken' : 'bezig'
}

/**
 * Begint een telling en geeft haar meteen terug; `klaar` eindigt als zij er is. Loopt er al een voor dezelfde dag, dan is dat het antwoord:
 * twee keer drukken telt een keer. Onbekende school en geen recht zijn hetzelfde antwoord (Z-02).
 */
export async function vraagTellingAan(
  database: Database, ctx: Actiecontext, { brin, teldatum }: { readonly brin: string; readonly teldatum: Datum }, normen: Normen,
): Promise<Uitkomst<{ readonly klaar: Promise<void> }, { readonly soort: 'niet-gevonden' }>> {
  if (!mag(ctx.actor, 'deelnemer:lezen', { brin })) return NIET_GEVONDEN
  const tellingId = uuidv7()
  const begonnen = await alsActor(database, ctx.actor, async (trx) => {
    if (!(await isBekendeBrin(trx, brin))) return 'onbekend'
    await wachtOpTellingen(trx, brin)
    const [lopend] = await leesLaatsteTellingen(trx, brin, [teldatum])
    if (lopend !== undefined && staatVan(lopend, ctx.nu) === 'bezig') return 'loopt-al'
    await voegTellingToe(trx, { tellingId, brin, teldatum, op: ctx.nu, door: ctx.actor.id })
    return 'begonnen'
  })
  if (begonnen === 'onbekend') return NIET_GEVONDEN
  return gelukt({ klaar: begonnen === 'begonnen' ? tel(database, ctx, tellingId, { brin, teldatum }, normen) : Promise.resolve() })
}

/** De laatste telling van elke gevraagde dag; een dag zonder telling staat er niet bij. */
export async function toonTellingen(database: Database, actor: Actor, brin: string, teldata: readonly Datum[]): Promise<readonly Tellingopdracht[]> {
  return mag(actor, 'deelnemer:lezen', { brin }) ? alsActor(database, actor, (trx) => leesLaatsteTellingen(trx, brin, teldata)) : []
}

export function ruimTellingenOp(database: Database, nu: Date): Promise<number> {
  return wisOudeTellingen(database, momentVan(nu.getTime() - BEWAARDAGEN * 86_400_000))
}

async function tel(database: Database, ctx: Actiecontext, tellingId: string, vraag: { readonly brin: string; readonly teldatum: Datum }, normen: Normen): Promise<void> {
  const begin = performance.now()
  const hartslag = setInterval(() => void zetVoortgang(database, tellingId, 0, momentVan(Date.parse(ctx.nu) + Math.round(performance.now() - begin))).catch(() => undefined), WACHT_MS)
  hartslag.unref()
  await BEURTEN.opBeurt(() => {
    clearInterval(hartslag)
    return telNu(database, ctx, tellingId, vraag, normen, begin)
  })
}

async function telNu(database: Database, ctx: Actiecontext, tellingId: string, vraag: { readonly brin: string; readonly teldatum: Datum }, normen: Normen, begin: number): Promise<void> {
  const nu = (): Moment => momentVan(Date.parse(ctx.nu) + Math.round(performance.now() - begin))
  let gemeldOp = performance.now()
  let melding: Promise<void> = Promise.resolve()
  const opVoortgang = (deel: number): void => {
    if (performance.now() - gemeldOp < VOORTGANG_MS) return
    gemeldOp = performance.now()
    // Hoever het is mag ontbreken. Een belofte die niemand afwacht en mislukt, stopt het hele proces.
    melding = zetVoortgang(database, tellingId, Math.min(0.99, deel), nu()).catch(() => undefined)
  }
  try {
    const uitkomst = await voerTellingUit(database, ctx, { ...vraag, bekendOp: null }, normen, { opVoortgang })
    await melding
    await rondTellingAf(database, tellingId, uitkomst.ok ? uitkomst.waarde : null, nu())
  } catch (fout) {
    await melding
    await rondTellingAf(database, tellingId, null, nu())
    throw fout
  }
}
