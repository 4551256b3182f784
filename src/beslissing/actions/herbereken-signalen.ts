import { herzieZicht } from '../../bron/index.ts'
import { alsSchool, alsSysteem, meldGebeurtenissen, type NieuweGebeurtenis, noteerVerwerking, type Transactie } from '../../database/index.ts'
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
import { leesBeperktZicht, leesOpenSignalen, type NieuwSignaal, type OpenSignaal, openSignalen, type Signaalsleutel, slaOverzichtOp, sluitSignalen, type Stempel, wachtOpLeerlingen, werkSignalenBij } from '../store/signaal.ts'

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
    // Wie mag kijken bepaalt ook welk signaal een school krijgt; en het verandert met de tijd en met de afspraken.
    await herzieZicht(trx, deelnemers, ctx.nu)
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
  const beperkt = await laadBeperkt(trx, deelnemers, referentie)
  return [...dossiers.values()].map((dossier) => {
    const besluit = beslis(dossier, { peildatum, bekendOp: null }, normen)
    const perSchool = (beperkt.get(dossier.deelnemerId) ?? []).map((deel) => ({ ...deel, besluit: beslis(deel.dossier, { peildatum, bekendOp: null }, normen) }))
    return { dossier, besluit, verschil: vergelijk({ dossier, besluit, perSchool }, open.get(dossier.deelnemerId) ?? [], normen) }
  })
}

interface Beperkt {
  readonly brin: string
  readonly dossier: Leerlingdossier
}

/**
 * Voor een school die niet alle andere scholen mag zien: het dossier zoals zij het ziet. Haar signalen komen daaruit en niet uit het hele
 * dossier, anders zou een inschrijving leveren al verraden dat en hoe de leerling ergens anders staat (docs/adr/0028).
 */
async function laadBeperkt(trx: Transactie, deelnemers: readonly string[], referentie: Referentie): Promise<ReadonlyMap<string, readonly Beperkt[]>> {
  const uit = new Map<string, Beperkt[]>()
  for (const [brin, rijen] of Map.groupBy(await leesBeperktZicht(trx, deelnemers), (rij) => rij.brin)) {
    const dossiers = await alsSchool(trx, brin, () => loadDossiers(trx, rijen.map((rij) => rij.deelnemerId), null, referentie))
    for (const dossier of dossiers.values()) uit.set(dossier.deelnemerId, [...(uit.get(dossier.deelnemerId) ?? []), { brin, dossier }])
  }
  return uit
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

interface Beoordeeld {
  readonly dossier: Leerlingdossier
  readonly besluit: Besluit
  readonly perSchool: readonly (Beperkt & { readonly besluit: Besluit })[]
}

interface Nodig {
  readonly signaal: Signaal
  readonly brin: string | null
  /** Waaruit het signaal volgt. */
  readonly uit: Leerlingdossier
}

/** Deze zeggen dat iets nergens is: dat kan alleen het hele dossier zeggen, en zonder dat zou elke overstap een vals signaal geven. */
const NERGENS: ReadonlySet<string> = new Set<Signaal['code']>(['SIG-VSV', 'SIG-ABSOLUUT-VERZUIM', 'SIG-MBO-VERKLARING', 'SIG-DLR-VMBO-DIPLOMA-ONTBREEKT', 'SIG-GLR-OORDEEL-ONTBREEKT'])

function signalenVoorIedereen({ dossier, besluit, perSchool }: Beoordeeld): readonly Nodig[] {
  const eigen = new Set(perSchool.map(({ brin }) => brin))
  return [
    ...besluit.signalen.flatMap((signaal) => scholenVan(signaal).filter((brin) => brin === null || !eigen.has(brin)).map((brin) => ({ signaal, brin, uit: dossier }))),
    ...perSchool.flatMap((deel) => deel.besluit.signalen.filter(({ code, voor }) => voor.includes(deel.brin) && (!NERGENS.has(code) || besluit.signalen.some((ander) => ander.code === code))).map((signaal) => ({ signaal, brin: deel.brin, uit: deel.dossier }))),
  ]
}

function vergelijk(beoordeeld: Beoordeeld, open: readonly OpenSignaal[], normen: Normen): Verschil {
  const { dossier: { deelnemerId }, besluit: { peildatum } } = beoordeeld
  const nodig = signalenVoorIedereen(beoordeeld)
  const past = (a: OpenSignaal, b: { signaal: Signaal; brin: string | null }): boolean => a.code === b.signaal.code && a.brin === b.brin
  const ontbreekt = nodig.filter((een) => !open.some((ander) => past(ander, een)))
  const sinds = new Map([...new Set(ontbreekt.map(({ uit }) => uit))].map((uit) => [uit, eersteDagen(uit, peildatum, normen)]))
  return {
    nieuw: ontbreekt.map(({ signaal, brin, uit }) => ({ deelnemerId, brin, signaal, eersteDag: sinds.get(uit)?.get(signaal.code) ?? peildatum })),
    weg: open.filter((ander) => !nodig.some((een) => past(ander, een))),
    blijft: open.flatMap((ander) => nodig.filter((een) => past(ander, een)).map(({ signaal }) => ({ open: ander, signaal }))),
  }
}

function scholenVan(signaal: Signaal): readonly (string | null)[] {
  return signaal.voor.length > 0 ? signaal.voor : [null]
}

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
