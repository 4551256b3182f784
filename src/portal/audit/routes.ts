import type { FastifyRequest } from 'fastify'
import { type Datum, datumInNederland } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { type Auditbeeld, exporteerAudit, GEEN_VRAAG, leesAudit } from '../../logboek/index.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { auditCsv } from './csv.ts'
import { tekenAudit } from './page.tsx'
import { type Gelezenvraag, leesAuditvraag } from './vraag.ts'

/** De audit, voor de auditor en de securitydesk van DUO. Zij zien geen deelnemers: hooguit een sleutel (P-05). */
export const auditroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/audit', toegang: 'audit:lezen', menu: { nl: 'Audit', en: 'Audit' }, verwerk: toonAudit },
  { methode: 'GET', pad: '/audit.csv', toegang: 'audit:lezen', verwerk: haalAudit },
]

async function toonAudit(bezoek: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  const gelezen = leesAuditvraag(query, vandaagVan(bezoek))
  if (gelezen.fouten.length > 0) return toonFouten(bezoek, gelezen, gelezen.fouten)
  const beeld = await leesAudit(bezoek.deur.database, bezoek.ctx(), gelezen.vraag, gelezen.plaats)
  if (beeld.ok) return teken(bezoek, gelezen, beeld.waarde, [])
  return beeld.reden.soort === 'ongeldig' ? toonFouten(bezoek, gelezen, beeld.reden.fouten) : { soort: 'fout', fout: 'niet-gevonden' }
}

async function haalAudit(bezoek: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  const [gelezen, ctx] = [leesAuditvraag(query, vandaagVan(bezoek)), bezoek.ctx()]
  if (gelezen.fouten.length > 0) return toonFouten(bezoek, gelezen, gelezen.fouten)
  const bestand = await exporteerAudit(bezoek.deur.database, ctx, gelezen.vraag)
  if (bestand.ok) return { soort: 'bestand', naam: `audit-${ctx.nu.slice(0, 10)}.csv`, mediatype: 'text/csv; charset=utf-8', inhoud: auditCsv(bestand.waarde) }
  return bestand.reden.soort === 'ongeldig' ? toonFouten(bezoek, gelezen, bestand.reden.fouten) : { soort: 'fout', fout: 'niet-gevonden' }
}

function vandaagVan({ deur }: Bezoek): Datum {
  return datumInNederland(deur.nu())
}

/** Bij een fout geen regels: een halve keuze zou een ander antwoord geven dan gevraagd. Wat de keten zegt blijft staan. */
async function toonFouten(bezoek: Bezoek, gelezen: Gelezenvraag, fouten: readonly Veldfout[]): Promise<Portaalantwoord> {
  const beeld = await leesAudit(bezoek.deur.database, bezoek.ctx(), { ...GEEN_VRAAG, van: vandaagVan(bezoek) }, null)
  if (!beeld.ok) return { soort: 'fout', fout: 'niet-gevonden' }
  return teken(bezoek, gelezen, { ...beeld.waarde, regels: [], nieuwere: false, oudere: false }, fouten)
}

function teken({ omgeving, deur, ctx }: Bezoek, { getypt, plaats, vanaf }: Gelezenvraag, beeld: Auditbeeld, fouten: readonly Veldfout[]): Portaalantwoord {
  const html = tekenAudit({ omgeving, beeld, getypt, vanaf, fouten, eerste: plaats === null, controlepunt: deur.laatsteControlepunt?.(), nu: ctx().nu })
  return { soort: 'bladzijde', html, status: fouten.length > 0 ? 400 : 200 }
}
