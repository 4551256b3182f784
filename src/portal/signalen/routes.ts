import { exporteerSignalen, toonWerklijst, toonWerkscholen, toonWerksignaal } from '../../beslissing/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { isUuid } from '../../kern/uuid.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { brinsVan, leesNamen, mag, magErgens } from '../../toegang/index.ts'
import { tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Bezoeker, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import type { Portaalbron } from '../portaal.ts'
import { leesCollegas } from './collegas.ts'
import { signalenCsv } from './csv.ts'
import { tekenSignaal } from './detail.tsx'
import type { Filterkeuzes } from './filter.tsx'
import { tekenSignalen, tekenStudentkeuze } from './page.tsx'
import { teksten } from './teksten.ts'
import { doeWerk, GEEN_INVOER, NIETS, type Uitslag, uitslagAdres, uitslagUit, type Werkinvoer } from './verwerk.ts'
import { leesKeuzeveld, leesWerkvraag, naarKeuze, signaaladres, type Werkvraag } from './vraag.ts'

export function signaalroutes(bron: Portaalbron): readonly Portaalroute[] {
  return [
    { methode: 'GET', pad: '/signalen', toegang: 'deelnemer:lezen', menu: { nl: teksten.nl.titel, en: teksten.en.titel }, verwerk: (bezoek, { query }) => toonLijst(bezoek, leesWerkvraag(query), uitslagUit(query)) },
    { methode: 'POST', pad: '/signalen', toegang: 'deelnemer:lezen', verwerk: (bezoek, { body }) => zoekStudent(bron, bezoek, body) },
    { methode: 'GET', pad: '/signalen.csv', toegang: 'deelnemer:lezen', verwerk: (bezoek, { query }) => download(bezoek, query) },
    { methode: 'POST', pad: '/signalen/doe', toegang: 'signaal:afhandelen', verwerk: (bezoek, { body }) => doeMetMeer(bezoek, body) },
    { methode: 'GET', pad: '/signalen/:signaalId', toegang: 'deelnemer:lezen', verwerk: (bezoek, { params, query }) => toonEen(bezoek, veldVan(params, 'signaalId'), uitslagUit(query), GEEN_INVOER) },
    { methode: 'POST', pad: '/signalen/:signaalId', toegang: 'signaal:afhandelen', verwerk: (bezoek, { params, body }) => doeMetEen(bezoek, veldVan(params, 'signaalId'), body) },
  ]
}

const ONBEKEND: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }
const ONJUIST: Portaalantwoord = { soort: 'fout', fout: 'verzoek-onjuist' }

async function toonLijst(bezoek: Bezoek, vraag: Werkvraag | undefined, gedaan: Uitslag, fouten: readonly Veldfout[] = [], invoer: Werkinvoer = GEEN_INVOER): Promise<Portaalantwoord> {
  const { wie, omgeving, deur } = bezoek
  if (wie === null) return ONBEKEND
  if (vraag === undefined) return ONJUIST
  const ctx = bezoek.ctx()
  const lijst = await toonWerklijst(deur.database, ctx, naarKeuze(vraag), vraag.na ?? undefined, deur.normen)
  if (!lijst.ok) return ONBEKEND
  const magAfhandelen = magErgens(wie.actor, 'signaal:afhandelen')
  const keuzes = await leesKeuzes(bezoek, wie, vraag)
  const namen = await leesNamen(deur.database, wie.actor, lijst.waarde.groepen.flatMap(({ signalen }) => signalen.flatMap(({ toegewezenAan }) => toegewezenAan ?? [])))
  return {
    soort: 'bladzijde', status: fouten.length > 0 ? 400 : 200,
    html: tekenSignalen({ omgeving, vraag, lijst: lijst.waarde, keuzes, namen, mij: wie.actor.id, magAfhandelen, schrijft: magErgens(wie.actor, 'inschrijving:schrijven'), meerScholen: wie.actor.soort !== 'school' || keuzes.scholen.length > 1, fouten, getypt: invoer, gekozen: invoer.signalen.map(({ signaalId }) => signaalId), gedaan }),
  }
}

async function leesKeuzes({ deur, ctx }: Bezoek, { actor }: Bezoeker, { school }: Werkvraag): Promise<Filterkeuzes> {
  const scholen = await toonWerkscholen(deur.database, actor)
  return { scholen: scholen.filter(({ eigen }) => eigen), partners: scholen.filter(({ eigen }) => !eigen), collegas: await leesCollegas(deur, ctx(), school === null ? brinsVan(actor) : [school]) }
}

const MEESTE_STUDENTEN = 25

/** Een gevonden student: meteen zijn signalen. Meer: kies er een. De naam komt nooit in het adres. */
async function zoekStudent(bron: Portaalbron, { wie, omgeving }: Bezoek, body: unknown): Promise<Portaalantwoord> {
  const [zoek, vraag] = [tekstVan(body, 'zoek').slice(0, 60), leesKeuzeveld(tekstVan(body, 'keuze'))]
  if (wie === null || vraag === undefined || /\p{Cc}/u.test(zoek)) return ONJUIST
  if (zoek === '') return { soort: 'ga-naar', pad: signaaladres({ ...vraag, student: null, na: null }) }
  const { regels, totaal } = await bron.toonLeerlingen(wie, { zoek, school: vraag.school, code: null, cursor: null })
  const [eerste] = regels
  if (totaal === 1 && eerste !== undefined) return { soort: 'ga-naar', pad: signaaladres({ ...vraag, student: eerste.deelnemerId, na: null }) }
  return { soort: 'bladzijde', html: tekenStudentkeuze({ omgeving, vraag, zoek, regels: regels.slice(0, MEESTE_STUDENTEN), meer: totaal > MEESTE_STUDENTEN }) }
}

async function download(bezoek: Bezoek, query: unknown): Promise<Portaalantwoord> {
  const { wie, omgeving: { taal }, deur } = bezoek
  const vraag = leesWerkvraag(query)
  if (wie === null) return ONBEKEND
  if (vraag === undefined) return ONJUIST
  const stukken = exporteerSignalen(deur.database, bezoek.ctx(), naarKeuze(vraag))
  return { soort: 'bestand', naam: `signalen-${datumInNederland(deur.nu())}.csv`, mediatype: 'text/csv; charset=utf-8', inhoud: signalenCsv({ stukken, leesNamen: (accounts) => leesNamen(deur.database, wie.actor, accounts), taal }) }
}

async function doeMetMeer(bezoek: Bezoek, body: unknown): Promise<Portaalantwoord> {
  const vraag = leesKeuzeveld(tekstVan(body, 'keuze'))
  if (bezoek.wie === null || vraag === undefined) return ONJUIST
  const { uitslag, fouten, invoer } = await doeWerk(bezoek, body, teksten[bezoek.omgeving.taal])
  if (fouten.length > 0) return toonLijst(bezoek, vraag, NIETS, fouten, invoer)
  return { soort: 'ga-naar', pad: uitslagAdres(signaaladres(vraag), uitslag) }
}

async function doeMetEen(bezoek: Bezoek, signaalId: unknown, body: unknown): Promise<Portaalantwoord> {
  if (bezoek.wie === null || !isUuid(signaalId)) return ONBEKEND
  const { uitslag, fouten, invoer } = await doeWerk(bezoek, { ...Object.assign({}, body), signaal: `${signaalId}.${tekstVan(body, 'versie')}` }, teksten[bezoek.omgeving.taal])
  if (uitslag.nietGevonden > 0) return ONBEKEND
  if (fouten.length > 0) return toonEen(bezoek, signaalId, NIETS, invoer, fouten)
  return { soort: 'ga-naar', pad: uitslagAdres(`/signalen/${signaalId}`, uitslag) }
}

async function toonEen(bezoek: Bezoek, signaalId: unknown, uitslag: Uitslag, invoer: Werkinvoer, fouten: readonly Veldfout[] = []): Promise<Portaalantwoord> {
  const { wie, omgeving, deur } = bezoek
  if (wie === null || !isUuid(signaalId)) return ONBEKEND
  const gevonden = await toonWerksignaal(deur.database, wie.actor, signaalId)
  if (!gevonden.ok) return ONBEKEND
  const { signaal, handelingen } = gevonden.waarde
  const namen = await leesNamen(deur.database, wie.actor, [signaal.toegewezenAan ?? '', ...handelingen.flatMap(({ door, aan }) => [door, aan ?? ''])])
  const magAfhandelen = signaal.brin !== null && mag(wie.actor, 'signaal:afhandelen', { brin: signaal.brin })
  const collegas = signaal.brin === null ? [] : await leesCollegas(deur, bezoek.ctx(), [signaal.brin])
  return {
    soort: 'bladzijde', status: fouten.length > 0 ? 400 : 200,
    html: tekenSignaal({ omgeving, signaal, handelingen, namen, collegas, mij: wie.actor.id, magAfhandelen, schrijft: magErgens(wie.actor, 'inschrijving:schrijven'), fouten, getypt: invoer, gedaan: uitslag.gedaan > 0, veranderd: uitslag.veranderd > 0 }),
  }
}
