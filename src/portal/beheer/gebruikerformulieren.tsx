import { DUOROLLEN, SCHOOLROLLEN, type Voorstel } from '../../toegang/index.ts'
import { Formulier } from '../kader/onderdelen/formulier.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { Keuzeveld, Tekstveld } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { useAccountwoorden } from '../woorden/accountwoorden.ts'
import type { Gebruikerbladzijde } from './gebruikerbeeld.ts'
import { Reden } from './onderdelen.tsx'
import { teksten } from './teksten.ts'

/** Een rol geven: welke, bij welke school, en tot wanneer. */
export function Rolformulier({ omgeving, beeld: { account, organisatie }, isZelf, formulier, fouten, getypt }: Gebruikerbladzijde) {
  const [{ rol: tekst, rollen: { laatsteDag, laatsteDagHint } }, woorden] = [useTekst(teksten).gebruiker, useAccountwoorden()]
  if (isZelf) return <section><h2 class="utrecht-heading-2">{tekst.kop}</h2><p>{tekst.nietZelf}</p></section>
  if (account.medewerker === null || !['NIEUW', 'ACTIEF', 'ACTIEF_TOKEN'].includes(account.toestand)) return null
  const mijn = formulier === 'rol'
  const vak = (naam: string) => ({ naam, waarde: mijn ? getypt[naam] : undefined, fouten: mijn ? fouten : [] })
  const rollen = organisatie.soort === 'DUO' ? ['beheerder', ...DUOROLLEN] : ['beheerder', ...SCHOOLROLLEN]
  const scholen = organisatie.scholen.flatMap(({ brin, naam, vestigingen }) => [{ waarde: brin, tekst: `${naam} (${brin})` }, ...vestigingen.map((code) => ({ waarde: code, tekst: tekst.alleenVestiging(naam, code) }))])
  return (
    <section>
      <h2 class="utrecht-heading-2">{tekst.kop}</h2>
      <Formulier omgeving={omgeving} actie={`/beheer/gebruikers/${account.accountId}/rollen`} knop={tekst.geef} soort="primary">
        <Keuzeveld {...vak('rol')} label={tekst.rol} keuzes={[{ waarde: '', tekst: tekst.kies }, ...rollen.map((rol) => ({ waarde: rol, tekst: `${woorden.rol(rol)}: ${woorden.uitleg(rol)}` }))]} />
        {scholen.length > 0 && <Keuzeveld {...vak('brin')} label={tekst.school} hint={tekst.schoolHint(woorden.rol('beheerder'))} leeg keuzes={[{ waarde: '', tekst: tekst.heel }, ...scholen]} />}
        <div class="naast-elkaar">
          <Tekstveld {...vak('van')} label={tekst.eersteDag} hint={tekst.eersteDagHint} leeg />
          <Tekstveld {...vak('totEnMet')} label={laatsteDag} hint={laatsteDagHint} leeg />
        </div>
        {account.intermediair !== null && <Tekstveld {...vak('besluitBestuur')} label={tekst.besluit} />}
        <Reden {...vak('reden')} hint={tekst.redenHint} leeg />
      </Formulier>
    </section>
  )
}

export function Naamformulier({ omgeving, beeld: { account, medewerkers }, formulier, fouten, getypt }: Gebruikerbladzijde) {
  const { naam: tekst } = useTekst(teksten).gebruiker
  const mijn = formulier === 'naam'
  const vast = { fouten: mijn ? fouten : [] }
  const keuzes = medewerkers.map(({ medewerkerId, naam }) => ({ waarde: medewerkerId, tekst: naam }))
  return (
    <Formulier omgeving={omgeving} actie={`/beheer/gebruikers/${account.accountId}/naam`} knop={account.medewerker === null ? tekst.stelVoor : tekst.bewaar}>
      {account.medewerker === null && keuzes.length > 0 && <Keuzeveld naam="medewerker" label={tekst.bekende} leeg waarde={mijn ? getypt['medewerker'] : ''} keuzes={[{ waarde: '', tekst: tekst.ander }, ...keuzes]} {...vast} />}
      <Tekstveld naam="naam" label={tekst.vanMedewerker} waarde={mijn ? getypt['naam'] : account.medewerker?.naam} {...vast} />
    </Formulier>
  )
}

/** Een naam die op een tweede persoon wacht: wie hem voorstelde trekt hem in, een ander bevestigt of wijst af. */
export function Naamvoorstel({ omgeving, beeld, voorstel, actorId, isDuo, formulier, fouten }: Gebruikerbladzijde & { voorstel: Voorstel }) {
  const [{ naam: tekst }, { dag }] = [useTekst(teksten).gebruiker, useAccountwoorden()]
  const { accountId } = beeld.account
  const zelf = voorstel.voorgesteldDoor === actorId
  const hier = voorstel.kant === (isDuo ? 'DUO' : 'ORGANISATIE')
  const knop = (doe: string, opschrift: string) => <Formulier omgeving={omgeving} actie={`/beheer/gebruikers/${accountId}/naamvoorstel`} knop={opschrift} rij><input type="hidden" name="doe" value={doe} /><input type="hidden" name="voorstelId" value={voorstel.voorstelId} /></Formulier>
  return (
    <section id="voorstel">
      <h2 class="utrecht-heading-2">{tekst.kop}</h2>
      <p>{tekst.voorstel(dag(voorstel.voorgesteldOp))}<strong>{naamInVoorstel(voorstel, beeld) ?? tekst.uitDienst}</strong>{'. '}{zelf ? (voorstel.kant === 'DUO' && !isDuo ? tekst.doorDuo : tekst.doorCollega) : hier ? tekst.alleenAls : tekst.doorDuo}</p>
      {formulier === 'naam' && fouten.map(({ regel, watTeDoen }) => <p key={regel} class="veldfout"><Nederlands>{`${regel} ${watTeDoen}`}</Nederlands></p>)}
      <div class="knoppen">{!zelf && hier && knop('bevestig', tekst.bevestig)}{(zelf || hier) && knop('wijs-af', zelf ? tekst.trekIn : tekst.wijsAf)}</div>
    </section>
  )
}

/** De naam uit het voorstel, of die van de medewerker die er al was; null als die uit dienst is. */
export function naamInVoorstel({ inhoud }: Voorstel, { medewerkers }: Pick<Gebruikerbladzijde['beeld'], 'medewerkers'>): string | null {
  const lees = (naam: string): unknown => (typeof inhoud === 'object' && inhoud !== null ? Reflect.get(inhoud, naam) : undefined)
  const naam = lees('naam')
  return typeof naam === 'string' ? naam : medewerkers.find(({ medewerkerId }) => medewerkerId === lees('medewerkerId'))?.naam ?? null
}

/** Blokkeren, vrijgeven en beëindigen; alleen van een eHerkenning-account. Een token volgt de overstap. */
export function Standformulieren({ omgeving, beeld: { account }, formulier, fouten, getypt, isZelf, isDuo }: Gebruikerbladzijde) {
  const { account: tekst } = useTekst(teksten).gebruiker
  if (account.middel === 'DUO_TOKEN') return <section id="account"><h2 class="utrecht-heading-2">{tekst.kop}</h2><p>{tekst.oud}<a class="utrecht-link utrecht-link--html-a" href="/beheer/overstap">{tekst.overstap}</a>.</p></section>
  const mogelijk = STANDEN.filter(({ doe, van }) => (van as readonly string[]).includes(account.toestand) && (doe !== 'uit-dienst' || (account.medewerker !== null && !isDuo)))
  if (mogelijk.length === 0) return null
  return (
    <section id="account">
      <h2 class="utrecht-heading-2">{tekst.kop}</h2>
      {isZelf && <p>{tekst.eigen}</p>}
      {mogelijk.map(({ doe }) => {
        const { kop, uitleg, knop } = tekst.stand[doe]
        const mijn = formulier === 'stand' && getypt['doe'] === doe
        return (
          <details key={doe} class="uitklapper" open={mijn}>
            <summary class="linkknop">{kop}</summary>
            <p>{uitleg}</p>
            <Formulier omgeving={omgeving} actie={`/beheer/gebruikers/${account.accountId}/stand`} knop={knop}>
              <input type="hidden" name="doe" value={doe} />
              <Reden id={`reden-${doe}`} waarde={mijn ? getypt['reden'] : ''} fouten={mijn ? fouten : []} />
            </Formulier>
          </details>
        )
      })}
    </section>
  )
}

/** Wat er met een account kan, en vanuit welke stand. */
const STANDEN = [
  { doe: 'blokkeer', van: ['NIEUW', 'ACTIEF'] }, { doe: 'deblokkeer', van: ['GEBLOKKEERD'] },
  { doe: 'uit-dienst', van: ['ACTIEF', 'GEBLOKKEERD'] }, { doe: 'beeindig', van: ['NIEUW', 'ACTIEF', 'GEBLOKKEERD'] },
] as const satisfies readonly { readonly doe: string; readonly van: readonly string[] }[]
