/** Commander spreekt Engels; de gebruiker krijgt Nederlands. */
const WOORDEN: readonly (readonly [RegExp, string])[] = [
  [/^Usage:/, 'Gebruik:'],
  [/^Arguments:/, 'Argumenten:'],
  [/^Options:/, 'Opties:'],
  [/^Commands:/, 'Opdrachten:'],
  [/\n?\(Did you mean one of (.*)\?\)/, ' Bedoelt u een van deze: $1?'],
  [/\n?\(Did you mean (.*)\?\)/, ' Bedoelt u $1?'],
  [/^error: unknown command '(.*?)'( Bedoelt.*)?/, "Onbekende opdracht '$1'.$2 Bekijk de lijst met: leerroute --help"],
  [/^error: unknown option '(.*?)'( Bedoelt.*)?/, "Onbekende optie '$1'.$2 Bekijk de opties met --help"],
  [/^error: missing required argument '(.*)'/, "Er ontbreekt een argument: '$1'. Bekijk het gebruik met --help"],
  [/^error: option '(.*)' argument missing/, "Bij de optie '$1' hoort een waarde. Bekijk het gebruik met --help"],
  [/^error: required option '(.*)' not specified/, "De optie '$1' is verplicht. Bekijk het gebruik met --help"],
  [/^error: option '(.*)' cannot be used with option '(.*)'/, "De opties '$1' en '$2' gaan niet samen. Kies er een."],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*)\./, "De waarde '$2' past niet bij '$1'. Kies uit: $3."],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\./, "De waarde '$2' past niet bij '$1'."],
  [/^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\. Allowed choices are (.*)\./, "De waarde '$1' past niet bij '$2'. Kies uit: $3."],
  [/^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\./, "De waarde '$1' past niet bij '$2'."],
  [/^error: too many arguments(?: for '(.*?)')?\. Expected \d+ arguments? but got \d+: (.*)\./, 'Te veel argumenten: $2. Bekijk het gebruik met --help'],
  [/^error: /, ''],
]

export function vertaal(tekst: string): string {
  return WOORDEN.reduce((vertaald, [vorm, woord]) => vertaald.replace(vorm, woord), tekst)
}

export function vertaalPlekken(gebruik: string): string {
  return gebruik.replace('[options]', '[opties]').replace('[command]', '[opdracht]')
}
