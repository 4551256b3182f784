import type { Static } from 'typebox'
import { describe, expect, test } from 'vitest'
import type { BpvBericht, DiplomaBericht, InschrijvingBericht, OnderdeelBericht, PeriodeBericht, PersoonBericht } from '../../bron/index.ts'
import type { LeerrouteplanBericht, OordeelBericht, OvereenkomstBericht, RegelingBericht } from '../../leerroute/index.ts'
import type { OrganisatieBericht } from '../../organisatie/index.ts'
import type { AanbodBericht } from '../../rio/index.ts'
import type { AfwezigheidBericht, Schoolvakantie, VerzuimmeldingBericht } from '../../verzuim/index.ts'
import type { BpvVorm, DiplomaVorm, InschrijvingVorm, OnderdeelVorm, PeriodeVorm, PersoonVorm } from './bron.ts'
import type {
  AanbodVorm, AfwezigheidVorm, LeerrouteplanVorm, OordeelVorm, OrganisatieVorm, OvereenkomstVorm, RegelingVorm, SchoolvakantieVorm, VerzuimmeldingVorm,
} from './keten.ts'

/** Waar alleen als elke waarde van de vorm een bericht is, en de vorm geen veld van het bericht mist of erbij verzint. */
type Past<Vorm, Bericht> = [Vorm] extends [Bericht] ? (keyof Vorm extends keyof Bericht ? (keyof Bericht extends keyof Vorm ? true : 'veld ontbreekt in de vorm') : 'veld bestaat niet') : 'vorm past niet'

/** Het bewijs is dat dit bestand vertaalt: een vorm die afwijkt, is een typefout. */
const PAST: Readonly<Record<string, true>> = {
  persoon: true satisfies Past<Static<typeof PersoonVorm>, PersoonBericht>,
  periode: true satisfies Past<Static<typeof PeriodeVorm>, PeriodeBericht>,
  inschrijving: true satisfies Past<Static<typeof InschrijvingVorm>, InschrijvingBericht>,
  bpv: true satisfies Past<Static<typeof BpvVorm>, BpvBericht>,
  diploma: true satisfies Past<Static<typeof DiplomaVorm>, DiplomaBericht>,
  onderdeel: true satisfies Past<Static<typeof OnderdeelVorm>, OnderdeelBericht>,
  aanbod: true satisfies Past<Static<typeof AanbodVorm>, AanbodBericht>,
  overeenkomst: true satisfies Past<Static<typeof OvereenkomstVorm>, OvereenkomstBericht>,
  regeling: true satisfies Past<Static<typeof RegelingVorm>, RegelingBericht>,
  leerrouteplan: true satisfies Past<Static<typeof LeerrouteplanVorm>, LeerrouteplanBericht>,
  oordeel: true satisfies Past<Static<typeof OordeelVorm>, OordeelBericht>,
  afwezigheid: true satisfies Past<Static<typeof AfwezigheidVorm>, AfwezigheidBericht>,
  verzuimmelding: true satisfies Past<Static<typeof VerzuimmeldingVorm>, VerzuimmeldingBericht>,
  organisatie: true satisfies Past<Static<typeof OrganisatieVorm>, OrganisatieBericht>,
  schoolvakantie: true satisfies Past<Static<typeof SchoolvakantieVorm>, Schoolvakantie>,
}

describe('de vormen van berichten', () => {
  test('elke vorm heeft precies de velden van het bericht van haar domein', () => {
    expect(Object.values(PAST).every(Boolean)).toBe(true)
    // De toets zelf: een vorm met een veld te weinig of te veel past niet.
    const teWeinig: Past<{ a: string }, { a: string; b?: string }> = 'veld ontbreekt in de vorm'
    const teVeel: Past<{ a: string; b: string }, { a: string }> = 'veld bestaat niet'
    expect([teWeinig, teVeel]).toEqual(['veld ontbreekt in de vorm', 'veld bestaat niet'])
  })
})
