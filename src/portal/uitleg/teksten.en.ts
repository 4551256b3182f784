import type { Vertaling } from '../kader/taal.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  hulp: {
    titel: 'Help and contact',
    intro: 'This page says who can help you further. Always mention the number that is on your screen with an error.',
    delen: [
      { kop: 'I cannot log in', zinnen: ['Is the level of your means too low? Ask your eHerkenning supplier for EH3.', 'Do you have no role yet? Ask the administrator (beheerder Mijn DUO) of your school.', 'Do you still have a DUO token? Log in with it as long as your school has not moved.'] },
      { kop: 'There is a signal I do not understand', zinnen: ['Open the signal. It says what is not right, which rule applies and what you do.', 'Is it about the other school? Call that school. It sees the same signal.'] },
      { kop: 'A student is missing', zinnen: ['You only see students of your own school and of your routes.', 'Search by name, or ask whether the partner school delivered the enrolment.'] },
      { kop: 'I am a pupil or parent', zinnen: ['Begin with the flowchart (stroomschema). You do not have to give your name.', 'Questions about your own enrolment go to your mentor or decaan (careers adviser).'] },
    ],
    contactKop: 'Contact',
    contact: 'A question, failure or tip? Send a message to',
    contactZonder: 'Never send the personal number or name of a student.',
    beveiliging: 'Did you find a weak spot in the security? Report it to the same address. We answer within three working days.',
    woordenKop: 'Words',
    woorden: [
      ['DLR', 'Doorlopende leerroute, continuous route: vmbo and mbo as one route, with two diplomas.'],
      ['GLR', 'Geïntegreerde leerroute, integrated route: from vmbo basis to an mbo diploma at level 2.'],
      ['Fase VO, fase MBO', 'The phase: which school is responsible now, for the money and for reporting absence.'],
      ['RIO', 'Register of what schools offer.'],
      ['ROD', 'Register of participants in education, formerly BRON: who follows which education.'],
      ['Signal', 'Something that is not right, or that you still have to do.'],
      ['Teldatum', 'The count date on which DUO counts who is funded, such as 1 October.'],
      ['eHerkenning', 'The way employees of organisations log in. Level EH3 is needed here.'],
    ],
  },
  toegankelijkheid: {
    titel: 'Accessibility',
    intro: 'Everybody must be able to use Leerroute. Also without a mouse, with a screen reader, or with large letters.',
    statusKop: 'How it stands now',
    status: 'We want to meet WCAG 2.2, levels A and AA. We cannot show yet that we meet all of it: there has been no independent audit.',
    gedaanKop: 'What we check',
    gedaan: ['With each change every page goes through axe, HTML_CodeSniffer and the HTML checker of the W3C. They must find nothing.', 'Every page fits a screen of 320 pixels. That is the same as magnifying to 400 %.', 'Everything works with the keyboard, and without JavaScript.', 'Drawings have the same data in a table.'],
    gatenKop: 'What is not good yet',
    gaten: ['People who use a screen reader have not tested this yet.', 'Pupils have not tested the questions of the flowchart yet.', 'The documentation of the interface exists in Dutch only.', 'Sentences with an error are often still Dutch on English pages. They are marked as Dutch.'],
    meldKop: 'Does something not work?',
    meld: 'Tell us which page it is and what you use. We answer within five working days. Write to',
    datum: 'This statement was drawn up on 24 November 2026.',
  },
  privacy: {
    titel: 'Privacy',
    intro: 'Leerroute keeps only what is needed to make the two registers agree.',
    delen: [
      { kop: 'On the public pages', zinnen: ['We ask no name and follow nobody. We do not keep answers in the flowchart.', 'There is a cookie for the language, if you choose one. Who logs in gets a cookie for the session. There are no other cookies.'] },
      { kop: 'Data of students', zinnen: ['A personal number is encrypted in the database. It never appears in an address, a log or an error.', 'A school only sees students of its own and of routes with its partners.', 'Who looked at which student is in a log that cannot be changed unseen.'] },
      { kop: 'Your rights', zinnen: ['You can ask which data there are about you and who looked at them. Ask your school or DUO.', 'Is something not right? The school that delivered it mends it.'] },
    ],
    proef: 'This is a trial environment: all persons and schools are invented.',
  },
}
