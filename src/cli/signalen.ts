import { Option } from 'commander'
import type { Signaalbeeld, Signaalfilter, Signaalstaat } from '../beslissing/index.ts'
import { SIGNAALSTATEN } from '../beslissing/zonder-register.ts'
import type { Client } from '../client/index.ts'
import { SIGNAALCODES, type Signaalcode, type Signaalniveau } from '../kern/signaalcode.ts'
import { cel } from './bevindingen-csv.ts'
import { getal } from './getallen.ts'
import { vouw } from './kader/breedte.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { leesBrin } from './kader/invoer.ts'
import { Opdracht } from './kader/opdracht.ts'
import { eisAntwoord, kiesServer } from './kader/server.ts'
import { metServer, type Serveropties } from './kader/serveropties.ts'
import { maakStijl } from './kader/stijl.ts'
import { zegWeigering } from './kader/weigering.ts'
import type { CliOmgeving, MaakOpdracht, Register } from './omgeving.ts'

interface Opties extends Serveropties {
  readonly brin: string
  readonly code?: Signaalcode
  readonly niveau?: Signaalniveau
  readonly staat?: Signaalstaat
  readonly json?: true
  readonly csv?: true
}

/** Eén signaal, van deze computer en van een server hetzelfde. */
interface Signaalregel extends Pick<Signaalbeeld, 'signaalId' | 'deelnemerId' | 'code' | 'niveau' | 'staat' | 'eersteDag' | 'titel' | 'uitleg' | 'watTeDoen'> {
  readonly school: string | null
  readonly regels: readonly string[]
}

const NIVEAUS = ['fout', 'waarschuwing', 'taak', 'info'] as const satisfies readonly Signaalniveau[]

/** `leerroute signalen`: de werklijst van een school. */
export const signalenOpdracht: MaakOpdracht = (omgeving) =>
  metServer(new Opdracht('signalen', {
    uitleg: 'toont de signalen van een school, oudste eerst',
    toelichting: 'Zonder --staat: alles wat niet gesloten is. Een signaal sluit vanzelf zodra de registraties weer kloppen.',
    voorbeelden: [
      { regel: 'leerroute signalen --brin 21MB', uitleg: 'per soort signaal: hoeveel, wat te doen, en bij wie' },
      { regel: 'leerroute signalen --brin 21MB --code SIG-FASE-VERSCHIL --csv', uitleg: 'één soort, als rijen voor een rekenblad' },
    ],
    json: 'geeft { "signalen": [...] } als JSON',
    codes: { 0: 'geen signalen', 1: 'er zijn signalen', 2: 'verkeerd gebruik of een onbekende school' },
  })
    .verplicht('--brin <brin>', 'de school, bijvoorbeeld 21MB', leesBrin)
    .addOption(new Option('--code <code>', 'alleen deze soort').choices(SIGNAALCODES))
    .addOption(new Option('--niveau <niveau>', 'alleen dit niveau').choices(NIVEAUS))
    .addOption(new Option('--staat <staat>', 'alleen deze staat').choices(SIGNAALSTATEN))
    .option('--csv', 'geeft elk signaal als rij met puntkomma\'s'))
    .action(async (opties: Opties) => {
      if (opties.json && opties.csv) throw new VerkeerdGebruik('Kies --json of --csv, niet allebei.')
      const server = kiesServer(opties, omgeving)
      if (server !== undefined) {
        const aantal = await toon(vanServer(server, opties), opties, omgeving)
        // Een server toont niet of een school van een ander signalen heeft: 'geen' is dan geen goed nieuws.
        if (aantal === 0) omgeving.meld(`Let op: u ziet alleen signalen van scholen waarvoor u mag lezen. Is ${opties.brin} niet van u, vraag dan de beheerder van die school om een mandaat.\n`)
      }
      else await omgeving.metRegister(async (register) => { await toon(vanRegister(register, opties), opties, omgeving) })
    })

const PER_BLADZIJDE = 250

async function* vanRegister({ database }: Register, { brin, code, niveau, staat }: Opties): AsyncGenerator<Signaalregel> {
  // Pas hier geladen: bij een server is het register van deze computer niet nodig.
  const [{ toonSignalen }, { isBekendeBrin }, { alsActor, systeemactor }] = await Promise.all([
    import('../beslissing/index.ts'), import('../organisatie/index.ts'), import('../toegang/index.ts'),
  ])
  // Anders leest een tikfout in de BRIN als goed nieuws: geen signalen.
  if (!(await alsActor(database, systeemactor('opdrachtregel'), (trx) => isBekendeBrin(trx, brin)))) throw new VerkeerdGebruik(onbekend(brin))
  const filter: Signaalfilter = { brin, code, niveau, staat }
  for (let na: readonly string[] | undefined, klaar = false; !klaar;) {
    const blad: Awaited<ReturnType<typeof toonSignalen>> = await toonSignalen(database, systeemactor('opdrachtregel'), filter, { na, aantal: PER_BLADZIJDE })
    if (!blad.ok) throw new VerkeerdGebruik(zegWeigering(blad.reden))
    for (const s of blad.waarde.signalen) yield kies({ ...s, school: s.brin, regels: s.regels.map(({ id }) => id) })
    na = blad.waarde.volgende ?? undefined
    klaar = na === undefined
  }
}

function onbekend(brin: string): string {
  return `De school ${brin} staat niet in het register. Controleer de BRIN.`
}

async function* vanServer(server: Client, { brin, code, niveau, staat }: Opties): AsyncGenerator<Signaalregel> {
  const school = await server.vraag((api, poging) => api.GET('/organisaties/{code}', { ...poging, params: { path: { code: brin } } }))
  if (!school.ok && school.reden.soort === 'probleem' && school.reden.status === 404) throw new VerkeerdGebruik(onbekend(brin))
  const filter = { school: brin, pageSize: PER_BLADZIJDE, ...(code === undefined ? {} : { code }), ...(niveau === undefined ? {} : { niveau }), ...(staat === undefined ? {} : { staat }) }
  for (let cursor: string | null = null, klaar = false; !klaar;) {
    const query: typeof filter & { cursor?: string } = cursor === null ? filter : { ...filter, cursor }
    const blad = eisAntwoord(await server.vraag((api, poging) => api.GET('/signalen', { ...poging, params: { query } })))
    for (const s of blad.regels) yield kies({ ...s, regels: s.regels.map(({ id }) => id) } as unknown as Signaalregel)
    cursor = blad.volgende
    klaar = cursor === null
  }
}

function kies({ signaalId, deelnemerId, school, code, niveau, staat, eersteDag, titel, uitleg, watTeDoen, regels }: Signaalregel): Signaalregel {
  return { signaalId, deelnemerId, school, code, niveau, staat, eersteDag, titel, uitleg, watTeDoen, regels }
}

async function toon(signalen: AsyncIterable<Signaalregel>, opties: Opties, omgeving: CliOmgeving): Promise<number> {
  const schrijver = opties.json ? jsonSchrijver(omgeving) : opties.csv ? csvSchrijver(omgeving) : tekstSchrijver(opties, omgeving)
  let aantal = 0
  for await (const signaal of signalen) {
    schrijver.signaal(signaal, aantal === 0)
    aantal++
  }
  schrijver.klaar(aantal)
  if (aantal > 0) omgeving.eindigMet(1)
  return aantal
}

interface Schrijver {
  readonly signaal: (signaal: Signaalregel, eerste: boolean) => void
  readonly klaar: (aantal: number) => void
}

function jsonSchrijver({ schrijf }: CliOmgeving): Schrijver {
  return {
    signaal: (signaal, eerste) => schrijf(`${eerste ? '{"signalen":[' : ','}${JSON.stringify(signaal)}`),
    klaar: (aantal) => schrijf(`${aantal === 0 ? '{"signalen":[' : ''}]}\n`),
  }
}

const KOLOMMEN = ['signaalId', 'deelnemerId', 'school', 'code', 'niveau', 'staat', 'eersteDag', 'titel', 'uitleg', 'watTeDoen'] as const

function csvSchrijver({ schrijf }: CliOmgeving): Schrijver {
  const kop = `${KOLOMMEN.join(';')}\r\n`
  return {
    signaal: (signaal, eerste) => schrijf(`${eerste ? kop : ''}${KOLOMMEN.map((kolom) => cel(signaal[kolom] ?? '')).join(';')}\r\n`),
    klaar: (aantal) => { if (aantal === 0) schrijf(kop) },
  }
}

const VOORBEELDEN = 3

/** Per code de eerste paar; alles staat in --csv en --json. */
function tekstSchrijver({ brin }: Opties, omgeving: CliOmgeving): Schrijver {
  const perCode = new Map<Signaalcode, { readonly eerste: Signaalregel[]; aantal: number }>()
  const stijl = maakStijl(omgeving)
  const verf: Readonly<Record<Signaalniveau, (tekst: string) => string>> = { fout: stijl.fout, waarschuwing: stijl.letOp, taak: stijl.letOp, info: stijl.zacht }
  return {
    signaal: (signaal) => {
      const groep = perCode.get(signaal.code) ?? { eerste: [], aantal: 0 }
      groep.aantal++
      if (groep.eerste.length < VOORBEELDEN) groep.eerste.push(signaal)
      perCode.set(signaal.code, groep)
    },
    klaar: (aantal) => {
      const groepen = [...perCode.values()].toSorted((a, b) => b.aantal - a.aantal).flatMap(({ eerste, aantal: n }) => {
        const [voorbeeld] = eerste
        if (voorbeeld === undefined) return []
        return [
          '', `${verf[voorbeeld.niveau](`${getal(n)} keer ${voorbeeld.code}`)} (${voorbeeld.niveau}): ${voorbeeld.titel}`, `  ${voorbeeld.watTeDoen}`,
          ...eerste.map((s) => `  - ${s.deelnemerId}, sinds ${s.eersteDag}${s.staat === 'open' ? '' : ` (${s.staat})`}: ${s.uitleg}`),
          ...(n > eerste.length ? [`  … en nog ${getal(n - eerste.length)}. Alles staat in --csv en --json.`] : []),
        ]
      })
      const kop = stijl.kop(`Signalen van ${brin}: ${aantal === 0 ? 'geen' : getal(aantal)}`)
      omgeving.schrijf(`${[kop, ...groepen].map((regel) => vouw(regel, omgeving.breedte, 2)).join('\n')}\n`)
    },
  }
}
