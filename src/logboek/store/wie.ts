/** Wie er achter de sleutel van een auditregel zit. */
import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import { isUuid } from '../../kern/uuid.ts'
import type { Auditwie } from '../auditvraag.ts'

const ONBEKEND: Auditwie = { soort: 'account', naam: null, organisatie: null, oin: null }

/** Bij elke sleutel wie het is. Een account dat er niet (meer) is, heeft geen naam. */
export async function leesWie(trx: Transactie, actoren: readonly string[]): Promise<ReadonlyMap<string, Auditwie>> {
  const uniek = [...new Set(actoren)]
  const accounts = await leesAccounts(trx, uniek.filter(isUuid))
  const machines = await leesMachines(trx, uniek.flatMap((actor) => idNa('machine', actor) ?? []))
  const koppelingen = await leesKoppelingen(trx, uniek.flatMap((actor) => idNa('koppeling', actor) ?? []))
  const organisaties = await leesOrganisatienamen(trx, uniek.flatMap((actor) => namensWie(actor) ?? []))
  return new Map(uniek.map((actor) => [actor, wieIs(actor, { accounts, machines, koppelingen, organisaties })]))
}

interface Bekend {
  readonly accounts: ReadonlyMap<string, Auditwie>
  readonly machines: ReadonlyMap<string, Auditwie>
  readonly koppelingen: ReadonlyMap<string, Auditwie>
  readonly organisaties: ReadonlyMap<string, string>
}

function wieIs(actor: string, bekend: Bekend): Auditwie {
  if (isUuid(actor)) return bekend.accounts.get(actor.toLowerCase()) ?? ONBEKEND
  const [machine, koppeling] = [idNa('machine', actor), idNa('koppeling', actor)]
  if (machine !== undefined) return { ...(bekend.machines.get(machine) ?? { ...ONBEKEND, soort: 'machine' }), organisatie: bekend.organisaties.get(namensWie(actor) ?? '') ?? null }
  if (koppeling !== undefined) return bekend.koppelingen.get(koppeling) ?? { ...ONBEKEND, soort: 'koppeling' }
  return { ...ONBEKEND, soort: 'leerroute' }
}

/** `machine:<client>` of `machine:<client>:<organisatie>` (src/toegang/machine/machinezoeker.ts). */
function idNa(soort: 'machine' | 'koppeling', actor: string): string | undefined {
  const [voor, id] = actor.split(':')
  return voor === soort && id !== undefined && isUuid(id) ? id.toLowerCase() : undefined
}

function namensWie(actor: string): string | undefined {
  const [voor, , organisatieId] = actor.split(':')
  return voor === 'machine' && organisatieId !== undefined && isUuid(organisatieId) ? organisatieId.toLowerCase() : undefined
}

async function leesAccounts(trx: Transactie, ids: readonly string[]): Promise<ReadonlyMap<string, Auditwie>> {
  const { rows } = await sql<{ id: string; naam: string | null; organisatie: string }>`select a.account_id as id, m.naam, o.naam as organisatie from account a
    join organisatie o on o.organisatie_id = a.organisatie_id left join medewerker m on m.medewerker_id = a.medewerker_id where a.account_id = any(${[...ids]}::uuid[])`.execute(trx)
  return new Map(rows.map(({ id, naam, organisatie }) => [id, { soort: 'account', naam, organisatie, oin: null }]))
}

async function leesMachines(trx: Transactie, ids: readonly string[]): Promise<ReadonlyMap<string, Auditwie>> {
  const { rows } = await sql<{ id: string; naam: string; oin: string }>`select client_id as id, naam, oin from machine_client where client_id = any(${[...ids]}::uuid[])`.execute(trx)
  return new Map(rows.map(({ id, naam, oin }) => [id, { soort: 'machine', naam, organisatie: null, oin }]))
}

async function leesKoppelingen(trx: Transactie, ids: readonly string[]): Promise<ReadonlyMap<string, Auditwie>> {
  const { rows } = await sql<{ id: string; naam: string }>`select koppeling_id as id, naam from koppeling where koppeling_id = any(${[...ids]}::uuid[])`.execute(trx)
  return new Map(rows.map(({ id, naam }) => [id, { soort: 'koppeling', naam, organisatie: null, oin: null }]))
}

async function leesOrganisatienamen(trx: Transactie, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; naam: string }>`select organisatie_id as id, naam from organisatie where organisatie_id = any(${[...ids]}::uuid[])`.execute(trx)
  return new Map(rows.map(({ id, naam }) => [id, naam]))
}
