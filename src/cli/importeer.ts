import { basename } from 'node:path'
import { verwerkOutbox, type Verwerkt } from '../beslissing/index.ts'
import { importeerBestand, type Importverslag, type Onleesbaar } from '../bron/index.ts'
import { laadNormen } from '../normen/index.ts'
import { systeemactor } from '../toegang/index.ts'
import { toetsTabel } from './bevindingen-tabel.ts'
import { getal, studenten } from './getallen.ts'
import { vouw } from './kader/breedte.ts'
import { Opdracht } from './kader/opdracht.ts'
import { SOEPEL, type CliOmgeving, type MaakOpdracht, type Register } from './omgeving.ts'
import { omvangVan } from './kader/bestand.ts'
import { maakVoortgang } from './voortgang.ts'

interface Opties {
  readonly json?: true
  readonly soepel?: true
  /** False met --no-signalen. */
  readonly signalen: boolean
}

const TOELICHTING = `Een student met een waarde die niet te bewaren is, wordt in zijn geheel geweigerd; de anderen niet. Een fout die een signaal geeft, zoals een route zonder fase, wordt wel bewaard: u ziet haar dan op de studentpagina.

Hetzelfde bestand nog eens importeren verandert niets. Na Ctrl-C blijft staan wat al is opgeslagen; geef dezelfde opdracht opnieuw om verder te gaan.`

/** `leerroute importeer FILE...`: bewaart inschrijvingen, bpv en diploma's uit een RO of GRONDSLAG. */
export const importeerOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('importeer', {
    uitleg: 'bewaart inschrijvingen, bpv en diploma\'s uit bestanden van DUO (RO, GRONDSLAG)',
    toelichting: TOELICHTING,
    voorbeelden: [
      { regel: 'leerroute importeer docs/voorbeelden/RO_21MB_20250801_20270731.CSV', uitleg: 'controleert en bewaart, ook als de server draait' },
      { regel: 'leerroute importeer --no-signalen --json RO_21MB_20250801_20270731.CSV', uitleg: 'laat de signalen aan de server over en geeft het verslag als JSON' },
    ],
    json: 'geeft het verslag als JSON: per bestand wat er gelezen, opgeslagen en geweigerd is',
    codes: { 0: 'alles bewaard', 1: 'een of meer studenten geweigerd', 2: 'onleesbaar bestand of verkeerd gebruik', 130: 'afgebroken; wat al bewaard was, blijft staan' },
  })
    .argument('<bestand...>', 'een of meer bestanden van DUO')
    .option('--soepel', SOEPEL)
    .option('--no-signalen', 'rekent de signalen nu niet opnieuw uit; de server doet dat zodra hij draait')
    .action(async (bestanden: string[], opties: Opties) => {
      await omgeving.metRegister(async (register) => {
        const { antwoorden, bewaard } = await importeerAlles(bestanden, opties, register, omgeving)
        const signalen = opties.signalen ? await rekenSignalen(bewaard, register, omgeving) : null
        if (opties.json) omgeving.schrijf(`${JSON.stringify({ bestanden: antwoorden, signalen })}\n`)
        else if (signalen !== null) omgeving.schrijf(vouw(toonSignalen(signalen), omgeving.breedte))
      })
    })

async function rekenSignalen(bewaard: number, register: Register, omgeving: CliOmgeving): Promise<Verwerkt> {
  omgeving.bijAfbreken(() => 'Alles uit de bestanden is opgeslagen; alleen de signalen zijn nog niet allemaal berekend. De server doet dat zodra hij draait.')
  const voortgang = maakVoortgang(omgeving, 'signalen berekenen', { totaal: bewaard, eenheid: 'studenten' })
  // In de outbox kan ook werk van een ander staan; verder dan 100% telt de balk niet.
  const signalen = await verwerkOutbox(register.database, { nu: register.nu() }, laadNormen(), (leerlingen) => voortgang.zet(bewaard === 0 ? 0 : leerlingen / bewaard))
  voortgang.klaar()
  return signalen
}

async function importeerAlles(bestanden: readonly string[], opties: Opties, register: Register, omgeving: CliOmgeving): Promise<{ readonly antwoorden: readonly unknown[]; readonly bewaard: number }> {
  const antwoorden: unknown[] = []
  let bewaard = 0
  omgeving.bijAfbreken(() => `${bewaard === 0 ? 'Er is nog niets opgeslagen.' : `Opgeslagen en bewaard: ${studenten(bewaard)} nieuw of gewijzigd.`} Geef dezelfde opdracht opnieuw om verder te gaan; wat er al staat, verandert dan niet.`)
  const naGroep = (deelnemers: readonly string[]): Promise<void> => {
    bewaard += deelnemers.length
    return Promise.resolve()
  }
  for (const pad of bestanden) {
    const naam = basename(pad)
    const voortgang = maakVoortgang(omgeving, naam, omvangVan(pad))
    const ctx = { actor: systeemactor('opdrachtregel'), nu: register.nu(), kluis: register.kluis }
    const uitkomst = await importeerBestand(register.database, ctx, pad, { opVoortgang: voortgang.zet, naGroep, nummers: opties.soepel ? 'soepel' : 'streng' })
    voortgang.klaar()
    if (!uitkomst.ok) {
      meldOnleesbaar(naam, uitkomst.reden, omgeving)
      antwoorden.push({ bestand: naam, onleesbaar: uitkomst.reden })
      continue
    }
    if (uitkomst.waarde.geweigerdeStudenten > 0 || uitkomst.waarde.lees.bestandAfgekeurd) omgeving.eindigMet(1)
    antwoorden.push(alsJson(uitkomst.waarde))
    if (!opties.json) omgeving.schrijf(toonVerslag(uitkomst.waarde, omgeving))
  }
  return { antwoorden, bewaard }
}

function meldOnleesbaar(naam: string, reden: Onleesbaar, omgeving: CliOmgeving): void {
  omgeving.meld(`${vouw(`${naam}: ${reden.uitleg} ${reden.remedie} Er is niets opgeslagen.`, omgeving.breedte)}\n`)
  omgeving.eindigMet(2)
}

function toonVerslag(v: Importverslag, omgeving: CliOmgeving): string {
  const signalen = signalenPerCode(v)
  const regels = [
    kopVan(v), `  Gelezen: ${getal(v.lees.regels)} regels, ${studenten(v.lees.studenten)}`,
    `  Opgeslagen: ${getal(v.opgeslagen.nieuw)} nieuw, ${getal(v.opgeslagen.gewijzigd)} gewijzigd, bij ${studenten(v.gewijzigdeStudenten)}`,
    `  Ongewijzigd: ${getal(v.ongewijzigd)}`, ...(v.ouder > 0 ? [`  Ouder dan wat er al staat: ${getal(v.ouder)} (niet overgenomen)`] : []),
    `  Geweigerd: ${studenten(v.geweigerdeStudenten)}`,
    `  Signalen in dit bestand: ${signalen.length === 0 ? 'geen' : signalen.map(([code, n]) => `${code} ${getal(n)}`).join(', ')}`,
  ]
  return `${toetsTabel(v.lees, v.samenvatting, omgeving)}${vouw(regels.join('\n'), omgeving.breedte, 2)}\n\n`
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
