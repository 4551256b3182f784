export const nl = {
  titel: 'Inloggen met uw DUO-token',
  intro: 'Dit kan tot de laatste dag van uw school. Hebt u al gekoppeld, log dan in met eHerkenning: uw token werkt dan niet meer.',
  laatsteDag: (dag: string) => `Met het token kunt u inloggen tot en met ${dag}.`,
  laatsteDagen: (eerste: string, laatste: string) => `De laatste dag van het token verschilt per school: van ${eerste} tot en met ${laatste}.`,
  gebruikersnaam: 'Gebruikersnaam',
  wachtwoord: 'Wachtwoord',
  code: 'Code van uw token',
  codeHulp: 'De cijfers die nu op uw token staan. Elke code werkt één keer.',
  knop: 'Log in met token',
  liever: 'Liever inloggen met eHerkenning',
} as const
