/** Alle operaties van de REST-deur, per onderwerp. */
import type { Route } from '../kader/route.ts'
import { aanbodRoutes } from './aanbod.ts'
import { aanleveringenRoutes } from './aanleveringen.ts'
import { abonnementenRoutes } from './abonnementen.ts'
import { afsprakenRoutes } from './afspraken.ts'
import { beheerRoutes } from './beheer.ts'
import { besluitenRoutes } from './besluiten.ts'
import { bestandenRoutes } from './bestanden.ts'
import { deelnemersRoutes } from './deelnemers.ts'
import { gebeurtenissenRoutes } from './gebeurtenissen.ts'
import { inschrijvingenRoutes } from './inschrijvingen.ts'
import { leerlingafsprakenRoutes } from './leerlingafspraken.ts'
import { praktijkovereenkomstenRoutes } from './praktijkovereenkomsten.ts'
import { resultatenRoutes } from './resultaten.ts'
import { signalenRoutes } from './signalen.ts'
import { verzuimRoutes } from './verzuim.ts'
import { tellingenRoutes } from './tellingen.ts'

export const routes: readonly Route[] = [
  ...deelnemersRoutes,
  ...inschrijvingenRoutes,
  ...resultatenRoutes,
  ...praktijkovereenkomstenRoutes,
  ...aanbodRoutes,
  ...aanleveringenRoutes,
  ...afsprakenRoutes,
  ...leerlingafsprakenRoutes,
  ...verzuimRoutes,
  ...besluitenRoutes,
  ...signalenRoutes,
  ...gebeurtenissenRoutes,
  ...abonnementenRoutes,
  ...beheerRoutes,
  ...tellingenRoutes,
  ...bestandenRoutes,
]
