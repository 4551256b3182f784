import { type Fasevoorstel, stelFaseVoor as stelVoor, type Voorgenomen } from '../../leerroute/index.ts'
import { isDeelnemerId, magDeelnemerZien } from '../../bron/index.ts'
import { noteerVerwerking } from '../../database/index.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actiecontext, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { bekendDossier } from '../rules/kennis.ts'
import { loadDossier } from '../store/dossier.ts'

/**
 * K-FASE-01: de fase die bij een nieuwe inschrijving hoort, met wat de vrager van de student al ziet. Zonder student, of bij een die hij
 * niet ziet, telt alleen de inschrijving zelf (P-05).
 */
export function stelFaseVoor(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor'>, deelnemerId: string | null, voorgenomen: Voorgenomen, normen: Normen): Promise<Fasevoorstel | undefined> {
  if (deelnemerId === null || !isDeelnemerId(deelnemerId)) return Promise.resolve(stelVoor(LEEG, voorgenomen, normen))
  return metRechten(uitvoerder, ctx.actor, async (trx) => {
    if (!(await magDeelnemerZien(trx, ctx.actor, deelnemerId))) return stelVoor(LEEG, voorgenomen, normen)
    noteerVerwerking(trx, { handeling: 'leesInschrijvingen', deelnemerIds: [deelnemerId] })
    const dossier = await loadDossier(trx, deelnemerId, { peildatum: voorgenomen.begin, kennisdag: null })
    return stelVoor(dossier === undefined ? LEEG : bekendDossier(dossier, null), voorgenomen, normen)
  })
}

const LEEG = { inschrijvingenVo: [], inschrijvingenMbo: [] }
