import type { Fase, Leerroutefase } from '../../kern/leerroute.ts'
import type { Reden } from '../../kern/reden.ts'
import type { Organisatie } from '../../organisatie/index.ts'
import { feitVanOpen, schoolVan, sinds } from './feiten.ts'
import type { OpenInschrijving, Registerstand, Stand } from './stand.ts'

/**
 * K-CAS-04: de fase volgens de registers. Niet de kalender beslist (K-FASE-04), en bij verschil kiezen wij niet (K-FASE-05).
 * Zonder route is er geen fase. Bron: S8, S9, S33; de uitkomst `onbepaald` is afgeleid.
 */
export function bepaalFase(stand: Stand): Fase {
  if (stand.routes.length === 0) return null
  let [vo, mbo] = [false, false]
  for (const register of [stand.vo.sprekend, stand.mbo.sprekend]) {
    for (const open of register) {
      const stem = stemVan(open)
      if (stem === 'onbepaald') return 'onbepaald'
      if (stem === 'VO') vo = true
      else mbo = true
    }
  }
  if (vo && mbo) return 'onbepaald'
  return vo ? 'VO' : 'MBO'
}

/** Wat één inschrijving over de fase zegt; zonder route en fase staat zij voor haar eigen sector (bron.md 4.4: nooit twee keer betalen). */
export function stemVan(open: OpenInschrijving): Leerroutefase | 'onbepaald' {
  if (open.fase !== null) return open.fase
  return open.route === null ? open.sector : 'onbepaald'
}

/** De stappen van feit naar fase: wat het vo zegt, wat het mbo zegt, en wat daaruit volgt. */
export function motiveerFase(stand: Stand, fase: Fase, organisaties: readonly Organisatie[]): readonly Reden[] {
  if (fase === null) return GEEN_ROUTE
  return [
    ...motiveerRegister('vo', stand.vo, organisaties),
    ...motiveerRegister('mbo', stand.mbo, organisaties),
    motiveerUitkomst(stand, fase),
  ]
}

const GEEN_ROUTE: readonly Reden[] = [
  { onderwerp: 'fase', regels: ['K-CAS-04'], uitkomst: 'geen', uitleg: 'Er is geen fase. Geen open inschrijving heeft op deze dag een route die telt.' },
]

const ZWIJGT: Readonly<Record<'vo' | 'mbo', Reden>> = {
  vo: { onderwerp: 'fase', regels: ['K-CAS-04'], uitkomst: 'geen', uitleg: 'Het vo zegt niets. Er is geen open inschrijving bij een vo-school of vso-school.' },
  mbo: { onderwerp: 'fase', regels: ['K-CAS-04'], uitkomst: 'geen', uitleg: 'Het mbo zegt niets. Er is geen open inschrijving bij een mbo-instelling.' },
}

function motiveerRegister(naam: 'vo' | 'mbo', register: Registerstand, organisaties: readonly Organisatie[]): readonly Reden[] {
  if (register.sprekend.length === 0) return [ZWIJGT[naam]]
  return register.sprekend.map((open) => ({
    onderwerp: 'fase',
    regels: ['K-CAS-04'],
    uitkomst: stemVan(open),
    uitleg: beschrijfStem(naam, open, schoolVan(organisaties, open)),
    feiten: [feitVanOpen(open)],
  }))
}

function beschrijfStem(naam: 'vo' | 'mbo', open: OpenInschrijving, school: string): string {
  if (open.fase !== null && open.route !== null) {
    return `Het ${naam} zegt fase ${open.fase}. ${school} heeft de leerling ingeschreven met ${open.route} en fase ${open.fase}, sinds ${sinds(open)}.`
  }
  if (open.route !== null) {
    return `Het ${naam} noemt geen fase. ${school} heeft de leerling ingeschreven met ${open.route}, maar zonder fase, sinds ${sinds(open)}.`
  }
  if (open.fase !== null) {
    return `Het ${naam} zegt fase ${open.fase}. ${school} noemt wel een fase, maar geen route, sinds ${sinds(open)}.`
  }
  const zonder = open.genegeerd ? 'met een route die te vroeg begon en daarom niet telt' : 'zonder route en zonder fase'
  return `Het ${naam} telt als fase ${open.sector}. ${school} heeft de leerling ingeschreven ${zonder}, sinds ${sinds(open)}.`
}

function motiveerUitkomst(stand: Stand, fase: 'VO' | 'MBO' | 'onbepaald'): Reden {
  if (fase !== 'onbepaald') return EENSGEZIND[fase]
  const faseOntbreekt = [...stand.vo.sprekend, ...stand.mbo.sprekend].some((open) => stemVan(open) === 'onbepaald')
  return faseOntbreekt ? FASE_ONTBREEKT : VERSCHIL
}

const EENSGEZIND: Readonly<Record<Leerroutefase, Reden>> = {
  VO: { onderwerp: 'fase', regels: ['K-FASE-04', 'K-CAS-04'], uitkomst: 'VO', uitleg: 'De fase is VO. Er is geen inschrijving die iets anders zegt, en de registratie beslist.' },
  MBO: { onderwerp: 'fase', regels: ['K-FASE-04', 'K-CAS-04'], uitkomst: 'MBO', uitleg: 'De fase is MBO. Er is geen inschrijving die iets anders zegt, en de registratie beslist.' },
}

const VERSCHIL: Reden = {
  onderwerp: 'fase',
  regels: ['K-FASE-05', 'K-CAS-04'],
  uitkomst: 'onbepaald',
  uitleg: 'Twee verschillende fasen: dan kiezen wij niet. Fase, bekostiging en verzuim blijven onbepaald tot de scholen het eens zijn.',
}

const FASE_ONTBREEKT: Reden = {
  onderwerp: 'fase',
  regels: ['K-FASE-06', 'K-CAS-04'],
  uitkomst: 'onbepaald',
  uitleg: 'Bij een route hoort een fase. Zolang die ontbreekt, blijven fase, bekostiging en verzuim onbepaald.',
}
