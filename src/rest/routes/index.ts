/** Alle operaties van de REST-deur, per onderwerp. */
import type { Route } from '../kader/route.ts'

import { tellingenRoutes } from './tellingen.ts'

export const routes: readonly Route[] = [
  ...tellingenRoutes,
]
