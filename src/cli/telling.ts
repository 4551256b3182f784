import type { Telling, Tellingregel, Telstatus } from '../beslissing/index.ts'
import { voerTellingUit } from '../beslissing/index.ts'
import type { Datum } from '../kern/datum.ts'
import { laadNormen } from '../normen/index.ts'
import { systeemactor } from '../toegang/index.ts'
import { cel } from './bevindingen-csv.ts'
import { getal, studenten } from './getallen.ts'
import { vouw } from './kader/breedte.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { leesBrin, leesDatum } from './kader/invoer.ts'
import { Opdracht } from './kader/opdracht.ts'
import { maakStijl } from './kader/stijl.ts'
import type { CliOmgeving, MaakOpdracht } from './omgeving.ts'
import { maakVoortgang } from './voortgang.ts'

interface Opties {
  readonly brin: string
  readonly teldatum: Datum
  readonly bekendOp?: Datum
  readonly json?: true
  readonly csv?: true
}

/** `leerroute telling`: wie er op een teldatum geld krijgt voor de studenten van een school, en waarom. */
export const tellingOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('telling', {
    uitleg: 'telt per school wie er op een teldatum betaalt, met redenen',
    toelichting: 'Een vooruitblik met wat er nu in het register staat; de vaststelling doet DUO. Een andere dag dan een teldatum mag: dan is het antwoord alsof die dag een teldatum was.',
    voorbeelden: [
      { regel: 'leerroute telling --brin 21MB --teldatum 2026-10-01', uitleg: 'hoeveel studenten tellen, hoeveel wachten, en waarom' },
      { regel: 'leerroute telling --brin 21MB --teldatum 2026-10-01 --csv', uitleg: 'per student een rij, voor een rekenblad' },
    ],
    json: 'geeft de telling als JSON: { "telling": {...}, "studenten": [...] }',
    codes: { 0: 'geteld', 1: 'er zijn studenten van wie nog niet te bepalen is wie betaalt', 2: 'verkeerd gebruik of een onbekende school' },
  })
    .verplicht('--brin <brin>', 'de school, bijvoorbeeld 21MB', leesBrin)
    .verplicht('--teldatum <datum>', 'de dag waarop geteld wordt, bijvoorbeeld 2026-10-01', leesDatum)
    .option('--bekend-op <datum>', 'telt met wat op deze dag bekend was, in plaats van nu', leesDatum)
    .option('--csv', 'geeft per student een rij als CSV met puntkomma\'s')
    .action((opties: Opties) => telEnToon(opties, omgeving))

async function telEnToon(opties: Opties, omgeving: CliOmgeving): Promise<void> {
  if (opties.json && opties.csv) throw new VerkeerdGebruik('Kies --json of --csv, niet allebei.')
  const { brin, teldatum, bekendOp = null } = opties
  await omgeving.metRegister(async ({ database, nu }) => {
    const voortgang = maakVoortgang(omgeving, `telling ${brin}`)
    const schrijver = opties.json ? jsonSchrijver(omgeving) : opties.csv ? csvSchrijver(omgeving) : null
    const uitkomst = await voerTellingUit(database, { actor: systeemactor('opdrachtregel'), nu: nu() }, { brin, teldatum, bekendOp }, laadNormen(), {
      opVoortgang: voortgang.zet, ...(schrijver === null ? {} : { opRegels: schrijver.regels }),
    })
    voortgang.klaar()
    if (!uitkomst.ok) throw new VerkeerdGebruik(`De school ${brin} staat niet in het register. Controleer de BRIN.`)
    if (schrijver === null) omgeving.schrijf(toonTelling(uitkomst.waarde, omgeving))
    else schrijver.klaar(uitkomst.waarde)
    if (uitkomst.waarde.aantallen.wacht > 0) omgeving.eindigMet(1)
  })
}

interface Schrijver {
  readonly regels: (regels: readonly Tellingregel[]) => void
  readonly klaar: (telling: Telling) => void
}

function jsonSchrijver({ schrijf }: CliOmgeving): Schrijver {
  let eerste = true
  return {
    regels: (regels) => {
      for (const regel of regels) {
        schrijf(`${eerste ? '{"studenten":[' : ','}${JSON.stringify(regel)}`)
        eerste = false
      }
    },
    klaar: (telling) => schrijf(`${eerste ? '{"studenten":[' : ''}],"telling":${JSON.stringify(telling)}}\n`),
  }
}

const KOLOMMEN = ['deelnemerId', 'naam', 'fase', 'betaler', 'status', 'ookGevraagdDoor', 'regels', 'uitleg'] as const

function csvSchrijver({ schrijf }: CliOmgeving): Schrijver {
  const kop = `${KOLOMMEN.join(';')}\r\n`
  let begonnen = false
  const begin = (): void => {
    if (!begonnen) schrijf(kop)
    begonnen = true
  }
  return {
    regels: (regels) => {
      begin()
      for (const r of regels) schrijf(`${[r.deelnemerId, r.naam ?? '', r.fase ?? '', r.betaler, r.status, r.ookGevraagdDoor.join(' '), r.regels.join(' '), r.uitleg].map(cel).join(';')}\r\n`)
    },
    klaar: begin,
  }
}

const STATUSSEN: readonly (readonly [Telstatus, string])[] = [
  ['telt', 'Tellen mee bij deze school'], ['elders', 'Betaald bij de andere sector of een andere school'], ['niemand', 'Niemand betaalt'], ['wacht', 'Nog niet te bepalen: de claim wacht'],
]

function toonTelling(t: Telling, omgeving: CliOmgeving): string {
  const stijl = maakStijl(omgeving)
  const verf = { telt: stijl.goed, elders: stijl.zacht, niemand: stijl.letOp, wacht: stijl.fout }
  const regels = [
    stijl.kop(`Telling ${t.brin} op ${t.teldatum}${t.bekendOp === null ? '' : `, zoals bekend op ${t.bekendOp}`}`),
    `  ${noemJaar(t)}`, `  ${studenten(t.studenten)} ingeschreven op deze dag`, '',
    ...STATUSSEN.flatMap(([status, naam]) => [verf[status](`${getal(t.aantallen[status]).padStart(8)}  ${naam}`), ...redenen(t, status, omgeving.breedte)]),
    '', 'Dit is een vooruitblik met wat er nu in het register staat. De vaststelling doet DUO.',
  ]
  return `${regels.map((regel) => vouw(regel, omgeving.breedte)).join('\n')}\n`
}

/** Zo breed als de kolom met het aantal per reden, waar vervolgregels naast beginnen. */
const KOLOM = 18

function redenen(t: Telling, status: Telstatus, breedte: number | undefined): readonly string[] {
  return t.perReden.filter((r) => r.status === status).map((r) => {
    const aantal = getal(r.studenten)
    return vouw(`${aantal.padStart(KOLOM - 2)}  ${r.uitleg} [${r.regels.join(', ')}]`, breedte, aantal.length + 2)
  })
}

function noemJaar({ bekostigingsjaar: jaar }: Telling): string {
  if (jaar === null) return 'Geen teldatum van het mbo: het antwoord is alsof deze dag een teldatum was.'
  return jaar.telling === 'correctie' ? `Telt voor het mbo alleen voor de correctie van bekostigingsjaar ${jaar.jaar}` : `Telt voor het mbo voor bekostigingsjaar ${jaar.jaar}`
}
