import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { maakMetingen } from './metingen.ts'
import { type Metricstoegang, registreerMetrics } from './metrics-route.ts'

const TOKEN = 'een-token-van-genoeg-lengte'

async function status(toegang: Partial<Metricstoegang>, remoteAddress: string, headers: Record<string, string> = {}): Promise<number> {
  const app = fastify()
  registreerMetrics(app, maakMetingen(() => undefined), { ververs: () => Promise.resolve() }, { token: undefined, adressen: [], ...toegang })
  const antwoord = await app.inject({ url: '/metrics', remoteAddress, headers: { host: '127.0.0.1:8080', ...headers } })
  if (antwoord.statusCode === 200) expect(antwoord.body).toContain('process_cpu_seconds_total')
  else expect(antwoord.body).not.toContain('process_')
  return antwoord.statusCode
}

describe('/metrics: wie mag lezen', () => {
  test.each([
    ['van deze computer', {}, '127.0.0.1', {}, 200],
    ['van deze computer, IPv6', {}, '::1', { host: '[::1]:8080' }, 200],
    ['van buiten', {}, '192.0.2.7', {}, 404],
    ['via een proxy op deze computer', {}, '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }, 404],
    ['via een proxy die zichzelf niet noemt, met de openbare naam', {}, '127.0.0.1', { host: 'leerroute.example' }, 404],
    ['een aangewezen reeks', { adressen: ['10.1.0.0/16'] }, '10.1.2.3', { host: '10.1.0.1' }, 200],
    ['een aangewezen adres als IPv4 in IPv6', { adressen: ['10.1.2.3'] }, '::ffff:10.1.2.3', {}, 200],
    ['buiten de reeks', { adressen: ['10.1.0.0/16'] }, '10.2.0.1', {}, 404],
    ['een proxy in de reeks die doorstuurt', { adressen: ['10.1.0.0/16'] }, '10.1.2.3', { forwarded: 'for=192.0.2.7' }, 404],
    ['met het token, van buiten', { token: TOKEN }, '192.0.2.7', { authorization: `Bearer ${TOKEN}` }, 200],
    ['met een ander token', { token: TOKEN }, '192.0.2.7', { authorization: `Bearer ${TOKEN}x` }, 404],
    ['met een token ingesteld is loopback zonder token niet genoeg', { token: TOKEN }, '127.0.0.1', {}, 404],
  ])('%s', async (_wat, toegang, adres, koppen, verwacht) => {
    expect(await status(toegang, adres, koppen)).toBe(verwacht)
  })
})
