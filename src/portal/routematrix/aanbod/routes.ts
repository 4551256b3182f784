/** Aanbod registreren, wijzigen en beëindigen. De acties beslissen; een collega die intussen iets veranderde, wordt niet overschreven. */
import type { FastifyRequest } from 'fastify'
import { datumInNederland } from '../../../kern/datum.ts'
import { geweigerd, gelukt } from '../../../kern/uitkomst.ts'
import { eis, type Veldfout, type Weigering } from '../../../kern/weigering.ts'
import { bekijkVoornemen, toonRoutematrix } from '../../../leerroute/index.ts'
import { type Aanbodsleutel, type GeregistreerdAanbod, laatAanbodVervallen, leesAangebodenOpleiding, leesEigenAanbieders, leesSchoolnamen, opVersieVanAanbod, registreerAanbod } from '../../../rio/index.ts'
import { beginConcept, bewaarConcept, type Concept, leesConcept, tekstUit, verstuurConcept, wisConcept } from '../../concept/index.ts'
import { leesDag, lijstVan, tekstVan, veldVan } from '../../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../../kader/route.ts'
import { aanbodadres } from '../vraag.ts'
import { tekenAanbod, tekenEinde } from './bekijk.tsx'
import { AANBODSTAPPEN, type Aanbodstap, antwoordenVan, berichtUit, CONCEPTSOORT, eersteStap, foutenIn, metStap } from './invoer.ts'
import { type Aanbodbewijs, formulieradres, tekenOntvangst, tekenStap } from './stappen.tsx'

const FORMULIER = '/routematrix/aanbod/formulier/:conceptId'
const SCHOOL = '/routematrix/aanbod/school/:brin/:sleutel'
const TOEGANG = 'aanbod:schrijven'

export const aanbodroutes: readonly Portaalroute[] = [
  { methode: 'POST', pad: '/routematrix/aanbod', toegang: TOEGANG, verwerk: begin },
  { methode: 'GET', pad: FORMULIER, toegang: TOEGANG, verwerk: gaVerder },
  { methode: 'POST', pad: `${FORMULIER}/weg`, toegang: TOEGANG, verwerk: gooiWeg },
  { methode: 'GET', pad: `${FORMULIER}/:stap`, toegang: TOEGANG, verwerk: toonStap },
  { methode: 'POST', pad: `${FORMULIER}/:stap`, toegang: TOEGANG, verwerk: verwerkStap },
  { methode: 'GET', pad: SCHOOL, toegang: TOEGANG, verwerk: bekijk },
  { methode: 'POST', pad: `${SCHOOL}/wijzig`, toegang: TOEGANG, verwerk: wijzig },
  { methode: 'GET', pad: `${SCHOOL}/einde`, toegang: TOEGANG, verwerk: toonEinde },
  { methode: 'POST', pad: `${SCHOOL}/einde`, toegang: TOEGANG, verwerk: beeindig },
]

const NIET_GEVONDEN: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }

/** Met wat er al bekend is: uit de matrix komen route, profiel, niveau en partners mee. */
async function begin(bezoek: Bezoek, { body }: FastifyRequest): Promise<Portaalantwoord> {
  const eigen = await leesEigenAanbieders(bezoek.deur.database, bezoek.ctx())
  const brin = tekstVan(body, 'brin')
  const passend = brin === '' ? eigen : eigen.filter((aanbieder) => aanbieder.brin === brin)
  const [enige] = passend.length === 1 ? passend : []
  const code = tekstVan(body, 'opleidingcode')
  const conceptId = await beginConcept(bezoek.deur.database, bezoek.ctx(), CONCEPTSOORT, {
    aanbieder: enige?.code ?? '', route: tekstVan(body, 'route'), profiel: tekstVan(body, 'profiel'), opleidingcode: code, kwalificatie: code === '' ? '' : 'kwalificatie', niveau: tekstVan(body, 'niveau'),
    partner: lijstVan(body, 'partner'), partnercodes: '', begindatum: '', einddatum: '', versie: '', brin: '',
  })
  return { soort: 'ga-naar', pad: formulieradres(conceptId) }
}

async function gaVerder(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const concept = await conceptVan(bezoek, request)
  if (concept === undefined) return NIET_GEVONDEN
  return { soort: 'ga-naar', pad: formulieradres(concept.conceptId, eersteStap(concept.inhoud, await leesEigenAanbieders(bezoek.deur.database, bezoek.ctx()), bezoek.deur.normen)) }
}

async function gooiWeg(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  await wisConcept(bezoek.deur.database, bezoek.ctx(), param(request, 'conceptId'))
  return { soort: 'ga-naar', pad: '/routematrix' }
}

async function toonStap(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const [concept, stap] = [await conceptVan(bezoek, request), stapVan(request)]
  if (concept === undefined) return NIET_GEVONDEN
  if (concept.bewijs !== null) return { soort: 'bladzijde', html: tekenOntvangst(bezoek.omgeving, concept.bewijs as Aanbodbewijs) }
  return stap === undefined ? NIET_GEVONDEN : teken(bezoek, concept, stap, [])
}

async function verwerkStap(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const [concept, stap] = [await conceptVan(bezoek, request), stapVan(request)]
  if (concept === undefined || stap === undefined) return NIET_GEVONDEN
  if (concept.bewijs !== null) return { soort: 'ga-naar', pad: formulieradres(concept.conceptId, 'controle') }
  if (stap === 'controle') return verstuur(bezoek, concept)
  const { deur: { database } } = bezoek
  const inhoud = metStap(concept.inhoud, stap, request.body)
  const bewaard = await bewaarConcept(database, bezoek.ctx(), concept.conceptId, inhoud)
  if (!bewaard) return NIET_GEVONDEN
  const eigen = await leesEigenAanbieders(database, bezoek.ctx())
  const fouten = [...foutenIn(stap, inhoud, eigen, bezoek.deur.normen), ...(stap === 'partners' ? await onbekendePartners(bezoek, inhoud, eigen) : [])]
  if (fouten.length > 0) return teken(bezoek, { ...concept, inhoud }, stap, fouten)
  const volgende = AANBODSTAPPEN[AANBODSTAPPEN.indexOf(stap) + 1] ?? 'controle'
  return { soort: 'ga-naar', pad: formulieradres(concept.conceptId, tekstUit(inhoud, 'versie') === '' ? volgende : eersteStap(inhoud, eigen, bezoek.deur.normen)) }
}

/** N10410 van RIO: elke code hoort bij een school. */
async function onbekendePartners(bezoek: Bezoek, inhoud: Concept['inhoud'], eigen: Awaited<ReturnType<typeof leesEigenAanbieders>>): Promise<readonly Veldfout[]> {
  const vandaag = datumInNederland(bezoek.deur.nu())
  const fictief = berichtUit({ ...inhoud, route: 'DLR', profiel: '-', kwalificatie: 'domein', niveau: '', begindatum: vandaag, einddatum: '' }, eigen, bezoek.deur.normen)
  if (fictief === undefined) return []
  const { onbekend } = await bekijkVoornemen(bezoek.deur.database, bezoek.ctx(), fictief, vandaag)
  return onbekend.flatMap((code) => eis(false, 'partnercodes', `De code ${code} hoort bij geen school.`, 'Vraag de partner om zijn RIO-code.', 'K-RIO-03'))
}

async function teken(bezoek: Bezoek, concept: Concept, stap: Aanbodstap, fouten: readonly Veldfout[]): Promise<Portaalantwoord> {
  const { deur: { database, normen, nu }, omgeving } = bezoek
  const vandaag = datumInNederland(nu())
  const eigen = await leesEigenAanbieders(database, bezoek.ctx())
  const bericht = stap === 'controle' ? berichtUit(concept.inhoud, eigen, normen) : undefined
  if (stap === 'controle' && bericht === undefined) return { soort: 'ga-naar', pad: formulieradres(concept.conceptId, eersteStap(concept.inhoud, eigen, normen)) }
  const matrix = stap === 'partners' ? await toonRoutematrix(database, bezoek.ctx(), { op: vandaag, partner: null, route: null, profiel: null, niveau: null, ookAndere: false, blad: 1 }) : undefined
  const op = bericht !== undefined && bericht.begindatum > vandaag ? bericht.begindatum : vandaag
  const nakijken = bericht === undefined ? null : { bericht, op, voornemen: await bekijkVoornemen(database, bezoek.ctx(), bericht, op) }
  return {
    soort: 'bladzijde', ...(fouten.length > 0 ? { status: 422 } : {}),
    html: tekenStap({ omgeving, concept, stap, fouten, eigen, partners: matrix?.ok === true ? matrix.waarde.partners : [], nakijken }),
  }
}

/** Een keer, ook bij dubbel klikken: het bewijs en het aanbod staan in dezelfde transactie (S-17). */
async function verstuur(bezoek: Bezoek, { conceptId }: Concept): Promise<Portaalantwoord> {
  const { deur: { database } } = bezoek
  const ctx = bezoek.ctx()
  const eigen = await leesEigenAanbieders(database, ctx)
  const verstuurd = await verstuurConcept<Aanbodbewijs, Weigering | { soort: 'intussen-gewijzigd' }>(database, ctx, CONCEPTSOORT, conceptId, async (trx, inhoud) => {
    const gelezen = berichtUit(inhoud, eigen, bezoek.deur.normen)
    if (gelezen === undefined) return { fouten: { soort: 'niet-gevonden' } }
    const [brin, versie] = [tekstUit(inhoud, 'brin'), tekstUit(inhoud, 'versie')]
    const bericht = versie === '' ? { ...gelezen, eigenSleutel: `${gelezen.leerrouteKenmerk.slice(0, 3)} ${gelezen.onderwijsaanbieder} ${conceptId.slice(-8)}` } : gelezen
    const uitkomst = versie === ''
      ? await registreerAanbod(trx, ctx, bericht)
      : await opVersieVanAanbod(trx, ctx, { sleutel: { brin, eigenSleutel: bericht.eigenSleutel }, versie }, (binnen) => registreerAanbod(binnen, ctx, bericht, brin))
    if (!uitkomst.ok) return { fouten: uitkomst.reden }
    const school = eigen.find(({ code }) => code === bericht.onderwijsaanbieder)?.school ?? ''
    return { bewijs: { nummer: `R-${conceptId.slice(-8).toUpperCase()}`, op: ctx.nu, school, bericht, wijziging: versie !== '' } }
  })
  if (verstuurd === 'niet-gevonden') return NIET_GEVONDEN
  if ('bewijs' in verstuurd) return { soort: 'ga-naar', pad: formulieradres(conceptId, 'controle') }
  const concept = await leesConcept(database, ctx, CONCEPTSOORT, conceptId)
  if (concept === undefined || verstuurd.fouten.soort === 'niet-gevonden') return NIET_GEVONDEN
  if (verstuurd.fouten.soort === 'ongeldig') return teken(bezoek, concept, 'controle', verstuurd.fouten.fouten)
  return { soort: 'ga-naar', pad: `${aanbodadres({ brin: tekstUit(concept.inhoud, 'brin'), eigenSleutel: tekstUit(concept.inhoud, 'eigenSleutel') })}?intussen=ja` }
}

async function bekijk(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const aanbod = await eigenAanbod(bezoek, request)
  if (aanbod === undefined) return NIET_GEVONDEN
  const scholen = await leesSchoolnamen(bezoek.deur.database, bezoek.ctx(), [aanbod.inhoud.onderwijsaanbieder, ...aanbod.inhoud.samenwerkendeOnderwijsaanbieders])
  return { soort: 'bladzijde', html: tekenAanbod({ omgeving: bezoek.omgeving, aanbod, scholen, gestopt: veldVan(request.query, 'gestopt') === 'ja', intussen: veldVan(request.query, 'intussen') === 'ja' }) }
}

async function wijzig(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const aanbod = await eigenAanbod(bezoek, request)
  if (aanbod === undefined) return NIET_GEVONDEN
  const conceptId = await beginConcept(bezoek.deur.database, bezoek.ctx(), CONCEPTSOORT, antwoordenVan(aanbod))
  return { soort: 'ga-naar', pad: formulieradres(conceptId) }
}

async function toonEinde(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const aanbod = await eigenAanbod(bezoek, request)
  return aanbod === undefined ? NIET_GEVONDEN : { soort: 'bladzijde', html: tekenEinde({ omgeving: bezoek.omgeving, aanbod, getypt: aanbod.inhoud.einddatum ?? '', fouten: [] }) }
}

async function beeindig(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const aanbod = await eigenAanbod(bezoek, request)
  if (aanbod === undefined) return NIET_GEVONDEN
  const { deur: { database }, omgeving } = bezoek
  const [ctx, sleutel] = [bezoek.ctx(), { brin: aanbod.brin, eigenSleutel: aanbod.inhoud.eigenSleutel }]
  const adres = aanbodadres(sleutel)
  const begonnen = { sleutel, versie: tekstVan(request.body, 'versie') }
  if (tekstVan(request.body, 'wat') === 'verval') {
    const weg = await opVersieVanAanbod(database, ctx, begonnen, (trx) => laatAanbodVervallen(trx, ctx, sleutel))
    return { soort: 'ga-naar', pad: weg.ok ? '/routematrix?verwijderd=ja' : `${adres}?intussen=ja` }
  }
  const { datum, fouten } = leesDag(request.body, 'laatsteDag', 'De laatste dag')
  const alle = [...fouten, ...(datum === null && fouten.length === 0 ? eis(false, 'laatsteDag', 'Vul de laatste dag in.', 'Schrijf de dag als 31-7-2027.') : [])]
  const uitkomst = alle.length > 0 ? undefined : await opVersieVanAanbod(database, ctx, begonnen, async (trx) => {
    const gewijzigd = await registreerAanbod(trx, ctx, { ...aanbod.inhoud, einddatum: datum }, aanbod.brin)
    return gewijzigd.ok ? gelukt(null) : geweigerd(gewijzigd.reden)
  })
  if (uitkomst?.ok === true) return { soort: 'ga-naar', pad: `${adres}?gestopt=ja` }
  if (uitkomst !== undefined && uitkomst.reden.soort !== 'ongeldig') return { soort: 'ga-naar', pad: `${adres}?intussen=ja` }
  const alleFouten = uitkomst?.reden.soort === 'ongeldig' ? uitkomst.reden.fouten.map((fout) => (fout.veld === 'einddatum' ? { ...fout, veld: 'laatsteDag' } : fout)) : alle
  return { soort: 'bladzijde', status: 422, html: tekenEinde({ omgeving, aanbod, getypt: tekstVan(request.body, 'laatsteDag'), fouten: alleFouten }) }
}

/** Z-02: van een ander en onbekend zijn hetzelfde antwoord. */
async function eigenAanbod(bezoek: Bezoek, request: FastifyRequest): Promise<GeregistreerdAanbod | undefined> {
  const sleutel: Aanbodsleutel = { brin: param(request, 'brin'), eigenSleutel: param(request, 'sleutel') }
  const eigen = await leesEigenAanbieders(bezoek.deur.database, bezoek.ctx())
  if (!eigen.some(({ brin }) => brin === sleutel.brin)) return undefined
  const aanbod = await leesAangebodenOpleiding(bezoek.deur.database, bezoek.ctx(), sleutel)
  return aanbod.ok ? aanbod.waarde : undefined
}

function conceptVan(bezoek: Bezoek, request: FastifyRequest): Promise<Concept | undefined> {
  return leesConcept(bezoek.deur.database, bezoek.ctx(), CONCEPTSOORT, param(request, 'conceptId'))
}

function stapVan(request: FastifyRequest): Aanbodstap | undefined {
  return AANBODSTAPPEN.find((stap) => stap === param(request, 'stap'))
}

function param(request: FastifyRequest, naam: string): string {
  const waarde = veldVan(request.params, naam)
  return typeof waarde === 'string' ? waarde : ''
}
