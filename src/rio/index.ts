export type { LeerrouteKenmerk, RioAangebodenOpleiding } from './aangeboden-opleiding.ts'
