import { laadOverzicht, type NietGeschreven, type Overzichtpersoon, type Overzichtstudent } from '../../bron/index.ts'
import { bevestigVerwerkingen, noteerVerwerking, type Transactie } from '../../database/index.ts'
import type { Normen } from '../../normen/index.ts'
import type { Exportplan, Exportvraag } from './exportvraag.ts'

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
  /** Wie al in het logboek van verwerkingen staat. */
  readonly genoteerd: Set<string>
}

/** Zoveel studenten per keer: genoeg om de databank bezig te houden, weinig genoeg voor vast geheugen. */
const PER_GROEP = 500

/** Laadt groep voor groep, de volgende al terwijl de vorige wordt geschreven. `laad` doet alle vragen van een groep na elkaar. */
export async function* inGroepen<T>(werk: Exportwerk, laad: (groep: readonly Overzichtstudent[]) => Promise<T>, deel: readonly [van: number, tot: number] = [0, 1]): AsyncGenerator<T> {
  const { studenten, uit } = werk
  const groep = (van: number): Promise<T> | undefined => (van < studenten.length ? laad(studenten.slice(van, van + PER_GROEP)) : undefined)
  let volgende = groep(0)
  try {
    for (let van = 0; volgende !== undefined; van += PER_GROEP) {
      const geladen: T = await volgende
      volgende = groep(van + PER_GROEP)
      // Mislukt het schrijven eerst, dan vraagt niemand nog naar de fout van deze groep.
      volgende?.catch(() => undefined)
      await noteerGroep(werk, studenten.slice(van, van + PER_GROEP))
      yield geladen
      uit.opVoortgang?.(deel[0] + (deel[1] - deel[0]) * Math.min((van + PER_GROEP) / studenten.length, 1))
    }
  } finally {
    // De transactie mag pas eindigen als er niets meer op haar verbinding loopt; anders leest deze groep verder op die van een ander.
    await volgende?.catch(() => undefined)
  }
}

/** Eerst bevestigd in het logboek, dan pas in het bestand (S-33). */
async function noteerGroep({ trx, uit, genoteerd }: Exportwerk, groep: readonly Overzichtstudent[]): Promise<void> {
  const nieuw = groep.map(({ deelnemerId }) => deelnemerId).filter((id) => !genoteerd.has(id))
  if (nieuw.length === 0) return
  for (const id of nieuw) genoteerd.add(id)
  noteerVerwerking(trx, { handeling: uit.handeling ?? 'exporteerBestand', deelnemerIds: nieuw, zonderAudit: true })
  await bevestigVerwerkingen(trx)
}

export async function laadGroep({ trx, plan }: Exportwerk, groep: readonly Overzichtstudent[]): Promise<readonly Overzichtpersoon[]> {
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
