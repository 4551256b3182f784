import { maakTeksten } from '../kader/taal.ts'
import { en } from './teksten.en.ts'
import { nl } from './teksten.nl.ts'

export const teksten = maakTeksten(nl, en)
