import { type Database, inTransactie, type Transactie } from '../../database/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import type { Normen } from '../../normen/index.ts'
import type { Actiecontext } from '../../toegang/index.ts'
import { type Bevonden, type Controle, type Controlebron, type Controleverslag, NIETS_BEVONDEN, telBevondenOp, type Zelfcontrole } from '../controle.ts'
import { DEURCONTROLES } from '../store/controle/deuren.ts'
import { INHOUDCONTROLES } from '../store/controle/inhoud.ts'
import { NUMMERCONTROLE } from '../store/controle/persoonsnummers.ts'
import { SAMENHANGCONTROLES } from '../store/controle/samenhang.ts'
import { STANDCONTROLES } from '../store/controle/standen.ts'
import { kiesBijgewerkt, kiesDeelnemers, volgendeDeelnemers } from '../store/controle/steekproef.ts'
import { bepaalVerschil } from './herbereken-signalen.ts'

export interface Zelfcontrolevraag {
  /** Null = alle deelnemers. */
  readonly steekproef: number | null
  /** Welke deelnemers in de steekproef komen; hetzelfde zaad geeft dezelfde. */
  readonly zaad: string
  readonly bijVoortgang?: (klaar: number, totaal: number) => void
}

/**
 * Kijkt of het register klopt met zijn eigen regels, zonder iets te veranderen. Elke controle ziet een momentopname, dus de
 * server mag doordraaien. Noemt van een deelnemer alleen de interne sleutel.
 */
export async function controleerRegister(database: Database, ctx: Pick<Actiecontext, 'nu' | 'kluis'>, normen: Normen, vraag: Zelfcontrolevraag): Promise<Zelfcontrole> {
  const verslagen: Controleverslag[] = []
  for (const controle of CONTROLES) {
    vraag.bijVoortgang?.(verslagen.length, CONTROLES.length)
    verslagen.push(await voerUit(database, ctx, normen, vraag, controle))
  }
  vraag.bijVoortgang?.(CONTROLES.length, CONTROLES.length)
  return { bevindingen: verslagen.reduce((som, { gevonden }) => som + gevonden, 0), steekproef: vraag.steekproef, controles: verslagen }
}

const SIGNAALCONTROLE: Controle = {
  naam: 'signalen-kloppen', steekproef: true, wat: 'De open signalen zijn precies die welke uit de regels komen als alles opnieuw wordt uitgerekend.',
  watTeDoen: 'Herstart de server: die rekent bij een nieuwe dag of nieuwe normen alles opnieuw uit. Blijft het verschil, meld het dan met de naam van deze controle.',
  kijk: async ({ trx, deelnemers, vandaag, normen }) => {
    const bijgewerkt = await kiesBijgewerkt(trx, deelnemers, vandaag, normen.versie)
    const fout = (await bepaalVerschil(trx, bijgewerkt, vandaag, normen)).filter(({ verschil: { nieuw, weg, blijft } }) =>
      nieuw.length > 0 || weg.length > 0 || blijft.some(({ open, signaal }) => open.uitleg !== signaal.uitleg))
    return { bekeken: bijgewerkt.length, gevonden: fout.length, voorbeelden: fout.map(({ dossier }) => dossier.deelnemerId) }
  },
}

const CONTROLES: readonly Controle[] = [...STANDCONTROLES, ...SAMENHANGCONTROLES, ...INHOUDCONTROLES, SIGNAALCONTROLE, NUMMERCONTROLE, ...DEURCONTROLES]

async function voerUit(
  database: Database, { nu, kluis }: Pick<Actiecontext, 'nu' | 'kluis'>, normen: Normen, vraag: Zelfcontrolevraag, controle: Controle,
): Promise<Controleverslag> {
  const begin = performance.now()
  const bevonden = await inTransactie(database, SYSTEEM, (trx) => kijk(controle, { trx, kluis, normen, nu, vandaag: datumInNederland(new Date(nu)) }, vraag), { momentopname: true })
  return { naam: controle.naam, wat: controle.wat, ...bevonden, watTeDoen: bevonden.gevonden > 0 ? controle.watTeDoen : null, ms: Math.round(performance.now() - begin) }
}

const SYSTEEM = { organisaties: [], rol: 'systeem', actor: 'zelfcontrole' } as const
const REEKS = 500

/** Een controle op deelnemers gaat in reeksen, zodat ook een miljoen deelnemers in het geheugen passen. */
async function kijk(controle: Controle, bron: Omit<Controlebron, 'deelnemers'>, vraag: Zelfcontrolevraag): Promise<Bevonden> {
  if (controle.steekproef !== true) return controle.kijk({ ...bron, deelnemers: [] })
  let totaal = NIETS_BEVONDEN
  for await (const deelnemers of reeksen(bron.trx, vraag)) totaal = telBevondenOp(totaal, await controle.kijk({ ...bron, deelnemers }))
  return totaal
}

async function* reeksen(trx: Transactie, { steekproef, zaad }: Zelfcontrolevraag): AsyncGenerator<readonly string[]> {
  if (steekproef !== null) {
    const gekozen = await kiesDeelnemers(trx, steekproef, zaad)
    for (let i = 0; i < gekozen.length; i += REEKS) yield gekozen.slice(i, i + REEKS)
    return
  }
  for (let na: string | null = null; ;) {
    const reeks: readonly string[] = await volgendeDeelnemers(trx, na, REEKS)
    na = reeks.at(-1) ?? null
    if (na === null) return
    yield reeks
  }
}
