export const afhandeltekst = {
  nietBekeken: (school: string) => `${school} heeft dit signaal nog niet op gezien gezet.`,
  gezien: (school: string, wanneer: string, door: string | null) => `${school} heeft dit gezien op ${wanneer}${van(door)}.`,
  verklaard: (school: string, wanneer: string, door: string | null) => `Verklaring van ${school}, ${wanneer}${van(door)}:`,
  geldtNietMeer: (school: string) => `De feiten zijn veranderd nadat ${school} dit signaal bekeek. Bekijk het opnieuw.`,
  eerder: (wanneer: string, door: string | null) => `Eerdere verklaring, geldt niet meer. ${wanneer}${van(door)}:`,
  zetGezien: 'Zet op gezien',
  verklaring: 'Leg uit waarom het zo klopt',
  andereVerklaring: 'Leg het anders uit',
  hulp: 'Hooguit 500 tekens, zonder persoonsnummer. Het signaal verdwijnt pas als de registratie klopt.',
  legVast: 'Bewaar de verklaring',
  opgeslagen: 'Opgeslagen.',
  nietOpgeslagen: 'Niet opgeslagen',
  veranderd: 'De feiten achter dit signaal zijn intussen veranderd. Lees het signaal opnieuw en bewaar uw verklaring dan nog een keer.',
  gezienWoord: 'gezien',
  verklaardWoord: 'verklaard',
} as const

function van(door: string | null): string {
  return door === null ? '' : ` door ${door}`
}
