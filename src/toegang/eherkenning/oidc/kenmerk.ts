import type { Inlogantwoord } from '../identiteit.ts'

/** De state uit het antwoord; alleen bij GET en alleen als er precies een is. */
export function leesKenmerk({ methode, adres }: Inlogantwoord): string | undefined {
  const states = adres.searchParams.getAll('state')
  return methode === 'GET' && states.length === 1 && states[0] !== '' ? states[0] : undefined
}
