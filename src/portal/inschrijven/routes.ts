import type { FastifyRequest } from 'fastify'
import { toetsWijziging } from '../../aanlevering/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import type { Veldfout, Weigering } from '../../kern/weigering.ts'
import { schrijfIn } from '../../leerroute/index.ts'
import { beginConcept, bewaarConcept, leesConcepten, verstuurConcept, wisConcept } from '../concept/index.ts'
import { getyptUit, tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { type Antwoorden, antwoordenUit, eersteOpen, isStap, type Stap, VELDEN, zonderGevolg } from './antwoorden.ts'
import { berichtVan, stapVanVeld, volgnummerVan } from './bericht.ts'
import { keurStap } from './keur.ts'
import { type Formulierstand, laadStand, metBekendeStudent, SOORT } from './laad.ts'
import { tekenNakijken } from './nakijken.tsx'
import { isBewijs, type Inschrijfbewijs, tekenBewijs } from './bewijs.tsx'
import { tekenBegin } from './begin.tsx'
import { tekenStap } from './stap.tsx'
import { tekenVoorbeeld } from './voorbeeld.tsx'

const TOEGANG = 'inschrijving:schrijven'

export const inschrijfroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/inschrijven', toegang: TOEGANG, verwerk: toonBegin },
  { methode: 'POST', pad: '/inschrijven', toegang: TOEGANG, verwerk: begin },
  { methode: 'GET', pad: '/inschrijven/:conceptId', toegang: TOEGANG, verwerk: metStand((_bezoek, stand) => Promise.resolve(naar(stand))) },
  { methode: 'GET', pad: '/inschrijven/:conceptId/voorbeeld', toegang: TOEGANG, verwerk: metStand(toonVoorbeeld) },
  { methode: 'GET', pad: '/inschrijven/:conceptId/nakijken', toegang: TOEGANG, verwerk: metStand(toonNakijken) },
  { methode: 'POST', pad: '/inschrijven/:conceptId/versturen', toegang: TOEGANG, verwerk: metStand(verstuur) },
  { methode: 'GET', pad: '/inschrijven/:conceptId/bewijs', toegang: TOEGANG, verwerk: metStand(toonBewijs) },
  { methode: 'POST', pad: '/inschrijven/:conceptId/weg', toegang: TOEGANG, verwerk: metStand(gooiWeg) },
  { methode: 'GET', pad: '/inschrijven/:conceptId/:stap', toegang: TOEGANG, verwerk: metStand(toonStap) },
  { methode: 'POST', pad: '/inschrijven/:conceptId/:stap', toegang: TOEGANG, verwerk: metStand(bewaarStap) },
]

type Verwerk = (bezoek: Bezoek, stand: Formulierstand, request: FastifyRequest) => Promise<Portaalantwoord>

const ONBEKEND: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }

/** Een onbekend, verlopen of andermans formulier geven hetzelfde antwoord (Z-02). */
function metStand(verwerk: Verwerk): Portaalroute['verwerk'] {
  return async (bezoek, request) => {
    const id = veldVan(request.params, 'conceptId')
    const stand = typeof id === 'string' ? await laadStand(bezoek, id) : undefined
    return stand === undefined ? ONBEKEND : verwerk(bezoek, stand, request)
  }
}

async function toonBegin({ omgeving, deur, ctx }: Bezoek): Promise<Portaalantwoord> {
  const open = (await leesConcepten(deur.database, ctx())).filter(({ soort }) => soort === SOORT)
  return { soort: 'bladzijde', html: tekenBegin({ omgeving, open }) }
}

async function begin({ deur, ctx }: Bezoek): Promise<Portaalantwoord> {
  return { soort: 'ga-naar', pad: `/inschrijven/${await beginConcept(deur.database, ctx(), SOORT, {})}` }
}

/** De eerste vraag zonder antwoord; is alles ingevuld, dan het voorbeeld. */
function naar({ conceptId, antwoorden, plaatsen, bewijs }: Formulierstand, terug = ''): Portaalantwoord {
  if (bewijs !== null) return { soort: 'ga-naar', pad: `/inschrijven/${conceptId}/bewijs` }
  return { soort: 'ga-naar', pad: `/inschrijven/${conceptId}/${eersteOpen(antwoorden, plaatsen) ?? (terug === 'nakijken' ? 'nakijken' : 'voorbeeld')}` }
}

function toonStap({ omgeving }: Bezoek, stand: Formulierstand, request: FastifyRequest): Promise<Portaalantwoord> {
  const stap = veldVan(request.params, 'stap')
  if (!isStap(stap)) return Promise.resolve(ONBEKEND)
  if (stand.bewijs !== null || !stand.stappen.includes(stap)) return Promise.resolve(naar(stand))
  return Promise.resolve({ soort: 'bladzijde', html: tekenStap({ omgeving, stand, stap, fouten: [], terug: tekstVan(request.query, 'terug') }) })
}

async function bewaarStap(bezoek: Bezoek, stand: Formulierstand, request: FastifyRequest): Promise<Portaalantwoord> {
  const stap = veldVan(request.params, 'stap')
  if (!isStap(stap)) return ONBEKEND
  if (stand.bewijs !== null || !stand.stappen.includes(stap)) return naar(stand)
  const terug = tekstVan(request.body, 'terug')
  const { antwoorden: gegeven, fouten } = keurStap(stap, getyptUit(request.body, VELDEN[stap]), stand)
  if (fouten.length > 0) return metFouten(bezoek, { ...stand, antwoorden: { ...stand.antwoorden, ...gegeven } }, stap, fouten, terug)
  const samen = zonderGevolg(stap, stand.antwoorden, { ...stand.antwoorden, ...gegeven, [`klaar-${stap}`]: 'ja', uitRegister: zonder(stand.antwoorden, stap) })
  const nieuw = stap === 'student' ? await metBekendeStudent(bezoek, samen, stand) : samen
  if (!(await bewaarConcept(bezoek.deur.database, bezoek.ctx(), stand.conceptId, nieuw))) return ONBEKEND
  return naar({ ...stand, antwoorden: nieuw }, terug)
}

/** Wie zelf antwoordt, volgt daarna het register niet meer. */
function zonder(antwoorden: Antwoorden, stap: Stap): string {
  return (antwoorden['uitRegister'] ?? '').split(',').filter((een) => een !== '' && een !== stap).join(',')
}

function metFouten({ omgeving }: Bezoek, stand: Formulierstand, stap: Stap, fouten: readonly Veldfout[], terug = ''): Portaalantwoord {
  return { soort: 'bladzijde', status: 422, html: tekenStap({ omgeving, stand, stap, fouten, terug }) }
}

async function toonVoorbeeld(bezoek: Bezoek, stand: Formulierstand): Promise<Portaalantwoord> {
  const bericht = volledig(stand)
  if (bericht === undefined || stand.plaats === undefined) return naar(stand)
  const vandaag = datumInNederland(bezoek.deur.nu())
  const voorbeeld = await toetsWijziging(bezoek.deur, bezoek.ctx(), { persoonsnummer: bericht.persoon.persoonsnummer, begin: bericht.inschrijving.datumInschrijving, vandaag }, (trx, ctx) => schrijfIn(trx, ctx, bericht))
  if (!voorbeeld.ok) return geweigerd(bezoek, stand, voorbeeld.reden)
  return { soort: 'bladzijde', html: tekenVoorbeeld({ omgeving: bezoek.omgeving, stand, bericht, voorbeeld: voorbeeld.waarde, vandaag }) }
}

function toonNakijken({ omgeving }: Bezoek, stand: Formulierstand): Promise<Portaalantwoord> {
  if (volledig(stand) === undefined) return Promise.resolve(naar(stand))
  return Promise.resolve({ soort: 'bladzijde', html: tekenNakijken({ omgeving, stand }) })
}

function volledig({ antwoorden, plaatsen, plaats, conceptId, voorstel, bewijs }: Formulierstand) {
  return bewijs !== null || plaats === undefined || eersteOpen(antwoorden, plaatsen) !== undefined ? undefined : berichtVan(antwoorden, plaats, conceptId, voorstel)
}

/** S-17: concept en inschrijving in dezelfde transactie, dus ook bij twee keer klikken een keer. */
async function verstuur(bezoek: Bezoek, stand: Formulierstand): Promise<Portaalantwoord> {
  const ctx = bezoek.ctx()
  const { conceptId, plaats, bewijs } = stand
  if (bewijs !== null || volledig(stand) === undefined || plaats === undefined) return naar(stand)
  const uitkomst = await verstuurConcept<Inschrijfbewijs, Weigering>(bezoek.deur.database, ctx, SOORT, conceptId, async (trx, inhoud) => {
    // Een andere tab kan intussen iets veranderd hebben: wat verstuurd wordt, is wat hier is nagekeken.
    const antwoorden = antwoordenUit(inhoud)
    if (JSON.stringify(antwoorden) !== JSON.stringify(stand.antwoorden)) return { fouten: { soort: 'ouder-dan-bekend', bekendVan: ctx.nu } }
    const bericht = berichtVan(antwoorden, plaats, conceptId, stand.voorstel)
    if (bericht === undefined) return { fouten: { soort: 'niet-gevonden' } }
    const gedaan = await schrijfIn(trx, ctx, bericht)
    if (!gedaan.ok) return { fouten: gedaan.reden }
    return {
      bewijs: {
        nummer: volgnummerVan(conceptId), op: ctx.nu, deelnemerId: gedaan.waarde.deelnemerId, school: plaats.school, begin: bericht.inschrijving.datumInschrijving,
        fasen: bericht.inschrijving.perioden.map(({ datumBegin, leerroutefase }) => ({ vanaf: datumBegin, fase: leerroutefase ?? '' })), route: stand.antwoorden['route'] ?? '', partner: gedaan.waarde.nietVastgelegd.includes('plan') ? '' : (stand.partner?.school ?? ''), nietVastgelegd: gedaan.waarde.nietVastgelegd,
      },
    }
  })
  if (uitkomst === 'niet-gevonden') return ONBEKEND
  return 'bewijs' in uitkomst ? { soort: 'ga-naar', pad: `/inschrijven/${conceptId}/bewijs` } : geweigerd(bezoek, stand, uitkomst.fouten)
}

/** Een fout van de actie staat bij de vraag waar hij over gaat. */
function geweigerd(bezoek: Bezoek, stand: Formulierstand, reden: Weigering): Portaalantwoord {
  if (reden.soort === 'niet-gevonden') return ONBEKEND
  const fouten: readonly Veldfout[] = reden.soort === 'ongeldig' ? reden.fouten : [{ veld: 'begin', regel: 'Er is intussen een nieuwere stand van deze inschrijving.', watTeDoen: 'Open de student en kijk wat er veranderde.' }]
  const stap = stapVanVeld(fouten[0]?.veld ?? '')
  const [veld = stap] = VELDEN[stap]
  return metFouten(bezoek, stand, stap, fouten.filter((fout) => stapVanVeld(fout.veld) === stap).map((fout) => ({ ...fout, veld })), 'nakijken')
}

function toonBewijs({ omgeving, wie }: Bezoek, stand: Formulierstand): Promise<Portaalantwoord> {
  if (!isBewijs(stand.bewijs)) return Promise.resolve(naar(stand))
  return Promise.resolve({ soort: 'bladzijde', html: tekenBewijs({ omgeving, bewijs: stand.bewijs, door: wie?.naam ?? '' }) })
}

async function gooiWeg({ deur, ctx }: Bezoek, { conceptId }: Formulierstand): Promise<Portaalantwoord> {
  await wisConcept(deur.database, ctx(), conceptId)
  return { soort: 'ga-naar', pad: '/inschrijven' }
}
