import { parseDatum } from '../../kern/datum.ts'
import { LEERTRAJECTEN, LEERWEGEN, NIVEAUS } from '../../kern/leerroute.ts'
import { isBsn, isOnderwijsnummer } from '../../kern/persoonsnummer.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import type { InschrijvingBericht, PeriodeBericht, PersoonBericht } from '../bericht.ts'
import { leesGeboortedatum } from './geboortedatum.ts'

/** K-BRN-01..03: of een stand zo mag worden vastgelegd. Alle fouten tegelijk; een leeg antwoord is goed. */
export function controleerInschrijving(bericht: InschrijvingBericht): readonly Veldfout[] {
  return [
    ...patroon('brin', bericht.brin, /^\d{2}[A-Z]{2}$/, '2 cijfers en 2 hoofdletters, zoals 99AA'),
    ...patroon('inschrijvingvolgnummer', bericht.inschrijvingvolgnummer, /^[0-9A-Za-z]{1,20}$/, '1 tot 20 letters of cijfers'),
    ...controleerDatum('datumInschrijving', bericht.datumInschrijving),
    ...controleerDatum('datumUitschrijvingGepland', bericht.datumUitschrijvingGepland),
    ...controleerDatum('datumUitschrijving', bericht.datumUitschrijving),
    ...controleerUitschrijving(bericht),
    ...controleerPerioden(bericht),
    ...controleerOndersteuning(bericht),
  ]
}

/** K-BRN-03. Zonder `persoonsnummer` in de foutzin: die mag nergens terechtkomen. */
export function controleerPersoon(persoon: PersoonBericht): readonly Veldfout[] {
  const fouten: Veldfout[] = []
  if (!isBsn(persoon.persoonsnummer) && !isOnderwijsnummer(persoon.persoonsnummer)) {
    fouten.push({
      veld: 'persoonsnummer', regelId: 'K-BRN-03', regel: 'Dit is geen burgerservicenummer en geen onderwijsnummer: de elfproef klopt niet.',
      watTeDoen: 'Neem de 9 cijfers over van het identiteitsbewijs of uit BRON, met voorloopnullen.',
    })
  }
  if (leesGeboortedatum(persoon.geboortedatum) === undefined) {
    fouten.push({ veld: 'geboortedatum', regel: 'Dit is geen bestaande datum.', watTeDoen: 'Schrijf jjjj-mm-dd; een onbekende maand of dag is 00.' })
  }
  return [...fouten, ...lijst('geslacht', persoon.geslacht, ['M', 'V', 'O'])]
}

/** P-01: een nummer van de persoon als sleutel zou in adressen, gebeurtenissen en de audit terechtkomen. */
export function controleerSleutel({ persoonsnummer }: PersoonBericht, { inschrijvingvolgnummer }: Pick<InschrijvingBericht, 'inschrijvingvolgnummer'>): readonly Veldfout[] {
  if (inschrijvingvolgnummer.replace(/^0+/, '') !== persoonsnummer.replace(/^0+/, '')) return []
  return [{ veld: 'inschrijvingvolgnummer', regelId: 'P-01', regel: 'Het volgnummer van een inschrijving is niet het nummer van de persoon.', watTeDoen: 'Geef elke inschrijving een eigen volgnummer dat niets over de persoon zegt.' }]
}

function controleerUitschrijving(bericht: InschrijvingBericht): readonly Veldfout[] {
  const { datumInschrijving, datumUitschrijving } = bericht
  if (!datumUitschrijving || datumUitschrijving >= datumInschrijving) return []
  return [{
    veld: 'datumUitschrijving', regel: `De uitschrijving (${datumUitschrijving}) ligt voor de inschrijving (${datumInschrijving}).`,
    watTeDoen: 'Geef de laatste dag waarop de student was ingeschreven. Was hij nooit ingeschreven? Verwijder dan de inschrijving.',
  }]
}

function controleerPerioden(bericht: InschrijvingBericht): readonly Veldfout[] {
  const eerste = [...bericht.perioden].sort((a, b) => (a.datumBegin < b.datumBegin ? -1 : 1))[0]
  if (!eerste) {
    return [{ veld: 'perioden', regelId: 'K-BRN-01', regel: 'Een inschrijving heeft minstens één periode.', watTeDoen: 'Voeg een periode toe die begint op de datum van inschrijving.' }]
  }
  const fouten: Veldfout[] = []
  if (eerste.datumBegin !== bericht.datumInschrijving) {
    fouten.push({
      veld: 'perioden[0].datumBegin', regelId: 'K-BRN-01', regel: `De eerste periode begint op ${eerste.datumBegin}, de inschrijving op ${bericht.datumInschrijving}.`,
      watTeDoen: 'Laat de eerste periode beginnen op de datum van inschrijving.',
    })
  }
  bericht.perioden.forEach((periode, plaats) => fouten.push(...controleerPeriode(bericht, periode, `perioden[${plaats}]`)))
  return fouten
}

function controleerPeriode(bericht: InschrijvingBericht, periode: PeriodeBericht, pad: string): readonly Veldfout[] {
  const fouten: Veldfout[] = [...controleerDatum(`${pad}.datumBegin`, periode.datumBegin)]
  if (bericht.perioden.filter((andere) => andere.datumBegin === periode.datumBegin).length > 1) {
    fouten.push({ veld: `${pad}.datumBegin`, regel: `Twee perioden beginnen op ${periode.datumBegin}.`, watTeDoen: 'Voeg ze samen tot één periode.' })
  }
  if (bericht.datumUitschrijving && periode.datumBegin > bericht.datumUitschrijving) {
    fouten.push({ veld: `${pad}.datumBegin`, regel: `De periode begint na de uitschrijving (${bericht.datumUitschrijving}).`, watTeDoen: 'Laat de periode weg of pas de uitschrijving aan.' })
  }
  return [
    ...fouten,
    ...lijst(`${pad}.indicatieBekostigbaar`, periode.indicatieBekostigbaar, ['J', 'N']),
    ...patroon(`${pad}.onderwijsaanbieder`, periode.onderwijsaanbieder, /^\d{3}A\d{3}$/, 'een RIO-code zoals 101A001'),
    ...patroon(`${pad}.onderwijslocatie`, periode.onderwijslocatie, /^\d{3}X\d{3}$/, 'een RIO-code zoals 101X001'),
    ...lijst(`${pad}.leerroute`, periode.leerroute, ['DLR', 'GLR']),
    ...lijst(`${pad}.leerroutefase`, periode.leerroutefase, ['VO', 'MBO']),
    ...(bericht.sector === 'MBO' ? controleerMbo(periode, pad) : controleerVo(periode, pad)),
  ]
}

function controleerMbo(periode: PeriodeBericht, pad: string): readonly Veldfout[] {
  return [
    ...lijst(`${pad}.leertraject`, periode.leertraject, LEERTRAJECTEN),
    ...lijst(`${pad}.niveau`, periode.niveau, NIVEAUS),
    ...patroon(`${pad}.opleidingcode`, periode.opleidingcode, /^\d{5}$/, 'een crebo van 5 cijfers'),
    ...leeg(`${pad}.leerjaar`, periode.leerjaar, 'mbo'),
    ...leeg(`${pad}.leerweg`, periode.leerweg, 'mbo'),
  ]
}

function controleerVo(periode: PeriodeBericht, pad: string): readonly Veldfout[] {
  const leerjaar = periode.leerjaar
  const fout: Veldfout = { veld: `${pad}.leerjaar`, regel: 'Een leerjaar is een heel getal van 1 tot en met 6.', watTeDoen: 'Geef het leerjaar in deze periode.' }
  return [
    ...(leerjaar === null || leerjaar === undefined || (Number.isInteger(leerjaar) && leerjaar >= 1 && leerjaar <= 6) ? [] : [fout]),
    ...lijst(`${pad}.leerweg`, periode.leerweg, LEERWEGEN),
    ...patroon(`${pad}.opleidingcode`, periode.opleidingcode, /^\d{4}$/, 'een opleidingcode van 4 cijfers'),
    ...patroon(`${pad}.vestiging`, periode.vestiging, /^\d{2}[A-Z]{2}\d{2}$/, 'BRIN en 2 cijfers, zoals 99AA00'),
    ...leeg(`${pad}.leertraject`, periode.leertraject, 'vo'),
    ...leeg(`${pad}.niveau`, periode.niveau, 'vo'),
  ]
}

function controleerOndersteuning(bericht: InschrijvingBericht): readonly Veldfout[] {
  return (bericht.extraOndersteuning ?? []).flatMap((vak, plaats) => {
    if (!vak.datumEind || vak.datumEind >= vak.datumBegin) return []
    return [{ veld: `extraOndersteuning[${plaats}].datumEind`, regel: 'Het einde ligt voor het begin.', watTeDoen: 'Geef de laatste dag van de ondersteuning.' }]
  })
}

export function controleerDatum(veld: string, waarde: string | null | undefined): readonly Veldfout[] {
  if (waarde === null || waarde === undefined || parseDatum(waarde) !== undefined) return []
  return [{ veld, regel: 'Dit is geen bestaande datum.', watTeDoen: 'Schrijf de datum als jjjj-mm-dd.' }]
}

export function patroon(veld: string, waarde: string | null | undefined, vorm: RegExp, verwacht: string): readonly Veldfout[] {
  if (waarde === null || waarde === undefined || vorm.test(waarde)) return []
  return [{ veld, regel: `Dit veld is ${verwacht}.`, watTeDoen: `Verbeter ${veld} en lever opnieuw.` }]
}

function lijst(veld: string, waarde: string | null | undefined, waarden: readonly string[]): readonly Veldfout[] {
  if (waarde === null || waarde === undefined || waarden.includes(waarde)) return []
  return [{ veld, regel: `Deze code is niet bekend. Mogelijk zijn: ${waarden.join(', ')}.`, watTeDoen: 'Kies een van deze codes of laat het veld leeg als dat mag.' }]
}

function leeg(veld: string, waarde: unknown, sector: string): readonly Veldfout[] {
  if (waarde === null || waarde === undefined) return []
  return [{ veld, regel: `Dit veld bestaat niet voor het ${sector}.`, watTeDoen: 'Laat het veld leeg.' }]
}
