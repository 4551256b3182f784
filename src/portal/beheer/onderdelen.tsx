import { Tekstveld, type Veldprops } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { useAccountwoorden } from '../woorden/accountwoorden.ts'
import { teksten } from './teksten.ts'

/** Waarom iemand iets verandert; staat daarna in het logboek. */
export function Reden(props: Omit<Veldprops, 'naam' | 'label'>) {
  return <Tekstveld naam="reden" label={useTekst(teksten).reden} lengte={500} {...props} />
}

export function Middelchip({ middel }: { middel: 'EHERKENNING' | 'DUO_TOKEN' }) {
  return <span class={`middelchip middelchip--${middel === 'EHERKENNING' ? 'eh' : 'token'}`}>{useAccountwoorden().middel(middel)}</span>
}
