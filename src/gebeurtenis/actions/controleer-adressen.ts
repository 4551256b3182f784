import { type Moment, momentVan } from '../../kern/datum.ts'
import { alsActor, systeemactor } from '../../toegang/index.ts'
import { claimControles, legControleVast, type TeControleren } from '../store/abonnement.ts'
import type { Verzenduitkomst } from '../webhook/verzender.ts'
import type { Bezorgbenodigdheden } from './bezorg.ts'

const SYSTEEM = systeemactor('bezorger')
const BEZIG_MS = 60_000
const EERSTE_WACHT_MS = 10_000
const LANGSTE_WACHT_MS = 3_600_000
const OPGEVEN_NA_MS = 24 * 3_600_000

/**
 * Vraagt elk nieuw adres of het berichten van ons wil (CloudEvents HTTP webhook 4: OPTIONS met WebHook-Request-Origin). Zonder
 * instemming gaat er niets heen, zodat niemand ons naar een ander kan laten sturen. Geeft hoeveel er bekeken zijn.
 */
export async function controleerAdressen(nodig: Bezorgbenodigdheden): Promise<number> {
  const { database, nu } = nodig
  const nuMs = nu().getTime()
  const werk = await alsActor(database, SYSTEEM, (trx) => claimControles(trx, moment(nuMs), moment(nuMs + BEZIG_MS)))
  await Promise.all(werk.map((een) => controleer(nodig, een)))
  return werk.length
}

async function controleer(nodig: Bezorgbenodigdheden, werk: TeControleren): Promise<void> {
  const herkomst = new URL(nodig.basisUrl).host
  const antwoord = await nodig.verzend({ url: werk.url, methode: 'OPTIONS', koppen: { 'webhook-request-origin': herkomst, 'user-agent': 'Leerroute' } })
  const bezwaar = bezwaarVan(antwoord, herkomst)
  const nuMs = nodig.nu().getTime()
  const nu = moment(nuMs)
  const wacht = Math.min(LANGSTE_WACHT_MS, EERSTE_WACHT_MS * 2 ** Math.min(werk.pogingen, 20))
  const uitkomst = bezwaar === undefined ? { staat: 'actief' as const, reden: null, controleNa: nu, nu }
    : { staat: nuMs + wacht - werk.aangemaaktMs > OPGEVEN_NA_MS ? ('afgewezen' as const) : ('wacht-op-controle' as const), reden: bezwaar, controleNa: moment(nuMs + wacht), nu }
  await alsActor(nodig.database, SYSTEEM, (trx) => legControleVast(trx, werk, uitkomst))
}

/** Waarom een antwoord geen instemming is, met wat te doen; undefined als het dat wel is. */
function bezwaarVan(uitkomst: Verzenduitkomst, herkomst: string): string | undefined {
  if (uitkomst.soort === 'storing') return `Uw adres is niet te bereiken: ${uitkomst.storing}. Controleer de url.`
  if (uitkomst.status < 200 || uitkomst.status > 299) return `Uw adres antwoordde ${uitkomst.status} op OPTIONS. Antwoord 200 met de kop WebHook-Allowed-Origin: ${herkomst}.`
  const toegestaan = uitkomst.koppen['webhook-allowed-origin']
  if (typeof toegestaan === 'string' && toegestaan.split(',').some((een) => ['*', herkomst.toLowerCase()].includes(een.trim().toLowerCase()))) return undefined
  return `Uw adres stemde niet in. Antwoord op OPTIONS met de kop WebHook-Allowed-Origin: ${herkomst}.`
}

function moment(ms: number): Moment {
  return momentVan(ms)
}
