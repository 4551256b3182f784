import { maakTeksten } from './taal.ts'

/** Wat er niet kon, wat niet is veranderd en wat te doen. */
export const fouten = maakTeksten(
  {
    naarStudenten: 'Naar alle studenten',
    naarBegin: 'Naar het begin',
    blijft: 'Blijft het zo? Meld het uw beheerder en noem',
    'student-onbekend': {
      titel: 'Deze student is er niet, of u mag deze niet zien',
      uitleg: ['U ziet alleen studenten van uw eigen school en van uw routes.', 'Zoek de student op naam, of vraag de partnerschool of de inschrijving al is geleverd.'],
    },
    'niet-gevonden': { titel: 'Deze bladzijde is er niet', uitleg: ['Het adres klopt niet, of de bladzijde is weg. Controleer het adres.'] },
    'verzoek-onjuist': { titel: 'Deze vraag konden wij niet lezen', uitleg: ['Er staat iets in het adres of het formulier dat hier niet hoort. Er is niets veranderd.'] },
    'formulier-verlopen': { titel: 'Dit formulier is verlopen', uitleg: ['Er is niets veranderd. Ga terug, laad de bladzijde opnieuw en verstuur het formulier nog een keer.'] },
    'te-vaak': { titel: 'Dit ging te vaak achter elkaar', uitleg: ['Deed u dit niet zelf? Vertel het uw beheerder.'] },
    storing: { titel: 'Deze bladzijde kon niet worden gemaakt', uitleg: ['Het register antwoordt niet. Uw gegevens zijn niet veranderd. Probeer het over een minuut opnieuw.'] },
    teVaak: {
      aanroeper: 'U vroeg in korte tijd te veel bladzijden.',
      organisatie: 'Uw organisatie vroeg in korte tijd samen te veel bladzijden.',
      netwerk: 'Van uw netwerk kwamen in korte tijd te veel pogingen om in te loggen.',
      wacht: (seconden: number) => `Er is niets veranderd. Probeer het over ${seconden} ${seconden === 1 ? 'seconde' : 'seconden'} opnieuw.`,
    },
  },
  {
    naarStudenten: 'To all students',
    naarBegin: 'To the start',
    blijft: 'Does it stay this way? Tell your administrator and mention',
    'student-onbekend': {
      titel: 'This student does not exist, or you may not see this student',
      uitleg: ['You only see students of your own school and of your routes.', 'Search the student by name, or ask the partner school whether the enrolment was delivered.'],
    },
    'niet-gevonden': { titel: 'This page does not exist', uitleg: ['The address is wrong, or the page is gone. Check the address.'] },
    'verzoek-onjuist': { titel: 'We could not read this question', uitleg: ['There is something in the address or the form that does not belong here. Nothing has changed.'] },
    'formulier-verlopen': { titel: 'This form has expired', uitleg: ['Nothing has changed. Go back, reload the page and send the form again.'] },
    'te-vaak': { titel: 'This happened too often in a row', uitleg: ['Did you not do this yourself? Tell your administrator.'] },
    storing: { titel: 'This page could not be made', uitleg: ['The register does not answer. Your data have not changed. Try again in a minute.'] },
    teVaak: {
      aanroeper: 'You asked for too many pages in a short time.',
      organisatie: 'Your organisation together asked for too many pages in a short time.',
      netwerk: 'Too many attempts to log in came from your network in a short time.',
      wacht: (seconden: number) => `Nothing has changed. Try again in ${seconden} ${seconden === 1 ? 'second' : 'seconds'}.`,
    },
  },
)
