/** SimpleSAMLphp uit Debian als makelaar: alleen instellingen, geen code van ons aan de kant van de IdP. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { maakSamlAansluiting } from '../../src/toegang/eherkenning/saml/aansluiting.ts'
import { maakEigenMetadata } from '../../src/toegang/eherkenning/saml/eigenmetadata.ts'
import { leesSamlInstelling, type SamlInstelling } from '../../src/toegang/eherkenning/saml/instelling.ts'
import { maakOphaler, type Ophaler } from '../../src/toegang/eherkenning/saml/ophalen.ts'
import type { EhIdentiteit, Inlogaansluiting, Inlogweigering } from '../../src/toegang/eherkenning/identiteit.ts'
import type { Uitkomst } from '../../src/kern/uitkomst.ts'
import { DIENST, DV, maakPaar, naamId, type Paar, PSEUDONIEM, SAML, versleutel } from '../../test/toegang/saml-makelaar.ts'
import type { Interopproef, Proefloop } from './proef.ts'
import { bezoekIdp } from './saml-browser.ts'
import { zorgVoorPakketten } from './saml-pakketten.ts'
import { startProces, vrijePoort } from './saml-proces.ts'

const NAAM = 'SAML met SimpleSAMLphp'
const PAKKETTEN = ['simplesamlphp', 'php-cli', 'php-xml', 'php-mbstring', 'php-curl', 'php-sqlite3', 'xmlsec1']
const WWW = '/usr/share/simplesamlphp/www'
const HIER = dirname(fileURLToPath(import.meta.url))
const LOA = 'urn:etoegang:core:assurance-class'
const ADRES = { post: 'http://127.0.0.1:9/inloggen/terug', artifact: 'http://127.0.0.1:9/inloggen/artifact' }

export const proef: Interopproef = {
  naam: NAAM,
  draai: async (loop) => {
    const reden = zorgVoorPakketten(PAKKETTEN)
    if (reden !== undefined) return loop.slaOver(NAAM, reden)
    if (!existsSync(WWW)) return loop.slaOver(NAAM, `${WWW} bestaat niet`)
    await draaiMetSsp(loop)
  },
}

interface Keuze {
  readonly niveau: string
  /** De hele verklaring versleuteld; zonder staan de identificaties open, of elk als EncryptedID. */
  readonly versleutel: boolean
  readonly versleuteldeIds?: boolean
}

interface Ssp {
  readonly idp: string
  readonly basis: string
  readonly metadataPaar: Paar
  readonly eigen: Paar
  /** Schrijft wat er per inlog verschilt. */
  stel(keuze: Keuze, instelling: SamlInstelling): void
}

async function draaiMetSsp(loop: Proefloop): Promise<void> {
  const ssp = await maakSsp(loop.map)
  const instelling = instellingVoor(ssp, 'post', 'redirect')
  ssp.stel({ niveau: `${LOA}:loa3`, versleutel: true }, instelling)
  const proces = await startProces('php', ['-d', 'error_reporting=0', '-S', new URL(ssp.basis).host, '-t', WWW], {
    SIMPLESAMLPHP_CONFIG_DIR: join(HIER, 'saml-ssp'), LEERROUTE_PROEF: join(loop.map, 'proef.json'),
  }, `${ssp.basis}/saml2/idp/metadata.php`)
  try {
    await draaiInloggen(loop, ssp)
  } finally {
    await proces.stop()
  }
}

async function draaiInloggen(loop: Proefloop, ssp: Ssp): Promise<void> {
  const wijzen = [['redirect', 'post', true], ['post', 'post', true], ['redirect', 'artifact', false]] as const
  for (const [verzoek, antwoord, versleutel] of wijzen) {
    await loop.slaagt(`SimpleSAMLphp: verzoek met ${verzoek}, antwoord met ${antwoord}, ${versleutel ? 'versleutelde verklaring' : 'EncryptedID in attributen'}, EH3 komt binnen`, async () => {
      const uitkomst = await logIn(ssp, instellingVoor(ssp, antwoord, verzoek), { niveau: `${LOA}:loa3`, versleutel, ...(versleutel ? {} : { versleuteldeIds: true }) })
      assert.ok(uitkomst.ok, uitkomst.ok ? '' : uitkomst.reden.code)
      assert.deepEqual([uitkomst.waarde.acting, uitkomst.waarde.legal, uitkomst.waarde.niveau, uitkomst.waarde.makelaar], [PSEUDONIEM, { soort: 'KVK', waarde: '12345678' }, 'EH3', ssp.idp])
    })
  }
  const weigert = async (naam: string, verwacht: string, keuze: Keuze, anders: Partial<SamlInstelling> = {}): Promise<void> =>
    loop.slaagt(`SimpleSAMLphp: ${naam}`, async () => {
      const uitkomst = await logIn(ssp, { ...instellingVoor(ssp, 'post', 'redirect'), ...anders }, keuze)
      assert.equal(uitkomst.ok ? 'TOEGELATEN' : `${uitkomst.reden.soort} ${uitkomst.reden.code}`, verwacht)
    })
  await loop.slaagt('SimpleSAMLphp: wij en xmlsec1 weigeren zijn ArtifactResponse met een versleutelde verklaring: die handtekening klopt niet', async () => {
    let bericht: Uint8Array = new Uint8Array()
    const haalOp = maakOphaler()
    const uitkomst = await logIn(ssp, instellingVoor(ssp, 'artifact', 'redirect'), { niveau: `${LOA}:loa3`, versleutel: true }, async (vraag) => {
      const antwoord = await haalOp(vraag)
      if (antwoord.ok && vraag.methode === 'POST') bericht = antwoord.waarde
      return antwoord
    })
    assert.equal(uitkomst.ok ? 'TOEGELATEN' : uitkomst.reden.code, 'SAML-HANDTEKENING-ONJUIST')
    writeFileSync(join(loop.map, 'artifact.xml'), bericht)
    const xmlsec = spawnSync('xmlsec1', ['--verify', '--pubkey-cert-pem', join(loop.map, 'idp.crt'), '--id-attr:ID', 'urn:oasis:names:tc:SAML:2.0:protocol:ArtifactResponse', join(loop.map, 'artifact.xml')])
    assert.match(xmlsec.stderr.toString(), /data and digest do not match/)
  })
  await weigert('EH2 is te laag', 'NIVEAU_TE_LAAG SAML-NIVEAU-TE-LAAG', { niveau: `${LOA}:loa2`, versleutel: true })
  await weigert('EH2+ is te laag', 'NIVEAU_TE_LAAG SAML-NIVEAU-TE-LAAG', { niveau: `${LOA}:loa2plus`, versleutel: true })
  await weigert('een wachtwoord is geen niveau van eHerkenning', 'NIVEAU_TE_LAAG SAML-NIVEAU-ONBEKEND', { niveau: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport', versleutel: true })
  await weigert('een identificatie zonder versleuteling wordt geweigerd', 'ONGELDIG SAML-IDENTIFICATIE-OPEN', { niveau: `${LOA}:loa3`, versleutel: false })
  await weigert('AES-CBC zonder afspraak wordt geweigerd', 'ONGELDIG SAML-VERSLEUTELING-ALGORITME', { niveau: `${LOA}:loa3`, versleutel: true }, { cbcToegestaan: false })
  await loop.slaagt('SimpleSAMLphp: weigert een verzoek dat na het ondertekenen is veranderd', async () => {
    const instelling = instellingVoor(ssp, 'post', 'redirect')
    ssp.stel({ niveau: `${LOA}:loa3`, versleutel: true }, instelling)
    const begonnen = await aansluitingVoor(instelling).begin(new Date())
    assert.ok(begonnen.ok && begonnen.waarde.stap.soort === 'ga-naar')
    const adres = begonnen.waarde.stap.adres.replace(/RelayState=./, 'RelayState=_')
    await assert.rejects(bezoekIdp({ soort: 'ga-naar', adres }, ADRES.post), /geen antwoord voor ons/)
  })
}

async function logIn(ssp: Ssp, instelling: SamlInstelling, keuze: Keuze, haalOp: Ophaler = maakOphaler()): Promise<Uitkomst<EhIdentiteit, Inlogweigering>> {
  ssp.stel(keuze, instelling)
  const aansluiting = aansluitingVoor(instelling, haalOp)
  const begonnen = await aansluiting.begin(new Date())
  if (!begonnen.ok) return begonnen
  const antwoord = await bezoekIdp(begonnen.waarde.stap, instelling.antwoordadressen[0]?.adres ?? '')
  assert.equal(aansluiting.leesKenmerk(antwoord), begonnen.waarde.kenmerk)
  return aansluiting.controleer(antwoord, begonnen.waarde.geheim, new Date())
}

function aansluitingVoor(instelling: SamlInstelling, haalOp: Ophaler = maakOphaler()): Inlogaansluiting {
  const opzet = leesSamlInstelling(instelling)
  assert.ok(opzet.ok, opzet.ok ? '' : opzet.reden.join(' '))
  return maakSamlAansluiting(opzet.waarde, haalOp)
}

function instellingVoor(ssp: Ssp, binding: 'post' | 'artifact', verzoekbinding: 'redirect' | 'post'): SamlInstelling {
  return {
    entityId: DV, antwoordadressen: [{ binding, adres: ADRES[binding], index: 0 }], verzoekbinding, dienst: DIENST, sleutels: [ssp.eigen],
    makelaar: { entityId: ssp.idp, metadataAdres: `${ssp.basis}/saml2/idp/metadata.php`, metadataCertificaten: [ssp.metadataPaar.certificaat] },
    // SimpleSAMLphp 1.19 versleutelt altijd met AES-128-CBC.
    cbcToegestaan: true,
  }
}

async function maakSsp(map: string): Promise<Ssp> {
  const [idpPaar, metadataPaar, eigen] = await Promise.all([maakPaar('ssp'), maakPaar('ssp-metadata'), maakPaar('leerroute')])
  const basis = `http://127.0.0.1:${await vrijePoort()}`
  const idp = 'urn:etoegang:HM:00000003888888880000:entities:1'
  mkdirSync(join(map, 'tmp'))
  for (const [naam, paar] of [['idp', idpPaar], ['metadata', metadataPaar]] as const) {
    writeFileSync(join(map, `${naam}.key`), paar.sleutel, { mode: 0o600 })
    writeFileSync(join(map, `${naam}.crt`), paar.certificaat)
  }
  const zout = randomBytes(16).toString('hex')
  const ids = [naamId('urn:etoegang:1.9:EntityConcernedID:KvKnr', '12345678'), naamId('urn:etoegang:1.13:EntityConcernedID:Pseudo', PSEUDONIEM)]
  const versleuteld = await Promise.all(ids.map(async (id) => `<saml:EncryptedID xmlns:saml="${SAML}">${metGewonePrefixen(await versleutel(id, eigen.certificaat))}</saml:EncryptedID>`))
  const attributen = ([organisatie = '', persoon = '']: readonly string[]) => ({
    'urn:etoegang:core:ServiceID': [DIENST.id], 'urn:etoegang:core:ServiceUUID': [DIENST.uuid],
    'urn:etoegang:core:LegalSubjectID': [organisatie], 'urn:etoegang:core:ActingSubjectID': [persoon],
  })
  return {
    idp, basis, metadataPaar, eigen,
    stel: (keuze, instelling) => {
      const opzet = leesSamlInstelling(instelling)
      assert.ok(opzet.ok)
      writeFileSync(join(map, 'sp.xml'), maakEigenMetadata(opzet.waarde))
      writeFileSync(join(map, 'proef.json'), JSON.stringify({ ...keuze, basis, map, idp, zout, attributen: attributen(keuze.versleuteldeIds === true ? versleuteld : ids), alsXml: ['urn:etoegang:core:LegalSubjectID', 'urn:etoegang:core:ActingSubjectID'], sp: join(map, 'sp.xml') }))
    },
  }
}

/** SimpleSAMLphp schrijft na het ondertekenen elke andere prefix voor dezelfde namespace om, en maakt zo zijn eigen handtekening ongeldig. */
function metGewonePrefixen(xml: string): string {
  return xml.replace(/ xmlns:e="[^"]+"/g, '').replaceAll('<e:', '<xenc:').replaceAll('</e:', '</xenc:').replace(/ xmlns="[^"]+xmldsig#"/g, '')
    .replace(/<(\/?)(KeyInfo|DigestMethod)/g, '<$1ds:$2').replace('<xenc:EncryptedData', '<xenc:EncryptedData xmlns:ds="http://www.w3.org/2000/09/xmldsig#"')
}
