/** S-17: dezelfde sleutel en inhoud geven het eerste antwoord, en nooit een tweede gevolg. */
import { Readable } from 'node:stream'
import type { Database } from '../../database/index.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import type { Kluis } from '../../toegang/index.ts'
import { bewaar, findBewaard, neemSleutel, ruimAntwoordenOp, type TeBewaren } from './idempotentie-store.ts'
import { werkSamenBij } from './samen-bijwerken.ts'
import { inKadertransactie } from './kadertransactie.ts'
import { Probleemfout, type Verzoekfout } from './probleem.ts'
import type { Antwoord, Deur, Gelukt, Route, Vraag } from './route.ts'
import { ontvang } from './tijdelijk-bestand.ts'

export const BEWAARDAGEN = 30

export interface Verzoekadres {
  readonly methode: string
  /** Pad en vraag, zoals ze binnenkwamen. */
  readonly url: string
}

/** Leeg als de kop goed is. Hoort bij de andere fouten van het verzoek: alles in een keer (S-11). */
export function controleerSleutel(kop: string | undefined): readonly Verzoekfout[] {
  const sleutel = kaal(kop)
  if (/^[\x21-\x7e]{1,255}$/.test(sleutel)) return []
  const bij = { in: 'header', pointer: '#/Idempotency-Key' } as const
  if (sleutel === '') {
    return [{ ...bij, code: 'verplicht', regel: 'Deze operatie heeft een `Idempotency-Key` nodig, zodat herhalen geen tweede gevolg heeft.', watTeDoen: 'Stuur een nieuwe UUID mee in de kop `Idempotency-Key`, en bij herhalen dezelfde.' }]
  }
  return [{ ...bij, code: 'vorm', regel: 'De `Idempotency-Key` heeft niet de goede vorm.', watTeDoen: 'Gebruik 1 tot en met 255 letters, cijfers of leestekens, zonder spaties. Een UUID is goed.' }]
}

/** Draait een idempotente route. `sleutel` is de kop zoals hij binnenkwam; hij is al gecontroleerd. */
export async function metSleutel(route: Route, vraag: Vraag, deur: Deur, adres: Verzoekadres, sleutel: string | undefined): Promise<Antwoord> {
  const sleutelHash = deur.kluis.zoeksleutel(`idempotentiesleutel\0${kaal(sleutel)}`)
  const bestand = vraag.bestand as Vraag<{ bestand: readonly string[] }>['bestand'] | undefined
  const ontvangen = bestand === undefined ? undefined : await ontvang(bestand.stroom)
  try {
    const volledig = bestand === undefined || ontvangen === undefined ? vraag : ({ ...vraag, bestand: { ...bestand, stroom: ontvangen.lees() } } as unknown as Vraag)
    const inhoudHash = hashInhoud(deur.kluis, adres, ontvangen?.hash ?? canoniek(vraag.lichaam))
    return await voerUit(route, volledig, deur, { aanroeper: vraag.actor.id, sleutelHash, inhoudHash, operatie: route.operationId, op: vraag.ctx.nu })
  } finally {
    await ontvangen?.weg()
  }
}

type Sleutelplaats = Pick<TeBewaren, 'aanroeper' | 'sleutelHash' | 'inhoudHash' | 'operatie' | 'op'>

async function voerUit(route: Route, vraag: Vraag, deur: Deur, plaats: Sleutelplaats): Promise<Antwoord> {
  const { antwoord, eerste } = await inKadertransactie(deur, vraag, async (trx): Promise<{ antwoord: Antwoord; eerste: boolean }> => {
    if (!(await neemSleutel(trx, plaats.aanroeper, plaats.sleutelHash))) throw new Probleemfout({ code: 'verzoek-loopt-nog', koppen: { 'retry-after': '1' } })
    const bewaard = await findBewaard(trx, plaats.aanroeper, plaats.sleutelHash, bewaardVanaf(deur.nu()))
    if (bewaard !== undefined) {
      if (!bewaard.inhoudHash.equals(plaats.inhoudHash)) throw new Probleemfout({ code: 'sleutel-hergebruikt' })
      return { antwoord: herhaling(bewaard), eerste: false }
    }
    const eersteAntwoord = await route.verwerk({ ...vraag, uitvoerder: trx }, deur)
    if (!('weigering' in eersteAntwoord) && eersteAntwoord.status < 400) await bewaar(trx, { ...plaats, ...teBewaren(eersteAntwoord) })
    return { antwoord: eersteAntwoord, eerste: true }
  })
  if (!eerste || 'weigering' in antwoord || antwoord.status >= 400 || route.naCommit === undefined) return antwoord
  return vulAan(route.naCommit, antwoord, vraag, deur, plaats)
}

/** Wat `naCommit` toevoegt hoort bij het eerste antwoord: een herhaling krijgt het ook. Mislukt het, dan staat het gevolg er al. */
async function vulAan(naCommit: NonNullable<Route['naCommit']>, antwoord: Gelukt, vraag: Vraag, deur: Deur, plaats: Sleutelplaats): Promise<Gelukt> {
  try {
    const aangevuld = await naCommit({ ...vraag, uitvoerder: deur.database }, antwoord, deur)
    if (aangevuld === antwoord) return antwoord
    await werkSamenBij(deur.database, vraag.actor, { sleutelHash: plaats.sleutelHash, ...teBewaren(aangevuld) })
    return aangevuld
  } catch (fout) {
    deur.meldNaCommit?.(fout)
    return antwoord
  }
}

/** De ontwerptekst van de kop schrijft aanhalingstekens voor; velen laten ze weg. Beide is dezelfde sleutel. */
function kaal(kop: string | undefined): string {
  return kop?.trim().replace(/^"(.*)"$/, '$1') ?? ''
}

/** Verwijdert verlopen antwoorden. Geeft hoeveel. */
export function ruimBewaardeAntwoordenOp(database: Database, nu: Date): Promise<number> {
  return ruimAntwoordenOp(database, bewaardVanaf(nu))
}

function bewaardVanaf(nu: Date): Moment {
  return momentVan(nu.getTime() - BEWAARDAGEN * 86_400_000)
}

/** Een HMAC met de sleutel van de kluis: uit een gewone hash van een bericht is een persoonsnummer te raden. */
function hashInhoud(kluis: Kluis, { methode, url }: Verzoekadres, inhoud: string): Buffer {
  return kluis.zoeksleutel(`idempotentie-inhoud\0${methode}\0${url}\0${inhoud}`)
}

/** Dezelfde inhoud met velden in een andere volgorde is hetzelfde verzoek. */
function canoniek(waarde: unknown): string {
  return JSON.stringify(waarde, (_sleutel, deel: unknown) =>
    typeof deel === 'object' && deel !== null && !Array.isArray(deel) ? Object.fromEntries(Object.entries(deel).toSorted(([a], [b]) => (a < b ? -1 : 1))) : deel) ?? ''
}

const PERSOONSNUMMERVELD = /"(persoonsnummer|burgerservicenummer|bsn|onderwijsnummer)"\s*:\s*"/i

function teBewaren({ status, inhoud, koppen, versie }: Gelukt): { status: number; koppen: Readonly<Record<string, string>>; inhoud: string | null } {
  if (inhoud instanceof Readable || Buffer.isBuffer(inhoud)) throw new Error('een idempotente route antwoordt met JSON, niet met een stroom')
  const tekst = inhoud === undefined || inhoud === null ? null : JSON.stringify(inhoud)
  if (tekst !== null && PERSOONSNUMMERVELD.test(tekst)) throw new Error('een antwoord dat bewaard wordt, mag geen persoonsnummer bevatten')
  return { status, inhoud: tekst, koppen: { ...koppen, ...(versie === undefined ? {} : { [VERSIE]: versie }) } }
}

/** Onder deze naam staat de versie bij de bewaarde koppen: de ETag van de herhaling is dan dezelfde. */
const VERSIE = 'leerroute-versie'

function herhaling({ status, koppen, inhoud }: { readonly status: number; readonly koppen: Readonly<Record<string, string>>; readonly inhoud: string | null }): Gelukt {
  const { [VERSIE]: versie, ...rest } = koppen
  return {
    status, koppen: { ...rest, 'idempotency-replayed': 'true' },
    ...(inhoud === null ? {} : { inhoud: JSON.parse(inhoud) as unknown }),
    ...(versie === undefined ? {} : { versie }),
  }
}
