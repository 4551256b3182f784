import { type Controle, foutenIn, isTeLeveren } from '../../aanlevering/index.ts'
import { InOrdeIcoon, SignaalIcoon } from '../kader/iconen.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { aantalIn } from './cijfers.ts'
import { teksten } from './teksten.ts'

type Stand = 'klaar' | 'bezig' | 'fout' | 'wacht'

interface Stap {
  readonly naam: string
  readonly stand: Stand
  readonly zin: string
}

/** De vier stappen van een controle, met icoon en woord. */
export function Stappenbalk({ controle }: { controle: Controle }) {
  const tekst = useTekst(teksten)
  return (
    <ol class="stappenbalk" aria-label={tekst.stappenNaam}>
      {useStappen(controle).map(({ naam, stand, zin }) => (
        <li key={naam} class={`stappenbalk__stap stappenbalk__stap--${stand}`}>
          <Stapicoon stand={stand} />
          <div><p><strong>{naam}</strong><span class="alleen-voorlezen">{`: ${tekst.stand[stand]}`}</span></p><p class="klein">{zin}</p></div>
        </li>
      ))}
    </ol>
  )
}

function useStappen(controle: Controle): readonly Stap[] {
  const tekst = useTekst(teksten)
  const getal = aantalIn(useTaal())
  const { stap, staat, verslag, aanleveringId } = controle
  const klaar = staat === 'klaar'
  const fouten = verslag === null ? 0 : foutenIn(verslag)
  const gelezen = verslag === null || verslag.regels === 0 ? (controle.soort ?? tekst.wacht) : tekst.regels(getal(verslag.regels))
  const deel = tekst.gedaan(`${Math.round(controle.voortgang * 100)}%`)
  const onleesbaar = verslag !== null && verslag.onleesbaar !== null
  const vormKlaar = klaar || (staat === 'bezig' && stap === 'register')
  return [
    { naam: tekst.stappen.lezen, stand: onleesbaar ? 'fout' : 'klaar', zin: gelezen },
    {
      naam: tekst.stappen.vorm, stand: onleesbaar ? 'wacht' : fouten > 0 ? 'fout' : vormKlaar ? 'klaar' : staat === 'bezig' ? 'bezig' : 'wacht',
      zin: onleesbaar ? tekst.nogNiet : fouten > 0 ? tekst.fouten(getal(fouten), fouten === 1) : vormKlaar ? tekst.geenFouten : staat === 'bezig' ? deel : tekst.wacht,
    },
    {
      naam: tekst.stappen.register, stand: verslag?.tellingen ? 'klaar' : staat === 'bezig' && stap === 'register' ? 'bezig' : 'wacht',
      zin: verslag?.tellingen ? (verslag.studenten === null ? tekst.regels(getal(verslag.regels)) : tekst.studenten(getal(verslag.studenten), verslag.studenten === 1)) : klaar ? tekst.nietVergeleken : staat === 'bezig' && stap === 'register' ? deel : tekst.wacht,
    },
    { naam: tekst.stappen.leveren, stand: aanleveringId === null ? 'wacht' : 'klaar', zin: aanleveringId !== null ? tekst.geleverd : klaar && !isTeLeveren(controle) ? tekst.kanNiet : klaar ? tekst.nogNiet : tekst.wacht },
  ]
}

function Stapicoon({ stand }: { stand: Stand }) {
  if (stand === 'klaar') return <InOrdeIcoon />
  if (stand === 'fout') return <SignaalIcoon niveau="fout" />
  return (
    <svg class="icoon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle cx="10" cy="10" r="8" class={stand === 'bezig' ? 'stapring' : 'stapring stapring--leeg'} />
      {stand === 'bezig' && <path d="M10 2a8 8 0 0 1 0 16" class="stapring stapring--deel" />}
    </svg>
  )
}

/** Hoever het is, in beeld en in woorden. */
export function Voortgang({ controle }: { controle: Controle }) {
  const tekst = useTekst(teksten)
  const procent = `${Math.round(controle.voortgang * 100)}%`
  const stap = controle.stap === 'vorm' && controle.doel === 'controleren' ? tekst.stappen.vorm : tekst.stappen.register
  return (
    <div class="controlevoortgang">
      <progress max={100} value={Math.round(controle.voortgang * 100)} aria-labelledby="voortgang-zin">{procent}</progress>
      <p id="voortgang-zin" data-zin=""><strong>{stap}</strong>{`: ${tekst.gedaan(procent)}`}</p>
    </div>
  )
}
