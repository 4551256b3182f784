import { parseDatum } from '../../kern/datum.ts'
import { eis, type Veldfout } from '../../kern/weigering.ts'
import { HOOFDCODE, type Identificatiesoort, type OrganisatieBericht } from '../bericht.ts'

const VORM: Readonly<Record<Identificatiesoort, { readonly vorm: RegExp; readonly uitleg: string }>> = {
  BRIN: { vorm: /^\d{2}[A-Z]{2}$/, uitleg: '2 cijfers en 2 hoofdletters' },
  VESTIGING: { vorm: /^\d{2}[A-Z]{2}\d{2}$/, uitleg: 'een BRIN en 2 cijfers' },
  BESTUURSNUMMER: { vorm: /^\d{5}$/, uitleg: '5 cijfers' },
  KVK: { vorm: /^\d{8}$/, uitleg: '8 cijfers' },
  RSIN: { vorm: /^\d{9}$/, uitleg: '9 cijfers' },
  OIN: { vorm: /^[0-9A-Z]{20}$/, uitleg: '20 tekens' },
  VESTIGINGSNUMMER: { vorm: /^\d{12}$/, uitleg: '12 cijfers' },
}

const TELEFOON = /^[+0-9][0-9 -]{5,19}$/

type Vak = { readonly geldigVan: string; readonly geldigTotEnMet?: string | null }

/** Vorm van elke code, geldige dagen, en geen overlap binnen dezelfde code. Alle fouten tegelijk. */
export function controleerOrganisatie(bericht: OrganisatieBericht): readonly Veldfout[] {
  const gezag = bericht.bevoegdGezag ?? []
  const aanbieders = bericht.onderwijsaanbieders ?? []
  const hoofdcode = HOOFDCODE[bericht.soort]
  return [
    ...eis(bericht.naam.trim() !== '', 'naam', 'Een organisatie heeft een naam.', 'Vul de naam in.'),
    ...eis(bericht.identificaties.some((code) => code.soort === hoofdcode), 'identificaties', `Bij deze soort organisatie hoort een ${hoofdcode}.`, `Voeg de ${hoofdcode} toe.`),
    ...bericht.identificaties.flatMap((code, i) => [
      ...eis(VORM[code.soort].vorm.test(code.waarde), `identificaties[${i}].waarde`, `Een ${code.soort} heeft de vorm: ${VORM[code.soort].uitleg}.`, 'Verbeter de code.'),
      ...controleerVestiging(bericht.identificaties, i),
      ...controleerVak(code, `identificaties[${i}]`),
      ...controleerOverlap(bericht.identificaties, i, (ander) => ander.soort === code.soort && ander.waarde === code.waarde, `identificaties[${i}]`),
    ]),
    ...gezag.flatMap((vak, i) => [
      ...eis(/^\d{5}$/.test(vak.bestuursnummer), `bevoegdGezag[${i}].bestuursnummer`, 'Een bestuursnummer heeft 5 cijfers.', 'Verbeter het nummer.'),
      ...controleerVak(vak, `bevoegdGezag[${i}]`),
      ...controleerOverlap(gezag, i, () => true, `bevoegdGezag[${i}]`),
    ]),
    ...aanbieders.flatMap((vak, i) => [
      ...eis(/^\d{3}A\d{3}$/.test(vak.code), `onderwijsaanbieders[${i}].code`, 'Een onderwijsaanbiedercode is 3 cijfers, A en 3 cijfers.', 'Neem de code over uit RIO.'),
      ...eis(vak.plaats === undefined || vak.plaats === null || vak.plaats.trim() !== '', `onderwijsaanbieders[${i}].plaats`, 'Een plaats heeft een naam.', 'Vul de plaats in, of laat het veld weg.'),
      ...eis(vak.telefoon === undefined || vak.telefoon === null || TELEFOON.test(vak.telefoon), `onderwijsaanbieders[${i}].telefoon`, 'Een telefoonnummer heeft 6 tot 20 cijfers, met spaties of streepjes.', 'Verbeter het nummer, of laat het veld weg.'),
      ...controleerVak(vak, `onderwijsaanbieders[${i}]`),
      ...controleerOverlap(aanbieders, i, (ander) => ander.code === vak.code, `onderwijsaanbieders[${i}]`),
    ]),
  ]
}

/** alleen een vestigingsnummer hoort bij een vestiging, en dan een van deze school. */
function controleerVestiging(codes: OrganisatieBericht['identificaties'], i: number): readonly Veldfout[] {
  const { soort, vestiging } = codes[i] ?? {}
  if (vestiging === undefined) return []
  const pad = `identificaties[${i}].vestiging`
  return [
    ...eis(soort === 'VESTIGINGSNUMMER', pad, 'Alleen een VESTIGINGSNUMMER noemt een vestiging.', 'Laat de vestiging hier weg.'),
    ...eis(codes.some((ander) => ander.soort === 'BRIN' && VORM.VESTIGING.vorm.test(vestiging) && vestiging.startsWith(ander.waarde)), pad, 'Een vestiging is de BRIN van deze organisatie en 2 cijfers.', 'Verbeter de vestiging.'),
  ]
}

function controleerVak(vak: Vak, pad: string): readonly Veldfout[] {
  const eind = vak.geldigTotEnMet
  return [
    ...eis(parseDatum(vak.geldigVan) !== undefined, `${pad}.geldigVan`, 'Dit is geen bestaande datum.', 'Schrijf jjjj-mm-dd.'),
    ...eis(!eind || (parseDatum(eind) !== undefined && eind >= vak.geldigVan), `${pad}.geldigTotEnMet`, 'De laatste dag ligt voor de eerste, of bestaat niet.', 'Geef de laatste dag (inclusief).'),
  ]
}

/** Op elke dag wijst een code naar hooguit één organisatie; dat geldt ook binnen één bericht. */
function controleerOverlap<T extends Vak>(vakken: readonly T[], plaats: number, hoortBij: (ander: T) => boolean, pad: string): readonly Veldfout[] {
  const vak = vakken[plaats]
  const botst = vak !== undefined && vakken.slice(0, plaats).some((ander) => hoortBij(ander)
    && ander.geldigVan <= (vak.geldigTotEnMet ?? '9999') && vak.geldigVan <= (ander.geldigTotEnMet ?? '9999'))
  return eis(!botst, `${pad}.geldigVan`, 'Dit tijdvak overlapt een ander tijdvak van dezelfde code.', 'Laat het vorige tijdvak eerder eindigen.')
}
