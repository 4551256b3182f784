import type { Datum } from '../../kern/datum.ts'
import { SIGNAALNIVEAU, type Signaalcode, type Signaalniveau } from '../../kern/signaalcode.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actor, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { type Termijn, termijnVan, volgendeTeldatum, volgendMeetmoment } from '../rules/termijn.ts'
import { eerstWatEerstMoet } from '../rules/urgentie.ts'
import { type Fasetelling, type Partnertelling, telFasen, telPartners } from '../store/schoolbeeld.ts'
import { telSignaalrijen } from '../store/signaallijst.ts'
import { kijkbereik } from './toon-leerlingen.ts'

/** Werk dat klaarligt: de signalen van een code die nog niemand zag of uitlegde. */
export interface Werkgroep {
  readonly code: Signaalcode
  readonly niveau: Signaalniveau
  readonly aantal: number
  readonly termijn: Termijn | null
}

export interface Overzicht {
  /** Wat eerst moet, eerst. */
  readonly werk: readonly Werkgroep[]
  /** Alle signalen die niet gesloten zijn. */
  readonly open: number
  /** Null voor wie alle scholen ziet. */
  readonly fasen: readonly Fasetelling[] | null
  readonly partners: readonly Partnertelling[]
  readonly teldatum: Datum | null
  readonly meetmoment: Datum | null
}

/** Wat een school nu nodig heeft, met de aantallen van haar studenten. Alleen aantallen: er komt niemand in beeld. Zonder school is alles nul. */
export async function toonOverzicht(uitvoerder: Uitvoerder, actor: Actor, vandaag: Datum, normen: Normen): Promise<Overzicht> {
  const bereik = kijkbereik(actor)
  return metRechten(uitvoerder, actor, async (trx) => {
    const tellingen = await telSignaalrijen(trx, bereik)
    const perCode = Map.groupBy(tellingen, ({ code }) => code)
    const werk = [...perCode].map(([code, groep]) => ({ code, niveau: SIGNAALNIVEAU[code], aantal: groep.reduce((som, { open }) => som + open, 0), termijn: termijnVan(code, vandaag, normen) }))
    return {
      werk: werk.filter(({ aantal }) => aantal > 0).toSorted(eerstWatEerstMoet),
      open: tellingen.reduce((som, { open, gezien, verklaard }) => som + open + gezien + verklaard, 0),
      fasen: bereik === null ? null : await telFasen(trx, bereik),
      partners: bereik === null ? [] : await telPartners(trx, bereik),
      teldatum: volgendeTeldatum(vandaag, normen), meetmoment: volgendMeetmoment(vandaag, normen),
    }
  })
}
