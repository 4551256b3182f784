/** Sessies openen, vinden en sluiten (S-01 tot en met S-07). */
import { alsSysteem, inTransactie, schrijfAudit, type Database, type Transactie } from '../../database/index.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import { isUuid } from '../../kern/uuid.ts'
import { actorrollen } from '../account/actorrollen.ts'
import { type Actor, systeemactor } from '../actor.ts'
import { leesOverstapbeperking, type Overstapbeperking } from '../overstap/overstapstand.ts'
import { contextVan, metRechten } from '../uitvoeren.ts'
import { legZelfdeBrowserVast, verwijderOudeBrowsers } from './browser-store.ts'
import { koekjehash, nieuweKoekjewaarde } from './koekje.ts'
import { BIJHOUDEN_MS, type NieuweSessie, type Sessie } from './sessie.ts'
import { findNamen, findSessie, findSessiegegevens, type Sessierij, slaSessieOp, verwijderSessie, verwijderSessiesVan, verwijderVerlopenSessies, zetLaatstGebruikt } from './sessie-store.ts'

const SYSTEEM = contextVan(systeemactor('sessie'))

/**
 * Opent een sessie en geeft de waarde van het koekje; die is hier voor het eerst en het laatst te lezen. Altijd een nieuwe: wie
 * inlogt houdt nooit het koekje dat hij al had (S-02). `oud`: de sessies van deze browser die daarmee eindigen.
 */
export async function openSessie(trx: Transactie, nieuw: NieuweSessie, nu: Moment, oud: readonly Buffer[] = []): Promise<string> {
  const waarde = nieuweKoekjewaarde()
  await alsSysteem(trx, async () => {
    const vorige = []
    for (const hash of oud) vorige.push(await verwijderSessie(trx, hash))
    await legZelfdeBrowserVast(trx, nieuw.accountId, vorige, nu)
    await slaSessieOp(trx, koekjehash(waarde), nieuw, nu)
  })
  return waarde
}

/** De sessie bij een koekje, met de rollen van dit moment (S-05, Z-03). Undefined: opnieuw inloggen. */
export async function zoekSessie(database: Database, sessieHash: Buffer, nu: Date): Promise<Sessie | undefined> {
  return inTransactie(database, SYSTEEM, async (trx) => {
    const rij = await findSessie(trx, sessieHash, nu)
    if (rij === undefined) return undefined
    const op = momentVan(nu)
    const overstap = await leesOverstapbeperking(trx, rij, op)
    // T-19, T-21: na het einde van de overstap telt een token niet meer, ook niet in een sessie die al open was.
    if (!overstap.middelWerkt) {
      await verwijderSessie(trx, sessieHash)
      return undefined
    }
    if (nu.getTime() - new Date(rij.laatstGebruiktOp).getTime() > BIJHOUDEN_MS) await zetLaatstGebruikt(trx, sessieHash, nu)
    return maakSessie(sessieHash, rij, op, overstap)
  })
}

function maakSessie(sessieHash: Buffer, rij: Sessierij, nu: Moment, overstap: Overstapbeperking): Sessie {
  return {
    sessieHash,
    actor: maakActor(rij, nu, overstap),
    aanmelding: { middel: rij.middel, niveau: rij.niveau, authnOp: rij.authnOp },
    naam: rij.naam,
    organisatie: { id: rij.organisatieId, naam: rij.organisatienaam },
  }
}

function maakActor(rij: Sessierij, nu: Moment, overstap: Overstapbeperking): Actor {
  const basis = { id: rij.accountId, organisatieId: rij.organisatieId }
  // T-19: voor de overstap van een school opengaat kan iemand met eHerkenning inloggen, maar daar nog niets doen.
  const rijen = rij.rollen.filter(({ brin }) => overstap.rolWerkt(brin))
  const vestiging = rij.vestigingsnummer === null ? null : rij.vestiging ?? 'ONBEKEND'
  const gevonden = actorrollen(rijen.map((rol) => ({ ...rol, geldig_van: nu, geldig_voor: null, ingetrokken_op: null })), nu, { vestiging, intermediair: rij.intermediair !== null })
  const vanDuo = rij.organisatiesoort === 'DUO'
  // Een rol van DUO bij een school, of andersom, bestaat niet: dan telt geen enkele.
  if (vanDuo ? gevonden.rollen.length > 0 : gevonden.duorollen.length > 0) return { ...basis, soort: vanDuo ? 'toezicht' : 'school', rollen: [] }
  // Zonder rol is iemand van DUO er een die geen enkele deelnemer ziet.
  return { ...basis, ...gevonden, soort: vanDuo && gevonden.duorollen.length === 0 ? 'toezicht' : gevonden.soort }
}

/** S-02: opent een nieuwe sessie met dezelfde inlog en sluit de oude. Null als de oude er niet meer is. */
export async function vervangSessie(trx: Transactie, sessieHash: Buffer, nu: Moment): Promise<string | null> {
  const gegevens = await findSessiegegevens(trx, sessieHash)
  return gegevens === undefined ? null : openSessie(trx, gegevens, nu, [sessieHash])
}

/** Uitloggen: de rij gaat weg, en dus ook het koekje (S-04). Een tweede keer verandert niets. */
export async function meldAf(database: Database, sessieHash: Buffer, nu: Date): Promise<void> {
  await inTransactie(database, SYSTEEM, async (trx) => {
    const accountId = await verwijderSessie(trx, sessieHash)
    if (accountId === undefined) return
    await schrijfAudit(trx, { op: momentVan(nu), actor: accountId, handeling: 'uitloggen', brin: null, deelnemerId: null, object: ['account', accountId] })
  })
}

/** T-08, T-22: elke open sessie van een account eindigt, in de transactie van wie dat beslist. Geeft hoeveel er open waren. */
export function beeindigSessiesVan(trx: Transactie, accountId: string): Promise<number> {
  return alsSysteem(trx, () => verwijderSessiesVan(trx, accountId))
}

export function ruimSessiesOp(database: Database, nu: Date): Promise<void> {
  return inTransactie(database, SYSTEEM, async (trx) => {
    await verwijderVerlopenSessies(trx, nu)
    await verwijderOudeBrowsers(trx, nu)
  })
}

/** Namen bij accounts, voor wie iets deed. Een koppeling, een account van een ander en een account zonder medewerker ontbreken. */
export async function leesNamen(database: Database, actor: Actor, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const accounts = [...new Set(accountIds)].filter((id) => isUuid(id))
  if (accounts.length === 0) return new Map()
  const gevonden = await metRechten(database, actor, (trx) => findNamen(trx, accounts))
  return new Map(gevonden.map(({ accountId, naam }) => [accountId, naam]))
}

/** De naam bij de sessie, of een vaste tekst. */
export function naamVan({ naam, organisatie }: Pick<Sessie, 'naam' | 'organisatie'>): string {
  return naam ?? `Medewerker van ${organisatie.naam}`
}

/** Of iemand iets mag: zonder rol is er een inlog, maar geen recht (Z-06). */
export function heeftRol({ rollen, isBeheerder, duorollen }: Actor): boolean {
  return rollen.length > 0 || isBeheerder === true || (duorollen?.length ?? 0) > 0
}
