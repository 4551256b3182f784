import type { Organisatie } from '../../organisatie/index.ts'
import { SignaalIcoon } from '../kader/iconen.tsx'
import type { Signaalstand } from '../portaal.ts'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useWoorden } from './teksten.ts'

/** Wat er met het formulier van één signaal gebeurde. */
export interface Afhandelformulier {
  readonly signaalId: string
  /** Wat er getypt was; blijft staan na een fout. */
  readonly getypt: string
  /** Leeg = opgeslagen. */
  readonly fout: string | null
}

interface Props {
  readonly stand: Signaalstand
  readonly organisaties: readonly Organisatie[]
  readonly deelnemerId: string
  readonly csrf: string | null
  readonly formulier: Afhandelformulier | null
}

/** Wat de school met een open signaal deed, en voor wie dat mag de knoppen om het te zeggen. */
export function Afhandelblok({ stand, organisaties, deelnemerId, csrf, formulier }: Props) {
  const { tekst: { af: tekst, school: schoolMet } } = useWoorden()
  const school = organisaties.find(({ brin }) => brin === stand.brin)?.naam ?? schoolMet(stand.brin)
  const mijn = formulier?.signaalId === stand.signaalId ? formulier : null
  return (
    <div class="afhandeling" id={`stand-${stand.signaalId}`}>
      {mijn !== null && mijn.fout === null && <p class="afhandeling__gelukt" role="status">{tekst.opgeslagen}</p>}
      <Stand stand={stand} school={school} />
      {stand.magAfhandelen && csrf !== null && <Formulieren stand={stand} actie={`/studenten/${deelnemerId}/signalen/${stand.signaalId}`} csrf={csrf} formulier={mijn} />}
    </div>
  )
}

function Stand({ stand: { staat, afhandeling }, school }: { stand: Signaalstand, school: string }) {
  const { tekst: { af: tekst }, datum } = useWoorden()
  if (afhandeling === null) return <p>{tekst.nietBekeken(school)}</p>
  const wanneer = datum.moment(afhandeling.op)
  if (!afhandeling.geldt || staat === 'open') {
    return <><p>{tekst.geldtNietMeer(school)}</p><Verklaring tekst={afhandeling.verklaring} kop={tekst.eerder(wanneer, afhandeling.door)} /></>
  }
  if (staat === 'gezien') return <p>{tekst.gezien(school, wanneer, afhandeling.door)}</p>
  return <Verklaring tekst={afhandeling.verklaring} kop={tekst.verklaard(school, wanneer, afhandeling.door)} />
}

function Verklaring({ tekst: woorden, kop }: { tekst: string | null, kop: string }) {
  if (woorden === null) return null
  return <figure class="verklaring"><figcaption>{kop}</figcaption><blockquote><Nederlands>{woorden}</Nederlands></blockquote></figure>
}

function Formulieren({ stand, actie, csrf, formulier }: { stand: Signaalstand, actie: string, csrf: string, formulier: Afhandelformulier | null }) {
  const { tekst: { af: tekst } } = useWoorden()
  const id = `verklaring-${stand.signaalId}`
  const fout = formulier?.fout ?? null
  const vast = <><input type="hidden" name="csrf" value={csrf} /><input type="hidden" name="versie" value={stand.versie} /></>
  return (
    <>
      {stand.staat === 'open' && (
        <form method="post" action={actie}>{vast}<input type="hidden" name="staat" value="gezien" /><button type="submit" class="utrecht-button utrecht-button--secondary-action">{tekst.zetGezien}</button></form>
      )}
      <form method="post" action={actie} class={fout === null ? 'veld' : 'veld veld--fout'}>
        {vast}<input type="hidden" name="staat" value="verklaard" />
        <label class="utrecht-form-label" for={id}>{stand.staat === 'verklaard' ? tekst.andereVerklaring : tekst.verklaring}</label>
        <p class="klein" id={`hulp-${id}`}>{tekst.hulp}</p>
        {fout !== null && <p class="veldfout" id={`fout-${id}`}><SignaalIcoon niveau="fout" maat={16} /><Nederlands>{fout}</Nederlands></p>}
        <textarea class="utrecht-textbox tekstvak" id={id} name="verklaring" rows={3} maxLength={500} required aria-describedby={fout === null ? `hulp-${id}` : `hulp-${id} fout-${id}`} {...(fout === null ? {} : { 'aria-invalid': true })} value={formulier !== null && fout !== null ? formulier.getypt : ''} />
        <button type="submit" class="utrecht-button utrecht-button--secondary-action">{tekst.legVast}</button>
      </form>
    </>
  )
}

/** Bovenaan de bladzijde: wat er niet lukte, met een verwijzing naar het veld. */
export function Afhandelfout({ formulier }: { formulier: Afhandelformulier }) {
  const { tekst: { af: tekst } } = useWoorden()
  return (
    <div class="melding melding--fout" role="alert" tabindex={-1} id="fouten">
      <SignaalIcoon niveau="fout" maat={24} />
      <div><p class="utrecht-heading-3">{tekst.nietOpgeslagen}</p><p><a class="utrecht-link utrecht-link--html-a" href={`#verklaring-${formulier.signaalId}`}><Nederlands>{formulier.fout}</Nederlands></a></p></div>
    </div>
  )
}
