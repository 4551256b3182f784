import { type Datum, datumInNederland } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { geldtOp, type Leverancier, type Mandaat, type Mandatenbeeld, SCOPEBETEKENIS, SCOPES } from '../../toegang/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { SignaalIcoon } from '../kader/iconen.tsx'
import type { Getypt } from '../kader/invoer.ts'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht, Gelukt } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { Keuzeveld, Tekstveld } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

const MENU = 'beheer/mandaten'

export interface Mandatenlijst {
  readonly omgeving: Omgeving
  readonly beeld: Mandatenbeeld
  readonly vandaag: Datum
  readonly gedaan: 'gegeven' | 'ingetrokken' | null
}

/** Welke leveranciers namens deze organisatie werken, wat zij mogen en tot wanneer. */
export function tekenMandaten({ omgeving, beeld: { mandaten, leveranciers }, vandaag, gedaan }: Mandatenlijst): string {
  const tekst = teksten[omgeving.taal]
  const naamVan = (oin: string): string => leveranciers.find((leverancier) => leverancier.oin === oin)?.naam ?? tekst.zonderSysteem
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: MENU,
    children: (
      <>
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        {gedaan !== null && <Gelukt>{tekst.gedaan[gedaan]}</Gelukt>}
        <p class="mandaatuitleg">{tekst.uitleg}</p>
        <p class="verder"><a class="utrecht-link utrecht-link--html-a" href="/beheer/mandaten/nieuw">{tekst.geefEen}</a></p>
        {mandaten.length === 0 ? <div class="kader-rustig"><p>{tekst.geen}</p></div> : mandaten.map((mandaat) => <Mandaatblok key={mandaat.mandaatId} omgeving={omgeving} mandaat={mandaat} naam={naamVan(mandaat.leverancierOin)} vandaag={vandaag} />)}
      </>
    ),
  })
}

function Mandaatblok({ omgeving, mandaat, naam, vandaag }: { omgeving: Omgeving, mandaat: Mandaat, naam: string, vandaag: Datum }) {
  const tekst = useTekst(teksten)
  const { lang, middel } = useDatums()
  const { mandaatId, leverancierOin, scopes, geldigVan, geldigTotEnMet, laatstTokenOp } = mandaat
  return (
    <section class="kader-rustig mandaat" aria-labelledby={`mandaat-${mandaatId}`}>
      <h2 class="utrecht-heading-3" id={`mandaat-${mandaatId}`}>{naam}</h2>
      <p>{`OIN ${leverancierOin}`}</p>
      <p>{`${tekst.geldig(middel(geldigVan), geldigTotEnMet === null ? null : middel(geldigTotEnMet))} `}<strong>{tekst.stand[stand(mandaat, vandaag)]}</strong></p>
      <ul>{scopes.map((scope) => <li key={scope}><Nederlands>{SCOPEBETEKENIS[scope].uitleg}</Nederlands></li>)}</ul>
      <p class="klein">{laatstTokenOp === null ? tekst.nooitGebruikt : tekst.laatstGebruikt(lang(datumInNederland(new Date(laatstTokenOp))))}</p>
      {mandaat.ingetrokkenOp === null && (geldigTotEnMet === null || geldigTotEnMet >= vandaag) && <Formulier omgeving={omgeving} actie={`/beheer/mandaten/${mandaatId}/intrekken`} knop={tekst.trekIn(naam)} />}
    </section>
  )
}

function stand(mandaat: Mandaat, vandaag: Datum): 'geldt' | 'straks' | 'voorbij' | 'ingetrokken' {
  if (mandaat.ingetrokkenOp !== null) return 'ingetrokken'
  if (geldtOp(mandaat, vandaag)) return 'geldt'
  return mandaat.geldigVan > vandaag ? 'straks' : 'voorbij'
}

export interface NieuwMandaatbladzijde {
  readonly omgeving: Omgeving
  readonly leveranciers: readonly Leverancier[]
  readonly fouten: readonly Veldfout[]
  readonly getypt: Getypt
  /** Aangevinkte scopes; blijven staan na een fout. */
  readonly gekozen: readonly string[]
}

export function tekenNieuwMandaat({ omgeving, leveranciers, fouten, getypt, gekozen }: NieuwMandaatbladzijde): string {
  const tekst = teksten[omgeving.taal]
  const vak = (naam: string) => ({ naam, waarde: getypt[naam], fouten })
  return tekenBladzijde({
    omgeving, titel: tekst.geefEen, fout: fouten.length > 0, menu: MENU,
    children: (
      <>
        <Kruimelpad stappen={[[tekst.titel, '/beheer/mandaten']]} hier={tekst.geefEen} />
        <h1 class="utrecht-heading-1">{tekst.geefEen}</h1>
        <Foutenoverzicht fouten={fouten} />
        <p class="mandaatuitleg">{tekst.uitlegNieuw}</p>
        {leveranciers.length === 0 ? <div class="kader-rustig"><p>{tekst.geenLeveranciers}</p></div> : (
          <Formulier omgeving={omgeving} actie="/beheer/mandaten/nieuw" knop={tekst.geefDit} soort="primary">
            <Keuzeveld {...vak('leverancierOin')} label={tekst.leverancier} keuzes={[{ waarde: '', tekst: tekst.kiesLeverancier }, ...leveranciers.map(({ oin, naam }) => ({ waarde: oin, tekst: `${naam} (OIN ${oin})` }))]} />
            <Scopevakken fouten={fouten} gekozen={gekozen} />
            <div class="naast-elkaar">
              <Tekstveld {...vak('geldigVan')} label={tekst.eersteDag} hint={tekst.eersteDagHint} leeg />
              <Tekstveld {...vak('geldigTotEnMet')} label={tekst.laatsteDag} hint={tekst.laatsteDagHint} leeg />
            </div>
          </Formulier>
        )}
      </>
    ),
  })
}

function Scopevakken({ fouten, gekozen }: { fouten: readonly Veldfout[], gekozen: readonly string[] }) {
  const tekst = useTekst(teksten)
  const eigen = fouten.filter(({ veld }) => veld === 'scopes')
  return (
    <fieldset class={eigen.length === 0 ? 'veld mandaatvakjes' : 'veld veld--fout mandaatvakjes'} id="scopes" {...(eigen.length === 0 ? {} : { 'aria-describedby': 'scopes-fout' })}>
      <legend class="utrecht-form-label">{tekst.watMag}</legend>
      {eigen.map(({ regel, watTeDoen }) => <p key={regel} class="veldfout" id="scopes-fout"><SignaalIcoon niveau="fout" maat={16} /><Nederlands><span>{`${regel} ${watTeDoen}`}</span></Nederlands></p>)}
      {SCOPES.map((scope) => (
        <p key={scope}><label><input type="checkbox" class="utrecht-checkbox utrecht-checkbox--html-input" name="scopes" value={scope} checked={gekozen.includes(scope)} /><span><Nederlands>{SCOPEBETEKENIS[scope].uitleg}</Nederlands></span></label></p>
      ))}
    </fieldset>
  )
}
