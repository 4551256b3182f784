import { bron } from '../../normen/index.ts'
import type { Regeltekst } from '../../normen/index.ts'
import { tekenBladzijde, type Omgeving } from '../kader/bladzijde.tsx'
import { ZekerheidStippen } from '../kader/iconen.tsx'
import { middel } from '../woorden/datumwoorden.ts'
import { hoofdletter } from '../woorden/woorden.ts'

/** Eén regel in gewone woorden, met zijn bronnen en hoe zeker hij is. */
export function tekenRegel(omgeving: Omgeving, regel: Regeltekst): string {
  return tekenBladzijde({
    omgeving, titel: `${regel.titel} (${regel.id})`, menu: 'regels',
    children: (
      <article class="leesblok">
        <nav aria-label="U bent hier" class="kruimelpad"><a class="utrecht-link utrecht-link--html-a" href="/regels">Regels en bronnen</a><span aria-hidden="true">/</span><span>{regel.id}</span></nav>
        <h1 class="utrecht-heading-1">{regel.titel}</h1>
        <p class="lees-groot">{regel.uitleg}</p>
        <p class="zekerheid"><ZekerheidStippen zeker={regel.zekerheid === 'zeker'} />{regel.zekerheid === 'zeker' ? 'Zeker: dit staat in de bron.' : 'Afgeleid: dit is onze lezing van de bron.'}</p>
        {regel.kanttekening !== null && <p class="kader-rustig">{regel.kanttekening}</p>}
        {regel.nietInCode !== null && <p class="kader-rustig">{`Het register beslist deze regel niet zelf. ${regel.nietInCode}`}</p>}
        <h2 class="utrecht-heading-2">Bronnen</h2>
        <ul class="bronnen">{regel.bronnen.map((id) => <Bronregel key={id} id={id} />)}</ul>
      </article>
    ),
  })
}

export function tekenRegels(omgeving: Omgeving, alle: readonly Regeltekst[]): string {
  const perDomein = Map.groupBy(alle, ({ domein }) => domein)
  return tekenBladzijde({
    omgeving, titel: 'Regels en bronnen', menu: 'regels',
    children: (
      <>
        <h1 class="utrecht-heading-1">Regels en bronnen</h1>
        <p class="lees-groot leesblok">{`Elk besluit noemt de regels waarop het steunt. Dit zijn er ${alle.length}. Bij elke regel staat de bron en hoe zeker hij is.`}</p>
        {[...perDomein].map(([domein, regels]) => (
          <section key={domein} aria-labelledby={`domein-${domein}`}>
            <h2 class="utrecht-heading-2" id={`domein-${domein}`}>{domein === 'rio' ? 'RIO' : hoofdletter(domein)}</h2>
            <ul class="regellijst">
              {regels.map((regel) => <li key={regel.id}><a class="utrecht-link utrecht-link--html-a" href={`/regels/${regel.id}`}>{regel.titel}</a><span class="klein">{`${regel.id} · ${regel.zekerheid}`}</span></li>)}
            </ul>
          </section>
        ))}
      </>
    ),
  })
}

function Bronregel({ id }: { id: string }) {
  const { titel, url, gelezenOp, toelichting } = bron(id)
  return <li>{url === null ? titel : <a class="utrecht-link utrecht-link--html-a" href={url} rel="noreferrer">{titel}</a>}<span class="klein">{`${id} · gelezen op ${middel(gelezenOp)}${toelichting ? ` · ${toelichting}` : ''}`}</span></li>
}
