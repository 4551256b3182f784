import { laadOverzicht, leesStudenten, type NietGeschreven, type Overzichtstudent } from '../../bron/index.ts'
import { inTransactie, schrijfAudit, type Database, type Transactie } from '../../database/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Normen } from '../../normen/index.ts'
import { brinsVan, mag, type Actiecontext } from '../../toegang/index.ts'
import { schrijfRegelbestand } from './exporteer-regels.ts'
import { schrijfTbgi } from './exporteer-tbgi.ts'
import { opmerkingenBij } from './exportopmerkingen.ts'
import { maakExportplan, type Exportplan, type Exportvraag } from './exportvraag.ts'

/** Waar het bestand heen gaat. `schrijf` wacht tot het stuk weg is, zodat het geheugen niet groeit. */
export interface Exportuitgang {
  readonly schrijf: (stuk: string) => Promise<void>
  /** Deel van het werk dat klaar is, van 0 tot 1. */
  readonly opVoortgang?: (deel: number) => void
  /** Waarvoor het bestand gemaakt wordt, voor de audit. Standaard `exporteerBestand`. */
  readonly handeling?: string
}

export interface Exportverslag {
  readonly naam: string
  readonly soort: Exportvraag['soort']
  readonly brin: string
  /** Regels in het bestand; bij TBG-i records. */
  readonly regels: number
  readonly studenten: number
  readonly tellingen: Readonly<Record<string, number>>
  /** Studenten die er niet in konden, per reden. */
  readonly nietGeschreven: Readonly<Partial<Record<NietGeschreven, number>>>
  /** Verplichte velden die leeg bleven omdat het register ze niet heeft, met hoe vaak. */
  readonly leeg: Readonly<Record<string, number>>
  /** Waarom een bekostigingsstatus open bleef, met hoe vaak. */
  readonly onbekend: Readonly<Record<string, number>>
  /** Wat de lezer van dit bestand moet weten: wat leeg is en waarom, en welke keuze een twijfel volgt. */
  readonly opmerkingen: readonly string[]
}

/** Wat het schrijven van een soort bestand teruggeeft. */
export type Geschreven = Pick<Exportverslag, 'regels' | 'studenten' | 'tellingen' | 'nietGeschreven' | 'leeg' | 'onbekend'>

/** Wat elk bestand nodig heeft om studenten te laden. */
export interface Exportwerk {
  readonly trx: Transactie
  readonly plan: Exportplan
  readonly studenten: readonly Overzichtstudent[]
  readonly normen: Normen
  readonly nu: Date
  readonly uit: Exportuitgang
}

/**
 * Schrijft een bestand zoals DUO het schrijft uit de open standen van één school, op één moment van het register, met vast geheugen.
 * Er staan persoonsnummers in: alleen voor wie bij deze school inschrijvingen mag zien of leveren, en met een auditregel per bestand.
 */
export async function exporteerBestand(database: Database, ctx: Actiecontext, vraag: Exportvraag, uit: Exportuitgang, normen: Normen): Promise<Uitkomst<Exportverslag, Weigering>> {
  if (!mag(ctx.actor, 'bestand:ophalen', { brin: vraag.brin, sector: 'MBO' })) return geweigerd({ soort: 'niet-gevonden' })
  const nu = new Date(ctx.nu)
  const plan = maakExportplan(vraag, datumInNederland(nu), normen)
  if (!plan.ok) return plan
  const wie = { organisaties: brinsVan(ctx.actor), rol: ctx.actor.soort, actor: ctx.actor.id }
  return inTransactie(database, wie, async (trx) => {
    const studenten = await leesStudenten(trx, ctx.kluis, vraag.brin, plan.waarde.venster)
    const werk = { trx, plan: plan.waarde, studenten, normen, nu, uit }
    const geschreven = plan.waarde.soort === 'TBGI' ? await schrijfTbgi(werk) : await schrijfRegelbestand(werk)
    const { naam, soort, brin } = plan.waarde
    await schrijfAudit(trx, {
      op: ctx.nu, actor: ctx.actor.id, handeling: uit.handeling ?? 'exporteerBestand', brin, deelnemerId: null, object: ['bestand', naam],
      gegevens: { soort, regels: geschreven.regels, studenten: geschreven.studenten },
    })
    return gelukt({ naam, soort, brin, ...geschreven, opmerkingen: opmerkingenBij(soort, geschreven) })
  }, { momentopname: true })
}

/** Zoveel studenten per keer: genoeg om de databank bezig te houden, weinig genoeg voor vast geheugen. */
const PER_GROEP = 500

/** Laadt groep voor groep, de volgende al terwijl de vorige wordt geschreven. `laad` doet alle vragen van een groep na elkaar. */
export async function* inGroepen<T>({ studenten, uit }: Exportwerk, laad: (groep: readonly Overzichtstudent[]) => Promise<T>, deel: readonly [van: number, tot: number] = [0, 1]): AsyncGenerator<T> {
  const groep = (van: number): Promise<T> | undefined => (van < studenten.length ? laad(studenten.slice(van, van + PER_GROEP)) : undefined)
  let volgende = groep(0)
  for (let van = 0; volgende !== undefined; van += PER_GROEP) {
    const geladen: T = await volgende
    volgende = groep(van + PER_GROEP)
    // Stopt de lezer eerder, dan vraagt niemand nog naar de fout van deze groep.
    volgende?.catch(() => undefined)
    yield geladen
    uit.opVoortgang?.(deel[0] + (deel[1] - deel[0]) * Math.min((van + PER_GROEP) / studenten.length, 1))
  }
}

export async function laadGroep({ trx, plan }: Exportwerk, groep: readonly Overzichtstudent[]) {
  return laadOverzicht(trx, plan.brin, groep)
}

/** Telt hoe vaak iets voorkomt. */
export class Teller {
  readonly #aantallen = new Map<string, number>()

  tel(sleutel: string): void {
    this.#aantallen.set(sleutel, (this.#aantallen.get(sleutel) ?? 0) + 1)
  }

  get aantallen(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#aantallen)
  }
}
