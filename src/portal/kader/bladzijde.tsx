import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Beeldmerk, SignaalIcoon } from './iconen.tsx'
import { type Taal, taaladres, Taalcontext, useTekst } from './taal.ts'
import { teksten } from './teksten.ts'

/** Wie er kijkt, zoals het kader hem laat zien. */
export interface Ingelogd {
  readonly naam: string
  readonly organisatie: string
  readonly rol: string
  /** Bewijs dat een formulier van deze site komt. */
  readonly csrf: string
  /** Pad van het script dat waarschuwt voor het einde van de sessie, en na hoeveel seconden stilte het dat doet. */
  readonly waarschuwing: { readonly script: string; readonly seconden: number }
  /** Alleen waar hij bij mag. */
  readonly menu: readonly Menupunt[]
}

export interface Menupunt {
  readonly tekst: string
  readonly pad: string
}

/** Wat elke bladzijde nodig heeft van de server. */
export interface Omgeving {
  readonly css: string
  readonly lettertypen: readonly string[]
  readonly beeldmerk: string
  readonly script: string
  readonly taal: Taal
  readonly ingelogd: Ingelogd | null
  /** Openbare bladzijden in het hoofdmenu van wie niet is ingelogd. */
  readonly publiekmenu: readonly Menupunt[]
  /** Alle gegevens zijn verzonnen; dat staat dan boven de bladzijde. */
  readonly proefbalk: boolean
}

export interface BladzijdeProps {
  readonly omgeving: Omgeving
  readonly titel: string
  /** De titel begint dan met "Fout:", zodat een schermlezer het meteen zegt. */
  readonly fout?: boolean
  /** Pad van het hoofdmenu waar deze bladzijde onder valt, zonder de eerste schuine streep. */
  readonly menu?: string
  /** Paden van scripts die alleen deze bladzijde nodig heeft. */
  readonly scripts?: readonly string[]
  readonly children: ComponentChildren
}

/** Tekent een hele bladzijde; werkt zonder JavaScript. */
export function tekenBladzijde(props: BladzijdeProps): string {
  return `<!DOCTYPE html>\n${renderToString(<Taalcontext.Provider value={props.omgeving.taal}><Bladzijde {...props} /></Taalcontext.Provider>)}`
}

function Bladzijde({ omgeving, titel, fout, menu, scripts, children }: BladzijdeProps) {
  const tekst = useTekst(teksten)
  return (
    <html lang={omgeving.taal}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{`${fout ? `${tekst.fout}: ` : ''}${titel} - ${tekst.naam}`}</title>
        {omgeving.lettertypen.map((pad) => <link key={pad} rel="preload" href={pad} as="font" type="font/woff2" crossorigin="anonymous" />)}
        <link rel="stylesheet" href={omgeving.css} />
        <link rel="icon" href={omgeving.beeldmerk} type="image/svg+xml" />
        {[omgeving.script, ...(omgeving.ingelogd === null ? [] : [omgeving.ingelogd.waarschuwing.script]), ...(scripts ?? [])].map((pad) => <script key={pad} src={pad} defer />)}
      </head>
      <body>
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">{tekst.naarInhoud}</a>
        {omgeving.proefbalk && <Proefbalk />}
        {omgeving.ingelogd !== null && <Sessiewaarschuwing seconden={omgeving.ingelogd.waarschuwing.seconden} />}
        <Kop omgeving={omgeving} menu={menu} />
        <main id="inhoud" class="breedte" tabindex={-1}>{children}</main>
        <Voet ingelogd={omgeving.ingelogd !== null} />
      </body>
    </html>
  )
}

function Proefbalk() {
  const tekst = useTekst(teksten)
  return <aside class="proefbalk" aria-label={tekst.proefLabel}><div class="breedte proefbalk__rij"><p>{tekst.proef}</p></div></aside>
}

/** Verborgen tot het script hem toont: zonder JavaScript is er niets te verlengen. */
function Sessiewaarschuwing({ seconden }: { seconden: number }) {
  const tekst = useTekst(teksten)
  return (
    <div class="sessiebalk" role="alert" hidden data-sessie={seconden} data-voorbij={tekst.sessieVoorbij}>
      <div class="breedte sessiebalk__rij"><SignaalIcoon niveau="waarschuwing" maat={24} /><p>{tekst.sessieEindigt}</p><button type="button" class="utrecht-button utrecht-button--primary-action">{tekst.blijf}</button></div>
    </div>
  )
}

function Kop({ omgeving, menu }: { omgeving: Omgeving, menu: BladzijdeProps['menu'] }) {
  const tekst = useTekst(teksten)
  const { ingelogd, publiekmenu } = omgeving
  const punten = ingelogd?.menu ?? publiekmenu
  return (
    <header class="kop">
      <div class="breedte kop__rij">
        <a class="kop__merk" href="/"><Beeldmerk /><span>{tekst.naam}</span></a>
        <div class="kop__rechts">
          <Taalwissel omgeving={omgeving} />
          {ingelogd === null ? <a class="kop__inloggen" href="/inloggen">{tekst.inloggen}</a> : <Wie ingelogd={ingelogd} />}
        </div>
      </div>
      {punten.length > 0 && (
        <nav class="breedte menu" aria-label={tekst.hoofdmenu}>
          <ul>
            {punten.map(({ tekst: woord, pad }) => <Menuregel key={pad} href={pad} hier={pad === `/${menu ?? ''}`}>{woord}</Menuregel>)}
          </ul>
        </nav>
      )}
    </header>
  )
}

function Taalwissel({ omgeving: { taal } }: Pick<BladzijdeProps, 'omgeving'>) {
  const andere = taal === 'nl' ? 'en' : 'nl'
  return <a class="kop__taal" href={taaladres(andere)} lang={andere} hreflang={andere} rel="nofollow">{teksten[taal].andereTaal}</a>
}

function Wie({ ingelogd }: { ingelogd: Ingelogd }) {
  const tekst = useTekst(teksten)
  return (
    <div class="kop__wie">
      <p><strong>{ingelogd.naam}</strong><span class="kop__rol">{`${ingelogd.organisatie} · ${ingelogd.rol}`}</span></p>
      <form method="post" action="/uitloggen">
        <input type="hidden" name="csrf" value={ingelogd.csrf} />
        <button type="submit" class="linkknop">{tekst.uitloggen}</button>
      </form>
    </div>
  )
}

function Menuregel({ href, hier, children }: { href: string, hier: boolean, children: string }) {
  return <li><a href={href} {...(hier ? { 'aria-current': 'page' as const } : {})}>{children}</a></li>
}

function Voet({ ingelogd }: { ingelogd: boolean }) {
  const tekst = useTekst(teksten)
  const links = [['/hulp', tekst.hulp], ['/regels', tekst.regels], ['/v1/docs', tekst.koppelvlak], ['/toegankelijkheid', tekst.toegankelijkheid], ['/privacy', tekst.privacy], ...(ingelogd ? [['/sessies', tekst.sessies] as const] : [])] as const
  return (
    <footer class="voet">
      <div class="breedte voet__rij">
        <nav aria-label={tekst.voettekst} class="voet__links">{links.map(([pad, woord]) => <a key={pad} class="utrecht-link utrecht-link--html-a" href={pad}>{woord}</a>)}</nav>
        <p>{tekst.licentie}</p>
      </div>
    </footer>
  )
}
