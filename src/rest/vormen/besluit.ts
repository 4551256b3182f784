import { type TSchema, Type } from 'typebox'
import { BrinVorm, DatumVorm, keuze } from '../../aanlevering/index.ts'
import { SignaalcodeVorm, SignaalniveauVorm } from './antwoord.ts'

/** De vorm van een uitgelegd besluit (src/beslissing/uitgelegd.ts) en van een casusantwoord. Dezelfde woorden als portaal en opdrachtregel. */
const Partij = keuze(['VO', 'MBO', 'onbepaald', 'geen'])
export const FaseVorm = Type.Union([Type.Literal('VO'), Type.Literal('MBO'), Type.Literal('onbepaald'), Type.Null()], { description: 'Leeg = geen leerroute op deze dag.' })
const Registratiecode = Type.Union([Type.Literal('R'), Type.Literal('A'), Type.Literal('W'), Type.Literal('E'), Type.Null()])
const RegelId = Type.String({ pattern: '^K-[A-Z]+-[0-9]{2}$', description: 'Regel, uitgelegd op `/regels`.', examples: ['K-FASE-05'] })

const Norm = Type.Object({
  norm: Type.String(), omschrijving: Type.String(), waarde: Type.Union([Type.Number(), Type.String(), Type.Array(Type.Union([Type.Number(), Type.String()]))]),
  eenheid: Type.String(), geldigVan: DatumVorm, bron: Type.String(), zekerheid: keuze(['zeker', 'afgeleid']),
}, { $id: 'GebruikteNorm' })
const Feit = Type.Object({
  soort: keuze(['inschrijvingVo', 'inschrijvingMbo', 'aanbod', 'diploma', 'overeenkomst', 'oordeel', 'afwezigheid', 'melding', 'plan']), sleutel: Type.String(),
  vastgelegdOp: Type.Optional(Type.String({ description: 'Moment van vastleggen in UTC.' })),
}, { $id: 'Feit' })
const Bron = Type.Object({ id: Type.String(), titel: Type.String(), url: leeg(Type.String()) }, { $id: 'Bron' })
const onderbouwing = {
  regels: Type.Array(Type.Object({ id: RegelId, titel: Type.String() })), normen: Type.Array(Norm), bronnen: Type.Array(Bron), zekerheid: keuze(['zeker', 'afgeleid']),
}

export const UitgelegdSignaalVorm = Type.Object({
  code: SignaalcodeVorm, niveau: SignaalniveauVorm, uitleg: Type.String(), voor: Type.Array(BrinVorm, { description: 'De scholen die het aangaat.' }), feiten: Type.Optional(Type.Array(Feit)), ...onderbouwing,
}, { $id: 'UitgelegdSignaal' })
const Reden = Type.Object({
  onderwerp: keuze(['fase', 'bekostiging', 'verzuim', 'melding', 'vsv', 'registraties', 'mboVerklaring', 'absoluutVerzuim', 'inschrijvingen']),
  uitkomst: Type.String(), uitleg: Type.String(), feiten: Type.Optional(Type.Array(Feit)), ...onderbouwing,
}, { $id: 'Reden' })

const uitkomsten = {
  peildatum: DatumVorm, bekendOp: leeg(DatumVorm), fase: FaseVorm, verzuim: Partij, vsv: Partij, bekostiging: Partij,
  registraties: Type.Object({ rioVo: Registratiecode, rioMbo: Registratiecode, rodVo: Registratiecode, rodMbo: Registratiecode }, { description: 'R verplicht, A toegestaan, W fout, E te beëindigen, leeg = niet van toepassing.' }),
  meldplicht: leeg(Type.Boolean()), melding: leeg(Type.Object({ partij: keuze(['VO', 'MBO', 'onbepaald']), begin: DatumVorm, eind: DatumVorm })),
  mboVerklaring: Type.Boolean(), absoluutVerzuim: Type.Boolean(), ispPerioden: leeg(Type.Integer()),
}

export const BesluitVorm = Type.Object({ ...uitkomsten, signalen: Type.Array(UitgelegdSignaalVorm), motivering: Type.Array(Reden) }, { $id: 'Besluit' })

export const CasusantwoordVorm = Type.Object({
  beslissingen: Type.Array(Type.Object({
    casus: Type.String(),
    vragen: Type.Array(Type.Object({
      ...uitkomsten,
      signalen: Type.Array(Type.Object({ code: SignaalcodeVorm, niveau: SignaalniveauVorm, regels: Type.Array(RegelId), uitleg: Type.String() })),
      motivering: Type.Array(Type.Object({ regel: RegelId, uitkomst: Type.String(), uitleg: Type.String() })),
    })),
  })),
}, { $id: 'Casusbeslissing' })

export const TijdlijnVorm = Type.Object({
  van: DatumVorm, totEnMet: DatumVorm,
  tijdvakken: Type.Array(Type.Object({ van: DatumVorm, totEnMet: DatumVorm, fase: FaseVorm, verzuim: Partij, bekostiging: Partij })),
  signalen: Type.Array(Type.Object({ van: DatumVorm, totEnMet: leeg(DatumVorm), signaal: UitgelegdSignaalVorm })),
  teldata: Type.Array(Type.Object({ datum: DatumVorm, betaler: Partij })),
  beginRouteSchooljaar: leeg(DatumVorm),
}, { $id: 'Tijdlijn' })

function leeg<T extends TSchema>(vorm: T) {
  return Type.Union([vorm, Type.Null()])
}
