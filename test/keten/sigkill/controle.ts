/** De controle na afloop: weet alleen wat er verstuurd is en wat er over REST te lezen is. */
import { BRIN, volgnummerVan, type Verzending } from './verzending.ts'

export interface Lezer {
  json(pad: string): Promise<unknown>
  tekst(pad: string): Promise<string>
}

export interface Bevinding {
  readonly wat: string
  readonly voorbeelden: readonly string[]
}

interface Terugkoppeling { readonly regelnummer: number; readonly uitkomst: string; readonly deelnemerId: string | null }

/** Alle afwijkingen; leeg = niets verloren en niets dubbel. `steekproef`: van zo veel studenten wordt het register zelf nagelezen. */
export async function controleer(lezer: Lezer, aanleveringId: string, verzending: Verzending, steekproef: number): Promise<readonly Bevinding[]> {
  const regels = (await lezer.tekst(`/v1/aanleveringen/${aanleveringId}/terugkoppelingsbestand`)).split('\n').filter((regel) => regel !== '').map((regel) => JSON.parse(regel) as Terugkoppeling)
  const { bevindingen, deelnemers } = vergelijkAntwoorden(regels, verzending)
  return [...bevindingen, ...(await vergelijkLijst(lezer, deelnemers)), ...(await vergelijkRegister(lezer, verzending, deelnemers, steekproef))]
}

function vergelijkAntwoorden(regels: readonly Terugkoppeling[], { verwacht }: Verzending) {
  const gekregen = Map.groupBy(regels, ({ regelnummer }) => regelnummer)
  const dubbel = [...gekregen].filter(([, antwoorden]) => antwoorden.length > 1).map(([nummer]) => `regel ${nummer}`)
  const ontbreekt = verwacht.filter(({ regelnummer }) => !gekregen.has(regelnummer)).map(({ regelnummer }) => `regel ${regelnummer}`)
  const bekend = new Set(verwacht.map(({ regelnummer }) => regelnummer))
  const teveel = regels.filter(({ regelnummer }) => !bekend.has(regelnummer)).map(({ regelnummer }) => `regel ${regelnummer}`)
  // Een deel dat twee keer werd verwerkt geeft de tweede keer `ongewijzigd` in plaats van `nieuw`.
  const anders = verwacht.flatMap(({ regelnummer, uitkomst }) => {
    const antwoord = gekregen.get(regelnummer)?.[0]
    return antwoord === undefined || antwoord.uitkomst === uitkomst ? [] : [`regel ${regelnummer}: ${antwoord.uitkomst} in plaats van ${uitkomst}`]
  })
  const deelnemers = new Map<number, Set<string>>()
  for (const { regelnummer, student } of verwacht) {
    const id = gekregen.get(regelnummer)?.[0]?.deelnemerId
    if (student !== null && id) deelnemers.set(student, (deelnemers.get(student) ?? new Set()).add(id))
  }
  const gesplitst = [...deelnemers].filter(([, ids]) => ids.size > 1).map(([student]) => `student ${student}`)
  const gedeeld = deelnemers.size - new Set([...deelnemers.values()].flatMap((ids) => [...ids])).size
  const volgorde = regels.some(({ regelnummer }, i) => i > 0 && regelnummer <= (regels[i - 1]?.regelnummer ?? 0))
  return {
    deelnemers,
    bevindingen: [
      ...meld('twee antwoorden op een record', dubbel), ...meld('geen antwoord op een record', ontbreekt), ...meld('een antwoord op niets', teveel), ...meld('een ander antwoord dan verwacht', anders),
      ...meld('een student met twee sleutels', gesplitst), ...meld('studenten met dezelfde sleutel', gedeeld > 0 && gesplitst.length === 0 ? [String(gedeeld)] : []), ...meld('antwoorden niet op volgorde', volgorde ? ['ja'] : []),
    ],
  }
}

/** De lijst van de school bevat elke student precies een keer, en geen student die niemand leverde. */
async function vergelijkLijst(lezer: Lezer, deelnemers: ReadonlyMap<number, ReadonlySet<string>>): Promise<readonly Bevinding[]> {
  const geleverd = new Set([...deelnemers.values()].flatMap((ids) => [...ids]))
  const gezien = new Map<string, number>()
  let cursor: string | null = null
  const vreemd: string[] = []
  do {
    const blad = (await lezer.json(`/v1/deelnemers?school=${BRIN}&pageSize=250${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)) as { regels: { deelnemerId: string; naam?: string | null }[]; volgende: string | null }
    for (const { deelnemerId, naam } of blad.regels) {
      gezien.set(deelnemerId, (gezien.get(deelnemerId) ?? 0) + 1)
      if (naam?.startsWith('Proef Sigkill') && !geleverd.has(deelnemerId)) vreemd.push(deelnemerId)
    }
    cursor = blad.volgende
  } while (cursor !== null)
  return [
    ...meld('een student staat niet in de lijst van de school', [...geleverd].filter((id) => !gezien.has(id))),
    ...meld('een student staat er twee keer', [...gezien].filter(([, aantal]) => aantal > 1).map(([id]) => id)),
    ...meld('een student in het register zonder antwoord', vreemd),
  ]
}

/** Leest van een steekproef de inschrijving met haar hele geschiedenis, en de gemiste uren. */
async function vergelijkRegister(lezer: Lezer, { studenten }: Verzending, deelnemers: ReadonlyMap<number, ReadonlySet<string>>, steekproef: number): Promise<readonly Bevinding[]> {
  const stap = Math.max(1, Math.floor(studenten.length / steekproef))
  const fouten: string[] = []
  for (let i = 0; i < studenten.length; i += stap) {
    const [id] = deelnemers.get(i) ?? []
    const verwacht = studenten[i]
    if (id === undefined || verwacht === undefined) continue
    const alle = (await lezer.json(`/v1/deelnemers/${id}/inschrijvingen`)) as { regels: { inschrijvingId: string; inschrijving: { datumUitschrijving?: string | null } }[] }
    const sleutels = alle.regels.map(({ inschrijvingId }) => inschrijvingId)
    if (sleutels.join() !== `${BRIN}-${volgnummerVan(i)}`) fouten.push(`student ${i}: inschrijvingen ${sleutels.join(' ') || 'geen'}`)
    if (Boolean(alle.regels[0]?.inschrijving.datumUitschrijving) !== verwacht.uitgeschreven) fouten.push(`student ${i}: uitschrijving klopt niet`)
    const standen = (await lezer.json(`/v1/deelnemers/${id}/inschrijvingen/${BRIN}-${volgnummerVan(i)}/standen`)) as { regels: unknown[] }
    if (standen.regels.length !== verwacht.standen) fouten.push(`student ${i}: ${standen.regels.length} standen in plaats van ${verwacht.standen}`)
    const afwezig = (await lezer.json(`/v1/deelnemers/${id}/afwezigheden`)) as { regels: unknown[] }
    if (afwezig.regels.length !== (verwacht.afwezig ? 1 : 0)) fouten.push(`student ${i}: ${afwezig.regels.length} keer afwezig`)
  }
  return meld('het register zegt iets anders dan geleverd is', fouten)
}

function meld(wat: string, voorbeelden: readonly string[]): readonly Bevinding[] {
  return voorbeelden.length === 0 ? [] : [{ wat: `${wat} (${voorbeelden.length})`, voorbeelden: voorbeelden.slice(0, 5) }]
}
