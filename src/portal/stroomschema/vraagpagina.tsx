import { keuzesVan, meesteVragenNa, type Schemaweg } from '../../beslissing/index.ts'
import { inTaal, type Schemaantwoord, type Schemastap, type Stroomschema } from '../../normen/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { SignaalIcoon } from '../kader/iconen.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { teksten } from './teksten.ts'
import { naamVan, schemaadres, type Schemavraag } from './vraag.ts'

/** De namen van de scholen van een gezochte route. */
export interface Schoolpaar {
  readonly vo: Contact
  readonly mbo: Contact
}

export interface Contact {
  readonly naam: string
  readonly telefoon: string | null
}

export interface Vraagblad {
  readonly omgeving: Omgeving
  readonly schema: Stroomschema
  readonly weg: Schemaweg
  readonly gegeven: Schemavraag
  readonly stap: Schemastap
  readonly scholen: Schoolpaar | null
  /** Er is op Volgende gedrukt zonder iets te kiezen. */
  readonly leeg: boolean
}

/** Eén vraag per bladzijde. Werkt zonder JavaScript: een formulier met GET. */
export function tekenVraag(blad: Vraagblad): string {
  const { omgeving, stap, leeg } = blad
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.vraagtitel(nummerVan(blad), inTaal(stap, omgeving.taal).vraag), fout: leeg, menu: 'stroomschema',
    children: (
      <div class="stroom">
        <div class="stroom__vraag">
          {blad.weg.gezet.length === 0 && <p class="stroom__begin">{tekst.begin}</p>}
          <Voortgang blad={blad} />
          {leeg && <Foutmelding naam={naamVan(stap.id)} />}
          <Vraagformulier blad={blad} />
        </div>
        <Antwoordenlijst blad={blad} />
      </div>
    ),
  })
}

function Foutmelding({ naam }: { naam: string }) {
  const tekst = useTekst(teksten)
  return (
    <div class="melding" role="alert" id="fouten" tabindex={-1}>
      <SignaalIcoon niveau="fout" maat={24} />
      <div><h2 class="utrecht-heading-3">{tekst.foutKop}</h2><ul><li><a class="utrecht-link utrecht-link--html-a" href={`#${naam}`}>{tekst.fout}</a></li></ul></div>
    </div>
  )
}

function Vraagformulier({ blad: { weg, gegeven, stap, leeg, scholen } }: { blad: Vraagblad }) {
  const tekst = useTekst(teksten)
  const woorden = inTaal(stap, useTaal())
  const naam = naamVan(stap.id)
  const vorige = vorigeVan(weg, stap)
  const andere = Object.entries(weg.antwoorden).filter(([id]) => id !== stap.id)
  return (
    <form method="get" action="/stroomschema" class="stroom__formulier">
      {andere.map(([id, code]) => <input key={id} type="hidden" name={naamVan(id)} value={code} />)}
      {gegeven.paar !== null && <input type="hidden" name="route" value={`${gegeven.paar.vo}-${gegeven.paar.mbo}`} />}
      <input type="hidden" name="na" value={naam} />
      <fieldset class={leeg ? 'kaarten veld--fout' : 'kaarten'} aria-describedby={leeg ? `${naam}-uitleg ${naam}-fout` : `${naam}-uitleg`}>
        <legend><h1 class="vraag">{woorden.vraag}</h1></legend>
        <p class="lees-groot" id={`${naam}-uitleg`}>{woorden.uitleg}</p>
        {leeg && <p class="veldfout" id={`${naam}-fout`}><SignaalIcoon niveau="fout" maat={16} /><span>{tekst.fout}</span></p>}
        {keuzesVan(stap, weg.antwoorden).map((antwoord, i) => <Kaart key={antwoord.code} naam={naam} id={i === 0 ? naam : `${naam}-${antwoord.code}`} antwoord={antwoord} gekozen={weg.antwoorden[stap.id] === antwoord.code} />)}
      </fieldset>
      <details class="stroom__hulp"><summary class="linkknop">{tekst.hulpKop}</summary><p>{woorden.hulp}</p>{stap.id === 'F2' && scholen === null && <p><a class="utrecht-link utrecht-link--html-a" href="/routes">{tekst.zoekRoute}</a></p>}</details>
      <p class="stroom__knoppen">
        <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action knop-groot">{tekst.volgende}</button>
        {vorige !== undefined && <a class="utrecht-link utrecht-link--html-a" href={schemaadres({ ...weg, paar: gegeven.paar, vraag: vorige })}>{tekst.vorige}</a>}
      </p>
    </form>
  )
}

function Kaart({ naam, id, antwoord, gekozen }: { naam: string, id: string, antwoord: Schemaantwoord, gekozen: boolean }) {
  const { tekst, uitleg } = inTaal(antwoord, useTaal())
  return (
    <div class="kaart">
      <input type="radio" id={id} name={naam} value={antwoord.code} checked={gekozen} aria-describedby={`${naam}-${antwoord.code}-meer`} />
      <label for={id}>{tekst}</label>
      <p id={`${naam}-${antwoord.code}-meer`}>{uitleg}</p>
    </div>
  )
}

/** Beantwoord, deze, en hooguit nog zo veel: in bolletjes en in woorden. */
function Voortgang({ blad }: { blad: Vraagblad }) {
  const tekst = useTekst(teksten)
  const [gehad, nog] = [nummerVan(blad) - 1, meesteVragenNa(blad.schema, blad.stap)]
  const x = (i: number): number => 14 + i * STAP
  return (
    <div class="voortgang">
      <svg width={28 + (gehad + nog) * STAP} height={30} viewBox={`0 0 ${28 + (gehad + nog) * STAP} 30`} aria-hidden="true" focusable="false">
        {gehad > 0 && <path d={`M${x(0)} 15H${x(gehad)}`} class="voortgang__gehad" />}
        {nog > 0 && <path d={`M${x(gehad) + 14} 15H${x(gehad + nog)}`} class="voortgang__nog" />}
        {Array.from({ length: gehad }, (_niets, i) => <g key={i}><circle cx={x(i)} cy={15} r={9} class="i-den" /><path d={`M${x(i) - 4} 15l3 3 5-6`} class="i-wit i-2" /></g>)}
        <circle cx={x(gehad)} cy={15} r={11} class="voortgang__hier" />
        {Array.from({ length: nog }, (_niets, i) => <circle key={i} cx={x(gehad + i + 1)} cy={15} r={6} class="voortgang__straks" />)}
      </svg>
      <p>{tekst.voortgang(nummerVan(blad), nog)}</p>
    </div>
  )
}

const STAP = 40

/** De hoeveelste vraag dit is op de eigen weg. */
function nummerVan({ weg, stap }: Pick<Vraagblad, 'weg' | 'stap'>): number {
  const plek = weg.gezet.findIndex((gezet) => gezet.stap.id === stap.id)
  return (plek < 0 ? weg.gezet.length : plek) + 1
}

function vorigeVan(weg: Schemaweg, stap: Schemastap): string | undefined {
  return weg.gezet[nummerVan({ weg, stap }) - 2]?.stap.id
}

function Antwoordenlijst({ blad: { weg, gegeven, stap, scholen } }: { blad: Vraagblad }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  return (
    <aside class="stroom__zij" aria-labelledby="jouw-antwoorden">
      <h2 class="utrecht-heading-3" id="jouw-antwoorden">{tekst.antwoordenKop}</h2>
      {scholen !== null && <p class="stroom__school">{tekst.scholen(scholen.vo.naam, scholen.mbo.naam)}</p>}
      {weg.gezet.length > 0 && (
        <dl class="stroom__antwoorden">
          {weg.gezet.map(({ stap: eerder, antwoord }) => (
            <div key={eerder.id}>
              <dt>{inTaal(eerder, taal).kort}</dt>
              <dd>{inTaal(antwoord, taal).tekst}</dd>
              <dd class="stroom__wijzig">{eerder.id !== stap.id && <a class="utrecht-link utrecht-link--html-a" href={schemaadres({ ...weg, paar: gegeven.paar, vraag: eerder.id })}>{tekst.wijzig}<span class="alleen-voorlezen">{` ${inTaal(eerder, taal).kort}`}</span></a>}</dd>
            </div>
          ))}
        </dl>
      )}
      <p><a class="utrecht-link utrecht-link--html-a" href={schemaadres({ ...weg, paar: gegeven.paar }, '/stroomschema/lijst')}>{tekst.heleSchema}</a></p>
      <p class="klein">{tekst.bewaren}</p>
    </aside>
  )
}
