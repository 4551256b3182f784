import { type Datum, datumInNederland, type Moment, plusDagen } from '../../../kern/datum.ts'
import { eis, type Veldfout } from '../../../kern/weigering.ts'
import type { Accountbeeld, Organisatiebeeld } from '../account.ts'
import { isWerkendeBeheerder } from './laatste-beheerder.ts'

/** Wat op het formulier van het bestuur staat. */
export interface Aanstellingsformulier {
  readonly naam: string
  readonly formulierKenmerk: string
  readonly ondertekendOp: Datum
  readonly ondertekendDoor: string
}

/** Een ouder formulier zegt niet meer wat het bestuur nu wil. Onze keuze: DUO noemt geen termijn. */
const FORMULIER_DAGEN = 90

interface Aanstellingsfeiten {
  readonly account: Accountbeeld
  readonly accounts: readonly Accountbeeld[]
  readonly organisatie: Organisatiebeeld
  /** Alleen de andere kant stelt aan: een school zichzelf niet, en DUO niet bij DUO. */
  readonly isDuoBijAnder: boolean
  readonly formulierGebruikt: boolean
  readonly nu: Moment
}

/** T-18: DUO stelt een beheerder aan als een organisatie er geen heeft die kan werken, op een vers formulier van het bestuur. Leeg = het kan. */
export function toetsAanstelling(formulier: Aanstellingsformulier, { account, accounts, organisatie, isDuoBijAnder, formulierGebruikt, nu }: Aanstellingsfeiten): readonly Veldfout[] {
  const vandaag = datumInNederland(new Date(nu))
  const [naam, kenmerk, tekenaar] = [formulier.naam.trim(), formulier.formulierKenmerk.trim(), formulier.ondertekendDoor.trim()]
  return [
    ...eis(isDuoBijAnder && organisatie.soort !== 'DUO', 'organisatie', 'Alleen DUO stelt een eerste beheerder aan, bij een school of bestuur.', 'Laat een behandelaar van DUO dit doen.', 'T-18'),
    ...eis(!accounts.some((ander) => isWerkendeBeheerder(ander, nu)), 'organisatie', 'Deze organisatie heeft al een beheerder.', 'Verwijs naar die beheerder: hij kan een collega beheerder maken.', 'T-18'),
    ...eis(account.middel === 'EHERKENNING' && (account.toestand === 'NIEUW' || account.toestand === 'ACTIEF'), 'account', 'De beheerder logt in met eHerkenning.', 'Laat de medewerker een keer inloggen met eHerkenning en kies dan dat account.', 'T-18'),
    ...eis(account.intermediair === null, 'account', 'Wie via een intermediair inlogt kan geen beheerder zijn.', 'Kies een eigen medewerker van de organisatie.', 'A-14'),
    ...eis(account.medewerker === null || account.medewerker.uitDienstOp === null, 'account', 'Deze medewerker is uit dienst.', 'Kies een medewerker die in dienst is.'),
    ...eis(naam !== '' && naam.length <= 200, 'naam', 'De naam van de beheerder heeft 1 tot en met 200 tekens.', 'Neem de naam over van het formulier.'),
    ...eis(kenmerk !== '' && kenmerk.length <= 60, 'formulierKenmerk', 'Het kenmerk van het formulier heeft 1 tot en met 60 tekens.', 'Neem het kenmerk over van het formulier.'),
    ...eis(!formulierGebruikt, 'formulierKenmerk', 'Met dit formulier is al een beheerder aangesteld.', 'Vraag het bestuur om een nieuw formulier.', 'T-18'),
    ...eis(tekenaar !== '' && tekenaar.length <= 200, 'ondertekendDoor', 'De naam van de ondertekenaar heeft 1 tot en met 200 tekens.', 'Neem de naam over van het formulier.'),
    ...eis(formulier.ondertekendOp <= vandaag && formulier.ondertekendOp >= plusDagen(vandaag, -FORMULIER_DAGEN), 'ondertekendOp', `Het formulier is in de laatste ${FORMULIER_DAGEN} dagen ondertekend.`, 'Controleer de datum, of vraag het bestuur om een nieuw formulier.', 'T-18'),
  ]
}
