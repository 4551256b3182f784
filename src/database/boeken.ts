/** Schrijft een boek weg: de audit in haar keten en het logboek van verwerkingen, in de lopende transactie. */
import { randomBytes } from 'node:crypto'
import { type Auditpost, canoniek, schakel, STROMEN } from './auditketen.ts'
import type { Boek, Postenlijst, Verwerkingspost } from './boek.ts'
import type { Pseudoniemen } from './pseudoniem.ts'
import { MET_VOLGENDE } from './voorbereid.ts'

/** Een vraag op de verbinding van de transactie. Wat met MET_VOLGENDE begint, gaat mee met de volgende (hier: de commit). */
export type Vraagt = (tekst: string, waarden: unknown[]) => Promise<{ readonly rows: readonly unknown[] }>

/** Zo veel rijen per opdracht. */
const PER_KEER = 2_000

export async function schrijfBoek(vraag: Vraagt, boek: Boek, pseudoniemen: Pseudoniemen, { audit, verwerkingen }: Postenlijst): Promise<void> {
  if (audit.length === 0 && verwerkingen.length === 0) return
  if (boek.alsSysteem) await vraag(`${MET_VOLGENDE}select set_config('leerroute.rol', $1, true)`, ['systeem'])
  const [enige] = audit
  if (enige !== undefined && audit.length === 1 && verwerkingen.length <= PER_KEER) {
    await vraag(SQL_EEN, [...auditwaarden(enige), Math.floor(Math.random() * STROMEN), ...verwerkingskolommen(boek, pseudoniemen, verwerkingen)])
    return
  }
  for (let van = 0; van < verwerkingen.length; van += PER_KEER) {
    await vraag(SQL_VERWERKINGEN, verwerkingskolommen(boek, pseudoniemen, verwerkingen.slice(van, van + PER_KEER)))
  }
  if (audit.length > 0) await schrijfReeks(vraag, audit)
}

/** De boeken van veel leesvragen in een opdracht: een stroom, een nieuwe kop, en alle regels. Gaat mee met de commit. */
export async function schrijfGroep(vraag: Vraagt, pseudoniemen: Pseudoniemen, groep: readonly { readonly boek: Boek; readonly posten: Postenlijst }[]): Promise<void> {
  const audit = groep.flatMap(({ posten }) => posten.audit)
  const verwerkingen = groep.flatMap(({ boek, posten }) => {
    const [trace, ouder, begin, eind, ...perPost] = verwerkingskolommen(boek, pseudoniemen, posten.verwerkingen)
    return posten.verwerkingen.map((_, i) => [trace, ouder, begin, eind, ...perPost.map((kolom) => (kolom as readonly unknown[])[i])])
  })
  await vraag(SQL_GROEP, [...kolommen(audit.map(auditwaarden), 12), Math.floor(Math.random() * STROMEN), ...kolommen(verwerkingen, 10)])
}

interface Kop {
  readonly stroom: number
  readonly laatste: number
  readonly hash: Buffer
}

/** Meer regels tegelijk: een stroom vasthouden, de keten hier uitrekenen, en alles in een keer erbij. */
async function schrijfReeks(vraag: Vraagt, audit: readonly Auditpost[]): Promise<void> {
  const { rows } = await vraag(SQL_NEEM, [Math.floor(Math.random() * STROMEN)])
  const [kop] = rows as readonly Kop[]
  if (kop === undefined) throw new Error('de audit heeft geen stromen')
  let [{ laatste, hash }, rijen]: [Kop, unknown[][]] = [kop, []]
  for (const post of audit) {
    laatste += 1
    hash = schakel(hash, canoniek(post), kop.stroom, laatste)
    rijen.push([...auditkolommen(post), laatste, hash])
    if (rijen.length < PER_KEER) continue
    await vraag(SQL_AUDIT, [kop.stroom, ...kolommen(rijen)])
    rijen = []
  }
  if (rijen.length > 0) await vraag(SQL_AUDIT, [kop.stroom, ...kolommen(rijen)])
  await vraag(`${MET_VOLGENDE}update audit_kop set laatste = $2, hash = $3 where stroom = $1`, [kop.stroom, laatste, hash])
}

function auditkolommen({ auditId, op, actor, handeling, brin, deelnemerId, object, gegevens, traceId, operationId }: Auditpost): unknown[] {
  return [auditId, op, actor, handeling, brin, deelnemerId, object[0], object[1], JSON.stringify(gegevens), traceId, Buffer.from(operationId, 'hex')]
}

function auditwaarden(post: Auditpost): unknown[] {
  return [...auditkolommen(post), canoniek(post)]
}

function kolommen(rijen: readonly unknown[][], aantal = rijen[0]?.length ?? 0): unknown[] {
  return Array.from({ length: aantal }, (_, i) => rijen.map((rij) => rij[i]))
}

function verwerkingskolommen(boek: Boek, pseudoniemen: Pseudoniemen, posten: readonly Verwerkingspost[]): unknown[] {
  const toeval = randomBytes(8 * posten.length)
  const wie = posten.map(({ deelnemerId }) => (deelnemerId === null ? null : pseudoniemen.maak(deelnemerId)))
  const [begin, eind] = [boek.begonnenOp, Math.max(boek.begonnenOp, Date.now())].map((ms) => new Date(ms).toISOString())
  return [
    boek.traceId, boek.ouderId === null ? null : Buffer.from(boek.ouderId, 'hex'), begin, eind,
    // Een verwerking is een stuk van de operatie waar de audit over gaat; met een betrokkene is zij die operatie zelf.
    posten.map((_, i) => (posten.length === 1 ? Buffer.from(boek.operationId, 'hex') : toeval.subarray(i * 8, i * 8 + 8))),
    posten.map(({ naam }) => naam), posten.map(({ status }) => status), posten.map(({ activiteit }) => activiteit),
    wie.map((een) => een?.waarde ?? null), wie.map((een) => een?.sleutel ?? null),
  ]
}

const AUDIT_KOLOMMEN = 'audit_id, op, actor, handeling, brin, deelnemer_id, object_soort, object_sleutel, gegevens, trace_id, operation_id, stroom, volgnummer, hash'
const VERWERKING_KOLOMMEN = 'trace_id, ouder_id, begin_op, eind_op, operation_id, naam, status, activiteit, betrokkene, betrokkene_sleutel'

/**
 * Een willekeurige stroom als die vrij is (een rij langs de index), anders een andere vrije, anders wachten. Wie er al een vasthoudt vindt altijd
 * zijn eigen, dus wachten op elkaar kan niet in een kring.
 */
function neemStroom(willekeurig: string): string {
  return `eerste as materialized (select stroom, laatste, hash from audit_kop where stroom = ${willekeurig}::smallint for update skip locked),
  vrij as materialized (select stroom, laatste, hash from audit_kop where not exists (select from eerste) for update skip locked limit 1),
  wacht as materialized (select stroom, laatste, hash from audit_kop where stroom = ${willekeurig}::smallint and not exists (select from eerste) and not exists (select from vrij) for update),
  kop as materialized (select * from eerste union all select * from vrij union all select * from wacht)`
}

function voegVerwerkingenToe(vanaf: number): string {
  const p = (n: number): string => `$${vanaf + n}`
  return `insert into verwerking_regel (${VERWERKING_KOLOMMEN})
    select ${p(0)}::uuid, ${p(1)}::bytea, ${p(2)}::timestamptz, ${p(3)}::timestamptz, r.operation_id, r.naam, r.status, r.activiteit, r.betrokkene, r.betrokkene_sleutel
    from unnest(${p(4)}::bytea[], ${p(5)}::text[], ${p(6)}::text[], ${p(7)}::text[], ${p(8)}::bytea[], ${p(9)}::text[])
      as r(operation_id, naam, status, activiteit, betrokkene, betrokkene_sleutel)`
}

/** Het gewone geval, zonder eigen ronde naar de database. Zonder stroom is `kop` leeg en weigert de tabel de regel: dan mislukt de transactie. */
const SQL_EEN = `${MET_VOLGENDE}with ${neemStroom('$13')},
  verder as (
    update audit_kop a set laatste = kop.laatste + 1,
      hash = sha256(kop.hash || convert_to($12::text || ',"stroom":' || kop.stroom || ',"volgnummer":' || (kop.laatste + 1) || '}', 'UTF8'))
    from kop where a.stroom = kop.stroom returning a.stroom, a.laatste, a.hash),
  audit as (
    insert into audit_regel (${AUDIT_KOLOMMEN})
    values ($1::uuid, $2::timestamptz, $3::text, $4::text, $5::text, $6::uuid, $7::text, $8::text, $9::jsonb, $10::uuid, $11::bytea,
      (select stroom from verder), (select laatste from verder), (select hash from verder)))
  ${voegVerwerkingenToe(14)}`

/** Als SQL_EEN, voor meer regels: elke hash volgt uit die ervoor, te beginnen bij de kop. De lijsten staan in subvragen: zag PostgreSQL hun lengte, dan plande het elke groep opnieuw. */
const SQL_GROEP = `${MET_VOLGENDE}with recursive ${neemStroom('$13')},
  keten(i, hash) as (
    select 0, hash from kop
    union all
    select k.i + 1, sha256(k.hash || convert_to((select $12::text[])[k.i + 1] || ',"stroom":' || kop.stroom || ',"volgnummer":' || (kop.laatste + k.i + 1) || '}', 'UTF8'))
    from keten k cross join kop where k.i < cardinality((select $12::text[]))),
  verder as (
    update audit_kop a set laatste = kop.laatste + cardinality((select $12::text[])), hash = (select hash from keten order by i desc limit 1)
    from kop where a.stroom = kop.stroom and cardinality((select $12::text[])) > 0),
  audit as (
    insert into audit_regel (${AUDIT_KOLOMMEN})
    select r.audit_id, r.op, r.actor, r.handeling, r.brin, r.deelnemer_id, r.object_soort, r.object_sleutel, r.gegevens, r.trace_id, r.operation_id, kop.stroom, kop.laatste + r.i, k.hash
    from unnest((select $1::uuid[]), (select $2::timestamptz[]), (select $3::text[]), (select $4::text[]), (select $5::text[]), (select $6::uuid[]), (select $7::text[]), (select $8::text[]), (select $9::jsonb[]), (select $10::uuid[]), (select $11::bytea[]))
      with ordinality as r(audit_id, op, actor, handeling, brin, deelnemer_id, object_soort, object_sleutel, gegevens, trace_id, operation_id, i)
    left join kop on true left join keten k on k.i = r.i)
  insert into verwerking_regel (${VERWERKING_KOLOMMEN})
    select r.* from unnest((select $14::uuid[]), (select $15::bytea[]), (select $16::timestamptz[]), (select $17::timestamptz[]), (select $18::bytea[]), (select $19::text[]), (select $20::text[]), (select $21::text[]), (select $22::bytea[]), (select $23::text[]))
      as r(${VERWERKING_KOLOMMEN})`

const SQL_VERWERKINGEN = `${MET_VOLGENDE}${voegVerwerkingenToe(1)}`

const SQL_NEEM = `with ${neemStroom('$1')} select stroom, laatste, hash from kop`

const SQL_AUDIT = `${MET_VOLGENDE}insert into audit_regel (${AUDIT_KOLOMMEN})
  select r.audit_id, r.op, r.actor, r.handeling, r.brin, r.deelnemer_id, r.object_soort, r.object_sleutel, r.gegevens, r.trace_id, r.operation_id, $1::smallint, r.volgnummer, r.hash
  from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[], $9::text[], $10::jsonb[], $11::uuid[], $12::bytea[], $13::bigint[], $14::bytea[])
    as r(audit_id, op, actor, handeling, brin, deelnemer_id, object_soort, object_sleutel, gegevens, trace_id, operation_id, volgnummer, hash)`
