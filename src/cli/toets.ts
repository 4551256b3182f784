import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { toetsBestand, type Bevinding, type Onleesbaar, type Toetsverslag } from '../bron/zonder-register.ts'
import { CSV_KOP, csvRegel } from './bevindingen-csv.ts'
import { toetsTabel } from './bevindingen-tabel.ts'
import { vouw } from './kader/breedte.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { Opdracht } from './kader/opdracht.ts'
import { SOEPEL, type CliOmgeving, type MaakOpdracht } from './omgeving.ts'
import { maakVoortgang, type Omvang } from './voortgang.ts'

interface Opties {
  readonly json?: true
  readonly csv?: true
  readonly soepel?: true
}

/** `leerroute toets FILE...`: zegt wat er mis is in bestanden van DUO, zonder iets op te slaan. */
export const toetsOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('toets', {
    uitleg: 'controleert bestanden van DUO (RO, GRONDSLAG, OBO, TBG-i) zonder iets op te slaan',
    voorbeelden: [
      { regel: 'leerroute toets docs/voorbeelden/RO_21MB_20250801_20270731.CSV', uitleg: 'wat er mis is, per regel en per student' },
      { regel: 'leerroute toets --csv docs/voorbeelden/RO_21MB_20250801_20270731.CSV', uitleg: 'elke bevinding als rij voor een rekenblad' },
    ],
    json: 'geeft het verslag als JSON: per bestand de bevindingen, de aantallen en de studenten',
    codes: { 0: 'geen fouten', 1: 'fouten om te verbeteren', 2: 'onleesbaar bestand of verkeerd gebruik' },
  })
    .argument('<bestand...>', 'een of meer bestanden van DUO')
    .option('--csv', 'geeft elke bevinding als CSV met puntkomma\'s, veilig voor een rekenblad')
    .option('--soepel', SOEPEL)
    .action(async (bestanden: string[], opties: Opties) => {
      if (opties.json && opties.csv) throw new VerkeerdGebruik('Kies --json of --csv, niet allebei.')
      await toetsAlles(bestanden, opties, omgeving)
    })

async function toetsAlles(bestanden: readonly string[], opties: Opties, omgeving: CliOmgeving): Promise<void> {
  if (opties.csv) omgeving.schrijf(CSV_KOP)
  if (opties.json) omgeving.schrijf('{"bestanden":[')
  for (const [i, pad] of bestanden.entries()) {
    if (opties.json && i > 0) omgeving.schrijf(',')
    const schrijver = opties.json ? jsonSchrijver(omgeving, basename(pad)) : opties.csv ? csvSchrijver(omgeving) : tekstSchrijver(omgeving)
    const voortgang = maakVoortgang(omgeving, basename(pad), omvangVan(pad))
    const uitkomst = await toetsBestand(pad, { opBevinding: schrijver.bevinding, opVoortgang: voortgang.zet, nummers: opties.soepel ? 'soepel' : 'streng' })
    voortgang.klaar()
    if (!uitkomst.ok) {
      schrijver.onleesbaar(uitkomst.reden)
      omgeving.meld(`${vouw(`${basename(pad)}: ${uitkomst.reden.uitleg} ${uitkomst.reden.remedie}`, omgeving.breedte)}\n`)
      omgeving.eindigMet(2)
      continue
    }
    schrijver.klaar(uitkomst.waarde)
    if (uitkomst.waarde.samenvatting.aantallen['moet-u-verbeteren'] > 0) omgeving.eindigMet(1)
  }
  if (opties.json) omgeving.schrijf(']}\n')
}

/** Onbekend als het bestand er niet is; dat meldt de toets zelf. */
export function omvangVan(pad: string): Omvang | undefined {
  const bestand = statSync(pad, { throwIfNoEntry: false })
  return bestand?.isFile() ? { totaal: bestand.size, eenheid: 'bytes' } : undefined
}

interface Schrijver {
  readonly bevinding: (b: Bevinding) => void
  readonly klaar: (v: Toetsverslag) => void
  readonly onleesbaar: (o: Onleesbaar) => void
}

function tekstSchrijver(omgeving: CliOmgeving): Schrijver {
  return { bevinding: () => undefined, klaar: (v) => omgeving.schrijf(toetsTabel(v.lees, v.samenvatting, omgeving)), onleesbaar: () => undefined }
}

function csvSchrijver(omgeving: CliOmgeving): Schrijver {
  return { bevinding: (b) => omgeving.schrijf(csvRegel(b)), klaar: () => undefined, onleesbaar: () => undefined }
}

/** Schrijft bevindingen zodra ze er zijn, zodat ook een bestand met een miljoen fouten in het geheugen past. */
function jsonSchrijver(omgeving: CliOmgeving, naam: string): Schrijver {
  let eerste = true
  omgeving.schrijf(`{"bestand":${JSON.stringify(naam)},"bevindingen":[`)
  return {
    bevinding: (b) => {
      omgeving.schrijf(`${eerste ? '' : ','}${JSON.stringify(b)}`)
      eerste = false
    },
    klaar: ({ lees, samenvatting: s }) => {
      const perRegel = [...s.perRegel.values()].map(({ regel, titel, stapel, ernst, signaal, aantal, studenten }) => ({ regel, titel, stapel, ernst, signaal, aantal, studenten }))
      const perStudent = [...s.perStudent.values()].map((p) => ({ ...p, regels: [...p.regels] }))
      omgeving.schrijf(`],"onleesbaar":null,"verslag":${JSON.stringify(lees)},"aantallen":${JSON.stringify(s.aantallen)},"afgekeurd":${s.afgekeurd},"perRegel":${JSON.stringify(perRegel)},"perStudent":${JSON.stringify(perStudent)}}`)
    },
    onleesbaar: (o) => omgeving.schrijf(`],"onleesbaar":${JSON.stringify(o)},"verslag":null}`),
  }
}
