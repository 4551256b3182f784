export const tekst = {
  naam: 'Leerroute',
  naarInhoud: 'Naar de inhoud',
  hoofdmenu: 'Hoofdmenu',
  voettekst: 'Over deze site',
  studenten: 'Studenten',
  regels: 'Regels en bronnen',
  uitloggen: 'Uitloggen',
  anderAccount: 'Kies iemand anders',
  proef: (naam: string, organisatie: string) => `Proefomgeving: u bent ingelogd als ${naam}, ${organisatie}`,
  proefZonder: 'Proefomgeving: alle personen en scholen zijn verzonnen',
  licentie: 'Leerroute is open source (EUPL-1.2)',
  fout: 'Fout',
} as const
