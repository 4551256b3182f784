import { laatDiplomaVervallen, leverInschrijving, registreerBpv, registreerDiploma, registreerOnderdeel, registreerVoAfgerond, verwijderInschrijving } from '../../bron/index.ts'
import { metHerstelpunt, type Transactie } from '../../database/index.ts'
import { legLeerrouteplanVast, legOordeelVast, legOvereenkomstVast, legRegelingVast } from '../../leerroute/index.ts'
import { laatAanbodVervallen, registreerAanbod } from '../../rio/index.ts'
import { type Actiecontext, registreerOrganisatie, type Uitvoerder } from '../../toegang/index.ts'
import { meldVerzuim, registreerAfwezigheid, registreerSchoolvakantie, trekMeldingIn } from '../../verzuim/index.ts'
import type { Leveringsrecord, Recordsoort } from '../leveringsrecord.ts'
import type { Recordantwoord } from './antwoord.ts'

type Van<S extends Recordsoort> = Extract<Leveringsrecord, { soort: S }>

/** Elk soort record en de actie die het vastlegt; dezelfde actie als achter de andere deuren. */
const ACTIES: { readonly [S in Recordsoort]: (uitvoerder: Uitvoerder, ctx: Actiecontext, record: Van<S>) => Promise<Recordantwoord> } = {
  organisatie: (u, ctx, { organisatie }) => registreerOrganisatie(u, ctx, organisatie),
  schoolvakantie: (u, ctx, { schoolvakantie }) => registreerSchoolvakantie(u, ctx, schoolvakantie),
  aanbod: (u, ctx, { aanbod }) => registreerAanbod(u, ctx, aanbod),
  'aanbod-vervallen': (u, ctx, record) => laatAanbodVervallen(u, ctx, record),
  overeenkomst: (u, ctx, { overeenkomst }) => legOvereenkomstVast(u, ctx, overeenkomst),
  regeling: (u, ctx, { regeling }) => legRegelingVast(u, ctx, regeling),
  inschrijving: (u, ctx, record) => leverInschrijving(u, ctx, record),
  'inschrijving-verwijderd': (u, ctx, record) => verwijderInschrijving(u, ctx, { ...over(record), sector: record.sector, inschrijvingvolgnummer: record.inschrijvingvolgnummer }),
  bpv: (u, ctx, { persoonsnummer, bpv }) => registreerBpv(u, ctx, { ...bpv, deelnemer: { persoonsnummer } }),
  diploma: (u, ctx, { persoonsnummer, diploma }) => registreerDiploma(u, ctx, { ...diploma, deelnemer: { persoonsnummer } }),
  'diploma-vervallen': (u, ctx, record) => laatDiplomaVervallen(u, ctx, { ...over(record), soort: record.soortDiploma, resultaatvolgnummer: record.resultaatvolgnummer }),
  onderdeel: (u, ctx, { persoonsnummer, onderdeel }) => registreerOnderdeel(u, ctx, { ...onderdeel, deelnemer: { persoonsnummer } }),
  'vo-afgerond': (u, ctx, record) => registreerVoAfgerond(u, ctx, { ...over(record), afgerondOp: record.afgerondOp }),
  leerrouteplan: (u, ctx, record) => legLeerrouteplanVast(u, ctx, { ...over(record), ...record.leerrouteplan }),
  oordeel: (u, ctx, record) => legOordeelVast(u, ctx, { ...over(record), ...record.oordeel }),
  afwezigheid: (u, ctx, record) => registreerAfwezigheid(u, ctx, { ...over(record), ...record.afwezigheid }),
  verzuimmelding: (u, ctx, record) => meldVerzuim(u, ctx, { ...over(record), ...record.verzuimmelding }),
  'melding-ingetrokken': (u, ctx, record) => {
    const { partij, begin, eind, ingetrokkenOp } = record
    return trekMeldingIn(u, ctx, { ...over(record), partij, begin, eind, ...(ingetrokkenOp === undefined ? {} : { ingetrokkenOp }) })
  },
}

/** Voert een record uit als losse actie. In de transactie van een deel laat een weigering niets achter, zoals bij een los bericht. */
export async function voerLos(trx: Transactie, ctx: Actiecontext, record: Leveringsrecord): Promise<Recordantwoord> {
  try {
    return await metHerstelpunt(trx, async () => {
      const antwoord = await voerActieUit(trx, ctx, record)
      if (!antwoord.ok) throw new Weigert(antwoord)
      return antwoord
    })
  } catch (fout) {
    if (fout instanceof Weigert) return fout.antwoord
    throw fout
  }
}

/** De actie bij een record, in een eigen transactie of in die van de aanroeper. */
export function voerActieUit(uitvoerder: Uitvoerder, ctx: Actiecontext, record: Leveringsrecord): Promise<Recordantwoord> {
  const actie = ACTIES[record.soort] as (uitvoerder: Uitvoerder, ctx: Actiecontext, record: Leveringsrecord) => Promise<Recordantwoord>
  return actie(uitvoerder, ctx, record)
}

/** Alleen om bij het herstelpunt uit te komen. */
class Weigert extends Error {
  readonly antwoord: Recordantwoord
  constructor(antwoord: Recordantwoord) {
    super('weigering')
    this.antwoord = antwoord
  }
}

function over(record: { readonly persoonsnummer: string; readonly brin: string }) {
  return { deelnemer: { persoonsnummer: record.persoonsnummer }, brin: record.brin }
}
