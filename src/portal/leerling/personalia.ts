import { telt } from '../../kern/bekend.ts'
import type { Leerlingbeeld } from '../../beslissing/index.ts'
import { weegPlannen } from '../../leerroute/index.ts'
import type { Woorden } from './teksten.ts'

/** De route en het begin- en eindpunt, zoals geregistreerd op de kennisdatum. */
export function personalia({ dossier, besluit }: Leerlingbeeld, { tekst, begrip }: Woorden): { readonly route: string | null, readonly vanNaar: string | null } {
  const op = besluit.bekendOp
  const vo = dossier.inschrijvingenVo.filter((i) => telt(i, op)).flatMap(({ perioden }) => perioden).filter((p) => telt(p, op))
  const mbo = dossier.inschrijvingenMbo.filter((i) => telt(i, op)).flatMap(({ perioden }) => perioden).filter((p) => telt(p, op))
  const laatste = <P extends { readonly datumBegin: string }>(perioden: readonly P[], past: (p: P) => boolean): P | undefined =>
    perioden.filter(past).toSorted((a, b) => (a.datumBegin < b.datumBegin ? 1 : -1))[0]
  const route = laatste([...vo, ...mbo], (p) => Boolean(p.leerroute))?.leerroute ?? null
  const leerweg = laatste(vo, (p) => Boolean(p.leerweg))?.leerweg ?? null
  const leerrouteplannen = dossier.leerrouteplannen.filter((p) => telt(p, op) && p.beoogdNiveau)
  const plan = leerrouteplannen.length === 1 ? leerrouteplannen[0] : weegPlannen({ ...dossier, leerrouteplannen }, besluit.peildatum).plan
  const niveau = laatste(mbo, (p) => Boolean(p.niveau))?.niveau ?? plan?.beoogdNiveau ?? null
  const van = leerweg ? tekst.van(leerweg.toLowerCase()) : null
  const naar = niveau ? tekst.naar(niveau.slice(4)) : null
  return { route: route ? begrip.route(route) : null, vanNaar: van && naar ? tekst.vanEnNaar(van, naar) : (van ?? naar) }
}
