import type { Vertaling } from '../kader/taal.ts'
import type { nl } from './handelingwoorden.nl.ts'

export const en: Vertaling<typeof nl> = {
  // Inloggen en sessies.
  inloggen: 'Logged in', uitloggen: 'Logged out', inlogGeweigerd: 'Login refused', logInMetToken: 'Logged in with a DUO token', beeindigEigenSessies: 'Ended their own logins on another device',
  // Accounts en rollen.
  kenRolToe: 'Granted a role', trekRolIn: 'Withdrew a role', zetEinddatum: 'Set an end date on a role', beoordeelRol: 'Reviewed a role', wijsMedewerkerToe: 'Said which employee an account belongs to',
  blokkeerAccount: 'Blocked an account', deblokkeerAccount: 'Unblocked an account', beeindigAccount: 'Ended an account', beeindigDienst: 'Reported that an employee left',
  stelEersteBeheerderAan: 'Appointed a first administrator', weigerRolwijziging: 'Change of a role refused', doeVoorstel: 'Made a proposal', bevestigVoorstel: 'Confirmed a proposal',
  wijsVoorstelAf: 'Rejected a proposal', exporteerGebruikers: 'Fetched the list of users', maakProefaccounts: 'Created trial accounts',
  // De overstap van DUO-token naar eHerkenning.
  importeerTokenaccounts: 'Took over accounts with a DUO token', exporteerOverstap: 'Fetched the list of the move', startKoppeling: 'Started linking an old account', bewijsOudMiddel: 'Proved the old account',
  koppelAccount: 'Linked the old account', annuleerKoppeling: 'Stopped linking', weigerOverstap: 'Step of the move refused', nodigUit: 'Invited someone to move',
  neemUitnodigingAan: 'Accepted an invitation', blokkeerTokenaccount: 'Token account blocked', deblokkeerTokenaccount: 'Unblocked a token account', sluitTokenaccountAf: 'Token account closed',
  laatTokenaccountVervallen: 'Token account lapsed', hertoekenTokenaccount: 'Gave the roles of an old account to a new account', ontkoppelAccount: 'Unlinked an account', trekMedewerkerIn: 'Withdrew all accounts of an employee',
  zetOverstapdatums: 'Set the dates of the move', kiesUitnodigingAlsBewijs: 'Chose whether an invitation counts as proof', herinnerOverstap: 'Reminded someone of the move',
  startHerkoppeling: 'Started to continue with another eHerkenning login', bewijsOudeInlog: 'Proved the old eHerkenning login', herkoppelAccount: 'Took roles along to another eHerkenning login',
  annuleerHerkoppeling: 'Stopped changing login', weigerHerkoppeling: 'Change of login refused',
  // Systemen van leveranciers.
  registreerMachine: 'Registered a system', trekMachineIn: 'Withdrew a system', geefMandaat: 'Gave a mandate', trekMandaatIn: 'Withdrew a mandate', geefToken: 'Got a token', weigerToken: 'Token refused',
  maakKoppeling: 'Made a connection', trekKoppelingIn: 'Withdrew a connection', maakAbonnement: 'Made a subscription to messages', wijzigAbonnement: 'Changed a subscription to messages',
  verwijderAbonnement: 'Deleted a subscription to messages', herhaalAflevering: 'Had a message delivered again',
  // Leren kennen en lezen van deelnemers.
  leesDeelnemer: 'Read a student', leesInschrijvingen: 'Read enrolments', leesInschrijving: 'Read an enrolment', leesInschrijvingGeschiedenis: 'Read the history of an enrolment',
  leesPraktijkovereenkomsten: 'Read work placement agreements', leesDiplomas: 'Read diplomas', leesOnderdelen: 'Read parts passed', leesVoAfgerond: 'Read whether vo is completed', leesLeerrouteplannen: 'Read learning route plans',
  leesGezamenlijkeOordelen: 'Read joint judgements', leesAfwezigheden: 'Read absence', leesVerzuimmeldingen: 'Read absence reports', leesTerugkoppelingen: 'Read the feedback on a delivery',
  toonLeerling: 'Viewed a student', toonLeerlingen: 'Viewed the list of students', toonDeelnemers: 'Read the list of students', zoekDeelnemers: 'Searched for students', toonBesluit: 'Viewed a decision', toonTijdlijn: 'Viewed a timeline',
  toonOpenSignalen: 'Viewed open signals', toonSignalen: 'Viewed signals', toonSignaal: 'Viewed a signal', toonTellingregels: 'Viewed the lines of a count', voerTellingUit: 'Ran a count', telAls: 'Viewed what another fase does to the funding', toonGebeurtenissen: 'Read messages about changes',
  // Gegevens van scholen.
  leverInschrijving: 'Delivered an enrolment', wijzigInschrijving: 'Changed an enrolment', schrijfUit: 'Ended the enrolment of a student', verwijderInschrijving: 'Deleted an enrolment',
  registreerBpv: 'Registered a work placement agreement', laatBpvVervallen: 'Cancelled a work placement agreement', registreerDiploma: 'Registered a diploma', laatDiplomaVervallen: 'Cancelled a diploma',
  registreerOnderdeel: 'Registered a part passed', laatOnderdeelVervallen: 'Cancelled a part passed', registreerVoAfgerond: 'Registered that vo is completed', registreerAanbod: 'Registered an offering',
  laatAanbodVervallen: 'Cancelled an offering', legLeerrouteplanVast: 'Recorded a learning route plan', laatLeerrouteplanVervallen: 'Cancelled a learning route plan', legOordeelVast: 'Recorded a joint judgement',
  laatOordeelVervallen: 'Cancelled a joint judgement', legOvereenkomstVast: 'Recorded a cooperation agreement', laatOvereenkomstVervallen: 'Cancelled a cooperation agreement',
  legRegelingVast: 'Recorded an internal arrangement', laatRegelingVervallen: 'Cancelled an internal arrangement', regelAfspraakbeheer: 'Said who looks after an agreement', meldVerzuim: 'Reported absence', trekMeldingIn: 'Withdrew an absence report', registreerAfwezigheid: 'Registered absence',
  registreerOrganisatie: 'Registered an organisation', registreerSchoolvakantie: 'Registered a school holiday', importeerBestand: 'Delivered a file', toetsLevering: 'Checked a delivery',
  exporteerBestand: 'Fetched a file', vergelijkMetRegister: 'Compared a file with the register', zetSignaalGezien: 'Marked a signal as seen', verklaarSignaal: 'Explained a signal', wijsSignaalToe: 'Gave a signal to a colleague', exporteerSignalen: 'Fetched signals as a file', toonFasewissel: 'Viewed the change of fase', werkSignalenBij: 'Worked out signals again',
  // De logboeken zelf.
  leesAudit: 'Read the audit', exporteerAudit: 'Fetched the audit as a file', maakInzage: 'Made an overview for the person concerned', verwerkingMislukt: 'Processing failed', ruimLogboekOp: 'Cleaned up the processing log',
  herversleutel: 'Encrypted personal numbers again',
}
