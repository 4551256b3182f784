export const nl = {
  titel: 'Waar u bent ingelogd',
  uitleg: 'Ziet u een inlog die u niet kent? Beëindig die, en vertel het de beheerder Mijn DUO van uw school.',
  deze: 'Deze browser',
  andere: 'Een andere browser',
  begonnen: (wanneer: string) => `ingelogd op ${wanneer}`,
  gebruikt: (wanneer: string) => `laatst gebruikt op ${wanneer}`,
  middel: { EHERKENNING: 'met eHerkenning', DUO_TOKEN: 'met een DUO-token' },
  beeindig: 'Beëindig deze inlog',
  alle: 'Beëindig alle andere',
  geenAndere: 'U bent nergens anders ingelogd.',
  beeindigd: (aantal: number) => (aantal === 1 ? 'Er is 1 inlog beëindigd.' : `Er zijn ${aantal} inlogs beëindigd.`),
  nietGevonden: 'Deze inlog was al voorbij. Er is niets veranderd.',
} as const
