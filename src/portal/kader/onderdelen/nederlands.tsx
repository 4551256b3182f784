import type { ComponentChildren } from 'preact'
import { useTaal } from '../taal.ts'

/** Tekst die er alleen in het Nederlands is, zoals een foutzin van een actie of de naam van een document: gemerkt op een Engelse bladzijde (S-76). */
export function Nederlands({ children }: { children: ComponentChildren }) {
  return useTaal() === 'nl' ? <>{children}</> : <span lang="nl">{children}</span>
}
