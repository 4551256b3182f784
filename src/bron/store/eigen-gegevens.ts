import { uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { krijgtEigenVersie } from '../rules/eigen-gegevens.ts'
import { type Gegevens, nieuweGegevens } from '../rules/gegevens.ts'

/** Stuurt een vraag in de transactie van de aanroeper, die als systeem werkt. */
export type Vraagsteller = <R extends object>(tekst: string, waarden: readonly unknown[]) => Promise<readonly R[]>

/** Wat een school over een persoon leverde. */
export interface Schoolgegevens {
  readonly deelnemerId: string
  readonly brin: string
  readonly genoemd: Partial<Gegevens>
  /** De school mocht de gedeelde gegevens veranderen, en deed dat; een eigen versie is dan niet meer nodig. */
  readonly isGedeeld: boolean
  /** DUO, of de school van wie de gedeelde gegevens komen en die ze dus al ziet. Een ander ziet ook na een wijziging alleen wat zij zelf leverde, zolang zij niet elke school ziet. */
  readonly houdtZicht: boolean
}

type OpenGegevens = Gegevens & { readonly deelnemer_id: string; readonly gegevens_id: string; readonly vastgelegd_van: Moment }

/**
 * Werkt de eigen versies bij van scholen die de gedeelde gegevens niet mogen veranderen. Roep aan als de standen en het zicht er
 * staan. Antwoordt bij welke deelnemers er iets veranderde.
 */
export async function werkEigenGegevensBij(stel: Vraagsteller, alle: readonly Schoolgegevens[], nu: Moment): Promise<ReadonlySet<string>> {
  const anders = new Set<string>()
  if (alle.length === 0) return anders
  const stand = new Map((await stel<Stand>(STAND, [alle.map((een) => een.deelnemerId), alle.map((een) => een.brin)])).map((rij) => [`${rij.deelnemer_id} ${rij.brin}`, rij]))
  for (const een of alle) {
    const staat = stand.get(`${een.deelnemerId} ${een.brin}`)
    if (staat === undefined) continue
    const nodig = (!een.isGedeeld || (!een.houdtZicht && !staat.ziet_alles)) && krijgtEigenVersie(staat.ziet_alles, staat.gedeeld ?? undefined, een.genoemd)
    if (!nodig && !staat.eigen_gegevens) continue
    if (await zetEigenVersie(stel, een, nodig, staat.eigen_gegevens, nu)) anders.add(een.deelnemerId)
    staat.eigen_gegevens = nodig
  }
  return anders
}

/** De eigen versie die de school nu heeft; row-level security toont haar alleen aan de school zelf. */
export async function findEigenGegevens(stel: Vraagsteller, deelnemerId: string, brin: string): Promise<OpenGegevens | undefined> {
  return alsSchool(stel, brin, async () => (await stel<OpenGegevens>(EIGEN, [deelnemerId, brin]))[0])
}

interface Stand {
  readonly deelnemer_id: string
  readonly brin: string
  readonly ziet_alles: boolean
  eigen_gegevens: boolean
  readonly gedeeld: Gegevens | null
}

const KOLOMMEN = 'geboortedatum, geboortedatum_ruw, geslacht, naam, woont_in_nederland, vo_activiteiten_afgerond_op'
const STAND = `select s.deelnemer_id, s.brin, s.ziet_alles, s.eigen_gegevens, to_jsonb(g) as gedeeld
  from (select distinct * from unnest($1::uuid[], $2::text[]) as w(deelnemer_id, brin)) w join deelnemer_school s using (deelnemer_id, brin)
  left join lateral (select ${KOLOMMEN} from deelnemer_gegevens d where d.deelnemer_id = s.deelnemer_id and d.vastgelegd_tot is null) g on true`
const EIGEN = `select deelnemer_id, gegevens_id, ${KOLOMMEN}, vastgelegd_van from deelnemer_gegevens where deelnemer_id = $1 and brin = $2 and vastgelegd_tot is null`

async function zetEigenVersie(stel: Vraagsteller, { deelnemerId, brin, genoemd }: Schoolgegevens, nodig: boolean, had: boolean, nu: Moment): Promise<boolean> {
  const open = had ? await findEigenGegevens(stel, deelnemerId, brin) : undefined
  const nieuw = nodig ? nieuweGegevens(open, genoemd, nu) : undefined
  if (nodig && nieuw === undefined) return false
  if (open !== undefined) await alsSchool(stel, brin, () => stel('update deelnemer_gegevens set vastgelegd_tot = $3 where deelnemer_id = $1 and brin = $2 and vastgelegd_tot is null', [deelnemerId, brin, nu]))
  if (nodig !== had) await stel('update deelnemer_school set eigen_gegevens = $3 where deelnemer_id = $1 and brin = $2', [deelnemerId, brin, nodig])
  if (nieuw !== undefined) await voegToe(stel, deelnemerId, brin, nieuw, nu)
  return true
}

async function voegToe(stel: Vraagsteller, deelnemerId: string, brin: string, g: Gegevens & { zoeknaam: string }, nu: Moment): Promise<void> {
  await stel(`insert into deelnemer_gegevens (deelnemer_id, gegevens_id, brin, geleverd_door, ${KOLOMMEN}, zoeknaam, vastgelegd_van) values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [deelnemerId, uuidv7(), brin, g.geboortedatum, g.geboortedatum_ruw, g.geslacht, g.naam, g.woont_in_nederland, g.vo_activiteiten_afgerond_op, g.zoeknaam, nu])
}

/** Als school: het systeem ziet eigen versies niet, zodat geen enkele regel er per ongeluk mee rekent. */
async function alsSchool<T>(stel: Vraagsteller, brin: string, werk: () => Promise<T>): Promise<T> {
  const [eerder] = await stel<{ brins: string }>(`select coalesce(current_setting('leerroute.brins', true), '') as brins`, [])
  await stel(ZET, ['school', brin])
  const uitkomst = await werk()
  await stel(ZET, ['systeem', eerder?.brins ?? ''])
  return uitkomst
}

const ZET = `select set_config('leerroute.rol', $1, true), set_config('leerroute.brins', $2, true)`
