import { teldataVanBekostigingsjaar } from '../../bekostiging/index.ts'
import { naamGrondslag, naamObo, naamRo, naamTbgi, vensterGrondslag, vensterObo, vensterRo, vensterTbgi, type Tbgistijl, type Venster } from '../../bron/index.ts'
import { datum, type Datum } from '../../kern/datum.ts'
import { gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Weigering } from '../../kern/weigering.ts'
import type { Normen } from '../../normen/index.ts'
import { ongeldig } from '../../toegang/index.ts'

/** Welk bestand; de velden die bij de soort horen moeten er zijn. */
export interface Exportvraag {
  readonly soort: 'RO' | 'TBGI' | 'GRONDSLAG' | 'OBO'
  readonly brin: string
  /** RO: het tijdvak, allebei inclusief. */
  readonly van?: Datum
  readonly totEnMet?: Datum
  /** GRONDSLAG en OBO: het jaar waarin het studiejaar begint. */
  readonly studiejaar?: number
  /** TBGI: het bekostigingsjaar. */
  readonly bekostigingsjaar?: number
  readonly stijl?: Tbgistijl
  /** Schrijft ook nummers die de elfproef niet halen; alleen voor proefbestanden. */
  readonly soepel?: boolean
}

/** Een vraag die klopt, met alles wat eruit volgt. */
export interface Exportplan {
  readonly soort: Exportvraag['soort']
  readonly brin: string
  readonly naam: string
  readonly venster: Venster
  /** Velden van de kopregel (VLP). */
  readonly kop: Readonly<Record<string, string | number>>
  readonly teldata: readonly Datum[]
  readonly studiejaar: number | null
  readonly aanmaak: Datum
  readonly stijl: Tbgistijl
  readonly soepel: boolean
}

const EERSTE_STUDIEJAAR = 2000
const LAATSTE_STUDIEJAAR = 2100

export function maakExportplan(vraag: Exportvraag, aanmaak: Datum, normen: Normen): Uitkomst<Exportplan, Weigering> {
  const fouten = eis(/^[0-9]{2}[A-Z]{2}$/.test(vraag.brin), 'brin', 'Een BRIN is 2 cijfers en 2 hoofdletters.', 'Vul de BRIN van uw instelling in, zoals 21MB.')
  if (fouten.length > 0) return ongeldig(fouten)
  const basis = { soort: vraag.soort, brin: vraag.brin, aanmaak, stijl: vraag.stijl ?? ('als-duo' as const), soepel: vraag.soepel === true }
  switch (vraag.soort) {
    case 'RO': return planRo(vraag, basis)
    case 'TBGI': return planTbgi(vraag, basis, normen)
    case 'GRONDSLAG': case 'OBO': return planStudiejaar(vraag, basis, normen)
  }
}

type Basis = Pick<Exportplan, 'soort' | 'brin' | 'aanmaak' | 'stijl' | 'soepel'>

function planRo({ van, totEnMet }: Exportvraag, basis: Basis): Uitkomst<Exportplan, Weigering> {
  if (van === undefined || totEnMet === undefined) return ongeldig(eis(false, van === undefined ? 'van' : 'tot', 'Een RO gaat over een tijdvak.', 'Geef de eerste en de laatste dag, allebei als jjjj-mm-dd.'))
  if (totEnMet < van) return ongeldig(eis(false, 'tot', 'De laatste dag ligt voor de eerste.', `Kies ${van} of later.`))
  const kop = { brin: basis.brin, begin: van, einde: totEnMet, aanmaak: basis.aanmaak }
  return gelukt({ ...basis, naam: naamRo(basis.brin, van, totEnMet), venster: vensterRo({ van, totEnMet }), kop, teldata: [], studiejaar: null })
}

function planTbgi({ bekostigingsjaar }: Exportvraag, basis: Basis, normen: Normen): Uitkomst<Exportplan, Weigering> {
  const gevonden = bekostigingsjaar === undefined || !Number.isInteger(bekostigingsjaar) || bekostigingsjaar > LAATSTE_STUDIEJAAR ? undefined : teldataVanBekostigingsjaar(bekostigingsjaar, normen)
  if (bekostigingsjaar === undefined || gevonden === undefined) return ongeldig(eis(false, 'jaar', 'Een TBG-i gaat over een bekostigingsjaar waarvan wij de teldata kennen.', 'Geef het bekostigingsjaar, bijvoorbeeld 2027 voor de telling van 1 oktober 2025.', 'K-BEK-08'))
  return gelukt({ ...basis, naam: naamTbgi(basis.brin, bekostigingsjaar, basis.aanmaak), venster: vensterTbgi(gevonden.studiejaar), kop: {}, teldata: gevonden.teldata, studiejaar: gevonden.studiejaar })
}

function planStudiejaar({ soort, studiejaar }: Exportvraag, basis: Basis, normen: Normen): Uitkomst<Exportplan, Weigering> {
  if (studiejaar === undefined || !Number.isInteger(studiejaar) || studiejaar < EERSTE_STUDIEJAAR || studiejaar > LAATSTE_STUDIEJAAR) {
    return ongeldig(eis(false, 'studiejaar', `Een ${soort} gaat over een studiejaar.`, 'Geef het jaar waarin het studiejaar begint, bijvoorbeeld 2025 voor 2025-2026.'))
  }
  const erbij = { studiejaar, teldata: teldataVan(studiejaar, normen) }
  if (soort === 'OBO') return gelukt({ ...basis, ...erbij, naam: naamObo(basis.brin, studiejaar, basis.aanmaak), venster: vensterObo(studiejaar), kop: { brin: basis.brin } })
  const kop = { brin: basis.brin, studiejaar, aanmaak: basis.aanmaak, bekostiging: 'V' }
  return gelukt({ ...basis, ...erbij, naam: naamGrondslag(basis.brin, studiejaar, basis.aanmaak), venster: vensterGrondslag(studiejaar), kop })
}

/** PvE 13 en 17.1: het OBO noemt 1 oktober en 1 februari; de peildatum van GRONDSLAG is altijd 1 oktober. */
function teldataVan(studiejaar: number, normen: Normen): readonly Datum[] {
  const dagen = normen.lijst('bekostiging/teldata-mbo', datum(`${studiejaar}-10-01`))
  return dagen.soort === 'geldt' ? dagen.waarde.map((dag) => datum(`${dag >= '08-01' ? studiejaar : studiejaar + 1}-${dag}`)).toSorted() : []
}
