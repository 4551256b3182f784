/** Verzonnen namen. De delen zijn gewoon, de combinaties zijn van het toeval; wie zo heet, is niet bedoeld. */
import type { Toeval } from './toeval.ts'

export type Geslacht = 'M' | 'V' | 'O'

export function maakNaam(toeval: Toeval, geslacht: Geslacht): string {
  const voornamen = geslacht === 'M' ? JONGENS : geslacht === 'V' ? MEISJES : BEIDE
  return `${toeval.kies(voornamen)} ${toeval.kies(ACHTERNAMEN)}`
}

/** De plaats waar een gebied naar heet: bestaat niet, en is voor elk gebied anders. */
export function plaatsnaam(gebied: number): string {
  const begin = PLAATSBEGIN[gebied % PLAATSBEGIN.length] ?? ''
  const eind = PLAATSEIND[Math.floor(gebied / PLAATSBEGIN.length + gebied) % PLAATSEIND.length] ?? ''
  const ronde = Math.floor(gebied / (PLAATSBEGIN.length * PLAATSEIND.length))
  return ronde === 0 ? `${begin}${eind}` : `${begin}${eind}-${ronde + 1}`
}

const JONGENS = [
  'Aiden', 'Anass', 'Bas', 'Bilal', 'Bram', 'Cas', 'Daan', 'Dani', 'Dex', 'Emir', 'Finn', 'Floris', 'Gijs', 'Hamza', 'Hugo', 'Ilyas', 'Jayden', 'Jesse', 'Jip', 'Joep',
  'Kian', 'Koen', 'Lars', 'Levi', 'Luca', 'Mats', 'Mees', 'Mehmet', 'Milan', 'Mohamed', 'Morris', 'Noah', 'Nick', 'Omar', 'Pepijn', 'Quinten', 'Rayan', 'Roan', 'Ruben',
  'Sem', 'Stijn', 'Teun', 'Thijs', 'Tygo', 'Vince', 'Wessel', 'Xavi', 'Yassin', 'Youssef', 'Zakaria',
] as const
const MEISJES = [
  'Aaliyah', 'Amira', 'Anna', 'Aya', 'Bo', 'Charlotte', 'Dewi', 'Eline', 'Elif', 'Emma', 'Esmee', 'Eva', 'Fatima', 'Fenna', 'Fleur', 'Hanna', 'Ilse', 'Isa', 'Jasmijn', 'Julia',
  'Kaylee', 'Lana', 'Lieke', 'Lina', 'Loes', 'Lotte', 'Maud', 'Meryem', 'Mila', 'Naomi', 'Nina', 'Noor', 'Nora', 'Puck', 'Rosa', 'Roos', 'Salma', 'Sanne', 'Sara', 'Selin',
  'Sofie', 'Tess', 'Vera', 'Yara', 'Yfke', 'Zoë', 'Zeynep', 'Femke', 'Lynn', 'Merel',
] as const
const BEIDE = ['Alex', 'Charlie', 'Jaimy', 'Kim', 'Luca', 'Noa', 'Robin', 'Sam'] as const
const ACHTERNAMEN = [
  'Aalders', 'Aksoy', 'Arends', 'van Asten', 'Bakker', 'van den Berg', 'Bosma', 'Bouali', 'de Bruin', 'Chen', 'Coenen', 'Cornelissen', 'Dekker', 'Demir', 'van Dijk', 'Dijkstra',
  'van Doorn', 'El Amrani', 'van Es', 'Everts', 'Ferreira', 'Gerritsen', 'de Graaf', 'Groen', 'de Haan', 'Haddad', 'van der Heijden', 'Hendriks', 'Hofman', 'Huisman', 'Idrissi',
  'Jacobs', 'Jansen', 'de Jong', 'Kaya', 'Kersten', 'Kok', 'Koster', 'Kuipers', 'van Laar', 'Lammers', 'van Leeuwen', 'Linders', 'Maas', 'Martens', 'van der Meer', 'Meijer',
  'Mertens', 'Mohan', 'Mulder', 'Nguyen', 'Nijhof', 'van Noort', 'Oosterhuis', 'Osman', 'Özdemir', 'Peeters', 'Peters', 'Pinto', 'Postma', 'Prins', 'Ramdin', 'Reinders',
  'de Ridder', 'Rietveld', 'van Rijn', 'Roelofs', 'Ruiter', 'Sahin', 'Santos', 'Schaap', 'Scholten', 'Schouten', 'Silva', 'Smeets', 'Smit', 'Spaan', 'Stam', 'Tahiri',
  'Timmermans', 'Tromp', 'van Veen', 'Veenstra', 'Verbeek', 'Vermeulen', 'Visser', 'de Vries', 'de Vos', 'Wagenaar', 'van de Ven', 'Wiersma', 'Willems', 'Wolters', 'Yilmaz',
  'Zandstra', 'Zijlstra', 'Zuidema', 'de Zwart', 'Ziani', 'Kamara',
] as const
const PLAATSBEGIN = [
  'Wilgen', 'Kraaien', 'Zilver', 'Hazel', 'Ooster', 'Linde', 'Rieten', 'Koren', 'Vossen', 'Water', 'Molen', 'Berken', 'Gouden', 'Noorden', 'Reigers', 'Elzen', 'Zonne',
  'Mistel', 'Duin', 'Haver', 'Kievits', 'Bramen', 'Steen',
] as const
const PLAATSEIND = ['mark', 'laar', 'oever', 'stede', 'wold', 'kamp', 'drecht', 'gaarde', 'sluis', 'heem', 'donk', 'vliet', 'goor'] as const
