import type { Datum } from '../../kern/datum.ts'
import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { schrijfDag } from '../../kern/zinnen.ts'
import type { GevondenAanbieder } from '../../organisatie/index.ts'
import { naamVanSchool } from '../../organisatie/zonder-register.ts'
import type { Leerrouteplan, Samenwerkingsovereenkomst } from '../afspraken.ts'
import type { LeerrouteFeiten, Peiling } from './peiling.ts'
import { scholenIn } from './plan.ts'

/**
 * K-SOK-01, K-SOK-02: op elke dag met route geldt tussen de bevoegde gezagen van beide kanten een overeenkomst, eerste en laatste dag inbegrepen.
 * Binnen één bevoegd gezag telt alleen een interne regeling; tussen twee alleen een overeenkomst. Bron: S7, S13; dagen en uitsluiting afgeleid.
 */
export function signaleerSamenwerking(peiling: Peiling): Signaal | undefined {
  const { kanten, feiten, op } = peiling
  let zinnen: string[] | undefined
  const brinnen: string[] = []
  for (const vo of kanten.vo) {
    for (const mbo of kanten.mbo) {
      const gemis = ontbrekendeAfspraak(vo, mbo, feiten, op)
      if (gemis === undefined) continue
      zinnen = [...(zinnen ?? []), gemis]
      brinnen.push(vo.organisatie.brin, mbo.organisatie.brin)
    }
  }
  for (const plan of peiling.buitenplannen) {
    const [gaatVoor, derde] = [peiling.plan === null ? [] : scholenIn(peiling.plan, feiten), plan.vastgelegdDoor ?? '']
    zinnen = [...(zinnen ?? []), beschrijfBuitenplan(plan, gaatVoor, derde, feiten)]
    brinnen.push(derde, ...gaatVoor)
  }
  if (zinnen === undefined) return undefined
  return maakSignaal('SIG-SOK-ONTBREEKT', { regels: ['K-SOK-01', 'K-SOK-02'], uitleg: [...new Set(zinnen)].join(' '), voor: brinnen, feiten: [] })
}

function ontbrekendeAfspraak(vo: GevondenAanbieder, mbo: GevondenAanbieder, feiten: LeerrouteFeiten, op: Datum): string | undefined {
  const [voGezag, mboGezag] = [vo.organisatie.bevoegdGezag, mbo.organisatie.bevoegdGezag]
  const namen = `${vo.organisatie.naam ?? vo.organisatie.brin} en ${mbo.organisatie.naam ?? mbo.organisatie.brin}`
  if (voGezag === mboGezag) {
    const geregeld = feiten.interneRegelingen.some((regeling) => regeling.bevoegdGezag === voGezag && geldt(regeling, op))
    return geregeld ? undefined : `Er geldt geen interne regeling bij bevoegd gezag ${voGezag} voor ${namen}. Leg de afspraken vast of verleng ze.`
  }
  const afgesproken = feiten.samenwerkingsovereenkomsten.some(
    (overeenkomst) => geldt(overeenkomst, op) && overeenkomst.partijen.includes(voGezag) && overeenkomst.partijen.includes(mboGezag) && isVanEen(overeenkomst, voGezag, mboGezag),
  )
  return afgesproken ? undefined : `Er geldt geen samenwerkingsovereenkomst tussen bevoegd gezag ${voGezag} en ${mboGezag}, dus tussen ${namen}. Sluit de overeenkomst of verleng haar.`
}

/** docs/adr/0036: het plan van een school buiten het paar telt niet, maar blijft niet stil. */
function beschrijfBuitenplan(plan: Leerrouteplan, gaatVoor: readonly string[], derde: string, { organisaties }: LeerrouteFeiten): string {
  const namen = gaatVoor.map((brin) => naamVanSchool(organisaties, brin)).join(' en ')
  return `${naamVanSchool(organisaties, derde)} legde een leerrouteplan vast vanaf ${schrijfDag(plan.van)}, maar werkt voor deze leerling niet samen met ${namen}. Het plan van ${namen} blijft gelden. Spreek af met wie de leerling de route doet, en laat het andere plan vervallen.`
}

/** Een derde partij die twee andere noemt, spreekt niets voor hen af. */
function isVanEen({ vastgelegdDoor }: Samenwerkingsovereenkomst, ...gezagen: readonly [string, string]): boolean {
  return vastgelegdDoor === undefined || gezagen.some((gezag) => vastgelegdDoor.includes(gezag))
}

function geldt(afspraak: { readonly van: Datum; readonly tot?: Datum | null }, op: Datum): boolean {
  return afspraak.van <= op && (!afspraak.tot || afspraak.tot >= op)
}
