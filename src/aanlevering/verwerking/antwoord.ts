import type { Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { veldInRecord } from '../keuring/veldpad.ts'
import type { Terugkoppeling } from '../levering.ts'
import type { Recordsoort } from '../leveringsrecord.ts'

/** Wat een actie over een record zegt. */
export type Recordantwoord = Uitkomst<{ readonly uitkomst: 'nieuw' | 'gewijzigd' | 'ongewijzigd'; readonly deelnemerId?: string }, Weigering>

/** De ene vertaling van het antwoord van een actie naar een terugkoppeling. */
export function naarTerugkoppeling(regelnummer: number, soort: Recordsoort, antwoord: Recordantwoord): Terugkoppeling {
  const kop = { regelnummer, soort, deelnemerId: null, fouten: [] }
  if (antwoord.ok) return { ...kop, uitkomst: antwoord.waarde.uitkomst, deelnemerId: antwoord.waarde.deelnemerId ?? null }
  switch (antwoord.reden.soort) {
    case 'niet-gevonden':
      return { ...kop, uitkomst: 'geen-recht', fouten: [GEEN_RECHT] }
    case 'ongeldig':
      return { ...kop, uitkomst: 'afgekeurd', fouten: antwoord.reden.fouten.map((fout) => ({ ...fout, veld: veldInRecord(soort, fout.veld) })) }
    case 'ouder-dan-bekend':
      return {
        ...kop, uitkomst: 'ouder',
        fouten: [{ veld: '', regel: `Het register heeft al een stand die later is vastgelegd (${antwoord.reden.bekendVan}).`, watTeDoen: 'Kijk of dit record nog klopt en lever het dan opnieuw.' }],
      }
  }
}

/** Onbekend en niet toegestaan zijn hetzelfde antwoord: zo lekt niet wie er in het register staat (Z-02). */
const GEEN_RECHT = {
  veld: '', regel: 'Dit gaat over een school of leerling die niet van u is, of die het register niet kent.',
  watTeDoen: 'Controleer de BRIN en het persoonsnummer. Lever eerst de inschrijving, of vraag om een sleutel met de juiste rol.',
}

/** Het record zelf is de oorzaak van een storing bij ons; het kenmerk staat ook in het log. */
export function storingBijRecord(regelnummer: number, soort: string, kenmerk: string): Terugkoppeling {
  return {
    regelnummer, soort, uitkomst: 'afgekeurd', deelnemerId: null,
    fouten: [{ veld: '', regel: `Dit record konden wij door een fout bij ons niet verwerken (kenmerk ${kenmerk}).`, watTeDoen: 'Lever het later opnieuw. Blijft het misgaan, geef dan het kenmerk door aan de beheerder.' }],
  }
}
