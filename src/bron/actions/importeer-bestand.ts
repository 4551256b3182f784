import { basename } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { inTransactieMetVerbinding, type Database } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { mag, type Actiecontext, type Actor, zietAlles } from '../../toegang/index.ts'
import type { Bestandskop } from '../bestanden/bestandscontrole.ts'
import type { Melder } from '../bestanden/bevinding.ts'
import { herkenBestand } from '../bestanden/herken.ts'
import { leesBestand, type GelezenStudent } from '../bestanden/lees-bestand.ts'
import type { Leesverslag } from '../bestanden/leesverslag.ts'
import type { Onleesbaar } from '../bestanden/onleesbaar.ts'
import type { PersoonUitBestand } from '../bestanden/persoon.ts'
import { Samenvatting } from '../bestanden/samenvatting.ts'
import type { Nummerkeuze } from '../bestanden/waarde.ts'
import { isBotsing } from '../store/bulk.ts'
import { slaGroepOp, type Groepverslag } from '../store/bulk-student.ts'

export interface Importverslag {
  readonly lees: Leesverslag
  readonly samenvatting: Samenvatting
  /** Standen (inschrijving, bpv, diploma, onderdeel). */
  readonly opgeslagen: { readonly nieuw: number; readonly gewijzigd: number }
  readonly ongewijzigd: number
  /** Standen die het register al nieuwer heeft dan dit bestand. */
  readonly ouder: number
  readonly geweigerdeStudenten: number
  readonly gewijzigdeStudenten: number
}

export interface Importopties {
  readonly naam?: string
  readonly opBevinding?: Melder
  readonly opVoortgang?: (deel: number) => void
  /** Standaard `streng`: een student met een nummer dat de elfproef niet haalt wordt afgekeurd (K-BRN-03). */
  readonly nummers?: Nummerkeuze
  /** Wordt geroepen na elke opgeslagen groep; daarna zijn de deelnemers te herberekenen. */
  readonly naGroep?: (deelnemers: readonly string[]) => Promise<void>
  /** Regels per transactie. */
  readonly regelsPerGroep?: number
}

/** Zoveel regels gaan er in één transactie: genoeg voor snelheid, weinig genoeg voor vast geheugen. */
const REGELS_PER_GROEP = 10_000
const POGINGEN = 5
const WACHT_MS = 50

/**
 * Leest, controleert en bewaart een RO of GRONDSLAG. Een student met een afkeuring wordt in zijn geheel niet bewaard; de
 * anderen wel. Elke groep studenten is één transactie, dus na een afgebroken import geeft opnieuw beginnen hetzelfde register.
 */
export async function importeerBestand(database: Database, ctx: Actiecontext, pad: string, opties: Importopties = {}): Promise<Uitkomst<Importverslag, Onleesbaar>> {
  const herkend = await herkenBestand(pad, opties.naam)
  if (!herkend.ok) return herkend
  if (herkend.waarde.soort !== 'RO' && herkend.waarde.soort !== 'GRONDSLAG') {
    return geweigerd({ code: 'soort-past-niet', uitleg: `Een ${herkend.waarde.soort} bevat uitkomsten van DUO, geen inschrijvingen om te bewaren.`, remedie: 'Importeer een RO of GRONDSLAG. Controleren kan wel: leerroute toets.' })
  }
  const samenvatting = new Samenvatting()
  const opslag = new Opslag(database, ctx, opties.naam ?? basename(pad), opties)
  const gelezen = await leesBestand(pad, {
    ...(opties.naam === undefined ? {} : { naam: opties.naam }), ...(opties.opVoortgang === undefined ? {} : { opVoortgang: opties.opVoortgang }), ...(opties.nummers === undefined ? {} : { nummers: opties.nummers }),
    meld: (b) => {
      samenvatting.voegToe(b)
      opties.opBevinding?.(b)
    },
  }, (studenten, kop) => opslag.neem(studenten, kop)).catch(async (fout: unknown) => {
    // Afgebroken: de groep die nu opgeslagen wordt mag af, voordat de aanroeper de database sluit. Haar eigen fout is al gemeld of komt hieruit voort.
    await opslag.rondAf(false).catch(() => undefined)
    throw fout
  })
  await opslag.rondAf(gelezen.ok)
  if (!gelezen.ok) return gelezen
  const t = opslag.totaal
  return gelukt({
    lees: gelezen.waarde, samenvatting, opgeslagen: { nieuw: t.nieuw, gewijzigd: t.gewijzigd }, ongewijzigd: t.ongewijzigd, ouder: t.ouder,
    geweigerdeStudenten: gelezen.waarde.afgekeurdeStudenten + opslag.zonderRecht, gewijzigdeStudenten: t.deelnemers,
  })
}

class Opslag {
  readonly #database: Database
  readonly #ctx: Actiecontext
  readonly #naam: string
  readonly #naGroep: Importopties['naGroep']
  readonly #regelsPerGroep: number
  readonly #nummers = new Set<string>()
  readonly totaal = { nieuw: 0, gewijzigd: 0, ongewijzigd: 0, ouder: 0, deelnemers: 0 }
  zonderRecht = 0
  #wachtend: PersoonUitBestand[] = []
  #regels = 0
  #kop: Bestandskop | undefined
  /** De groep die nu naar de database gaat; intussen leest het proces verder. Nooit meer dan één. */
  #lopend: Promise<void> = Promise.resolve()

  constructor(database: Database, ctx: Actiecontext, naam: string, opties: Importopties) {
    this.#database = database
    this.#ctx = ctx
    this.#naam = naam
    this.#naGroep = opties.naGroep
    this.#regelsPerGroep = opties.regelsPerGroep ?? REGELS_PER_GROEP
  }

  async neem(studenten: readonly GelezenStudent[], kop: Bestandskop): Promise<void> {
    this.#kop = kop
    for (const { persoon, regels } of studenten) {
      if (persoon === null) continue
      if (!magStudentBewaren(this.#ctx.actor, persoon, kop.brin)) {
        this.zonderRecht++
        continue
      }
      // Zonder nullen vooraan geschreven kan dezelfde student twee groepen zijn; dan eerst de ene, dan de andere.
      if (this.#nummers.has(persoon.nummer.waarde)) await this.#schrijfWeg()
      this.#nummers.add(persoon.nummer.waarde)
      this.#wachtend.push(persoon)
      this.#regels += regels
      if (this.#regels >= this.#regelsPerGroep) await this.#schrijfWeg()
    }
  }

  /** Wacht op wat er nog loopt; `compleet` = ook de laatste studenten mogen erin. */
  async rondAf(compleet: boolean): Promise<void> {
    if (compleet) await this.#schrijfWeg()
    await this.#lopend
  }

  async #schrijfWeg(): Promise<void> {
    const kop = this.#kop
    if (kop === undefined || this.#wachtend.length === 0) return
    const groep = this.#wachtend
    this.#wachtend = []
    this.#regels = 0
    this.#nummers.clear()
    await this.#lopend
    this.#lopend = this.#schrijf(groep, kop)
    // Een fout komt naar buiten bij de volgende groep of bij het afronden.
    this.#lopend.catch(() => undefined)
  }

  async #schrijf(groep: readonly PersoonUitBestand[], kop: Bestandskop): Promise<void> {
    const verslag = await this.#metPogingen(groep, kop)
    for (const { uitkomst } of verslag.records) this.totaal[uitkomst] += 1
    this.totaal.deelnemers += verslag.deelnemers.length
    await this.#naGroep?.(verslag.deelnemers)
  }

  /** Schreef een ander tegelijk over dezelfde student, dan begint de groep opnieuw met wat er nu staat. */
  async #metPogingen(groep: readonly PersoonUitBestand[], kop: Bestandskop): Promise<Groepverslag> {
    const { actor, kluis, nu } = this.#ctx
    for (let poging = 1; ; poging++) {
      try {
        // De rechten zijn hierboven met mag() gecontroleerd; opzoeken van een student gaat over scholen heen.
        return await inTransactieMetVerbinding(this.#database, { organisaties: [], rol: 'systeem', actor: actor.id }, (verbinding) =>
          slaGroepOp({ verbinding, kluis, nu, actor: actor.id, isDuo: zietAlles(actor), brin: kop.brin, bestand: this.#naam, signalenVolgen: false }, groep))
      } catch (fout) {
        if (!isBotsing(fout) || poging === POGINGEN) throw fout
        await wacht(WACHT_MS * poging)
      }
    }
  }
}

/** Een student mag er alleen in als de actor voor alle scholen in zijn records mag schrijven. */
export function magStudentBewaren(actor: Actor, student: PersoonUitBestand, brin: string): boolean {
  const brins = new Set([brin, ...student.inschrijvingen.map((i) => i.brin), ...student.diplomas.map((d) => d.brin), ...student.onderdelen.map((o) => o.brin)])
  return [...brins].every((school) => mag(actor, 'inschrijving:schrijven', { brin: school, sector: 'MBO' }))
}
