import type { FastifyRequest } from 'fastify'
import { toetsWijziging } from '../../aanlevering/index.ts'
import { leesDiplomas, leesInschrijvingen, leesVoAfgerond } from '../../bron/index.ts'
import { datumInNederland, type Datum } from '../../kern/datum.ts'
import { isUuid } from '../../kern/uuid.ts'
import type { Veldfout, Weigering } from '../../kern/weigering.ts'
import { beginConcept, bewaarConcept, type Conceptinhoud, leesConcept, verstuurConcept } from '../concept/index.ts'
import { getyptUit, tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { tekenKeuze } from './keuze.tsx'
import { type Afsluitpunt, tekenFormulier } from './formulier.tsx'
import { isWijzigbewijs, tekenBewijs, tekenNakijken, type Wijzigbewijs } from './nakijken.tsx'
import { type Antwoorden, beginantwoorden, DAGVELD, type Doel, eigenInschrijvingen, isSoort, keur, VELDEN, voerDoor, type Wijzigstand } from './soorten.ts'

const TOEGANG = 'inschrijving:schrijven'
const CONCEPT = 'wijzigen'

export const wijzigroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/studenten/:id/wijzigen', toegang: TOEGANG, verwerk: toonKeuze },
  { methode: 'POST', pad: '/studenten/:id/wijzigen', toegang: TOEGANG, verwerk: begin },
  { methode: 'GET', pad: '/studenten/:id/wijzigen/:conceptId', toegang: TOEGANG, verwerk: metStand(toonFormulier) },
  { methode: 'POST', pad: '/studenten/:id/wijzigen/:conceptId', toegang: TOEGANG, verwerk: metStand(bewaar) },
  { methode: 'GET', pad: '/studenten/:id/wijzigen/:conceptId/nakijken', toegang: TOEGANG, verwerk: metStand(toonNakijken) },
  { methode: 'POST', pad: '/studenten/:id/wijzigen/:conceptId/versturen', toegang: TOEGANG, verwerk: metStand(verstuur) },
]

type Verwerk = (bezoek: Bezoek, stand: Wijzigstand, request: FastifyRequest) => Promise<Portaalantwoord>

const ONBEKEND: Portaalantwoord = { soort: 'fout', fout: 'student-onbekend' }

/** Een formulier over een student die de school niet (meer) ziet, is er niet (Z-02). */
function metStand(verwerk: Verwerk): Portaalroute['verwerk'] {
  return async (bezoek, request) => {
    const [id, conceptId] = [veldVan(request.params, 'id'), veldVan(request.params, 'conceptId')]
    if (!isUuid(id) || typeof conceptId !== 'string') return ONBEKEND
    const concept = await leesConcept(bezoek.deur.database, bezoek.ctx(), CONCEPT, conceptId)
    if (concept === undefined || concept.inhoud['deelnemerId'] !== id) return ONBEKEND
    if (isWijzigbewijs(concept.bewijs)) return { soort: 'bladzijde', html: tekenBewijs({ omgeving: bezoek.omgeving, bewijs: concept.bewijs, door: bezoek.wie?.naam ?? '' }) }
    const antwoorden = tekstenUit(concept.inhoud)
    const doel = await zoekDoel(bezoek, id, antwoorden)
    return doel === undefined || !isSoort(antwoorden['soort']) ? ONBEKEND : verwerk(bezoek, { conceptId, soort: antwoorden['soort'], doel, antwoorden }, request)
  }
}

function tekstenUit(inhoud: Conceptinhoud): Antwoorden {
  return Object.fromEntries(Object.entries(inhoud).flatMap(([veld, waarde]) => (typeof waarde === 'string' ? [[veld, waarde]] : [])))
}

async function zoekDoel({ deur, ctx }: Bezoek, deelnemerId: string, { brin, volgnummer }: Antwoorden): Promise<Doel | undefined> {
  const gelezen = await leesInschrijvingen(deur.database, ctx(), deelnemerId)
  if (!gelezen.ok) return undefined
  const inschrijving = eigenInschrijvingen(ctx(), gelezen.waarde.map(({ inhoud }) => inhoud)).find((een) => een.brin === brin && een.inschrijvingvolgnummer === volgnummer)
  return inschrijving && { deelnemerId, inschrijving }
}

async function toonKeuze(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const id = veldVan(request.params, 'id')
  if (!isUuid(id)) return ONBEKEND
  const gelezen = await leesInschrijvingen(bezoek.deur.database, bezoek.ctx(), id)
  if (!gelezen.ok) return ONBEKEND
  const eerst = tekstVan(request.query, 'soort')
  return { soort: 'bladzijde', html: tekenKeuze({ omgeving: bezoek.omgeving, deelnemerId: id, inschrijvingen: eigenInschrijvingen(bezoek.ctx(), gelezen.waarde.map(({ inhoud }) => inhoud)), eerst: isSoort(eerst) ? eerst : null }) }
}

async function begin(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const id = veldVan(request.params, 'id')
  const { soort, brin, volgnummer } = getyptUit(request.body, ['soort', 'brin', 'volgnummer'])
  if (!isUuid(id)) return ONBEKEND
  if (!isSoort(soort) || brin === undefined || volgnummer === undefined) return { soort: 'fout', fout: 'verzoek-onjuist' }
  const doel = await zoekDoel(bezoek, id, { brin, volgnummer })
  if (doel === undefined) return ONBEKEND
  const conceptId = await beginConcept(bezoek.deur.database, bezoek.ctx(), CONCEPT, { deelnemerId: id, soort, brin, volgnummer, ...beginantwoorden(soort, doel, vandaagVan(bezoek)) })
  return { soort: 'ga-naar', pad: `/studenten/${id}/wijzigen/${conceptId}` }
}

function vandaagVan({ deur }: Bezoek): Datum {
  return datumInNederland(deur.nu())
}

async function toonFormulier(bezoek: Bezoek, stand: Wijzigstand): Promise<Portaalantwoord> {
  return toonMetFouten(bezoek, stand, [], 200)
}

async function toonMetFouten(bezoek: Bezoek, stand: Wijzigstand, fouten: readonly Veldfout[], status = 422): Promise<Portaalantwoord> {
  const punten = stand.soort === 'uitschrijven' ? await leesAfsluitpunten(bezoek, stand.doel) : []
  return { soort: 'bladzijde', status, html: tekenFormulier({ omgeving: bezoek.omgeving, stand, fouten, punten }) }
}

/** P5: wat klaar hoort te zijn voor een school een student uitschrijft (K-ROD-06, K-DLR-07). */
async function leesAfsluitpunten({ deur, ctx }: Bezoek, { deelnemerId, inschrijving: { sector, brin } }: Doel): Promise<readonly Afsluitpunt[]> {
  const diplomas = await leesDiplomas(deur.database, ctx(), deelnemerId)
  const heeft = (soort: string) => diplomas.ok && diplomas.waarde.some(({ inhoud }) => inhoud.soort === soort)
  if (sector === 'MBO') return [{ punt: 'diploma', klaar: heeft('MBO') }]
  const [afgerond, inschrijvingen] = [await leesVoAfgerond(deur.database, ctx(), deelnemerId, brin), await leesInschrijvingen(deur.database, ctx(), deelnemerId)]
  const mbo = inschrijvingen.ok ? inschrijvingen.waarde.map(({ inhoud }) => inhoud).filter((een) => een.sector === 'MBO' && !een.datumUitschrijving) : []
  return [
    { punt: 'examen', klaar: heeft('VMBO') }, { punt: 'activiteiten', klaar: afgerond.ok && afgerond.waarde.afgerondOp !== null },
    { punt: 'mbo', klaar: mbo.length > 0 }, { punt: 'faseMbo', klaar: mbo.some(({ perioden }) => perioden.some(({ leerroutefase }) => leerroutefase === 'MBO')) },
  ]
}

async function bewaar(bezoek: Bezoek, stand: Wijzigstand, request: FastifyRequest): Promise<Portaalantwoord> {
  const { antwoorden, fouten } = keur(stand.soort, getyptUit(request.body, VELDEN[stand.soort]), stand.doel)
  const samen = { ...stand.antwoorden, ...antwoorden }
  if (fouten.length > 0) return toonMetFouten(bezoek, { ...stand, antwoorden: samen }, fouten)
  if (!(await bewaarConcept(bezoek.deur.database, bezoek.ctx(), stand.conceptId, { ...samen, klaar: 'ja' }))) return ONBEKEND
  return { soort: 'ga-naar', pad: `${padVan(stand)}/nakijken` }
}

function padVan({ doel, conceptId }: Wijzigstand): string {
  return `/studenten/${doel.deelnemerId}/wijzigen/${conceptId}`
}

async function toonNakijken(bezoek: Bezoek, stand: Wijzigstand): Promise<Portaalantwoord> {
  const { soort, doel, antwoorden } = stand
  if (antwoorden['klaar'] !== 'ja') return { soort: 'ga-naar', pad: padVan(stand) }
  const gevolg = await toetsWijziging(bezoek.deur, bezoek.ctx(), { persoonsnummer: null, begin: (antwoorden[DAGVELD[soort]] ?? '') as Datum, vandaag: vandaagVan(bezoek) }, (trx, ctx) => voerDoor(trx, ctx, soort, doel, antwoorden))
  if (!gevolg.ok) return weiger(bezoek, stand, gevolg.reden)
  return { soort: 'bladzijde', html: tekenNakijken({ omgeving: bezoek.omgeving, stand, gevolg: gevolg.waarde }) }
}

async function weiger(bezoek: Bezoek, stand: Wijzigstand, reden: Weigering): Promise<Portaalantwoord> {
  if (reden.soort === 'niet-gevonden') return ONBEKEND
  if (reden.soort === 'ouder-dan-bekend') return toonMetFouten(bezoek, stand, [{ veld: DAGVELD[stand.soort], regel: 'De inschrijving is intussen veranderd.', watTeDoen: 'Open de student en begin opnieuw.' }])
  // De velden van het bericht heten anders dan die van het formulier.
  const naam = (veld: string): string => VELDEN[stand.soort].find((eigen) => veld.toLowerCase().includes(eigen.toLowerCase())) ?? (/aanbieder/i.test(veld) && stand.soort === 'plan' ? 'partnercode' : DAGVELD[stand.soort])
  return toonMetFouten(bezoek, stand, reden.fouten.map((fout) => ({ ...fout, veld: naam(fout.veld) })))
}

async function verstuur(bezoek: Bezoek, stand: Wijzigstand): Promise<Portaalantwoord> {
  const ctx = bezoek.ctx()
  const { soort, doel, antwoorden, conceptId } = stand
  if (antwoorden['klaar'] !== 'ja') return { soort: 'ga-naar', pad: padVan(stand) }
  const uitkomst = await verstuurConcept<Wijzigbewijs, Weigering>(bezoek.deur.database, ctx, CONCEPT, conceptId, async (trx, inhoud) => {
    const gedaan = await voerDoor(trx, ctx, soort, doel, tekstenUit(inhoud))
    if (!gedaan.ok) return { fouten: gedaan.reden }
    return { bewijs: { nummer: `W${conceptId.replaceAll('-', '').slice(-10).toUpperCase()}`, op: ctx.nu, deelnemerId: doel.deelnemerId, wat: soort, inschrijving: `${doel.inschrijving.brin}-${doel.inschrijving.inschrijvingvolgnummer}`, dag: (antwoorden[DAGVELD[soort]] ?? '') as Datum } }
  })
  if (uitkomst === 'niet-gevonden') return ONBEKEND
  return 'bewijs' in uitkomst ? { soort: 'ga-naar', pad: padVan(stand) } : weiger(bezoek, stand, uitkomst.fouten)
}
