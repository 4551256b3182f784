/**
 * Een kleine lastgever voor HTTP/1.1 met blijvende verbindingen, als eigen proces: zo meet hij de server en niet zichzelf.
 * Leest een opdracht als JSON van stdin en schrijft de uitkomst als JSON naar stdout.
 */
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { mediaan, p95 } from './meting.ts'

export interface Lastopdracht {
  readonly poort: number
  readonly verbindingen: number
  /** Elk verzoek een keer, op volgorde; met `rond` opnieuw van voren af aan tot de tijd om is. */
  readonly verzoeken: readonly Verzoek[]
  readonly rond?: { readonly seconden: number }
}

export interface Verzoek {
  readonly methode: string
  readonly pad: string
  readonly koppen: Readonly<Record<string, string>>
  readonly lichaam?: string
}

export interface Lastuitkomst {
  readonly aantal: number
  readonly perSeconde: number
  readonly mediaanMs: number
  readonly p95Ms: number
  /** Hoe vaak elke status kwam. */
  readonly statussen: Readonly<Record<string, number>>
  /** Hoe vaak deze tekst in een antwoord stond, voor wie wil weten of het antwoord volledig was. */
  readonly metSignalen: number
}

if (import.meta.main) process.stdout.write(JSON.stringify(await geefLast(JSON.parse(await text(process.stdin)) as Lastopdracht)))

async function geefLast({ poort, verbindingen, verzoeken, rond }: Lastopdracht): Promise<Lastuitkomst> {
  const klaargezet = verzoeken.map((verzoek) => maakBytes(verzoek, poort))
  const einde = rond === undefined ? Number.POSITIVE_INFINITY : performance.now() + rond.seconden * 1000
  const meting = { duren: [] as number[], statussen: {} as Record<string, number>, metSignalen: 0 }
  let volgende = 0
  const pak = (): Buffer | undefined => {
    if (performance.now() >= einde || (rond === undefined && volgende >= klaargezet.length)) return undefined
    return klaargezet[volgende++ % klaargezet.length]
  }
  const begin = performance.now()
  await Promise.all(Array.from({ length: verbindingen }, () => werk(poort, pak, meting)))
  const seconden = (performance.now() - begin) / 1000
  const { duren, statussen, metSignalen } = meting
  return { aantal: duren.length, perSeconde: duren.length / seconden, mediaanMs: mediaan(duren), p95Ms: p95(duren), statussen, metSignalen }
}

function maakBytes({ methode, pad, koppen, lichaam }: Verzoek, poort: number): Buffer {
  const inhoud = Buffer.from(lichaam ?? '')
  const alle = { host: `127.0.0.1:${poort}`, ...koppen, ...(lichaam === undefined ? {} : { 'content-length': String(inhoud.length) }) }
  const kop = `${methode} ${pad} HTTP/1.1\r\n${Object.entries(alle).map(([naam, waarde]) => `${naam}: ${waarde}\r\n`).join('')}\r\n`
  return Buffer.concat([Buffer.from(kop), inhoud])
}

interface Bezig { duren: number[]; statussen: Record<string, number>; metSignalen: number }

/** Een verbinding: verzoek, heel antwoord, volgend verzoek. Alleen antwoorden met content-length, zoals beide servers ze geven. */
function werk(poort: number, pak: () => Buffer | undefined, meting: Bezig): Promise<void> {
  return new Promise((klaar, mislukt) => {
    const verbinding: Socket = connect({ port: poort, host: '127.0.0.1', noDelay: true })
    let gestuurd = 0
    let binnen: Buffer = Buffer.alloc(0)
    const stuur = (): void => {
      const bytes = pak()
      if (bytes === undefined) return void verbinding.end(() => klaar())
      gestuurd = performance.now()
      verbinding.write(bytes)
    }
    verbinding.on('connect', stuur)
    verbinding.on('error', mislukt)
    verbinding.on('data', (deel: Buffer) => {
      binnen = binnen.length === 0 ? deel : Buffer.concat([binnen, deel])
      const kopEinde = binnen.indexOf('\r\n\r\n')
      if (kopEinde < 0) return
      const kop = binnen.toString('latin1', 0, kopEinde)
      const lengte = Number(/\r\ncontent-length: *(\d+)/i.exec(kop)?.[1] ?? Number.NaN)
      if (Number.isNaN(lengte)) return mislukt(new Error(`een antwoord zonder lengte: ${kop.slice(0, 80)}`))
      if (binnen.length < kopEinde + 4 + lengte) return
      const status = kop.slice(9, 12)
      meting.duren.push(performance.now() - gestuurd)
      meting.statussen[status] = (meting.statussen[status] ?? 0) + 1
      if (binnen.includes('"signalenBerekend":true')) meting.metSignalen += 1
      binnen = Buffer.alloc(0)
      stuur()
    })
  })
}
