/** pysaml2 en xmlsec1 uit Debian als makelaar: antwoorden in de vorm van eHerkenning, en de controle van ons verzoek en onze metadata. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EhIdentiteit, Inlogweigering } from '../../src/toegang/eherkenning/identiteit.ts'
import type { Uitkomst } from '../../src/kern/uitkomst.ts'
import { maakSamlAansluiting } from '../../src/toegang/eherkenning/saml/aansluiting.ts'
import { maakEigenMetadata } from '../../src/toegang/eherkenning/saml/eigenmetadata.ts'
import { leesSamlInstelling, type SamlInstelling, type Samlopzet } from '../../src/toegang/eherkenning/saml/instelling.ts'
import { leesCertificaat } from '../../src/toegang/eherkenning/saml/sleutels.ts'
import { DIENST, DV, maakPaar, PSEUDONIEM } from '../../test/toegang/saml-makelaar.ts'
import type { Interopproef, Proefloop } from './proef.ts'
import { bezoekIdp } from './saml-browser.ts'
import { zorgVoorPakketten } from './saml-pakketten.ts'
import { startProces, vrijePoort } from './saml-proces.ts'

const NAAM = 'SAML met pysaml2 en xmlsec1'
/** De python van Debian: een andere kent het pakket niet. */
const PYTHON = '/usr/bin/python3'
const SCRIPT = join(dirname(fileURLToPath(import.meta.url)), 'saml-pysaml2.py')
const HM = 'urn:etoegang:HM:00000003666666660000:entities:1'
const ADRES = { post: 'http://127.0.0.1:9/inloggen/terug', artifact: 'http://127.0.0.1:9/inloggen/artifact' }

export const proef: Interopproef = {
  naam: NAAM,
  draai: async (loop) => {
    const reden = zorgVoorPakketten(['python3-pysaml2', 'xmlsec1'])
    if (reden !== undefined) return loop.slaOver(NAAM, reden)
    const { basis, instelling } = await maakMap(loop.map)
    await loop.slaagt('xmlsec1 neemt onze ondertekende metadata aan', async () => {
      xmlsecNeemtAan(loop.map, 'sp.xml', 'urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor')
    })
    const proces = await startProces(PYTHON, [SCRIPT, loop.map], {}, `${basis}/metadata`)
    try {
      await draaiInloggen(loop, instelling)
    } catch (fout) {
      throw new Error(`${String(fout)}\n${proces.uitvoer()}`, { cause: fout })
    } finally {
      await proces.stop()
    }
  },
}

/** Wat de makelaar anders moet doen; de namen staan in saml-pysaml2.py. */
interface Geval {
  readonly loa?: string
  readonly advies?: true
  readonly openIds?: true
  readonly versleuteldeVerklaring?: true
  readonly vestiging?: string
  readonly intermediair?: string
  readonly geannuleerd?: true
  readonly verklaringsleutel?: string
  readonly antwoordsleutel?: string
  readonly artifactsleutel?: string
}

type Instellen = (binding: 'post' | 'artifact', verzoek?: 'redirect' | 'post') => SamlInstelling

async function draaiInloggen(loop: Proefloop, instelling: Instellen): Promise<void> {
  const goed = (naam: string, gekozen: SamlInstelling, geval: Geval, verwacht: Partial<EhIdentiteit> = {}): Promise<void> => loop.slaagt(naam, async () => {
    const uitkomst = await logIn(gekozen, geval)
    assert.ok(uitkomst.ok, uitkomst.ok ? '' : uitkomst.reden.code)
    const { acting, legal, vestigingsnummer, intermediair, niveau, makelaar, serviceUuid } = uitkomst.waarde
    assert.deepEqual({ acting, legal, vestigingsnummer, intermediair, niveau, makelaar, serviceUuid }, {
      acting: PSEUDONIEM, legal: { soort: 'KVK', waarde: '12345678' }, vestigingsnummer: null, intermediair: null, niveau: 'EH3', makelaar: HM, serviceUuid: DIENST.uuid, ...verwacht,
    })
  })
  const fout = (naam: string, gekozen: SamlInstelling, geval: Geval, verwacht: string): Promise<void> => loop.slaagt(naam, async () => {
    const uitkomst = await logIn(gekozen, geval)
    assert.equal(uitkomst.ok ? 'TOEGELATEN' : `${uitkomst.reden.soort} ${uitkomst.reden.code}`, verwacht)
  })
  await goed('artifact over SOAP, EncryptedID (AES-256-GCM, OAEP, KeyName) in attributen', instelling('artifact'), {})
  await goed('artifact, verzoek met POST: pysaml2 controleert de omsloten handtekening', instelling('artifact', 'post'), {})
  await goed('artifact, versleutelde verklaring met EncryptedID erin', instelling('artifact'), { versleuteldeVerklaring: true })
  await goed('artifact, verklaringen van anderen in Advice worden niet gelezen', instelling('artifact'), { advies: true })
  await goed('artifact, Advice in een versleutelde verklaring', instelling('artifact'), { advies: true, versleuteldeVerklaring: true })
  await goed('post, open verklaring met EncryptedID', instelling('post'), {})
  await goed('post, verzoek met POST, versleutelde verklaring met open NameID', instelling('post', 'post'), { versleuteldeVerklaring: true, openIds: true })
  await goed('EH4 komt binnen', instelling('post'), { loa: 'loa4' }, { niveau: 'EH4' })
  await goed('vestiging: de beperking komt mee', instelling('artifact'), { vestiging: '000012345678' }, { vestigingsnummer: '000012345678' })
  await goed('ketenmachtiging: de intermediair komt mee', instelling('artifact'), { intermediair: '87654321' }, { intermediair: '87654321' })
  await fout('EH2 is te laag', instelling('artifact'), { loa: 'loa2' }, 'NIVEAU_TE_LAAG SAML-NIVEAU-TE-LAAG')
  await fout('EH2+ is te laag', instelling('post'), { loa: 'loa2plus', versleuteldeVerklaring: true }, 'NIVEAU_TE_LAAG SAML-NIVEAU-TE-LAAG')
  await fout('geannuleerd bij de makelaar', instelling('artifact'), { geannuleerd: true }, 'GEANNULEERD SAML-GEANNULEERD')
  await fout('ArtifactResponse van een vreemde sleutel', instelling('artifact'), { artifactsleutel: 'ad.key' }, 'ONGELDIG SAML-HANDTEKENING-ONJUIST')
  await fout('Response van een vreemde sleutel', instelling('post'), { antwoordsleutel: 'ad.key' }, 'ONGELDIG SAML-HANDTEKENING-ONJUIST')
  await fout('verklaring van een vreemde sleutel in een goed antwoord', instelling('artifact'), { verklaringsleutel: 'ad.key' }, 'ONGELDIG SAML-HANDTEKENING-ONJUIST')
  await draaiOnzeKant(loop, instelling)
}

async function draaiOnzeKant(loop: Proefloop, instelling: Instellen): Promise<void> {
  await loop.slaagt('een artifact is eenmalig: de tweede keer is er niets meer', async () => {
    const { aansluiting, antwoord, geheim } = await haalAntwoord(instelling('artifact'), {})
    assert.ok((await aansluiting.controleer(antwoord, geheim, new Date())).ok)
    const nogEens = await aansluiting.controleer(antwoord, geheim, new Date())
    assert.equal(nogEens.ok ? 'TOEGELATEN' : nogEens.reden.code, 'SAML-ARTIFACT-LEEG')
  })
  await loop.slaagt('een antwoord op een ander verzoek wordt geweigerd', async () => {
    const { aansluiting, antwoord } = await haalAntwoord(instelling('post'), {})
    const ander = await aansluiting.begin(new Date())
    assert.ok(ander.ok)
    const uitkomst = await aansluiting.controleer(antwoord, ander.waarde.geheim, new Date())
    assert.equal(uitkomst.ok ? 'TOEGELATEN' : uitkomst.reden.code, 'SAML-ANDER-VERZOEK')
  })
  await loop.slaagt('pysaml2 weigert ons verzoek als het na het ondertekenen is veranderd', async () => {
    for (const verzoek of ['redirect', 'post'] as const) {
      const begonnen = await maakSamlAansluiting(opzetVan(instelling('post', verzoek))).begin(new Date())
      assert.ok(begonnen.ok)
      const { stap } = begonnen.waarde
      const anders = stap.soort === 'ga-naar' ? { ...stap, adres: stap.adres.replace(/RelayState=./, 'RelayState=_') } : { ...stap, velden: { ...stap.velden, SAMLRequest: veranderd(stap.velden['SAMLRequest'] ?? '') } }
      await assert.rejects(bezoekIdp(anders, ADRES.post), /verzoek geweigerd/)
    }
  })
}

function veranderd(base64: string): string {
  return Buffer.from(Buffer.from(base64, 'base64').toString().replace('ForceAuthn="true"', 'ForceAuthn="false"')).toString('base64')
}

async function haalAntwoord(instelling: SamlInstelling, geval: Geval) {
  const aansluiting = maakSamlAansluiting(opzetVan(instelling))
  const begonnen = await aansluiting.begin(new Date())
  assert.ok(begonnen.ok, begonnen.ok ? '' : begonnen.reden.code)
  const antwoord = await bezoekIdp(begonnen.waarde.stap, instelling.antwoordadressen[0]?.adres ?? '', { 'x-geval': JSON.stringify(geval) })
  assert.equal(aansluiting.leesKenmerk(antwoord), begonnen.waarde.kenmerk)
  return { aansluiting, antwoord, geheim: begonnen.waarde.geheim }
}

async function logIn(instelling: SamlInstelling, geval: Geval): Promise<Uitkomst<EhIdentiteit, Inlogweigering>> {
  const { aansluiting, antwoord, geheim } = await haalAntwoord(instelling, geval)
  return aansluiting.controleer(antwoord, geheim, new Date())
}

function opzetVan(instelling: SamlInstelling): Samlopzet {
  const opzet = leesSamlInstelling(instelling)
  assert.ok(opzet.ok, opzet.ok ? '' : opzet.reden.join(' '))
  return opzet.waarde
}

function xmlsecNeemtAan(map: string, bestand: string, element: string): void {
  const uitslag = spawnSync('xmlsec1', ['--verify', '--pubkey-cert-pem', join(map, 'dv.crt'), '--id-attr:ID', element, join(map, bestand)])
  assert.equal(uitslag.status, 0, uitslag.stderr.toString())
}

async function maakMap(map: string): Promise<{ readonly basis: string; readonly instelling: Instellen }> {
  const namen = ['hm', 'metadata', 'ad', 'dv'] as const
  const paren = await Promise.all(namen.map((naam) => maakPaar(naam)))
  for (const [i, naam] of namen.entries()) {
    writeFileSync(join(map, `${naam}.key`), paren[i]?.sleutel ?? '', { mode: 0o600 })
    writeFileSync(join(map, `${naam}.crt`), paren[i]?.certificaat ?? '')
  }
  const [, metadataPaar, , eigen] = paren
  assert.ok(metadataPaar !== undefined && eigen !== undefined)
  const basis = `http://127.0.0.1:${await vrijePoort()}`
  const instelling: Instellen = (binding, verzoek = 'redirect') => ({
    entityId: DV, antwoordadressen: [{ binding, adres: ADRES[binding], index: 0 }], verzoekbinding: verzoek, dienst: DIENST, sleutels: [eigen],
    makelaar: { entityId: HM, metadataAdres: `${basis}/metadata`, metadataCertificaten: [metadataPaar.certificaat] },
  })
  const beide = [{ binding: 'post', adres: ADRES.post, index: 0 }, { binding: 'artifact', adres: ADRES.artifact, index: 1 }] as const
  writeFileSync(join(map, 'sp.xml'), maakEigenMetadata(opzetVan({ ...instelling('post'), antwoordadressen: beide })))
  writeFileSync(join(map, 'proef.json'), JSON.stringify({
    basis, idp: HM, dv: DV, dienst: DIENST, pseudoniem: PSEUDONIEM, vingerafdruk: leesCertificaat(eigen.certificaat)?.vingerafdrukken[0],
  }))
  return { basis, instelling }
}
