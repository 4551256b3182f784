import { SIGNAALNIVEAU, type Signaalcode } from '../../kern/signaalcode.ts'
import type { Zekerheid } from '../../kern/reden.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import { SignaalIcoon, ZekerheidStippen } from '../kader/iconen.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { teksten } from './teksten.ts'

export function Zekerheidwoord({ zekerheid }: { zekerheid: Zekerheid }) {
  return <span class="zekerheid"><ZekerheidStippen zeker={zekerheid === 'zeker'} />{useBegrippen().zekerheid(zekerheid)}</span>
}

/** Het icoon en de titel van een signaal, met het niveau voor wie de vorm niet ziet. */
export function Signaalwoord({ code }: { code: Signaalcode }) {
  const niveau = SIGNAALNIVEAU[code]
  const taal = useTaal()
  const begrip = useBegrippen()
  return <span class="signaalcel"><SignaalIcoon niveau={niveau} maat={18} /><span><span class="alleen-voorlezen">{`${begrip.niveau(niveau)}: `}</span>{inTaal(signaaltekst(code), taal).titel}</span></span>
}

/** Op een Engelse bladzijde: dat het Nederlands telt, en de weg erheen (S-76). */
export function Leidend() {
  const tekst = useTekst(teksten)
  if (useTaal() === 'nl') return null
  return <p class="klein">{tekst.nederlandsLeidend}{' '}<a class="utrecht-link utrecht-link--html-a" href="/taal/nl" hreflang="nl" rel="nofollow">{tekst.leesInNederlands}</a></p>
}

export function Chips({ ids }: { ids: readonly string[] }) {
  return <span class="chips">{ids.map((id) => <a key={id} class="regelchip" href={`/regels/${id}`}>{id}</a>)}</span>
}
