/** Maakt van een pad met parameters echte paden: de sleutels komen uit de lijst erboven, met de sleutel van wie haar mag zien. */
import type { Operatie } from './operaties.ts'

/** Iets wat bestaat, en de aanroeper die het ziet. */
export interface Plek {
  readonly pad: string
  readonly sleutel: string
}

type Stuur = (methode: string, pad: string, koppen: Readonly<Record<string, string>>) => Promise<{ readonly status: number; readonly tekst: string }>

/** Parameters die niet in een lijst staan, met waarden die in de verzonnen regio iets raken. */
export const VAST: Readonly<Record<string, readonly string[]>> = {
  brin: ['21MB', '22MC', '11VA'], code: ['15VD', '21MB'], teldatum: ['2025-10-01'],
}
const MEESTE = 16

export function maakPadenzoeker(stuur: Stuur, sleutels: readonly string[]): (operatie: Operatie) => Promise<readonly Plek[]> {
  const lijsten = new Map<string, Promise<readonly Record<string, unknown>[]>>()
  const lijst = (pad: string, sleutel: string): Promise<readonly Record<string, unknown>[]> => {
    const naam = `${sleutel} ${pad}`
    const bekend = lijsten.get(naam)
    if (bekend !== undefined) return bekend
    const nieuw = leesLijst(stuur, pad, sleutel)
    lijsten.set(naam, nieuw)
    return nieuw
  }
  const vul = async (delen: readonly string[], sleutel: string): Promise<readonly string[]> => {
    let paden: readonly string[] = ['']
    for (const deel of delen) {
      const naam = /^\{(.*)\}$/.exec(deel)?.[1]
      const volgende: string[] = []
      for (const pad of paden) {
        const waarden = naam === undefined ? [deel] : waardenVan(naam, await lijst(pad, sleutel))
        volgende.push(...waarden.map((waarde) => `${pad}/${encodeURIComponent(waarde)}`))
        // Een vast deel van het pad kost geen verzoek: dan vallen er ook geen paden af voor er iets gevonden is.
        if (naam !== undefined && volgende.length >= MEESTE) break
      }
      paden = volgende
    }
    return paden
  }
  return async (operatie) => {
    const delen = operatie.pad.split('/').slice(1)
    const perSleutel = await Promise.all(sleutels.map(async (sleutel) => (await vul(delen, sleutel)).map((pad) => ({ pad, sleutel }))))
    return perSleutel.flat()
  }
}

async function leesLijst(stuur: Stuur, pad: string, sleutel: string): Promise<readonly Record<string, unknown>[]> {
  const { status, tekst } = await stuur('GET', pad, { authorization: `Bearer ${sleutel}` })
  if (status !== 200) return []
  const inhoud: unknown = JSON.parse(tekst)
  const regels: unknown = typeof inhoud === 'object' && inhoud !== null ? Reflect.get(inhoud, 'regels') : undefined
  return Array.isArray(regels) ? (regels as Record<string, unknown>[]) : []
}

/** Het veld met de naam van de parameter, in de regel zelf of een laag dieper; anders een vaste waarde. */
function waardenVan(naam: string, regels: readonly Record<string, unknown>[]): readonly string[] {
  const gevonden = regels.flatMap((regel) => [regel, ...Object.values(regel)]).map((deel) => (typeof deel === 'object' && deel !== null ? (Reflect.get(deel, naam) as unknown) : undefined))
  const teksten = [...new Set(gevonden.filter((waarde) => typeof waarde === 'string'))]
  return teksten.length > 0 ? teksten : (VAST[naam] ?? [])
}
