import { bepaalBekostigingsjaar } from '../../bekostiging/index.ts'
import { openBeelden, TijdelijkBestand, vergelijkBeeldbestanden, type Beeldbestand, type Onleesbaar, type Vergelijkbestand, type Vergelijking, type Vergelijkopties } from '../../bron/index.ts'
import type { Database } from '../../database/index.ts'
import { datum, schooljaar } from '../../kern/datum.ts'
import { geweigerd, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Normen } from '../../normen/index.ts'
import { mag, type Actiecontext } from '../../toegang/index.ts'
import { exporteerBestand } from './exporteer-bestand.ts'
import type { Exportvraag } from './exportvraag.ts'

export type Vergelijkweigering = { readonly soort: 'onleesbaar'; readonly onleesbaar: Onleesbaar } | Weigering

/**
 * Vergelijkt een bestand met wat het register nu over dezelfde school en hetzelfde tijdvak zegt. Het register schrijft daarvoor een bestand
 * van dezelfde soort, zonder naam op schijf; zo gelden voor beide kanten dezelfde keuze en dezelfde velden. Met een auditregel.
 */
export async function vergelijkMetRegister(database: Database, ctx: Actiecontext, bestand: Vergelijkbestand, opties: Vergelijkopties, normen: Normen): Promise<Uitkomst<Vergelijking, Vergelijkweigering>> {
  const delen = { bestand: 0, register: 0 }
  const meld = (kant: keyof typeof delen, gewicht: number) => (deel: number): void => {
    delen[kant] = deel * gewicht
    opties.opVoortgang?.(delen.bestand + delen.register)
  }
  const links = await openBeelden(bestand.bron, { ...(bestand.naam === undefined ? {} : { naam: bestand.naam }), opVoortgang: meld('bestand', DEEL_BESTAND) })
  if (!links.ok) return geweigerd({ soort: 'onleesbaar', onleesbaar: links.reden })
  const { brin } = links.waarde
  if (brin !== null && !mag(ctx.actor, 'bestand:ophalen', { brin, sector: 'MBO' })) return geweigerd({ soort: 'niet-gevonden' })
  const vraag = vraagVan(links.waarde, normen)
  if (vraag === undefined) return geweigerd({ soort: 'onleesbaar', onleesbaar: GEEN_TIJDVAK })
  const register = await TijdelijkBestand.maak()
  try {
    const uit = { schrijf: (stuk: string) => register.schrijf(stuk), opVoortgang: meld('register', 1 - DEEL_BESTAND), handeling: 'vergelijkMetRegister' }
    const geschreven = await exporteerBestand(database, ctx, vraag, uit, normen)
    if (!geschreven.ok) return geschreven
    const rechts = await openBeelden(register, { naam: geschreven.waarde.naam })
    // Wat wij zelf schreven is altijd leesbaar.
    if (!rechts.ok) throw new Error(`eigen bestand onleesbaar: ${rechts.reden.code}`)
    const uitkomst = await vergelijkBeeldbestanden({ bestand: links.waarde, register: false }, { bestand: rechts.waarde, register: true }, opties.ontvang)
    return uitkomst.ok ? uitkomst : geweigerd({ soort: 'onleesbaar', onleesbaar: uitkomst.reden })
  } finally {
    await register.sluit()
  }
}

const DEEL_BESTAND = 0.5

/** Hetzelfde bestand, maar uit het register. Undefined als niet te zeggen is over welk tijdvak het gaat. */
function vraagVan({ soort, brin, venster, teldata }: Beeldbestand, normen: Normen): Exportvraag | undefined {
  if (brin === null || venster === null) return undefined
  const { van, totEnMet } = venster.inschrijvingen
  switch (soort) {
    case 'RO': return { soort, brin, van, totEnMet, soepel: true }
    case 'GRONDSLAG': case 'OBO': return { soort, brin, studiejaar: schooljaar(van), soepel: true }
    case 'TBGI': {
      const jaar = teldata.flatMap((dag) => bepaalBekostigingsjaar(datum(dag), normen)?.jaar ?? [])[0]
      return jaar === undefined ? undefined : { soort, brin, bekostigingsjaar: jaar, soepel: true }
    }
  }
}

const GEEN_TIJDVAK: Onleesbaar = {
  code: 'onbekende-soort', uitleg: 'Aan dit bestand is niet te zien over welke school of welk tijdvak het gaat. Zonder dat is het niet met het register te vergelijken.',
  remedie: 'Gebruik het bestand met de naam die DUO het gaf, zoals OBO_99ZZ_2025_20260401.CSV.',
}
