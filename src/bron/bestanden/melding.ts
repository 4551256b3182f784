import type { Signaalcode } from '../../kern/signaalcode.ts'
import type { Bestandsregels } from './bestandsregels.ts'
import { maskeer, type Bevinding, type Melder } from './bevinding.ts'

/** Wat een controle weet; bestand en persoon vult de `Meldpunt` in. */
export interface Melding extends Pick<Bevinding, 'regel' | 'titel' | 'ernst' | 'uitleg' | 'verwacht' | 'remedie'> {
  readonly regelnummer?: number | null
  readonly recordsoort?: string
  readonly veld?: string
  readonly veldnummer?: number
  readonly waarde?: string
  readonly signaal?: Signaalcode
}

/** Wat een controle nodig heeft: waar zij meldt, en de regels waarmee zij vergelijkt. */
export interface Controle {
  readonly m: Meldpunt
  readonly regels: Bestandsregels
}

const PERSOONSNUMMERS = new Set(['Burgerservicenummer', 'Onderwijsnummer', 'PGN'])

/** Verzamelt de bevindingen van één bestand; telt `anders-gelezen` samen tot één bevinding per soort afwijking. */
export class Meldpunt {
  readonly #bestand: string
  readonly #meld: Melder
  readonly #samengeteld = new Map<string, Bevinding & { aantal: number }>()
  #persoon: string | null = null
  #persoonRegel: number | null = null
  /** Waar zodra er sinds `begin` een afkeuring is. */
  afgekeurd = false

  constructor(bestand: string, meld: Melder) {
    this.#bestand = bestand
    this.#meld = meld
  }

  /** Begint een student; `nummer` null = het bestand zelf. */
  begin(nummer: string | null, regelnummer: number | null): void {
    this.#persoon = nummer
    this.#persoonRegel = regelnummer
    this.afgekeurd = false
  }

  meld(m: Melding): void {
    if (m.ernst === 'afgekeurd') this.afgekeurd = true
    if (m.ernst === 'anders-gelezen') this.#telSamen(m)
    else this.#meld(this.#bevinding(m))
  }

  /** Geeft de samengetelde bevindingen door. Roep dit aan als het bestand uit is. */
  sluit(): void {
    for (const b of this.#samengeteld.values()) this.#meld(b)
    this.#samengeteld.clear()
  }

  #telSamen(m: Melding): void {
    const sleutel = `${m.regel}/${m.uitleg}`
    const bekend = this.#samengeteld.get(sleutel)
    if (bekend === undefined) this.#samengeteld.set(sleutel, { ...this.#bevinding(m), persoon: null, persoonRegel: null })
    else bekend.aantal++
  }

  #bevinding(m: Melding): Bevinding {
    const geheim = m.veld !== undefined && PERSOONSNUMMERS.has(m.veld)
    return {
      bestand: this.#bestand, regelnummer: m.regelnummer ?? null, recordsoort: m.recordsoort ?? null, veld: m.veld ?? null, veldnummer: m.veldnummer ?? null,
      waarde: m.waarde === undefined ? null : geheim ? maskeer(m.waarde) : afgekapt(m.waarde), regel: m.regel, titel: m.titel, ernst: m.ernst, uitleg: m.uitleg,
      verwacht: m.verwacht, remedie: m.remedie, persoon: this.#persoon === null ? null : maskeer(this.#persoon), persoonRegel: this.#persoonRegel, aantal: 1,
      ...(m.signaal === undefined ? {} : { signaal: m.signaal }),
    }
  }
}

/** Een waarde in een verschoven record kan een persoonsnummer zijn; negen cijfers na elkaar tonen wij daarom nooit. */
function afgekapt(waarde: string): string {
  const kort = waarde.length > 40 ? `${waarde.slice(0, 40)}…` : waarde
  return kort.replace(/[0-9]{8,9}/g, (cijfers) => maskeer(cijfers))
}
