import { curlVan } from './curl.ts'
import type { AntwoordUitleg, Inhoud, Operatie, Parameter } from './document.ts'
import { Alineas, Codeblok, Zin } from './opmaak.tsx'
import { Probeer } from './probeer.tsx'
import { Soort, Vorm } from './schema.tsx'

/** Een operatie: wat zij doet, wat u meestuurt, wat u terugkrijgt, en een formulier om het te proberen. */
export function OperatieUitleg({ operatie, adres }: { operatie: Operatie, adres: string }) {
  const { id, methode, pad, titel, uitleg, verouderd, parameters, inhoud, antwoorden } = operatie
  const [gelukt, fouten] = [antwoorden.filter(({ status }) => Number(status) < 400), antwoorden.filter(({ status }) => Number(status) >= 400)]
  return (
    <article class="operatie" id={id} aria-labelledby={`${id}-titel`}>
      <h3 class="utrecht-heading-3" id={`${id}-titel`}><a class="operatie__anker" href={`#${id}`}>{titel}</a></h3>
      <p class="operatie__adres"><span class={`methode methode--${methode.toLowerCase()}`}>{methode}</span><code>{pad}</code>{verouderd && <span class="stand stand--waarschuwing">verdwijnt</span>}</p>
      <Alineas tekst={uitleg} />
      {parameters.length > 0 && <><h4>Wat u meestuurt</h4><ul class="velden">{parameters.map((een) => <ParameterUitleg key={een.naam} parameter={een} />)}</ul></>}
      {inhoud.map((deel) => <InhoudUitleg key={deel.mediatype} naam="Inhoud van het verzoek" inhoud={deel} />)}
      {gelukt.map((antwoord) => <AntwoordBlok key={antwoord.status} antwoord={antwoord} />)}
      <Foutenlijst fouten={fouten} />
      <Codeblok naam="Met curl" inhoud={curlVan(operatie, adres)} kopieer />
      <Probeer operatie={operatie} />
    </article>
  )
}

const PLAATS: Readonly<Record<string, string>> = { path: 'in het pad', query: 'in de vraag', header: 'kop' }

function ParameterUitleg({ parameter: { naam, in: plaats, verplicht, uitleg, schema } }: { parameter: Parameter }) {
  return (
    <li>
      <p class="veld__regel"><code>{naam}</code><span class="veld__soort">{PLAATS[plaats]}, <Soort schema={schema} />{verplicht ? ', verplicht' : ''}</span></p>
      <p class="klein"><Zin tekst={uitleg} /></p>
    </li>
  )
}

function InhoudUitleg({ naam, inhoud: { mediatype, schema, voorbeeld } }: { naam: string, inhoud: Inhoud }) {
  return (
    <>
      <h4>{naam} <span class="klein">{mediatype}</span></h4>
      <Vorm schema={schema} />
      {voorbeeld !== null && <Codeblok naam="Voorbeeld" inhoud={voorbeeld} kopieer />}
    </>
  )
}

function AntwoordBlok({ antwoord: { status, uitleg, koppen, inhoud } }: { antwoord: AntwoordUitleg }) {
  const [eerste] = inhoud
  return (
    <>
      <h4>{`Antwoord ${status}`}</h4>
      <p><Zin tekst={uitleg} /></p>
      {koppen.length > 0 && <p class="klein">{'Koppen: '}{koppen.map((kop, i) => <span key={kop}>{i > 0 ? ', ' : ''}<code>{kop}</code></span>)}</p>}
      {eerste !== undefined && (
        <details class="uitklap"><summary>{`Vorm en voorbeeld van ${status}`}</summary>
          <Vorm schema={eerste.schema} />
          {eerste.voorbeeld !== null && <Codeblok naam={`Voorbeeld ${status}`} inhoud={eerste.voorbeeld} />}
        </details>
      )}
    </>
  )
}

function Foutenlijst({ fouten }: { fouten: readonly AntwoordUitleg[] }) {
  return (
    <details class="uitklap"><summary>{`Fouten: ${fouten.map(({ status }) => status).join(', ')}`}</summary>
      <ul class="velden">{fouten.map(({ status, uitleg }) => <li key={status}><p><code>{status}</code> <Zin tekst={uitleg} /></p></li>)}</ul>
      <p class="klein"><a class="utrecht-link utrecht-link--html-a" href="/v1/problemen">Alle fouten met uitleg</a></p>
    </details>
  )
}
