/** S-18: hoeveel verzoeken een aanroeper en een organisatie mogen doen, bij elke deur. Een emmer per naam, die gelijkmatig weer volloopt. */
import type { Actor } from './actor.ts'

export interface Limiet {
  /** Neemt een verzoek van de voorraad. Geeft 0, of hoeveel seconden de aanroeper moet wachten. */
  wachtSeconden(aanroeper: string, nuMs: number): number
  /** Legt een genomen verzoek terug: het telt bij nader inzien niet. */
  geefTerug(aanroeper: string): void
}

/** @param perMinuut zoveel verzoeken mogen er per minuut, waarvan zoveel ineens; 0 is geen grens. */
export function maakLimiet(perMinuut: number): Limiet {
  if (perMinuut === 0) return { wachtSeconden: () => 0, geefTerug: () => undefined }
  const emmers = new Map<string, { over: number; op: number }>()
  const perMs = perMinuut / MINUUT_MS
  let opgeruimdOp = 0
  return {
    wachtSeconden(aanroeper, nuMs) {
      if (nuMs - opgeruimdOp > MINUUT_MS) {
        opgeruimdOp = nuMs
        // Na een minuut stilte is elke emmer vol: vergeten is dan hetzelfde als bewaren.
        for (const [naam, { op }] of emmers) if (nuMs - op >= MINUUT_MS) emmers.delete(naam)
      }
      const eerder = emmers.get(aanroeper)
      const over = eerder === undefined ? perMinuut : Math.min(perMinuut, eerder.over + Math.max(0, nuMs - eerder.op) * perMs)
      const mag = over >= 1
      emmers.set(aanroeper, { over: mag ? over - 1 : over, op: nuMs })
      return mag ? 0 : Math.max(1, Math.ceil((1 - over) / perMs / 1000))
    },
    geefTerug(aanroeper) {
      const emmer = emmers.get(aanroeper)
      if (emmer !== undefined) emmer.over = Math.min(perMinuut, emmer.over + 1)
    },
  }
}

const MINUUT_MS = 60_000

export interface Beller {
  /** Een account, een systeem of een netwerk. */
  readonly aanroeper: string
  /** Voor wie hij het doet; undefined als dat niet te zeggen is. */
  readonly organisatie?: string | undefined
}

export interface Tevaak {
  /** Wiens voorraad op is. */
  readonly van: 'aanroeper' | 'organisatie'
  readonly seconden: number
}

/** Zo vaak zo veel als een aanroeper mag een hele organisatie: een school mag druk zijn, maar niet met duizend accounts het register bezet houden. */
const AANROEPERS_PER_ORGANISATIE = 3

/** Undefined: het mag. */
export type Grens = (beller: Beller, nuMs: number) => Tevaak | undefined

/** De grens van een deur, per aanroeper en per organisatie. Wie door zijn organisatie niet mag, verliest zelf niets. */
export function maakGrens(perMinuut: number): Grens {
  const [perAanroeper, perOrganisatie] = [maakLimiet(perMinuut), maakLimiet(AANROEPERS_PER_ORGANISATIE * perMinuut)]
  return ({ aanroeper, organisatie }, nuMs) => {
    const eigen = perAanroeper.wachtSeconden(aanroeper, nuMs)
    if (eigen > 0) return { van: 'aanroeper', seconden: eigen }
    const samen = organisatie === undefined ? 0 : perOrganisatie.wachtSeconden(organisatie, nuMs)
    if (samen === 0) return undefined
    perAanroeper.geefTerug(aanroeper)
    return { van: 'organisatie', seconden: samen }
  }
}

/** De organisatie van een actor, of anders de scholen waar hij iets mag: een sleutel van een koppeling noemt geen organisatie. */
export function organisatieVan({ organisatieId, rollen }: Pick<Actor, 'organisatieId' | 'rollen'>): string | undefined {
  if (organisatieId !== undefined) return organisatieId
  const scholen = [...new Set(rollen.map(({ brin }) => brin))].toSorted().join(' ')
  return scholen === '' ? undefined : scholen
}

/** Wie een heel blok IPv6-adressen heeft, is een beller: de eerste 64 bits tellen. */
export function netwerkVan(ip: string): string {
  const kaal = ip.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  if (!kaal.includes(':')) return kaal
  const [voor = '', na] = kaal.split('::')
  const groepen = (deel: string): readonly string[] => (deel === '' ? [] : deel.split(':'))
  const links = groepen(voor)
  const rechts = na === undefined ? [] : groepen(na)
  const alle = na === undefined ? links : [...links, ...Array.from({ length: Math.max(0, 8 - links.length - rechts.length) }, () => '0'), ...rechts]
  return `${alle.slice(0, 4).map((groep) => groep.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

/** Wie samen een rij delen als er gedrang is: /24 bij IPv4 en /48 bij IPv6, zoveel als een school of een aanbieder er meestal krijgt. */
export function grofNetwerkVan(ip: string): string {
  const fijn = netwerkVan(ip)
  const groepen = fijn.split(fijn.includes(':') ? ':' : '.').slice(0, 3)
  return fijn.includes(':') ? `${groepen.join(':')}::/48` : `${groepen.join('.')}.0/24`
}
