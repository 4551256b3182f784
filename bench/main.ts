/** `npm run bench [-- --klein | --snel] [-- --alleen besluiten,start,inlezen,...]`: meet en schrijft `bench/rapport.md`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { meetAanleveren } from './aanleveren.ts'
import { meetBesluiten } from './besluiten.ts'
import { meetGenereren } from './genereren.ts'
import { meetGroei } from './groei.ts'
import { meetExporteren } from './exporteren.ts'
import { meetInloggen } from './inloggen.ts'
import { meetInlezen } from './inlezen.ts'
import { beschrijfMachine } from './machine.ts'
import type { Benchkeuze, Meting } from './meting.ts'
import { maakRapport } from './rapport.ts'
import { meetLeveringen, meetPuntvraag } from './rest.ts'
import { meetStudentpagina } from './studentpagina.ts'
import { meetToegang } from './toegang.ts'
import { meetWarmeStart } from './warme-start.ts'

const METINGEN: Readonly<Record<string, (keuze: Benchkeuze) => Meting | Promise<Meting>>> = {
  besluiten: meetBesluiten,
  start: meetWarmeStart,
  inlezen: meetInlezen,
  exporteren: meetExporteren,
  aanleveren: meetAanleveren,
  pagina: meetStudentpagina,
  puntvraag: meetPuntvraag,
  leveringen: meetLeveringen,
  toegang: meetToegang,
  inloggen: meetInloggen,
  groei: meetGroei,
  genereren: meetGenereren,
}

process.exitCode = await main()

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { klein: { type: 'boolean', default: false }, snel: { type: 'boolean', default: false }, alleen: { type: 'string' } } })
  const klein = values.klein || values.snel
  const namen = values.alleen?.split(',') ?? Object.keys(METINGEN)
  const onbekend = namen.filter((naam) => METINGEN[naam] === undefined)
  if (onbekend.length > 0) {
    console.error(`Onbekende meting: ${onbekend.join(', ')}. Kies uit: ${Object.keys(METINGEN).join(', ')}.`)
    return 2
  }
  const keuze: Benchkeuze = { klein, meld: (tekst) => console.error(tekst) }
  const metingen: Meting[] = []
  for (const naam of namen) {
    const meting = await METINGEN[naam]?.(keuze)
    if (meting !== undefined) metingen.push(meting)
  }
  const rapport = maakRapport(beschrijfMachine(), metingen, klein)
  console.log(rapport)
  // Alleen een volledige ronde vervangt het vastgelegde rapport.
  if (!klein && values.alleen === undefined) writeFileSync(join(import.meta.dirname, 'rapport.md'), rapport)
  return 0
}
