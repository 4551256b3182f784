/**
 * @peculiar/x509 vraagt bij het laden om `Reflect.getMetadata` (zijn verdeler van onderdelen, tsyringe). Dat is hier het kleine deel
 * van dat voorstel dat hij gebruikt: gegevens bij een klasse. Pas geladen als er een certificaat of lijst te lezen is.
 */
import type * as X509 from '@peculiar/x509'

type Reflectie = Record<string, (...deel: never[]) => unknown>

const GEGEVENS = new WeakMap<object, Map<unknown, unknown>>()

function zetReflectie(): void {
  const reflectie = Reflect as unknown as Reflectie
  if ('getMetadata' in reflectie) return
  const eigen = (sleutel: unknown, doel: object): unknown => GEGEVENS.get(doel)?.get(sleutel)
  const leg = (sleutel: unknown, waarde: unknown, doel: object): void => {
    const bij = GEGEVENS.get(doel) ?? new Map<unknown, unknown>()
    GEGEVENS.set(doel, bij.set(sleutel, waarde))
  }
  const zoek = (sleutel: unknown, doel: object): unknown => {
    for (let plek: object | null = doel; plek !== null; plek = Reflect.getPrototypeOf(plek)) if (GEGEVENS.get(plek)?.has(sleutel) === true) return eigen(sleutel, plek)
    return undefined
  }
  Object.assign(reflectie, { getMetadata: zoek, getOwnMetadata: eigen, defineMetadata: leg, hasOwnMetadata: (sleutel: unknown, doel: object) => GEGEVENS.get(doel)?.has(sleutel) === true })
}

/** De bibliotheek, geladen bij het eerste gebruik: een opdracht of server zonder certificaten heeft haar niet nodig. */
export function laadX509(): Promise<typeof X509> {
  zetReflectie()
  return import('@peculiar/x509')
}
