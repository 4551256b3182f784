import { opZichtbareDeelnemer } from '../../bron/index.ts'
import { alsSysteem, type Transactie } from '../../database/index.ts'
import { type Datum, datumInNederland, plusDagen } from '../../kern/datum.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Weigering } from '../../kern/weigering.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actiecontext, ongeldig, type Uitvoerder } from '../../toegang/index.ts'
import type { Tijdlijn } from '../leerlingbeeld.ts'
import { beslis } from '../rules/beslis.ts'
import { beslisOverTijd } from '../rules/beslis-over-tijd.ts'
import { type Leerlingdossier, loadDossier } from '../store/dossier.ts'
import { leesOpenSignalen, type OpenSignaal } from '../store/signaal.ts'
import { legUit, type UitgelegdBesluit } from '../uitgelegd.ts'

type Ctx = Pick<Actiecontext, 'actor' | 'nu'>

export interface Besluitvraag {
  /** Weggelaten: vandaag. */
  readonly peildatum?: Datum
  /** Weggelaten: met alles wat nu bekend is. */
  readonly bekendOp?: Datum
}

/** Het besluit over één dag met de hele uitleg, uit het hele dossier van beide registers (K-CAS-01). */
export async function toonBesluit(
  uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string, vraag: Besluitvraag, normen: Normen,
): Promise<Uitkomst<UitgelegdBesluit, Weigering>> {
  const vandaag = datumInNederland(new Date(ctx.nu))
  const fouten = nietInToekomst('bekendOp', vraag.bekendOp, vandaag)
  if (fouten.length > 0) return ongeldig(fouten)
  const [peildatum, bekendOp] = [vraag.peildatum ?? vandaag, vraag.bekendOp ?? null]
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'toonBesluit', async (trx, { zietAlles }) => {
    const dossier = await dossierVoor(trx, zietAlles, deelnemerId, peildatum, bekendOp)
    return dossier && legUit(beslis(dossier, { peildatum, bekendOp }, normen))
  })
}

export interface Tijdlijnvraag {
  /** Weggelaten: de eerste inschrijving, hooguit tien jaar terug. */
  readonly van?: Datum
  /** Weggelaten: vandaag. */
  readonly totEnMet?: Datum
  readonly bekendOp?: Datum
}

/** De besluiten over een reeks dagen. */
export async function toonTijdlijn(
  uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string, vraag: Tijdlijnvraag, normen: Normen,
): Promise<Uitkomst<Tijdlijn, Weigering>> {
  const vandaag = datumInNederland(new Date(ctx.nu))
  const [totEnMet, bekendOp] = [vraag.totEnMet ?? vandaag, vraag.bekendOp ?? null]
  const eerst = plusDagen(totEnMet, -LANGSTE_REEKS_DAGEN)
  const fouten = [
    ...nietInToekomst('bekendOp', vraag.bekendOp, vandaag),
    ...eis(vraag.van === undefined || vraag.van <= totEnMet, 'totEnMet', 'De laatste dag ligt voor de eerste.', 'Geef een laatste dag op of na de eerste.'),
    ...eis(vraag.van === undefined || vraag.van >= eerst, 'van', 'Een tijdlijn loopt over hooguit tien jaar.', 'Vraag een kortere reeks.'),
  ]
  if (fouten.length > 0) return ongeldig(fouten)
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'toonTijdlijn', async (trx, { zietAlles }) => {
    const dossier = await dossierVoor(trx, zietAlles, deelnemerId, totEnMet, bekendOp)
    if (!dossier) return undefined
    const begin = eersteInschrijving(dossier, totEnMet)
    return beslisOverTijd(dossier, { van: vraag.van ?? (begin < eerst ? eerst : begin), totEnMet, bekendOp }, normen)
  })
}

/** Wat er voor de scholen van de actor openstaat over deze deelnemer. */
export function toonOpenSignalen(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string): Promise<Uitkomst<readonly OpenSignaal[], Weigering>> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'toonOpenSignalen', (trx) => leesOpenSignalen(trx, [deelnemerId]))
}

const LANGSTE_REEKS_DAGEN = 3653

/** Een half dossier geeft een half besluit; maar wie niet alle scholen mag zien, krijgt uit het besluit ook niet te horen wat daar staat (docs/adr/0028). */
function dossierVoor(trx: Transactie, zietAlles: boolean, deelnemerId: string, peildatum: Datum, kennisdag: Datum | null): Promise<Leerlingdossier | undefined> {
  const laad = (): Promise<Leerlingdossier | undefined> => loadDossier(trx, deelnemerId, { peildatum, kennisdag })
  return zietAlles ? alsSysteem(trx, laad) : laad()
}

function eersteInschrijving(dossier: Leerlingdossier, anders: Datum): Datum {
  const dagen = [...dossier.inschrijvingenVo, ...dossier.inschrijvingenMbo].map((inschrijving) => inschrijving.datumInschrijving)
  return dagen.reduce((eerste, dag) => (dag < eerste ? dag : eerste), anders)
}

function nietInToekomst(veld: string, dag: Datum | undefined, vandaag: Datum) {
  return eis(dag === undefined || dag <= vandaag, veld, 'Deze dag moet nog komen; dan weet niemand wat er dan bekend is.', 'Kies een dag tot en met vandaag, of laat het veld weg.', 'K-CAS-01')
}
