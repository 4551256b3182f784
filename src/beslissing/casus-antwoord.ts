import type { RegelId } from '../kern/reden.ts'
import type { Besluit, Signaal } from './besluit.ts'
import type { Casus, Verwacht } from './casus.ts'

/** Een antwoord zoals een casus het teruggeeft: precies deze sleutels, altijd allemaal. */
export interface Casusantwoord extends Omit<Besluit, 'signalen' | 'motivering'> {
  readonly signalen: readonly Pick<Signaal, 'code' | 'niveau' | 'regels' | 'uitleg'>[]
  readonly motivering: readonly { readonly regel: RegelId; readonly uitkomst: string; readonly uitleg: string }[]
}

export interface Casusbeslissing {
  readonly casus: string
  readonly vragen: readonly Casusantwoord[]
}

/** Besluiten bij een casus, één per vraag en in dezelfde volgorde. */
export function maakBeslissing(casus: Casus, besluiten: readonly Besluit[]): Casusbeslissing {
  return { casus: casus.id, vragen: besluiten.map(maakAntwoord) }
}

export function maakAntwoord(besluit: Besluit): Casusantwoord {
  return {
    peildatum: besluit.peildatum,
    bekendOp: besluit.bekendOp,
    fase: besluit.fase,
    verzuim: besluit.verzuim,
    vsv: besluit.vsv,
    bekostiging: besluit.bekostiging,
    registraties: besluit.registraties,
    signalen: besluit.signalen.map(({ code, niveau, regels, uitleg }) => ({ code, niveau, regels, uitleg })),
    meldplicht: besluit.meldplicht,
    mboVerklaring: besluit.mboVerklaring,
    absoluutVerzuim: besluit.absoluutVerzuim,
    ispPerioden: besluit.ispPerioden,
    melding: besluit.melding,
    // Het antwoord kent één regel per reden; een reden die op meer regels steunt, staat er voor elke regel, de belangrijkste eerst.
    motivering: besluit.motivering.flatMap(({ regels, uitkomst, uitleg }) => regels.map((regel) => ({ regel, uitkomst, uitleg }))),
  }
}

/** Een waarde die anders is dan de schrijver van de casus verwachtte. */
export interface Afwijking {
  readonly sleutel: string
  readonly verwacht: string
  readonly gekregen: string
}

/** Vergelijkt alleen wat in `verwacht` staat. Signalen als verzameling; van registraties en melding alleen de genoemde sleutels. */
export function vergelijkMetVerwacht(besluit: Besluit, verwacht: Verwacht): readonly Afwijking[] {
  const afwijkingen: Afwijking[] = []
  const controleer = (sleutel: string, wil: unknown, is: unknown): void => {
    if (wil !== undefined && wil !== is) afwijkingen.push({ sleutel, verwacht: String(wil), gekregen: String(is) })
  }
  for (const sleutel of ['fase', 'verzuim', 'vsv', 'bekostiging', 'meldplicht', 'mboVerklaring', 'absoluutVerzuim', 'ispPerioden'] as const) {
    controleer(sleutel, verwacht[sleutel], besluit[sleutel])
  }
  for (const sleutel of ['rioVo', 'rioMbo', 'rodVo', 'rodMbo'] as const) {
    controleer(`registraties.${sleutel}`, verwacht.registraties?.[sleutel], besluit.registraties[sleutel])
  }
  if (verwacht.signalen !== undefined) {
    controleer('signalen', verzameling(verwacht.signalen), verzameling(besluit.signalen.map(({ code }) => code)))
  }
  if (verwacht.melding === null) controleer('melding', null, besluit.melding === null ? null : 'een melding')
  for (const sleutel of ['partij', 'begin', 'eind'] as const) controleer(`melding.${sleutel}`, verwacht.melding?.[sleutel], besluit.melding?.[sleutel])
  if (verwacht.melding && besluit.melding === null) controleer('melding', 'een melding', null)
  return afwijkingen
}

function verzameling(codes: readonly string[]): string {
  return codes.length === 0 ? 'geen' : codes.toSorted().join(', ')
}
