import type { FastifyRequest } from 'fastify'
import { telSignalen, volgendMeetmoment } from '../../beslissing/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { SIGNAALCODES } from '../../kern/signaalcode.ts'
import { leesOrganisaties } from '../../toegang/index.ts'
import { veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { tekenDuoschool, tekenScholen } from './page.tsx'
import { type Duoschool, telPerSchool, telRio } from './tellen.ts'
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
  const [scholen, tellingen] = await Promise.all([leesScholen(bezoek), telSignalen(deur.database, bezoek.ctx().actor)])
  if (!tellingen.ok) return NIET_GEVONDEN
  const html = tekenScholen({ omgeving, code, regels: telPerSchool(scholen, tellingen.waarde, code), rio: telRio(scholen, tellingen.waarde), meetmoment: volgendMeetmoment(datumInNederland(deur.nu()), deur.normen) })
  return { soort: 'bladzijde', html }
}

async function toonSchool(bezoek: Bezoek, { params }: FastifyRequest): Promise<Portaalantwoord> {
  const brin = veldVan(params, 'brin')
  const school = (await leesScholen(bezoek)).find((een) => een.brin === brin)
  const tellingen = await telSignalen(bezoek.deur.database, bezoek.ctx().actor)
  if (school === undefined || !tellingen.ok) return NIET_GEVONDEN
  return { soort: 'bladzijde', html: tekenDuoschool({ omgeving: bezoek.omgeving, school, tellingen: tellingen.waarde.filter((telling) => telling.brin === school.brin) }) }
}

const PER_GREEP = 250
/** Nederland heeft minder dan duizend scholen in vo, vso en mbo; dit is een rem, geen grens. */
const MEESTE_GREPEN = 20

async function leesScholen({ deur, ctx }: Bezoek): Promise<readonly Duoschool[]> {
  const scholen: Duoschool[] = []
  for (let na: string | null = null, greep = 0; greep < MEESTE_GREPEN; greep += 1) {
    const gelezen = await leesOrganisaties(deur.database, ctx(), { aantal: PER_GREEP, na })
    if (!gelezen.ok) break
    scholen.push(...gelezen.waarde.regels.map(({ brin, naam, onderwijsaanbieders }) => ({ brin, naam, sectoren: [...new Set(onderwijsaanbieders.map(({ sector }) => sector))] })))
    na = gelezen.waarde.volgende
    if (na === null) break
  }
  return scholen
}
