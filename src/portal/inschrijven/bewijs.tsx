import type { Datum, Moment } from '../../kern/datum.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Ontvangstbewijs } from '../kader/onderdelen/formulier.tsx'
import { datumsIn } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

/** Wat na het versturen bewaard blijft: zonder naam of nummer van de student. */
export interface Inschrijfbewijs {
  readonly nummer: string
  readonly op: Moment
  readonly deelnemerId: string
  readonly school: string
  readonly partner: string
  readonly route: string
  readonly begin: Datum
  /** Wat er niet bij kwam; ontbreekt bij een ouder bewijs. */
  readonly nietVastgelegd?: readonly ('plan' | 'oordeel')[]
  readonly fasen: readonly { readonly vanaf: Datum; readonly fase: string }[]
}

export function isBewijs(bewijs: unknown): bewijs is Inschrijfbewijs {
  return typeof bewijs === 'object' && bewijs !== null && 'nummer' in bewijs && 'deelnemerId' in bewijs
}

/** Past op een blad papier. */
export function tekenBewijs({ omgeving, bewijs, door }: { readonly omgeving: Omgeving, readonly bewijs: Inschrijfbewijs, readonly door: string }): string {
  const tekst = teksten[omgeving.taal]
  const { lang, moment } = datumsIn(omgeving.taal)
  return tekenBladzijde({
    omgeving, titel: tekst.bewijsKop, menu: 'studenten',
    children: (
      <>
        <Ontvangstbewijs kop={tekst.bewijsKop} nummer={bewijs.nummer} tijd={moment(bewijs.op)} watNu={[...(bewijs.nietVastgelegd ?? []).map((wat) => tekst.nietVastgelegd[wat]), tekst.watNu.signalen, tekst.watNu.las, ...(bewijs.partner === '' ? [] : [tekst.watNu.partner(bewijs.partner)])]} regels={[
          { vraag: tekst.bewijsSchool, antwoord: bewijs.school }, { vraag: tekst.bewijsPartner, antwoord: bewijs.partner }, { vraag: tekst.bewijsRoute, antwoord: bewijs.route },
          { vraag: tekst.bewijsBegin, antwoord: lang(bewijs.begin) }, { vraag: tekst.bewijsFase, antwoord: bewijs.fasen.map(({ vanaf, fase }) => tekst.periode(lang(vanaf), `fase ${fase}`)).join(', ') },
          { vraag: tekst.bewijsDoor, antwoord: door },
        ]} />
        <div class="inschrijven niet-op-papier">
          <p><a class="utrecht-button utrecht-button--submit utrecht-button--primary-action knoplink" href={`/studenten/${bewijs.deelnemerId}`}>{tekst.openStudent}</a></p>
          <p><a class="utrecht-link utrecht-link--html-a" href="/inschrijven">{tekst.nogEen}</a></p>
          <p><button type="button" class="utrecht-button utrecht-button--secondary-action" data-afdrukken hidden>{tekst.afdrukken}</button></p>
        </div>
      </>
    ),
  })
}
