/** Een browser zonder venster voor de proefmakelaar: volgt omleidingen, bewaart koekjes, en kiest een medewerker of stopt. */

export type Keuze = { readonly medewerker: string } | { readonly annuleer: 'ja' }

export interface Bezoek {
  /** De bladzijde met de keuze, zoals zij op het scherm komt. */
  readonly bladzijde: string
  readonly koppen: Headers
  /** Het adres waar de makelaar de browser met zijn antwoord heen stuurt; dat adres wordt niet bezocht. */
  readonly antwoord: URL
}

const MEESTE_SPRONGEN = 10

/** Met dezelfde koekjes is het dezelfde browser. Gooit met de status als de makelaar iets anders doet dan een keuze tonen en doorsturen. */
export async function loopLangsMakelaar(begin: string, keuze: Keuze, koekjes = new Map<string, string>()): Promise<Bezoek> {
  const makelaar = new URL(begin).origin
  const eerste = await volg(koekjes, makelaar, new URL(begin))
  if (eerste.antwoord?.status !== 200) throw new Error(`de makelaar toont geen keuze: ${eerste.antwoord?.status ?? eerste.adres.href}`)
  const bladzijde = await eerste.antwoord.text()
  const tweede = await volg(koekjes, makelaar, eerste.adres, new URLSearchParams(keuze))
  if (tweede.antwoord !== undefined) throw new Error(`de makelaar stuurt niet door: ${tweede.antwoord.status}`)
  return { bladzijde, koppen: eerste.antwoord.headers, antwoord: tweede.adres }
}

interface Stand {
  readonly adres: URL
  /** Ontbreekt als het adres niet van de makelaar is. */
  readonly antwoord?: Response
}

async function volg(koekjes: Map<string, string>, makelaar: string, begin: URL, formulier?: URLSearchParams): Promise<Stand> {
  let [adres, body] = [begin, formulier]
  for (let sprong = 0; sprong < MEESTE_SPRONGEN; sprong += 1) {
    if (adres.origin !== makelaar) return { adres }
    const kop = [...koekjes].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ')
    const antwoord: Response = await fetch(adres, { redirect: 'manual', headers: { cookie: kop }, ...(body === undefined ? {} : { method: 'POST', body }) })
    for (const koekje of antwoord.headers.getSetCookie()) {
      const [naam = '', waarde = ''] = (koekje.split(';')[0] ?? '').split(/=(.*)/s)
      koekjes.set(naam, waarde)
    }
    const naar = antwoord.headers.get('location')
    if (naar === null) return { adres, antwoord }
    adres = new URL(naar, adres)
    body = undefined
  }
  throw new Error('de makelaar blijft doorsturen')
}
