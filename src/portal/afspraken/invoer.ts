/** Van wat er getypt is naar een afspraak, per stap. Wat een afspraak mag zijn, beslist de actie. */
import type { Datum } from '../../kern/datum.ts'
import { eis, type Veldfout } from '../../kern/weigering.ts'
import { type Afspraakbeeld, type Afspraakbericht, type Afspraaksleutel, type Bestuur, regelingsleutel } from '../../leerroute/index.ts'
import { type Conceptinhoud, lijstUit, tekstUit } from '../concept/index.ts'
import { getyptUit, leesDag, lijstVan, tekstVan } from '../kader/invoer.ts'

export const AFSPRAAKSTAPPEN = ['partijen', 'looptijd', 'overstap', 'zorg', 'controle'] as const
export type Afspraakstap = (typeof AFSPRAAKSTAPPEN)[number]
export const CONCEPTSOORT = 'afspraak'

export type Eigenbestuur = Bestuur & { readonly brin: string }

const VELDEN: Readonly<Record<Afspraakstap, readonly string[]>> = {
  partijen: ['gezag', 'soort', 'partnernummers'], looptijd: ['kenmerk', 'van', 'tot'], overstap: ['overstapoptie'], zorg: ['eigenaar', 'kijkOpnieuwOp'], controle: [],
}

/** Bij een afspraak die er al is, staat vast met wie zij is. */
export function metStap(inhoud: Conceptinhoud, stap: Afspraakstap, body: unknown): Conceptinhoud {
  if (stap === 'partijen' && tekstUit(inhoud, 'versie') !== '') return inhoud
  const vast = stap === 'looptijd' && tekstUit(inhoud, 'versie') !== '' ? { kenmerk: tekstUit(inhoud, 'kenmerk'), ...(tekstUit(inhoud, 'soort') === 'regeling' ? { van: tekstUit(inhoud, 'van') } : {}) } : {}
  return { ...inhoud, ...getyptUit(body, VELDEN[stap]), ...vast, ...(stap === 'partijen' ? { partner: lijstVan(body, 'partner') } : {}) }
}

export function isRegeling(inhoud: Conceptinhoud): boolean {
  return tekstUit(inhoud, 'soort') === 'regeling'
}

/** De andere besturen: aangekruist en getypt, elk een keer. */
export function anderePartijen(inhoud: Conceptinhoud): readonly string[] {
  const getypt = tekstUit(inhoud, 'partnernummers').split(/[\s,;]+/).filter((nummer) => nummer !== '')
  return [...new Set([...lijstUit(inhoud, 'partner'), ...getypt])].filter((nummer) => nummer !== tekstUit(inhoud, 'gezag'))
}

const BESTUURSNUMMER = /^\d{5}$/

export function foutenIn(stap: Afspraakstap, inhoud: Conceptinhoud, eigen: readonly Eigenbestuur[]): readonly Veldfout[] {
  const t = (naam: string): string => tekstUit(inhoud, naam)
  switch (stap) {
    case 'partijen': {
      const anderen = anderePartijen(inhoud)
      return [
        ...eis(eigen.some(({ nummer }) => nummer === t('gezag')), 'gezag', 'Kies namens welk bestuur u de afspraak vastlegt.', 'U kiest een bestuur van uw eigen school.', 'K-SOK-01'),
        ...eis(['overeenkomst', 'regeling'].includes(t('soort')), 'soort', 'Kies wat voor afspraak het is.', 'Heeft uw bestuur beide scholen? Kies interne regeling.', 'K-SOK-02'),
        ...eis(t('soort') !== 'overeenkomst' || anderen.length > 0, 'partner', 'Een overeenkomst heeft minstens twee besturen.', 'Kies het bestuur van de partner, of vul het nummer in.', 'K-SOK-01'),
        ...eis(t('soort') !== 'regeling' || anderen.length === 0, 'partner', 'Een interne regeling is van uw eigen bestuur alleen.', 'Kies geen ander bestuur, of kies overeenkomst.', 'K-SOK-02'),
        ...anderen.flatMap((nummer) => eis(BESTUURSNUMMER.test(nummer), 'partnernummers', `‘${nummer.slice(0, 20)}’ is geen bestuursnummer.`, 'Een bestuursnummer heeft 5 cijfers.')),
      ]
    }
    case 'looptijd': {
      const [van, tot] = [leesDag(inhoud, 'van', 'De eerste dag'), leesDag(inhoud, 'tot', 'De laatste dag')]
      return [
        ...eis(isRegeling(inhoud) || (t('kenmerk') !== '' && t('kenmerk').length <= 100), 'kenmerk', 'Een overeenkomst heeft een kenmerk.', 'Vul de naam of het nummer in dat beide partijen gebruiken.'),
        ...van.fouten, ...tot.fouten,
        ...eis(t('van') !== '', 'van', 'Vul de eerste dag in.', 'Schrijf de dag als 1-8-2027.'),
        ...eis(van.datum === null || tot.datum === null || tot.datum >= van.datum, 'tot', 'De laatste dag ligt voor de eerste.', 'Kies een latere laatste dag, of laat hem leeg.'),
      ]
    }
    case 'overstap':
      return eis(t('overstapoptie').length <= 2000, 'overstapoptie', 'De tekst is langer dan 2000 tekens.', 'Maak de tekst korter.', 'K-SOK-04')
    case 'zorg':
      return leesDag(inhoud, 'kijkOpnieuwOp', 'De dag').fouten
    case 'controle':
      return AFSPRAAKSTAPPEN.filter((een) => een !== 'controle').flatMap((een) => foutenIn(een, inhoud, eigen))
  }
}

/** Alleen als geen stap meer een fout heeft. */
export function berichtUit(inhoud: Conceptinhoud, eigen: readonly Eigenbestuur[]): Afspraakbericht | undefined {
  const t = (naam: string): string => tekstUit(inhoud, naam)
  const bestuur = eigen.find(({ nummer }) => nummer === t('gezag'))
  const van = leesDag(inhoud, 'van', '').datum
  if (bestuur === undefined || van === null || foutenIn('controle', inhoud, eigen).length > 0) return undefined
  const soort = isRegeling(inhoud) ? 'regeling' : 'overeenkomst'
  return {
    soort, sleutel: soort === 'regeling' ? regelingsleutel(bestuur.nummer, van) : t('kenmerk'), brin: bestuur.brin, partijen: [bestuur.nummer, ...anderePartijen(inhoud)],
    van, tot: leesDag(inhoud, 'tot', '').datum, overstapoptie: t('overstapoptie') === '' ? null : t('overstapoptie'), eigenaar: t('eigenaar') === '' ? null : t('eigenaar'),
    kijkOpnieuwOp: leesDag(inhoud, 'kijkOpnieuwOp', '').datum, versie: t('versie') === '' ? null : t('versie'),
  }
}

/** De antwoorden bij een afspraak die er al is. */
export function antwoordenVan(afspraak: Afspraakbeeld): Conceptinhoud {
  return {
    gezag: afspraak.gezag, soort: afspraak.soort, partner: afspraak.partijen.map(({ nummer }) => nummer).filter((nummer) => nummer !== afspraak.gezag), partnernummers: '',
    kenmerk: afspraak.soort === 'overeenkomst' ? afspraak.sleutel : '', van: afspraak.van, tot: afspraak.tot ?? '', overstapoptie: afspraak.overstapoptie ?? '',
    eigenaar: afspraak.eigenaar ?? '', kijkOpnieuwOp: afspraak.kijkOpnieuwOp ?? '', versie: afspraak.versie,
  }
}

/** Wat er nu staat, om opnieuw te leveren: bevestigen of beëindigen. */
export function berichtVan(afspraak: Afspraakbeeld, versie: string, meer: { readonly tot?: Datum | null } = {}): Afspraakbericht {
  return {
    soort: afspraak.soort, sleutel: afspraak.sleutel, brin: afspraak.brin, partijen: afspraak.partijen.map(({ nummer }) => nummer), van: afspraak.van, tot: afspraak.tot,
    overstapoptie: afspraak.overstapoptie, eigenaar: afspraak.eigenaar, kijkOpnieuwOp: afspraak.kijkOpnieuwOp, ...meer, versie,
  }
}

/** Welke afspraak in een adres of formulier genoemd wordt; undefined als dat geen afspraak kan zijn. */
export function sleutelUit(velden: unknown): Afspraaksleutel | undefined {
  const [soort, sleutel] = [tekstVan(velden, 'soort'), tekstVan(velden, 'afspraak')]
  return (soort === 'overeenkomst' || soort === 'regeling') && sleutel !== '' && sleutel.length <= 100 ? { soort, sleutel } : undefined
}

export function eersteStap(inhoud: Conceptinhoud, eigen: readonly Eigenbestuur[]): Afspraakstap {
  return AFSPRAAKSTAPPEN.find((stap) => stap === 'controle' || foutenIn(stap, inhoud, eigen).length > 0) ?? 'controle'
}
