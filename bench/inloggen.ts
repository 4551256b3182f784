import { join } from 'node:path'
import { jwtVerify, SignJWT, generateKeyPair } from 'jose'
import { loopLangsMakelaar } from '../test/makelaar-browser.ts'
import { duurMs, getal, mediaan, p95, type Benchkeuze, type Meting } from './meting.ts'
import { metProefregister } from './proefregister.ts'
import { startRestserver } from './rest-server.ts'

const DOEL_MS = 30

/** Het antwoord van de makelaar tot een sessie, zonder de tijd die de makelaar zelf nodig heeft. */
export async function meetInloggen(keuze: Benchkeuze): Promise<Meting> {
  return metProefregister(async (register) => {
    const { server, stop } = await startRestserver(register.url, Buffer.from(register.kluissleutel, 'hex'), join(register.map, 'inloggen.log'))
    const [eigen, kaal]: [number[], number[]] = [[], []]
    const controle = await maakKaleControle()
    const makelaar = telTijdBijDeMakelaar()
    try {
      for (let i = 0; i < (keuze.klein ? 15 : 60); i += 1) {
        const begin = await server.inject({ url: '/inloggen/start', headers: { host: '127.0.0.1:8080' } })
        const koekje = String(begin.headers['set-cookie']).split(';')[0] ?? ''
        const { antwoord } = await loopLangsMakelaar(String(begin.headers.location), { medewerker: 'lindemeer-administratie' })
        makelaar.begin()
        let status = 0
        const ms = await duurMs(async () => { status = (await server.inject({ url: `${antwoord.pathname}${antwoord.search}`, headers: { host: '127.0.0.1:8080', cookie: koekje } })).statusCode })
        if (status !== 303) throw new Error(`de inlog gaf ${status}`)
        // De eerste paar warmen op: verbindingen, sleutels van de makelaar en de vertaler van Node.
        if (i >= 5) eigen.push(ms - makelaar.ms())
        kaal.push(await duurMs(() => controle(register)))
      }
    } finally {
      makelaar.stop()
      await stop()
    }
    keuze.meld(`inloggen: ${getal(mediaan(eigen))} ms`)
    return {
      naam: 'Inloggen met eHerkenning',
      uitleg: 'Van het antwoord van de makelaar tot een sessie: de code inwisselen, het ID-token nagaan, account, rollen, bewijs, sessie en audit in een transactie. De tijd van de makelaar zelf telt niet mee. De vergelijking gaat een handtekening na en schrijft een rij.',
      uitkomsten: [
        { wat: 'eigen werk per inlog (mediaan)', waarde: `${getal(mediaan(eigen))} ms` },
        { wat: 'eigen werk per inlog (95 van de 100 onder)', waarde: `${getal(p95(eigen))} ms` },
        { wat: 'kale handtekening en rij (mediaan)', waarde: `${getal(mediaan(kaal))} ms` },
        { wat: 'verhouding', waarde: getal(mediaan(eigen) / mediaan(kaal)) },
      ],
      doel: `onder ${DOEL_MS} ms`, gehaald: mediaan(eigen) < DOEL_MS,
    }
  })
}

/** Telt hoe lang er op antwoorden van de makelaar gewacht is. */
function telTijdBijDeMakelaar(): { begin(): void; ms(): number; stop(): void } {
  const echt = globalThis.fetch
  let gewacht = 0
  globalThis.fetch = async (...argumenten: Parameters<typeof fetch>) => {
    const van = performance.now()
    try {
      return await echt(...argumenten)
    } finally {
      gewacht += performance.now() - van
    }
  }
  return { begin: () => { gewacht = 0 }, ms: () => gewacht, stop: () => { globalThis.fetch = echt } }
}

async function maakKaleControle(): Promise<(register: { readonly database: { readonly pool: { query(tekst: string): Promise<unknown> } } }) => Promise<void>> {
  const { publicKey, privateKey } = await generateKeyPair('PS256')
  const token = await new SignJWT({ sub: 'x' }).setProtectedHeader({ alg: 'PS256' }).setExpirationTime('5 min').sign(privateKey)
  return async ({ database: { pool } }) => {
    await jwtVerify(token, publicKey)
    await pool.query('create temporary table if not exists kaal (x int)')
    await pool.query('insert into kaal values (1)')
  }
}
