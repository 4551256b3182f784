/** De hele weg: `npm start` met een makelaarbestand voor SAML, een browser, en pysaml2 als makelaar. */
import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { leesMedewerkers, pseudoniemVan, rechtspersoonVan } from '../../src/makelaar/index.ts'
import { leesCertificaat } from '../../src/toegang/eherkenning/saml/sleutels.ts'
import { DIENST, DV, maakPaar } from '../../test/toegang/saml-makelaar.ts'
import type { Interopproef, Proefloop } from './proef.ts'
import { bezoekIdp } from './saml-browser.ts'
import { zorgVoorPakketten } from './saml-pakketten.ts'
import { startProces, vrijePoort } from './saml-proces.ts'

const NAAM = 'het portaal, met SAML en pysaml2'
const WORTEL = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const HM = 'urn:etoegang:HM:00000003666666660000:entities:1'
/** De eerste start maakt een database. */
const START_MS = 120_000

export const proef: Interopproef = {
  naam: NAAM,
  draai: async (loop) => {
    const reden = zorgVoorPakketten(['python3-pysaml2', 'xmlsec1'])
    if (reden !== undefined) return loop.slaOver(NAAM, reden)
    const { map } = loop
    const [poort, hmPoort] = [await vrijePoort(), await vrijePoort()]
    const [ons, hm] = [`http://127.0.0.1:${poort}`, `http://127.0.0.1:${hmPoort}`]
    await schrijfBestanden(map, hm)
    const server = await startProces(process.execPath, ['--import', 'tsx', join(WORTEL, 'src/main.ts'), 'start'], {
      DATABASE_URL: '', PORT: String(poort), LEERROUTE_DATA: join(map, 'data'), LEERROUTE_MAKELAAR_BESTAND: join(map, 'makelaar.json'), LEERROUTE_LOG: 'json',
    }, `${ons}/inloggen/metadata`, START_MS)
    try {
      writeFileSync(join(map, 'sp.xml'), await (await fetch(`${ons}/inloggen/metadata`)).text())
      const makelaar = await startProces('/usr/bin/python3', [join(WORTEL, 'interop/toegang/saml-pysaml2.py'), map], {}, `${hm}/metadata`)
      try {
        await draaiPortaal(loop, ons, () => server.uitvoer())
      } finally {
        await makelaar.stop()
      }
    } catch (fout) {
      throw new Error(`${String(fout)}: ${server.uitvoer().slice(-1500)}`, { cause: fout })
    } finally {
      await server.stop()
      ruimOp(server.uitvoer())
    }
  },
}

async function draaiPortaal(loop: Proefloop, ons: string, log: () => string): Promise<void> {
  const medewerker = leesMedewerkers(join(WORTEL, 'wereld/medewerkers.yaml')).find(({ id }) => id === 'lindemeer-administratie')
  assert.ok(medewerker !== undefined)
  const wie = { pseudoniem: pseudoniemVan(medewerker), kvk: rechtspersoonVan(medewerker).waarde }
  await loop.slaagt('iemand met een account logt in en ziet het portaal; het antwoord telt één keer', async () => {
    const { antwoord, koekje } = await bezoek(ons, wie)
    const terug = await fetch(antwoord, { redirect: 'manual', headers: { cookie: koekje } })
    assert.ok(terug.status >= 300 && terug.status < 400, `${terug.status}: ${zonderTags(await terug.text())}`)
    const sessie = koekjesVan(terug)
    const begin = await fetch(`${ons}/`, { headers: { cookie: sessie } })
    const tekst = zonderTags(await begin.text())
    assert.ok(begin.status === 200 && tekst.includes(medewerker.naam), `${begin.status}: ${tekst.slice(0, 300)}`)
    const nogEens = await fetch(antwoord, { redirect: 'manual', headers: { cookie: koekje } })
    assert.ok(!koekjesVan(nogEens).includes('sessie=') || nogEens.status >= 400, `tweede keer: ${nogEens.status}`)
    assert.equal((await fetch(`${ons}/`, { redirect: 'manual' })).headers.get('location')?.startsWith('/inloggen'), true)
  })
  await loop.slaagt('EH2 komt niet binnen, en de bladzijde noemt het niveau dat nodig is', async () => {
    const { antwoord, koekje } = await bezoek(ons, { ...wie, loa: 'loa2' })
    const terug = await fetch(antwoord, { redirect: 'manual', headers: { cookie: koekje } })
    const tekst = zonderTags(await terug.text())
    assert.ok(terug.status >= 400 && tekst.includes('EH3'), `${terug.status}: ${tekst.slice(0, 300)}`)
    assert.match(log(), /SAML-NIVEAU-TE-LAAG/)
  })
  await loop.slaagt('een antwoord in een andere browser telt niet', async () => {
    const { antwoord } = await bezoek(ons, wie)
    const anders = await bezoek(ons, wie)
    const terug = await fetch(antwoord, { redirect: 'manual', headers: { cookie: anders.koekje } })
    assert.ok(terug.status >= 400, String(terug.status))
  })
  await loop.slaagt('het log van de server noemt geen pseudoniem en geen artifact', async () => {
    assert.ok(!log().includes(wie.pseudoniem) && !log().includes('SAMLart'))
  })
}

/** Als root staat de database van de proef niet in de eigen map maar onder /var/lib (PostgreSQL draait niet als root). */
function ruimOp(uitvoer: string): void {
  const map = /(\/var\/lib\/leerroute\/gegevens\/[0-9a-f]{16})\/cluster/.exec(uitvoer)?.[1]
  if (map !== undefined) rmSync(map, { recursive: true, force: true })
}

/** Begint bij ons en gaat langs de makelaar; geeft het adres waarmee de browser terugkomt en zijn koekje van voor de inlog. */
async function bezoek(ons: string, geval: Readonly<Record<string, string>>): Promise<{ readonly antwoord: string; readonly koekje: string }> {
  const start = await fetch(`${ons}/inloggen/start`, { redirect: 'manual' })
  const adres = start.headers.get('location')
  assert.ok(adres !== null, `${start.status}: ${zonderTags(await start.text())}`)
  const antwoord = await bezoekIdp({ soort: 'ga-naar', adres }, `${ons}/inloggen/terug`, { 'x-geval': JSON.stringify(geval) })
  return { antwoord: antwoord.adres.href, koekje: koekjesVan(start) }
}

function koekjesVan(antwoord: Response): string {
  return antwoord.headers.getSetCookie().map((koekje) => koekje.split(';')[0] ?? '').filter((koekje) => !koekje.endsWith('=')).join('; ')
}

function zonderTags(html: string): string {
  return html.replace(/<[^>]+>|\s+/g, ' ').replace(/ +/g, ' ').trim()
}

async function schrijfBestanden(map: string, hm: string): Promise<void> {
  for (const naam of ['hm', 'metadata', 'ad', 'dv']) {
    const paar = await maakPaar(naam)
    writeFileSync(join(map, `${naam}.key`), paar.sleutel, { mode: 0o600 })
    writeFileSync(join(map, `${naam}.crt`), paar.certificaat)
    if (naam === 'dv') writeFileSync(join(map, 'proef.json'), JSON.stringify({ basis: hm, idp: HM, dv: DV, dienst: DIENST, pseudoniem: '', vingerafdruk: leesCertificaat(paar.certificaat)?.vingerafdrukken[0] }))
  }
  writeFileSync(join(map, 'makelaar.json'), JSON.stringify({
    protocol: 'SAML', entityId: DV, verzoekbinding: 'redirect', antwoordbinding: 'artifact', dienst: DIENST, sleutels: [{ sleutel: join(map, 'dv.key'), certificaat: join(map, 'dv.crt') }],
    makelaar: { entityId: HM, metadataAdres: `${hm}/metadata`, metadataCertificaten: [join(map, 'metadata.crt')] }, metadataBestand: join(map, 'hm-metadata.xml'),
  }), { mode: 0o600 })
}
