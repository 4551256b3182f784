import { describe, expect, it } from 'vitest'
import { bezwaarTegenProductie, leesConfig, toonConfigFout } from './config.ts'

function gelezen(omgeving: Record<string, string>) {
  const uitkomst = leesConfig(omgeving)
  if (!uitkomst.ok) throw new Error(uitkomst.reden.map(toonConfigFout).join('\n'))
  return uitkomst.waarde
}

function fouten(omgeving: Record<string, string>): string[] {
  const uitkomst = leesConfig(omgeving)
  return uitkomst.ok ? [] : uitkomst.reden.map(toonConfigFout)
}

describe('instellingen', () => {
  it('werkt zonder enige instelling: loopback, 8080, meegeleverde database in .leerroute', () => {
    const config = gelezen({})
    expect(config).toMatchObject({ host: '127.0.0.1', poort: 8080, modus: 'ontwikkeling', databaseUrl: undefined, basisUrl: 'http://127.0.0.1:8080' })
    expect(config.dataMap).toBe(`${config.projectMap}/.leerroute`)
    expect(config.sleutelBestand).toBe(`${config.dataMap}/sleutels.json`)
  })

  it('NODE_ENV=production is productie, maar LEERROUTE_MODUS gaat voor', () => {
    expect(gelezen({ NODE_ENV: 'production' }).modus).toBe('productie')
    expect(gelezen({ NODE_ENV: 'production', LEERROUTE_MODUS: 'ontwikkeling' }).modus).toBe('ontwikkeling')
  })

  it.each(['-1', '65536', '80a', '8e3', '1.5'])('weigert PORT=%s met de regel en een voorbeeld', (poort) => {
    expect(fouten({ PORT: poort })).toEqual([expect.stringMatching(/^PORT=.*0 tot en met 65535.*PORT=8081/)])
  })

  it('noemt alle fouten tegelijk en toont nooit een databasewachtwoord', () => {
    const regels = fouten({ PORT: 'x', LEERROUTE_MODUS: 'test', DATABASE_URL: 'mysql://u:geheim@h/db' })
    expect(regels).toHaveLength(3)
    expect(regels.join()).not.toContain('geheim')
  })

  it('voorbereide vragen staan aan, en zijn uit te zetten voor een pooler', () => {
    expect([gelezen({}).voorbereiden, gelezen({ LEERROUTE_VOORBEREIDEN: 'nee' }).voorbereiden]).toEqual([true, false])
    expect(fouten({ LEERROUTE_VOORBEREIDEN: 'uit' })).toEqual([expect.stringMatching(/^LEERROUTE_VOORBEREIDEN="uit": moet ja of nee zijn/)])
  })

  it('in productie moet het adres voor gebruikers https zijn', () => {
    expect(fouten({ LEERROUTE_MODUS: 'productie', LEERROUTE_BASIS_URL: 'http://a.nl' })).toHaveLength(1)
    expect(gelezen({ LEERROUTE_MODUS: 'productie', LEERROUTE_BASIS_URL: 'https://a.nl/' }).basisUrl).toBe('https://a.nl')
  })

  it('de server start in productie niet zonder https-adres, en waarschuwt voor de meegeleverde database', () => {
    const zonder = gelezen({ LEERROUTE_MODUS: 'productie' })
    expect(bezwaarTegenProductie(zonder)).toContain('LEERROUTE_BASIS_URL')
    expect(zonder.waarschuwingen[0]).toContain('DATABASE_URL')
    const goed = gelezen({ LEERROUTE_MODUS: 'productie', LEERROUTE_MAKELAAR_BESTAND: 'makelaar.json', LEERROUTE_BASIS_URL: 'https://a.nl', DATABASE_URL: 'postgres://u@h/d', LEERROUTE_OIN: '00000001234567890000', LEERROUTE_CONTACT: 'helpdesk@a.nl', LEERROUTE_PROXY_ADRESSEN: '10.0.0.4' })
    expect([bezwaarTegenProductie(goed), goed.waarschuwingen]).toEqual([undefined, []])
    expect(gelezen({ LEERROUTE_MODUS: 'productie', LEERROUTE_BASIS_URL: 'https://a.nl', DATABASE_URL: 'postgres://u@h/d' }).waarschuwingen[0]).toContain('LEERROUTE_OIN')
    expect(gelezen({ LEERROUTE_MODUS: 'productie', LEERROUTE_BASIS_URL: 'https://a.nl' }).waarschuwingen.at(-1)).toContain('LEERROUTE_PROXY_ADRESSEN')
    expect(gelezen({ LEERROUTE_MODUS: 'productie', LEERROUTE_BASIS_URL: 'https://a.nl' }).waarschuwingen.join()).toContain('LEERROUTE_CONTACT')
    expect(fouten({ LEERROUTE_CONTACT: 'bel maar' })).toEqual([expect.stringContaining('e-mailadres')])
    expect(bezwaarTegenProductie(gelezen({}))).toBeUndefined()
  })

  it('S-18: de grenzen van het koppelvlak hebben een ruime standaard, en 0 is geen grens', () => {
    expect(gelezen({})).toMatchObject({ limietPerMinuut: 1_200, maxBestand: 512 * 1024 * 1024 })
    expect(gelezen({ LEERROUTE_LIMIET_PER_MINUUT: '0', LEERROUTE_MAX_BESTAND_MB: '10' })).toMatchObject({ limietPerMinuut: 0, maxBestand: 10 * 1024 * 1024 })
    expect(fouten({ LEERROUTE_LIMIET_PER_MINUUT: '-1', LEERROUTE_MAX_BESTAND_MB: 'veel' })).toEqual([expect.stringContaining('LEERROUTE_LIMIET_PER_MINUUT=1200'), expect.stringContaining('LEERROUTE_MAX_BESTAND_MB=512')])
  })

  it('zegt dat een onbekende LEERROUTE_-instelling niets doet', () => {
    expect(gelezen({ LEERROUTE_DATAMAP: '/x' }).waarschuwingen[0]).toContain('LEERROUTE_DATAMAP')
  })
})
