import { isDeelnemerId as isSleutel } from '../../bron/index.ts'
import { noteerVerwerking } from '../../database/index.ts'
import { type Datum, datumInNederland } from '../../kern/datum.ts'
import { SIGNAALCODES, SIGNAALNIVEAU, type Signaalcode, type Signaalniveau } from '../../kern/signaalcode.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actiecontext, type Actor, brinsVan, mag, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { termijnVan } from '../rules/termijn.ts'
import { eerstWatEerstMoet } from '../rules/urgentie.ts'
import type { Kijkbereik } from '../store/lijst.ts'
import { findWerk, leesHandelingen, leesWerk, leesWerkscholen, type Telrij, TELGRENS, telWerk, type Werkrij, type Werkschool } from '../store/werklijst.ts'
import type { Signaalgroep, Telling, Werkhandeling, Werkkeuze, Werklijst, Werkplaats, Werksignaal, Werktelling } from '../werklijst.ts'
import { kijkbereik } from './toon-leerlingen.ts'
import { naarBeeld } from './toon-signalen.ts'

/** Zoveel groepen tonen meteen regels; van de andere staat er alleen hoeveel het er zijn. */
const GROEPEN_OPEN = 6
const PER_GROEP = 5
const PER_BLADZIJDE = 50

/**
 * De werklijst van iemand: per regel een groep, wat eerst moet eerst, en daarbinnen het oudste eerst. Met een code alleen die groep, per
 * bladzijde. Aantallen worden tot een grens geteld, zodat de vraag bij een miljoen signalen even kort is als bij tien. Wie geen hele school heeft, krijgt een lege lijst.
 */
export async function toonWerklijst(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor' | 'nu'>, keuze: Werkkeuze, na: Werkplaats | undefined, normen: Normen): Promise<Uitkomst<Werklijst, Weigering>> {
  const { actor } = ctx
  const bereik = kijkbereik(actor)
  const binnen = binnenBereik(bereik, keuze.school)
  const alleen = keuze.codes.length === 1
  return gelukt(await metRechten(uitvoerder, actor, async (trx) => {
    const alles = await telWerk(trx, bereik, ALLES, actor.id)
    const geteld = perCode(await telWerk(trx, binnen, keuze, actor.id), datumInNederland(new Date(ctx.nu)), normen)
    const codes = geteld.slice(0, GROEPEN_OPEN).map(({ code }) => code)
    const aantal = alleen ? PER_BLADZIJDE + 1 : PER_GROEP
    const rijen = codes.length === 0 ? [] : await leesWerk(trx, binnen, { ...keuze, codes }, actor.id, aantal, alleen ? na : undefined)
    const getoond = alleen ? rijen.slice(0, PER_BLADZIJDE) : rijen
    if (getoond.length > 0) noteerVerwerking(trx, { handeling: 'toonSignalen', deelnemerIds: getoond.map((rij) => rij.deelnemer_id) })
    const signalen = Map.groupBy(getoond, ({ code }) => code)
    const laatste = rijen.length > PER_BLADZIJDE ? getoond.at(-1) : undefined
    return {
      groepen: geteld.map((groep) => ({ ...groep, signalen: (signalen.get(groep.code) ?? []).map(naarWerksignaal) })),
      volgende: laatste === undefined ? null : plaatsVan(laatste), alles: telAlles(alles),
    }
  }))
}

const ALLES: Werkkeuze = { codes: SIGNAALCODES, staten: [] }
const MEESTE_IN_BESTAND = 10_000
const PER_STUK = 250

/**
 * De keuze als bestand, in stukken: hooguit `MEESTE_IN_BESTAND` regels, code voor code op dezelfde volgorde als het scherm. Elk stuk staat als lezen
 * in het logboek.
 */
export async function* exporteerSignalen(uitvoerder: Uitvoerder, { actor }: Pick<Actiecontext, 'actor'>, keuze: Werkkeuze): AsyncGenerator<readonly Werksignaal[]> {
  const binnen = binnenBereik(kijkbereik(actor), keuze.school)
  let over = MEESTE_IN_BESTAND
  for (const code of keuze.codes) {
    let na: Werkplaats | undefined
    do {
      const vanaf = na
      const rijen = await metRechten(uitvoerder, actor, async (trx) => {
        const gelezen = await leesWerk(trx, binnen, { ...keuze, codes: [code] }, actor.id, Math.min(PER_STUK, over), vanaf)
        if (gelezen.length > 0) noteerVerwerking(trx, { handeling: 'exporteerSignalen', deelnemerIds: gelezen.map((rij) => rij.deelnemer_id) })
        return gelezen
      })
      const laatste = rijen.at(-1)
      over -= rijen.length
      na = rijen.length < PER_STUK || laatste === undefined ? undefined : plaatsVan(laatste)
      if (rijen.length > 0) yield rijen.map(naarWerksignaal)
    } while (na !== undefined && over > 0)
    if (over <= 0) return
  }
}

/** Een signaal met alles wat ermee gebeurde. Onbekend en van een andere school is hetzelfde antwoord (Z-02). */
export async function toonWerksignaal(uitvoerder: Uitvoerder, actor: Actor, signaalId: string): Promise<Uitkomst<{ readonly signaal: Werksignaal; readonly handelingen: readonly Werkhandeling[] }, Weigering>> {
  if (!isSleutel(signaalId)) return geweigerd({ soort: 'niet-gevonden' })
  return metRechten<Uitkomst<{ readonly signaal: Werksignaal; readonly handelingen: readonly Werkhandeling[] }, Weigering>>(uitvoerder, actor, async (trx) => {
    const rij = await findWerk(trx, signaalId)
    const gezien = rij && mag(actor, 'deelnemer:lezen', { brin: rij.brin ?? '' }) ? rij : undefined
    noteerVerwerking(trx, { handeling: 'toonSignaal', deelnemerIds: gezien === undefined ? [] : [gezien.deelnemer_id] })
    if (gezien === undefined) return geweigerd({ soort: 'niet-gevonden' })
    return gelukt({ signaal: naarWerksignaal(gezien), handelingen: await leesHandelingen(trx, gezien) })
  })
}

/** De eigen scholen en partners waar iemand in zijn werklijst op kan kiezen; leeg voor wie alle scholen ziet. */
export function toonWerkscholen(uitvoerder: Uitvoerder, actor: Actor): Promise<readonly Werkschool[]> {
  const brins = brinsVan(actor).filter((brin) => mag(actor, 'deelnemer:lezen', { brin }))
  return brins.length === 0 ? Promise.resolve([]) : metRechten(uitvoerder, actor, (trx) => leesWerkscholen(trx, brins))
}

/** Een school van een ander geeft een leeg bereik. */
function binnenBereik(bereik: Kijkbereik, school: string | undefined): Kijkbereik {
  if (school === undefined) return bereik
  return bereik === null || bereik.includes(school) ? [school] : []
}

function perCode(rijen: readonly Telrij[], vandaag: Datum, normen: Normen): readonly Omit<Signaalgroep, 'signalen'>[] {
  return [...Map.groupBy(rijen, ({ code }) => code)]
    .map(([code, groep]) => ({ code, niveau: SIGNAALNIVEAU[code], termijn: termijnVan(code, vandaag, normen), ...telOp(groep) }))
    .toSorted(eerstWatEerstMoet)
}

function telAlles(rijen: readonly Telrij[]): Werktelling {
  const kies = (past: (rij: Telrij) => boolean): Telling => telOp(rijen.filter(past))
  return {
    niveaus: new Map<Signaalniveau, Telling>((['fout', 'taak', 'waarschuwing', 'info'] as const).map((niveau) => [niveau, kies(({ code }) => SIGNAALNIVEAU[code] === niveau)])),
    staten: new Map((['open', 'gezien', 'verklaard'] as const).map((staat) => [staat, kies(({ afhandeling }) => afhandeling === staat)])),
    mij: kies(({ van }) => van === 'mij'), niemand: kies(({ van }) => van === 'niemand'), totaal: telOp(rijen),
  }
}

/** Meer dan de grens bij een code is bij elk getal waar die code in zit "meer dan". */
function telOp(rijen: readonly Pick<Telrij, 'code' | 'aantal'>[]): Telling {
  const som = new Map<Signaalcode, number>()
  for (const { code, aantal } of rijen) som.set(code, (som.get(code) ?? 0) + aantal)
  return { aantal: [...som.values()].reduce((totaal, aantal) => totaal + Math.min(aantal, TELGRENS), 0), meer: [...som.values()].some((aantal) => aantal > TELGRENS) }
}

function plaatsVan(rij: Werkrij): Werkplaats {
  return [rij.gesloten_op ?? rij.eerste_dag, rij.signaal_id]
}

function naarWerksignaal(rij: Werkrij): Werksignaal {
  return { ...naarBeeld(rij), naam: rij.naam, school: rij.school, partners: rij.partners, toegewezenAan: rij.toegewezen_aan }
}
