import { isDeelnemerId } from '../../bron/index.ts'
import { alsSysteem, type Database, inTransactie, noteerVerwerking } from '../../database/index.ts'
import type { Leerroutefase } from '../../kern/leerroute.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actor, contextVan, mag } from '../../toegang/index.ts'
import { alsFase } from '../rules/als-fase.ts'
import { telStudent } from '../rules/tel-student.ts'
import { laadReferentie, loadDossiers } from '../store/dossier.ts'
import { leesNamenVan } from '../store/fasewissel.ts'
import { kiesDeelnemersVan } from '../store/telling.ts'
import type { Tellingregel, Telstatus } from '../telling.ts'
import type { Tellingvraag } from './voer-telling-uit.ts'

/** Een student zoals hij nu telt, en zoals hij zou tellen. */
export interface Alsregel {
  readonly deelnemerId: string
  readonly naam: string | null
  readonly nu: Omit<Tellingregel, 'deelnemerId' | 'naam'>
  readonly dan: Omit<Tellingregel, 'deelnemerId' | 'naam'>
}

export interface Alstelling {
  readonly fase: Leerroutefase
  readonly regels: readonly Alsregel[]
  /** Hoeveel studenten er per status bij komen of af gaan. */
  readonly verschil: Readonly<Record<Telstatus, number>>
}

export const MEESTE_WAT_ALS = 250

/** Wat als deze studenten op de teldatum in deze fase waren: hetzelfde besluit over een veranderd dossier. Slaat niets op. */
export async function telAls(
  database: Database, actor: Actor, vraag: Tellingvraag, wat: { readonly deelnemerIds: readonly string[]; readonly fase: Leerroutefase }, normen: Normen,
): Promise<Uitkomst<Alstelling, { readonly soort: 'niet-gevonden' }>> {
  const { brin, teldatum, bekendOp } = vraag
  if (!mag(actor, 'deelnemer:lezen', { brin }) || wat.deelnemerIds.length > MEESTE_WAT_ALS || !wat.deelnemerIds.every(isDeelnemerId)) return geweigerd({ soort: 'niet-gevonden' })
  return inTransactie(database, contextVan(actor), async (trx) => {
    const deelnemers = await kiesDeelnemersVan(trx, brin, wat.deelnemerIds)
    const referentie = await alsSysteem(trx, () => laadReferentie(trx, { peildatum: teldatum, kennisdag: bekendOp }))
    const dossiers = await alsSysteem(trx, () => loadDossiers(trx, deelnemers, bekendOp, referentie))
    // Niet uit het dossier: dat zijn de gedeelde gegevens (Z-02).
    const namen = await leesNamenVan(trx, deelnemers)
    noteerVerwerking(trx, { handeling: 'telAls', deelnemerIds: deelnemers, brin })
    const regels = deelnemers.flatMap((deelnemerId) => {
      const dossier = dossiers.get(deelnemerId)
      const nu = dossier && telStudent(dossier, brin, { peildatum: teldatum, bekendOp }, normen)
      const dan = dossier && telStudent(alsFase(dossier, wat.fase, teldatum), brin, { peildatum: teldatum, bekendOp }, normen)
      return nu === undefined || dan === undefined ? [] : [{ deelnemerId, naam: namen.get(deelnemerId) ?? null, nu, dan }]
    })
    return gelukt({ fase: wat.fase, regels, verschil: verschilVan(regels) })
  }, { momentopname: true })
}

function verschilVan(regels: readonly Alsregel[]): Record<Telstatus, number> {
  const verschil: Record<Telstatus, number> = { telt: 0, elders: 0, niemand: 0, wacht: 0 }
  for (const { nu, dan } of regels) {
    verschil[nu.status] -= 1
    verschil[dan.status] += 1
  }
  return verschil
}
