/** S-04: of een formulier van deze site komt en van deze sessie. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Omgeving } from './bladzijde.tsx'

/** Hoort bij een sessie en gaat als verborgen veld mee met elk formulier. Verandert dus bij elke inlog. */
export function maakBewijs(sessieHash: Buffer, sleutel: Uint8Array): string {
  return createHmac('sha256', sleutel).update(`csrf:${sessieHash.toString('hex')}`).digest('base64url')
}

export function isBewijs(gegeven: unknown, sessieHash: Buffer, sleutel: Uint8Array): boolean {
  if (typeof gegeven !== 'string') return false
  const [links, rechts] = [Buffer.from(gegeven), Buffer.from(maakBewijs(sessieHash, sleutel))]
  return links.length === rechts.length && timingSafeEqual(links, rechts)
}

/** Het verborgen veld voor in een `<form method="post">`; zonder sessie is er niets te bewijzen. */
export function Formulierbewijs({ omgeving }: { omgeving: Pick<Omgeving, 'ingelogd'> }) {
  return omgeving.ingelogd === null ? null : <input type="hidden" name="csrf" value={omgeving.ingelogd.csrf} />
}

type Koppen = Pick<FastifyRequest['headers'], 'origin' | 'sec-fetch-site' | 'host'>

/**
 * Waar de browser zegt dat het formulier vandaan komt. `onbekend`: de browser zegt niets; dan telt alleen het bewijs van de sessie.
 * De Host is al gecontroleerd voor een verzoek hier komt; `null` als Origin is een verborgen herkomst en dus vreemd.
 */
export function herkomstVan({ origin, 'sec-fetch-site': site, host }: Koppen, instelling: { readonly basisUrl: string; readonly https: boolean }): 'eigen' | 'vreemd' | 'onbekend' {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'vreemd'
  if (origin !== undefined) return isEigenOrigin(origin, host, instelling) ? 'eigen' : 'vreemd'
  return site === 'same-origin' ? 'eigen' : 'onbekend'
}

function isEigenOrigin(origin: string, host: string | undefined, { basisUrl, https }: { readonly basisUrl: string; readonly https: boolean }): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  if (url.origin !== origin) return false
  if (url.origin === new URL(basisUrl).origin) return true
  // De server luistert ook onder een loopback-naam, of op een poort die het besturingssysteem koos.
  return url.protocol === (https ? 'https:' : 'http:') && host !== undefined && url.host === host.toLowerCase()
}
