/** K-STR-01: wat een weg door het stroomschema betekent, afgelezen uit het besluit over de verzonnen leerling. */
import { type Datum, plusDagen } from '../../kern/datum.ts'
import type { Leerroute, Partij } from '../../kern/leerroute.ts'
import type { RegelId } from '../../kern/reden.ts'
import type { Normen, Schemaeinde } from '../../normen/index.ts'
import { heeftStartkwalificatie } from '../../verzuim/zonder-register.ts'
import type { Besluit } from '../besluit.ts'
import type { Dossier } from '../dossier.ts'
import { beslis } from './beslis.ts'
import { beslisOverTijd } from './beslis-over-tijd.ts'
import { maakStroomcasus } from './stroomcasus.ts'
import type { Schemaweg } from './stroomschema.ts'
import { volgendeTeldatum } from './termijn.ts'

/** Wat er hierna gebeurt. `aanmelden`: de dag komt elk jaar terug (mm-dd). */
export type Hierna =
  | { readonly soort: 'fase-mbo' | 'teldatum' | 'inschrijven'; readonly dag: Datum }
  | { readonly soort: 'aanmelden'; readonly maanddag: string }

export interface Stroomuitkomst {
  readonly einde: Schemaeinde
  readonly besluit: Besluit
  readonly route: Leerroute | null
  /** De fase, of zonder route wie over verzuim gaat. */
  readonly verantwoordelijk: Partij
  readonly hierna: Hierna | null
  /** Zich nu uitschrijven zonder nieuwe school is absoluut verzuim (K-VSV-04). */
  readonly moetNaarSchool: boolean
  readonly heeftStartkwalificatie: boolean
  /** De regels van de weg en van het besluit, elk een keer. */
  readonly regels: readonly RegelId[]
}

/** Alleen voor een weg die af is. Het besluit is dat van `beslis` over de casus van `maakStroomcasus`; hier wordt alleen gelezen. */
export function leesStroomuitkomst(weg: Schemaweg & { readonly einde: Schemaeinde }, vandaag: Datum, normen: Normen): Stroomuitkomst {
  const { dossier, peildatum, route } = maakStroomcasus(weg, vandaag, normen)
  const besluit = beslis(dossier, { peildatum, bekendOp: null }, normen)
  return {
    einde: weg.einde, besluit, route,
    verantwoordelijk: besluit.fase ?? besluit.verzuim,
    hierna: bepaalHierna(dossier, besluit, weg, normen),
    moetNaarSchool: beslis(schrijfUit(dossier, peildatum), { peildatum, bekendOp: null }, normen).absoluutVerzuim,
    heeftStartkwalificatie: heeftStartkwalificatie(dossier.diplomas, peildatum, normen),
    regels: regelsVan(weg.einde, besluit),
  }
}

const JAREN_VOORUIT = 1460

function bepaalHierna(dossier: Dossier, besluit: Besluit, { einde, antwoorden }: Schemaweg, normen: Normen): Hierna | null {
  // Wie stopt of wisselt, spreekt de dag met de scholen af (K-SOK-04).
  if (antwoorden['F10'] === 'j' || antwoorden['F11'] === 'n') return null
  if (besluit.signalen.some(({ code }) => code === 'SIG-MBO-INSCHRIJVING-ONTBREEKT')) return { soort: 'inschrijven', dag: besluit.peildatum }
  if (besluit.fase === 'VO') {
    // Het eerste jaar waarin de kalender een andere fase verwacht dan er nu staat (K-FASE-02, K-FASE-04).
    const wissel = beslisOverTijd(dossier, { van: besluit.peildatum, totEnMet: plusDagen(besluit.peildatum, JAREN_VOORUIT), bekendOp: null }, normen)
      .signalen.find(({ code }) => code === 'SIG-FASE-AFWIJKEND')
    return wissel === undefined ? null : { soort: 'fase-mbo', dag: wissel.van }
  }
  if (besluit.fase === 'MBO') {
    const dag = volgendeTeldatum(besluit.peildatum, normen)
    return dag === null ? null : { soort: 'teldatum', dag }
  }
  // Zonder route, en wel al toe aan een keuze: de gewone weg naar het mbo.
  const dagen = normen.lijst('leerroute/aanmelddag-mbo', besluit.peildatum)
  const maanddag = dagen.soort === 'geldt' ? dagen.waarde[0] : undefined
  return maanddag === undefined || antwoorden['F1'] !== 'j' || besluit.verzuim === 'geen' || einde === null ? null : { soort: 'aanmelden', maanddag }
}

/** Dezelfde leerling, die gisteren overal is uitgeschreven. */
function schrijfUit(dossier: Dossier, op: Datum): Dossier {
  const datumUitschrijving = plusDagen(op, -1)
  const begon = ({ datumInschrijving }: { readonly datumInschrijving: Datum }): boolean => datumInschrijving <= datumUitschrijving
  return {
    ...dossier,
    inschrijvingenVo: dossier.inschrijvingenVo.filter(begon).map((inschrijving) => ({ ...inschrijving, datumUitschrijving })),
    inschrijvingenMbo: dossier.inschrijvingenMbo.filter(begon).map((inschrijving) => ({ ...inschrijving, datumUitschrijving })),
  }
}

const ONDERWERPEN: ReadonlySet<string> = new Set(['fase', 'verzuim', 'registraties', 'bekostiging'])

function regelsVan(einde: Schemaeinde, besluit: Besluit): readonly RegelId[] {
  return [...new Set([...einde.regels, ...besluit.motivering.filter(({ onderwerp }) => ONDERWERPEN.has(onderwerp)).flatMap(({ regels }) => regels), 'K-STR-01' as const])]
}
