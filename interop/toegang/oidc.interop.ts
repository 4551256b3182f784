/**
 * Inloggen via OIDC tegen een makelaar in een eigen proces, gebouwd op oidc-provider: code van anderen, die PKCE, PAR, de client
 * assertion en het antwoordadres zelf controleert. Draait overal; er is alleen npm voor nodig.
 */
import { deepEqual, equal, ok } from 'node:assert/strict'
import { join } from 'node:path'
import { type Keuze, loopLangsMakelaar } from '../../test/makelaar-browser.ts'
import { leesMedewerkers, pseudoniemVan, rechtspersoonVan } from '../../src/makelaar/index.ts'
import { maakMakelaarproces, type Makelaarproces, PROEFDIENST } from '../../src/server/makelaar.ts'
import { type Inlogaansluiting, maakOidcAansluiting, type OidcInstelling } from '../../src/toegang/index.ts'
import type { Interopproef } from './proef.ts'

const PROJECT = join(import.meta.dirname, '..', '..')
const TERUG = 'http://127.0.0.1:8080/inloggen/terug'
const MEDEWERKERS = join(PROJECT, 'wereld', 'medewerkers.yaml')

export const proef: Interopproef = {
  naam: 'OIDC (oidc-provider)',
  async draai({ slaagt }) {
    const proces = maakMakelaarproces({ modus: 'ontwikkeling', projectMap: PROJECT, poort: 0, redirectAdres: TERUG, medewerkersBestand: MEDEWERKERS, meld: () => undefined })
    try {
      const aansluiting = maakOidcAansluiting(proces.haal)
      for (const { id, niveau } of leesMedewerkers(MEDEWERKERS)) {
        if (niveau === 'EH3' || niveau === 'EH4') await slaagt(`A-10, A-11: ${id} logt in met ${niveau}`, () => komtErin(aansluiting, id))
        else await slaagt(`A-10: ${id} komt met ${niveau} niet binnen`, () => wordtGeweigerd(aansluiting, { medewerker: id }, 'NIVEAU_TE_LAAG'))
      }
      await slaagt('wie stopt, krijgt GEANNULEERD', () => wordtGeweigerd(aansluiting, { annuleer: 'ja' }, 'GEANNULEERD'))
      await slaagt('A-09: de makelaar wisselt een code maar een keer in', () => codeMaarEenKeer(aansluiting))
      await slaagt('A-01: de makelaar weigert een code met een andere verifier', () => andereVerifier(aansluiting))
      await slaagt('A-01: een vraag buiten PAR om krijgt geen keuze', () => zonderPar(proces))
      await slaagt('de makelaar weigert een client met een andere sleutel', () => andereSleutel(proces))
      await slaagt('A-07: de makelaar weigert een antwoordadres dat niet geregistreerd is', () => anderAdres(proces))
    } finally {
      await proces.stop()
    }
  },
}

async function logIn(aansluiting: Inlogaansluiting, keuze: Keuze) {
  const begonnen = await aansluiting.begin(new Date())
  ok(begonnen.ok, 'de inlog begint niet')
  const { antwoord } = await loopLangsMakelaar(begonnen.waarde.stap.adres, keuze)
  const { geheim } = begonnen.waarde
  return { antwoord, geheim, uitkomst: await aansluiting.controleer({ methode: 'GET', adres: antwoord, velden: {} }, geheim, new Date()) }
}

async function komtErin(aansluiting: Inlogaansluiting, id: string): Promise<void> {
  const medewerker = leesMedewerkers(MEDEWERKERS).find((een) => een.id === id)
  ok(medewerker)
  const { uitkomst } = await logIn(aansluiting, { medewerker: id })
  ok(uitkomst.ok, uitkomst.ok ? '' : uitkomst.reden.code)
  const { acting, legal, niveau, serviceUuid, vestigingsnummer, intermediair } = uitkomst.waarde
  deepEqual({ acting, legal, niveau, serviceUuid, vestigingsnummer, intermediair }, {
    acting: pseudoniemVan(medewerker), legal: rechtspersoonVan(medewerker), niveau: medewerker.niveau, serviceUuid: PROEFDIENST,
    vestigingsnummer: medewerker.vestigingsnummer ?? null, intermediair: medewerker.intermediair?.kvk ?? null,
  })
}

async function wordtGeweigerd(aansluiting: Inlogaansluiting, keuze: Keuze, soort: string): Promise<void> {
  const { uitkomst } = await logIn(aansluiting, keuze)
  equal(uitkomst.ok ? 'ingelogd' : uitkomst.reden.soort, soort)
}

async function codeMaarEenKeer(aansluiting: Inlogaansluiting): Promise<void> {
  const { antwoord, geheim, uitkomst } = await logIn(aansluiting, { medewerker: 'lindemeer-administratie' })
  ok(uitkomst.ok)
  const nogEens = await aansluiting.controleer({ methode: 'GET', adres: antwoord, velden: {} }, geheim, new Date())
  equal(nogEens.ok ? 'ingelogd' : nogEens.reden.code, 'OIDC-CODE-GEWEIGERD')
}

async function andereVerifier(aansluiting: Inlogaansluiting): Promise<void> {
  const begonnen = await aansluiting.begin(new Date())
  ok(begonnen.ok)
  const { antwoord } = await loopLangsMakelaar(begonnen.waarde.stap.adres, { medewerker: 'lindemeer-administratie' })
  const uitkomst = await aansluiting.controleer({ methode: 'GET', adres: antwoord, velden: {} }, { ...begonnen.waarde.geheim, verifier: 'x'.repeat(43) }, new Date())
  equal(uitkomst.ok ? 'ingelogd' : uitkomst.reden.code, 'OIDC-CODE-GEWEIGERD')
}

async function zonderPar(proces: Makelaarproces): Promise<void> {
  const { issuer, clientId } = await instellingVan(proces)
  const vraag = new URLSearchParams({ client_id: clientId, redirect_uri: TERUG, response_type: 'code', scope: 'openid', state: 'x', nonce: 'y', code_challenge: 'z'.repeat(43), code_challenge_method: 'S256' })
  const antwoord = await fetch(`${issuer}/auth?${vraag.toString()}`, { redirect: 'manual' })
  const naar = antwoord.headers.get('location') ?? ''
  ok(!naar.includes('/keuze/'), 'de makelaar toont een keuze')
}

async function andereSleutel(proces: Makelaarproces): Promise<void> {
  const instelling = await instellingVan(proces)
  const { generateKeyPair } = await import('jose')
  const { privateKey } = await generateKeyPair('PS256')
  const uitkomst = await maakOidcAansluiting(() => Promise.resolve({ ...instelling, sleutel: privateKey })).begin(new Date())
  equal(uitkomst.ok ? 'begonnen' : uitkomst.reden.soort, 'ONGELDIG')
}

async function anderAdres(proces: Makelaarproces): Promise<void> {
  const instelling = { ...await instellingVan(proces), redirectAdres: 'http://127.0.0.1:8080/ergens-anders' }
  const uitkomst = await maakOidcAansluiting(() => Promise.resolve(instelling)).begin(new Date())
  equal(uitkomst.ok ? 'begonnen' : uitkomst.reden.soort, 'ONGELDIG')
}

async function instellingVan(proces: Makelaarproces): Promise<OidcInstelling> {
  const instelling = await proces.haal()
  ok(instelling, 'de makelaar start niet')
  return instelling
}
