import type { Datum } from '../../kern/datum.ts'
import type { Afspraakbeeld, Afspraaksleutel, Afsprakenbeeld, Afspraakwaarschuwing } from '../../leerroute/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { SignaalIcoon } from '../kader/iconen.tsx'
import { Formulier } from '../kader/onderdelen/formulier.tsx'
import { Aandacht, Gelukt, Leegstand } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

export interface Afsprakenbladzijde {
  readonly omgeving: Omgeving
  readonly beeld: Afsprakenbeeld
  readonly vandaag: Datum
  readonly gedaan: 'bevestigd' | 'gestopt' | null
  readonly intussen: boolean
  /** Naar de studenten zonder afspraak; null voor wie geen studenten ziet. */
  readonly studentenadres: string | null
}

/** Elke afspraak van de eigen besturen: eerst wat aandacht vraagt. */
export function tekenAfspraken({ omgeving, beeld, vandaag, gedaan, intussen, studentenadres }: Afsprakenbladzijde): string {
  const tekst = teksten[omgeving.taal]
  const voorbij = beeld.afspraken.filter(({ tot, waarschuwingen }) => tot !== null && tot < vandaag && waarschuwingen.length === 0)
  const nu = beeld.afspraken.filter((afspraak) => !voorbij.includes(afspraak))
  const [aandacht, orde] = [nu.filter(({ waarschuwingen }) => waarschuwingen.length > 0), nu.filter(({ waarschuwingen }) => waarschuwingen.length === 0)]
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'afspraken',
    children: (
      <>
        <div class="titelrij">
          <div class="titelrij__tekst"><h1 class="utrecht-heading-1">{tekst.titel}</h1><p class="ondertitel">{tekst.intro}</p></div>
          <Formulier omgeving={omgeving} actie="/afspraken" knop={tekst.nieuw} soort="primary" />
        </div>
        {gedaan !== null && <Gelukt>{tekst.gedaan[gedaan]}</Gelukt>}
        {intussen && <Aandacht kop={tekst.intussen}>{null}</Aandacht>}
        {beeld.zonderAfspraak > 0 && <Aandacht kop={tekst.zonderAfspraak(beeld.zonderAfspraak)}><p>{tekst.zonderAfspraakUitleg}{studentenadres !== null && <>{' '}<a class="utrecht-link utrecht-link--html-a" href={studentenadres}>{tekst.bekijkStudenten}</a></>}</p></Aandacht>}
        {beeld.afspraken.length === 0 && <Leegstand kop={tekst.leegKop}><p>{tekst.leeg}</p></Leegstand>}
        <Groep id="aandacht" kop={tekst.aandachtKop} afspraken={aandacht} omgeving={omgeving} vandaag={vandaag} />
        <Groep id="orde" kop={tekst.ordeKop} afspraken={orde} omgeving={omgeving} vandaag={vandaag} />
        <Groep id="voorbij" kop={tekst.voorbijKop} afspraken={voorbij} omgeving={omgeving} vandaag={vandaag} />
      </>
    ),
  })
}

function Groep({ id, kop, afspraken, omgeving, vandaag }: { id: string, kop: string, afspraken: readonly Afspraakbeeld[], omgeving: Omgeving, vandaag: Datum }) {
  if (afspraken.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 class="utrecht-heading-2 lijnkop" id={id}>{kop}<span class="teller afspraken__teller">{afspraken.length}</span></h2>
      {afspraken.map((afspraak) => <Afspraak key={`${afspraak.soort} ${afspraak.sleutel}`} afspraak={afspraak} omgeving={omgeving} vandaag={vandaag} />)}
    </section>
  )
}

function Afspraak({ afspraak, omgeving, vandaag }: { afspraak: Afspraakbeeld, omgeving: Omgeving, vandaag: Datum }) {
  const tekst = useTekst(teksten)
  const stand = standVan(afspraak, vandaag)
  const naam = naamVan(afspraak, tekst.regelingVan)
  return (
    <article class="afspraak">
      <div class="afspraak__kop">
        <h3 class="utrecht-heading-3"><Nederlands>{naam}</Nederlands></h3>
        <span class={stand === 'uzelf' ? 'stand stand--waarschuwing' : 'stand'}>{tekst.stand[stand]}</span>
      </div>
      {afspraak.soort === 'overeenkomst' && <p class="ondertitel">{tekst.soort.overeenkomst}</p>}
      {afspraak.waarschuwingen.length > 0 && <ul class="afspraak__waarschuwingen">{afspraak.waarschuwingen.map((een) => <li key={een}><SignaalIcoon niveau={NIVEAU[een]} maat={18} /><span>{tekst.waarschuwing[een]}</span></li>)}</ul>}
      <Feiten afspraak={afspraak} />
      <div class="knoppenrij afspraak__doe">
        {stand === 'uzelf' && <a class="utrecht-button utrecht-button--submit utrecht-button--primary-action knoplink knoplink--rij" href={adresVan('bevestig', afspraak)}>{tekst.bevestig}<span class="alleen-voorlezen"><Nederlands>{tekst.voor(naam)}</Nederlands></span></a>}
        <form method="post" action="/afspraken/wijzig"><Formulierbewijs omgeving={omgeving} /><Sleutelvelden afspraak={afspraak} /><button type="submit" class="linkknop">{tekst.wijzig}<span class="alleen-voorlezen"><Nederlands>{tekst.voor(naam)}</Nederlands></span></button></form>
        {stand !== 'voorbij' && <a class="utrecht-link utrecht-link--html-a" href={adresVan('einde', afspraak)}>{tekst.einde}<span class="alleen-voorlezen"><Nederlands>{tekst.voor(naam)}</Nederlands></span></a>}
      </div>
    </article>
  )
}

const NIVEAU = {
  verlopen: 'fout', 'loopt-af': 'waarschuwing', 'zelf-bevestigen': 'taak', 'kijken-voorbij': 'taak', 'eigenaar-weg': 'waarschuwing', 'kijken-nabij': 'info', 'wacht-op-partner': 'info',
  'zonder-overstapoptie': 'waarschuwing', 'zonder-eigenaar': 'waarschuwing', 'zonder-kijkdag': 'info',
} as const satisfies Record<Afspraakwaarschuwing, unknown>

/** Met wie, hoe lang, wie erover gaat en wie erop rust. */
export function Feiten({ afspraak }: { afspraak: Afspraakbeeld }) {
  const tekst = useTekst(teksten)
  const { lang, vanTot } = useDatums()
  const anderen = afspraak.partijen.filter(({ eigen }) => !eigen)
  const regels = [
    ...(anderen.length === 0 ? [] : [{ wat: tekst.met, waarde: <Nederlands>{anderen.map(({ naam }) => naam).join(', ')}</Nederlands> }]),
    { wat: tekst.looptijd, waarde: vanTot(afspraak.van, afspraak.tot) },
    ...(afspraak.soort === 'regeling' ? [] : [{ wat: tekst.bevestigdDoor, waarde: <>{afspraak.partijen.map(({ nummer, naam, bevestigd }) => <span key={nummer} class="regel">{bevestigd ? tekst.wel(naam) : tekst.nogNiet(naam)}</span>)}</> }]),
    { wat: tekst.eigenaar, waarde: <Eigenaar afspraak={afspraak} /> },
    { wat: tekst.kijk, waarde: afspraak.kijkOpnieuwOp === null ? tekst.geenKijk : lang(afspraak.kijkOpnieuwOp) },
    { wat: tekst.overstapoptie, waarde: afspraak.overstapoptie === null ? tekst.geenOverstap : <Nederlands>{afspraak.overstapoptie}</Nederlands> },
    { wat: tekst.studenten, waarde: tekst.aantalStudenten(afspraak.studenten) },
  ]
  return <dl class="afspraak__feiten">{regels.map(({ wat, waarde }) => <div key={wat}><dt>{wat}</dt><dd>{waarde}</dd></div>)}</dl>
}

function Eigenaar({ afspraak: { eigenaar, eigenaarNaam, eigenaarWegOp } }: { afspraak: Afspraakbeeld }) {
  const tekst = useTekst(teksten)
  const { moment } = useDatums()
  if (eigenaar === null) return <>{tekst.geenEigenaar}</>
  return <>{eigenaarNaam ?? tekst.andereEigenaar}{eigenaarWegOp !== null && <span class="regel afspraak__weg">{tekst.wegSinds(moment(eigenaarWegOp))}</span>}</>
}

export function Sleutelvelden({ afspraak, versie }: { afspraak: Afspraaksleutel, versie?: string }) {
  return <><input type="hidden" name="soort" value={afspraak.soort} /><input type="hidden" name="afspraak" value={afspraak.sleutel} />{versie !== undefined && <input type="hidden" name="versie" value={versie} />}</>
}

function standVan({ soort, partijen, tot }: Afspraakbeeld, vandaag: Datum): 'bevestigd' | 'wacht' | 'uzelf' | 'intern' | 'voorbij' {
  if (tot !== null && tot < vandaag) return 'voorbij'
  if (soort === 'regeling') return 'intern'
  if (partijen.some(({ eigen, bevestigd }) => eigen && !bevestigd)) return 'uzelf'
  return partijen.every(({ bevestigd }) => bevestigd) ? 'bevestigd' : 'wacht'
}

export function naamVan({ soort, sleutel, partijen }: Afspraakbeeld, regelingVan: (bestuur: string) => string): string {
  return soort === 'overeenkomst' ? sleutel : regelingVan(partijen[0]?.naam ?? '')
}

function adresVan(wat: 'bevestig' | 'einde', { soort, sleutel }: Afspraaksleutel): string {
  return `/afspraken/${wat}?${new URLSearchParams({ soort, afspraak: sleutel }).toString()}`
}
