/** `leerroute lever`: levert een bestand en laat zien wat ermee gebeurde. */
import { basename } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { leesbaarBestand, omvangVan } from './kader/bestand.ts'
import { vouw } from './kader/breedte.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { leesBrin } from './kader/invoer.ts'
import { Opdracht } from './kader/opdracht.ts'
import { kiesServer } from './kader/server.ts'
import { metServer, type Serveropties } from './kader/serveropties.ts'
import type { Leverstand, Loket } from './lever/loket.ts'
import { serverloket } from './lever/server.ts'
import { maakVerslag, toonVerslag, vraagtAandacht } from './lever/verslag.ts'
import type { CliOmgeving, MaakOpdracht } from './omgeving.ts'
import { maakVoortgang, type Voortgang } from './voortgang.ts'

interface Opties {
  readonly volg?: string
  /** False met --geen-wacht. */
  readonly wacht: boolean
  readonly json?: true
}

const TOELICHTING = `Een leveringsbestand is NDJSON (op elke regel één record), of een RO of GRONDSLAG van DUO. Het wordt in zijn geheel ontvangen en daarna op de achtergrond verwerkt; elk record krijgt een antwoord. Hetzelfde bestand nog eens leveren verandert niets.

Zonder --server levert u aan het register op deze computer, als beheerder: voor elke school. Met --namens gelden alleen de rechten van die school, zoals bij een server met haar sleutel.`

export const leverOpdracht: MaakOpdracht = (omgeving) =>
  metServer(new Opdracht('lever', {
    uitleg: 'levert records aan het register en toont de terugkoppeling',
    toelichting: TOELICHTING,
    voorbeelden: [
      { regel: 'leerroute lever docs/voorbeelden/RO_21MB_20250801_20270731.CSV', uitleg: 'levert, wacht, en zegt wat er is aangenomen en wat niet' },
      { regel: 'leerroute lever --server https://leerroute.example.nl --sleutel-bestand lindemeer.sleutel docs/voorbeelden/levering.ndjson', uitleg: 'hetzelfde bij een server, met de sleutel van uw koppeling' },
      { regel: 'leerroute lever --geen-wacht docs/voorbeelden/levering.ndjson', uitleg: 'geeft meteen het nummer van de aanlevering' },
      { regel: 'leerroute lever --volg 019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b', uitleg: 'wacht alsnog op een eerdere aanlevering' },
    ],
    json: 'geeft per bestand de aanlevering, de fouten per soort en de signalen als JSON',
    codes: { 0: 'alles is aangenomen', 1: 'een of meer records zijn niet overgenomen', 2: 'het bestand is niet aangenomen, of verkeerd gebruik', 3: 'de verwerking is mislukt', 130: 'afgebroken; wat ontvangen is, blijft bewaard' },
  })
    .argument('[bestand...]', 'een of meer leveringsbestanden')
    .option('--volg <aanleveringId>', 'levert niets, maar volgt een eerdere aanlevering')
    .option('--namens <brin>', 'levert op deze computer met alleen de rechten van deze school', leesBrin)
    .option('--geen-wacht', 'wacht niet op de verwerking'))
    .action(async (bestanden: string[], { geenWacht, volg, json, namens, ...waar }: Omit<Opties, 'wacht'> & Serveropties & { readonly geenWacht?: true; readonly namens?: string }) => {
      if ((bestanden.length > 0) === (volg !== undefined)) throw new VerkeerdGebruik('Geef een of meer bestanden, of --volg met het nummer van een aanlevering.')
      const opties: Opties = { wacht: geenWacht !== true, ...(volg === undefined ? {} : { volg }), ...(json === undefined ? {} : { json }) }
      for (const bestand of bestanden) leesbaarBestand(bestand)
      const server = kiesServer(waar, omgeving)
      if (server !== undefined && namens !== undefined) throw new VerkeerdGebruik('--namens kan alleen op deze computer. Bij een server bepaalt uw sleutel namens welke school u levert.')
      if (server !== undefined) await leverAlles(bestanden, opties, serverloket(server), omgeving)
      else await omgeving.metRegister(async (register) => leverAlles(bestanden, opties, (await import('./lever/lokaal.ts')).lokaalLoket(register, omgeving, namens), omgeving))
    })

async function leverAlles(bestanden: readonly string[], opties: Opties, loket: Loket, omgeving: CliOmgeving): Promise<void> {
  const uit: unknown[] = []
  for (const bestand of bestanden.length > 0 ? bestanden : [null]) {
    const aanleveringId = bestand === null ? opties.volg ?? '' : await stuur(bestand, loket, omgeving)
    omgeving.bijAfbreken(() => `De aanlevering is ontvangen en blijft bewaard. Volg haar verder met: leerroute lever --volg ${aanleveringId}`)
    if (!opties.wacht) {
      const aanlevering = await loket.toon(aanleveringId)
      if (opties.json) uit.push({ aanlevering })
      else omgeving.schrijf(vouw(`Ontvangen: ${aanleveringId}\nVolg de verwerking met: leerroute lever --volg ${aanleveringId}\n`, omgeving.breedte, 2))
      continue
    }
    const verslag = await maakVerslag(loket, await volg(aanleveringId, loket, omgeving))
    if (opties.json) uit.push(verslag)
    else omgeving.schrijf(toonVerslag(verslag, omgeving))
    if (verslag.aanlevering.staat === 'mislukt') omgeving.eindigMet(3)
    else if (vraagtAandacht(verslag.aanlevering)) omgeving.eindigMet(1)
  }
  if (opties.json) omgeving.schrijf(`${JSON.stringify({ aanleveringen: uit })}\n`)
}

async function stuur(bestand: string, loket: Loket, omgeving: CliOmgeving): Promise<string> {
  omgeving.bijAfbreken(() => `${basename(bestand)} was nog niet helemaal ontvangen; daarvan is niets bewaard.`)
  const voortgang = maakVoortgang(omgeving, `${basename(bestand)} sturen`, omvangVan(bestand))
  try {
    return await loket.neemAan(bestand, voortgang)
  } finally {
    voortgang.klaar()
  }
}

const EERSTE_WACHT_MS = 100
const LANGSTE_WACHT_MS = 2_000

/** Wacht tot de verwerking klaar of mislukt is, en laat zien hoever zij is. */
async function volg(aanleveringId: string, loket: Loket, omgeving: CliOmgeving): Promise<Leverstand> {
  const meewerken = new AbortController()
  const stop = AbortSignal.any([omgeving.stop(), meewerken.signal])
  let aanlevering = await loket.toon(aanleveringId)
  const werk = loket.werkMee(stop)
  // Een fout komt hieronder naar buiten; hier mag zij het proces niet laten omvallen.
  werk.catch(() => undefined)
  let voortgang: Voortgang | undefined
  try {
    for (let pauze = EERSTE_WACHT_MS; aanlevering.staat === 'wachtend' || aanlevering.staat === 'bezig'; pauze = Math.min(pauze * 1.5, LANGSTE_WACHT_MS)) {
      voortgang ??= aanlevering.records === null ? undefined : maakVoortgang(omgeving, `${aanlevering.bestandsnaam ?? 'levering'} verwerken`, { totaal: aanlevering.records, eenheid: 'records' })
      voortgang?.zet(aanlevering.voortgang ?? 0)
      await wacht(pauze, undefined, { signal: stop })
      aanlevering = await loket.toon(aanleveringId)
    }
  } finally {
    voortgang?.klaar()
    meewerken.abort()
    await werk
  }
  return aanlevering
}
