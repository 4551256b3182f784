import type { Schakel, Schemaweg, Stroomuitkomst } from '../../beslissing/index.ts'
import { datum, type Datum } from '../../kern/datum.ts'
import type { Partij } from '../../kern/leerroute.ts'
import { inTaal, regel, signaaltekst, type Stroomschema } from '../../normen/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { ZekerheidStippen } from '../kader/iconen.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { begrippenIn } from '../woorden/begrippen.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import { Schematekening } from './tekening.tsx'
import { teksten } from './teksten.ts'
import { schemaadres, type Schemavraag } from './vraag.ts'
import type { Contact, Schoolpaar } from './vraagpagina.tsx'

export interface Uitkomstblad {
  readonly omgeving: Omgeving
  readonly schema: Stroomschema
  readonly weg: Schemaweg
  readonly gegeven: Schemavraag
  readonly uitkomst: Stroomuitkomst
  readonly scholen: Schoolpaar | null
  readonly vandaag: Datum
}

/** Het antwoord eerst: wie, waar, wie je belt en wat er hierna gebeurt. Daaronder de weg, en waarom. */
export function tekenUitkomst(blad: Uitkomstblad): string {
  const { omgeving, weg, vandaag, gegeven } = blad
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: `${tekst.uitkomstTitel}: ${naamVan(blad)}`, menu: 'stroomschema',
    children: (
      <>
        <div class="stroomkop">
          <div><h1 class="vraag">{tekst.uitkomstTitel}</h1><p class="lees">{tekst.gemaakt(weg.gezet.length, datumsIn(omgeving.taal).lang(vandaag))}</p></div>
          <p class="stroomkop__knoppen niet-op-papier">
            <a class="utrecht-link utrecht-link--html-a" href={gegeven.paar === null ? '/stroomschema' : schemaadres({ antwoorden: {}, paar: gegeven.paar })}>{tekst.opnieuw}</a>
            <button type="button" class="utrecht-button utrecht-button--secondary-action knop-groot" data-afdrukken hidden>{tekst.druk}</button>
          </p>
        </div>
        <Antwoord blad={blad} />
        <Waarom blad={blad} />
        <section class="stroomweg" aria-labelledby="weg">
          <h2 class="utrecht-heading-2" id="weg">{tekst.wegKop}</h2>
          <p class="stroomweg__uitleg">{tekst.wegUitleg}{' '}<a class="utrecht-link utrecht-link--html-a niet-op-papier" href={schemaadres({ ...weg, paar: gegeven.paar }, '/stroomschema/lijst')}>{tekst.alsLijst}</a></p>
          <Schematekening schema={blad.schema} weg={weg} fase={blad.uitkomst.besluit.fase} />
          <Weglijst schema={blad.schema} weg={weg} />
          <p class="stroomweg__smal"><a class="utrecht-link utrecht-link--html-a" href={schemaadres({ ...weg, paar: gegeven.paar }, '/stroomschema/lijst')}>{tekst.alleKeuzes}</a></p>
        </section>
      </>
    ),
  })
}

/** De naam van de uitkomst, afgelezen uit het besluit. */
function naamVan({ omgeving: { taal }, uitkomst }: Pick<Uitkomstblad, 'omgeving' | 'uitkomst'>): string {
  const { naam } = teksten[taal]
  const { route, besluit, hierna, einde, heeftStartkwalificatie } = uitkomst
  if (hierna?.soort === 'inschrijven') return naam.inschrijven
  if (heeftStartkwalificatie) return naam.klaar
  if (route === null || isStoppen(uitkomst)) return inTaal(einde, taal).naam
  return naam.metFase(naam.routes[route], begrippenIn(taal).fase(besluit.fase))
}

/** Wie wil stoppen of weggaat zonder diploma: de enige uitkomst in een fase zonder volgende dag. */
function isStoppen({ hierna, besluit }: Stroomuitkomst): boolean {
  return hierna === null && besluit.fase !== null
}

function zinnenVan(uitkomst: Stroomuitkomst, zinnen: (typeof teksten)['nl']['zinnen']): readonly string[] {
  const { route, besluit, hierna, einde, heeftStartkwalificatie } = uitkomst
  if (hierna?.soort === 'inschrijven') return [zinnen.inschrijven, zinnen.MBO]
  if (heeftStartkwalificatie) return [zinnen.klaar]
  if (isStoppen(uitkomst)) return [zinnen.stoppen]
  if (route === null) return [zinnen.geenRoute[einde.id] ?? '']
  return [zinnen[route], ...(besluit.fase === 'VO' || besluit.fase === 'MBO' ? [zinnen[besluit.fase]] : [])]
}

function Antwoord({ blad }: { blad: Uitkomstblad }) {
  const tekst = useTekst(teksten)
  const { uitkomst, scholen } = blad
  return (
    <div class="uitkomst">
      <div class="uitkomst__kop">
        <p>{tekst.past}</p>
        <h2>{naamVan(blad)}</h2>
        <p class="uitkomst__zin">{zinnenVan(uitkomst, tekst.zinnen).join(' ')}</p>
      </div>
      <dl class="uitkomst__feiten">
        <div><dt>{tekst.wie}</dt><dd><Wie partij={uitkomst.verantwoordelijk} scholen={scholen} /></dd></div>
        <div><dt>{tekst.waar}</dt><dd><Inschrijving uitkomst={uitkomst} /></dd></div>
        <div><dt>{tekst.afwezig}</dt><dd><Afwezig partij={uitkomst.besluit.verzuim} scholen={scholen} /></dd></div>
        <div><dt>{tekst.hierna}</dt><dd><Hierna uitkomst={uitkomst} /></dd></div>
      </dl>
    </div>
  )
}

function contactVan(partij: Partij, scholen: Schoolpaar | null): Contact | undefined {
  if (partij === 'VO') return scholen?.vo
  return partij === 'MBO' ? scholen?.mbo : undefined
}

function Wie({ partij, scholen }: { partij: Partij, scholen: Schoolpaar | null }) {
  const tekst = useTekst(teksten)
  const contact = contactVan(partij, scholen)
  return contact === undefined ? <strong>{tekst.partij[partij]}</strong> : <><strong>{contact.naam}</strong>{`, ${tekst.partij[partij].charAt(0).toLowerCase()}${tekst.partij[partij].slice(1)}`}</>
}

function Inschrijving({ uitkomst: { besluit: { registraties: { rodVo, rodMbo } } } }: Pick<Uitkomstblad, 'uitkomst'>) {
  const { inschrijving: { vo, mbo } } = useTekst(teksten)
  return <>{[rodVo === null ? '' : vo[rodVo], rodMbo === null ? '' : mbo[rodMbo]].filter((zin) => zin !== '').join(' ')}</>
}

function Afwezig({ partij, scholen }: { partij: Partij, scholen: Schoolpaar | null }) {
  const tekst = useTekst(teksten)
  const contact = contactVan(partij, scholen)
  if (contact === undefined || contact.telefoon === null) return <>{contact === undefined ? '' : <strong>{`${contact.naam}. `}</strong>}{tekst.afwezigBij[partij]}</>
  return <><a class="uitkomst__bel" href={`tel:${contact.telefoon.replaceAll(/[^+\d]/g, '')}`}>{contact.telefoon}</a><span class="uitkomst__wie">{contact.naam}</span></>
}

function Hierna({ uitkomst: { hierna, einde, moetNaarSchool, ...uitkomst } }: Pick<Uitkomstblad, 'uitkomst'>) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  const taal = useTaal()
  const dagwoord = hierna === null ? '' : hierna.soort === 'aanmelden' ? dagZonderJaar(hierna.maanddag, taal) : lang(hierna.dag)
  const [wanneer = '', zin = ''] = hierna === null ? tekst.geenDag[einde.id] ?? [] : tekst.hiernaZin[hierna.soort](dagwoord)
  const stopt = isStoppen({ ...uitkomst, hierna, einde, moetNaarSchool })
  return <><strong>{wanneer}</strong>{zin}{stopt && moetNaarSchool && <span class="uitkomst__wie">{tekst.leerplicht}</span>}</>
}

/** Een dag die elk jaar terugkomt: 1 april. */
function dagZonderJaar(maanddag: string, taal: 'nl' | 'en'): string {
  return datumsIn(taal).lang(datum(`2000-${maanddag}`)).replace(/ 2000$/, '')
}

/** Op een telefoon: alleen de eigen weg, met bij elke vraag de andere keuze. */
function Weglijst({ schema, weg }: Pick<Uitkomstblad, 'schema' | 'weg'>) {
  return <ol class="weglijst">{weg.schakels.map((schakel) => <Wegstap key={'einde' in schakel ? schakel.einde.id : schakel.stap.id} schema={schema} schakel={schakel} />)}</ol>
}

function Wegstap({ schema, schakel }: { schema: Stroomschema, schakel: Schakel }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  if ('einde' in schakel) {
    const { naam, tekening } = inTaal(schakel.einde, taal)
    return <li class="weglijst__einde"><strong>{naam}</strong>{schakel.einde.naar === null && <span>{tekening}</span>}</li>
  }
  const { stap, antwoord } = schakel
  const anders = stap.antwoorden.filter(({ naar, lijn }) => naar !== antwoord.naar && lijn !== null)
  return (
    <li class="weglijst__vraag">
      <span class="weglijst__nummer" aria-hidden="true">{stap.id.slice(1)}</span>
      <strong>{inTaal(stap, taal).vraag}</strong>
      <span class="weglijst__keuze"><span class="weglijst__antwoord">{inTaal(antwoord, taal).tekst}</span>{anders.map((ander) => <span key={ander.code}>{tekst.anders(inTaal(ander, taal).tekst, doelwoord(schema, ander.naar, taal))}</span>)}</span>
    </li>
  )
}

/** Waar een antwoord heen gaat, in woorden. */
export function doelwoord(schema: Stroomschema, naar: string, taal: 'nl' | 'en'): string {
  const tekst = teksten[taal]
  const einde = schema.einden.get(naar)
  if (einde !== undefined) return inTaal(einde, taal).naam
  return schema.stappen.has(naar) ? tekst.naarVraag(naar.slice(1)) : tekst.gaDoor
}

/** Waarom, wat de scholen volgens het besluit moeten doen, welke vragen nu kunnen spelen, en met wie je praat. */
function Waarom({ blad: { schema, weg, gegeven, uitkomst } }: { blad: Uitkomstblad }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const signalen = isStoppen(uitkomst) ? [] : uitkomst.besluit.signalen
  const vragen = uitkomst.einde.verder.flatMap((id) => schema.stappen.get(id) ?? [])
  return (
    <div class="stroomwaarom">
      {signalen.length > 0 && <section aria-labelledby="actie"><h2 class="utrecht-heading-3" id="actie">{tekst.actieKop}</h2>{signalen.map(({ code }) => <p key={code}>{inTaal(signaaltekst(code), taal).watTeDoen}</p>)}</section>}
      <section aria-labelledby="waarom">
        <h2 class="utrecht-heading-3" id="waarom">{tekst.waaromKop}</h2>
        <p>{tekst.waarom}{' '}{tekst.geld[uitkomst.besluit.bekostiging]}</p>
        <p class="zekerheid"><ZekerheidStippen zeker={false} />{tekst.afgeleid}</p>
        <details class="niet-op-papier">
          <summary class="linkknop">{tekst.regelsKop(uitkomst.regels.length)}</summary>
          <ul class="stroomwaarom__regels">{uitkomst.regels.map((id) => <li key={id}><a class="utrecht-link utrecht-link--html-a" href={`/regels/${id}`}>{inTaal(regel(id), taal).titel}</a><span class="klein">{` ${id}`}</span></li>)}</ul>
        </details>
      </section>
      <section aria-labelledby="praten"><h2 class="utrecht-heading-3" id="praten">{tekst.pratenKop}</h2><p>{tekst.praten}</p></section>
      {vragen.length > 0 && <section class="niet-op-papier" aria-labelledby="verandert"><h2 class="utrecht-heading-3" id="verandert">{tekst.veranderKop}</h2><ul class="stroomwaarom__vragen">{vragen.map((stap) => <li key={stap.id}><a class="utrecht-link utrecht-link--html-a" href={schemaadres({ ...weg, paar: gegeven.paar, vraag: stap.id })}>{inTaal(stap, taal).vraag}</a></li>)}</ul></section>}
    </div>
  )
}
