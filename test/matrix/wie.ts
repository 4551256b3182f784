/** Wie er in de matrix staan (S-87): elke rol apart, combinaties, en wie iets niet meer of nog niet mag. Gemaakt uit rijen van account_rol. */
import type { Moment } from '../../src/kern/datum.ts'
import type { Actor } from '../../src/toegang/index.ts'
import { actorrollen, type Inlogbeperking, type Rolrij } from '../../src/toegang/account/actorrollen.ts'
import { DUOROLLEN, SCHOOLROLLEN } from '../../src/toegang/index.ts'

/** Het moment van de matrix; de rollen hieronder gelden, gelden niet meer of gelden nog niet. */
export const NU = '2026-11-24T09:00:00.000Z' as Moment

export interface Iemand {
  readonly naam: string
  readonly rijen: readonly Rolrij[]
  readonly beperking?: Inlogbeperking
}

const rij = (rol: string, brin: string | null, anders: Partial<Rolrij> = {}): Rolrij => ({
  rol, brin, vestiging: null, geldig_van: '2026-01-01T00:00:00.000Z' as Moment, geldig_voor: null, ingetrokken_op: null, bron: 'TOEKENNING', ...anders,
})
const alles = (brin: string, anders: Partial<Rolrij> = {}): readonly Rolrij[] => SCHOOLROLLEN.map((rol) => rij(rol, brin, anders))
const beheerder = rij('beheerder', null)

export const IEDEREEN: readonly Iemand[] = [
  ...['11VA', '21MB'].flatMap((brin) => SCHOOLROLLEN.map((rol): Iemand => ({ naam: `${rol} van ${brin}`, rijen: [rij(rol, brin)] }))),
  ...DUOROLLEN.map((rol): Iemand => ({ naam: rol, rijen: [rij(rol, null)] })),
  { naam: 'beheerder', rijen: [beheerder] },
  { naam: 'beheerder en bron van 21MB', rijen: [beheerder, rij('bron-inschrijving-mbo', '21MB', { reden: 'Kleine school.' } as Partial<Rolrij>)] },
  { naam: 'alle rollen van 21MB', rijen: alles('21MB') },
  { naam: 'alle rollen van 11VA en 21MB', rijen: [...alles('11VA'), ...alles('21MB')] },
  { naam: 'alle rollen van 12VB', rijen: alles('12VB') },
  { naam: 'zonder rol', rijen: [] },
  { naam: 'verlopen rollen', rijen: [...alles('21MB', { geldig_voor: NU }), rij('beheerder', null, { geldig_voor: NU })] },
  { naam: 'rollen die nog beginnen', rijen: alles('21MB', { geldig_van: '2026-11-24T09:00:00.001Z' as Moment }) },
  { naam: 'ingetrokken rollen', rijen: [...alles('21MB', { ingetrokken_op: '2026-11-01T00:00:00.000Z' as Moment }), rij('duo-behandelaar', null, { ingetrokken_op: '2026-11-01T00:00:00.000Z' as Moment })] },
  { naam: 'rollen van DUO en van een school samen', rijen: [...alles('21MB'), rij('duo-behandelaar', null)] },
  { naam: 'alle rollen van een vestiging', rijen: alles('21MB', { vestiging: '21MB09' }) },
  { naam: 'machtiging voor een onbekende vestiging', rijen: [...alles('21MB'), beheerder], beperking: { vestiging: 'ONBEKEND', intermediair: false } },
  { naam: 'via een intermediair, zonder besluit van het bestuur', rijen: [...alles('21MB'), beheerder], beperking: { vestiging: null, intermediair: true } },
]

export function actorVan({ naam, rijen, beperking }: Iemand): Actor {
  return { id: `matrix ${naam}`, organisatieId: '00000000-0000-7000-8000-00000000000a', ...actorrollen(rijen, NU, beperking) }
}

/**
 * Toegang.md 4.2 in de woorden van de bron, los van mag(): welke rol welk recht geeft. Wie hier niet staat, mag het niet (Z-01).
 */
export const WIE_MAG: Readonly<Record<string, readonly string[]>> = {
  'deelnemer:lezen': ['raadplegen', 'bron-inschrijving-vo', 'bron-inschrijving-mbo', 'verzuim', 'duo-behandelaar'],
  'inschrijving:schrijven': ['bron-inschrijving-vo', 'bron-inschrijving-mbo'],
  'bestand:ophalen': ['bsn-inzien', 'bron-inschrijving-mbo'],
  'aanbod:schrijven': ['rio-beheer'],
  'afspraak:schrijven': ['rio-beheer', 'bron-inschrijving-vo', 'bron-inschrijving-mbo'],
  'verzuim:schrijven': ['verzuim'],
  'signaal:afhandelen': ['rio-beheer', 'bron-inschrijving-vo', 'bron-inschrijving-mbo', 'verzuim'],
  'abonnement:beheren': ['rio-beheer', 'bron-inschrijving-vo', 'bron-inschrijving-mbo', 'verzuim'],
  'organisatie:schrijven': [],
  'koppeling:beheren': [],
  'eigen-organisatie:beheren': ['beheerder'],
  'account:beheren': ['beheerder', 'duo-behandelaar'],
  'mandaat:beheren': ['beheerder'],
  'overstap:volgen': ['beheerder', 'duo-behandelaar'],
  'overstap:leiden': ['duo-behandelaar'],
  'inzage:maken': ['duo-behandelaar'],
  'audit:lezen': ['duo-securitydesk', 'auditor'],
  'beveiliging:beheren': ['duo-securitydesk'],
}

/** De rollen die nu echt werken, met de hand uit de rijen geteld. */
export function werkendeRollen({ naam, rijen, beperking }: Iemand): readonly Rolrij[] {
  if (naam === 'rollen van DUO en van een school samen' || beperking !== undefined) return []
  return rijen.filter((een) => een.geldig_van <= NU && (een.geldig_voor === null || een.geldig_voor > NU) && een.ingetrokken_op === null)
}

export function heeftRecht(iemand: Iemand, recht: string): boolean {
  const wie = WIE_MAG[recht]
  if (wie === undefined) throw new Error(`de matrix kent het recht ${recht} niet: zet het in WIE_MAG`)
  return werkendeRollen(iemand).some(({ rol }) => wie.includes(rol))
}

/** Of een leesrol van deze school er is, voor de hele school: de proefstudenten horen bij geen enkele vestiging. */
export function leestBij(iemand: Iemand, brins: readonly string[]): boolean {
  const leesrollen = WIE_MAG['deelnemer:lezen'] ?? []
  return werkendeRollen(iemand).some(({ rol, brin, vestiging }) => rol === 'duo-behandelaar' || (leesrollen.includes(rol) && vestiging === null && brin !== null && brins.includes(brin)))
}
