import type { Veldfout } from '../../../kern/weigering.ts'
import type { Aanbiederregel } from '../../../organisatie/index.ts'
import type { GeregistreerdAanbod } from '../../../rio/index.ts'
import { type Omgeving, tekenBladzijde } from '../../kader/bladzijde.tsx'
import { Antwoorden, Formulier, Kruimelpad } from '../../kader/onderdelen/formulier.tsx'
import { Aandacht, Foutenoverzicht, Gelukt } from '../../kader/onderdelen/melding.tsx'
import { Tekstveld } from '../../kader/onderdelen/veld.tsx'
import { useTekst } from '../../kader/taal.ts'
import { datumsIn } from '../../woorden/datums.ts'
import { teksten } from '../teksten.ts'
import { aanbodadres } from '../vraag.ts'

export interface Aanbodbladzijde {
  readonly omgeving: Omgeving
  readonly aanbod: GeregistreerdAanbod
  /** De school en haar partners, met naam. */
  readonly scholen: readonly Aanbiederregel[]
}

/** Een eigen aanbod zoals het in RIO staat, met wat ermee kan. */
export function tekenAanbod({ omgeving, aanbod, scholen, gestopt, intussen }: Aanbodbladzijde & { readonly gestopt: boolean, readonly intussen: boolean }): string {
  const tekst = teksten[omgeving.taal]
  const { lang, moment } = datumsIn(omgeving.taal)
  const { inhoud } = aanbod
  const adres = aanbodadres({ brin: aanbod.brin, eigenSleutel: inhoud.eigenSleutel })
  const naam = (code: string): string => `${scholen.find((een) => een.code === code)?.school ?? ''} (${code})`
  return tekenBladzijde({
    omgeving, titel: tekst.aanbodTitel(watVan(aanbod, tekst.zonderProfiel)), menu: 'routematrix',
    children: (
      <div class="leesblok">
        <Kruimelpad stappen={[[tekst.terug, '/routematrix']]} hier={watVan(aanbod, tekst.zonderProfiel)} />
        <h1 class="utrecht-heading-1">{watVan(aanbod, tekst.zonderProfiel)}</h1>
        {gestopt && <Gelukt>{tekst.gestopt}</Gelukt>}
        {intussen && <Aandacht kop={tekst.gewijzigdIntussen}>{null}</Aandacht>}
        <Antwoorden regels={[
          { vraag: tekst.school, antwoord: naam(inhoud.onderwijsaanbieder) },
          { vraag: tekst.soort, antwoord: tekst.routes[inhoud.leerrouteKenmerk === 'DLR_VMBO_MBO' ? 'DLR' : 'GLR'] },
          { vraag: tekst.kwalificatie, antwoord: inhoud.opleidingcode ?? tekst.opDomein },
          { vraag: tekst.niveauLabel, antwoord: inhoud.niveau?.slice(4) ?? tekst.niveauOpen },
          { vraag: tekst.partners, antwoord: <>{inhoud.samenwerkendeOnderwijsaanbieders.map((code) => <span key={code} class="regel">{naam(code)}</span>)}</> },
          { vraag: tekst.begin, antwoord: lang(inhoud.begindatum) },
          { vraag: tekst.einde, antwoord: inhoud.einddatum ? lang(inhoud.einddatum) : tekst.geenEinde },
          { vraag: tekst.vastgelegd, antwoord: moment(aanbod.vastgelegdTijdstip) },
        ]} />
        <div class="knoppenrij">
          <Formulier omgeving={omgeving} actie={`${adres}/wijzig`} knop={tekst.wijzig} soort="primary" />
          <a class="utrecht-link utrecht-link--html-a" href={`${adres}/einde`}>{tekst.beeindig}</a>
        </div>
      </div>
    ),
  })
}

/** Stoppen met een route of een vergissing weghalen: twee verschillende dingen, elk met zijn gevolg. */
export function tekenEinde({ omgeving, aanbod, getypt, fouten }: Omit<Aanbodbladzijde, 'scholen'> & { readonly getypt: string, readonly fouten: readonly Veldfout[] }): string {
  const tekst = teksten[omgeving.taal]
  const adres = aanbodadres({ brin: aanbod.brin, eigenSleutel: aanbod.inhoud.eigenSleutel })
  return tekenBladzijde({
    omgeving, titel: tekst.eindeTitel, fout: fouten.length > 0, menu: 'routematrix',
    children: (
      <div class="leesblok">
        <Kruimelpad stappen={[[tekst.terug, '/routematrix'], [watVan(aanbod, tekst.zonderProfiel), adres]]} hier={tekst.eindeTitel} />
        <h1 class="utrecht-heading-1">{tekst.eindeTitel}</h1>
        <Foutenoverzicht fouten={fouten} />
        <p class="lees">{tekst.eindeIntro}</p>
        <h2 class="utrecht-heading-2">{tekst.stopKop}</h2>
        <p>{tekst.gevolgPartners}</p>
        <Formulier omgeving={omgeving} actie={`${adres}/einde`} knop={tekst.stopKnop} soort="primary">
          <Verborgen versie={aanbod.versie} doe="stop" />
          <Tekstveld naam="laatsteDag" label={tekst.laatsteDag} hint={tekst.laatsteDagHint} fouten={fouten} waarde={getypt} lengte={20} />
        </Formulier>
        <h2 class="utrecht-heading-2">{tekst.vervalKop}</h2>
        <p>{tekst.vervalUitleg}</p>
        <Formulier omgeving={omgeving} actie={`${adres}/einde`} knop={tekst.vervalKnop}><Verborgen versie={aanbod.versie} doe="verval" /></Formulier>
        <p><a class="utrecht-link utrecht-link--html-a" href={adres}><Terugwoord /></a></p>
      </div>
    ),
  })
}

function Terugwoord() {
  return <>{useTekst(teksten).stapTerug}</>
}

function Verborgen({ versie, doe }: { versie: string, doe: 'stop' | 'verval' }) {
  return <><input type="hidden" name="versie" value={versie} /><input type="hidden" name="wat" value={doe} /></>
}

export function watVan({ inhoud: { profiel, leerrouteKenmerk } }: GeregistreerdAanbod, zonder: string): string {
  return `${profiel ?? zonder} (${leerrouteKenmerk.slice(0, 3)})`
}
