import type { Signaalstaat } from '../../beslissing/index.ts'
import { useTekst } from '../kader/taal.ts'
import { teksten } from './teksten.ts'

/** Ring = open, half = gezien, vol = verklaard, streep = gesloten; altijd met het woord. */
export function Stand({ staat }: { staat: Signaalstaat }) {
  const tekst = useTekst(teksten)
  return (
    <span class="werkstand">
      <svg class="icoon" width="16" height="16" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        {staat === 'verklaard' ? <circle cx="10" cy="10" r="9" class="i-inkt" /> : <circle cx="10" cy="10" r="8" class="i-inktlijn i-opwit i-2" />}
        {staat === 'gezien' && <path d="M10 2a8 8 0 0 0 0 16z" class="i-inkt" />}
        {staat === 'gesloten' && <path d="M6 10h8" class="i-inktlijn i-2" />}
      </svg>
      {tekst.standen[staat]}
    </span>
  )
}

/** Wie het signaal heeft; `namen` van wie nog een account heeft. */
export function VanWie({ account, namen, mij }: { account: string | null, namen: ReadonlyMap<string, string>, mij: string }) {
  const tekst = useTekst(teksten)
  if (account === null) return <span class="meer">{tekst.niemand}</span>
  return <>{account === mij ? `${namen.get(account) ?? tekst.mij} (${tekst.mij})` : namen.get(account) ?? tekst.onbekend}</>
}
