import { zinInTaal } from '../../../beslissing/index.ts'
import { useTaal } from '../taal.ts'
import { Nederlands } from './nederlands.tsx'

/** De zin van een reden of signaal in de taal van de bladzijde; is hij er alleen in het Nederlands, dan zo gemerkt. */
export function Redenzin({ zin }: { zin: string }) {
  return <>{zinInTaal(zin, useTaal()) ?? <Nederlands>{zin}</Nederlands>}</>
}
