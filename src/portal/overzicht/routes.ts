import { toonOverzicht } from '../../beslissing/index.ts'
import { telGebeurtenissen } from '../../gebeurtenis/index.ts'
import { datumInNederland, type Moment, momentVan } from '../../kern/datum.ts'
import { toonVorigeInlog } from '../../toegang/index.ts'
import { type Concept, leesConcepten } from '../concept/index.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { tekenOverzicht } from './page.tsx'
import { teksten } from './teksten.ts'

export const overzichtroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/overzicht', toegang: 'deelnemer:lezen', menu: { nl: teksten.nl.titel, en: teksten.en.titel }, verwerk: toon },
]

const WEEK_MS = 7 * 86_400_000

async function toon(bezoek: Bezoek): Promise<Portaalantwoord> {
  const { wie, omgeving, deur } = bezoek
  if (wie === null) return { soort: 'fout', fout: 'niet-gevonden' }
  const ctx = bezoek.ctx()
  const vandaag = datumInNederland(deur.nu())
  const sinds = await vorigeKeer(bezoek)
  const [overzicht, veranderd, concepten] = await Promise.all([
    toonOverzicht(deur.database, ctx.actor, vandaag, deur.normen),
    telGebeurtenissen(deur.database, ctx.actor, sinds ?? momentVan(deur.nu().getTime() - WEEK_MS)),
    leesConcepten(deur.database, ctx),
  ])
  return { soort: 'bladzijde', html: tekenOverzicht({ omgeving, overzicht, veranderd, sinds, concepten, school: wie.organisatie.naam, vandaag, adresVan }) }
}

/** Null bij de eerste keer, en bij wie hier vandaag al was: dan zegt de laatste week meer. */
async function vorigeKeer({ deur, ctx }: Bezoek): Promise<Moment | null> {
  const vorige = await toonVorigeInlog(deur.database, ctx())
  return vorige === null || datumInNederland(new Date(vorige)) === datumInNederland(deur.nu()) ? null : vorige
}

const ADRESSEN: Readonly<Record<string, string>> = { inschrijven: '/inschrijven', faseovergang: '/faseovergang', aanbod: '/routematrix/aanbod/formulier', afspraak: '/afspraken/formulier' }

/** Waar een half ingevuld formulier verdergaat; null als het van een bladzijde is die dat zelf toont. */
function adresVan({ soort, conceptId }: Concept): string | null {
  const begin = Object.hasOwn(ADRESSEN, soort) ? ADRESSEN[soort] : undefined
  return begin === undefined ? null : `${begin}/${conceptId}`
}
