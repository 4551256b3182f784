import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Keuze, loopLangsMakelaar } from '../../test/makelaar-browser.ts'
import { leesMedewerkers, type Medewerker, pseudoniemVan } from '../makelaar/index.ts'
import { type Inlogaansluiting, maakOidcAansluiting } from '../toegang/index.ts'
import { maakMakelaarproces, type Makelaarkeuze, type Makelaarproces, PROEFDIENST } from './makelaar.ts'

const PROJECT = join(import.meta.dirname, '..', '..')
const TERUG = 'http://127.0.0.1:8080/inloggen/terug'
const meldingen: string[] = []
const keuze: Makelaarkeuze = {
  modus: 'ontwikkeling', projectMap: PROJECT, poort: 0, redirectAdres: TERUG, medewerkersBestand: join(PROJECT, 'wereld/medewerkers.yaml'), meld: (regel) => meldingen.push(regel),
}
const medewerkers = leesMedewerkers(keuze.medewerkersBestand)
let proces: Makelaarproces
let aansluiting: Inlogaansluiting

beforeAll(async () => {
  proces = maakMakelaarproces(keuze)
  aansluiting = maakOidcAansluiting(proces.haal)
})
afterAll(() => proces.stop())

async function logIn(kies: Keuze, koekjes?: Map<string, string>) {
  const begonnen = await aansluiting.begin(new Date())
  if (!begonnen.ok) throw new Error(begonnen.reden.code)
  const bezoek = await loopLangsMakelaar(begonnen.waarde.stap.adres, kies, koekjes)
  return { ...bezoek, geheim: begonnen.waarde.geheim, uitkomst: await aansluiting.controleer({ methode: 'GET', adres: bezoek.antwoord, velden: {} }, begonnen.waarde.geheim, new Date()) }
}

function medewerker(id: string): Medewerker {
  const gevonden = medewerkers.find((een) => een.id === id)
  if (gevonden === undefined) throw new Error(id)
  return gevonden
}

describe('de proefmakelaar als eigen proces', () => {
  it('K-EH-01: een medewerker met EH3 komt erin, met zijn organisatie en pseudoniem', async () => {
    const { uitkomst } = await logIn({ medewerker: 'lindemeer-administratie' })
    expect(uitkomst).toMatchObject({
      ok: true,
      waarde: { acting: pseudoniemVan(medewerker('lindemeer-administratie')), legal: { soort: 'KVK', waarde: '00000501' }, vestigingsnummer: null, intermediair: null, serviceUuid: PROEFDIENST, niveau: 'EH3' },
    })
  })

  it.each([['noorderveen-administratie', { legal: { soort: 'RSIN', waarde: '999970008' } }], ['lindemeer-beheerder', { niveau: 'EH4' }], ['veldhoorn-vestiging', { vestigingsnummer: '999900000101' }], ['veldhoorn-accountant', { intermediair: '00000901' }]])('A-11, A-13, A-14: %s', async (id, verwacht) => {
    expect((await logIn({ medewerker: id })).uitkomst).toMatchObject({ ok: true, waarde: verwacht })
  })

  it('A-10: EH2 is te laag', async () => {
    expect((await logIn({ medewerker: 'veldhoorn-laag-niveau' })).uitkomst).toEqual({ ok: false, reden: { soort: 'NIVEAU_TE_LAAG', behaald: 'EH2', code: 'OIDC-ACR-TE-LAAG' } })
  })

  it('wie stopt, krijgt GEANNULEERD', async () => {
    expect((await logIn({ annuleer: 'ja' })).uitkomst).toEqual({ ok: false, reden: { soort: 'GEANNULEERD', code: 'OIDC-GEANNULEERD' } })
  })

  it('A-09: dezelfde code een tweede keer', async () => {
    const { antwoord, geheim, uitkomst } = await logIn({ medewerker: 'lindemeer-administratie' })
    expect(uitkomst.ok).toBe(true)
    expect(await aansluiting.controleer({ methode: 'GET', adres: antwoord, velden: {} }, geheim, new Date())).toEqual({ ok: false, reden: { soort: 'ONGELDIG', code: 'OIDC-CODE-GEWEIGERD' } })
  })

  it('in dezelfde browser kan na de een ook een ander inloggen, en daarna weer de eerste', async () => {
    const koekjes = new Map<string, string>()
    for (const id of ['lindemeer-administratie', 'lindemeer-beheerder', 'lindemeer-administratie']) {
      expect((await logIn({ medewerker: id }, koekjes)).uitkomst).toMatchObject({ ok: true, waarde: { acting: pseudoniemVan(medewerker(id)) } })
    }
  })

  it('A-01: het antwoord op de ene inlog past niet bij de andere', async () => {
    const [een, ander] = await Promise.all([logIn({ medewerker: 'lindemeer-administratie' }), aansluiting.begin(new Date())])
    if (!ander.ok) throw new Error(ander.reden.code)
    expect(await aansluiting.controleer({ methode: 'GET', adres: een.antwoord, velden: {} }, ander.waarde.geheim, new Date())).toEqual({ ok: false, reden: { soort: 'ONGELDIG', code: 'OIDC-STATE' } })
  })

  it('dezelfde persoon bij een andere organisatie is een ander pseudoniem', () => {
    expect(medewerker('lindemeer-verzuim').persoon).toBe(medewerker('vlierpad-verzuim').persoon)
    expect(pseudoniemVan(medewerker('lindemeer-verzuim'))).not.toBe(pseudoniemVan(medewerker('vlierpad-verzuim')))
  })

  it('de bladzijde zegt dat het een proef is, noemt iedereen, en mag alleen naar zichzelf en naar Leerroute sturen', async () => {
    const { bladzijde, koppen } = await logIn({ annuleer: 'ja' })
    expect(bladzijde).toContain('Dit is geen echte eHerkenning')
    expect(medewerkers.filter(({ id, naam }) => !bladzijde.includes(`value="${id}"`) || !bladzijde.includes(naam))).toEqual([])
    expect(bladzijde).not.toContain('<script')
    expect(koppen.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:8080;")
  })

  it('wie zonder begonnen inlog komt, krijgt een uitleg en geen gegevens', async () => {
    const issuer = (await proces.haal())?.issuer ?? ''
    for (const pad of ['/', '/keuze/bestaat-niet', '/auth?client_id=ander']) {
      const antwoord = await fetch(`${issuer}${pad}`)
      expect(antwoord.status).toBeGreaterThanOrEqual(400)
      expect(await antwoord.text()).not.toContain('Fatima')
    }
  })
})

describe('het proces zelf', () => {
  it('start niet in productie: niet door de server, en ook niet door hemzelf', async () => {
    expect(() => maakMakelaarproces({ ...keuze, modus: 'productie' })).toThrow('alleen in ontwikkeling')
    const kind = spawn(process.execPath, ['--import', 'tsx', 'src/makelaar/main.ts'], { cwd: PROJECT, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    const antwoord = new Promise((klaar) => { kind.once('message', klaar) })
    const einde = new Promise((klaar) => { kind.once('exit', klaar) })
    kind.send({ soort: 'start', modus: 'productie', poort: 0, redirectAdres: TERUG, medewerkersBestand: keuze.medewerkersBestand, clientId: 'x', serviceUuid: PROEFDIENST, clientSleutel: {} })
    expect(await antwoord).toMatchObject({ soort: 'mislukt', waarom: expect.stringContaining('in productie hoort een echte makelaar') })
    expect(await einde).toBe(3)
  })

  it('verdwijnt als zijn ouder zonder waarschuwing verdwijnt', async () => {
    const ouder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', OUDER], { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] })
    const kindPid = Number(await new Promise<string>((klaar) => { ouder.stdout.once('data', (stuk: Buffer) => klaar(stuk.toString())) }))
    expect(leeft(kindPid)).toBe(true)
    ouder.kill('SIGKILL')
    for (let poging = 0; poging < 200 && leeft(kindPid); poging += 1) await wacht(25)
    expect(leeft(kindPid)).toBe(false)
  })

  it('is weg na stop, en komt daarna niet terug', async () => {
    const eigen = maakMakelaarproces(keuze)
    const issuer = (await eigen.haal())?.issuer ?? ''
    await eigen.stop()
    await expect(fetch(issuer)).rejects.toThrow('fetch failed')
    expect(await eigen.haal()).toBeUndefined()
  })

  it('komt bij de volgende inlog terug als hij weggevallen is', async () => {
    const voor = new Set(kinderen())
    const eigen = maakMakelaarproces(keuze)
    try {
      const eerste = await eigen.haal()
      const [pid] = kinderen().filter((kind) => !voor.has(kind))
      if (pid === undefined) throw new Error('geen kind')
      process.kill(pid, 'SIGKILL')
      for (let poging = 0; poging < 200 && await eigen.haal() === eerste; poging += 1) await wacht(25)
      const tweede = await eigen.haal()
      expect(tweede?.issuer).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      expect(tweede).not.toBe(eerste)
      expect((await maakOidcAansluiting(eigen.haal).begin(new Date())).ok).toBe(true)
    } finally {
      await eigen.stop()
    }
  })

  it('een poort die bezet is: een melding, en geen inlog', async () => {
    const poort = Number(new URL((await proces.haal())?.issuer ?? '').port)
    const eigen = maakMakelaarproces({ ...keuze, poort })
    expect(await eigen.haal()).toBeUndefined()
    expect(meldingen.at(-1)).toMatch(/^De proefmakelaar start niet: .*EADDRINUSE/)
    await eigen.stop()
  })
})

/** Een ouder die de makelaar start en zijn procesnummer noemt. */
const OUDER = `
import { spawn } from 'node:child_process'
const kind = spawn(process.execPath, ['--import', 'tsx', 'src/makelaar/main.ts'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
kind.once('message', () => console.log(kind.pid))
kind.send(${JSON.stringify({ soort: 'start', modus: 'ontwikkeling', poort: 0, redirectAdres: TERUG, medewerkersBestand: 'wereld/medewerkers.yaml', clientId: 'x', serviceUuid: PROEFDIENST, clientSleutel: {} })})
setInterval(() => {}, 1000)
`

/** De makelaars die dit proces nu heeft. */
function kinderen(): readonly number[] {
  const regels = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)]).toString().split('\n')
  return regels.filter((regel) => regel.includes('makelaar/main.ts')).map((regel) => Number.parseInt(regel, 10))
}

function leeft(pid: number): boolean {
  try {
    // Een proces dat klaar is maar nog niet opgeruimd, telt niet als levend.
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)]).toString().startsWith('Z')
  } catch {
    return false
  }
}
