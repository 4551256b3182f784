/** `leerroute genereer`: maakt een verzonnen regio als bestanden of in het register, en gaat na of elke geplante fout gevonden is. */
import { InvalidArgumentError } from 'commander'
import { availableParallelism } from 'node:os'
import { laadNormen } from '../normen/index.ts'
import {
  type Afwijking, controleerRegio, kijkLokaal, laadRegio, maakRegio, type Regio, type Registerblik, schrijfRegio, STANDAARD_FOUTEN_PROCENT, STANDAARD_PEILDATUM, STANDAARD_ROUTES_PROCENT,
} from '../regio/index.ts'
import { kijkBijServer } from './genereer-server.ts'
import { getal, studenten } from './getallen.ts'
import { vouw } from './kader/breedte.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { leesAantal, leesDatum } from './kader/invoer.ts'
import { Opdracht } from './kader/opdracht.ts'
import { kiesServer } from './kader/server.ts'
import { metServer, type Serveropties } from './kader/serveropties.ts'
import type { CliOmgeving, MaakOpdracht, Register } from './omgeving.ts'
import { maakVoortgang } from './voortgang.ts'

interface Opties extends Serveropties {
  readonly studenten?: number
  readonly zaad: number
  readonly peildatum: string
  readonly fouten: number
  readonly routes: number
  readonly uit?: string
  readonly register?: true
  readonly controleer?: string
  readonly draden?: number
  readonly json?: true
}

const MEESTE_STUDENTEN = 4_000_000
/** Meer draden dan dit wachten vooral op de schijf. */
const MEESTE_DRADEN = 4
const MEESTE_ZAAD = 999_999_999

const UITLEG = `Geen school, student of nummer in een regio bestaat. Hetzelfde zaad en hetzelfde aantal geven op elke machine dezelfde bytes.
--uit schrijft een map met leveringen per school en ronde, en geplant.ndjson: elk signaal dat moet ontstaan en elk record dat afgekeurd moet worden.
--register levert dezelfde records in het ingestelde register, op de momenten waarop de scholen dat deden.
--controleer legt geplant.ndjson naast het register, of met --server naast dat van een server, en noemt elk verschil.`

export const genereerOpdracht: MaakOpdracht = (omgeving) =>
  metServer(new Opdracht('genereer', {
    uitleg: 'maakt een verzonnen regio met scholen, studenten en geplante fouten',
    toelichting: UITLEG,
    voorbeelden: [
      { regel: 'leerroute genereer --studenten 2000 --zaad 7 --uit regio', uitleg: 'schrijft een regio in de map regio' },
      { regel: 'leerroute genereer --studenten 2000 --zaad 7 --register', uitleg: 'zet dezelfde regio in het register' },
      { regel: 'leerroute genereer --controleer regio', uitleg: 'gaat na of het register precies de geplante fouten vond' },
      { regel: 'leerroute genereer --studenten 500 --routes 40 --fouten 20 --uit training', uitleg: 'veel routes en veel fouten, voor een training' },
    ],
    json: 'geeft het verslag als JSON',
    codes: { 0: 'gemaakt, of alles gevonden en niets anders', 1: 'er is een verschil tussen wat gepland was en wat het register zegt', 2: 'verkeerd gebruik, of de map of het register is er niet geschikt voor' },
  })
    .option('--studenten <aantal>', 'hoeveel studenten', leesAantal(1, MEESTE_STUDENTEN))
    .option('--zaad <getal>', 'bepaalt het toeval', leesAantal(0, MEESTE_ZAAD), 1)
    .option('--peildatum <datum>', 'de dag waarop de verwachting geldt', leesDatum, STANDAARD_PEILDATUM)
    .option('--fouten <procent>', 'deel van de studenten met een geplante fout, en evenveel met een record dat afgekeurd moet worden', leesProcent, STANDAARD_FOUTEN_PROCENT)
    .option('--routes <procent>', 'deel van de andere studenten in een leerroute', leesProcent, STANDAARD_ROUTES_PROCENT)
    .option('--uit <map>', 'schrijft de regio in deze nieuwe map')
    .option('--register', 'levert de regio in het ingestelde register')
    .option('--controleer <map>', 'vergelijkt de geplante fouten van deze map met het register')
    .option('--draden <aantal>', 'hoeveel draden tegelijk schrijven; zonder keuze zoveel als er processoren zijn, hooguit vier', leesAantal(1, 64)))
    .action((opties: Opties) => (opties.controleer === undefined ? maak(opties, omgeving) : controleer(opties.controleer, opties, omgeving)))

async function maak(opties: Opties, omgeving: CliOmgeving): Promise<void> {
  if (opties.uit === undefined && opties.register === undefined) throw new VerkeerdGebruik('Zeg waar de regio heen moet: --uit MAP voor bestanden, --register voor het register. Nagaan gaat met --controleer MAP.')
  if (opties.studenten === undefined) throw new VerkeerdGebruik('Zeg met --studenten hoe groot de regio wordt, bijvoorbeeld --studenten 2000.')
  const regio = maakRegio({ studenten: opties.studenten, zaad: opties.zaad, peildatum: opties.peildatum, foutenProcent: opties.fouten, routesProcent: opties.routes })
  if (!regio.ok) throw new VerkeerdGebruik(regio.reden)
  if (opties.uit !== undefined) await schrijf(regio.waarde, opties.uit, opties, omgeving)
  if (opties.register) await laad(regio.waarde, opties, omgeving)
}

async function schrijf(regio: Regio, map: string, { draden = Math.min(MEESTE_DRADEN, availableParallelism()), json }: Opties, omgeving: CliOmgeving): Promise<void> {
  const totaal = regio.wens.studenten
  const voortgang = maakVoortgang(omgeving, `regio in ${map}`, { totaal, eenheid: 'studenten' })
  const geschreven = await schrijfRegio(regio, map, { draden, bijVoortgang: (klaar) => voortgang.zet(klaar / totaal) })
  voortgang.klaar()
  if (!geschreven.ok) throw new VerkeerdGebruik(geschreven.reden)
  const { waarde } = geschreven
  if (json) return omgeving.schrijf(`${JSON.stringify({ map, ...waarde })}\n`)
  const [signalen, weigeringen] = [somVan(waarde.signalen), somVan(waarde.weigeringen)]
  omgeving.schrijf(vouw([
    `${studenten(waarde.studenten)} en ${getal(waarde.records)} records geschreven in ${map}.`,
    `Verwacht: ${getal(signalen)} signalen bij ${studenten(somVan(waarde.misstappen))} met een geplante fout en bij studenten met wie vanzelf iets is, en ${getal(weigeringen)} afgekeurde records.`,
    `Hoe u de regio levert en nagaat, staat in ${map}/LEESMIJ.md.`, '',
  ].join('\n'), omgeving.breedte))
}

async function laad(regio: Regio, { json }: Opties, omgeving: CliOmgeving): Promise<void> {
  await omgeving.metRegister(async (register) => {
    if (register.productie) throw new VerkeerdGebruik('Dit register staat in productie. Verzonnen scholen en studenten horen daar niet tussen; er is niets veranderd.')
    const totaal = regio.wens.studenten
    const voortgang = maakVoortgang(omgeving, 'regio in het register', { totaal, eenheid: 'studenten' })
    const geladen = await laadRegio(regio, metNormen(register, omgeving), { bijVoortgang: (klaar) => voortgang.zet(klaar / totaal) })
    voortgang.klaar()
    if (!geladen.ok) throw new VerkeerdGebruik(geladen.reden)
    const { waarde } = geladen
    if (waarde.afwijkingen.length > 0) omgeving.eindigMet(1)
    if (json) return omgeving.schrijf(`${JSON.stringify(waarde)}\n`)
    omgeving.schrijf(vouw([
      `${studenten(waarde.studenten)} en ${getal(waarde.records)} records geleverd in het register.`,
      `Records die afgekeurd moesten worden: ${getal(waarde.weigeringen)}; met een ander antwoord dan gepland: ${getal(waarde.afwijkingen.length)}.`,
      ...toonAfwijkingen(waarde.afwijkingen), '',
    ].join('\n'), omgeving.breedte))
  })
}

async function controleer(map: string, opties: Opties, omgeving: CliOmgeving): Promise<void> {
  const server = kiesServer(opties, omgeving)
  if (server !== undefined) return vergelijk(map, kijkBijServer(server), opties, omgeving)
  await omgeving.metRegister(async (register) => vergelijk(map, await kijkLokaal(metNormen(register, omgeving)), opties, omgeving))
}

async function vergelijk(map: string, blik: Registerblik, { json }: Opties, omgeving: CliOmgeving): Promise<void> {
  const voortgang = maakVoortgang(omgeving, `controle van ${map}`)
  const verslag = await controleerRegio(map, blik, voortgang.zet)
  voortgang.klaar()
  if (!verslag.ok) throw new VerkeerdGebruik(verslag.reden)
  const { gepland, gevonden, ontbreekt, onverwacht, anders, nietVerwerkt, afwijkingen } = verslag.waarde
  if (afwijkingen.length > 0) omgeving.eindigMet(1)
  if (json) return omgeving.schrijf(`${JSON.stringify(verslag.waarde)}\n`)
  omgeving.schrijf(vouw([
    `${getal(gepland)} gepland, ${getal(gevonden)} gevonden, ${getal(ontbreekt)} ontbreken, ${getal(anders)} anders, ${getal(onverwacht)} onverwacht.`,
    ...(nietVerwerkt > 0 ? [`${getal(nietVerwerkt)} bestanden zijn niet of nog niet geheel verwerkt.`] : []),
    ...toonAfwijkingen(afwijkingen), '',
  ].join('\n'), omgeving.breedte))
}

function metNormen(register: Register, omgeving: CliOmgeving) {
  return { ...register, nu: () => register.nu(), normen: laadNormen(), meld: (regel: string) => omgeving.meld(`${regel}\n`) }
}

const MEESTE_AFWIJKINGEN = 50

function toonAfwijkingen(afwijkingen: readonly Afwijking[]): readonly string[] {
  const rest = afwijkingen.length - MEESTE_AFWIJKINGEN
  return [
    ...afwijkingen.slice(0, MEESTE_AFWIJKINGEN).map(({ wat, plaats, uitleg }) => `  ${wat.padEnd(10)} ${plaats}: ${uitleg}`),
    ...(rest > 0 ? [`  en nog ${getal(rest)}; de hele lijst komt met --json`] : []),
  ]
}

function somVan(tel: Readonly<Record<string, number>>): number {
  return Object.values(tel).reduce((som, aantal) => som + aantal, 0)
}

function leesProcent(tekst: string): number {
  const waarde = Number(tekst.replace(',', '.'))
  if (/^\d+([.,]\d+)?$/.test(tekst) && waarde <= 100) return waarde
  throw new InvalidArgumentError('Geef een percentage van 0 tot en met 100, zoals 5 of 1,5.')
}
