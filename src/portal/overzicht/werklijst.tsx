import type { Overzicht, Werkgroep } from '../../beslissing/index.ts'
import { dagnummer, type Datum } from '../../kern/datum.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import { SignaalIcoon } from '../kader/iconen.tsx'
import { Leegstand } from '../kader/onderdelen/melding.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

const MEESTE = 6

/** Wat nu moet, op urgentie en datum. De eerste heeft de gevulde knop: een volgende stap per blok. */
export function Werklijst({ overzicht: { werk, open }, vandaag, isEerste }: { overzicht: Overzicht, vandaag: Datum, isEerste: boolean }) {
  const tekst = useTekst(teksten)
  if (werk.length === 0) return <Leegstand kop={tekst.leegKop} goed={!isEerste}><p>{isEerste ? tekst.leegEerste : tekst.leeg}</p></Leegstand>
  return (
    <>
      <ul class="werk">{werk.slice(0, MEESTE).map((groep, i) => <Werkregel key={groep.code} groep={groep} vandaag={vandaag} eerste={i === 0} />)}</ul>
      <p class="verder"><a class="utrecht-link utrecht-link--html-a" href="/signalen">{tekst.alleSignalen(open)}</a>{werk.length > MEESTE && ` ${tekst.nogMeer(werk.length - MEESTE)}`}</p>
    </>
  )
}

function Werkregel({ groep: { code, niveau, aantal, termijn }, vandaag, eerste }: { groep: Werkgroep, vandaag: Datum, eerste: boolean }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const { middel } = useDatums()
  const { titel, uitleg } = inTaal(signaaltekst(code), useTaal())
  const dagen = termijn === null ? 0 : dagnummer(termijn.dag) - dagnummer(vandaag)
  return (
    <li class="werk__regel">
      <SignaalIcoon niveau={niveau} maat={20} />
      <span class="werk__aantal">{aantal}</span>
      <div class="werk__wat"><h3><span class="alleen-voorlezen">{`${begrip.niveau(niveau)}: `}</span>{titel}</h3><p>{uitleg.split('. ')[0]?.replace(/\.?$/, '.')}</p></div>
      <p class="werk__wanneer">{termijn === null ? tekst.termijn.geen : termijn.soort === 'nu' ? <strong>{tekst.termijn.nu}</strong> : <><strong>{middel(termijn.dag)}</strong><span>{`${tekst.termijn[termijn.soort]}, ${tekst.over(dagen)}`}</span></>}</p>
      <a class={`utrecht-button utrecht-button--${eerste ? 'primary' : 'secondary'}-action knoplink knoplink--rij`} href={`/signalen?code=${code}`}>{tekst.knop[niveau]}<span class="alleen-voorlezen">{tekst.knopVoor(titel)}</span></a>
    </li>
  )
}
