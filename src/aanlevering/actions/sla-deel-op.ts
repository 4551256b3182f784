import { alsSysteem, inSpoor, inTransactieMetBeide } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { alsActor, contextVan } from '../../toegang/index.ts'
import { type Levering, telUitkomsten, type Terugkoppeling } from '../levering.ts'
import { bewaarDeel, claimDeel, type GeclaimdDeel, leesDeelOpSlot, leesStukken, verwijderDeel, verwijderDelen, zetOpgeslagen } from '../store/deel.ts'
import { findLevering, zetMislukt, zetOmvang } from '../store/levering.ts'
import { bewaarTerugkoppelingen } from '../store/terugkoppeling.ts'
import { storingBijRecord } from '../verwerking/antwoord.ts'
import { isBreed } from '../verwerking/golven.ts'
import { deelDuoBestand } from '../verwerking/lees-duo-bestand.ts'
import { noemStoring, weegStoring } from '../verwerking/storing.ts'
import type { Deelwerk } from '../verwerking/verwerk-records.ts'
import { verwerkRegels } from '../verwerking/verwerk-regels.ts'
import { type Studentendeel, verwerkStudenten } from '../verwerking/verwerk-studenten.ts'
import { halveerDeel } from '../verwerking/halveer.ts'
import { moment, VERWERKER, type Verwerkomgeving } from './omgeving.ts'

/** Zo vaak mag een deel een werker laten omvallen; daarna wordt het kleiner gemaakt. */
const MEESTE_POGINGEN = 5

/**
 * Verwerkt het volgende deel dat aan de beurt is. Alles van een deel is een transactie: records, audit, outbox,
 * terugkoppelingen en "gedaan" samen. Antwoordt of er werk was.
 */
export async function slaVolgendDeelOp(omgeving: Verwerkomgeving): Promise<boolean> {
  const gekozen = await alsActor(omgeving.database, VERWERKER, async (trx) => {
    const deel = await claimDeel(trx, moment(omgeving))
    const levering = deel && (await findLevering(trx, deel.aanleveringId))
    return deel && levering && { deel, levering }
  })
  if (gekozen === undefined) return false
  const { deel, levering } = gekozen
  try {
    await verwerkGekozen(omgeving, levering, deel)
  } catch (fout) {
    if (weegStoring(fout) !== 'inhoud' || deel.pogingen <= MEESTE_POGINGEN) throw fout
    await geefOp(omgeving, levering, deel, fout)
  }
  return true
}

async function verwerkGekozen(omgeving: Verwerkomgeving, levering: Levering, deel: GeclaimdDeel): Promise<void> {
  if (deel.vorm === 'bytes') await leesDuoBestand(omgeving, levering, deel)
  else if (deel.pogingen > MEESTE_POGINGEN) await maakKleiner(omgeving, levering, deel)
  else await inSpoor('aanlevering-deel', { records: deel.records }, () => verwerkDeel(omgeving, levering, deel))
}

/** Ook kleiner maken lukt niet, bijvoorbeeld omdat de sleutel weg is: dan eindigt de levering met uitleg in plaats van nooit. */
async function geefOp(omgeving: Verwerkomgeving, { aanleveringId }: Levering, deel: GeclaimdDeel, fout: unknown): Promise<void> {
  omgeving.meld?.(`Aanlevering ${aanleveringId} is mislukt bij regel ${deel.vanafRegel}: ${noemStoring(fout)}`)
  await alsActor(omgeving.database, VERWERKER, (trx) => zetMislukt(trx, aanleveringId, {
    uitleg: `Het bestand was vanaf regel ${Math.max(1, deel.vanafRegel)} door een fout bij ons niet te verwerken. Wat daarvoor kwam is vastgelegd.`,
    watTeDoen: 'Vraag de beheerder om in het log te kijken, en lever daarna het hele bestand opnieuw: wat al is vastgelegd verandert dan niet.',
  }, moment(omgeving)))
}

async function verwerkDeel(omgeving: Verwerkomgeving, levering: Levering, deel: GeclaimdDeel): Promise<void> {
  const { afzender: actor, ontvangenOp: nu } = levering
  const context = contextVan(actor)
  await inTransactieMetBeide(omgeving.database, context, async (trx, verbinding) => {
    const bewaard = await alsSysteem(trx, () => leesDeelOpSlot(trx, omgeving.kluis, deel))
    // Een ander proces is hiermee bezig, of het is al gedaan.
    if (bewaard === undefined) return
    const werk: Deelwerk = { trx, verbinding, aanleveringId: deel.aanleveringId, ctx: { actor, nu, kluis: omgeving.kluis }, meld: omgeving.meld ?? (() => undefined) }
    const antwoorden = await verwerkInhoud(werk, deel, bewaard.inhoud)
    await alsSysteem(trx, async () => {
      await bewaarTerugkoppelingen(trx, deel.aanleveringId, antwoorden)
      await zetOpgeslagen(trx, deel, telUitkomsten(antwoorden), antwoorden.some(veranderdeBreed))
    })
  })
}

function verwerkInhoud(werk: Deelwerk, deel: GeclaimdDeel, inhoud: Buffer): Promise<readonly Terugkoppeling[]> {
  if (deel.vorm === 'regels') return verwerkRegels(werk, inhoud, deel.vanafRegel)
  return verwerkStudenten(werk, JSON.parse(inhoud.toString('utf8')) as Studentendeel)
}

function veranderdeBreed({ soort, uitkomst }: Terugkoppeling): boolean {
  return isBreed(soort) && (uitkomst === 'nieuw' || uitkomst === 'gewijzigd')
}

/** Een bestand van DUO wordt eerst in zijn geheel gelezen en in delen gezet; lukt dat niet, dan is de levering mislukt. */
async function leesDuoBestand(omgeving: Verwerkomgeving, levering: Levering, deel: GeclaimdDeel): Promise<void> {
  const { aanleveringId } = levering
  await alsActor(omgeving.database, VERWERKER, async (trx) => {
    if ((await leesDeelOpSlot(trx, omgeving.kluis, deel)) === undefined) return
    if (deel.pogingen > MEESTE_POGINGEN) return zetMislukt(trx, aanleveringId, NIET_TE_LEZEN, moment(omgeving))
    const bron = { bytes: levering.bytes, lees: () => leesStukken(trx, omgeving.kluis, aanleveringId) }
    const gedeeld = await deelDuoBestand(bron, levering.bestandsnaam ?? `${levering.soort} van ${dagVan(levering.ontvangenOp)}`, ({ deel: studenten, ...plaats }) =>
      bewaarDeel(trx, omgeving.kluis, { aanleveringId, vorm: 'studenten', ...plaats, inhoud: Buffer.from(JSON.stringify(studenten)) }))
    if (!gedeeld.ok) return zetMislukt(trx, aanleveringId, gedeeld.reden, moment(omgeving))
    await verwijderDelen(trx, aanleveringId, 'bytes')
    await zetOmvang(trx, aanleveringId, { records: gedeeld.waarde.records })
  })
}

const NIET_TE_LEZEN = { uitleg: 'Het lezen van dit bestand brak bij ons steeds af.', watTeDoen: 'Lever het bestand in kleinere stukken, of vraag de beheerder om in het log te kijken.' }

function dagVan(op: Moment): string {
  return op.slice(0, 10)
}

/** Een deel waarop een werker steeds omvalt wordt gehalveerd, tot alleen het schuldige record overblijft; dat wordt afgekeurd. */
async function maakKleiner(omgeving: Verwerkomgeving, levering: Levering, deel: GeclaimdDeel): Promise<void> {
  const { aanleveringId } = levering
  await alsActor(omgeving.database, VERWERKER, async (trx) => {
    const bewaard = await leesDeelOpSlot(trx, omgeving.kluis, deel)
    if (bewaard === undefined) return
    const helften = halveerDeel(deel.vorm, bewaard.inhoud, deel.vanafRegel, bewaard.totEnMetRegel)
    if (helften !== undefined) {
      await verwijderDeel(trx, deel)
      for (const helft of helften) await bewaarDeel(trx, omgeving.kluis, { aanleveringId, vorm: deel.vorm, ...helft })
      return
    }
    omgeving.meld?.(`Aanlevering ${aanleveringId}, regel ${deel.vanafRegel}: na ${MEESTE_POGINGEN} pogingen opgegeven.`)
    const antwoord = storingBijRecord(deel.vanafRegel, deel.vorm === 'regels' ? 'onbekend' : 'student', `REGEL-${deel.vanafRegel}`)
    await bewaarTerugkoppelingen(trx, aanleveringId, [antwoord])
    await zetOpgeslagen(trx, deel, telUitkomsten([antwoord]), false)
  })
}
