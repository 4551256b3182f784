import type { Besluit } from '../../beslissing/zonder-register.ts'
import { type Redenen, UITKOMSTEN, type Uitkomstsoort, type Verschil } from '../gevolg.ts'

/** Wat er anders is in het nieuwe besluit; leeg als alleen woorden verschillen. */
export function vergelijkBesluiten(oud: Besluit, nieuw: Besluit): readonly Verschil[] {
  const verschillen: Verschil[] = []
  for (const soort of UITKOMSTEN) {
    const [van, naar] = [uitkomst(oud, soort), uitkomst(nieuw, soort)]
    if (van !== naar) verschillen.push({ soort, oud: van, nieuw: naar })
  }
  for (const { code } of nieuw.signalen) if (!heeft(oud, code)) verschillen.push({ soort: 'signaal', code, erbij: true })
  for (const { code } of oud.signalen) if (!heeft(nieuw, code)) verschillen.push({ soort: 'signaal', code, erbij: false })
  return verschillen
}

/** De zinnen die alleen in het ene of alleen in het andere besluit staan: redenen en signalen. */
export function vergelijkRedenen(oud: Besluit, nieuw: Besluit): Redenen {
  return { oud: zonder(zinnen(oud), zinnen(nieuw)), nieuw: zonder(zinnen(nieuw), zinnen(oud)) }
}

function uitkomst(besluit: Besluit, soort: Uitkomstsoort): string | null {
  const waarde = soort in besluit.registraties ? besluit.registraties[soort as keyof Besluit['registraties']] : besluit[soort as Exclude<Uitkomstsoort, keyof Besluit['registraties']>]
  return waarde === null ? null : String(waarde)
}

function heeft({ signalen }: Besluit, code: string): boolean {
  return signalen.some((signaal) => signaal.code === code)
}

/** Een signaal zegt soms dezelfde zin als de reden ervoor: dan staat zij er één keer. */
function zinnen({ motivering, signalen }: Besluit): Redenen['oud'] {
  return [...new Map([...motivering, ...signalen].toReversed().map(({ uitleg, regels }) => [uitleg, { uitleg, regels }])).values()].toReversed()
}

function zonder(zinnen: Redenen['oud'], ander: Redenen['oud']): Redenen['oud'] {
  const bekend = new Set(ander.map(({ uitleg }) => uitleg))
  return zinnen.filter(({ uitleg }) => !bekend.has(uitleg))
}
