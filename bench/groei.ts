import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { toonBesluit, verwerkOutbox } from '../src/beslissing/index.ts'
import { importeerBestand, leverInschrijving } from '../src/bron/index.ts'
import { momentVan } from '../src/kern/datum.ts'
import { isBsn } from '../src/kern/persoonsnummer.ts'
import { laadNormen } from '../src/normen/index.ts'
import { systeemactor } from '../src/toegang/index.ts'
import { duurMs, getal, mediaan, type Benchkeuze, type Meting } from './meting.ts'
import { metProefregister, type Proefregister } from './proefregister.ts'

const GROOTTEN = [10_000, 100_000, 1_000_000]
const KLEINE_GROOTTEN = [1_000, 4_000, 16_000]
const DOEL_SCHRIJVEN = 1.1
const DOEL_LEZEN = 0.15
const VRAGEN = 300
const LEVERINGEN = 200

interface Stap {
  readonly inschrijvingen: number
  /** Opgeteld vanaf een leeg register: importeren en signalen uitrekenen. */
  readonly schrijfMs: number
  readonly signaalMs: number
  readonly leesMs: number
  readonly leverMs: number
}

/** Hoe schrijven en lezen meegroeien met het register: van tienduizend naar een miljoen inschrijvingen. */
export function meetGroei(keuze: Benchkeuze): Promise<Meting> {
  return metProefregister(async (register) => {
    const stappen: Stap[] = []
    for (const grootte of keuze.klein ? KLEINE_GROOTTEN : GROOTTEN) stappen.push(await groei(register, stappen.at(-1), grootte, keuze))
    return maakMeting(stappen)
  })
}

async function groei(register: Proefregister, vorige: Stap | undefined, grootte: number, { meld }: Benchkeuze): Promise<Stap> {
  const van = vorige?.inschrijvingen ?? 0
  const pad = join(register.map, `RO_21MB_20250801_${2030 + (van === 0 ? 0 : 1)}0731.CSV`)
  await schrijfBestand(pad, van, grootte)
  const ctx = { actor: systeemactor('bench'), nu: momentVan(new Date()), kluis: register.kluis }
  const importMs = await duurMs(async () => {
    const uitkomst = await importeerBestand(register.database, ctx, pad)
    if (!uitkomst.ok) throw new Error(`het verzonnen bestand is geweigerd: ${uitkomst.reden.uitleg}`)
    if (uitkomst.waarde.geweigerdeStudenten > 0) throw new Error(`${uitkomst.waarde.geweigerdeStudenten} studenten zijn geweigerd`)
  })
  const normen = laadNormen()
  const signaalMs = await duurMs(() => verwerkOutbox(register.database, ctx, normen))
  await register.database.pool.query('analyze')
  const stap = {
    inschrijvingen: grootte, schrijfMs: (vorige?.schrijfMs ?? 0) + importMs + signaalMs, signaalMs: signaalMs / (grootte - van),
    leesMs: await meetLezen(register, normen), leverMs: await meetLeveren(register, grootte),
  }
  meld(`groei: ${getal(grootte)} inschrijvingen: schrijven ${getal(stap.schrijfMs / 1000)} s, besluit ${getal(stap.leesMs)} ms, levering ${getal(stap.leverMs)} ms, signalen ${getal(1000 / stap.signaalMs)} studenten/s`)
  return stap
}

async function meetLezen({ database, kluis }: Proefregister, normen: ReturnType<typeof laadNormen>): Promise<number> {
  const ctx = { actor: systeemactor('bench'), nu: momentVan(new Date()), kluis }
  const { rows } = await database.pool.query<{ id: string }>('select deelnemer_id as id from deelnemer order by md5(deelnemer_id::text) limit $1', [VRAGEN])
  for (const { id } of rows.slice(0, 50)) await toonBesluit(database, ctx, id, {}, normen)
  const duren: number[] = []
  for (const { id } of rows) duren.push(await duurMs(() => toonBesluit(database, ctx, id, {}, normen)))
  return mediaan(duren)
}

/** Dezelfde studenten met een andere einddatum: elke levering is een nieuwe stand. */
async function meetLeveren({ database, kluis }: Proefregister, grootte: number): Promise<number> {
  const ctx = { actor: systeemactor('bench'), nu: momentVan(new Date()), kluis }
  const duren: number[] = []
  for (let i = 0; i < LEVERINGEN; i += 1) {
    const bericht = {
      persoon: { persoonsnummer: nummer(Math.floor((i * grootte) / LEVERINGEN)), geboortedatum: '2008-03-12' },
      inschrijving: {
        sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: `N${grootte}`, datumInschrijving: '2026-08-01',
        perioden: [{ datumBegin: '2026-08-01', opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', onderwijsaanbieder: '201A001', indicatieBekostigbaar: 'J' }],
      },
    } as unknown as Parameters<typeof leverInschrijving>[2]
    duren.push(await duurMs(async () => {
      const uitkomst = await leverInschrijving(database, ctx, bericht)
      if (!uitkomst.ok) throw new Error(JSON.stringify(uitkomst.reden))
    }))
  }
  return mediaan(duren)
}

function maakMeting(stappen: readonly Stap[]): Meting {
  const schrijven = exponent(stappen, ({ schrijfMs }) => schrijfMs)
  const lezen = exponent(stappen, ({ leesMs }) => leesMs)
  return {
    naam: 'Groei',
    uitleg: 'Een register dat groeit met RO-bestanden; een op de vier studenten volgt een leerroute. Schrijven is importeren en alle signalen uitrekenen, opgeteld vanaf leeg. De exponent zegt hoe de tijd meegroeit: 1 is even hard als het register, 0 is helemaal niet. Gelezen wordt het besluit over willekeurige studenten, in hetzelfde proces.',
    uitkomsten: [
      ...stappen.flatMap(({ inschrijvingen, schrijfMs, leesMs, leverMs, signaalMs }) => [
        { wat: `${getal(inschrijvingen)} inschrijvingen: schrijven vanaf leeg`, waarde: `${getal(schrijfMs / 1000)} s` },
        { wat: `${getal(inschrijvingen)} inschrijvingen: besluit, losse levering (mediaan)`, waarde: `${getal(leesMs)} ms, ${getal(leverMs)} ms` },
        { wat: `${getal(inschrijvingen)} inschrijvingen: studenten per seconde wier signalen de luisteraar uitrekent`, waarde: getal(1000 / signaalMs) },
      ]),
      { wat: 'exponent van schrijven', waarde: getal(schrijven) },
      { wat: 'exponent van lezen', waarde: getal(lezen) },
      { wat: 'exponent van een losse levering', waarde: getal(exponent(stappen, ({ leverMs }) => leverMs)) },
    ],
    doel: `exponent hooguit ${getal(DOEL_SCHRIJVEN)} voor schrijven en ${getal(DOEL_LEZEN)} voor lezen`,
    gehaald: schrijven <= DOEL_SCHRIJVEN && lezen <= DOEL_LEZEN,
  }
}

/** Helling op dubbel-logaritmisch papier, tussen de eerste en de laatste stap. */
function exponent(stappen: readonly Stap[], van: (stap: Stap) => number): number {
  const [eerste, laatste] = [stappen[0], stappen.at(-1)]
  if (eerste === undefined || laatste === undefined) throw new RangeError('groei zonder stappen')
  return Math.log(van(laatste) / van(eerste)) / Math.log(laatste.inschrijvingen / eerste.inschrijvingen)
}

/** Studenten `van` tot `tot`, elk met een inschrijving en een of twee perioden. */
async function schrijfBestand(pad: string, van: number, tot: number): Promise<void> {
  const stroom = createWriteStream(pad)
  let [perioden, blok] = [0, 'VLP|21MB|2025-08-01|2027-07-31|2026-11-24\r\n']
  for (let i = van; i < tot; i += 1) {
    const p = `${nummer(i)}|`
    const route = i % 4 === 0
    const isp = (datum: string, fase: string) => `ISP|${p}|E${i}|${datum}|${29_900 + (i % 60)}|BOL|MBO-${2 + (i % 3)}|J||201A001|201X001|${route ? 'DLR' : ''}|${route ? fase : ''}\r\n`
    blok += `PER|${p}|2008-03-12|${i % 2 === 0 ? 'V' : 'M'}\r\nISG|${p}|E${i}|2025-08-01|2028-07-31||\r\n${isp('2025-08-01', 'VO')}${route ? isp('2026-08-01', 'MBO') : ''}`
    perioden += route ? 2 : 1
    if (blok.length > 1 << 20) {
      if (!stroom.write(blok)) await once(stroom, 'drain')
      blok = ''
    }
  }
  stroom.end(`${blok}SLR|${tot - van}|${tot - van}|${perioden}|0|0|0|0|0|0\r\n`)
  await once(stroom, 'finish')
}

const NUMMERS: number[] = []
let volgende = 985_000_000

/** BSN's oplopend vanaf 985000000: ruim een miljoen, en zo hoog worden zij niet uitgegeven. */
function nummer(i: number): string {
  while (NUMMERS.length <= i) {
    if (volgende > 997_999_999) throw new RangeError('niet genoeg proefnummers')
    if (isBsn(String(volgende))) NUMMERS.push(volgende)
    volgende += 1
  }
  return String(NUMMERS[i])
}
