import type { Datum } from '../kern/datum.ts'
import type { GebruikteNorm, Zekerheid } from '../kern/reden.ts'
import type { Normwaarde } from './normen.ts'
import type { Vertaald } from './vertaling.ts'

export type Soort = 'getal' | 'datum' | 'codes' | 'maand-dagen'
export type Waarde = number | string | readonly string[]

/** Eén waarde van een parameter met de eerste dag waarop zij geldt. */
export interface GedateerdeWaarde extends Vertaald<{ readonly toelichting: string | null }> {
  readonly van: Datum
  readonly waarde: Waarde
  readonly bron: string
  readonly zekerheid: Zekerheid
  readonly aangekondigd: boolean
  readonly toelichting: string | null
}

/** Eén parameterbestand, gecontroleerd. `waarden` staan op datum, oudste eerst. */
export interface Parameter extends Vertaald<{ readonly omschrijving: string }> {
  readonly naam: string
  readonly omschrijving: string
  readonly eenheid: string
  readonly soort: Soort
  readonly gebruiktDoor: readonly string[]
  readonly gecontroleerdOp: Datum
  readonly waarden: readonly GedateerdeWaarde[]
  /** Laatste dag, inclusief; null = loopt door. */
  readonly geldigTotEnMet: Datum | null
}

/** Een parameter, klaargezet om snel op te vragen: elk antwoord bestaat al, een vraag maakt niets nieuws. */
export interface Reeks {
  readonly vorm: 'getal' | 'datum' | 'lijst'
  readonly data: readonly Datum[]
  readonly antwoord: (op: Datum) => Normwaarde<Waarde>
}

/** Zet een parameter klaar. `undefined` als er geen waarde overblijft (alles is alleen aangekondigd). */
export function maakReeks(parameter: Parameter, metAangekondigd: boolean): Reeks | undefined {
  const waarden = parameter.waarden.filter((waarde) => metAangekondigd || !waarde.aangekondigd)
  const eerste = waarden[0]
  if (eerste === undefined) return undefined
  const data = waarden.map((waarde) => waarde.van)
  const antwoorden = waarden.map((waarde) => maakAntwoord(parameter, waarde))
  const teVroeg: Normwaarde<Waarde> = { soort: 'nog-niet-van-kracht', vanaf: eerste.van }
  const einde = parameter.geldigTotEnMet
  const voorbij: Normwaarde<Waarde> = { soort: 'vervallen', geldigTotEnMet: einde ?? eerste.van }
  const antwoord = (op: Datum): Normwaarde<Waarde> => {
    if (einde !== null && op > einde) return voorbij
    for (let i = data.length - 1; i >= 0; i--) {
      const van = data[i]
      if (van !== undefined && van <= op) return antwoorden[i] ?? teVroeg
    }
    return teVroeg
  }
  const { soort } = parameter
  return { vorm: soort === 'getal' || soort === 'datum' ? soort : 'lijst', data, antwoord }
}

function maakAntwoord(parameter: Parameter, waarde: GedateerdeWaarde): Normwaarde<Waarde> {
  const norm: GebruikteNorm = Object.freeze({
    norm: parameter.naam,
    omschrijving: parameter.omschrijving,
    waarde: waarde.waarde,
    eenheid: parameter.eenheid,
    geldigVan: waarde.van,
    bron: waarde.bron,
    zekerheid: waarde.zekerheid,
  })
  return Object.freeze({ soort: 'geldt', waarde: waarde.waarde, norm })
}
