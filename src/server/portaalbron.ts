/** Verbindt de bladzijden met het register: elke vraag gaat als actie, met de rechten van wie er kijkt. */
import { toonLeerling, toonLeerlingen, type Leerlinglijst } from '../beslissing/index.ts'
import type { Database } from '../database/index.ts'
import type { Datum } from '../kern/datum.ts'
import type { Normen } from '../normen/index.ts'
import type { Lijstantwoord, Lijstvraag, Portaalbron, Proefidentiteit } from '../portal/index.ts'
import { alsActor, type Actor } from '../toegang/index.ts'

/** Iemand als wie u in de proefomgeving kunt kijken, met haar rechten. */
export interface Proefpersoon {
  readonly identiteit: Proefidentiteit
  readonly actor: Actor
}

export interface Portaalbronkeuze {
  readonly database: Database
  readonly normen: Normen
  readonly proefpersonen: readonly Proefpersoon[]
  readonly opleidingsnamen: Readonly<Record<string, string>>
  readonly vandaag: () => Datum
}

const PER_BLADZIJDE = 50

export function maakPortaalbron({ database, normen, proefpersonen, opleidingsnamen, vandaag }: Portaalbronkeuze): Portaalbron {
  const actoren = new Map(proefpersonen.map(({ identiteit, actor }) => [identiteit.sleutel, actor]))
  return {
    proefidentiteiten: () => Promise.resolve(proefpersonen.map(({ identiteit }) => identiteit)),
    async toonLeerling({ sleutel }, deelnemerId, peildatum, bekendOp) {
      const actor = actoren.get(sleutel)
      if (actor === undefined) return undefined
      const beeld = await alsActor(database, actor, (trx) => toonLeerling(trx, actor, deelnemerId, { peildatum, bekendOp }, vandaag(), normen))
      return beeld.ok ? { ...beeld.waarde, opleidingsnamen } : undefined
    },
    async toonLeerlingen({ sleutel }, vraag) {
      const actor = actoren.get(sleutel)
      if (actor === undefined) return NIETS
      return vraagLijst(database, actor, vraag, vandaag())
    },
  }
}

const NIETS: Lijstantwoord = { regels: [], volgende: null, totaal: 0, scholen: [], codes: [], bedoeld: null }

async function vraagLijst(database: Database, actor: Actor, vraag: Lijstvraag, vandaag: Datum): Promise<Lijstantwoord> {
  const zoek = async (naam: string | null): Promise<Leerlinglijst | undefined> => {
    const verzoek = { zoek: naam, school: vraag.school, code: vraag.code, na: vraag.cursor, aantal: PER_BLADZIJDE }
    const lijst = await alsActor(database, actor, (trx) => toonLeerlingen(trx, actor, verzoek, vandaag))
    return lijst.ok ? lijst.waarde : undefined
  }
  const lijst = await zoek(vraag.zoek)
  if (lijst === undefined) return NIETS
  const niets = lijst.regels.length === 0 && vraag.zoek !== null && vraag.cursor === null
  return { ...lijst, bedoeld: niets ? await naasteNaam(vraag.zoek ?? '', zoek) : null }
}

const BEGIN = 4

/** Een typefout zit zelden in de eerste letters: zoek op het begin, en noem het woord dat daarmee begint. */
async function naasteNaam(getypt: string, zoek: (naam: string) => Promise<Leerlinglijst | undefined>): Promise<string | null> {
  const begin = getypt.trim().slice(0, BEGIN)
  if (begin.length < BEGIN || begin === getypt.trim()) return null
  const namen = (await zoek(begin))?.regels.flatMap(({ naam }) => naam?.split(/\s+/) ?? []) ?? []
  return namen.find((woord) => woord.toLowerCase().startsWith(begin.toLowerCase())) ?? null
}
