import type { Vertaling } from '../kader/taal.ts'
import type { nl } from './weigeringteksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  vast: {
    'niet-gevonden': { titel: 'This account does not exist', zinnen: ['You only see accounts of your own organisation.', 'Nothing has changed.'] },
    'overgang-niet-toegestaan': { titel: 'That is not possible now', zinnen: ['This account is in a state in which this step does not exist. A colleague may have been first.', 'Load the overview again and see what the state is now.'] },
    'uitnodiging-vraagt-bewijs': { titel: 'Your school does not work with invitations', zinnen: ['The administrator has to turn that on first. You can link with the user name, the password and the code of the old account.'] },
    'niet-voor-uzelf': { titel: 'You cannot do this for yourself', zinnen: ['Ask another administrator. With your old account, password and code you can link your own account yourself.'] },
    'laatste-beheerder': { titel: 'This is the last administrator', zinnen: ['Your organisation must keep an administrator. Give someone else that role first. If that does not work, ask DUO.'] },
    'bewijs-onjuist': { titel: 'This is not correct', zinnen: ['The user name, the password or the code is not correct, or this account cannot be used any more.', 'Wait for a new code and try once more. Does it still fail? Ask your administrator.'] },
    'uitnodiging-onjuist': { titel: 'This code is not correct', zinnen: ['The code has expired, was used already, or was not copied correctly. A code only works at the organisation that gave it.', 'Check the code, or ask your administrator for a new one.'] },
    'geen-koppeling-begonnen': { titel: 'You have not started yet', zinnen: ['You are not linking an account in this session. Start at the beginning.'] },
    'koppeling-verlopen': { titel: 'The time is over', zinnen: ['You had ten minutes to link. Your old account has not changed. Start again.'] },
    'koppeling-gestopt': { titel: 'The linking has stopped', zinnen: ['There were too many errors in a row. Your old account has not changed.', 'Take your time to find your details and start again. After ten errors in a day the old account is blocked.'] },
    'eherkenning-nodig': { titel: 'Log in with eHerkenning', zinnen: ['You can link only if you are logged in with eHerkenning, at level EH3 or higher.'] },
    'verse-inlog-nodig': { titel: 'Log in once more', zinnen: ['You can link until ten minutes after you log in. Log in again with eHerkenning and start again.'] },
    ketenmachtiging: { titel: 'You cannot link through another company', zinnen: ['You log in for an administration office or another company. Only an employee of the school itself can link an old account.', 'Ask the board which roles you can get.'] },
    'organisatie-komt-niet-overeen': { titel: 'The organisations do not match', zinnen: ['Your eHerkenning is of another organisation than your old account. Did your school merge? Then the number of the new organisation counts.', 'Log in with eHerkenning of the organisation of your old account, or ask your administrator for roles again.'] },
    'account-geblokkeerd': { titel: 'Your old account is blocked', zinnen: ['There were too many errors with this account. Ask your administrator to unblock it.'] },
    'coulance-voorbij': { titel: 'Linking is no longer possible', zinnen: ['The days on which you could link your old account are over. Ask your administrator for roles again.'] },
    'niet-meer-beschikbaar': { titel: 'This account is no longer available', zinnen: ['The old account can no longer be linked. Ask your administrator what happened to it.'] },
  },
  ongeldig: 'Something is not correct',
  wacht: { titel: 'Wait a moment', zin: (hoeLang: string) => `After each error you wait a little longer. Try again in ${hoeLang}, with a new code.` },
  seconden: (aantal: number) => (aantal === 1 ? '1 second' : `${aantal} seconds`),
  minuten: (aantal: number) => (aantal === 1 ? '1 minute' : `${aantal} minutes`),
  teVaak: {
    titel: 'There were too many errors',
    grens: {
      account: 'With this user name it went wrong ten times in one day.',
      middel: 'With your eHerkenning it went wrong too often in one day.',
      organisatie: 'At your organisation it went wrong very often in one day. So nobody can link there now.',
    },
    watNu: 'Try again tomorrow, or ask your administrator for help.',
  },
  nietOpen: { titel: 'The move is not open yet', zonderDag: 'DUO has not set a day yet. Use your token until then.', vanaf: (dag: string) => `You can link from ${dag}. Use your token until then.` },
  tokenGesloten: {
    titel: 'The token no longer works',
    zonderDag: 'Your school no longer uses the DUO token.',
    konTot: (dag: string) => `You could log in with the DUO token up to and including ${dag}.`,
    logIn: 'Log in with eHerkenning. Do you have no roles there yet? Then ask your administrator.',
    koppelenTot: (dag: string) => `Log in with eHerkenning. You can still link your old account up to and including ${dag}.`,
  },
  ongebruikt: {
    titel: 'Your old account has not been used for too long',
    zin: (maanden: number) => `An account that was not used for ${maanden} months no longer works and cannot be linked.`,
    watNu: 'Log in with eHerkenning and ask your administrator for roles.',
  },
}
