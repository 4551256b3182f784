/** Wat een browser doet tussen ons en een IdP: het verzoek brengen, doorverwijzingen en formulieren volgen, koekjes bewaren. */
import type { Browserstap, Inlogantwoord } from '../../src/toegang/eherkenning/identiteit.ts'

const MEESTE_STAPPEN = 8

/** Brengt het verzoek naar de IdP en geeft het antwoord zoals het bij ons binnenkomt. Een IdP die niet naar ons terugkeert is een fout met wat hij zei. */
export async function bezoekIdp(stap: Browserstap, onsAdres: string, koppen: Readonly<Record<string, string>> = {}): Promise<Inlogantwoord> {
  const koekjes = new Map<string, string>()
  let nu: { readonly adres: string; readonly velden?: Readonly<Record<string, string>> } = stap.soort === 'ga-naar' ? { adres: stap.adres } : { adres: stap.adres, velden: stap.velden }
  for (let keer = 0; keer < MEESTE_STAPPEN; keer += 1) {
    if (nu.adres.split('?')[0] === onsAdres) {
      return { methode: nu.velden === undefined ? 'GET' : 'POST', adres: new URL(nu.adres), velden: nu.velden ?? {} }
    }
    const antwoord = await fetch(nu.adres, {
      redirect: 'manual', method: nu.velden === undefined ? 'GET' : 'POST',
      headers: { ...koppen, ...(koekjes.size > 0 ? { cookie: [...koekjes].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ') } : {}) },
      ...(nu.velden === undefined ? {} : { body: new URLSearchParams(nu.velden) }),
    })
    for (const koekje of antwoord.headers.getSetCookie()) {
      const [, naam = '', waarde = ''] = /^([^=]+)=([^;]*)/.exec(koekje) ?? []
      koekjes.set(naam, waarde)
    }
    const tekst = await antwoord.text()
    const verder = antwoord.headers.get('location')
    nu = verder === null ? leesFormulier(tekst, antwoord.status) : { adres: new URL(verder, nu.adres).href }
  }
  throw new Error('de IdP bleef doorverwijzen')
}

function leesFormulier(html: string, status: number): { readonly adres: string; readonly velden: Readonly<Record<string, string>> } {
  const adres = /<form[^>]*action="([^"]+)"/.exec(html)?.[1]
  // Een foutpagina heeft ook een formulier, om de fout te melden.
  if (adres === undefined || !html.includes('name="SAMLResponse"')) throw new Error(`de IdP gaf geen antwoord voor ons (status ${status}): ${html.replace(/<[^>]+>|\s+/g, ' ').trim().slice(0, 600)}`)
  const velden = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([invoer]) => [/name="([^"]*)"/.exec(invoer)?.[1] ?? '', ontsnap(/value="([^"]*)"/.exec(invoer)?.[1] ?? '')] as const)
  return { adres: ontsnap(adres), velden: Object.fromEntries(velden) }
}

function ontsnap(tekst: string): string {
  return tekst.replaceAll('&quot;', '"').replaceAll('&#039;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
