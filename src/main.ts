/** De samenstelling van `npm start` en `npx leerroute`: leest de instellingen en start de server of een opdracht. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Afsluitcode, Register } from './cli/index.ts'
import { momentVan } from './kern/datum.ts'
import { type Config, leesConfig, toonConfigFout } from './server/config.ts'
import { maakUitvoer } from './server/uitvoer.ts'

/** Kolommen als er geen terminal is die het zegt. */
const GEWONE_BREEDTE = 80

// `leerroute ... | head` sluit onze uitvoer: dat is geen fout, er is alleen niemand meer die leest.
process.stdout.on('error', (fout: NodeJS.ErrnoException) => {
  if (fout.code !== 'EPIPE') throw fout
  process.exit(0)
})
process.exitCode = await main(process.argv.slice(2))

async function main(argumenten: readonly string[]): Promise<Afsluitcode> {
  const config = leesConfig()
  if (!config.ok) {
    meld(`Leerroute start niet: er klopt iets niet in de instellingen.\n${config.reden.map((fout) => `  ${toonConfigFout(fout)}\n`).join('')}`)
    return 2
  }
  for (const waarschuwing of config.waarde.waarschuwingen) meld(`Let op: ${waarschuwing}\n`)
  try {
    return await (argumenten[0] === 'start' ? startServer(config.waarde, argumenten.slice(1)) : voerUit(config.waarde, argumenten))
  } catch (fout) {
    meld(`${fout instanceof Error ? fout.message : String(fout)}\n`)
    return 3
  }
}

/** Pas hier geladen: een opdracht als `casus` heeft geen webserver nodig en start dan sneller. */
async function startServer(config: Config, rest: readonly string[]): Promise<Afsluitcode> {
  if (rest.length > 0) {
    meld(`"start" kent geen argumenten (${rest.join(' ')}). Instellen gaat met PORT, HOST, LEERROUTE_DATA en DATABASE_URL.\n`)
    return 2
  }
  const { start } = await import('./server/opstarten.ts')
  const metPoort = config.poort === 0 ? await metVrijePoort(config) : config
  const { maakLogboek } = await import('./server/waarneming/logboek.ts')
  const logboek = maakLogboek(config.log)
  const laadOnderdelen = async () => {
    const [{ maakOnderdelen }, { laadTracer, maakWaarneming }] = await Promise.all([import('./server/onderdelen.ts'), import('./server/waarneming/index.ts')])
    return maakOnderdelen(maakWaarneming({ logboek, tracer: await laadTracer(config.otlpAdres), metrics: config.metrics, versheidMs: config.metrics.versheidMs }))
  }
  // Wie JSON leest van stderr, krijgt daar alleen JSON.
  const opRegel = config.log.vorm === 'json' && config.log.bestand === undefined ? logboek.meld : (regel: string) => meld(`${regel}\n`)
  return start(metPoort, (regel) => process.stdout.write(`${regel}\n`), opRegel, laadOnderdelen)
}

/** PORT=0: het adres staat ook in het antwoordadres bij de makelaar, en moet dus vooraf bekend zijn. */
async function metVrijePoort(config: Config): Promise<Config> {
  const { kiesVrijePoort } = await import('./server/vrije-poort.ts')
  const gelezen = leesConfig({ ...process.env, PORT: String(await kiesVrijePoort(config.host)) })
  return gelezen.ok ? gelezen.waarde : config
}

async function voerUit(config: Config, argumenten: readonly string[]): Promise<Afsluitcode> {
  const { UitvoerDicht, voerOpdrachtUit } = await import('./cli/index.ts')
  const opScherm = process.stdout.isTTY === true
  const uitvoer = maakUitvoer(1, { meteen: opScherm, opDicht: () => new UitvoerDicht() })
  let stopteken: AbortSignal | undefined
  try {
    return await voerOpdrachtUit(argumenten, {
      schrijf: uitvoer.schrijf,
      meld,
      opTerminal: process.stderr.isTTY === true,
      breedte: (opScherm ? process.stdout.columns : process.stderr.columns) || GEWONE_BREEDTE,
      kleur: opScherm && config.opdracht.kleur,
      versie: leesVersie(config.projectMap),
      klok: () => performance.now(),
      stop: () => (stopteken ??= vangStopteken(config)),
      server: config.opdracht,
      metRegister: (werk) => metRegister(config, werk),
    })
  } finally {
    uitvoer.sluit()
  }
}

/** Pas als een opdracht netjes wil stoppen: een opdracht zonder lang werk stopt gewoon meteen bij Ctrl-C. */
function vangStopteken({ ouderPid }: Config): AbortSignal {
  const stop = new AbortController()
  void import('./server/stopteken.ts').then(({ wachtOpStopteken }) => wachtOpStopteken(ouderPid)).then(() => stop.abort())
  return stop.signal
}

function leesVersie(projectMap: string): string {
  const { version } = JSON.parse(readFileSync(join(projectMap, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** De opdrachtregel gebruikt dezelfde sleutels als de server; zonder sleutels is er geen student te vinden. */
async function metRegister<T>(config: Config, werk: (register: Register) => Promise<T>): Promise<T> {
  const [{ verbind }, { laadSleutels, maakKluis }, { zorgVoorDataMap }] = await Promise.all([import('./server/verbinden.ts'), import('./toegang/index.ts'), import('./database/index.ts')])
  zorgVoorDataMap(config.dataMap)
  const sleutels = await laadSleutels(config)
  if (!sleutels.ok) throw new Error(`${sleutels.reden.uitleg} (${sleutels.reden.bestand})`)
  const verbinding = await verbind(config, sleutels.waarde, (regel) => meld(`${regel}\n`))
  try {
    return await werk({ database: verbinding.database, kluis: maakKluis(sleutels.waarde.persoonsnummers), productie: config.modus === 'productie', logboek: { sleutels: sleutels.waarde.logboek, controlepunten: config.controlepunten }, nu: () => momentVan(new Date()) })
  } finally {
    await verbinding.sluit()
  }
}

function meld(tekst: string): void {
  process.stderr.write(tekst)
}
