import { isDeelnemerId, leesRelaties, magRelatieZien } from '../../bron/index.ts'
import { alsSysteem, noteerVerwerking, type Transactie } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Normen } from '../../normen/index.ts'
import { herinnerAanMeetmoment } from '../../rio/index.ts'
import { type Actor, zietAlles } from '../../toegang/index.ts'
import type { Besluit } from '../besluit.ts'
import type { Leerlingbeeld } from '../leerlingbeeld.ts'
import { beslis } from '../rules/beslis.ts'
import { beslisOverTijd } from '../rules/beslis-over-tijd.ts'
import { loadDossier, type Leerlingdossier } from '../store/dossier.ts'

export interface Toonvraag {
  readonly peildatum: Datum
  /** Null = met alles wat nu bekend is. */
  readonly bekendOp: Datum | null
}

/**
 * Alles over één leerling voor een dag. Het besluit komt uit het hele dossier (beide registers), want een half dossier geeft
 * een half besluit; alleen wie niet alle scholen mag zien krijgt het besluit uit wat hij ziet (docs/adr/0028); het dossier dat meegaat bevat alleen wat deze actor mag zien. Een onbekende leerling en een leerling van
 * een andere school geven hetzelfde antwoord (Z-02).
 */
export async function toonLeerling(
  trx: Transactie, actor: Actor, deelnemerId: string, vraag: Toonvraag, vandaag: Datum, normen: Normen,
): Promise<Uitkomst<Leerlingbeeld, { readonly soort: 'niet-gevonden' }>> {
  const relaties = isDeelnemerId(deelnemerId) ? (await leesRelaties(trx, deelnemerId)).filter((relatie) => magRelatieZien(actor, relatie)) : []
  const mijn = relaties.length > 0 || (zietAlles(actor) && isDeelnemerId(deelnemerId))
  const heelDossier = zietAlles(actor) || relaties.some((relatie) => relatie.zietAlles)
  noteerVerwerking(trx, { handeling: 'toonLeerling', deelnemerIds: mijn ? [deelnemerId] : [] })
  if (!mijn) return geweigerd({ soort: 'niet-gevonden' })
  const laden = { peildatum: vraag.peildatum, kennisdag: vraag.bekendOp }
  const zichtbaar = await loadDossier(trx, deelnemerId, laden)
  const volledig = heelDossier ? await alsSysteem(trx, () => loadDossier(trx, deelnemerId, laden)) : zichtbaar
  if (!zichtbaar || !volledig) return geweigerd({ soort: 'niet-gevonden' })
  const { deelnemerId: _id, naam, geslacht, bpv, ...dossier } = zichtbaar
  const besluit = beslis(volledig, vraag, normen)
  return gelukt({
    deelnemerId, naam, geslacht, vandaag, dossier, bpv, besluit,
    rioMeetmoment: herinnerAanMeetmoment(vandaag, normen),
    destijds: await besluitVanToen(trx, deelnemerId, heelDossier, vraag, vandaag, besluit, normen),
    tijdlijn: beslisOverTijd(volledig, { van: eersteDag(volledig, vandaag), totEnMet: vandaag, bekendOp: vraag.bekendOp }, normen),
  })
}

/** Wat het besluit voor deze dag was met de kennis van die dag zelf, als de uitkomst anders was. */
async function besluitVanToen(
  trx: Transactie, deelnemerId: string, heelDossier: boolean, vraag: Toonvraag, vandaag: Datum, besluit: Besluit, normen: Normen,
): Promise<Besluit | null> {
  if (vraag.peildatum >= vandaag || vraag.bekendOp === vraag.peildatum) return null
  const laad = (): Promise<Leerlingdossier | undefined> => loadDossier(trx, deelnemerId, { peildatum: vraag.peildatum, kennisdag: vraag.peildatum })
  const toen = await (heelDossier ? alsSysteem(trx, laad) : laad())
  if (!toen) return null
  const destijds = beslis(toen, { peildatum: vraag.peildatum, bekendOp: vraag.peildatum }, normen)
  return uitkomstVan(destijds) === uitkomstVan(besluit) ? null : destijds
}

function uitkomstVan(besluit: Besluit): string {
  const { fase, verzuim, bekostiging, vsv, registraties } = besluit
  return JSON.stringify([fase, verzuim, bekostiging, vsv, registraties])
}

function eersteDag(dossier: Leerlingdossier, vandaag: Datum): Datum {
  const dagen = [...dossier.inschrijvingenVo, ...dossier.inschrijvingenMbo].map((inschrijving) => inschrijving.datumInschrijving)
  return dagen.reduce((eerste, dag) => (dag < eerste ? dag : eerste), vandaag)
}
