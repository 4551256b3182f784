/** docs/cli.md, gemaakt van de opdrachten zelf. `npm run docs` schrijft het; een test faalt als het bestand achterloopt. */
import { alleBladen, type Argumentblad, type Opdrachtblad, type Optieblad } from './boom.ts'
import { metKeuzen } from './keuzen.ts'
import { afsluitcodes } from './opdracht.ts'

const KOP = `# De opdrachtregel

Dit bestand is gemaakt van de opdrachten zelf met \`npm run docs\`. Verander de opdracht, niet dit bestand.

Gebruik: \`npx leerroute OPDRACHT\`, of \`npm run leerroute -- OPDRACHT\`. Uitleg over een opdracht: \`leerroute OPDRACHT --help\`.

## Wat voor elke opdracht geldt

- **Uitvoer.** Op stdout staat alleen het antwoord; voortgang, uitleg en fouten staan op stderr. Met \`--json\` is stdout altijd
  één geldig JSON-document. Bij verkeerd gebruik en bij Ctrl-C is stdout leeg, of niet af: kijk dan naar de afsluitcode.
- **JSON blijft gelijk.** Een veld verdwijnt niet en verandert niet van betekenis; er kunnen velden bij komen. Lees dus alleen
  wat u kent. Tekst in een veld (uitleg, remedie) is voor mensen en kan veranderen.
- **Afsluitcodes.** 0 goed, 1 bevindingen, 2 verkeerd gebruik of onleesbare invoer, 3 fout in Leerroute, 130 afgebroken met Ctrl-C.
- **Kleur en breedte.** Kleur alleen op een terminal, en niet met \`NO_COLOR=1\`. Regels passen in de breedte van de terminal; in een pijp is dat 80.
- **Voortgang.** Op een terminal een balk met snelheid en resterende tijd, in een pijp een regel per kwart.
- **Ctrl-C** stopt na de stap die loopt. De opdracht zegt wat al is opgeslagen.
- **Aanvullen met Tab.** bash: \`source <(leerroute completion bash)\`; zsh: \`source <(leerroute completion zsh)\`.

## Op deze computer of op een server

\`lever\`, \`toets\` en \`casus\` werken zonder server. Met \`--server URL\` (of \`LEERROUTE_SERVER\`) doet de server het werk, met hetzelfde
antwoord. Uw sleutel staat in een bestand dat alleen u kunt lezen (\`--sleutel-bestand\`) of in \`LEERROUTE_SLEUTEL\`. Een sleutel is nooit een
argument: dat ziet iedereen op de computer in de lijst met processen.
`

export function maakHandleiding(programma: Opdrachtblad): string {
  const bladen = alleBladen(programma).slice(1)
  const lijst = bladen.filter((b) => b.over !== null).map((b) => `| [\`${b.pad.join(' ')}\`](#${b.pad.join('-')}) | ${cel(b.uitleg)} |`)
  return `${KOP}\n## Opdrachten\n\n| Opdracht | Wat zij doet |\n|---|---|\n${lijst.join('\n')}\n${bladen.filter((b) => b.over !== null).map(opdracht).join('')}`
}

function opdracht(blad: Opdrachtblad): string {
  const over = blad.over
  if (over === null) return ''
  const naam = blad.pad.join(' ')
  return [
    '', `### ${blad.pad.join('-')}`, '', `\`leerroute ${[naam, ...blad.argumenten.map(vormVan)].join(' ')}\`: ${blad.uitleg}.`,
    ...(over.toelichting === undefined ? [] : ['', over.toelichting]),
    ...tabel('Argument', blad.argumenten.map((a) => [`\`${vormVan(a)}\``, metKeuzen(a.uitleg, a.keuzen, null)])),
    ...tabel('Optie', blad.opties.map((o) => [o.vorm.split(', ').map((vlag) => `\`${vlag}\``).join(', '), optieUitleg(o)])),
    '', '```sh', ...over.voorbeelden.flatMap((v) => [`# ${v.uitleg}`, v.regel]), '```',
    '', `Afsluitcodes: ${afsluitcodes(over.codes).map(([code, wat]) => `${code} ${wat}`).join('; ')}.`, '',
  ].join('\n')
}

function tabel(kop: string, rijen: readonly (readonly string[])[]): readonly string[] {
  return rijen.length === 0 ? [] : ['', `| ${kop} | |`, '|---|---|', ...rijen.map((rij) => `| ${rij.map(cel).join(' | ')} |`)]
}

function vormVan(a: Argumentblad): string {
  const naam = `${a.naam}${a.meer ? '...' : ''}`
  return a.verplicht ? `<${naam}>` : `[${naam}]`
}

function optieUitleg({ uitleg, waarde, standaard }: Optieblad): string {
  return metKeuzen(uitleg, waarde?.keuzen ?? [], standaard)
}

function cel(inhoud: string): string {
  return inhoud.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
