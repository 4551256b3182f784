import type { Moment } from '../../../kern/datum.ts'
import { eis, type Veldfout } from '../../../kern/weigering.ts'
import { type Accountbeeld, isBruikbaar, looptNog, type Organisatiebeeld } from '../account.ts'
import { isBronrol, isDuorol, isRolnaam, isSchoolrol } from '../rol.ts'

/** Een rol zoals een beheerder hem wil geven. */
export interface Toekenningsvraag {
  readonly rol: string
  readonly brin: string | null
  readonly vestiging: string | null
  readonly van: Moment
  /** Vanaf dit moment niet meer; null = zonder einde. */
  readonly voor: Moment | null
  readonly reden: string
  /** Kenmerk van het besluit van het bestuur; alleen bij wie via een intermediair komt. Leeg: geen. */
  readonly besluitBestuur: string
}

export interface Toekenningsfeiten {
  readonly nu: Moment
  readonly ontvanger: Accountbeeld
  readonly organisatie: Organisatiebeeld
  /** De gever en de ontvanger zijn dezelfde persoon, met welk account ook. */
  readonly isZelf: boolean
}

/** Alle redenen waarom deze rol niet gegeven kan worden (Z-03, Z-04, Z-05, A-14, P-04, K-EH-08). Leeg = het kan. */
export function toetsToekenning(vraag: Toekenningsvraag, feiten: Toekenningsfeiten): readonly Veldfout[] {
  if (!isRolnaam(vraag.rol)) return eis(false, 'rol', 'Deze rol bestaat niet.', 'Kies een rol uit de lijst.')
  return [...toetsPersoon(vraag, feiten), ...toetsBereik(vraag, feiten), ...toetsPeriode(vraag, feiten.nu), ...toetsSamen(vraag, feiten)]
}

function toetsPersoon({ rol, besluitBestuur }: Toekenningsvraag, { isZelf, ontvanger }: Toekenningsfeiten): readonly Veldfout[] {
  const { medewerker, intermediair, toestand } = ontvanger
  return [
    ...eis(!isZelf, 'account', 'U kunt uzelf geen rol geven.', 'Vraag een andere beheerder van uw organisatie om dit te doen.', 'Z-04'),
    ...eis(isBruikbaar({ toestand }) || toestand === 'NIEUW', 'account', 'Dit account kan niet gebruikt worden.', 'Hef eerst de blokkade op, of geef de rol aan het nieuwe account van deze medewerker.'),
    ...eis(medewerker !== null, 'naam', 'Dit account heeft nog geen naam.', 'Zeg eerst van welke medewerker dit account is.', 'P-04'),
    ...eis(medewerker === null || medewerker.uitDienstOp === null, 'account', 'Deze medewerker is uit dienst.', 'Geef de rol aan iemand die in dienst is.'),
    ...eis(intermediair === null || rol !== 'beheerder', 'rol', 'Wie via een intermediair inlogt kan geen beheerder zijn.', 'Maak een eigen medewerker beheerder.', 'A-14'),
    ...eis(intermediair === null || besluitBestuur.trim() !== '', 'besluitBestuur', 'Wie via een intermediair inlogt krijgt alleen een rol als het bestuur dat besloot.', 'Vul het kenmerk van het besluit van het bestuur in.', 'A-14'),
  ]
}

/** Z-04: niet ruimer dan de eigen organisatie van vandaag. */
function toetsBereik({ rol, brin, vestiging }: Toekenningsvraag, { organisatie }: Toekenningsfeiten): readonly Veldfout[] {
  const isDuo = organisatie.soort === 'DUO'
  if (isDuorol(rol) !== isDuo && rol !== 'beheerder') return eis(false, 'rol', 'Deze rol hoort niet bij deze organisatie.', isDuo ? 'Kies een rol van DUO.' : 'Kies een rol van een school.')
  if (!isSchoolrol(rol)) return eis(brin === null && vestiging === null, 'brin', 'Deze rol geldt voor de hele organisatie.', 'Laat school en vestiging leeg.')
  const school = organisatie.scholen.find((kandidaat) => kandidaat.brin === brin)
  if (brin === null) return eis(false, 'brin', 'Deze rol geldt bij een school.', 'Kies een school uit de lijst.', 'Z-04')
  if (school === undefined) return eis(false, 'brin', 'Deze school hoort vandaag niet bij uw organisatie.', 'Kies een school uit de lijst.', 'Z-04')
  return [
    ...eis(pastBij(rol, school.sectoren), 'rol', `Deze rol past niet bij ${school.naam}.`, 'Kies voor vo en vso "Inschrijving vo" en voor mbo "Inschrijving mbo".', 'K-EH-08'),
    ...eis(vestiging === null || school.vestigingen.includes(vestiging), 'vestiging', `Deze vestiging hoort vandaag niet bij ${school.naam}.`, 'Kies een vestiging uit de lijst, of laat dit veld leeg.', 'Z-04'),
  ]
}

function pastBij(rol: string, sectoren: readonly string[]): boolean {
  if (rol === 'bron-inschrijving-mbo') return sectoren.includes('MBO')
  if (rol === 'bron-inschrijving-vo') return sectoren.includes('VO') || sectoren.includes('VSO')
  return true
}

/** Z-03: een rol begint niet in het verleden en eindigt na het begin. */
function toetsPeriode({ van, voor }: Toekenningsvraag, nu: Moment): readonly Veldfout[] {
  return [
    ...eis(van >= nu, 'van', 'De eerste dag is vandaag of later.', 'Kies vandaag of een latere dag.', 'Z-03'),
    ...eis(voor === null || voor > van, 'totEnMet', 'De laatste dag ligt niet voor de eerste dag.', 'Kies een latere dag, of laat het veld leeg.', 'Z-03'),
  ]
}

function toetsSamen({ rol, brin, vestiging, reden }: Toekenningsvraag, { ontvanger, nu }: Toekenningsfeiten): readonly Veldfout[] {
  const lopend = ontvanger.rollen.filter((ander) => looptNog(ander, nu))
  const dubbel = lopend.some((ander) => ander.rol === rol && ander.brin === brin && ander.vestiging === vestiging)
  const botst = lopend.some((ander) => vragenReden(ander.rol, rol))
  const duo = isDuorol(rol) && lopend.some((ander) => isDuorol(ander.rol) && ander.rol !== rol)
  return [
    ...eis(!dubbel, 'rol', 'Deze medewerker heeft deze rol al.', 'Verander de einddatum van de rol die er al is.'),
    ...eis(!botst || reden.trim() !== '', 'reden', 'Beheerder zijn en zelf leveren gaat alleen samen met een reden.', 'Schrijf op waarom dit bij uw organisatie nodig is, of geef de rol aan een ander.', 'Z-05'),
    ...eis(!duo, 'rol', 'Een medewerker van DUO heeft hooguit een van deze rollen.', 'Trek eerst de andere rol in.'),
    ...eis(reden.length <= 500, 'reden', 'Een reden is hooguit 500 tekens lang.', 'Schrijf de reden korter op.'),
  ]
}

/** Z-05; bij DUO geldt hetzelfde voor de rollen waarmee iemand zaken behandelt. */
function vragenReden(een: string, ander: string): boolean {
  const werkt = (rol: string): boolean => isBronrol(rol) || isDuorol(rol)
  return (een === 'beheerder' && werkt(ander)) || (ander === 'beheerder' && werkt(een))
}
