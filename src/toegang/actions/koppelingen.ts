import { randomBytes } from 'node:crypto'
import { schrijfAudit } from '../../database/index.ts'
import { datumInNederland, parseDatum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { isUuid } from '../../kern/uuid.ts'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'
import { isSchoolrol, SCHOOLROLLEN } from '../account/rol.ts'
import { type Actiecontext, mag } from '../actor.ts'
import { ongeldig } from '../afronden.ts'
import { geheimhash } from '../geheimhash.ts'
import { type Koppeling, leesKoppelingen, type NieuweKoppeling, slaKoppelingOp, zetIngetrokken } from '../koppeling-store.ts'
import { type Uitvoerder, voerUit } from '../uitvoeren.ts'

/** De sleutel is hier voor het eerst en het laatst te lezen. */
export interface GemaakteKoppeling {
  readonly koppelingId: string
  readonly sleutel: string
}

/** Maakt een koppeling en geeft haar sleutel. Alleen het systeem (beheer) mag dit. */
export async function maakKoppeling(uitvoerder: Uitvoerder, ctx: Actiecontext, nieuw: NieuweKoppeling): Promise<Uitkomst<GemaakteKoppeling, Weigering>> {
  if (!magBeheren(ctx)) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = controleer(nieuw, ctx)
  if (fouten.length > 0) return ongeldig(fouten)
  // Een vast begin: dan herkent een scan op uitgelekte sleutels hem, en een mens ziet waar hij van is.
  const sleutel = `leerroute_${randomBytes(32).toString('base64url')}`
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const koppelingId = await slaKoppelingOp(trx, nieuw, geheimhash(sleutel), ctx.actor.id, ctx.nu)
    await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling: 'maakKoppeling', brin: null, deelnemerId: null, object: ['koppeling', koppelingId], gegevens: { naam: nieuw.naam, soort: nieuw.soort, rollen: nieuw.rollen } })
    return gelukt({ koppelingId, sleutel })
  })
}

/** Trekt een koppeling in; binnen een seconde werkt haar sleutel nergens meer. Nog een keer intrekken verandert niets. */
export async function trekKoppelingIn(uitvoerder: Uitvoerder, ctx: Actiecontext, koppelingId: string): Promise<Uitkomst<{ readonly uitkomst: 'ingetrokken' | 'ongewijzigd' }, Weigering>> {
  if (!magBeheren(ctx) || !isUuid(koppelingId)) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const uitkomst = await zetIngetrokken(trx, koppelingId, ctx.nu)
    if (uitkomst === 'onbekend') return geweigerd({ soort: 'niet-gevonden' })
    if (uitkomst === 'ingetrokken') await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling: 'trekKoppelingIn', brin: null, deelnemerId: null, object: ['koppeling', koppelingId] })
    return gelukt({ uitkomst })
  })
}

/** Alle koppelingen, ook ingetrokken en verlopen. Nooit met een sleutel of hash. */
export async function toonKoppelingen(uitvoerder: Uitvoerder, ctx: Actiecontext): Promise<Uitkomst<readonly Koppeling[], Weigering>> {
  if (!magBeheren(ctx)) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, async (trx) => gelukt(await leesKoppelingen(trx)))
}

function magBeheren({ actor }: Actiecontext): boolean {
  return mag(actor, 'koppeling:beheren', { brin: '' })
}

function controleer(nieuw: NieuweKoppeling, { nu }: Actiecontext): readonly Veldfout[] {
  const vandaag = datumInNederland(new Date(nu))
  return [
    ...eis(nieuw.naam.trim() !== '' && nieuw.naam.length <= 200, 'naam', 'Een koppeling heeft een naam van 1 tot en met 200 tekens.', 'Noem het systeem en de school, bijvoorbeeld "Studentensysteem Lindemeer".'),
    ...eis(parseDatum(nieuw.geldigTotEnMet) !== undefined && nieuw.geldigTotEnMet >= vandaag, 'geldigTotEnMet', 'De laatste dag is vandaag of later.', 'Kies een dag, bijvoorbeeld over een jaar.'),
    ...eis((nieuw.soort === 'school') === (nieuw.rollen.length > 0), 'rollen', 'Een koppeling van een school heeft rollen; een andere koppeling niet.', 'Geef per BRIN ten minste één rol, of laat de rollen weg bij duo en systeem.'),
    ...nieuw.rollen.flatMap(({ rol, brin }, i) => [
      ...eis(isSchoolrol(rol), `rollen[${i}].rol`, 'Deze rol bestaat niet.', `Kies een van: ${SCHOOLROLLEN.join(', ')}.`),
      ...eis(/^\d{2}[A-Z]{2}$/.test(brin), `rollen[${i}].brin`, 'Een BRIN is twee cijfers en twee hoofdletters.', 'Bijvoorbeeld 21MB.'),
    ]),
  ]
}
