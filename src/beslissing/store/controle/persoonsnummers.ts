/** Controle op de persoonsnummers: te ontsleutelen, en te vinden met de opzoeksleutel van nu. */
import { sql } from 'kysely'
import { vanDeelnemers } from '../../../database/index.ts'
import { isBsn, isOnderwijsnummer } from '../../../kern/persoonsnummer.ts'
import type { Kluis } from '../../../toegang/index.ts'
import { type Controle, MEESTE_VOORBEELDEN } from '../../controle.ts'

export const NUMMERCONTROLE: Controle = {
  naam: 'persoonsnummers-leesbaar', steekproef: true, wat: 'Elk persoonsnummer is te ontsleutelen, past bij zijn soort en is met de opzoeksleutel te vinden.',
  watTeDoen: 'Draait Leerroute met het goede sleutelbestand (LEERROUTE_SLEUTELBESTAND)? Ontbreekt een oude versleutelsleutel, zet die terug; zonder die sleutel zijn deze nummers niet meer te lezen (docs/beheer/sleutels.md).',
  kijk: async ({ trx, kluis, deelnemers }) => {
    const { rows } = await sql<NummerRij>`
      select d.deelnemer_id, d.persoonsnummer_versleuteld as versleuteld, d.persoonsnummer_sleutel_id as sleutel_id, d.persoonsnummer_sleutel as sleutel, d.persoonsnummer_soort as soort,
        d.persoonsnummer_stelsel as stelsel, array(select s.brin from deelnemer_school s where s.deelnemer_id = d.deelnemer_id) as brins
      from deelnemer d where ${vanDeelnemers(deelnemers, 'd')}`.execute(trx)
    const fout = rows.filter((rij) => !klopt(kluis, rij))
    return { bekeken: rows.length, gevonden: fout.length, voorbeelden: fout.slice(0, MEESTE_VOORBEELDEN).map((rij) => rij.deelnemer_id) }
  },
}

interface NummerRij {
  readonly deelnemer_id: string
  readonly versleuteld: Buffer
  readonly sleutel_id: string
  readonly sleutel: Buffer
  readonly soort: string
  readonly stelsel: string | null
  readonly brins: readonly string[]
}

function klopt(kluis: Kluis, rij: NummerRij): boolean {
  const nummer = ontsleutel(kluis, rij)
  if (nummer === undefined) return false
  const soort = isBsn(nummer) ? 'BSN' : isOnderwijsnummer(nummer) ? 'ONDERWIJSNUMMER' : 'ONBEKEND'
  return soort === rij.soort && zoekwaarden(nummer, rij).some((waarde) => kluis.zoeksleutel(waarde).equals(rij.sleutel))
}

function ontsleutel(kluis: Kluis, rij: NummerRij): string | undefined {
  try {
    return kluis.ontsleutel(rij.versleuteld, rij.sleutel_id, rij.deelnemer_id)
  } catch {
    return undefined
  }
}

/** Een nummer dat de elfproef niet haalt is per school een ander mens; daarom hoort de BRIN bij de zoekwaarde. */
function zoekwaarden(nummer: string, { soort, stelsel, brins }: NummerRij): readonly string[] {
  if (soort !== 'ONBEKEND') return [nummer]
  const stelsels = stelsel === null ? ['BSN', 'ONR', 'PGN'] : [stelsel]
  return [nummer, ...stelsels.flatMap((naam) => brins.map((brin) => `${naam}/${brin}/${nummer}`))]
}
