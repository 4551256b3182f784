import { type Leerlingbeeld, toonLeerling, volgendeTeldatum } from '../../beslissing/index.ts'
import type { Geleverd } from '../../bron/index.ts'
import type { Database, Transactie } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Normen } from '../../normen/index.ts'
import type { Actiecontext } from '../../toegang/index.ts'
import { draaiProef } from '../verwerking/proef.ts'

/** Wat er zou gelden als de wijziging er stond. */
export interface Wijzigingsgevolg {
  /** Op de eerste dag van de wijziging. */
  readonly begin: Leerlingbeeld
  /** Op de eerste teldatum daarna (K-BEK-03); null als er geen is. */
  readonly teldatum: Leerlingbeeld | null
}

/** Wat er met de wijziging gebeurt, in de transactie die wordt teruggedraaid. */
type Wijziging = (trx: Transactie, ctx: Actiecontext) => Promise<Uitkomst<Geleverd, Weigering>>

/**
 * Het besluit na een wijziging die nog niet is vastgelegd: dezelfde actie en dezelfde regels, teruggedraaid als een toets. `persoonsnummer`
 * null: over een student die de vrager al ziet. Een student die hij niet ziet, telt als onbekend (P-05).
 */
export async function toetsWijziging(
  deur: { readonly database: Database; readonly normen: Normen }, ctx: Actiecontext,
  { persoonsnummer, begin, vandaag }: { readonly persoonsnummer: string | null; readonly begin: Datum; readonly vandaag: Datum }, wijzig: Wijziging,
): Promise<Uitkomst<Wijzigingsgevolg, Weigering>> {
  let uit: Uitkomst<Wijzigingsgevolg, Weigering> = geweigerd({ soort: 'niet-gevonden' })
  await draaiProef(deur, ctx, persoonsnummer ?? '', async (werk) => {
    const gewijzigd = await wijzig(werk.trx, werk.ctx)
    uit = gewijzigd.ok ? await bekijk(werk.trx, ctx, gewijzigd.waarde.deelnemerId, { begin, vandaag }, deur.normen) : gewijzigd
    return [{ regelnummer: 1, soort: 'wijziging', uitkomst: gewijzigd.ok ? gewijzigd.waarde.uitkomst : 'afgekeurd', deelnemerId: null, fouten: [] }]
  })
  return uit
}

async function bekijk(trx: Transactie, { actor }: Actiecontext, deelnemerId: string, { begin, vandaag }: { readonly begin: Datum; readonly vandaag: Datum }, normen: Normen): Promise<Uitkomst<Wijzigingsgevolg, Weigering>> {
  const op = (peildatum: Datum) => toonLeerling(trx, actor, deelnemerId, { peildatum, bekendOp: null }, vandaag, normen)
  const eerste = await op(begin)
  if (!eerste.ok) return eerste
  const teldatum = volgendeTeldatum(begin > vandaag ? begin : vandaag, normen)
  const later = teldatum === null ? null : await op(teldatum)
  return gelukt({ begin: eerste.waarde, teldatum: later?.ok === true ? later.waarde : null })
}
