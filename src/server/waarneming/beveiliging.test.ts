import { describe, expect, test } from 'vitest'
import { VOORVALSOORTEN } from '../../toegang/index.ts'
import { maakWaarneming } from './index.ts'
import { maakLogboek } from './logboek.ts'

describe('beveiligingslog', () => {
  test('P-07: een voorval is een regel met vaste woorden en een teller, en elke teller is er vanaf het begin', async () => {
    const regels: string[] = []
    const waarneming = maakWaarneming({ logboek: maakLogboek({ vorm: 'json', niveau: 'info', bestand: undefined }, (regel) => regels.push(regel)), tracer: undefined, metrics: { token: undefined, adressen: [] }, versheidMs: 0 })
    const cijfers = () => waarneming.metingen.register.metrics()
    for (const soort of VOORVALSOORTEN) expect(await cijfers()).toContain(`leerroute_beveiliging_total{soort="${soort}"} 0`)
    waarneming.beveiliging({ soort: 'handtekening-onjuist', code: 'SAML-HANDTEKENING', kenmerk: '7F4K29QD' })
    expect(await cijfers()).toContain('leerroute_beveiliging_total{soort="handtekening-onjuist"} 1')
    expect(JSON.parse(regels[0] ?? '')).toEqual({ niveau: 'waarschuwing', tijd: expect.any(String), soort: 'beveiliging', voorval: 'handtekening-onjuist', code: 'SAML-HANDTEKENING', kenmerk: '7F4K29QD' })
  })
})
