export const tekst = {
  naam: 'Leerroute',
  naarInhoud: 'Naar de inhoud',
  hoofdmenu: 'Hoofdmenu',
  voettekst: 'Over deze site',
  regels: 'Regels en bronnen',
  koppelvlak: 'Koppelvlak voor systemen',
  sessies: 'Waar u bent ingelogd',
  uitloggen: 'Uitloggen',
  inloggen: 'Inloggen voor scholen',
  proef: 'Proefomgeving: alle personen en scholen zijn verzonnen',
  licentie: 'Leerroute is open source (EUPL-1.2)',
  fout: 'Fout',
} as const
