import { parseDatum } from '../../kern/datum.ts'
import { eis, type Veldfout } from '../../kern/weigering.ts'
import { NIVEAUS } from '../../kern/leerroute.ts'
import { isAanbiedercode } from '../../kern/schoolcode.ts'
import type { AanbodBericht } from '../bericht.ts'

const MEESTE_PARTNERS = 99
const CREBO = /^\d{5}$/
const LANGSTE_PROFIEL = 100

/** K-RIO-02, K-RIO-03: vorm van een aangeboden opleiding met leerroutekenmerk. Of de partner haar ook noemt is een signaal, geen weigering. */
export function controleerAanbod(bericht: AanbodBericht): readonly Veldfout[] {
  const partners = bericht.samenwerkendeOnderwijsaanbieders
  const eind = bericht.einddatum
  return [
    ...eis(bericht.eigenSleutel.trim() !== '', 'eigenSleutel', 'Een aanbod heeft een eigen sleutel.', 'Geef de code waaronder u dit aanbod kent.'),
    ...eis(isAanbiedercode(bericht.onderwijsaanbieder), 'onderwijsaanbieder', 'Een onderwijsaanbiedercode is 3 cijfers, A en 3 cijfers.', 'Neem de code over uit RIO.'),
    ...eis(['DLR_VMBO_MBO', 'GLR_VMBO_MBO'].includes(bericht.leerrouteKenmerk), 'leerrouteKenmerk', 'Het kenmerk is DLR_VMBO_MBO of GLR_VMBO_MBO.', 'Kies een van de twee.', 'K-RIO-02'),
    ...eis(['VO', 'VSO', 'MBO'].includes(bericht.sector), 'sector', 'De sector is VO, VSO of MBO.', 'Kies een van de drie.'),
    ...eis(partners.length >= 1 && partners.length <= MEESTE_PARTNERS, 'samenwerkendeOnderwijsaanbieders', 'Een leerroute noemt 1 tot 99 samenwerkende onderwijsaanbieders.', 'Noem de school waarmee u de route aanbiedt.', 'K-RIO-03'),
    ...partners.flatMap((code, i) => eis(isAanbiedercode(code) && code !== bericht.onderwijsaanbieder, `samenwerkendeOnderwijsaanbieders[${i}]`, 'Dit is geen code van een andere onderwijsaanbieder.', 'Neem de code van de partner over uit RIO.')),
    ...eis(parseDatum(bericht.begindatum) !== undefined, 'begindatum', 'Dit is geen bestaande datum.', 'Schrijf jjjj-mm-dd.'),
    ...controleerOpleiding(bericht),
    ...eis(!eind || (parseDatum(eind) !== undefined && eind >= bericht.begindatum), 'einddatum', 'De einddatum ligt voor de begindatum, of bestaat niet.', 'Geef de laatste dag (inclusief).'),
  ]
}

/** Wat er geleerd wordt mag nog open zijn (K-DLR-07); entree kan nooit (K-DLR-04), en de GLR gaat naar niveau 2 (K-DLR-05). */
function controleerOpleiding({ leerrouteKenmerk, profiel, opleidingcode, niveau }: AanbodBericht): readonly Veldfout[] {
  return [
    ...eis(profiel === undefined || profiel === null || (profiel.trim() !== '' && profiel.length <= LANGSTE_PROFIEL), 'profiel', 'Een profiel heeft een naam van hooguit 100 tekens.', 'Vul de naam van het profiel of domein in, of laat het veld weg.'),
    ...eis(opleidingcode === undefined || opleidingcode === null || CREBO.test(opleidingcode), 'opleidingcode', 'Een crebo heeft 5 cijfers.', 'Neem het crebo over uit RIO, of laat het leeg bij een route op domein.', 'K-DLR-07'),
    ...eis(niveau === undefined || niveau === null || NIVEAUS.includes(niveau), 'niveau', 'Het niveau is MBO-2, MBO-3 of MBO-4.', 'Kies een van de drie.'),
    ...eis(niveau !== 'MBO-1', 'niveau', 'Een leerroute gaat nooit naar niveau 1 (entree).', 'Kies niveau 2, 3 of 4.', 'K-DLR-04'),
    ...eis(leerrouteKenmerk !== 'GLR_VMBO_MBO' || niveau === undefined || niveau === null || niveau === 'MBO-1' || niveau === 'MBO-2', 'niveau', 'Een geïntegreerde leerroute (GLR) gaat naar niveau 2.', 'Kies niveau 2, of registreer een doorlopende leerroute (DLR).', 'K-DLR-05'),
  ]
}
