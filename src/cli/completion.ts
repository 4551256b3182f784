import { Argument } from 'commander'
import { bashScript } from './kader/aanvulling-bash.ts'
import { zshScript } from './kader/aanvulling-zsh.ts'
import { maakBoom } from './kader/boom.ts'
import { Opdracht } from './kader/opdracht.ts'
import type { MaakOpdracht } from './omgeving.ts'

/** `leerroute completion bash|zsh`: het script dat Tab laat werken. */
export const completionOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('completion', {
    uitleg: 'geeft het script waarmee Tab opdrachten, opties en bestanden aanvult',
    toelichting: 'Zet de regel van het voorbeeld in ~/.bashrc of ~/.zshrc. Aangevuld wordt het woord leerroute: start u met npx, maak dan een alias met alias leerroute="npx leerroute". Het script is gemaakt van de opdrachten zelf; maak het opnieuw na een nieuwe versie.',
    voorbeelden: [
      { regel: 'leerroute completion bash', uitleg: 'toont het script; gebruik het met: source <(leerroute completion bash)' },
      { regel: 'leerroute completion zsh', uitleg: 'het script voor zsh' },
    ],
    json: null,
    codes: {},
  })
    .addArgument(new Argument('<shell>', 'uw shell').choices(['bash', 'zsh']))
    .action(async (shell: string) => {
      const boom = maakBoom(await omgeving.heelProgramma())
      omgeving.schrijf(shell === 'bash' ? bashScript(boom) : zshScript(boom))
    })
