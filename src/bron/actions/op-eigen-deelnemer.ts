import { type Standuitkomst, type Transactie, uuidv7 } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, rondAf, type Uitvoerder, voerUit, type Wijziging } from '../../toegang/index.ts'
import type { Deelnemersleutel, Geleverd } from '../bericht.ts'
import { findDeelnemer, scholenVan } from '../store/deelnemer.ts'
import { herzieZicht } from '../store/zicht.ts'

/** Wat elk bericht over een bestaande deelnemer gemeen heeft: over wie, en namens welke school. */
export interface OverDeelnemer {
  readonly deelnemer: Deelnemersleutel
  readonly brin: string
}

/**
 * Voert een stap uit voor een deelnemer van deze school en schrijft audit en outbox als er iets veranderde.
 * De aanroeper heeft mag() al gevraagd. Onbekend en niet van deze school geven hetzelfde antwoord (Z-02, P-05).
 */
export async function opEigenDeelnemer(
  uitvoerder: Uitvoerder, ctx: Actiecontext, over: OverDeelnemer, wijziging: Pick<Wijziging, 'handeling' | 'object'>,
  werk: (trx: Transactie, wie: { readonly deelnemerId: string; readonly nu: Actiecontext['nu'] }) => Promise<Standuitkomst | { readonly soort: 'niet-gevonden' }>,
): Promise<Uitkomst<Geleverd, Weigering>> {
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const deelnemerId = await vindEigenDeelnemer(trx, ctx, over)
    if (deelnemerId === undefined) return geweigerd({ soort: 'niet-gevonden' })
    const uitkomst = await werk(trx, { deelnemerId, nu: ctx.nu })
    const afgerond = await rondAf(trx, ctx, uitkomst, { ...wijziging, brin: over.brin, deelnemerId, gevolg: 'deelnemer-gewijzigd' })
    return afgerond.ok ? gelukt({ deelnemerId, ...afgerond.waarde }) : afgerond
  })
}

async function vindEigenDeelnemer(trx: Transactie, ctx: Actiecontext, over: OverDeelnemer): Promise<string | undefined> {
  const { deelnemer, brin } = over
  const deelnemerId = 'deelnemerId' in deelnemer ? deelnemer.deelnemerId : await findDeelnemer(trx, ctx.kluis, deelnemer.persoonsnummer)
  const bekend = deelnemerId !== undefined && isDeelnemerId(deelnemerId)
  if (bekend && (await scholenVan(trx, deelnemerId)).includes(brin)) return deelnemerId
  // Nieuw aanbod of een overeenkomst geeft zicht dat de luisteraar misschien nog niet uitrekende. Voor een onbekende gebeurt hetzelfde
  // werk: dan zegt ook de duur niet of het register iemand kent (P-05).
  await herzieZicht(trx, [bekend ? deelnemerId : uuidv7()], ctx.nu)
  return bekend && (await scholenVan(trx, deelnemerId)).includes(brin) ? deelnemerId : undefined
}

/** Iets anders dan een sleutel is gewoon onbekend, geen databasefout. */
export function isDeelnemerId(tekst: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(tekst)
}
