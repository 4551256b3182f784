import type { Leerroute, Sector } from '../../kern/leerroute.ts'
import { heeftRolBij } from '../../bron/index.ts'
import { type Aanbiederregel, leesAanbieders } from '../../organisatie/index.ts'
import { leesRoutekring } from '../../rio/index.ts'
import { type Actiecontext, brinsVan, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { noemt } from '../rules/rio.ts'

/** Waar iemand een student kan inschrijven: een onderwijsaanbieder van een school waarvoor hij inschrijft. */
export interface Inschrijfplaats extends Aanbiederregel {
  /** T-27: de vestigingen waarvoor de machtiging geldt; leeg = de hele school. */
  readonly vestigingen: readonly string[]
}

/** Een school waarmee deze onderwijsaanbieder in RIO een route deelt. */
export interface Partnerkeuze extends Aanbiederregel {
  readonly routes: readonly Leerroute[]
  /** K-RIO-04: noemen zij elkaar allebei. */
  readonly wederzijds: boolean
}

export function toonInschrijfplaatsen(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor'>): Promise<readonly Inschrijfplaats[]> {
  const { actor } = ctx
  return metRechten(uitvoerder, actor, async (trx) => {
    const alle = await leesAanbieders(trx, { brins: brinsVan(actor) })
    return alle.filter((plaats) => heeftRolBij(actor, plaats)).map((plaats) => ({ ...plaats, vestigingen: vestigingenBij(ctx, plaats) }))
      .toSorted((a, b) => `${a.school}${a.sector}${a.code}`.localeCompare(`${b.school}${b.sector}${b.code}`, 'nl'))
  })
}

function vestigingenBij({ actor }: Pick<Actiecontext, 'actor'>, { brin, sector }: Aanbiederregel): readonly string[] {
  const nodig = sector === 'MBO' ? 'bron-inschrijving-mbo' : 'bron-inschrijving-vo'
  const rollen = actor.rollen.filter((rol) => rol.brin === brin && rol.rol === nodig)
  return rollen.some(({ vestiging }) => vestiging === undefined) ? [] : [...new Set(rollen.flatMap(({ vestiging }) => vestiging ?? []))].toSorted()
}

/** K-RIO-01: met wie deze onderwijsaanbieder volgens RIO samenwerkt, of wie haar noemt. Wat scholen aanbieden is openbaar. */
export function toonPartners(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor'>, eigen: { readonly code: string; readonly brin: string; readonly sector: Sector }): Promise<readonly Partnerkeuze[]> {
  return metRechten(uitvoerder, ctx.actor, async (trx) => {
    const kring = (await leesRoutekring(trx, [eigen.brin])).map(({ inhoud }) => inhoud)
    const mijn = kring.filter(({ onderwijsaanbieder }) => onderwijsaanbieder === eigen.code)
    const noemtMij = kring.filter((aanbod) => noemt([aanbod], eigen))
    const codes = new Set([...mijn.flatMap(({ samenwerkendeOnderwijsaanbieders }) => samenwerkendeOnderwijsaanbieders), ...noemtMij.map(({ onderwijsaanbieder }) => onderwijsaanbieder)])
    const aanbieders = await leesAanbieders(trx, { codes: [...codes] })
    return aanbieders.filter(({ sector }) => (sector === 'MBO') !== (eigen.sector === 'MBO')).map((partner) => {
      const [ik, zij] = [mijn.filter((aanbod) => noemt([aanbod], partner)), noemtMij.filter(({ onderwijsaanbieder }) => onderwijsaanbieder === partner.code)]
      return { ...partner, routes: [...new Set([...ik, ...zij].map(({ leerrouteKenmerk }): Leerroute => (leerrouteKenmerk === 'DLR_VMBO_MBO' ? 'DLR' : 'GLR')))], wederzijds: ik.length > 0 && zij.length > 0 }
    }).toSorted((a, b) => a.school.localeCompare(b.school, 'nl'))
  })
}

/** De onderwijsaanbieder met deze code; null als die er niet is. */
export function toonAanbieder(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor'>, code: string): Promise<Aanbiederregel | null> {
  return metRechten(uitvoerder, ctx.actor, async (trx) => (await leesAanbieders(trx, { codes: [code] }))[0] ?? null)
}
