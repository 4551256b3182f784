/** Laadt de verzonnen regio een keer, via dezelfde acties die scholen gebruiken. */
import { type Database, heeftJournaalVan } from '../database/index.ts'
import type { Moment } from '../kern/datum.ts'
import { isBekendeBrin } from '../organisatie/index.ts'
import { alsActor, systeemactor, type Actiecontext, type Actor, type Kluis, type Uitvoerder } from '../toegang/index.ts'
import { leesIdentiteiten, leesRegio, leesWereld, WERELD_MAP, type Identiteit, type Wereld } from './wereld-bestanden.ts'
import { maakRegiostappen } from './wereld-regio.ts'
import type { Stap } from './wereld-stap.ts'
import { maakStudentstappen } from './wereld-student.ts'

export { leesIdentiteiten } from './wereld-bestanden.ts'
export type { Identiteit } from './wereld-bestanden.ts'

export interface Geladen {
  /** `stond-er-al`: een eerdere start laadde de regio; er is niets gelezen en niets geschreven. */
  readonly uitkomst: 'geladen' | 'stond-er-al'
  readonly handelingen: number
}

/**
 * Laadt scholen, aanbod, overeenkomsten en studenten in een transactie: helemaal, of niet. Is de eerste school al bekend,
 * dan gebeurt er niets. Gooit als een actie een stap weigert: dan klopt `wereld/` niet.
 */
export async function laadWereld(database: Database, kluis: Kluis, map: string = WERELD_MAP): Promise<Geladen> {
  const systeem = systeemactor(LADER)
  const isGeladen = (): Promise<boolean> => alsActor(database, systeem, (trx) => isBekendeBrin(trx, EERSTE_BRIN))
  if (await isGeladen()) return NIETS_GEDAAN
  const stappen = maakStappen(leesWereld(map))
  const actorVoor = maakActorkeuze(leesIdentiteiten(map), systeem)
  try {
    await alsActor(database, systeem, (trx) => voerStappenUit(trx, stappen, (stap) => ({ actor: actorVoor(stap.namens === 'systeem' ? null : stap.brin), nu: stap.moment, kluis })))
    return { uitkomst: 'geladen', handelingen: stappen.length }
  } catch (fout) {
    // Twee servers op een lege database: de ander was eerder klaar.
    if (await isGeladen()) return NIETS_GEDAAN
    throw fout
  }
}

/**
 * Gooit als de verzonnen regio in deze database is geladen: in productie zouden verzonnen scholen en leerlingen tussen echte staan.
 * De audit is het bewijs; een echte school mag dezelfde BRIN hebben.
 */
export async function weigerVerzonnenRegio(database: Database): Promise<void> {
  const systeem = systeemactor(LADER)
  const isGeladen = await alsActor(database, systeem, async (trx) => ((await isBekendeBrin(trx, EERSTE_BRIN)) || (await isBekendeBrin(trx, EERSTE_BRIN_GENEREER))) && heeftJournaalVan(trx, LADER))
  if (!isGeladen) return
  throw new Error('in deze database staat de verzonnen regio, en LEERROUTE_MODUS is productie.\n'
    + 'Verzonnen scholen en leerlingen zouden zo tussen echte komen te staan. Er is niets veranderd.\n'
    + 'Geef in DATABASE_URL een nieuwe, lege database op (of in LEERROUTE_DATA een nieuwe map). Wilt u juist proberen? Zet dan LEERROUTE_MODUS=ontwikkeling.')
}

const LADER = 'verzonnen-regio'
const EERSTE_BRIN = '11VA'
/** De eerste school die `leerroute genereer --register` levert, onder dezelfde naam in de audit. */
const EERSTE_BRIN_GENEREER = '60AA'
const NIETS_GEDAAN: Geladen = { uitkomst: 'stond-er-al', handelingen: 0 }

/** Wat een identiteit mag: haar rollen bij elk van haar scholen. */
export function actorVan({ id, rol, rollen, organisaties }: Identiteit): Actor {
  return { id, soort: rol === 'behandelaar' ? 'duo' : 'school', rollen: organisaties.flatMap((brin) => rollen.map((recht) => ({ rol: recht, brin }))) }
}

/** Naam per opleidingcode, voor schermen; de codes zijn verzonnen en staan in geen register. */
export function leesOpleidingsnamen(map: string = WERELD_MAP): Readonly<Record<string, string>> {
  return Object.fromEntries(leesRegio(map).opleidingen.map(({ code, naam }) => [code, naam]))
}

function maakStappen({ regio, studenten }: Wereld): readonly Stap[] {
  return [...maakRegiostappen(regio), ...studenten.flatMap(maakStudentstappen)]
}

/** Een school doet alles zelf, met de rechten van haar administratie; de rest doet het systeem. */
function maakActorkeuze(identiteiten: readonly Identiteit[], systeem: Actor): (brin: string | null) => Actor {
  const perBrin = new Map<string | null, Actor>([[null, systeem]])
  for (const identiteit of identiteiten.filter(({ rol }) => rol === 'administratie')) {
    for (const brin of identiteit.organisaties) perBrin.set(brin, actorVan(identiteit))
  }
  return (brin) => {
    const actor = perBrin.get(brin)
    if (actor === undefined) throw new Error(`school ${brin ?? ''} heeft geen administratie in wereld/identiteiten.yaml`)
    return actor
  }
}

async function voerStappenUit(uitvoerder: Uitvoerder, stappen: readonly Stap[], contextVoor: (stap: Stap) => Actiecontext): Promise<void> {
  for (const stap of stappen) {
    const uitkomst = await stap.voer(uitvoerder, contextVoor(stap))
    if (!uitkomst.ok) throw new Error(`de verzonnen regio laadt niet: ${stap.wat} op ${dagVan(stap.moment)} is geweigerd (${JSON.stringify(uitkomst.reden)})`)
  }
}

function dagVan(moment: Moment): string {
  return moment.slice(0, 10)
}
