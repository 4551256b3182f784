import type { Matrixkolom, Matrixtaak } from '../../leerroute/index.ts'
import type { Omgeving } from '../kader/bladzijde.tsx'
import { Formulier } from '../kader/onderdelen/formulier.tsx'
import { useTekst } from '../kader/taal.ts'
import { teksten } from './teksten.ts'
import { aanbodadres } from './vraag.ts'

interface Takenprops {
  readonly omgeving: Omgeving
  readonly taken: readonly Matrixtaak[]
  readonly kolommen: readonly Matrixkolom[]
  readonly magRegistreren: boolean
}

/** Onder de matrix: wat de eigen school kan doen, met een knop per blok. */
export function Taken({ omgeving, taken, kolommen, magRegistreren }: Takenprops) {
  const tekst = useTekst(teksten)
  if (taken.length === 0) return null
  return (
    <section class="matrixtaken" aria-labelledby="taken">
      <h2 class="utrecht-heading-2" id="taken">{tekst.watTeDoen}</h2>
      <div class="matrixtaken__rij">
        {taken.map((taak, i) => (
          <div key={`${taak.brin} ${taak.rij.route} ${taak.rij.profiel ?? ''}`} class={`matrixtaak matrixtaak--${taak.cel.stand}`} id={`taak-${i + 1}`} tabindex={-1}>
            {taak.cel.stand === 'ontbreekt' ? <Ontbreekt omgeving={omgeving} taak={taak} kolommen={kolommen} magRegistreren={magRegistreren} /> : <Wederzijds taak={taak} magRegistreren={magRegistreren} />}
          </div>
        ))}
      </div>
    </section>
  )
}

function Ontbreekt({ omgeving, taak: { brin, rij, cel }, kolommen, magRegistreren }: Omit<Takenprops, 'taken'> & { readonly taak: Matrixtaak }) {
  const tekst = useTekst(teksten)
  const eigen = kolommen.find((kolom) => kolom.brin === brin)
  const velden: readonly (readonly [string, string])[] = [
    ['route', rij.route], ['profiel', rij.profiel ?? ''], ['niveau', rij.niveaus[0] ?? ''], ['opleidingcode', rij.opleidingcodes[0] ?? ''], ['brin', brin], ...cel.genoemdDoor.map(({ code }) => ['partner', code] as const),
  ]
  return (
    <>
      <h3 class="utrecht-heading-3">{tekst.taakOntbreekt(naamVan(rij, tekst.zonderProfiel))}</h3>
      <p>{tekst.taakOntbreektUitleg(new Intl.ListFormat(omgeving.taal).format([...new Set(cel.genoemdDoor.map(({ school }) => school))]), eigen?.naam ?? brin)}</p>
      {magRegistreren && <Formulier omgeving={omgeving} actie="/routematrix/aanbod" knop={tekst.taakKnop} soort="primary">{velden.map(([naam, waarde]) => <input key={`${naam} ${waarde}`} type="hidden" name={naam} value={waarde} />)}</Formulier>}
    </>
  )
}

function Wederzijds({ taak: { brin, rij, cel }, magRegistreren }: { taak: Matrixtaak, magRegistreren: boolean }) {
  const tekst = useTekst(teksten)
  const zinnen = cel.mist.map(({ van, naar }) => (van.brin === brin ? tekst.taakUNoemtNiet(naar.school) : tekst.taakNoemtUNiet(van.school, naar.code)))
  const eigen = cel.mist.some(({ van }) => van.brin === brin) ? cel.aanbod[0] : undefined
  return (
    <>
      <h3 class="utrecht-heading-3">{tekst.taakWederzijds(naamVan(rij, tekst.zonderProfiel))}</h3>
      {[...new Set(zinnen)].map((zin) => <p key={zin}>{zin}</p>)}
      {eigen !== undefined && magRegistreren && <p><a class="utrecht-button utrecht-button--submit utrecht-button--secondary-action knoplink" href={aanbodadres(eigen)}>{tekst.taakWijzig}</a></p>}
    </>
  )
}

function naamVan({ route, profiel }: Matrixtaak['rij'], zonder: string): string {
  return `${profiel ?? zonder} (${route})`
}
