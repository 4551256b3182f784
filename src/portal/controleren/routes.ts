/** Controleren en leveren, en vergelijken met het register: een bestand kiezen, het verslag lezen, en dezelfde bytes leveren. */
import type { FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { biedBestandAan, type Controle, type Controledoel, leverControle, stopControle, toonBevindingen, toonControle, toonControles, voerControleUit } from '../../aanlevering/index.ts'
import type { Veldfout, Weigering } from '../../kern/weigering.ts'
import { magErgens } from '../../toegang/index.ts'
import { BestandTeGroot } from '../kader/bestandinvoer.ts'
import type { Kaderinstelling } from '../kader/instelling.ts'
import { tekstVan, veldVan } from '../kader/invoer.ts'
import { STANDAARD_MAX_BESTAND } from '../kader/registreer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { maakDownload } from './download.ts'
import { tekenKies } from './kies.tsx'
import { padVan } from './paden.ts'
import { tekenBezig, tekenResultaat } from './resultaat.tsx'
import { teksten } from './teksten.ts'
import { isVerschilsoort, tekenGroep, tekenVerschillen } from './verschillen.tsx'

const NIET_GEVONDEN: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }
const RECHT = { controleren: 'inschrijving:schrijven', vergelijken: 'bestand:ophalen' } as const
/** Een bestand dat kleiner is, controleren wij meteen: de bladzijde is dan klaar als zij aankomt. */
const METEEN_BYTES = 64 * 1024

/** Wat deze bladzijden van het kader weten. */
type Controleerinstelling = Pick<Kaderinstelling, 'stijl' | 'maxBestand'>

/** `menu` staat alleen bij controleren; vergelijken is er een link. */
export function controleerroutes(instelling: Controleerinstelling): readonly Portaalroute[] {
  return [
    ...routesVoor('controleren', instelling),
    { methode: 'POST', pad: '/controleren/:controleId/leveren', toegang: RECHT.controleren, verwerk: lever },
    ...routesVoor('vergelijken', instelling),
  ]
}

function routesVoor(doel: Controledoel, instelling: Controleerinstelling): readonly Portaalroute[] {
  const pad = padVan(doel)
  const toegang = RECHT[doel]
  const een = `${pad}/:controleId`
  return [
    { methode: 'GET', pad, toegang, ...(doel === 'controleren' ? { menu: { nl: teksten.nl.menu, en: teksten.en.menu } } : {}), verwerk: (bezoek) => toonKies(bezoek, doel, instelling, []) },
    { methode: 'POST', pad, toegang, bestand: true, verwerk: (bezoek, { body }) => neemAan(bezoek, doel, instelling, body) },
    { methode: 'GET', pad: een, toegang, verwerk: (bezoek, request) => toonEen(bezoek, doel, instelling, request) },
    { methode: 'GET', pad: `${een}/groep/:nummer`, toegang, verwerk: (bezoek, request) => toonGroep(bezoek, doel, request) },
    { methode: 'GET', pad: `${een}/bevindingen`, toegang, verwerk: (bezoek, request) => download(bezoek, doel, request) },
    { methode: 'POST', pad: `${een}/stoppen`, toegang, verwerk: (bezoek, request) => stop(bezoek, doel, request) },
  ]
}

async function toonKies(bezoek: Bezoek, doel: Controledoel, { maxBestand }: Controleerinstelling, fouten: readonly Veldfout[]): Promise<Portaalantwoord> {
  const controles = await toonControles(bezoek.deur.database, bezoek.ctx(), doel)
  const ook = magErgens(bezoek.ctx().actor, RECHT[doel === 'controleren' ? 'vergelijken' : 'controleren'])
  const html = tekenKies({ omgeving: bezoek.omgeving, doel, controles, fouten, nieuwId: randomUUID(), maxBytes: maxBestand ?? STANDAARD_MAX_BESTAND, ook })
  return { soort: 'bladzijde', status: fouten.length === 0 ? 200 : 400, html }
}

async function neemAan(bezoek: Bezoek, doel: Controledoel, instelling: Controleerinstelling, body: unknown): Promise<Portaalantwoord> {
  const { bestand, deur } = bezoek
  if (!bestand) return toonKies(bezoek, doel, instelling, [GEEN_BESTAND])
  try {
    const aangeboden = await biedBestandAan(deur.database, bezoek.ctx(), { controleId: tekstVan(body, 'controleId'), doel, bestandsnaam: bestand.naam }, bestand.stroom)
    if (!aangeboden.ok) return weigering(aangeboden.reden, (fouten) => toonKies(bezoek, doel, instelling, fouten))
    const gemaakt = await toonControle(deur.database, bezoek.ctx(), doel, aangeboden.waarde)
    if (gemaakt.ok && gemaakt.waarde.bytes <= METEEN_BYTES) await voerControleUit(deur, aangeboden.waarde)
    return { soort: 'ga-naar', pad: `${padVan(doel)}/${aangeboden.waarde}` }
  } catch (fout) {
    if (!(fout instanceof BestandTeGroot)) throw fout
    return toonKies(bezoek, doel, instelling, [teGroot(fout.grens)])
  }
}

const GEEN_BESTAND: Veldfout = { veld: 'bestand', regel: 'U koos geen bestand.', watTeDoen: 'Kies een RO, GRONDSLAG, OBO, TBG-i of NDJSON-bestand.' }

function teGroot(grens: number): Veldfout {
  return { veld: 'bestand', regel: `Dit bestand is groter dan ${Math.floor(grens / 2 ** 20)} MB.`, watTeDoen: 'Maak twee kleinere bestanden, of lever via het koppelvlak.' }
}

async function toonEen(bezoek: Bezoek, doel: Controledoel, { stijl }: Controleerinstelling, { params, query }: FastifyRequest): Promise<Portaalantwoord> {
  const gelezen = await toonControle(bezoek.deur.database, bezoek.ctx(), doel, String(veldVan(params, 'controleId')))
  if (!gelezen.ok) return NIET_GEVONDEN
  const { omgeving } = bezoek
  const controle = gelezen.waarde
  if (isBezig(controle)) return { soort: 'bladzijde', html: tekenBezig({ omgeving, controle, ververs: stijl.ververs }), haaltBij: true }
  const soort = veldVan(query, 'soort')
  return { soort: 'bladzijde', html: doel === 'controleren' ? tekenResultaat({ omgeving, controle, ververs: stijl.ververs }) : tekenVerschillen({ omgeving, controle, soort: isVerschilsoort(soort) ? soort : null }) }
}

function isBezig({ staat }: Controle): boolean {
  return staat === 'ontvangst' || staat === 'wachtend' || staat === 'bezig'
}

async function toonGroep(bezoek: Bezoek, doel: Controledoel, { params, query }: FastifyRequest): Promise<Portaalantwoord> {
  const blad = await toonBevindingen(bezoek.deur.database, bezoek.ctx(), doel, String(veldVan(params, 'controleId')), Number(veldVan(params, 'nummer')), Number(veldVan(query, 'blad') ?? 1) - 1)
  return blad.ok ? { soort: 'bladzijde', html: tekenGroep({ omgeving: bezoek.omgeving, blad: blad.waarde }) } : NIET_GEVONDEN
}

async function download(bezoek: Bezoek, doel: Controledoel, { params, query }: FastifyRequest): Promise<Portaalantwoord> {
  const gelezen = await toonControle(bezoek.deur.database, bezoek.ctx(), doel, String(veldVan(params, 'controleId')))
  if (!gelezen.ok) return NIET_GEVONDEN
  const groep = veldVan(query, 'groep')
  return maakDownload(bezoek, gelezen.waarde, veldVan(query, 'vorm') === 'ndjson' ? 'ndjson' : 'csv', groep === undefined ? null : Number(groep))
}

async function stop(bezoek: Bezoek, doel: Controledoel, { params }: FastifyRequest): Promise<Portaalantwoord> {
  const gestopt = await stopControle(bezoek.deur.database, bezoek.ctx(), String(veldVan(params, 'controleId')))
  return gestopt ? { soort: 'ga-naar', pad: padVan(doel) } : NIET_GEVONDEN
}

async function lever(bezoek: Bezoek, { params }: FastifyRequest): Promise<Portaalantwoord> {
  const controleId = String(veldVan(params, 'controleId'))
  const geleverd = await leverControle(bezoek.deur.database, bezoek.ctx(), controleId)
  if (geleverd.ok) return { soort: 'ga-naar', pad: `/leveringen/${geleverd.waarde}` }
  // Niet te leveren: het verslag zegt waarom.
  return weigering(geleverd.reden, () => Promise.resolve({ soort: 'ga-naar', pad: `/controleren/${controleId}` }))
}

function weigering(reden: Weigering, bijFouten: (fouten: readonly Veldfout[]) => Promise<Portaalantwoord>): Promise<Portaalantwoord> {
  return reden.soort === 'ongeldig' ? bijFouten(reden.fouten) : Promise.resolve(NIET_GEVONDEN)
}
