import { type Controle, type Controledoel, foutenIn } from '../../aanlevering/index.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht } from '../kader/onderdelen/melding.tsx'
import { Veld } from '../kader/onderdelen/veld.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { aantalIn } from './cijfers.ts'
import { padVan } from './paden.ts'
import { teksten } from './teksten.ts'

export interface Kiesbladzijde {
  readonly omgeving: Omgeving
  readonly doel: Controledoel
  readonly controles: readonly Controle[]
  readonly fouten: readonly Veldfout[]
  /** Kiest welke controle het wordt: twee keer versturen is er een (S-17). */
  readonly nieuwId: string
  readonly maxBytes: number
  /** Of de lezer ook mag vergelijken, en bij vergelijken ook mag leveren. */
  readonly ook: boolean
}

/** Een bestand kiezen, en wat er al stond. */
export function tekenKies(props: Kiesbladzijde): string {
  const { omgeving, doel, fouten } = props
  const tekst = teksten[omgeving.taal]
  const titel = doel === 'controleren' ? tekst.menu : tekst.vergelijkTitel
  return tekenBladzijde({
    omgeving, titel, fout: fouten.length > 0, menu: 'controleren',
    children: (
      <>
        {doel === 'vergelijken' && <Kruimelpad stappen={[[tekst.menu, '/controleren']]} hier={tekst.vergelijkTitel} />}
        <h1 class="utrecht-heading-1">{titel}</h1>
        <p class="lees-groot controle-intro">{doel === 'controleren' ? tekst.intro : tekst.vergelijkIntro}</p>
        <Foutenoverzicht fouten={fouten} />
        <div class="controle-kolommen">
          <div><Kiesformulier {...props} /><Lijst {...props} /></div>
          <Zijkant {...props} />
        </div>
      </>
    ),
  })
}

function Kiesformulier({ omgeving, doel, fouten, nieuwId, maxBytes }: Kiesbladzijde) {
  const tekst = useTekst(teksten)
  const mb = aantalIn(useTaal())(Math.floor(maxBytes / 2 ** 20))
  return (
    <Formulier omgeving={omgeving} actie={padVan(doel)} knop={doel === 'controleren' ? tekst.controleer : tekst.vergelijkKnop} soort="primary" bestand>
      <input type="hidden" name="controleId" value={nieuwId} />
      <Veld naam="bestand" label={tekst.kies} hint={doel === 'controleren' ? tekst.kiesHint(mb) : tekst.vergelijkHint(mb)} fouten={fouten} maak={(attributen) => <input type="file" class="bestandsveld" {...attributen} accept=".csv,.txt,.xml,.ndjson,.jsonl,.json" />} />
    </Formulier>
  )
}

function Zijkant({ doel, ook }: Kiesbladzijde) {
  const tekst = useTekst(teksten)
  return (
    <aside class="zijvak" aria-label={doel === 'controleren' ? tekst.watNu : tekst.waaromKop}>
      <h2 class="utrecht-heading-3">{doel === 'controleren' ? tekst.watNu : tekst.waaromKop}</h2>
      {(doel === 'controleren' ? tekst.naKies : tekst.waarom).map((zin) => <p key={zin}>{zin}</p>)}
      {doel === 'controleren' && <p><a class="utrecht-link utrecht-link--html-a" href="/leveringen">{tekst.naast}</a></p>}
      {ook && <p>{doel === 'controleren' ? <a class="utrecht-link utrecht-link--html-a" href="/vergelijken">{tekst.vergelijkLink}</a> : <a class="utrecht-link utrecht-link--html-a" href="/controleren">{tekst.menu}</a>}</p>}
    </aside>
  )
}

function Lijst({ doel, controles }: Kiesbladzijde) {
  const tekst = useTekst(teksten)
  const { moment } = useDatums()
  const [, gekozen, stand, uitkomst] = tekst.kolommen
  return (
    <section aria-labelledby="uw-bestanden" class="controle-blok">
      <h2 class="utrecht-heading-2" id="uw-bestanden">{tekst.uwBestanden}</h2>
      {controles.length === 0 ? <p class="ondertitel">{tekst.geenBestanden}</p> : (
        <table class="utrecht-table utrecht-table--html-table stapel">
          <caption class="alleen-voorlezen">{tekst.uwBestanden}</caption>
          <thead><tr>{tekst.kolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
          <tbody>
            {controles.map((controle) => (
              <tr key={controle.controleId}>
                <th scope="row" class="controle-naam"><a class="utrecht-link utrecht-link--html-a" href={`${padVan(doel)}/${controle.controleId}`}>{controle.bestandsnaam ?? tekst.zonderNaam}</a></th>
                <td data-kop={gekozen}>{moment(controle.aangebodenOp)}</td>
                <td data-kop={stand}>{controle.aanleveringId === null ? tekst.standen[controle.staat] : tekst.geleverd}</td>
                <td data-kop={uitkomst}><Uitkomst controle={controle} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Uitkomst({ controle: { verslag, staat, doel } }: { controle: Controle }) {
  const tekst = useTekst(teksten)
  const getal = aantalIn(useTaal())
  if (verslag === null || staat !== 'klaar') return <>–</>
  if (verslag.onleesbaar !== null) return <>{tekst.onleesbaar}</>
  if (doel === 'vergelijken') {
    const n = (verslag.vergelijking?.anders ?? 0) + (verslag.vergelijking?.alleenBestand ?? 0) + (verslag.vergelijking?.alleenRegister ?? 0)
    return <>{n === 0 ? tekst.geenVerschil : tekst.verschillen(getal(n), n === 1)}</>
  }
  const fouten = foutenIn(verslag)
  return <>{fouten === 0 ? tekst.geenFouten : tekst.fouten(getal(fouten), fouten === 1)}</>
}
