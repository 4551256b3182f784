/** Wat er van het lopende werk bekend is, voor logboek en traces; reist mee door alle asynchrone stappen. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Spoorhaak, Spoorkenmerken } from '../../database/index.ts'
import { maakTraceparent, type Tracekop } from './traceparent.ts'

/** Een stuk van een trace dat loopt (een span). */
export interface Stuk {
  readonly traceId: string
  readonly spanId: string
  readonly meten: boolean
  zet(kenmerken: Spoorkenmerken): void
  hernoem(naam: string): void
  /** Met `mislukt` krijgt het stuk de stand fout; de fout zelf gaat niet mee. */
  klaar(mislukt: boolean): void
}

/** Maakt stukken en stuurt ze op. Zonder adres om naartoe te sturen is er geen Tracer en maken wij geen stukken. */
export interface Tracer {
  begin(naam: string, ouder: Stuk | Tracekop | undefined, kenmerken: Spoorkenmerken, soort: 'verzoek' | 'werk'): Stuk
  /** Stuurt op wat nog wacht. */
  sluit(): Promise<void>
}

export interface Verzoekspoor {
  readonly kenmerk: string
  readonly traceId: string
  /** Het stuk bij de aanroeper, uit zijn traceparent; null als de trace hier begon. */
  readonly ouderId: string | null
  /** Wie het verzoek deed, zodra een transactie dat weet; null bij openbare antwoorden. */
  aanroeper: string | null
}

interface Lopend {
  readonly verzoek: Verzoekspoor | undefined
  readonly stuk: Stuk | undefined
}

const LOPEND = new AsyncLocalStorage<Lopend>()

export function inLopend<T>(verzoek: Verzoekspoor, stuk: Stuk | undefined, werk: () => T): T {
  return LOPEND.run({ verzoek, stuk }, werk)
}

/** De haak voor src/database: een stuk per transactie, en wie de aanroeper van het verzoek is. */
export function maakSpoorhaak(tracer: Tracer | undefined): Spoorhaak {
  const om = async <T>(naam: string, kenmerken: Spoorkenmerken, werk: () => Promise<T>): Promise<T> => {
    if (tracer === undefined) return werk()
    const boven = LOPEND.getStore()
    const stuk = tracer.begin(naam, boven?.stuk, kenmerken, 'werk')
    try {
      const uitkomst = await LOPEND.run({ verzoek: boven?.verzoek, stuk }, werk)
      stuk.klaar(false)
      return uitkomst
    } catch (fout) {
      stuk.klaar(true)
      throw fout
    }
  }
  return {
    om,
    omTransactie: (context, werk) => {
      const verzoek = LOPEND.getStore()?.verzoek
      if (verzoek !== undefined && verzoek.aanroeper === null && context.rol !== 'systeem') verzoek.aanroeper = context.actor
      return tracer === undefined ? werk() : om('transactie', { 'leerroute.rol': context.rol }, werk)
    },
    bijHandeling: (handeling) => LOPEND.getStore()?.stuk?.zet({ 'leerroute.handeling': handeling }),
    spoor: () => {
      const boven = LOPEND.getStore()
      return boven?.verzoek && { traceId: boven.verzoek.traceId, ouderId: boven.stuk?.spanId ?? boven.verzoek.ouderId }
    },
    traceparent: () => {
      const stuk = LOPEND.getStore()?.stuk
      return stuk && maakTraceparent(stuk.traceId, stuk.spanId, stuk.meten)
    },
  }
}
