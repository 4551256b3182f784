import type { Veldfout } from '../../kern/weigering.ts'
import type { Afspraakbeeld } from '../../leerroute/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { Tekstveld } from '../kader/onderdelen/veld.tsx'
import { Feiten, naamVan, Sleutelvelden } from './page.tsx'
import { teksten } from './teksten.ts'

/** Wat er bevestigd wordt staat er helemaal: wie bevestigt, tekent voor zijn bestuur. */
export function tekenBevestig(omgeving: Omgeving, afspraak: Afspraakbeeld): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.bevestigTitel, menu: 'afspraken',
    children: (
      <div class="leesblok">
        <Kruimelpad stappen={[[tekst.titel, '/afspraken']]} hier={tekst.bevestigTitel} />
        <h1 class="utrecht-heading-1">{tekst.bevestigTitel}</h1>
        <p class="lees">{tekst.bevestigIntro}</p>
        <h2 class="utrecht-heading-2"><Nederlands>{naamVan(afspraak, tekst.regelingVan)}</Nederlands></h2>
        <Feiten afspraak={afspraak} />
        <Formulier omgeving={omgeving} actie="/afspraken/bevestig" knop={tekst.bevestigKnop} soort="primary"><Sleutelvelden afspraak={afspraak} versie={afspraak.versie} /></Formulier>
        <p><a class="utrecht-link utrecht-link--html-a" href="/afspraken">{tekst.terug}</a></p>
      </div>
    ),
  })
}

/** Beëindigen: een laatste dag, met wie het raakt. */
export function tekenEinde(omgeving: Omgeving, afspraak: Afspraakbeeld, getypt: string, fouten: readonly Veldfout[]): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.eindeTitel, fout: fouten.length > 0, menu: 'afspraken',
    children: (
      <div class="leesblok">
        <Kruimelpad stappen={[[tekst.titel, '/afspraken']]} hier={tekst.eindeTitel} />
        <h1 class="utrecht-heading-1">{tekst.eindeTitel}</h1>
        <Foutenoverzicht fouten={fouten} />
        <p class="lees"><strong><Nederlands>{naamVan(afspraak, tekst.regelingVan)}</Nederlands></strong></p>
        <p class="lees">{tekst.eindeIntro(afspraak.studenten)}</p>
        {afspraak.soort === 'overeenkomst' && <p>{tekst.eindePartner}</p>}
        <Formulier omgeving={omgeving} actie="/afspraken/einde" knop={tekst.eindeKnop} soort="primary">
          <Sleutelvelden afspraak={afspraak} versie={afspraak.versie} />
          <Tekstveld naam="laatsteDag" label={tekst.laatsteDag} hint={tekst.laatsteDagHint} fouten={fouten} waarde={getypt} lengte={20} />
        </Formulier>
        <p><a class="utrecht-link utrecht-link--html-a" href="/afspraken">{tekst.terug}</a></p>
      </div>
    ),
  })
}
