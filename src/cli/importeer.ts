import { Command } from 'commander'
import { basename } from 'node:path'
import { verwerkOutbox, type Verwerkt } from '../beslissing/index.ts'
import { importeerBestand, type Importverslag, type Onleesbaar } from '../bron/index.ts'
import { laadNormen } from '../normen/index.ts'
import { systeemactor } from '../toegang/index.ts'
import { getal, studenten, toetsTabel } from './bevindingen-tabel.ts'
import { SOEPEL, type CliOmgeving, type MaakOpdracht, type Register } from './omgeving.ts'
import { maakVoortgang } from './voortgang.ts'

interface Opties {
  readonly json?: true
  readonly soepel?: true
  /** False met --no-signalen. */
  readonly signalen: boolean
}

const UITLEG = `
Een student met een waarde die niet te bewaren is, wordt in zijn geheel
geweigerd; de anderen niet. Een fout die een signaal geeft, zoals een route
zonder fase, wordt wel bewaard: u ziet haar dan op de studentpagina.
Hetzelfde bestand nog eens importeren verandert niets.
Afsluitcodes: 0 alles bewaard, 1 een of meer studenten geweigerd,
2 onleesbaar bestand of verkeerd gebruik.`

/** `leerroute importeer FILE...`: bewaart inschrijvingen, bpv en diploma's uit een RO of GRONDSLAG. */
export const importeerOpdracht: MaakOpdracht = (omgeving) =>
  new Command('importeer')
    .description('bewaart inschrijvingen, bpv en diploma\'s uit bestanden van DUO (RO, GRONDSLAG)')
    .argument('<bestand...>', 'een of meer bestanden van DUO')
    .option('--json', 'geeft het verslag als JSON')
    .option('--soepel', SOEPEL)
    .option('--no-signalen', 'rekent de signalen nu niet opnieuw uit; de server doet dat zodra hij draait')
    .addHelpText('after', UITLEG)
    .action(async (bestanden: string[], opties: Opties) => {
      await omgeving.metRegister(async (register) => {
        const antwoorden = await importeerAlles(bestanden, opties, register, omgeving)
        const signalen = opties.signalen ? await verwerkOutbox(register.database, { nu: register.nu() }, laadNormen()) : null
        if (opties.json) omgeving.schrijf(`${JSON.stringify({ bestanden: antwoorden, signalen })}\n`)
        else if (signalen !== null) omgeving.schrijf(toonSignalen(signalen))
      })
    })

async function importeerAlles(bestanden: readonly string[], opties: Opties, register: Register, omgeving: CliOmgeving): Promise<readonly unknown[]> {
  const antwoorden: unknown[] = []
  for (const pad of bestanden) {
    const naam = basename(pad)
    const voortgang = maakVoortgang(omgeving, naam)
    const ctx = { actor: systeemactor('opdrachtregel'), nu: register.nu(), kluis: register.kluis }
    const uitkomst = await importeerBestand(register.database, ctx, pad, { opVoortgang: voortgang.zet, nummers: opties.soepel ? 'soepel' : 'streng' })
    voortgang.klaar()
    if (!uitkomst.ok) {
      meldOnleesbaar(naam, uitkomst.reden, omgeving)
      antwoorden.push({ bestand: naam, onleesbaar: uitkomst.reden })
      continue
    }
    if (uitkomst.waarde.geweigerdeStudenten > 0 || uitkomst.waarde.lees.bestandAfgekeurd) omgeving.eindigMet(1)
    antwoorden.push(alsJson(uitkomst.waarde))
    if (!opties.json) omgeving.schrijf(toonVerslag(uitkomst.waarde))
  }
  return antwoorden
}

function meldOnleesbaar(naam: string, reden: Onleesbaar, omgeving: CliOmgeving): void {
  omgeving.meld(`${naam}: ${reden.uitleg} ${reden.remedie} Er is niets opgeslagen.\n`)
  omgeving.eindigMet(2)
}

function toonVerslag(v: Importverslag): string {
  const signalen = signalenPerCode(v)
  const regels = [
    kopVan(v), `  Gelezen: ${getal(v.lees.regels)} regels, ${studenten(v.lees.studenten)}`,
    `  Opgeslagen: ${getal(v.opgeslagen.nieuw)} nieuw, ${getal(v.opgeslagen.gewijzigd)} gewijzigd, bij ${studenten(v.gewijzigdeStudenten)}`,
    `  Ongewijzigd: ${getal(v.ongewijzigd)}`, ...(v.ouder > 0 ? [`  Ouder dan wat er al staat: ${getal(v.ouder)} (niet overgenomen)`] : []),
    `  Geweigerd: ${studenten(v.geweigerdeStudenten)}`,
    `  Signalen in dit bestand: ${signalen.length === 0 ? 'geen' : signalen.map(([code, n]) => `${code} ${getal(n)}`).join(', ')}`,
  ]
  return `${toetsTabel(v.lees, v.samenvatting)}${regels.join('\n')}\n\n`
}

function kopVan({ lees, geweigerdeStudenten }: Importverslag): string {
  if (lees.bestandAfgekeurd) return 'Er is niets opgeslagen: het bestand is niet compleet.'
  if (geweigerdeStudenten === 0) return 'Alles is opgeslagen.'
  return geweigerdeStudenten === lees.studenten ? 'Er is niets opgeslagen: elke student is geweigerd.' : `Opgeslagen, behalve ${studenten(geweigerdeStudenten)}.`
}

/** De signalen gaan over beide registers, dus ook over wat de vo-school leverde. */
function toonSignalen(s: Verwerkt): string {
  if (s.leerlingen === 0) return ''
  return `Signalen opnieuw berekend voor ${studenten(s.leerlingen)}: ${getal(s.geopend)} nieuw, ${getal(s.gesloten)} gesloten, ${getal(s.openstaand)} staan open.\n`
}

function signalenPerCode(v: Importverslag): readonly [string, number][] {
  const tel = new Map<string, number>()
  for (const r of v.samenvatting.perRegel.values()) if (r.signaal !== null) tel.set(r.signaal, (tel.get(r.signaal) ?? 0) + r.aantal)
  return [...tel]
}

function alsJson(v: Importverslag): unknown {
  const perRegel = [...v.samenvatting.perRegel.values()].map(({ regel, titel, stapel, aantal, voorbeelden }) => ({ regel, titel, stapel, aantal, voorbeelden }))
  return {
    bestand: v.lees.bestand, soort: v.lees.soort, kop: v.lees.kop, bestandAfgekeurd: v.lees.bestandAfgekeurd, gelezen: { regels: v.lees.regels, studenten: v.lees.studenten, records: v.lees.tellingen },
    opgeslagen: v.opgeslagen, ongewijzigd: v.ongewijzigd, ouder: v.ouder, geweigerdeStudenten: v.geweigerdeStudenten, gewijzigdeStudenten: v.gewijzigdeStudenten,
    signalen: Object.fromEntries(signalenPerCode(v)), aantallen: v.samenvatting.aantallen, perRegel,
  }
}
