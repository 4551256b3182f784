/** Afspraken tussen besturen: bekijken, vastleggen, bevestigen en beëindigen. De acties beslissen. */
import type { FastifyRequest } from 'fastify'
import { datumInNederland } from '../../kern/datum.ts'
import { eis, type Veldfout } from '../../kern/weigering.ts'
import { type Afspraakbeeld, type Afspraakweigering, regelAfspraak, toonAfspraak, toonAfspraken } from '../../leerroute/index.ts'
import { magErgens, toonMedewerkers } from '../../toegang/index.ts'
import { beginConcept, bewaarConcept, type Concept, leesConcept, tekstUit, verstuurConcept, wisConcept } from '../concept/index.ts'
import { leesDag, tekstVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { tekenBevestig, tekenEinde } from './doen.tsx'
import { AFSPRAAKSTAPPEN, type Afspraakstap, antwoordenVan, berichtUit, berichtVan, CONCEPTSOORT, eersteStap, foutenIn, metStap, sleutelUit } from './invoer.ts'
import { tekenAfspraken } from './page.tsx'
import { type Afspraakbewijs, formulieradres, tekenOntvangst, tekenStap } from './stappen.tsx'
import { teksten } from './teksten.ts'

const FORMULIER = '/afspraken/formulier/:conceptId'
const TOEGANG = 'afspraak:schrijven'

export const afspraakroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/afspraken', toegang: TOEGANG, menu: { nl: teksten.nl.titel, en: teksten.en.titel }, verwerk: toon },
  { methode: 'POST', pad: '/afspraken', toegang: TOEGANG, verwerk: begin },
  { methode: 'POST', pad: '/afspraken/wijzig', toegang: TOEGANG, verwerk: wijzig },
  { methode: 'GET', pad: '/afspraken/bevestig', toegang: TOEGANG, verwerk: toonBevestig },
  { methode: 'POST', pad: '/afspraken/bevestig', toegang: TOEGANG, verwerk: bevestig },
  { methode: 'GET', pad: '/afspraken/einde', toegang: TOEGANG, verwerk: toonEinde },
  { methode: 'POST', pad: '/afspraken/einde', toegang: TOEGANG, verwerk: beeindig },
  { methode: 'GET', pad: FORMULIER, toegang: TOEGANG, verwerk: gaVerder },
  { methode: 'POST', pad: `${FORMULIER}/weg`, toegang: TOEGANG, verwerk: gooiWeg },
  { methode: 'GET', pad: `${FORMULIER}/:stap`, toegang: TOEGANG, verwerk: toonStap },
  { methode: 'POST', pad: `${FORMULIER}/:stap`, toegang: TOEGANG, verwerk: verwerkStap },
]

const NIET_GEVONDEN: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }
/** Zonder te zeggen om welke afspraak het gaat. */
const NAAR_LIJST: Portaalantwoord = { soort: 'ga-naar', pad: '/afspraken' }
const INTUSSEN: Portaalantwoord = { soort: 'ga-naar', pad: '/afspraken?intussen=ja' }

async function toon(bezoek: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  const vandaag = datumInNederland(bezoek.deur.nu())
  const beeld = await toonAfspraken(bezoek.deur.database, bezoek.ctx(), vandaag)
  if (!beeld.ok) return NIET_GEVONDEN
  const gedaan = tekstVan(query, 'gedaan')
  const studentenadres = magErgens(bezoek.ctx().actor, 'deelnemer:lezen') ? '/studenten?code=SIG-SOK-ONTBREEKT' : null
  return { soort: 'bladzijde', html: tekenAfspraken({ omgeving: bezoek.omgeving, beeld: beeld.waarde, vandaag, gedaan: gedaan === 'bevestigd' || gedaan === 'gestopt' ? gedaan : null, intussen: tekstVan(query, 'intussen') === 'ja', studentenadres }) }
}

async function begin(bezoek: Bezoek): Promise<Portaalantwoord> {
  const eigen = await eigenBesturen(bezoek)
  const [enige] = eigen.length === 1 ? eigen : []
  const conceptId = await beginConcept(bezoek.deur.database, bezoek.ctx(), CONCEPTSOORT, { gezag: enige?.nummer ?? '', soort: '', partner: [], partnernummers: '', kenmerk: '', van: '', tot: '', overstapoptie: '', eigenaar: '', kijkOpnieuwOp: '', versie: '' })
  return { soort: 'ga-naar', pad: formulieradres(conceptId) }
}

async function wijzig(bezoek: Bezoek, { body }: FastifyRequest): Promise<Portaalantwoord> {
  const afspraak = await afspraakUit(bezoek, body)
  if (afspraak === undefined) return NIET_GEVONDEN
  return { soort: 'ga-naar', pad: formulieradres(await beginConcept(bezoek.deur.database, bezoek.ctx(), CONCEPTSOORT, antwoordenVan(afspraak)), 'controle') }
}

async function toonBevestig(bezoek: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  if (sleutelUit(query) === undefined) return NAAR_LIJST
  const afspraak = await afspraakUit(bezoek, query)
  return afspraak === undefined ? NIET_GEVONDEN : { soort: 'bladzijde', html: tekenBevestig(bezoek.omgeving, afspraak) }
}

async function bevestig(bezoek: Bezoek, { body }: FastifyRequest): Promise<Portaalantwoord> {
  const afspraak = await afspraakUit(bezoek, body)
  if (afspraak === undefined) return NIET_GEVONDEN
  const uitkomst = await regelAfspraak(bezoek.deur.database, bezoek.ctx(), berichtVan(afspraak, tekstVan(body, 'versie')))
  return uitkomst.ok ? { soort: 'ga-naar', pad: '/afspraken?gedaan=bevestigd' } : INTUSSEN
}

async function toonEinde(bezoek: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  if (sleutelUit(query) === undefined) return NAAR_LIJST
  const afspraak = await afspraakUit(bezoek, query)
  return afspraak === undefined ? NIET_GEVONDEN : { soort: 'bladzijde', html: tekenEinde(bezoek.omgeving, afspraak, afspraak.tot ?? '', []) }
}

async function beeindig(bezoek: Bezoek, { body }: FastifyRequest): Promise<Portaalantwoord> {
  const afspraak = await afspraakUit(bezoek, body)
  if (afspraak === undefined) return NIET_GEVONDEN
  const { datum, fouten } = leesDag(body, 'laatsteDag', 'De laatste dag')
  const leeg = datum === null && fouten.length === 0 ? eis(false, 'laatsteDag', 'Vul de laatste dag in.', 'Schrijf de dag als 31-7-2027.') : []
  const uitkomst = datum === null ? undefined : await regelAfspraak(bezoek.deur.database, bezoek.ctx(), berichtVan(afspraak, tekstVan(body, 'versie'), { tot: datum }))
  if (uitkomst?.ok === true) return { soort: 'ga-naar', pad: '/afspraken?gedaan=gestopt' }
  if (uitkomst !== undefined && uitkomst.reden.soort !== 'ongeldig') return INTUSSEN
  const alle = uitkomst?.reden.soort === 'ongeldig' ? uitkomst.reden.fouten.map((fout) => (fout.veld === 'tot' ? { ...fout, veld: 'laatsteDag' } : fout)) : [...fouten, ...leeg]
  return { soort: 'bladzijde', status: 422, html: tekenEinde(bezoek.omgeving, afspraak, tekstVan(body, 'laatsteDag'), alle) }
}

async function gaVerder(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const concept = await conceptVan(bezoek, request)
  return concept === undefined ? NIET_GEVONDEN : { soort: 'ga-naar', pad: formulieradres(concept.conceptId, eersteStap(concept.inhoud, await eigenBesturen(bezoek))) }
}

async function gooiWeg(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  await wisConcept(bezoek.deur.database, bezoek.ctx(), tekstVan(request.params, 'conceptId'))
  return { soort: 'ga-naar', pad: '/afspraken' }
}

async function toonStap(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const [concept, stap] = [await conceptVan(bezoek, request), stapVan(request)]
  if (concept === undefined || stap === undefined) return NIET_GEVONDEN
  return concept.bewijs === null ? teken(bezoek, concept, stap, []) : { soort: 'bladzijde', html: tekenOntvangst(bezoek.omgeving, concept.bewijs as Afspraakbewijs) }
}

async function verwerkStap(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const [concept, stap] = [await conceptVan(bezoek, request), stapVan(request)]
  if (concept === undefined || stap === undefined) return NIET_GEVONDEN
  if (concept.bewijs !== null) return { soort: 'ga-naar', pad: formulieradres(concept.conceptId, 'controle') }
  if (stap === 'controle') return verstuur(bezoek, concept)
  const inhoud = metStap(concept.inhoud, stap, request.body)
  if (!(await bewaarConcept(bezoek.deur.database, bezoek.ctx(), concept.conceptId, inhoud))) return NIET_GEVONDEN
  const eigen = await eigenBesturen(bezoek)
  const fouten = foutenIn(stap, inhoud, eigen)
  if (fouten.length > 0) return teken(bezoek, { ...concept, inhoud }, stap, fouten)
  const volgende = AFSPRAAKSTAPPEN[AFSPRAAKSTAPPEN.indexOf(stap) + 1] ?? 'controle'
  return { soort: 'ga-naar', pad: formulieradres(concept.conceptId, tekstUit(inhoud, 'versie') === '' ? volgende : eersteStap(inhoud, eigen)) }
}

async function teken(bezoek: Bezoek, concept: Concept, stap: Afspraakstap, fouten: readonly Veldfout[]): Promise<Portaalantwoord> {
  const { deur: { database, nu }, omgeving } = bezoek
  const ctx = bezoek.ctx()
  const beeld = await toonAfspraken(database, ctx, datumInNederland(nu()))
  if (!beeld.ok) return NIET_GEVONDEN
  const { eigen, partners } = beeld.waarde
  const bericht = stap === 'controle' ? berichtUit(concept.inhoud, eigen) : undefined
  if (stap === 'controle' && bericht === undefined) return { soort: 'ga-naar', pad: formulieradres(concept.conceptId, eersteStap(concept.inhoud, eigen)) }
  const medewerkers = await toonMedewerkers(database, ctx.actor, TOEGANG)
  return { soort: 'bladzijde', ...(fouten.length > 0 ? { status: 422 } : {}), html: tekenStap({ omgeving, concept, stap, fouten, eigen, partners, medewerkers, bericht: bericht ?? null }) }
}

/** Een keer, ook bij dubbel klikken (S-17). */
async function verstuur(bezoek: Bezoek, { conceptId }: Concept): Promise<Portaalantwoord> {
  const [database, ctx, eigen] = [bezoek.deur.database, bezoek.ctx(), await eigenBesturen(bezoek)]
  const verstuurd = await verstuurConcept<Afspraakbewijs, Afspraakweigering>(database, ctx, CONCEPTSOORT, conceptId, async (trx, inhoud) => {
    const bericht = berichtUit(inhoud, eigen)
    if (bericht === undefined) return { fouten: { soort: 'niet-gevonden' } }
    const uitkomst = await regelAfspraak(trx, ctx, bericht)
    return uitkomst.ok ? { bewijs: { nummer: `A-${conceptId.slice(-8).toUpperCase()}`, op: ctx.nu, bericht } } : { fouten: uitkomst.reden }
  })
  if (verstuurd === 'niet-gevonden') return NIET_GEVONDEN
  if ('bewijs' in verstuurd) return { soort: 'ga-naar', pad: formulieradres(conceptId, 'controle') }
  const concept = await leesConcept(database, ctx, CONCEPTSOORT, conceptId)
  if (concept === undefined || verstuurd.fouten.soort === 'niet-gevonden') return NIET_GEVONDEN
  if (verstuurd.fouten.soort !== 'ongeldig') return INTUSSEN
  const { fouten } = verstuurd.fouten
  return teken(bezoek, concept, fouten.some(({ veld }) => veld === 'sleutel') ? 'looptijd' : fouten.some(({ veld }) => veld === 'eigenaar') ? 'zorg' : 'controle', fouten)
}

async function eigenBesturen(bezoek: Bezoek) {
  const beeld = await toonAfspraken(bezoek.deur.database, bezoek.ctx(), datumInNederland(bezoek.deur.nu()))
  return beeld.ok ? beeld.waarde.eigen : []
}

/** Z-02: van een ander en onbekend zijn hetzelfde antwoord. */
async function afspraakUit(bezoek: Bezoek, velden: unknown): Promise<Afspraakbeeld | undefined> {
  const sleutel = sleutelUit(velden)
  if (sleutel === undefined) return undefined
  const afspraak = await toonAfspraak(bezoek.deur.database, bezoek.ctx(), datumInNederland(bezoek.deur.nu()), sleutel)
  return afspraak.ok ? afspraak.waarde : undefined
}

function conceptVan(bezoek: Bezoek, request: FastifyRequest): Promise<Concept | undefined> {
  return leesConcept(bezoek.deur.database, bezoek.ctx(), CONCEPTSOORT, tekstVan(request.params, 'conceptId'))
}

function stapVan(request: FastifyRequest): Afspraakstap | undefined {
  return AFSPRAAKSTAPPEN.find((stap) => stap === tekstVan(request.params, 'stap'))
}
