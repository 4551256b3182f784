import { basename } from 'node:path'
import { toetsBestand, type Bevinding, type Onleesbaar, type Toetsverslag } from '../bron/zonder-register.ts'
import { CSV_KOP, csvRegel } from './bevindingen-csv.ts'
import { toetsTabel } from './bevindingen-tabel.ts'
import { omvangVan, soortVan } from './kader/bestand.ts'
import { vouw } from './kader/breedte.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { Opdracht } from './kader/opdracht.ts'
import { metServer, type Serveropties } from './kader/serveropties.ts'
import { SOEPEL, type CliOmgeving, type MaakOpdracht } from './omgeving.ts'
import { maakVoortgang } from './voortgang.ts'

interface Opties extends Serveropties {
  readonly json?: true
  readonly csv?: true
  readonly soepel?: true
}

/** `leerroute toets FILE...`: zegt wat er mis is in bestanden van DUO, zonder iets op te slaan. */
export const toetsOpdracht: MaakOpdracht = (omgeving) =>
  metServer(new Opdracht('toets', {
    uitleg: 'controleert bestanden van DUO (RO, GRONDSLAG, OBO, TBG-i) zonder iets op te slaan',
    toelichting: 'Een leveringsbestand met records (NDJSON) wordt getoetst met wat het register al weet: u ziet wat er met elk record zou gebeuren, en welke signalen er dan zijn. Met --server doet een server dat voor elk bestand tot 10 MB.',
    voorbeelden: [
      { regel: 'leerroute toets docs/voorbeelden/RO_21MB_20250801_20270731.CSV', uitleg: 'wat er mis is, per regel en per student' },
      { regel: 'leerroute toets --server http://127.0.0.1:8080 --sleutel-bestand lindemeer.sleutel docs/voorbeelden/RO_21MB_20250801_20270731.CSV', uitleg: 'ook met de signalen die er dan zouden zijn' },
      { regel: 'leerroute toets --csv docs/voorbeelden/RO_21MB_20250801_20270731.CSV', uitleg: 'elke bevinding als rij voor een rekenblad' },
    ],
    json: 'geeft het verslag als JSON: per bestand de bevindingen, de aantallen en de studenten',
    codes: { 0: 'geen fouten', 1: 'fouten om te verbeteren', 2: 'onleesbaar bestand of verkeerd gebruik' },
  })
    .argument('<bestand...>', 'een of meer bestanden van DUO, of leveringsbestanden')
    .option('--csv', 'geeft elke bevinding als CSV met puntkomma\'s, veilig voor een rekenblad')
    .option('--soepel', SOEPEL))
    .action(async (bestanden: string[], opties: Opties) => {
      if (opties.json && opties.csv) throw new VerkeerdGebruik('Kies --json of --csv, niet allebei.')
      if (!vraagtRegister(bestanden, opties, omgeving)) return toetsAlles(bestanden, opties, omgeving)
      if (opties.csv || opties.soepel) throw new VerkeerdGebruik('--csv en --soepel kunnen alleen bij bestanden van DUO, op deze computer.')
      await (await import('./toets-register.ts')).toetsBijRegister(bestanden, opties, omgeving)
    })

/** Records zijn alleen te toetsen met wat het register al weet; een bestand van DUO kan ook zonder. */
function vraagtRegister(bestanden: readonly string[], opties: Serveropties, omgeving: CliOmgeving): boolean {
  if ((opties.server ?? opties.sleutelBestand ?? omgeving.server.adres) !== undefined) return true
  const records = bestanden.filter((pad) => omvangVan(pad) !== undefined && soortVan(pad).includes('json'))
  if (records.length > 0 && records.length < bestanden.length) throw new VerkeerdGebruik('Toets leveringsbestanden (NDJSON) en bestanden van DUO apart.')
  return records.length > 0
}

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
