import type { InschrijvingVo } from '../../bron/index.ts'
import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { opsomming, schrijfDag } from '../../kern/zinnen.ts'
import { naamVanSchool } from '../../organisatie/zonder-register.ts'
import { brinnenVan, feitVanDiploma, feitVanInschrijving, feitVanOpen, scholenVan } from './feiten.ts'
import { eindigtLater } from './kanten.ts'
import type { Peiling } from './peiling.ts'
import { droegRoute } from './registraties.ts'
import type { Registraties } from '../registraties.ts'
import { isBeeindigd } from './stand.ts'
import { vmboDiplomaOp } from './vo-activiteiten.ts'

/** K-ROD-05, K-CAS-10: vanaf de eerste dag van fase MBO is een mbo-inschrijving verplicht, met of zonder route. Bron: S4, S9; afgeleid. */
export function signaleerMboInschrijvingOntbreekt(peiling: Peiling): Signaal | undefined {
  if (peiling.fase !== 'MBO' || peiling.stand.mbo.open.length > 0) return undefined
  const vo = peiling.stand.vo.sprekend
  const mboKant = peiling.kanten.mbo.map((kant) => kant.organisatie)
  const instelling = mboKant.length > 0 ? opsomming(mboKant.map((school) => school.naam ?? school.brin)) : 'De mbo-instelling'
  return maakSignaal('SIG-MBO-INSCHRIJVING-ONTBREEKT', {
    regels: ['K-ROD-05', 'K-BEK-03'],
    uitleg: `De leerling is in fase MBO volgens ${opsomming(scholenVan(peiling.feiten.organisaties, vo))}, maar heeft geen open mbo-inschrijving. ${instelling} schrijft de leerling in met de route en fase MBO. Tot dan betaalt niemand.`,
    voor: [...mboKant.map((school) => school.brin), ...brinnenVan(vo)],
    feiten: vo.map(feitVanOpen),
  })
}

/**
 * K-ROD-06: de vo-inschrijving hoort nog te lopen (rodVo is R), er is er geen open, en één die een route droeg is beëindigd.
 * Bron: S2; signaal en GLR afgeleid.
 */
export function signaleerUitschrijvingTeVroeg(peiling: Peiling, registraties: Registraties): Signaal | undefined {
  if (peiling.stand.routes.length === 0 || registraties.rodVo !== 'R' || peiling.stand.vo.open.length > 0) return undefined
  const laatste = laatsteMetRoute(peiling)
  if (laatste === undefined) return undefined
  const school = naamVanSchool(peiling.feiten.organisaties, laatste.brin)
  return maakSignaal('SIG-VO-UITSCHRIJVING-TE-VROEG', {
    regels: ['K-ROD-06', 'K-CAS-05'],
    uitleg: `${school} schreef de leerling uit per ${schrijfDag(laatste.datumUitschrijving ?? peiling.op)}, maar de vo-activiteiten zijn niet klaar. Er is geen vmbo-diploma en geen laatste dag vastgelegd. Open de vo-inschrijving weer, of leg de laatste dag vast.`,
    voor: [laatste.brin],
    feiten: [feitVanInschrijving(laatste, 'VO')],
  })
}

/** K-ROD-07: in fase MBO zijn de vo-activiteiten klaar en loopt een vo-inschrijving met route nog. In fase VO nooit. Bron: S2; afgeleid. */
export function signaleerUitschrijvingMogelijk(peiling: Peiling): Signaal | undefined {
  const open = peiling.stand.vo.metRoute
  if (peiling.fase !== 'MBO' || !peiling.voActiviteitenAfgerond || open.length === 0) return undefined
  const diploma = vmboDiplomaOp(peiling.feiten.diplomas, peiling.op)
  const waarom = diploma === undefined ? 'de vo-activiteiten zijn afgerond' : `de leerling heeft een vmbo-diploma van ${schrijfDag(diploma.datum)}`
  return maakSignaal('SIG-VO-UITSCHRIJVING-MOGELIJK', {
    regels: ['K-ROD-07'],
    uitleg: `${opsomming(scholenVan(peiling.feiten.organisaties, open))} kan de leerling uitschrijven: de fase is MBO en ${waarom}.`,
    voor: brinnenVan(open),
    feiten: [...open.map(feitVanOpen), ...(diploma === undefined ? [] : [feitVanDiploma(diploma)])],
  })
}

function laatsteMetRoute(peiling: Peiling): InschrijvingVo | undefined {
  let laatste: InschrijvingVo | undefined
  for (const inschrijving of peiling.feiten.inschrijvingenVo) {
    if (!isBeeindigd(inschrijving, peiling.op) || !droegRoute(inschrijving, peiling.eersteBegin)) continue
    if (laatste === undefined || eindigtLater(inschrijving, laatste)) laatste = inschrijving
  }
  return laatste
}
