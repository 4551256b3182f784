import { Bestandschrijver, eindVanPeriode, INDELINGEN, isGeldigOp, kiesUit, periodeOp, type Overzichtdiploma, type Overzichtpersoon, type Overzichtstudent, type Studenttoevoeging } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { bepaalTeldata, bidWaarden, biiWaarden } from '../rules/grondslagwaarden.ts'
import { inGroepen, laadGroep, Teller, type Exportwerk, type Geschreven } from './exportwerk.ts'
import { besluiter, bepaaldOp, laadDossiers, type Dossiers } from './export-besluiten.ts'

type Inschrijving = Overzichtpersoon['inschrijvingen'][number]

/** RO, OBO en GRONDSLAG: één record per regel. */
export async function schrijfRegelbestand(werk: Exportwerk): Promise<Geschreven> {
  const { plan, uit } = werk
  const soort = plan.soort === 'TBGI' ? undefined : plan.soort
  if (soort === undefined) throw new Error('een TBG-i heeft geen records per regel')
  const schrijver = new Bestandschrijver(INDELINGEN[soort], { soepel: plan.soepel })
  const [nietGeschreven, onbekend] = [new Teller(), new Teller()]
  const eigen = soort === 'GRONDSLAG' ? { ...werk, studenten: geefSchuilnummers(werk.studenten) } : werk
  await uit.schrijf(schrijver.kop(plan.kop))
  const laad = async (groep: readonly Overzichtstudent[]) => {
    const personen = await laadGroep(eigen, groep)
    return { personen, dossiers: soort === 'GRONDSLAG' ? await laadDossiers(eigen, groep) : GEEN_DOSSIERS }
  }
  for await (const { personen, dossiers } of inGroepen(eigen, laad)) {
    let blok = ''
    for (const persoon of personen) {
      const gekozen = kiesUit(persoon, plan.venster)
      if (gekozen === undefined) continue
      const geschreven = schrijver.student(gekozen, toevoeging(eigen, persoon, dossiers, onbekend))
      if ('tekst' in geschreven) blok += geschreven.tekst
      else nietGeschreven.tel(geschreven.reden)
    }
    if (blok !== '') await uit.schrijf(blok)
  }
  await uit.schrijf(schrijver.sluitregel())
  return {
    regels: schrijver.regels, studenten: schrijver.studenten, tellingen: Object.fromEntries(schrijver.tellingen),
    nietGeschreven: nietGeschreven.aantallen, leeg: Object.fromEntries(schrijver.leeg), onbekend: onbekend.aantallen,
  }
}

const GEEN_DOSSIERS: Dossiers = new Map()
const EERSTE_SCHUILNUMMER = 100_001

/**
 * PvE 17.1: in GRONDSLAG heeft elke student een nieuw nummer. Wie al alleen met een schuilnummer bekend is, houdt dat; de anderen
 * krijgen een volgnummer in de volgorde waarin het register hen leerde kennen, zodat het nummer niets over het echte zegt.
 */
function geefSchuilnummers(studenten: readonly Overzichtstudent[]): readonly Overzichtstudent[] {
  const eigen = studenten.filter(({ nummer }) => nummer.stelsel === 'PGN')
  const hoogste = eigen.reduce((hoog, { nummer }) => (/^[0-9]{1,9}$/.test(nummer.waarde) ? Math.max(hoog, Number(nummer.waarde)) : hoog), EERSTE_SCHUILNUMMER - 1)
  const anderen = studenten.filter(({ nummer }) => nummer.stelsel !== 'PGN').toSorted((a, b) => (a.deelnemerId < b.deelnemerId ? -1 : 1))
  return [...eigen, ...anderen.map(({ deelnemerId }, i) => ({ deelnemerId, nummer: { stelsel: 'PGN' as const, waarde: String(hoogste + 1 + i), elfproef: false } }))]
}

function toevoeging(werk: Exportwerk, persoon: Overzichtpersoon, dossiers: Dossiers, onbekend: Teller): Studenttoevoeging {
  switch (werk.plan.soort) {
    case 'OBO': return oboToevoeging(werk.plan.teldata)
    case 'GRONDSLAG': return grondslagToevoeging(werk, persoon, dossiers, onbekend)
    case 'RO': case 'TBGI': return NIETS
  }
}

const NIETS: Studenttoevoeging = {}

/** PvE 13.5.5 en 13.5.6: of de inschrijving en de periode geldig waren op 1 oktober en op 1 februari. */
function oboToevoeging([oktober, februari]: readonly Datum[]): Studenttoevoeging {
  const opTeldata = (geldt: (dag: Datum) => boolean): object => ({ opEenOktober: jaNee(oktober !== undefined && geldt(oktober)), opEenFebruari: jaNee(februari !== undefined && geldt(februari)) })
  return {
    isg: (i) => opTeldata((dag) => isGeldigOp(i, dag)),
    isp: (periode, i) => opTeldata((dag) => periodeOp(i, dag) === periode),
  }
}

/** De teldatum van GRONDSLAG is alleen 1 oktober, de eerste (PvE 17.1). Het einde van een periode volgt uit de volgende of de uitschrijving. */
function grondslagToevoeging(werk: Exportwerk, persoon: Overzichtpersoon, dossiers: Dossiers, onbekend: Teller): Studenttoevoeging {
  const bepaald = bepaaldOp(werk.nu)
  const dossier = dossiers.get(persoon.deelnemerId)
  const diplomas = new Map(persoon.diplomas.map((d) => [d.resultaatvolgnummer, d]))
  return {
    isp: (periode, i) => ({ datumEind: eindVanPeriode(i, i.perioden.indexOf(periode)) }),
    naInschrijving: (i) => (dossier === undefined ? [] : bepaalTeldata(i as Inschrijving, werk.plan.teldata.slice(0, 1), dossier, besluiter(dossier, werk.normen)).map((t) => {
      if (t.oordeel.onbekend !== null) onbekend.tel(t.oordeel.onbekend)
      return ['BII', biiWaarden(t, bepaald)] as const
    })),
    naDiploma: (d) => {
      const eigen: Overzichtdiploma | undefined = diplomas.get(d.resultaatvolgnummer)
      return eigen === undefined ? [] : [['BID', bidWaarden(persoon, eigen, bepaald)] as const]
    },
  }
}

function jaNee(waar: boolean): 'J' | 'N' {
  return waar ? 'J' : 'N'
}
