import { basename } from 'node:path'
import { leesTerugkoppelingen, neemAanleveringAan, toonAanlevering, verwerkAanleveringen } from '../../aanlevering/index.ts'
import { laadNormen } from '../../normen/index.ts'
import { type Actiecontext, type Actor, systeemactor } from '../../toegang/index.ts'
import { ROLLEN } from '../beheer/rol.ts'
import { leesMetVoortgang } from '../kader/bestand.ts'
import { VerkeerdGebruik } from '../kader/einde.ts'
import { zegWeigering } from '../kader/weigering.ts'
import type { CliOmgeving, Register } from '../omgeving.ts'
import type { Loket } from './loket.ts'

const PER_BLADZIJDE = 1_000

/** Levert aan het register op deze computer: als beheerder voor elke school, of met alleen de rechten van de school `namens`. */
export function lokaalLoket(register: Register, { meld }: Pick<CliOmgeving, 'meld'>, namens: string | undefined): Loket {
  const actor: Actor = namens === undefined ? systeemactor('opdrachtregel') : { id: 'opdrachtregel', soort: 'school', rollen: ROLLEN.map((rol) => ({ rol, brin: namens })) }
  const ctx = (): Actiecontext => ({ actor, nu: register.nu(), kluis: register.kluis })
  return {
    async neemAan(pad, voortgang) {
      const aangenomen = await neemAanleveringAan(register.database, ctx(), leesMetVoortgang(pad, voortgang.zet), { naam: basename(pad) })
      if (!aangenomen.ok) throw new VerkeerdGebruik(`${basename(pad)} is niet aangenomen. ${zegWeigering(aangenomen.reden)}`)
      return aangenomen.waarde.aanleveringId
    },
    async toon(aanleveringId) {
      const getoond = await toonAanlevering(register.database, ctx(), aanleveringId)
      if (!getoond.ok) throw new VerkeerdGebruik(ONBEKEND)
      const { aanleveringId: id, soort, bestandsnaam, staat, bytes, records, verwerkt, voortgang, recordsPerSeconde, tellingen, mislukking } = getoond.waarde
      return { aanleveringId: id, soort, bestandsnaam, staat, bytes, records, verwerkt, voortgang, recordsPerSeconde, tellingen, mislukking }
    },
    async terugkoppelingen(aanleveringId, { uitkomst, na }) {
      const gelezen = await leesTerugkoppelingen(register.database, ctx(), { aanleveringId, aantal: PER_BLADZIJDE, ...(uitkomst === undefined ? {} : { uitkomst }), ...(na === null ? {} : { na: Number(na) }) })
      if (!gelezen.ok) throw new VerkeerdGebruik(ONBEKEND)
      return gelezen.waarde
    },
    werkMee: (stop) => verwerkAanleveringen({ database: register.database, kluis: register.kluis, normen: laadNormen(), nu: () => new Date(register.nu()), meld: (regel) => meld(`${regel}\n`) }, { stop }),
  }
}

export const ONBEKEND = 'Deze aanlevering bestaat niet, of is niet van u. Controleer het nummer.'
