import type { Werkhandeling, Werksignaal } from '../../beslissing/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { SignaalIcoon, ZekerheidStippen } from '../kader/iconen.tsx'
import { Antwoorden, type Antwoordregel, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht, Gelukt } from '../kader/onderdelen/melding.tsx'
import { Redenzin } from '../kader/onderdelen/redenzin.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { useDatums } from '../woorden/datums.ts'
import { Stand, VanWie } from './onderdelen.tsx'
import { teksten } from './teksten.ts'
import { volgendeStap } from './volgende-stap.ts'
import { Werkbalk, type Werkbalkbeeld } from './werkbalk.tsx'

export interface Signaalbladzijde extends Werkbalkbeeld {
  readonly omgeving: Omgeving
  readonly signaal: Werksignaal
  readonly handelingen: readonly Werkhandeling[]
  readonly namen: ReadonlyMap<string, string>
  readonly magAfhandelen: boolean
  readonly schrijft: boolean
  readonly gedaan: boolean
  readonly veranderd: boolean
}

/** Een signaal: wat er is, waarom, de volgende stap, en wat ermee gebeurde. De naam van de student staat niet in de titel. */
export function tekenSignaal(bladzijde: Signaalbladzijde): string {
  const { omgeving, signaal, fouten } = bladzijde
  const tekst = teksten[omgeving.taal]
  const { titel } = inTaal(signaaltekst(signaal.code), omgeving.taal)
  return tekenBladzijde({
    omgeving, titel: tekst.signaalVan(titel), menu: 'signalen', fout: fouten.length > 0,
    children: (
      <>
        <Kruimelpad stappen={[[tekst.titel, '/signalen']]} hier={titel} />
        <Foutenoverzicht fouten={fouten} />
        <div class="titelrij signaalkop"><h1 class="utrecht-heading-1"><SignaalIcoon niveau={signaal.niveau} maat={30} open={signaal.geslotenOp === null} /><span>{titel}</span></h1></div>
        {bladzijde.gedaan && <Gelukt>{tekst.gedaan(1)}</Gelukt>}
        {bladzijde.veranderd && <p class="melding melding--rustig" role="status">{tekst.veranderd(1)}</p>}
        <div class="signaalblad">
          <div><Feiten {...bladzijde} /><Geschiedenis {...bladzijde} /></div>
          {bladzijde.magAfhandelen && signaal.geslotenOp === null && (
            <form method="post" action={`/signalen/${signaal.signaalId}`}>
              <Formulierbewijs omgeving={omgeving} />
              <input type="hidden" name="versie" value={signaal.versie} />
              <Werkbalk {...bladzijde} een />
            </form>
          )}
        </div>
      </>
    ),
  })
}

function Feiten({ omgeving, signaal, namen, mij, schrijft }: Signaalbladzijde) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const { lang } = useDatums()
  const { watTeDoen } = inTaal(signaaltekst(signaal.code), useTaal())
  const naam = signaal.naam ?? tekst.zonderNaam
  const stap = volgendeStap(signaal.code, signaal.deelnemerId, omgeving, schrijft)
  const dicht = signaal.geslotenOp === null ? null : lang(datumInNederland(new Date(signaal.geslotenOp)))
  const regels: readonly Antwoordregel[] = [
    { vraag: tekst.kolommen.student, antwoord: <a class="utrecht-link utrecht-link--html-a" href={`/studenten/${signaal.deelnemerId}`}>{naam}</a> },
    { vraag: tekst.watErIs, antwoord: <Redenzin zin={signaal.uitleg} /> },
    { vraag: tekst.watTeDoen, antwoord: watTeDoen },
    { vraag: tekst.niveau, antwoord: begrip.niveau(signaal.niveau) },
    { vraag: tekst.voorSchool, antwoord: signaal.school },
    { vraag: tekst.partner, antwoord: signaal.partners.length === 0 ? tekst.geenPartner : signaal.partners.join(', ') },
    { vraag: tekst.kolommen.sinds, antwoord: dicht === null ? lang(signaal.eersteDag) : tekst.openGesloten(lang(signaal.eersteDag), dicht) },
    { vraag: tekst.stand, antwoord: <Stand staat={signaal.staat} /> },
    { vraag: tekst.vanWie, antwoord: <VanWie account={signaal.toegewezenAan} namen={namen} mij={mij} /> },
    { vraag: tekst.regels, antwoord: <span class="reden__bron">{signaal.regels.map(({ id }) => <a key={id} class="regelchip" href={`/regels/${id}`}>{id}</a>)}<span class="zekerheid"><ZekerheidStippen zeker={signaal.zekerheid === 'zeker'} />{begrip.zekerheid(signaal.zekerheid)}</span><span>{signaal.code}</span></span> },
  ]
  return <><Antwoorden regels={regels} />{dicht === null && <p class="verder"><a class="utrecht-button utrecht-button--primary-action knoplink" href={stap.href}>{tekst.stap[stap.soort]}</a></p>}</>
}

function Geschiedenis({ handelingen, namen }: Signaalbladzijde) {
  const tekst = useTekst(teksten)
  const { moment } = useDatums()
  const wie = (account: string): string => namen.get(account) ?? tekst.onbekend
  return (
    <section aria-labelledby="geschiedenis">
      <h2 class="utrecht-heading-2" id="geschiedenis">{tekst.geschiedenis}</h2>
      {handelingen.length === 0 ? <p>{tekst.geenGeschiedenis}</p> : (
        <ol class="nieuws">
          {handelingen.map((h, i) => (
            <li key={i}>
              <p class="klein">{moment(h.op)}</p>
              <p class="kop-zin">{h.soort !== 'toegewezen' ? tekst.handeling[h.soort](wie(h.door)) : h.aan === null ? tekst.handeling.vrij(wie(h.door)) : tekst.handeling.toegewezen(wie(h.door), wie(h.aan))}</p>
              {h.verklaring !== null && <blockquote class="verklaring">{h.verklaring}</blockquote>}
              {!h.geldt && <p class="klein">{tekst.handeling.oud}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
