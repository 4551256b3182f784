import type { Datum } from '../../kern/datum.ts'
import type { Leerlingbeeld } from '../../beslissing/index.ts'
import { SignaalIcoon } from '../kader/iconen.tsx'
import { useWoorden, type Woorden } from './teksten.ts'
import { adresMet, type Leerlingvraag, type Veldfout } from './vraag.ts'

/** Vrij te typen datums; wat gelezen is, staat er daarna in woorden. */
export function Datumformulier({ beeld, vraag, laatste }: { beeld: Leerlingbeeld, vraag: Leerlingvraag, laatste: Datum }) {
  const { tekst, datum: { lang } } = useWoorden()
  return (
    <form method="get" action={`/studenten/${beeld.deelnemerId}`} class="datumformulier">
      <Veld naam="datum" label={tekst.besluitVoor} vraag={vraag} />
      <Veld naam="bekend" label={tekst.zoalsBekendOp} vraag={vraag} />
      <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.toon}</button>
      <p class="ga-naar">
        <span>{tekst.gaNaar}</span>
        {naasteTeldata(beeld.vandaag < laatste ? beeld.vandaag : laatste).map((dag) => <a key={dag} class="utrecht-link utrecht-link--html-a" href={adresMet(beeld.deelnemerId, dag, beeld.besluit.bekendOp)}>{lang(dag)}</a>)}
        <a class="utrecht-link utrecht-link--html-a" href={`/studenten/${beeld.deelnemerId}`}>{tekst.vandaag}</a>
      </p>
    </form>
  )
}

export function Foutenoverzicht({ vraag }: { vraag: Leerlingvraag }) {
  const woorden = useWoorden()
  const { tekst } = woorden
  return (
    <div class="melding melding--fout" role="alert" tabindex={-1} id="fouten">
      <SignaalIcoon niveau="fout" maat={24} />
      <div>
        <p class="utrecht-heading-3">{tekst.fouten(vraag.fouten.length)}</p>
        <ul>{vraag.fouten.map((fout) => <li key={fout.veld}><a class="utrecht-link utrecht-link--html-a" href={`#veld-${fout.veld}`}>{foutzin(fout, woorden)}</a></li>)}</ul>
        <p>{tekst.foutNu}</p>
      </div>
    </div>
  )
}

function Veld({ naam, label, vraag }: { naam: Veldfout['veld'], label: string, vraag: Leerlingvraag }) {
  const woorden = useWoorden()
  const fout = vraag.fouten.find(({ veld }) => veld === naam)
  const beschrijving = [`hulp-${naam}`, ...(fout ? [`fout-${naam}`] : [])].join(' ')
  return (
    <div class={fout ? 'veld veld--fout' : 'veld'}>
      <label class="utrecht-form-label" for={`veld-${naam}`}>{label}</label>
      <span id={`hulp-${naam}`} class="alleen-voorlezen">{woorden.tekst.datumhulp}</span>
      {fout && <p class="veldfout" id={`fout-${naam}`}><SignaalIcoon niveau="fout" maat={16} />{foutzin(fout, woorden).replace(/^[^:]+: /, '').replace(/^./, (eerste) => eerste.toUpperCase())}</p>}
      <input class="utrecht-textbox utrecht-textbox--html-input" id={`veld-${naam}`} name={naam} value={vraag.getypt[naam]} autocomplete="off" aria-describedby={beschrijving} {...(fout ? { 'aria-invalid': true } : {})} />
    </div>
  )
}

function foutzin({ veld, reden }: Veldfout, { tekst }: Woorden): string {
  return `${tekst.foutWat[veld]}: ${tekst.foutHoe[reden]}`
}

/** De laatste teldatum tot en met een dag en de eerste erna. */
function naasteTeldata(rond: Datum): Datum[] {
  const jaar = Number(rond.slice(0, 4))
  const alle = [jaar - 1, jaar, jaar + 1].flatMap((j) => [`${j}-02-01`, `${j}-10-01`] as Datum[])
  const vorige = alle.filter((dag) => dag <= rond).at(-1)
  const volgende = alle.find((dag) => dag > rond)
  return [vorige, volgende].filter((dag) => dag !== undefined)
}
