/** Records die de aanlevering moet afkeuren, met het veld dat de terugkoppeling noemt. Er mag niets van zijn opgeslagen. */
import { foutPersoonsnummer, type Inschrijving, type Inschrijvingsplan, NIEMANDS_NUMMER, opDag, type School, type Student } from '../plan/index.ts'

export interface Weigeringsoort {
  readonly naam: string
  /** De levensloop die de student hiervoor nodig heeft. */
  readonly bij: 'vmbo' | 'mbo' | 'glr'
  readonly maak: (basis: Basis) => Kapot
}

/** Waar een kapot record van uitgaat: de laatste, goede stand van de student. */
export interface Basis {
  readonly student: Student
  readonly plan: Inschrijvingsplan
  readonly stand: Inschrijving
  /** Een school waar de student niets mee te maken heeft. */
  readonly vreemd: School
}

interface Kapot {
  /** Tekst gaat ongewijzigd in het bestand; al het andere als JSON. */
  readonly record: unknown
  /** Null als er geen veld te noemen is: de regel is niet te lezen, of de school mag dit niet (dan lekt niet wat er wel is, Z-02). */
  readonly veld: string | null
  readonly uitkomst?: 'geen-recht'
}

export const WEIGERINGEN: readonly Weigeringsoort[] = [
  { naam: 'elfproef', bij: 'vmbo', maak: ({ student, stand }) => inschrijving({ ...student.persoon, persoonsnummer: foutPersoonsnummer(student.nummer) }, stand, 'persoon.persoonsnummer') },
  { naam: 'nummer-te-kort', bij: 'mbo', maak: ({ student, stand }) => inschrijving({ ...student.persoon, persoonsnummer: student.nummer.slice(1) }, stand, 'persoon.persoonsnummer') },
  { naam: 'geboortedatum-bestaat-niet', bij: 'mbo', maak: ({ student, stand }) => inschrijving({ ...student.persoon, geboortedatum: '2009-02-30' }, stand, 'persoon.geboortedatum') },
  { naam: 'datum-bestaat-niet', bij: 'vmbo', maak: ({ student, stand }) => inschrijving(student.persoon, { ...stand, datumInschrijving: '2025-02-30' }, 'inschrijving.datumInschrijving') },
  { naam: 'onbekende-leerroute', bij: 'vmbo', maak: (basis) => periode(basis, { leerroute: 'DLP' }, 'leerroute') },
  { naam: 'onbekende-fase', bij: 'mbo', maak: (basis) => periode(basis, { leerroute: 'DLR', leerroutefase: 'HBO' }, 'leerroutefase') },
  { naam: 'onbekende-leerweg', bij: 'vmbo', maak: (basis) => periode(basis, { leerweg: 'PRO' }, 'leerweg') },
  { naam: 'leertraject-bij-vo', bij: 'vmbo', maak: (basis) => periode(basis, { leertraject: 'BOL' }, 'leertraject') },
  { naam: 'leerjaar-bij-mbo', bij: 'mbo', maak: (basis) => periode(basis, { leerjaar: 2 }, 'leerjaar') },
  { naam: 'leerjaar-7', bij: 'vmbo', maak: (basis) => periode(basis, { leerjaar: 7 }, 'leerjaar') },
  { naam: 'crebo-te-kort', bij: 'mbo', maak: (basis) => periode(basis, { opleidingcode: '2990' }, 'opleidingcode') },
  { naam: 'periode-voor-inschrijving', bij: 'mbo', maak: ({ student, stand }) => inschrijving(student.persoon, { ...stand, perioden: [{ ...eerste(stand), datumBegin: '2019-08-01' }] }, 'inschrijving.perioden[0].datumBegin') },
  { naam: 'dubbele-periode', bij: 'vmbo', maak: ({ student, stand }) => inschrijving(student.persoon, { ...stand, perioden: [eerste(stand), { ...eerste(stand), indicatieBekostigbaar: 'N' }] }, 'inschrijving.perioden[0].datumBegin') },
  { naam: 'uitschrijving-voor-inschrijving', bij: 'vmbo', maak: ({ student, stand }) => inschrijving(student.persoon, { ...stand, datumUitschrijving: '2018-07-31' }, 'inschrijving.datumUitschrijving') },
  { naam: 'zonder-perioden', bij: 'mbo', maak: ({ student, stand }) => inschrijving(student.persoon, { ...stand, perioden: [] }, 'inschrijving.perioden') },
  { naam: 'veld-ontbreekt', bij: 'vmbo', maak: ({ student, stand: { datumInschrijving: _weg, ...rest } }) => inschrijving(student.persoon, rest, 'inschrijving.datumInschrijving') },
  { naam: 'onbekend-veld', bij: 'vmbo', maak: ({ student, stand }) => inschrijving(student.persoon, { ...stand, mentor: 'mevrouw Proef' }, 'inschrijving.mentor') },
  { naam: 'onbekende-soort', bij: 'mbo', maak: ({ student, stand }) => ({ record: { soort: 'inschrijvingen', persoon: student.persoon, inschrijving: stand }, veld: 'soort' }) },
  { naam: 'kapotte-json', bij: 'vmbo', maak: ({ student, stand }) => ({ record: JSON.stringify({ soort: 'inschrijving', persoon: student.persoon, inschrijving: stand }).slice(0, -9), veld: null }) },
  { naam: 'geen-object', bij: 'mbo', maak: ({ stand }) => ({ record: JSON.stringify([stand.brin]), veld: null }) },
  { naam: 'veld-twee-keer', bij: 'vmbo', maak: maakDubbelVeld },
  { naam: 'nulteken-in-een-naam', bij: 'mbo', maak: ({ student, stand }) => inschrijving({ ...student.persoon, naam: 'Proef\u0000' }, stand, 'persoon.naam') },
  { naam: 'andere-school', bij: 'vmbo', maak: ({ student, stand, vreemd }) => zonderRecht(student.persoon, { ...stand, brin: vreemd.brin, inschrijvingvolgnummer: '9001' }) },
  { naam: 'onbekende-brin', bij: 'mbo', maak: ({ student, stand }) => zonderRecht(student.persoon, { ...stand, brin: '59ZZ', inschrijvingvolgnummer: '9002' }) },
  { naam: 'student-niet-van-deze-school', bij: 'mbo', maak: maakOnbekendeStudent },
  { naam: 'bpv-einde-voor-begin', bij: 'mbo', maak: maakBpv },
  { naam: 'bpv-zonder-inschrijving', bij: 'mbo', maak: (basis) => zonderInschrijving(maakBpv(basis)) },
  { naam: 'meer-dan-24-uur', bij: 'vmbo', maak: (basis) => maakAfwezigheid(basis, 25) },
  { naam: 'uren-met-drie-decimalen', bij: 'mbo', maak: (basis) => maakAfwezigheid(basis, 1.125) },
  { naam: 'melding-einde-voor-begin', bij: 'vmbo', maak: maakMelding },
  { naam: 'intrekken-wat-er-niet-is', bij: 'mbo', maak: maakIntrekking },
  { naam: 'handtekening-van-een-ander', bij: 'glr', maak: maakOordeel },
  { naam: 'aanbod-zonder-partner', bij: 'vmbo', maak: (basis) => maakAanbod(basis, { samenwerkendeOnderwijsaanbieders: [] }, 'samenwerkendeOnderwijsaanbieders') },
  { naam: 'aanbod-van-de-verkeerde-sector', bij: 'vmbo', maak: (basis) => maakAanbod(basis, { sector: 'MBO' }, 'sector') },
  { naam: 'overeenkomst-einde-voor-begin', bij: 'mbo', maak: maakOvereenkomst },
]

function inschrijving(persoon: unknown, stand: unknown, veld: string): Kapot {
  return { record: { soort: 'inschrijving', persoon, inschrijving: stand }, veld }
}

function zonderRecht(persoon: unknown, stand: unknown): Kapot {
  return { record: { soort: 'inschrijving', persoon, inschrijving: stand }, veld: null, uitkomst: 'geen-recht' }
}

/** De laatste periode met een fout erin. */
function periode({ student, stand }: Basis, fout: Readonly<Record<string, unknown>>, veld: string): Kapot {
  const plaats = stand.perioden.length - 1
  const perioden = stand.perioden.map((periode, i) => (i === plaats ? { ...periode, ...fout } : periode))
  return inschrijving(student.persoon, { ...stand, perioden }, `inschrijving.perioden[${plaats}].${veld}`)
}

function eerste({ perioden }: Inschrijving): Inschrijving['perioden'][number] {
  const [periode] = perioden
  if (periode === undefined) throw new Error('een stand heeft een periode')
  return periode
}

/** Welke van de twee telt, weet niemand. */
function maakDubbelVeld({ student, stand }: Basis): Kapot {
  const goed = JSON.stringify({ soort: 'inschrijving', persoon: student.persoon, inschrijving: stand })
  return { record: goed.replace('"inschrijvingvolgnummer":', '"brin":"59ZZ","inschrijvingvolgnummer":'), veld: 'inschrijving.brin' }
}

/** Een diploma van iemand die niemand kent: een onbekend nummer en een student van een ander krijgen hetzelfde antwoord. */
function maakOnbekendeStudent({ student, stand }: Basis): Kapot {
  const diploma = { brin: stand.brin, resultaatvolgnummer: 'D900', soort: 'MBO', niveau: 'MBO-2', datum: opDag(student.jaar, 6, 20) }
  return { record: { soort: 'diploma', persoonsnummer: NIEMANDS_NUMMER, diploma }, veld: null, uitkomst: 'geen-recht' }
}

function maakBpv({ student, stand }: Basis): Kapot {
  const dag = opDag(student.jaar, 9, 1)
  const bpv = { brin: stand.brin, inschrijvingvolgnummer: stand.inschrijvingvolgnummer, bpvVolgnummer: 'B900', afsluitdatum: dag, datumBegin: dag, datumEindeGepland: opDag(student.jaar, 8, 1), omvangUren: 160 }
  return { record: { soort: 'bpv', persoonsnummer: student.nummer, bpv }, veld: 'bpv.datumEindeGepland' }
}

function zonderInschrijving({ record }: Kapot): Kapot {
  const bericht = record as { readonly bpv: { readonly datumBegin: string } }
  return { record: { ...bericht, bpv: { ...bericht.bpv, inschrijvingvolgnummer: 'E900', datumEindeGepland: bericht.bpv.datumBegin } }, veld: null, uitkomst: 'geen-recht' }
}

function maakAfwezigheid({ student, stand }: Basis, uren: number): Kapot {
  return { record: { soort: 'afwezigheid', persoonsnummer: student.nummer, brin: stand.brin, afwezigheid: { datum: opDag(student.jaar, 10, 1), uren, geoorloofd: true } }, veld: 'afwezigheid.uren' }
}

function maakMelding({ student, stand }: Basis): Kapot {
  const verzuimmelding = { partij: 'VO', begin: opDag(student.jaar, 9, 20), eind: opDag(student.jaar, 9, 10), ingediendOp: opDag(student.jaar, 9, 21) }
  return { record: { soort: 'verzuimmelding', persoonsnummer: student.nummer, brin: stand.brin, verzuimmelding }, veld: 'verzuimmelding.eind' }
}

function maakIntrekking({ student, stand }: Basis): Kapot {
  return { record: { soort: 'melding-ingetrokken', persoonsnummer: student.nummer, brin: stand.brin, partij: 'MBO', begin: '2021-01-11', eind: '2021-01-15', ingetrokkenOp: opDag(student.jaar, 9, 1) }, veld: null, uitkomst: 'geen-recht' }
}

/** De vo-school tekent ook voor het mbo, op een dag waarop nog niemand tekende. */
function maakOordeel({ student, stand }: Basis): Kapot {
  return { record: { soort: 'oordeel', persoonsnummer: student.nummer, brin: stand.brin, oordeel: { datum: opDag(student.jaar, 10, 2), ondertekendVo: false, ondertekendMbo: true } }, veld: 'oordeel.ondertekendMbo' }
}

function maakAanbod({ student, plan, vreemd }: Basis, fout: Readonly<Record<string, unknown>>, veld: string): Kapot {
  const partner = student.grond.gebied.mbo[0].aanbieders[0]?.code ?? vreemd.aanbieders[0]?.code
  const aanbod = {
    eigenSleutel: `PROEF-${student.grond.student}`, onderwijsaanbieder: plan.aanbieder.code, sector: plan.aanbieder.school.sector, leerrouteKenmerk: 'DLR_VMBO_MBO',
    samenwerkendeOnderwijsaanbieders: [partner], begindatum: opDag(student.jaar, 8, 1), ...fout,
  }
  return { record: { soort: 'aanbod', aanbod }, veld: `aanbod.${veld}` }
}

function maakOvereenkomst({ student, plan, vreemd }: Basis): Kapot {
  const overeenkomst = { kenmerk: `Proef ${student.grond.student}`, partijen: [plan.aanbieder.school.bestuur.nummer, vreemd.bestuur.nummer], van: opDag(student.jaar, 8, 1), tot: opDag(student.jaar, 7, 1), brin: plan.brin }
  return { record: { soort: 'overeenkomst', overeenkomst }, veld: 'overeenkomst.tot' }
}
