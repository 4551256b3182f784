import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { leesTerugkoppelingen, neemAanleveringAan, toonAanlevering, verwerkAanleveringen } from '../../aanlevering/index.ts'
import { laadNormen } from '../../normen/index.ts'
import { type Actiecontext, systeemactor } from '../../toegang/index.ts'
import { VerkeerdGebruik } from '../kader/einde.ts'
import { zegWeigering } from '../kader/weigering.ts'
import type { CliOmgeving, Register } from '../omgeving.ts'
import type { Voortgang } from '../voortgang.ts'
import type { Loket } from './loket.ts'

const PER_BLADZIJDE = 1_000

/** Levert aan het register op deze computer, als beheerder: voor elke school. */
export function lokaalLoket(register: Register, { meld }: Pick<CliOmgeving, 'meld'>): Loket {
  const ctx = (): Actiecontext => ({ actor: systeemactor('opdrachtregel'), nu: register.nu(), kluis: register.kluis })
  return {
    async neemAan(pad, voortgang) {
      const aangenomen = await neemAanleveringAan(register.database, ctx(), telMee(pad, voortgang), { naam: basename(pad) })
      if (!aangenomen.ok) throw new VerkeerdGebruik(`${basename(pad)} is niet aangenomen. ${zegWeigering(aangenomen.reden)}`)
      return aangenomen.waarde.aanleveringId
    },
    async toon(aanleveringId) {
      const getoond = await toonAanlevering(register.database, ctx(), aanleveringId)
      if (!getoond.ok) throw new VerkeerdGebruik(ONBEKEND)
      return getoond.waarde
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

/** Het bestand als stroom, met voortgang per stuk. */
async function* telMee(pad: string, voortgang: Voortgang): AsyncGenerator<Uint8Array> {
  const bytes = Math.max(1, leesbaarBestand(pad))
  let gelezen = 0
  for await (const stuk of createReadStream(pad) as AsyncIterable<Buffer>) {
    gelezen += stuk.length
    voortgang.zet(gelezen / bytes)
    yield stuk
  }
}

/** De grootte in bytes. Gooit `VerkeerdGebruik` als het geen bestand is dat wij mogen lezen. */
export function leesbaarBestand(pad: string): number {
  const stand = statSync(pad, { throwIfNoEntry: false })
  if (stand === undefined) throw new VerkeerdGebruik(`${pad} bestaat niet. Controleer de naam.`)
  if (!stand.isFile()) throw new VerkeerdGebruik(`${pad} is geen bestand.`)
  return stand.size
}
