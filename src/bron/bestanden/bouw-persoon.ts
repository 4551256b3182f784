import { isBsn, isOnderwijsnummer } from '../../kern/persoonsnummer.ts'
import type {
  BpvUitBestand, DiplomaUitBestand, InschrijvingUitBestand, OnderdeelUitBestand, PeriodeUitBestand, PersoonUitBestand,
} from './persoon.ts'
import type { GelezenRecord } from './recordlezer.ts'

/** De records van één student, per soort. Records zonder inschrijving blijven apart, zodat een controle ze kan melden. */
export interface Studentrecords {
  readonly per: readonly GelezenRecord[]
  readonly isg: readonly GelezenRecord[]
  /** ISP, ISE en BPV, per inschrijving (BRIN en inschrijvingvolgnummer). */
  readonly kinderen: ReadonlyMap<string, readonly GelezenRecord[]>
  readonly dip: readonly GelezenRecord[]
  readonly onderdelen: readonly GelezenRecord[]
  /** Records die wij wel controleren, maar niet bewaren (BII, BID, VBT, NAT). */
  readonly overig: readonly GelezenRecord[]
}

export function verdeelRecords(records: readonly GelezenRecord[], brin: string): Studentrecords {
  const uit = { per: [] as GelezenRecord[], isg: [] as GelezenRecord[], kinderen: new Map<string, GelezenRecord[]>(), dip: [] as GelezenRecord[], onderdelen: [] as GelezenRecord[], overig: [] as GelezenRecord[] }
  for (const r of records) {
    switch (r.indeling.recordsoort) {
      case 'PER': uit.per.push(r); break
      case 'ISG': uit.isg.push(r); break
      case 'DIP': uit.dip.push(r); break
      case 'ISP': case 'ISE': case 'BPV': {
        const sleutel = inschrijvingsleutel(r, brin)
        const lijst = uit.kinderen.get(sleutel)
        if (lijst === undefined) uit.kinderen.set(sleutel, [r])
        else lijst.push(r)
        break
      }
      case 'AMO': case 'GEO': case 'KZD': uit.onderdelen.push(r); break
      default: uit.overig.push(r)
    }
  }
  return uit
}

/** In GRONDSLAG draagt elk record zijn BRIN; in RO en OBO geldt de BRIN uit de kop. */
export function inschrijvingsleutel(r: GelezenRecord, brin: string): string {
  return `${lees(r, 'brin') ?? brin}/${lees(r, 'inschrijvingvolgnummer') ?? ''}`
}

export function lees(r: GelezenRecord, sleutel: string): string | null {
  const plaats = r.indeling.plaats[sleutel]
  const waarde = plaats === undefined ? undefined : r.waarden[plaats]
  return waarde === undefined || waarde === '' ? null : waarde
}

/** Zet gecontroleerde records om; alleen aanroepen als er niets is afgekeurd. */
export function bouwPersoon(records: Studentrecords, brin: string, regelnummer: number, regels: number): PersoonUitBestand {
  const per = records.per[0] ?? records.isg[0] ?? records.dip[0] ?? records.onderdelen[0]
  return {
    nummer: leesNummer(per), geboortedatum: records.per[0] ? lees(records.per[0], 'geboortedatum') : null,
    geslacht: (records.per[0] ? lees(records.per[0], 'geslacht') : null) as PersoonUitBestand['geslacht'],
    inschrijvingen: records.isg.map((isg) => naarInschrijving(isg, records.kinderen.get(inschrijvingsleutel(isg, brin)) ?? [], brin)),
    diplomas: records.dip.map((r) => naarDiploma(r, brin)), onderdelen: records.onderdelen.map((r) => naarOnderdeel(r, brin)), regelnummer, regels,
  }
}

function leesNummer(r: GelezenRecord | undefined): PersoonUitBestand['nummer'] {
  const bsn = r && lees(r, 'bsn')
  if (bsn) return { stelsel: 'BSN', waarde: bsn, elfproef: isBsn(bsn) }
  const onr = r && lees(r, 'onr')
  if (onr) return { stelsel: 'ONR', waarde: onr, elfproef: isOnderwijsnummer(onr) }
  return { stelsel: 'PGN', waarde: (r && lees(r, 'pgn')) ?? '', elfproef: false }
}

function naarInschrijving(isg: GelezenRecord, kinderen: readonly GelezenRecord[], brin: string): InschrijvingUitBestand {
  const van = (soort: string): readonly GelezenRecord[] => kinderen.filter((k) => k.indeling.recordsoort === soort)
  return {
    brin: lees(isg, 'brin') ?? brin, inschrijvingvolgnummer: lees(isg, 'inschrijvingvolgnummer') ?? '', datumInschrijving: lees(isg, 'datumInschrijving') ?? '',
    uitschrijvingGepland: lees(isg, 'uitschrijvingGepland'), uitschrijvingWerkelijk: lees(isg, 'uitschrijvingWerkelijk'), reden: lees(isg, 'reden'),
    perioden: van('ISP').map(naarPeriode).toSorted((a, b) => (a.datumBegin < b.datumBegin ? -1 : 1)),
    ondersteuning: van('ISE').map((r) => ({ datumBegin: lees(r, 'datumBegin') ?? '', datumEind: lees(r, 'datumEind'), regelnummer: r.regelnummer })),
    bpv: van('BPV').map(naarBpv), regelnummer: isg.regelnummer,
  }
}

export function naarPeriode(r: GelezenRecord): PeriodeUitBestand {
  return {
    datumBegin: lees(r, 'datumBegin') ?? '', datumEind: lees(r, 'datumEind'), opleidingcode: lees(r, 'opleidingcode') ?? '', leertraject: lees(r, 'leertraject') ?? '',
    niveau: lees(r, 'niveau'), bekostigbaar: lees(r, 'bekostigbaar') === 'J' ? 'J' : 'N', locatiecodeVsv: lees(r, 'locatiecodeVsv'),
    onderwijsaanbieder: lees(r, 'onderwijsaanbieder'), onderwijslocatie: lees(r, 'onderwijslocatie'), leerroute: lees(r, 'leerroute'),
    leerroutefase: lees(r, 'leerroutefase') as PeriodeUitBestand['leerroutefase'], regelnummer: r.regelnummer,
  }
}

function naarBpv(r: GelezenRecord): BpvUitBestand {
  const omvang = lees(r, 'omvang')
  return {
    volgnummer: lees(r, 'volgnummer') ?? '', afsluitdatum: lees(r, 'afsluitdatum') ?? '', datumBegin: lees(r, 'datumBegin') ?? '', eindeGepland: lees(r, 'eindeGepland'),
    eindeWerkelijk: lees(r, 'eindeWerkelijk'), omvang: omvang === null ? null : Number(omvang), leerbedrijfId: lees(r, 'leerbedrijfId'),
    opleidingcode: lees(r, 'opleidingcode'), keuzedeelcode: lees(r, 'keuzedeelcode'), regelnummer: r.regelnummer,
  }
}

function naarDiploma(r: GelezenRecord, brin: string): DiplomaUitBestand {
  return {
    brin: lees(r, 'brin') ?? brin, resultaatvolgnummer: lees(r, 'resultaatvolgnummer') ?? '', opleidingcode: lees(r, 'opleidingcode') ?? '', datum: lees(r, 'datum') ?? '',
    bekostigbaar: lees(r, 'bekostigbaar') === 'J' ? 'J' : 'N', inschrijvingvolgnummer: lees(r, 'inschrijvingvolgnummer'),
    onderwijsaanbieder: lees(r, 'onderwijsaanbieder'), regelnummer: r.regelnummer,
  }
}

const BIJZONDERHEDEN = ['eindcijfer', 'vrijstelling', 'cijferIe', 'vrijstellingIe', 'cijferCe', 'vrijstellingCe', 'certificaat', 'resultaat'] as const

function naarOnderdeel(r: GelezenRecord, brin: string): OnderdeelUitBestand {
  const bijzonderheden: Record<string, string> = {}
  for (const sleutel of BIJZONDERHEDEN) {
    const waarde = lees(r, sleutel)
    if (waarde !== null) bijzonderheden[sleutel] = waarde
  }
  return {
    soort: r.indeling.recordsoort as OnderdeelUitBestand['soort'], brin: lees(r, 'brin') ?? brin, resultaatvolgnummer: lees(r, 'resultaatvolgnummer') ?? '',
    diplomavolgnummer: lees(r, 'diplomavolgnummer'), opleidingcodeDiploma: lees(r, 'opleidingcodeDiploma'), code: lees(r, 'code') ?? '', datum: lees(r, 'datum'),
    inschrijvingvolgnummer: lees(r, 'inschrijvingvolgnummer'), onderwijsaanbieder: lees(r, 'onderwijsaanbieder'), bijzonderheden, regelnummer: r.regelnummer,
  }
}
