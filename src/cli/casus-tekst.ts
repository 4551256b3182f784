import { vergelijkMetVerwacht } from '../beslissing/zonder-register.ts'
import type { Besluit, Casus, Casusantwoord, Casusbeslissing, Casusvraag, Signaal } from '../beslissing/zonder-register.ts'
import type { Onderwerp } from '../kern/reden.ts'
import { schrijfDag } from '../kern/zinnen.ts'

/** Een casus met zijn besluiten als leesbare tekst; dezelfde zinnen als op het scherm en in de API. */
export function schrijfCasus(casus: Casus, besluiten: readonly Besluit[]): string {
  const kop = casus.titel === null ? casus.id : `${casus.id}  ${casus.titel}`
  const delen = besluiten.map((besluit, index) => schrijfBesluit(besluit, casus.vragen[index]))
  return `${kop}\n${'='.repeat(kop.length)}\n${delen.join('\n')}`
}

/** Het antwoord van een server als leesbare tekst. Daar staan de redenen op volgorde, niet per onderwerp. */
export function schrijfBeslissing({ casus, vragen }: Casusbeslissing): string {
  return `${casus}\n${'='.repeat(casus.length)}\n${vragen.map(schrijfAntwoord).join('\n')}`
}

function schrijfAntwoord(antwoord: Casusantwoord): string {
  const redenen = Map.groupBy(antwoord.motivering, ({ uitleg }) => uitleg)
  const regels = [
    kopVan(antwoord), ...ONDERWERPEN.map(({ kop, uitkomst }) => `  ${kop}: ${uitkomst(antwoord)}`), ...schrijfSignalen(antwoord.signalen),
    '  Redenen:', ...[...redenen].map(([uitleg, delen]) => `    - ${uitleg} [${delen.map(({ regel }) => regel).join(', ')}]`),
  ]
  return `${regels.join('\n')}\n`
}

function kopVan({ peildatum, bekendOp }: Pick<Besluit, 'peildatum' | 'bekendOp'>): string {
  return `Besluit voor ${schrijfDag(peildatum)} (${bekendOp === null ? 'alles wat nu bekend is' : `zoals bekend op ${schrijfDag(bekendOp)}`})`
}

function schrijfBesluit(besluit: Besluit, vraag: Casusvraag | undefined): string {
  const regels = [
    kopVan(besluit),
    ...ONDERWERPEN.flatMap((onderwerp) => schrijfOnderwerp(besluit, onderwerp)),
    ...schrijfSignalen(besluit.signalen),
    ...schrijfVergelijking(besluit, vraag),
  ]
  return `${regels.join('\n')}\n`
}

/** Wat een besluit en het antwoord van een server gemeen hebben. */
type Uitkomsten = Omit<Besluit, 'signalen' | 'motivering'>

interface Tekstonderwerp {
  readonly onderwerp: Onderwerp
  readonly kop: string
  readonly uitkomst: (besluit: Uitkomsten) => string
}

const ONDERWERPEN: readonly Tekstonderwerp[] = [
  { onderwerp: 'fase', kop: 'Fase', uitkomst: ({ fase }) => fase ?? 'geen route' },
  { onderwerp: 'bekostiging', kop: 'Bekostiging', uitkomst: ({ bekostiging }) => bekostiging },
  { onderwerp: 'verzuim', kop: 'Verzuim melden', uitkomst: ({ verzuim }) => verzuim },
  { onderwerp: 'melding', kop: 'Open verzuimmelding', uitkomst: schrijfMelding },
  { onderwerp: 'registraties', kop: 'Registraties', uitkomst: schrijfRegistraties },
  { onderwerp: 'vsv', kop: 'Voortijdig schoolverlaten', uitkomst: ({ vsv }) => vsv },
  { onderwerp: 'absoluutVerzuim', kop: 'Absoluut verzuim', uitkomst: ({ absoluutVerzuim }) => jaNee(absoluutVerzuim) },
  { onderwerp: 'mboVerklaring', kop: 'Mbo-verklaring', uitkomst: ({ mboVerklaring }) => jaNee(mboVerklaring) },
  { onderwerp: 'inschrijvingen', kop: 'Perioden mbo-inschrijving', uitkomst: ({ ispPerioden }) => (ispPerioden === null ? 'geen' : String(ispPerioden)) },
]

function schrijfOnderwerp(besluit: Besluit, { onderwerp, kop, uitkomst }: Tekstonderwerp): readonly string[] {
  const redenen = besluit.motivering.filter((reden) => reden.onderwerp === onderwerp)
  return [`  ${kop}: ${uitkomst(besluit)}`, ...redenen.map((reden) => `    - ${reden.uitleg} [${reden.regels.join(', ')}]`)]
}

function schrijfMelding({ melding, meldplicht }: Uitkomsten): string {
  if (melding === null) return 'geen'
  return `${melding.partij}, ${schrijfDag(melding.begin)} tot en met ${schrijfDag(melding.eind)}, ${meldplicht === true ? 'verplicht' : 'mag'}`
}

function schrijfRegistraties({ registraties }: Uitkomsten): string {
  const { rioVo, rioMbo, rodVo, rodMbo } = registraties
  return `RIO vo ${rioVo ?? '-'}, RIO mbo ${rioMbo ?? '-'}, ROD vo ${rodVo ?? '-'}, ROD mbo ${rodMbo ?? '-'}  (R verplicht, A toegestaan, W fout, E te beëindigen)`
}

function schrijfSignalen(signalen: readonly Pick<Signaal, 'code' | 'niveau' | 'regels' | 'uitleg'>[]): readonly string[] {
  if (signalen.length === 0) return ['  Signalen: geen']
  return ['  Signalen:', ...signalen.map(({ code, niveau, regels, uitleg }) => `    ! ${code} (${niveau}): ${uitleg} [${regels.join(', ')}]`)]
}

function schrijfVergelijking(besluit: Besluit, vraag: Casusvraag | undefined): readonly string[] {
  if (!vraag?.verwacht) return []
  const afwijkingen = vergelijkMetVerwacht(besluit, vraag.verwacht)
  if (afwijkingen.length === 0) return ['  Zoals verwacht.']
  return ['  Anders dan verwacht:', ...afwijkingen.map(({ sleutel, verwacht, gekregen }) => `    x ${sleutel}: verwacht ${verwacht}, gekregen ${gekregen}`)]
}

function jaNee(waarde: boolean): string {
  return waarde ? 'ja' : 'nee'
}
