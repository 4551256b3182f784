/** De veranderingen die een school bij een student zelf kan doen, en hoe zij van antwoorden een handeling worden. */
import { heeftRolBij, type InschrijvingBericht, schrijfUit, wijzigInschrijving } from '../../bron/index.ts'
import { type Datum, parseDatum } from '../../kern/datum.ts'
import { isAanbiedercode } from '../../kern/schoolcode.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'
import { leesGezamenlijkeOordelen, legLeerrouteplanVast, legOordeelVast } from '../../leerroute/index.ts'
import type { Geleverd } from '../../bron/index.ts'
import type { Actiecontext, Uitvoerder } from '../../toegang/index.ts'
import { leesDatum } from '../woorden/datuminvoer.ts'

export const SOORTEN = ['periode', 'uitschrijven', 'oordeel', 'plan'] as const
export type Soort = (typeof SOORTEN)[number]

export type Antwoorden = Readonly<Record<string, string>>

export const VELDEN: Readonly<Record<Soort, readonly string[]>> = {
  periode: ['vanaf', 'route', 'fase', 'leerjaar'], uitschrijven: ['laatsteDag'], oordeel: ['oordeeldatum'], plan: ['van', 'partnercode', 'niveau'],
}

/** Op welke dag de verandering begint; het veld van die dag per soort. */
export const DAGVELD: Readonly<Record<Soort, string>> = { periode: 'vanaf', uitschrijven: 'laatsteDag', oordeel: 'oordeeldatum', plan: 'van' }

export function isSoort(tekst: unknown): tekst is Soort {
  return SOORTEN.some((soort) => soort === tekst)
}

/** Waar de verandering over gaat: een student en een eigen inschrijving. */
export interface Doel {
  readonly deelnemerId: string
  readonly inschrijving: InschrijvingBericht
}

/** Een verandering die nog niet verstuurd is. */
export interface Wijzigstand {
  readonly conceptId: string
  readonly soort: Soort
  readonly doel: Doel
  readonly antwoorden: Antwoorden
}

/** De eigen inschrijvingen waar iemand iets aan mag veranderen, de nieuwste eerst. */
export function eigenInschrijvingen(ctx: Pick<Actiecontext, 'actor'>, alle: readonly InschrijvingBericht[]): readonly InschrijvingBericht[] {
  return alle.filter((een) => heeftRolBij(ctx.actor, een)).toSorted((a, b) => (a.datumInschrijving < b.datumInschrijving ? 1 : -1))
}

export function keur(soort: Soort, getypt: Antwoorden, { inschrijving }: Doel): { readonly antwoorden: Antwoorden; readonly fouten: readonly Veldfout[] } {
  const veld = DAGVELD[soort]
  const gelezen = leesDatum(getypt[veld] ?? '')
  const antwoorden = { ...getypt, [veld]: gelezen.ok ? gelezen.waarde : (getypt[veld] ?? ''), ...(soort === 'plan' ? { partnercode: (getypt['partnercode'] ?? '').toUpperCase() } : {}) }
  return {
    antwoorden,
    fouten: [
      ...eis(gelezen.ok, veld, 'Deze dag konden wij niet lezen.', 'Schrijf de dag als 1-8-2026 of 1 aug 2026.'),
      ...(soort === 'periode' ? keurPeriode(antwoorden, inschrijving) : []),
      ...(soort === 'uitschrijven' && gelezen.ok ? eis(gelezen.waarde >= inschrijving.datumInschrijving, veld, 'De laatste dag ligt voor het begin van de inschrijving.', 'Geef de laatste dag waarop de student was ingeschreven.') : []),
      ...(soort === 'plan' ? eis(isAanbiedercode(antwoorden['partnercode']), 'partnercode', 'Een onderwijsaanbiedercode is 3 cijfers, A en 3 cijfers.', 'Neem de code van de partner over uit RIO.') : []),
    ],
  }
}

function keurPeriode({ vanaf, route, fase, leerjaar = '' }: Antwoorden, { datumInschrijving, sector }: InschrijvingBericht): readonly Veldfout[] {
  return [
    ...eis(parseDatum(vanaf ?? '') === undefined || (vanaf ?? '') >= datumInschrijving, 'vanaf', 'Deze dag ligt voor het begin van de inschrijving.', 'Kies een dag in de inschrijving.'),
    ...eis(['DLR', 'GLR', 'geen'].includes(route ?? ''), 'route', 'Er is nog geen route gekozen.', 'Kies een van de antwoorden.'),
    ...eis(route === 'geen' || ['VO', 'MBO'].includes(fase ?? ''), 'fase', 'Bij een route hoort een fase.', 'Kies fase VO of fase MBO.'),
    ...eis(sector === 'MBO' || leerjaar === '' || /^[1-6]$/.test(leerjaar), 'leerjaar', 'Een leerjaar is een getal van 1 tot en met 6.', 'Geef het leerjaar vanaf deze dag.'),
  ]
}

/** Een nieuwe periode vanaf die dag, met wat er al stond en wat er verandert; begint er al een op die dag, dan wordt die vervangen. */
export function metNieuwePeriode(inschrijving: InschrijvingBericht, { vanaf, route, fase, leerjaar = '' }: Antwoorden): InschrijvingBericht {
  const dag = vanaf as Datum
  const perioden = inschrijving.perioden.toSorted((a, b) => (a.datumBegin < b.datumBegin ? -1 : 1))
  const basis = perioden.findLast(({ datumBegin }) => datumBegin <= dag) ?? perioden[0]
  if (basis === undefined) return inschrijving
  const nieuw = {
    ...basis, datumBegin: dag, leerroute: route === 'geen' ? null : (route ?? null), leerroutefase: route === 'geen' ? null : (fase ?? null),
    ...(inschrijving.sector === 'MBO' || leerjaar === '' ? {} : { leerjaar: Number(leerjaar) }),
  }
  return { ...inschrijving, perioden: [...perioden.filter(({ datumBegin }) => datumBegin !== dag), nieuw].toSorted((a, b) => (a.datumBegin < b.datumBegin ? -1 : 1)) }
}

/** Voert de verandering uit; dezelfde antwoorden opnieuw veranderen niets. */
export async function voerDoor(uitvoerder: Uitvoerder, ctx: Actiecontext, soort: Soort, { deelnemerId, inschrijving }: Doel, antwoorden: Antwoorden): Promise<Uitkomst<Geleverd, Weigering>> {
  const over = { deelnemer: { deelnemerId }, brin: inschrijving.brin }
  const dag = (antwoorden[DAGVELD[soort]] ?? '') as Datum
  switch (soort) {
    case 'periode': return wijzigInschrijving(uitvoerder, ctx, { ...over, ...metNieuwePeriode(inschrijving, antwoorden) })
    case 'uitschrijven': return schrijfUit(uitvoerder, ctx, { ...over, inschrijvingvolgnummer: inschrijving.inschrijvingvolgnummer, datum: dag })
    case 'plan': return legLeerrouteplanVast(uitvoerder, ctx, { ...over, ...planVan(inschrijving, dag, antwoorden) })
    case 'oordeel': {
      const bekend = await leesGezamenlijkeOordelen(uitvoerder, ctx, deelnemerId)
      const nu = bekend.ok ? bekend.waarde.map(({ inhoud }) => inhoud).find(({ datum }) => datum === dag) : undefined
      const isMbo = inschrijving.sector === 'MBO'
      return legOordeelVast(uitvoerder, ctx, { ...over, datum: dag, ondertekendVo: !isMbo || nu?.ondertekendVo === true, ondertekendMbo: isMbo || nu?.ondertekendMbo === true })
    }
  }
}

function planVan({ sector, perioden }: InschrijvingBericht, van: Datum, { partnercode = '', niveau = '' }: Antwoorden) {
  const eigen = perioden.findLast(({ onderwijsaanbieder }) => onderwijsaanbieder)?.onderwijsaanbieder ?? ''
  const beoogdNiveau = niveau === '' ? null : niveau as 'MBO-2' | 'MBO-3' | 'MBO-4'
  return sector === 'MBO' ? { van, voOnderwijsaanbieder: partnercode, mboOnderwijsaanbieder: eigen, beoogdNiveau } : { van, voOnderwijsaanbieder: eigen, mboOnderwijsaanbieder: partnercode, beoogdNiveau }
}

/** Wat al ingevuld staat als iemand begint. */
export function beginantwoorden(soort: Soort, { inschrijving }: Doel, vandaag: Datum): Antwoorden {
  const periode = inschrijving.perioden.toSorted((a, b) => (a.datumBegin < b.datumBegin ? -1 : 1)).findLast(({ datumBegin }) => datumBegin <= vandaag) ?? inschrijving.perioden[0]
  if (soort !== 'periode' || periode === undefined) return {}
  return { vanaf: periode.datumBegin, route: periode.leerroute ?? 'geen', fase: periode.leerroutefase ?? '', leerjaar: String(periode.leerjaar ?? '') }
}
