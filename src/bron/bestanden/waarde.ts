import { parseDatum } from '../../kern/datum.ts'
import { isBsn, isOnderwijsnummer } from '../../kern/persoonsnummer.ts'
import type { Ernst } from './bevinding.ts'
import type { Bestandsregels, Codelijst } from './bestandsregels.ts'
import type { Bestandsindeling, Veldsoort } from './indeling.ts'

/** Een waarde die niet precies is zoals DUO haar schrijft. `waarde` is wat wij lezen; leeg als het onleesbaar is. */
export interface Afwijking {
  readonly waarde: string
  readonly ernst: Ernst
  readonly uitleg: string
}

type Datumvorm = Bestandsindeling['datumvorm']

/**
 * K-BRN-03: `streng` keurt een nummer af dat de elfproef niet haalt; `soepel` neemt het mee als niet gecontroleerd.
 * Een schuilnummer (BSN1, 2) is zichtbaar geen persoonsnummer en mag altijd mee: zo zien gemaskeerde bestanden eruit.
 */
export type Nummerkeuze = 'streng' | 'soepel'

const STREEPJES = /^(\d{4})-(\d{2})-(\d{2})$/
const AANEEN = /^(\d{4})(\d{2})(\d{2})$/
const DAG_EERST = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/
const MAX_ONTHOUDEN = 20_000

/** Leest losse waarden. Onthoudt datums, want in een bestand komen dezelfde dagen steeds terug. */
export class Waardelezer {
  readonly #datumvorm: Datumvorm
  readonly #nummers: Nummerkeuze
  readonly #lijsten: Bestandsregels['lijsten']
  readonly #datums = new Map<string, string | Afwijking>()

  constructor(datumvorm: Datumvorm, { lijsten }: Bestandsregels, nummers: Nummerkeuze = 'streng') {
    this.#datumvorm = datumvorm
    this.#nummers = nummers
    this.#lijsten = lijsten
  }

  /** Geeft de waarde als DUO haar zo schrijft, anders de afwijking. `ruw` is niet leeg. */
  lees(soort: Veldsoort, ruw: string): string | Afwijking {
    switch (soort.soort) {
      case 'datum': return this.#onthoud(ruw, false)
      case 'datum-deels': return this.#onthoud(ruw, true)
      case 'nummer': return leesNummer(soort.stelsel, ruw, this.#nummers)
      case 'patroon': return leesPatroon(soort, ruw)
      case 'lijst': return leesLijst(soort, ruw)
      case 'codes': return leesCode(this.#lijsten[soort.lijst], ruw)
      case 'getal': return leesGetal(soort, ruw)
      case 'leeg': return { waarde: '', ernst: 'kijk-na', uitleg: 'DUO laat dit veld altijd leeg. Wij gebruiken de waarde niet.' }
      case 'vrij': return ruw
    }
  }

  #onthoud(ruw: string, deels: boolean): string | Afwijking {
    const sleutel = deels ? `?${ruw}` : ruw
    const bekend = this.#datums.get(sleutel)
    if (bekend !== undefined) return bekend
    if (this.#datums.size >= MAX_ONTHOUDEN) this.#datums.clear()
    const gelezen = leesDatum(ruw, deels, this.#datumvorm)
    this.#datums.set(sleutel, gelezen)
    return gelezen
  }
}

function leesDatum(ruw: string, deels: boolean, vorm: Datumvorm): string | Afwijking {
  const streepjes = STREEPJES.exec(ruw)
  const aaneen = streepjes ? null : AANEEN.exec(ruw)
  const dagEerst = streepjes || aaneen ? null : DAG_EERST.exec(ruw)
  const delen = streepjes ?? aaneen
  const tekst = delen ? `${delen[1]}-${delen[2]}-${delen[3]}` : dagEerst ? `${dagEerst[3]}-${twee(dagEerst[2])}-${twee(dagEerst[1])}` : undefined
  if (tekst === undefined) return afkeur('Dit is geen datum.')
  if (!bestaat(tekst, deels)) return afkeur('Deze dag bestaat niet.')
  if (tekst < '1900' || tekst >= '2101') return afkeur('Dit jaar kan niet kloppen.')
  const eigenVorm = vorm === 'ccyymmdd' ? aaneen : streepjes
  return eigenVorm ? tekst : { waarde: tekst, ernst: 'anders-gelezen', uitleg: `Datums staan niet als ${vorm === 'ccyymmdd' ? 'jjjjmmdd' : 'jjjj-mm-dd'}. Het bestand is waarschijnlijk in een rekenblad opgeslagen.` }
}

/** Dag of maand 00 betekent onbekend; een bekende dag in een onbekende maand kan niet. */
function bestaat(tekst: string, deels: boolean): boolean {
  if (!deels) return parseDatum(tekst) !== undefined
  const [maand, dag] = [tekst.slice(5, 7), tekst.slice(8, 10)]
  if (maand === '00') return dag === '00'
  return parseDatum(dag === '00' ? `${tekst.slice(0, 8)}01` : tekst) !== undefined
}

function leesNummer(stelsel: 'BSN' | 'ONR' | 'PGN', ruw: string, nummers: Nummerkeuze): string | Afwijking {
  if (stelsel === 'PGN') return /^[0-9A-Za-z]{1,20}$/.test(ruw) ? ruw : afkeur('Dit is geen geldig schuilnummer.')
  const klopt = stelsel === 'BSN' ? isBsn : isOnderwijsnummer
  if (klopt(ruw)) return ruw
  if (/^[0-9]{6,8}$/.test(ruw) && klopt(ruw.padStart(9, '0'))) {
    return { waarde: ruw.padStart(9, '0'), ernst: 'anders-gelezen', uitleg: 'De nullen vooraan ontbreken. Wij vullen ze aan.' }
  }
  if (!/^[0-9A-Za-z]{1,20}$/.test(ruw)) return afkeur('Dit is geen persoonsnummer.')
  if (isSchuilnummer(ruw)) return { waarde: ruw, ernst: 'kijk-na', uitleg: 'Dit is een schuilnummer, geen persoonsnummer. Wij nemen het mee, maar koppelen het niet aan een andere school.' }
  if (nummers === 'streng') return { waarde: ruw, ernst: 'afgekeurd', uitleg: 'Het nummer haalt de elfproef niet. Vaak een typefout.' }
  return { waarde: ruw, ernst: 'kijk-na', uitleg: 'Het nummer haalt de elfproef niet. Wij nemen het mee als nummer dat niet is gecontroleerd.' }
}

/** Met een letter, of veel te kort of te lang: geen typefout in een nummer van 9 cijfers. */
function isSchuilnummer(ruw: string): boolean {
  return !/^[0-9]{6,12}$/.test(ruw)
}

function leesPatroon(soort: Extract<Veldsoort, { soort: 'patroon' }>, ruw: string): string | Afwijking {
  if (soort.patroon.test(ruw)) return ruw
  if (soort.nullenTot !== undefined && /^[0-9]+$/.test(ruw) && ruw.length < soort.nullenTot) {
    return { waarde: ruw.padStart(soort.nullenTot, '0'), ernst: 'anders-gelezen', uitleg: 'De nullen vooraan ontbreken. Wij vullen ze aan.' }
  }
  return afkeur('De waarde heeft niet de goede vorm.')
}

function leesLijst(soort: Extract<Veldsoort, { soort: 'lijst' }>, ruw: string): string | Afwijking {
  if (soort.waarden.includes(ruw)) return ruw
  const ander = soort.anders?.[ruw]
  // In de indeling zelf vastgelegde schrijfwijzen (1 voor J) zijn de vorm van dat bestand, geen afwijking.
  if (ander !== undefined) return ander
  const hoofdletters = soort.waarden.find((w) => w.toUpperCase() === ruw.toUpperCase())
  if (hoofdletters !== undefined) return { waarde: hoofdletters, ernst: 'anders-gelezen', uitleg: 'Hoofdletters en kleine letters zijn anders.' }
  return afkeur('Deze waarde staat niet in de lijst.')
}

/** Een code die de lijst niet kent: de lijst zelf zegt of zij wordt geweigerd of bewaard. */
function leesCode(lijst: Codelijst, ruw: string): string | Afwijking {
  if (lijst.codes.has(ruw)) return ruw
  const bedoeld = lijst.schrijfwijzen.get(ruw.toLowerCase())
  if (bedoeld !== undefined) return { waarde: bedoeld, ernst: 'anders-gelezen', uitleg: bedoeld.length > ruw.length ? 'De nul vooraan ontbreekt.' : 'Hoofdletters en kleine letters zijn anders.' }
  if (lijst.onbekendeCode === 'weigeren') return afkeur('Deze code staat niet in de lijst.')
  return { waarde: ruw, ernst: 'kijk-na', uitleg: 'Deze code staat niet in de lijst. Wij bewaren haar, maar rekenen er niet mee.' }
}

function leesGetal(soort: Extract<Veldsoort, { soort: 'getal' }>, ruw: string): string | Afwijking {
  const decimalen = soort.decimalen ?? 0
  const delen = /^(-?[0-9]{1,16})(?:[.,]([0-9]{1,10}))?$/.exec(ruw)
  if (!delen || (delen[2]?.length ?? 0) > decimalen) return afkeur('Dit is geen getal in de goede vorm.')
  const tekst = delen[2] === undefined ? ruw : `${delen[1]}.${delen[2]}`
  const getal = Number(tekst)
  if (getal < soort.min || getal > soort.max) return afkeur(`Het getal ligt buiten ${soort.min} tot en met ${soort.max}.`)
  return ruw.includes(',') ? { waarde: tekst, ernst: 'anders-gelezen', uitleg: 'Er staat een komma in plaats van een punt.' } : tekst
}

function afkeur(uitleg: string): Afwijking {
  return { waarde: '', ernst: 'afgekeurd', uitleg }
}

function twee(deel: string | undefined): string {
  return (deel ?? '').padStart(2, '0')
}
