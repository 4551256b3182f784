/** De audit voor wie haar mag lezen: op een bladzijde en als bestand. Wie keek en waarop hij zocht staat zelf ook in de audit. */
import { alsSysteem, type Database, noteerVerwerking, schrijfAudit, type Transactie } from '../../database/index.ts'
import { HANDELINGEN, ALLEEN_AUDIT } from '../../kern/gebeurtenissoort.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { isUuid } from '../../kern/uuid.ts'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, magBijOrganisatie, metRechten } from '../../toegang/index.ts'
import type { Auditbeeld, Auditbeeldregel, Auditplaats, Auditvraag } from '../auditvraag.ts'
import { type Gevondenregel, leesKetenstand, type Schoolkeuze, zoekAudit, zoekOrganisaties } from '../store/auditlijst.ts'
import { leesWie } from '../store/wie.ts'

export const AUDIT_PER_BLADZIJDE = 50
export const AUDIT_MEESTE_IN_BESTAND = 10_000

/** Een bladzijde van de audit. */
export function leesAudit(database: Database, ctx: Actiecontext, vraag: Auditvraag, plaats: Auditplaats): Promise<Uitkomst<Auditbeeld, Weigering>> {
  return zoek(database, ctx, vraag, plaats, async (trx, school) => {
    await noteer(trx, ctx, 'leesAudit', vraag)
    return alsSysteem(trx, async () => {
      // Een meer: dan is te zien of er verder nog iets is.
      const gevonden = await zoekAudit(trx, { ...vraag, school }, plaats, AUDIT_PER_BLADZIJDE + 1)
      const [terug, meer] = [plaats !== null && 'voor' in plaats, gevonden.length > AUDIT_PER_BLADZIJDE]
      const regels = terug ? gevonden.slice(-AUDIT_PER_BLADZIJDE) : gevonden.slice(0, AUDIT_PER_BLADZIJDE)
      return { regels: await metWie(trx, regels), nieuwere: terug ? meer : plaats !== null, oudere: terug || meer, keten: await leesKetenstand(trx) }
    })
  })
}

export interface Auditbestand {
  readonly regels: readonly Auditbeeldregel[]
  /** Er waren meer regels dan er in een bestand gaan; de oudste ontbreken. */
  readonly afgekapt: boolean
}

/** Dezelfde regels om mee te nemen, hooguit tienduizend. */
export function exporteerAudit(database: Database, ctx: Actiecontext, vraag: Auditvraag): Promise<Uitkomst<Auditbestand, Weigering>> {
  return zoek(database, ctx, vraag, null, async (trx, school) => {
    const { regels, afgekapt } = await alsSysteem(trx, async () => {
      const gevonden = await zoekAudit(trx, { ...vraag, school }, null, AUDIT_MEESTE_IN_BESTAND + 1)
      return { regels: await metWie(trx, gevonden.slice(0, AUDIT_MEESTE_IN_BESTAND)), afgekapt: gevonden.length > AUDIT_MEESTE_IN_BESTAND }
    })
    await noteer(trx, ctx, 'exporteerAudit', vraag, { regels: regels.length })
    return { regels, afgekapt }
  })
}

async function zoek<T>(database: Database, ctx: Actiecontext, vraag: Auditvraag, plaats: Auditplaats, werk: (trx: Transactie, school: Schoolkeuze | null) => Promise<T>): Promise<Uitkomst<T, Weigering>> {
  if (!magBijOrganisatie(ctx.actor, 'audit:lezen', ctx.actor.organisatieId ?? '')) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = foutenIn(vraag, plaats)
  if (fouten !== undefined) return geweigerd({ soort: 'ongeldig', fouten })
  return metRechten<Uitkomst<T, Weigering>>(database, ctx.actor, async (trx) => {
    const school = vraag.school === null ? gelukt(null) : await alsSysteem(trx, () => findSchool(trx, vraag.school ?? ''))
    return school.ok ? gelukt(await werk(trx, school.waarde)) : school
  })
}

/** Van een zoekvraag staat alleen in de audit waarop gezocht is. Bij een deelnemer is het een verwerking van zijn gegevens (P-05, S-30). */
async function noteer(trx: Transactie, ctx: Actiecontext, handeling: 'leesAudit' | 'exporteerAudit', vraag: Auditvraag, extra: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const gegevens = { filter: Object.entries(vraag).flatMap(([veld, waarde]) => (waarde === null ? [] : [veld])), ...extra }
  if (vraag.deelnemerId !== null) return noteerVerwerking(trx, { handeling, deelnemerIds: [vraag.deelnemerId], gegevens })
  await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling, brin: null, deelnemerId: null, object: ['audit', handeling === 'leesAudit' ? 'bladzijde' : 'bestand'], gegevens })
}

async function metWie(trx: Transactie, regels: readonly Gevondenregel[]): Promise<readonly Auditbeeldregel[]> {
  const wie = await leesWie(trx, regels.map(({ actor }) => actor))
  return regels.flatMap((regel) => {
    const gevonden = wie.get(regel.actor)
    return gevonden === undefined ? [] : [{ ...regel, wie: gevonden }]
  })
}

const MEESTE_NAMEN = 5
const BRIN = /^\d{2}[A-Z]{2}$/
const ACTOR = /^(?!\d{8,9}$)[A-Za-z0-9:_-]{1,120}$/

async function findSchool(trx: Transactie, gezocht: string): Promise<Uitkomst<Schoolkeuze, Weigering>> {
  if (BRIN.test(gezocht.toUpperCase())) return gelukt({ brins: [gezocht.toUpperCase()], organisatieId: null })
  const [gevonden, ...meer] = await zoekOrganisaties(trx, gezocht, MEESTE_NAMEN + 1)
  if (gevonden === undefined) return fout('school', 'Er is geen organisatie waarvan de naam zo begint.', 'Typ een BRIN, bijvoorbeeld 21MB, of het begin van de naam.')
  if (meer.length > 0) return fout('school', `Meer organisaties heten zo: ${[gevonden, ...meer].slice(0, MEESTE_NAMEN).map(({ naam }) => naam).join(', ')}${meer.length === MEESTE_NAMEN ? ' en andere' : ''}.`, 'Typ de hele naam of een BRIN.')
  return gelukt({ brins: gevonden.brins, organisatieId: gevonden.organisatieId })
}

function fout(veld: string, regel: string, watTeDoen: string): Uitkomst<never, Weigering> {
  return geweigerd({ soort: 'ongeldig', fouten: [{ veld, regel, watTeDoen }] })
}

/** Wie een nummer van een persoon typt, krijgt een fout: daarop is hier niet te zoeken (P-01). */
function foutenIn({ van, totEnMet, handeling, actor, traceId, deelnemerId }: Auditvraag, plaats: Auditplaats): readonly [Veldfout, ...Veldfout[]] | undefined {
  const [eerste, ...rest] = [
    ...eis(van === null || totEnMet === null || van <= totEnMet, 'totEnMet', 'De laatste dag ligt voor de eerste.', 'Kies een laatste dag op of na de eerste.'),
    ...eis(handeling === null || handeling in HANDELINGEN || ALLEEN_AUDIT.includes(handeling), 'handeling', 'Deze handeling kennen wij niet.', 'Kies een handeling uit de lijst.'),
    ...eis(actor === null || ACTOR.test(actor), 'actor', 'Dit is geen sleutel van een account of systeem.', 'Neem de sleutel over uit een regel van de audit.'),
    ...eis(traceId === null || /^[0-9a-f]{32}$/.test(traceId), 'trace', 'Een trace heeft 32 tekens: cijfers en de letters a tot en met f.', 'Neem de trace over uit een regel of uit het technische logboek.'),
    ...eis(deelnemerId === null || isUuid(deelnemerId), 'deelnemer', 'Dit is geen sleutel van een deelnemer.', 'Neem de sleutel over uit een regel van de audit. Op een naam of persoonsnummer is hier niet te zoeken.'),
    ...eis(plaats === null || isUuid('na' in plaats ? plaats.na : plaats.voor), 'van', 'Deze bladzijde bestaat niet.', 'Zoek opnieuw.'),
  ]
  return eerste === undefined ? undefined : [eerste, ...rest]
}
