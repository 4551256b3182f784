import { describe, expect, test } from 'vitest'
import { startOtlpOntvanger } from '../../../test/waarneming/otlp-ontvanger.ts'
import { inSpoor, uitgaandeTraceparent, zetSpoorhaak } from '../../database/index.ts'
import { maakOtlpTracer } from './otlp.ts'
import { maakSpoorhaak } from './spoor.ts'

describe('traces over OTLP/HTTP', () => {
  test('S-32: werk in werk hangt aan elkaar, een uitgaand verzoek krijgt het stuk van nu mee, en een fout geeft zijn tekst niet prijs', async () => {
    const ontvanger = await startOtlpOntvanger()
    const tracer = maakOtlpTracer({ adres: `${ontvanger.adres}/`, dienst: 'proef', spaarMs: 10 })
    zetSpoorhaak(maakSpoorhaak(tracer))
    let kop: string | undefined
    try {
      await expect(inSpoor('buiten', { records: 2 }, () => inSpoor('binnen', {}, () => {
        kop = uitgaandeTraceparent()
        return Promise.reject(new Error('Zoë Ådel 999900006'))
      }))).rejects.toThrow('Zoë')
      expect(uitgaandeTraceparent()).toBeUndefined()
    } finally {
      zetSpoorhaak(undefined)
      await tracer.sluit()
      await ontvanger.stop()
    }
    const [binnen, buiten] = ['binnen', 'buiten'].map((naam) => ontvanger.spans.find(({ name }) => name === naam))
    expect(binnen).toMatchObject({ parentSpanId: buiten?.spanId, traceId: buiten?.traceId, status: { code: 2 } })
    expect(kop).toBe(`00-${binnen?.traceId}-${binnen?.spanId}-01`)
    expect(ontvanger.tekst.join('')).toContain('"service.name"')
    expect(ontvanger.tekst.join('')).not.toMatch(/Zoë|999900006/)
  })

  test('een aanroeper die niet meet, krijgt ook van ons niets', async () => {
    const ontvanger = await startOtlpOntvanger()
    const tracer = maakOtlpTracer({ adres: ontvanger.adres, dienst: 'proef', spaarMs: 10 })
    const stuk = tracer.begin('GET', { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', ouderId: '00f067aa0ba902b7', meten: false }, {}, 'verzoek')
    expect(stuk).toMatchObject({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', meten: false })
    stuk.klaar(false)
    await tracer.sluit()
    expect(ontvanger.spans).toEqual([])
    await ontvanger.stop()
  })

  test('is er geen ontvanger of weigert hij, dan gaat het werk gewoon door', async () => {
    const ontvanger = await startOtlpOntvanger(400)
    for (const adres of [ontvanger.adres, 'http://127.0.0.1:9']) {
      const tracer = maakOtlpTracer({ adres, dienst: 'proef', spaarMs: 10 })
      tracer.begin('werk', undefined, {}, 'werk').klaar(false)
      await tracer.sluit().catch(() => undefined)
    }
    expect(ontvanger.spans.length).toBe(1)
    await ontvanger.stop()
  }, 15_000)
})
