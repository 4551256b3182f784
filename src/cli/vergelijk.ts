import { basename } from 'node:path'
import { maskeer, vergelijkBestanden, type Vergelijking, type Verschil } from '../bron/zonder-register.ts'
import { cel } from './bevindingen-csv.ts'
import { vouw } from './kader/breedte.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { Opdracht } from './kader/opdracht.ts'
import type { CliOmgeving, MaakOpdracht } from './omgeving.ts'
import { MAX_GETOOND, vergelijkingTabel } from './vergelijking-tabel.ts'
import { maakVoortgang } from './voortgang.ts'

interface Opties {
  readonly register?: true
  readonly volledig?: true
  readonly json?: true
  readonly csv?: true
}

const TOELICHTING = `Twee bestanden mogen van een andere soort zijn: dan gaat het om de records en velden die ze allebei hebben, en om het tijdvak dat ze allebei beslaan. Bij een TBG-i telt de stand op de teldata.

Zet "register" in plaats van het tweede bestand, of geef --register, om te vergelijken met wat het register nu over dezelfde school zegt. Persoonsnummers zijn afgeschermd; --volledig toont ze.`

/** `leerroute vergelijk A B`: wat staat er in het ene bestand anders dan in het andere, per student en veld. */
export const vergelijkOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('vergelijk', {
    uitleg: 'vergelijkt twee bestanden van DUO, of een bestand met het register',
    toelichting: TOELICHTING,
    voorbeelden: [
      { regel: 'leerroute vergelijk RO_21MB_20250801_20260731.CSV TBGI_21MB_2027_20251124.XML', uitleg: 'wat u leverde naast wat DUO telde' },
      { regel: 'leerroute vergelijk docs/voorbeelden/RO_21MB_20250801_20270731.CSV register', uitleg: 'het bestand naast het register' },
      { regel: 'leerroute vergelijk A.CSV B.CSV --csv --volledig', uitleg: 'elk verschil als rij, met persoonsnummers, voor een rekenblad' },
    ],
    json: 'geeft de verschillen als JSON: { "verschillen": [...], "samenvatting": {...} }',
    codes: { 0: 'gelijk', 1: 'verschillen', 2: 'onleesbaar bestand of verkeerd gebruik' },
  })
    .argument('<bestand...>', 'een bestand van DUO, en een tweede of het woord register')
    .option('--register', 'vergelijkt het bestand met het register')
    .option('--csv', 'geeft elk verschil als CSV met puntkomma\'s, veilig voor een rekenblad')
    .option('--volledig', 'toont hele persoonsnummers')
    .action(async (bestanden: string[], opties: Opties) => {
      if (opties.json && opties.csv) throw new VerkeerdGebruik('Kies --json of --csv, niet allebei.')
      const [a, b = opties.register ? 'register' : undefined, ...rest] = bestanden
      if (a === undefined || b === undefined || rest.length > 0 || (opties.register && b !== 'register')) throw new VerkeerdGebruik('Noem twee bestanden, of één bestand met het woord register.')
      await vergelijk(a, b, opties, omgeving)
    })

async function vergelijk(a: string, b: string, opties: Opties, omgeving: CliOmgeving): Promise<void> {
  const toonNummer = opties.volledig ? (nummer: string): string => nummer : maskeer
  const schrijver = opties.json ? jsonSchrijver(omgeving) : opties.csv ? csvSchrijver(omgeving) : tabelSchrijver(omgeving, toonNummer)
  const telStudent = studententeller()
  const voortgang = maakVoortgang(omgeving, 'vergelijken')
  const ontvang = (v: Verschil): void => schrijver.verschil(v, { student: telStudent(v.nummer), nummer: toonNummer(v.nummer) })
  const uit = b === 'register' ? await metHetRegister(a, { ontvang, opVoortgang: voortgang.zet }, omgeving) : await vergelijkBestanden({ bron: a }, { bron: b }, { ontvang, opVoortgang: voortgang.zet })
  voortgang.klaar()
  if (!uit.ok) {
    const naam = 'kant' in uit.reden && uit.reden.kant === 'b' ? b : a
    omgeving.meld(`${vouw(`${basename(naam)}: ${uit.reden.uitleg} ${uit.reden.remedie}`, omgeving.breedte)}\n`)
    omgeving.eindigMet(2)
    return
  }
  schrijver.klaar(uit.waarde)
  if (uit.waarde.verschillen > 0) omgeving.eindigMet(1)
}

interface Gebreken { readonly uitleg: string; readonly remedie: string }

/** Pas hier geladen: twee bestanden vergelijken heeft geen databank nodig en start dan sneller. */
async function metHetRegister(pad: string, opties: Parameters<typeof vergelijkBestanden>[2], omgeving: CliOmgeving): Promise<{ ok: true; waarde: Vergelijking } | { ok: false; reden: Gebreken }> {
  const [{ vergelijkMetRegister }, { laadNormen }, { systeemactor }] = await Promise.all([import('../beslissing/index.ts'), import('../normen/index.ts'), import('../toegang/index.ts')])
  return omgeving.metRegister(async (register) => {
    const ctx = { actor: systeemactor('opdrachtregel'), nu: register.nu(), kluis: register.kluis }
    const uit = await vergelijkMetRegister(register.database, ctx, { bron: pad }, opties, laadNormen())
    if (uit.ok) return uit
    return { ok: false, reden: uit.reden.soort === 'onleesbaar' ? uit.reden.onleesbaar : { uitleg: 'Dit bestand is niet met het register te vergelijken.', remedie: 'Controleer de BRIN in het bestand.' } }
  })
}

/** Een afgeschermd nummer is niet uniek; daarom heeft elke student met verschillen ook een volgnummer. */
interface Student { readonly student: number; readonly nummer: string }

function studententeller(): (nummer: string) => number {
  let vorige: string | undefined
  let aantal = 0
  return (nummer) => {
    if (nummer !== vorige) aantal++
    vorige = nummer
    return aantal
  }
}

interface Schrijver {
  readonly verschil: (v: Verschil, student: Student) => void
  readonly klaar: (uit: Vergelijking) => void
}

/** De samenvatting hoort bovenaan; daarom wachten de eerste verschillen op het eind, en de rest wordt alleen geteld. */
function tabelSchrijver(omgeving: CliOmgeving, toonNummer: (nummer: string) => string): Schrijver {
  const eerste: Verschil[] = []
  return {
    verschil: (v) => {
      if (eerste.length < MAX_GETOOND) eerste.push(v)
    },
    klaar: (uit) => omgeving.schrijf(vergelijkingTabel(uit, eerste, { breedte: omgeving.breedte, toonNummer })),
  }
}

function jsonSchrijver({ schrijf }: CliOmgeving): Schrijver {
  let begonnen = false
  const begin = (): string => (begonnen ? ',' : '{"verschillen":[')
  return {
    verschil: (v, student) => {
      schrijf(`${begin()}${JSON.stringify({ ...v, ...student })}`)
      begonnen = true
    },
    klaar: (uit) => schrijf(`${begonnen ? '' : '{"verschillen":['}],"samenvatting":${JSON.stringify(uit)}}\n`),
  }
}

const KOLOMMEN = ['student', 'nummer', 'soort', 'recordsoort', 'sleutel', 'veld', 'a', 'b', 'regel', 'signaal'] as const

/** S-85: een cel die een rekenblad als formule leest, krijgt een apostrof. */
function csvSchrijver({ schrijf }: CliOmgeving): Schrijver {
  schrijf(`${KOLOMMEN.join(';')}\r\n`)
  return { verschil: (v, student) => schrijf(`${KOLOMMEN.map((kolom) => cel({ ...v, ...student }[kolom] ?? '')).join(';')}\r\n`), klaar: () => undefined }
}
