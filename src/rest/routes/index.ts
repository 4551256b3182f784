/** Alle operaties van de REST-deur, per onderwerp. */
import type { Route } from '../kader/route.ts'

export const routes: readonly Route[] = []
