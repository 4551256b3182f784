import { alsSysteem, meldGebeurtenissen, type NieuweGebeurtenis, noteerVerwerking, type Transactie } from '../../database/index.ts'
import { type Datum, datumInNederland, plusDagen } from '../../kern/datum.ts'
import type { Gebeurtenissoort } from '../../kern/gebeurtenissoort.ts'
import type { Leerroute } from '../../kern/leerroute.ts'
import { peilFase } from '../../leerroute/index.ts'
import type { Normen } from '../../normen/index.ts'
import type { Actiecontext } from '../../toegang/index.ts'
import type { Besluit, Signaal } from '../besluit.ts'
import { beslis } from '../rules/beslis.ts'
import { beslisOverTijd } from '../rules/beslis-over-tijd.ts'
import { bekendDossier } from '../rules/kennis.ts'
import { laadReferentie, loadDossiers, type Leerlingdossier, type Referentie } from '../store/dossier.ts'
import { leesOpenSignalen, type NieuwSignaal, type OpenSignaal, openSignalen, type Signaalsleutel, slaOverzichtOp, sluitSignalen, type Stempel, wachtOpLeerlingen, werkSignalenBij } from '../store/signaal.ts'

type Wanneer = Pick<Actiecontext, 'nu'>

export interface Herberekend {
  readonly geopend: number
  readonly gesloten: number
  readonly openstaand: number
}

/** Rekent de signalen van één leerling opnieuw uit voor de dag van `ctx.nu`, in de transactie van de wijziging. */
export async function herberekenSignalen(trx: Transactie, ctx: Wanneer, deelnemerId: string, normen: Normen): Promise<Herberekend> {
  return herberekenSignalenVan(trx, ctx, [deelnemerId], normen)
}

/**
 * Als `herberekenSignalen` voor een reeks: een vast aantal databasevragen per reeks. Opent wat nieuw is, sluit wat weg is,
 * voor elke school in `voor`. Kijkt als systeem, want een signaal gaat over beide registers.
 */
export async function herberekenSignalenVan(
  trx: Transactie, ctx: Wanneer, deelnemers: readonly string[], normen: Normen, eerderGeladen?: Referentie,
): Promise<Herberekend> {
  const peildatum = datumInNederland(new Date(ctx.nu))
  const stempel = { nu: ctx.nu, normenVersie: normen.versie }
  return alsSysteem(trx, async () => {
    await wachtOpLeerlingen(trx, deelnemers)
    const uitkomsten = await bepaalVerschil(trx, deelnemers, peildatum, normen, eerderGeladen)
    const verschil = uitkomsten.map((uitkomst) => uitkomst.verschil)
    await slaVerschilOp(trx, verschil, stempel)
    await slaOverzichtOp(trx, uitkomsten.map(({ dossier, besluit }) => ({
      deelnemerId: dossier.deelnemerId, leerroute: routeOp(dossier, besluit, normen), fase: besluit.fase,
    })), peildatum, stempel)
    const tel = (soort: 'nieuw' | 'weg' | 'blijft'): number => verschil.reduce((som, deel) => som + deel[soort].length, 0)
    return { geopend: tel('nieuw'), gesloten: tel('weg'), openstaand: tel('nieuw') + tel('blijft') }
  })
}

/** Wat er volgens de regels aan signalen hoort te zijn, naast wat er openstaat. Verandert niets; de transactie kijkt als systeem. */
export async function bepaalVerschil(
  trx: Transactie, deelnemers: readonly string[], peildatum: Datum, normen: Normen, eerderGeladen?: Referentie,
): Promise<readonly { readonly dossier: Leerlingdossier; readonly besluit: Besluit; readonly verschil: Verschil }[]> {
  const referentie = eerderGeladen ?? (await laadReferentie(trx, { peildatum, kennisdag: null }))
  const dossiers = await loadDossiers(trx, deelnemers, null, referentie)
  const open = Map.groupBy(await leesOpenSignalen(trx, deelnemers), (signaal) => signaal.deelnemerId)
  return [...dossiers.values()].map((dossier) => {
    const besluit = beslis(dossier, { peildatum, bekendOp: null }, normen)
    return { dossier, besluit, verschil: vergelijk(dossier, besluit, open.get(dossier.deelnemerId) ?? [], normen) }
  })
}

interface Verschil {
  readonly nieuw: readonly NieuwSignaal[]
  readonly weg: readonly OpenSignaal[]
  readonly blijft: readonly { readonly open: OpenSignaal; readonly signaal: Signaal }[]
}

/** Opent, sluit en werkt bij, en legt in een opdracht de berichten daarover klaar. */
async function slaVerschilOp(trx: Transactie, verschil: readonly Verschil[], stempel: Stempel): Promise<void> {
  const weg = verschil.flatMap((deel) => deel.weg)
  await sluitSignalen(trx, weg, stempel.nu)
  const nieuw = await openSignalen(trx, verschil.flatMap((deel) => deel.nieuw), stempel)
  const anders = verschil.flatMap((deel) => deel.blijft).filter(({ open, signaal }) => open.uitleg !== signaal.uitleg)
  const wezenlijk = await werkSignalenBij(trx, anders.map(({ open, signaal }) => ({ deelnemerId: open.deelnemerId, signaalId: open.signaalId, signaal })), stempel)
  // Uitrekenen dat niets verandert laat niets achter en toont niemand iets: geen regel.
  const geraakt = [...weg, ...nieuw, ...wezenlijk].map(({ deelnemerId }) => deelnemerId)
  if (geraakt.length > 0) noteerVerwerking(trx, { handeling: 'werkSignalenBij', deelnemerIds: geraakt, zonderAudit: true })
  const bericht = (soort: Gebeurtenissoort) => ({ deelnemerId, signaalId, brin }: Signaalsleutel): NieuweGebeurtenis => ({ soort, brin, deelnemerId, sleutel: signaalId, op: stempel.nu })
  await meldGebeurtenissen(trx, [...weg.map(bericht('signalen.gesloten')), ...nieuw.map(bericht('signalen.geopend')), ...wezenlijk.map(bericht('signalen.gewijzigd'))])
}

function vergelijk(dossier: Leerlingdossier, besluit: Besluit, open: readonly OpenSignaal[], normen: Normen): Verschil {
  const nodig = besluit.signalen.flatMap((signaal) => scholenVan(signaal).map((brin) => ({ signaal, brin })))
  const past = (a: OpenSignaal, b: { signaal: Signaal; brin: string | null }): boolean => a.code === b.signaal.code && a.brin === b.brin
  const ontbreekt = nodig.filter((een) => !open.some((ander) => past(ander, een)))
  const sinds = ontbreekt.length > 0 ? eersteDagen(dossier, besluit.peildatum, normen) : GEEN_DAGEN
  return {
    nieuw: ontbreekt.map(({ signaal, brin }) => ({ deelnemerId: dossier.deelnemerId, brin, signaal, eersteDag: sinds.get(signaal.code) ?? besluit.peildatum })),
    weg: open.filter((ander) => !nodig.some((een) => past(ander, een))),
    blijft: open.flatMap((ander) => nodig.filter((een) => past(ander, een)).map(({ signaal }) => ({ open: ander, signaal }))),
  }
}

function scholenVan(signaal: Signaal): readonly (string | null)[] {
  return signaal.voor.length > 0 ? signaal.voor : [null]
}

const GEEN_DAGEN: ReadonlyMap<string, Datum> = new Map()
const TERUGKIJKEN_DAGEN = 730

/** Sinds welke dag een signaal aaneengesloten geldt, met wat wij nu weten; hooguit twee jaar terug. */
function eersteDagen(dossier: Leerlingdossier, peildatum: Datum, normen: Normen): ReadonlyMap<string, Datum> {
  const tijdlijn = beslisOverTijd(dossier, { van: plusDagen(peildatum, -TERUGKIJKEN_DAGEN), totEnMet: peildatum, bekendOp: null }, normen)
  return new Map(tijdlijn.signalen.filter((vak) => vak.totEnMet === null).map((vak) => [vak.code, vak.van]))
}

/** De route van dit moment: die van het register dat de fase noemt gaat voor. */
function routeOp(dossier: Leerlingdossier, besluit: Besluit, normen: Normen): Leerroute | null {
  const { stand } = peilFase(bekendDossier(dossier, null), besluit.peildatum, normen)
  const voor = besluit.fase === 'MBO' ? [stand.mbo, stand.vo] : [stand.vo, stand.mbo]
  return voor.flatMap((register) => register.metRoute)[0]?.route ?? null
}
