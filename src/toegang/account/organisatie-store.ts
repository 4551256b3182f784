/** Welke scholen en vestigingen vandaag bij een organisatie horen: de grens van wat haar beheerder kan geven (Z-04, toegang.md 4.1). */
import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Organisatiebeeld } from './account.ts'

interface Schoolrij {
  readonly organisatie_id: string
  readonly brin: string
  readonly naam: string
  readonly sectoren: readonly ('VO' | 'VSO' | 'MBO')[]
  readonly vestigingen: readonly string[]
}

export async function findOrganisatiebeeld(trx: Transactie, organisatieId: string, vandaag: Datum): Promise<Organisatiebeeld | undefined> {
  return (await leesOrganisatiebeelden(trx, vandaag, organisatieId))[0]
}

/** Organisaties die accounts kunnen hebben, op naam; of alleen deze ene. */
export async function leesOrganisatiebeelden(trx: Transactie, vandaag: Datum, organisatieId?: string): Promise<readonly Organisatiebeeld[]> {
  const alle = trx.selectFrom('organisatie').select(['organisatie_id', 'naam', 'soort']).where('soort', '<>', 'LEVERANCIER').orderBy('naam').orderBy('organisatie_id')
  const organisaties = await (organisatieId === undefined ? alle : alle.where('organisatie_id', '=', organisatieId)).execute()
  const scholen = await leesScholen(trx, organisaties.map(({ organisatie_id }) => organisatie_id), vandaag)
  return organisaties.map(({ organisatie_id, naam, soort }) => ({
    organisatieId: organisatie_id, naam, soort,
    scholen: scholen.filter((rij) => rij.organisatie_id === organisatie_id).map(({ brin, naam: school, sectoren, vestigingen }) => ({ brin, naam: school, sectoren, vestigingen })),
  }))
}

/** Een instelling gaat over haar eigen BRIN, een bestuur over elke BRIN die vandaag onder zijn bestuursnummer valt. */
async function leesScholen(trx: Transactie, organisatieIds: readonly string[], vandaag: Datum): Promise<readonly Schoolrij[]> {
  if (organisatieIds.length === 0) return []
  const { rows } = await sql<Schoolrij>`
    with eigen as (
      select i.organisatie_id, i.waarde as brin from organisatie_identificatie i
      where i.soort = 'BRIN' and i.organisatie_id in (${sql.join(organisatieIds)}) and ${geldt('i', vandaag)}
      union
      select i.organisatie_id, g.brin from organisatie_identificatie i join organisatie_gezag g on g.bevoegd_gezag = i.waarde and ${geldt('g', vandaag)}
      where i.soort = 'BESTUURSNUMMER' and i.organisatie_id in (${sql.join(organisatieIds)}) and ${geldt('i', vandaag)})
    select e.organisatie_id, e.brin,
      coalesce((select o.naam from organisatie_identificatie b join organisatie o using (organisatie_id) where b.soort = 'BRIN' and b.waarde = e.brin and ${geldt('b', vandaag)}), e.brin) as naam,
      array(select distinct a.sector from onderwijsaanbieder a where a.brin = e.brin and ${geldt('a', vandaag)} order by 1) as sectoren,
      array(select v.waarde from organisatie_identificatie v where v.soort = 'VESTIGING' and left(v.waarde, 4) = e.brin and ${geldt('v', vandaag)} order by 1) as vestigingen
    from eigen e order by e.brin`.execute(trx)
  return rows
}

function geldt(tabel: string, vandaag: Datum) {
  const kolom = (naam: string) => sql.ref(`${tabel}.${naam}`)
  return sql`(${kolom('vastgelegd_tot')} is null and ${kolom('geldig_van')} <= ${vandaag} and (${kolom('geldig_tot_en_met')} is null or ${kolom('geldig_tot_en_met')} >= ${vandaag}))`
}
