import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { once } from 'node:events'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { BEHEERBESTAND, type Bestandsregel, INHOUDSBESTAND, LEESMIJBESTAND, maakInhoudsopgave, PLANTBESTAND, type Schoolregel } from '../inhoudsopgave.ts'
import { maakLeesmij } from '../leesmij.ts'
import { vakantierecords } from '../referentierecords.ts'
import type { Regio } from '../regio.ts'
import { LEGE_TELLING, type Regiotelling, Teller, telOp } from '../telling.ts'
import { schrijfGebieden } from './verdeel-gebieden.ts'

export interface Schrijfkeuze {
  /** Zoveel draden tegelijk; de uitkomst hangt er niet van af. */
  readonly draden: number
  /** Studenten tot nu toe. */
  readonly bijVoortgang?: (studenten: number) => void
}

/**
 * Schrijft een regio als bestanden in een lege of nieuwe map. Het geheugen blijft gelijk, hoe groot de regio ook is. Weigert een map met inhoud: dan zou
 * niet te zien zijn welke bestanden bij elkaar horen.
 */
export async function schrijfRegio(regio: Regio, map: string, { draden, bijVoortgang }: Schrijfkeuze): Promise<Uitkomst<Regiotelling, string>> {
  await mkdir(map, { recursive: true })
  if ((await readdir(map)).length > 0) return geweigerd(`De map ${map} is niet leeg. Kies een nieuwe map, of maak deze eerst leeg.`)
  const [beheer, geplant] = [new Regelbestand(join(map, BEHEERBESTAND)), new Regelbestand(join(map, PLANTBESTAND))]
  const scholen: Schoolregel[] = []
  const bestanden: Bestandsregel[] = []
  let telling = telOp(LEGE_TELLING, await schrijfVakanties(regio, beheer))
  for await (const gebied of schrijfGebieden(regio, map, draden)) {
    await beheer.voegToe(gebied.organisaties)
    await geplant.voegToe(gebied.geplant)
    scholen.push(...gebied.scholen)
    bestanden.push(...gebied.bestanden)
    telling = telOp(telOp(telling, gebied.telling), telOrganisaties(gebied.organisaties.length))
    bijVoortgang?.(telling.studenten)
  }
  await Promise.all([beheer.sluit(), geplant.sluit()])
  await writeFile(join(map, INHOUDSBESTAND), `${JSON.stringify(maakInhoudsopgave(regio, scholen, bestanden, telling), null, 1)}\n`)
  await writeFile(join(map, LEESMIJBESTAND), maakLeesmij(regio, telling))
  return gelukt(telling)
}

async function schrijfVakanties({ kalender }: Regio, beheer: Regelbestand): Promise<Regiotelling> {
  const records = vakantierecords(kalender)
  await beheer.voegToe(records.map((record) => JSON.stringify(record)))
  const teller = new Teller()
  for (const { soort } of records) teller.record(soort)
  return teller.klaar()
}

function telOrganisaties(aantal: number): Regiotelling {
  return { ...LEGE_TELLING, records: aantal, recordsoorten: { organisatie: aantal } }
}

/** Een bestand dat regel voor regel groeit en wacht als de schijf het niet bijhoudt. */
class Regelbestand {
  readonly #stroom: WriteStream

  constructor(pad: string) {
    this.#stroom = createWriteStream(pad)
  }

  async voegToe(regels: readonly string[]): Promise<void> {
    if (regels.length > 0 && !this.#stroom.write(`${regels.join('\n')}\n`)) await once(this.#stroom, 'drain')
  }

  async sluit(): Promise<void> {
    this.#stroom.end()
    await once(this.#stroom, 'close')
  }
}
