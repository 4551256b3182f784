import { type Database, inTransactie, type Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { contextVan, systeemactor } from '../../toegang/index.ts'
import type { Bevinding, Logboekcontrole } from '../bevinding.ts'
import { type Controlepunt, type Controlesleutels, leesRegel, vingerafdruk } from '../controlepunt.ts'
import { leesRegels } from '../controlepuntbestand.ts'
import { type Belofte, Stroomcontrole } from '../ketencontrole.ts'
import { leesKoppen, leesStroom, leesVoorgeschiedenis, telKoppen } from '../store/audit.ts'

export interface Controlevraag {
  /** Het bestand met controlepunten. */
  readonly controlepunten: string
  readonly sleutels: Controlesleutels
  readonly opVoortgang?: (deel: number) => void
}

/** Zo veel bevindingen worden genoemd; de rest wordt geteld. */
const MEESTE = 100
const PER_KEER = 2_000

/**
 * Rekent de hele audit na en vergelijkt haar met de controlepunten buiten de database. Ziet een momentopname; de server mag
 * doordraaien. Het geheugen groeit met het aantal controlepunten, niet met het aantal regels.
 */
export async function controleerLogboek(database: Database, { controlepunten, sleutels, opVoortgang }: Controlevraag): Promise<Logboekcontrole> {
  const verzameling = new Verzameling()
  // Eerst de controlepunten, dan de momentopname: zo noemt geen controlepunt een regel die wij nog niet zien.
  const punten = await leesPunten(controlepunten, sleutels, verzameling)
  return inTransactie(database, contextVan(systeemactor('controleer-logboek')), async (trx) => {
    const koppen = new Map((await leesKoppen(trx)).map((kop) => [kop.stroom, kop]))
    const voor = await leesVoorgeschiedenis(trx)
    if (voor.toen !== voor.nu || !voor.ongewijzigd) verzameling.meld({ soort: 'voorgeschiedenis', plaats: 'regels van voor de keten', uitleg: `Toen de keten begon stonden er ${voor.toen} regels, nu ${voor.nu}, en hun vingerafdruk is ${voor.ongewijzigd ? 'dezelfde' : 'een andere'}.` })
    if (voor.vreemd > 0) verzameling.meld({ soort: 'vreemde-stroom', plaats: 'audit_regel', uitleg: `${voor.vreemd} regels staan in een stroom die niet bestaat.` })
    const totaal = await telKoppen(trx)
    let [regels, nogNietBevestigd] = [0, 0]
    const stromen = new Set([...koppen.keys(), ...punten.beloften.keys()])
    for (const stroom of [...stromen].sort((a, b) => a - b)) {
      const beloften = punten.beloften.get(stroom) ?? new Map<number, readonly Belofte[]>()
      const controle = new Stroomcontrole(stroom, beloften, (bevinding) => verzameling.meld(bevinding))
      regels += await loopStroomNa(trx, stroom, controle, (gezien) => opVoortgang?.(Math.min(1, (regels + gezien) / Math.max(1, totaal))))
      controle.sluitAf(koppen.get(stroom))
      nogNietBevestigd += Math.max(0, controle.laatste - Math.max(0, ...beloften.keys()))
    }
    if (punten.aantal === 0 && regels > 0) verzameling.meld({ soort: 'controlepunten-weg', plaats: 'controlepunten', uitleg: 'Er is geen bestand met controlepunten, of het is leeg. Of er aan het eind regels zijn gewist is dan niet te zien.' })
    return {
      regels, vanVoorDeKeten: voor.nu, controlepunten: punten.aantal, laatsteControlepunt: punten.laatste, nogNietBevestigd, bevindingen: verzameling.bevindingen, gevonden: verzameling.gevonden,
    }
  }, { momentopname: true })
}

async function loopStroomNa(trx: Transactie, stroom: number, controle: Stroomcontrole, gezien: (aantal: number) => void): Promise<number> {
  let [na, aantal] = [0, 0]
  for (;;) {
    const regels = await leesStroom(trx, stroom, na, PER_KEER)
    for (const regel of regels) controle.bekijk(regel)
    aantal += regels.length
    gezien(aantal)
    if (regels.length < PER_KEER) return aantal
    na = regels.at(-1)?.volgnummer ?? na
  }
}

interface Punten {
  readonly beloften: ReadonlyMap<number, ReadonlyMap<number, readonly Belofte[]>>
  readonly aantal: number
  readonly laatste: Moment | null
}

async function leesPunten(pad: string, sleutels: Controlesleutels, verzameling: Verzameling): Promise<Punten> {
  const beloften = new Map<number, Map<number, Belofte[]>>()
  let [aantal, vorige, laatste]: [number, string, Moment | null] = [0, '', null]
  for await (const regel of leesRegels(pad)) {
    aantal += 1
    const gelezen = leesRegel(regel, sleutels)
    const plaats = `controlepunten, regel ${aantal}`
    if ('fout' in gelezen) verzameling.meld({ soort: 'controlepunt-vals', plaats, uitleg: `${gelezen.fout.charAt(0).toUpperCase()}${gelezen.fout.slice(1)}.` })
    else {
      if (gelezen.punt.vorige !== vorige || (laatste !== null && gelezen.punt.op < laatste)) verzameling.meld({ soort: 'controlepunten-verwisseld', plaats, uitleg: 'Dit controlepunt volgt niet op het vorige: er is een regel weggehaald, verplaatst of veranderd.' })
      laatste = gelezen.punt.op
      onthoud(beloften, gelezen.punt, aantal)
    }
    vorige = vingerafdruk(regel)
  }
  return { beloften, aantal, laatste }
}

function onthoud(beloften: Map<number, Map<number, Belofte[]>>, { koppen }: Controlepunt, regel: number): void {
  for (const { stroom, volgnummer, hash } of koppen) {
    const van = beloften.get(stroom) ?? new Map<number, Belofte[]>()
    const bekend = van.get(volgnummer) ?? []
    // Een stroom die stilstond zegt steeds hetzelfde: een keer is genoeg.
    if (!bekend.some((belofte) => belofte.hash === hash)) van.set(volgnummer, [...bekend, { hash, regel }])
    beloften.set(stroom, van)
  }
}

class Verzameling {
  readonly bevindingen: Bevinding[] = []
  gevonden = 0

  meld(bevinding: Bevinding): void {
    this.gevonden += 1
    if (this.bevindingen.length < MEESTE) this.bevindingen.push(bevinding)
  }
}
