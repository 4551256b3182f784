/** Inloggen met het oude middel (T-19, T-21). Wie al met iets anders is ingelogd, krijgt een nieuwe sessie; de oude eindigt (S-02). */
import type { FastifyRequest } from 'fastify'
import { leesLaatsteTokendagen, logInMetToken, systeemactor, type Overstapweigering } from '../../toegang/index.ts'
import { momentVan } from '../../kern/datum.ts'
import { veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { overstapweigering } from '../overstap/weigering.ts'
import type { Taal } from '../kader/taal.ts'
import { datumsIn } from '../woorden/datums.ts'
import { tekenTokeninlog } from './page.tsx'
import { teksten } from './teksten.ts'

const MAX_TEKENS = 200
/** Een wachtwoord narekenen kost veel. Raden stopt veel eerder, per account en per organisatie (T-12). */
const PER_NETWERK = 120

export const tokenroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/inloggen/token', toegang: 'openbaar', verwerk: (bezoek) => toon(bezoek, null, '') },
  { methode: 'POST', pad: '/inloggen/token', toegang: 'openbaar', perNetwerk: PER_NETWERK, verwerk: logIn },
]

async function logIn(bezoek: Bezoek, request: FastifyRequest): Promise<Portaalantwoord> {
  const { deur, wie } = bezoek
  const [gebruikersnaam, wachtwoord, code] = [veld(request, 'gebruikersnaam'), veld(request, 'wachtwoord'), veld(request, 'code')]
  const ctx = { actor: systeemactor('token'), nu: momentVan(deur.nu()), kluis: deur.kluis }
  const ingelogd = await logInMetToken(deur, ctx, { gebruikersnaam, wachtwoord, code, oudeSessie: wie?.sessieHash ?? null, netwerk: bezoek.netwerk })
  if (ingelogd.ok) return { soort: 'ga-naar', pad: '/', nieuweSessie: ingelogd.waarde.koekje }
  deur.beveiligingslog({ soort: 'token-geweigerd', code: ingelogd.reden.soort, kenmerk: request.id })
  return toon(bezoek, ingelogd.reden, gebruikersnaam)
}

async function toon({ deur, omgeving }: Bezoek, reden: Overstapweigering | null, getypt: string): Promise<Portaalantwoord> {
  const fout = reden === null ? null : overstapweigering(reden, omgeving.taal)
  const laatsteDagen = dagzinnen(await leesLaatsteTokendagen(deur.database, deur.nu()), omgeving.taal)
  return { soort: 'bladzijde', html: tekenTokeninlog({ omgeving, fout, getypt, laatsteDagen }), ...(fout === null ? {} : { status: fout.status }) }
}

function dagzinnen(dagen: Awaited<ReturnType<typeof leesLaatsteTokendagen>>, taal: Taal): readonly string[] {
  const [tekst, { lang }] = [teksten[taal], datumsIn(taal)]
  const [eerste, laatste] = [dagen[0], dagen.at(-1)]
  if (eerste === undefined || laatste === undefined) return []
  return [eerste === laatste ? tekst.laatsteDag(lang(eerste)) : tekst.laatsteDagen(lang(eerste), lang(laatste))]
}

function veld(request: FastifyRequest, naam: string): string {
  const waarde = veldVan(request.body, naam)
  return typeof waarde === 'string' && waarde.length <= MAX_TEKENS ? waarde : ''
}
