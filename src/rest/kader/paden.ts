/** Paden van routes: van `{id}` naar de schrijfwijze van Fastify, en welke methoden een adres kent. */
import type { Route } from './route.ts'

export const VOORVOEGSEL = '/v1'

/** `/deelnemers/{deelnemerId}` wordt `/deelnemers/:deelnemerId`. */
export function fastifyPad(pad: string): string {
  return pad.replaceAll(/\{(\w+)\}/g, ':$1')
}

/** De methoden op een adres, voor `Allow` (405); leeg als het adres niet bestaat. Een schuine streep aan het eind is een ander adres (S-05). */
export function maakMethodezoeker(routes: readonly Pick<Route, 'pad' | 'methode'>[]): (pad: string) => readonly string[] {
  const vormen = routes.map(({ pad, methode }) => ({ methode, vorm: new RegExp(`^${VOORVOEGSEL}${pad.replaceAll(/[.]/g, '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))
  return (pad) => {
    const methoden = new Set(vormen.filter(({ vorm }) => vorm.test(pad)).map(({ methode }) => methode as string))
    if (methoden.size === 0) return []
    if (methoden.has('GET')) methoden.add('HEAD')
    return [...methoden, 'OPTIONS']
  }
}
