import { createHmac } from 'node:crypto'
import { eis, type Veldfout } from '../../kern/weigering.ts'

const VOORVOEGSEL = 'whsec_'
const KORTSTE = 24
const LANGSTE = 64

/** Het geheim zoals de open afspraak Standard Webhooks het schrijft. */
export function controleerGeheim(geheim: string): readonly Veldfout[] {
  const bytes = leesGeheim(geheim)
  return eis(bytes !== undefined && bytes.length >= KORTSTE && bytes.length <= LANGSTE, 'geheim', 'Het geheim is whsec_ en daarachter 24 tot 64 willekeurige bytes in base64.',
    'Maak er een met: echo "whsec_$(openssl rand -base64 32)". Bewaar het: u krijgt het hier nooit terug te zien.', 'S-44')
}

/**
 * S-44: de koppen van een ondertekend bericht, volgens Standard Webhooks: HMAC-SHA-256 over `id.tijd.lichaam`. De tijd telt
 * mee, zodat een ontvanger een oud bericht dat opnieuw wordt gestuurd kan weigeren.
 */
export function onderteken(geheim: string, id: string, tijdMs: number, lichaam: string): Readonly<Record<string, string>> {
  const sleutel = leesGeheim(geheim)
  if (sleutel === undefined) throw new Error('het bewaarde geheim heeft niet de vorm whsec_...')
  const tijd = String(Math.floor(tijdMs / 1_000))
  const handtekening = createHmac('sha256', sleutel).update(`${id}.${tijd}.${lichaam}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': tijd, 'webhook-signature': `v1,${handtekening}` }
}

function leesGeheim(geheim: string): Buffer | undefined {
  const tekst = geheim.slice(VOORVOEGSEL.length)
  if (!geheim.startsWith(VOORVOEGSEL) || !/^[A-Za-z0-9+/]+={0,2}$/.test(tekst)) return undefined
  return Buffer.from(tekst, 'base64')
}
