import type { FastifyRequest } from 'fastify'
import { gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'
import { bevestigOntkoppelen, deblokkeer, herinnerOverstap, hertoeken, kiesUitnodigingAlsBewijs, nodigUit, overzichtOverstap, type Overstapweigering, stelOntkoppelenVoor, toonGebruikers, toonWatWacht, wijsVoorstelAf } from '../../toegang/index.ts'
import { type Getypt, getyptUit, tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord } from '../kader/route.ts'
import { overstapweigering } from '../overstap/weigering.ts'
import { accountwoordenIn } from '../woorden/accountwoorden.ts'
import { zinBij } from './formulier.ts'
import { type Overstapbladzijde, tekenOverstap } from './overstap.tsx'
import { teksten } from './teksten.ts'

interface Toestand {
  readonly gelukt?: string
  readonly fouten?: readonly Veldfout[]
  readonly bij?: string
  readonly getypt?: Getypt
  readonly mee?: Overstapbladzijde['mee']
  readonly status?: number
}

export async function toonOverstapbord(bezoek: Bezoek, { gelukt: wat = '', fouten = [], bij, getypt = {}, mee = null, status = 200 }: Toestand): Promise<Portaalantwoord> {
  const [ctx, { database }] = [bezoek.ctx(), bezoek.deur]
  const organisatieId = ctx.actor.organisatieId ?? ''
  const [overzicht, beeld, wacht] = [await overzichtOverstap(database, ctx, organisatieId), await toonGebruikers(database, ctx, organisatieId), await toonWatWacht(database, ctx)]
  if (!overzicht.ok || !beeld.ok || !wacht.ok) return { soort: 'fout', fout: 'niet-gevonden' }
  const html = tekenOverstap({
    omgeving: bezoek.omgeving, overzicht: overzicht.waarde, beeld: beeld.waarde, wacht: wacht.waarde, nu: ctx.nu, actorId: ctx.actor.id, fouten, bij: bij ?? null, getypt, gelukt: zinBij(teksten[bezoek.omgeving.taal].overstap.gelukt, wat), mee,
  })
  return { soort: 'bladzijde', html, status }
}

/** Een knop op het bord. Wat eenmalig te lezen is (een code, een tekst om te sturen) komt meteen op de bladzijde. */
export async function doeOverstap(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const bij = String(veldVan(request.params, 'accountId'))
  const doe = tekstVan(request.body, 'doe')
  const uitkomst = await voerUit(bezoek, bij, doe, request.body)
  if (uitkomst === undefined) return { soort: 'fout', fout: 'verzoek-onjuist' }
  if (uitkomst.ok) return uitkomst.waarde === null ? { soort: 'ga-naar', pad: `/beheer/overstap?gelukt=${doe}` } : toonOverstapbord(bezoek, { mee: uitkomst.waarde })
  if (uitkomst.reden.soort === 'niet-gevonden') return { soort: 'fout', fout: 'niet-gevonden' }
  if (uitkomst.reden.soort === 'laatste-beheerder') bezoek.deur.beveiligingslog({ soort: 'laatste-beheerder', code: doe, kenmerk: request.id })
  return toonOverstapbord(bezoek, { ...foutenVan(uitkomst.reden), bij, getypt: getyptUit(request.body, ['doe', 'reden', 'ehAccountId']) })
}

/** T-15: of een code bij deze school het oude middel mag vervangen. */
export async function kiesUitnodigen(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const aan = tekstVan(request.body, 'aan') === 'ja'
  const uitkomst = await kiesUitnodigingAlsBewijs(bezoek.deur, bezoek.ctx(), { brin: String(veldVan(request.params, 'brin')), aan })
  if (uitkomst.ok) return { soort: 'ga-naar', pad: `/beheer/overstap?gelukt=uitnodigen-${aan ? 'aan' : 'uit'}` }
  return uitkomst.reden.soort === 'niet-gevonden' ? { soort: 'fout', fout: 'niet-gevonden' } : toonOverstapbord(bezoek, foutenVan(uitkomst.reden))
}

type Knopuitkomst = Uitkomst<Overstapbladzijde['mee'], Overstapweigering | Weigering>

async function voerUit({ deur, ctx: maakCtx, omgeving: { taal } }: Bezoek, oudAccountId: string, doe: string, body: unknown): Promise<Knopuitkomst | undefined> {
  const [ctx, reden] = [maakCtx(), tekstVan(body, 'reden')]
  const { mee } = teksten[taal].overstap
  switch (doe) {
    case 'herinner':
      return zegMee(await herinnerOverstap(deur.database, ctx, oudAccountId), ({ naam }) => ({ kop: mee.herinnering, tekst: herinnering(naam, deur.basisUrl), isNederlands: true }))
    case 'uitnodigen':
      return zegMee(await nodigUit(deur, ctx, oudAccountId), ({ code, verlooptOp }) => ({ kop: mee.uitnodiging, tekst: `${code}\n\n${mee.zoGaatHet(accountwoordenIn(taal).dag(verlooptOp), `${deur.basisUrl}/overstap/uitnodiging`)}`, isNederlands: false }))
    case 'deblokkeer':
      return zonder(await deblokkeer(deur, ctx, { oudAccountId, reden }))
    case 'hertoeken':
      return zonder(await hertoeken(deur, ctx, { oudAccountId, ehAccountId: tekstVan(body, 'ehAccountId'), reden }))
    case 'ontkoppel':
      return zonder(await stelOntkoppelenVoor(deur, ctx, { oudAccountId, reden }))
    case 'bevestig-ontkoppelen':
      return zonder(await bevestigOntkoppelen(deur, ctx, tekstVan(body, 'voorstelId')))
    case 'wijs-ontkoppelen-af': {
      const uitkomst = await wijsVoorstelAf(deur.database, ctx, tekstVan(body, 'voorstelId'), 'ontkoppelen')
      return uitkomst.ok ? gelukt(null) : uitkomst
    }
    default:
      return undefined
  }
}

function zegMee<T>(uitkomst: Uitkomst<T, Overstapweigering | Weigering>, mee: (waarde: T) => Overstapbladzijde['mee']): Knopuitkomst {
  return uitkomst.ok ? gelukt(mee(uitkomst.waarde)) : uitkomst
}

function zonder<T>(uitkomst: Uitkomst<T, Overstapweigering>): Knopuitkomst {
  return uitkomst.ok ? gelukt(null) : uitkomst
}

function foutenVan(reden: Overstapweigering | Weigering): { readonly fouten: readonly Veldfout[]; readonly status: number } {
  if (reden.soort === 'ongeldig') return { fouten: reden.fouten, status: 400 }
  if (reden.soort === 'ouder-dan-bekend') return { fouten: eis(false, 'token', 'Iemand anders veranderde dit net.', 'Laad de bladzijde opnieuw.'), status: 409 }
  const { titel, zinnen, status } = overstapweigering(reden)
  return { fouten: eis(false, 'token', `${titel}.`, zinnen.join(' ')), status }
}

/** Een brief aan een collega: altijd Nederlands. */
function herinnering(naam: string, basisUrl: string): string {
  return [
    `Beste ${naam === '' ? 'collega' : naam},`, '', 'U logt nog in met uw DUO-token. Dat token werkt binnenkort niet meer.', '', 'Zo stapt u over:',
    '1. Vraag uw machtigingenbeheerder om een eHerkenningsmiddel op niveau EH3 met een machtiging voor DUO.', `2. Log met dat middel in op ${basisUrl}.`, `3. Ga daarna naar ${basisUrl}/overstap en koppel uw oude account. Houd uw token erbij.`, '',
    'Daarna hebt u dezelfde rollen als nu. Het duurt ongeveer vijf minuten.',
  ].join('\n')
}
