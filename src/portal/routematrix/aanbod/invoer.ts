/** Van wat er getypt is naar een aanbod, per stap. De vorm van het aanbod zelf controleert de actie. */
import type { Datum } from '../../../kern/datum.ts'
import { type Leerroute, NIVEAUS } from '../../../kern/leerroute.ts'
import { isAanbiedercode } from '../../../kern/schoolcode.ts'
import { eis, type Veldfout } from '../../../kern/weigering.ts'
import { eersteBegindatum } from '../../../leerroute/index.ts'
import type { Normen } from '../../../normen/index.ts'
import type { Aanbiederregel } from '../../../organisatie/index.ts'
import type { AanbodBericht, GeregistreerdAanbod } from '../../../rio/index.ts'
import { type Conceptinhoud, lijstUit, tekstUit } from '../../concept/index.ts'
import { getyptUit, leesDag, lijstVan } from '../../kader/invoer.ts'
import { lang } from '../../woorden/datumwoorden.ts'

export const AANBODSTAPPEN = ['school', 'route', 'opleiding', 'partners', 'periode', 'controle'] as const
export type Aanbodstap = (typeof AANBODSTAPPEN)[number]
export const CONCEPTSOORT = 'aanbod'

const VELDEN: Readonly<Record<Aanbodstap, readonly string[]>> = {
  school: ['aanbieder'], route: ['route'], opleiding: ['profiel', 'kwalificatie', 'opleidingcode', 'niveau'], partners: ['partnercodes'], periode: ['begindatum', 'einddatum'], controle: [],
}

/** Wat deze bladzijde stuurde, over wat er al stond heen. */
export function metStap(inhoud: Conceptinhoud, stap: Aanbodstap, body: unknown): Conceptinhoud {
  return { ...inhoud, ...getyptUit(body, VELDEN[stap]), ...(stap === 'partners' ? { partner: lijstVan(body, 'partner') } : {}) }
}

/** De partners: aangekruist en getypt, elk een keer. */
export function partnersUit(inhoud: Conceptinhoud): readonly string[] {
  return [...new Set([...lijstUit(inhoud, 'partner'), ...tekstUit(inhoud, 'partnercodes').toUpperCase().split(/[\s,;]+/).filter((code) => code !== '')])]
}

/** Wat er op deze bladzijde nog niet goed is. `eigen`: de onderwijsaanbieders waar deze persoon voor registreert. */
export function foutenIn(stap: Aanbodstap, inhoud: Conceptinhoud, eigen: readonly Aanbiederregel[], normen: Normen): readonly Veldfout[] {
  const t = (naam: string): string => tekstUit(inhoud, naam)
  switch (stap) {
    case 'school':
      return eis(eigen.some(({ code }) => code === t('aanbieder')), 'aanbieder', 'Kies de school die de route aanbiedt.', 'U kiest een school waarvoor u RIO beheert.', 'K-RIO-01')
    case 'route':
      return eis(routeUit(inhoud) !== null, 'route', 'Kies welke route het is.', 'Kies DLR of GLR.', 'K-RIO-02')
    case 'opleiding':
      return [
        ...eis(t('profiel') !== '', 'profiel', 'Vul het profiel of domein in.', 'Gebruik dezelfde naam als uw partner.'),
        ...eis(['kwalificatie', 'domein'].includes(t('kwalificatie')), 'kwalificatie', 'Kies of de kwalificatie al bekend is.', 'Weet u het nog niet? Kies op domein.', 'K-DLR-07'),
        ...eis(t('kwalificatie') !== 'kwalificatie' || /^\d{5}$/.test(t('opleidingcode')), 'opleidingcode', 'Een crebo heeft 5 cijfers.', 'Neem het crebo over uit RIO, of kies op domein.', 'K-DLR-07'),
        ...eis(routeUit(inhoud) !== 'GLR' || t('niveau') === '' || t('niveau') === 'MBO-2', 'niveau', 'Een geïntegreerde leerroute (GLR) gaat naar niveau 2.', 'Kies niveau 2, of kies bij stap 2 de DLR.', 'K-DLR-05'),
      ]
    case 'partners': {
      const codes = partnersUit(inhoud)
      return [
        ...eis(codes.length > 0, 'partner', 'Noem minstens één partner.', 'Kies de school waarmee u de route aanbiedt, of vul haar code in.', 'K-RIO-03'),
        ...codes.flatMap((code) => eis(isAanbiedercode(code), 'partnercodes', `‘${code.slice(0, 20)}’ is geen RIO-code.`, 'Een code is 3 cijfers, een A en 3 cijfers.', 'K-RIO-03')),
        ...eis(!codes.includes(t('aanbieder')), 'partnercodes', 'U noemt uw eigen code als partner.', 'Noem de code van de andere school.', 'K-RIO-03'),
      ]
    }
    case 'periode': {
      const [begin, eind] = [leesDag(inhoud, 'begindatum', 'De eerste dag'), leesDag(inhoud, 'einddatum', 'De laatste dag')]
      return [
        ...begin.fouten, ...eind.fouten,
        ...eis(t('begindatum') !== '', 'begindatum', 'Vul de eerste dag in.', 'Schrijf de dag als 1-8-2027.'),
        ...(begin.datum === null ? [] : keurEersteDag(begin.datum, eersteBegindatum(normen, begin.datum))),
        ...eis(begin.datum === null || eind.datum === null || eind.datum >= begin.datum, 'einddatum', 'De laatste dag ligt voor de eerste.', 'Kies een latere laatste dag, of laat hem leeg.'),
      ]
    }
    case 'controle':
      return AANBODSTAPPEN.filter((een) => een !== 'controle').flatMap((een) => foutenIn(een, inhoud, eigen, normen))
  }
}

function keurEersteDag(begin: Datum, eerste: Datum): readonly Veldfout[] {
  return eis(begin >= eerste, 'begindatum', `Een leerroute begint niet voor ${lang(eerste)}.`, 'Kies een latere dag.', 'K-DLR-01')
}

export function routeUit(inhoud: Conceptinhoud): Leerroute | null {
  const route = tekstUit(inhoud, 'route')
  return route === 'DLR' || route === 'GLR' ? route : null
}

/** Alleen als geen stap meer een fout heeft. */
export function berichtUit(inhoud: Conceptinhoud, eigen: readonly Aanbiederregel[], normen: Normen): AanbodBericht | undefined {
  const aanbieder = eigen.find(({ code }) => code === tekstUit(inhoud, 'aanbieder'))
  const route = routeUit(inhoud)
  const begin = leesDag(inhoud, 'begindatum', '').datum
  if (aanbieder === undefined || route === null || begin === null || foutenIn('controle', inhoud, eigen, normen).length > 0) return undefined
  return {
    eigenSleutel: tekstUit(inhoud, 'eigenSleutel'), onderwijsaanbieder: aanbieder.code, sector: aanbieder.sector, leerrouteKenmerk: route === 'DLR' ? 'DLR_VMBO_MBO' : 'GLR_VMBO_MBO',
    samenwerkendeOnderwijsaanbieders: [...partnersUit(inhoud)], begindatum: begin, einddatum: leesDag(inhoud, 'einddatum', '').datum,
    profiel: tekstUit(inhoud, 'profiel'), opleidingcode: tekstUit(inhoud, 'kwalificatie') === 'kwalificatie' ? tekstUit(inhoud, 'opleidingcode') : null,
    niveau: NIVEAUS.find((niveau) => niveau === tekstUit(inhoud, 'niveau')) ?? null,
  }
}

/** De antwoorden bij een aanbod dat er al is, met de versie waar iemand aan begint. */
export function antwoordenVan({ brin, versie, inhoud }: GeregistreerdAanbod): Conceptinhoud {
  return {
    brin, versie, eigenSleutel: inhoud.eigenSleutel, aanbieder: inhoud.onderwijsaanbieder, route: inhoud.leerrouteKenmerk.slice(0, 3), profiel: inhoud.profiel ?? '',
    kwalificatie: inhoud.opleidingcode ? 'kwalificatie' : 'domein', opleidingcode: inhoud.opleidingcode ?? '', niveau: inhoud.niveau ?? '',
    partner: inhoud.samenwerkendeOnderwijsaanbieders, partnercodes: '', begindatum: inhoud.begindatum, einddatum: inhoud.einddatum ?? '',
  }
}

/** De eerste bladzijde waar nog iets te doen is. */
export function eersteStap(inhoud: Conceptinhoud, eigen: readonly Aanbiederregel[], normen: Normen): Aanbodstap {
  return AANBODSTAPPEN.find((stap) => stap === 'controle' || foutenIn(stap, inhoud, eigen, normen).length > 0) ?? 'controle'
}
