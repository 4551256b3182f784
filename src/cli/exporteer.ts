import { Option } from 'commander'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { exporteerBestand, type Exportverslag, type Exportvraag } from '../beslissing/index.ts'
import { naamObov, naamZip, OBOV_SOORTEN, schrijfVerschillijsten, Zipschrijver, type ObovSoort } from '../bron/index.ts'
import { datumInNederland, type Datum } from '../kern/datum.ts'
import type { Weigering } from '../kern/weigering.ts'
import { laadNormen } from '../normen/index.ts'
import { systeemactor } from '../toegang/index.ts'
import { getal, studenten } from './getallen.ts'
import { vouw } from './kader/breedte.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { leesAantal, leesBrin, leesDatum } from './kader/invoer.ts'
import { Opdracht } from './kader/opdracht.ts'
import type { CliOmgeving, MaakOpdracht, Register } from './omgeving.ts'
import { bestaatAl, Uitvoerbestand } from './uitvoerbestand.ts'
import { maakVoortgang } from './voortgang.ts'

interface Opties {
  readonly soort?: Exportvraag['soort']
  readonly brin: string
  readonly van?: Datum
  readonly tot?: Datum
  readonly studiejaar?: number
  readonly jaar?: number
  readonly uit: string
  readonly vorige?: string
  readonly zip?: true
  readonly bondig?: true
  readonly soepel?: true
  readonly overschrijf?: true
  readonly json?: true
}

const TOELICHTING = `Bij RO horen --van en --tot; bij OBO en GRONDSLAG --studiejaar; bij TBGI --jaar, het bekostigingsjaar. Wat het register niet weet, blijft leeg; het verslag zegt wat en waarom.

In deze bestanden staan persoonsnummers. Zij zijn alleen voor u leesbaar, en elke export staat in de audit. Een bestand krijgt zijn naam pas als het compleet is.`

/** `leerroute exporteer`: schrijft bestanden zoals DUO ze schrijft, uit het register. */
export const exporteerOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('exporteer', {
    uitleg: 'schrijft een RO, TBG-i, GRONDSLAG of OBO uit het register, zoals DUO het schrijft',
    toelichting: TOELICHTING,
    voorbeelden: [
      { regel: 'leerroute exporteer --soort RO --brin 21MB --van 2025-08-01 --tot 2026-07-31', uitleg: 'een registratieoverzicht in deze map' },
      { regel: 'leerroute exporteer --soort TBGI --brin 21MB --jaar 2027 --uit uitvoer', uitleg: 'de grondslagen van de telling van 1 oktober 2025' },
      { regel: 'leerroute exporteer --soort OBO --brin 21MB --studiejaar 2025 --vorige OBO_21MB_2025_20260401.CSV --zip', uitleg: 'het OBO met de verschillijsten, ingepakt' },
    ],
    json: 'geeft het verslag als JSON: { "bestanden": [...], "verslag": {...} }',
    codes: { 0: 'geschreven', 1: 'geschreven, maar een of meer studenten konden er niet in', 2: 'verkeerd gebruik; er is niets geschreven', 130: 'afgebroken; er is niets geschreven' },
  })
    .addOption(new Option('--soort <soort>', 'welk bestand (verplicht)').choices(['RO', 'TBGI', 'GRONDSLAG', 'OBO']))
    .verplicht('--brin <brin>', 'de instelling, bijvoorbeeld 21MB', leesBrin)
    .option('--van <datum>', 'RO: de eerste dag van het overzicht', leesDatum)
    .option('--tot <datum>', 'RO: de laatste dag van het overzicht', leesDatum)
    .option('--studiejaar <jaar>', 'OBO, GRONDSLAG: het jaar waarin het studiejaar begint', leesAantal(2000, 2100))
    .option('--jaar <jaar>', 'TBGI: het bekostigingsjaar', leesAantal(2000, 2100))
    .option('--uit <map>', 'de map voor het bestand', '.')
    .option('--vorige <bestand>', 'OBO: het vorige OBO, voor de verschillijsten (OBOV)')
    .option('--zip', 'OBO: alles samen in een zip')
    .option('--bondig', 'TBGI: laat groepen weg waarin alles nil is')
    .option('--soepel', 'schrijft ook nummers die de elfproef niet halen, voor proefbestanden')
    .option('--overschrijf', 'vervangt een bestand dat er al staat')
    .action((opties: Opties) => omgeving.metRegister((register) => exporteer(opties, register, omgeving)))

async function exporteer(opties: Opties, register: Register, omgeving: CliOmgeving): Promise<void> {
  const { soort } = opties
  if (soort === undefined) throw new VerkeerdGebruik('De optie \'--soort <soort>\' is verplicht. Bekijk het gebruik met --help')
  if (soort !== 'OBO' && (opties.zip || opties.vorige !== undefined)) throw new VerkeerdGebruik('--zip en --vorige horen alleen bij --soort OBO.')
  const nu = register.nu()
  const dag = datumInNederland(new Date(nu))
  const werk: Werk = { opties, omgeving, dag, gemaakt: [] }
  omgeving.bijAfbreken(() => 'Er is niets geschreven.')
  try {
    const hoofd = await Uitvoerbestand.maak(opties.uit)
    werk.gemaakt.push({ uit: hoofd, naam: '' })
    const voortgang = maakVoortgang(omgeving, `${soort} ${opties.brin}`)
    const ctx = { actor: systeemactor('opdrachtregel'), nu, kluis: register.kluis }
    const uitkomst = await exporteerBestand(register.database, ctx, vraagVan(soort, opties), { schrijf: (stuk) => hoofd.schrijf(stuk), opVoortgang: voortgang.zet }, laadNormen())
    voortgang.klaar()
    if (!uitkomst.ok) throw new VerkeerdGebruik(zegWeigering(uitkomst.reden))
    werk.gemaakt[0] = { uit: hoofd, naam: uitkomst.waarde.naam }
    if (opties.vorige !== undefined) await maakVerschillijsten(werk, hoofd, uitkomst.waarde.naam, opties.vorige)
    const bestanden = opties.zip ? [await pakIn(werk, nu)] : await geefNamen(werk)
    toon(uitkomst.waarde, bestanden, werk)
  } finally {
    await Promise.all(werk.gemaakt.map(({ uit }) => uit.ruimOp()))
  }
}

interface Werk {
  readonly opties: Opties
  readonly omgeving: CliOmgeving
  readonly dag: Datum
  /** Wat er gemaakt is; zonder naam verdwijnt het aan het eind. */
  readonly gemaakt: { uit: Uitvoerbestand; naam: string }[]
}

function vraagVan(soort: Exportvraag['soort'], o: Opties): Exportvraag {
  return {
    soort, brin: o.brin, ...(o.van === undefined ? {} : { van: o.van }), ...(o.tot === undefined ? {} : { totEnMet: o.tot }),
    ...(o.studiejaar === undefined ? {} : { studiejaar: o.studiejaar }), ...(o.jaar === undefined ? {} : { bekostigingsjaar: o.jaar }),
    ...(o.bondig ? { stijl: 'bondig' } : {}), ...(o.soepel ? { soepel: true } : {}),
  }
}

function zegWeigering(reden: Weigering): string {
  if (reden.soort !== 'ongeldig') return 'Dit bestand is niet te maken.'
  return reden.fouten.map(({ veld, regel, watTeDoen }) => `--${veld}: ${regel} ${watTeDoen}`).join('\n')
}

async function maakVerschillijsten(werk: Werk, hoofd: Uitvoerbestand, naam: string, vorige: string): Promise<void> {
  const { opties, dag } = werk
  const lijsten = new Map<ObovSoort, Uitvoerbestand>()
  for (const soort of OBOV_SOORTEN) {
    const lijst = await Uitvoerbestand.maak(opties.uit)
    lijsten.set(soort, lijst)
    werk.gemaakt.push({ uit: lijst, naam: naamObov(soort, opties.brin, dag) })
  }
  await hoofd.lees()
  const huidige = { naam, bron: { bytes: hoofd.bytes, lees: () => hoofd.bestand.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer> } }
  const gemaakt = await schrijfVerschillijsten({ bron: vorige }, huidige, async (soort, stuk) => lijsten.get(soort)?.schrijf(stuk))
  if (!gemaakt.ok) throw new VerkeerdGebruik(`${vorige}: ${gemaakt.reden.uitleg} ${gemaakt.reden.remedie}`)
}

/** Eerst kijken of er niets in de weg staat, dan pas de eerste naam geven. */
async function geefNamen({ gemaakt, opties }: Werk): Promise<readonly string[]> {
  const bezet = gemaakt.map(({ naam }) => join(opties.uit, naam)).find((doel) => opties.overschrijf !== true && existsSync(doel))
  if (bezet !== undefined) throw new VerkeerdGebruik(bestaatAl(bezet))
  const uit: string[] = []
  for (const { uit: bestand, naam } of gemaakt) uit.push(await bestand.geefNaam(naam, opties.overschrijf === true))
  return uit
}

async function pakIn(werk: Werk, nu: string): Promise<string> {
  const zip = await Uitvoerbestand.maak(werk.opties.uit)
  const inhoud = [...werk.gemaakt]
  werk.gemaakt.push({ uit: zip, naam: '' })
  const schrijver = new Zipschrijver(zip.bestand)
  for (const { uit, naam } of inhoud) await schrijver.voegToe(naam, await uit.lees(), new Date(nu))
  await schrijver.sluit()
  return zip.geefNaam(naamZip(werk.opties.brin, werk.dag), werk.opties.overschrijf === true)
}

function toon(verslag: Exportverslag, bestanden: readonly string[], { opties, omgeving }: Werk): void {
  if (Object.keys(verslag.nietGeschreven).length > 0) omgeving.eindigMet(1)
  if (opties.json) return omgeving.schrijf(`${JSON.stringify({ bestanden, verslag })}\n`)
  const tellingen = Object.entries(verslag.tellingen).map(([soort, aantal]) => `${soort} ${getal(aantal)}`).join(', ')
  const regels = [
    ...bestanden, `  ${studenten(verslag.studenten)}, ${getal(verslag.regels)} ${verslag.soort === 'TBGI' ? 'records' : 'regels'}`,
    ...(tellingen === '' ? [] : [`  ${tellingen}`]), ...verslag.opmerkingen.map((tekst) => `  - ${tekst}`),
  ]
  omgeving.schrijf(`${vouw(regels.join('\n'), omgeving.breedte, 2)}\n`)
}
