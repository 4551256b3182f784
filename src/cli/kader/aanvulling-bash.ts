/** Het aanvulscript voor bash, geheel gemaakt van de opdrachten: tijdens het aanvullen start er geen Node. */
import { alleBladen, type Invulling, type Opdrachtblad } from './boom.ts'

export function bashScript(programma: Opdrachtblad): string {
  const bladen = alleBladen(programma)
  return `# Aanvulling van leerroute voor bash. Gebruik: source <(leerroute completion bash)
_leerroute_bestanden() { compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$1"); }
_leerroute_mappen() { compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$1"); }
_leerroute_woorden() { mapfile -t COMPREPLY < <(compgen -W "$2" -- "$1"); }
_leerroute() {
  local nu=\${COMP_WORDS[COMP_CWORD]} vorig='' pad='' plaats=0 i woord
  ((COMP_CWORD > 0)) && vorig=\${COMP_WORDS[COMP_CWORD - 1]}
  # --optie=waarde komt van bash als drie woorden.
  if [[ $nu == '=' ]]; then nu=''; elif [[ $vorig == '=' ]]; then vorig=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    woord=\${COMP_WORDS[i]}
    case "$pad/$woord" in
${bladen.slice(1).map(({ pad }) => `      ${bashPad(pad)}) pad="$pad/$woord"; plaats=0; continue ;;`).join('\n')}
    esac
    # De waarde van een optie is geen argument.
    case "$pad/$woord" in
      ${bladen.flatMap((b) => b.opties.filter((o) => o.waarde !== null).flatMap((o) => o.vlaggen.map((vlag) => `${bashPad(b.pad)}/${vlag}`))).join(' | ') || "''"}) ((i++)); [[ \${COMP_WORDS[i]:-} == '=' ]] && ((i++)) ;;
      */-*) ;;
      *) ((plaats++)) ;;
    esac
  done
  case "$pad/$vorig" in
${bladen.flatMap(waardenVan).join('\n')}
  esac
  if [[ $nu == -* ]]; then
    case "$pad" in
${bladen.map((b) => `      ${bashPad(b.pad) || "''"}) _leerroute_woorden "$nu" '${b.opties.flatMap((o) => o.vlaggen).join(' ')}' ;;`).join('\n')}
    esac
    return
  fi
  case "$pad:$plaats" in
${bladen.flatMap(plaatsenVan).join('\n')}
  esac
}
complete -F _leerroute leerroute
`
}

function bashPad(pad: readonly string[]): string {
  return pad.map((deel) => `/${deel}`).join('')
}

function waardenVan({ pad, opties }: Opdrachtblad): readonly string[] {
  return opties.flatMap(({ vlaggen, waarde }) => (waarde === null ? [] : [`    ${vlaggen.map((vlag) => `${bashPad(pad)}/${vlag}`).join(' | ')}) ${vul(waarde)}; return ;;`]))
}

function plaatsenVan(blad: Opdrachtblad): readonly string[] {
  const pad = bashPad(blad.pad)
  if (blad.onder.length > 0) {
    const woorden = [...blad.onder.map((onder) => onder.pad.at(-1) ?? ''), ...(pad === '' ? ['help'] : [])]
    return [`    ${pad}:0) ${vul({ naam: '', soort: 'vrij', keuzen: woorden })} ;;`]
  }
  return blad.argumenten.map((a, i) => `    ${pad}:${a.meer ? '*' : i}) ${vul(a)} ;;`)
}

function vul({ soort, keuzen }: Invulling): string {
  if (keuzen.length > 0) return `_leerroute_woorden "$nu" '${keuzen.join(' ')}'`
  return { bestand: '_leerroute_bestanden "$nu"', map: '_leerroute_mappen "$nu"', vrij: ':' }[soort]
}
