import { tekenBladzijde, type Omgeving } from '../kader/bladzijde.tsx'
import { type Json, type Koppelvlak, leesKoppelvlak } from './document.ts'
import { OperatieUitleg } from './operatie.tsx'
import { Alineas, Zin } from './opmaak.tsx'
import { Vorm } from './schema.tsx'

export interface Koppelvlakwijziging {
  readonly versie: string
  readonly datum: string
  readonly tekst: string
}

/** De documentatie van het koppelvlak, uit het OpenAPI-document. Te lezen zonder JavaScript; "Probeer het" heeft het script nodig. */
export function tekenKoppelvlak(omgeving: Omgeving, script: string, document: Json, wijzigingen: readonly Koppelvlakwijziging[]): string {
  const koppelvlak = leesKoppelvlak(document)
  return tekenBladzijde({
    omgeving, titel: 'Koppelvlak', scripts: [script],
    children: (
      <>
        <h1 class="utrecht-heading-1">Koppelvlak voor systemen</h1>
        <p class="ondertitel">{`Versie ${koppelvlak.versie} · adres `}<code>{koppelvlak.adres}</code>{' · '}<a class="utrecht-link utrecht-link--html-a" href="/v1/openapi.json">OpenAPI-document</a></p>
        <div class="koppelvlak">
          <Inhoudsopgave koppelvlak={koppelvlak} />
          <div class="koppelvlak__tekst">
            <div class="koppelvlak__inleiding"><Alineas tekst={koppelvlak.inleiding} /></div>
            {koppelvlak.groepen.map(({ naam, uitleg, operaties }) => (
              <section key={naam} aria-labelledby={`groep-${naam}`}>
                <h2 class="utrecht-heading-2" id={`groep-${naam}`}>{naam}</h2>
                <p class="lees"><Zin tekst={uitleg} /></p>
                {operaties.map((operatie) => <OperatieUitleg key={operatie.id} operatie={operatie} adres={koppelvlak.adres} />)}
              </section>
            ))}
            <Vormen koppelvlak={koppelvlak} />
            <Wijzigingen wijzigingen={wijzigingen} />
          </div>
        </div>
      </>
    ),
  })
}

function Inhoudsopgave({ koppelvlak: { groepen } }: { koppelvlak: Koppelvlak }) {
  return (
    <nav class="koppelvlak__menu" aria-label="Operaties">
      {groepen.map(({ naam, operaties }) => (
        <details key={naam} class="menugroep">
          <summary>{naam}</summary>
          <ul>{operaties.map(({ id, titel }) => <li key={id}><a href={`#${id}`}>{titel}</a></li>)}</ul>
        </details>
      ))}
      <ul class="menugroep__los">
        <li><a href="#vormen">Vormen</a></li>
        <li><a href="/v1/problemen">Fouten</a></li>
        <li><a href="#wijzigingen">Wijzigingen</a></li>
      </ul>
    </nav>
  )
}

function Vormen({ koppelvlak: { vormen } }: { koppelvlak: Koppelvlak }) {
  return (
    <section aria-labelledby="vormen">
      <h2 class="utrecht-heading-2" id="vormen">Vormen</h2>
      <p class="lees">De berichten en hun velden. Operaties verwijzen hiernaar.</p>
      {vormen.map(({ naam, schema }) => (
        <article key={naam} class="operatie">
          <h3 class="utrecht-heading-3" id={`vorm-${naam}`}>{naam}</h3>
          {typeof schema['description'] === 'string' && <p><Zin tekst={schema['description']} /></p>}
          <Vorm schema={schema} />
        </article>
      ))}
    </section>
  )
}

function Wijzigingen({ wijzigingen }: { wijzigingen: readonly Koppelvlakwijziging[] }) {
  return (
    <section aria-labelledby="wijzigingen">
      <h2 class="utrecht-heading-2" id="wijzigingen">Wijzigingen per versie</h2>
      <p>Binnen een hoofdversie komen er alleen operaties en velden bij. Een hoofdversie blijft ten minste twaalf maanden werken nadat haar opvolger er is.</p>
      <ul class="velden">{wijzigingen.map(({ versie, datum, tekst }) => <li key={versie}><p><strong>{versie}</strong> <span class="klein">{datum}</span></p><p><Zin tekst={tekst} /></p></li>)}</ul>
    </section>
  )
}
