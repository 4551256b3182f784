import { describe, expect, test } from 'vitest'
import { leesConfig } from './config.ts'

const PRODUCTIE = { LEERROUTE_MODUS: 'productie', LEERROUTE_BASIS_URL: 'https://leerroute.example', DATABASE_URL: 'postgres://x@y/z' }
const TLS = { LEERROUTE_MTLS_POORT: '8443', LEERROUTE_MTLS_CERTIFICAAT: 's.crt', LEERROUTE_MTLS_SLEUTEL: 's.key', LEERROUTE_CLIENT_CA: 'ca.pem', LEERROUTE_CLIENT_CRL: 'crl.pem' }

function goed(omgeving: Readonly<Record<string, string>>) {
  const gelezen = leesConfig(omgeving)
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.reden))
  return gelezen.waarde
}

describe('instellingen voor systemen van leveranciers', () => {
  test.each([[{}, true], [PRODUCTIE, false], [{ ...PRODUCTIE, LEERROUTE_SLEUTELS: 'ja' }, true], [{ LEERROUTE_SLEUTELS: 'nee' }, false]])('ADR 0032: in productie werken sleutels van koppelingen alleen als de beheerder dat zegt: %j geeft %s', (omgeving, verwacht) => {
    expect(goed(omgeving).sleutelsMogen).toBe(verwacht)
  })
  test('S-21: een machinepoort heeft een eigen adres, standaard dat van de server met de andere poort', () => {
    expect(goed({ ...PRODUCTIE, ...TLS }).machinepoort).toMatchObject({ poort: 8443, url: 'https://leerroute.example:8443' })
    expect(goed({ ...PRODUCTIE, ...TLS, LEERROUTE_MTLS_URL: 'https://machines.leerroute.example/' }).machinepoort?.url).toBe('https://machines.leerroute.example')
    expect([goed({}).machinepoort, goed({}).clientcertificaten, goed({}).proxyAdressen]).toEqual([undefined, undefined, []])
  })
  test.each([
    [{ LEERROUTE_SLEUTELS: 'misschien' }, 'LEERROUTE_SLEUTELS'], [{ LEERROUTE_PROXY_ADRESSEN: 'proxy.example' }, 'LEERROUTE_PROXY_ADRESSEN'], [{ LEERROUTE_CLIENT_CA: 'ca.pem' }, 'LEERROUTE_CLIENT_CA'], [{ LEERROUTE_CLIENT_CRL: 'crl.pem' }, 'LEERROUTE_CLIENT_CA'],
    [{ LEERROUTE_MTLS_POORT: '8443' }, 'LEERROUTE_MTLS_POORT'], [{ ...TLS, LEERROUTE_MTLS_POORT: 'veel' }, 'LEERROUTE_MTLS_POORT'], [{ ...TLS, LEERROUTE_MTLS_POORT: '70000' }, 'LEERROUTE_MTLS_POORT'], [{ ...TLS, LEERROUTE_MTLS_URL: 'http://x' }, 'LEERROUTE_MTLS_POORT'],
  ])('S-21, M-06: %j is een fout in %s: een halve instelling is geen halve beveiliging', (omgeving, instelling) => {
    const gelezen = leesConfig(omgeving)
    expect(gelezen.ok ? [] : gelezen.reden.map((fout) => fout.instelling)).toEqual([instelling])
  })
  test('M-06: adressen van de proxy zijn een lijst', () => {
    expect(goed({ LEERROUTE_PROXY_ADRESSEN: '10.0.0.4, fd00::1' }).proxyAdressen).toEqual(['10.0.0.4', 'fd00::1'])
  })
})
