/** Een ander programma (openssl) kijkt de proef-PKI na: onze certificaten en lijsten zijn niet alleen voor onszelf goed. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakProefpki, type Proefpki } from './proefpki.ts'

const OIN = '00000099000000010000'
const heeftOpenssl = spawnSync('openssl', ['version']).status === 0
if (!heeftOpenssl) console.warn('OVERGESLAGEN: geen openssl gevonden; de proef-PKI is niet door een ander programma nagekeken')

test('S-20: een OIN dat niet om te proberen is krijgt geen certificaat', async () => {
  for (const oin of ['00000003123456780000', '123', '']) await expect(maakProefpki(new Date(), ['localhost'], [{ naam: 'x', oin }])).rejects.toThrow('geen OIN om te proberen')
})

describe.skipIf(!heeftOpenssl)('openssl over de proef-PKI', () => {
  let map = ''
  let pki: Proefpki
  beforeAll(async () => {
    map = mkdtempSync(join(tmpdir(), 'proefpki-'))
    pki = await maakProefpki(new Date(), ['localhost', '127.0.0.1', 'leerroute.example'], [{ naam: 'een', oin: OIN }, { naam: 'weg', oin: OIN, ingetrokken: true }, { naam: 'oud', oin: OIN, anders: 'verlopen' }, { naam: 'doel', oin: OIN, anders: 'doel-server' }])
    for (const [naam, inhoud] of [['wortel', pki.wortel], ['uitgever', pki.uitgever], ['lijsten', pki.lijsten], ['server', pki.server.certificaat], ...pki.clients.map((client) => [client.naam, client.certificaat] as const)] as const) writeFileSync(join(map, naam), inhoud)
  })
  afterAll(() => rmSync(map, { recursive: true }))

  const verify = (naam: string, doel: 'sslclient' | 'sslserver') => spawnSync('openssl', ['verify', '-x509_strict', '-crl_check_all', '-purpose', doel, '-CAfile', join(map, 'wortel'), '-untrusted', join(map, 'uitgever'), '-CRLfile', join(map, 'lijsten'), join(map, naam)], { encoding: 'utf8' })

  test('M-05, S-20: de goede certificaten zijn goed, met het OIN in serialNumber', () => {
    expect(verify('een', 'sslclient')).toMatchObject({ status: 0, stderr: '' })
    expect(verify('server', 'sslserver')).toMatchObject({ status: 0 })
    expect(spawnSync('openssl', ['x509', '-in', join(map, 'een'), '-noout', '-subject'], { encoding: 'utf8' }).stdout).toContain(`serialNumber = ${OIN}`)
    expect(spawnSync('openssl', ['x509', '-in', join(map, 'server'), '-noout', '-checkhost', 'leerroute.example', '-checkip', '127.0.0.1'], { encoding: 'utf8' }).stdout).not.toContain('NOT')
  })
  test.each([['weg', 'sslclient', 'revoked'], ['oud', 'sslclient', 'expired'], ['doel', 'sslclient', 'purpose'], ['een', 'sslserver', 'purpose']] as const)('M-05, S-21: %s als %s is fout: %s', (naam, doel, waarom) => {
    const { status, stderr } = verify(naam, doel)
    expect(status).not.toBe(0)
    expect(stderr).toContain(waarom)
  })
})
