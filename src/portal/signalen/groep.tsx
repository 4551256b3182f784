import type { Signaalgroep, Termijn, Werksignaal } from '../../beslissing/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import type { Omgeving } from '../kader/bladzijde.tsx'
import { SignaalIcoon } from '../kader/iconen.tsx'
import { Redenzin } from '../kader/onderdelen/redenzin.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { useDatums } from '../woorden/datums.ts'
import { Stand, VanWie } from './onderdelen.tsx'
import { teksten } from './teksten.ts'
import { volgendeStap } from './volgende-stap.ts'
import { signaaladres, type Werkvraag } from './vraag.ts'

export interface Groepbeeld {
  readonly omgeving: Omgeving
  readonly vraag: Werkvraag
  readonly namen: ReadonlyMap<string, string>
  readonly mij: string
  /** Of de kijker signalen mag afhandelen; zonder zijn er geen vinkjes. */
  readonly magAfhandelen: boolean
  /** Of hij inschrijvingen mag wijzigen; dan leidt een signaal over de fase naar de overgang. */
  readonly schrijft: boolean
  /** De actor werkt voor meer dan een school: dan staat bij elk signaal voor welke. */
  readonly meerScholen: boolean
  readonly gekozen: readonly string[]
}

/** Alle signalen van een regel: wat er is, wat te doen, en de oudste eerst. */
export function Groep({ groep, ...beeld }: Groepbeeld & { groep: Signaalgroep }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const woorden = inTaal(signaaltekst(groep.code), useTaal())
  const { code, niveau, aantal, meer, signalen } = groep
  const dicht = beeld.vraag.staten === 'gesloten'
  const alleenDeze = beeld.vraag.code !== null
  const verder = signaaladres({ ...beeld.vraag, code, na: null })
  return (
    <section class="groep" aria-labelledby={code}>
      <div class="groep__kop">
        <SignaalIcoon niveau={niveau} maat={22} open={!dicht} />
        <div class="groep__tekst">
          <h2 class="utrecht-heading-3" id={code}><span class="alleen-voorlezen">{`${begrip.niveau(niveau)}: `}</span>{woorden.titel} <span class="groep__aantal">{tekst.teller(aantal, meer)}</span></h2>
          {signalen.length > 0 && <p>{woorden.watTeDoen}</p>}
          <p class="klein"><a class="utrecht-link utrecht-link--html-a" href={`/regels/${signaaltekst(code).regels[0] ?? ''}`}>{tekst.waarom}<span class="alleen-voorlezen">{tekst.waaromBij(woorden.titel)}</span></a><span class="groep__code">{code}</span>{!dicht && groep.termijn !== null && <Termijnwoord termijn={groep.termijn} />}</p>
        </div>
        {signalen.length === 0 && <a class="utrecht-button utrecht-button--secondary-action knoplink knoplink--rij" href={verder}>{tekst.groepTonen(tekst.teller(aantal, meer))}<span class="alleen-voorlezen">{tekst.waaromBij(woorden.titel)}</span></a>}
      </div>
      {signalen.length > 0 && <Tabel signalen={signalen} titel={woorden.titel} {...beeld} />}
      {!alleenDeze && signalen.length > 0 && (aantal > signalen.length || meer) && <p class="verder"><a class="utrecht-link utrecht-link--html-a" href={verder}>{tekst.alleTonen(tekst.teller(aantal, meer))}<span class="alleen-voorlezen">{tekst.waaromBij(woorden.titel)}</span></a></p>}
    </section>
  )
}

function Termijnwoord({ termijn }: { termijn: Termijn }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  return <strong class="groep__termijn">{termijn.soort === 'nu' ? tekst.termijn.nu : tekst.termijn[termijn.soort](middel(termijn.dag))}</strong>
}

function Tabel({ signalen, titel, ...beeld }: Groepbeeld & { signalen: readonly Werksignaal[], titel: string }) {
  const { kolommen } = useTekst(teksten)
  const dicht = beeld.vraag.staten === 'gesloten'
  return (
    <table class="utrecht-table utrecht-table--html-table stapel werktabel">
      <caption class="alleen-voorlezen">{titel}</caption>
      <thead>
        <tr>
          {beeld.magAfhandelen && !dicht && <th scope="col" class="werktabel__kies"><span class="alleen-voorlezen">{kolommen.kies}</span></th>}
          <th scope="col" class="werktabel__breed">{kolommen.student}</th><th scope="col" class="werktabel__breed">{kolommen.partner}</th><th scope="col" class="werktabel__breed">{kolommen.wat}</th>
          <th scope="col">{dicht ? kolommen.gesloten : kolommen.sinds}</th><th scope="col">{kolommen.stand}</th><th scope="col">{kolommen.van}</th>
        </tr>
      </thead>
      <tbody>{signalen.map((signaal) => <Rij key={signaal.signaalId} signaal={signaal} {...beeld} />)}</tbody>
    </table>
  )
}

function Rij({ signaal, omgeving, vraag, namen, mij, magAfhandelen, schrijft, meerScholen, gekozen }: Groepbeeld & { signaal: Werksignaal }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  const { kolommen } = tekst
  const naam = signaal.naam ?? tekst.zonderNaam
  const dicht = vraag.staten === 'gesloten'
  return (
    <tr>
      {magAfhandelen && !dicht && <td class="werktabel__kies"><input type="checkbox" name="signaal" value={`${signaal.signaalId}.${signaal.versie}`} checked={gekozen.includes(signaal.signaalId)} aria-label={tekst.kies(naam)} /></td>}
      <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/studenten/${signaal.deelnemerId}`}>{naam}</a>{meerScholen && <span class="regel meer">{signaal.school}</span>}</th>
      <td data-kop={kolommen.partner}>{signaal.partners.length === 0 ? <span class="meer">{tekst.geenPartner}</span> : signaal.partners.map((partner) => <span key={partner} class="regel">{partner}</span>)}</td>
      <td class="werktabel__wat">{dicht ? null : <Stapbij signaal={signaal} omgeving={omgeving} schrijft={schrijft} naam={naam} />}<Uitleg signaal={signaal} naam={naam} /></td>
      <td data-kop={dicht ? kolommen.gesloten : kolommen.sinds} class="cijfers">{middel(signaal.geslotenOp === null ? signaal.eersteDag : datumInNederland(new Date(signaal.geslotenOp)))}</td>
      <td data-kop={kolommen.stand}><Stand staat={signaal.staat} /></td>
      <td data-kop={kolommen.van}><VanWie account={signaal.toegewezenAan} namen={namen} mij={mij} /></td>
    </tr>
  )
}

function Stapbij({ signaal, omgeving, schrijft, naam }: { signaal: Werksignaal, omgeving: Omgeving, schrijft: boolean, naam: string }) {
  const tekst = useTekst(teksten)
  const { soort, href } = volgendeStap(signaal.code, signaal.deelnemerId, omgeving, schrijft)
  return <a class="utrecht-link utrecht-link--html-a" href={href}>{tekst.stap[soort]}<span class="alleen-voorlezen">{tekst.waaromBij(naam)}</span></a>
}

function Uitleg({ signaal, naam }: { signaal: Werksignaal, naam: string }) {
  const tekst = useTekst(teksten)
  return (
    <details>
      <summary class="linkknop">{tekst.uitleg}<span class="alleen-voorlezen">{tekst.uitlegBij(naam)}</span></summary>
      <p><Redenzin zin={signaal.uitleg} /></p>
      <p><a class="utrecht-link utrecht-link--html-a" href={`/signalen/${signaal.signaalId}`}>{tekst.alles}<span class="alleen-voorlezen">{tekst.waaromBij(naam)}</span></a></p>
    </details>
  )
}
