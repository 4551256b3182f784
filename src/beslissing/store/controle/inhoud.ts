/** Controle op de inhoud: de hash van elke stand is opnieuw uit te rekenen uit wat er staat. */
import { sql } from 'kysely'
import { standHash, type Transactie, vanDeelnemers } from '../../../database/index.ts'
import { type Bevonden, type Controle, MEESTE_VOORBEELDEN, NIETS_BEVONDEN, telBevondenOp } from '../../controle.ts'
import { STANDTABELLEN, type Tabelvorm } from './standtabellen.ts'

const WAT_TE_DOEN = 'De inhoud is na de levering veranderd, buiten Leerroute om. Lever het ding opnieuw; zoek uit wie rechtstreeks in de database kan schrijven.'

export const INHOUDCONTROLES: readonly Controle[] = [
  {
    naam: 'inhoud-klopt', steekproef: true, wat: 'De vingerafdruk van elke stand van een deelnemer is gelijk aan die van de inhoud die er staat.', watTeDoen: WAT_TE_DOEN,
    kijk: ({ trx, deelnemers }) => perTabel(trx, STANDTABELLEN.filter(({ vanDeelnemer }) => vanDeelnemer), deelnemers),
  },
  {
    naam: 'inhoud-afspraken-klopt', wat: 'De vingerafdruk van elk aanbod, elke overeenkomst en elke regeling is gelijk aan die van de inhoud die er staat.', watTeDoen: WAT_TE_DOEN,
    kijk: ({ trx }) => perTabel(trx, STANDTABELLEN.filter(({ vanDeelnemer }) => !vanDeelnemer), []),
  },
]

async function perTabel(trx: Transactie, vormen: readonly Tabelvorm[], deelnemers: readonly string[]): Promise<Bevonden> {
  let totaal = NIETS_BEVONDEN
  for (const vorm of vormen) totaal = telBevondenOp(totaal, await controleer(trx, vorm, deelnemers))
  return totaal
}

type Rij = Record<string, unknown> & { readonly inhoud_hash: Buffer }

async function controleer(trx: Transactie, vorm: Tabelvorm, deelnemers: readonly string[]): Promise<Bevonden> {
  const kies = vorm.vanDeelnemer ? vanDeelnemers(deelnemers) : sql<boolean>`true`
  const { rows } = await sql<Rij>`select * from ${sql.table(vorm.tabel)} where ${kies}`.execute(trx)
  const kinderen = await leesKinderen(trx, vorm, deelnemers)
  const fout = rows.filter((rij) => isNaTeRekenen(rij) && !standHash(inhoudVan(vorm, rij), kinderen(String(rij[vorm.id]))).equals(rij.inhoud_hash))
  return { bekeken: rows.length, gevonden: fout.length, voorbeelden: fout.slice(0, MEESTE_VOORBEELDEN).map((rij) => `${vorm.tabel} ${String(rij[vorm.id])}`) }
}

/** jsonb bewaart de volgorde van velden niet, en de vingerafdruk ging over de tekst: met meer velden is hij niet na te rekenen. */
function isNaTeRekenen(rij: Rij): boolean {
  const extra = rij['bijzonderheden']
  return typeof extra !== 'object' || extra === null || Object.keys(extra).length < 2
}

const TECHNISCH: ReadonlySet<string> = new Set(['inhoud_hash', 'vastgelegd_van', 'vastgelegd_tot', 'vastgelegd_door'])

function inhoudVan({ sleutel, id }: Tabelvorm, rij: Rij): Record<string, unknown> {
  const velden = Object.entries(rij).filter(([kolom]) => !TECHNISCH.has(kolom) && kolom !== id && !sleutel.includes(kolom))
  return Object.fromEntries(velden.map(([kolom, waarde]) => [kolom, kolom === 'bijzonderheden' ? JSON.stringify(waarde) : waarde]))
}

async function leesKinderen(trx: Transactie, { tabel }: Tabelvorm, deelnemers: readonly string[]): Promise<(id: string) => unknown> {
  switch (tabel) {
    case 'inschrijving_stand': {
      const perioden = await perStand(trx, 'inschrijvingsperiode', deelnemers)
      const ondersteuning = await perStand(trx, 'extra_ondersteuning', deelnemers)
      return (id) => ({ perioden: perioden.get(id) ?? [], ondersteuning: ondersteuning.get(id) ?? null })
    }
    case 'rio_aangeboden_opleiding':
      return lijstPer(trx, 'rio_aangeboden_opleiding_partner', 'aanbod_id', 'onderwijsaanbieder')
    case 'samenwerkingsovereenkomst':
      return lijstPer(trx, 'samenwerkingsovereenkomst_partij', 'overeenkomst_id', 'bevoegd_gezag')
    default:
      return () => undefined
  }
}

async function perStand(trx: Transactie, tabel: 'inschrijvingsperiode' | 'extra_ondersteuning', deelnemers: readonly string[]) {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(tabel)} where ${vanDeelnemers(deelnemers)} order by datum_begin`.execute(trx)
  const uit = new Map<string, unknown[]>()
  for (const { deelnemer_id: _wie, stand_id: stand, ...rij } of rows) {
    const lijst = uit.get(String(stand))
    if (lijst === undefined) uit.set(String(stand), [rij])
    else lijst.push(rij)
  }
  return uit
}

async function lijstPer(trx: Transactie, tabel: string, id: string, kolom: string): Promise<(id: string) => unknown> {
  const { rows } = await sql<{ id: string; lijst: string[] }>`select ${sql.ref(id)} as id, array_agg(${sql.ref(kolom)} order by ${sql.ref(kolom)}) as lijst from ${sql.table(tabel)} group by 1`.execute(trx)
  const per = new Map(rows.map((rij) => [rij.id, rij.lijst]))
  return (sleutel) => per.get(sleutel) ?? []
}
