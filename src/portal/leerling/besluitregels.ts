import type { Fase, Registratiecode } from '../../kern/leerroute.ts'
import { opsomming } from '../../kern/zinnen.ts'
import type { Besluit, Registraties, Signaal } from '../../beslissing/index.ts'
import { kort, middel } from '../woorden/datumwoorden.ts'
import { PARTIJ_WOORD, faseWoord, hoofdletter } from '../woorden/woorden.ts'

/** Eén regel van het besluit: wat, de uitkomst in grote letters, en één zin. */
export interface Besluitregel {
  readonly wat: string
  readonly uitkomst: string
  readonly zin: string
  /** Kleurvlak bij de fase. */
  readonly fase?: Fase
  /** De waarom-groep waar deze regel naar wijst. */
  readonly waarom: string
}

export function besluitregels(besluit: Besluit): Besluitregel[] {
  return [
    { wat: 'Fase', uitkomst: faseWoord(besluit.fase), zin: fasezin(besluit), fase: besluit.fase, waarom: 'waarom-fase' },
    { wat: 'Bekostiging', uitkomst: PARTIJ_WOORD[besluit.bekostiging], zin: bekostigingszin(besluit), waarom: 'waarom-bekostiging' },
    verzuimregel(besluit),
    registratieregel(besluit),
    ...(besluit.vsv === 'geen' ? [] : [{ wat: 'Voortijdig schoolverlater', uitkomst: `telt bij ${PARTIJ_WOORD[besluit.vsv]}`, zin: 'Dit geldt voor de laatste 1 oktober.', waarom: 'waarom-vsv' }]),
    ...(besluit.mboVerklaring ? [{ wat: 'Mbo-verklaring', uitkomst: 'ja', zin: 'De mbo-instelling geeft een mbo-verklaring.', waarom: 'waarom-mboVerklaring' }] : []),
    ...(besluit.absoluutVerzuim ? [{ wat: 'Absoluut verzuim', uitkomst: 'ja', zin: 'De student is leerplichtig en staat nergens ingeschreven.', waarom: 'waarom-absoluutVerzuim' }] : []),
  ]
}

/** Wat er op die dag zelf anders was, in één zin. */
export function destijdsZin(besluit: Besluit, destijds: Besluit): string {
  const toen = besluitregels(destijds)
  const verschillen = besluitregels(besluit).flatMap((nu) => {
    const vorig = toen.find(({ wat }) => wat === nu.wat)
    if (vorig === undefined || vorig.uitkomst === nu.uitkomst) return []
    if (nu.wat === 'Inschrijvingen') return []
    return [nu.wat === 'Fase' ? vorig.uitkomst : `${nu.wat.toLowerCase()} ${vorig.uitkomst}`]
  })
  if (verschillen.length > 0) return `Toen was de uitkomst ${opsomming(verschillen)}.`
  return 'Toen waren andere inschrijvingen verplicht.'
}

function bekostigingszin({ bekostiging, peildatum, signalen }: Besluit): string {
  if (bekostiging === 'onbepaald') return heeft(signalen, 'SIG-FASE-VERSCHIL') ? 'Dat kan pas als beide scholen dezelfde fase hebben.' : 'Dat kan pas als de fase is ingevuld.'
  if (bekostiging === 'geen') return 'Op deze dag telt de student nergens mee.'
  const wanneer = /-(10|02)-01$/.test(peildatum) ? 'Op deze teldatum telt' : 'Was dit een teldatum, dan telde'
  return `${wanneer} de student bij het ${PARTIJ_WOORD[bekostiging]}.`
}

function fasezin(besluit: Besluit): string {
  if (besluit.fase === 'onbepaald') return heeft(besluit.signalen, 'SIG-FASE-VERSCHIL') ? 'De fase verschilt tussen de inschrijvingen.' : 'De fase is niet overal ingevuld.'
  if (besluit.fase === null) return 'Er is geen open inschrijving met DLR of GLR.'
  if (heeft(besluit.signalen, 'SIG-FASE-AFWIJKEND')) return 'Let op: dit wijkt af van de kalender.'
  const registers = new Set(besluit.motivering.filter(({ onderwerp }) => onderwerp === 'fase').flatMap(({ feiten }) => (feiten ?? []).map(({ soort }) => soort)))
  return registers.has('inschrijvingVo') && registers.has('inschrijvingMbo') ? 'De inschrijvingen zijn het eens.' : 'Zo staat het in de inschrijving.'
}

function verzuimregel({ verzuim, melding, meldplicht }: Besluit): Besluitregel {
  if (melding !== null) {
    const wie = melding.partij === 'onbepaald' ? 'Spreek af wie meldt.' : `Het ${melding.partij.toLowerCase()} meldt de periode vanaf ${kort(melding.begin)}.`
    const plicht = meldplicht ? 'De grens is bereikt' : 'Melden mag: de grens is bereikt'
    return { wat: 'Verzuim melden', uitkomst: hoofdletter(PARTIJ_WOORD[melding.partij] === 'nog niet te bepalen' ? 'nog niet te bepalen' : `${PARTIJ_WOORD[melding.partij]} meldt`), zin: `${plicht} op ${middel(melding.eind)}. ${wie}`, waarom: 'waarom-melding' }
  }
  return { wat: 'Verzuim melden', uitkomst: verzuim === 'VO' || verzuim === 'MBO' ? `door ${PARTIJ_WOORD[verzuim]}` : PARTIJ_WOORD[verzuim], zin: VERZUIM[verzuim], waarom: 'waarom-verzuim' }
}

const VERZUIM: Readonly<Record<Besluit['verzuim'], string>> = {
  VO: 'Er staat nu geen melding open.', MBO: 'Er staat nu geen melding open.', onbepaald: 'Spreek af wie meldt tot de fase klopt.', geen: 'De student staat nergens ingeschreven.',
}

const REGISTRATIE: readonly { readonly sleutel: keyof Registraties, readonly naam: string }[] = [
  { sleutel: 'rioVo', naam: 'RIO vo' }, { sleutel: 'rioMbo', naam: 'RIO mbo' }, { sleutel: 'rodVo', naam: 'ROD vo' }, { sleutel: 'rodMbo', naam: 'ROD mbo' },
]
const CODEWOORD: Readonly<Record<Exclude<Registratiecode, null>, string>> = { R: 'verplicht', A: 'mag', W: 'fout', E: 'hoort gestopt te zijn' }
/** Signalen die zeggen dat een verplichte registratie er niet is. */
const MIST = [
  { code: 'SIG-RIO-ONTBREEKT-VO', naam: 'RIO vo' }, { code: 'SIG-RIO-ONTBREEKT-MBO', naam: 'RIO mbo' },
  { code: 'SIG-MBO-INSCHRIJVING-ONTBREEKT', naam: 'ROD mbo' }, { code: 'SIG-VO-UITSCHRIJVING-TE-VROEG', naam: 'ROD vo' },
] as const

function registratieregel({ registraties, signalen }: Besluit): Besluitregel {
  const verplicht = REGISTRATIE.filter(({ sleutel }) => registraties[sleutel] === 'R')
  const mist = MIST.filter(({ code }) => heeft(signalen, code)).map(({ naam }) => naam)
  const groepen = Map.groupBy(REGISTRATIE.filter(({ sleutel }) => registraties[sleutel] !== null), ({ sleutel }) => registraties[sleutel])
  const zinnen = [...groepen].flatMap(([code, leden]) => code === null ? [] : [`${opsomming(leden.map(({ naam }) => naam))}: ${CODEWOORD[code]}.`])
  const fout = REGISTRATIE.filter(({ sleutel }) => registraties[sleutel] === 'W').length
  const uitkomst = [
    verplicht.length === 0 ? 'geen verplicht' : `${verplicht.length} verplicht`,
    ...(mist.length > 0 ? [`${mist.length} ${mist.length === 1 ? 'ontbreekt' : 'ontbreken'}`] : []),
    ...(fout > 0 ? [`${fout} fout`] : []),
    ...(verplicht.length > 0 && mist.length + fout === 0 ? [verplicht.length === 1 ? 'aanwezig' : 'alle aanwezig'] : []),
  ].join(', ')
  const zin = [...(mist.length > 0 ? [`Ontbreekt: ${opsomming(mist)}.`] : []), ...zinnen].join(' ') || 'Er loopt geen inschrijving en geen route.'
  return { wat: 'Inschrijvingen', uitkomst, zin, waarom: 'waarom-registraties' }
}

function heeft(signalen: readonly Signaal[], code: Signaal['code']): boolean {
  return signalen.some((signaal) => signaal.code === code)
}
