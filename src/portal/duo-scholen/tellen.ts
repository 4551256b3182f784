/** Telt signalen op per school, voor op het scherm. Wat een signaal is en bij wie, staat al in de telling. */
import type { Signaaltelling } from '../../beslissing/index.ts'
import type { Sector } from '../../kern/leerroute.ts'
import type { Signaalcode, Signaalniveau } from '../../kern/signaalcode.ts'

export interface Duoschool {
  readonly brin: string
  readonly naam: string
  readonly sectoren: readonly Sector[]
}

export interface Schoolregel extends Duoschool {
  readonly perNiveau: Readonly<Record<Signaalniveau, number>>
  readonly totaal: number
}

const RIO_ONTBREEKT: ReadonlySet<Signaalcode> = new Set<Signaalcode>(['SIG-RIO-ONTBREEKT-VO', 'SIG-RIO-ONTBREEKT-MBO'])

/** Elke school met haar signalen, de meeste fouten eerst; met een code alleen de scholen die hem hebben. */
export function telPerSchool(scholen: readonly Duoschool[], tellingen: readonly Signaaltelling[], code: Signaalcode | undefined): readonly Schoolregel[] {
  const perBrin = Map.groupBy(code === undefined ? tellingen : tellingen.filter((telling) => telling.code === code), ({ brin }) => brin)
  return scholen.map((school) => {
    const eigen = perBrin.get(school.brin) ?? []
    const som = (niveau: Signaalniveau): number => eigen.filter((telling) => telling.niveau === niveau).reduce((totaal, telling) => totaal + aantalVan(telling), 0)
    return { ...school, perNiveau: { fout: som('fout'), taak: som('taak'), waarschuwing: som('waarschuwing'), info: som('info') }, totaal: eigen.reduce((totaal, telling) => totaal + aantalVan(telling), 0) }
  }).filter(({ totaal }) => code === undefined || totaal > 0).toSorted((a, b) => b.perNiveau.fout - a.perNiveau.fout || b.totaal - a.totaal || a.naam.localeCompare(b.naam, 'nl'))
}

export interface Rioregel extends Duoschool {
  readonly ontbreekt: number
  readonly partner: number
}

/** Wie voor het meetmoment nog iets in RIO moet doen: aantallen studenten met dat signaal (K-RIO-06). */
export function telRio(scholen: readonly Duoschool[], tellingen: readonly Signaaltelling[]): readonly Rioregel[] {
  const perBrin = Map.groupBy(tellingen, ({ brin }) => brin)
  return scholen.flatMap((school) => {
    const eigen = perBrin.get(school.brin) ?? []
    const som = (kies: (code: Signaalcode) => boolean): number => eigen.filter((telling) => kies(telling.code)).reduce((totaal, telling) => totaal + aantalVan(telling), 0)
    const [ontbreekt, partner] = [som((code) => RIO_ONTBREEKT.has(code)), som((code) => code === 'SIG-RIO-PARTNER')]
    return ontbreekt + partner === 0 ? [] : [{ ...school, ontbreekt, partner }]
  }).toSorted((a, b) => b.ontbreekt - a.ontbreekt || b.partner - a.partner || a.naam.localeCompare(b.naam, 'nl'))
}

export function aantalVan({ open, gezien, verklaard }: Signaaltelling): number {
  return open + gezien + verklaard
}
