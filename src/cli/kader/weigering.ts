import type { Weigering } from '../../kern/weigering.ts'

/** Een weigering van een actie als tekst: welk veld, welke regel, en wat te doen. */
export function zegWeigering(weigering: Weigering): string {
  switch (weigering.soort) {
    case 'niet-gevonden': return 'Dit bestaat niet. Controleer de sleutel of de code.'
    case 'ouder-dan-bekend': return `Er staat al een nieuwere stand, vastgelegd op ${weigering.bekendVan}. Haal eerst de laatste stand op.`
    case 'ongeldig': return weigering.fouten.map(({ veld, regel, watTeDoen, regelId }) => `${veld}: ${regel} ${watTeDoen}${regelId === undefined ? '' : ` [${regelId}]`}`).join('\n')
  }
}
