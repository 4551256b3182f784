export type { LeerrouteKenmerk, RioAangebodenOpleiding } from './aangeboden-opleiding.ts'
export { laatAanbodVervallen, registreerAanbod } from './actions/registreer-aanbod.ts'
export type { AanbodBericht } from './bericht.ts'
export { laadAanbod } from './store.ts'
