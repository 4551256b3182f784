import type { Schemaweg } from '../../beslissing/index.ts'
import { inTaal, type Schemaantwoord, type Schemastap, type Stroomschema } from '../../normen/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { ZekerheidStippen } from '../kader/iconen.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { Schematekening } from './tekening.tsx'
import { teksten } from './teksten.ts'
import { doelwoord } from './uitkomstpagina.tsx'
import { naamVan, schemaadres, type Schemavraag } from './vraag.ts'

interface Lijstblad {
  readonly omgeving: Omgeving
  readonly schema: Stroomschema
  readonly weg: Schemaweg
  readonly gegeven: Schemavraag
}

/** Alle stappen in woorden: voor wie niet kan kijken of niet wil kiezen. */
export function tekenLijst(blad: Lijstblad): string {
  const { omgeving, schema, weg, gegeven } = blad
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.lijstTitel, menu: 'stroomschema',
    children: (
      <>
        <h1 class="vraag">{tekst.lijstTitel}</h1>
        <p class="lees-groot leesblok">{tekst.lijstIntro}</p>
        <p class="zekerheid"><ZekerheidStippen zeker={false} />{tekst.afgeleid}</p>
        <p class="stroom__terug"><a class="utrecht-link utrecht-link--html-a" href={schemaadres({ ...weg, paar: gegeven.paar })}>{tekst.terugNaarVragen}</a></p>
        <section class="stroomweg"><Schematekening schema={schema} weg={weg.gezet.length === 0 ? null : weg} fase={null} /></section>
        <section aria-labelledby="alle-vragen">
          <h2 class="utrecht-heading-2" id="alle-vragen">{tekst.lijstKop}</h2>
          <ol class="schemalijst">{[...schema.stappen.values()].map((stap) => <Stapregel key={stap.id} blad={blad} stap={stap} />)}</ol>
        </section>
        <section aria-labelledby="alle-uitkomsten">
          <h2 class="utrecht-heading-2" id="alle-uitkomsten">{tekst.eindenKop}</h2>
          <dl class="antwoorden">{[...schema.einden.values()].map((einde) => <div key={einde.id} class="antwoorden__regel" id={einde.id.toLowerCase()}><dt>{inTaal(einde, omgeving.taal).naam}</dt><dd>{inTaal(einde, omgeving.taal).tekening}</dd><dd>{einde.regels.map((id) => <a key={id} class="regelchip" href={`/regels/${id}`}>{id}</a>)}</dd></div>)}</dl>
        </section>
      </>
    ),
  })
}

function Stapregel({ blad: { schema, weg, gegeven }, stap }: { blad: Lijstblad, stap: Schemastap }) {
  const taal = useTaal()
  const kanNu = weg.open?.id === stap.id || weg.gezet.some((gezet) => gezet.stap.id === stap.id) || weg.einde?.verder.includes(stap.id) === true
  const { vraag, uitleg } = inTaal(stap, taal)
  return (
    <li class="schemalijst__stap" id={naamVan(stap.id)} value={Number(stap.id.slice(1))}>
      <p class="schemalijst__vraag">{kanNu ? <a class="utrecht-link utrecht-link--html-a" href={schemaadres({ ...weg, paar: gegeven.paar, vraag: stap.id })}>{vraag}</a> : vraag}</p>
      <p>{uitleg}</p>
      <ul>{stap.antwoorden.map((antwoord) => <Keuze key={antwoord.code} schema={schema} antwoord={antwoord} gekozen={weg.gezet.some((gezet) => gezet.stap.id === stap.id && gezet.antwoord.code === antwoord.code)} />)}</ul>
    </li>
  )
}

function Keuze({ schema, antwoord, gekozen }: { schema: Stroomschema, antwoord: Schemaantwoord, gekozen: boolean }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const { naar, met } = antwoord
  const woord = met === null ? doelwoord(schema, naar, taal) : tekst.terugNaarVraag(naar.slice(1))
  const anker = schema.stappen.has(naar) || schema.einden.has(naar) ? `#${naar.toLowerCase()}` : undefined
  return <li><strong>{inTaal(antwoord, taal).tekst}</strong>{': '}{anker === undefined ? woord : <a class="utrecht-link utrecht-link--html-a" href={anker}>{woord}</a>}{gekozen && <span class="weglijst__antwoord">{tekst.jouwAntwoord}</span>}</li>
}
