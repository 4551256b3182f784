/** Het aanvulscript voor zsh: `_arguments` per opdracht, zodat elke optie haar uitleg toont. */
import { alleBladen, type Invulling, type Opdrachtblad, type Optieblad } from './boom.ts'

export function zshScript(programma: Opdrachtblad): string {
  return `#compdef leerroute
# Aanvulling van leerroute voor zsh. Gebruik: source <(leerroute completion zsh)
${alleBladen(programma).map(functie).join('\n')}
# Als bestand in fpath wordt dit script zelf de functie; met source meldt het zich aan.
if [[ \${funcstack[1]} == _leerroute ]]; then _leerroute "$@"; else compdef _leerroute leerroute; fi
`
}

function functie(blad: Opdrachtblad): string {
  const opties = blad.opties.flatMap(optieregels)
  return blad.onder.length > 0 ? groepfunctie(blad, opties) : `${naamVan(blad)}() {\n  _arguments -s -S ${[...opties, ...argumentregels(blad)].join(' ')}\n}`
}

function groepfunctie(blad: Opdrachtblad, opties: readonly string[]): string {
  const keuzen = blad.onder.map((onder) => tekst(`${onder.pad.at(-1)}:${onder.uitleg}`))
  const takken = blad.onder.map((onder) => `    ${onder.pad.at(-1)}) ${naamVan(onder)} ;;`)
  return `${naamVan(blad)}() {
  local context state line
  typeset -A opt_args
  _arguments -C ${opties.join(' ')} '1: :->opdracht' '*:: :->rest'
  case $state in
    opdracht) local -a keuzen=(${keuzen.join(' ')}); _describe opdracht keuzen ;;
    rest) case $line[1] in
${takken.join('\n')}
    esac ;;
  esac
}`
}

function naamVan({ pad }: Opdrachtblad): string {
  return ['_leerroute', ...pad].join('_').replaceAll('-', '_')
}

/** Een optie met een korte en een lange vorm sluit zichzelf uit. */
function optieregels({ vlaggen, uitleg, waarde }: Optieblad): readonly string[] {
  const uitsluiting = vlaggen.length > 1 ? `(${vlaggen.join(' ')})` : ''
  return vlaggen.map((vlag) => tekst(`${uitsluiting}${vlag}${waarde === null ? '' : vlag.startsWith('--') ? '=' : '+'}[${veilig(uitleg)}]${waarde === null ? '' : `:${waarde.naam}:${vul(waarde)}`}`))
}

function argumentregels({ argumenten }: Opdrachtblad): readonly string[] {
  return argumenten.map((a, i) => tekst(`${a.meer ? '*' : i + 1}:${a.verplicht ? '' : ':'}${a.naam}:${vul(a)}`))
}

function vul({ soort, keuzen }: Invulling): string {
  if (keuzen.length > 0) return `(${keuzen.join(' ')})`
  return { bestand: '_files', map: '_files -/', vrij: '' }[soort]
}

function veilig(uitleg: string): string {
  return uitleg.replaceAll(/[[\]:]/g, (teken) => `\\${teken}`)
}

function tekst(inhoud: string): string {
  return `'${inhoud.replaceAll("'", `'\\''`)}'`
}
