/** Geeft de verzonnen medewerkers hun accounts: met eHerkenning zoals de proefmakelaar ze noemt, en de oude accounts met een DUO-token. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Database } from '../database/index.ts'
import { momentVan } from '../kern/datum.ts'
import { leesMedewerkers, type Medewerker, pseudoniemVan, rechtspersoonVan } from '../makelaar/index.ts'
import {
  type Actiecontext, alsActor, importeerTokenaccounts, type Kluis, maakProefaccounts, type Proefaccount, systeemactor, type TeImporterenTokenaccount, type Uitvoerder, zetProefoverstap,
  zijnProefaccountsGeladen,
} from '../toegang/index.ts'
import { leesRegio, WERELD_MAP } from './wereld-bestanden.ts'
import { maakOrganisatiestappen } from './wereld-regio.ts'

/** Het bestand dat ook de proefmakelaar leest. */
export const MEDEWERKERS_BESTAND = join(WERELD_MAP, 'medewerkers.yaml')

/** Naam in de audit; ook de lader van de rest van de verzonnen regio heet zo. */
const LADER = 'verzonnen-regio'

/**
 * Maakt wat er van de medewerkers nog niet is, in een transactie. Stond alles er al, dan is het een vraag. Een register dat door een
 * oudere versie met de verzonnen regio gevuld is, krijgt eerst de nummers van besturen, vestigingen en DUO. Gooit als `wereld/` niet klopt.
 */
export async function laadMedewerkers(database: Database, kluis: Kluis, nu: Date, map: string = WERELD_MAP): Promise<'geladen' | 'stond-er-al'> {
  const medewerkers = leesMedewerkers(join(map, 'medewerkers.yaml'))
  const ctx: Actiecontext = { actor: systeemactor(LADER), nu: momentVan(nu), kluis }
  const accountIds = medewerkers.flatMap(({ id, rollen, token }) => [...(rollen === undefined ? [] : [accountIdVan(id)]), ...(token === undefined ? [] : [tokenaccountIdVan(id)])])
  const isGeladen = (): Promise<boolean> => zijnProefaccountsGeladen(database, ctx, accountIds)
  if (await isGeladen()) return 'stond-er-al'
  try {
    await alsActor(database, ctx.actor, (trx) => laad(trx, ctx, medewerkers, map))
    return 'geladen'
  } catch (fout) {
    // Twee servers op een lege database: de ander was eerder klaar.
    if (await isGeladen()) return 'stond-er-al'
    throw fout
  }
}

async function laad(uitvoerder: Uitvoerder, ctx: Actiecontext, medewerkers: readonly Medewerker[], map: string): Promise<void> {
  const regio = leesRegio(map)
  for (const stap of maakOrganisatiestappen(regio)) eis(await stap.voer(uitvoerder, ctx), stap.wat)
  eis(await zetProefoverstap(uitvoerder, ctx, regio.overstap), 'de dagen van de overstap')
  eis(await maakProefaccounts(uitvoerder, ctx, medewerkers.flatMap(naarAccount)), 'de accounts met eHerkenning')
  eis(await importeerTokenaccounts(uitvoerder, ctx, medewerkers.flatMap(naarTokenaccount)), 'de accounts met een DUO-token')
}

function eis(uitkomst: { readonly ok: boolean; readonly reden?: unknown }, wat: string): void {
  if (!uitkomst.ok) throw new Error(`de verzonnen medewerkers laden niet: ${wat} is geweigerd (${JSON.stringify(uitkomst.reden)})`)
}

function naarAccount(medewerker: Medewerker): readonly Proefaccount[] {
  const { id, naam, rollen, intermediair } = medewerker
  if (rollen === undefined) return []
  return [{ accountId: accountIdVan(id), medewerkerId: vasteSleutel(`medewerker ${id}`), naam, acting: pseudoniemVan(medewerker), legal: rechtspersoonVan(medewerker), intermediair: intermediair?.kvk ?? null, rollen }]
}

function naarTokenaccount({ id, naam, token }: Medewerker): readonly TeImporterenTokenaccount[] {
  if (token === undefined) return []
  const { gebruikersnaam, wachtwoordHash, totp, brin, rollen } = token
  return [{ accountId: tokenaccountIdVan(id), gebruikersnaam, wachtwoordHash, totp, brin, naam, rollen }]
}

/** Het eHerkenning-account van een verzonnen medewerker; in elke database hetzelfde. */
export function accountIdVan(medewerkerId: string): string {
  return vasteSleutel(`account ${medewerkerId}`)
}

function tokenaccountIdVan(medewerkerId: string): string {
  return vasteSleutel(`token ${medewerkerId}`)
}

/** Een UUID van onze eigen soort (versie 8) uit een tekst. */
function vasteSleutel(wat: string): string {
  const hex = createHash('sha256').update(wat).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
