import type { FastifyRequest } from 'fastify'
import { telSignalen, volgendMeetmoment } from '../../beslissing/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { SIGNAALCODES } from '../../kern/signaalcode.ts'
import { veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { tekenDuoschool, tekenScholen } from './page.tsx'
import { leesAlleScholen } from './scholen.ts'
import { telPerSchool, telRio } from './tellen.ts'
import { teksten } from './teksten.ts'

const NIET_GEVONDEN: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }

/** Voor een behandelaar van DUO: alle scholen met hun signalen. */
export const duoscholenroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/duo/scholen', toegang: 'overstap:leiden', menu: { nl: teksten.nl.titel, en: teksten.en.titel }, verwerk: toonScholen },
  { methode: 'GET', pad: '/duo/scholen/:brin', toegang: 'overstap:leiden', verwerk: toonSchool },
]

async function toonScholen(bezoek: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  const { deur, omgeving } = bezoek
  const code = SIGNAALCODES.find((een) => een === veldVan(query, 'code'))
  const [scholen, tellingen] = await Promise.all([leesAlleScholen(bezoek), telSignalen(deur.database, bezoek.ctx().actor)])
  if (!tellingen.ok) return NIET_GEVONDEN
  const html = tekenScholen({ omgeving, code, regels: telPerSchool(scholen, tellingen.waarde, code), rio: telRio(scholen, tellingen.waarde), meetmoment: volgendMeetmoment(datumInNederland(deur.nu()), deur.normen) })
  return { soort: 'bladzijde', html }
}

async function toonSchool(bezoek: Bezoek, { params }: FastifyRequest): Promise<Portaalantwoord> {
  const brin = veldVan(params, 'brin')
  const school = (await leesAlleScholen(bezoek)).find((een) => een.brin === brin)
  const tellingen = await telSignalen(bezoek.deur.database, bezoek.ctx().actor)
  if (school === undefined || !tellingen.ok) return NIET_GEVONDEN
  return { soort: 'bladzijde', html: tekenDuoschool({ omgeving: bezoek.omgeving, school, tellingen: tellingen.waarde.filter((telling) => telling.brin === school.brin) }) }
}
