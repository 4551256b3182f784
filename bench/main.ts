/** `npm run bench [-- --klein] [-- --alleen besluiten,inlezen,start,pagina]`: meet en schrijft `bench/rapport.md`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { meetBesluiten } from './besluiten.ts'
import { meetInlezen } from './inlezen.ts'
import { beschrijfMachine } from './machine.ts'
import type { Benchkeuze, Meting } from './meting.ts'
import { maakProefregister, type Proefregister } from './proefregister.ts'
import { maakRapport } from './rapport.ts'
import { meetWarmeStart } from './warme-start.ts'

/** Wat een eigen register nodig heeft, krijgt het; het wordt pas gemaakt als een meting erom vraagt. */
type Meter = (keuze: Benchkeuze, register: () => Promise<Proefregister>) => Meting | Promise<Meting>

const METINGEN: Readonly<Record<string, Meter>> = {
  besluiten: meetBesluiten,
  start: meetWarmeStart,
  inlezen: async (keuze, register) => meetInlezen(keuze, await register()),
}

process.exitCode = await main()

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { klein: { type: 'boolean', default: false }, alleen: { type: 'string' } } })
  const namen = values.alleen?.split(',') ?? Object.keys(METINGEN)
  const onbekend = namen.filter((naam) => METINGEN[naam] === undefined)
  if (onbekend.length > 0) {
    console.error(`Onbekende meting: ${onbekend.join(', ')}. Kies uit: ${Object.keys(METINGEN).join(', ')}.`)
    return 2
  }
  const keuze: Benchkeuze = { klein: values.klein, meld: (tekst) => console.error(tekst) }
  const metingen = await voerMetingenUit(namen, keuze)
  const rapport = maakRapport(beschrijfMachine(), metingen, values.klein)
  console.log(rapport)
  // Alleen een volledige ronde vervangt het vastgelegde rapport.
  if (!values.klein && values.alleen === undefined) writeFileSync(join(import.meta.dirname, 'rapport.md'), rapport)
  return 0
}

async function voerMetingenUit(namen: readonly string[], keuze: Benchkeuze): Promise<readonly Meting[]> {
  let register: Promise<Proefregister> | undefined
  const metingen: Meting[] = []
  try {
    for (const naam of namen) {
      const meting = await METINGEN[naam]?.(keuze, () => (register ??= maakProefregister()))
      if (meting !== undefined) metingen.push(meting)
    }
    return metingen
  } finally {
    await (await register)?.stop()
  }
}
