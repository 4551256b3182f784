import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { teksten } from './teksten.ts'

export function tekenHulp(omgeving: Omgeving, contact: string): string {
  const { hulp } = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: hulp.titel, menu: 'hulp',
    children: (
      <article class="leesblok uitleg">
        <h1 class="utrecht-heading-1">{hulp.titel}</h1>
        <p class="lees-groot">{hulp.intro}</p>
        <Delen delen={hulp.delen} />
        <h2 class="utrecht-heading-2">{hulp.contactKop}</h2>
        <p class="lees">{hulp.contact}{' '}<Mail contact={contact} />. {hulp.contactZonder}</p>
        <p class="lees">{hulp.beveiliging}</p>
        <h2 class="utrecht-heading-2" id="woorden">{hulp.woordenKop}</h2>
        <dl class="antwoorden">{hulp.woorden.map(([woord, uitleg]) => <div key={woord} class="antwoorden__regel"><dt>{woord}</dt><dd>{uitleg}</dd></div>)}</dl>
      </article>
    ),
  })
}

/** S-77: eerlijk over wat er nog niet goed is, met datum en een adres. */
export function tekenToegankelijkheid(omgeving: Omgeving, contact: string): string {
  const { toegankelijkheid: tekst } = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.titel,
    children: (
      <article class="leesblok uitleg">
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        <p class="lees-groot">{tekst.intro}</p>
        <h2 class="utrecht-heading-2">{tekst.statusKop}</h2>
        <p class="lees">{tekst.status}</p>
        <Lijst kop={tekst.gedaanKop} zinnen={tekst.gedaan} />
        <Lijst kop={tekst.gatenKop} zinnen={tekst.gaten} />
        <h2 class="utrecht-heading-2">{tekst.meldKop}</h2>
        <p class="lees">{tekst.meld}{' '}<Mail contact={contact} />.</p>
        <p class="klein">{tekst.datum}</p>
      </article>
    ),
  })
}

export function tekenPrivacy(omgeving: Omgeving): string {
  const { privacy } = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: privacy.titel,
    children: (
      <article class="leesblok uitleg">
        <h1 class="utrecht-heading-1">{privacy.titel}</h1>
        <p class="lees-groot">{privacy.intro}</p>
        {omgeving.proefbalk && <p class="kader-rustig">{privacy.proef}</p>}
        <Delen delen={privacy.delen} />
      </article>
    ),
  })
}

function Delen({ delen }: { delen: readonly { readonly kop: string; readonly zinnen: readonly string[] }[] }) {
  return <>{delen.map(({ kop, zinnen }) => <Lijst key={kop} kop={kop} zinnen={zinnen} />)}</>
}

function Lijst({ kop, zinnen }: { kop: string, zinnen: readonly string[] }) {
  return <><h2 class="utrecht-heading-2">{kop}</h2><ul class="punten">{zinnen.map((zin) => <li key={zin}>{zin}</li>)}</ul></>
}

function Mail({ contact }: { contact: string }) {
  return <a class="utrecht-link utrecht-link--html-a" href={`mailto:${contact}`}>{contact}</a>
}
