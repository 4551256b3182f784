import type { Fase } from '../../kern/leerroute.ts'
import type { Besluit, Registraties, Signaal } from '../../beslissing/index.ts'
import { hoofdletter } from '../woorden/woorden.ts'
import type { Woorden } from './teksten.ts'

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

export function besluitregels(besluit: Besluit, woorden: Woorden): Besluitregel[] {
  const { begrip: { fase, partij }, tekst: { besluit: tekst } } = woorden
  return [
    { wat: tekst.wat.fase, uitkomst: fase(besluit.fase), zin: fasezin(besluit, woorden), fase: besluit.fase, waarom: 'waarom-fase' },
    { wat: tekst.wat.bekostiging, uitkomst: partij(besluit.bekostiging), zin: bekostigingszin(besluit, woorden), waarom: 'waarom-bekostiging' },
    verzuimregel(besluit, woorden),
    registratieregel(besluit, woorden),
    ...(besluit.vsv === 'geen' ? [] : [{ wat: tekst.wat.vsv, uitkomst: tekst.vsv(partij(besluit.vsv)), zin: tekst.vsvZin, waarom: 'waarom-vsv' }]),
    ...(besluit.mboVerklaring ? [{ wat: tekst.wat.mboVerklaring, uitkomst: tekst.ja, zin: tekst.verklaring, waarom: 'waarom-mboVerklaring' }] : []),
    ...(besluit.absoluutVerzuim ? [{ wat: tekst.wat.absoluutVerzuim, uitkomst: tekst.ja, zin: tekst.absoluut, waarom: 'waarom-absoluutVerzuim' }] : []),
  ]
}

/** Wat er op die dag zelf anders was, in één zin. */
export function destijdsZin(besluit: Besluit, destijds: Besluit, woorden: Woorden): string {
  const { besluit: tekst } = woorden.tekst
  const toen = besluitregels(destijds, woorden)
  const verschillen = besluitregels(besluit, woorden).flatMap((nu) => {
    const vorig = toen.find(({ wat }) => wat === nu.wat)
    if (vorig === undefined || vorig.uitkomst === nu.uitkomst) return []
    if (nu.waarom === 'waarom-registraties') return []
    return [nu.waarom === 'waarom-fase' ? vorig.uitkomst : `${nu.wat.toLowerCase()} ${vorig.uitkomst}`]
  })
  return verschillen.length > 0 ? tekst.toen(som(verschillen, woorden)) : tekst.toenAndere
}

function bekostigingszin({ bekostiging, peildatum, signalen }: Besluit, { begrip, tekst: { besluit: { betaal } } }: Woorden): string {
  if (bekostiging === 'onbepaald') return heeft(signalen, 'SIG-FASE-VERSCHIL') ? betaal.verschil : betaal.leeg
  if (bekostiging === 'geen') return betaal.nergens
  return (/-(10|02)-01$/.test(peildatum) ? betaal.telt : betaal.zou)(begrip.partij(bekostiging))
}

function fasezin(besluit: Besluit, { tekst: { besluit: { fase } } }: Woorden): string {
  if (besluit.fase === 'onbepaald') return heeft(besluit.signalen, 'SIG-FASE-VERSCHIL') ? fase.verschil : fase.leeg
  if (besluit.fase === null) return fase.geen
  if (heeft(besluit.signalen, 'SIG-FASE-AFWIJKEND')) return fase.afwijkend
  const registers = new Set(besluit.motivering.filter(({ onderwerp }) => onderwerp === 'fase').flatMap(({ feiten }) => (feiten ?? []).map(({ soort }) => soort)))
  return registers.has('inschrijvingVo') && registers.has('inschrijvingMbo') ? fase.eens : fase.staat
}

function verzuimregel({ verzuim, melding, meldplicht }: Besluit, { begrip: { partij }, datum: { kort, middel }, tekst: { besluit: { meld, wat } } }: Woorden): Besluitregel {
  if (melding !== null) {
    const wie = melding.partij === 'onbepaald' ? meld.spreek : meld.periode(partij(melding.partij), kort(melding.begin))
    const uitkomst = hoofdletter(melding.partij === 'onbepaald' ? partij(melding.partij) : meld.meldt(partij(melding.partij)))
    return { wat: wat.verzuim, uitkomst, zin: meld.op(meldplicht ? meld.plicht : meld.mag, middel(melding.eind), wie), waarom: 'waarom-melding' }
  }
  const zinnen: Readonly<Record<Besluit['verzuim'], string>> = { VO: meld.geen, MBO: meld.geen, onbepaald: meld.tot, geen: meld.nergens }
  return { wat: wat.verzuim, uitkomst: verzuim === 'VO' || verzuim === 'MBO' ? meld.door(partij(verzuim)) : partij(verzuim), zin: zinnen[verzuim], waarom: 'waarom-verzuim' }
}

const REGISTRATIE: readonly { readonly sleutel: keyof Registraties, readonly naam: string }[] = [
  { sleutel: 'rioVo', naam: 'RIO vo' }, { sleutel: 'rioMbo', naam: 'RIO mbo' }, { sleutel: 'rodVo', naam: 'ROD vo' }, { sleutel: 'rodMbo', naam: 'ROD mbo' },
]
/** Signalen die zeggen dat een verplichte registratie er niet is. */
const MIST = [
  { code: 'SIG-RIO-ONTBREEKT-VO', naam: 'RIO vo' }, { code: 'SIG-RIO-ONTBREEKT-MBO', naam: 'RIO mbo' },
  { code: 'SIG-MBO-INSCHRIJVING-ONTBREEKT', naam: 'ROD mbo' }, { code: 'SIG-VO-UITSCHRIJVING-TE-VROEG', naam: 'ROD vo' },
] as const

function registratieregel({ registraties, signalen }: Besluit, woorden: Woorden): Besluitregel {
  const { reg, wat, code: codewoord } = woorden.tekst.besluit
  const verplicht = REGISTRATIE.filter(({ sleutel }) => registraties[sleutel] === 'R')
  const mist = MIST.filter(({ code }) => heeft(signalen, code)).map(({ naam }) => naam)
  const groepen = Map.groupBy(REGISTRATIE.filter(({ sleutel }) => registraties[sleutel] !== null), ({ sleutel }) => registraties[sleutel])
  const zinnen = [...groepen].flatMap(([code, leden]) => code === null ? [] : [`${som(leden.map(({ naam }) => naam), woorden)}: ${codewoord[code]}.`])
  const fout = REGISTRATIE.filter(({ sleutel }) => registraties[sleutel] === 'W').length
  const uitkomst = [
    verplicht.length === 0 ? reg.geen : reg.verplicht(verplicht.length),
    ...(mist.length > 0 ? [reg.ontbreekt(mist.length)] : []),
    ...(fout > 0 ? [reg.fout(fout)] : []),
    ...(verplicht.length > 0 && mist.length + fout === 0 ? [verplicht.length === 1 ? reg.aanwezig : reg.alle] : []),
  ].join(', ')
  const zin = [...(mist.length > 0 ? [reg.mist(som(mist, woorden))] : []), ...zinnen].join(' ') || reg.niets
  return { wat: wat.inschrijvingen, uitkomst, zin, waarom: 'waarom-registraties' }
}

/** "a, b en c", met het voegwoord van de taal. */
export function som(delen: readonly string[], { taal }: Woorden): string {
  return new Intl.ListFormat(taal === 'nl' ? 'nl-NL' : 'en-GB').format(delen)
}

function heeft(signalen: readonly Signaal[], code: Signaal['code']): boolean {
  return signalen.some((signaal) => signaal.code === code)
}
