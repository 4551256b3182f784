import { DUOROLLEN, SCHOOLROLLEN, type Voorstel } from '../../toegang/index.ts'
import { Formulier, Keuzeveld, Reden, Tekstveld } from './onderdelen.tsx'
import type { Gebruikerbladzijde } from './gebruikerbeeld.ts'
import { rolWoord } from '../woorden/rolwoorden.ts'
import { dagVan, ROLUITLEG } from './woorden.ts'

/** Een rol geven: welke, bij welke school, en tot wanneer. */
export function Rolformulier({ omgeving, beeld: { account, organisatie }, isZelf, formulier, fouten, getypt }: Gebruikerbladzijde) {
  if (isZelf) return <section><h2 class="utrecht-heading-2">Rol geven</h2><p>Uzelf een rol geven kan niet. Vraag een andere beheerder van uw organisatie.</p></section>
  if (account.medewerker === null || !['NIEUW', 'ACTIEF', 'ACTIEF_TOKEN'].includes(account.toestand)) return null
  const mijn = formulier === 'rol'
  const vak = (naam: string) => ({ naam, waarde: mijn ? getypt[naam] : undefined, fouten: mijn ? fouten : [] })
  const rollen = organisatie.soort === 'DUO' ? ['beheerder', ...DUOROLLEN] : ['beheerder', ...SCHOOLROLLEN]
  const scholen = organisatie.scholen.flatMap(({ brin, naam, vestigingen }) => [{ waarde: brin, tekst: `${naam} (${brin})` }, ...vestigingen.map((code) => ({ waarde: code, tekst: `${naam}, alleen vestiging ${code}` }))])
  return (
    <section>
      <h2 class="utrecht-heading-2">Rol geven</h2>
      <Formulier omgeving={omgeving} actie={`/beheer/gebruikers/${account.accountId}/rollen`} knop="Geef deze rol" soort="primary">
        <Keuzeveld {...vak('rol')} label="Rol" keuzes={[{ waarde: '', tekst: 'Kies een rol' }, ...rollen.map((rol) => ({ waarde: rol, tekst: `${rolWoord(rol)}: ${ROLUITLEG[rol] ?? ''}` }))]} />
        {scholen.length > 0 && <Keuzeveld {...vak('brin')} label="School" hint="Laat leeg bij de rol Beheerder." leeg keuzes={[{ waarde: '', tekst: 'Hele organisatie' }, ...scholen]} />}
        <div class="naast-elkaar">
          <Tekstveld {...vak('van')} label="Eerste dag" hint="Leeg is vandaag" leeg />
          <Tekstveld {...vak('totEnMet')} label="Laatste dag" hint="Bijvoorbeeld 31-7-2027" leeg />
        </div>
        {account.intermediair !== null && <Tekstveld {...vak('besluitBestuur')} label="Kenmerk van het besluit van het bestuur" />}
        <Reden {...vak('reden')} hint="Verplicht als iemand beheerder is en ook levert." leeg />
      </Formulier>
    </section>
  )
}

export function Naamformulier({ omgeving, beeld: { account, medewerkers }, formulier, fouten, getypt }: Gebruikerbladzijde) {
  const mijn = formulier === 'naam'
  const vast = { fouten: mijn ? fouten : [] }
  const keuzes = medewerkers.map(({ medewerkerId, naam }) => ({ waarde: medewerkerId, tekst: naam }))
  return (
    <Formulier omgeving={omgeving} actie={`/beheer/gebruikers/${account.accountId}/naam`} knop={account.medewerker === null ? 'Stel deze naam voor' : 'Bewaar de naam'}>
      {account.medewerker === null && keuzes.length > 0 && <Keuzeveld naam="medewerker" label="Medewerker die u al kent" leeg waarde={mijn ? getypt['medewerker'] : ''} keuzes={[{ waarde: '', tekst: 'Iemand anders: vul hieronder de naam in' }, ...keuzes]} {...vast} />}
      <Tekstveld naam="naam" label="Naam van de medewerker" waarde={mijn ? getypt['naam'] : account.medewerker?.naam} {...vast} />
    </Formulier>
  )
}

/** Een naam die op een tweede persoon wacht: wie hem voorstelde trekt hem in, een ander bevestigt of wijst af. */
export function Naamvoorstel({ omgeving, beeld, voorstel, actorId, isDuo, formulier, fouten }: Gebruikerbladzijde & { voorstel: Voorstel }) {
  const { accountId } = beeld.account
  const zelf = voorstel.voorgesteldDoor === actorId
  const hier = voorstel.kant === (isDuo ? 'DUO' : 'ORGANISATIE')
  const knop = (doe: string, tekst: string) => <Formulier omgeving={omgeving} actie={`/beheer/gebruikers/${accountId}/naamvoorstel`} knop={tekst} rij><input type="hidden" name="doe" value={doe} /><input type="hidden" name="voorstelId" value={voorstel.voorstelId} /></Formulier>
  return (
    <section id="voorstel">
      <h2 class="utrecht-heading-2">Van wie is dit account?</h2>
      <p>{`Voorgesteld op ${dagVan(voorstel.voorgesteldOp)}: dit account is van `}<strong>{naamInVoorstel(voorstel, beeld)}</strong>{'. '}{zelf ? (voorstel.kant === 'DUO' && !isDuo ? 'DUO bevestigt dit.' : 'Een collega bevestigt dit.') : hier ? 'Bevestig alleen als u zeker weet dat deze medewerker zelf met dit account inlogde. Vraag het hem.' : 'DUO bevestigt dit.'}</p>
      {formulier === 'naam' && fouten.map(({ regel, watTeDoen }) => <p key={regel} class="veldfout">{`${regel} ${watTeDoen}`}</p>)}
      <div class="knoppen">{!zelf && hier && knop('bevestig', 'Bevestig de naam')}{(zelf || hier) && knop('wijs-af', zelf ? 'Trek het voorstel in' : 'Wijs af')}</div>
    </section>
  )
}

/** De naam uit het voorstel, of die van de medewerker die er al was. */
export function naamInVoorstel({ inhoud }: Voorstel, { medewerkers }: Pick<Gebruikerbladzijde['beeld'], 'medewerkers'>): string {
  const lees = (naam: string): unknown => (typeof inhoud === 'object' && inhoud !== null ? Reflect.get(inhoud, naam) : undefined)
  const naam = lees('naam')
  return typeof naam === 'string' ? naam : medewerkers.find(({ medewerkerId }) => medewerkerId === lees('medewerkerId'))?.naam ?? 'een medewerker die uit dienst is'
}

/** Blokkeren, vrijgeven en beëindigen; alleen van een eHerkenning-account. Een token volgt de overstap. */
export function Standformulieren({ omgeving, beeld: { account }, formulier, fouten, getypt, isZelf, isDuo }: Gebruikerbladzijde) {
  if (account.middel === 'DUO_TOKEN') return <section id="account"><h2 class="utrecht-heading-2">Account</h2><p>{'Dit is een oud account met een token. Wat u ermee kunt, staat bij de '}<a class="utrecht-link utrecht-link--html-a" href="/beheer/overstap">overstap</a>.</p></section>
  const mogelijk = STANDEN.filter(({ doe, van }) => (van as readonly string[]).includes(account.toestand) && (doe !== 'uit-dienst' || (account.medewerker !== null && !isDuo)))
  if (mogelijk.length === 0) return null
  return (
    <section id="account">
      <h2 class="utrecht-heading-2">Account</h2>
      {isZelf && <p>Dit is uw eigen account.</p>}
      {mogelijk.map(({ doe, kop, uitleg, knop }) => {
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

const STANDEN = [
  { doe: 'blokkeer', van: ['NIEUW', 'ACTIEF'], kop: 'Blokkeer dit account', uitleg: 'Open sessies eindigen meteen. De rollen blijven staan en werken weer als u de blokkade opheft.', knop: 'Blokkeer' },
  { doe: 'deblokkeer', van: ['GEBLOKKEERD'], kop: 'Hef de blokkade op', uitleg: 'De medewerker kan weer inloggen met de rollen die er staan.', knop: 'Hef de blokkade op' },
  { doe: 'uit-dienst', van: ['ACTIEF', 'GEBLOKKEERD'], kop: 'Deze medewerker is uit dienst', uitleg: 'Alle accounts van deze medewerker bij uw organisatie eindigen, ook een oud account met een token. Dit is niet terug te draaien.', knop: 'Beëindig alle accounts' },
  { doe: 'beeindig', van: ['NIEUW', 'ACTIEF', 'GEBLOKKEERD'], kop: 'Beëindig dit account', uitleg: 'Alle rollen worden ingetrokken. Dit is niet terug te draaien.', knop: 'Beëindig voorgoed' },
] as const satisfies readonly { readonly doe: string; readonly van: readonly string[]; readonly kop: string; readonly uitleg: string; readonly knop: string }[]
