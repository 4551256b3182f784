import type { FastifyRequest } from 'fastify'
import { type Datum, datumInNederland, parseDatum } from '../../kern/datum.ts'
import { toonRoutematrix } from '../../leerroute/index.ts'
import type { Normen } from '../../normen/index.ts'
import { herinnerAanMeetmoment } from '../../rio/index.ts'
import { magErgens } from '../../toegang/index.ts'
import { tekstVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { aanbodroutes } from './aanbod/routes.ts'
import { tekenMatrix } from './page.tsx'
import { teksten } from './teksten.ts'
import { leesMatrixvraag } from './vraag.ts'

export const routematrixroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/routematrix', toegang: 'afspraak:schrijven', menu: { nl: teksten.nl.menu, en: teksten.en.menu }, verwerk: toon },
  ...aanbodroutes,
]

async function toon(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const { deur, omgeving } = bezoek
  const vandaag = datumInNederland(deur.nu())
  const { vraag, dagFout } = leesMatrixvraag(request.query, vandaag)
  const matrix = await toonRoutematrix(deur.database, bezoek.ctx(), vraag)
  if (!matrix.ok) return { soort: 'fout', fout: 'niet-gevonden' }
  const komt = herinnerAanMeetmoment(vandaag, deur.normen)
  const html = tekenMatrix({
    omgeving, matrix: matrix.waarde, vraag, vandaag, dagFout, meetmoment: komt ?? meetmomentVan(vandaag, deur.normen), herinner: komt !== null,
    verwijderd: tekstVan(request.query, 'verwijderd') === 'ja', magRegistreren: magErgens(bezoek.ctx().actor, 'aanbod:schrijven'),
  })
  return { soort: 'bladzijde', html }
}

/** K-RIO-06: het meetmoment in dit kalenderjaar. */
function meetmomentVan(vandaag: Datum, normen: Normen): Datum | null {
  const gevonden = normen.lijst('rio/meetmoment-route', vandaag)
  return gevonden.soort === 'geldt' ? parseDatum(`${vandaag.slice(0, 5)}${gevonden.waarde[0] ?? ''}`) ?? null : null
}
