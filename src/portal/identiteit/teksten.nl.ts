export const tekst = {
  titel: 'Als wie wilt u kijken?',
  intro: 'Dit is een proefomgeving. Kies een medewerker. U ziet dan wat die medewerker mag zien.',
  leeg: 'Er zijn nog geen scholen in het register. Laad eerst de proefgegevens of een bestand van DUO.',
  waarschuwing: 'Alle personen en scholen zijn verzonnen. Deze keuze bestaat alleen op deze computer en vervalt na 8 uur.',
} as const
