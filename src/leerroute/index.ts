export * from './zonder-register.ts'
export type { GezamenlijkOordeel, InterneRegeling, Leerrouteplan, Samenwerkingsovereenkomst } from './afspraken.ts'
export type { Registraties } from './registraties.ts'
export { laatOvereenkomstVervallen, laatRegelingVervallen, legOvereenkomstVast, legRegelingVast } from './actions/leg-afspraak-vast.ts'
export { laatLeerrouteplanVervallen, laatOordeelVervallen, legLeerrouteplanVast, legOordeelVast } from './actions/leg-leerlingafspraak-vast.ts'
export type { LeerrouteplanBericht, OordeelBericht, OvereenkomstBericht, RegelingBericht } from './bericht.ts'
export { laadOvereenkomsten, laadRegelingen, leerrouteplannen, oordelen } from './store.ts'
export {
  leesGezamenlijkeOordelen, leesGezamenlijkOordeel, leesLeerrouteplan, leesLeerrouteplannen, leesOvereenkomst, leesOvereenkomsten, leesRegeling, leesRegelingen,
} from './actions/lees-afspraken.ts'
export { versieVanLeerrouteplan, versieVanOordeel, versieVanOvereenkomst, versieVanRegeling } from './afspraken-store.ts'
// Routes naast scholen (RIO).
export { toonRoutematrix } from './actions/toon-routematrix.ts'
export type { Matrixkolom, Matrixtaak, Matrixvraag, Routematrix } from './actions/toon-routematrix.ts'
export type { Matrixaanbod, Matrixcel, Matrixrij, Matrixstand } from './rules/routematrix.ts'
export { bekijkVoornemen } from './actions/bekijk-voornemen.ts'
export type { Partnerstand, Voornemen } from './actions/bekijk-voornemen.ts'
// Inschrijven in een route.
export { schrijfIn } from './actions/schrijf-in.ts'
export type { Inschrijfbericht } from './actions/schrijf-in.ts'
export { toonAanbieder, toonInschrijfplaatsen, toonPartners } from './actions/toon-inschrijfplaatsen.ts'
export type { Inschrijfplaats, Partnerkeuze } from './actions/toon-inschrijfplaatsen.ts'
export { stelFaseVoor } from './rules/fase-voorstel.ts'
export type { Fasevoorstel, Voorgenomen } from './rules/fase-voorstel.ts'
