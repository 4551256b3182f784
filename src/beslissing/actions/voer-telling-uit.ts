import { bepaalBekostigingsjaar } from '../../bekostiging/index.ts'
import { isDeelnemerId } from '../../bron/index.ts'
import { alsSysteem, bevestigVerwerkingen, type Database, inTransactie, noteerVerwerking, schrijfAudit, type Transactie } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Normen } from '../../normen/index.ts'
import { isBekendeBrin } from '../../organisatie/index.ts'
import { type Actiecontext, type Actor, contextVan, mag } from '../../toegang/index.ts'
import { telStudent } from '../rules/tel-student.ts'
import { laadReferentie, loadDossiers, type Referentie } from '../store/dossier.ts'
import { leesNamenVan } from '../store/fasewissel.ts'
import { leesDeelnemersVan, telDeelnemersVan } from '../store/telling.ts'
import type { Telling, Tellingreden, Tellingregel, Telstatus } from '../telling.ts'

export interface Tellingvraag {
  readonly brin: string
  readonly teldatum: Datum
  /** Null = met alles wat nu bekend is. */
  readonly bekendOp: Datum | null
}

export interface Tellingopties {
  /** De studenten in groepen, op sleutel, zodra zij beslist zijn. Met een belofte wacht de telling. */
  readonly opRegels?: (regels: readonly Tellingregel[]) => void | Promise<void>
  readonly opVoortgang?: (deel: number) => void
}

/** Genoeg om de vragen aan de database over veel studenten te verdelen, weinig genoeg voor vast geheugen. */
const PER_GROEP = 500

/**
 * Wie op een teldatum geld krijgt voor de studenten van één school, en waarom: een vooruitblik, geen vaststelling van DUO. Leest één
 * momentopname en beslist groep voor groep, dus met vast geheugen. Het besluit gaat over beide registers (als systeem); een school
 * ziet alleen de uitkomst voor haar eigen studenten. Onbekende school en geen recht zijn hetzelfde antwoord (Z-02).
 */
export async function voerTellingUit(
  database: Database, { actor, nu }: Pick<Actiecontext, 'actor' | 'nu'>, vraag: Tellingvraag, normen: Normen, opties: Tellingopties = {},
): Promise<Uitkomst<Telling, { readonly soort: 'niet-gevonden' }>> {
  if (!mag(actor, 'deelnemer:lezen', { brin: vraag.brin })) return geweigerd({ soort: 'niet-gevonden' })
  return inTransactie(database, contextVan(actor), async (trx) => {
    if (!(await isBekendeBrin(trx, vraag.brin))) return geweigerd({ soort: 'niet-gevonden' as const })
    const totaal = await telDeelnemersVan(trx, vraag.brin)
    const referentie = await alsSysteem(trx, () => laadReferentie(trx, { peildatum: vraag.teldatum, kennisdag: vraag.bekendOp }))
    const teller = new Teller()
    let gezien = 0
    for (let na: string | null = null, klaar = false; !klaar;) {
      const deelnemers: readonly string[] = await leesDeelnemersVan(trx, vraag.brin, na, PER_GROEP)
      const regels = await beslisGroep(trx, deelnemers, vraag, referentie, normen)
      // Eerst in het logboek, dan naar buiten (S-33).
      if (deelnemers.length > 0) noteerVerwerking(trx, { handeling: 'voerTellingUit', deelnemerIds: deelnemers, zonderAudit: true })
      await bevestigVerwerkingen(trx)
      teller.tel(regels)
      await opties.opRegels?.(regels)
      gezien += deelnemers.length
      opties.opVoortgang?.(totaal === 0 ? 1 : Math.min(1, gezien / totaal))
      na = deelnemers.at(-1) ?? null
      klaar = deelnemers.length < PER_GROEP
    }
    const telling = teller.telling(vraag, normen)
    await schrijfAudit(trx, {
      op: nu, actor: actor.id, handeling: 'voerTellingUit', brin: vraag.brin, deelnemerId: null, object: ['telling', `${vraag.brin} ${vraag.teldatum}`],
      gegevens: { studenten: telling.studenten },
    })
    return gelukt(telling)
  }, { momentopname: true })
}

export interface Tellingbladzijde {
  readonly regels: readonly Tellingregel[]
  /** Geef terug als `na` voor het vervolg; null = dit was het einde. */
  readonly volgende: string | null
}

/** Zoveel studenten bekijkt een bladzijde hooguit; met een zeldzame status is zij dan korter dan gevraagd, en gaat `volgende` verder. */
const MEESTE_BEKEKEN = 2_000

/** Eén bladzijde studenten van dezelfde telling, op sleutel. `aantal` 1 tot en met 250; `status` kiest alleen wie zo telt. */
export async function toonTellingregels(
  database: Database, actor: Actor, vraag: Tellingvraag, { na = null, aantal, status }: { readonly na?: string | null; readonly aantal: number; readonly status?: Telstatus | undefined }, normen: Normen,
): Promise<Uitkomst<Tellingbladzijde, { readonly soort: 'niet-gevonden' }>> {
  if (!mag(actor, 'deelnemer:lezen', { brin: vraag.brin }) || (na !== null && !isDeelnemerId(na))) return geweigerd({ soort: 'niet-gevonden' })
  return inTransactie(database, contextVan(actor), async (trx) => {
    if (!(await isBekendeBrin(trx, vraag.brin))) return geweigerd({ soort: 'niet-gevonden' as const })
    const referentie = await alsSysteem(trx, () => laadReferentie(trx, { peildatum: vraag.teldatum, kennisdag: vraag.bekendOp }))
    const regels: Tellingregel[] = []
    // Wie op de dag niet ingeschreven stond valt af, dus een bladzijde kan meer dan één greep vragen.
    let bekeken = 0
    const greep = status === undefined ? aantal : PER_GROEP
    for (let vanaf = na; ;) {
      const deelnemers: readonly string[] = await leesDeelnemersVan(trx, vraag.brin, vanaf, greep)
      const gevonden = await beslisGroep(trx, deelnemers, vraag, referentie, normen)
      regels.push(...(status === undefined ? gevonden : gevonden.filter((regel) => regel.status === status)))
      bekeken += deelnemers.length
      const klaar = deelnemers.length < greep
      if (regels.length > aantal || klaar || bekeken >= MEESTE_BEKEKEN) {
        const bladzijde = regels.slice(0, aantal)
        noteerVerwerking(trx, { handeling: 'toonTellingregels', deelnemerIds: bladzijde.map(({ deelnemerId }) => deelnemerId), brin: vraag.brin })
        return gelukt({ regels: bladzijde, volgende: regels.length > aantal ? (bladzijde.at(-1)?.deelnemerId ?? null) : klaar ? null : (deelnemers.at(-1) ?? null) })
      }
      vanaf = deelnemers.at(-1) ?? null
    }
  }, { momentopname: true })
}

async function beslisGroep(trx: Transactie, deelnemers: readonly string[], { brin, teldatum, bekendOp }: Tellingvraag, referentie: Referentie, normen: Normen): Promise<readonly Tellingregel[]> {
  if (deelnemers.length === 0) return []
  const dossiers = await alsSysteem(trx, () => loadDossiers(trx, deelnemers, bekendOp, referentie))
  // In het dossier staan de gedeelde gegevens. Een school met eigen gegevens over deze student ziet die van een ander niet (Z-02).
  const namen = await leesNamenVan(trx, deelnemers)
  return deelnemers.flatMap((deelnemerId) => {
    const dossier = dossiers.get(deelnemerId)
    const regel = dossier && telStudent(dossier, brin, { peildatum: teldatum, bekendOp }, normen)
    return regel === undefined ? [] : [{ deelnemerId, naam: namen.get(deelnemerId) ?? null, ...regel }]
  })
}

/** Telt zonder de studenten te bewaren. Er zijn maar enkele verschillende zinnen, dus per reden tellen past altijd. */
class Teller {
  readonly #aantallen: Record<Telstatus, number> = { telt: 0, elders: 0, niemand: 0, wacht: 0 }
  readonly #perReden = new Map<string, Omit<Tellingreden, 'studenten'> & { studenten: number }>()
  #studenten = 0

  tel(regels: readonly Tellingregel[]): void {
    for (const { status, betaler, regels: bron, uitleg } of regels) {
      this.#studenten++
      this.#aantallen[status]++
      const sleutel = `${status}/${uitleg}`
      const bekend = this.#perReden.get(sleutel)
      if (bekend === undefined) this.#perReden.set(sleutel, { status, betaler, regels: bron, uitleg, studenten: 1 })
      else bekend.studenten++
    }
  }

  telling({ brin, teldatum, bekendOp }: Tellingvraag, normen: Normen): Telling {
    const jaar = bepaalBekostigingsjaar(teldatum, normen)
    return {
      brin, teldatum, bekendOp, bekostigingsjaar: jaar === undefined ? null : { jaar: jaar.jaar, telling: jaar.telling },
      studenten: this.#studenten, aantallen: { ...this.#aantallen }, normenVersie: normen.versie,
      perReden: [...this.#perReden.values()].toSorted((a, b) => b.studenten - a.studenten || (a.uitleg < b.uitleg ? -1 : 1)),
    }
  }
}
