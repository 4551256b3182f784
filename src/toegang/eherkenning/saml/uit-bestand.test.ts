import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { DIENST, DV, HM, maakPaar, type Paar } from '../../../../test/toegang/saml-makelaar.ts'
import { maakSamlAansluitingUit, maakSamlMetadataUit } from './laden.ts'

const ADRES = 'https://leerroute.example/inloggen/terug'
let eigen: Paar
let goed: Readonly<Record<string, unknown>>
beforeAll(async () => {
  eigen = await maakPaar('leerroute')
  goed = {
    protocol: 'SAML', entityId: DV, verzoekbinding: 'redirect', antwoordbinding: 'artifact', dienst: DIENST, sleutels: [eigen],
    makelaar: { entityId: HM, metadataAdres: 'https://makelaar.example/metadata', metadataCertificaten: [eigen.certificaat] },
  }
})

const velden = async (bestand: Readonly<Record<string, unknown>>): Promise<readonly string[]> => {
  const uitkomst = await maakSamlAansluitingUit(bestand, ADRES)
  return uitkomst.ok ? [] : uitkomst.reden.map((zin) => zin.split(':')[0] ?? '')
}

describe('het makelaarbestand', () => {
  it('geeft een aansluiting, en metadata met ons adres', async () => {
    const uitkomst = await maakSamlAansluitingUit(goed, ADRES)
    expect(uitkomst.ok && uitkomst.waarde.protocol).toBe('SAML')
    const metadata = await maakSamlMetadataUit(goed, ADRES)
    expect(metadata.ok && metadata.waarde).toContain(`Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" Location="${ADRES}" index="0"`)
  })

  it('leest PEM ook uit een bestand', async () => {
    const map = await mkdtemp(join(tmpdir(), 'saml-bestand-'))
    await writeFile(join(map, 'sleutel.pem'), eigen.sleutel)
    const met = (sleutel: string) => velden({ ...goed, sleutels: [{ ...eigen, sleutel }], tls: { sleutel: join(map, 'sleutel.pem'), certificaat: eigen.certificaat } })
    expect(await met(join(map, 'sleutel.pem'))).toEqual([])
    expect(await met(join(map, 'bestaat-niet.pem'))).toEqual(['sleutels'])
    await rm(map, { recursive: true })
  })

  it('noemt alle velden tegelijk die ontbreken, van de verkeerde soort zijn of niet bestaan', async () => {
    const { entityId: _, ...zonder } = goed
    expect(await velden({ ...zonder, dienst: 'x', spelingSeconden: '30', standaardniveau: 'loa3' })).toEqual(['entityId', 'dienst', 'spelingSeconden', 'standaardniveau'])
    expect(await velden({})).toEqual(['protocol', 'entityId', 'verzoekbinding', 'antwoordbinding', 'dienst', 'sleutels', 'makelaar'])
  })

  it('A-10: een standaardniveau of een lager niveau is geen instelling die bestaat', async () => {
    expect(await velden({ ...goed, niveau: 'EH2' })).toEqual(['niveau'])
  })

  it('geeft ook de fouten in de inhoud, en noemt nooit een sleutel', async () => {
    const fout = { ...goed, sleutels: [{ sleutel: eigen.sleutel, certificaat: '-----BEGIN CERTIFICATE-----\nx' }], spelingSeconden: 900 }
    expect(await velden(fout)).toEqual(['sleutels', 'spelingSeconden'])
    expect(JSON.stringify(await maakSamlAansluitingUit(fout, ADRES))).not.toContain('BEGIN')
  })
})
