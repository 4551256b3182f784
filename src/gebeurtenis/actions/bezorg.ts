import { type Database, inSpoor, uitgaandeTraceparent, uuidv7 } from '../../database/index.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import { alsActor, type Kluis, machineWerktNog, systeemactor } from '../../toegang/index.ts'
import { volgendePoging } from '../rules/bezorgplan.ts'
import { maakCloudEvent } from '../rules/cloudevent.ts'
import { findMaker, leesAchterlopende, leesWachtende, stopAbonnement } from '../store/abonnement.ts'
import { type Bezorgtaak, type Bezorguitkomst, claimAfleveringen, deelUit, legBezorgingVast } from '../store/aflevering.ts'
import { onderteken } from '../webhook/handtekening.ts'
import type { Verzender, Verzenduitkomst } from '../webhook/verzender.ts'
import { geheimplaats } from './beheer-abonnementen.ts'

export interface Bezorgbenodigdheden {
  readonly database: Database
  readonly kluis: Kluis
  readonly nu: () => Date
  readonly verzend: Verzender
  readonly basisUrl: string
  /** 0 tot 1. */
  readonly toeval: () => number
}

const SYSTEEM = systeemactor('bezorger')
const REEKS = 500
/** Ruim langer dan een poging kan duren; valt een proces weg, dan neemt een ander het na deze tijd over. */
const BEZIG_MS = 60_000

/** Maakt de afleveringen van wat er in het logboek bij kwam. Geeft de abonnementen waarheen nu iets te bezorgen is. */
export async function deelGebeurtenissenUit({ database, nu }: Bezorgbenodigdheden): Promise<readonly string[]> {
  for (const id of await alsActor(database, SYSTEEM, leesAchterlopende)) {
    let bekeken = REEKS
    while (bekeken === REEKS) bekeken = await alsActor(database, SYSTEEM, (trx) => deelUit(trx, id, REEKS, moment(nu())))
  }
  return alsActor(database, SYSTEEM, (trx) => leesWachtende(trx, moment(nu())))
}

/**
 * Neemt hooguit zoveel bezorgingen van een abonnement die nu aan de beurt zijn. Een abonnement van een leverancier wiens mandaat
 * voorbij is stopt hier: anders bleven er berichten naar hem gaan (M-02).
 */
export async function neemBezorgingen({ database, nu }: Bezorgbenodigdheden, abonnementId: string, aantal: number): Promise<readonly Bezorgtaak[]> {
  const nuMs = nu().getTime()
  const wie = { bezigDoor: uuidv7(), nu: moment(nu()), bezigTot: moment(new Date(nuMs + BEZIG_MS)) }
  return alsActor(database, SYSTEEM, async (trx) => {
    const maker = await findMaker(trx, abonnementId)
    if (maker === undefined || await machineWerktNog(trx, maker.door, 'abonnement:beheren', maker.brin, wie.nu)) return claimAfleveringen(trx, abonnementId, aantal, wie)
    await stopAbonnement(trx, abonnementId, 'Het mandaat van de leverancier die dit abonnement maakte, geldt niet meer.', wie.nu)
    return []
  })
}

/** Bezorgt één gebeurtenis en legt vast hoe het ging. Een 2xx is bezorgd; al het andere komt later terug. */
export async function bezorg(nodig: Bezorgbenodigdheden, taak: Bezorgtaak): Promise<Bezorguitkomst['staat']> {
  return inSpoor('webhook-aflevering', {}, async () => {
    const { database, kluis, nu, verzend, basisUrl } = nodig
    const geheim = kluis.ontsleutelBytes(taak.geheim.versleuteld, taak.geheim.sleutelId, geheimplaats(taak.abonnementId)).toString('utf8')
    const lichaam = JSON.stringify(maakCloudEvent(taak.gebeurtenis, basisUrl, taak.volgnummer))
    const spoor = uitgaandeTraceparent()
    const uitkomst = await verzend({
      url: taak.url, methode: 'POST', lichaam,
      koppen: {
        'content-type': 'application/cloudevents+json; charset=utf-8', 'user-agent': 'Leerroute', ...(spoor === undefined ? {} : { traceparent: spoor }),
        ...onderteken(geheim, taak.gebeurtenis.id, nu().getTime(), lichaam),
      },
    })
    const gevolg = beoordeel(nodig, taak, uitkomst)
    await alsActor(database, SYSTEEM, async (trx) => {
      await legBezorgingVast(trx, taak, gevolg)
      if (uitkomst.soort === 'antwoord' && uitkomst.status === GEEN_BERICHTEN_MEER) await stopAbonnement(trx, taak.abonnementId, 'Uw adres antwoordde 410: het wil geen berichten meer.', gevolg.nu)
    })
    return gevolg.staat
  })
}

const GEEN_BERICHTEN_MEER = 410

function beoordeel(nodig: Bezorgbenodigdheden, taak: Bezorgtaak, uitkomst: Verzenduitkomst): Bezorguitkomst {
  const nuMs = nodig.nu().getTime()
  const nu = moment(new Date(nuMs))
  const woord = uitkomst.soort === 'antwoord' ? `HTTP ${uitkomst.status}` : uitkomst.storing
  if (uitkomst.soort === 'antwoord' && uitkomst.status >= 200 && uitkomst.status < 300) return { nu, uitkomst: woord, volgende: undefined, staat: 'bezorgd' }
  const volgende = volgendePoging({
    pogingen: taak.pogingen + 1, eersteMs: taak.eersteMs ?? nuMs, nuMs, toeval: nodig.toeval(), gevraagdMs: uitkomst.soort === 'antwoord' ? leesRetryAfter(uitkomst.koppen['retry-after']) : 0,
  })
  if (volgende === undefined) return { nu, uitkomst: woord, volgende: undefined, staat: 'opgegeven' }
  return { nu, uitkomst: woord, volgende: moment(new Date(volgende)), staat: 'wachtend' }
}

/** Alleen seconden; een datum komt bij webhooks niet voor. */
function leesRetryAfter(kop: string | readonly string[] | undefined): number {
  return typeof kop === 'string' && /^\d{1,9}$/.test(kop) ? Number(kop) * 1_000 : 0
}

function moment(dag: Date): Moment {
  return momentVan(dag)
}
