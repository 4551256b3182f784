/** Wat er met een aanlevering gebeurde, samengevat: per uitkomst een aantal, per fout de regels en wat te doen. */
import type { Recorduitkomst, TerugkoppelingMetSignalen } from '../../aanlevering/index.ts'
import { getal } from '../getallen.ts'
import { vouw } from '../kader/breedte.ts'
import { maakStijl } from '../kader/stijl.ts'
import type { CliOmgeving } from '../omgeving.ts'
import type { Leverstand, Loket } from './loket.ts'

/** Antwoorden waar de afzender iets mee moet. */
const AANDACHT = ['afgekeurd', 'geen-recht', 'ouder'] as const satisfies readonly Recorduitkomst[]
const VOORBEELDEN = 5
/** Meer records lezen om signalen te tellen duurt langer dan de levering zelf; die staan dan in `leerroute signalen`. */
const MEESTE_VOOR_SIGNALEN = 20_000

export interface Foutgroep {
  readonly uitkomst: (typeof AANDACHT)[number]
  readonly soort: string | null
  readonly veld: string
  readonly regel: string
  readonly watTeDoen: string
  readonly regelId: string | null
  aantal: number
  /** De eerste regels in het bestand. */
  readonly regelnummers: number[]
}

export interface Leververslag {
  readonly aanlevering: Leverstand
  readonly groepen: readonly Foutgroep[]
  /** Open signalen per code bij de geleverde inschrijvingen; null als er te veel records zijn om ze hier te tellen. */
  readonly signalen: Readonly<Record<string, number>> | null
}

export async function maakVerslag(loket: Loket, aanlevering: Leverstand): Promise<Leververslag> {
  const groepen = new Map<string, Foutgroep>()
  for (const uitkomst of AANDACHT) {
    if (aanlevering.tellingen[uitkomst] === 0) continue
    for await (const terugkoppeling of alle(loket, aanlevering.aanleveringId, uitkomst)) groepeer(groepen, terugkoppeling, uitkomst)
  }
  const signalen = aanlevering.staat !== 'klaar' || aanlevering.verwerkt > MEESTE_VOOR_SIGNALEN ? null : await telSignalen(loket, aanlevering.aanleveringId)
  return { aanlevering, groepen: [...groepen.values()].toSorted((a, b) => b.aantal - a.aantal), signalen }
}

/** Heeft de afzender nog iets te doen? */
export function vraagtAandacht({ tellingen }: Leverstand): boolean {
  return AANDACHT.some((uitkomst) => tellingen[uitkomst] > 0)
}

async function* alle(loket: Loket, aanleveringId: string, uitkomst?: Recorduitkomst): AsyncGenerator<TerugkoppelingMetSignalen> {
  for (let na: string | null = null, klaar = false; !klaar;) {
    const blad: Awaited<ReturnType<Loket['terugkoppelingen']>> = await loket.terugkoppelingen(aanleveringId, { na, ...(uitkomst === undefined ? {} : { uitkomst }) })
    yield* blad.regels
    na = blad.volgende
    klaar = na === null
  }
}

const ZONDER_FOUT: Readonly<Record<(typeof AANDACHT)[number], { readonly regel: string; readonly watTeDoen: string }>> = {
  afgekeurd: { regel: 'Dit record is afgekeurd.', watTeDoen: 'Verbeter het in uw pakket en lever het opnieuw.' },
  'geen-recht': { regel: 'Dit is niet van uw school, of het bestaat hier niet.', watTeDoen: 'Controleer de BRIN en het persoonsnummer.' },
  ouder: { regel: 'Het register heeft al een nieuwere stand.', watTeDoen: 'Controleer of dit het laatste bestand is. U hoeft anders niets te doen.' },
}

function groepeer(groepen: Map<string, Foutgroep>, { soort, fouten, regelnummer }: TerugkoppelingMetSignalen, uitkomst: Foutgroep['uitkomst']): void {
  for (const { veld, regel, watTeDoen, regelId } of fouten.length > 0 ? fouten : [{ veld: '', ...ZONDER_FOUT[uitkomst], regelId: undefined }]) {
    // Dezelfde fout in de eerste of de derde periode is voor de lezer één ding.
    const plaats = veld.replaceAll(/\[\d+\]/g, '[]')
    const sleutel = [uitkomst, soort, plaats, regel].join('\n')
    const groep: Foutgroep = groepen.get(sleutel) ?? { uitkomst, soort, veld: plaats, regel, watTeDoen, regelId: regelId ?? null, aantal: 0, regelnummers: [] }
    groep.aantal++
    if (groep.regelnummers.length < VOORBEELDEN && groep.regelnummers.at(-1) !== regelnummer) groep.regelnummers.push(regelnummer)
    groepen.set(sleutel, groep)
  }
}

async function telSignalen(loket: Loket, aanleveringId: string): Promise<Record<string, number>> {
  const perCode = new Map<string, Set<string>>()
  for await (const { signalen } of alle(loket, aanleveringId)) {
    for (const { code, signaalId } of signalen ?? []) {
      const bekend = perCode.get(code)
      if (bekend === undefined) perCode.set(code, new Set([signaalId]))
      else bekend.add(signaalId)
    }
  }
  return Object.fromEntries([...perCode].map(([code, ids]) => [code, ids.size] as const).toSorted((a, b) => b[1] - a[1]))
}

const STATEN = { wachtend: 'wacht op verwerking', bezig: 'wordt verwerkt', klaar: 'klaar', mislukt: 'mislukt' } as const
const UITKOMSTWOORDEN: readonly (readonly [Recorduitkomst, string])[] = [['nieuw', 'nieuw'], ['gewijzigd', 'gewijzigd'], ['ongewijzigd', 'ongewijzigd'], ['ouder', 'ouder dan bekend'], ['afgekeurd', 'afgekeurd'], ['geen-recht', 'niet van u']]

export function toonVerslag({ aanlevering: a, groepen, signalen }: Leververslag, omgeving: Pick<CliOmgeving, 'breedte' | 'kleur'>): string {
  const stijl = maakStijl(omgeving)
  const tellingen = UITKOMSTWOORDEN.filter(([uitkomst]) => a.tellingen[uitkomst] > 0).map(([uitkomst, woord]) => `${getal(a.tellingen[uitkomst])} ${woord}`)
  const regels = [
    stijl.kop(`${a.bestandsnaam ?? 'Aanlevering'} (${a.soort})`), `  Nummer: ${a.aanleveringId}`,
    `  Stand: ${STATEN[a.staat]}${a.staat === 'klaar' && a.recordsPerSeconde !== null ? `, ${getal(Math.round(a.recordsPerSeconde))} records per seconde` : ''}`,
    ...(a.mislukking === null ? [] : [stijl.fout(`  ${a.mislukking.uitleg} ${a.mislukking.watTeDoen}`)]),
    ...(tellingen.length === 0 ? [] : [`  Records: ${tellingen.join(', ')}`]),
    ...(signalen === null || Object.keys(signalen).length === 0 ? [] : [`  Open signalen: ${Object.entries(signalen).map(([code, n]) => `${code} ${getal(n)}`).join(', ')}`]),
    ...groepen.flatMap((groep) => ['', ...toonGroep(groep, stijl)]),
    ...(a.staat === 'klaar' && !vraagtAandacht(a) ? ['', stijl.goed('Alles is aangenomen.')] : []),
  ]
  return `${regels.map((regel) => vouw(regel, omgeving.breedte, 2)).join('\n')}\n\n`
}

function toonGroep(g: Foutgroep, stijl: ReturnType<typeof maakStijl>): readonly string[] {
  const woord = UITKOMSTWOORDEN.find(([uitkomst]) => uitkomst === g.uitkomst)?.[1] ?? g.uitkomst
  const meer = g.aantal > g.regelnummers.length ? ', …' : ''
  return [
    `${stijl.letOp(`${getal(g.aantal)} keer ${woord}`)}: ${g.soort ?? 'onleesbaar record'}${g.veld === '' ? '' : `, veld ${g.veld}`}${g.regelId === null ? '' : ` [${g.regelId}]`}`,
    `    ${g.regel} ${g.watTeDoen}`, `    Regel ${g.regelnummers.map(getal).join(', ')}${meer}`,
  ]
}
